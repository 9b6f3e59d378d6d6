// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/item_index.h"

#include <algorithm>
#include <cassert>

namespace mien::ui::timeline {

ItemIndex::ItemIndex(std::vector<FrameInterval> intervals) : m_intervals(std::move(intervals)) {
    assert(std::is_sorted(m_intervals.begin(), m_intervals.end(),
                          [](const auto& a, const auto& b) { return a.first < b.first; }));
    const std::size_t count = m_intervals.size();
    m_blockLast.reserve(count / kBlock + 1);
    m_superLast.reserve(count / kSuper + 1);
    for (std::size_t i = 0; i < count; ++i) {
        const FrameIndex last = m_intervals[i].last;
        if (i % kBlock == 0)
            m_blockLast.push_back(last);
        if (i % kSuper == 0)
            m_superLast.push_back(last);
        m_blockLast.back() = std::max(m_blockLast.back(), last);
        m_superLast.back() = std::max(m_superLast.back(), last);
    }
}

std::size_t ItemIndex::endFor(FrameInterval stretch) const {
    const auto end = std::upper_bound(m_intervals.begin(), m_intervals.end(), stretch.last,
                                      [](FrameIndex frame, const auto& item) { return frame < item.first; });
    return static_cast<std::size_t>(end - m_intervals.begin());
}

std::size_t ItemIndex::countBeginningIn(FrameInterval stretch) const {
    const auto begin =
        std::lower_bound(m_intervals.begin(), m_intervals.end(), stretch.first,
                         [](const auto& item, FrameIndex frame) { return item.first < frame; });
    const auto from = static_cast<std::size_t>(begin - m_intervals.begin());
    const std::size_t end = endFor(stretch);
    return end > from ? end - from : 0;
}

std::optional<std::size_t> ItemIndex::anyTouching(FrameInterval stretch) const {
    std::size_t i = endFor(stretch);
    while (i > 0) {
        if (i % kSuper == 0 && m_superLast[i / kSuper - 1] < stretch.first) {
            i -= kSuper;
        } else if (i % kBlock == 0 && m_blockLast[i / kBlock - 1] < stretch.first) {
            i -= kBlock;
        } else {
            --i;
            if (m_intervals[i].last >= stretch.first)
                return i;
        }
    }
    return {};
}

} // namespace mien::ui::timeline
