// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/shell/analysis_cache.h"

#include <QFile>
#include <QTemporaryDir>

namespace tst_analysis_cache {

using namespace mien;
using namespace mien::ui;

class TestAnalysisCache : public QObject {
    Q_OBJECT

    static pipeline::Analysis sample() {
        pipeline::Analysis a;
        a.series.fps = 25.0;
        a.scorableFraction = 0.5;
        for (int i = 0; i < 40; ++i) {
            motion::FrameMotion frame;
            frame.frame = {i};
            frame.state = i % 2 == 0 ? face::Scorability::Scorable : face::Scorability::TurnedAway;
            for (int r = 0; r < motion::kRegionCount; ++r)
                frame.displacement[static_cast<std::size_t>(r)] = {0.01f * static_cast<float>(i),
                                                                   -0.02f * static_cast<float>(r)};
            frame.head = {0.5f, 0.25f};
            frame.eyeOpening = 0.3f;
            frame.newStretch = i == 20;
            a.series.frames.push_back(frame);
            face::Landmarks landmarks{};
            landmarks[8] = {static_cast<float>(i), 7.5f};
            a.landmarks.push_back(landmarks);
        }
        return a;
    }

private slots:
    void whatIsKeptIsReadBack() {
        QTemporaryDir folder;
        const QString file = folder.filePath("deep/er/a.bin");
        const auto written = sample();
        MIEN_VERIFY(writeAnalysisCache(file, written));
        const auto read = readAnalysisCache(file);
        MIEN_VERIFY(read);
        QCOMPARE(read->series.frames.size(), written.series.frames.size());
        for (std::size_t i = 0; i < written.series.frames.size(); ++i) {
            const auto& one = written.series.frames[i];
            const auto& two = read->series.frames[i];
            QVERIFY(one.frame == two.frame && one.state == two.state &&
                    one.displacement == two.displacement && one.head == two.head &&
                    one.eyeOpening == two.eyeOpening && one.newStretch == two.newStretch);
            QCOMPARE(read->landmarks[i][8].x, written.landmarks[i][8].x);
        }
    }

    void damagedFilesAreRefusedWhereverTheyEnd() {
        QTemporaryDir folder;
        const QString file = folder.filePath("a.bin");
        MIEN_VERIFY(writeAnalysisCache(file, sample()));
        QFile whole(file);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QByteArray bytes = whole.readAll();
        whole.close();
        for (qsizetype length = 0; length < bytes.size(); length += 37) {
            QFile cut(file);
            QVERIFY(cut.open(QIODevice::WriteOnly));
            cut.write(bytes.left(length));
            cut.close();
            QVERIFY(!readAnalysisCache(file));
        }
        QVERIFY(!readAnalysisCache(folder.filePath("absent.bin")));
    }
};

MIEN_TEST(TestAnalysisCache)

} // namespace tst_analysis_cache

#include "tst_analysis_cache.moc"
