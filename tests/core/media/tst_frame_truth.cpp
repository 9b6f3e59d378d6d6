// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/media/video_source.h"
#include "pattern_film.h"
#include "support/verify.h"

#include <QTemporaryDir>

namespace tst_frame_truth {

using namespace mien;
using namespace mien::media;
namespace fs = std::filesystem;

/// Frame N is the N-th frame shown when the film is decoded from its start: whatever the way to it.
class TestFrameTruth : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    fs::path m_path;
    std::vector<int> m_numbers; ///< by frame: the number that its picture carries

    static bool isLong() { return qEnvironmentVariableIsSet("MIEN_LONG"); }
    static int accesses() { return isLong() ? 10'000 : 1'000; }

    static std::vector<test::Encoding> encodings() {
        std::vector<test::Encoding> all = test::encodings();
        if (isLong())
            all.insert(all.end(), test::rareEncodings().begin(), test::rareEncodings().end());
        return all;
    }

    /// Time stamps of all frames after ffprobe, in seconds; empty where the container lacks them for some.
    static std::vector<double> timesByFfprobe(const fs::path& film) {
        const auto probed =
            test::runTool("ffprobe", {"-v", "quiet", "-select_streams", "v:0", "-show_entries",
                                      "frame=pts_time", "-of", "csv=p=0", test::text(film)});
        std::vector<double> times;
        for (const QByteArray& line : probed.out.split('\n')) {
            if (line.isEmpty())
                continue;
            bool ok = false;
            times.push_back(line.split(',').first().toDouble(&ok));
            if (!ok)
                return {};
        }
        return times;
    }

    void walk(VideoSource& source) const {
        Rng rng(20240607);
        const auto frames = static_cast<std::uint64_t>(source.info().frames);
        int wrong = 0;
        std::int64_t at = 0;
        const auto visit = [&](std::int64_t n) {
            at = std::clamp<std::int64_t>(n, 0, source.info().frames - 1);
            const auto frame = source.read({at});
            if (!frame)
                qWarning("frame %d: %s", int(at), frame.error().sentence().c_str());
            wrong += !frame || frame->index.value != at ||
                     test::readFramePattern(frame->image) != m_numbers[static_cast<std::size_t>(at)] ||
                     frame->timeS != source.timesS()[static_cast<std::size_t>(at)];
        };
        for (int done = 0; done < accesses();) {
            switch (rng.below(5)) {
            case 0: // a jump anywhere
                visit(static_cast<std::int64_t>(rng.below(frames)));
                ++done;
                break;
            case 1: // a few steps forward or back
            case 2: {
                const std::int64_t direction = rng.below(2) == 0 ? 1 : -1;
                for (int step = 0; step < 4; ++step, ++done)
                    visit(at + direction);
                break;
            }
            case 3: // a short jump
                visit(at + static_cast<std::int64_t>(rng.below(31)) - 15);
                ++done;
                break;
            default: // play, then pause: what stands still is read again
                for (int played = 0; played < 12; ++played, ++done) {
                    const auto frame = source.next();
                    QVERIFY2(frame, frame ? "" : frame.error().sentence().c_str());
                    if (!*frame)
                        break;
                    at = (*frame)->index.value;
                    wrong +=
                        test::readFramePattern((*frame)->image) != m_numbers[static_cast<std::size_t>(at)];
                }
                visit(at);
                ++done;
            }
        }
        QCOMPARE(wrong, 0);
    }

private slots:
    void initTestCase() {
        if (!test::hasTool("ffmpeg") || !test::hasTool("ffprobe"))
            QSKIP("needs the ffmpeg and ffprobe commands");
    }

    void everyWayToAFrameShowsIt_data() {
        QTest::addColumn<int>("row");
        int row = 0;
        for (const test::Encoding& encoding : encodings())
            QTest::newRow(encoding.name) << row++;
    }
    void everyWayToAFrameShowsIt() {
        QFETCH(int, row);
        const test::Encoding encoding = encodings()[static_cast<std::size_t>(row)];
        QByteArray why;
        const fs::path film = test::makePatternFilm(encoding, m_folder.path().toStdString(), why);
        if (film.empty() && why.contains("Unknown encoder"))
            QSKIP("this build of FFmpeg lacks the encoder");
        QVERIFY2(!film.empty(), why.constData());
        m_numbers = test::numbersByFfmpeg(film, encoding.width, encoding.height);
        QVERIFY2(m_numbers.size() >= 150, QByteArray::number(qsizetype(m_numbers.size())).constData());
        QVERIFY(std::find(m_numbers.begin(), m_numbers.end(), -1) == m_numbers.end());

        const auto source = openMedia(film, {.format = PixelFormat::Grey}, {});
        MIEN_VERIFY(source);
        const MediaInfo& info = (*source)->info();
        QCOMPARE(info.frames, std::int64_t(m_numbers.size()));
        QCOMPARE(info.width, encoding.width);
        QCOMPARE(info.height, encoding.height);

        const auto times = timesByFfprobe(film);
        QVERIFY(times.empty() || times.size() == m_numbers.size());
        if (!times.empty())
            QVERIFY(std::abs(info.firstPtsS - times.front()) < 2e-6);
        for (std::size_t n = 0; n < times.size(); ++n)
            QVERIFY2(std::abs((*source)->timesS()[n] - (times[n] - times.front())) < 4e-6,
                     QByteArray::number(qsizetype(n)).constData());
        const QString rate = QString(encoding.input).section(' ', 1);
        const Rational fps{rate.section('/', 0, 0).toInt(), rate.contains('/') ? 1001 : 1};
        const bool variable = QByteArray(encoding.name).contains("variable");
        QCOMPARE(info.constantRate, !variable);
        if (!variable)
            QVERIFY2(info.fps == fps, QByteArray::number(info.fps.value(), 'g', 9).constData());
        walk(**source);
    }
};

MIEN_TEST(TestFrameTruth)

} // namespace tst_frame_truth

#include "tst_frame_truth.moc"
