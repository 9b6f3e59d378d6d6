// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/test_program.h"

#include <filesystem>

/// Like QVERIFY for a Result: shows the error's sentence where it has none. `result` is evaluated once.
#define MIEN_VERIFY(result)                                                                                  \
    do {                                                                                                     \
        const auto& mienVerified = (result);                                                                 \
        QVERIFY2(mienVerified.has_value(),                                                                   \
                 mienVerified.has_value() ? "" : mienVerified.error().sentence().c_str());                   \
    } while (false)

/// Skips the test, with its reason, where the development data that stands beside the project is absent.
#define MIEN_NEEDS_SHARED(relative)                                                                          \
    if (!std::filesystem::exists(std::filesystem::path(MIEN_SHARED_DATA) / (relative)))                      \
    QSKIP("needs the development data beside the project: " relative)

namespace mien::test {
inline std::filesystem::path sharedData(const char* relative) {
    return std::filesystem::path(MIEN_SHARED_DATA) / relative;
}
} // namespace mien::test
