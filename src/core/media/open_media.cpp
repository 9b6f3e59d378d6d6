// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guarded.h"
#include "core/base/log.h"
#include "core/media/content_hash.h"
#include "core/media/film_scan.h"
#include "core/media/film_source.h"
#include "core/media/image_folder.h"
#include "core/media/index_cache.h"

namespace mien::media {
namespace {

namespace fs = std::filesystem;

Result<void> checkPath(const fs::path& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::exists(status))
        return fail(ErrorCode::NotFound, "There is no such file or folder.", path.string());
    if (fs::is_directory(status))
        return {};
    if (!fs::is_regular_file(status))
        return fail(ErrorCode::Unsupported, "This is neither a file nor a folder.", path.string());
    if (fs::file_size(path, error) == 0)
        return fail(ErrorCode::Corrupt, "The file is empty.", path.string());
    return {};
}

Result<std::unique_ptr<VideoSource>> openFilm(const fs::path& path, const OpenOptions& options,
                                              const JobContext& job) {
    auto reader = FilmReader::open(path, options.decodeThreads);
    if (!reader)
        return Unexpected(std::move(reader).error());
    std::optional<FilmIndex> index;
    const IndexCache cache(options.cacheDir);
    std::string fingerprint;
    if (!options.cacheDir.empty()) {
        auto named = quickFingerprint(path);
        if (!named)
            return Unexpected(std::move(named).error());
        fingerprint = std::move(*named);
        index = cache.load(fingerprint);
    }
    if (!index) {
        auto scanned = scanFilm(**reader, job);
        if (!scanned)
            return Unexpected(std::move(scanned).error());
        index = std::move(*scanned);
        // A table that cannot be kept costs time, not correctness.
        if (!fingerprint.empty())
            if (const auto stored = cache.store(fingerprint, *index); !stored)
                log(LogLevel::Warning, stored.error().sentence());
    }
    return std::make_unique<FilmSource>(std::move(*reader), std::move(*index), options.format);
}

Result<Frame> firstFilmFrame(const fs::path& path, const OpenOptions& options) {
    auto reader = FilmReader::open(path, options.decodeThreads);
    if (!reader)
        return Unexpected(std::move(reader).error());
    const AvFramePtr picture(av_frame_alloc());
    if ((*reader)->decodeNext(picture.get()) < 0)
        return fail(ErrorCode::Corrupt, "The film holds no picture that can be shown.", path.string());
    FrameConverter converter(options.format, orientationOf((*reader)->stream()), picture->width,
                             picture->height);
    auto image = converter.convert(*picture);
    if (!image)
        return Unexpected(std::move(image).error());
    return Frame{{0}, 0.0, std::move(*image)};
}

Result<Frame> firstImage(const fs::path& folder, const OpenOptions& options) {
    const auto images = listNumberedImages(folder);
    if (!images)
        return Unexpected(images.error());
    auto image = readImage(images->front().path, options.format);
    if (!image)
        return Unexpected(std::move(image).error());
    return Frame{{0}, 0.0, std::move(*image)};
}

} // namespace

FrameIndex VideoSource::frameAt(double timeS) const {
    const auto times = timesS();
    const auto after = std::upper_bound(times.begin(), times.end(), timeS);
    return {std::max<std::int64_t>(0, after - times.begin() - 1)};
}

Result<std::unique_ptr<VideoSource>> openMedia(const fs::path& path, const OpenOptions& options,
                                               const JobContext& job) {
    return guarded(path.string(), [&]() -> Result<std::unique_ptr<VideoSource>> {
        if (auto checked = checkPath(path); !checked)
            return Unexpected(std::move(checked).error());
        return fs::is_directory(path) ? openImageFolder(path, options) : openFilm(path, options, job);
    });
}

Result<Frame> readFirstFrame(const fs::path& path, const OpenOptions& options) {
    return guarded(path.string(), [&]() -> Result<Frame> {
        if (auto checked = checkPath(path); !checked)
            return Unexpected(std::move(checked).error());
        return fs::is_directory(path) ? firstImage(path, options) : firstFilmFrame(path, options);
    });
}

} // namespace mien::media
