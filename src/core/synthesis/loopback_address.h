// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace mien::synthesis {

/// A server on this machine, as a numeric address: names are never looked up, so that no name server can send
/// a face elsewhere.
struct LoopbackAddress {
    std::string host;          ///< "127.0.0.1", another of 127.0.0.0/8, or "::1"
    int port = 8188;           ///< ComfyUI's own where none is given
    bool eitherFamily = false; ///< "localhost" was given: ::1 is as good

    std::string text() const; ///< "http://127.0.0.1:8188"
};

/// "http://127.0.0.1:8188", "localhost:8188", "[::1]:8188" … InvalidArgument with the reason for anything
/// that is not this machine: 127.0.0.0/8 in four decimal numbers, ::1 and localhost are.
Result<LoopbackAddress> loopbackAddress(std::string_view url);

} // namespace mien::synthesis
