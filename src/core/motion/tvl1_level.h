// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/motion/tvl1_kernels.h"

#include <opencv2/core.hpp>

#include <array>
#include <memory>
#include <vector>

namespace mien::motion::tvl1 {

/// The planes of one pyramid level: guarded, cache-line aligned rows, reused from pair to pair.
class LevelBuffers {
public:
    explicit LevelBuffers(cv::Size size);

    cv::Size size() const { return m_size; }
    /// View for the kernels; valid while this object lives and the spans are unchanged.
    const Level& level() const { return m_level; }

    enum Plane { From, To, Gx, Gy, U1, U2, P11, P12, P21, P22, Ix, Iy, Rc, Ig, Start1, Start2, kPlanes };
    /// The image part of a plane (shares memory).
    cv::Mat& image(Plane plane) { return m_images[plane]; }
    const cv::Mat& image(Plane plane) const { return m_images[plane]; }

    /// Works on the pixels of `wanted` (CV_8UC1 of any size, scaled to this level), widened by `marginPx`;
    /// on all of them where it is empty.
    void setWanted(const cv::Mat& wanted, int marginPx);
    /// Replicates the borders of `to` into its guards and takes the central differences of `from`.
    void prepareImages();
    void clearDual();

private:
    float* data(Plane plane) { return m_images[plane].ptr<float>(); }

    struct Free {
        void operator()(float* p) const;
    };
    cv::Size m_size;
    int m_stride = 0;
    std::unique_ptr<float, Free> m_memory;
    std::array<cv::Mat, kPlanes> m_images;
    std::vector<int> m_rowSpans;
    std::vector<Span> m_spans;
    std::unique_ptr<bool[]> m_spansChanged;
    Level m_level{};
};

/// Twice the flow of the coarse planes, bilinear: pixel (x, y) of the coarse level lies at (2x, 2y) of the
/// fine one.
void addUpsampled(const cv::Mat& coarse, cv::Mat& fine);

} // namespace mien::motion::tvl1
