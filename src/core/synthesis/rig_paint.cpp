// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_paint.h"

#include "core/base/rng.h"
#include "core/synthesis/rig_anatomy.h"
#include "core/synthesis/rig_noise.h"

#include <opencv2/imgproc.hpp>

namespace mien::synthesis {
namespace {

/// Half extents of the canvas about the generic face's origin, cm.
constexpr float kHalfWidth = 8.0f, kHalfHeight = 9.0f;

float bell(float x, float y) {
    return std::exp(-x * x - y * y);
}

cv::Vec3f mix(const cv::Vec3f& a, const cv::Vec3f& b, float share) {
    return a + (b - a) * share;
}

cv::Vec3f scaled(const cv::Vec3f& a, float b, float g, float r) {
    return {a[0] * b, a[1] * g, a[2] * r};
}

/// A smooth curve through points (centripetal enough for a face: Catmull and Rom).
std::vector<cv::Point2f> smoothCurve(const std::vector<cv::Point2f>& points, bool closed) {
    std::vector<cv::Point2f> curve;
    const int n = static_cast<int>(points.size());
    const auto at = [&](int i) {
        return points[static_cast<std::size_t>(closed ? (i + n) % n : std::clamp(i, 0, n - 1))];
    };
    for (int i = 0; i < (closed ? n : n - 1); ++i)
        for (int k = 0; k < 8; ++k) {
            const float t = static_cast<float>(k) / 8.0f, t2 = t * t, t3 = t2 * t;
            curve.push_back((at(i - 1) * (-t3 + 2 * t2 - t) + at(i) * (3 * t3 - 5 * t2 + 2) +
                             at(i + 1) * (-3 * t3 + 4 * t2 + t) + at(i + 2) * (t3 - t2)) *
                            0.5f);
        }
    if (!closed)
        curve.push_back(points.back());
    return curve;
}

cv::Vec3f landmarkOf(const RigModel& model, int k) {
    return model.neutral[static_cast<std::size_t>(model.landmarks[static_cast<std::size_t>(k)])];
}

} // namespace

RigPainter::RigPainter(const RigModel& model, const RigPerson& person, float pxPerCm)
    : m_person(person), m_pxPerCm(std::clamp(pxPerCm, 16.0f, 80.0f)) {
    for (auto& layer : m_layers)
        layer = cv::Mat::zeros(static_cast<int>(2 * kHalfHeight * m_pxPerCm),
                               static_cast<int>(2 * kHalfWidth * m_pxPerCm), CV_8U);
    drawLips(model);
    drawBrow(model, false);
    drawBrow(model, true);
    drawLids(model);
    m_lipDepth = landmarkOf(model, 62)[2];
    std::array<cv::Vec3f, 2> low{cv::Vec3f::all(1e9f), cv::Vec3f::all(1e9f)}, high{-low[0], -low[1]};
    for (const auto& t : model.triangles)
        if (t.part == RigPart::Eye)
            for (const int v : t.vertex) {
                const auto& p = model.neutral[static_cast<std::size_t>(v)];
                const std::size_t side = p[0] > 0.0f ? 0 : 1;
                for (int c = 0; c < 3; ++c) {
                    low[side][c] = std::min(low[side][c], p[c]);
                    high[side][c] = std::max(high[side][c], p[c]);
                }
            }
    m_eyeLeft = (low[0] + high[0]) * 0.5f;
    m_eyeRight = (low[1] + high[1]) * 0.5f;
}

cv::Point2f RigPainter::canvasPoint(float x, float y) const {
    return {(x + kHalfWidth) * m_pxPerCm, (kHalfHeight - y) * m_pxPerCm};
}

float RigPainter::layer(Layer which, cv::Vec3f p) const {
    const auto& canvas = m_layers[which];
    const auto q = canvasPoint(p[0], p[1]);
    const int x = static_cast<int>(q.x), y = static_cast<int>(q.y);
    if (q.x < 0 || q.y < 0 || x + 1 >= canvas.cols || y + 1 >= canvas.rows)
        return 0.0f;
    const float a = q.x - static_cast<float>(x), b = q.y - static_cast<float>(y);
    const auto* top = canvas.ptr<uchar>(y) + x;
    const auto* bottom = canvas.ptr<uchar>(y + 1) + x;
    return ((1 - a) * (1 - b) * top[0] + a * (1 - b) * top[1] + (1 - a) * b * bottom[0] + a * b * bottom[1]) /
           255.0f;
}

void RigPainter::drawLips(const RigModel& model) {
    std::vector<cv::Point2f> outer;
    for (int k = 48; k < 60; ++k) {
        const auto p = landmarkOf(model, k);
        outer.push_back(canvasPoint(p[0], p[1]));
    }
    std::vector<cv::Point> polygon;
    for (const auto& p : smoothCurve(outer, true))
        polygon.emplace_back(cvRound(p.x * 16), cvRound(p.y * 16));
    cv::fillPoly(m_layers[kLips], std::vector<std::vector<cv::Point>>{polygon}, 255, cv::LINE_AA, 4);
    cv::GaussianBlur(m_layers[kLips], m_layers[kLips], {}, 0.07 * m_pxPerCm);
}

void RigPainter::drawBrow(const RigModel& model, bool left) {
    // From the nose outwards; landmarks run along the middle of the brow.
    std::vector<cv::Point2f> middle;
    for (int i = 0; i < 5; ++i) {
        const auto p = landmarkOf(model, left ? 22 + i : 21 - i);
        middle.emplace_back(p[0], p[1] - 0.1f);
    }
    const auto curve = smoothCurve(middle, false);
    const float out = left ? 1.0f : -1.0f;
    auto rng = Rng::derived(m_person.seed, left ? 11 : 12);
    const auto random = [&](double a, double b) { return static_cast<float>(rng.uniform(a, b)); };
    const int hairs = static_cast<int>(520.0f * m_person.browDensity);
    for (int i = 0; i < hairs; ++i) {
        const float t = random(0.0, 1.0), across = random(-1.0, 1.0);
        const float at = t * static_cast<float>(curve.size() - 2);
        const auto index = static_cast<std::size_t>(at);
        const auto along = curve[index + 1] - curve[index];
        const float half = m_person.browThickness * (0.16f + 0.24f * smoothBetween(0.0f, 0.18f, t)) *
                           (1.0f - 0.75f * smoothBetween(0.45f, 1.0f, t));
        const auto root =
            curve[index] + along * (at - static_cast<float>(index)) + cv::Point2f(0, across * half);
        // Upright near the nose, lying down towards the temple; the upper hairs lean down.
        const float rise = (0.95f - 1.05f * t) - 0.5f * smoothBetween(0.0f, 1.0f, across) + random(-0.2, 0.2);
        const float length = random(0.32, 0.6) * (1.0f - 0.35f * t);
        const cv::Point2f way(out * std::cos(rise) * length, std::sin(rise) * length);
        const auto a = canvasPoint(root.x, root.y), b = canvasPoint(root.x + way.x, root.y + way.y);
        const cv::Point p(cvRound(a.x * 16), cvRound(a.y * 16)), q(cvRound(b.x * 16), cvRound(b.y * 16));
        cv::Mat& canvas = m_layers[kBrows];
        cv::line(canvas, p, q, cv::Scalar(random(150, 255)), std::max(1, cvRound(0.035 * m_pxPerCm)),
                 cv::LINE_AA, 4);
    }
    cv::GaussianBlur(m_layers[kBrows], m_layers[kBrows], {}, 0.02 * m_pxPerCm + 0.4);
}

void RigPainter::drawLids(const RigModel& model) {
    const auto draw = [&](std::initializer_list<int> points, double strength, double cm) {
        std::vector<cv::Point2f> line;
        for (const int k : points) {
            const auto p = landmarkOf(model, k);
            line.push_back(canvasPoint(p[0], p[1]));
        }
        std::vector<cv::Point> polyline;
        for (const auto& p : smoothCurve(line, false))
            polyline.emplace_back(cvRound(p.x * 16), cvRound(p.y * 16));
        cv::polylines(m_layers[kLashes], std::vector<std::vector<cv::Point>>{polyline}, false,
                      cv::Scalar(255 * strength), std::max(1, cvRound(cm * m_pxPerCm)), cv::LINE_AA, 4);
    };
    draw({36, 37, 38, 39}, 0.85, 0.16);
    draw({42, 43, 44, 45}, 0.85, 0.16);
    draw({36, 41, 40, 39}, 0.3, 0.05);
    draw({42, 47, 46, 45}, 0.3, 0.05);
    cv::GaussianBlur(m_layers[kLashes], m_layers[kLashes], {}, 0.05 * m_pxPerCm);
}

RigTexel RigPainter::at(cv::Vec3f p) const {
    const auto seed = m_person.seed;
    const float x = std::abs(p[0]), y = p[1], z = p[2];
    const bool front = z > 5.0f;
    RigTexel texel;
    texel.softness = 1.0f;

    const float mottle = fractalNoise(p * 0.8f, 3, seed + 1), fine = fractalNoise(p * 5.0f, 2, seed + 2);
    const float pores = solidNoise(p * 16.0f, seed + 3);
    auto skin = m_person.skin * (0.8f * (1.0f + 0.10f * mottle + 0.07f * fine + 0.06f * pores));
    const float flush =
        m_person.redness * (0.9f * bell((x - 4.3f) / 2.0f, (y - 0.4f) / 1.7f) +
                            0.9f * bell(x / 1.4f, (y - 0.4f) / 1.3f) * smoothBetween(9.0f, 11.5f, z) +
                            0.4f * bell(x / 2.0f, (y + 6.6f) / 1.2f) + 0.8f * smoothBetween(7.6f, 8.6f, x));
    skin = scaled(skin, 1.0f - 0.17f * flush, 1.0f - 0.15f * flush, 1.0f + 0.02f * flush);
    const float under = bell((x - 2.9f) / 1.5f, (y - 2.3f) / 0.6f),
                lids = bell((x - 3.1f) / 1.7f, (y - 4.2f) / 0.8f);
    skin = scaled(skin, 1.0f - 0.10f * under - 0.10f * lids, 1.0f - 0.16f * under - 0.12f * lids,
                  1.0f - 0.12f * under - 0.07f * lids);
    if (m_person.freckles > 0.0f) {
        const float spots = smoothBetween(0.42f, 0.62f,
                                          solidNoise(p * 3.4f, seed + 4) * 0.7f + 0.35f * fine +
                                              0.25f * bell(x / 5.0f, (y - 1.0f) / 3.0f) - 0.02f);
        skin = mix(skin, scaled(skin, 0.55f, 0.66f, 0.8f), m_person.freckles * spots);
    }
    if (m_person.stubble > 0.0f && y > -10.5f) {
        const float jaw = smoothBetween(1.0f, -1.6f, y - 0.25f * std::max(0.0f, x - 2.5f) * 2.0f) *
                          smoothBetween(1.0f, 3.0f, z) * (1.0f - smoothBetween(-8.2f, -10.2f, y)) *
                          (1.0f - 0.6f * bell((x - 4.6f) / 1.2f, (y + 2.0f) / 1.4f));
        const float dots = 0.75f + 0.5f * solidNoise(p * 13.0f, seed + 5);
        skin = mix(skin, mix(skin, m_person.hair, 0.55f),
                   std::min(0.75f, 0.55f * m_person.stubble * jaw * dots));
    }
    texel.albedo = skin;
    const float oily = 0.5f * bell(x / 2.4f, (y - 8.2f) / 2.0f) + 0.8f * bell(x / 0.9f, (y - 1.2f) / 2.2f) +
                       0.3f * bell((x - 4.0f) / 1.6f, (y - 1.6f) / 1.2f);
    texel.gloss = (0.55f + 0.5f * oily) * (1.0f + 0.5f * fine);
    const float h = 0.012f;
    const auto relief = [&](cv::Vec3f q) {
        return 0.6f * solidNoise(q * 10.0f, seed + 6) + 0.4f * solidNoise(q * 21.0f, seed + 7);
    };
    const float here = relief(p);
    for (int c = 0; c < 3; ++c) {
        auto q = p;
        q[c] += h;
        texel.bump[c] = -(relief(q) - here) / h * 0.008f;
    }

    if (front) {
        const float lips = layer(kLips, p);
        if (lips > 0.0f) {
            const float creases = solidNoise({p[0] * 9.0f, p[1] * 1.6f, 0.0f}, seed + 8);
            auto red = m_person.lips * (0.85f * (1.0f + 0.10f * creases + 0.08f * fine));
            red = mix(red, red * 0.35f, smoothBetween(m_lipDepth - 0.1f, m_lipDepth - 0.9f, z));
            texel.albedo = mix(texel.albedo, red, 0.9f * lips);
            texel.gloss += 0.9f * lips * (1.0f + 0.4f * creases);
            texel.bump *= 1.0f - 0.6f * lips;
            texel.bump[0] += 0.10f * lips * solidNoise({p[0] * 9.0f, p[1] * 1.6f, 3.0f}, seed + 9);
        }
        const float brow = std::min(1.0f, 0.95f * layer(kBrows, p));
        texel.albedo = mix(texel.albedo, m_person.hair * 0.45f, brow);
        texel.gloss *= 1.0f - 0.7f * brow;
        texel.softness *= 1.0f - brow;
        const float lashes = layer(kLashes, p);
        texel.albedo = mix(texel.albedo, cv::Vec3f(0.012f, 0.013f, 0.018f), 0.9f * lashes);
        texel.gloss *= 1.0f - lashes;
    }

    const float grown = rigHairShare(m_person, p);
    if (grown > 0.0f) {
        // Strands run from the crown outwards: fine across them, long along them.
        const float angle = std::atan2(p[0], p[2] - 1.0f);
        const float far = std::hypot(p[0], p[2]);
        const cv::Vec3f strand(angle * 60.0f, p[1] * 1.1f, 0.6f * far);
        const float tuft = solidNoise(strand, seed + 20) * 0.6f + solidNoise(strand * 2.3f, seed + 21) * 0.4f;
        const float edge =
            smoothBetween(0.1f, 0.95f, grown + 0.22f * tuft + 0.12f * solidNoise(p * 9.0f, seed + 22));
        texel.albedo = mix(texel.albedo, m_person.hair * (0.85f + 0.55f * tuft), edge);
        texel.gloss = texel.gloss * (1.0f - edge) + edge * (0.25f + 0.25f * tuft);
        texel.bump = texel.bump * (1.0f - edge) + cv::Vec3f(0.22f * tuft, 0.06f * tuft, 0.12f * tuft) * edge;
        texel.softness *= 1.0f - edge;
    }

    const float collar = -12.3f + 0.035f * p[0] * p[0] - 0.12f * std::min(0.0f, z);
    const float cloth = smoothBetween(0.05f, -0.05f, y - collar);
    if (cloth > 0.0f) {
        const float weave = 0.5f * solidNoise({p[0] * 14.0f, p[1] * 14.0f, p[2] * 14.0f}, seed + 30);
        const float hem =
            smoothBetween(-0.55f, -0.45f, y - collar) > 0.0f && y - collar > -0.6f ? 0.9f : 1.0f;
        texel.albedo = mix(texel.albedo, m_person.shirt * (hem * (1.0f + 0.12f * weave)), cloth);
        texel.gloss *= 1.0f - cloth;
        texel.softness *= 1.0f - cloth;
    }
    return texel;
}

RigTexel RigPainter::eye(cv::Vec3f q) const {
    const auto seed = m_person.seed;
    constexpr float kIris = 0.62f, kPupil = 0.21f;
    RigTexel texel;
    const float r = std::hypot(q[0], q[1]);
    const float veins = std::max(0.0f, 1.0f - 7.0f * std::abs(fractalNoise(q * 2.2f, 3, seed + 40)));
    const float rim = smoothBetween(0.7f, 1.6f, r);
    cv::Vec3f white(0.50f, 0.54f, 0.60f);
    white = scaled(white, 1.0f - 0.22f * rim - 0.25f * rim * veins, 1.0f - 0.20f * rim - 0.22f * rim * veins,
                   1.0f - 0.05f * rim);
    texel.albedo = white;
    texel.gloss = 1.0f;
    if (q[2] > 0.0f && r < kIris + 0.06f) {
        const float angle = std::atan2(q[1], q[0]);
        const float fibres =
            solidNoise({std::cos(angle) * 9.0f, std::sin(angle) * 9.0f, r * 2.5f}, seed + 41) +
            0.6f * solidNoise({std::cos(angle) * 20.0f, std::sin(angle) * 20.0f, r * 2.0f}, seed + 42);
        auto iris = m_person.iris * (1.1f + 0.45f * fibres);
        iris = mix(iris, m_person.iris * 1.7f, 0.5f * bell((r - 0.33f) / 0.1f, 0.0f));
        iris *= 1.0f - 0.75f * smoothBetween(kIris - 0.16f, kIris, r); // limbal ring
        iris = mix(iris, cv::Vec3f::all(0.004f), smoothBetween(kPupil + 0.04f, kPupil - 0.02f, r));
        texel.albedo = mix(texel.albedo, iris, smoothBetween(kIris + 0.05f, kIris - 0.04f, r));
    }
    return texel;
}

} // namespace mien::synthesis
