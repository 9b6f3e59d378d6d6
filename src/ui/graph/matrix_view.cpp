// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/matrix_view.h"

#include "ui/graph/content.h"
#include "ui/graph/edge_ink.h"
#include "ui/graph/export_picture.h"
#include "ui/models/describe.h"
#include "ui/settings/theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace mien::ui::graph {
namespace {

constexpr double kMargin = 12.0, kBetween = 18.0;
constexpr double kMostLabel = 130.0;
constexpr double kLeastForNumbers = 30.0; ///< px of a cell from which its value is written into it
constexpr double kLeastForNames = 9.0;    ///< px of a cell from which rows and columns are named

QString number(double value) {
    if (std::isnan(value))
        return QStringLiteral("–");
    const double shown = std::abs(value) < 5e-4 ? 0.0 : value;
    return QLocale().toString(shown, 'g', 3);
}

double mostOf(const HeatMap& map) {
    double most = 0.0;
    if (map.most)
        return std::max(1e-12, *map.most);
    for (Eigen::Index i = 0; i < map.values.size(); ++i)
        if (const double value = map.values.data()[i]; std::isfinite(value))
            most = std::max(most, std::abs(value));
    return std::max(1e-12, most);
}

} // namespace

MatrixView::MatrixView(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Matrices of the graph"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setLayoutDirection(Qt::LeftToRight);
}

void MatrixView::setMatrices(const std::vector<std::string>& names, std::vector<HeatMap> maps) {
    m_labels.clear();
    for (const auto& name : names) {
        const std::string region = regionIn(name);
        const QString text = QString::fromStdString(name);
        m_labels << (region.empty() ? text
                                    : regionText(region) + text.mid(QString::fromStdString(region).size()));
    }
    m_maps = std::move(maps);
    const auto count = static_cast<int>(names.size());
    if (m_current.row >= count || m_current.column >= count ||
        m_current.map >= static_cast<int>(m_maps.size()))
        m_current = {};
    if (m_selection.node >= count || m_selection.b >= count)
        m_selection = {};
    m_pointed = {};
    update();
}

void MatrixView::setSelection(const Selection& selection) {
    if (selection == m_selection)
        return;
    m_selection = selection;
    update();
    emit selectionChanged();
}

std::vector<MatrixView::Frame> MatrixView::frames(QSizeF size) const {
    const auto count = static_cast<double>(m_labels.size());
    const auto maps = static_cast<double>(m_maps.size());
    std::vector<Frame> out;
    if (count == 0.0 || maps == 0.0)
        return out;
    const QFontMetricsF metrics(font());
    double label = 0.0;
    for (const QString& text : m_labels)
        label = std::max(label, metrics.horizontalAdvance(text));
    label = std::min(label, kMostLabel) + 6.0;
    const double title = metrics.height() + 6.0, scale = metrics.height() + 16.0;
    const double wide = (size.width() - 2.0 * kMargin - label - (maps - 1.0) * kBetween) / maps;
    const double high = size.height() - 2.0 * kMargin - title - label - scale;
    const double side = std::max(1.0, std::min(wide, high) / count);
    const double left =
        std::max(kMargin, (size.width() - label - maps * side * count - (maps - 1.0) * kBetween) / 2.0);
    for (std::size_t k = 0; k < m_maps.size(); ++k) {
        const double x = left + label + static_cast<double>(k) * (side * count + kBetween);
        out.push_back({QRectF(x, kMargin + title + label, side * count, side * count), side, k == 0});
    }
    return out;
}

QRectF MatrixView::cellRect(int map, int row, int column) const {
    const auto all = frames(size());
    const int count = static_cast<int>(m_labels.size());
    if (map < 0 || map >= static_cast<int>(all.size()) || row < 0 || column < 0 || row >= count ||
        column >= count)
        return {};
    const Frame& frame = all[static_cast<std::size_t>(map)];
    return {frame.cells.left() + column * frame.side, frame.cells.top() + row * frame.side, frame.side,
            frame.side};
}

MatrixView::Cell MatrixView::cellAt(QPointF point) const {
    const auto all = frames(size());
    for (std::size_t k = 0; k < all.size(); ++k) {
        const Frame& frame = all[k];
        if (!frame.cells.contains(point))
            continue;
        const QPointF at = (point - frame.cells.topLeft()) / frame.side;
        const int last = static_cast<int>(m_labels.size()) - 1;
        return {static_cast<int>(k), std::min(last, static_cast<int>(at.y())),
                std::min(last, static_cast<int>(at.x()))};
    }
    return {};
}

