// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/model_comparison.h"

#include <QWidget>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace mien::ui {

/// Two spotters on the same reviewed films: F1 by type with intervals over people, counts, and the films in
/// which they differ. A difference opens the film there.
class ComparisonView : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonView(QWidget* parent = nullptr);

    void show(const training::ModelComparison& comparison, const QString& first, const QString& second);
    void clear();

signals:
    void filmAsked(qint64 film, qint64 frame);

private:
    void open(QTreeWidgetItem* item);

    QTreeWidget* m_figures;
    QTreeWidget* m_films;
    QLabel* m_note;
};

} // namespace mien::ui
