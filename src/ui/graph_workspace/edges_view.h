// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/edge_model.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace mien::ui {

/// The table beside the picture: sorted, filtered, copied, saved.
class EdgesView : public QWidget {
    Q_OBJECT
public:
    explicit EdgesView(QWidget* parent = nullptr);

    void setFacts(const GraphFacts& facts);
    void setLeastStability(double share) { m_model.setLeastStability(share); }
    /// A pair, a node (all its rows stay, the first is shown), or nothing (-1, -1). Emits nothing.
    void select(int a, int b);
    const EdgeModel& model() const { return m_model; }
    QSortFilterProxyModel& shown() { return m_shown; }
    QTableView& table() { return *m_table; }
    QLineEdit& filter() { return *m_filter; }
    void showAllPairs(bool all);
    /// Filter, count and buttons: for the corner beside the tabs, where they cost no row.
    QWidget& head() { return *m_head; }
    /// The rows as they are filtered and sorted.
    QString csv() const;

signals:
    void chosen(int a, int b);
    void saveAsked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fill();
    void fitSentence();
    void copy();

    GraphFacts m_facts;
    EdgeModel m_model;
    QSortFilterProxyModel m_shown;
    QWidget* m_head;
    QLineEdit* m_filter;
    QCheckBox* m_allPairs;
    QLabel* m_count;
    QTableView* m_table;
    bool m_selecting = false;
    int m_edgeWidth = 0;
    std::vector<std::string> m_fitted; ///< variables that it was found for
};

} // namespace mien::ui
