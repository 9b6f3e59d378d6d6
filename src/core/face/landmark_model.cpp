// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/landmark_model.h"

#include "core/face/similarity.h"

#include <cstring>

namespace mien::face {
namespace {

/// Trees looked ahead while one is summed: leaves lie scattered over some 70 MB, so they are fetched early.
constexpr std::size_t kLookAhead = 8;

#if defined(__x86_64__)
#define MIEN_INLINE inline __attribute__((always_inline))
#else
#define MIEN_INLINE inline
#endif

MIEN_INLINE const float* leafOf(const Cascade& cascade, std::size_t leaves, std::size_t tree,
                                const float* pixels) {
    const Split* split = cascade.splits.data() + tree * (leaves - 1);
    std::size_t node = 0;
    while (node < leaves - 1) {
        const Split& s = split[node];
        node = 2 * node + 2 - static_cast<std::size_t>(pixels[s.first] - pixels[s.second] > s.threshold);
    }
    return cascade.leaves.data() + (tree * leaves + node - (leaves - 1)) * kLeafStride;
}

MIEN_INLINE void addRow(float* __restrict shape, const float* __restrict row) {
    for (std::size_t i = 0; i < kLeafStride; ++i) // the padding is zero in both
        shape[i] += row[i];
}

/// shape += Σ leaves, tree after tree in the file's order, so that sums round as dlib's do on every CPU.
MIEN_INLINE void addTreesInline(const Cascade& cascade, std::size_t leaves, const float* pixels,
                                float* shape) {
    std::array<const float*, kLookAhead> rows{};
    alignas(64) std::array<float, kLeafStride> sum;
    std::copy_n(shape, kLeafStride, sum.data());
    const std::size_t trees = cascade.trees;
    for (std::size_t tree = 0; tree < trees + kLookAhead; ++tree) {
        const std::size_t slot = tree % kLookAhead;
        if (tree >= kLookAhead)
            addRow(sum.data(), rows[slot]);
        if (tree < trees) {
            rows[slot] = leafOf(cascade, leaves, tree, pixels);
            for (std::size_t i = 0; i < kShapeFloats; i += 16)
                __builtin_prefetch(rows[slot] + i);
        }
    }
    std::copy_n(sum.data(), kLeafStride, shape);
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) void addTreesAvx2(const Cascade& cascade, std::size_t leaves,
                                                  const float* pixels, float* shape) {
    addTreesInline(cascade, leaves, pixels, shape);
}
__attribute__((target("avx2,avx512f,prefer-vector-width=512"))) void
addTreesAvx512(const Cascade& cascade, std::size_t leaves, const float* pixels, float* shape) {
    addTreesInline(cascade, leaves, pixels, shape);
}
#endif

void addTrees(const Cascade& cascade, std::size_t leaves, const float* pixels, float* shape) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f"))
        return addTreesAvx512(cascade, leaves, pixels, shape);
    if (__builtin_cpu_supports("avx2"))
        return addTreesAvx2(cascade, leaves, pixels, shape);
#endif
    addTreesInline(cascade, leaves, pixels, shape);
}

/// Reads the pixels that one stage looks at: offsets of the mean face, turned and scaled with the current
/// shape.
void samplePixels(const cv::Mat& grey, const cv::Matx23d& toImage, const Cascade& cascade,
                  const std::array<float, kShapeFloats>& mean, const float* shape,
                  std::vector<float>& pixels) {
    const auto [a, b] = similarityRotation(mean.data(), shape, kShapeFloats / 2);
    const auto cosine = static_cast<float>(a);
    const auto sine = static_cast<float>(b);
    const std::size_t n = cascade.anchor.size();
    pixels.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        const float* at = shape + 2 * cascade.anchor[i];
        const double u = cosine * cascade.deltaX[i] - sine * cascade.deltaY[i] + at[0];
        const double v = sine * cascade.deltaX[i] + cosine * cascade.deltaY[i] + at[1];
        const double x = toImage(0, 0) * u + toImage(0, 1) * v + toImage(0, 2) + 0.5;
        const double y = toImage(1, 0) * u + toImage(1, 1) * v + toImage(1, 2) + 0.5;
        const bool inside = x >= 0.0 && y >= 0.0 && x < grey.cols && y < grey.rows;
        pixels[i] = inside
                        ? static_cast<float>(grey.ptr<std::uint8_t>(static_cast<int>(y))[static_cast<int>(x)])
                        : 0.0f;
    }
}

} // namespace

Landmarks LandmarkModel::predict(const cv::Mat& grey, const cv::Matx23d& toImage) const {
    CV_Assert(grey.type() == CV_8UC1);
    alignas(64) std::array<float, kLeafStride> shape{};
    std::copy(m_forest.meanShape.begin(), m_forest.meanShape.end(), shape.begin());
    std::vector<float> pixels;
    for (const Cascade& cascade : m_forest.cascades) {
        samplePixels(grey, toImage, cascade, m_forest.meanShape, shape.data(), pixels);
        addTrees(cascade, m_forest.leavesPerTree, pixels.data(), shape.data());
    }
    Landmarks out;
    for (std::size_t i = 0; i < out.size(); ++i) {
        const double u = shape[2 * i];
        const double v = shape[2 * i + 1];
        out[i] = {static_cast<float>(toImage(0, 0) * u + toImage(0, 1) * v + toImage(0, 2)),
                  static_cast<float>(toImage(1, 0) * u + toImage(1, 1) * v + toImage(1, 2))};
    }
    return out;
}

Landmarks LandmarkModel::meanShape() const {
    Landmarks out;
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = {m_forest.meanShape[2 * i], m_forest.meanShape[2 * i + 1]};
    return out;
}

cv::Matx23d imageFromUnit(const cv::Rect2f& box) {
    return {box.width, 0.0, box.x, 0.0, box.height, box.y};
}

} // namespace mien::face
