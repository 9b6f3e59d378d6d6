// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/frame_renderer.h"

#include "core/synthesis/exposure.h"
#include "core/synthesis/furrows.h"

#include <opencv2/imgproc.hpp>

namespace mien::synthesis {
namespace {

cv::Rect pixelsOf(const FaceFrame& frame, const cv::Rect2d& box, int size) {
    if (box.empty())
        return {};
    std::vector<cv::Point2f> corners;
    for (const double x : {box.x, box.x + box.width})
        for (const double y : {box.y, box.y + box.height})
            corners.emplace_back(frame.toImage({x, y}));
    auto rect = cv::boundingRect(corners);
    rect -= cv::Point(2, 2);
    rect += cv::Size(4, 4);
    // A rim beyond the picture, because a moving head carries points in from outside.
    return rect & cv::Rect(-size / 4, -size / 4, size + size / 2, size + size / 2);
}

/// Bilinear value and derivatives of a displacement field; zero outside.
struct FieldValue {
    cv::Point2d u, ux, uy;
};

FieldValue fieldAt(const cv::Mat& field, cv::Point2d p) {
    const double fx = std::floor(p.x), fy = std::floor(p.y);
    if (fx < 0 || fy < 0 || fx + 1 >= field.cols || fy + 1 >= field.rows)
        return {};
    const int x = static_cast<int>(fx), y = static_cast<int>(fy);
    const double a = p.x - fx, b = p.y - fy;
    const auto* top = field.ptr<cv::Point2f>(y) + x;
    const auto* bottom = field.ptr<cv::Point2f>(y + 1) + x;
    const cv::Point2d p00(top[0]), p10(top[1]), p01(bottom[0]), p11(bottom[1]);
    FieldValue value;
    value.ux = (p10 - p00) * (1 - b) + (p11 - p01) * b;
    value.uy = (p01 - p00) * (1 - a) + (p11 - p10) * a;
    value.u = (p00 * (1 - a) + p10 * a) * (1 - b) + (p01 * (1 - a) + p11 * a) * b;
    return value;
}

/// The point p with p + u(p) = target, by Newton's method from `start`.
cv::Point2d undisplaced(const cv::Mat& field, cv::Point2d target, cv::Point2d start) {
    auto p = start;
    for (int i = 0; i < 12; ++i) {
        const auto v = fieldAt(field, p);
        const auto residual = p + v.u - target;
        if (residual.dot(residual) < 1e-8)
            break;
        const double a = 1.0 + v.ux.x, b = v.uy.x, c = v.ux.y, d = 1.0 + v.uy.y;
        const double det = std::max(0.04, a * d - b * c);
        p -= cv::Point2d(d * residual.x - b * residual.y, a * residual.y - c * residual.x) / det;
    }
    return p;
}

cv::Vec3f mix(const cv::Vec3f& a, const cv::Vec3f& b, double share) {
    return a + (b - a) * static_cast<float>(share);
}

cv::Point2d apply(const cv::Matx23d& m, cv::Point2d p) {
    return {m(0, 0) * p.x + m(0, 1) * p.y + m(0, 2), m(1, 0) * p.x + m(1, 1) * p.y + m(1, 2)};
}

cv::Matx23d inverted(const cv::Matx23d& m) {
    cv::Matx23d inverse;
    cv::invertAffineTransform(m, inverse);
    return inverse;
}

/// How far outside a picture of this size the film looks, head movement included; texture pixels.
int seenBeyond(cv::Size picture, const cv::Matx23d& textureFromFilm, int filmSize) {
    const double margin = filmSize / 8.0; // the head sways
    double most = 0.0;
    for (const double x : {-margin, filmSize + margin})
        for (const double y : {-margin, filmSize + margin}) {
            const auto p = apply(textureFromFilm, {x, y});
            most = std::max({most, -p.x, -p.y, p.x - picture.width, p.y - picture.height});
        }
    return static_cast<int>(std::ceil(std::min(most, 2.0 * std::max(picture.width, picture.height))));
}

} // namespace

FrameRenderer::FrameRenderer(const ClipSpec& spec, const Portrait& portrait, const Framing& framing,
                             MovingFace face)
    : m_spec(spec), m_face(std::move(face)), m_textureFromFilm(framing.portraitFromFilm) {
    cv::Mat image = portrait.image;
    if (framing.scale < 0.75) { // averaged first, or fine detail would shimmer as it moves
        cv::Mat small;
        cv::resize(image, small, {}, framing.scale, framing.scale, cv::INTER_AREA);
        // resize maps pixel edges onto pixel edges: x' = (x + 0.5) s - 0.5
        const double sx = static_cast<double>(small.cols) / image.cols;
        const double sy = static_cast<double>(small.rows) / image.rows;
        for (int c = 0; c < 3; ++c) {
            m_textureFromFilm(0, c) *= sx;
            m_textureFromFilm(1, c) *= sy;
        }
        m_textureFromFilm(0, 2) += 0.5 * sx - 0.5;
        m_textureFromFilm(1, 2) += 0.5 * sy - 0.5;
        image = small;
    }
    m_texture = Texture(image, seenBeyond(image.size(), m_textureFromFilm, spec.size));

    const auto& frame = m_face.anatomy().frame();
    m_softness = std::max(0.9, 0.7 * framing.scale) / frame.unitPx();
    auto support = supportOf(frame, m_face.performance().repertoire());
    for (const auto& action : m_face.performance().repertoire())
        support |= Furrows(frame, action.actionUnit, action.half).box();
    m_roi = pixelsOf(frame, support, spec.size);
    for (const auto& action : m_face.performance().repertoire()) {
        cv::Mat field(m_roi.size(), CV_32FC2);
        const FaceState alone{{action}, {}};
        for (int y = 0; y < m_roi.height; ++y)
            for (int x = 0; x < m_roi.width; ++x) {
                const cv::Point2d p(x + m_roi.x, y + m_roi.y);
                field.at<cv::Point2f>(y, x) =
                    cv::Point2f(frame.toImageVector(displacementAt(frame, alone, frame.toFace(p))));
            }
        m_fields.push_back(field);
        const Furrows furrows(frame, action.actionUnit, action.half);
        auto& map = m_furrows.emplace_back();
        if (furrows.empty())
            continue;
        map = cv::Mat::zeros(m_roi.size(), CV_32F);
        for (int y = 0; y < m_roi.height; ++y)
            for (int x = 0; x < m_roi.width; ++x)
                if (const auto p = frame.toFace(cv::Point2d(x + m_roi.x, y + m_roi.y));
                    furrows.box().contains(p))
                    map.at<float>(y, x) = furrows.at(p);
    }
    m_active = m_roi | pixelsOf(frame, m_face.anatomy().mouth().box(), spec.size);
    for (std::size_t half = 0; half < 2; ++half)
        m_active |= pixelsOf(frame, m_face.anatomy().lid(half).box(), spec.size);

    m_neutral.create(spec.size, spec.size, CV_32FC3);
    for (int y = 0; y < spec.size; ++y)
        for (int x = 0; x < spec.size; ++x)
            m_neutral.at<cv::Vec3f>(y, x) = portraitAt(cv::Point2d(x, y));
    const auto cheek = [&](double x) { return portraitAt(frame.toImage({x, 0.6})); };
    m_skin = (cheek(-0.55) + cheek(0.55)) * 0.5f;
}

cv::Vec3f FrameRenderer::portraitAt(cv::Point2d neutral) const {
    const auto p = apply(m_textureFromFilm, neutral);
    return m_texture.at(p.x, p.y);
}

cv::Vec3f FrameRenderer::mouthInside(double depth) const {
    // Black behind the upper lip, the dull red of the tongue towards the lower one.
    const auto share = static_cast<float>(depth * depth * (3.0 - 2.0 * depth));
    return {m_skin[0] * (0.05f + 0.24f * share), m_skin[1] * (0.045f + 0.21f * share),
            m_skin[2] * (0.07f + 0.40f * share)};
}

cv::Vec3f FrameRenderer::skinAt(cv::Point2d neutral, const Look& look) const {
    const auto colour = portraitAt(neutral);
    if (look.furrows.empty())
        return colour;
    const float x = static_cast<float>(neutral.x - m_roi.x), y = static_cast<float>(neutral.y - m_roi.y);
    if (!(x >= 0.0f && y >= 0.0f && x < static_cast<float>(m_roi.width - 1) &&
          y < static_cast<float>(m_roi.height - 1)))
        return colour;
    const int ix = static_cast<int>(x), iy = static_cast<int>(y);
    const float a = x - static_cast<float>(ix), b = y - static_cast<float>(iy);
    const auto* top = look.furrows.ptr<float>(iy) + ix;
    const auto* bottom = look.furrows.ptr<float>(iy + 1) + ix;
    const float gain = (1 - b) * ((1 - a) * top[0] + a * top[1]) + b * ((1 - a) * bottom[0] + a * bottom[1]);
    return gain == 0.0f ? colour : colour * std::exp(gain);
}

cv::Vec3f FrameRenderer::colourAt(cv::Point2d neutral, const Look& look) const {
    const auto& openings = look.openings;
    const auto& frame = m_face.anatomy().frame();
    const auto p = frame.toFace(neutral);
    for (std::size_t half = 0; half < 2; ++half) {
        const auto& lid = m_face.anatomy().lid(half);
        if (openings.lidClosure[half] <= 0.0 || !lid.box().contains(p))
            continue;
        const auto seen = lid.seenAt(p, openings.lidClosure[half], m_softness);
        if (seen.cover >= 1.0)
            return skinAt(frame.toImage(seen.skin), look);
        if (seen.cover > 0.0)
            return mix(skinAt(neutral, look), skinAt(frame.toImage(seen.skin), look), seen.cover);
    }
    if (openings.mouthGap > 0.0 && m_face.anatomy().mouth().box().contains(p)) {
        const auto seen = m_face.anatomy().mouth().seenAt(p, openings.mouthGap, m_softness);
        const auto lower = skinAt(frame.toImage(seen.lower), look);
        if (seen.open <= 0.0)
            return lower;
        const auto behind = mix(mouthInside(seen.depth), skinAt(neutral, look), seen.upperCover);
        return mix(lower, mix(behind, lower, seen.lowerCover), seen.open);
    }
    return skinAt(neutral, look);
}

FrameRenderer::Look FrameRenderer::lookOf(const FaceState& state) const {
    Look look{openingsOf(state), {}};
    const auto& repertoire = m_face.performance().repertoire();
    for (const auto& action : state.actions)
        for (std::size_t i = 0; i < m_furrows.size(); ++i)
            if (!m_furrows[i].empty() && repertoire[i].actionUnit == action.actionUnit &&
                repertoire[i].half == action.half) {
                if (look.furrows.empty())
                    look.furrows = cv::Mat::zeros(m_roi.size(), CV_32F);
                cv::scaleAdd(m_furrows[i], action.amount, look.furrows, look.furrows);
            }
    return look;
}

cv::Mat FrameRenderer::fieldOf(const FaceState& state) const {
    cv::Mat sum(m_roi.size(), CV_32FC2, cv::Scalar::all(0));
    for (const auto& action : state.actions)
        for (std::size_t i = 0; i < m_fields.size(); ++i)
            if (m_face.performance().repertoire()[i].actionUnit == action.actionUnit &&
                m_face.performance().repertoire()[i].half == action.half)
                cv::scaleAdd(m_fields[i], action.amount, sum, sum);
    return sum;
}

cv::Mat FrameRenderer::picture(const Pose& pose) const {
    const auto& state = pose.face;
    const auto look = lookOf(state);
    const bool headMoves = !(pose.head == HeadPose{});
    const bool faceMoves = !state.actions.empty() || state.blink[0] > 0.0 || state.blink[1] > 0.0;
    const auto neutralFromFilm = inverted(similarityOf(pose.head, cv::Point2d(m_face.neutral()[30])));
    const auto field = state.actions.empty() ? cv::Mat() : fieldOf(state);
    const cv::Point2d roiCorner(m_roi.tl());

    cv::Mat picture = headMoves ? cv::Mat(m_neutral.size(), CV_32FC3) : m_neutral.clone();
    cv::Rect work(0, 0, m_spec.size, m_spec.size);
    if (!headMoves)
        work = faceMoves ? work & m_active : cv::Rect();
    for (int y = work.y; y < work.y + work.height; ++y) {
        auto* row = picture.ptr<cv::Vec3f>(y);
        for (int x = work.x; x < work.x + work.width; ++x) {
            const auto target = headMoves ? apply(neutralFromFilm, {1.0 * x, 1.0 * y}) : cv::Point2d(x, y);
            auto p = target;
            if (!field.empty() && cv::Rect2d(m_roi).contains(target)) {
                // Started from this pixel alone, not from its neighbour: a twin whose field differs elsewhere
                // gets the very same value here.
                const auto inField = target - roiCorner;
                p = undisplaced(field, inField, inField - fieldAt(field, inField).u) + roiCorner;
            }
            row[x] = faceMoves ? colourAt(p, look) : portraitAt(p);
        }
    }
    return picture;
}

cv::Mat FrameRenderer::frame(FrameIndex index) const {
    auto drawn = picture(m_face.performance().poseAt(index));
    return exposed(drawn, m_spec, index);
}

} // namespace mien::synthesis
