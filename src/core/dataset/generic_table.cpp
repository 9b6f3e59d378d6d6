// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/csv.h"
#include "core/dataset/import.h"

#include <fmt/format.h>

#include <set>

namespace mien::dataset {
namespace {

namespace fs = std::filesystem;

std::string text(const std::optional<FrameIndex>& frame) {
    return frame ? std::to_string(frame->value) : std::string();
}

std::string text(const std::optional<Rational>& rate) {
    if (!rate)
        return {};
    return rate->den == 1 ? std::to_string(rate->num) : fmt::format("{}/{}", rate->num, rate->den);
}

std::string pathText(const fs::path& path, const fs::path& folder) {
    if (path.empty())
        return {};
    return fs::absolute(path).lexically_proximate(fs::absolute(folder)).generic_string();
}

std::string featuresText(const Sample& s, const fs::path& folder) {
    std::string out;
    for (const auto& array : s.features)
        out += (out.empty() ? "" : ";") + pathText(array.file, folder) +
               (array.name.empty() ? "" : ":" + array.name);
    return out;
}

} // namespace

std::string genericTable(const Dataset& dataset, const fs::path& folder) {
    std::vector<std::string> header{"subject",
                                    "film",
                                    "clip",
                                    "onset",
                                    "apex",
                                    "offset",
                                    "type",
                                    "emotion",
                                    "self_report",
                                    "objective_class",
                                    "au",
                                    "fps",
                                    "media_first_frame",
                                    "features"};
    std::set<std::string> demographics;
    for (const auto& subject : dataset.subjects)
        for (const auto& [what, value] : subject.demographics)
            demographics.insert(what);
    for (const auto& what : demographics)
        header.push_back("subject." + what);
    std::string out = annotation::csvLine(header);
    for (const auto& s : dataset.samples) {
        std::vector<std::string> cells{s.subject,
                                       s.film,
                                       s.clip,
                                       text(s.onset),
                                       text(s.apex),
                                       text(s.offset),
                                       s.type ? std::string(annotation::nameOf(*s.type)) : std::string(),
                                       s.emotion,
                                       s.selfReport,
                                       s.objectiveClass,
                                       s.actionUnits,
                                       text(s.fps),
                                       s.mediaFirstFrame != 0 ? std::to_string(s.mediaFirstFrame)
                                                              : std::string(),
                                       featuresText(s, folder)};
        const auto* subject = dataset.subject(s.subject);
        for (const auto& what : demographics) {
            const bool given = subject != nullptr && subject->demographics.contains(what);
            cells.push_back(given ? subject->demographics.at(what) : std::string());
        }
        out += annotation::csvLine(cells);
    }
    return out;
}

} // namespace mien::dataset
