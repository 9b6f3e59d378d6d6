// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/checks.h"

#include "core/annotation/table_fields.h"

#include <fmt/format.h>

#include <map>

namespace mien::dataset {
namespace {

using annotation::ExpressionType;

void checkOrder(Draft& draft, const DraftRow& row) {
    const auto& s = row.sample;
    const auto tell = [&](std::string_view a, FrameIndex x, std::string_view b, FrameIndex y, Role role) {
        draft.reported(
            "order", Draft::at(row, role),
            fmt::format("The {} ({}) lies before the {} ({}), in frames from 0.", a, x.value, b, y.value));
    };
    if (s.onset && s.offset && *s.offset < *s.onset)
        tell("offset", *s.offset, "onset", *s.onset, Role::Offset);
    if (s.onset && s.apex && *s.apex < *s.onset)
        tell("apex", *s.apex, "onset", *s.onset, Role::Apex);
    if (s.apex && s.offset && *s.offset < *s.apex)
        tell("offset", *s.offset, "apex", *s.apex, Role::Apex);
}

void checkType(Draft& draft, DraftRow& row) {
    auto& s = row.sample;
    const auto& field = row.field(Role::Type);
    s.type = annotation::typeFromTable(trimmed(field.text));
    if (!s.type && !field.blank())
        draft.reported("type-unknown", Draft::at(row, Role::Type),
                       fmt::format("The type \"{}\" is neither macro nor micro.", shown(field.text)));
    if (!s.type && field.blank())
        s.type = draft.traits.type;
    const auto frames = s.interval();
    if (!s.type || !frames || !s.fps)
        return;
    // From the onset's frame to the offset's, as the micro-expression's half second is counted.
    const double seconds = static_cast<double>(frames->lengthFrames() - 1) / s.fps->value();
    if (*s.type == ExpressionType::Micro && seconds > annotation::kMicroMaxSeconds)
        draft.reported("micro-long", Draft::at(row),
                       fmt::format("This micro-expression lasts {:.3f} s, longer than {} s.", seconds,
                                   annotation::kMicroMaxSeconds));
    if (*s.type == ExpressionType::Macro && seconds <= annotation::kMicroMaxSeconds)
        draft.reported(
            "macro-short", Draft::at(row),
            fmt::format("This macro-expression lasts {:.3f} s, no longer than a micro-expression.", seconds));
}

void checkFilmEnd(Draft& draft, const DraftRow& row) {
    const auto& s = row.sample;
    if (!s.mediaFrames)
        return;
    const auto end = s.mediaFirstFrame + *s.mediaFrames; // one behind the last
    for (const auto& [frame, role] :
         {std::pair{s.onset, Role::Onset}, {s.apex, Role::Apex}, {s.offset, Role::Offset}})
        if (frame && (frame->value >= end || frame->value < s.mediaFirstFrame))
            draft.reported("outside-film", Draft::at(row, role),
                           fmt::format("Frame {} (from 0) is not in {}, which shows {} to {}{}.",
                                       frame->value, shown(s.media.filename().string()), s.mediaFirstFrame,
                                       end - 1,
                                       frame->value == end && draft.report.frameBase == 0
                                           ? "; do the table's frames count from 1"
                                           : ""));
}

void checkFilmRate(Draft& draft, DraftRow& row) {
    auto& s = row.sample;
    if (!row.mediaFps)
        return;
    if (!s.fps)
        s.fps = row.mediaFps;
    else if (std::abs(row.mediaFps->value() / s.fps->value() - 1.0) > 0.01)
        draft.reported(
            "rate-mismatch", Draft::at(row, Role::Fps),
            fmt::format("The film has {:.3f} frames a second, the table goes by {:.3f}; do the frames count "
                        "in this film?",
                        row.mediaFps->value(), s.fps->value()));
}

/// Rows that say the same, and expressions that overlap, film by film.
void checkNeighbours(Draft& draft) {
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> films;
    for (std::size_t i = 0; i < draft.rows.size(); ++i)
        films[{draft.rows[i].sample.subject, draft.rows[i].sample.film}].push_back(i);
    const auto sample = [&](std::size_t i) -> const Sample& { return draft.rows[i].sample; };
    for (auto& [film, rows] : films) {
        std::stable_sort(rows.begin(), rows.end(),
                         [&](std::size_t a, std::size_t b) { return sample(a).onset < sample(b).onset; });
        std::optional<std::size_t> reaching; // of the rows before: the one that lasts longest
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const auto& s = sample(rows[k]);
            bool duplicate = false;
            for (auto j = k; j-- > 0 && sample(rows[j]).onset == s.onset && !duplicate;) {
                const auto& other = sample(rows[j]);
                duplicate = s.onset && other.apex == s.apex && other.offset == s.offset &&
                            other.type == s.type && other.actionUnits == s.actionUnits &&
                            other.emotion == s.emotion;
                if (duplicate)
                    draft.reported("duplicate", Draft::at(draft.rows[rows[k]]),
                                   fmt::format("The row says the same as row {}.", other.row));
            }
            const auto frames = s.interval();
            if (!frames)
                continue;
            if (!duplicate && reaching && *sample(*reaching).offset >= *s.onset)
                draft.reported("overlap", Draft::at(draft.rows[rows[k]]),
                               fmt::format("The expression overlaps that of row {} in the film \"{}\".",
                                           sample(*reaching).row, shown(s.film)));
            if (!reaching || *sample(*reaching).offset < *s.offset)
                reaching = rows[k];
        }
    }
}

} // namespace

