// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QToolButton;

namespace mien::ui {

/// The quiet cross at the end of every bar; `name` says what it closes.
QToolButton* makeCloseButton(const QString& name);

} // namespace mien::ui
