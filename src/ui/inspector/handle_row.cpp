// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/handle_row.h"

#include "ui/settings/icons.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace mien::ui {

HandleRow::HandleRow(Handle handle, QGridLayout* grid, int row, QWidget* owner)
    : QObject(owner), m_handle(handle), m_box(new QSpinBox), m_time(new QLabel), m_go(new QToolButton) {
    const QString marks[] = {QStringLiteral("▷"), QStringLiteral("▲"), QStringLiteral("◁")};
    const QString keys[] = {tr("Onset"), tr("Apex"), tr("Offset")};
    const int index = static_cast<int>(handle);
    auto* label = new QLabel(marks[index] + QStringLiteral("  ") + keys[index]);
    m_box->setKeyboardTracking(false);
    m_box->setMinimum(-1);
    m_box->setSpecialValueText(handle == Handle::Apex ? tr("none") : QStringLiteral("–"));
    m_box->setAccelerated(true);
    m_box->setAccessibleName(tr("%1, frame").arg(keys[index]));
    label->setBuddy(m_box);
    m_time->setProperty("faint", true);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_go->setIcon(themeIcon("go-jump"));
    m_go->setAutoRaise(true);
    m_go->setFocusPolicy(Qt::TabFocus);
    m_go->setAccessibleName(tr("Go to the %1").arg(handleText(handle)));
    m_go->setToolTip(m_go->accessibleName());
    grid->addWidget(label, row, 0);
    grid->addWidget(m_box, row, 1);
    grid->addWidget(m_time, row, 2);
    grid->addWidget(m_go, row, 3);
    connect(m_box, &QSpinBox::valueChanged, this, [this](int value) {
        if (value >= 0)
            emit edited(m_handle, FrameIndex{value});
    });
    connect(m_go, &QToolButton::clicked, this, [this] {
        if (m_box->value() >= 0)
            emit visited(FrameIndex{m_box->value()});
    });
}

void HandleRow::show(std::optional<FrameIndex> frame, const FilmTiming& timing) {
    const QSignalBlocker quiet(m_box);
    m_box->setMaximum(static_cast<int>(std::max(timing.frames() - 1, frame.value_or(FrameIndex{0}).value)));
    m_box->setValue(frame ? static_cast<int>(frame->value) : -1);
    m_time->setText(frame && !timing.empty() ? timeText(timing.timeS(*frame)) : QString());
    m_go->setEnabled(frame.has_value());
}

void HandleRow::setEditable(bool editable) {
    m_box->setReadOnly(!editable);
    m_box->setButtonSymbols(editable ? QAbstractSpinBox::UpDownArrows : QAbstractSpinBox::NoButtons);
}

} // namespace mien::ui
