// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/watched.h"

#include <fmt/format.h>

#include <sstream>

namespace mien::project {
namespace {

std::string valueName(const std::string& coder) {
    return "watched/" + coder;
}

} // namespace

std::vector<FrameInterval> joined(std::vector<FrameInterval> stretches, FrameInterval more) {
    if (more.last < more.first)
        return stretches;
    std::vector<FrameInterval> out;
    for (const auto& s : stretches)
        if (s.last.value + 1 < more.first.value || more.last.value + 1 < s.first.value)
            out.push_back(s);
        else
            more = {std::min(s.first, more.first), std::max(s.last, more.last)};
    out.push_back(more);
    std::ranges::sort(out, {}, &FrameInterval::first);
    return out;
}

std::vector<FrameInterval> without(const std::vector<FrameInterval>& stretches, FrameInterval less) {
    std::vector<FrameInterval> out;
    for (const auto& s : stretches) {
        if (less.last < s.first || s.last < less.first) {
            out.push_back(s);
            continue;
        }
        if (s.first < less.first)
            out.push_back({s.first, {less.first.value - 1}});
        if (less.last < s.last)
            out.push_back({{less.last.value + 1}, s.last});
    }
    return out;
}

std::vector<FrameInterval> watchedBy(const Project& project, MediaId media, const std::string& coder) {
    const auto values = project.filmValues(media);
    const auto found = values.find(valueName(coder));
    std::vector<FrameInterval> out;
    if (found == values.end())
        return out;
    std::istringstream text(found->second);
    std::int64_t first = 0, last = 0;
    for (char dash = 0; text >> first >> dash >> last;)
        if (dash == '-' && first >= 0 && last >= first)
            out = joined(std::move(out), {{first}, {last}});
    return out;
}

SetFilmValue setWatched(MediaId media, const std::string& coder,
                        const std::vector<FrameInterval>& stretches) {
    SetFilmValue change{media, valueName(coder), {}};
    for (const auto& s : stretches)
        change.value += fmt::format("{}{}-{}", change.value.empty() ? "" : " ", s.first.value, s.last.value);
    return change;
}

} // namespace mien::project
