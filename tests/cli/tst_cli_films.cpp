// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cli_process.h"
#include "core/base/json.h"
#include "core/base/rng.h"
#include "core/media/video_writer.h"
#include "support/test_program.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <csignal>

namespace tst_cli_films {

using namespace mien::test;

namespace {

/// A film without a face whose frames tell their number by their brightness.
void makeFilm(const std::filesystem::path& path, int frames, int side) {
    auto writer = mien::media::VideoWriter::create(path, {.width = side,
                                                          .height = side,
                                                          .fps = {25, 1},
                                                          .codec = mien::media::VideoCodec::Ffv1,
                                                          .grey = true});
    if (!writer)
        qFatal("%s", writer.error().sentence().c_str());
    for (int i = 0; i < frames; ++i)
        if (!(*writer)->write(cv::Mat(side, side, CV_8UC1, cv::Scalar(i % 256))))
            qFatal("cannot write a frame");
    if (!(*writer)->finish())
        qFatal("cannot finish the film");
}

} // namespace

class TestCliFilms : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { makeFilm(at("film.mkv").toStdString(), 40, 64); }

    void probeSaysWhatTheFilmIs() {
        const auto d = run({"--json", "-", "probe", "film.mkv"}).json();
        QCOMPARE(d["media"], Json("film.mkv"));
        QCOMPARE(d["frames"], Json(40));
        QCOMPARE(d["width"], Json(64));
        QCOMPARE(d["fps"]["num"], Json(25));
        QCOMPARE(d["fps"]["den"], Json(1));
        QCOMPARE(d["constant_rate"], Json(true));
        QCOMPARE(d["duration_s"], Json(1.6));
        QCOMPARE(d["sha256"].get<std::string>().size(), std::size_t{64});
        for (const char* key : {"height", "first_pts_s", "codec"})
            QVERIFY2(d.contains(key), key);
    }

    void frameWritesExactlyThatFrame() {
        for (const int n : {0, 17, 39, 5}) {
            const auto result = run({"frame", "film.mkv", QString::number(n), "--out", "f.png"});
            QCOMPARE(result.code, 0);
            const auto image = cv::imread(at("f.png").toStdString(), cv::IMREAD_GRAYSCALE);
            QCOMPARE(static_cast<int>(image.at<unsigned char>(32, 32)), n);
        }
    }

    void aFrameOutsideTheFilmIsRefused() {
        for (const char* n : {"40", "99999999999"}) {
            const auto result = run({"frame", "film.mkv", n, "--out", "outside.png"});
            QCOMPARE(result.code, 3);
            QVERIFY(result.isOneSentence());
            QVERIFY(!QFile::exists(at("outside.png")));
        }
    }

