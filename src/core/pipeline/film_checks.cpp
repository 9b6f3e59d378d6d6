// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/film_checks.h"

#include "core/base/guarded.h"
#include "core/dataset/prior.h"
#include "core/face/alignment.h"
#include "core/face/face_search.h"
#include "core/face/scorability.h"
#include "core/motion/regions.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <opencv2/imgproc.hpp>

namespace mien::pipeline {
namespace {

using annotation::ExpressionType;
using annotation::Proposal;
using face::Scorability;

/// The detector is asked about several faces this often; it is too dear for every frame.
constexpr double kLookEveryS = 0.25;
/// Faces smaller than this are not looked for: patterns of clothes would be found.
constexpr float kLeastOtherPx = 40.0f;
/// Figures of single frames are taken at this share of the frames from the worst end, so that one frame of a
/// wrong landmark is not a verdict.
constexpr double kWorst = 0.03;

double quantile(std::vector<double> values, double q) {
    if (values.empty())
        return 0.0;
    const auto at = static_cast<std::ptrdiff_t>(q * static_cast<double>(values.size() - 1) + 0.5);
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

double spread(const std::vector<double>& values) {
    return quantile(values, 1.0 - kWorst) - quantile(values, kWorst);
}

/// The points that expressions move least: eye corners and the bridge of the nose.
cv::Point2f anchorOf(const face::Landmarks& points) {
    cv::Point2f sum{0, 0};
    constexpr std::size_t kStill[] = {36, 39, 42, 45, 27, 28, 29, 30};
    for (const auto k : kStill)
        sum += points[k];
    return sum * (1.0f / static_cast<float>(std::size(kStill)));
}

/// What the frames say, gathered while they pass: a few numbers each.
struct Gathered {
    std::int64_t frames = 0, usable = 0;
    std::vector<double> yaw, pitch, roll, x, y, lids;

    void add(const face::FaceObservation& seen, const motion::FrameMotion& motion) {
        ++frames;
        if (seen.state == Scorability::NoFace)
            return;
        usable += seen.state == Scorability::Scorable || seen.state == Scorability::Blurred ? 1 : 0;
        const double iod = std::max(1.0f, face::interocularDistance(seen.landmarks));
        const auto anchor = anchorOf(seen.landmarks);
        yaw.push_back(double{seen.pose.yawDeg});
        pitch.push_back(double{seen.pose.pitchDeg});
        roll.push_back(double{seen.pose.rollDeg});
        x.push_back(double{anchor.x} / iod);
        y.push_back(double{anchor.y} / iod);
        lids.push_back(double{motion.eyeOpening});
        boxes.emplace_back(seen.frame.value, seen.box);
    }
    std::vector<std::pair<std::int64_t, cv::Rect2f>> boxes;
};

/// What only the pictures say.
struct Looked {
    std::int64_t frames = 0;  ///< read
    std::int64_t looks = 0;   ///< at which the detector was asked
    std::int64_t several = 0; ///< … and saw more than one face
    std::vector<double> sharpness;
};

Result<Looked> look(const std::filesystem::path& film, const Gathered& gathered,
                    const AnalyseOptions& options, const JobContext& job) {
    auto source = media::openMedia(
        film, {.format = media::PixelFormat::Grey, .fps = options.fps, .cacheDir = options.cacheDir}, job);
    if (!source)
        return Unexpected(source.error());
    Looked out;
    face::FaceSearch search(kLeastOtherPx);
    const auto step = std::max<std::int64_t>(
        1, static_cast<std::int64_t>(std::lround(kLookEveryS * (*source)->info().fps.value())));
    std::size_t next = 0;
    for (;;) {
        if (job.cancelled())
            return cancelled();
        const auto frame = (*source)->next();
        if (!frame)
            return Unexpected(frame.error());
        if (!*frame)
            return out;
        const auto& picture = (*frame)->image;
        if (out.frames % step == 0) {
            ++out.looks;
            out.several += search.wholeFrame(picture, face::SearchEffort::Full).size() > 1 ? 1 : 0;
        }
        if (next < gathered.boxes.size() && gathered.boxes[next].first == (*frame)->index.value)
            out.sharpness.push_back(double{face::sharpnessOf(picture, gathered.boxes[next++].second)});
        ++out.frames;
    }
}

double sharpnessOfFirst(const cv::Mat& picture, const Gathered& gathered) {
    if (picture.empty() || gathered.boxes.empty())
        return 0.0;
    cv::Mat grey = picture;
    if (picture.channels() == 3)
        cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    return double{face::sharpnessOf(grey, gathered.boxes.front().second)};
}

/// Nodes of the 12 regions that the units move, by FACS (guide part F); empty where none of them is known.
std::vector<std::size_t> nodesOf(const std::vector<int>& units) {
    std::vector<std::size_t> nodes;
    for (const int unit : units)
        for (const auto node : dataset::nodesOf(unit, "facs-extended"))
            nodes.push_back(node);
    return nodes;
}

bool movesAnyOf(const Proposal& proposal, const std::vector<std::size_t>& nodes) {
    if (proposal.regions.empty())
        return false;
    // A region that hardly takes part is dragged along by its neighbour.
    const double least = 0.5 * proposal.regions.front().displacement;
    return std::any_of(proposal.regions.begin(), proposal.regions.end(), [&](const auto& share) {
        return share.displacement >= least && std::any_of(nodes.begin(), nodes.end(), [&](std::size_t node) {
                   return motion::regions()[node].name == share.region;
               });
    });
}

std::vector<int> unseenOf(const Proposal& proposal, const std::vector<int>& units) {
    std::vector<int> unseen;
    for (const int unit : units) {
        const auto nodes = dataset::nodesOf(unit, "facs-extended");
        const bool seen = std::any_of(nodes.begin(), nodes.end(), [&](std::size_t node) {
            return std::any_of(proposal.regions.begin(), proposal.regions.end(), [&](const auto& share) {
                return share.region == motion::regions()[node].name;
            });
        });
        if (!nodes.empty() && !seen)
            unseen.push_back(unit);
    }
    return unseen;
}

/// Mean displacement of one region over some frames.
cv::Vec2d meanOf(const motion::FaceMotionSeries& series, std::size_t region, std::int64_t first,
                 std::int64_t last) {
    cv::Vec2d sum{0, 0};
    std::int64_t count = 0;
    const auto end = std::min(last, static_cast<std::int64_t>(series.frames.size()) - 1);
    for (auto t = std::max<std::int64_t>(0, first); t <= end; ++t, ++count)
        sum += cv::Vec2d(series.frames[static_cast<std::size_t>(t)].displacement[region]);
    return count > 0 ? sum * (1.0 / static_cast<double>(count)) : sum;
}

std::size_t regionNamed(const std::string& name) {
    const auto& all = motion::regions();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& r) { return r.name == name; });
    return found == all.end() ? 0 : static_cast<std::size_t>(found - all.begin());
}

class Judge {
public:
    Judge(const FilmDemand& demand, const FilmLimits& limits) : m_demand(demand), m_limits(limits) {}

