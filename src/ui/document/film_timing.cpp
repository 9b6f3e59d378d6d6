// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/film_timing.h"

#include <QStringList>

namespace mien::ui {

FilmTiming::FilmTiming(std::vector<double> timesS, Rational fps, bool constantRate,
                       std::vector<QString> labels)
    : m_timesS(std::make_shared<const std::vector<double>>(std::move(timesS))),
      m_labels(std::make_shared<const std::vector<QString>>(std::move(labels))),
      m_fps(fps),
      m_constantRate(constantRate) {}

std::int64_t FilmTiming::frames() const {
    return m_timesS ? static_cast<std::int64_t>(m_timesS->size()) : 0;
}

const std::vector<double>& FilmTiming::timesS() const {
    static const std::vector<double> none;
    return m_timesS ? *m_timesS : none;
}

FrameIndex FilmTiming::clamped(FrameIndex frame) const {
    return {std::clamp<std::int64_t>(frame.value, 0, std::max<std::int64_t>(0, frames() - 1))};
}

double FilmTiming::timeS(FrameIndex frame) const {
    return empty() ? 0.0 : (*m_timesS)[static_cast<std::size_t>(clamped(frame).value)];
}

FrameIndex FilmTiming::frameAt(double timeS) const {
    const auto& times = timesS();
    const auto after = std::upper_bound(times.begin(), times.end(), timeS);
    return {std::max<std::int64_t>(0, (after - times.begin()) - 1)};
}

double FilmTiming::durationS(FrameInterval interval) const {
    if (empty() || !interval.valid())
        return 0.0;
    const double step = m_fps.value() > 0 ? 1.0 / m_fps.value() : 0.0;
    const FrameIndex next = interval.last + 1;
    const double end = next.value < frames() ? timeS(next) : timeS(interval.last) + step;
    return end - timeS(interval.first);
}

QString FilmTiming::label(FrameIndex frame) const {
    if (hasOwnLabels() && frame.value >= 0 && frame.value < static_cast<std::int64_t>(m_labels->size()))
        return (*m_labels)[static_cast<std::size_t>(frame.value)];
    return QString::number(frame.value);
}

QString timeText(double timeS) {
    if (timeS < 60.0)
        return QStringLiteral("%1 s").arg(timeS, 0, 'f', 3);
    const auto minutes = static_cast<std::int64_t>(timeS / 60.0);
    const double seconds = timeS - 60.0 * static_cast<double>(minutes);
    const QString tail = QStringLiteral("%1").arg(seconds, 6, 'f', 3, QLatin1Char('0'));
    if (minutes < 60)
        return QStringLiteral("%1:%2").arg(minutes).arg(tail);
    return QStringLiteral("%1:%2:%3").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0')).arg(tail);
}

std::optional<FrameIndex> parseMoment(const QString& text, const FilmTiming& timing) {
    QString clean = text.trimmed().toLower();
    if (clean.isEmpty() || timing.empty())
        return std::nullopt;
    const bool inSeconds = clean.endsWith('s');
    if (inSeconds)
        clean = clean.chopped(1).trimmed();
    bool good = false;
    if (!inSeconds && !clean.contains(':') && !clean.contains('.')) {
        const qlonglong number = clean.toLongLong(&good);
        if (!good || number < 0 || number >= timing.frames())
            return std::nullopt;
        return FrameIndex{number};
    }
    double seconds = 0.0;
    for (const QString& part : clean.split(':')) {
        const double value = part.toDouble(&good);
        if (!good || !(value >= 0.0))
            return std::nullopt;
        seconds = seconds * 60.0 + value;
    }
    if (seconds > timing.timesS().back() + 1.0)
        return std::nullopt;
    return timing.frameAt(seconds + 5e-4); // typed times are rounded to milliseconds: do not fall short
}

} // namespace mien::ui
