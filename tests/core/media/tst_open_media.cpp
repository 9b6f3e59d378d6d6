// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/media/video_source.h"
#include "pattern_film.h"
#include "support/verify.h"

#include <opencv2/imgcodecs.hpp>

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <fstream>
#include <unistd.h>

namespace tst_open_media {

using namespace mien;
using namespace mien::media;
namespace fs = std::filesystem;

/// What opening says: sizes, rates, notes, and one sentence for each kind of bad input.
class TestOpenMedia : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path at(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }

    static void writeBytes(const fs::path& path, const std::string& bytes) {
        std::ofstream(path, std::ios::binary) << bytes;
    }
    static std::string bytesOf(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    /// A film of 100 numbered pictures, 160 x 120, 25 fps, no wider than its table says.
    fs::path film(const std::string& name, const char* options, const char* before = "-r 25") const {
        const fs::path master = at("master.mkv");
        if (!fs::exists(master))
            test::writeMaster(master, 160, 120, 100);
        const auto made = test::ffmpeg(before, master, options, at(name));
        if (!made.ok)
            qWarning("%s", made.err.constData());
        return at(name);
    }

    static bool isOneSentence(const Error& error) {
        return error.message.size() > 10 && error.message.ends_with('.') &&
               error.message.find('\n') == std::string::npos;
    }

private slots:
    void initTestCase() {
        if (!test::hasTool("ffmpeg"))
            QSKIP("needs the ffmpeg command");
    }

    void badInputGetsOneSentence_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("code");
        const auto row = [](const char* label, const char* name, ErrorCode code) {
            QTest::newRow(label) << QString(name) << static_cast<int>(code);
        };
        writeBytes(at("empty.mp4"), "");
        std::string noise(200'000, '\0');
        Rng rng(17);
        for (char& c : noise)
            c = static_cast<char>(rng.below(256));
        writeBytes(at("noise.mp4"), noise);
        writeBytes(at("noise.avi"), noise.substr(0, 5000));
        writeBytes(at("text.mp4"), std::string(3000, 'a') + "\nThis is a letter, not a film.\n");
        writeBytes(at("list.m3u8"), "#EXTM3U\n#EXTINF:1,\nhttp://example.invalid/a.ts\n");
        fs::create_directory(at("no_images"));
        writeBytes(at("no_images/notes.txt"), "12");
        fs::create_directory(at("no_rate"));
        cv::imwrite(at("no_rate/1.png").string(), cv::Mat(20, 20, CV_8UC1, cv::Scalar(3)));
        test::runTool("ffmpeg", {"-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "sine=d=1",
                                 test::text(at("sound.mp4"))});
        film("head.mp4", "-c:v libx264 -pix_fmt yuv420p");
        writeBytes(at("cut_head.mp4"), bytesOf(at("head.mp4")).substr(0, 3000)); // its index was at the end
        // A film without a single picture: what is left of an AVI of two when nothing is encoded.
        test::ffmpeg("-r 25", at("master.mkv"), "-c:v mjpeg -pix_fmt yuvj420p -frames:v 0", at("zero.avi"));
        row("missing", "nowhere.mp4", ErrorCode::NotFound);
        row("empty file", "empty.mp4", ErrorCode::Corrupt);
        row("random bytes mp4", "noise.mp4", ErrorCode::Corrupt);
        row("random bytes avi", "noise.avi", ErrorCode::Corrupt);
        row("text named mp4", "text.mp4", ErrorCode::Corrupt);
        row("list of addresses", "list.m3u8", ErrorCode::Corrupt);
        row("folder without images", "no_images", ErrorCode::NotFound);
        row("folder without a rate", "no_rate", ErrorCode::InvalidArgument);
        row("sound only", "sound.mp4", ErrorCode::Unsupported);
        row("film cut in its head", "cut_head.mp4", ErrorCode::Corrupt);
        row("film of no picture", "zero.avi", ErrorCode::Corrupt);
        row("device", "/dev/null", ErrorCode::Unsupported);
    }
    void badInputGetsOneSentence() {
        QFETCH(QString, name);
        QFETCH(int, code);
        const fs::path path = name.startsWith('/') ? fs::path(name.toStdString()) : at(name.toStdString());
        const auto opened = openMedia(path, {}, {});
        QVERIFY(!opened);
        QVERIFY2(isOneSentence(opened.error()), opened.error().message.c_str());
        QVERIFY2(static_cast<int>(opened.error().code) == code, opened.error().sentence().c_str());
        QCOMPARE(opened.error().location, path.string());
        if (code != static_cast<int>(ErrorCode::InvalidArgument)) {
            const auto first = readFirstFrame(path, {});
            QVERIFY(!first);
            QVERIFY2(isOneSentence(first.error()), first.error().message.c_str());
        }
    }

    void unreadableFileIsSaid() {
        if (::geteuid() == 0)
            QSKIP("the superuser may read everything");
        writeBytes(at("locked.mp4"), "x");
        fs::permissions(at("locked.mp4"), fs::perms::none);
        const auto opened = openMedia(at("locked.mp4"), {}, {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Unreadable);
    }

    void truncatedFilmOpensUpToWhereItIsWhole_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("options");
        const char* h264 = "-c:v libx264 -preset fast -pix_fmt yuv420p -g 30 -bf 2";
        QTest::newRow("h264 mp4") << "t.mp4" << QString(h264) + " -movflags +faststart";
        QTest::newRow("h264 mkv") << "t.mkv" << h264;
        QTest::newRow("h264 ts") << "t.ts" << h264;
        QTest::newRow("hevc mp4")
            << "u.mp4"
            << "-c:v libx265 -preset ultrafast -x265-params log-level=none -pix_fmt yuv420p "
               "-movflags +faststart";
        QTest::newRow("mjpeg avi") << "t.avi"
                                   << "-c:v mjpeg -q:v 4 -pix_fmt yuvj420p";
        QTest::newRow("mpeg4 avi") << "u.avi"
                                   << "-c:v mpeg4 -q:v 3 -g 30 -bf 2 -pix_fmt yuv420p";
        QTest::newRow("wmv2") << "t.wmv"
                              << "-c:v wmv2 -q:v 3 -g 30 -pix_fmt yuv420p";
    }
    void truncatedFilmOpensUpToWhereItIsWhole() {
        QFETCH(QString, name);
        QFETCH(QString, options);
        const fs::path whole = film(name.toStdString(), options.toUtf8().constData());
        const std::string bytes = bytesOf(whole);
        for (const double part : {0.45, 0.7, 0.93}) {
            const fs::path cut = at("cut_" + name.toStdString());
            writeBytes(cut,
                       bytes.substr(0, static_cast<std::size_t>(part * static_cast<double>(bytes.size()))));
            const auto source = openMedia(cut, {.format = PixelFormat::Grey}, {});
            MIEN_VERIFY(source);
            const MediaInfo& info = (*source)->info();
            QVERIFY2(info.frames > 5 && info.frames < 100,
                     QByteArray::number(qlonglong(info.frames)).constData());
            if (!name.endsWith("ts")) { // a transport stream has no head that tells its length
                QVERIFY(!info.notes.empty());
                QVERIFY2(info.notes.front().find("truncated") != std::string::npos ||
                             info.notes.front().find("cannot be decoded") != std::string::npos,
                         info.notes.front().c_str());
            }
            // Every frame that the table promises is there, and is what decoding from the start shows.
            const auto numbers = test::numbersByFfmpeg(cut, 160, 120);
            QVERIFY(info.frames <= std::int64_t(numbers.size()));
            for (std::int64_t n = info.frames - 1; n >= 0; n -= 3) {
                const auto frame = (*source)->read({n});
                MIEN_VERIFY(frame);
                QCOMPARE(test::readFramePattern(frame->image), numbers[static_cast<std::size_t>(n)]);
            }
        }
    }

    void infoTellsTheFilm() {
        const auto source = openMedia(
            film("info.mp4", "-c:v libx264 -pix_fmt yuv420p -vf setsar=4/3", "-r 30000/1001"), {}, {});
        MIEN_VERIFY(source);
        const MediaInfo& info = (*source)->info();
        QCOMPARE(info.frames, std::int64_t{100});
        QVERIFY(info.fps == (Rational{30000, 1001}));
        QVERIFY(info.constantRate);
        QVERIFY(std::abs(info.durationS - 100 * 1001 / 30000.0) < 1e-9);
        QCOMPARE(info.codec, std::string("h264"));
        QCOMPARE(info.notes.size(), std::size_t{1});
        QVERIFY(info.notes[0].find("4:3") != std::string::npos);
        QCOMPARE((*source)->frameAt(-1.0).value, std::int64_t{0});
        QCOMPARE((*source)->frameAt(0.0).value, std::int64_t{0});
        QCOMPARE((*source)->frameAt(0.0334).value, std::int64_t{1});
        QCOMPARE((*source)->frameAt(0.0333).value, std::int64_t{0});
        QCOMPARE((*source)->frameAt(99.0).value, std::int64_t{99});
        QCOMPARE((*source)->labelOf({7}), std::string("7"));
        QCOMPARE((*source)->read({100}).error().code, ErrorCode::NotFound);
        QCOMPARE((*source)->read({-1}).error().code, ErrorCode::NotFound);
    }

    void greyIsFullRangeLuma() {
        // Black, white and middle grey through limited-range coding and back.
        const fs::path path = at("levels.mp4");
        auto writer = VideoWriter::create(path, {.width = 96, .height = 32, .fps = {25, 1}, .crf = 0});
        MIEN_VERIFY(writer);
        cv::Mat levels(32, 96, CV_8UC1, cv::Scalar(0));
        levels.colRange(32, 64).setTo(128);
        levels.colRange(64, 96).setTo(255);
        for (int n = 0; n < 5; ++n)
            MIEN_VERIFY((*writer)->write(levels));
        MIEN_VERIFY((*writer)->finish());
        for (const PixelFormat format : {PixelFormat::Grey, PixelFormat::Bgr}) {
            const auto source = openMedia(path, {.format = format}, {});
            MIEN_VERIFY(source);
            const auto frame = (*source)->read({2});
            MIEN_VERIFY(frame);
            for (const auto& [x, expected] : {std::pair{16, 0}, {48, 128}, {80, 255}}) {
                const auto mean = cv::mean(frame->image({x - 8, 8, 16, 16}));
                QVERIFY2(std::abs(mean[0] - expected) <= 2.0, QByteArray::number(mean[0]).constData());
            }
        }
    }

    void losslessFilmIsReadBackBitByBit_data() {
        QTest::addColumn<bool>("grey");
        QTest::addColumn<QString>("name");
        QTest::newRow("grey mkv") << true << "g.mkv";
        QTest::newRow("colour mkv") << false << "c.mkv";
        QTest::newRow("colour avi") << false << "c.avi";
    }
    void losslessFilmIsReadBackBitByBit() {
        QFETCH(bool, grey);
        QFETCH(QString, name);
        auto writer = VideoWriter::create(
            at(name.toStdString()),
            {.width = 53, .height = 37, .fps = {200, 1}, .codec = VideoCodec::Ffv1, .grey = grey});
        MIEN_VERIFY(writer);
        Rng rng(9);
        std::vector<cv::Mat> images;
        for (int n = 0; n < 12; ++n) {
            cv::Mat image(37, 53, grey ? CV_8UC1 : CV_8UC3);
            for (int i = 0; i < static_cast<int>(image.total() * image.elemSize()); ++i)
                image.data[i] = static_cast<uchar>(rng.below(256));
            images.push_back(image);
            MIEN_VERIFY((*writer)->write(image));
        }
        MIEN_VERIFY((*writer)->finish());
        const auto source =
            openMedia(at(name.toStdString()), {.format = grey ? PixelFormat::Grey : PixelFormat::Bgr}, {});
        MIEN_VERIFY(source);
        QCOMPARE((*source)->info().frames, std::int64_t{12});
        QVERIFY((*source)->info().fps == (Rational{200, 1}));
        for (int n = 11; n >= 0; --n) {
            const auto frame = (*source)->read({n});
            MIEN_VERIFY(frame);
            QVERIFY(cv::norm(frame->image, images[static_cast<std::size_t>(n)], cv::NORM_INF) == 0.0);
        }
    }

    void writtenTimesAreReadBack_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("mp4") << "vfr.mp4" << 1.0 / 90000;
        QTest::newRow("mkv") << "vfr.mkv" << 0.001;
    }
    void writtenTimesAreReadBack() {
        QFETCH(QString, name);
        QFETCH(double, tolerance);
        auto writer = VideoWriter::create(at(name.toStdString()),
                                          {.width = 64, .height = 48, .fps = {30, 1}, .variableRate = true});
        MIEN_VERIFY(writer);
        std::vector<double> times{0.0};
        Rng rng(4);
        for (int n = 1; n < 60; ++n)
            times.push_back(times.back() + rng.uniform(0.01, 0.08));
        for (std::size_t n = 0; n < times.size(); ++n)
            MIEN_VERIFY((*writer)->write(test::framePattern(static_cast<int>(n), 64, 48), times[n]));
        MIEN_VERIFY((*writer)->finish());
        const auto source = openMedia(at(name.toStdString()), {.format = PixelFormat::Grey}, {});
        MIEN_VERIFY(source);
        QCOMPARE((*source)->info().frames, std::int64_t{60});
        QVERIFY(!(*source)->info().constantRate);
        for (int n = 59; n >= 0; --n) {
            const auto frame = (*source)->read({n});
            MIEN_VERIFY(frame);
            QCOMPARE(test::readFramePattern(frame->image), n);
            QVERIFY(std::abs(frame->timeS - times[static_cast<std::size_t>(n)]) <= tolerance);
        }
    }

