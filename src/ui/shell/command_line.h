// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QStringList>

namespace mien::ui {

/// What the program was started with: mien [FILE…] [--workspace code|review|data|graph|train]
/// [--analyse] [--select N]
/// [--screenshot PNG] …
struct CommandLine {
    QStringList files;
    QString workspace; ///< empty: as left
    bool analyse = false;
    QString screenshot; ///< empty: an ordinary session
    int select = 0;   ///< proposal that is selected as soon as it is there, in the order of the film; 0: none
    double fps = 0.0; ///< for folders of images; 0: ask
    QSize size = {};
    bool help = false;
    bool version = false;
};

Result<CommandLine> parseCommandLine(const QStringList& arguments);
/// Needs a QCoreApplication.
QString commandLineHelp();

/// Without what the toolkit reads itself (-platform offscreen, -style=…), so that the rest can be read before
/// there is a QApplication, and thus without a display.
QStringList withoutToolkitOptions(const QStringList& arguments);

/// How the window gets onto a screen.
enum class Screen {
    AsUsual,   ///< a display is named, or the toolkit was told what to draw on
    Offscreen, ///< there is none, but a picture is all that is wanted
    Lacking
};
Screen screenFor(const CommandLine& line, const QStringList& arguments);

} // namespace mien::ui
