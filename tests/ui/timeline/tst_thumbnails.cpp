// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_writer.h"
#include "support/verify.h"
#include "ui/timeline/thumbnail_provider.h"

#include <QSignalSpy>
#include <QTemporaryDir>

namespace tst_thumbnails {

using namespace mien;
using namespace mien::ui::timeline;

namespace {

/// 60 frames, each of one grey: 4 × its number.
Result<void> writeGreys(const std::filesystem::path& path) {
    auto writer = media::VideoWriter::create(
        path, {.width = 64, .height = 48, .fps = {25, 1}, .codec = media::VideoCodec::Ffv1, .grey = true});
    if (!writer)
        return Unexpected(writer.error());
    for (int i = 0; i < 60; ++i)
        if (auto written = (*writer)->write(cv::Mat(48, 64, CV_8UC1, cv::Scalar(i * 4))); !written)
            return written;
    return (*writer)->finish();
}

} // namespace

class TestThumbnails : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(m_folder.isValid());
        m_film = std::filesystem::path(m_folder.path().toStdString()) / "greys.mkv";
        MIEN_VERIFY(writeGreys(m_film));
    }

    void picturesAreThoseOfTheFramesAskedFor() {
        ThumbnailProvider provider(m_film);
        ThumbnailStrip strip;
        strip.setSource(provider.source());
        QSignalSpy arrived(&strip, &ThumbnailStrip::arrived);
        strip.want({{40}, {7}, {55}}, {32, 24});
        QTRY_COMPARE(arrived.size(), 3);
        for (const int frame : {7, 40, 55}) {
            const QImage image = strip.find({frame}, 0);
            QCOMPARE(image.size(), QSize(32, 24));
            QVERIFY(std::abs(qRed(image.pixel(10, 10)) - frame * 4) <= 3);
        }
        QVERIFY(strip.find({41}, 0).isNull());
        QCOMPARE(strip.find({42}, 5), strip.find({40}, 0)); // the nearest stands in
        strip.want({{7}, {40}}, {32, 24});                  // both are there already
        QTest::qWait(30);
        QCOMPARE(arrived.size(), 3);
    }

    void wishesThatWereDroppedGiveNothing() {
        ThumbnailProvider provider(m_film);
        const auto source = provider.source();
        // Far more than can be decoded while they are asked for, whoever runs meanwhile.
        constexpr int kWishes = 100'000;
        int delivered = 0;
        bool last = false;
        for (int i = 0; i < kWishes; ++i)
            source.request({i % 60}, {32, 24}, [&](FrameIndex, const QImage&) { ++delivered; });
        source.dropPending();
        source.request({7}, {32, 24}, [&](FrameIndex, const QImage&) { last = true; });
        QTRY_VERIFY_WITH_TIMEOUT(last, 60000); // wishes are answered in order: nothing comes after this one
        QVERIFY2(delivered < kWishes / 2, qPrintable(QString::number(delivered)));
        QTest::qWait(30);
        const int then = delivered;
        QTest::qWait(30);
        QCOMPARE(delivered, then);
    }

    void aFilmThatCannotBeOpenedGivesNothing() {
        ThumbnailProvider provider(m_film.parent_path() / "missing.mkv");
        bool delivered = false;
        provider.source().request({0}, {32, 24}, [&](FrameIndex, const QImage&) { delivered = true; });
        QTest::qWait(50);
        QVERIFY(!delivered);
    }

    void aSourceOutlivesItsProvider() {
        ThumbnailSource source;
        {
            ThumbnailProvider provider(m_film);
            source = provider.source();
            source.request({59}, {32, 24}, [](FrameIndex, const QImage&) { QFAIL("the provider is gone"); });
        }
        source.request({1}, {32, 24}, [](FrameIndex, const QImage&) { QFAIL("the provider is gone"); });
        source.dropPending();
        QCoreApplication::processEvents();
    }

    void oldPicturesMakeRoom() {
        ThumbnailStrip strip;
        strip.setSource({[](FrameIndex frame, QSize size, const ThumbnailSource::Deliver& deliver) {
                             QImage image(size, QImage::Format_RGB32);
                             image.fill(Qt::red);
                             deliver(frame, image);
                         },
                         [] {}});
        for (int i = 0; i < 1000; ++i)
            strip.want({{i}}, {4, 3});
        QVERIFY(!strip.find({999}, 0).isNull());
        QVERIFY(strip.find({0}, 500).isNull());
    }

private:
    QTemporaryDir m_folder;
    std::filesystem::path m_film;
};

MIEN_UI_TEST(TestThumbnails)

} // namespace tst_thumbnails

#include "tst_thumbnails.moc"
