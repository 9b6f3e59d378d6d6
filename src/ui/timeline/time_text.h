// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_content.h"

#include <QString>

namespace mien::ui::timeline {

/// "1.155 s"; `decimals` 0 … 3.
QString secondsText(double seconds, int decimals = 3);
/// "00:00:01.155", the same in every language; `decimals` 0 or 3.
QString clockText(double seconds, int decimals = 3);
/// "41 200": thin spaces from five digits on, western digits everywhere.
QString frameText(std::int64_t frame);

/// Where on the axis (in frames, with a fraction) the time lies: between the frames' time stamps.
double positionOfTime(const Media& media, double seconds);

} // namespace mien::ui::timeline
