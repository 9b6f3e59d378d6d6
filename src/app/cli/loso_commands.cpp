// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output_folder.h"
#include "app/cli/score_output.h"
#include "app/cli/text_table.h"
#include "app/cli/training_input.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/training/spotting_folds.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::cli {
namespace {

namespace fs = std::filesystem;
using namespace training;

struct LosoState {
    TrainingInput input;
    std::string out;
    int folds = 0, fold = 0;
    bool gather = false, shuffledLabels = false;
};

/// `vid,pred_onset,pred_offset,type` with the film and subject, one line a proposal.
std::string predictionsOf(const std::vector<FoldResult>& folds) {
    std::string text = "vid,pred_onset,pred_offset,type,apex,score,subject\n";
    for (const auto& fold : folds)
        for (const auto& film : fold.films)
            for (const auto& p : film.proposals)
                if (p.looksLike.empty())
                    text += fmt::format("{},{},{},{},{},{:.6f},{}\n", film.name, p.onset.value,
                                        p.offset.value, nameOf(p.type), p.apex.value, p.score, film.subject);
    return text;
}

Json toJson(const FoldResult& fold) {
    const auto counts = scoreOf(fold.films).counts.overall();
    return {{"fold", fold.fold + 1},
            {"name", fold.name},
            {"epoch", fold.trained.epoch},
            {"tp", counts.tp},
            {"fp", counts.fp},
            {"fn", counts.fn},
            {"f1", counts.f1()},
            {"notes", fold.trained.notes}};
}

Result<Output> output(const LosoState& s, const SpottingSet& set, const std::vector<FoldResult>& folds,
                      const std::vector<std::string>& missing, Context& context) {
    const auto seed = context.global.seed.value_or(0);
    Output out;
    out.json["recipe"] = s.input.recipeJson();
    out.json["films"] = set.films.size();
    out.json["warnings"] = set.warnings;
    out.json["missing_folds"] = missing;
    out.json["missing_numbers"] = Json::array(); // for scripts: packaging/slurm
    for (const auto& fold : missing)
        out.json["missing_numbers"].push_back(std::stoi(fold));
    out.json["folds"] = Json::array();
    for (const auto& fold : folds)
        out.json["folds"].push_back(toJson(fold));
    TextTable table({"spotter", "F1 macro", "F1 micro", "F1 overall", "tp / fp / fn"});
    addScore(s.input.recipe.preset, scoreOf(folds), seed, table, out);
    if (!s.fold)
        for (const char* name : {"rules", "regular"}) {
            const auto films = context.timed(name, [&] { return baseline(set, name, context.job); });
            if (!films)
                return Unexpected(films.error());
            addScore(name, scoreOf(*films), seed, table, out);
        }
    out.text = table.text();
    for (const auto& warning : set.warnings)
        out.text += warning + "\n";
    if (!missing.empty())
        out.text += fmt::format("Folds that are still missing: {}.\n", fmt::join(missing, ", "));
    if (s.fold) // many of them may run at once; what they found is gathered afterwards
        return out;
    if (auto ok = writeFileAtomically(fs::path(s.out) / "predictions.csv", predictionsOf(folds)); !ok)
        return Unexpected(std::move(ok).error());
    if (auto ok = writeFileAtomically(fs::path(s.out) / "metrics.json", jsonText(out.json, 1) + "\n"); !ok)
        return Unexpected(std::move(ok).error());
    return out;
}

} // namespace

Run declareLosoSpotting(Verb& verb) {
    auto s = Verb::state<LosoState>();
    s->input.declare(verb);
    verb.required("--out", s->out, "folder of the run; what it holds is not done again").typeName("DIR");
    verb.option("--folds", s->folds, "folds of whole subjects; 0: one subject left out at a time")
        .range(0, 10'000);
    verb.option("--fold", s->fold, "run this fold alone, from 1: one job of a cluster; 0: all")
        .range(0, 1'000'000);
    verb.flag("--gather", s->gather, "train nothing; put together what the folder holds");
    verb.flag("--shuffle-labels", s->shuffledLabels,
              "control: training films carry one another's expressions");
    return [s](Context& context) -> Result<Output> {
        if (std::error_code ignored; s->gather && !fs::is_directory(s->out, ignored))
            return fail(ErrorCode::NotFound,
                        "There is no folder of this run to gather; train it first, without --gather.",
                        s->out);
        if (auto ok = checkOutputFolder(s->out); !ok)
            return Unexpected(std::move(ok).error());
        auto set = s->input.read(context);
        if (!set)
            return Unexpected(std::move(set).error());
        FoldPlan plan;
        plan.recipe = s->input.recipe;
        plan.folds = s->folds;
        plan.seed = context.global.seed.value_or(0);
        plan.device = context.global.device;
        plan.folder = s->out;
        plan.shuffledLabels = s->shuffledLabels;
        if (s->fold > 0)
            plan.only = s->fold - 1;
        std::vector<std::string> missing;
        Result<std::vector<FoldResult>> folds = std::vector<FoldResult>{};
        if (s->gather) {
            folds = gatherFolds(*set, plan, missing);
        } else {
            const auto runtime = runtimeFor(plan.device);
            if (!runtime)
                return Unexpected(runtime.error());
            folds = context.timed("training",
                                  [&] { return crossValidate(runtime->get(), *set, plan, context.job); });
        }
        if (!folds)
            return Unexpected(std::move(folds).error());
        return output(*s, *set, *folds, missing, context);
    };
}

} // namespace mien::cli
