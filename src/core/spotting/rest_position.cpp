// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/spotting/rest_position.h"

#include "core/math/statistics.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <ranges>

namespace mien::spotting {
namespace {

constexpr double kAnchorStepS = 1.0;   // between anchors the rest position is interpolated
constexpr double kFamiliarS = 2.5;     // a new rest position must be held this much longer than the old one
constexpr double kOpeningS = 0.5;      // a run tends to begin at rest (guide B1 always assumes it does)
constexpr double kOpeningWeight = 5.0; // so its opening counts this much more
constexpr double kFineWidth = 0.6;     // % of the eye distance a region: a spot where the face rests
constexpr double kCoarseWidth = 4.0;   // % of the eye distance a group: all the spots of one rest position

/// A group's position at one sampled moment: x and y of its regions.
using Point = std::vector<float>;

double squaredDistance(const Point& a, const Point& b) {
    double sum = 0.0;
    for (std::size_t d = 0; d < a.size(); ++d)
        sum += static_cast<double>(a[d] - b[d]) * (a[d] - b[d]);
    return sum;
}

/// The moments at which positions are looked at: every few frames.
struct Grid {
    std::size_t step;
    std::size_t count;
    double fps;

    Grid(const RegionTracks& tracks, double samplesHz)
        : step(static_cast<std::size_t>(std::max(1.0, std::floor(tracks.fps / samplesHz)))),
          count((tracks.length + step - 1) / step),
          fps(tracks.fps) {}
    double timeS(std::size_t k) const { return static_cast<double>(k * step) / fps; }
};

struct Samples {
    std::vector<Point> points;
    std::vector<double> weights;
};

/// The samples in the search's window around `centreS`.
Samples samplesAround(const RegionTracks& tracks, std::span<const int> group, double centreS,
                      const RestSearch& search) {
    const Grid grid(tracks, search.samplesHz);
    const auto moments = std::views::iota(std::size_t{0}, grid.count);
    const auto timeOf = [&](std::size_t k) { return grid.timeS(k); };
    const auto from = std::ranges::lower_bound(moments, centreS - search.halfWindowS, {}, timeOf);
    const auto to = std::ranges::upper_bound(moments, centreS + search.halfWindowS, {}, timeOf);
    Samples samples;
    for (const std::size_t k : std::ranges::subrange(from, to)) {
        Point point;
        for (int region : group) {
            point.push_back(tracks.x[static_cast<std::size_t>(region)][k * grid.step]);
            point.push_back(tracks.y[static_cast<std::size_t>(region)][k * grid.step]);
        }
        samples.points.push_back(std::move(point));
        samples.weights.push_back(grid.timeS(k) < kOpeningS ? kOpeningWeight : 1.0);
    }
    return samples;
}

/// Finds the rest position among the samples.
class RestFinder {
public:
    RestFinder(const Samples& samples, double fine, double coarse, double samplesHz)
        : m_samples(samples),
          m_fine(fine),
          m_coarse(coarse),
          m_samplesHz(samplesHz),
          m_squared(count() * count()) {
        for (std::size_t i = 0; i < count(); ++i)
            for (std::size_t j = i + 1; j < count(); ++j)
                m_squared[i * count() + j] = m_squared[j * count() + i] =
                    squaredDistance(m_samples.points[i], m_samples.points[j]);
    }

    /// The wide cluster with most time in it (a living face never rests on one spot), then the densest spot
    /// in that cluster, then one mean-shift step. `familiar`: the rest position before, which counts like
    /// kFamiliarS of samples; empty: none.
    Point find(const Point& familiar) const {
        const std::size_t cluster = densest(m_coarse, familiar, {});
        const std::size_t spot = densest(m_fine, {}, cluster);
        Point centre(m_samples.points[spot].size(), 0.0f);
        double total = 0.0;
        for (std::size_t j = 0; j < count(); ++j) {
            const double w = m_samples.weights[j] * kernel(squared(spot, j), m_fine);
            total += w;
            for (std::size_t d = 0; d < centre.size(); ++d)
                centre[d] += static_cast<float>(w * m_samples.points[j][d]);
        }
        for (float& v : centre)
            v = static_cast<float>(v / total);
        return centre;
    }

private:
    std::size_t count() const { return m_samples.points.size(); }
    double squared(std::size_t i, std::size_t j) const { return m_squared[i * count() + j]; }
    static double kernel(double squaredDistance, double bandwidth) {
        return std::exp(-0.5 * squaredDistance / (bandwidth * bandwidth));
    }

