// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace mien::ui {

/// Fusion, but boxes and circles to tick have an outline that is seen on any ground (3 : 1 at least):
/// Fusion's is a shade of the window's colour, which in a dark theme nobody sees.
class ThemeStyle : public QProxyStyle {
public:
    ThemeStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
};

} // namespace mien::ui
