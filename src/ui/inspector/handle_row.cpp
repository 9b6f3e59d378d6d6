// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/handle_row.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

namespace mien::ui {

HandleRow::HandleRow(Handle handle, QGridLayout* grid, int column, QWidget* owner)
    : QObject(owner), m_handle(handle), m_box(new QSpinBox), m_time(new QLabel), m_go(new QToolButton) {
    const QString marks[] = {QStringLiteral("▷"), QStringLiteral("▲"), QStringLiteral("◁")};
    const QString keys[] = {tr("Onset"), tr("Apex"), tr("Offset")};
    const int index = static_cast<int>(handle);
    m_box->setKeyboardTracking(false);
    m_box->setMinimum(-1);
    m_box->setSpecialValueText(handle == Handle::Apex ? tr("none") : QStringLiteral("–"));
    m_box->setAccelerated(true);
    m_box->setAccessibleName(tr("%1, frame").arg(keys[index]));
    m_time->setProperty("faint", true);
    m_time->setContentsMargins(4, 0, 0, 0);
    m_go->setText(marks[index] + QStringLiteral("  ") + keys[index]);
    m_go->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_go->setAutoRaise(true);
    m_go->setStyleSheet(QStringLiteral("QToolButton { padding: 1px 4px; text-align: left; }"));
    m_go->setFocusPolicy(Qt::TabFocus);
    m_go->setAccessibleName(tr("Go to the %1").arg(handleText(handle)));
    m_go->setToolTip(m_go->accessibleName());
    grid->addWidget(m_go, 0, column, Qt::AlignLeft);
    grid->addWidget(m_box, 1, column);
    grid->addWidget(m_time, 2, column);
    grid->setColumnStretch(column, 1);
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
