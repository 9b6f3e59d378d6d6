// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/opencv_flows.h"

#include "core/base/guarded.h"
#include "core/motion/flow_input.h"

#include <opencv2/imgproc.hpp>
#include <opencv2/optflow.hpp>
#include <opencv2/video/tracking.hpp>

namespace mien::motion {
namespace {

/// Pixels around the wanted ones that are computed too: what moves into them comes from no farther away.
constexpr int kMargin = 16;
/// The part of the image that is computed begins and ends at multiples of this, so that every level of the
/// engines' pyramids halves evenly.
constexpr int kGrid = 16;

/// The wanted pixels' bounding box with a margin, on the grid; the whole image where there are none.
cv::Rect boxOf(const cv::Mat& mask) {
    const cv::Rect wanted = cv::boundingRect(mask);
    if (wanted.empty())
        return {{0, 0}, mask.size()};
    const auto down = [](int v) { return std::max(0, v - kMargin) / kGrid * kGrid; };
    const auto up = [](int v, int most) { return std::min(most, (v + kMargin + kGrid - 1) / kGrid * kGrid); };
    const cv::Point first(down(wanted.x), down(wanted.y));
    return {first, cv::Point(up(wanted.br().x, mask.cols), up(wanted.br().y, mask.rows))};
}

/// OpenCV's engines share one interface. They compute every pixel of a rectangle, so a mask restricts them to
/// its bounding box; the flow is zero elsewhere.
class OpencvFlow final : public OpticalFlow {
public:
    /// `takesStart`: tells the engine whether the output matrix holds a start flow.
    OpencvFlow(cv::Ptr<cv::DenseOpticalFlow> engine, std::string name, std::function<void(bool)> takesStart)
        : m_engine(std::move(engine)), m_name(std::move(name)), m_takesStart(std::move(takesStart)) {}

    Result<cv::Mat> compute(const cv::Mat& from, const cv::Mat& to, const cv::Mat& start) override {
        if (auto valid = checkPair(from, to, start); !valid)
            return Unexpected(valid.error());
        return guarded(m_name, [&] {
            m_takesStart(!start.empty());
            if (m_mask.empty() || m_mask.size() != from.size()) {
                cv::Mat flow = start.clone();
                m_engine->calc(from, to, flow);
                return flow;
            }
            cv::Mat part = start.empty() ? cv::Mat() : start(m_box).clone();
            m_engine->calc(from(m_box).clone(), to(m_box).clone(), part);
            cv::Mat flow = cv::Mat::zeros(from.size(), CV_32FC2);
            part.copyTo(flow(m_box));
            return flow;
        });
    }
    void setMask(const cv::Mat& mask) override {
        m_mask = mask.clone();
        m_box = mask.empty() ? cv::Rect() : boxOf(mask);
    }

private:
    cv::Ptr<cv::DenseOpticalFlow> m_engine;
    std::string m_name;
    std::function<void(bool)> m_takesStart;
    cv::Mat m_mask;
    cv::Rect m_box;
};

} // namespace

std::unique_ptr<OpticalFlow> makeOpencvTvl1() {
    auto engine = cv::optflow::createOptFlow_DualTVL1();
    return std::make_unique<OpencvFlow>(engine, "tvl1-opencv",
                                        [engine](bool start) { engine->setUseInitialFlow(start); });
}

// The setting of the training-free spotters (guide B1.4).
std::unique_ptr<OpticalFlow> makeFarneback() {
    auto engine = cv::FarnebackOpticalFlow::create(3, 0.5, false, 15, 5, 7, 1.5, 0);
    return std::make_unique<OpencvFlow>(engine, "farneback", [engine](bool start) {
        engine->setFlags(start ? cv::OPTFLOW_USE_INITIAL_FLOW : 0);
    });
}

std::unique_ptr<OpticalFlow> makeDis() {
    auto engine = cv::DISOpticalFlow::create(cv::DISOpticalFlow::PRESET_ULTRAFAST);
    // Takes a start flow whenever the output matrix holds one.
    return std::make_unique<OpencvFlow>(engine, "dis", [](bool) {});
}

} // namespace mien::motion
