// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/item_index.h"
#include "ui/timeline/timeline_content.h"

#include <unordered_map>
#include <vector>

namespace mien::ui::timeline {

/// The items of one tier, sorted by onset, with an index over their intervals. Items that overlap in time are
/// put on up to four levels, one under the other.
class TierItems {
public:
    static constexpr int kMaxLevels = 4;

    TierItems() = default;
    explicit TierItems(std::vector<Item> items);

    const std::vector<Item>& items() const { return m_items; }
    const ItemIndex& index() const { return m_index; }
    int levels() const { return m_levelCount; }
    int levelOf(std::size_t position) const { return m_levels[position]; }
    const Item* find(std::int64_t id) const;
    std::optional<std::size_t> positionOf(std::int64_t id) const;
    void put(const Item& item);
    bool remove(std::int64_t id);

private:
    void rebuild();

    std::vector<Item> m_items;
    std::vector<std::uint8_t> m_levels;
    std::unordered_map<std::int64_t, std::size_t> m_positions;
    ItemIndex m_index;
    int m_levelCount = 1;
};

} // namespace mien::ui::timeline
