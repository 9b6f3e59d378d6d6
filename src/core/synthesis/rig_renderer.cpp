// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_renderer.h"

#include "core/synthesis/rig_noise.h"

#include <opencv2/imgproc.hpp>

#include <limits>

namespace mien::synthesis {
namespace {

constexpr int kFactor = 2; ///< samples along each side of a pixel
/// Furrows are mapped over the generic face from in front: ±kMapCm, kMapPx along each side.
constexpr float kMapCm = 12.0f;
constexpr int kMapPx = 192;

/// Landmarks of the generic face from in front, in pixels of the furrows' map.
face::Landmarks mapLandmarks(const RigModel& model) {
    face::Landmarks landmarks;
    for (std::size_t k = 0; k < landmarks.size(); ++k) {
        const auto& p = model.neutral[static_cast<std::size_t>(model.landmarks[k])];
        landmarks[k] = cv::Point2f(p[0] + kMapCm, kMapCm - p[1]) * (kMapPx / (2 * kMapCm));
    }
    return landmarks;
}

float bilinear(const cv::Mat& map, float x, float y) {
    if (!(x >= 0.0f && y >= 0.0f && x < static_cast<float>(map.cols - 1) &&
          y < static_cast<float>(map.rows - 1)))
        return 0.0f;
    const int ix = static_cast<int>(x), iy = static_cast<int>(y);
    const float a = x - static_cast<float>(ix), b = y - static_cast<float>(iy);
    const auto* top = map.ptr<float>(iy) + ix;
    const auto* bottom = map.ptr<float>(iy + 1) + ix;
    return (1 - b) * ((1 - a) * top[0] + a * top[1]) + b * ((1 - a) * bottom[0] + a * bottom[1]);
}

template <class T>
T blended(const cv::Vec3f& share, const T& a, const T& b, const T& c) {
    return a * share[0] + b * share[1] + c * share[2];
}

cv::Vec3f unit(const cv::Vec3f& v) {
    return v * (1.0f / std::sqrt(std::max(1e-12f, v.dot(v))));
}

float power(float x, int doublings) {
    for (int i = 0; i < doublings; ++i)
        x *= x;
    return x;
}

bool isMouth(RigPart part) {
    return part == RigPart::Gums || part == RigPart::Teeth;
}

/// Linear light to 0 … 255; a shoulder keeps highlights from clipping hard.
float encoded(float linear) {
    static const auto table = [] {
        std::array<float, 2049> values{};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double root = static_cast<double>(i) / 1024.0; // of the light, up to 4
            const double x = root * root;
            const double shown = x < 0.7 ? x : 0.7 + 0.3 * (1.0 - std::exp(-(x - 0.7) / 0.3));
            values[i] = static_cast<float>(255.0 * std::pow(shown, 1.0 / 2.2));
        }
        return values;
    }();
    const float at = std::min(2047.0f, 1024.0f * std::sqrt(std::max(0.0f, linear)));
    const auto i = static_cast<std::size_t>(at);
    return table[i] + (table[i + 1] - table[i]) * (at - static_cast<float>(i));
}

/// Creases of the skin stay warm: what little light is in them has wandered under the surface.
std::vector<cv::Vec3f> warmed(const std::vector<float>& share) {
    std::vector<cv::Vec3f> colours;
    for (const float s : share)
        colours.emplace_back(0.12f + 0.88f * s, 0.13f + 0.87f * std::pow(s, 0.9f),
                             0.16f + 0.84f * std::pow(s, 0.72f));
    return colours;
}

} // namespace

