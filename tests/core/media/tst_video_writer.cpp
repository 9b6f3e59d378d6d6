// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_writer.h"

#include "support/verify.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_video_writer {

using namespace mien;
using namespace mien::media;
namespace fs = std::filesystem;

class TestVideoWriter : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path at(const char* name) const { return fs::path(m_folder.path().toStdString()) / name; }

    static cv::Mat gradient(int width, int height, int number, int type = CV_8UC3) {
        cv::Mat image(height, width, type);
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width * image.channels(); ++x)
                image.ptr(y)[x] = static_cast<uchar>(x * 3 + y * 2 + number * 5);
        return image;
    }

    static Result<void> writeFilm(const fs::path& path, const VideoWriterOptions& options, int frames,
                                  int type = CV_8UC3) {
        auto writer = VideoWriter::create(path, options);
        if (!writer)
            return Unexpected(writer.error());
        for (int n = 0; n < frames; ++n)
            if (auto wrote = (*writer)->write(gradient(options.width, options.height, n, type)); !wrote)
                return wrote;
        return (*writer)->finish();
    }

private slots:
    void sameFramesGiveSameBytes_data() {
        QTest::addColumn<QString>("extension");
        QTest::addColumn<bool>("lossless");
        QTest::newRow("h264 mp4") << "mp4" << false;
        QTest::newRow("h264 mkv") << "mkv" << false;
        QTest::newRow("ffv1 mkv") << "mkv" << true;
    }
    void sameFramesGiveSameBytes() {
        QFETCH(QString, extension);
        QFETCH(bool, lossless);
        QByteArray bytes[2];
        for (int pass = 0; pass < 2; ++pass) {
            const auto path = at(("same" + QString::number(pass) + "." + extension).toUtf8().constData());
            MIEN_VERIFY(writeFilm(path,
                                  {.width = 64,
                                   .height = 48,
                                   .fps = {30000, 1001},
                                   .codec = lossless ? VideoCodec::Ffv1 : VideoCodec::H264},
                                  20));
            QFile file(QString::fromStdString(path.string()));
            QVERIFY(file.open(QIODevice::ReadOnly));
            bytes[pass] = file.readAll();
        }
        QVERIFY(bytes[0].size() > 500);
        QVERIFY(bytes[0] == bytes[1]);
    }

    void fileAppearsOnlyWhenFinished() {
        const auto path = at("late.mp4");
        {
            auto writer = VideoWriter::create(path, {.width = 32, .height = 32, .fps = {25, 1}});
            MIEN_VERIFY(writer);
            MIEN_VERIFY((*writer)->write(gradient(32, 32, 0)));
            QVERIFY(!fs::exists(path));
            QVERIFY(fs::exists(path.string() + ".part"));
        }
        QVERIFY(!fs::exists(path));
        QVERIFY(!fs::exists(path.string() + ".part"));
    }

    void badInputGetsASentence() {
        QCOMPARE(VideoWriter::create(at("x.mp4"), {.width = 0, .height = 32, .fps = {25, 1}}).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(VideoWriter::create(at("x.mp4"), {.width = 32, .height = 32}).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(VideoWriter::create(at("x.txt"), {.width = 32, .height = 32, .fps = {25, 1}}).error().code,
                 ErrorCode::InvalidArgument);
        QCOMPARE(
            VideoWriter::create(at("none/x.mp4"), {.width = 32, .height = 32, .fps = {25, 1}}).error().code,
            ErrorCode::WriteFailed);
        auto writer = VideoWriter::create(at("y.mp4"), {.width = 32, .height = 32, .fps = {25, 1}});
        MIEN_VERIFY(writer);
        QCOMPARE((*writer)->write(gradient(30, 32, 0)).error().code, ErrorCode::InvalidArgument);
        QCOMPARE((*writer)->write(gradient(32, 32, 0), 0.5).error().code, ErrorCode::InvalidArgument);
        QCOMPARE((*writer)->finish().error().code, ErrorCode::InvalidArgument);
    }
};

MIEN_TEST(TestVideoWriter)

} // namespace tst_video_writer

#include "tst_video_writer.moc"
