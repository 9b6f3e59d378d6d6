// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/test_program.h"
#include "support/window_bench.h"
#include "ui/settings/keys_page.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/export_events.h"
#include "ui/shell/info_dialogs.h"

#include <QLineEdit>
#include <QSet>

namespace tst_window {

using namespace mien;
using namespace mien::ui;

class TestWindow : public QObject {
    Q_OBJECT

private slots:
    void noTwoActionsShareAKeyWhereBothCouldAnswer() {
        test::WindowBench w;
        const auto& specs = w.bench.actions.specs();
        QVERIFY(specs.size() > 60);
        for (std::size_t i = 0; i < specs.size(); ++i)
            for (std::size_t j = i + 1; j < specs.size(); ++j)
                if (overlap(specs[i].context, specs[j].context))
                    for (const QKeySequence& key : specs[i].keys)
                        QVERIFY2(!specs[j].keys.contains(key),
                                 qPrintable(specs[i].id + " and " + specs[j].id + ": " + key.toString()));
    }

    void everyActionHasATextAndAUniqueName() {
        test::WindowBench w;
        QSet<QString> ids;
        for (const ActionSpec& spec : w.bench.actions.specs()) {
            QVERIFY(!ids.contains(spec.id));
            ids.insert(spec.id);
            QVERIFY(!spec.text.isEmpty());
            QVERIFY(!spec.group.isEmpty());
        }
    }

