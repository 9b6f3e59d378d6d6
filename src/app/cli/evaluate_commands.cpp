// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "core/evaluation/recognition_score.h"
#include "core/evaluation/spotting_score.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace evaluation;

Json toJson(const SpottingCounts& c) {
    return {{"tp", c.tp},           {"fp", c.fp},  {"fn", c.fn}, {"precision", c.precision()},
            {"recall", c.recall()}, {"f1", c.f1()}};
}

std::string four(double value) {
    return fmt::format("{:.4f}", value);
}

/// What a reader should know before believing the figures.
std::vector<std::string> remarks(const SpottingScore& score, const SpottingScoreOptions& options) {
    std::vector<std::string> out;
    if (score.truthsWithoutOffset > 0)
        out.push_back(fmt::format("{} truths have no offset; they {}.", score.truthsWithoutOffset,
                                  options.missingOffset == "apex"
                                      ? "were ended at their apex"
                                      : "stay in the denominator and cannot be found"));
    if (!score.videosOnlyPredicted.empty())
        out.push_back(fmt::format("{} films are predicted but not in the truth table, e.g. \"{}\".",
                                  score.videosOnlyPredicted.size(), score.videosOnlyPredicted.front()));
    return out;
}

Output spottingOutput(const SpottingScore& score, const SpottingScoreOptions& options) {
    Output out;
    TextTable table({"", "tp", "fp", "fn", "precision", "recall", "F1"});
    const auto add = [&](const char* name, const SpottingCounts& c) {
        out.json[name] = toJson(c);
        table.add({name, std::to_string(c.tp), std::to_string(c.fp), std::to_string(c.fn),
                   four(c.precision()), four(c.recall()), four(c.f1())});
    };
    add("macro", score.macro);
    add("micro", score.micro);
    add("overall", score.overall());
    out.text = table.text();
    const auto notes = remarks(score, options);
    out.json["notes"] = notes;
    for (const auto& note : notes)
        out.text += note + "\n";
    return out;
}

Json scoresJson(const RecognitionScore& s) {
    return {{"accuracy", s.accuracy()}, {"uf1", s.uf1()}, {"uar", s.uar()}, {"weighted_f1", s.weightedF1()}};
}

Output recognitionOutput(const RecognitionScore& score) {
    Output out;
    out.json["n"] = score.n;
    out.json.update(scoresJson(score));
    TextTable table({"class", "support", "precision", "recall", "F1"});
    Json perClass = Json::object();
    Json names = Json::array();
    for (const auto& c : score.classes) {
        perClass[c.name] = {
            {"support", c.support}, {"precision", c.precision()}, {"recall", c.recall()}, {"f1", c.f1()}};
        names.push_back(c.name);
        table.add({c.name, std::to_string(c.support), four(c.precision()), four(c.recall()), four(c.f1())});
    }
    const auto baseline = score.majorityBaseline();
    out.json["per_class"] = std::move(perClass);
    out.json["confusion"] = {{"classes", std::move(names)}, {"truth_by_predicted", score.confusion}};
    out.json["majority_baseline"] = scoresJson(baseline);
    out.text = table.text();
    out.text +=
        fmt::format("n {}  accuracy {}  UF1 {}  UAR {}  weighted F1 {}\n", score.n, four(score.accuracy()),
                    four(score.uf1()), four(score.uar()), four(score.weightedF1()));
    out.text += fmt::format("always the largest class: accuracy {}  UF1 {}  UAR {}\n",
                            four(baseline.accuracy()), four(baseline.uf1()), four(baseline.uar()));
    return out;
}

struct Tables {
    std::string truth;
    std::string pred;

    void declare(Verb& verb) {
        verb.required("--truth", truth, "CSV table with what is true").typeName("CSV");
        verb.required("--pred", pred, "CSV table with what was predicted").typeName("CSV");
    }
};

} // namespace

Run declareEvaluateSpotting(Verb& verb) {
    struct State {
        Tables tables;
        SpottingScoreOptions options;
    };
    auto s = Verb::state<State>();
    s->tables.declare(verb);
    verb.options(s->options);
    return [s](Context& context) -> Result<Output> {
        if (const auto valid = s->options.validate(); !valid)
            return Unexpected(valid.error());
        const auto truth = context.timed("read", [&] { return annotation::readEventTable(s->tables.truth); });
        if (!truth)
            return Unexpected(truth.error());
        const auto predicted = annotation::readEventTable(s->tables.pred);
        if (!predicted)
            return Unexpected(predicted.error());
        const auto score = context.timed(
            "score", [&] { return scoreSpotting(*truth, *predicted, s->options, context.job); });
        if (!score)
            return Unexpected(score.error());
        return spottingOutput(*score, s->options);
    };
}

Run declareEvaluateRecognition(Verb& verb) {
    auto s = Verb::state<Tables>();
    s->declare(verb);
    return [s](Context&) -> Result<Output> {
        const auto truth = annotation::readCsv(s->truth);
        if (!truth)
            return Unexpected(truth.error());
        const auto predicted = annotation::readCsv(s->pred);
        if (!predicted)
            return Unexpected(predicted.error());
        const auto score = scoreRecognition(*truth, *predicted);
        if (!score)
            return Unexpected(score.error());
        return recognitionOutput(*score);
    };
}

} // namespace mien::cli
