// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/opencv_flows.h"

#include "core/base/guarded.h"
#include "core/motion/flow_input.h"

#include <opencv2/optflow.hpp>
#include <opencv2/video/tracking.hpp>

namespace mien::motion {
namespace {

/// OpenCV's engines share one interface; they compute the whole image, so a mask changes nothing.
class OpencvFlow final : public OpticalFlow {
public:
    /// `takesStart`: tells the engine whether the output matrix holds a start flow.
    OpencvFlow(cv::Ptr<cv::DenseOpticalFlow> engine, std::string name, std::function<void(bool)> takesStart)
        : m_engine(std::move(engine)), m_name(std::move(name)), m_takesStart(std::move(takesStart)) {}

    Result<cv::Mat> compute(const cv::Mat& from, const cv::Mat& to, const cv::Mat& start) override {
        if (auto valid = checkPair(from, to, start); !valid)
            return Unexpected(valid.error());
        return guarded(m_name, [&] {
            cv::Mat flow = start.clone();
            m_takesStart(!start.empty());
            m_engine->calc(from, to, flow);
            return flow;
        });
    }
    void setMask(const cv::Mat& /*mask*/) override {}

private:
    cv::Ptr<cv::DenseOpticalFlow> m_engine;
    std::string m_name;
    std::function<void(bool)> m_takesStart;
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
