// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/pag_view.h"

#include "ui/graph/edge_words.h"
#include "ui/graph/export_picture.h"
#include "ui/graph/pag_accessible.h"
#include "ui/settings/theme.h"

#include <QAccessible>
#include <QEasingCurve>
#include <QPainter>

namespace mien::ui::graph {
namespace {

constexpr int kMotionMs = 260;
constexpr double kMostZoom = 8.0;
constexpr double kPadding = 12.0;

/// The part of a film's picture that shows the regions, with a margin.
QRectF windowAround(const std::vector<QPointF>& regions) {
    QRectF box(regions.front(), QSizeF());
    for (const QPointF p : regions)
        box = QRectF(QPointF(std::min(box.left(), p.x()), std::min(box.top(), p.y())),
                     QPointF(std::max(box.right(), p.x()), std::max(box.bottom(), p.y())));
    const double x = 0.3 * std::max(0.02, box.width()), y = 0.3 * std::max(0.02, box.height());
    return box.adjusted(-x, -y, x, y);
}

} // namespace

PagView::PagView(QWidget* parent) : QWidget(parent) {
    installPagAccessibility();
    setAccessibleName(tr("Causal graph"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setLayoutDirection(Qt::LeftToRight); // a face is not mirrored with the language
    m_motion.setDuration(kMotionMs);
    m_motion.setEasingCurve(QEasingCurve::InOutCubic);
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, &PagView::rebuild);
    announce();
}

PagView::~PagView() = default;

void PagView::setGraph(Content content) {
    const bool sameNodes = content.names() == m_content.names();
    if (!sameNodes) { // what is still there stays where it was and stays chosen
        const auto named = [&](int node) {
            return node < 0 ? -1 : content.indexOf(m_content.nodes[static_cast<std::size_t>(node)].name);
        };
        Selection kept = m_selection;
        kept.node = named(m_selection.node);
        const int a = named(m_selection.a), b = named(m_selection.b);
        kept = kept.isNode() ? kept : a >= 0 && b >= 0 ? Selection::ofPair(a, b) : Selection();
        const auto before = m_content.names();
        auto sortedBefore = before, sortedNow = content.names();
        std::sort(sortedBefore.begin(), sortedBefore.end());
        std::sort(sortedNow.begin(), sortedNow.end());
        const bool reordered = sortedBefore == sortedNow && m_places.size() == before.size();
        Places places(content.nodes.size());
        if (reordered)
            for (std::size_t i = 0; i < places.size(); ++i)
                places[i] = m_places[static_cast<std::size_t>(m_content.indexOf(content.nodes[i].name))];
        for (auto& [first, second] : m_joined) {
            first = named(first);
            second = named(second);
        }
        m_motion.stop();
        m_content = std::move(content);
        m_places = reordered ? std::move(places) : Places();
        m_pointed = {};
        m_drag.reset();
        m_cause = -1;
        const bool changed = kept != m_selection;
        m_selection = kept;
        if (!reordered) {
            m_bottom = 0.0;
            place();
        }
        rebuild();
        if (changed)
            emit selectionChanged();
        return;
    }
    m_content = std::move(content);
    m_pointed = m_pointed.isPair() ? Selection() : m_pointed;
    rebuild();
    announce();
}

void PagView::setPlacement(Placement placement) {
    if (placement == m_placement)
        return;
    m_placement = placement;
    place();
}

void PagView::arrange() {
    forgetMoved({}, tr("Nodes arranged anew"));
    place();
}

void PagView::setMoved(Placement placement, Moved moved) {
    m_moved[static_cast<std::size_t>(placement)] = std::move(moved);
    if (placement == m_placement)
        rebuild();
}

QRectF PagView::moveRoom() const {
    return m_scene.face.isEmpty() ? m_scene.room : m_scene.face;
}

void PagView::putMoved() {
    const QRectF room = moveRoom();
    for (std::size_t i = 0; i < m_scene.nodes.size() && !moved().empty(); ++i) {
        const auto found = moved().find(m_content.nodes[i].name);
        if (found == moved().end())
            continue;
        NodeShape& node = m_scene.nodes[i];
        node.box.moveCenter(
            {room.left() + found->second.x() * room.width(), room.top() + found->second.y() * room.height()});
        node.home = node.box.center(); // nothing pushed it from there
    }
}

void PagView::moveNode(int node, QPointF centre) {
    const QRectF& all = m_scene.room;
    const QRectF box = m_scene.nodes[static_cast<std::size_t>(node)].box;
    const auto within = [](double value, double least, double most) {
        return std::clamp(value, least, std::max(least, most));
    };
    centre = {within(centre.x(), all.left() + box.width() / 2.0, all.right() - box.width() / 2.0),
              within(centre.y(), all.top() + box.height() / 2.0, all.bottom() - box.height() / 2.0)};
    const QRectF room = moveRoom();
    m_moved[static_cast<std::size_t>(m_placement)][m_content.nodes[static_cast<std::size_t>(node)].name] = {
        (centre.x() - room.left()) / room.width(), (centre.y() - room.top()) / room.height()};
    m_motion.stop();
    rebuild();
}

void PagView::forgetMoved(const std::string& name, const QString& what) {
    auto& all = m_moved[static_cast<std::size_t>(m_placement)];
    const Moved before = all;
    if (name.empty())
        all.clear();
    else
        all.erase(name);
    if (all.size() == before.size())
        return;
    rebuild();
    emit nodesMoved(before, moved(), what);
}

void PagView::setFace(const QImage& picture, const std::vector<QPointF>& regionsPx) {
    m_picture = picture;
    m_regions.clear();
    if (!picture.isNull())
        for (const QPointF region : regionsPx)
            m_regions.emplace_back(region.x() / picture.width(), region.y() / picture.height());
    if (m_placement == Placement::Face)
        place();
}

void PagView::place() {
    if (m_content.nodes.empty())
        return;
    m_joined.clear();
    for (const Edge& edge : m_content.edges)
        m_joined.emplace_back(edge.a, edge.b);
    if (onFace())
        return moveTo(facePlaces(m_content, m_regions));
    if (m_placement == Placement::Ring || m_placement == Placement::Face)
        return moveTo(ringPlaces(static_cast<int>(m_content.nodes.size())));
    if (m_job) {
        m_again = true;
        return;
    }
    m_again = false;
    m_job = std::make_unique<Job<Places>>(tr("Arranging the graph"),
                                          [content = m_content, placement = m_placement](const JobContext&) {
                                              return graphvizPlaces(content, placement);
                                          });
    connect(m_job.get(), &JobBase::finished, this,
            [this, names = m_content.names(), placement = m_placement] {
                auto places = m_job->takeResult();
                m_job.release()->deleteLater(); // it is still telling that it finished
                if (m_again || names != m_content.names() || placement != m_placement)
                    return place();
                if (!places) {
                    emit failed(QString::fromStdString(places.error().sentence()));
                    return moveTo(ringPlaces(static_cast<int>(m_content.nodes.size())));
                }
                moveTo(*std::move(places));
            });
    m_job->start();
}

bool PagView::onFace() const {
    return m_placement == Placement::Face && hasRegions(m_content);
}

void PagView::moveTo(Places places) {
    const bool shown =
        isVisible() && m_places.size() == places.size() && m_scene.nodes.size() == places.size();
    m_from.clear();
    if (shown)
        for (const NodeShape& node : m_scene.nodes)
            m_from.push_back(node.box.center());
    m_places = std::move(places);
    m_motion.stop();
    if (shown)
        m_motion.start();
    rebuild();
    emit arranged();
}

void PagView::rebuild() {
    const PaintOptions paint = paintOptions();
    const double width = this->width() - 2.0 * kPadding;
    m_top = headline().isEmpty() ? 0.0 : fontMetrics().height() + 10.0;
    // It only grows while the nodes are the same: they would move with it.
    m_bottom = m_legend ? std::max(m_bottom, legendHeight(m_content, m_knowledge, width, paint) + 4.0) : 0.0;
    SceneOptions options;
    options.font = font();
    options.size = QSizeF(this->width(), std::max(60.0, height() - m_top - m_bottom)) * m_zoom;
    options.face = onFace();
    options.joined = m_joined;
    if (!m_picture.isNull() && !m_regions.empty()) {
        options.leastAspect = options.mostAspect =
            static_cast<double>(m_picture.width()) / static_cast<double>(m_picture.height());
        options.faceWindow = windowAround(m_regions);
    }
    m_scene = placed(m_content, m_places, options);
    putMoved();
    if (m_motion.state() == QAbstractAnimation::Running && m_from.size() == m_scene.nodes.size()) {
        const double t = m_motion.currentValue().toDouble();
        for (std::size_t i = 0; i < m_from.size(); ++i) {
            QRectF& box = m_scene.nodes[i].box;
            box.moveCenter(m_from[i] + (box.center() - m_from[i]) * t);
        }
    }
    join(m_scene, m_content, m_knowledge);
    const QSizeF over = options.size - QSizeF(this->width(), std::max(60.0, height() - m_top - m_bottom));
    m_pan = {std::clamp(m_pan.x(), -over.width(), 0.0), std::clamp(m_pan.y(), -over.height(), 0.0)};
    m_toScreen = QTransform::fromTranslate(m_pan.x(), m_pan.y() + m_top);
    update();
}

void PagView::setKnowledge(causal::Knowledge knowledge) {
    m_knowledge = std::move(knowledge);
    rebuild();
    const bool there = std::any_of(m_scene.knowledge.begin(), m_scene.knowledge.end(), [this](const auto& k) {
        return Selection::ofKnowledge(k.cause, k.effect, k.kind) == m_selection;
    });
    if (m_selection.knowledge != Tool::Look && !there)
        setSelection(Selection::ofPair(m_selection.a, m_selection.b));
}

void PagView::setTool(Tool tool) {
    if (tool == m_tool)
        return;
    m_tool = tool;
    m_cause = -1;
    setCursor(tool == Tool::Look ? Qt::ArrowCursor : Qt::CrossCursor);
    rebuild();
    emit toolChanged();
}

void PagView::setSelection(Selection selection) {
    const int count = static_cast<int>(m_content.nodes.size());
    if (selection.node >= count || selection.a >= count || selection.b >= count)
        selection = {};
    if (selection == m_selection)
        return;
    m_selection = selection;
    update();
    announce();
    emit selectionChanged();
}

void PagView::setLeastStability(double share) {
    m_leastStability = share;
    rebuild();
}

void PagView::setCaption(const QString& caption) {
    m_caption = caption;
    rebuild();
}

void PagView::setLegendShown(bool shown) {
    m_legend = shown;
    rebuild();
}

void PagView::zoomBy(double factor) {
    zoomAt(factor, QPointF(width() / 2.0, height() / 2.0));
}

void PagView::zoomAt(double factor, QPointF screen) {
    const double zoom = std::clamp(m_zoom * factor, 1.0, kMostZoom);
    const double by = zoom / m_zoom;
    const QPointF at = screen - QPointF(0.0, m_top);
    m_pan = at - (at - m_pan) * by;
    m_zoom = zoom;
    rebuild();
}

void PagView::zoomToFit() {
    m_zoom = 1.0;
    m_pan = {};
    rebuild();
}

QString PagView::textOf(const Selection& s) const {
    if (s.isNode())
        return nodeTip(m_content, s.node);
    if (!s.isPair())
        return {};
    const auto& a = m_content.labelOf(s.reversed ? s.b : s.a);
    const auto& b = m_content.labelOf(s.reversed ? s.a : s.b);
    if (s.knowledge == Tool::Require)
        return tr("required: %1 causes %2").arg(a, b);
    if (s.knowledge == Tool::Forbid)
        return tr("forbidden: %1 causes %2").arg(a, b);
    const Edge* edge = m_content.between(s.a, s.b);
    return edge ? edgeTip(m_content, *edge) : tr("no edge between %1 and %2").arg(a, b);
}

QString PagView::headline() const {
    if (m_tool == Tool::Look)
        return m_caption;
    const bool require = m_tool == Tool::Require;
    if (m_cause >= 0)
        return (require ? tr("Required: %1 causes … – choose the effect, Esc: none")
                        : tr("Forbidden: %1 causes … – choose the effect, Esc: none"))
            .arg(m_content.labelOf(m_cause));
    return require ? tr("Require: drag from a cause to its effect, or press Enter on each")
                   : tr("Forbid: drag from A to B to say that A does not cause B, or press Enter on each");
}

void PagView::announce() {
    setAccessibleDescription(m_selection.isEmpty()
                                 ? tr("%n variable(s)", nullptr, static_cast<int>(m_content.nodes.size())) +
                                       QStringLiteral(", ") +
                                       tr("%n edge(s)", nullptr, static_cast<int>(m_content.edges.size()))
                                 : textOf(m_selection).replace(QLatin1Char('\n'), QStringLiteral("; ")));
    const int child = accessibleIndexOf(m_content, m_selection);
    QAccessibleEvent spoken(this,
                            hasFocus() && child >= 0 ? QAccessible::Focus : QAccessible::DescriptionChanged);
    if (hasFocus() && child >= 0)
        spoken.setChild(child);
    QAccessible::updateAccessibility(&spoken);
}

PaintOptions PagView::paintOptions() const {
    return {palette(),
            font(),
            m_selection,
            m_drag && m_drag->node >= 0 ? Selection() : m_pointed,
            m_leastStability,
            hasFocus(),
            m_placement == Placement::Face ? m_picture : QImage()};
}

void PagView::paintAll(QPainter& painter, const PaintOptions& options) const {
    const Tones tones = tonesOf(themeOf(palette()));
    painter.save();
    painter.setClipRect(QRectF(0.0, m_top, width(), height() - m_top - m_bottom));
    painter.setTransform(m_toScreen, true);
    paintScene(painter, m_content, m_scene, options);
    painter.restore();
    painter.setFont(font());
    if (const QString line = headline(); !line.isEmpty()) {
        painter.setPen(m_tool == Tool::Look ? tones.faint : tones.accent);
        painter.drawText(
            QRectF(kPadding, 4.0, width() - 2.0 * kPadding, m_top - 4.0), Qt::AlignLeft | Qt::AlignVCenter,
            fontMetrics().elidedText(line, Qt::ElideRight, static_cast<int>(width() - 2.0 * kPadding)));
    }
    if (m_legend)
        paintLegend(painter, m_content, m_knowledge,
                    QRectF(kPadding, height() - m_bottom, width() - 2.0 * kPadding, m_bottom), options);
}

void PagView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tones tones = tonesOf(themeOf(palette()));
    if (m_content.nodes.empty() || m_places.size() != m_content.nodes.size()) {
        painter.setPen(tones.faint);
        painter.drawText(rect(), Qt::AlignCenter,
                         m_content.nodes.empty() ? tr("No graph yet") : tr("Arranging the graph…"));
        return;
    }
    paintAll(painter, paintOptions());
    if (m_drag && m_drag->node >= 0 && m_drag->moved && m_drag->tool != Tool::Look)
        paintDraggedArrow(painter);
    if (hasFocus()) {
        painter.setPen(QPen(tones.accent, 1.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void PagView::paintDraggedArrow(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones tones = tonesOf(themeOf(palette()));
    const QColor colour = m_drag->tool == Tool::Require ? tones.good : tones.bad;
    painter.setPen(QPen(colour, 2.0, Qt::DashLine));
    const QPointF from = m_toScreen.map(m_scene.nodes[static_cast<std::size_t>(m_drag->node)].box.center());
    painter.drawLine(from, m_drag->at);
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(m_drag->at, 4.0, 4.0);
}

Result<void> PagView::savePicture(const QString& path) const {
    PaintOptions options = paintOptions();
    options.pointed = {};
    options.focused = false;
    return exportPicture(path, size(), accessibleName(), palette().color(QPalette::Window),
                         [&](QPainter& painter) { paintAll(painter, options); });
}

void PagView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_bottom = 0.0;
    rebuild();
}

void PagView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange ||
        event->type() == QEvent::LanguageChange) {
        m_bottom = 0.0;
        rebuild();
    }
}

} // namespace mien::ui::graph
