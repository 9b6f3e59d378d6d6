// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/graph/scene.h"

#include <Eigen/Core>

#include <QWidget>

namespace mien::ui::graph {

/// A square matrix to be shown in colours: row i, column j says what i does to j.
struct HeatMap {
    QString title;
    QString hint;               ///< what a cell means, for the tooltip
    Eigen::MatrixXd values;     ///< NaN: not known
    std::optional<double> most; ///< of the colour scale; nothing: the largest value
};

/// Matrices of the same variables side by side. A click chooses the pair of a cell; arrow keys walk.
class MatrixView : public QWidget {
    Q_OBJECT
public:
    explicit MatrixView(QWidget* parent = nullptr);

    void setMatrices(const std::vector<std::string>& names, std::vector<HeatMap> maps);
    const std::vector<HeatMap>& matrices() const { return m_maps; }

    /// A node marks its row and column, a pair its two cells.
    void setSelection(const Selection& selection);
    const Selection& selection() const { return m_selection; }

    Result<void> savePicture(const QString& path) const;

    /// Where a cell is drawn; empty: no such cell.
    QRectF cellRect(int map, int row, int column) const;
    QSize sizeHint() const override { return {900, 340}; }
    QSize minimumSizeHint() const override { return {420, 200}; }

signals:
    void edgeClicked(int a, int b); ///< row, column
    void nodeClicked(int node);
    void selectionChanged();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Cell {
        int map = -1, row = -1, column = -1;
        bool operator==(const Cell&) const = default;
    };
    struct Frame {
        QRectF cells;
        double side = 0.0;
        bool rowNames = false;
    };
    std::vector<Frame> frames(QSizeF size) const;
    Cell cellAt(QPointF point) const;
    QString textOf(const Cell& cell) const;
    void choose(const Cell& cell, bool click);
    void paint(QPainter& painter, QSizeF size) const;

    QStringList m_labels;
    std::vector<HeatMap> m_maps;
    Selection m_selection;
    Cell m_current, m_pointed;
};

} // namespace mien::ui::graph
