// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>

namespace mien::ui {

/// A sentence of the core (an error's, a note, what a job is doing) in the window's language. One that the
/// table of sentences does not hold stays as it is, which is English.
QString coreWords(const QString& sentence);

/// The table: "%1", "%2" … stand for what the core fills in.
std::span<const char* const> coreSentences();

} // namespace mien::ui
