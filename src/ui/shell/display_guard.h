// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace mien::ui {

/// Around the making of the QApplication: where the display cannot be reached, Qt would abort. While this
/// lives, one sentence is printed instead and the program ends with `exitCode`.
class DisplayGuard {
public:
    explicit DisplayGuard(int exitCode);
    DisplayGuard(const DisplayGuard&) = delete;
    DisplayGuard& operator=(const DisplayGuard&) = delete;
    ~DisplayGuard();
};

/// What, where, and what to do. Reads the environment.
QString displaySentence();

/// For a picture any platform will do: the usual one, else none.
void preferDisplayButTakeNone();

} // namespace mien::ui