RigRenderer::RigRenderer(std::shared_ptr<const RigAnatomy> anatomy, int size, const JobContext& job)
    : m_anatomy(std::move(anatomy)),
      m_size(size),
      m_painter(m_anatomy->model(), m_anatomy->person(),
                3.0f * static_cast<float>(faceWidthPx(m_anatomy->neutral())) / 14.7f),
      m_texture(m_anatomy->model(), m_painter,
                std::clamp(static_cast<int>(3.2 * faceWidthPx(m_anatomy->neutral())), 256, 2048), job),
      m_sky(warmed(skyShare(m_anatomy->model(), m_anatomy->shotOf({}), job))) {
    const FaceFrame frame(mapLandmarks(m_anatomy->model()));
    for (const auto& row : rigUnits())
        for (const auto half : {Half::ImageLeft, Half::ImageRight}) {
            const Furrows furrows(frame, row.number, half);
            if (furrows.empty())
                continue;
            FurrowMap entry{{row.number, half, 1.0}, cv::Mat::zeros(kMapPx, kMapPx, CV_32F)};
            for (int y = 0; y < kMapPx; ++y)
                for (int x = 0; x < kMapPx; ++x)
                    if (const auto p = frame.toFace(cv::Point2d(x, y)); furrows.box().contains(p))
                        entry.map.at<float>(y, x) = furrows.at(p);
            m_furrows.push_back(std::move(entry));
        }
    m_eye.assign(m_anatomy->model().neutral.size(), false);
    for (const auto& t : m_anatomy->model().triangles)
        if (t.part == RigPart::Eye)
            for (const int v : t.vertex)
                m_eye[static_cast<std::size_t>(v)] = true;
    drawBackground();
}

void RigRenderer::drawBackground() {
    const auto& person = m_anatomy->person();
    m_background.create(m_size, m_size, CV_32FC3);
    for (int y = 0; y < m_size; ++y)
        for (int x = 0; x < m_size; ++x) {
            const float u = static_cast<float>(x) / static_cast<float>(m_size),
                        v = static_cast<float>(y) / static_cast<float>(m_size);
            // A wall out of focus, brighter on the lamp's side.
            const float blots = fractalNoise({u * 2.2f, v * 2.2f, 0.5f}, 2, person.seed + 90);
            const float side = 1.0f + 0.25f * (u - 0.5f) * (person.keyDirection[0] > 0 ? 1.0f : -1.0f);
            m_background.at<cv::Vec3f>(y, x) =
                (person.wallTop + (person.wallBottom - person.wallTop) * v) * (side * (1.0f + 0.10f * blots));
        }
}

RasterBuffer RigRenderer::rasterised(const RigShot& shot, int factor) const {
    RasterBuffer buffer(m_size * factor, m_size * factor);
    const auto scaled = [&](int v) {
        const auto& p = shot.screen[static_cast<std::size_t>(v)];
        const auto f = static_cast<float>(factor);
        return RasterPoint{(p.x + 0.5f) * f - 0.5f, (p.y + 0.5f) * f - 0.5f, p.nearness};
    };
    const auto& triangles = m_anatomy->model().triangles;
    for (std::size_t t = 0; t < triangles.size(); ++t)
        if (triangles[t].part != RigPart::Lashes)
            buffer.draw(scaled(triangles[t].vertex[0]), scaled(triangles[t].vertex[1]),
                        scaled(triangles[t].vertex[2]), static_cast<int>(t));
    return buffer;
}

cv::Mat RigRenderer::furrowsOf(const FaceState& state) const {
    cv::Mat sum;
    for (const auto& action : state.actions)
        for (const auto& entry : m_furrows)
            if (entry.action.actionUnit == action.actionUnit && entry.action.half == action.half) {
                if (sum.empty())
                    sum = cv::Mat::zeros(kMapPx, kMapPx, CV_32F);
                cv::scaleAdd(entry.map, action.amount * static_cast<double>(m_anatomy->person().furrows), sum,
                             sum);
            }
    return sum;
}

