// SPDX-License-Identifier: GPL-3.0-or-later
// Where each action folds the skin follows the appearance changes that FACS lists for it; widths and depths
// are ours, set by eye on portraits under soft light from above.
#include "core/synthesis/furrows.h"

#include <numbers>
#include <span>

namespace mien::synthesis {
namespace {

/// A point near a landmark of the image's left half: offsets outward (away from the midline) and down.
struct Place {
    int landmark;
    double outward, down;
};
/// A fold from one place to another, bent at its middle; depth is the logarithm of the darkening in its core.
struct Fold {
    Place from, to;
    double bendOutward, bendDown;
    double width, depth;
};
struct Swelling {
    Place centre;
    double rx, ry, gain;
};

constexpr Fold kFolds1[] = {{{21, -0.20, -0.20}, {21, 0.22, -0.21}, 0.0, -0.02, 0.020, 0.17},
                            {{21, -0.20, -0.33}, {21, 0.26, -0.35}, 0.0, -0.03, 0.022, 0.19},
                            {{21, -0.20, -0.47}, {21, 0.20, -0.49}, 0.0, -0.02, 0.022, 0.12}};
constexpr Fold kFolds2[] = {{{19, -0.16, -0.24}, {19, 0.30, -0.16}, 0.02, -0.04, 0.020, 0.16},
                            {{19, -0.18, -0.38}, {19, 0.26, -0.30}, 0.02, -0.04, 0.022, 0.17}};
constexpr Fold kFolds4[] = {{{21, -0.10, 0.16}, {21, -0.07, -0.20}, -0.015, 0.0, 0.026, 0.42},
                            {{21, -0.02, 0.04}, {21, 0.02, -0.16}, 0.02, 0.0, 0.024, 0.16},
                            {{27, -0.01, -0.03}, {27, 0.09, 0.00}, 0.0, 0.01, 0.020, 0.18}};
constexpr Fold kFolds6[] = {{{36, 0.06, -0.03}, {36, 0.27, -0.16}, 0.0, -0.01, 0.018, 0.22},
                            {{36, 0.07, 0.02}, {36, 0.31, -0.01}, 0.0, -0.01, 0.018, 0.24},
                            {{36, 0.05, 0.07}, {36, 0.25, 0.15}, 0.0, 0.01, 0.018, 0.20},
                            {{39, 0.02, 0.10}, {36, 0.00, 0.10}, 0.0, 0.07, 0.028, 0.22}};
constexpr Fold kFolds7[] = {{{39, 0.04, 0.07}, {36, -0.04, 0.07}, 0.0, 0.05, 0.022, 0.14}};
constexpr Fold kFolds9[] = {{{27, -0.01, 0.02}, {27, 0.12, -0.02}, 0.0, 0.02, 0.020, 0.28},
                            {{27, -0.01, 0.11}, {27, 0.12, 0.06}, 0.0, 0.02, 0.020, 0.26},
                            {{28, 0.06, 0.00}, {28, 0.17, 0.16}, 0.0, 0.02, 0.020, 0.26},
                            {{28, 0.10, -0.06}, {28, 0.22, 0.07}, 0.0, 0.02, 0.020, 0.18},
                            {{31, 0.04, -0.16}, {31, 0.20, 0.14}, 0.06, -0.02, 0.032, 0.30}};
constexpr Fold kFolds10[] = {{{31, 0.04, -0.10}, {31, 0.22, 0.20}, 0.07, -0.02, 0.034, 0.28}};
constexpr Fold kFolds12[] = {{{31, 0.05, -0.08}, {48, 0.17, 0.06}, 0.10, -0.02, 0.038, 0.30},
                             {{48, 0.05, -0.07}, {48, 0.06, 0.07}, 0.02, 0.0, 0.022, 0.16}};
constexpr Fold kFolds14[] = {{{48, 0.07, -0.09}, {48, 0.08, 0.10}, 0.03, 0.0, 0.026, 0.36}};
constexpr Fold kFolds15[] = {{{48, 0.02, 0.02}, {48, 0.09, 0.20}, 0.02, 0.0, 0.026, 0.28}};
constexpr Fold kFolds17[] = {{{57, 0.00, 0.14}, {57, 0.26, 0.19}, 0.0, -0.02, 0.050, 0.24}};
constexpr Fold kFolds20[] = {{{48, 0.10, -0.14}, {48, 0.12, 0.16}, 0.03, 0.0, 0.030, 0.18}};

constexpr Swelling kSwellings4[] = {{{21, -0.02, 0.02}, 0.16, 0.10, -0.10}};
constexpr Swelling kSwellings6[] = {{{41, 0.06, 0.30}, 0.26, 0.15, 0.05}};
constexpr Swelling kSwellings9[] = {{{31, 0.12, -0.14}, 0.12, 0.12, 0.07}};
constexpr Swelling kSwellings12[] = {{{41, 0.04, 0.40}, 0.26, 0.18, 0.06}};
constexpr Swelling kSwellings17[] = {{{8, 0.00, -0.20}, 0.22, 0.13, 0.06}};

struct Row {
    int actionUnit;
    std::span<const Fold> folds;
    std::span<const Swelling> swellings;
};
constexpr Row kRows[] = {
    {1, kFolds1, {}},   {2, kFolds2, {}},          {4, kFolds4, kSwellings4},    {6, kFolds6, kSwellings6},
    {7, kFolds7, {}},   {9, kFolds9, kSwellings9}, {10, kFolds10, {}},           {12, kFolds12, kSwellings12},
    {14, kFolds14, {}}, {15, kFolds15, {}},        {17, kFolds17, kSwellings17}, {20, kFolds20, {}},
};

/// Common measure of all folds: soft enough to look grown, not drawn.
constexpr double kWidth = 1.35, kDepth = 0.8;
/// Reach of a fold's profile and of a bulge's, in widths.
constexpr double kReach = 3.2;

} // namespace

Furrows::Furrows(const FaceFrame& frame, int actionUnit, Half half) {
    const auto* row = std::find_if(std::begin(kRows), std::end(kRows),
                                   [&](const Row& r) { return r.actionUnit == actionUnit; });
    if (row == std::end(kRows))
        return;
    const bool left = half == Half::ImageLeft;
    const double out = left ? -1.0 : 1.0;
    const auto at = [&](const Place& place) {
        return frame.landmark(left ? place.landmark : mirroredLandmark(place.landmark)) +
               cv::Point2d(out * place.outward, place.down);
    };
    for (const auto& fold : row->folds) {
        const auto a = at(fold.from), b = at(fold.to);
        const auto middle = (a + b) / 2.0 + 2.0 * cv::Point2d(out * fold.bendOutward, fold.bendDown);
        Line line{{}, kWidth * fold.width, kDepth * fold.depth, {}};
        double x0 = 1e9, y0 = 1e9, x1 = -1e9, y1 = -1e9;
        for (std::size_t i = 0; i < kPoints; ++i) {
            const double t = static_cast<double>(i) / (kPoints - 1);
            const auto p = a * ((1 - t) * (1 - t)) + middle * (2 * t * (1 - t)) + b * (t * t);
            line.points[i] = p;
            x0 = std::min(x0, p.x), x1 = std::max(x1, p.x);
            y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
        }
        const double rim = kReach * line.width;
        line.box = {x0 - rim, y0 - rim, x1 - x0 + 2 * rim, y1 - y0 + 2 * rim};
        m_box |= line.box;
        m_lines.push_back(line);
    }
    for (const auto& s : row->swellings) {
        const auto c = at(s.centre);
        m_bulges.push_back({c, s.rx, s.ry, s.gain});
        m_box |= cv::Rect2d(c.x - 2 * s.rx, c.y - 2 * s.ry, 4 * s.rx, 4 * s.ry);
    }
}

float Furrows::at(cv::Point2d p) const {
    double sum = 0.0;
    for (const auto& line : m_lines) {
        if (!line.box.contains(p))
            continue;
        double best = 1e9, along = 0.0;
        for (std::size_t i = 0; i + 1 < kPoints; ++i) {
            const auto d = line.points[i + 1] - line.points[i];
            const auto q = p - line.points[i];
            const double t = std::clamp(q.dot(d) / d.dot(d), 0.0, 1.0);
            const auto r = q - d * t;
            if (r.dot(r) < best) {
                best = r.dot(r);
                along = (static_cast<double>(i) + t) / (kPoints - 1);
            }
        }
        // A dark core between two faintly lit shoulders; it runs out at both ends.
        const double x = std::sqrt(best) / line.width;
        const double core = std::exp(-x * x), shoulder = std::exp(-(x - 1.7) * (x - 1.7) * 1.6);
        sum += line.depth * std::sin(std::numbers::pi * (0.06 + 0.88 * along)) * (0.28 * shoulder - core);
    }
    for (const auto& b : m_bulges) {
        const double x = (p.x - b.centre.x) / (2 * b.rx), y = (p.y - b.centre.y) / (2 * b.ry);
        const double s = 1.0 - x * x - y * y;
        if (s > 0.0)
            sum += b.gain * s * s * s;
    }
    return static_cast<float>(sum);
}

} // namespace mien::synthesis
