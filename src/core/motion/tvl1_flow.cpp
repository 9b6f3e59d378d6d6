// SPDX-License-Identifier: GPL-3.0-or-later
// The energy is that of Zach, Pock and Bischof (2007), as OpenCV and the IPOL article minimise it, with
// lambda and theta of the same meaning, so that the fields agree. The solver is Chambolle and Pock's
// primal-dual method (2011) on u alone: eliminating v leaves the Moreau envelope of lambda|rho|, whose
// proximal map is again a soft threshold, and the over-relaxed step needs about a third of the alternating
// scheme's iterations.
#include "core/motion/tvl1_flow.h"

#include "core/base/guarded.h"
#include "core/motion/flow_input.h"
#include "core/motion/tvl1_level.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <deque>

namespace mien::motion {
namespace {

using tvl1::LevelBuffers;

constexpr int kSmallestSidePx = 16;   ///< of the coarsest level
constexpr int kMaskedLevels = 2;      ///< coarser ones cost so little that they run whole
constexpr float kDarkGrey = 16.0f;    ///< darker cells say little about brightness,
constexpr float kBrightGrey = 240.0f; ///< and brighter ones may be clipped
constexpr int kStepsInFlight =
    5; ///< steps per pass over the rows: 5 × 10 rows of 1 KiB fit the first-level cache

class Tvl1Flow final : public OpticalFlow {
public:
    Tvl1Flow(const Tvl1Options& options, const tvl1::Kernels* kernels)
        : m_options(options), m_kernels(kernels != nullptr ? *kernels : *tvl1::availableKernels().back()) {}

    Result<cv::Mat> compute(const cv::Mat& from, const cv::Mat& to, const cv::Mat& start) override {
        if (auto valid = m_options.validate(); !valid)
            return Unexpected(valid.error());
        if (auto valid = checkPair(from, to, start); !valid)
            return Unexpected(valid.error());
        return guarded("tvl1", [&] { return run(from, to, start); });
    }

    void setMask(const cv::Mat& mask) override {
        m_mask = mask.clone();
        m_maskDirty = true;
    }

private:
    cv::Mat run(const cv::Mat& from, const cv::Mat& to, const cv::Mat& start) {
        prepareLevels(from.size());
        const bool warm = !start.empty();
        const std::size_t wanted = static_cast<std::size_t>(warm ? m_options.warmScales : m_options.scales);
        const std::size_t used = std::min(wanted, m_levels.size());
        from.convertTo(m_levels[0].image(LevelBuffers::From), CV_32F);
        to.convertTo(m_levels[0].image(LevelBuffers::To), CV_32F);
        if (m_options.matchBrightness)
            m_levels[0].image(LevelBuffers::To) *= brightnessRatio();
        if (m_options.presmoothPx > 0.0f)
            for (auto plane : {LevelBuffers::From, LevelBuffers::To})
                cv::GaussianBlur(m_levels[0].image(plane), m_levels[0].image(plane), {},
                                 m_options.presmoothPx);
        for (std::size_t k = 1; k < used; ++k)
            for (auto plane : {LevelBuffers::From, LevelBuffers::To})
                cv::pyrDown(m_levels[k - 1].image(plane), m_levels[k].image(plane), m_levels[k].size());
        setStart(start, used);
        for (std::size_t k = used; k-- > 0;) {
            LevelBuffers& level = m_levels[k];
            level.prepareImages();
            level.clearDual();
            if (k + 1 < used)
                refineStart(m_levels[k + 1], level);
            solve(level, warm ? m_options.warmWarps : m_options.warps);
        }
        cv::Mat flow;
        cv::merge(
            std::vector<cv::Mat>{m_levels[0].image(LevelBuffers::U1), m_levels[0].image(LevelBuffers::U2)},
            flow);
        return flow;
    }

    void prepareLevels(cv::Size size) {
        if (m_levels.empty() || m_levels[0].size() != size) {
            m_levels.clear();
            const std::size_t most =
                static_cast<std::size_t>(std::max(m_options.scales, m_options.warmScales));
            for (cv::Size s = size; m_levels.size() < most && std::min(s.width, s.height) >= kSmallestSidePx;
                 s = {(s.width + 1) / 2, (s.height + 1) / 2})
                m_levels.emplace_back(s);
            const std::size_t scratch = static_cast<std::size_t>(kStepsInFlight) * 4;
            m_scratch.assign(scratch * static_cast<std::size_t>(m_levels[0].level().stride), 0.0f);
            m_maskDirty = true;
        }
        if (m_maskDirty) {
            const bool fits = !m_mask.empty() && m_mask.size() == size;
            for (std::size_t k = 0; k < m_levels.size(); ++k)
                m_levels[k].setWanted(fits && k < kMaskedLevels ? m_mask : cv::Mat(), m_options.maskMarginPx);
            m_maskDirty = false;
        }
    }

