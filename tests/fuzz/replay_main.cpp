// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target under any compiler: its seeds, every file of the corpus folders, and seeded mutations of
// each. A crash, a sanitizer's report or a hang fails the test. Usage: [--mutations N] [FOLDER …]
#include "core/base/rng.h"
#include "fuzz_target.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string_view>

__attribute__((weak)) std::vector<std::string> mienFuzzSeeds() {
    return {};
}

namespace {

void runOne(const std::string& input) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

std::string mutated(std::string text, const std::vector<std::string>& all, mien::Rng& rng) {
    static const std::vector<std::string> kNasty{"",
                                                 "-1",
                                                 "9223372036854775808",
                                                 "1e999",
                                                 "\"",
                                                 "\xff",
                                                 "[[[[",
                                                 "nan",
                                                 std::string(1, '\0'),
                                                 std::string(300, 'A'),
                                                 "\r\n",
                                                 ","};
    for (auto times = 1 + rng.below(6); times > 0; --times) {
        const auto at = rng.below(text.size() + 1);
        const auto length = std::min<std::size_t>(text.size() - at, rng.below(1 + rng.below(64)));
        switch (rng.below(6)) {
        case 0:
            if (at < text.size())
                text[at] = static_cast<char>(text[at] ^ (1 << rng.below(8)));
            break;
        case 1:
            text.replace(at, length, kNasty[rng.below(kNasty.size())]);
            break;
        case 2:
            std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(at), length,
                        static_cast<char>(rng.next()));
            break;
        case 3:
            text.insert(at, text.substr(rng.below(text.size() + 1), length));
            break;
        case 4: {
            const auto& other = all[rng.below(all.size())];
            text.replace(at, length, other.substr(rng.below(other.size() + 1), length));
            break;
        }
        default:
            if (rng.below(4) == 0)
                text.resize(at);
        }
    }
    return text;
}

} // namespace

int main(int argc, char** argv) {
    long mutations = 0;
    std::vector<std::string> inputs = mienFuzzSeeds();
    for (int i = 1; i < argc; ++i) {
        if (std::string_view(argv[i]) == "--mutations" && i + 1 < argc) {
            mutations = std::strtol(argv[++i], nullptr, 10);
            continue;
        }
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(argv[i]))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        for (const auto& path : files) {
            std::ifstream file(path, std::ios::binary);
            inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        }
    }
    if (inputs.empty()) {
        std::fputs("no corpus and no seeds: nothing would be tested\n", stderr);
        return 1;
    }
    if (std::getenv("MIEN_LONG"))
        mutations *= 50;
    runOne({});
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        runOne(inputs[i]);
        auto rng = mien::Rng::derived(20261121, i);
        for (long k = 0; k < mutations; ++k)
            runOne(mutated(inputs[i], inputs, rng));
    }
    std::printf("%zu inputs, %ld mutations of each\n", inputs.size(), mutations);
    return 0;
}
