// SPDX-License-Identifier: GPL-3.0-or-later
// How well a spotter does on long generated films: draws each from the causal model with a subject of its
// own, many micro- and macro-expressions of a known size, blinks, speech and a moving head; renders, spots
// and scores it, and prints F1 by generator, displacement and frame rate as markdown. What is scored stands
// in results.csv in the folder, and another run goes on from there.
//
//   spot_generated --out FOLDER --rig ict-facekit [--photo portrait.png …] [--films 50] [--seconds 30]
#include "core/annotation/csv.h"
#include "core/annotation/event_table.h"
#include "core/base/file_io.h"
#include "core/evaluation/spotting_score.h"
#include "core/pipeline/film_features.h"
#include "core/spotting/spotter.h"
#include "core/synthesis/render_clip.h"
#include "core/synthesis/scm_clip.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

#include <cstdio>
#include <fstream>
#include <map>

namespace {

using namespace mien;
using namespace mien::synthesis;
namespace fs = std::filesystem;

struct Plan {
    fs::path out, rig;
    std::vector<fs::path> photos;
    int films = 50; ///< of each generator
    double seconds = 30.0;
    int expressions = 6, size = 256;
    std::vector<double> peaksPx{1.0, 2.0, 3.0, 4.0};
    std::vector<int> ratesFps{25, 30, 60};
    std::uint64_t seed = 1;
    pipeline::AnalyseOptions analyse;
};

/// One film and the conditions it stands for. Conditions go round so that every number of films is balanced.
struct Film {
    std::string name, generator;
    int number = 0; ///< of its generator, from 0
    double peakPx = 0.0;
    int fps = 0;

