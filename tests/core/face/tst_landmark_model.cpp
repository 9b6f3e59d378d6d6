// SPDX-License-Identifier: GPL-3.0-or-later
// dlib's own predictor beside ours: the same points after rounding, on a real face from many starting boxes.
#include "core/face/landmark_model.h"
#include "core/face/models.h"
#include "support/verify.h"

#include <dlib/image_processing/shape_predictor.h>
#include <dlib/opencv/cv_image.h>

#include <opencv2/imgcodecs.hpp>

#include <fstream>
#include <thread>

namespace tst_landmark_model {

using namespace mien;
using namespace mien::face;

class TestLandmarkModel : public QObject {
    Q_OBJECT
private slots:
    void equalsDlibAfterRounding() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const cv::Mat grey =
            cv::imread(test::sharedData("stills/astronaut.png").string(), cv::IMREAD_GRAYSCALE);
        auto model = loadLandmarkModel();
        MIEN_VERIFY(model);
        dlib::shape_predictor reference;
        dlib::deserialize(landmarkModel().path().string()) >> reference;
        int differing = 0, fractional = 0, points = 0;
        for (const int dx : {-12, 0, 9}) {
            for (const int dy : {-10, 0, 14}) {
                for (const int side : {100, 125, 150}) {
                    const dlib::rectangle box(165 + dx, 55 + dy, 165 + dx + side, 55 + dy + side);
                    const auto theirs = reference(dlib::cv_image<unsigned char>(grey), box);
                    const Landmarks ours = (*model)->predict(
                        grey, imageFromUnit({static_cast<float>(box.left()), static_cast<float>(box.top()),
                                             static_cast<float>(side), static_cast<float>(side)}));
                    for (std::size_t i = 0; i < ours.size(); ++i, ++points) {
                        const auto& part = theirs.part(i);
                        differing += std::floor(ours[i].x + 0.5f) != static_cast<float>(part.x()) ||
                                     std::floor(ours[i].y + 0.5f) != static_cast<float>(part.y());
                        fractional += std::abs(ours[i].x - std::round(ours[i].x)) > 0.05f;
                    }
                }
            }
        }
        // A coordinate within 1e-5 px of a half may round either way; more would be another model.
        QVERIFY2(differing <= points / 1000, qPrintable(QString("%1 of %2").arg(differing).arg(points)));
        QVERIFY(fractional > points / 2);
    }

    void isTheSameInAllThreadsAndLoadedOnce() {
        cv::Mat grey(300, 300, CV_8UC1);
        cv::randu(grey, 0, 255);
        std::array<std::shared_ptr<const LandmarkModel>, 3> models;
        std::array<Landmarks, 3> answers;
        {
            std::vector<std::jthread> threads;
            for (std::size_t i = 0; i < models.size(); ++i)
                threads.emplace_back([&, i] {
                    if (auto model = loadLandmarkModel()) {
                        models[i] = *model;
                        answers[i] = models[i]->predict(grey, imageFromUnit({50, 60, 150, 150}));
                    }
                });
        }
        QVERIFY(models[0] != nullptr);
        QVERIFY(models[0] == models[1] && models[1] == models[2]);
        QVERIFY(answers[0] == answers[1] && answers[1] == answers[2]);
    }

    void turnsWithTheImage() {
        MIEN_NEEDS_SHARED("stills/astronaut.png");
        const cv::Mat grey =
            cv::imread(test::sharedData("stills/astronaut.png").string(), cv::IMREAD_GRAYSCALE);
        auto model = loadLandmarkModel();
        MIEN_VERIFY(model);
        const cv::Matx23d place = imageFromUnit({165, 60, 125, 125});
        const Landmarks upright = (*model)->predict(grey, place);
        cv::Mat turned;
        cv::rotate(grey, turned, cv::ROTATE_90_CLOCKWISE);
        // (x, y) goes to (511 - y, x).
        const Landmarks sideways = (*model)->predict(
            turned, {-place(1, 0), -place(1, 1), 511.0 - place(1, 2), place(0, 0), place(0, 1), place(0, 2)});
        double worst = 0.0;
        for (std::size_t i = 0; i < upright.size(); ++i)
            worst = std::max(worst, cv::norm(sideways[i] - cv::Point2f(511.0f - upright[i].y, upright[i].x)));
        QVERIFY2(worst < 1.0, qPrintable(QString::number(worst)));
    }

    void missingModelNamesPathAndPackage() {
        const auto model = loadLandmarkModel("/nowhere/points.dat");
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::MissingDependency);
        const auto text = QString::fromStdString(model.error().sentence());
        QVERIFY2(text.contains("/nowhere/points.dat") && text.contains("libdlib-data"), qPrintable(text));
    }

    void environmentNamesAnotherFile() {
        qputenv("MIEN_LANDMARK_MODEL", "/elsewhere/points.dat");
        const auto model = loadLandmarkModel();
        qunsetenv("MIEN_LANDMARK_MODEL");
        QVERIFY(!model);
        QCOMPARE(model.error().location, std::string("/elsewhere/points.dat"));
    }

    void damagedModelsAreOneSentence_data() {
        QTest::addColumn<QByteArray>("bytes");
        std::ifstream in(landmarkModel().path(), std::ios::binary);
        QByteArray head(200000, 0);
        in.read(head.data(), head.size());
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("this is no model, but a text of some length");
        QTest::newRow("truncated") << head;
        QByteArray huge = head;
        huge.replace(0, 12, QByteArray("\x01\x01\x88\xff\xff\xff\xff\xff\xff\xff\x7f\x01", 12));
        QTest::newRow("impossible size") << huge;
        for (int at = 2; at < 4000; at += 397) {
            QByteArray flipped = head;
            flipped[at] = static_cast<char>(~flipped[at]);
            QTest::newRow(qPrintable(QString("byte %1 flipped, truncated").arg(at))) << flipped;
        }
    }
    void damagedModelsAreOneSentence() {
        QFETCH(QByteArray, bytes);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(bytes);
        file.close();
        const auto model = loadLandmarkModel(file.fileName().toStdString());
        QVERIFY(!model);
        QCOMPARE(model.error().code, ErrorCode::Corrupt);
        QVERIFY(QString::fromStdString(model.error().message).contains("libdlib-data"));
    }

    void everyModelTellsItsLicence() {
        QCOMPARE(modelRows().size(), std::size_t{2});
        for (const ModelRow& row : modelRows()) {
            QVERIFY(!row.name.empty() && !row.purpose.empty() && !row.version.empty() &&
                    !row.package.empty());
            QVERIFY(row.licence.size() > 40);
            QVERIFY2(row.available(), std::string(row.name).c_str());
        }
        QVERIFY(landmarkModel().licence.find("research") != std::string_view::npos);
    }
};

MIEN_TEST(TestLandmarkModel)

} // namespace tst_landmark_model

#include "tst_landmark_model.moc"
