// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/placement.h"
#include "ui/graph/scene.h"
#include "ui/graph_workspace/film_spans.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace mien::ui {

class GraphSource;

/// What the graph is about, where its nodes stand, what a drag on it does.
class SourceBar : public QWidget {
    Q_OBJECT
public:
    explicit SourceBar(GraphSource& source, QWidget* parent = nullptr);

    void setPlacement(graph::Placement placement);
    void setTool(graph::Tool tool);
    QMenu& exportMenu() { return *m_export; }
    QComboBox& spans() { return *m_spans; }

signals:
    void filmAsked();
    void subjectAsked();
    void allFilmsAsked();
    void tableAsked();
    void spanChosen(mien::ui::FilmSpan span);
    void placementChosen(mien::ui::graph::Placement placement);
    void toolChosen(mien::ui::graph::Tool tool);

private:
    void follow();
    QComboBox* combo(const QString& name, const QString& tip);

    GraphSource& m_source;
    QHBoxLayout* m_row;
    QComboBox *m_from, *m_spans, *m_placements;
    QButtonGroup* m_tools;
    QMenu* m_export;
};

} // namespace mien::ui
