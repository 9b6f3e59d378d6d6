// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/spotter.h"
#include "core/training/spotting_folds.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace mien::training {
namespace {

using annotation::ExpressionType;

/// Median length of one type's expressions in seconds, and how many there are a second of film.
struct Regular {
    double lengthS = 0.0, perSecond = 0.0;
};

Regular regularOf(const SpottingSet& set, ExpressionType type) {
    std::vector<double> lengths;
    double seconds = 0.0;
    for (const auto& film : set.films) {
        seconds += static_cast<double>(film.input.filmFrames) / film.input.filmFps;
        for (const auto& e : film.expressions)
            if (e.type == type && e.offset)
                lengths.push_back(static_cast<double>(e.offset->value - e.onset.value + 1) /
                                  film.input.filmFps);
    }
    if (lengths.empty() || seconds <= 0.0)
        return {};
    std::ranges::nth_element(lengths, lengths.begin() + static_cast<std::ptrdiff_t>(lengths.size() / 2));
    return {lengths[lengths.size() / 2], static_cast<double>(lengths.size()) / seconds};
}

void addRegular(std::vector<annotation::Proposal>& out, const SpottingFilm& film, ExpressionType type,
                const Regular& regular) {
    if (regular.perSecond <= 0.0)
        return;
    const double fps = film.input.filmFps;
    const auto length = std::max<std::int64_t>(std::llround(regular.lengthS * fps), 1);
    for (double s = 0.5 / regular.perSecond; s * fps < static_cast<double>(film.input.filmFrames);
         s += 1.0 / regular.perSecond) {
        annotation::Proposal p;
        p.type = type;
        p.apex = FrameIndex{std::llround(s * fps)};
        p.onset = FrameIndex{std::max<std::int64_t>(p.apex.value - length / 2, 0)};
        p.offset = FrameIndex{std::min(p.onset.value + length, film.input.filmFrames) - 1};
        p.spotter = "regular";
        out.push_back(std::move(p));
    }
}

} // namespace

Result<std::vector<FoldFilm>> baseline(const SpottingSet& set, std::string_view name, const JobContext& job) {
    const auto micro = regularOf(set, ExpressionType::Micro), macro = regularOf(set, ExpressionType::Macro);
    const auto row = std::ranges::find(spotting::spotterRows(), name, &spotting::SpotterRow::name);
    if (name != "regular" && row == spotting::spotterRows().end())
        return fail(ErrorCode::InvalidArgument, fmt::format("There is no spotter named “{}”.", name));
    std::vector<FoldFilm> out;
    for (const auto& film : set.films) {
        FoldFilm found{film.name, film.subject, {}, {}};
        if (name == "regular") {
            addRegular(found.proposals, film, ExpressionType::Micro, micro);
            addRegular(found.proposals, film, ExpressionType::Macro, macro);
        } else {
            auto proposals = row->spot(film.series, job);
            if (!proposals)
                return Unexpected(std::move(proposals).error());
            found.proposals = *std::move(proposals);
        }
        found.counts = countsIn(film, found.proposals);
        out.push_back(std::move(found));
    }
    return out;
}

} // namespace mien::training
