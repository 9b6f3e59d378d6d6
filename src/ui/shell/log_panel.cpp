// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/log_panel.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QFontDatabase>
#include <QPointer>
#include <QTime>

namespace mien::ui {
namespace {

constexpr int kLines = 5000;

} // namespace

LogPanel::LogPanel(QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setMaximumBlockCount(kLines);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setAccessibleName(tr("Log"));
    setTabChangesFocus(true);
    // The sink outlives this panel and is called from any thread: it holds a relay, not the panel.
    auto relay = std::make_shared<QPointer<LogPanel>>(this);
    addLogSink([relay](LogLevel, std::string_view text) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [relay, line = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()))] {
                if (*relay)
                    (*relay)->add(line);
            },
            Qt::QueuedConnection);
    });
}

void LogPanel::add(const QString& line) {
    appendPlainText(QTime::currentTime().toString("HH:mm:ss  ") + line);
}

} // namespace mien::ui