    FilmVerdict verdict;

    void unreadable(const Error& error) {
        add("readable", false, 0, 1, "", fmt::format("The film cannot be read: {}", error.message));
    }

    void shape(const media::MediaInfo& info) {
        add("readable", true, 1, 1, "", {});
        add("frames", info.frames == m_demand.frames, static_cast<double>(info.frames), m_demand.frames,
            "frames",
            fmt::format("The film has {} frames instead of {}.{}", info.frames, m_demand.frames,
                        info.frames < m_demand.frames ? " It is cut short." : ""));
        add("size", info.width == m_demand.width && info.height == m_demand.height, info.width,
            m_demand.width, "px",
            fmt::format("The picture is {}×{} instead of {}×{}.", info.width, info.height, m_demand.width,
                        m_demand.height));
        const double rate = info.fps.value(), wanted = m_demand.fps.value();
        add("rate", std::abs(rate - wanted) <= 0.01 * wanted, rate, wanted, "frames/s",
            fmt::format("The film runs at {:g} frames a second instead of {:g}.", rate, wanted));
    }

    void faces(const Gathered& g, const Looked& l) {
        const double usable =
            g.frames > 0 ? static_cast<double>(g.usable) / static_cast<double>(g.frames) : 0.0;
        add("face", usable >= m_limits.leastFace, usable, m_limits.leastFace, "of the frames",
            usable > 0.0 ? fmt::format("A usable face is there in {:.0f} % of the frames only.", 100 * usable)
                         : std::string("There is no usable face."));
        const double several =
            l.looks > 0 ? static_cast<double>(l.several) / static_cast<double>(l.looks) : 0.0;
        add("one-face", several <= m_limits.mostOthers, several, m_limits.mostOthers, "of the looks",
            fmt::format("More than one face is there in {:.0f} % of the film.", 100 * several));
        if (g.yaw.empty())
            return;
        const double pose = std::max(std::abs(quantile(g.yaw, 0.5)) + 0.5 * spread(g.yaw),
                                     std::abs(quantile(g.pitch, 0.5)) + 0.5 * spread(g.pitch));
        add("pose", pose <= m_limits.poseDeg, pose, m_limits.poseDeg, "degrees",
            fmt::format("The head is turned by {:.0f}° from the front.", pose));
        headMotion(g);
        lids(g);
    }

