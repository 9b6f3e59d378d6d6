// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/tvl1_level.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

namespace mien::motion::tvl1 {
namespace {

int roundedUp(int value) {
    return (value + kGuard - 1) / kGuard * kGuard;
}

/// The wanted pixels at `size`: a pixel counts where any of those it stands for does.
cv::Mat scaledMask(const cv::Mat& wanted, cv::Size size) {
    cv::Mat out = wanted;
    const int shrink = (wanted.cols + size.width - 1) / size.width;
    if (shrink > 1)
        cv::dilate(wanted, out, cv::getStructuringElement(cv::MORPH_RECT, {2 * shrink - 1, 2 * shrink - 1}));
    if (out.size() != size)
        cv::resize(out, out, size, 0, 0, cv::INTER_NEAREST);
    return out;
}

void appendSpans(const uchar* row, int width, std::vector<Span>& spans) {
    const std::size_t before = spans.size();
    for (int x = 0; x < width; x += kGuard) {
        const int end = std::min(x + kGuard, width);
        if (std::none_of(row + x, row + end, [](uchar v) { return v != 0; }))
            continue;
        if (spans.size() > before && spans.back().end == x)
            spans.back().end = x + kGuard;
        else
            spans.push_back({x, x + kGuard});
    }
}

} // namespace

void LevelBuffers::Free::operator()(float* p) const {
    std::free(p);
}

LevelBuffers::LevelBuffers(cv::Size size) : m_size(size), m_stride(roundedUp(size.width) + 2 * kGuard) {
    const std::size_t rows = static_cast<std::size_t>(size.height) + 2 * kGuardRows;
    // An odd number of cache lines between planes keeps equal pixels of different planes out of one cache
    // set.
    const std::size_t planeFloats = rows * static_cast<std::size_t>(m_stride) + kGuard * (1 + rows % 2);
    const std::size_t bytes = planeFloats * kPlanes * sizeof(float);
    m_memory.reset(static_cast<float*>(std::aligned_alloc(64, (bytes + 63) / 64 * 64)));
    if (!m_memory)
        throw std::bad_alloc();
    std::memset(m_memory.get(), 0, bytes);
    const std::size_t origin =
        static_cast<std::size_t>(kGuardRows) * static_cast<std::size_t>(m_stride) + kGuard;
    for (std::size_t i = 0; i < kPlanes; ++i)
        m_images[i] = cv::Mat(size, CV_32FC1, m_memory.get() + i * planeFloats + origin,
                              static_cast<std::size_t>(m_stride) * sizeof(float));
    m_level = {.width = size.width,
               .height = size.height,
               .stride = m_stride,
               .from = data(From),
               .to = data(To),
               .gx = data(Gx),
               .gy = data(Gy),
               .u1 = data(U1),
               .u2 = data(U2),
               .p11 = data(P11),
               .p12 = data(P12),
               .p21 = data(P21),
               .p22 = data(P22),
               .ix = data(Ix),
               .iy = data(Iy),
               .rc = data(Rc),
               .ig = data(Ig),
               .rowSpans = nullptr,
               .spans = nullptr,
               .spansChanged = nullptr};
    setWanted({}, 0);
}

void LevelBuffers::setWanted(const cv::Mat& wanted, int marginPx) {
    cv::Mat mask;
    if (!wanted.empty()) {
        mask = scaledMask(wanted, m_size);
        const int side = 2 * marginPx + 1;
        if (marginPx > 0)
            cv::dilate(mask, mask, cv::getStructuringElement(cv::MORPH_RECT, {side, side}));
    }
    m_spans.clear();
    m_rowSpans.assign(1, 0);
    m_spansChanged = std::make_unique<bool[]>(static_cast<std::size_t>(m_size.height));
    for (int y = 0; y < m_size.height; ++y) {
        if (mask.empty())
            m_spans.push_back({0, roundedUp(m_size.width)});
        else
            appendSpans(mask.ptr(y), m_size.width, m_spans);
        const int first = m_rowSpans.back();
        const int last = static_cast<int>(m_spans.size());
        m_rowSpans.push_back(last);
        const int above = y > 0 ? m_rowSpans[static_cast<std::size_t>(y) - 1] : first;
        m_spansChanged[static_cast<std::size_t>(y)] =
            y > 0 && !std::equal(m_spans.begin() + above, m_spans.begin() + first, m_spans.begin() + first,
                                 m_spans.begin() + last, [](const Span& a, const Span& b) {
                                     return a.first == b.first && a.end == b.end;
                                 });
    }
    m_level.rowSpans = m_rowSpans.data();
    m_level.spans = m_spans.data();
    m_level.spansChanged = m_spansChanged.get();
    for (Plane plane : {P11, P12, P21, P22}) // a smaller mask leaves no dual variables behind outside
        m_images[plane].setTo(0);
}

void LevelBuffers::prepareImages() {
    const int width = m_size.width;
    const int height = m_size.height;
    for (int y = 0; y < height; ++y) {
        float* row = m_images[To].ptr<float>(y);
        std::fill(row - kGuard, row, row[0]);
        std::fill(row + width, row + m_stride - kGuard, row[width - 1]);
    }
    float* to = data(To) - kGuard;
    const std::size_t rowBytes = static_cast<std::size_t>(m_stride) * sizeof(float);
    for (int k = 1; k <= kGuardRows; ++k) {
        std::memcpy(to - static_cast<std::ptrdiff_t>(k) * m_stride, to, rowBytes);
        float* last = to + static_cast<std::ptrdiff_t>(height - 1) * m_stride;
        std::memcpy(last + static_cast<std::ptrdiff_t>(k) * m_stride, last, rowBytes);
    }
    for (int y = 0; y < height; ++y) {
        const float* row = m_images[From].ptr<float>(y);
        const float* above = m_images[From].ptr<float>(std::max(y - 1, 0));
        const float* below = m_images[From].ptr<float>(std::min(y + 1, height - 1));
        float* gx = m_images[Gx].ptr<float>(y);
        float* gy = m_images[Gy].ptr<float>(y);
        for (int x = 1; x + 1 < width; ++x)
            gx[x] = 0.5f * (row[x + 1] - row[x - 1]);
        gx[0] = 0.5f * (row[1] - row[0]);
        gx[width - 1] = 0.5f * (row[width - 1] - row[width - 2]);
        for (int x = 0; x < width; ++x)
            gy[x] = 0.5f * (below[x] - above[x]);
    }
}

void LevelBuffers::clearDual() {
    for (Plane plane : {P11, P12, P21, P22})
        for (int y = 0; y < m_size.height; ++y)
            for (int s = m_rowSpans[static_cast<std::size_t>(y)];
                 s < m_rowSpans[static_cast<std::size_t>(y) + 1]; ++s) {
                const Span span = m_spans[static_cast<std::size_t>(s)];
                float* row = m_images[plane].ptr<float>(y);
                std::fill(row + span.first, row + span.end, 0.0f);
            }
}

void addUpsampled(const cv::Mat& coarse, cv::Mat& fine) {
    std::vector<float> line(static_cast<std::size_t>(coarse.cols) + 1);
    for (int y = 0; y < fine.rows; ++y) {
        const float* a = coarse.ptr<float>(std::min(y / 2, coarse.rows - 1));
        const float* b = coarse.ptr<float>(std::min((y + 1) / 2, coarse.rows - 1));
        for (std::size_t x = 0; x + 1 < line.size(); ++x)
            line[x] = a[x] + b[x]; // the sum of two rows is twice their mean: flow doubles with the scale
        line.back() = line[line.size() - 2];
        float* out = fine.ptr<float>(y);
        const int pairs = fine.cols / 2;
        for (int x = 0; x < pairs; ++x) {
            out[2 * x] += line[static_cast<std::size_t>(x)];
            out[2 * x + 1] +=
                0.5f * (line[static_cast<std::size_t>(x)] + line[static_cast<std::size_t>(x) + 1]);
        }
        if (fine.cols % 2 != 0)
            out[fine.cols - 1] += line[static_cast<std::size_t>(pairs)];
    }
}

} // namespace mien::motion::tvl1