cv::Vec3f RigRenderer::shaded(const RasterSample& sample, const RigShot& shot,
                              const std::vector<float>& keyShare, const cv::Mat& furrows, float below) const {
    const auto& model = m_anatomy->model();
    const auto& person = m_anatomy->person();
    const auto& triangle = model.triangles[static_cast<std::size_t>(sample.triangle)];
    const auto a = static_cast<std::size_t>(triangle.vertex[0]),
               b = static_cast<std::size_t>(triangle.vertex[1]),
               c = static_cast<std::size_t>(triangle.vertex[2]);
    const auto share = cornerShares(sample, shot.screen[a], shot.screen[b], shot.screen[c]);
    const auto place = blended(share, shot.place[a], shot.place[b], shot.place[c]);
    const auto smooth = unit(blended(share, shot.normal[a], shot.normal[b], shot.normal[c]));
    const auto generic = blended(share, model.neutral[a], model.neutral[b], model.neutral[c]);
    const auto view = unit(cv::Vec3f(0.0f, 0.0f, person.distanceCm) - place);
    const auto& light = person.keyDirection;

    RigTexel texel;
    auto normal = smooth;
    auto sky = blended(share, m_sky[a], m_sky[b], m_sky[c]);
    float lit = blended(share, keyShare[a], keyShare[b], keyShare[c]);
    switch (triangle.part) {
    case RigPart::Face:
    case RigPart::Head: {
        const auto uv = [&](std::size_t k) { return model.uv[static_cast<std::size_t>(triangle.uv[k])]; };
        texel = m_texture.at(triangle.part, blended(share, uv(0), uv(1), uv(2)));
        normal = unit(smooth + texel.bump);

        if (!furrows.empty() && generic[2] > 4.0f) {
            const float scale = kMapPx / (2 * kMapCm);
            texel.albedo *=
                std::exp(bilinear(furrows, (generic[0] + kMapCm) * scale, (kMapCm - generic[1]) * scale));
        }
        break;
    }
    case RigPart::Eye: {
        const bool left = generic[0] > 0.0f; // the subject's; in the image's right half
        const auto& ahead =
            shot.eyeAhead[static_cast<std::size_t>(left ? Half::ImageRight : Half::ImageLeft)];
        const cv::Vec3f across = ahead * (generic - m_painter.eyeCentre(left));
        texel = m_painter.eye(across);
        // The cornea bulges: its highlight is what makes an eye look alive.
        const float r = std::hypot(across[0], across[1]);
        const float dome = smoothBetween(0.75f, 0.55f, r);
        normal = unit(smooth + ahead.t() * cv::Vec3f(across[0], across[1], 0.0f) * (0.45f * dome));
        const float lid = smoothBetween(-0.05f, 0.42f, below);
        sky = cv::Vec3f::all(0.25f + 0.65f * lid);
        lit = 0.15f + 0.85f * lid * lit;
        break;
    }
    case RigPart::Teeth:
    case RigPart::Gums: {
        const bool teeth = triangle.part == RigPart::Teeth;
        texel.albedo = teeth ? cv::Vec3f(0.44f, 0.54f, 0.60f) : cv::Vec3f(0.13f, 0.12f, 0.36f);
        texel.gloss = teeth ? 0.7f : 0.8f;
        texel.softness = 0.6f;
        // Little light finds its way in, and the upper lip takes most of that.
        const float depth = smoothBetween(5.0f, 10.4f, generic[2]);
        const float lip = smoothBetween(-0.45f, 0.8f, below);
        sky = cv::Vec3f::all(depth * (0.16f + 0.5f * lip));
        lit = depth * (0.10f + 0.75f * lip);
        texel.gloss *= lit;
        break;
    }
    case RigPart::Lashes:
    case RigPart::Hidden:
        break;
    }

    const float facing = normal.dot(light), soft = smooth.dot(light);
    const float around = 0.5f + 0.5f * normal[1];
    cv::Vec3f radiance;
    static constexpr float kWrap[3] = {0.06f, 0.12f, 0.30f}; // blue wanders least under the skin, red most

    for (int k = 0; k < 3; ++k) {
        const float wrap = kWrap[k] * texel.softness;
        const float surface = facing + (soft - facing) * (k == 2 ? 0.6f : 0.25f) * texel.softness;
        const float diffuse = std::max(0.0f, (surface + wrap) / (1.0f + wrap));

        const float ambient =
            sky[k] * (person.groundColour[k] + (person.skyColour[k] - person.groundColour[k]) * around);
        radiance[k] = texel.albedo[k] * (ambient + person.keyColour[k] * diffuse * lit);
    }
    if (texel.gloss > 0.0f) {
        const auto half = unit(light + view);
        const float shine = std::max(0.0f, normal.dot(half));
        const float edge = 1.0f - std::max(0.0f, normal.dot(view));
        const float fresnel = 0.04f + 0.5f * edge * edge * edge * edge * edge;
        float strength = 0.0f;
        if (triangle.part == RigPart::Eye)
            strength = 5.0f * smoothBetween(0.985f, 0.995f, shine) * smoothBetween(0.0f, 0.25f, below);
        else
            strength = texel.gloss * fresnel * (3.2f * power(shine, 5) + 1.2f * power(shine, 3));
        const float grazing = texel.gloss * fresnel * sky[1] * 0.25f;
        for (int k = 0; k < 3; ++k)
            radiance[k] +=
                person.keyColour[k] * strength * lit * (triangle.part == RigPart::Eye ? 0.3f : 0.8f) +
                person.skyColour[k] * grazing;
    }
    return radiance;
}

