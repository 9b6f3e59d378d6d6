// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/causal_output.h"

#include "app/cli/text_table.h"
#include "core/causal/meaning.h"

#include <fmt/format.h>

#include <cmath>

namespace mien::cli {
namespace {

using namespace causal;

const std::string& nameIn(const Pag& graph, int v) {
    return graph.names()[static_cast<std::size_t>(v)];
}

Json namesOf(const Pag& graph, const std::vector<int>& nodes) {
    Json list = Json::array();
    for (const int v : nodes)
        list.push_back(nameIn(graph, v));
    return list;
}

Json tripleJson(const Pag& graph, const Triple& t) {
    return {nameIn(graph, t.a), nameIn(graph, t.b), nameIn(graph, t.c)};
}

/// Shares of the resampled graphs: {"adjacent", "ends": {"o->": …}}, ends as they stand from a to b.
Json stabilityJson(const PairFrequency& pair) {
    Json ends = Json::object();
    for (const Mark atA : {Mark::Circle, Mark::Arrow, Mark::Tail}) {
        for (const Mark atB : {Mark::Circle, Mark::Arrow, Mark::Tail}) {
            const auto sign = [](Mark m, char arrow) {
                return m == Mark::Circle ? 'o' : m == Mark::Tail ? '-' : arrow;
            };
            if (const double share = pair.of(atA, atB); share > 0.0)
                ends[std::string{sign(atA, '<'), '-', sign(atB, '>')}] = share;
        }
    }
    return {{"adjacent", pair.adjacent()}, {"ends", ends}};
}

Json edgeJson(const FciResult& result, const Edge& e, const Discovery* data) {
    const Pag& graph = result.graph;
    Json edge = {{"a", nameIn(graph, e.a)},
                 {"at_a", nameOf(e.atA)},
                 {"at_b", nameOf(e.atB)},
                 {"b", nameIn(graph, e.b)},
                 {"means", meaningOf(graph, e)},
                 {"why_a", nameOf(graph.reason(e.b, e.a))},
                 {"why_b", nameOf(graph.reason(e.a, e.b))}};
    if (!Homology(result.lagged).nearest(e.a, e.b))
        edge["repeats"] = true; // the same edge stands nearer to now
    if (data == nullptr)
        return edge;
    // The test that came closest to taking the edge away.
    const auto& evidence = result.evidenceOf(e.a, e.b);
    edge["samples"] = data->samples(e.a, e.b);
    edge["weakest_p"] = evidence.given < 0 ? Json(nullptr) : Json(std::exp(evidence.logP));
    edge["weakest_log10_p"] = evidence.given < 0 ? Json(nullptr) : Json(evidence.logP / std::log(10.0));
    edge["weakest_given"] = evidence.given;
    if (data->stability)
        edge["stability"] = stabilityJson(data->stability->at(e.a, e.b));
    return edge;
}

/// What can be read off the marks for certain.
Json definiteJson(const FciResult& result) {
    const Pag& graph = result.graph;
    Json definite = {{"causes", Json::array()},     {"not_causes", Json::array()},
                     {"confounded", Json::array()}, {"selected", Json::array()},
                     {"colliders", Json::array()},  {"non_colliders", Json::array()},
                     {"ambiguous", Json::array()}};
    for (const Edge& any : graph.edges()) {
        for (const Edge& e : {any, reversed(any)}) {
            const Json pair = {nameIn(graph, e.a), nameIn(graph, e.b)};
            if (e.atA == Mark::Tail && e.atB == Mark::Arrow)
                definite["causes"].push_back(pair);
            if (e.atA == Mark::Arrow)
                definite["not_causes"].push_back(pair);
            if (e.a < e.b && e.atA == Mark::Arrow && e.atB == Mark::Arrow)
                definite["confounded"].push_back(pair);
            if (e.a < e.b && e.atA == Mark::Tail && e.atB == Mark::Tail)
                definite["selected"].push_back(pair);
        }
    }
    for (const Triple& t : unshieldedTriples(graph)) {
        const bool collider = graph.isArrow(t.a, t.b) && graph.isArrow(t.c, t.b);
        const bool ambiguous = result.ambiguous.contains(t.a, t.b, t.c);
        definite[ambiguous  ? "ambiguous"
                 : collider ? "colliders"
                            : "non_colliders"]
            .push_back(tripleJson(graph, t));
    }
    return definite;
}

Json separationsJson(const FciResult& result) {
    const Pag& graph = result.graph;
    Json list = Json::array();
    for (int a = 0; a < graph.size(); ++a) {
        for (int b = a + 1; b < graph.size(); ++b) {
            if (graph.adjacent(a, b))
                continue;
            const bool found = result.sets.found(a, b);
            list.push_back({{"a", nameIn(graph, a)},
                            {"b", nameIn(graph, b)},
                            {"given", found ? namesOf(graph, result.sets.set(a, b)) : Json(nullptr)},
                            {"by", found ? "test" : "knowledge"}});
        }
    }
    return list;
}

Json phaseJson(const PhaseCount& phase) {
    return {{"tests", phase.tests}, {"not_done", phase.notDone}};
}

std::string tableText(const FciResult& result, const Discovery* data) {
    const bool stable = data != nullptr && data->stability;
    std::vector<std::string> header{"edge", "what it says"};
    if (data != nullptr)
        header.insert(header.end(), {"weakest p", "samples"});
    if (stable)
        header.insert(header.end(), {"edge %", "these ends %"});
    TextTable table(header);
    const Homology homology(result.lagged);
    for (const Edge& e : result.graph.edges()) {
        if (!homology.nearest(e.a, e.b))
            continue; // the same edge stands nearer to now
        std::vector<std::string> row{textOf(result.graph, readable(e)), meaningOf(result.graph, e)};
        if (data != nullptr) {
            const auto& evidence = result.evidenceOf(e.a, e.b);
            row.push_back(evidence.given < 0       ? "not tested"
                          : evidence.logP < -690.0 ? "< 1e-300"
                                                   : fmt::format("{:.2g}", std::exp(evidence.logP)));
            row.push_back(fmt::format("{:.0f}", data->samples(e.a, e.b)));
        }
        if (stable) {
            const auto& pair = data->stability->at(e.a, e.b);
            row.push_back(fmt::format("{:.0f}", 100.0 * pair.adjacent()));
            row.push_back(fmt::format("{:.0f}", 100.0 * pair.of(e.atA, e.atB)));
        }
        table.add(row);
    }
    return result.graph.edgeCount() > 0 ? table.text() : std::string("no edge\n");
}

/// Of each node of a lagged search: its column and how many rows before now.
Json laggedJson(const FciResult& result) {
    Json list = Json::array();
    for (std::size_t v = 0; v < result.lagged.size(); ++v)
        list.push_back({{"node", result.graph.names()[v]},
                        {"series", result.lagged[v].series},
                        {"lag", result.lagged[v].lag}});
    return list;
}

Output outputOf(const FciResult& result, const Discovery* data, Preset preset, const std::string& label) {
    Output out;
    const Pag& graph = result.graph;
    Json& j = out.json;
    const auto& warnings = data != nullptr ? data->warnings : result.warnings;
    if (data != nullptr) {
        Json aside = Json::array();
        for (const SetAside& s : data->setAside)
            aside.push_back({{"name", s.name}, {"reason", s.reason}});
        j["rows"] = data->rows;
        j["rows_dropped"] = data->rowsDropped;
        j["rows_with_gaps"] = data->rowsWithGaps;
        j["fewest_samples"] = data->fewestSamples;
        j["set_aside"] = aside;
    }
    j["nodes"] = graph.names();
    j["edges"] = Json::array();
    j["skeleton"] = Json::array();
    for (const Edge& e : graph.edges()) {
        j["edges"].push_back(edgeJson(result, e, data));
        j["skeleton"].push_back({nameIn(graph, e.a), nameIn(graph, e.b)});
    }
    j["definite"] = definiteJson(result);
    j["separations"] = separationsJson(result);
    if (data != nullptr && data->stability) {
        Json pairs = Json::array();
        for (int a = 0; a < graph.size(); ++a)
            for (int b = a + 1; b < graph.size(); ++b)
                if (const auto& pair = data->stability->at(a, b); pair.adjacent() > 1e-12)
                    pairs.push_back({{"a", nameIn(graph, a)},
                                     {"b", nameIn(graph, b)},
                                     {"stability", stabilityJson(pair)}});
        j["stability"] = {{"replicates", data->stability->replicates},
                          {"block_rows", data->stability->blockLength},
                          {"pairs", pairs}};
    }
    j["tests"] = result.tests();
    j["phases"] = {{"skeleton", phaseJson(result.skeleton)},
                   {"possible_d_sep", phaseJson(result.possibleDSep)},
                   {"orientation", phaseJson(result.orientation)}};
    if (!result.lagged.empty()) {
        j["lags"] = data != nullptr ? data->lags : 0;
        j["lagged"] = laggedJson(result);
    }
    j["preset"] = {{"name", nameOf(preset)}, {"label", label}};
    j["selection_bias"] = result.selectionBias;
    j["limits"] = {{"skeleton_depth", result.limits.skeletonDepth},
                   {"possible_d_sep_depth", result.limits.possibleDSepDepth},
                   {"possible_d_sep_budget", result.limits.possibleDSepBudget},
                   {"no_possible_d_sep", result.limits.noPossibleDSep}};
    j["warnings"] = warnings;
    j["seconds"] = result.skeleton.seconds + result.possibleDSep.seconds + result.orientation.seconds;
    out.text = tableText(result, data);
    out.text += fmt::format("{} nodes, {} edges, {} tests\n- {}\n", graph.size(), graph.edgeCount(),
                            result.tests(), label);
    for (const auto& sentence : warnings)
        out.text += "- " + sentence + "\n";
    return out;
}

} // namespace

Output causalOutput(const Discovery& found) {
    return outputOf(found.result, &found, found.preset, found.label);
}

Output causalOutput(const FciResult& result, const FciOptions& options) {
    return outputOf(result, nullptr, presetOf(options, result.graph.size()), labelOf(options, result));
}

} // namespace mien::cli
