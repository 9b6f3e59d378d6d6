// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/child_process.h"

#include <fmt/format.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mien::synthesis {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kLook = std::chrono::milliseconds(50);
constexpr double kPoliteS = 2.0;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Redirections, a process group of its own, and default signals: what the child starts with.
class SpawnSettings {
public:
    explicit SpawnSettings(const std::string& log) {
        posix_spawn_file_actions_init(&m_files);
        posix_spawn_file_actions_addopen(&m_files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_addopen(&m_files, STDOUT_FILENO, log.c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                         0600);
        posix_spawn_file_actions_adddup2(&m_files, STDOUT_FILENO, STDERR_FILENO);
        posix_spawnattr_init(&m_attributes);
        sigset_t all, none;
        sigfillset(&all);
        sigemptyset(&none);
        posix_spawnattr_setsigdefault(&m_attributes, &all);
        posix_spawnattr_setsigmask(&m_attributes, &none);
        posix_spawnattr_setpgroup(&m_attributes, 0);
        posix_spawnattr_setflags(&m_attributes,
                                 POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
    }
    ~SpawnSettings() {
        posix_spawn_file_actions_destroy(&m_files);
        posix_spawnattr_destroy(&m_attributes);
    }
    SpawnSettings(const SpawnSettings&) = delete;
    SpawnSettings& operator=(const SpawnSettings&) = delete;

    posix_spawn_file_actions_t m_files;
    posix_spawnattr_t m_attributes;
};

/// The last line that is not empty, for people.
std::string lastLineOf(const std::filesystem::path& log) {
    std::ifstream file(log);
    std::string last;
    for (std::string line; std::getline(file, line);) {
        // Progress bars rewrite their line.
        if (const auto back = line.find_last_of('\r'); back != std::string::npos && back + 1 < line.size())
            line.erase(0, back + 1);
        line.erase(std::remove_if(line.begin(), line.end(), [](unsigned char c) { return c < 0x20; }),
                   line.end());
        if (line.find_first_not_of(' ') != std::string::npos)
            last = line;
    }
    while (!last.empty() && last.back() == '.')
        last.pop_back();
    if (last.size() > 300)
        last.resize(300);
    return last;
}

/// The child's end within `forS` seconds: its status, or nullopt.
std::optional<int> endWithin(pid_t child, double forS) {
    for (const auto start = Clock::now();;) {
        int status = 0;
        if (waitpid(child, &status, WNOHANG) == child)
            return status;
        if (secondsSince(start) >= forS)
            return std::nullopt;
        std::this_thread::sleep_for(kLook);
    }
}

void stop(pid_t child) {
    kill(-child, SIGTERM);
    if (!endWithin(child, kPoliteS)) {
        kill(-child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
    }
    kill(-child, SIGKILL); // grandchildren that outlived it
}

Result<void> verdictOn(int status, const std::string& program, const std::filesystem::path& log) {
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return {};
    const auto how = WIFSIGNALED(status) ? fmt::format("was ended by signal {}", WTERMSIG(status))
                                         : fmt::format("ended with exit code {}", WEXITSTATUS(status));
    const auto last = lastLineOf(log);
    return fail(ErrorCode::Unsupported,
                fmt::format("{} {}{}.", program, how,
                            last.empty() ? " and said nothing" : fmt::format("; its last words: {}", last)));
}

} // namespace

Result<void> runProgram(const std::vector<std::string>& words, const std::filesystem::path& log,
                        double timeoutS, const JobContext& job) {
    std::vector<char*> arguments;
    for (const auto& word : words)
        arguments.push_back(const_cast<char*>(word.c_str())); // posix_spawn does not write to them
    arguments.push_back(nullptr);
    const SpawnSettings settings(log.string());
    pid_t child = 0;
    const int error = posix_spawnp(&child, words.front().c_str(), &settings.m_files, &settings.m_attributes,
                                   arguments.data(), environ);
    if (error == ENOENT || error == EACCES)
        return fail(
            ErrorCode::MissingDependency,
            fmt::format("There is no program \"{}\" that can be run; install it or give its whole path.",
                        words.front()));
    if (error != 0)
        return fail(ErrorCode::Unsupported,
                    fmt::format("{} cannot be started: {}.", words.front(), std::strerror(error)));
    for (const auto start = Clock::now();;) {
        if (const auto status = endWithin(child, 0.5))
            return verdictOn(*status, words.front(), log);
        const double waitedS = secondsSince(start);
        if (job.cancelled() || waitedS > timeoutS) {
            stop(child);
            if (job.cancelled())
                return cancelled();
            return fail(ErrorCode::Unreadable,
                        fmt::format("{} had not finished after {:g} minutes (--timeout) and was stopped.",
                                    words.front(), timeoutS / 60.0));
        }
        job.progress(0.05 + 0.9 * waitedS / (waitedS + 120.0),
                     fmt::format("{} has been at work for {:.0f} s", words.front(), waitedS));
    }
}

} // namespace mien::synthesis
