// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/portrait.h"

#include "core/base/guarded.h"
#include "core/media/video_source.h"
#include "core/synthesis/face_frame.h"

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace mien::synthesis {
namespace {

Result<cv::Mat> readPicture(const std::filesystem::path& source, int sourceFrame, const JobContext& job) {
    if (!std::filesystem::exists(source))
        return fail(ErrorCode::NotFound, "There is no such portrait.", source.string());
    if (std::filesystem::is_regular_file(source) && cv::haveImageReader(source.string())) {
        auto image = guarded(source.string(), [&] { return cv::imread(source.string(), cv::IMREAD_COLOR); });
        if (image && image->empty())
            return fail(ErrorCode::Corrupt, "The portrait cannot be read as an image.", source.string());
        return image;
    }
    media::OpenOptions options;
    options.fps = Rational{25, 1}; // only folders of images ask for it, and nothing here depends on it
    auto film = sourceFrame == 0 ? Result<std::unique_ptr<media::VideoSource>>(nullptr)
                                 : media::openMedia(source, options, job);
    if (!film)
        return Unexpected(film.error());
    auto frame = *film ? (*film)->read(FrameIndex{sourceFrame}) : media::readFirstFrame(source, options);
    if (!frame)
        return Unexpected(frame.error());
    return frame->image;
}

Result<face::Landmarks> findFace(const cv::Mat& image, const std::string& where) {
    face::FaceOptions options;
    options.minFaceWidthPx = 24.0f;
    auto tracker = face::makeFaceTracker(options);
    if (!tracker)
        return Unexpected(tracker.error());
    cv::Mat grey;
    cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
    auto seen = (*tracker)->observe(FrameIndex{0}, grey);
    if (!seen)
        return Unexpected(seen.error());
    if (seen->state == face::Scorability::NoFace)
        return fail(ErrorCode::InvalidArgument,
                    "No face is found in the portrait; use a picture of a person looking into the camera.",
                    where);
    return seen->raw;
}

} // namespace

Result<Portrait> loadPortrait(const std::filesystem::path& source, int sourceFrame, const JobContext& job) {
    return guarded(source.string(), [&]() -> Result<Portrait> {
        auto image = readPicture(source, sourceFrame, job);
        if (!image)
            return Unexpected(image.error());
        auto sha = media::contentSha256(source, job);
        if (!sha)
            return Unexpected(sha.error());
        auto found = findFace(*image, source.string());
        if (!found)
            return Unexpected(found.error());
        Portrait portrait{*image, *found, *sha};
        const auto closeUp = framingOf(portrait, 480, 0.5);
        cv::Mat crop;
        cv::warpAffine(portrait.image, crop, closeUp.filmFromPortrait, {480, 480}, cv::INTER_CUBIC,
                       cv::BORDER_REFLECT_101);
        // The enlarged search may fail on a blurred face; the first answer is then good enough.
        if (auto better = findFace(crop, source.string()))
            for (std::size_t k = 0; k < portrait.landmarks.size(); ++k) {
                const cv::Point2d p((*better)[k]);
                const cv::Vec2d q = closeUp.portraitFromFilm * cv::Vec3d(p.x, p.y, 1.0);
                portrait.landmarks[k] = cv::Point2f(static_cast<float>(q[0]), static_cast<float>(q[1]));
            }
        return portrait;
    });
}

Framing framingOf(const Portrait& portrait, int size, double faceFraction) {
    Framing framing;
    framing.scale = faceFraction * size / std::max(1.0, faceWidthPx(portrait.landmarks));
    const auto& l = portrait.landmarks;
    // A little above the middle of ears and chin, which leaves the hair in the picture.
    cv::Point2d centre = cv::Point2d(l[0] + l[16]) * 0.3 + cv::Point2d(l[8]) * 0.4;
    const double half = 0.5 * size / framing.scale;
    const auto keepInside = [half](double at, int extent) {
        return extent >= 2.0 * half ? std::clamp(at, half, extent - half) : at;
    };
    centre = {keepInside(centre.x, portrait.image.cols), keepInside(centre.y, portrait.image.rows)};
    // Pixel centres lie at whole numbers: the film's middle is (size - 1) / 2.
    const double s = framing.scale;
    const double middle = 0.5 * (size - 1);
    framing.filmFromPortrait = {s, 0, middle - s * (centre.x - 0.5), 0, s, middle - s * (centre.y - 0.5)};
    framing.portraitFromFilm = {1 / s, 0, centre.x - 0.5 - middle / s, 0, 1 / s, centre.y - 0.5 - middle / s};
    for (std::size_t k = 0; k < l.size(); ++k) {
        const cv::Vec2d q = framing.filmFromPortrait * cv::Vec3d(l[k].x, l[k].y, 1.0);
        framing.landmarks[k] = cv::Point2f(static_cast<float>(q[0]), static_cast<float>(q[1]));
    }
    return framing;
}

} // namespace mien::synthesis
