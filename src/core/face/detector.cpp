// SPDX-License-Identifier: GPL-3.0-or-later
// The only source file of the module that sees dlib (13 s to compile).
#include "core/face/detector.h"

#include <dlib/image_processing/frontal_face_detector.h>
#include <dlib/opencv/cv_image.h>

#include <opencv2/imgproc.hpp>

namespace mien::face {
namespace {

/// Building it parses 0.3 s worth of text, so it is done once and copied.
const dlib::frontal_face_detector& prototype() {
    static const dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();
    return detector;
}

} // namespace

struct FaceDetector::Impl {
    dlib::frontal_face_detector detector = prototype();
    cv::Mat resized;
};

FaceDetector::FaceDetector(int levels) : m_impl(std::make_unique<Impl>()) {
    if (levels > 0) {
        dlib::frontal_face_detector::image_scanner_type scanner;
        scanner.copy_configuration(m_impl->detector.get_scanner());
        scanner.set_max_pyramid_levels(static_cast<unsigned long>(levels));
        std::vector<dlib::frontal_face_detector::feature_vector_type> weights;
        for (unsigned long i = 0; i < m_impl->detector.num_detectors(); ++i)
            weights.push_back(m_impl->detector.get_w(i));
        m_impl->detector =
            dlib::frontal_face_detector(scanner, m_impl->detector.get_overlap_tester(), weights);
    }
}
FaceDetector::~FaceDetector() = default;
FaceDetector::FaceDetector(FaceDetector&&) noexcept = default;
FaceDetector& FaceDetector::operator=(FaceDetector&&) noexcept = default;

std::vector<Detection> FaceDetector::find(const cv::Mat& grey, double scale, double threshold) {
    CV_Assert(grey.type() == CV_8UC1);
    cv::Mat image = grey;
    if (scale != 1.0) {
        const cv::Size size(std::max(1, cvRound(grey.cols * scale)), std::max(1, cvRound(grey.rows * scale)));
        cv::resize(grey, m_impl->resized, size, 0, 0, scale < 1.0 ? cv::INTER_AREA : cv::INTER_LINEAR);
        image = m_impl->resized;
    }
    const double fx = static_cast<double>(grey.cols) / image.cols;
    const double fy = static_cast<double>(grey.rows) / image.rows;

    std::vector<dlib::rect_detection> found;
    m_impl->detector(dlib::cv_image<unsigned char>(image), found, threshold);

    std::vector<Detection> out;
    for (const dlib::rect_detection& f : found) {
        // Pixel centres sit on whole numbers, so a resize maps x to (x + 0.5) f - 0.5. The edges of dlib's
        // rectangles are the centres of the first and last pixel.
        const auto left = static_cast<float>((static_cast<double>(f.rect.left()) + 0.5) * fx - 0.5);
        const auto top = static_cast<float>((static_cast<double>(f.rect.top()) + 0.5) * fy - 0.5);
        const auto right = static_cast<float>((static_cast<double>(f.rect.right()) + 0.5) * fx - 0.5);
        const auto bottom = static_cast<float>((static_cast<double>(f.rect.bottom()) + 0.5) * fy - 0.5);
        out.push_back({{left, top, right - left, bottom - top}, static_cast<float>(f.detection_confidence)});
    }
    return out;
}

} // namespace mien::face
