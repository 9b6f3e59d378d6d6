// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/verb.h"
#include "core/base/job_context.h"
#include "core/base/result.h"

#include <nlohmann/json.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

namespace mien::cli {

using Json = nlohmann::ordered_json;

/// The flags that stand before the verb.
struct GlobalOptions {
    std::optional<std::string> json; ///< a file, or "-" for standard output
    std::string device = "cpu";
    int threads = 0;
    std::optional<std::uint64_t> seed; ///< absent: 0, or what a spec file says
    bool quiet = false;
};

/// What a verb runs with.
struct Context {
    const GlobalOptions& global;
    std::string commandLine; ///< as it was typed, quoted for a shell
    JobContext job;
    Json timing = Json::object(); ///< stage → seconds; stays out of the promise of identical output

    /// Runs `work` and notes how long it took, in addition to what the stage took before.
    template <class F>
    auto timed(const std::string& stage, F&& work) {
        struct Clock {
            Json& timing;
            const std::string& stage;
            std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
            ~Clock() {
                const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
                timing[stage] = timing.value(stage, 0.0) + took.count();
            }
        } clock{timing, stage};
        return std::forward<F>(work)();
    }
};

/// What a verb has to say: the same for scripts and for people.
struct Output {
    Json json = Json::object(); ///< the verb's own members, between "mien" and "timing"
    std::string text;           ///< a table for people, ending in a line end
    /// Set where the verb did its work but what it found is a failure (self-test): its exit code.
    int exitCode = 0;
    /// The seed that was used, where it is not the one of --seed.
    std::optional<std::uint64_t> seed = {};
};

using Run = std::function<Result<Output>(Context&)>;

/// One verb: a row of commands(). `declare` adds the verb's options and returns what runs it.
struct Command {
    std::string_view group; ///< "evaluate" in `mien-cli evaluate spotting`; empty for a verb of one word
    std::string_view name;
    std::string_view help;
    Run (*declare)(Verb&);
};

std::span<const Command> commands();

/// What the verbs of a group have in common, for the help.
std::string_view groupHelp(std::string_view group);

} // namespace mien::cli
