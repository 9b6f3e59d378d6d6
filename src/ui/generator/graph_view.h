// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/generator/graph_layout.h"

#include <QAbstractButton>

namespace mien::ui {

class ModelState;

/// A variable of the model: its name and the value it has in the sample. A click is do().
class GraphNode : public QAbstractButton {
    Q_OBJECT
public:
    GraphNode(std::string name, QWidget* parent);
    const std::string& name() const { return m_name; }
    void present(const QString& value, bool fixed);

signals:
    void looked(bool at); ///< the mouse or the focus came or went

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::string m_name;
    QString m_value;
    bool m_fixed = false;
};

/// The causal model as a graph. Arrows are as thick as their link is strong; those into a fixed node are cut.
class GraphView : public QWidget {
    Q_OBJECT
public:
    explicit GraphView(ModelState& model, QWidget* parent = nullptr);

    GraphNode* node(std::string_view name) const;
    const std::string& selected() const { return m_selected; }
    void select(const std::string& name);
    /// What a click does: fixes the node at its value, or lets go of it.
    void toggle(const std::string& name);

    QSize sizeHint() const override { return {760, 560}; }
    QSize minimumSizeHint() const override { return {560, 430}; }

signals:
    void selectedChanged();
    void refused(const QString& sentence);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override; ///< tells what the arrow below is

private:
    void follow();
    void arrange();
    void drawLegend(QPainter& p);

    ModelState& m_model;
    synthesis::ScmGraph m_graph;
    GraphLayout m_layout;
    std::vector<GraphNode*> m_nodes;
    std::string m_selected = "units";
    std::string m_looked;
};

} // namespace mien::ui