    void sharpness(const Looked& l, double first) {
        if (l.sharpness.empty())
            return;
        const double worst = quantile(l.sharpness, kWorst);
        const double share = first > 0.0 ? worst / first : 0.0;
        judge("blur", first > 0.0, share >= m_limits.leastSharpness, share, m_limits.leastSharpness,
              "of the first picture",
              fmt::format("Some frames are blurred: {:.0f} % as sharp as the first picture.", 100 * share));
    }

    void expression(const Analysis& analysis) {
        std::vector<Proposal> found;
        std::vector<std::string> others;
        for (const auto& proposal : analysis.proposals)
            proposal.looksLike.empty() ? found.push_back(proposal) : others.push_back(proposal.looksLike);
        const auto most = [&] {
            double peak = 0.0;
            for (std::size_t region = 0; region < motion::kRegionCount; ++region) {
                const auto rest = meanOf(analysis.series, region, 0, 4);
                for (const auto& frame : analysis.series.frames)
                    peak = std::max(peak, cv::norm(cv::Vec2d(frame.displacement[region]) - rest));
            }
            return 100.0 * peak;
        };
        std::string sentence;
        if (found.empty())
            sentence =
                fmt::format("No expression is found; the face moves by {:.1f} % of the distance between "
                            "the eyes at most{}.",
                            most(),
                            others.empty() ? std::string()
                                           : fmt::format(", and it looks like {}", fmt::join(others, ", ")));
        else if (found.size() > 1)
            sentence = fmt::format("{} expressions are found instead of one.", found.size());
        add("expression", found.size() == 1, static_cast<double>(found.size()), 1, "expressions", sentence);
        if (found.size() != 1)
            return;
        verdict.expression = found.front();
        verdict.unseen = unseenOf(found.front(), m_demand.actionUnits);
        phases(analysis, found.front());
        place(found.front());
        duration(analysis, found.front());
    }

private:
    /// `sentence` is dropped where the test passed.
    void judge(const char* name, bool judged, bool passed, double figure, double limit, const char* unit,
               std::string sentence) {
        const bool good = passed || !judged;
        verdict.checks.push_back(
            {name, good, judged, figure, limit, unit, good ? std::string() : std::move(sentence)});
    }
    void add(const char* name, bool passed, double figure, double limit, const char* unit,
             std::string sentence) {
        judge(name, true, passed, figure, limit, unit, std::move(sentence));
    }

    void headMotion(const Gathered& g) {
        const double turn = std::max({spread(g.yaw), spread(g.pitch), spread(g.roll)});
        const double shift = std::hypot(spread(g.x), spread(g.y));
        const bool turns = turn > m_limits.turnDeg, moves = shift > m_limits.shift;
        // One test with two figures: the one that says more is kept.
        if (turns || turn / m_limits.turnDeg >= shift / m_limits.shift)
            add("head-motion", !turns && !moves, turn, m_limits.turnDeg, "degrees",
                fmt::format("The head turns by {:.0f}°.", turn));
        else
            add("head-motion", !moves, shift, m_limits.shift, "eye distances",
                fmt::format("The head moves by {:.2f} distances between the eyes.", shift));
    }

    void lids(const Gathered& g) {
        const bool asked = std::any_of(m_demand.actionUnits.begin(), m_demand.actionUnits.end(),
                                       [](int unit) { return unit == 43 || unit == 45 || unit == 46; });
        const double usual = quantile(g.lids, 0.5);
        // Two frames suffice at 24 frames a second: a blink lasts 0.1 to 0.4 s.
        const double narrowest = quantile(g.lids, 1.5 / static_cast<double>(g.lids.size()));
        const double share = usual > 0.0 ? narrowest / usual : 0.0;
        judge("blink", !asked, share >= m_limits.leastLids, share, m_limits.leastLids, "of the usual lid gap",
              fmt::format("The eyes close to {:.0f} % of their usual opening.", 100 * share));
    }

