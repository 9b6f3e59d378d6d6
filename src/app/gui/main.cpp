// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"
#include "ui/shell/session.h"

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QTranslator>

#include <cstdio>

int main(int argc, char** argv) {
    using namespace mien::ui;
    QApplication app(argc, argv);
    QApplication::setApplicationName("mien");
    QApplication::setApplicationDisplayName("Mien");
    QApplication::setOrganizationName("mien");
    QApplication::setApplicationVersion(MIEN_VERSION);
    QApplication::setWindowIcon(QIcon(":/icons/mien.svg"));

    const auto line = parseCommandLine(QApplication::arguments());
    if (!line) {
        std::fprintf(stderr, "mien: %s\n", line.error().sentence().c_str());
        return 2;
    }
    if (line->help) {
        std::fputs(qUtf8Printable(commandLineHelp()), stdout);
        return 0;
    }
    if (line->version) {
        std::puts("mien " MIEN_VERSION);
        return 0;
    }

    Settings settings;
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
