// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/external_set.h"

#include <nlohmann/json.hpp>

namespace mien::pipeline {

/// What an attempt was: everything that decides the film and the verdict on it, down to "key", which names
/// it all.
nlohmann::ordered_json attemptRecord(const ExternalSpec& spec, const ExternalTask& task, int attempt,
                                     const std::string& sourceSha256, const nlohmann::ordered_json& model);

nlohmann::ordered_json toJson(const FilmVerdict& verdict);
/// The measured expression; null where there is none.
nlohmann::ordered_json measuredJson(const FilmVerdict& verdict, Rational fps);

/// The record in this file, if it can be read and its key is this one.
std::optional<nlohmann::ordered_json> recordOf(const std::filesystem::path& file, const std::string& key);
RejectedFilm rejectedFrom(const nlohmann::ordered_json& record);
std::optional<annotation::Proposal> proposalFrom(const nlohmann::ordered_json& measured);

/// clips.csv: one row an accepted clip.
std::string clipsTable(const ExternalSpec& spec, const std::vector<ExternalClip>& clips,
                       const std::filesystem::path& folder);
nlohmann::ordered_json manifestOf(const ExternalSpec& spec, const std::vector<ExternalClip>& clips,
                                  const nlohmann::ordered_json& model, const std::string& command);

} // namespace mien::pipeline
