// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/spotting/network_model.h"
#include "core/spotting/option_fields.h"

namespace mien::spotting {
namespace {

constexpr std::string_view kFormat = "mien-spotting-network";
constexpr int kVersion = 1;
constexpr std::size_t kNodes = motion::kRegionCount;

/// Lists of numbers on one line each: the prior is to look like a matrix.
std::string withShortLists(const std::string& text) {
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        out += c;
        if (c == '\\' && quoted)
            out += text[++i];
        else if (c == '"')
            quoted = !quoted;
        else if (c == '[' && !quoted) {
            const std::size_t end = text.find_first_of("[]{}\"", i + 1);
            if (end == std::string::npos || text[end] != ']')
                continue;
            while (++i < end)
                if (text[i] == ',')
                    out += ", ";
                else if (text[i] != ' ' && text[i] != '\n')
                    out += text[i];
            out += ']';
        }
    }
    return out;
}

Json jsonOfHeads(const std::array<double, Correction::kHeads>& lambdas) {
    Json out = Json::object();
    for (std::size_t i = 0; i < lambdas.size(); ++i)
        out[std::string(Correction::kHeadNames[i])] = lambdas[i];
    return out;
}

void takeHeads(ObjectReader from, std::array<double, Correction::kHeads>& lambdas) {
    for (std::size_t i = 0; i < lambdas.size(); ++i)
        from.take(Correction::kHeadNames[i], lambdas[i], 0.0, 10.0);
    from.refuseOthers();
}

Json jsonOfProposals(const ProposalOptions& options) {
    Json out = jsonOf(options);
    out["micro-limits"] = jsonOf(options.micro);
    out["macro-limits"] = jsonOf(options.macro);
    return out;
}

void takeLimits(ObjectReader from, DurationLimits& limits) {
    from.options(limits);
    from.refuseOthers();
    if (const auto [least, most] = possibleSpans(limits); least > most)
        from.refuse("allows no expression at all");
}

void takePrior(const Json& rows, NetworkModel& model, const ObjectReader& top) {
    if (!rows.is_array() || rows.size() != kNodes)
        top.refuse(fmt::format("needs \"prior\" as {} rows of {} numbers", kNodes, kNodes));
    for (std::size_t r = 0; r < kNodes; ++r) {
        const Json row{{"prior", rows.at(r)}};
        const auto values = ObjectReader(row, "").numbers("prior", kNodes);
        std::ranges::copy(values, model.prior.begin() + static_cast<std::ptrdiff_t>(r * kNodes));
    }
}

void takeNormalisation(ObjectReader from, NetworkModel& model) {
    const auto channels = static_cast<std::size_t>(model.recipe.input.channels());
    model.normalisation = {from.numbers("mean", channels), from.numbers("deviation", channels)};
    for (const double d : model.normalisation.deviation)
        if (!(d > 0.0))
            from.refuse("has a \"deviation\" that is not above 0");
    from.refuseOthers();
}

void takeNetwork(ObjectReader from, nn::SpottingShape& shape) {
    from.take("nodes", shape.nodes);
    from.take("channels", shape.channels);
    from.options(shape);
    from.refuseOthers();
}

void takeRetrained(ObjectReader from, Retrained& r) {
    from.take("old", r.old);
    from.take("people", r.people, 0, 1e9);
    from.take("f1", r.f1, 0.0, 1.0);
    from.take("old-f1", r.oldF1, 0.0, 1.0);
    if (from.has("low") || from.has("high")) {
        from.take("low", r.low.emplace(), -1.0, 1.0);
        from.take("high", r.high.emplace(), -1.0, 1.0);
    }
    if (from.has("old-weights"))
        from.take("old-weights", r.oldWeights);
    from.refuseOthers();
}

Json jsonOf(const Retrained& r) {
    Json out{{"old", r.old}, {"people", r.people}, {"f1", r.f1}, {"old-f1", r.oldF1}};
    if (r.low && r.high)
        out.update({{"low", *r.low}, {"high", *r.high}});
    if (!r.oldWeights.empty())
        out["old-weights"] = r.oldWeights;
    return out;
}

Json jsonOf(const Provenance& p) {
    Json out{{"data", p.data},   {"command", p.command},
             {"made", p.made},   {"program", p.program},
             {"seed", p.seed},   {"subjects", p.subjects},
             {"films", p.films}, {"expressions", p.expressions},
             {"epoch", p.epoch}, {"metrics", p.metrics.empty() ? Json::object() : Json(p.metrics)}};
    if (!p.learntFrom.empty())
        out["learnt-from"] = p.learntFrom;
    if (p.retrained)
        out["retrained"] = jsonOf(*p.retrained);
    return out;
}

void takeProvenance(ObjectReader from, Provenance& p) {
    for (const auto& [key, text] : {std::pair{"data", &p.data}, std::pair{"command", &p.command},
                                    std::pair{"made", &p.made}, std::pair{"program", &p.program}})
        from.take(key, *text);
    from.take("seed", p.seed);
    for (const auto& [key, count] : {std::pair{"subjects", &p.subjects}, std::pair{"films", &p.films},
                                     std::pair{"expressions", &p.expressions}})
        from.take(key, *count, 0.0, 1e15);
    from.take("epoch", p.epoch, 0, 1e9);
    auto metrics = from.object("metrics");
    for (const auto& [name, value] : from.at("metrics").items())
        metrics.take(name, p.metrics[name]);
    if (from.has("learnt-from"))
        p.learntFrom = from.texts("learnt-from");
    if (from.has("retrained"))
        takeRetrained(from.object("retrained"), p.retrained.emplace());
    from.refuseOthers();
}

template <class Options>
void takeTraining(ObjectReader& top, std::string_view key, Options& options) {
    auto from = top.object(key);
    from.options(options, true);
    from.refuseOthers();
}

/// What a model does: every field must be there. How it was trained: for people, newer fields may be absent.
NetworkModel read(const Json& json) {
    ObjectReader top(json, "");
    std::string format;
    int version = 0;
    top.take("format", format);
    if (format != kFormat)
        top.refuse(fmt::format("is of the format \"{}\"; spotting networks are \"{}\"", format, kFormat));
    top.take("version", version);
    if (version != kVersion)
        top.refuse(fmt::format("has version {} of the format, this program reads version {}; update one of "
                               "them",
                               version, kVersion));
    NetworkModel model;
    top.take("name", model.name);
    top.take("description", model.description);
    top.take("licence", model.licence);
    SpottingRecipe& recipe = model.recipe;
    top.take("preset", recipe.preset);
    takeNetwork(top.object("network"), recipe.shape);
    auto input = top.object("input");
    input.options(recipe.input);
    input.refuseOthers();
    takeNormalisation(top.object("normalisation"), model);
    auto graph = top.object("graph");
    graph.options(recipe.graph);
    graph.refuseOthers();
    takePrior(top.at("prior"), model, top);
    auto proposals = top.object("proposals");
    proposals.options(recipe.proposals);
    takeLimits(proposals.object("micro-limits"), recipe.proposals.micro);
    takeLimits(proposals.object("macro-limits"), recipe.proposals.macro);
    proposals.refuseOthers();
    auto correction = top.object("correction");
    takeHeads(correction.object("null"), model.correction.null);
    takeHeads(correction.object("masked"), model.correction.masked);
    correction.take("logit", model.correction.logit);
    correction.take("by", model.correction.by);
    correction.refuseOthers();
    takeTraining(top, "labels", recipe.labels);
    takeTraining(top, "windows", recipe.windows);
    takeTraining(top, "optimisation", recipe.optimisation);
    top.take("limits-from-training", recipe.limitsFromTraining);
    top.take("tune-thresholds", recipe.tuneThresholds);
    takeProvenance(top.object("provenance"), model.provenance);
    auto weights = top.object("weights");
    weights.take("sha256", model.weightsSha256);
    weights.refuseOthers();
    top.refuseOthers();
    if (recipe.shape.nodes != motion::kRegionCount || recipe.shape.channels != recipe.input.channels())
        top.refuse(fmt::format("has a network of {} regions and {} channels, where its input has {} and {}",
                               recipe.shape.nodes, recipe.shape.channels, motion::kRegionCount,
                               recipe.input.channels()));
    return model;
}

} // namespace

