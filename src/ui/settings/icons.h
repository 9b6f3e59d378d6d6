// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace mien::ui {

/// Points Qt at the packaged icon theme of the given brightness ("breeze-dark" or "breeze"), with our own
/// few icons behind it.
void useIconTheme(bool dark);

/// Our own icon where we drew one (what the theme lacks), else the theme's; a null icon where neither has
/// one.
QIcon themeIcon(const QString& name);

} // namespace mien::ui
