// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace mien::ui {

/// The program's log, newest line last; also everything the message bar said.
class LogPanel : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit LogPanel(QWidget* parent = nullptr);
    void add(const QString& line);
};

} // namespace mien::ui
