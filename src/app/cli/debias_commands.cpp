// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output_folder.h"
#include "app/cli/score_output.h"
#include "app/cli/text_table.h"
#include "app/cli/training_input.h"
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/evaluation/f1_bounds.h"
#include "core/training/debias.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace mien::cli {
namespace {

namespace fs = std::filesystem;
using namespace training;

struct DebiasState {
    TrainingInput input;
    std::string run, model;
    int folds = 0;
    bool null = false, masked = false;
    fairness::CalibrationOptions search;
};

Json toJson(const std::array<double, fairness::kHeads>& lambdas) {
    Json json = Json::object();
    for (std::size_t head = 0; head < lambdas.size(); ++head)
        if (lambdas[head] > 0.0)
            json[std::string(nameOf(static_cast<fairness::Head>(head)))] = lambdas[head];
    return json;
}

/// λ that are not 0, for people.
std::string shown(const std::array<double, fairness::kHeads>& lambdas) {
    std::vector<std::string> parts;
    const Json json = toJson(lambdas); // items() holds no copy
    for (const auto& [head, value] : json.items())
        parts.push_back(fmt::format("{} {:.2f}", head, value.get<double>()));
    return parts.empty() ? "0" : fmt::format("{}", fmt::join(parts, ", "));
}

Json toJson(const fairness::CalibrationScore& score) {
    return {{"f1", score.f1}, {"gap", score.gap ? Json(*score.gap) : Json(nullptr)}};
}

Json toJson(const fairness::Calibration& found) {
    return {{"null", toJson(found.lambdas.null)},   {"masked", toJson(found.lambdas.masked)},
            {"logit", found.lambdas.logit},         {"proved", found.proved},
            {"inner_before", toJson(found.before)}, {"inner_after", toJson(found.after)},
            {"tried", found.evaluations},           {"by", found.by}};
}

/// What became of F1, subjects drawn together; both scores name them in the same order.
Json change(const FoldScore& before, const FoldScore& after, std::uint64_t seed, std::string& text) {
    using evaluation::SpottingCounts;
    Json json;
    const auto add = [&](const char* name, const auto& of) {
        std::vector<SpottingCounts> a, b;
        for (std::size_t i = 0; i < before.bySubject.size(); ++i) {
            a.push_back(of(before.bySubject[i]));
            b.push_back(of(after.bySubject[i]));
        }
        const double difference = of(after.counts).f1() - of(before.counts).f1();
        json[name] = {{"difference", difference}};
        text += fmt::format("{} {:+.4f}", json.size() > 1 ? "; " + std::string(name) : name, difference);
        if (const auto bounds = evaluation::f1DifferenceBounds(a, b, 1000, seed)) {
            json[name]["bounds"] = {bounds->low, bounds->high};
            text += fmt::format(" [{:+.4f}, {:+.4f}]", bounds->low, bounds->high);
        }
    };
    add("macro", [](const TypedCounts& c) { return c.macro; });
    add("micro", [](const TypedCounts& c) { return c.micro; });
    add("overall", [](const TypedCounts& c) { return c.overall(); });
    return json;
}

struct Gap {
    Json json;
    std::string text;
};

Gap gapOf(const fairness::Audit& audit) {
    if (!audit.gap)
        return {nullptr, "-"};
    Gap gap{{{"gap", *audit.gap},
             {"rate", audit.gapIsTpr ? "tpr" : "fpr"},
             {"lowest", audit.lowest},
             {"highest", audit.highest},
             {"average_odds", audit.averageOdds ? Json(*audit.averageOdds) : Json(nullptr)}},
            fmt::format("{:.3f}", *audit.gap)};
    if (audit.gapBounds) {
        gap.json["bounds"] = {audit.gapBounds->low, audit.gapBounds->high};
        gap.text += fmt::format(" [{:.3f}, {:.3f}]", audit.gapBounds->low, audit.gapBounds->high);
    }
    return gap;
}

Result<void> addGaps(const Debiasing& result, Context& context, Output& out) {
    fairness::AuditOptions options;
    options.seed = context.global.seed.value_or(0);
    TextTable table({"equalised-odds gap by", "before", "after"});
    out.json["gaps"] = Json::object();
    for (const auto& attribute : fairness::attributesOf(result.auditedBefore)) {
        const auto before = fairness::audit(result.auditedBefore, attribute, options, context.job);
        const auto after = fairness::audit(result.auditedAfter, attribute, options, context.job);
        if (!before || !after)
            return Unexpected(before ? after.error() : before.error());
        const Gap a = gapOf(*before), b = gapOf(*after);
        table.add({attribute, a.text, b.text});
        out.json["gaps"][attribute] = {{"before", a.json}, {"after", b.json}};
    }
    out.text += table.text();
    return {};
}

void addFolds(const Debiasing& result, Output& out) {
    TextTable table(
        {"fold", "subjects searched on", "films masked", "λ of null frames", "λ of masked regions"});
    out.json["folds"] = Json::array();
    std::string notes;
    for (const auto& fold : result.folds) {
        Json json = toJson(fold.calibration);
        json["fold"] = fold.fold + 1;
        json["name"] = fold.name;
        json["subjects"] = fold.subjects;
        json["films"] = fold.films;
        json["films_masked"] = fold.masked;
        json["note"] = fold.note;
        out.json["folds"].push_back(std::move(json));
        table.add({fold.name, std::to_string(fold.subjects), fmt::format("{}/{}", fold.masked, fold.films),
                   shown(fold.calibration.lambdas.null), shown(fold.calibration.lambdas.masked)});
        if (!fold.note.empty())
            notes += fmt::format("{}: λ = 0. {}\n", fold.name, fold.note);
        else if (!fold.calibration.proved)
            notes += fmt::format("{}: λ = 0, nothing else proved better on subjects left out.\n", fold.name);
    }
    out.text += table.text() + notes;
}

Result<Output> overRun(const DebiasState& s, const SpottingSet& set, const nn::Runtime* runtime,
                       Context& context) {
    FoldPlan plan;
    plan.recipe = s.input.recipe;
    plan.folds = s.folds;
    plan.seed = context.global.seed.value_or(0);
    plan.device = context.global.device;
    plan.folder = s.run;
    std::vector<std::string> missing;
    const auto folds = gatherFolds(set, plan, missing);
    if (!folds)
        return Unexpected(folds.error());
    if (folds->empty())
        return fail(ErrorCode::NotFound,
                    "This folder holds no fold of such a run; train it first with `loso spotting`.", s.run);
    const auto result =
        context.timed("debiasing", [&] { return debias(runtime, set, plan, *folds, s.search, context.job); });
    if (!result)
        return Unexpected(result.error());
    Output out;
    const auto before = scoreOf(result->before), after = scoreOf(result->after);
    out.json["recipe"] = s.input.recipeJson();
    out.json["missing_folds"] = missing;
    TextTable table({"", "F1 macro", "F1 micro", "F1 overall", "tp / fp / fn"});
    addScore("before", before, plan.seed, table, out);
    addScore("after", after, plan.seed, table, out);
    std::string text = "change: ";
    out.json["change"] = change(before, after, plan.seed, text);
    out.text = table.text() + text + "\n\n";
    if (auto ok = addGaps(*result, context, out); !ok)
        return Unexpected(std::move(ok).error());
    out.text += "\n";
    addFolds(*result, out);
    if (!missing.empty())
        out.text += fmt::format("Folds that are still missing: {}.\n", fmt::join(missing, ", "));
    if (auto ok = writeFileAtomically(fs::path(s.run) / "debias.json", jsonText(out.json, 1) + "\n"); !ok)
        return Unexpected(std::move(ok).error());
    return out;
}

Result<Output> overModel(const DebiasState& s, SpottingSet& set, const nn::Runtime* runtime,
                         Context& context) {
    auto folder = spotting::readModel(s.model);
    if (!folder)
        return Unexpected(std::move(folder).error());
    const auto& recipe = folder->model.recipe;
    if (recipe.input != s.input.recipe.input || recipe.graph != s.input.recipe.graph)
        if (auto ok = prepare(set, recipe, context.job); !ok)
            return Unexpected(std::move(ok).error());
    const auto found = context.timed("debiasing", [&] {
        return debiasModel(runtime, set, *folder, s.search, context.global.device, context.job);
    });
    if (!found)
        return Unexpected(found.error());
    if (auto ok = spotting::writeModel(s.model, *folder, true); !ok)
        return Unexpected(std::move(ok).error());
    Output out;
    out.json["model"] = s.model;
    out.json["correction"] = toJson(*found);
    out.text = fmt::format("λ of null frames: {}\nλ of masked regions: {}\n{}\n", shown(found->lambdas.null),
                           shown(found->lambdas.masked), folder->model.correction.by);
    return out;
}

} // namespace