    bool movingHead() const { return number / 4 % 2 == 1; }
};

struct Scored {
    Film film;
    evaluation::SpottingCounts micro, macro, anyType;
};

std::vector<Film> filmsOf(const Plan& plan) {
    std::vector<Film> films;
    for (int i = 0; i < plan.films; ++i)
        for (const char* generator : {"warp", "rig"}) {
            const auto at = static_cast<std::size_t>(i);
            const auto p = plan.peaksPx.size();
            films.push_back({fmt::format("{}{:03}", generator, i + 1), generator, i, plan.peaksPx[at % p],
                             plan.ratesFps[(at + at / p) % plan.ratesFps.size()]});
        }
    return films;
}

/// A still of a rig's person, for `warp` to move where there are no more photographs: somebody whom no film
/// of `rig` shows.
Result<fs::path> stillOf(const Plan& plan, int number, const JobContext& job) {
    ClipSpec spec;
    spec.generator = "rig";
    spec.source = plan.rig;
    spec.frames = 4;
    spec.identity = static_cast<std::uint64_t>(100'000 + number);
    spec.size = 512;
    const auto source = loadActorSource(spec, job);
    if (!source)
        return Unexpected(source.error());
    const auto actor = (*source)->actor(spec, job);
    if (!actor)
        return Unexpected(actor.error());
    cv::Mat still;
    (*actor)->picture({}).convertTo(still, CV_8U);
    const auto file = plan.out / "stills" / fmt::format("{:03}.png", number);
    fs::create_directories(file.parent_path());
    cv::imwrite(file.string(), still);
    return file;
}

Result<ClipSpec> frameOf(const Plan& plan, const Film& film, const JobContext& job) {
    ClipSpec frame;
    frame.generator = film.generator;
    frame.source = plan.rig;
    frame.name = film.name;
    frame.identity = static_cast<std::uint64_t>(film.number + 1);
    frame.fps = {film.fps, 1};
    frame.frames = static_cast<int>(std::lround(plan.seconds * film.fps));
    frame.size = plan.size;
    if (film.generator == "rig")
        return frame;
    if (static_cast<std::size_t>(film.number) < plan.photos.size()) {
        frame.source = plan.photos[static_cast<std::size_t>(film.number)];
        return frame;
    }
    auto still = stillOf(plan, film.number, job);
    if (!still)
        return Unexpected(still.error());
    frame.source = *still;
    return frame;
}

/// The sample as a clip in which every expression, all its units together, reaches the peak of its film.
Result<ClipSpec> clipWithPeaks(const Sample& sample, const ClipSpec& frame, double peakPx) {
    auto clip = clipOf(sample, frame);
    if (!clip)
        return clip;
    const auto whole = episodeFrames(sample, *clip);
    std::erase_if(clip->expressions, [](const PlantedExpression& e) { return !e.speech; });
    for (std::size_t i = 0; i < whole.size(); ++i) {
        if (!whole[i])
            continue;
        PlantedExpression e;
        e.actionUnits = whole[i]->actionUnits;
        e.peakPx = peakPx;
        e.onset = whole[i]->onset;
        e.apex = whole[i]->apex;
        e.offset = whole[i]->offset;
        e.type = sample.episodes[i].type;
        e.holdFrames =
            std::clamp<std::int64_t>(std::llround(sample.episodes[i].timing.holdS * frame.fps.value()), 0,
                                     e.offset.value - e.apex.value - 1);
        clip->expressions.push_back(std::move(e));
    }
    return clip;
}

/// Renders the film's first draw that its face can show: units without a way to the peak, or that fold the
/// skin, are drawn again.
Result<void> render(const Plan& plan, const Film& film, const fs::path& folder, const JobContext& job) {
    ScmOptions options;
    options.table = *emotionTable("facs-prototypes");
    options.people = {{film.name, "test", 1}};
    options.subject = SubjectStrength::all(0.3);
    options.subject.label = options.subject.units = 0.0;
    options.nuisance.headPxPerS = {0.0, film.movingHead() ? 4.0 : 0.0};
    options.nuisance.speechShare = 0.05;
    options.lengthS = plan.seconds;
    options.neutralS = 0.8;
    options.episodes = plan.expressions;
    options.microShare = 0.4;
    options.seed =
        plan.seed + 1000 * static_cast<std::uint64_t>(film.number) + (film.generator == "rig" ? 1 : 0);
    const auto scm = Scm::create(options);
    const auto frame = frameOf(plan, film, job);
    if (!scm || !frame)
        return Unexpected(scm ? frame.error() : scm.error());
    const auto source = loadActorSource(*frame, job);
    if (!source)
        return Unexpected(source.error());
    Error last;
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
        const auto sample = scm->sample(draw);
        const auto clip = sample ? clipWithPeaks(*sample, *frame, film.peakPx) : Unexpected(sample.error());
        if (const auto actor = clip ? (*source)->actor(*clip, job) : Unexpected(clip.error()); !actor) {
            last = actor.error();
            continue;
        }
        const auto made = renderClip(*clip, **source, folder, job, "spot_generated");
        return made ? Result<void>() : Result<void>(Unexpected(made.error()));
    }
    return Unexpected(last);
}

Result<Scored> spot(const Plan& plan, const Film& film, const fs::path& folder, const JobContext& job) {
    const auto path = folder / (film.name + ".mp4");
    auto truth = annotation::readEventTable(folder / kEventsFile);
    const auto features = pipeline::filmFeatures(path, plan.analyse, job);
    if (!truth || !features)
        return Unexpected(truth ? features.error() : truth.error());
    const auto spotter =
        std::ranges::find(spotting::spotterRows(), plan.analyse.spotter, &spotting::SpotterRow::name);
    if (spotter == spotting::spotterRows().end())
        return fail(ErrorCode::InvalidArgument, "There is no spotter of that name.");
    const auto proposals = spotter->spot(features->series, job);
    if (!proposals)
        return Unexpected(proposals.error());
    annotation::EventTable predicted;
    predicted.source = path.string();
    for (const auto& proposal : *proposals)
        if (proposal.looksLike.empty())
            predicted.events.push_back(annotation::tableEvent(truth->events.front().video, proposal));
    // The truth has a row for every action unit, an expression is one event.
    std::map<std::pair<FrameIndex, FrameIndex>, annotation::TableEvent> events;
    for (const auto& event : truth->events)
        events.emplace(std::pair(event.onset, *event.offset), event);
    truth->events.clear();
    for (auto& [interval, event] : events)
        truth->events.push_back(std::move(event));
    const auto typed = evaluation::scoreSpotting(*truth, predicted, {}, job);
    for (auto* table : {&*truth, &predicted})
        for (auto& event : table->events)
            event.type = annotation::ExpressionType::Macro;
    const auto untyped = evaluation::scoreSpotting(*truth, predicted, {}, job);
    if (!typed || !untyped)
        return Unexpected(typed ? untyped.error() : typed.error());
    return Scored{film, typed->micro, typed->macro, untyped->macro};
}

/// Everything that was planted in the kept films, in the generic layout of datasets: what `mien-cli train
/// spotting` reads.
void writeTrainingTable(const Plan& plan, const std::map<std::string, Scored>& scored) {
    std::ofstream out(plan.out / "films.csv");
    out << "subject,film,onset,apex,offset,type,au,fps,subject.generator,subject.head,subject.peak\n";
    for (const auto& [name, s] : scored) {
        const auto truth = annotation::readEventTable(plan.out / name / kEventsFile);
        if (!truth)
            continue;
        std::map<std::pair<FrameIndex, FrameIndex>, annotation::TableEvent> events;
        for (const auto& event : truth->events) {
            auto [at, fresh] = events.emplace(std::pair(event.onset, *event.offset), event);
            if (!fresh && !event.actionUnits.empty())
                at->second.actionUnits += "+" + event.actionUnits;
        }
        for (const auto& [interval, event] : events)
            out << fmt::format("{0},{0}/{0}.mp4,{1},{2},{3},{4},{5},{6},{7},{8},{9}\n", name,
                               event.onset.value, event.apex ? std::to_string(event.apex->value) : "",
                               event.offset->value, nameOf(event.type), event.actionUnits, s.film.fps,
                               s.film.generator, s.film.movingHead() ? "moving" : "still", s.film.peakPx);
    }
}

constexpr const char* kHeader =
    "film,micro_tp,micro_fp,micro_fn,macro_tp,macro_fp,macro_fn,any_tp,any_fp,any_fn\n";

std::string lineOf(const Scored& s) {
    std::string line = s.film.name;
    for (const auto* c : {&s.micro, &s.macro, &s.anyType})
        line += fmt::format(",{},{},{}", c->tp, c->fp, c->fn);
    return line + "\n";
}

std::map<std::string, Scored> scoredBefore(const Plan& plan, const std::vector<Film>& films) {
    std::map<std::string, Scored> scored;
    const auto table = annotation::readCsv(plan.out / "results.csv");
    if (!table)
        return scored;
    for (const auto& row : table->rows) {
        const auto film =
            std::find_if(films.begin(), films.end(), [&](const Film& f) { return f.name == row.cells[0]; });
        if (film == films.end())
            continue;
        Scored s{*film, {}, {}, {}};
        std::size_t cell = 1;
        for (auto* c : {&s.micro, &s.macro, &s.anyType})
            for (auto* count : {&c->tp, &c->fp, &c->fn})
                *count = std::stoll(row.cells[cell++]);
        scored.emplace(film->name, s);
    }
    return scored;
}

struct Sum {
    int films = 0;
    evaluation::SpottingCounts micro, macro, anyType;
    std::map<int, evaluation::SpottingCounts> byRate;

