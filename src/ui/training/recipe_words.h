// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace mien::ui {

/// What an option or preset of a recipe says, in the language of the window.
QString recipeText(std::string_view sentence);

} // namespace mien::ui
