// SPDX-License-Identifier: GPL-3.0-or-later
// bench_face [FILM [FRAMES]]: our tracker beside dlib's plain calls (its detector on the whole frame, then
// its 68-point predictor, every frame) on the same frames in the same run. CPU time of this thread's process,
// medians, JSON.
#include "core/face/face_tracker.h"
#include "core/face/landmark_model.h"
#include "core/face/models.h"
#include "core/media/video_source.h"

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/image_processing/shape_predictor.h>
#include <dlib/opencv/cv_image.h>

#include <fmt/format.h>

#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace mien;

namespace {

double cpuMs() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return 1e3 * static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           1e-3 * static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

double median(std::vector<double> values) {
    if (values.empty())
        return 0.0;
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

double mean(const std::vector<double>& values) {
    double sum = 0.0;
    for (const double v : values)
        sum += v;
    return values.empty() ? 0.0 : sum / static_cast<double>(values.size());
}

} // namespace

int main(int argc, char** argv) {
    const char* film = argc > 1 ? argv[1] : MIEN_SHARED_DATA "/video/d18.mp4";
    const int frames = argc > 2 ? std::atoi(argv[2]) : 200;
    auto source = media::openMedia(film, {.format = media::PixelFormat::Grey}, {});
    auto model = face::loadLandmarkModel();
    if (!source || !model) {
        std::fprintf(stderr, "%s\n", (source ? model.error() : source.error()).sentence().c_str());
        return 1;
    }
    auto tracker = face::makeFaceTracker({.fps = (*source)->info().fps.value()});
    if (!tracker)
        return 1;
    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    dlib::shape_predictor predictor;
    dlib::deserialize(face::landmarkModel().path().string()) >> predictor;

    std::vector<double> ours, predict, theirDetect, theirPredict;
    for (int i = 0; i < frames; ++i) {
        auto frame = (*source)->next();
        if (!frame || !*frame)
            break;
        const cv::Mat& grey = (*frame)->image;
        double start = cpuMs();
        auto seen = (*tracker)->observe((*frame)->index, grey);
        ours.push_back(cpuMs() - start);
        if (!seen)
            break;
        if (seen->state != face::Scorability::NoFace) {
            start = cpuMs();
            (*model)->predict(grey, face::imageFromUnit(seen->box));
            predict.push_back(cpuMs() - start);
        }
        if (i % 4 != 0) // dlib is slow: every fourth frame gives its median as well
            continue;
        const dlib::cv_image<unsigned char> image(grey);
        start = cpuMs();
        const auto boxes = detector(image);
        theirDetect.push_back(cpuMs() - start);
        if (!boxes.empty()) {
            start = cpuMs();
            predictor(image, boxes.front());
            theirPredict.push_back(cpuMs() - start);
        }
    }
    const double plain = median(theirDetect) + median(theirPredict);
    fmt::print("{{\"frames\": {}, \"width\": {}, \"height\": {},\n"
               " \"observe_median_ms\": {:.3f}, \"observe_mean_ms\": {:.3f}, \"predict_median_ms\": {:.3f},\n"
               " \"dlib_detect_median_ms\": {:.3f}, \"dlib_predict_median_ms\": {:.3f},\n"
               " \"times_faster_median\": {:.1f}, \"times_faster_mean\": {:.1f}, \"predict_times_faster\": "
               "{:.1f}}}\n",
               ours.size(), (*source)->info().width, (*source)->info().height, median(ours), mean(ours),
               median(predict), median(theirDetect), median(theirPredict), plain / median(ours),
               plain / mean(ours), median(theirPredict) / median(predict));
    return 0;
}
