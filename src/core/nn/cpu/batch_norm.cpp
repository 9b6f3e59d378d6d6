// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/cpu/batch_norm.h"

#include <algorithm>
#include <cmath>

namespace mien::nn::cpu {
namespace {

/// Rows that are summed in single precision before double takes over.
constexpr int kBlock = 256;

void mergeColumn(double& mean, double& squares, double count, double moreMean, double moreSquares,
                 double moreCount) {
    const double all = count + moreCount, apart = moreMean - mean;
    mean += apart * moreCount / all;
    squares += moreSquares + apart * apart * count * moreCount / all;
}

} // namespace

Moments momentsOf(const Kernels& kernels, const float* z, int rows, int columns) {
    const auto width = static_cast<std::size_t>(columns);
    Moments out{0.0, std::vector<double>(width), std::vector<double>(width)};
    std::vector<float> sums(width), squares(width);
    for (int row = 0; row < rows; row += kBlock) {
        const int taken = std::min(kBlock, rows - row);
        const float* block = z + std::ptrdiff_t{row} * columns;
        kernels.moments(block, sums.data(), squares.data(), taken, columns);
        const double count = taken;
        for (std::size_t i = 0; i < width; ++i) {
            const double sum = static_cast<double>(sums[i]);
            mergeColumn(out.mean[i], out.squares[i], out.count, static_cast<double>(block[i]) + sum / count,
                        static_cast<double>(squares[i]) - sum * sum / count, count);
        }
        out.count += count;
    }
    return out;
}

void merge(Moments& into, const Moments& more) {
    if (into.count == 0.0) {
        into = more;
        return;
    }
    for (std::size_t i = 0; i < into.mean.size(); ++i)
        mergeColumn(into.mean[i], into.squares[i], into.count, more.mean[i], more.squares[i], more.count);
    into.count += more.count;
}

void BatchNorm::forward(const Stage& stage, const Moments& moments, std::span<const float> parameters,
                        std::span<float> statistics) {
    const auto columns = static_cast<std::size_t>(stage.columns);
    count = moments.count;
    for (Floats* values : {&mean, &scale, &shift, &p, &q, &r})
        values->assign(columns, 0.0f);
    inverse.assign(columns, 0.0);
    for (std::size_t i = 0; i < static_cast<std::size_t>(stage.width); ++i) {
        const double factor = static_cast<double>(parameters[stage.scale + i]);
        inverse[i] = 1.0 / std::sqrt(std::max(0.0, moments.squares[i]) / count + kNormEpsilon);
        mean[i] = static_cast<float>(moments.mean[i]);
        scale[i] = static_cast<float>(factor * inverse[i]);
        shift[i] = static_cast<float>(static_cast<double>(parameters[stage.shift + i]) -
                                      moments.mean[i] * factor * inverse[i]);
        statistics[stage.mean + i] = mean[i];
        statistics[stage.variance + i] = static_cast<float>(moments.squares[i] / (count - 1.0));
    }
}

void BatchNorm::backward(const Stage& stage, const GradientSums& sums, std::span<const float> parameters,
                         std::span<float> gradient) {
    for (std::size_t i = 0; i < static_cast<std::size_t>(stage.width); ++i) {
        const double factor = static_cast<double>(parameters[stage.scale + i]) * inverse[i];
        const double average = static_cast<double>(mean[i]);
        const double lean = sums.products[i] * inverse[i] * inverse[i] / count;
        gradient[stage.scale + i] = static_cast<float>(sums.products[i] * inverse[i]);
        gradient[stage.shift + i] = static_cast<float>(sums.sums[i]);
        p[i] = static_cast<float>(factor);
        q[i] = static_cast<float>(-factor * lean);
        r[i] = static_cast<float>(factor * (average * lean - sums.sums[i] / count));
    }
}

GradientSums maskGradient(const Kernels& kernels, const BatchNorm& norm, const float* z, float* g, int rows,
                          int columns) {
    const auto width = static_cast<std::size_t>(columns);
    GradientSums out{std::vector<double>(width), std::vector<double>(width)};
    std::vector<float> sums(width), products(width);
    for (int row = 0; row < rows; row += kBlock) {
        const std::ptrdiff_t at = std::ptrdiff_t{row} * columns;
        kernels.mask(z + at, norm.scale.data(), norm.shift.data(), norm.mean.data(), g + at, sums.data(),
                     products.data(), std::min(kBlock, rows - row), columns);
        for (std::size_t i = 0; i < width; ++i) {
            out.sums[i] += static_cast<double>(sums[i]);
            out.products[i] += static_cast<double>(products[i]);
        }
    }
    return out;
}

void merge(GradientSums& into, const GradientSums& more) {
    if (into.sums.empty()) {
        into = more;
        return;
    }
    for (std::size_t i = 0; i < into.sums.size(); ++i) {
        into.sums[i] += more.sums[i];
        into.products[i] += more.products[i];
    }
}

} // namespace mien::nn::cpu
