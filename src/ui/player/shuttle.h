// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mien::ui {

inline constexpr double kFastest = 32.0;
inline constexpr double kSlowest = 1.0 / 32.0;

/// The speed after one press of J (direction -1) or L (+1), as editors have it: pressing again goes twice as
/// fast, the other way slows down and then turns. With K held (`slow`) it is the other way round: half speed
/// at first, then half again. Speeds are signed multiples of the true rate; 0 is stopped.
double shuttled(double speed, int direction, bool slow);

/// "1×", "−2×", "1/4×"; empty when stopped.
QString speedText(double speed);

} // namespace mien::ui
