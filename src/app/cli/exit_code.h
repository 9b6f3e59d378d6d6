// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace mien::cli {

inline constexpr int kDone = 0;
inline constexpr int kUsage = 2;
inline constexpr int kBadInput = 3;
inline constexpr int kCancelled = 4;
inline constexpr int kLacking = 5;
inline constexpr int kInternal = 70;

constexpr int exitCodeOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return kUsage;
    case ErrorCode::NotFound:
    case ErrorCode::Unreadable:
    case ErrorCode::Corrupt:
    case ErrorCode::Unsupported:
    case ErrorCode::WriteFailed:
        return kBadInput;
    case ErrorCode::MissingDependency:
    case ErrorCode::OutOfMemory:
        return kLacking;
    case ErrorCode::Cancelled:
        return kCancelled;
    case ErrorCode::Internal:
        return kInternal;
    }
    return kInternal;
}

} // namespace mien::cli
