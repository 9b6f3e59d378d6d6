// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "core/media/video_writer.h"
#include "core/spotting/network_model.h"
#include "support/test_program.h"

namespace tst_cli_network {

#include <unistd.h>

using namespace mien::test;
using mien::spotting::NetworkModel;

class TestCliNetwork : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString at(const char* name) const { return m_dir.filePath(name); }
    CliResult run(const QStringList& arguments) const { return cli(arguments, m_dir.path()); }

private slots:
    void initTestCase() {
        auto writer = mien::media::VideoWriter::create(at("film.mkv").toStdString(),
                                                       {.width = 64,
                                                        .height = 64,
                                                        .fps = {25, 1},
                                                        .codec = mien::media::VideoCodec::Ffv1,
                                                        .grey = true});
        MIEN_VERIFY(writer);
        for (int i = 0; i < 12; ++i)
            MIEN_VERIFY((*writer)->write(cv::Mat(64, 64, CV_8UC1, cv::Scalar(100))));
        MIEN_VERIFY((*writer)->finish());

        NetworkModel model;
        model.name = "Probe";
        model.recipe = mien::spotting::recipePreset("causal-ex").value();
        MIEN_VERIFY(model.recipe.settle());
        model.normalisation = {{0, 0}, {1, 1}};
        model.correction.null[2] = 0.15;
        const auto network = mien::nn::SpottingNetwork::create(model.recipe.shape, 1);
        MIEN_VERIFY(network);
        MIEN_VERIFY(mien::spotting::writeModel(at("model").toStdString(),
                                               {model, (*network)->weights().value(), "# Probe\n"}));
    }