QString MatrixView::textOf(const Cell& cell) const {
    if (cell.map < 0)
        return {};
    const HeatMap& map = m_maps[static_cast<std::size_t>(cell.map)];
    QString text = QStringLiteral("%1: %2 → %3 = %4")
                       .arg(map.title, m_labels[cell.row], m_labels[cell.column],
                            number(map.values(cell.row, cell.column)));
    return map.hint.isEmpty() ? text : text + QLatin1Char('\n') + map.hint;
}

void MatrixView::choose(const Cell& cell, bool click) {
    m_current = cell;
    if (cell.map >= 0) {
        setAccessibleDescription(textOf(cell));
        setSelection(cell.row == cell.column ? Selection::ofNode(cell.row)
                                             : Selection::ofPair(cell.row, cell.column));
    }
    update();
    if (!click || cell.map < 0)
        return;
    if (cell.row == cell.column)
        emit nodeClicked(cell.row);
    else
        emit edgeClicked(cell.row, cell.column);
}

void MatrixView::paint(QPainter& painter, QSizeF size) const {
    const Tones tones = tonesOf(themeOf(palette()));
    const QColor ground = palette().color(QPalette::Window), text = palette().color(QPalette::WindowText);
    const bool dark = themeOf(palette()) == ThemeChoice::Dark;
    // From the ground to one strong colour: brightness alone tells the order.
    const QColor most = dark ? QColor("#9cc9ff") : QColor("#0b3f80");
    const QColor negative = dark ? QColor("#ffb38a") : QColor("#8a3a00");
    const QColor empty = dark ? QColor("#22262c") : QColor("#ffffff");
    const auto all = frames(size);
    const int count = static_cast<int>(m_labels.size());
    painter.setFont(font());
    for (std::size_t k = 0; k < all.size(); ++k) {
        const Frame& frame = all[k];
        const HeatMap& map = m_maps[k];
        const double scale = mostOf(map);
        QFont bold = font();
        bold.setWeight(QFont::DemiBold);
        painter.setFont(bold);
        painter.setPen(text);
        painter.drawText(
            QRectF(frame.cells.left(), kMargin, frame.cells.width(), QFontMetricsF(bold).height()),
            Qt::AlignLeft | Qt::TextDontClip, map.title);
        QFont small = scaledFont(font(), std::clamp(frame.side / QFontMetricsF(font()).height(), 0.5, 1.0));
        painter.setFont(small);
        const QFontMetricsF metrics(small);
        for (int i = 0; i < count && frame.side >= kLeastForNames; ++i) {
            const bool marked = m_selection.node == i || m_selection.a == i || m_selection.b == i;
            painter.setPen(marked ? tones.accent : tones.faint);
            const QString label = metrics.elidedText(m_labels[i], Qt::ElideMiddle, kMostLabel);
            if (frame.rowNames)
                painter.drawText(QRectF(frame.cells.left() - kMostLabel - 6.0,
                                        frame.cells.top() + i * frame.side, kMostLabel, frame.side),
                                 Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip, label);
            painter.save();
            painter.translate(frame.cells.left() + (i + 0.5) * frame.side, frame.cells.top() - 5.0);
            painter.rotate(-90.0);
            painter.drawText(QRectF(0.0, -frame.side / 2.0, kMostLabel, frame.side),
                             Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, label);
            painter.restore();
        }
        const double gap = frame.side > 8.0 ? 1.0 : 0.0;
        for (int i = 0; i < std::min<int>(count, static_cast<int>(map.values.rows())); ++i) {
            for (int j = 0; j < std::min<int>(count, static_cast<int>(map.values.cols())); ++j) {
                const QRectF cell(frame.cells.left() + j * frame.side, frame.cells.top() + i * frame.side,
                                  frame.side - gap, frame.side - gap);
                const double value = map.values(i, j);
                if (std::isnan(value)) {
                    painter.fillRect(cell, QBrush(tones.line, Qt::BDiagPattern));
                    continue;
                }
                const double share = std::clamp(std::abs(value) / scale, 0.0, 1.0);
                const QColor colour = mixed(empty, value < 0.0 ? negative : most, share);
                painter.fillRect(cell, colour);
                if (frame.side >= kLeastForNumbers && value != 0.0) {
                    painter.setFont(scaledFont(font(), 0.78));
                    painter.setPen(colour.lightness() < 140 ? QColor(Qt::white) : QColor("#10141a"));
                    painter.drawText(cell, Qt::AlignCenter, number(value));
                }
            }
        }
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tones.line, 1.0));
        painter.drawRect(frame.cells.adjusted(-1, -1, 0, 0));
        if (m_selection.isPair()) {
            painter.setPen(QPen(tones.accent, 2.0));
            for (const auto& [row, column] :
                 {std::pair(m_selection.a, m_selection.b), std::pair(m_selection.b, m_selection.a)})
                painter.drawRect(QRectF(frame.cells.left() + column * frame.side,
                                        frame.cells.top() + row * frame.side, frame.side - gap,
                                        frame.side - gap));
        } else if (m_selection.isNode()) {
            painter.setPen(QPen(tones.accent, 1.6));
            painter.drawRect(QRectF(frame.cells.left(), frame.cells.top() + m_selection.node * frame.side,
                                    frame.cells.width() - gap, frame.side - gap));
            painter.drawRect(QRectF(frame.cells.left() + m_selection.node * frame.side, frame.cells.top(),
                                    frame.side - gap, frame.cells.height() - gap));
        }
        // The scale.
        painter.setFont(scaledFont(font(), 0.85));
        const double y = frame.cells.bottom() + 6.0;
        const QRectF bar(frame.cells.left(), y, std::min(110.0, frame.cells.width() * 0.5), 7.0);
        QLinearGradient gradient(bar.topLeft(), bar.topRight());
        gradient.setColorAt(0.0, empty);
        gradient.setColorAt(1.0, most);
        painter.setPen(QPen(tones.line, 1.0));
        painter.setBrush(gradient);
        painter.drawRect(bar);
        painter.setPen(tones.faint);
        painter.drawText(QRectF(bar.right() + 6.0, y - 6.0, 120.0, 19.0), Qt::AlignLeft | Qt::AlignVCenter,
                         QStringLiteral("0 – %1").arg(number(scale)));
    }
    if (all.empty()) {
        painter.setPen(tones.faint);
        painter.drawText(QRectF(QPointF(), size), Qt::AlignCenter, tr("No matrix yet"));
    }
    Q_UNUSED(ground)
}

