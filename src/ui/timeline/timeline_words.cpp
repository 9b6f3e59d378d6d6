// SPDX-License-Identifier: GPL-3.0-or-later
// What the timeline says in words: tooltips and sentences for screen readers.
#include "ui/timeline/time_text.h"
#include "ui/timeline/timeline_accessible.h"
#include "ui/timeline/timeline_state.h"
#include "ui/timeline/timeline_view.h"

namespace mien::ui::timeline {

namespace {

/// Screen readers read "41 200" as two numbers.
QString spokenFrame(const Media& media, FrameIndex frame) {
    return media.frameLabel ? media.frameLabel(frame) : QString::number(frame.value);
}

} // namespace

QString TimelineView::describe(const Item& item) const {
    const Media& media = m_state->media;
    QStringList parts;
    const QString what = item.accessibleText.isEmpty() ? item.label : item.accessibleText;
    if (!what.isEmpty())
        parts << what;
    parts << (item.type == ItemType::Micro ? tr("micro-expression") : tr("macro-expression"));
    if (item.dimmed)
        parts << tr("rejected");
    else if (item.hatched)
        parts << tr("proposal");
    parts << tr("onset frame %1").arg(spokenFrame(media, item.onset));
    if (item.apex)
        parts << tr("apex %1").arg(spokenFrame(media, *item.apex));
    parts << tr("offset %1").arg(spokenFrame(media, item.offset));
    return parts.join(tr(", ", "between the parts of a sentence"));
}

QString TimelineView::tooltipAt(const QPoint& point) const {
    const Hit hit = m_state->hit(point);
    const Media& media = m_state->media;
    const auto place = [&](FrameIndex frame) {
        return tr("frame %1 · %2").arg(media.labelOf(frame), secondsText(media.timeOf(frame)));
    };
    if (hit.item) {
        const Item* shown = m_state->item(*hit.item);
        if (shown == nullptr)
            return {};
        QStringList lines;
        const QString type = shown->type == ItemType::Micro ? tr("micro-expression") : tr("macro-expression");
        const QString found = m_state->isHit(*hit.item) ? tr("found") : QString();
        const QString state = shown->dimmed    ? tr("rejected proposal")
                              : shown->hatched ? tr("proposal")
                                               : QString();
        QStringList title;
        for (const QString& part : {shown->label, type, state, found})
            if (!part.isEmpty())
                title << part;
        lines << title.join(QStringLiteral(" · "));
        lines << tr("▷ onset: %1").arg(place(shown->onset));
        if (shown->apex)
            lines << tr("▲ apex: %1").arg(place(*shown->apex));
        lines << tr("◁ offset: %1").arg(place(shown->offset));
        const double durationS = media.timeOf(shown->offset + 1) - media.timeOf(shown->onset);
        lines << tr("%n frame(s), %1 ms", nullptr, static_cast<int>(shown->interval().lengthFrames()))
                     .arg(qRound64(durationS * 1000.0));
        if (!shown->details.isEmpty())
            lines << shown->details;
        if (shown->adjustable)
            lines << tr("Drag an edge to take it with that edge; the proposal itself stays.");
        return lines.join(QLatin1Char('\n'));
    }
    if (hit.area == Hit::Area::Header && hit.row != nullptr) {
        if (hit.row->kind == RowKind::Tier) {
            const Tier& tier = m_state->tiers[hit.row->index];
            return tier.coder.isEmpty() ? tier.name : tr("%1 by %2").arg(tier.name, tier.coder);
        }
        const Lane& lane = m_state->lanes[hit.row->index];
        return lane.unit.isEmpty() ? lane.name : tr("%1 in %2").arg(lane.name, lane.unit);
    }
    if (point.x() < m_state->layout.headerWidth || media.frames <= 0)
        return {};
    const FrameIndex frame = m_state->geometry.frameAt(m_state->timeX(point.x()));
    QStringList lines{place(frame)};
    if (hit.area == Hit::Area::Ruler)
        for (const auto& span : m_state->watched)
            if (span.contains(frame))
                lines << tr("watched by you from %1 to %2").arg(place(span.first), place(span.last));
    const bool row = hit.row != nullptr;
    if (row)
        if (const auto span = m_state->notScorableIndex.anyTouching({frame, frame}))
            lines << tr("not scorable: %1").arg(m_state->notScorable[*span].reason);
    if (row && hit.row->kind == RowKind::Lane) {
        const Lane& lane = m_state->lanes[hit.row->index];
        const float value =
            lane.signal ? lane.signal->at(frame.value) : std::numeric_limits<float>::quiet_NaN();
        if (!std::isnan(value))
            lines << tr("%1: %2 %3", "signal, value, unit")
                         .arg(lane.name, QString::number(double(value), 'g', 3), lane.unit)
                         .trimmed();
    }
    return lines.join(QLatin1Char('\n'));
}

void TimelineView::announce(const QString& sentence) {
    setAccessibleDescription(sentence); // tells screen readers by itself
    emit announced(sentence);
}

void TimelineView::announceSelection() {
    const Item* chosen = m_state->selected ? m_state->item(*m_state->selected) : nullptr;
    if (chosen == nullptr) {
        announce({});
        return;
    }
    if (m_state->focusedHandle) {
        const Media& media = m_state->media;
        switch (*m_state->focusedHandle) {
        case Handle::Onset:
            announce(tr("Onset, frame %1").arg(spokenFrame(media, chosen->onset)));
            break;
        case Handle::Apex:
            announce(tr("Apex, frame %1").arg(spokenFrame(media, chosen->apex.value_or(chosen->onset))));
            break;
        case Handle::Offset:
            announce(tr("Offset, frame %1").arg(spokenFrame(media, chosen->offset)));
            break;
        case Handle::Body:
            break;
        }
        return;
    }
    announce(describe(*chosen));
    if (!QAccessible::isActive())
        return;
    auto* list = static_cast<TimelineAccessible*>(QAccessible::queryAccessibleInterface(this));
    const int index = list != nullptr ? list->indexOf(*m_state->selected) : -1;
    if (index < 0)
        return;
    if (hasFocus()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(index);
        QAccessible::updateAccessibility(&event);
    }
    QAccessibleEvent event(this, QAccessible::Selection);
    event.setChild(index);
    QAccessible::updateAccessibility(&event);
}

} // namespace mien::ui::timeline
