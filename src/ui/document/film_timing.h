// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/frame.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace mien::ui {

/// Frames and time stamps of the open film, for everything that names a moment. Cheap to copy.
class FilmTiming {
public:
    FilmTiming() = default;
    /// `timesS` ascending, seconds from the first frame shown; `labels` empty unless the frames are known by
    /// other numbers (folders of images).
    FilmTiming(std::vector<double> timesS, Rational fps, bool constantRate, std::vector<QString> labels = {});

    std::int64_t frames() const;
    bool empty() const { return frames() == 0; }
    Rational fps() const { return m_fps; }
    bool constantRate() const { return m_constantRate; }
    const std::vector<double>& timesS() const;

    double timeS(FrameIndex frame) const; ///< frame is clamped into the film
    FrameIndex frameAt(double timeS) const;
    FrameIndex clamped(FrameIndex frame) const;
    /// How long frames first … last are on screen, in seconds.
    double durationS(FrameInterval interval) const;
    QString label(FrameIndex frame) const; ///< the number people know the frame by
    bool hasOwnLabels() const { return m_labels && !m_labels->empty(); }

private:
    std::shared_ptr<const std::vector<double>> m_timesS;
    std::shared_ptr<const std::vector<QString>> m_labels;
    Rational m_fps{0, 1};
    bool m_constantRate = true;
};

/// "1.155 s", or "2:03.155" from a minute on.
QString timeText(double timeS);

/// Reads what people type to name a moment: "231" (a frame), "1.155s", "0:01.155", "00:00:01.155".
std::optional<FrameIndex> parseMoment(const QString& text, const FilmTiming& timing);

} // namespace mien::ui
