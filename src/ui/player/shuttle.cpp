// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/shuttle.h"

#include <QtMath>

namespace mien::ui {

double shuttled(double speed, int direction, bool slow) {
    const double along = speed * direction; // > 0: already going that way
    if (slow)
        return direction * (along > 0.0 && along < 1.0 ? std::max(along / 2.0, kSlowest) : 0.5);
    if (along > 0.0)
        return direction * std::min(along < 1.0 ? 1.0 : along * 2.0, kFastest);
    if (along < -1.0)
        return speed / 2.0;
    return direction;
}

QString speedText(double speed) {
    if (speed == 0.0)
        return {};
    const QString sign = speed < 0.0 ? QStringLiteral("−") : QString();
    const double size = qAbs(speed);
    return size >= 1.0 ? QStringLiteral("%1%2×").arg(sign).arg(size, 0, 'g', 3)
                       : sign + QStringLiteral("1/%1×").arg(qRound(1.0 / size));
}

} // namespace mien::ui
