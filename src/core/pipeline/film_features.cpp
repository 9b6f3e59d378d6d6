// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/film_features.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/face/models.h"
#include "core/media/content_hash.h"

#include <nlohmann/json.hpp>

#include <cstring>

namespace mien::pipeline {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMagic =
    "mien features 3\n";            // another number: measured otherwise, or written otherwise
constexpr std::size_t kDigest = 32; // bytes of SHA-256

struct Stored {
    std::int32_t state = 0;
    std::int32_t newStretch = 0;
    float displacement[2 * motion::kRegionCount] = {};
    float head[2] = {};
    float eyeOpening = 0.0f;
    float mouthOpening = 0.0f;
};

void append(std::string& bytes, const void* data, std::size_t size) {
    bytes.append(static_cast<const char*>(data), size);
}

std::string packed(const FilmFeatures& features) {
    std::string bytes(kMagic);
    bytes += features.key + "\n";
    const auto count = static_cast<std::uint64_t>(features.series.frames.size());
    append(bytes, &count, sizeof count);
    append(bytes, &features.series.fps, sizeof features.series.fps);
    append(bytes, &features.scorableFraction, sizeof features.scorableFraction);
    for (const auto& frame : features.series.frames) {
        Stored stored;
        stored.state = static_cast<std::int32_t>(frame.state);
        for (std::size_t r = 0; r < motion::kRegionCount; ++r)
            for (int axis = 0; axis < 2; ++axis)
                stored.displacement[2 * r + static_cast<std::size_t>(axis)] = frame.displacement[r][axis];
        stored.newStretch = frame.newStretch ? 1 : 0;
        stored.head[0] = frame.head[0];
        stored.head[1] = frame.head[1];
        stored.eyeOpening = frame.eyeOpening;
        stored.mouthOpening = frame.mouthOpening;
        append(bytes, &stored, sizeof stored);
    }
    return bytes + media::sha256Bytes(bytes);
}

std::optional<FilmFeatures> unpacked(std::string_view bytes, const std::string& key) {
    const auto head = std::string(kMagic) + key + "\n";
    const std::size_t fixed = head.size() + sizeof(std::uint64_t) + 2 * sizeof(double);
    if (bytes.size() < fixed + kDigest || !bytes.starts_with(head) ||
        media::sha256Bytes(bytes.substr(0, bytes.size() - kDigest)) != bytes.substr(bytes.size() - kDigest))
        return std::nullopt;
    const char* at = bytes.data() + head.size();
    const auto take = [&](void* into, std::size_t size) {
        std::memcpy(into, at, size);
        at += size;
    };
    std::uint64_t count = 0;
    FilmFeatures features;
    take(&count, sizeof count);
    take(&features.series.fps, sizeof(double));
    take(&features.scorableFraction, sizeof(double));
    if (bytes.size() - fixed - kDigest != count * sizeof(Stored))
        return std::nullopt;
    features.series.frames.resize(count);
    for (std::size_t t = 0; t < count; ++t) {
        Stored stored;
        take(&stored, sizeof stored);
        auto& frame = features.series.frames[t];
        frame.frame = FrameIndex{static_cast<std::int64_t>(t)};
        frame.state = static_cast<face::Scorability>(stored.state);
        for (std::size_t r = 0; r < motion::kRegionCount; ++r)
            frame.displacement[r] = {stored.displacement[2 * r], stored.displacement[2 * r + 1]};
        frame.newStretch = stored.newStretch != 0;
        frame.head = {stored.head[0], stored.head[1]};
        frame.eyeOpening = stored.eyeOpening;
        frame.mouthOpening = stored.mouthOpening;
    }
    features.key = key;
    features.fromCache = true;
    return features;
}

Result<std::string> keyOf(const fs::path& media, const AnalyseOptions& options) {
    const auto film = media::quickFingerprint(media);
    if (!film)
        return Unexpected(film.error());
    const auto model = media::quickFingerprint(face::landmarkModel().path(options.landmarkModel));
    if (!model)
        return Unexpected(model.error());
    return media::toHex(
        media::sha256Bytes(std::string(kMagic) + *film + "\n" + *model + "\n" + featureParameters(options)));
}

struct Place {
    fs::path file;
    std::string key;
};

/// Where the film's features are kept; none for folders of images and without a cache folder.
std::optional<Place> placeOf(const fs::path& media, const AnalyseOptions& options) {
    std::error_code ec;
    if (options.cacheDir.empty() || !fs::is_regular_file(media, ec))
        return std::nullopt;
    auto key = keyOf(media, options);
    if (!key)
        return std::nullopt;
    return Place{options.cacheDir / "features" / (key->substr(0, 24) + ".bin"), *std::move(key)};
}

void put(const Place& place, const FilmFeatures& features) {
    std::error_code ec;
    fs::create_directories(place.file.parent_path(), ec);
    (void)writeFileAtomically(place.file, packed(features)); // without it the film is measured again, no more
}

} // namespace

std::string featureParameters(const AnalyseOptions& options) {
    nlohmann::ordered_json out = {
        {"flow", options.flow}, {"face", options.followFace}, {"fixed5", options.fixedRadius}};
    if (options.fps)
        out["fps"] = {options.fps->num, options.fps->den};
    return jsonText(out);
}

Result<FilmFeatures> filmFeatures(const fs::path& media, const AnalyseOptions& options,
                                  const JobContext& job) {
    const auto place = placeOf(media, options);
    if (place)
        if (const auto bytes = readTextFile(place->file))
            if (auto features = unpacked(*bytes, place->key))
                return *std::move(features);
    auto measured = analyse(media, options, job);
    if (!measured)
        return Unexpected(std::move(measured).error());
    FilmFeatures features{std::move(measured->series), measured->scorableFraction, place ? place->key : "",
                          false};
    if (place)
        put(*place, features);
    return features;
}

void keepFeatures(const fs::path& media, const AnalyseOptions& options, const Analysis& measured) {
    if (const auto place = placeOf(media, options))
        put(*place, {measured.series, measured.scorableFraction, place->key, false});
}

} // namespace mien::pipeline
