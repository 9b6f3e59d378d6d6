// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/media_options.h"
#include "app/cli/output_folder.h"
#include "app/cli/training_input.h"
#include "core/project/corrections.h"
#include "core/training/retrain.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ctime>

namespace mien::cli {
namespace {

constexpr const char* kNetwork = "network"; ///< --old: the model that comes with the program
constexpr const char* kRules = "rules";

struct RetrainState {
    std::string project, out, old = kNetwork, coder, beside, films, name;
    bool fromChance = false;
    int folds = 0;
    RecipeInput recipe;
    pipeline::AnalyseOptions analysis;
};

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    return fmt::format("{:04}-{:02}-{:02}", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

Result<std::vector<dataset::ReviewedFilm>> reviewedIn(const RetrainState& s) {
    const auto project = project::openProject(s.project, project::OpenMode::ReadOnly);
    if (!project)
        return Unexpected(project.error());
    const auto coders = project::codersOf(**project);
    std::string coder = s.coder;
    if (coder.empty() && coders.size() == 1)
        coder = coders.front();
    if (coder.empty() && coders.size() > 1)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Several people coded in this project: {}. Say whose review teaches.",
                                fmt::join(coders, ", ")),
                    "--coder");
    return project::reviewedFilms(**project, coder.empty() ? (*project)->coder() : coder);
}

Json boundsJson(const std::optional<evaluation::F1Bounds>& bounds) {
    return bounds ? Json{bounds->low, bounds->high} : Json();
}

Json comparisonJson(const training::ModelComparison& c) {
    Json json = {{"subjects", c.subjects}, {"films", c.films.size()}};
    for (const auto& [name, f1] :
         {std::pair("micro", &c.micro), {"macro", &c.macro}, {"overall", &c.overall}})
        json[name] = {{"old", {{"f1", f1->first.f1()}, {"interval", boundsJson(f1->firstBounds)}}},
                      {"new", {{"f1", f1->second.f1()}, {"interval", boundsJson(f1->secondBounds)}}},
                      {"difference", f1->difference()},
                      {"difference_interval", boundsJson(f1->differenceBounds)}};
    return json;
}

Result<Output> retrain(const RetrainState& s, Context& context) {
    auto reviewed = reviewedIn(s);
    if (!reviewed)
        return Unexpected(std::move(reviewed).error());
    if (auto ok = checkOutputFolder(s.out); !ok)
        return Unexpected(std::move(ok).error());
    training::RetrainRequest request;
    request.reviewed = *std::move(reviewed);
    request.analysis = s.analysis;
    request.analysis.cacheDir = cacheFolder();
    if (s.old == kNetwork)
        request.old = spotting::shippedModel();
    else if (s.old != kRules)
        request.old = s.old;
    if (s.old == kNetwork && request.old.empty())
        return fail(ErrorCode::MissingDependency, "No model came with this program; name one with --old.",
                    "--old");
    if (s.recipe.given()) {
        const auto usual = training::usualRecipe(request.old, !s.fromChance);
        if (!usual)
            return Unexpected(usual.error());
        auto recipe = s.recipe.over(*usual);
        if (!recipe)
            return Unexpected(std::move(recipe).error());
        if (auto ok = checkWithoutTestSubjects(*recipe); !ok)
            return Unexpected(std::move(ok).error());
        request.recipe = *std::move(recipe);
    }
    if (!s.beside.empty()) {
        dataset::ImportOptions import;
        import.films = s.films;
        import.cacheDir = cacheFolder();
        auto beside = dataset::importDataset(s.beside, import, context.job);
        if (!beside)
            return Unexpected(std::move(beside).error());
        request.beside = *std::move(beside);
    }
    auto& options = request.options;
    options.folds = s.folds;
    options.goOn = !s.fromChance;
    options.seed = context.global.seed.value_or(0);
    options.device = context.global.device;
    const std::filesystem::path out = s.out;
    options.folder = out / "checkpoints";
    request.out = out / "model";
    auto& facts = request.facts;
    facts.name = s.name.empty() ? out.filename().string() : s.name;
    facts.description =
        "Spots micro- and macro-expressions: a graph network over the motion of 12 facial regions.";
    facts.licence = "none given";
    facts.data = "reviewed films of the project " + std::filesystem::path(s.project).stem().string() +
                 (s.beside.empty() ? "" : " and " + request.beside.name);
    facts.command = context.commandLine;
    facts.made = today();
    facts.program = std::string("mien ") + MIEN_VERSION;
    const auto runtime = runtimeFor(options.device);
    if (!runtime)
        return Unexpected(runtime.error());
    const auto done = context.timed(
        "training", [&] { return training::retrainAndWrite(runtime->get(), request, context.job); });
    if (!done)
        return Unexpected(done.error());
    std::error_code ignored;
    std::filesystem::remove(options.folder, ignored); // only where nothing is left in it
    const auto& r = done->retraining;
    Output result;
    result.json = {{"model", request.out.string()},
                   {"films", done->films},
                   {"expressions", done->expressions},
                   {"went_on", r.wentOn},
                   {"folds", r.folds},
                   {"people_known_to_old", r.known},
                   {"held_out", r.heldOut ? comparisonJson(*r.heldOut) : Json()},
                   {"better", r.better()},
                   {"verdict", r.verdict()},
                   {"warnings", done->warnings}};
    result.text = fmt::format("Learnt from {} reviewed films with {} expressions → {}\n{}\n", done->films,
                              done->expressions, request.out.string(), r.verdict());
    for (const auto& line : done->warnings)
        result.text += line + "\n";
    return result;
}

} // namespace

Run declareTrainCorrections(Verb& verb) {
    auto s = Verb::state<RetrainState>();
    verb.required("PROJECT", s->project, "project whose reviewed films teach");
    verb.required("--out", s->out, "folder of the run: model/, and checkpoints while it trains")
        .typeName("DIR");
    verb.option("--old", s->old,
                "model to go on from and to compare with: a folder, “network” (the one that comes with Mien) "
                "or “rules”")
        .showDefault();
    verb.option("--coder", s->coder, "whose review (default: the only coder)");
    verb.option("--beside", s->beside, "table of a dataset that is learnt from as well").typeName("TABLE");
    verb.option("--films", s->films, "where the films of that table are (default: beside it)")
        .typeName("DIR");
    verb.option("--folds", s->folds, "sets of people held out in turn; 0: one a person, at most 5")
        .range(0, 1000)
        .showDefault();
    verb.flag("--from-chance", s->fromChance, "do not go on from the old model's weights");
    s->recipe.declare(verb);
    verb.option("--name", s->name, "of the model (default: the folder's)");
    declareAnalysis(verb, s->analysis);
    return [s](Context& context) { return retrain(*s, context); };
}

} // namespace mien::cli
