// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run.h"

#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/progress_line.h"
#include "app/cli/stop_on_signal.h"
#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/json.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>

namespace mien::cli {
namespace {

/// Characters that no shell gives a meaning to.
constexpr std::string_view kPlainCharacters =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./,:@%";

/// One declared verb: its CLI11 sub-command and what it runs.
struct Declared {
    CLI::App* app = nullptr;
    CLI::App* under = nullptr; ///< the verb of one word that this one adds a second word to
    std::string name;
    std::unique_ptr<Verb> verb;
    Run run;
};

void declareGlobals(CLI::App& app, GlobalOptions& global) {
    app.add_option("--json", global.json, "write one JSON document to this file, or to standard output (-)")
        ->type_name("FILE|-");
    app.add_option("--device", global.device, "cpu, cuda or cuda:N")->capture_default_str();
    app.add_option("--threads", global.threads, "threads to use; 0: all; results do not depend on it")
        ->check(CLI::Range(0, 1024));
    app.add_option("--seed", global.seed, "seed of everything random; 0 where none is given");
    app.add_flag("--quiet", global.quiet, "no progress on standard error");
    app.set_version_flag("--version", "mien-cli " MIEN_VERSION);
}

std::vector<Declared> declareVerbs(CLI::App& app) {
    std::map<std::string_view, CLI::App*> groups;
    std::vector<Declared> declared;
    for (const auto& command : commands()) {
        CLI::App* parent = &app;
        if (!command.group.empty()) {
            auto& group = groups[command.group];
            const auto verb = std::find_if(declared.begin(), declared.end(),
                                           [&](const Declared& d) { return d.name == command.group; });
            if (verb != declared.end()) {
                group = verb->app;
            } else if (group == nullptr) {
                group = app.add_subcommand(std::string(command.group), std::string(groupHelp(command.group)));
                group->require_subcommand(1);
            }
            parent = group;
        }
        Declared row;
        row.under = parent != &app && !parent->get_require_subcommand_min() ? parent : nullptr;
        row.app = parent->add_subcommand(std::string(command.name), std::string(command.help));
        row.name = command.group.empty() ? std::string(command.name)
                                         : fmt::format("{} {}", command.group, command.name);
        row.verb = std::make_unique<Verb>(*row.app);
        row.run = command.declare(*row.verb);
        declared.push_back(std::move(row));
    }
    return declared;
}

Result<void> checkDevice(const std::string& device) {
    if (device == "cpu")
        return {};
    const bool cuda = device == "cuda" || (device.starts_with("cuda:") && device.size() > 5 &&
                                           device.find_first_not_of("0123456789", 5) == std::string::npos);
    if (!cuda)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("--device is \"{}\"; it is cpu, cuda or cuda:N.", device));
    return fail(ErrorCode::MissingDependency,
                fmt::format("The device {} needs a build with CUDA, which this one is not; use --device cpu.",
                            device));
}

int report(const Error& error) {
    auto sentence = error.sentence();
    if (sentence.empty() || std::string_view(".!?").find(sentence.back()) == std::string_view::npos)
        sentence += '.';
    fmt::print(stderr, "mien-cli: {}\n", sentence);
    return exitCodeOf(error.code);
}

Json document(const Declared& verb, const GlobalOptions& global, const Output& output, const Json& timing) {
    Json out;
    out["mien"] = {{"version", MIEN_VERSION},
                   {"verb", verb.name},
                   {"options", verb.verb->echo()},
                   {"seed", output.seed.value_or(global.seed.value_or(0))},
                   {"device", global.device}};
    for (const auto& [key, value] : output.json.items())
        out[key] = value;
    out["timing"] = timing;
    return out;
}

Result<void> print(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        return fail(ErrorCode::WriteFailed, "Standard output cannot be written to.");
    return {};
}

Result<void> deliver(const Declared& verb, const GlobalOptions& global, const Output& output,
                     const Json& timing) {
    if (global.json) {
        // File names need not be valid UTF-8; JSON must be.
        const auto text = jsonText(document(verb, global, output, timing), 2) + "\n";
        if (*global.json == "-")
            return print(text);
        if (auto written = writeFileAtomically(*global.json, text); !written)
            return written;
    }
    return print(output.text);
}

int runVerb(const Declared& verb, const GlobalOptions& global, const std::string& commandLine) {
    if (const auto usable = checkDevice(global.device); !usable)
        return report(usable.error());
    StopOnSignal signals;
    ProgressLine progress(global.quiet);
    Context context{global, commandLine, {}};
    context.job.stop = signals.token();
    context.job.threads = global.threads;
    context.job.onProgress = [&](double fraction, std::string_view text) { progress.show(fraction, text); };
    const auto start = std::chrono::steady_clock::now();
    const auto output = guarded(verb.name, [&] { return verb.run(context); });
    progress.clear();
    if (!output)
        return report(output.error());
    context.timing["total"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (const auto delivered = deliver(verb, global, *output, context.timing); !delivered)
        return report(delivered.error());
    return output->exitCode;
}

/// CLI11 lets what a verb of two words does not know fall through to the verb of one word above it.
std::string strayOption(const Declared& verb) {
    if (verb.under != nullptr)
        for (const CLI::Option* option : verb.under->get_options())
            if (option->count() > 0)
                return option->get_positional() ? option->results().front() : option->get_name();
    return {};
}

/// The command as a shell would take it again.
std::string commandLineOf(int argc, char** argv) {
    std::string line = "mien-cli";
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const bool plain =
            !word.empty() && word.find_first_not_of(kPlainCharacters) == std::string_view::npos;
        line += ' ';
        if (plain) {
            line += word;
            continue;
        }
        line += '\'';
        for (const char c : word)
            line += c == '\'' ? std::string("'\\''") : std::string(1, c);
        line += '\'';
    }
    return line;
}

int usage(const CLI::App& app, const CLI::ParseError& error) {
    std::string message = error.what();
    if (app.get_subcommands().empty() && dynamic_cast<const CLI::RequiredError*>(&error) != nullptr)
        message = "A verb is needed";
    fmt::print(stderr,
               "mien-cli: {}. \"mien-cli --help\" and \"mien-cli VERB --help\" say what is possible.\n",
               message);
    return kUsage;
}

} // namespace

int run(int argc, char** argv) {
    CLI::App app("Micro- and macro-expressions: spot, score, convert.", "mien-cli");
    app.fallthrough();
    app.require_subcommand(1);
    GlobalOptions global;
    declareGlobals(app, global);
    const auto verbs = declareVerbs(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& help) {
        return app.exit(help);
    } catch (const CLI::ParseError& error) {
        return usage(app, error);
    }
    const auto verb =
        std::find_if(verbs.rbegin(), verbs.rend(), // the longer name stands after the shorter one
                     [](const Declared& d) { return d.app->parsed(); });
    if (verb == verbs.rend())
        return kUsage;
    if (const auto stray = strayOption(*verb); !stray.empty())
        return usage(app, CLI::ExtrasError({stray}));
    return runVerb(*verb, global, commandLineOf(argc, argv));
}

} // namespace mien::cli
