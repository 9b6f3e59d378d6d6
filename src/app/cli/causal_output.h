// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/causal/discover.h"

namespace mien::cli {

/// What `causal` says of a search: the JSON members and the table for people.
Output causalOutput(const causal::Discovery& found);
/// Of an oracle's answer.
Output causalOutput(const causal::FciResult& result, const causal::FciOptions& options);

} // namespace mien::cli
