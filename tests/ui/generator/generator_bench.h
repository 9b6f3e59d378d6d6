// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/generator.h"
#include "support/verify.h"
#include "ui/generator/face_choice.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"
#include "ui/settings/theme.h"

#include <QApplication>
#include <QDir>
#include <QTranslator>

namespace mien::test {

/// The portrait that comes with the program.
inline ui::FaceChoice demoFace() {
    return {"warp", MIEN_SOURCE_DIR "/resources/demo/astronaut.png", 0, 1};
}

/// Empty where the development data is absent.
inline ui::FaceChoice rigFace() {
    const auto folder = sharedData("ict-facekit");
    return std::filesystem::exists(folder) ? ui::FaceChoice{"rig", folder, 0, 3} : ui::FaceChoice{};
}

/// MIEN_SHOTS=FOLDER: tests that can take screenshots put them there.
inline bool wantsPictures() {
    return qEnvironmentVariableIsSet("MIEN_SHOTS");
}

inline void useTheme(ui::ThemeChoice theme) {
    auto& app = *qobject_cast<QApplication*>(QCoreApplication::instance());
    ui::applyTheme(app, theme);
    app.setFont(QFont(QStringLiteral("DejaVu Sans"), 10));
    static QTranslator words; // MIEN_SHOTS_QM=FILE: the screenshots in another language
    if (words.isEmpty() && words.load(qEnvironmentVariable("MIEN_SHOTS_QM")))
        app.installTranslator(&words);
}

inline void shoot(QWidget& widget, ui::ThemeChoice theme, const char* name) {
    const QDir folder(qEnvironmentVariable("MIEN_SHOTS"));
    folder.mkpath(".");
    widget.grab().save(folder.filePath(
        QStringLiteral("%1-%2.png").arg(name, theme == ui::ThemeChoice::Dark ? "dark" : "light")));
}

} // namespace mien::test
