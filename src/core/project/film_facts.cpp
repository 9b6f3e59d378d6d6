// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/film_facts.h"

#include <fmt/format.h>

#include <charconv>

namespace mien::project {

std::optional<std::string> saidOf(const Project& project, MediaId media, const std::string& name) {
    const auto values = project.filmValues(media);
    if (const auto found = values.find(name); found != values.end())
        return found->second;
    return project.value(fmt::format("film/{}/{}", media.value, name));
}

std::string subjectOf(const Project& project, MediaId media) {
    return saidOf(project, media, kSubject).value_or("");
}

int followedFace(const Project& project, MediaId media) {
    const auto text = saidOf(project, media, kFace).value_or("");
    int face = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), face);
    return error == std::errc() && end == text.data() + text.size() && face >= 0 && face < kMostFaces ? face
                                                                                                      : -1;
}

SetFilmValue setSubject(MediaId media, const std::string& subject) {
    return {media, kSubject, subject};
}

SetFilmValue setFollowedFace(MediaId media, int face) {
    return {media, kFace, fmt::format("{}", std::max(-1, face))};
}

} // namespace mien::project
