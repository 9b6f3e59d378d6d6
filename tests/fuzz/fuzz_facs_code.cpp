// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_query.h"
#include "core/annotation/facs_rules.h"
#include "fuzz/fuzz_target.h"
#include "support/facs_samples.h"

#include <algorithm>
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

bool inside(FacsSpan inner, FacsSpan outer) {
    return outer.begin <= inner.begin && inner.end <= outer.end;
}

/// Every byte is in one token, every token has a part, and what is not read is flagged.
void nothingIsDropped(const FacsCode& code) {
    require(code.asWritten() == code.raw(), "the text has changed");
    std::size_t at = 0;
    std::size_t firstFlag = 0;
    const auto& flags = code.flags();
    for (const auto& token : code.tokens()) {
        require(token.span.begin == at && token.span.end > at, "tokens leave a gap");
        at = token.span.end;
        require(token.part != FacsPart::None, "a token has no part");
        if (token.part != FacsPart::Unread && token.part != FacsPart::Remark)
            continue;
        while (firstFlag < flags.size() && flags[firstFlag].span.end <= token.span.begin)
            ++firstFlag;
        require(std::any_of(flags.begin() + static_cast<std::ptrdiff_t>(firstFlag), flags.end(),
                            [&](const FacsFlag& flag) { return inside(token.span, flag.span); }),
                "something unread is not flagged");
    }
    for (const auto& flag : flags)
        require(flag.span.begin < flag.span.end && flag.span.end <= code.raw().size(),
                "a flag beyond the text");
    for (const auto& occurrence : code.occurrences())
        require(occurrence.span.end <= code.raw().size(), "a unit beyond the text");
}

/// What was read without a flag is written in a way that reads the same.
void theUsualNotationIsStable(const FacsCode& code) {
    const auto text = code.canonical();
    if (!code.flags().empty() || std::count(text.begin(), text.end(), '(') > 12)
        return;
    const auto again = FacsCode::parse(text);
    require(again.flags().empty(), "the usual notation is flagged");
    require(again.canonical() == text, "the usual notation is not stable");
    require(again.definite() == code.definite() && again.possible() == code.possible(),
            "the usual notation means something else");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto code = FacsCode::parse(text);
    nothingIsDropped(code);
    theUsualNotationIsStable(code);
    const auto query = FacsQuery::parse(text);
    require(query || !query.error().message.empty(), "an error without a sentence");
    if (query)
        (void)query->ask(code);
    for (const int number : code.definite())
        if (const auto answer = hasUnit(code, number); code.tokens().size() < 100)
            require(answer == FacsAnswer::Yes, "a definite unit is not found");
    for (const auto& finding : checkFacs(code))
        for (const auto& span : finding.where)
            require(span.begin < span.end && span.end <= text.size(), "a finding beyond the text");
    return 0;
}

std::vector<std::string> mienFuzzSeeds() {
    std::vector<std::string> seeds{"12 & !6", "L14 >= B", "(1 | 2) & ref(U12)", "12 != C or S25"};
    for (const auto& sample : test::kFacsSamples)
        seeds.emplace_back(sample.raw);
    for (const char* piece : {"(", "ref ", "A/", "loses ", "12A/"}) {
        std::string text;
        while (text.size() < 4000)
            text += piece;
        seeds.push_back(text);
    }
    return seeds;
}