void RigRenderer::drawLashes(const RigShot& shot, const RasterBuffer& opaque, cv::Mat& linear) const {
    RasterBuffer lashes(opaque.width(), opaque.height());
    const auto& triangles = m_anatomy->model().triangles;
    const auto scaled = [&](int v) {
        const auto& p = shot.screen[static_cast<std::size_t>(v)];
        return RasterPoint{(p.x + 0.5f) * kFactor - 0.5f, (p.y + 0.5f) * kFactor - 0.5f, p.nearness};
    };
    for (std::size_t t = 0; t < triangles.size(); ++t)
        if (triangles[t].part == RigPart::Lashes) {
            const auto a = scaled(triangles[t].vertex[0]), b = scaled(triangles[t].vertex[1]),
                       c = scaled(triangles[t].vertex[2]);
            lashes.draw(a, b, c, static_cast<int>(t));
            lashes.draw(a, c, b, static_cast<int>(t)); // seen from both sides
        }
    for (int y = 0; y < lashes.height(); ++y)
        for (int x = 0; x < lashes.width(); ++x) {
            const auto& sample = lashes.at(x, y);
            if (sample.triangle < 0 || sample.nearness < opaque.at(x, y).nearness - 2e-6f)
                continue;
            const auto v =
                static_cast<std::size_t>(triangles[static_cast<std::size_t>(sample.triangle)].vertex[0]);
            const auto& root = m_anatomy->model().neutral[v];
            const bool upper = root[1] > m_painter.eyeCentre(root[0] > 0.0f)[1] - 0.15f;
            const float thinness = upper ? 0.5f : 0.9f;
            linear.at<cv::Vec3f>(y, x) =
                linear.at<cv::Vec3f>(y, x) * thinness + cv::Vec3f(0.006f, 0.006f, 0.008f) * (1.0f - thinness);
        }
}

cv::Mat RigRenderer::picture(const Pose& pose) const {
    const auto shot = m_anatomy->shotOf(pose);
    const auto buffer = rasterised(shot, kFactor);
    const RigShadow shadow(m_anatomy->model(), shot, m_anatomy->person().keyDirection, 256);
    // The lamp is broad, so its shadow is as smooth as the mesh is fine.
    std::vector<float> keyShare(shot.place.size());
    for (std::size_t v = 0; v < keyShare.size(); ++v)
        keyShare[v] = shadow.lit(shot.place[v] + (m_eye[v] ? cv::Vec3f(0, 0, 0.8f) : shot.normal[v] * 0.1f));
    const auto furrows = furrowsOf(pose.face);
    const auto& triangles = m_anatomy->model().triangles;
    cv::Mat linear(buffer.height(), buffer.width(), CV_32FC3);
    const float cmPerSample = 14.7f / static_cast<float>(faceWidthPx(m_anatomy->neutral()) * kFactor);
    // Centimetres below the lid or lip that roofs an eye or a mouth, by column.
    std::vector<float> below(static_cast<std::size_t>(buffer.width()), 0.0f);
    for (int y = 0; y < buffer.height(); ++y) {
        auto* row = linear.ptr<cv::Vec3f>(y);
        for (int x = 0; x < buffer.width(); ++x) {
            const auto& sample = buffer.at(x, y);
            auto& depth = below[static_cast<std::size_t>(x)];
            if (sample.triangle < 0) {
                row[x] = m_background.at<cv::Vec3f>(y / kFactor, x / kFactor);
                depth = 0.0f;
                continue;
            }
            const auto part = triangles[static_cast<std::size_t>(sample.triangle)].part;
            depth = part == RigPart::Eye || isMouth(part) ? depth + cmPerSample : 0.0f;
            row[x] = shaded(sample, shot, keyShare, furrows, depth);
        }
    }
    drawLashes(shot, buffer, linear);
    cv::Mat out(m_size, m_size, CV_32FC3);
    for (int y = 0; y < m_size; ++y)
        for (int x = 0; x < m_size; ++x) {
            cv::Vec3f sum;
            for (int j = 0; j < kFactor; ++j)
                for (int i = 0; i < kFactor; ++i)
                    sum += linear.at<cv::Vec3f>(kFactor * y + j, kFactor * x + i);
            sum *= 1.0f / (kFactor * kFactor);
            out.at<cv::Vec3f>(y, x) = {encoded(sum[0]), encoded(sum[1]), encoded(sum[2])};
        }
    return out;
}

