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

#include <algorithm>

namespace mien::ui {
namespace {

constexpr int kLeastSlider = 60; ///< px
constexpr int kBeforeMoment = 8;

} // namespace

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
        m_buttons.push_back(made);
        if (QByteArray(id) != "step.back" && QByteArray(id) != "play.toggle" &&
            QByteArray(id) != "step.forward")
            m_spare.push_back(made);
        if (QLatin1String(id) == QLatin1String("play.toggle"))
            m_play = made;
    }
    m_speed->setMinimumWidth(fontMetrics().horizontalAdvance("−1/32×") + 8);
    m_speed->setAlignment(Qt::AlignCenter);
    m_speed->setAccessibleName(tr("Speed"));
    m_spare.push_back(m_speed);
    row->addWidget(m_speed);
    m_slider->setAccessibleName(tr("Position in the film"));
    m_slider->setRange(0, 0);
    m_slider->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_slider, 1);
    m_moment->setAccessibleName(tr("Frame shown"));
    m_moment->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_moment->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addSpacing(kBeforeMoment);
    row->addWidget(m_moment);
    connect(m_slider, &QSlider::valueChanged, this,
            [this](int value) { m_selection.setCurrentFrame(FrameIndex{value}); });
    connect(&selection, &SelectionModel::currentFrameChanged, this, [this](FrameIndex frame) {
        const QSignalBlocker quiet(m_slider);
        m_slider->setValue(static_cast<int>(frame.value));
    });
    m_slider->setMinimumWidth(kLeastSlider);
    setTiming({});
}

int TransportBar::widthOf(bool compact) const {
    const auto margins = layout()->contentsMargins();
    int width = margins.left() + margins.right() + kLeastSlider + kBeforeMoment + layout()->spacing();
    const QString last = m_timing.empty() ? QString() : m_timing.label(FrameIndex{m_timing.frames() - 1});
    const QString widest =
        compact ? last
                : tr("frame %1 / %2 · %3").arg(last, last, timeText(m_timing.timeS({m_timing.frames() - 1})));
    width += m_moment->fontMetrics().horizontalAdvance(widest) + 4;
    for (const QWidget* one : m_buttons)
        if (!compact || std::find(m_spare.begin(), m_spare.end(), one) == m_spare.end())
            width += one->sizeHint().width() + layout()->spacing();
    return compact ? width : width + m_speed->minimumWidth() + layout()->spacing();
}

QSize TransportBar::minimumSizeHint() const {
    return {widthOf(true), QWidget::minimumSizeHint().height()};
}

void TransportBar::fit() {
    const bool compact = width() < widthOf(false);
    if (compact != m_compact) {
        m_compact = compact;
        for (QWidget* one : m_spare)
            one->setVisible(!compact);
    }
    if (!m_timing.empty())
        showFrame(m_shown);
}

void TransportBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
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
    updateGeometry();
    fit();
}

QString TransportBar::momentText(FrameIndex frame) const {
    const QString label = m_timing.label(frame);
    return m_compact ? label
                     : tr("frame %1 / %2 · %3")
                           .arg(label, m_timing.label(FrameIndex{m_timing.frames() - 1}),
                                timeText(m_timing.timeS(frame)));
}

void TransportBar::showFrame(FrameIndex displayed) {
    m_shown = displayed;
    const QString widest = momentText(FrameIndex{m_timing.frames() - 1});
    m_moment->setMinimumWidth(m_moment->fontMetrics().horizontalAdvance(widest) + 4);
    m_moment->setText(momentText(displayed));
    m_moment->setToolTip(m_compact ? tr("frame %1 of %2").arg(m_timing.label(displayed), widest) : QString());
}

void TransportBar::showSpeed(double speed) {
    m_speed->setText(speedText(speed));
    m_play->defaultAction()->setIcon(
        themeIcon(speed != 0.0 ? "media-playback-pause" : "media-playback-start"));
}

} // namespace mien::ui
