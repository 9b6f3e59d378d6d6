// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ui_bench.h"
#include "ui/player/face_stage.h"
#include "ui/shell/main_window.h"
#include "ui/shell/message_bar.h"

namespace mien::test {

/// A whole window on folders of its own, in front and with the keyboard.
struct WindowBench {
    QTemporaryDir folder;
    ui::Settings settings{folder.filePath("settings.ini")};
    ui::Workbench bench{settings, ui::Folders{folder.filePath("projects"), folder.filePath("cache"),
                                              folder.filePath("models")}};
    ui::MainWindow window{bench};

    WindowBench() {
        window.resize(1280, 860);
        window.show();
        window.activateWindow();
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QWidget* target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
        QTest::keyClick(target, static_cast<Qt::Key>(key), modifiers);
        QCoreApplication::processEvents(); // a person leaves the event loop time between two keys
    }
    /// Letters, digits, ',' '.' and '\n' as keys.
    void type(const char* keys) {
        for (const char* key = keys; *key; ++key)
            press(*key == '\n' ? int(Qt::Key_Return) : QChar(*key).toUpper().unicode());
    }
    bool showsFrame(std::int64_t frame) {
        return QTest::qWaitFor([&] { return window.stage().displayedFrame() == FrameIndex{frame}; }, 30000);
    }
    bool openFilm(const QString& path) {
        window.openPaths({path});
        const bool shown = QTest::qWaitFor(
            [&] { return !bench.document.timing().empty() && window.stage().displayedFrame(); }, 30000);
        window.stage().setFocus();
        return shown;
    }
};

} // namespace mien::test
