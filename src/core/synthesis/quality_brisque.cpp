// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/quality_brisque.h"

#include <fmt/format.h>
#include <opencv2/ml.hpp>
#include <opencv2/quality/qualitybrisque.hpp>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFolder = "/usr/share/opencv4/quality/";
constexpr int kFeatures = 36;

Result<fs::path> fileAt(const fs::path& given, std::string_view name, std::string_view flag) {
    auto path = given.empty() ? fs::path(kFolder) / name : given;
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored))
        return fail(ErrorCode::MissingDependency,
                    fmt::format("BRISQUE needs this file, which is not there: install Debian's package "
                                "opencv-data, name the file with --{}, or leave BRISQUE out with "
                                "--no-brisque.",
                                flag),
                    path.string());
    return path;
}

} // namespace

struct Brisque::Model {
    cv::Ptr<cv::ml::SVM> svm;
    cv::Mat range; ///< 2×36: least and greatest value of each feature in training
};

Brisque::Brisque(std::unique_ptr<Model> model) : m_model(std::move(model)) {}
Brisque::Brisque(Brisque&&) noexcept = default;
Brisque& Brisque::operator=(Brisque&&) noexcept = default;
Brisque::~Brisque() = default;

Result<Brisque> Brisque::load(const fs::path& model, const fs::path& range) {
    const auto modelPath = fileAt(model, "brisque_model_live.yml", "brisque-model");
    if (!modelPath)
        return Unexpected(modelPath.error());
    const auto rangePath = fileAt(range, "brisque_range_live.yml", "brisque-range");
    if (!rangePath)
        return Unexpected(rangePath.error());
    const auto damaged = [](const fs::path& path, std::string_view what) {
        return fail(ErrorCode::Corrupt, fmt::format("This is no {} of OpenCV's BRISQUE.", what),
                    path.string());
    };
    auto loaded = std::make_unique<Model>();
    try {
        loaded->svm = cv::ml::SVM::load(modelPath->string());
    } catch (const std::exception&) { // OpenCV's parser throws on whatever is not a model
        return damaged(*modelPath, "model");
    }
    try {
        cv::FileStorage(rangePath->string(), cv::FileStorage::READ)["range"] >> loaded->range;
    } catch (const std::exception&) {
        return damaged(*rangePath, "table of ranges");
    }
    if (!loaded->svm || loaded->svm->getVarCount() != kFeatures)
        return damaged(*modelPath, "model");
    if (loaded->range.rows != 2 || loaded->range.cols != kFeatures)
        return damaged(*rangePath, "table of ranges");
    return Brisque(std::move(loaded));
}

double Brisque::score(const cv::Mat& grey) const {
    CV_Assert(grey.type() == CV_8UC1 && std::min(grey.rows, grey.cols) >= kMinSide);
    // The scorer keeps state of its last picture; the model behind it does not.
    return cv::quality::QualityBRISQUE::create(m_model->svm, m_model->range)->compute(grey)[0];
}

} // namespace mien::synthesis
