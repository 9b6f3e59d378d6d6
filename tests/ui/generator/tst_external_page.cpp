// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the generator `external`, against a server of the test's own: no model runs.
#include "core/synthesis/render_clip.h"
#include "generator_bench.h"
#include "support/fake_comfyui.h"
#include "support/test_program.h"
#include "ui/generator/external_page.h"

#include <QPlainTextEdit>
#include <QTemporaryDir>

namespace tst_external_page {

using namespace mien;
using namespace mien::ui;
using test::FakeComfyUi;
using Model = ExternalPage::Model;

namespace {

struct Bench {
    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.ini")};
    JobList jobs;
    ExternalPage page{settings, jobs};

    Bench() {
        page.setFace(test::demoFace());
        page.setOut(folder.filePath("out"));
    }
    Model checked() {
        page.check();
        (void)QTest::qWaitFor([&] { return page.model() != Model::Checking; }, 20000);
        return page.model();
    }
};

} // namespace

class TestExternalPage : public QObject {
    Q_OBJECT

private slots:
    void whereNoServerAnswersThePageSaysSo() {
        Bench b;
        int port = 0;
        {
            FakeComfyUi gone;
            port = gone.port;
        }
        b.page.setServer(QString("http://127.0.0.1:%1").arg(port));
        QCOMPARE(b.page.model(), Model::Unknown);
        QCOMPARE(b.checked(), Model::Absent);
        QVERIFY2(b.page.modelText().contains(QString::number(port)), qPrintable(b.page.modelText()));
        QVERIFY(!b.page.ready());
        // Another address is another question.
        b.page.setServer("http://127.0.0.1:1");
        QCOMPARE(b.page.model(), Model::Unknown);
        QVERIFY(b.page.ready());
    }

    void onlyThisMachineIsAsked() {
        Bench b;
        for (const char* address :
             {"http://192.168.0.7:8188", "http://example.org", "https://127.0.0.1", ""}) {
            b.page.setServer(address);
            QCOMPARE(b.page.model(), Model::Absent);
            QVERIFY(!b.page.modelText().isEmpty());
            QVERIFY(!b.page.ready());
        }
    }

    void aServerIsThereWhenItHasEveryNodeAndGetsNoPictureForThat() {
        FakeComfyUi server;
        Bench b;
        b.page.setServer(QString::fromStdString(server.address()));
        QCOMPARE(b.checked(), Model::There);
        {
            const std::lock_guard lock(server.mutex);
            QVERIFY(server.uploads.empty());
            server.missingNodes = {"CheckpointLoaderSimple", "LTXVImgToVideo", "LoadImage"};
        }
        QCOMPARE(b.checked(), Model::Absent);
        QVERIFY2(b.page.modelText().contains("node") || b.page.modelText().contains("LTX"),
                 qPrintable(b.page.modelText()));
    }

    void aCommandNeedsItsPlaceholdersAndAProgram() {
        Bench b;
        b.page.setCommand("no-such-program-here -i {image} -p {prompt} -o {out}.mp4");
        QCOMPARE(b.page.model(), Model::Unknown);
        QCOMPARE(b.checked(), Model::Absent);
        QVERIFY(b.page.modelText().contains("no-such-program-here"));
        b.page.setCommand("sh -c {image} {prompt}");
        QCOMPARE(b.page.model(), Model::Absent); // no {out}
        QVERIFY(b.page.modelText().contains("{out}"));
        b.page.setCommand("sh -i {image} -p {prompt} -o {out}.mp4");
        QCOMPARE(b.checked(), Model::There);
    }

    void whatIsAskedForIsShownAndARigIsNoBeginning() {
        Bench b;
        QVERIFY(b.page.ready());
        auto* prompt = b.page.findChild<QPlainTextEdit*>();
        QVERIFY(!prompt->toPlainText().isEmpty());
        b.page.setFace({"rig", "/somewhere", 0, 3});
        QVERIFY(!b.page.ready());
        QVERIFY(prompt->toPlainText().isEmpty());
        QVERIFY(b.page.sentence().contains("portrait"));
    }

    void filmsAreMadeAndWhatWasRefusedIsCounted() {
        QTemporaryDir made;
        synthesis::ClipSpec spec; // a still film: no expression in it
        spec.source = std::filesystem::path(MIEN_SOURCE_DIR) / "resources/demo/astronaut.png";
        spec.frames = 161;
        spec.fps = {24, 1};
        spec.size = 256;
        const auto still = synthesis::renderClip(spec, made.filePath("still").toStdString(), {});
        MIEN_VERIFY(still);
        FakeComfyUi server({still->film});
        Bench b;
        b.page.setServer(QString::fromStdString(server.address()));
        b.page.generate();
        QVERIFY(b.page.running());
        QVERIFY(QTest::qWaitFor([&] { return !b.page.running(); }, 240000));
        QCOMPARE(b.page.model(), Model::There);
        QVERIFY2(b.page.state().contains("expression 3"), qPrintable(b.page.state())); // three attempts
        QVERIFY(QFile::exists(b.folder.filePath("out/manifest.json")));
    }

    void cancellingIsNoFailure() {
        FakeComfyUi server;
        server.never = true;
        Bench b;
        b.page.setServer(QString::fromStdString(server.address()));
        b.page.generate();
        QVERIFY(QTest::qWaitFor(
            [&] {
                const std::lock_guard lock(server.mutex);
                return !server.prompts.empty();
            },
            20000));
        b.page.cancel();
        QVERIFY(QTest::qWaitFor([&] { return !b.page.running(); }, 20000));
        QVERIFY2(b.page.state().contains("Stopped"), qPrintable(b.page.state()));
        QVERIFY(b.page.ready());
    }
};

MIEN_UI_TEST(TestExternalPage)

} // namespace tst_external_page

#include "tst_external_page.moc"
