// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mien {

/// What kind of thing went wrong; decides the exit code of the command line and the icon in the window.
enum class ErrorCode {
    InvalidArgument,   ///< the caller asked for something that makes no sense
    NotFound,          ///< a file, frame or row does not exist
    Unreadable,        ///< it exists but cannot be opened (permissions, locked, disk)
    Corrupt,           ///< it can be opened but its content is damaged or of another kind
    Unsupported,       ///< well formed, but beyond what this build or machine can do
    MissingDependency, ///< needs something this machine lacks: a model file, a GPU, a data set
    OutOfMemory,       ///< this machine or its graphics card has too little memory for it
    WriteFailed,       ///< the disk is full, read-only, or the target cannot be replaced
    Cancelled,         ///< the user stopped it
    Internal,          ///< a bug of ours, or an exception nobody expected
};

/// The stable lower-case name used in logs and JSON, e.g. "not-found".
std::string_view nameOf(ErrorCode code);

/// One clear sentence (what and what to do) and where: a path, `path:line`, or a verb's option.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string location;

    /// "location: message", or only the message where there is no location.
    std::string sentence() const;

    bool operator==(const Error&) const = default;
};

} // namespace mien
