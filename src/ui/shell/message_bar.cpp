// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/message_bar.h"

#include "ui/settings/close_button.h"
#include "ui/settings/icons.h"
#include "ui/settings/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace mien::ui {
namespace {

constexpr int kInfoMs = 8000;

} // namespace

MessageBar::MessageBar(QWidget* parent) : QFrame(parent), m_icon(new QLabel), m_text(new QLabel) {
    setAccessibleName(tr("Message"));
    setObjectName("messageBar");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(10);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = makeCloseButton(tr("Close the message"));
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    row->addWidget(close, 0, Qt::AlignTop);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    m_timer.setSingleShot(true);
    m_timer.setInterval(kInfoMs);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    hide();
}

QString MessageBar::text() const {
    return m_text->text();
}

void MessageBar::say(Kind kind, const QString& sentence) {
    if (sentence.isEmpty())
        return hide();
    m_kind = kind;
    const Tones tones = tonesOf(themeOf(palette()));
    const QColor edge = kind == Kind::Error     ? tones.bad
                        : kind == Kind::Warning ? tones.warning
                                                : tones.accent;
    setStyleSheet(QStringLiteral("#messageBar { background: %1; border-left: 4px solid %2; }")
                      .arg(tones.raised.name(), edge.name()));
    const char* icons[] = {"dialog-information", "dialog-warning", "dialog-error"};
    m_icon->setPixmap(themeIcon(icons[static_cast<int>(kind)]).pixmap(18, 18));
    m_text->setText(sentence);
    setAccessibleDescription(sentence);
    show();
    if (kind == Kind::Info)
        m_timer.start();
    else
        m_timer.stop();
}

} // namespace mien::ui
