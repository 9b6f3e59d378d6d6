// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unistd.h>
#include <vector>

#include <filesystem>

/// What libFuzzer and the replay program call; must survive any bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// Inputs that are easier made than committed; a target may define it.
std::vector<std::string> mienFuzzSeeds();

namespace mien::test {

/// A folder for one fuzzing process, in memory where the machine allows it, gone at the end.
class FuzzFolder {
public:
    FuzzFolder() {
        std::error_code ignored;
        const std::filesystem::path memory = "/dev/shm";
        m_path = (std::filesystem::is_directory(memory, ignored) ? memory
                                                                 : std::filesystem::temp_directory_path()) /
                 ("mien-fuzz-" + std::to_string(::getpid()));
        clear();
    }
    FuzzFolder(const FuzzFolder&) = delete;
    FuzzFolder& operator=(const FuzzFolder&) = delete;
    ~FuzzFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    void clear() const {
        std::filesystem::remove_all(m_path);
        std::filesystem::create_directories(m_path);
    }
    std::filesystem::path operator/(const char* name) const { return m_path / name; }

private:
    std::filesystem::path m_path;
};

} // namespace mien::test
