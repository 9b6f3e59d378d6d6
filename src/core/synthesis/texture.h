// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>

namespace mien::synthesis {

/// A picture that can be read at any point: cubic convolution (Keys 1981, a = -1/2) in single precision.
/// cv::remap rounds positions to 1/32 pixel, a third of the smallest movement planted here. Beyond its
/// borders the picture goes on as a blur of what is nearest; a mirror would show parts of a face twice.
class Texture {
public:
    Texture() = default;
    /// CV_8UC3. `beyond`: how many pixels outside the borders will be read; farther out nothing changes any
    /// more.
    explicit Texture(const cv::Mat& image, int beyond = 0);
    /// BGR at (x, y), pixel centres at whole numbers; may lie a little outside 0 … 255.
    cv::Vec3f at(double x, double y) const;

private:
    cv::Mat m_padded; ///< CV_32FC4 with a rim, so that the inner loop needs no border test
    int m_rim = 0;
};

} // namespace mien::synthesis