    void whatIsNoFilmGetsOneSentence_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("This is a text file that calls itself a film.\n").repeated(40);
        QByteArray noise;
        mien::Rng rng(4);
        for (int i = 0; i < 5000; ++i)
            noise.append(static_cast<char>(rng.below(256)));
        QTest::newRow("random bytes") << noise;
    }
    void whatIsNoFilmGetsOneSentence() {
        QFETCH(QByteArray, content);
        writeFile(at("bad.mp4"), content);
        for (const auto& verb : {QStringList{"probe", "bad.mp4"},
                                 {"frame", "bad.mp4", "0", "--out", "bad.png"},
                                 {"spot", "bad.mp4", "--csv", "bad.csv"},
                                 {"features", "bad.mp4", "--out", "bad"}}) {
            const auto result = run(QStringList{"--json", "-", "--quiet"} + verb);
            QCOMPARE(result.code, 3);
            QVERIFY(result.isOneSentence());
        }
        QVERIFY(!QFile::exists(at("bad.csv")) && !QFile::exists(at("bad.png")) && !QFile::exists(at("bad")));
    }

    void aFolderOfImagesNeedsARate() {
        QDir(m_dir.path()).mkpath("images");
        for (int i = 0; i < 3; ++i)
            cv::imwrite(at(QStringLiteral("images/img%1.png").arg(i + 8)).toStdString(),
                        cv::Mat(16, 16, CV_8UC1, cv::Scalar(i)));
        const auto without = run({"probe", "images"});
        QCOMPARE(without.code, 2);
        QVERIFY(without.isOneSentence());
        const auto d = run({"--json", "-", "probe", "images", "--fps", "30000/1001"}).json();
        QCOMPARE(d["frames"], Json(3));
        QCOMPARE(d["fps"]["den"], Json(1001));
    }

    void aFilmWithoutAFaceHasNoEvents() {
        const auto result = run({"--json", "-", "--quiet", "spot", "film.mkv", "--csv", "none.csv"});
        QCOMPARE(result.code, 0);
        const auto film = result.json()["films"][0];
        QCOMPARE(film["scorable_fraction"], Json(0.0));
        QVERIFY(film["events"].empty());
        QFile csv(at("none.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll(), QByteArray("vid,pred_onset,pred_offset,type\n"));
    }

    void threadsDoNotChangeABit() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const auto portrait = QString::fromStdString(sharedData("stills/astronaut.png").string());
        QCOMPARE(run({"synth", "clip", "--source", portrait, "--au", "12", "--intensity", "D", "--frames",
                      "31", "--fps", "25", "--size", "160", "--out", "clip"})
                     .code,
                 0);
        std::string first;
        for (const char* threads : {"1", "2"}) {
            const auto result =
                run({"--json", "-", "--quiet", "--threads", threads, "spot", "clip/clip.mp4"});
            QCOMPARE(result.code, 0);
            if (first.empty())
                first = result.withoutTiming();
            QCOMPARE(result.withoutTiming(), first);
            QCOMPARE(run({"--quiet", "--threads", threads, "features", "clip/clip.mp4", "--out",
                          QStringLiteral("features")})
                         .code,
                     0);
            QDir(m_dir.path()).rename("features", QStringLiteral("features-%1").arg(threads));
        }
        for (const char* name :
             {"landmarks.npy", "motion.npy", "displacement.npy", "quality.csv", "manifest.json"}) {
            QFile one(at(QStringLiteral("features-1/%1").arg(name))),
                two(at(QStringLiteral("features-2/%1").arg(name)));
            QVERIFY(one.open(QIODevice::ReadOnly) && two.open(QIODevice::ReadOnly));
            const auto content = one.readAll();
            QVERIFY2(content.size() > 100 && content == two.readAll(), name);
        }
    }

    void theSeedThatWasUsedIsSaid() {
        const QString portrait = QStringLiteral(MIEN_SOURCE_DIR "/resources/demo/astronaut.png");
        const auto spec = QStringLiteral(R"({"source": "%1", "frames": 12, "size": 128, "noise": 2, "seed": 7,
            "expressions": [{"au": "12", "intensity": "B", "onset": 2, "apex": 5, "offset": 9}]})")
                              .arg(portrait);
        writeFile(at("a spec.json"), spec.toUtf8());
        const auto shot = [&](const QStringList& before, const QString& out) {
            return run(QStringList{"--json", "-", "--quiet"} + before +
                       QStringList{"synth", "clip", "--spec", "a spec.json", "--out", out});
        };
        const auto plain = shot({}, "plain");
        QCOMPARE(plain.code, 0);
        QCOMPARE(plain.json()["mien"]["seed"].get<int>(), 7);
        const auto other = shot({"--seed", "8"}, "other");
        QCOMPARE(other.json()["mien"]["seed"].get<int>(), 8);
        QVERIFY(plain.json()["film_sha256"] != other.json()["film_sha256"]);

        QFile manifest(at("other/manifest.json"));
        QVERIFY(manifest.open(QIODevice::ReadOnly));
        QCOMPARE(parseOrderedJson(manifest.readAll().toStdString())["command"].get<std::string>(),
                 "mien-cli --json - --quiet --seed 8 synth clip --spec 'a spec.json' --out other");
    }

    void anUnreadableFilmIsToldOfBeforeTheOthersAreSpotted() {
        writeFile(at("text.mp4"), "no film at all");
        const auto result = run({"--quiet", "spot", "film.mkv", "text.mp4", "--csv", "out.csv"});
        QCOMPARE(result.code, 3);
        QVERIFY(result.isOneSentence());
        QVERIFY(result.err.contains("text.mp4"));
        QVERIFY(!QFile::exists(at("out.csv")));
    }

    void anInterruptedRunStopsAtOnceAndLeavesNothing() {
        makeFilm(at("long.mkv").toStdString(), 6000, 320);
        QProcess process;
        startCli(process, {"--json", "-", "features", "long.mkv", "--out", "stopped"}, m_dir.path());
        QVERIFY(process.waitForStarted());
        // The folder appears when the work has begun.
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(at("stopped")), 20'000);
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 4);
        QVERIFY(process.readAllStandardOutput().isEmpty());
        QVERIFY(!QFile::exists(at("stopped")));
    }

private:
    QString at(const QString& name) const { return m_dir.filePath(name); }
    CliResult run(const QStringList& arguments) { return cli(arguments, m_dir.path()); }
    QTemporaryDir m_dir;
};

MIEN_TEST(TestCliFilms)

} // namespace tst_cli_films

#include "tst_cli_films.moc"
