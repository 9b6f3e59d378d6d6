// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/checks.h"

#include <fmt/format.h>

namespace mien::dataset {
namespace {

constexpr std::array kHandles{Role::Onset, Role::Apex, Role::Offset};
constexpr std::array<std::string_view, 3> kNames{"onset", "apex", "offset"};
enum : std::size_t { kOnset, kApex, kOffset };

/// Numbers of images count hundredths of seconds of a clock or the like; no film of a dataset has a million
/// frames.
constexpr double kImageId = 1e6;

std::string numberText(double value) {
    return fmt::format("{}", value);
}

void readNumbers(Draft& draft, DraftRow& row) {
    for (std::size_t i = 0; i < 3; ++i) {
        const auto& field = row.field(kHandles[i]);
        row.frames[i] = numberFrom(field.text);
        if (!row.frames[i] && !saysNothing(field.text))
            draft.reported("not-a-number", Draft::at(row, kHandles[i]),
                           fmt::format("The {} \"{}\" is no number of a frame; it stays unknown.", kNames[i],
                                       shown(field.text)));
    }
}

/// 0 stands for no apex where frames count from 1, and behind a later onset in any table.
bool standsForNothing(const Draft& draft, const DraftRow& row, double frame) {
    const auto& onset = row.frames[kOnset];
    return frame == -1.0 ||
           (frame == 0.0 && ((onset && *onset > 0.0) || (!onset && draft.traits.frameBase == 1)));
}

void checkApex(Draft& draft, DraftRow& row) {
    const auto& field = row.field(Role::Apex);
    auto& apex = row.frames[kApex];
    const bool nothing = apex ? standsForNothing(draft, row, *apex) : saysNothing(field.text);
    if (!field.present() || !nothing)
        return;
    const auto sentence = field.blank() ? std::string("The row has no apex.")
                                        : fmt::format("The apex \"{}\" stands for none.", shown(field.text));
    if (draft.repair("apex-missing", Draft::at(row, Role::Apex), field.text, "unknown", sentence))
        apex.reset();
}

void checkOffset(Draft& draft, DraftRow& row) {
    const auto& field = row.field(Role::Offset);
    auto& offset = row.frames[kOffset];
    const auto& onset = row.frames[kOnset];
    if (!offset && field.present() && saysNothing(field.text))
        draft.reported("offset-missing", Draft::at(row, Role::Offset),
                       "The row has no offset; it stays unknown.");
    if (!offset || *offset != 0.0 || !onset || *onset <= 0.0)
        return;
    const auto apex = draft.options.zeroOffset == "apex" ? row.frames[kApex] : std::nullopt;
    if (draft.repair(
            "offset-zero", Draft::at(row, Role::Offset), field.text, apex ? numberText(*apex) : "unknown",
            fmt::format("The offset is 0 after the onset {}: the expression was not over when the film was.",
                        numberText(*onset))))
        offset = apex;
}

void checkDuration(Draft& draft, DraftRow& row) {
    const auto& field = row.field(Role::Duration);
    if (saysNothing(field.text) || !row.frames[kOnset] || !row.frames[kOffset])
        return;
    const auto said = numberFrom(field.text);
    if (!said)
        return draft.reported("not-a-number", Draft::at(row, Role::Duration),
                              fmt::format("The duration \"{}\" is no number.", shown(field.text)));
    constexpr double tolerance = 0.01; // tables carry binary fractions
    const double is = *row.frames[kOffset] - *row.frames[kOnset] + 1.0;
    if (std::abs(*said - is) > tolerance)
        draft.reported("duration", Draft::at(row, Role::Duration),
                       fmt::format("The duration is {}, but offset - onset + 1 is {}.", shown(field.text),
                                   numberText(is)));
}

void roundFractions(Draft& draft, DraftRow& row) {
    for (std::size_t i = 0; i < 3; ++i) {
        auto& frame = row.frames[i];
        if (!frame || *frame == std::floor(*frame))
            continue;
        const double whole = std::floor(*frame + 0.5);
        if (draft.repair(
                "fraction", Draft::at(row, kHandles[i]), row.field(kHandles[i]).text, numberText(whole),
                fmt::format("The {} {} is no whole frame.", kNames[i], shown(row.field(kHandles[i]).text))))
            frame = whole;
        else
            frame.reset();
    }
}

void checkRate(Draft& draft, DraftRow& row) {
    auto& s = row.sample;
    const auto& field = row.field(Role::Fps);
    const auto said = rateFrom(field.text);
    if (said)
        s.fps = said;
    else if (field.present())
        draft.reported(
            "rate-unknown", Draft::at(row, Role::Fps),
            fmt::format("The frame rate \"{}\" cannot be read; durations of this row stay unknown.",
                        shown(field.text)));
    if (!s.fps && !field.present())
        s.fps = draft.traits.fps;
}

} // namespace

void checkFrames(Draft& draft) {
    for (auto& row : draft.rows) {
        readNumbers(draft, row);
        if (!row.frames[kOnset] && row.field(Role::Onset).present() &&
            saysNothing(row.field(Role::Onset).text))
            draft.reported("onset-missing", Draft::at(row, Role::Onset),
                           "The row has no onset; it stays unknown.");
        checkApex(draft, row);
        checkDuration(draft, row);
        checkOffset(draft, row);
        roundFractions(draft, row);
        checkRate(draft, row);
        if (row.frames[kOnset] && *row.frames[kOnset] >= kImageId)
            draft.reported(
                "frame-id", Draft::at(row, Role::Onset),
                fmt::format("{} names an image; frames between two such numbers can only be counted with "
                            "the images at hand.",
                            shown(row.field(Role::Onset).text)));
    }
}

} // namespace mien::dataset
