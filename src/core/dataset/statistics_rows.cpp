// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/statistics_rows.h"

#include "core/annotation/csv.h"

#include <charconv>
#include <cmath>

namespace mien::dataset {
namespace {

/// "start_frame" and "Start Frame" are the same column.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : annotation::lowerCase(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += c;
    return out;
}

std::optional<std::int64_t> numberIn(const Sample& sample, std::initializer_list<std::string_view> names) {
    for (const auto& cell : sample.cells) {
        const auto column = plain(cell.column);
        if (std::find(names.begin(), names.end(), column) == names.end())
            continue;
        const auto first = cell.text.find_first_not_of(" \t");
        if (first == std::string::npos)
            return std::nullopt;
        double value = 0.0;
        const auto* begin = cell.text.data() + first;
        const auto [end, error] = std::from_chars(begin, cell.text.data() + cell.text.size(), value);
        if (error != std::errc{} || !(std::abs(value) < 1e12))
            return std::nullopt;
        return static_cast<std::int64_t>(std::floor(value + 0.5));
    }
    return std::nullopt;
}

std::optional<std::int64_t> valueOf(std::optional<FrameIndex> frame) {
    return frame ? std::optional(frame->value) : std::nullopt;
}

} // namespace

RawFrames rawFramesOf(const Sample& sample) {
    RawFrames raw;
    raw.onset = numberIn(sample, {"startframe", "onset", "onsetframe", "onsetf"});
    raw.apex = numberIn(sample, {"apexframe", "apex", "apexf"});
    raw.offset = numberIn(sample, {"endframe", "offset", "offsetframe", "offsetf"});
    if (!raw.onset) { // a table without such cells: what the importer made of it
        raw.onset = valueOf(sample.onset);
        raw.apex = valueOf(sample.apex);
        raw.offset = valueOf(sample.offset);
    }
    raw.offsetKnown = raw.offset && raw.onset && *raw.offset > 0 && *raw.offset >= *raw.onset;
    raw.apexKnown = raw.apex && raw.onset && *raw.apex >= *raw.onset && *raw.apex >= 0;
    return raw;
}

std::string sourceOf(const Sample& sample, const std::string& dataset) {
    for (const std::string_view prefix : {"casme_", "samm_"})
        if (annotation::lowerCase(sample.subject).starts_with(prefix))
            return std::string(prefix.substr(0, prefix.size() - 1));
    return dataset;
}

} // namespace mien::dataset
