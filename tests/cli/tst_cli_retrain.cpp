// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "support/reviewed_demo.h"
#include "support/test_program.h"

namespace tst_cli_retrain {

using namespace mien;
using namespace mien::test;

class TestCliRetrain : public QObject {
    Q_OBJECT

    QTemporaryDir m_dir;

    std::filesystem::path at(const char* name) const { return m_dir.filePath(name).toStdString(); }
    CliResult run(const QStringList& arguments) const { return cli(arguments, m_dir.path()); }

private slots:
    void initTestCase() {
        makeProject(at("study.mien"), "ann", reviewedDemo(at("films"), 3));
        makeProject(at("untouched.mien"), "ann", {});
        MIEN_VERIFY(spotting::writeModel(at("old"), ignorantModel("Old", 25)));
    }

    void correctionsBecomeAModelThatSpots() {
        const auto result = run({"--json", "-", "--seed", "1", "train", "corrections", "study.mien", "--out",
                                 "run", "--old", "old", "--name", "Ann's"});
        QVERIFY2(result.code == 0, result.err);
        const auto d = result.json();
        QCOMPARE(d["films"], Json(3));
        QCOMPARE(d["expressions"], Json(12));
        QCOMPARE(d["went_on"], Json(true));
        QCOMPARE(d["held_out"]["subjects"], Json(3));
        QCOMPARE(d["better"], Json(true));
        QVERIFY(d["held_out"]["overall"]["new"]["f1"].get<double>() >
                d["held_out"]["overall"]["old"]["f1"].get<double>());
        QVERIFY(!QFile::exists(m_dir.filePath("run/checkpoints")));
        const auto model = spotting::readModel(at("run/model"));
        MIEN_VERIFY(model);
        QCOMPARE(model->model.name, std::string("Ann's"));
        QVERIFY(model->card.find("train corrections study.mien") != std::string::npos);
        QVERIFY(model->model.provenance.retrained->passed());
        const auto again = run({"train", "corrections", "study.mien", "--out", "run", "--old", "old"});
        QCOMPARE(again.code, 3);
        QVERIFY(again.isOneSentence());
    }

    void aSecondRoundSaysThatNobodyIsLeftToCompareOn() {
        const auto result = run(
            {"--json", "-", "train", "corrections", "study.mien", "--out", "second", "--old", "run/model"});
        QVERIFY2(result.code == 0, result.err);
        const auto d = result.json();
        QCOMPARE(d["people_known_to_old"], Json(3));
        QVERIFY(d["held_out"].is_null());
        QCOMPARE(d["better"], Json(false));
        QVERIFY(d["verdict"].get<std::string>().find("learnt from 3") != std::string::npos);
    }

    void theRecipeMayBeChangedOrAnother() {
        const QStringList train{"--json", "-",   "train",   "corrections", "study.mien",
                                "--old",  "old", "--folds", "2",           "--out"};
        const auto changed = run(train + QStringList{"changed", "--set", "epochs=2"});
        QVERIFY2(changed.code == 0, changed.err);
        QCOMPARE(changed.json()["went_on"], Json(true));
        const auto one = spotting::readModelManifest(at("changed/model"));
        MIEN_VERIFY(one);
        QCOMPARE(one->recipe.optimisation.epochs, 2);
        QCOMPARE(one->recipe.optimisation.learningRate, 0.01); // a tenth of the old one's, as without --set
        QCOMPARE(one->recipe.shape.temporalWidth, 16);

        const auto other = run(
            train + QStringList{"other", "--preset", "auw-gcn", "--set", "epochs=1", "--set", "prior=none"});
        QVERIFY2(other.code == 0, other.err);
        QCOMPARE(other.json()["went_on"], Json(false));
        QVERIFY(other.json()["warnings"].dump().find("began from chance") != std::string::npos);
        const auto two = spotting::readModelManifest(at("other/model"));
        MIEN_VERIFY(two);
        QCOMPARE(two->recipe.preset, std::string("auw-gcn"));
        QCOMPARE(two->recipe.shape.graphLayers, 1);

        for (const QStringList& wrong :
             {QStringList{"--set", "epochs=0"}, QStringList{"--set", "nothing=1"}, QStringList{"--set", "x"},
              QStringList{"--set", "selection=oracle"}, QStringList{"--preset", "mine"}}) {
            const auto refused = run(train.mid(2) + QStringList{"none"} + wrong);
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.isOneSentence(), refused.err);
        }
        QVERIFY(!QFile::exists(m_dir.filePath("none")));
    }

    void whatIsMissingIsSaidInOneSentence() {
        const auto nobody = run({"train", "corrections", "untouched.mien", "--out", "none", "--old", "old"});
        QCOMPARE(nobody.code, 2);
        QVERIFY(nobody.isOneSentence());
        const auto stranger =
            run({"train", "corrections", "study.mien", "--out", "none", "--old", "old", "--coder", "bob"});
        QCOMPARE(stranger.code, 2);
        QVERIFY(stranger.isOneSentence());
        const auto absent = run({"train", "corrections", "study.mien", "--out", "none", "--old", "nowhere"});
        QCOMPARE(absent.code, 5);
        QVERIFY(absent.isOneSentence());
        QVERIFY(!QFile::exists(m_dir.filePath("none")));
    }
};

MIEN_TEST(TestCliRetrain)

} // namespace tst_cli_retrain

#include "tst_cli_retrain.moc"
