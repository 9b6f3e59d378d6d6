// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/train_run.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace mien::ui {

class PrecisionView;

/// What came of a training: the model, its F1 beside other spotters, subjects, and every hit, miss and false
/// one.
class ResultPage : public QWidget {
    Q_OBJECT
public:
    explicit ResultPage(QWidget* parent = nullptr);

    void show(const TrainResult& result);
    QTableWidget& scores() { return *m_scores; }
    QTableWidget& subjects() { return *m_subjects; }
    QTableWidget& confusion() { return *m_confusion; }
    PrecisionView& precision() { return *m_precision; }
    QTableWidget& list() { return *m_list; }
    QComboBox& which() { return *m_which; }
    QPushButton& useButton() { return *m_use; }
    QString text() const;

signals:
    void filmAsked(const QString& path, qint64 frame);
    void debiasAsked();
    void useAsked(const QString& model); ///< the folder of the model that was trained

private:
    void fillScores();
    void fillSubjects();
    void fillConfusion();
    void fillList();

    TrainResult m_result;
    QLabel *m_what, *m_notes;
    QPushButton *m_folder, *m_debias, *m_use;
    QTabWidget* m_tabs;
    QTableWidget *m_scores, *m_subjects, *m_confusion;
    PrecisionView* m_precision;
    QTableWidget* m_list;
    QComboBox* m_which;
};

} // namespace mien::ui
