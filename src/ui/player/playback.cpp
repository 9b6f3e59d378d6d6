// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/playback.h"

#include "ui/player/shuttle.h"

namespace mien::ui {
namespace {

constexpr int kTickMs = 8; // finer than a display's refresh, so that 500 fps films do not stutter

} // namespace

Playback::Playback(SelectionModel& selection, QObject* parent) : QObject(parent), m_selection(selection) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(kTickMs);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
    connect(&selection, &SelectionModel::currentFrameChanged, this, [this](FrameIndex frame) {
        if (!m_moving)
            m_positionS = m_timing.timeS(frame); // somebody scrubbed: go on from there
    });
}

void Playback::setTiming(const FilmTiming& timing) {
    stop();
    m_timing = timing;
    m_positionS = timing.timeS(m_selection.currentFrame());
}

void Playback::play(double speed) {
    if (m_timing.frames() < 2)
        speed = 0.0;
    m_once.reset();
    if (speed != 0.0) {
        const FrameIndex last{m_timing.frames() - 1};
        if (speed > 0.0 && m_selection.currentFrame() >= last && !m_selection.loop())
            m_selection.setCurrentFrame(FrameIndex{0}); // play at the end begins again
        m_positionS = m_timing.timeS(m_selection.currentFrame());
        m_clock.start();
        m_timer.start();
    } else {
        m_timer.stop();
    }
    if (speed == m_speed)
        return;
    m_speed = speed;
    emit speedChanged(speed);
}

void Playback::toggle() {
    play(playing() ? 0.0 : 1.0);
}

void Playback::shuttle(int direction, bool slow) {
    play(shuttled(m_speed, direction, slow));
}

void Playback::playOnce(FrameInterval interval, double speed) {
    m_selection.setCurrentFrame(m_timing.clamped(speed > 0 ? interval.first : interval.last));
    play(speed);
    m_once = interval;
}

void Playback::step(std::int64_t frames) {
    goTo(m_selection.currentFrame() + frames);
}

void Playback::goTo(FrameIndex frame) {
    stop();
    m_selection.setCurrentFrame(m_timing.clamped(frame));
}

std::optional<FrameInterval> Playback::bounds() const {
    return m_once ? m_once : m_selection.loop();
}

void Playback::tick() {
    advance(static_cast<double>(m_clock.nsecsElapsed()) * 1e-9);
    if (playing())
        m_clock.start();
}

void Playback::advance(double elapsedS) {
    if (!playing())
        return;
    const auto limits = bounds();
    const FrameIndex first = m_timing.clamped(limits ? limits->first : FrameIndex{0});
    const FrameIndex last = m_timing.clamped(limits ? limits->last : FrameIndex{m_timing.frames() - 1});
    const double startS = m_timing.timeS(first);
    const double lengthS = m_timing.durationS({first, last});
    m_positionS += m_speed * elapsedS;
    const bool past = m_speed > 0.0 ? m_positionS >= startS + lengthS : m_positionS < startS;
    bool end = false;
    if (past && limits && !m_once && lengthS > 0.0) {
        const double into = std::fmod(m_positionS - startS, lengthS);
        m_positionS = startS + (into < 0.0 ? into + lengthS : into);
    } else if (past) {
        m_positionS = m_timing.timeS(m_speed > 0.0 ? last : first);
        end = true;
    }
    m_moving = true;
    m_selection.setCurrentFrame(
        std::clamp(m_timing.frameAt(m_positionS), FrameIndex{0}, FrameIndex{m_timing.frames() - 1}));
    m_moving = false;
    if (end)
        stop();
}

} // namespace mien::ui
