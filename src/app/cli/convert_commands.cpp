// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/annotation/event_table.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace annotation;

void tell(Output& out, const std::string& file, const std::vector<TableNote>& notes) {
    for (const auto& note : notes) {
        out.json[note.dropped ? "dropped" : "repaired"].push_back({{"line", note.line}, {"what", note.text}});
        out.text += note.line > 0 ? fmt::format("{}:{}: {}\n", file, note.line, note.text)
                                  : fmt::format("{}\n", note.text);
    }
}

} // namespace

Run declareConvert(Verb& verb) {
    struct State {
        std::string in, out, from, to = "mien";
    };
    auto s = Verb::state<State>();
    std::vector<std::string> names;
    for (const auto& row : eventTableFormats())
        names.emplace_back(row.name);
    verb.required("IN", s->in, "the annotation table to read");
    verb.required("OUT", s->out, "the table to write");
    verb.option("--from", s->from, "format of IN; recognised by its header where it is not given")
        .oneOf(names);
    verb.option("--to", s->to, "format of OUT (mien where it is not given)").oneOf(names);
    return [s](Context&) -> Result<Output> {
        const auto table = readEventTable(s->in, s->from);
        if (!table)
            return Unexpected(table.error());
        const auto notes = writeEventTable(s->out, s->to, table->events);
        if (!notes)
            return Unexpected(notes.error());
        Output out;
        out.json = {{"from", table->format},
                    {"to", s->to},
                    {"events", table->events.size()},
                    {"repaired", Json::array()},
                    {"dropped", Json::array()}};
        tell(out, s->in, table->notes);
        tell(out, s->in, *notes);
        out.text += fmt::format("{} ({}) → {} ({}): {} events, {} notes, {} rows left out\n", s->in,
                                table->format, s->out, s->to, table->events.size(),
                                out.json["repaired"].size(), out.json["dropped"].size());
        return out;
    };
}

} // namespace mien::cli
