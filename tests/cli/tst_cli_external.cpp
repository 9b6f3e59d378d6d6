// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/expression_films.h"
#include "support/fake_comfyui.h"
#include "support/test_program.h"

#include <opencv2/imgcodecs.hpp>

namespace tst_cli_external {

using namespace mien;
using namespace mien::test;
namespace fs = std::filesystem;

/// `synth external` against a server and a program of the test's own: no model runs here.
class TestCliExternal : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_films = std::make_unique<ExpressionFilms>(fs::path(m_dir.path().toStdString()));
        // libpng warns of the colour profile in the demo's portrait; sentences are counted here.
        m_films->spec.source = m_dir.path().toStdString() + "/portrait.png";
        QVERIFY(cv::imwrite(m_films->spec.source.string(),
                            cv::imread(MIEN_SOURCE_DIR "/resources/demo/astronaut.png")));
        m_good = m_films->good();
        m_still = m_films->still();
    }

    void aServersFilmIsAcceptedAndReadAsADataset() {
        FakeComfyUi server({m_still, m_good});
        server.waitFor = 1;
        const auto result = run({"--server", QString::fromStdString(server.address()), "--out", "set"});
        QVERIFY2(result.code == 0, result.err.constData());
        const auto d = result.json();
        QCOMPARE(d["accepted"], Json(1));
        QCOMPARE(d["films_asked_for"], Json(2));
        QCOMPARE(d["frames_are"], Json("measured"));
        const auto& clip = d["clips"][0];
        QCOMPARE(clip["action_units"], Json("12D+25B"));
        QCOMPARE(clip["rejected"][0]["reasons"], Json::array({"expression"}));
        QVERIFY(clip["measured"]["onset_s"].get<double>() < clip["measured"]["offset_s"].get<double>());
        QCOMPARE(server.prompts.size(), std::size_t{2});
        const auto check =
            cli({"--json", "-", "dataset", "check", "set/clips.csv", "--films", "set"}, m_dir.path());
        QVERIFY2(check.code == 0, check.err.constData());
        QCOMPARE(check.json()["layout"], Json("generic"));
    }

    void aProgramIsAsGoodAsAServer() {
        const auto command = QString("sh -c 'cp \"$0\" \"$1.mp4\"' '%1' {out} {image} {prompt}")
                                 .arg(QString::fromStdString(m_good.string()));
        const auto result = run({"--command", command, "--out", "program"});
        QVERIFY2(result.code == 0, result.err.constData());
        QCOMPARE(result.json()["accepted"], Json(1));
    }

    void noneThatPassesEndsWithThreeAndSaysWhy() {
        FakeComfyUi server({m_still});
        const auto result =
            run({"--server", QString::fromStdString(server.address()), "--out", "none", "--attempts", "1"});
        QCOMPARE(result.code, 3);
        const auto d = result.json();
        QCOMPARE(d["accepted"], Json(0));
        QVERIFY(d["clips"][0]["film"].is_null());
        const auto text = cli(arguments({"--server", QString::fromStdString(server.address()), "--out",
                                         "none", "--attempts", "1"})
                                  .mid(2),
                              m_dir.path());
        QVERIFY(text.out.contains("No expression is found") && text.out.contains("none passed"));
        QCOMPARE(server.prompts.size(), std::size_t{1}); // the second run knew
    }

    void nothingLeavesThisMachine() {
        const auto result = run({"--server", "http://192.168.0.7:8188", "--out", "far"});
        QCOMPARE(result.code, 2);
        QVERIFY(result.isOneSentence());
        QVERIFY(result.err.contains("faces are biometric data and stay on this machine"));
    }

    void whatIsLackingEndsWithFive() {
        QString address;
        {
            FakeComfyUi server;
            address = QString::fromStdString(server.address());
        }
        auto result = run({"--server", address, "--out", "down"});
        QCOMPARE(result.code, 5);
        QVERIFY(result.isOneSentence());
        result = run({"--command", "mien-no-such-program {image} {prompt} {out}", "--out", "down"});
        QCOMPARE(result.code, 5);
        QVERIFY(result.isOneSentence());
        QVERIFY(!fs::exists(m_dir.path().toStdString() + "/down"));
    }

    void wrongUse() {
        for (const QStringList& wrong : {QStringList{"--out", "x"},
                                         {"--server", "127.0.0.1", "--command", "x", "--out", "x"},
                                         {"--command", "x {image}", "--out", "x"},
                                         {"--server", "127.0.0.1", "--out", "x", "--type", "tiny"},
                                         {"--server", "127.0.0.1"}}) {
            const auto result = run(wrong);
            QCOMPARE(result.code, 2);
            QVERIFY(result.isOneSentence());
        }
    }

private:
    QStringList arguments(const QStringList& more) const {
        return QStringList{"--json",
                           "-",
                           "--quiet",
                           "synth",
                           "external",
                           "--source",
                           QString::fromStdString(m_films->spec.source.string()),
                           "--au",
                           "12D+25B",
                           "--frames",
                           QString::number(m_films->spec.frames),
                           "--poll",
                           "0.01"} +
               more;
    }
    CliResult run(const QStringList& more) const { return cli(arguments(more), m_dir.path()); }

    QTemporaryDir m_dir;
    std::unique_ptr<ExpressionFilms> m_films;
    fs::path m_good, m_still;
};

MIEN_TEST(TestCliExternal)

} // namespace tst_cli_external

#include "tst_cli_external.moc"
