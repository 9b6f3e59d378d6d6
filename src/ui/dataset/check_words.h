// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace mien::ui {

/// A sentence of ImportCheck (what it looks for, what its rule does) in the language of the window.
QString checkText(std::string_view sentence);

} // namespace mien::ui
