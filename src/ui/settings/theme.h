// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings.h"

#include <QColor>
#include <QPalette>

class QApplication;

namespace mien::ui {

/// Colours with a meaning of their own, per theme. Contrast of text on its ground is at least 4.5 : 1.
struct Tones {
    QColor stage;    ///< ground behind pictures
    QColor raised;   ///< cards and bars
    QColor line;     ///< hairlines between things
    QColor faint;    ///< secondary text
    QColor accent;   ///< selection, focus, playhead
    QColor good;     ///< taken, done
    QColor warning;  ///< needs an eye
    QColor bad;      ///< rejected, failed
    QColor proposal; ///< what a machine says
};

Tones tonesOf(ThemeChoice theme);
QPalette paletteOf(ThemeChoice theme);

/// Fusion style, palette, icon theme and the few style rules that a palette cannot express.
void applyTheme(QApplication& app, ThemeChoice theme);

/// The theme in force, read off a palette (so that painting code needs no settings).
ThemeChoice themeOf(const QPalette& palette);

} // namespace mien::ui
