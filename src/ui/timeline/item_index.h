// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace mien::ui::timeline {

/// Finds the intervals that touch a stretch among very many: sorted by first frame, with the furthest last
/// frame of every 64 intervals and of every 64 such blocks, so that a search skips what ended long before.
class ItemIndex {
public:
    ItemIndex() = default;
    /// `intervals` must be sorted by `first`.
    explicit ItemIndex(std::vector<FrameInterval> intervals);

    std::size_t size() const { return m_intervals.size(); }
    /// How many begin within the stretch: a cheap estimate of how crowded it is.
    std::size_t countBeginningIn(FrameInterval stretch) const;
    /// The one that begins last among those that touch the stretch.
    std::optional<std::size_t> anyTouching(FrameInterval stretch) const;
    /// Calls visit(position) for all that touch the stretch, in order.
    template <class Visit>
    void forEachTouching(FrameInterval stretch, Visit visit) const {
        const std::size_t end = endFor(stretch);
        std::size_t i = 0;
        while (i < end) {
            if (i % kSuper == 0 && m_superLast[i / kSuper] < stretch.first) {
                i += kSuper;
            } else if (i % kBlock == 0 && m_blockLast[i / kBlock] < stretch.first) {
                i += kBlock;
            } else {
                if (m_intervals[i].last >= stretch.first)
                    visit(i);
                ++i;
            }
        }
    }

private:
    static constexpr std::size_t kBlock = 64;
    static constexpr std::size_t kSuper = kBlock * kBlock;

    std::size_t endFor(FrameInterval stretch) const;

    std::vector<FrameInterval> m_intervals;
    std::vector<FrameIndex> m_blockLast;
    std::vector<FrameIndex> m_superLast;
};

} // namespace mien::ui::timeline
