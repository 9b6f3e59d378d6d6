// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSize>
#include <QStringList>

namespace mien::ui {

/// What the program was started with: mien [FILE…] [--workspace code|review] [--analyse] [--screenshot PNG]
struct CommandLine {
    QStringList files;
    QString workspace; ///< empty: as left
    bool analyse = false;
    QString screenshot; ///< empty: an ordinary session
    double fps = 0.0;   ///< for folders of images; 0: ask
    QSize size = {};
    bool help = false;
    bool version = false;
};

Result<CommandLine> parseCommandLine(const QStringList& arguments);
QString commandLineHelp();

} // namespace mien::ui
