// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/phase_player.h"

#include "ui/settings/icons.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QToolButton>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kTickMs = 16;

QToolButton* toggle(const QString& icon, const QString& name, const QString& tip) {
    auto* button = new QToolButton;
    button->setCheckable(true);
    button->setIcon(themeIcon(icon));
    button->setAccessibleName(name);
    button->setToolTip(tip);
    return button;
}

} // namespace

PhasePlayer::PhasePlayer(QWidget* parent)
    : QWidget(parent),
      m_slider(new PhaseSlider),
      m_row(new QHBoxLayout),
      m_play(toggle("media-playback-start", tr("Play"), tr("Play the expression (Space)"))),
      m_loop(toggle("media-playlist-repeat", tr("Loop"), tr("Again and again"))),
      m_speed(new QComboBox) {
    m_loop->setChecked(true);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed of playing"));
    for (const int slower : {1, 2, 4, 8})
        m_speed->addItem(slower == 1 ? QStringLiteral("1×") : QStringLiteral("1/%1×").arg(slower),
                         1.0 / slower);
    m_speed->setCurrentIndex(2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_slider);
    m_row->setContentsMargins(10, 2, 10, 10);
    m_row->setSpacing(8);
    m_row->addWidget(m_play);
    m_row->addWidget(m_loop);
    m_row->addWidget(m_speed);
    m_atStart = m_row->count();
    m_row->addStretch(1);
    column->addLayout(m_row);

    m_clock.setInterval(kTickMs);
    m_clock.setTimerType(Qt::PreciseTimer);
    connect(&m_clock, &QTimer::timeout, this, &PhasePlayer::tick);
    connect(m_play, &QToolButton::toggled, this, &PhasePlayer::setPlaying);
    connect(m_slider, &PhaseSlider::sliderPressed, this, [this] { setPlaying(false); });
    connect(m_slider, &PhaseSlider::valueChanged, this, &PhasePlayer::moved);
}

void PhasePlayer::setTiming(const PhaseTiming& timing) {
    m_slider->setTiming(timing);
    m_atMs = m_slider->value();
}

void PhasePlayer::addWidget(QWidget* widget) {
    m_row->insertWidget(m_atStart++, widget);
}

void PhasePlayer::addEndWidget(QWidget* widget) {
    m_row->addWidget(widget);
}

void PhasePlayer::setLoop(bool loop) {
    m_loop->setChecked(loop);
}

void PhasePlayer::setSpeed(double speed) {
    m_speed->setCurrentIndex(m_speed->findData(speed));
}

void PhasePlayer::setPlaying(bool playing) {
    if (playing == m_clock.isActive())
        return;
    if (playing) {
        m_atMs = m_slider->value() >= m_slider->maximum() ? 0.0 : m_slider->value();
        m_sinceTick.start();
        m_clock.start();
    } else {
        m_clock.stop();
    }
    m_play->setChecked(playing);
    m_play->setIcon(themeIcon(playing ? "media-playback-pause" : "media-playback-start"));
    emit playingChanged(playing);
}

bool PhasePlayer::takesKey(const QKeyEvent& event) {
    if (event.key() != Qt::Key_Space || event.modifiers() != Qt::NoModifier)
        return false;
    m_play->toggle();
    return true;
}

void PhasePlayer::keyPressEvent(QKeyEvent* event) {
    if (!takesKey(*event))
        QWidget::keyPressEvent(event);
}

void PhasePlayer::tick() {
    const double length = m_slider->timing().lengthMs();
    m_atMs += static_cast<double>(m_sinceTick.nsecsElapsed()) * 1e-6 * m_speed->currentData().toDouble();
    m_sinceTick.start();
    if (m_atMs > length) {
        if (!m_loop->isChecked()) {
            m_slider->setValue(static_cast<int>(length));
            return setPlaying(false);
        }
        m_atMs = std::fmod(m_atMs, length);
    }
    m_slider->setValue(static_cast<int>(std::lround(m_atMs)));
}

void PhasePlayer::hideEvent(QHideEvent* event) {
    setPlaying(false);
    QWidget::hideEvent(event);
}

} // namespace mien::ui
