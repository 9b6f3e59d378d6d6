// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/video_source.h"
#include "support/frame_pattern.h"
#include "support/verify.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <opencv2/imgcodecs.hpp>

#include <fstream>

namespace tst_image_folder {

using namespace mien;
using namespace mien::media;
namespace fs = std::filesystem;

class TestImageFolder : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    fs::path folder(const char* name) const {
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directories(path);
        return path;
    }
    static void writeImage(const fs::path& path, int number, int width = 60, int height = 40) {
        cv::imwrite(path.string(), test::framePattern(number, width, height));
    }
    static Result<std::unique_ptr<VideoSource>> open(const fs::path& path) {
        return openMedia(path, {.format = PixelFormat::Grey, .fps = Rational{200, 1}}, {});
    }

private slots:
    void numbersOrderNaturally() {
        const fs::path path = folder("natural");
        for (const int n : {1, 2, 9, 10, 11, 100})
            writeImage(path / ("img" + std::to_string(n) + ".png"), n);
        const auto source = open(path);
        MIEN_VERIFY(source);
        std::vector<int> seen;
        for (;;) {
            const auto frame = (*source)->next();
            MIEN_VERIFY(frame);
            if (!*frame)
                break;
            QCOMPARE((*source)->labelOf((*frame)->index),
                     std::to_string(test::readFramePattern((*frame)->image)));
            seen.push_back(test::readFramePattern((*frame)->image));
        }
        QVERIFY((seen == std::vector<int>{1, 2, 9, 10, 11, 100}));
    }

    void gapsStayInTheLabels() {
        const fs::path path = folder("gaps");
        for (const int n : {46, 47, 49, 50, 54})
            writeImage(path / ("reg_img" + std::to_string(n) + ".jpg"), n);
        const auto source = open(path);
        MIEN_VERIFY(source);
        const MediaInfo& info = (*source)->info();
        QCOMPARE(info.frames, std::int64_t{5});
        QVERIFY(info.isImageFolder);
        QCOMPARE((*source)->labelOf({0}), std::string("46"));
        QCOMPARE((*source)->labelOf({2}), std::string("49"));
        QCOMPARE((*source)->labelOf({4}), std::string("54"));
        QCOMPARE(info.notes.size(), std::size_t{1});
        QCOMPARE(info.notes[0], std::string("Numbers missing among the images: 48, 51–53."));
        QVERIFY(std::abs((*source)->timeOf({4}) - 4 / 200.0) < 1e-12);
    }

    void everyKindOfImageIsTaken() {
        const fs::path path = folder("kinds");
        int number = 0;
        for (const char* extension : {"png", "jpg", "jpeg", "bmp", "tif", "tiff", "PNG", "JPG"}) {
            ++number;
            writeImage(path / ("0" + std::to_string(number) + "." + extension), number);
        }
        std::ofstream(path / "09.txt") << "no image";
        std::ofstream(path / ".10.png") << "hidden";
        writeImage(path / "cover.png", 99);
        const auto source = open(path);
        MIEN_VERIFY(source);
        QCOMPARE((*source)->info().frames, std::int64_t{8});
        for (int n = 7; n >= 0; --n) {
            const auto frame = (*source)->read({n});
            MIEN_VERIFY(frame);
            QCOMPARE(test::readFramePattern(frame->image), n + 1);
        }
        QCOMPARE((*source)->labelOf({0}), std::string("01"));
    }

    void paddedAndPlainNumbersMix() {
        const fs::path path = folder("padded");
        writeImage(path / "f008.png", 8);
        writeImage(path / "f9.png", 9);
        writeImage(path / "f0010.png", 10);
        const auto source = open(path);
        MIEN_VERIFY(source);
        for (int n = 0; n < 3; ++n)
            QCOMPARE(test::readFramePattern((*source)->read({n})->image), n + 8);
        QVERIFY((*source)->info().notes.empty());
    }

    void otherSizeOrDamageIsSaidWhereItIs() {
        const fs::path path = folder("mixed");
        writeImage(path / "1.png", 1);
        writeImage(path / "2.png", 2, 80, 40);
        std::ofstream(path / "3.png") << "not a picture";
        writeImage(path / "4.png", 4);
        const auto source = open(path);
        MIEN_VERIFY(source);
        const auto other = (*source)->read({1});
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Corrupt);
        QVERIFY(other.error().message.find("80 x 40") != std::string::npos);
        QCOMPARE(fs::path(other.error().location).filename().string(), std::string("2.png"));
        QVERIFY(!(*source)->next());
        MIEN_VERIFY((*source)->next()); // what comes after a damaged image can be read
        QCOMPARE((*source)->read({4}).error().code, ErrorCode::NotFound);
    }

    void rateIsAskedFor() {
        const fs::path path = folder("rate");
        writeImage(path / "1.png", 1);
        const auto opened = openMedia(path, {}, {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::InvalidArgument);
        const auto first = readFirstFrame(path, {.format = PixelFormat::Grey});
        MIEN_VERIFY(first);
        QCOMPARE(test::readFramePattern(first->image), 1);
    }

    void tenThousandImagesOpenAtOnce() {
        const fs::path path = folder("many");
        writeImage(path / "1.jpg", 1);
        for (int n = 2; n <= 10'000; ++n)
            fs::create_hard_link(path / "1.jpg", path / (std::to_string(n) + ".jpg"));
        QElapsedTimer clock;
        clock.start();
        const auto source = open(path);
        MIEN_VERIFY(source);
        QVERIFY2(clock.elapsed() < 2000, QByteArray::number(clock.elapsed()).constData());
        QCOMPARE((*source)->info().frames, std::int64_t{10'000});
        QCOMPARE((*source)->labelOf({9999}), std::string("10000"));
    }

    void contentHashFollowsNamesAndBytes() {
        const fs::path path = folder("hash");
        writeImage(path / "1.png", 1);
        writeImage(path / "2.png", 2);
        const auto before = contentSha256(path, {});
        MIEN_VERIFY(before);
        QCOMPARE(before->size(), std::size_t{64});
        QVERIFY(*contentSha256(path, {}) == *before);
        fs::rename(path / "2.png", path / "3.png");
        QVERIFY(*contentSha256(path, {}) != *before);
        fs::rename(path / "3.png", path / "2.png");
        writeImage(path / "2.png", 3);
        QVERIFY(*contentSha256(path, {}) != *before);
    }
};

MIEN_TEST(TestImageFolder)

} // namespace tst_image_folder

#include "tst_image_folder.moc"
