// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/display_guard.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace mien::ui {
namespace {

// A message handler is a plain function: what it must know has to lie beside it.
struct Guarding {
    QtMessageHandler before = nullptr;
    int exitCode = 0;
};

Guarding& guarding() {
    static Guarding one;
    return one;
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& text) {
    if (type == QtFatalMsg) {
        std::fprintf(stderr, "mien: %s\n", qUtf8Printable(displaySentence()));
        std::fflush(stderr);
        std::_Exit(guarding().exitCode);
    }
    // "could not connect to display" and the like: the sentence says it
    if (context.category && QByteArrayView(context.category).startsWith("qt.qpa"))
        return;
    if (guarding().before)
        guarding().before(type, context, text);
}

QString words(const char* text) {
    return QCoreApplication::translate("Display", text);
}

} // namespace

DisplayGuard::DisplayGuard(int exitCode) {
    guarding() = {qInstallMessageHandler(handle), exitCode};
}

DisplayGuard::~DisplayGuard() {
    qInstallMessageHandler(guarding().before);
}

QString displaySentence() {
    const QString next = words(QT_TRANSLATE_NOOP(
        "Display",
        "Start Mien in a desktop session, add --screenshot PNG for a picture of the window, or use "
        "mien-cli."));
    for (const char* variable : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"})
        if (!qEnvironmentVariableIsEmpty(variable))
            return words(QT_TRANSLATE_NOOP("Display",
                                           "No window can be opened on the display that %1 names (%2): it "
                                           "cannot be reached."))
                       .arg(QLatin1String(variable), qEnvironmentVariable(variable)) +
                   ' ' + next;
    return words(QT_TRANSLATE_NOOP("Display", "No window can be opened here.")) + ' ' + next;
}

void preferDisplayButTakeNone() {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM",
                qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ? "xcb;offscreen" : "wayland;xcb;offscreen");
}

} // namespace mien::ui
