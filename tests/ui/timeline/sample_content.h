// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "ui/timeline/timeline_content.h"

#include <algorithm>
#include <cmath>
#include <limits>

// Contents for the timeline's tests, screenshots and benchmark.
namespace mien::test {

namespace tl = ui::timeline;

inline tl::Item item(std::int64_t tier, std::int64_t id, std::int64_t onset, std::optional<std::int64_t> apex,
                     std::int64_t offset, const char* label = "", tl::ItemType type = tl::ItemType::Macro) {
    tl::Item made;
    made.tier = tier;
    made.id = id;
    made.onset = {onset};
    if (apex)
        made.apex = FrameIndex{*apex};
    made.offset = {offset};
    made.label = QString::fromUtf8(label);
    made.type = type;
    return made;
}

/// Smooth noise with bumps where events are, gaps where nothing is scorable.
inline std::vector<float> samples(std::int64_t frames, std::uint64_t seed,
                                  const std::vector<tl::Item>& events,
                                  const std::vector<tl::NotScorable>& gaps) {
    Rng rng(seed);
    std::vector<float> values(static_cast<std::size_t>(frames));
    double drift = 0.0;
    for (auto& value : values) {
        drift = 0.96 * drift + 0.05 * rng.normal();
        value = static_cast<float>(0.35 + 0.25 * drift + 0.03 * rng.normal());
    }
    for (const auto& event : events) {
        const double gain = rng.uniform(0.2, 2.6);
        const double middle = static_cast<double>(event.apex.value_or(event.onset).value);
        for (auto f = std::max<std::int64_t>(event.onset.value, 0); f <= event.offset.value && f < frames;
             ++f) {
            const double half = static_cast<double>(f) < middle ? middle - double(event.onset.value)
                                                                : double(event.offset.value) - middle;
            const double at = (static_cast<double>(f) - middle) / std::max(half, 1.0);
            values[static_cast<std::size_t>(f)] +=
                static_cast<float>(gain * 0.5 * (1.0 + std::cos(3.14159265 * at)));
        }
    }
    for (const auto& gap : gaps)
        for (auto f = gap.frames.first.value; f <= gap.frames.last.value && f < frames; ++f)
            values[static_cast<std::size_t>(f)] = std::numeric_limits<float>::quiet_NaN();
    return values;
}

/// A 20-second film at 200 fps with everything that the timeline can show.
inline tl::Content smallFilm() {
    tl::Content content;
    content.media.frames = 4000;
    content.media.fps = {200, 1};
    content.notScorable = {{{{1500}, {1720}}, "face turned away"}, {{{3300}, {3380}}, "no face"}};
    content.tiers = {{1, "Proposals", "", tl::TierKind::Proposals, false},
                     {2, "Expressions", "coder02", tl::TierKind::Human, false},
                     {3, "Upper face", "coder02", tl::TierKind::Human, false},
                     {4, "Expressions", "coder01", tl::TierKind::Human, true}};
    using enum tl::ItemType;
    auto& items = content.items;
    for (auto made :
         {item(1, 1, 214, 231, 262, "0.82", Micro), item(1, 2, 700, 860, 1100, "0.97", Macro),
          item(1, 3, 1980, 2010, 2048, "0.55", Micro), item(1, 4, 2600, 2800, 3210, "0.91", Macro)}) {
        made.hatched = true;
        made.details = "Brows 3.1, mouth 0.4 (hundredths of the eye distance)";
        items.push_back(made);
    }
    items[2].dimmed = true;
    items.push_back(item(2, 1, 212, 231, 263, "R12B", Micro));
    items.back().accessibleText = "AU 12, right";
    items.push_back(item(2, 2, 706, 870, 1090, "6+12D", Macro));
    items.push_back(item(2, 3, 2604, 2790, 3200, "1+2C+5", Macro));
    items.push_back(item(3, 1, 690, 800, 1000, "1B", Macro));
    items.push_back(item(3, 2, 820, 900, 1180, "2C", Macro));
    items.push_back(item(3, 3, 3500, 3530, 3570, "4B", Micro));
    items.push_back(item(4, 1, 715, 855, 1120, "6+12C", Macro));
    const struct {
        const char* name;
        const char* unit;
        tl::LaneRole role;
    } lanes[] = {{"Overall motion", "% IOD", tl::LaneRole::Overall},
                 {"Brows", "% IOD", tl::LaneRole::Brows},
                 {"Eyes", "% IOD", tl::LaneRole::Eyes},
                 {"Nose", "% IOD", tl::LaneRole::Nose},
                 {"Mouth", "% IOD", tl::LaneRole::Mouth},
                 {"Head", "% IOD", tl::LaneRole::Head}};
    std::int64_t id = 0;
    for (const auto& lane : lanes) {
        tl::Lane made;
        made.id = ++id;
        made.name = lane.name;
        made.unit = lane.unit;
        made.role = lane.role;
        made.signal = std::make_shared<tl::SignalPyramid>(
            samples(content.media.frames, std::uint64_t(id), items, content.notScorable));
        if (id == 1)
            made.threshold = 1.2f;
        content.lanes.push_back(made);
    }
    return content;
}

/// Two hours at 200 fps: 40 lanes of 1.44 million samples, 100,000 events on ten tiers.
inline tl::Content longFilm() {
    tl::Content content;
    content.media.frames = 1'440'000;
    content.media.fps = {200, 1};
    Rng rng(11);
    for (std::int64_t tier = 1; tier <= 10; ++tier) {
        content.tiers.push_back({tier, QStringLiteral("Tier %1").arg(tier), "coder",
                                 tier == 1 ? tl::TierKind::Proposals : tl::TierKind::Human, false});
        for (std::int64_t i = 0; i < 10'000; ++i) {
            const std::int64_t onset = i * 144 + std::int64_t(rng.below(60));
            const std::int64_t apex = onset + 5 + std::int64_t(rng.below(30));
            const std::int64_t offset = apex + 5 + std::int64_t(rng.below(40));
            content.items.push_back(item(tier, tier * 10'000 + i, onset, apex, offset, "6+12C",
                                         rng.uniform() < 0.4 ? tl::ItemType::Micro : tl::ItemType::Macro));
            content.items.back().hatched = tier == 1;
        }
    }
    for (std::int64_t i = 0; i < 200; ++i)
        content.notScorable.push_back({{{i * 7000 + 3000}, {i * 7000 + 3000 + 40 * (i % 20)}}, "no face"});
    auto values = samples(content.media.frames, 1, {}, content.notScorable);
    for (std::int64_t id = 1; id <= 40; ++id) {
        tl::Lane lane;
        lane.id = id;
        lane.name = QStringLiteral("Region %1").arg(id);
        lane.unit = "% IOD";
        lane.role = tl::LaneRole(id % 6);
        std::rotate(values.begin(), values.begin() + 10'007, values.end()); // cheap and different enough
        lane.signal = std::make_shared<tl::SignalPyramid>(values);
        content.lanes.push_back(lane);
    }
    return content;
}

} // namespace mien::test