std::string modelJson(const NetworkModel& model, std::string_view weightsSha256) {
    const SpottingRecipe& recipe = model.recipe;
    Json network{{"nodes", recipe.shape.nodes}, {"channels", recipe.shape.channels}};
    network.update(jsonOf(recipe.shape));
    Json prior = Json::array();
    for (std::size_t r = 0; r < kNodes; ++r)
        prior.push_back(
            std::vector<double>(model.prior.begin() + static_cast<std::ptrdiff_t>(r * kNodes),
                                model.prior.begin() + static_cast<std::ptrdiff_t>((r + 1) * kNodes)));
    const Json json{
        {"format", kFormat},
        {"version", kVersion},
        {"name", model.name},
        {"description", model.description},
        {"licence", model.licence},
        {"preset", recipe.preset},
        {"network", network},
        {"input", jsonOf(recipe.input)},
        {"normalisation", {{"mean", model.normalisation.mean}, {"deviation", model.normalisation.deviation}}},
        {"graph", jsonOf(recipe.graph)},
        {"prior", prior},
        {"proposals", jsonOfProposals(recipe.proposals)},
        {"correction",
         {{"null", jsonOfHeads(model.correction.null)},
          {"masked", jsonOfHeads(model.correction.masked)},
          {"logit", model.correction.logit},
          {"by", model.correction.by}}},
        {"labels", jsonOf(recipe.labels)},
        {"windows", jsonOf(recipe.windows)},
        {"optimisation", jsonOf(recipe.optimisation)},
        {"limits-from-training", recipe.limitsFromTraining},
        {"tune-thresholds", recipe.tuneThresholds},
        {"provenance", jsonOf(model.provenance)},
        {"weights", {{"sha256", weightsSha256}}},
    };
    return withShortLists(jsonText(json, 1)) + "\n";
}

Result<NetworkModel> parseModel(std::string_view text, const std::string& source) {
    return guarded(source, [&]() -> Result<NetworkModel> {
        const auto json = parseOrderedJson(text);
        if (json.is_discarded())
            return fail(ErrorCode::Corrupt, "This is no JSON, or it is cut off; fetch the model again.",
                        source);
        try {
            return read(json);
        } catch (const std::runtime_error& e) {
            return fail(ErrorCode::Corrupt, e.what(), source);
        }
    });
}

} // namespace mien::spotting
