// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"
#include "ui/timeline/signal_pyramid.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

// What the timeline shows, as plain values: it knows nothing of projects, documents or models. Whoever owns
// those fills these structs and listens to the signals of TimelineView.
namespace mien::ui::timeline {

/// The film's time axis.
struct Media {
    std::int64_t frames = 0;
    Rational fps{25, 1};
    bool constantRate = true;
    /// Time stamps of all frames in seconds from the first; null: frame / fps.
    std::shared_ptr<const std::vector<double>> timesS;
    /// What people call a frame where that is not its number (image folders); null: its number.
    std::function<QString(FrameIndex)> frameLabel;

    double timeOf(FrameIndex frame) const;
    /// One frame's duration where the film ends.
    double stepS() const { return fps.value() > 0.0 ? 1.0 / fps.value() : 0.04; }
    QString labelOf(FrameIndex frame) const;
};

/// What a signal is about; decides its colour.
enum class LaneRole : std::uint8_t { Overall, Brows, Eyes, Nose, Mouth, Head };

/// One signal over the whole film.
struct Lane {
    std::int64_t id = 0;
    QString name;
    QString unit;
    LaneRole role = LaneRole::Overall;
    /// May grow while it is shown; call TimelineView::samplesAppended() then.
    std::shared_ptr<const SignalPyramid> signal;
    /// Values at the bottom and top of the lane; minimum == maximum: the signal's own range.
    float minimum = 0.0f;
    float maximum = 0.0f;
    std::optional<float> threshold; ///< drawn as a dashed line
};

enum class TierKind : std::uint8_t { Human, Proposals };

struct Tier {
    std::int64_t id = 0;
    QString name;
    QString coder; ///< shown small under the name; empty for proposals
    TierKind kind = TierKind::Human;
    bool locked = false; ///< shown, but its items have no handles and none can be drawn
    bool editable() const { return kind == TierKind::Human && !locked; }
};

enum class ItemType : std::uint8_t { Micro, Macro };

/// One interval on a tier. Ids are unique within a tier.
struct Item {
    std::int64_t id = 0;
    std::int64_t tier = 0;
    FrameIndex onset;
    std::optional<FrameIndex> apex;
    FrameIndex offset; ///< last frame, included
    QString label;     ///< "12B+25"; short
    ItemType type = ItemType::Macro;
    bool hatched = false;    ///< not (yet) a person's word
    bool dimmed = false;     ///< rejected
    bool adjustable = false; ///< has handles although its tier cannot be edited: dragging one copies it
    QString accessibleText;  ///< "AU 12, right"; frames are added. Empty: the label is read
    QString details;         ///< more lines for the tooltip, e.g. the regions that moved

    FrameInterval interval() const { return {onset, offset}; }
};

/// Frames that cannot be scored, and why.
struct NotScorable {
    FrameInterval frames;
    QString reason; ///< "face turned away"
};

struct Content {
    Media media;
    std::vector<Lane> lanes;
    std::vector<Tier> tiers;
    std::vector<Item> items; ///< of all tiers, in any order
    std::vector<NotScorable> notScorable;
    std::vector<FrameInterval> watched; ///< by the coder, from end to end; in order, apart
};

/// Names one item of all tiers.
struct ItemKey {
    std::int64_t tier = 0;
    std::int64_t id = 0;
    auto operator<=>(const ItemKey&) const = default;
};

enum class Handle : std::uint8_t { Onset, Apex, Offset, Body };
enum class DragPhase : std::uint8_t { Begin, Move, End, Cancel };
enum class RulerUnit : std::uint8_t { Frames, Seconds, Clock };

/// Stretches that the threshold of a lane cuts out, as a preview.
struct Candidates {
    std::int64_t lane = 0;
    std::vector<FrameInterval> spans; ///< in order, apart
};

/// What lay under the pointer when a context menu was asked for.
struct ContextTarget {
    enum class Place : std::uint8_t { Tier, Lane, Ruler, Keyboard };
    Place place = Place::Ruler; ///< Keyboard: no pointer; `item` is what is selected
    FrameIndex frame;
    std::optional<std::int64_t> tier;
    std::optional<std::int64_t> lane;
    std::optional<ItemKey> item;
};

} // namespace mien::ui::timeline