void MatrixView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, size());
    if (!hasFocus())
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tonesOf(themeOf(palette())).accent, 1.0));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    if (const QRectF cell = cellRect(m_current.map, m_current.row, m_current.column); !cell.isEmpty())
        painter.drawRect(cell.adjusted(-3, -3, 2, 2));
}

Result<void> MatrixView::savePicture(const QString& path) const {
    return exportPicture(path, size(), accessibleName(), palette().color(QPalette::Window),
                         [this](QPainter& painter) { paint(painter, size()); });
}

bool MatrixView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), textOf(cellAt(help->pos())), this);
    return true;
}

void MatrixView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        choose(cellAt(event->position()), true);
}

void MatrixView::mouseMoveEvent(QMouseEvent* event) {
    if (const Cell now = cellAt(event->position()); !(now == m_pointed)) {
        m_pointed = now;
        setCursor(now.map >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
}

void MatrixView::leaveEvent(QEvent* event) {
    QWidget::leaveEvent(event);
    m_pointed = {};
}

void MatrixView::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    update();
}

void MatrixView::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

void MatrixView::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_labels.size()) - 1;
    if (last < 0 || m_maps.empty())
        return QWidget::keyPressEvent(event);
    Cell to = m_current;
    const bool none = to.map < 0;
    if (none)
        to = {0, 0, 0};
    switch (event->key()) {
    case Qt::Key_Left:
        if (!none && to.column-- == 0) {
            to.column = to.map > 0 ? last : 0;
            to.map = std::max(0, to.map - 1);
        }
        break;
    case Qt::Key_Right:
        if (!none && to.column++ == last) {
            const bool more = to.map + 1 < static_cast<int>(m_maps.size());
            to.column = more ? 0 : last;
            to.map += more ? 1 : 0;
        }
        break;
    case Qt::Key_Up:
        to.row = none ? 0 : std::max(0, to.row - 1);
        break;
    case Qt::Key_Down:
        to.row = none ? 0 : std::min(last, to.row + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(m_current, true);
    case Qt::Key_Escape:
        m_current = {};
        return setSelection({});
    default:
        return QWidget::keyPressEvent(event);
    }
    choose(to, false);
}

} // namespace mien::ui::graph