    void aModelSpotsAndSaysWhichGraphItUsed() {
        const auto result = run({"--json", "-", "spot", "film.mkv", "--model", "model"});
        QCOMPARE(result.code, 0);
        const auto d = result.json();
        QCOMPARE(d["model"]["name"], Json("Probe"));
        QCOMPARE(d["model"]["preset"], Json("causal-ex"));
        QCOMPARE(d["model"]["lambda_null"]["micro-apex"], Json(0.15));
        QCOMPARE(d["model"]["lambda_au"]["macro-apex"], Json(0.0));
        const auto& film = d["films"][0];
        QCOMPARE(film["frames"], Json(12));
        QCOMPARE(film["scorable_fraction"], Json(0.0)); // nobody is in it
        QCOMPARE(film["events"], Json::array());
        QCOMPARE(film["graph"]["directed_edges"], Json(0));
        QVERIFY(!film["graph"]["used"].get<std::string>().empty());
        QVERIFY(d["timing"].contains("network"));
        const auto text = run({"spot", "film.mkv", "--model", "model"});
        QVERIFY(text.out.contains("Graph: "));
        QCOMPARE(
            run({"--json", "-", "--threads", "1", "spot", "film.mkv", "--model", "model"}).json()["films"],
            d["films"]);
    }
    void weightsOfTheCorrectionCanBeGiven() {
        const auto d = run({"--json", "-", "spot", "film.mkv", "--spotter", "network", "--model", "model",
                            "--lambda-null", "0", "--lambda-au", "0.25"})
                           .json();
        for (const auto& [head, value] : d["model"]["lambda_null"].items())
            QCOMPARE(value, Json(0.0));
        for (const auto& [head, value] : d["model"]["lambda_au"].items())
            QCOMPARE(value, Json(0.25));
        for (const char* wrong : {"-1", "much", "nan", "11", "0.5x", ""}) {
            const auto refused = run({"spot", "film.mkv", "--model", "model", "--lambda-null", wrong});
            QCOMPARE(refused.code, 2);
            QVERIFY(refused.isOneSentence());
        }
    }
    void whatIsMissingIsSaid() {
        qputenv("MIEN_MODELS", at("models").toUtf8());
        const auto none = run({"spot", "film.mkv", "--spotter", "network"});
        QCOMPARE(none.code, 5);
        QVERIFY(none.isOneSentence());
        MIEN_VERIFY(mien::spotting::writeModel(at("models/spotter").toStdString(),
                                               mien::spotting::readModel(at("model").toStdString()).value()));
        QCOMPARE(run({"spot", "film.mkv", "--spotter", "network"}).code, 0);
        const auto absent = run({"spot", "film.mkv", "--model", "nowhere"});
        QCOMPARE(absent.code, 5);
        QVERIFY(absent.isOneSentence());
        const auto uncorrectable = run({"spot", "film.mkv", "--lambda-au", "0.5"});
        QCOMPARE(uncorrectable.code, 2);
        QVERIFY(uncorrectable.isOneSentence());
    }
    void aTrainingSaysWhatItCanBeToldAndWhatItCannotUse() {
        const auto options = run({"--json", "-", "train", "options", "--preset", "auw-gcn"});
        QCOMPARE(options.code, 0);
        const auto d = options.json();
        QVERIFY(d["presets"].size() >= 4);
        bool found = false;
        for (const auto& option : d["options"])
            if (option["name"] == "graph-layers") {
                QCOMPARE(option["value"], Json(1));
                found = true;
            }
        QVERIFY(found);
        for (const char* setting :
             {"epochs=0", "epochs=many", "nothing=1", "epochs", "prior=all", "pooling=1"}) {
            const auto refused = run({"loso", "spotting", "no.csv", "--out", "run", "--set", setting});
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.isOneSentence(), refused.err);
        }
        // What stands in the way is said before anything is read or trained, and is left as it is.
        QVERIFY(QDir().mkpath(at("taken/model")));
        writeFile(at("taken/model/me.txt"), "mine");
        writeFile(at("file"), "mine");
        for (const QStringList& wrong :
             {QStringList{"train", "spotting", "no.csv", "--out", "taken"},
              QStringList{"train", "spotting", "no.csv", "--out", "file"},
              QStringList{"loso", "spotting", "no.csv", "--out", "file/run"},
              QStringList{"debias", "spotting", "no.csv", "--run", "file"},
              QStringList{"loso", "spotting", "no.csv", "--out", "nowhere", "--gather"}}) {
            const auto refused = run(wrong);
            QCOMPARE(refused.code, 3);
            QVERIFY2(refused.isOneSentence(), refused.err);
            QVERIFY2(!refused.err.contains("no.csv"), refused.err);
        }
        QCOMPARE(QDir(at("taken")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries), QStringList{"model"});
        if (::geteuid() != 0) { // nothing is closed to the superuser
            QVERIFY(QDir().mkpath(at("closed")));
            QVERIFY(QFile::setPermissions(at("closed"), QFile::ReadOwner | QFile::ExeOwner));
            const auto closed = run({"train", "spotting", "no.csv", "--out", "closed/run"});
            QCOMPARE(closed.code, 3);
            QVERIFY2(closed.isOneSentence() && closed.err.contains("Permission denied"), closed.err);
        }
        const auto absent = run({"train", "spotting", "no.csv", "--out", "run"});
        QCOMPARE(absent.code, 3);
        QVERIFY(absent.isOneSentence());
        QVERIFY(!QFile::exists(at("run")));
    }
    void debiasingNeedsARunOrAModelAndItsFilms() {
        for (const QStringList& wrong : {QStringList{}, QStringList{"--run", "run", "--model", "model"},
                                         QStringList{"--model", "model", "--objective", "beauty"},
                                         QStringList{"--run", "run", "--f1-loss", "2"}}) {
            const auto refused = run(QStringList{"debias", "spotting", "no.csv"} + wrong);
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.isOneSentence(), refused.err);
        }
        QFile before(at("model/card.md"));
        QVERIFY(before.open(QIODevice::ReadOnly));
        const auto card = before.readAll();
        const auto nowhere = run({"debias", "spotting", "no.csv", "--model", "nowhere"});
        QCOMPARE(nowhere.code, 5); // the model is looked at before the films
        QVERIFY(nowhere.isOneSentence());
        const auto absent = run({"debias", "spotting", "no.csv", "--model", "model"});
        QCOMPARE(absent.code, 3);
        QVERIFY(absent.isOneSentence());
        QFile after(at("model/card.md"));
        QVERIFY(after.open(QIODevice::ReadOnly));
        QCOMPARE(after.readAll(), card);
    }
    void damagedModelsAreRefused() {
        QVERIFY(QDir().mkpath(at("damaged")));
        for (const char* file : {"model.json", "weights.safetensors"})
            QVERIFY(QFile::copy(m_dir.filePath(QString("model/") + file),
                                m_dir.filePath(QString("damaged/") + file)));
        QFile weights(at("damaged/weights.safetensors"));
        QVERIFY(weights.open(QIODevice::Append));
        weights.write("x");
        weights.close();
        const auto damaged = run({"spot", "film.mkv", "--model", "damaged"});
        QCOMPARE(damaged.code, 3);
        QVERIFY(damaged.isOneSentence());
        writeFile(at("damaged/model.json"), "{\"format\": 3}");
        const auto foreign = run({"spot", "film.mkv", "--model", "damaged"});
        QCOMPARE(foreign.code, 3);
        QVERIFY(foreign.isOneSentence());
    }
};

MIEN_TEST(TestCliNetwork)

} // namespace tst_cli_network

#include "tst_cli_network.moc"
