// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "support/test_program.h"
#include "ui/timeline/threshold_spans.h"

#include <QElapsedTimer>
#include <QtTest>

#include <limits>

namespace tst_threshold_spans {

using namespace mien;
using namespace mien::ui::timeline;

namespace {

constexpr float kGap = std::numeric_limits<float>::quiet_NaN();

QString said(const std::vector<SpanAbove>& spans) {
    QStringList all;
    for (const auto& span : spans)
        all << QString("%1-%2^%3")
                   .arg(span.frames.first.value)
                   .arg(span.frames.last.value)
                   .arg(span.peak.value);
    return all.join(' ');
}

} // namespace

class TestThresholdSpans : public QObject {
    Q_OBJECT

private slots:
    void stretchesEndWhereTheSignalFallsToTheThreshold() {
        const SignalPyramid signal({0, 2, 3, 2, 1, 0, 2, 0});
        QCOMPARE(said(spansAbove(signal, 1.0f)), QString("1-3^2 6-6^6"));
        QCOMPARE(said(spansAbove(signal, 2.0f)), QString("2-2^2"));
        QCOMPARE(said(spansAbove(signal, 3.0f)), QString());
        QCOMPARE(said(spansAbove(signal, -1.0f)), QString("0-7^2"));
        QVERIFY(spansAbove(SignalPyramid(), 0.0f).empty());
    }

    void shortStretchesAreDroppedAndNearOnesJoined() {
        const SignalPyramid signal({0, 2, 2, 0, 3, 0, 0, 0, 2, 0});
        QCOMPARE(said(spansAbove(signal, 1.0f, 2)), QString("1-2^1"));
        QCOMPARE(said(spansAbove(signal, 1.0f, 1, 1)), QString("1-4^4 8-8^8"));
        QCOMPARE(said(spansAbove(signal, 1.0f, 2, 1)), QString("1-4^4"));
        QCOMPARE(said(spansAbove(signal, 1.0f, 1, 3)), QString("1-8^4"));
    }

    void nothingIsJoinedAcrossFramesThatCannotBeScored() {
        const SignalPyramid signal({2, kGap, 2, 0, 2});
        QCOMPARE(said(spansAbove(signal, 1.0f, 1, 5)), QString("0-0^0 2-4^2"));
        QVERIFY(spansAbove(SignalPyramid(std::vector<float>(100, kGap)), 0.0f).empty());
    }

    void thePyramidFindsWhatLookingAtEveryFrameFinds() {
        Rng rng(7);
        for (int run = 0; run < 20; ++run) {
            std::vector<float> samples(20000);
            float level = 0.0f;
            for (auto& sample : samples) {
                level = 0.995f * level + static_cast<float>(0.1 * rng.normal());
                sample = rng.uniform(0.0, 1.0) < 0.002 ? kGap : level;
            }
            const float threshold = static_cast<float>(rng.uniform(-0.5, 1.5));
            QString plain;
            for (std::size_t i = 0; i < samples.size();) {
                if (!(samples[i] > threshold)) {
                    ++i;
                    continue;
                }
                std::size_t end = i, peak = i;
                for (; end < samples.size() && samples[end] > threshold; ++end)
                    if (samples[end] > samples[peak])
                        peak = end;
                plain +=
                    QString(plain.isEmpty() ? "" : " ") + QString("%1-%2^%3").arg(i).arg(end - 1).arg(peak);
                i = end;
            }
            QCOMPARE(said(spansAbove(SignalPyramid(samples), threshold)), plain);
        }
    }

    void twoHoursAreAnsweredWithinAFrameOfTheScreen() {
        Rng rng(3);
        std::vector<float> samples(1'440'000); // 2 h at 200 frames/s
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = static_cast<float>(0.1 * rng.normal()) + (i % 4000 < 100 ? 3.0f : 0.0f);
        const SignalPyramid signal(std::move(samples));
        std::vector<qint64> times;
        for (int i = 0; i < 15; ++i) {
            QElapsedTimer timer;
            timer.start();
            QCOMPARE(spansAbove(signal, 1.5f + 0.01f * float(i), 10, 5).size(), std::size_t{360});
            times.push_back(timer.nsecsElapsed());
        }
        std::sort(times.begin(), times.end());
        qInfo("1.44 million frames, 360 stretches: %.2f ms", double(times[7]) / 1e6);
#ifdef NDEBUG
        QVERIFY(times[7] < 16'000'000);
#endif
    }
};

MIEN_TEST(TestThresholdSpans)

} // namespace tst_threshold_spans

#include "tst_threshold_spans.moc"