Run declareDebiasSpotting(Verb& verb) {
    auto s = Verb::state<DebiasState>();
    s->input.declare(verb);
    verb.option("--run", s->run, "folder of a run of loso spotting, with the options it had").typeName("DIR");
    verb.option("--model", s->model, "instead: folder of a model of train spotting; λ are written into it")
        .typeName("DIR");
    verb.option("--folds", s->folds, "as the run had them").range(0, 10'000);
    verb.option("--objective", s->search.objective, "what the correction is to improve")
        .oneOf({"f1", "equalised-odds"})
        .showDefault();
    verb.option("--attribute", s->search.attribute, "equalised-odds: between the groups of this")
        .showDefault();
    verb.option("--f1-loss", s->search.f1Loss, "equalised-odds: how much F1 may fall").range(0.0, 1.0);
    verb.flag("--null", s->null, "correct by null frames alone");
    verb.flag("--masked", s->masked, "correct by masked regions alone");
    verb.flag("--logit", s->search.logit, "subtract logits instead of probabilities");
    return [s](Context& context) -> Result<Output> {
        if (s->run.empty() == s->model.empty())
            return fail(ErrorCode::InvalidArgument, "Give either --run or --model.");
        if (s->null != s->masked) {
            s->search.null = s->null;
            s->search.masked = s->masked;
        }
        if (!s->model.empty()) // a model of no use is told of before films are measured
            if (const auto usable = pipeline::NetworkSpotter::load(s->model); !usable)
                return Unexpected(usable.error());
        // A model is replaced as a whole, so it is written beside itself.
        if (auto ok =
                checkOutputFolder(s->model.empty() ? fs::path(s->run)
                                                   : fs::absolute(s->model).lexically_normal().parent_path());
            !ok)
            return Unexpected(std::move(ok).error());
        auto set = s->input.read(context);
        if (!set)
            return Unexpected(std::move(set).error());
        const auto runtime = runtimeFor(context.global.device);
        if (!runtime)
            return Unexpected(runtime.error());
        return s->run.empty() ? overModel(*s, *set, runtime->get(), context)
                              : overRun(*s, *set, runtime->get(), context);
    };
}

} // namespace mien::cli