    void add(const Scored& s) {
        ++films;
        micro += s.micro;
        macro += s.macro;
        anyType += s.anyType;
        byRate[s.film.fps] += s.micro;
        byRate[s.film.fps] += s.macro;
    }
};

void print(const Plan& plan, const std::map<std::string, Scored>& scored) {
    fmt::print("| generator | peak, px | films |");
    for (const int rate : plan.ratesFps)
        fmt::print(" {} fps |", rate);
    fmt::print(" all | micro | macro | interval alone | tp / fp / fn |\n|---|---|---|");
    for (std::size_t i = 0; i < plan.ratesFps.size() + 5; ++i)
        fmt::print("---|");
    fmt::print("\n");
    const auto row = [&](const std::string& generator, const std::string& peak, const Sum& sum) {
        fmt::print("| {} | {} | {} |", generator, peak, sum.films);
        for (const int rate : plan.ratesFps) {
            const auto at = sum.byRate.find(rate);
            if (at == sum.byRate.end())
                fmt::print(" – |");
            else
                fmt::print(" {:.2f} |", at->second.f1());
        }
        auto all = sum.micro;
        all += sum.macro;
        fmt::print(" **{:.2f}** | {:.2f} | {:.2f} | {:.2f} | {} / {} / {} |\n", all.f1(), sum.micro.f1(),
                   sum.macro.f1(), sum.anyType.f1(), all.tp, all.fp, all.fn);
    };
    Sum everything;
    for (const char* generator : {"warp", "rig"}) {
        std::map<double, Sum> byPeak;
        Sum together, still, moving;
        for (const auto& [name, s] : scored)
            if (s.film.generator == generator) {
                byPeak[s.film.peakPx].add(s);
                (s.film.movingHead() ? moving : still).add(s);
                together.add(s);
                everything.add(s);
            }
        for (const auto& [peak, sum] : byPeak)
            row(generator, fmt::format("{}", peak), sum);
        row(generator, "all, still head", still);
        row(generator, "all, moving head", moving);
        row(generator, "all", together);
    }
    row("both", "all", everything);
}

int complain(const std::string& film, const Error& error) {
    std::fprintf(stderr, "%s: %s\n", film.c_str(), error.sentence().c_str());
    return 3;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("F1 on long generated films, by generator, displacement and frame rate");
    Plan plan;
    JobContext job;
    job.threads = 1;
    bool keep = false, printOnly = false;
    app.add_option("--out", plan.out, "folder of the results; scored films are not made again")->required();
    app.add_option("--rig", plan.rig, "folder of a face rig")->required();
    app.add_option("--photo", plan.photos,
                   "portraits for `warp`; after them come stills of the rig's people");
    app.add_option("--films", plan.films, "films of each generator");
    app.add_option("--seconds", plan.seconds, "length of a film");
    app.add_option("--expressions", plan.expressions, "expressions in a film");
    app.add_option("--size", plan.size, "width and height of a film");
    app.add_option("--peak", plan.peaksPx, "peak displacements, px at 256 px face width");
    app.add_option("--fps", plan.ratesFps, "frame rates");
    app.add_option("--seed", plan.seed, "seed");
    app.add_option("--spotter", plan.analyse.spotter, "spotter");
    app.add_option("--flow", plan.analyse.flow, "optical flow");
    app.add_option("--threads", job.threads, "threads");
    app.add_flag("--keep", keep, "keep the films and their features, and write them as a table to train on");
    app.add_flag("--print-only", printOnly, "print what is scored so far");
    CLI11_PARSE(app, argc, argv);
    if (keep)
        plan.analyse.cacheDir = plan.out / "cache";

    const auto films = filmsOf(plan);
    auto scored = scoredBefore(plan, films);
    fs::create_directories(plan.out);
    if (!fs::exists(plan.out / "results.csv"))
        std::ofstream(plan.out / "results.csv") << kHeader;
    for (const auto& film : films) {
        if (printOnly || scored.contains(film.name))
            continue;
        const auto folder = plan.out / film.name;
        if (!fs::exists(folder / kEventsFile))
            if (auto ok = render(plan, film, folder, job); !ok)
                return complain(film.name, ok.error());
        auto result = spot(plan, film, folder, job);
        if (!result)
            return complain(film.name, result.error());
        std::ofstream(plan.out / "results.csv", std::ios::app) << lineOf(*result);
        scored.emplace(film.name, *result);
        std::fprintf(stderr, "\r%zu of %zu films ", scored.size(), films.size());
        if (!keep)
            fs::remove_all(folder);
    }
    std::fprintf(stderr, "\n");
    if (keep)
        writeTrainingTable(plan, scored);
    print(plan, scored);
    return 0;
}