    void phases(const Analysis& analysis, const Proposal& p) {
        const auto last = static_cast<std::int64_t>(analysis.series.frames.size()) - 1;
        const auto neutral = std::min(p.onset.value, last - p.offset.value);
        const auto region = p.regions.empty() ? 0 : regionNamed(p.regions.front().region);
        const auto before = meanOf(analysis.series, region, p.onset.value - 4, p.onset.value);
        const auto apex = meanOf(analysis.series, region, p.apex.value, p.apex.value);
        const auto after = meanOf(analysis.series, region, last - 4, last);
        const double peak = cv::norm(apex - before);
        verdict.peak = 100.0 * peak;
        const double residue = peak > 0.0 ? cv::norm(after - before) / peak : 1.0;
        const bool ordered = p.onset < p.apex && p.apex < p.offset;
        const bool returns = residue <= m_limits.residue;
        if (returns && (!ordered || neutral < m_limits.neutralFrames))
            add("phases", false, static_cast<double>(neutral), m_limits.neutralFrames, "neutral frames",
                !ordered
                    ? std::string("Onset, apex and offset do not follow one another.")
                    : fmt::format("The face is neutral for {} frame{} before the onset or after the offset.",
                                  neutral, neutral == 1 ? "" : "s"));
        else
            add("phases", returns, residue, m_limits.residue, "of the peak",
                fmt::format("The face does not return: {:.0f} % of the movement is still there at the end.",
                            100 * residue));
    }

    void place(const Proposal& p) {
        const auto nodes = nodesOf(m_demand.actionUnits);
        const bool moves = movesAnyOf(p, nodes);
        judge("place", !nodes.empty(), moves, moves ? 1 : 0, 1, "",
              p.regions.empty()
                  ? std::string("Nothing that was asked for moves.")
                  : fmt::format("Another part of the face moves most: the {}.", p.regions.front().region));
    }

    void duration(const Analysis& analysis, const Proposal& p) {
        const double seconds = static_cast<double>(p.offset - p.onset + 1) / analysis.series.fps;
        const bool micro = seconds <= annotation::kMicroMaxSeconds + 1e-9;
        const bool wanted = !m_demand.type || (*m_demand.type == ExpressionType::Micro) == micro;
        judge("duration", m_demand.type.has_value(), wanted, seconds, annotation::kMicroMaxSeconds, "s",
              fmt::format("The expression lasts {:.2f} s, which is {} for a {}-expression (0.5 s).", seconds,
                          micro ? "too short" : "too long",
                          m_demand.type ? annotation::nameOf(*m_demand.type) : ""));
    }

    const FilmDemand& m_demand;
    const FilmLimits& m_limits;
};

/// Errors that are the film's own: its bytes, not the machine.
bool isOfTheFilm(ErrorCode code) {
    return code == ErrorCode::Corrupt || code == ErrorCode::Unsupported || code == ErrorCode::Unreadable;
}

} // namespace

bool FilmVerdict::accepted() const {
    return !checks.empty() &&
           std::all_of(checks.begin(), checks.end(), [](const auto& c) { return c.passed; });
}

std::vector<std::string> FilmVerdict::reasons() const {
    std::vector<std::string> out;
    for (const auto& check : checks)
        if (!check.passed)
            out.push_back(check.name);
    return out;
}

const FilmCheck* FilmVerdict::find(std::string_view name) const {
    const auto found =
        std::find_if(checks.begin(), checks.end(), [&](const FilmCheck& c) { return c.name == name; });
    return found == checks.end() ? nullptr : &*found;
}

std::span<const std::string_view> filmCheckNames() {
    static constexpr std::string_view kNames[] = {"readable",   "frames", "size",        "rate",    "face",
                                                  "one-face",   "pose",   "head-motion", "blink",   "blur",
                                                  "expression", "phases", "place",       "duration"};
    return kNames;
}

Result<FilmVerdict> checkFilm(const std::filesystem::path& film, const FilmDemand& demand,
                              const FilmLimits& limits, const AnalyseOptions& options,
                              const JobContext& job) {
    return guarded(film.string(), [&]() -> Result<FilmVerdict> {
        Judge judge(demand, limits);
        Gathered gathered;
        AnalyseListeners listeners;
        listeners.frame = [&](const face::FaceObservation& seen, const motion::FrameMotion& motion) {
            gathered.add(seen, motion);
        };
        const auto analysis = analyse(film, options, job, listeners);
        const auto looked = analysis ? look(film, gathered, options, JobContext{job.stop, {}, job.threads})
                                     : Result<Looked>(Unexpected(analysis.error()));
        if (!looked) {
            if (!isOfTheFilm(looked.error().code))
                return Unexpected(looked.error());
            judge.unreadable(looked.error());
            return std::move(judge.verdict);
        }
        judge.shape(analysis->info);
        judge.faces(gathered, *looked);
        judge.sharpness(*looked, sharpnessOfFirst(demand.firstPicture, gathered));
        judge.expression(*analysis);
        return std::move(judge.verdict);
    });
}

} // namespace mien::pipeline