void settleFrames(Draft& draft) {
    auto& report = draft.report;
    std::string why;
    Draft::Place place;
    if (draft.options.frameBase == "auto" && draft.traits.frameBase == 1) {
        for (const auto& row : draft.rows) {
            const bool first = row.frames[0] == 0.0 && row.field(Role::Onset).present();
            if (!first && row.mediaFirstNumber != 0)
                continue;
            place = Draft::at(row, Role::Onset);
            why =
                first
                    ? fmt::format("Row {} begins at frame 0, so the table's frames count from 0.",
                                  row.sample.row)
                    : fmt::format("The images of {} begin with number 0, so the table's frames count from 0.",
                                  shown(row.sample.media.filename().string()));
            break;
        }
    }
    if (draft.options.frameBase != "auto") {
        report.frameBase = draft.options.frameBase == "0" ? 0 : 1;
        report.frameBaseReason = "The user said so.";
    } else if (!why.empty() && draft.repair("frame-base", place, "1", "0", why)) {
        report.frameBase = 0;
        report.frameBaseReason = why;
    }
    for (auto& row : draft.rows) {
        auto& s = row.sample;
        const std::array handles{&s.onset, &s.apex, &s.offset};
        constexpr std::array roles{Role::Onset, Role::Apex, Role::Offset};
        for (std::size_t i = 0; i < 3; ++i) {
            if (!row.frames[i])
                continue;
            const auto frame = static_cast<std::int64_t>(*row.frames[i]) - report.frameBase;
            if (frame >= 0)
                *handles[i] = FrameIndex{frame};
            else
                draft.reported("negative-frame", Draft::at(row, roles[i]),
                               fmt::format("{} lies before the film's first frame ({}); it stays unknown.",
                                           shown(row.field(roles[i]).text), report.frameBase));
        }
        if (row.mediaFirstNumber && !row.field(Role::MediaFirstFrame).present())
            s.mediaFirstFrame = *row.mediaFirstNumber - report.frameBase;
    }
    for (auto& labels : draft.labels)
        for (auto& frame : labels.frames)
            frame = frame - report.frameBase;
}

void checkTiming(Draft& draft) {
    for (auto& row : draft.rows) {
        checkOrder(draft, row);
        checkFilmRate(draft, row);
        checkType(draft, row);
        checkFilmEnd(draft, row);
    }
    checkNeighbours(draft);
}

} // namespace mien::dataset
