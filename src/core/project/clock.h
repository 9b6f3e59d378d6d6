// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace mien::project {

/// Now as UTC in ISO 8601 with milliseconds: "2026-11-21T10:29:03.512Z".
std::string utcNow();

} // namespace mien::project