namespace {

/// Nearness of the farthest surface at the four samples around a point; infinite where there is none. Of one
/// sloping surface one of them is always as far as the point itself, so that only another surface hides it.
float farthestAround(const RasterBuffer& buffer, float x, float y) {
    float farthest = std::numeric_limits<float>::infinity();
    const int left = cvFloor(x), top = cvFloor(y);
    for (int j = std::max(0, top); j <= std::min(top + 1, buffer.height() - 1); ++j)
        for (int i = std::max(0, left); i <= std::min(left + 1, buffer.width() - 1); ++i)
            if (const auto& sample = buffer.at(i, j); sample.triangle >= 0)
                farthest = std::min(farthest, sample.nearness);
    return farthest;
}

} // namespace

ExactFlow RigRenderer::flow(const Pose& from, const Pose& to) const {
    const auto first = m_anatomy->shotOf(from), second = m_anatomy->shotOf(to);
    const auto seen = rasterised(first, 1), later = rasterised(second, 1);
    const auto& model = m_anatomy->model();
    ExactFlow out{cv::Mat::zeros(m_size, m_size, CV_32FC2), cv::Mat::zeros(m_size, m_size, CV_8U),
                  cv::Mat::zeros(m_size, m_size, CV_8U)};
    // A surface half a millimetre behind another still counts as seen: the two z-buffers sample it elsewhere.
    const float distance = m_anatomy->person().distanceCm;
    const float tolerance = 0.05f / (distance * distance);
    for (int y = 0; y < m_size; ++y)
        for (int x = 0; x < m_size; ++x) {
            const auto& sample = seen.at(x, y);
            if (sample.triangle < 0) { // the wall stands still
                out.visible.at<uchar>(y, x) = later.at(x, y).triangle < 0 ? 255 : 0;
                continue;
            }
            const auto& t = model.triangles[static_cast<std::size_t>(sample.triangle)];
            const auto a = static_cast<std::size_t>(t.vertex[0]), b = static_cast<std::size_t>(t.vertex[1]),
                       c = static_cast<std::size_t>(t.vertex[2]);
            const auto share = cornerShares(sample, first.screen[a], first.screen[b], first.screen[c]);
            // The same point of the surface in the second shot, projected; nearness blends by its inverse.
            const auto wa = share[0] / second.screen[a].nearness, wb = share[1] / second.screen[b].nearness,
                       wc = share[2] / second.screen[c].nearness;
            const float whole = wa + wb + wc;
            const auto at = [&](auto get) {
                return (share[0] * get(second.screen[a]) / second.screen[a].nearness +
                        share[1] * get(second.screen[b]) / second.screen[b].nearness +
                        share[2] * get(second.screen[c]) / second.screen[c].nearness) /
                       whole;
            };
            const float qx = at([](const RasterPoint& p) { return p.x; });
            const float qy = at([](const RasterPoint& p) { return p.y; });
            const float nearness = 1.0f / whole;
            out.flow.at<cv::Vec2f>(y, x) = {qx - static_cast<float>(x), qy - static_cast<float>(y)};
            if (farthestAround(later, qx, qy) <= nearness + tolerance)
                out.visible.at<uchar>(y, x) = 255;
            const auto generic = blended(share, model.neutral[a], model.neutral[b], model.neutral[c]);
            const bool inside =
                generic[1] > -8.6f && generic[2] > 3.5f && generic[1] < 12.0f && std::abs(generic[0]) < 7.6f;
            if (inside && t.part != RigPart::Head && rigHairShare(m_anatomy->person(), generic) < 0.3f)
                out.face.at<uchar>(y, x) = 255;
        }
    return out;
}

} // namespace mien::synthesis
