// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <opencv2/core/mat.hpp>

#include <filesystem>
#include <memory>

namespace mien::synthesis {

/// Blind picture quality (Mittal et al. 2012), 0 best … 100 worst, by OpenCV's quality module and a model
/// trained on the LIVE database. The paper used piq's implementation of the same method.
class Brisque {
public:
    /// Where `model` or `range` is empty: the file of Debian's package opencv-data. MissingDependency naming
    /// the file where there is none, Corrupt where it is not what it should be.
    static Result<Brisque> load(const std::filesystem::path& model = {},
                                const std::filesystem::path& range = {});
    Brisque(Brisque&&) noexcept;
    Brisque& operator=(Brisque&&) noexcept;
    ~Brisque();

    /// grey: CV_8UC1, at least kMinSide on both sides. Thread-safe.
    double score(const cv::Mat& grey) const;
    static constexpr int kMinSide = 16;

private:
    struct Model;
    explicit Brisque(std::unique_ptr<Model> model);
    std::unique_ptr<Model> m_model;
};

} // namespace mien::synthesis
