// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/event_search.h"
#include "fuzz/fuzz_target.h"

#include <cstdio>
#include <cstdlib>

using namespace mien::annotation;

/// Any text is a question or a sentence; a question has an answer, and its negation the opposite one.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    Searchable subject;
    subject.event.actionUnits = text.substr(0, 200);
    subject.event.note = text.substr(0, 50);
    const auto search = EventSearch::parse(text);
    if (!search) {
        if (search.error().message.empty())
            std::abort();
        return 0;
    }
    const FacsAnswer answer = search->ask(subject);
    const auto opposite = EventSearch::parse("!(" + text + ")");
    const auto expected = static_cast<int>(FacsAnswer::Yes) - static_cast<int>(answer);
    if (opposite && static_cast<int>(opposite->ask(subject)) != expected) {
        std::fputs("a question and its negation do not have opposite answers\n", stderr);
        std::abort();
    }
    return 0;
}

std::vector<std::string> mienFuzzSeeds() {
    return {"12 & 6 & !4",
            "L14 >= B | (T23C & note:\"two words\")",
            "confidence < 70 duration <= 0.5",
            "micro proposal !(blink | speech | head) unsure",
            "12BR6+AU4 \"text\"",
            "ref(12 | U14) & S6B"};
}
