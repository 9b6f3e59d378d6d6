// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

namespace mien::project {

// Who is in a film and which face is followed: what people say of it, by steps that can be undone. Projects
// of before have it among their settings; that counts where nobody said anything since.

inline constexpr int kMostFaces = 100; ///< as many as pipeline::AnalyseOptions takes

std::string subjectOf(const Project& project, MediaId media); ///< empty: not told
/// From 0 at the left of the first frame that shows any; -1: the largest.
int followedFace(const Project& project, MediaId media);

SetFilmValue setSubject(MediaId media, const std::string& subject);
SetFilmValue setFollowedFace(MediaId media, int face);

/// What the project says of the film under a name of film_value, or has said among its settings.
std::optional<std::string> saidOf(const Project& project, MediaId media, const std::string& name);

inline constexpr const char* kSubject = "subject";
inline constexpr const char* kFace = "face";

} // namespace mien::project
