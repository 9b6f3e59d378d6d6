// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace mien {

/// What people call something as the name of a file: letters, digits and signs of every script stay; what
/// shells and file systems give a meaning to, blanks and control characters become dashes, none of them and
/// no dot at either end; invisible characters and what is no UTF-8 are left out. At most 120 bytes, cut
/// between characters. Empty where nothing is left.
std::string fileNameFrom(std::string_view text);

} // namespace mien
