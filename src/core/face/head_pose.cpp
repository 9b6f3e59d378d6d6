// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/head_pose.h"

#include <cmath>
#include <numbers>

namespace mien::face {
namespace {

/// A landmark on an average adult head, millimetres: origin between the outer eye corners, x to the image's
/// right, y down, z away from the camera.
struct HeadPoint {
    std::size_t landmark;
    double x, y, z;
};

constexpr std::array<HeadPoint, 11> kHead{{
    {36, -44.5, 0.0, 0.0},
    {39, -20.0, 2.0, -5.0},
    {42, 20.0, 2.0, -5.0},
    {45, 44.5, 0.0, 0.0},
    {27, 0.0, -2.0, -18.0},
    {28, 0.0, 11.0, -25.0},
    {29, 0.0, 23.0, -32.0},
    {30, 0.0, 35.0, -38.0},
    {31, -13.5, 48.0, -21.0},
    {33, 0.0, 51.0, -27.0},
    {35, 13.5, 48.0, -21.0},
}};

/// Least-squares weights: row k gives what point k adds to the 3 columns of the linear map (points centred).
std::array<cv::Vec3d, kHead.size()> solverRows() {
    cv::Vec3d mean;
    for (const HeadPoint& p : kHead)
        mean += cv::Vec3d(p.x, p.y, p.z);
    mean *= 1.0 / static_cast<double>(kHead.size());
    cv::Matx33d normal = cv::Matx33d::zeros();
    for (const HeadPoint& p : kHead) {
        const cv::Vec3d d = cv::Vec3d(p.x, p.y, p.z) - mean;
        normal += d * d.t();
    }
    const cv::Matx33d inverted = normal.inv();
    std::array<cv::Vec3d, kHead.size()> rows;
    for (std::size_t i = 0; i < kHead.size(); ++i)
        rows[i] = inverted * (cv::Vec3d(kHead[i].x, kHead[i].y, kHead[i].z) - mean);
    return rows;
}

float degrees(double radians) {
    return static_cast<float>(radians * 180.0 / std::numbers::pi);
}

} // namespace

HeadPose headPose(const Landmarks& landmarks) {
    static const auto rows = solverRows();
    cv::Vec3d i, j; // images of the head's axes: rows of the scaled rotation
    for (std::size_t k = 0; k < kHead.size(); ++k) {
        i += rows[k] * static_cast<double>(landmarks[kHead[k].landmark].x);
        j += rows[k] * static_cast<double>(landmarks[kHead[k].landmark].y);
    }
    const double li = cv::norm(i), lj = cv::norm(j);
    if (li <= 0.0 || lj <= 0.0)
        return {};
    i *= 1.0 / li;
    j *= 1.0 / lj;
    // Share the lack of orthogonality between both rows instead of trusting one more.
    const double skew = i.dot(j);
    cv::Vec3d r1 = i - 0.5 * skew * j, r2 = j - 0.5 * skew * i;
    r1 *= 1.0 / cv::norm(r1);
    r2 *= 1.0 / cv::norm(r2);
    const cv::Vec3d r3 = r1.cross(r2);

    const double roll = std::atan2(r2[0], r1[0]);
    // Where the nose points (-z of the head), with the roll taken back.
    const cv::Vec3d nose(-r1[2], -r2[2], -r3[2]);
    const double c = std::cos(roll), s = std::sin(roll);
    const double x = c * nose[0] + s * nose[1];
    const double y = -s * nose[0] + c * nose[1];
    return {degrees(std::atan2(x, -nose[2])), degrees(std::asin(std::clamp(y, -1.0, 1.0))), degrees(roll)};
}

} // namespace mien::face
