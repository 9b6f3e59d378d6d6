// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace mien {

std::string_view nameOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::InvalidArgument:
        return "invalid-argument";
    case ErrorCode::NotFound:
        return "not-found";
    case ErrorCode::Unreadable:
        return "unreadable";
    case ErrorCode::Corrupt:
        return "corrupt";
    case ErrorCode::Unsupported:
        return "unsupported";
    case ErrorCode::MissingDependency:
        return "missing-dependency";
    case ErrorCode::OutOfMemory:
        return "out-of-memory";
    case ErrorCode::WriteFailed:
        return "write-failed";
    case ErrorCode::Cancelled:
        return "cancelled";
    case ErrorCode::Internal:
        return "internal";
    }
    return "internal";
}

std::string Error::sentence() const {
    return location.empty() ? message : location + ": " + message;
}

} // namespace mien
