// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/player/transport_bar.h"

#include "ui/document/selection_model.h"
#include "ui/player/shuttle.h"
#include "ui/settings/action_registry.h"
#include "ui/settings/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace mien::ui {

TransportBar::TransportBar(ActionRegistry& actions, SelectionModel& selection, QWidget* parent)
    : QWidget(parent),
      m_selection(selection),
      m_slider(new QSlider(Qt::Horizontal)),
      m_moment(new QLabel),
      m_speed(new QLabel) {
    setLayoutDirection(Qt::LeftToRight); // time runs to the right in every language, as on the score
    setAccessibleName(tr("Player controls"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(2);
    for (const char* id : {"step.back10", "step.back", "play.back", "play.toggle", "play.forward",
                           "step.forward", "step.forward10", "loop.event"}) {
        auto* made = button(actions, id);
        row->addWidget(made);
        if (QLatin1String(id) == QLatin1String("play.toggle"))
            m_play = made;
    }
    m_speed->setMinimumWidth(fontMetrics().horizontalAdvance("−1/32×") + 8);
    m_speed->setAlignment(Qt::AlignCenter);
    m_speed->setAccessibleName(tr("Speed"));
    row->addWidget(m_speed);
    m_slider->setAccessibleName(tr("Position in the film"));
    m_slider->setRange(0, 0);
    m_slider->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_slider, 1);
    m_moment->setAccessibleName(tr("Frame shown"));
    m_moment->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_moment->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addSpacing(8);
    row->addWidget(m_moment);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_selection.setCurrentFrame(FrameIndex{value}); });
    connect(&selection, &SelectionModel::currentFrameChanged, this, [this](FrameIndex frame) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(static_cast<int>(frame.value));
    });
    setTiming({});
}

QToolButton* TransportBar::button(ActionRegistry& actions, const QString& id) {
    auto* made = new QToolButton;
    made->setDefaultAction(actions.action(id));
    made->setAutoRaise(true);
    made->setIconSize({20, 20});
    made->setFocusPolicy(Qt::TabFocus);
    made->setAccessibleName(actions.spec(id).text);
    return made;
}

void TransportBar::setTiming(const FilmTiming& timing) {
    m_timing = timing;
    const QSignalBlocker quiet(m_slider);
    m_slider->setRange(0, static_cast<int>(std::max<std::int64_t>(0, timing.frames() - 1)));
    m_slider->setPageStep(std::max(10, m_slider->maximum() / 20));
    setEnabled(!timing.empty());
    if (timing.empty())
        m_moment->clear();
}

void TransportBar::showFrame(FrameIndex displayed) {
    const QString last = m_timing.label(FrameIndex{m_timing.frames() - 1});
    const QString widest =
        tr("frame %1 / %2 · %3").arg(last, last, timeText(m_timing.timeS({m_timing.frames() - 1})));
    m_moment->setMinimumWidth(m_moment->fontMetrics().horizontalAdvance(widest) + 4);
    m_moment->setText(
        tr("frame %1 / %2 · %3").arg(m_timing.label(displayed), last, timeText(m_timing.timeS(displayed))));
}

void TransportBar::showSpeed(double speed) {
    m_speed->setText(speedText(speed));
    m_play->defaultAction()->setIcon(
        themeIcon(speed != 0.0 ? "media-playback-pause" : "media-playback-start"));
}

} // namespace mien::ui
