// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/quality_clip.h"

#include "core/base/guarded.h"
#include "core/base/npy.h"

#include <fmt/format.h>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;

/// Mean and spread of the pictures that CLIP was trained on, RGB, 0 … 1 (Radford et al. 2021).
const cv::Scalar kMean{0.48145466, 0.4578275, 0.40821073};
const cv::Scalar kSpread{0.26862954, 0.26130258, 0.27577711};
constexpr double kLogitScale = 100.0; ///< what CLIP's temperature is limited to, and has in every release

Result<void> isThere(const fs::path& path, std::string_view what, std::string_view flag) {
    std::error_code ignored;
    if (!path.empty() && fs::is_regular_file(path, ignored))
        return {};
    return fail(
        ErrorCode::MissingDependency,
        fmt::format("CLIP-IQA needs {}, which is not there: name the file with --{}, or leave CLIP-IQA "
                    "out.",
                    what, flag),
        path.string());
}

/// Unit rows, CV_64F.
Result<cv::Mat> readPrompts(const fs::path& path) {
    const auto array = readNpy(path);
    if (!array)
        return Unexpected(array.error());
    const bool isFloat = array->type == NpyType::Float32 || array->type == NpyType::Float64;
    if (!isFloat || array->shape.size() != 2 || array->shape[0] != 2 || array->shape[1] == 0)
        return fail(ErrorCode::Corrupt,
                    "The prompts of CLIP-IQA are an array of 2 rows of floats: the embedding of the good "
                    "prompt, then that of the bad one.",
                    path.string());
    const auto length = array->shape[1];
    cv::Mat prompts(2, static_cast<int>(length), CV_64F);
    for (std::size_t i = 0; i < 2 * length; ++i)
        prompts.at<double>(static_cast<int>(i / length), static_cast<int>(i % length)) =
            array->type == NpyType::Float32 ? static_cast<double>(array->values<float>()[i])
                                            : array->values<double>()[i];
    for (int row = 0; row < 2; ++row) {
        const double norm = cv::norm(prompts.row(row));
        if (!std::isfinite(norm) || norm == 0.0)
            return fail(ErrorCode::Corrupt,
                        fmt::format("Embedding {} of the prompts has no direction.", row + 1), path.string());
        prompts.row(row) /= norm;
    }
    return prompts;
}

} // namespace

struct ClipIqa::Model {
    Files files;
    cv::dnn::Net encoder;
    cv::Mat prompts;
};

ClipIqa::ClipIqa(std::unique_ptr<Model> model) : m_model(std::move(model)) {}
ClipIqa::ClipIqa(ClipIqa&&) noexcept = default;
ClipIqa& ClipIqa::operator=(ClipIqa&&) noexcept = default;
ClipIqa::~ClipIqa() = default;

Result<ClipIqa> ClipIqa::load(const Files& files) {
    if (auto ok = isThere(files.encoder, "the image encoder of a CLIP model (ONNX)", "clip-model"); !ok)
        return Unexpected(ok.error());
    if (auto ok = isThere(files.prompts, "the embeddings of its two prompts (.npy)", "clip-prompts"); !ok)
        return Unexpected(ok.error());
    auto prompts = readPrompts(files.prompts);
    if (!prompts)
        return Unexpected(prompts.error());
    auto model = std::make_unique<Model>();
    model->files = files;
    model->prompts = *std::move(prompts);
    try {
        model->encoder = cv::dnn::readNetFromONNX(files.encoder.string());
    } catch (const std::exception&) { // OpenCV throws on whatever it cannot read
    }
    if (model->encoder.empty())
        return fail(ErrorCode::Corrupt,
                    "This is no ONNX model that OpenCV's dnn can read: export the image encoder alone, with "
                    "operators of opset 13 or below.",
                    files.encoder.string());
    return ClipIqa(std::move(model));
}

Result<double> ClipIqa::score(const cv::Mat& bgr) {
    CV_Assert(bgr.type() == CV_8UC3);
    const auto& files = m_model->files;
    const auto& prompts = m_model->prompts;
    cv::Mat picture;
    cv::cvtColor(bgr, picture, cv::COLOR_BGR2RGB);
    if (files.side > 0)
        cv::resize(picture, picture, {files.side, files.side}, 0, 0, cv::INTER_CUBIC);
    picture.convertTo(picture, CV_32FC3, 1.0 / 255.0);
    picture = (picture - kMean) / kSpread;
    cv::Mat embedding;
    try {
        m_model->encoder.setInput(cv::dnn::blobFromImage(picture));
        embedding = m_model->encoder.forward().clone();
    } catch (const cv::Exception&) {
        return fail(ErrorCode::Corrupt,
                    fmt::format("The image encoder takes no picture of {}×{} pixels: give the side that it "
                                "was exported for (--clip-side).",
                                picture.cols, picture.rows),
                    files.encoder.string());
    }
    if (embedding.total() != static_cast<std::size_t>(prompts.cols) || embedding.type() != CV_32F)
        return fail(
            ErrorCode::Corrupt,
            fmt::format("The image encoder answers with {} figures and each prompt has {}: they are not "
                        "of the same CLIP model.",
                        embedding.total(), prompts.cols),
            files.encoder.string());
    cv::Mat unit;
    embedding.reshape(1, 1).convertTo(unit, CV_64F);
    const double norm = cv::norm(unit);
    if (!std::isfinite(norm) || norm == 0.0)
        return fail(ErrorCode::Corrupt, "The image encoder answers with an embedding that has no direction.",
                    files.encoder.string());
    const double good = unit.dot(prompts.row(0)) / norm, bad = unit.dot(prompts.row(1)) / norm;
    return 1.0 / (1.0 + std::exp(-kLogitScale * (good - bad)));
}

Result<double> meanClipIqa(media::VideoSource& source, ClipIqa& clip, int every, const JobContext& job) {
    const auto& info = source.info();
    return guarded(info.path.string(), [&]() -> Result<double> {
        double sum = 0.0;
        std::int64_t scored = 0;
        for (std::int64_t at = 0;; ++at) {
            if (job.cancelled())
                return cancelled();
            const auto frame = source.next();
            if (!frame)
                return Unexpected(frame.error());
            if (!*frame)
                break;
            if (at % std::max(1, every) != 0)
                continue;
            const auto score = clip.score((*frame)->image);
            if (!score)
                return Unexpected(score.error());
            sum += *score;
            ++scored;
            job.progress(static_cast<double>(at + 1) /
                             static_cast<double>(std::max<std::int64_t>(1, info.frames)),
                         "measuring CLIP-IQA");
        }
        if (scored == 0)
            return fail(ErrorCode::Corrupt, "None of its frames can be decoded.", info.path.string());
        return sum / static_cast<double>(scored);
    });
}

} // namespace mien::synthesis
