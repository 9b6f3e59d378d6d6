// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/media/content_hash.h"
#include "core/media/frame_rate.h"
#include "core/media/index_cache.h"
#include "core/media/video_source.h"
#include "core/media/video_writer.h"
#include "support/frame_pattern.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <fstream>

namespace tst_index_cache {

using namespace mien;
using namespace mien::media;
namespace fs = std::filesystem;

class TestIndexCache : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path at(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }

    fs::path film(const std::string& name, int frames, int first = 0) const {
        auto writer = VideoWriter::create(at(name), {.width = 64, .height = 48, .fps = {50, 1}});
        for (int n = 0; writer && n < frames; ++n)
            if (!(*writer)->write(test::framePattern(n + first, 64, 48)))
                return {};
        return writer && (*writer)->finish() ? at(name) : fs::path();
    }

    static std::vector<fs::path> filesIn(const fs::path& folder) {
        std::vector<fs::path> files;
        for (const auto& entry : fs::directory_iterator(folder))
            files.push_back(entry.path());
        return files;
    }
    static std::string bytesOf(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

    /// Opens with the cache and says whether the film had to be read: only that reports progress.
    static bool wasScanned(const fs::path& path, const fs::path& cache, int frames) {
        bool scanned = false;
        JobContext job;
        job.onProgress = [&](double, std::string_view) { scanned = true; };
        const auto source = openMedia(path, {.format = PixelFormat::Grey, .cacheDir = cache}, job);
        if (!source || (*source)->info().frames != frames)
            qFatal("the film does not open as it should");
        for (int n = frames - 1; n >= 0; n -= 7)
            if (test::readFramePattern((*source)->read({n})->image) != n)
                qFatal("frame %d is wrong", n);
        return scanned;
    }

private slots:
    void tableIsBuiltOnceAndFollowsTheContent() {
        const fs::path cache = at("cache");
        const fs::path path = film("a.mp4", 60);
        QVERIFY(wasScanned(path, cache, 60));
        QVERIFY(!wasScanned(path, cache, 60));
        QCOMPARE(filesIn(cache).size(), std::size_t{1});
        fs::rename(path, at("renamed.mp4"));
        QVERIFY(!wasScanned(at("renamed.mp4"), cache, 60));
        const fs::path other = film("renamed.mp4", 61);
        QVERIFY(wasScanned(other, cache, 61));
        QCOMPARE(filesIn(cache).size(), std::size_t{2});
    }

    void damagedTableIsBuiltAgain() {
        const fs::path cache = at("damaged");
        const fs::path path = film("b.mp4", 40);
        QVERIFY(wasScanned(path, cache, 40));
        const fs::path file = filesIn(cache).front();
        const std::string whole = bytesOf(file);
        Rng rng(8);
        for (int n = 0; n < 25; ++n) {
            std::string bytes = whole;
            if (n % 3 == 0)
                bytes.resize(rng.below(whole.size()));
            else
                bytes[rng.below(bytes.size())] ^= static_cast<char>(1 + rng.below(255));
            std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
            QVERIFY(wasScanned(path, cache, 40));
            QVERIFY(bytesOf(file) == whole);
        }
        QCOMPARE(filesIn(cache).size(), std::size_t{1});
    }

    void uselessCacheFolderDoesNotMatter() {
        std::ofstream(at("a_file")) << "no folder";
        QVERIFY(wasScanned(film("c.mp4", 20), at("a_file"), 20));
    }

    void everythingIsKept() {
        FilmIndex index;
        index.identity = PacketIdentity::Pos;
        index.shownAs = {0, 2, 1, -1};
        index.keys = {{.ordinal = 0, .shownAs = 0, .id = 48, .seekTime = -2}, {3, 3, 4096, 7}};
        index.timesS = {0.0, 0.04, 0.1};
        index.firstPtsS = 1.25;
        index.fps = {30000, 1001};
        index.constantRate = false;
        index.width = 640;
        index.height = 481;
        index.notes = {"One.", "", "Three."};
        index.prepare();
        const IndexCache cache(at("kept"));
        MIEN_VERIFY(cache.store("name", index));
        const auto loaded = cache.load("name");
        QVERIFY(loaded.has_value());
        QVERIFY(loaded->identity == index.identity && loaded->shownAs == index.shownAs &&
                loaded->timesS == index.timesS && loaded->firstPtsS == index.firstPtsS &&
                loaded->fps == index.fps && loaded->constantRate == index.constantRate &&
                loaded->width == index.width && loaded->height == index.height &&
                loaded->notes == index.notes);
        QCOMPARE(loaded->keys.size(), std::size_t{2});
        QCOMPARE(loaded->keyWithId(4096), std::ptrdiff_t{1});
        QCOMPARE(loaded->keyWithId(4097), std::ptrdiff_t{-1});
        QCOMPARE(loaded->keys[0].seekTime, std::int64_t{-2});
        QVERIFY(!cache.load("other").has_value());
    }

    void hashesAreThoseOfTheStandard() {
        QCOMPARE(toHex(sha256Bytes("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        std::ofstream(at("abc"), std::ios::binary) << "abc";
        const auto hash = contentSha256(at("abc"), {});
        MIEN_VERIFY(hash);
        QCOMPARE(*hash, toHex(sha256Bytes("abc")));
        QCOMPARE(contentSha256(at("nowhere"), {}).error().code, ErrorCode::NotFound);
    }

    void fingerprintSeesSizeHeadAndTail() {
        std::string bytes(std::size_t{9} << 20, 'x');
        const auto fingerprint = [&] {
            std::ofstream(at("big"), std::ios::binary | std::ios::trunc) << bytes;
            return *quickFingerprint(at("big"));
        };
        const std::string plain = fingerprint();
        QCOMPARE(plain.size(), std::size_t{64});
        bytes.front() = 'y';
        QVERIFY(fingerprint() != plain);
        bytes.front() = 'x';
        QVERIFY(fingerprint() == plain);
        bytes.back() = 'y';
        QVERIFY(fingerprint() != plain);
        bytes.back() = 'x';
        bytes += 'x';
        QVERIFY(fingerprint() != plain);
    }

    void ratesAreRecognised_data() {
        QTest::addColumn<int>("num");
        QTest::addColumn<int>("den");
        QTest::addColumn<int>("ticksPerSecond");
        for (const auto& [num, den] :
             {std::pair{25, 1}, {30000, 1001}, {24000, 1001}, {200, 1}, {15, 1}, {100, 1}})
            for (const int ticks : {1000, 90000})
                QTest::addRow("%d/%d in 1/%d s", num, den, ticks) << num << den << ticks;
    }
    void ratesAreRecognised() {
        QFETCH(int, num);
        QFETCH(int, den);
        QFETCH(int, ticksPerSecond);
        std::vector<std::int64_t> ticks;
        for (int n = 0; n < 1000; ++n)
            ticks.push_back(77 + std::llround(n * double(den) / num * ticksPerSecond));
        // The container says nothing useful of the rate.
        const FrameTimes times = frameTimes(ticks, ticks.size(), {1, ticksPerSecond}, {{0, 1}, {90000, 1}});
        QVERIFY(times.constantRate);
        QVERIFY2(times.fps == (Rational{num, den}),
                 QByteArray::number(times.fps.value(), 'g', 9).constData());
        QCOMPARE(times.timesS[0], 0.0);
        ticks[500] += ticksPerSecond / 200 + 2; // one frame half a hundredth of a second late
        QVERIFY(!frameTimes(ticks, ticks.size(), {1, ticksPerSecond}, {{num, den}}).constantRate);
    }
};

MIEN_TEST(TestIndexCache)

} // namespace tst_index_cache

#include "tst_index_cache.moc"
