// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/close_button.h"

#include <QToolButton>

namespace mien::ui {

QToolButton* makeCloseButton(const QString& name) {
    auto* button = new QToolButton;
    button->setText(QStringLiteral("✕"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

} // namespace mien::ui
