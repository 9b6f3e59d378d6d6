// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

class QCustomPlot;
class QFont;

namespace mien::ui {

/// Ground, axes and legend of a plot in the theme of the palette.
void stylePlot(QCustomPlot& plot, const QPalette& palette, const QFont& font);

/// Two colours that are told apart in both themes and by people who see no red or no green.
QColor firstInk(const QPalette& palette);
QColor secondInk(const QPalette& palette);

} // namespace mien::ui
