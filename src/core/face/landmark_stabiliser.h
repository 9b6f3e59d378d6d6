// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face/face_tracker.h"
#include "core/face/patch_tracker.h"

namespace mien::face {

/// Takes the jitter out of the landmark model's answers without taking out movement.
///
/// A complementary filter, per landmark. The quick part comes from the pixels: a patch of skin around each
/// landmark is found again in every frame (see Patch), so a movement is seen at once and in full, however
/// small. The slow part comes from the landmark model, which knows where a lip corner is, but shakes by half
/// a pixel: its answer pulls the tracked point with a time constant of kPullS seconds, so that drift cannot
/// grow. A low-pass over the model's answers would swallow a micro-expression of 0.2 s; this does not, since
/// the model is never asked about quick changes.
///
/// Where the two disagree much, or the patch is not found again (teeth appear, a lid closes), the model is
/// believed within kCatchUpS. Patches that have changed their look are taken anew where they are, which moves
/// nothing. Work is done in a canonical picture of the face (kFaceSide px, upright), so that size and roll do
/// not matter, and time constants are in seconds, so that frame rate does not either.
class LandmarkStabiliser {
public:
    explicit LandmarkStabiliser(double fps) : m_fps(fps) {}

    /// `mean`: the model's mean face in its unit square. The first call after a reset returns `raw`.
    Landmarks update(const cv::Mat& grey, const Landmarks& raw, const Landmarks& mean, double frames = 1.0);
    void reset() { m_running = false; }

    /// Mean correlation of the patches with the frame in the last update, 1 after a reset: brows, and lower
    /// face (chin and outer lips). Something that is put before the mouth spoils the second and not the
    /// first.
    float browFamiliarity() const;
    float lowerFamiliarity() const;

    static constexpr double kPullS = 2.0;
    static constexpr double kCatchUpS = 0.08;
    static constexpr int kFaceSide = 200;

private:
    struct Point {
        Patch fine, coarse;
        cv::Point2f tracked; ///< canonical picture of the last frame
        cv::Point2f offset;  ///< landmark minus tracked spot, canonical pixels
        cv::Point2f surplus; ///< by how much the model has disagreed of late, canonical pixels
        float similarity = 1.0f;
        float residual = 0.0f; ///< grey levels
        bool visible = false;  ///< the patch lies inside the picture
    };

    void start(const cv::Mat& grey, const Landmarks& raw, const Landmarks& mean);
    void drawCanonical(const cv::Mat& grey, const cv::Matx23d& imageFromUnit);
    float meanSimilarity(std::size_t first, std::size_t last) const;
    void takePatch(Point& point);
    bool weakerThan(const Point& point, float similarity) const;
    void findPatch(Point& point, cv::Point2f expected, float expectedSd);
    cv::Matx23d trackStablePoints(std::array<cv::Point2f, 68>& expected, float expectedSd);

    double m_fps;
    bool m_running = false;
    float m_usualResidual = 0.0f; ///< median over the points in the last frame, grey levels: the film's noise
    std::array<Point, 68> m_points;
    Landmarks m_lastRaw{};
    Landmarks m_last{};
    cv::Matx23d m_canonicalFromImage;
    cv::Mat m_grey8, m_fine, m_coarse, m_shrunk;
};

} // namespace mien::face