    void everyControlHasANameForScreenReaders() {
        test::WindowBench w;
        QStringList unnamed;
        for (QWidget* widget : w.window.findChildren<QWidget*>()) {
            const QString type = widget->metaObject()->className();
            const bool ours = type.startsWith("mien::") || type == "QPushButton" || type == "QToolButton" ||
                              type == "QLineEdit" || type == "QListView" || type == "QSlider" ||
                              type == "QSpinBox" || type == "QComboBox" || type == "QPlainTextEdit";
            const bool ofQt =
                widget->objectName().startsWith("qt_") || qobject_cast<QWidget*>(widget->parent()) == nullptr;
            if (ours && !ofQt && widget->focusPolicy() != Qt::NoFocus && widget->accessibleName().isEmpty() &&
                !widget->parent()->inherits("QAbstractSpinBox") && !widget->parent()->inherits("QComboBox"))
                unnamed << type + " in " + widget->parent()->metaObject()->className();
        }
        QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(", ")));
    }

    void thePaletteFindsActionsByTheirLetters() {
        test::WindowBench w;
        CommandPalette palette(w.bench.actions);
        palette.setQuery("keys");
        QVERIFY(!palette.firstMatch().isEmpty());
        palette.setQuery("light or");
        QCOMPARE(palette.firstMatch(), QString("view.theme"));
        palette.setQuery("opnflm");
        QCOMPARE(palette.firstMatch(), QString("file.open"));
        palette.setQuery("qqqq");
        QVERIFY(palette.firstMatch().isEmpty());
    }

    void theKeysSheetNamesEveryKeyedAction() {
        test::WindowBench w;
        const QString html = keysSheetHtml(w.bench.actions);
        for (const ActionSpec& spec : w.bench.actions.specs())
            if (!spec.keys.isEmpty())
                QVERIFY2(html.contains(spec.text.toHtmlEscaped()), qPrintable(spec.id));
    }

    void theAboutPageCarriesTheLandmarkModelsLicence() {
        const QString html = aboutHtml();
        QVERIFY(html.contains("landmarks-68"));
        QVERIFY(html.contains("research", Qt::CaseInsensitive));
    }

    void workspacesShowTheirPanelsAndResetBringsThemBack() {
        test::WindowBench w;
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        auto* score = w.window.findChild<QWidget*>("score");
        auto* queue = w.window.findChild<QWidget*>("queue");
        QVERIFY(!score->isVisible()); // without a film there is only the page that says what to do
        QVERIFY(w.openFilm(folder.filePath("f.mp4")));
        QVERIFY(score->isVisible());
        w.press(Qt::Key_2, Qt::ControlModifier);
        QVERIFY(!score->isVisible());
        QVERIFY(queue->isVisible());
        w.press(Qt::Key_1, Qt::ControlModifier);
        QVERIFY(score->isVisible());
        score->hide();
        w.bench.actions.action("view.reset")->trigger();
        QVERIFY(score->isVisible());
    }

    void facesAreHiddenAtOnce() {
        test::WindowBench w;
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        QVERIFY(w.openFilm(folder.filePath("f.mp4")));
        const auto brightest = [&] {
            const QImage picture = w.window.stage().grab().toImage();
            int most = 0;
            for (int y = 60; y < picture.height() - 80; y += 4)
                for (int x = 0; x < picture.width(); x += 4)
                    most = std::max(most, qGray(picture.pixel(x, y)));
            return most;
        };
        QVERIFY(brightest() > 190); // the square of the film
        w.press(Qt::Key_F12);
        QVERIFY(w.window.stage().facesHidden());
        QVERIFY(brightest() < 190);
        w.press(Qt::Key_F12);
        QVERIFY(brightest() > 190);
    }

    void digitsInATextFieldAreText() {
        test::WindowBench w;
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        QVERIFY(w.openFilm(folder.filePath("f.mp4")));
        w.press(Qt::Key_I);
        QLineEdit* code = nullptr;
        for (auto* edit : w.window.findChildren<QLineEdit*>())
            if (edit->accessibleName() == "Action units")
                code = edit;
        QVERIFY(code);
        code->setFocus();
        QTest::keyClicks(code, "12b");
        QCOMPARE(code->text(), QString("12b"));
        QVERIFY(!w.bench.codeEntry.open());
        QVERIFY(!w.window.stage().playback().playing());
    }

    void aCopyOfTheProjectGoesOnInItsNewPlace() {
        test::WindowBench w;
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        QVERIFY(w.openFilm(folder.filePath("f.mp4")));
        QVERIFY(w.bench.opener.isAutomatic(w.bench.document.path()));
        w.press(Qt::Key_I);
        const auto events = w.bench.document.events();
        const QString copy = folder.filePath("mine.mien");
        w.bench.opener.saveAs(copy);
        QTRY_COMPARE(w.bench.document.path(), copy);
        QTRY_VERIFY(!w.bench.document.timing().empty());
        QCOMPARE(w.bench.document.events(), events);
    }

    void whatCannotBeCopiedGoesOnInItsOldPlace() {
        test::WindowBench w;
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        QVERIFY(w.openFilm(folder.filePath("f.mp4")));
        w.press(Qt::Key_I);
        const auto events = w.bench.document.events();
        const QString path = w.bench.document.path();
        w.bench.opener.saveAs(folder.filePath("absent/mine.mien"));
        QTRY_COMPARE(w.bench.document.path(), path);
        QTRY_VERIFY(!w.bench.document.timing().empty());
        QCOMPARE(w.bench.document.events(), events);
        QFile log(folder.filePath("other.mien-wal")); // of a project that is open elsewhere
        QVERIFY(log.open(QIODevice::WriteOnly));
        log.write("edits");
        log.close();
        w.bench.opener.saveAs(folder.filePath("other.mien"));
        QTRY_COMPARE(w.bench.document.path(), path);
        QVERIFY(!QFile::exists(folder.filePath("other.mien")));
        QTRY_VERIFY(!w.bench.document.timing().empty());
    }

    void movedFilmsAreFoundAgain() {
        test::WindowBench w;
        QTemporaryDir folder;
        const QString film = folder.filePath("f.mp4");
        test::writeFilm(film, 30);
        QVERIFY(w.openFilm(film));
        w.press(Qt::Key_I);
        const auto events = w.bench.document.events();
        const QString project = w.bench.document.path();
        QTRY_VERIFY(!w.bench.document.currentMedia()->sha256.empty());
        w.bench.opener.close();
        w.bench.document.setProject(nullptr);
        QVERIFY(QDir(folder.path()).mkpath("deep/er"));
        QVERIFY(QFile::rename(film, folder.filePath("deep/er/g.mp4")));
        w.window.openPaths({project});
        QTRY_VERIFY(w.window.messages().text().contains("f.mp4"));
        QVERIFY(w.bench.document.timing().empty());
        w.bench.opener.relink(folder.path());
        QTRY_VERIFY(!w.bench.document.timing().empty());
        QCOMPARE(QString::fromStdString(w.bench.document.currentMedia()->path.string()),
                 folder.filePath("deep/er/g.mp4"));
        QCOMPARE(w.bench.document.events(), events);
    }

    void eventsAreExportedWithTimes() {
        test::WindowBench w;
        QTemporaryDir folder;
        test::writeFilm(folder.filePath("f.mp4"), 30);
        QVERIFY(w.openFilm(folder.filePath("f.mp4")));
        w.bench.selection.setCurrentFrame({10});
        w.bench.coding.mark(Handle::Onset);
        const auto rows = eventsForExport(*w.bench.document.project(), w.bench.document.currentMedia()->id,
                                          w.bench.document.timing());
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows.front().onset.value, 10);
        QVERIFY(std::abs(*rows.front().onsetS - 0.4) < 1e-6);
        for (const QString& filter : exportFilters().split(";;"))
            QVERIFY(annotation::eventTableFormat(exportFormatOf(filter)));
    }
};

MIEN_UI_TEST(TestWindow)

} // namespace tst_window

#include "tst_window.moc"