    /// How much brighter `from` is than `to`: the median over a coarse grid, so that what moves or opens does
    /// not count. Brightness constancy is all that the flow has: 3 % of flicker alone would invent a pixel of
    /// motion.
    double brightnessRatio() const {
        constexpr int kCells = 16;
        cv::Mat from;
        cv::Mat to;
        cv::resize(m_levels[0].image(LevelBuffers::From), from, {kCells, kCells}, 0, 0, cv::INTER_AREA);
        cv::resize(m_levels[0].image(LevelBuffers::To), to, {kCells, kCells}, 0, 0, cv::INTER_AREA);
        std::vector<float> ratios;
        for (int i = 0; i < kCells * kCells; ++i) {
            const float a = from.at<float>(i / kCells, i % kCells);
            const float b = to.at<float>(i / kCells, i % kCells);
            if (a > kDarkGrey && b > kDarkGrey && a < kBrightGrey && b < kBrightGrey)
                ratios.push_back(a / b);
        }
        if (ratios.size() < kCells)
            return 1.0;
        const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
        std::nth_element(ratios.begin(), middle, ratios.end());
        return std::clamp(*middle, 0.5f, 2.0f);
    }

    /// Fills the Start planes of the used levels, and the flow of the coarsest.
    void setStart(const cv::Mat& start, std::size_t used) {
        for (int component = 0; component < 2; ++component) {
            const auto plane = component == 0 ? LevelBuffers::Start1 : LevelBuffers::Start2;
            if (start.empty())
                for (std::size_t k = 0; k < used; ++k)
                    m_levels[k].image(plane).setTo(0);
            else
                cv::extractChannel(start, m_levels[0].image(plane), component);
            for (std::size_t k = 1; k < used && !start.empty(); ++k) {
                cv::pyrDown(m_levels[k - 1].image(plane), m_levels[k].image(plane), m_levels[k].size());
                m_levels[k].image(plane) *= 0.5;
            }
            LevelBuffers& top = m_levels[used - 1];
            top.image(plane).copyTo(top.image(component == 0 ? LevelBuffers::U1 : LevelBuffers::U2));
        }
    }

    /// Start of the fine level plus what the coarse level added to its own: fine detail of a warm start
    /// survives.
    static void refineStart(LevelBuffers& coarse, LevelBuffers& fine) {
        for (int component = 0; component < 2; ++component) {
            const auto u = component == 0 ? LevelBuffers::U1 : LevelBuffers::U2;
            const auto start = component == 0 ? LevelBuffers::Start1 : LevelBuffers::Start2;
            coarse.image(start) = coarse.image(u) - coarse.image(start);
            fine.image(start).copyTo(fine.image(u));
            tvl1::addUpsampled(coarse.image(start), fine.image(u));
        }
    }

    void solve(LevelBuffers& buffers, int warps) {
        const tvl1::Level& level = buffers.level();
        const float dual = 1.0f / (8.0f * m_options.primalStep);
        const tvl1::Steps steps{m_options.lambda, m_options.theta, m_options.primalStep, dual};
        for (int warp = 0; warp < warps; ++warp) {
            m_kernels.linearise(level);
            for (int done = 0; done < m_options.iterations; done += kStepsInFlight)
                m_kernels.iterate(level, steps, std::min(kStepsInFlight, m_options.iterations - done),
                                  m_scratch.data());
        }
    }

    Tvl1Options m_options;
    const tvl1::Kernels& m_kernels;
    std::deque<LevelBuffers> m_levels; ///< finest first; addresses stay put
    std::vector<float> m_scratch;
    cv::Mat m_mask;
    bool m_maskDirty = true;
};

} // namespace

std::unique_ptr<OpticalFlow> makeTvl1(const Tvl1Options& options, const tvl1::Kernels* kernels) {
    return std::make_unique<Tvl1Flow>(options, kernels);
}

} // namespace mien::motion
