// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace mien::ui {

/// One sentence above the stage. Never blocks; an error stays until it is closed or another comes.
class MessageBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Info, Warning, Error };

    explicit MessageBar(QWidget* parent = nullptr);

    void say(Kind kind, const QString& sentence);
    QString text() const;
    Kind kind() const { return m_kind; }

private:
    QLabel* m_icon;
    QLabel* m_text;
    QTimer m_timer;
    Kind m_kind = Kind::Info;
};

} // namespace mien::ui
