// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/video_source.h"
#include "core/media/video_writer.h"
#include "core/synthesis/render_clip.h"
#include "support/verify.h"

#include <opencv2/imgproc.hpp>

#include <functional>

namespace mien::test {

/// Films as an image-to-video model might return them, made from the demo's portrait by the generator `warp`:
/// a good one, and copies of it that are spoilt in one way each.
class ExpressionFilms {
public:
    using Spoil = std::function<cv::Mat(const cv::Mat& frame, int t)>;

    explicit ExpressionFilms(std::filesystem::path folder, int frames = 61) : m_folder(std::move(folder)) {
        spec.source = std::filesystem::path(MIEN_SOURCE_DIR) / "resources/demo/astronaut.png";
        spec.frames = frames;
        spec.driftPxPerS = 1.0;
        spec.driftExtentPx = 3.0;
        spec.noiseSigma = 0.8;
        auto& e = spec.expressions.emplace_back();
        e.actionUnits = "12D+25B";
        e.onset = {frames / 2 - 5};
        e.apex = {frames / 2};
        e.offset = {frames / 2 + 4};
    }

    /// Renders the spec as it stands.
    std::filesystem::path rendered(const std::string& name) const {
        auto clip = spec;
        clip.name = name;
        const auto truth = synthesis::renderClip(clip, m_folder / (name + " clip"), {});
        return truth ? truth->film : std::filesystem::path(truth.error().message);
    }
    const std::filesystem::path& good() {
        if (m_good.empty())
            m_good = rendered("good");
        return m_good;
    }

    /// A copy of the good film with every frame changed; `frames` of them, all where 0.
    std::filesystem::path spoilt(const std::string& name, const Spoil& spoil, int frames = 0) {
        auto source = media::openMedia(good(), {}, {});
        const auto target = m_folder / (name + ".mp4");
        std::unique_ptr<media::VideoWriter> writer;
        const auto count = frames > 0 ? frames : static_cast<int>((*source)->info().frames);
        for (int t = 0; t < count; ++t) {
            const auto picture = spoil((*source)->read(FrameIndex{t})->image, t);
            if (!writer)
                writer = *media::VideoWriter::create(
                    target, {.width = picture.cols, .height = picture.rows, .fps = spec.fps});
            if (!writer->write(picture))
                return {};
        }
        return writer->finish() ? target : std::filesystem::path();
    }

    std::filesystem::path still() {
        cv::Mat first;
        return spoilt("still", [first](const cv::Mat& frame, int t) mutable {
            if (t == 0)
                first = frame.clone();
            return first;
        });
    }
    std::filesystem::path twoFaces() {
        return spoilt("two faces", [](const cv::Mat& frame, int) {
            cv::Mat half, both(frame.size(), frame.type(), cv::Scalar::all(90));
            cv::resize(frame, half, {}, 0.5, 0.5, cv::INTER_AREA);
            half.copyTo(both(cv::Rect(0, frame.rows / 4, half.cols, half.rows)));
            half.copyTo(both(cv::Rect(frame.cols / 2, frame.rows / 4, half.cols, half.rows)));
            return both;
        });
    }
    std::filesystem::path noFace() {
        return spoilt("no face", [](const cv::Mat& frame, int t) {
            cv::Mat picture(frame.size(), frame.type(), cv::Scalar(60, 90, 120));
            cv::circle(picture, {60 + t, 128}, 40, {200, 180, 90}, cv::FILLED);
            return picture;
        });
    }
    /// The face slides over its own outline, as on a cylinder that turns to and fro.
    std::filesystem::path turning() {
        return spoilt("turning", [](const cv::Mat& frame, int t) {
            const double angle = 0.3 * std::sin(t * 0.08), radius = 0.36 * frame.cols;
            cv::Mat mapX(frame.size(), CV_32F), mapY(frame.size(), CV_32F);
            for (int y = 0; y < frame.rows; ++y)
                for (int x = 0; x < frame.cols; ++x) {
                    const double u = (x - 0.5 * frame.cols) / radius;
                    const double from =
                        std::abs(u) < 1.0
                            ? std::sin(std::clamp(std::asin(u) - angle * std::sqrt(1 - u * u), -1.57, 1.57))
                            : u;
                    mapX.at<float>(y, x) = static_cast<float>(0.5 * frame.cols + radius * from);
                    mapY.at<float>(y, x) = static_cast<float>(y);
                }
            cv::Mat out;
            cv::remap(frame, out, mapX, mapY, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
            return out;
        });
    }
    std::filesystem::path blurred() {
        return spoilt("blurred", [](const cv::Mat& frame, int t) {
            cv::Mat out = frame;
            if (t > 5 && t < 22)
                cv::GaussianBlur(frame, out, {}, 2.5);
            return out;
        });
    }
    /// The file breaks off.
    std::filesystem::path truncated() {
        const auto target = m_folder / "truncated.mp4";
        std::filesystem::copy_file(good(), target, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(target, std::filesystem::file_size(target) / 2);
        return target;
    }

    synthesis::ClipSpec spec;

private:
    std::filesystem::path m_folder, m_good;
};

} // namespace mien::test
