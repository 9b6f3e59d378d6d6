// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/train_run.h"

#include <QWidget>

#include <map>

class QTableWidget;

namespace mien::ui {

class CurvesView;

/// What a running training says: its curves and its folds.
class RunPage : public QWidget {
    Q_OBJECT
public:
    explicit RunPage(QWidget* parent = nullptr);

    void clear();
    void add(const TrainNews& news);
    /// Nothing runs any more: open folds are paused or, where it ended well, done.
    void end(bool done);
    QTableWidget& table() { return *m_table; }
    std::size_t epochsOf(int fold) const;

private:
    int rowOf(int fold);
    void put(int row, int column, const QString& text);
    void showCurve();

    std::map<int, std::vector<training::EpochRecord>> m_curves;
    std::map<int, int> m_rows;
    bool m_follow = true; ///< the curve of the newest epoch, until a row is chosen
    int m_newest = kAllFilms;
    CurvesView* m_view;
    QTableWidget* m_table;
};

} // namespace mien::ui
