// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/openings.h"

namespace mien::synthesis {
namespace {

double smoothStep(double from, double to, double x) {
    const double t = std::clamp((x - from) / (to - from), 0.0, 1.0);
    return t * t * (3.0 - 2.0 * t);
}

/// How far the margin that is carried with the lid lies below the landmarks: the lashes' own width.
constexpr double kLashes = 0.012;

} // namespace

LevelCurve::LevelCurve(std::vector<cv::Point2d> points) : m_points(std::move(points)) {
    std::sort(m_points.begin(), m_points.end(), [](auto a, auto b) { return a.x < b.x; });
    const auto n = m_points.size();
    m_slopes.assign(n, 0.0);
    const auto chord = [&](std::size_t a, std::size_t b) {
        return (m_points[b].y - m_points[a].y) / std::max(1e-6, m_points[b].x - m_points[a].x);
    };
    for (std::size_t i = 0; i < n; ++i)
        m_slopes[i] = chord(i > 0 ? i - 1 : 0, i + 1 < n ? i + 1 : n - 1);
}

double LevelCurve::operator()(double x) const {
    if (x <= first())
        return m_points.front().y;
    if (x >= last())
        return m_points.back().y;
    std::size_t i = 1;
    while (m_points[i].x < x)
        ++i;
    const double h = std::max(1e-6, m_points[i].x - m_points[i - 1].x);
    const double t = (x - m_points[i - 1].x) / h;
    const double u = 1.0 - t;
    return u * u * (1.0 + 2.0 * t) * m_points[i - 1].y + t * t * (3.0 - 2.0 * t) * m_points[i].y +
           h * t * u * (u * m_slopes[i - 1] - t * m_slopes[i]);
}

EyeLid::EyeLid(const FaceFrame& frame, Half half) {
    const bool left = half == Half::ImageLeft;
    const int base = left ? 36 : 42;
    const auto at = [&](int k) { return frame.landmark(base + k); };
    m_upper = LevelCurve({at(0), at(1), at(2), at(3)});
    m_lower = LevelCurve({at(0), at(5), at(4), at(3)});
    // The skin that unrolls reaches most of the way to the brow, and no farther than 0.24.
    const double middle = 0.5 * (m_upper.first() + m_upper.last());
    const double brow = frame.landmark(left ? 19 : 24).y;
    m_skin = std::clamp(0.75 * (m_upper(middle) - brow), 0.12, 0.24);
    const double bottom = std::max(m_lower(middle), std::max(at(0).y, at(3).y)) + 0.05;
    const double top = std::min(m_upper(middle), std::min(at(0).y, at(3).y)) - m_skin - 0.02;
    m_box = {m_upper.first(), top, m_upper.last() - m_upper.first(), bottom - top};
}

double EyeLid::dropAt(double x, double closure) const {
    if (x <= m_upper.first() || x >= m_upper.last())
        return 0.0;
    return closure * std::max(0.0, m_lower(x) - m_upper(x));
}

cv::Point2d EyeLid::moved(cv::Point2d p, double closure) const {
    const double drop = dropAt(p.x, closure);
    const double top = topAt(p.x);
    if (drop <= 0.0 || p.y <= top)
        return p;
    // Inverse of the stretch of seenAt, by bisection: y - drop·s(y) is monotone.
    double low = p.y, high = p.y + drop;
    const double height = m_upper(p.x) + kLashes + drop - top;
    for (int i = 0; i < 50; ++i) {
        const double y = 0.5 * (low + high);
        const double source = y - drop * smoothStep(0.0, 1.0, (y - top) / height);
        (source < p.y ? low : high) = y;
    }
    return {p.x, 0.5 * (low + high)};
}

EyeLid::Seen EyeLid::seenAt(cv::Point2d p, double closure, double softness) const {
    const double drop = dropAt(p.x, closure);
    const double top = topAt(p.x);
    const double margin = m_upper(p.x) + kLashes + drop;
    if (drop <= 0.0 || p.y <= top || p.y >= margin + softness)
        return {0.0, p};
    const double s = smoothStep(0.0, 1.0, (p.y - top) / (margin - top));
    // Above the stretched skin the layer is the face itself, so its cover may rise with any width there.
    return {1.0 - smoothStep(margin - softness, margin + softness, p.y), {p.x, p.y - drop * s}};
}

Mouth::Mouth(const FaceFrame& frame) {
    // The seam is the lower edge of the opening: with bared teeth these stay with the skull.
    m_seam = LevelCurve(
        {frame.landmark(60), frame.landmark(67), frame.landmark(66), frame.landmark(65), frame.landmark(64)});
    m_centre = 0.5 * (m_seam.first() + m_seam.last());
    m_halfWidth = 0.5 * (m_seam.last() - m_seam.first());
    m_chin = frame.landmark(8).y;
    m_jawHalfWidth = 0.42 * std::abs(frame.landmark(16).x - frame.landmark(0).x);
    const double corner = std::min(m_seam(m_seam.first()), m_seam(m_seam.last())) - 0.05;
    m_box = {m_centre - m_jawHalfWidth, corner, 2 * m_jawHalfWidth, m_chin + 1.3 - corner};
}

double Mouth::dropAt(cv::Point2d p, double gap) const {
    const double below = p.y - m_seam(p.x);
    // As wide as the lips at the seam (no tear beyond their corners), as wide as the jaw farther down.
    const double deeper = smoothStep(0.0, 1.0, std::max(0.0, below) / 0.5);
    const double width = m_halfWidth + (m_jawHalfWidth - m_halfWidth) * deeper;
    const double x = (p.x - m_centre) / width;
    if (std::abs(x) >= 1.0)
        return 0.0;
    // Round like open lips at the seam, flat towards its rim on the jaw.
    const double lateral = std::pow(1.0 - x * x, 1.0 + deeper);
    // Rigid down to the chin, then the neck gives way.
    const double fade = std::max(0.35, 2.4 * gap);
    return gap * lateral * (1.0 - smoothStep(m_chin, m_chin + fade, p.y));
}

cv::Point2d Mouth::moved(cv::Point2d p, double gap) const {
    return {p.x, p.y + dropAt(p, gap)};
}

Mouth::Seen Mouth::seenAt(cv::Point2d p, double gap, double softness) const {
    // Solve y + drop(x, y) = p.y for the lower layer, whose left side is monotone (drop falls slower than y).
    double low = p.y - gap, high = p.y;
    for (int i = 0; i < 24; ++i) {
        const double y = 0.5 * (low + high);
        (y + dropAt({p.x, y}, gap) < p.y ? low : high) = y;
    }
    Seen seen;
    seen.lower = {p.x, 0.5 * (low + high)};
    const double seam = m_seam(p.x);
    const double here = dropAt({p.x, seam}, gap);
    seen.open = smoothStep(0.0, 3.0 * softness, here);
    seen.lowerCover = smoothStep(seam - softness, seam + softness, seen.lower.y);
    seen.upperCover = 1.0 - smoothStep(seam - softness, seam + softness, p.y);
    seen.depth = here > 0.0 ? std::clamp((p.y - seam) / here, 0.0, 1.0) : 0.0;
    return seen;
}

} // namespace mien::synthesis
