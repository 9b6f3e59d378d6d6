// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/tier_items.h"

namespace mien::ui::timeline {

TierItems::TierItems(std::vector<Item> items) : m_items(std::move(items)) {
    rebuild();
}

const Item* TierItems::find(std::int64_t id) const {
    const auto position = positionOf(id);
    return position ? &m_items[*position] : nullptr;
}

std::optional<std::size_t> TierItems::positionOf(std::int64_t id) const {
    const auto found = m_positions.find(id);
    return found != m_positions.end() ? std::optional(found->second) : std::nullopt;
}

void TierItems::put(const Item& item) {
    if (const auto position = positionOf(item.id)) {
        const bool moved = m_items[*position].interval() != item.interval();
        m_items[*position] = item;
        if (!moved)
            return;
    } else {
        m_items.push_back(item);
    }
    rebuild();
}

bool TierItems::remove(std::int64_t id) {
    const auto position = positionOf(id);
    if (!position)
        return false;
    m_items.erase(m_items.begin() + static_cast<std::ptrdiff_t>(*position));
    rebuild();
    return true;
}

void TierItems::rebuild() {
    const auto earlier = [](const Item& a, const Item& b) {
        return std::tie(a.onset, a.offset, a.id) < std::tie(b.onset, b.offset, b.id);
    };
    if (!std::is_sorted(m_items.begin(), m_items.end(), earlier))
        std::sort(m_items.begin(), m_items.end(), earlier);
    m_positions.clear();
    m_positions.reserve(m_items.size());
    m_levels.resize(m_items.size());
    std::vector<FrameInterval> intervals(m_items.size());
    std::array<std::int64_t, kMaxLevels> busyUntil;
    busyUntil.fill(-1);
    m_levelCount = 1;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        m_positions[m_items[i].id] = i;
        intervals[i] = m_items[i].interval();
        const auto free = std::find_if(busyUntil.begin(), busyUntil.end(),
                                       [&](std::int64_t until) { return until < intervals[i].first.value; });
        const auto level = free != busyUntil.end() ? free - busyUntil.begin() : kMaxLevels - 1;
        auto& until = busyUntil[static_cast<std::size_t>(level)];
        until = std::max(until, intervals[i].last.value);
        m_levels[i] = static_cast<std::uint8_t>(level);
        m_levelCount = std::max(m_levelCount, static_cast<int>(level) + 1);
    }
    m_index = ItemIndex(std::move(intervals));
}

} // namespace mien::ui::timeline
