// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/exposure.h"

#include "core/synthesis/sensor_noise.h"

#include <numbers>

namespace mien::synthesis {

cv::Mat exposed(cv::Mat& picture, const ClipSpec& spec, FrameIndex frame) {
    if (spec.light != 1.0)
        picture *= spec.light;
    if (spec.flickerAmplitude > 0.0) {
        const double t = static_cast<double>(frame.value) / spec.fps.value();
        picture *= 1.0 + spec.flickerAmplitude * std::sin(2.0 * std::numbers::pi * spec.flickerHz * t);
    }
    if (spec.noiseSigma > 0.0)
        addSensorNoise(picture, spec.noiseSigma, spec.seed, frame);
    cv::Mat out;
    picture.convertTo(out, CV_8U);
    return out;
}

} // namespace mien::synthesis
