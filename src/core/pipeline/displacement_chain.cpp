// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/displacement_chain.h"

#include <cmath>

namespace mien::pipeline {

void DisplacementChain::reset() {
    m_empty = true;
    m_base = {};
    m_flow = {};
    m_bias = {};
    m_leadLeftS = {};
    m_astrayBefore = {};
    m_astray = {};
    m_forgotten = {};
}

RegionVectors DisplacementChain::add(const RegionVectors& fromReference, const RegionVectors& landmarks,
                                     bool newStretch, const RegionVectors& astray) {
    if (m_empty) {
        m_landmarksAtStart = landmarks;
    } else if (newStretch) {
        m_base = m_flow;
        m_astrayBefore = m_astray;
    }
    m_empty = false;

    const auto share = [&](double timeConstantS) {
        return static_cast<float>(1.0 - std::exp(-1.0 / (timeConstantS * m_fps)));
    };
    const float slow = share(kSlowS);
    const float fast = share(kFastS);
    const float forget = share(kForgetS);
    RegionVectors out;
    for (std::size_t r = 0; r < out.size(); ++r) {
        m_flow[r] = m_base[r] + fromReference[r];
        m_astray[r] = m_astrayBefore[r] + astray[r];
        m_forgotten[r] += (m_astray[r] - m_forgotten[r]) * forget;
        const cv::Vec2f believed = landmarks[r] - (m_astray[r] - m_forgotten[r]);
        const cv::Vec2f error = believed - m_landmarksAtStart[r] - m_flow[r] - m_bias[r];
        const auto size = static_cast<float>(cv::norm(error));
        if (size > kAgreement)
            m_leadLeftS[r] = kCalmS;
        else if (size <= kReconciled)
            m_leadLeftS[r] = std::max(0.0, m_leadLeftS[r] - 1.0 / m_fps);
        if (m_leadLeftS[r] > 0.0)
            m_bias[r] += error * fast;
        else if (motion::isUpperFace(r) && size > kMostBias)
            m_bias[r] += error * (slow * kMostBias / size);
        else
            m_bias[r] += error * slow;
        out[r] = m_flow[r] + m_bias[r];
    }
    return out;
}

} // namespace mien::pipeline
