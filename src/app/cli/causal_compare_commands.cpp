// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/text_table.h"
#include "core/causal/compare_graphs.h"
#include "core/causal/graph_formats.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace causal;

struct CausalCompareState {
    std::string first;
    std::string second;
    std::string firstFormat = "auto";
    std::string secondFormat = "auto";
};

Result<Pag> graphOf(const std::string& path, const std::string& name) {
    if (name == "auto")
        return readGraph(path);
    const auto format = graphFormat(name);
    return format ? readGraph(path, *format) : Result<Pag>(Unexpected(format.error()));
}

/// "o->", or "no edge".
std::string endsText(Mark atA, Mark atB) {
    const auto sign = [](Mark mark, char arrow) {
        return mark == Mark::Circle ? 'o' : mark == Mark::Tail ? '-' : arrow;
    };
    return atA == Mark::None ? "no edge" : std::string{sign(atA, '<'), '-', sign(atB, '>')};
}

Json endsJson(Mark atA, Mark atB) {
    return atA == Mark::None ? Json(nullptr) : Json{{"at_a", nameOf(atA)}, {"at_b", nameOf(atB)}};
}

Output outputOf(const GraphComparison& all) {
    Output out;
    TextTable table({"a", "b", "first", "second", ""});
    Json pairs = Json::array();
    for (const auto& pair : all.pairs) {
        const auto& a = all.names[static_cast<std::size_t>(pair.a)];
        const auto& b = all.names[static_cast<std::size_t>(pair.b)];
        pairs.push_back({{"a", a},
                         {"b", b},
                         {"change", nameOf(pair.change)},
                         {"first", endsJson(pair.firstAtA, pair.firstAtB)},
                         {"second", endsJson(pair.secondAtA, pair.secondAtB)},
                         {"contradicts", pair.contradicts}});
        table.add({a, b, endsText(pair.firstAtA, pair.firstAtB), endsText(pair.secondAtA, pair.secondAtB),
                   std::string(nameOf(pair.change)) + (pair.contradicts ? ", contradicts" : "")});
    }
    out.json = {{"nodes", all.names},
                {"only_first", all.onlyFirst},
                {"only_second", all.onlySecond},
                {"shd", all.distance()},
                {"same", all.same},
                {"added", all.added},
                {"removed", all.removed},
                {"ends", all.ends},
                {"ends_differing", all.endsDiffering},
                {"contradictions", all.contradictions},
                {"pairs", pairs}};
    if (!all.pairs.empty())
        out.text = table.text();
    out.text +=
        fmt::format("structural Hamming distance {}: {} edges only in the second, {} only in the first, {} "
                    "with other ends; {} alike\n",
                    all.distance(), all.added, all.removed, all.ends, all.same);
    for (const auto& [names, which] : {std::pair(&all.onlyFirst, "first"), {&all.onlySecond, "second"}})
        if (!names->empty())
            out.text += fmt::format("- not compared, since only the {} graph has them: {}\n", which,
                                    fmt::join(*names, ", "));
    return out;
}

} // namespace

Run declareCausalCompare(Verb& verb) {
    auto s = Verb::state<CausalCompareState>();
    std::vector<std::string> formats{"auto"};
    for (const auto& row : graphFormats())
        formats.emplace_back(row.name);
    verb.required("FIRST", s->first, "a graph: written by --out or --json of causal, or by another program");
    verb.required("SECOND", s->second, "the graph to lay beside it");
    verb.option("--first-format", s->firstFormat, "format of FIRST; auto: recognised").oneOf(formats);
    verb.option("--second-format", s->secondFormat, "format of SECOND; auto: recognised").oneOf(formats);
    return [s](Context&) -> Result<Output> {
        const auto first = graphOf(s->first, s->firstFormat);
        if (!first)
            return Unexpected(first.error());
        const auto second = graphOf(s->second, s->secondFormat);
        if (!second)
            return Unexpected(second.error());
        auto all = compareGraphs(*first, *second);
        if (all.names.empty())
            return fail(ErrorCode::Corrupt, "The two graphs have no node of the same name.", s->second);
        return outputOf(all);
    };
}

} // namespace mien::cli
