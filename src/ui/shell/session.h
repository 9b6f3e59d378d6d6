// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/command_line.h"

namespace mien::ui {

class MainWindow;

/// Does what the command line asks of a window that is shown. With --screenshot it quits the application when
/// the picture is written: exit code 0, 2 where a folder of images lacks its rate, or 3 where the film could
/// not be opened or the picture not written.
void startSession(MainWindow& window, const CommandLine& line);

} // namespace mien::ui