    void writtenRateIsExact_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        for (const char* extension : {"mp4", "mkv"})
            for (const auto& [num, den] :
                 {std::pair{200, 1}, {30000, 1001}, {24000, 1001}, {25, 2}, {500, 1}, {15, 1}})
                QTest::addRow("%d/%d %s", num, den, extension) << QString("rate.") + extension << num << den;
    }
    void writtenRateIsExact() {
        QFETCH(QString, name);
        QFETCH(int, num);
        QFETCH(int, den);
        auto writer =
            VideoWriter::create(at(name.toStdString()), {.width = 33, .height = 31, .fps = {num, den}});
        MIEN_VERIFY(writer);
        for (int n = 0; n < 40; ++n)
            MIEN_VERIFY((*writer)->write(test::framePattern(n, 33, 31)));
        MIEN_VERIFY((*writer)->finish());
        const auto source = openMedia(at(name.toStdString()), {.format = PixelFormat::Grey}, {});
        MIEN_VERIFY(source);
        const MediaInfo& info = (*source)->info();
        QCOMPARE(info.frames, std::int64_t{40});
        QCOMPARE(info.width, 33);
        QCOMPARE(info.height, 31);
        QVERIFY(info.constantRate);
        QVERIFY2(info.fps == (Rational{num, den}), QByteArray::number(info.fps.value(), 'g', 9).constData());
    }

    /// Xvid packs a P- and a B-picture into one packet, and marks packets as keys that are none.
    void packedMpeg4IsSoughtAsItPlays() {
        const fs::path path = film("packed.avi", "-c:v libxvid -q:v 3 -g 20 -bf 2 -pix_fmt yuv420p");
        if (!fs::exists(path))
            QSKIP("this build of FFmpeg lacks the encoder");
        const auto source = openMedia(path, {.format = PixelFormat::Grey}, {});
        MIEN_VERIFY(source);
        QVERIFY((*source)->info().fps == (Rational{25, 1}));
        QVERIFY((*source)->info().constantRate);
        std::vector<cv::Mat> images;
        for (std::int64_t n = 0; n < (*source)->info().frames; ++n)
            images.push_back((**(*source)->next()).image);
        Rng rng(2);
        for (int n = 0; n < 100; ++n) {
            const std::size_t index = rng.below(images.size());
            const auto frame = (*source)->read({static_cast<std::int64_t>(index)});
            MIEN_VERIFY(frame);
            QCOMPARE(cv::norm(frame->image, images[index], cv::NORM_INF), 0.0);
        }
    }

    void openingCanBeStopped() {
        std::stop_source stop;
        stop.request_stop();
        JobContext job;
        job.stop = stop.get_token();
        const auto opened = openMedia(film("stop.mp4", "-c:v libx264 -pix_fmt yuv420p"), {}, job);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Cancelled);
    }

    void firstFrameNeedsNoTable() {
        const fs::path path = film("first.mp4", "-c:v libx264 -pix_fmt yuv420p -bf 2");
        const auto first = readFirstFrame(path, {.format = PixelFormat::Grey});
        MIEN_VERIFY(first);
        QCOMPARE(test::readFramePattern(first->image), 0);
    }

    void sharedFilmsAreRead_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"d18.mp4", "single_face.mp4", "WolfgangLanger_Pexels.mp4", "no_face.mp4", "noface_face.mov"})
            QTest::newRow(name) << QString(name);
    }
    void sharedFilmsAreRead() {
        QFETCH(QString, name);
        const std::string relative = "video/" + name.toStdString();
        MIEN_NEEDS_SHARED("video");
        const fs::path path = test::sharedData(relative.c_str());
        const auto source = openMedia(path, {.format = PixelFormat::Grey}, {});
        MIEN_VERIFY(source);
        const MediaInfo& info = (*source)->info();
        // By their content: what a frame sought for looks like is what decoding in order gives.
        std::vector<double> sums;
        const auto sequential = openMedia(path, {.format = PixelFormat::Grey}, {});
        MIEN_VERIFY(sequential);
        for (;;) {
            const auto frame = (*sequential)->next();
            MIEN_VERIFY(frame);
            if (!*frame)
                break;
            sums.push_back(cv::sum((*frame)->image)[0]);
        }
        QCOMPARE(std::int64_t(sums.size()), info.frames);
        const auto raw = test::runTool("ffmpeg", {"-nostdin", "-v", "quiet", "-i", test::text(path), "-map",
                                                  "0:v:0", "-vsync", "passthrough", "-f", "framemd5", "-"});
        QCOMPARE(raw.out.count("\n0,"), qsizetype(info.frames));
        Rng rng(11);
        for (int n = 0; n < 25; ++n) {
            const auto index = static_cast<std::int64_t>(rng.below(sums.size()));
            const auto frame = (*source)->read({index});
            MIEN_VERIFY(frame);
            QCOMPARE(cv::sum(frame->image)[0], sums[static_cast<std::size_t>(index)]);
        }
    }
};

MIEN_TEST(TestOpenMedia)

} // namespace tst_open_media

#include "tst_open_media.moc"
