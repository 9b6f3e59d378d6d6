// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/event_table.h"
#include "core/evaluation/spotting_score.h"
#include "fuzz/fuzz_target.h"

#include <cstdio>
#include <cstdlib>

using namespace mien;
using namespace mien::annotation;

namespace {

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "%s\n", what);
    std::abort();
}

/// What is read can be written by every format, and Mien's own format loses nothing.
void roundTrip(const EventTable& table) {
    for (const auto& format : eventTableFormats()) {
        std::vector<TableNote> notes;
        const auto text = format.write(table.events, notes);
        const auto back = parseEventTable(text, "written", format.name);
        require(back.has_value(), "a written table cannot be read");
        require(!back->firstDropped(), "a written row cannot be read");
        if (format.name != "mien")
            continue;
        require(back->events.size() == table.events.size(), "rows were lost");
        for (std::size_t i = 0; i < table.events.size(); ++i)
            require(back->events[i].sameAs(table.events[i]), "a row has changed");
    }
}

void score(const EventTable& table) {
    const auto perfect = evaluation::scoreSpotting(table, table, {}, {});
    if (perfect)
        require(perfect->overall().fp == perfect->overall().fn, "a table against itself is not symmetric");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const std::string_view format : {"", "megc", "internal", "mien"}) {
        const auto table = parseEventTable(text, "fuzz", format);
        if (!table) {
            require(!table.error().message.empty(), "an error without a sentence");
            continue;
        }
        roundTrip(*table);
        score(*table);
    }
    return 0;
}

std::vector<std::string> mienFuzzSeeds() {
    TableEvent event;
    event.video = "a \"film\", one";
    event.onset = {3};
    event.apex = FrameIndex{5};
    event.offset = FrameIndex{9};
    event.onsetS = 0.1;
    event.actionUnits = "L12B+25";
    event.note = "two\nlines";
    std::vector<std::string> seeds;
    for (const auto& format : eventTableFormats()) {
        std::vector<TableNote> notes;
        seeds.push_back(format.write({event, event}, notes));
    }
    seeds.push_back("vid,pred_onset,pred_offset,type\n" + std::string(5000, '"'));
    seeds.push_back(std::string(200'000, ','));
    return seeds;
}
