// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/annotation/csv.h"
#include "core/annotation/facs_query.h"
#include "core/annotation/facs_rules.h"
#include "core/base/file_io.h"

#include <fmt/format.h>

#include <iostream>
#include <iterator>

namespace mien::cli {
namespace {

using namespace annotation;

/// Where the codes are read from.
struct CodeSource {
    std::string in, column;

    void declare(Verb& verb) {
        verb.required("IN", in, "a file with one code a line; - for standard input");
        verb.option("--column", column, "IN is a CSV table, and the codes are in the column of this name");
    }
};

struct CodeLine {
    std::int64_t line = 0; ///< from 1
    std::string text;
};

Result<std::string> content(const std::string& in) {
    if (in != "-")
        return readTextFile(in);
    std::string text(std::istreambuf_iterator<char>(std::cin), {});
    if (std::cin.bad())
        return fail(ErrorCode::Unreadable, "Standard input cannot be read.");
    return text;
}

std::vector<CodeLine> linesOf(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(kByteOrderMark))
        text.remove_prefix(kByteOrderMark.size());
    std::vector<CodeLine> out;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        auto line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        out.push_back({static_cast<std::int64_t>(out.size() + 1), std::string(line)});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

Result<std::vector<CodeLine>> readCodes(const CodeSource& source) {
    const auto text = content(source.in);
    if (!text)
        return Unexpected(text.error());
    if (source.column.empty())
        return linesOf(*text);
    const auto table = parseCsv(*text, source.in == "-" ? "standard input" : source.in);
    if (!table)
        return Unexpected(table.error());
    const auto column = table->column({source.column});
    if (!column)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("The table has no column \"{}\"; name one of its header.", source.column),
                    table->source);
    std::vector<CodeLine> out;
    for (const auto& row : table->rows)
        out.push_back({row.line, row.cells[*column]});
    return out;
}

Json place(FacsSpan span) {
    return {{"from", span.begin}, {"to", span.end}};
}

struct Counts {
    std::int64_t codes = 0, empty = 0, unflagged = 0, identical = 0;
    std::array<std::int64_t, 3> levels{};
};

/// One code as JSON; what a person should look at is added to `text`.
Json checked(const CodeLine& line, Counts& counts, std::string& text) {
    const auto code = FacsCode::parse(line.text);
    ++counts.codes;
    counts.empty += code.state() == FacsState::Coded ? 0 : 1;
    counts.unflagged += code.flags().empty() ? 1 : 0;
    counts.identical += code.asWritten() == line.text ? 1 : 0;
    Json out{{"line", line.line},           {"text", line.text},           {"canonical", code.canonical()},
             {"definite", code.definite()}, {"possible", code.possible()}, {"flags", Json::array()},
             {"findings", Json::array()}};
    for (const auto& flag : code.flags()) {
        out["flags"].push_back(
            {{"kind", nameOf(flag.kind)}, {"at", place(flag.span)}, {"what", flag.sentence}});
        text += fmt::format("{}: {}: {}\n", line.line, nameOf(flag.kind), flag.sentence);
    }
    for (const auto& finding : checkFacs(code)) {
        ++counts.levels[static_cast<std::size_t>(finding.rule->level)];
        Json where = Json::array();
        std::string codes;
        for (const auto& span : finding.where) {
            where.push_back(place(span));
            codes += fmt::format("{}{}", codes.empty() ? "" : ", ", code.text(span));
        }
        out["findings"].push_back({{"rule", finding.rule->id},
                                   {"level", nameOf(finding.rule->level)},
                                   {"at", std::move(where)},
                                   {"what", finding.rule->sentence}});
        text += fmt::format("{}: {}: {} ({})\n", line.line, nameOf(finding.rule->level),
                            finding.rule->sentence, codes);
    }
    return out;
}

} // namespace

Run declareFacsCheck(Verb& verb) {
    auto s = Verb::state<CodeSource>();
    s->declare(verb);
    return [s](Context& context) -> Result<Output> {
        const auto lines = readCodes(*s);
        if (!lines)
            return Unexpected(lines.error());
        Output out;
        Counts counts;
        Json codes = Json::array();
        for (const auto& line : *lines) {
            if (context.job.cancelled())
                return cancelled();
            codes.push_back(checked(line, counts, out.text));
        }
        out.json["codes"] = std::move(codes);
        out.json["summary"] = {{"codes", counts.codes},         {"without_code", counts.empty},
                               {"unflagged", counts.unflagged}, {"identical", counts.identical},
                               {"errors", counts.levels[2]},    {"warnings", counts.levels[1]},
                               {"hints", counts.levels[0]}};
        out.text +=
            fmt::format("{} codes, {} read without a flag; {} errors, {} warnings, {} hints\n", counts.codes,
                        counts.unflagged, counts.levels[2], counts.levels[1], counts.levels[0]);
        return out;
    };
}

Run declareFacsSearch(Verb& verb) {
    struct State {
        std::string expression;
        CodeSource source;
    };
    auto s = Verb::state<State>();
    verb.required("EXPRESSION", s->expression, "what to look for, as in \"12 & !6\" or \"L14 >= B\"");
    s->source.declare(verb);
    return [s](Context& context) -> Result<Output> {
        const auto query = FacsQuery::parse(s->expression);
        if (!query)
            return Unexpected(query.error());
        const auto lines = readCodes(s->source);
        if (!lines)
            return Unexpected(lines.error());
        Output out;
        std::array<std::int64_t, 3> counts{};
        Json matches = Json::array();
        for (const auto& line : *lines) {
            if (context.job.cancelled())
                return cancelled();
            const auto answer = query->ask(FacsCode::parse(line.text));
            ++counts[static_cast<std::size_t>(answer)];
            if (answer == FacsAnswer::No)
                continue;
            matches.push_back({{"line", line.line}, {"text", line.text}, {"answer", nameOf(answer)}});
            out.text += fmt::format("{}: {}: {}\n", line.line, nameOf(answer), line.text);
        }
        out.json["matches"] = std::move(matches);
        out.json["summary"] = {
            {"codes", lines->size()}, {"yes", counts[2]}, {"maybe", counts[1]}, {"no", counts[0]}};
        out.text += fmt::format("{} codes: yes {}, maybe {}, no {}\n", lines->size(), counts[2], counts[1],
                                counts[0]);
        return out;
    };
}

} // namespace mien::cli
