// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/display_guard.h"
#include "ui/shell/main_window.h"
#include "ui/shell/session.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QTranslator>

#include <cstdio>
#include <optional>

namespace {

constexpr int kUsage = 2;
constexpr int kLacking = 5; ///< exit codes as on the command line

} // namespace

int main(int argc, char** argv) {
    using namespace mien::ui;
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    QCoreApplication::setApplicationName("mien");
    QCoreApplication::setOrganizationName("mien");
    QCoreApplication::setApplicationVersion(MIEN_VERSION);

    // What needs no window needs no display either.
    const auto line = parseCommandLine(withoutToolkitOptions(arguments));
    if (!line) {
        std::fprintf(stderr, "mien: %s\n", line.error().sentence().c_str());
        return kUsage;
    }
    if (line->help) {
        const QCoreApplication plain(argc, argv);
        std::fputs(qUtf8Printable(commandLineHelp()), stdout);
        return 0;
    }
    if (line->version) {
        std::puts("mien " MIEN_VERSION);
        return 0;
    }
    switch (screenFor(*line, arguments)) {
    case Screen::AsUsual:
        break;
    case Screen::Offscreen:
        qputenv("QT_QPA_PLATFORM", "offscreen");
        break;
    case Screen::Lacking:
        std::fputs("mien: There is no display to open a window on. Start it in a desktop session, add "
                   "--screenshot PNG for a picture of the window, or use mien-cli.\n",
                   stderr);
        return kLacking;
    }

    if (!line->screenshot.isEmpty())
        preferDisplayButTakeNone();
    std::optional<DisplayGuard> guard(kLacking);
    QApplication app(argc, argv);
    guard.reset();
    QApplication::setApplicationDisplayName("Mien");
    QApplication::setWindowIcon(QIcon(":/icons/mien.svg"));

    Settings settings;
    QTranslator plurals; // English, below the chosen language: "1 frame", "2 frames"
    if (plurals.load(":/translations/mien_en.qm"))
        QApplication::installTranslator(&plurals);
    QTranslator translator;
    const QString chosen = settings.language();
    const QLocale locale = chosen.isEmpty() ? QLocale() : QLocale(chosen);
    if (translator.load(locale, "mien", "_", ":/translations"))
        QApplication::installTranslator(&translator);

    Workbench bench(settings, Folders::ofUser());
    MainWindow window(bench);
    if (line->size.isValid())
        window.resize(line->size);
    window.show();
    startSession(window, *line);
    return QApplication::exec();
}
