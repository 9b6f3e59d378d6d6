// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/face_counting.h"

#include "core/face/face_follower.h"

#include <opencv2/imgproc.hpp>

namespace mien::ui {
namespace {

/// How much of a film is searched for its first face before the choice is left to the analysis.
constexpr double kSearchedS = 20.0;
/// Farther from where it was counted than this many of its own widths, a face is not taken for the same.
constexpr float kFarthest = 3.0f;

std::vector<cv::Rect2f> boxesOf(const std::vector<face::Detection>& found) {
    std::vector<cv::Rect2f> boxes;
    for (const face::Detection& one : found)
        boxes.push_back(one.box);
    return boxes;
}

cv::Point2f centreOf(const cv::Rect2f& box) {
    return {box.x + box.width / 2, box.y + box.height / 2};
}

} // namespace

std::vector<FaceBox> numbered(const std::vector<cv::Rect2f>& now, const CountedFaces& counted) {
    struct Pair {
        float distance;
        std::size_t face;
        std::size_t number;
    };
    std::vector<Pair> pairs;
    for (std::size_t i = 0; i < now.size(); ++i)
        for (std::size_t k = 0; k < counted.boxes.size(); ++k) {
            const cv::Point2f gap = centreOf(now[i]) - centreOf(counted.boxes[k]);
            const float distance = std::hypot(gap.x, gap.y) / std::max(1.0f, counted.boxes[k].width);
            if (distance <= kFarthest)
                pairs.push_back({distance, i, k});
        }
    std::sort(pairs.begin(), pairs.end(),
              [](const Pair& a, const Pair& b) { return a.distance < b.distance; });
    std::vector<FaceBox> faces;
    for (const cv::Rect2f& box : now)
        faces.push_back({box, -1});
    std::vector<bool> taken(counted.boxes.size(), false);
    for (const Pair& pair : pairs)
        if (faces[pair.face].number < 0 && !taken[pair.number]) {
            faces[pair.face].number = static_cast<int>(pair.number);
            taken[pair.number] = true;
        }
    return faces;
}

int largestOf(const CountedFaces& counted) {
    const auto widest = std::max_element(counted.boxes.begin(), counted.boxes.end(),
                                         [](const auto& a, const auto& b) { return a.width < b.width; });
    return widest == counted.boxes.end() ? -1 : static_cast<int>(widest - counted.boxes.begin());
}

Result<CountedFaces> countFaces(const std::filesystem::path& film, const media::OpenOptions& options,
                                const JobContext& job) {
    media::OpenOptions grey = options;
    grey.format = media::PixelFormat::Grey;
    grey.decodeThreads = 1;
    auto source = media::openMedia(film, grey, JobContext{.stop = job.stop, .onProgress = {}, .threads = 1});
    if (!source)
        return Unexpected(source.error());
    face::FaceOptions faces;
    faces.followFace = 0; // counting from the left, the follower looks at everybody
    faces.fps = (*source)->info().fps.value();
    face::FaceFollower follower(faces);
    while (!job.cancelled()) {
        const auto frame = (*source)->next();
        if (!frame)
            return Unexpected(frame.error());
        if (!*frame || (*frame)->timeS > kSearchedS)
            return CountedFaces{};
        if (follower.look((*frame)->index, (*frame)->image))
            return CountedFaces{.frame = (*frame)->index, .boxes = boxesOf(follower.candidates())};
    }
    return cancelled();
}

Result<std::vector<cv::Rect2f>> facesIn(const cv::Mat& image) {
    cv::Mat grey = image;
    if (image.channels() == 3)
        cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
    face::FaceSearch search(face::FaceOptions{}.minFaceWidthPx);
    return boxesOf(search.wholeFrame(grey, face::SearchEffort::Full));
}

} // namespace mien::ui