    /// The sample in the densest place; with `within`, only samples of the wide cluster around that one may
    /// be it. Each pair is looked at once: kernels are most of the cost.
    std::size_t densest(double bandwidth, const Point& familiar, std::optional<std::size_t> within) const {
        std::vector<double> density(count(), 0.0);
        std::vector<std::uint8_t> candidate(count(), 1);
        for (std::size_t i = 0; i < count(); ++i) {
            if (within)
                candidate[i] = squared(i, *within) <= 4.0 * m_coarse * m_coarse;
            if (!familiar.empty())
                density[i] = kFamiliarS * m_samplesHz *
                             kernel(squaredDistance(m_samples.points[i], familiar), bandwidth);
        }
        for (std::size_t i = 0; i < count(); ++i) {
            density[i] += m_samples.weights[i];
            for (std::size_t j = i + 1; j < count(); ++j) {
                if (!candidate[i] && !candidate[j])
                    continue;
                const double near = kernel(squared(i, j), bandwidth);
                density[i] += m_samples.weights[j] * near;
                density[j] += m_samples.weights[i] * near;
            }
        }
        std::size_t best = 0;
        double bestDensity = -1.0;
        for (std::size_t i = 0; i < count(); ++i)
            if (candidate[i] && density[i] > bestDensity) {
                bestDensity = density[i];
                best = i;
            }
        return best;
    }

    const Samples& m_samples;
    double m_fine;
    double m_coarse;
    double m_samplesHz;
    std::vector<double> m_squared; ///< of every two samples
};

/// The group's rest position every kAnchorStepS.
std::vector<Point> restPositions(const RegionTracks& tracks, std::span<const int> group,
                                 const RestSearch& search) {
    double noise = 0.0;
    for (int region : group)
        noise = std::max(noise, tracks.noise[static_cast<std::size_t>(region)]);
    const double dimensions = std::sqrt(static_cast<double>(group.size()));
    const double fine = std::max(kFineWidth, 2.0 * noise) * dimensions;
    const double coarse = std::max(kCoarseWidth, fine);

    const double durationS = static_cast<double>(tracks.length) / tracks.fps;
    const auto anchors = static_cast<std::size_t>(durationS / kAnchorStepS) + 1;
    std::vector<Point> rest;
    rest.reserve(anchors);
    for (std::size_t a = 0; a < anchors; ++a) {
        const Samples samples = samplesAround(tracks, group, static_cast<double>(a) * kAnchorStepS, search);
        if (samples.points
                .empty()) // fewer than a frame in the whole window; the first frame is always in one
            rest.push_back(rest.back());
        else
            rest.push_back(RestFinder(samples, fine, coarse, search.samplesHz)
                               .find(rest.empty() ? Point{} : rest.back()));
    }
    return rest;
}

} // namespace

void toOffsetFromRest(RegionTracks& tracks, std::span<const int> group, const RestSearch& search) {
    const std::vector<Point> rest = restPositions(tracks, group, search);
    for (std::size_t g = 0; g < group.size(); ++g) {
        auto& x = tracks.x[static_cast<std::size_t>(group[g])];
        auto& y = tracks.y[static_cast<std::size_t>(group[g])];
        for (std::size_t i = 0; i < x.size(); ++i) {
            const double at = static_cast<double>(i) / tracks.fps / kAnchorStepS;
            const auto low = std::min(static_cast<std::size_t>(at), rest.size() - 1);
            const auto high = std::min(low + 1, rest.size() - 1);
            const auto share = static_cast<float>(std::clamp(at - static_cast<double>(low), 0.0, 1.0));
            x[i] -= std::lerp(rest[low][2 * g], rest[high][2 * g], share);
            y[i] -= std::lerp(rest[low][2 * g + 1], rest[high][2 * g + 1], share);
        }
    }
}

void toDistanceFromRest(RegionTracks& tracks, std::span<const int> group, double halfWindowS) {
    toOffsetFromRest(tracks, group, {halfWindowS});
    for (const int region : group) {
        auto& x = tracks.x[static_cast<std::size_t>(region)];
        auto& y = tracks.y[static_cast<std::size_t>(region)];
        for (std::size_t i = 0; i < x.size(); ++i)
            x[i] = std::hypot(x[i], y[i]);
        y = {};
    }
}

} // namespace mien::spotting
