// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

namespace mien {

enum class LogLevel { Debug, Info, Warning, Error };

using LogSink = std::function<void(LogLevel, std::string_view)>;

/// Writes one line to the program's log (standard error by default, the log panel in the window).
void log(LogLevel level, std::string_view text);

/// Adds a receiver of every log line; called from any thread, one line at a time.
void addLogSink(LogSink sink);

/// Lines below `level` are dropped. Default: Warning.
void setLogLevel(LogLevel level);

} // namespace mien
