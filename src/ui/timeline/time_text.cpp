// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/time_text.h"

#include <QCoreApplication>

namespace mien::ui::timeline {

QString secondsText(double seconds, int decimals) {
    return QCoreApplication::translate("mien::ui::timeline", "%1 s")
        .arg(QString::number(seconds, 'f', decimals));
}

QString clockText(double seconds, int decimals) {
    const auto ms = static_cast<std::int64_t>(std::llround(std::max(seconds, 0.0) * 1000.0));
    auto text = QStringLiteral("%1:%2:%3")
                    .arg(ms / 3'600'000, 2, 10, QLatin1Char('0'))
                    .arg(ms / 60'000 % 60, 2, 10, QLatin1Char('0'))
                    .arg(ms / 1000 % 60, 2, 10, QLatin1Char('0'));
    if (decimals > 0)
        text += QStringLiteral(".%1").arg(ms % 1000, 3, 10, QLatin1Char('0'));
    return text;
}

QString frameText(std::int64_t frame) {
    QString text = QString::number(frame);
    const int sign = frame < 0 ? 1 : 0;
    if (text.size() - sign >= 5)
        for (auto at = text.size() - 3; at > sign; at -= 3)
            text.insert(at, QChar(0x202f)); // narrow no-break space
    return text;
}

double positionOfTime(const Media& media, double seconds) {
    if (!media.timesS || media.timesS->empty())
        return seconds / media.stepS();
    const auto& times = *media.timesS;
    const auto after = std::upper_bound(times.begin(), times.end(), seconds);
    if (after == times.begin())
        return (seconds - times.front()) / media.stepS();
    const auto before = after - 1;
    const double step = after != times.end() ? *after - *before : media.stepS();
    return static_cast<double>(before - times.begin()) + (seconds - *before) / step;
}

double Media::timeOf(FrameIndex frame) const {
    if (timesS && frame.value >= 0 && frame.value < static_cast<std::int64_t>(timesS->size()))
        return (*timesS)[static_cast<std::size_t>(frame.value)];
    if (timesS && !timesS->empty() && frame.value > 0)
        return timesS->back() +
               stepS() * static_cast<double>(frame.value + 1 - static_cast<std::int64_t>(timesS->size()));
    return static_cast<double>(frame.value) * stepS();
}

QString Media::labelOf(FrameIndex frame) const {
    return frameLabel ? frameLabel(frame) : frameText(frame.value);
}

} // namespace mien::ui::timeline
