// SPDX-License-Identifier: GPL-3.0-or-later
#include "planted_motion.h"

#include "core/base/rng.h"

#include <fmt/format.h>

#include <cmath>
#include <numbers>

namespace mien::bench {

using annotation::ExpressionType;
using training::SpottingFilm;

namespace {

constexpr double kFps = 30.0;
constexpr std::size_t kFrames = 900;
/// Size of the tracker's noise in eye distances, and how much larger it is in dim light.
constexpr double kTracker = 0.0012, kDim = 3.0;
const std::vector<std::size_t> kBrows{0, 1, 2, 3, 4, 5}, kMouth{8, 9, 10, 11};

struct Drawn {
    bool micro = false;
    bool mouth = false;
};

/// Half of the subjects show expressions in the brows and half at the mouth; half are of group A, whose nose
/// tip trembles all the time, in every set: what differs is what goes with it. Where light is linked, half
/// are filmed in dim light.
struct Person {
    bool mouth = false, groupA = false, dim = false;
};

Drawn drawn(const Planted& planted, const Person& who, Rng& rng) {
    double micro = 0.5;
    if (planted.link == Link::Durations)
        micro += 0.4 * planted.strength; // 0.9 at most
    if (planted.link == Link::Regions && who.mouth)
        micro *= 1.0 - planted.strength; // at the mouth nothing but macro-expressions in the end
    if (planted.link == Link::Light)
        micro += (who.dim ? 0.5 : -0.5) * planted.strength;
    return {rng.uniform() < micro, who.mouth};
}

/// Expressions of 30 s: 8, or for a group linked to it up to 12 against 2.
int countOf(const Planted& planted, const Person& who) {
    if (planted.link != Link::Group)
        return 8;
    return static_cast<int>(std::lround(who.groupA ? 8 + 4 * planted.strength : 8 - 6 * planted.strength));
}

/// 0 … 1 … 0, smooth, with its height `apex` of the way.
double envelope(double at, double apex) {
    const double phase = at < apex ? 0.5 * at / apex : 0.5 + 0.5 * (at - apex) / (1.0 - apex);
    const double s = std::sin(std::numbers::pi * phase);
    return s * s;
}

/// Noise that stays a while, as a tracker's does.
class Drift {
public:
    Drift(Rng& rng, double size) : m_rng(rng), m_size(size) {}
    double next() { return m_value = 0.8 * m_value + 0.6 * m_size * m_rng.normal(); }

private:
    Rng& m_rng;
    double m_size, m_value = 0.0;
};

void move(SpottingFilm& film, std::size_t t, std::size_t region, double x, double y) {
    if (t < film.series.frames.size())
        film.series.frames[t].displacement[region] += cv::Vec2f(static_cast<float>(x), static_cast<float>(y));
}

/// Tracker's noise, a sway that the head's removal leaves over, blinks that take the brows along, skin that
/// takes its neighbours along (upper lip and middle brows), and the tremor of group A.
void nuisance(SpottingFilm& film, const Person& who, Rng& rng) {
    const double noise = who.dim ? kDim * kTracker : kTracker;
    std::vector<Drift> x, y;
    for (int r = 0; r < motion::kRegionCount; ++r) {
        x.emplace_back(rng, noise);
        y.emplace_back(rng, noise);
    }
    const double sway = rng.uniform(0.1, 0.3), phase = rng.uniform(0.0, 6.0),
                 size = rng.uniform(0.002, 0.006);
    for (std::size_t t = 0; t < kFrames; ++t) {
        const double turn =
            size * std::sin(phase + 2.0 * std::numbers::pi * sway * static_cast<double>(t) / kFps);
        std::array<cv::Vec2d, motion::kRegionCount> own;
        for (std::size_t r = 0; r < own.size(); ++r)
            own[r] = {x[r].next(), y[r].next()};
        own[9] += 0.6 * (own[8] + own[10]);
        own[1] += 0.6 * (own[0] + own[2]);
        own[4] += 0.6 * (own[3] + own[5]);
        if (who.groupA)
            own[7] += cv::Vec2d(0.004 * rng.normal(), 0.008 * std::sin(1.3 * static_cast<double>(t)));
        for (std::size_t r = 0; r < own.size(); ++r)
            move(film, t, r, own[r][0] + turn, own[r][1]);
    }
    for (std::size_t at = 20 + rng.below(60); at < kFrames; at += 75 + rng.below(90)) {
        const double depth = rng.uniform(0.003, 0.008);
        for (std::size_t k = 0; k <= 8; ++k)
            for (const std::size_t r : kBrows)
                move(film, at + k, r, 0.0, depth * envelope(static_cast<double>(k) / 8.0, 0.4));
    }
}

SpottingFilm filmOf(const std::string& name, const Person& who, const Planted& planted, Rng& rng,
                    dataset::Dataset& rows) {
    SpottingFilm film;
    film.name = film.subject = name;
    film.attributes = {{"group", who.groupA ? "A" : "B"},
                       {"regions", who.mouth ? "mouth" : "brows"},
                       {"light", who.dim ? "dim" : "bright"}};
    film.series.fps = kFps;
    film.series.frames.resize(kFrames);
    for (std::size_t t = 0; t < kFrames; ++t) {
        film.series.frames[t].frame = FrameIndex{static_cast<std::int64_t>(t)};
        film.series.frames[t].state = face::Scorability::Scorable;
    }
    nuisance(film, who, rng);
    const int count = countOf(planted, who);
    const double each = static_cast<double>(kFrames) / count;
    for (int k = 0; k < count; ++k) {
        const Drawn d = drawn(planted, who, rng);
        const auto length = static_cast<std::int64_t>(d.micro ? 7 + rng.below(8) : 18 + rng.below(34));
        const auto free = std::max(1.0, each - static_cast<double>(length) - 6.0);
        const auto onset = static_cast<std::int64_t>(k * each + 3.0 + rng.uniform() * free);
        const double apex = rng.uniform(0.35, 0.6);
        const double height = d.micro ? rng.uniform(0.008, 0.018) : rng.uniform(0.02, 0.05);
        for (std::int64_t i = 0; i <= length; ++i) {
            const double e = height * envelope(static_cast<double>(i) / static_cast<double>(length), apex);
            for (const std::size_t r : d.mouth ? kMouth : kBrows)
                move(film, static_cast<std::size_t>(onset + i), r,
                     r == 8    ? -0.5 * e
                     : r == 10 ? 0.5 * e
                               : 0.0,
                     -e);
        }
        const auto top = onset + std::llround(apex * static_cast<double>(length));
        film.expressions.push_back({FrameIndex{onset}, FrameIndex{top}, FrameIndex{onset + length},
                                    d.micro ? ExpressionType::Micro : ExpressionType::Macro});
        dataset::Sample sample;
        sample.subject = film.subject;
        sample.film = sample.clip = film.name;
        sample.actionUnits = d.mouth ? "12" : "1+2";
        rows.samples.push_back(sample);
    }
    rows.subjects.push_back({film.subject, film.attributes});
    return film;
}

} // namespace

std::string_view attributeOf(Link link) {
    switch (link) {
    case Link::Durations:
        return "type";
    case Link::Regions:
        return "regions";
    case Link::Group:
        return "group";
    case Link::Light:
        break;
    }
    return "light";
}

void addFilms(training::SpottingSet& set, int subjects, const Planted& planted, std::uint64_t seed,
              std::uint64_t stream) {
    for (int i = 0; i < subjects; ++i) {
        auto rng = Rng::derived(seed, stream + static_cast<std::uint64_t>(i));
        const Person who{i % 2 == 1, i / 2 % 2 == 1, planted.link == Link::Light && i / 4 % 2 == 1};
        set.films.push_back(filmOf(fmt::format("s{}", stream + static_cast<std::uint64_t>(i)), who, planted,
                                   rng, set.dataset));
    }
}

} // namespace mien::bench
