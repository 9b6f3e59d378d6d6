// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/quality_published.h"
#include "core/synthesis/render_clip.h"
#include "support/test_program.h"
#include "support/ui_bench.h"
#include "ui/dataset/spread_chart.h"
#include "ui/dataset/truth_card.h"
#include "ui/jobs/job_list.h"

#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

#include <numeric>

Q_DECLARE_METATYPE(std::filesystem::path)
Q_DECLARE_METATYPE(std::optional<mien::FrameIndex>)

namespace tst_truth_card {

using namespace mien;
using namespace mien::ui;
namespace fs = std::filesystem;

namespace {

FilmCheck checkOf(std::vector<std::pair<std::int64_t, std::optional<std::int64_t>>> onsets) {
    FilmCheck out;
    out.source = TruthSource::Made;
    for (const auto& [truth, measured] : onsets) {
        pipeline::EventCheck event;
        event.truth.onset = {truth};
        event.truth.apex = FrameIndex{truth + 5};
        if (measured) {
            event.measured.emplace();
            event.measured->onset = {*measured};
            event.measured->apex = {*measured + 5};
            event.iou = 0.5;
        }
        out.check.events.push_back(event);
    }
    return out;
}

struct Bench {
    QTemporaryDir folder;
    JobList jobs;
    TruthCard card{jobs, folder.filePath("cache").toStdString()};

    bool ended() {
        return QTest::qWaitFor([&] { return !card.measuring(); }, 120000);
    }
    QString cell(Figure figure, int column) const {
        const auto at = std::find(kFigures.begin(), kFigures.end(), figure) - kFigures.begin();
        return const_cast<TruthCard&>(card).figures().item(int(at), column)->text();
    }
};

} // namespace

class TestTruthCard : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        qRegisterMetaType<std::filesystem::path>();
        qRegisterMetaType<std::optional<mien::FrameIndex>>();
        synthesis::ClipSpec spec;
        spec.source = fs::path(MIEN_SOURCE_DIR) / "resources/demo/astronaut.png";
        spec.frames = 60;
        spec.fps = {30, 1};
        spec.codec = "ffv1";
        auto& e = spec.expressions.emplace_back();
        e.actionUnits = "12";
        e.intensity = annotation::Intensity::D;
        e.onset = {15};
        e.apex = {28};
        e.offset = {45};
        const auto made = synthesis::renderClip(spec, fs::path(m_dir.path().toStdString()) / "made", {});
        MIEN_VERIFY(made);
        m_film = made->film;
        // The same film where nothing lies beside it.
        m_bare = fs::path(m_dir.path().toStdString()) / "bare" / "bare.mkv";
        fs::create_directories(m_bare.parent_path());
        fs::copy_file(m_film, m_bare);
    }

    void worstComesFirstAndSignsAreLeftAsideInTheFigures() {
        CheckedFilms checked;
        checked.insert_or_assign("/a", checkOf({{10, 12}, {40, 33}}));
        checked.insert_or_assign("/b", checkOf({{10, 9}, {40, std::nullopt}}));
        const auto spreads = spreadsOf({"/a", "/b"}, checked, {});
        const auto& onset = spreads[0];
        QCOMPARE(onset.values.size(), std::size_t(3)); // what was missed has no onset
        QCOMPARE(onset.values[0].value, -7.0);
        QCOMPARE(onset.values[0].onset->value, std::int64_t(40));
        QCOMPARE(onset.median, 2.0);
        QCOMPARE(onset.mean, 10.0 / 3.0);
        QCOMPARE(onset.lean, -2.0);
        const auto& overlap = spreads[3];
        QCOMPARE(overlap.values.size(), std::size_t(4)); // what was missed counts as 0
        QCOMPARE(overlap.values[0].value, 0.0);
        QVERIFY(overlap.values[0].film == "/b");
        const auto counts = countFound({"/a", "/b", "/c"}, checked);
        QCOMPARE(counts.films, 2);
        QCOMPARE(counts.expressions, 4);
        QCOMPARE(counts.found, 3);
        // a film that the filter hides counts nowhere
        QCOMPARE(spreadsOf({"/b"}, checked, {})[0].values.size(), std::size_t(1));
    }

    void publishedMeansStandBesideThePictureFiguresAlone() {
        Bench b;
        QVERIFY(b.card.figures().horizontalHeaderItem(5)->text().contains("Published, not reproduced"));
        for (const Figure figure : kFigures)
            QCOMPARE(!b.cell(figure, 5).isEmpty(), isPicture(figure));
        const auto& row = synthesis::publishedQuality().front();
        QVERIFY(b.cell(Figure::Psnr, 5)
                    .contains(QString::fromUtf8(row.dataset.data(), qsizetype(row.dataset.size()))));
        QVERIFY(b.cell(Figure::Psnr, 5).contains(QString::number(row.psnrDb, 'f', 2)));
        QCOMPARE(b.cell(Figure::Psnr, 2), QString("–")); // nothing was measured here
    }

    void aMadeFilmIsComparedWithItsTruthAndOthersWithTheTable() {
        Bench b;
        annotation::TableEvent coded;
        coded.onset = {15};
        coded.apex = FrameIndex{28};
        coded.offset = FrameIndex{45};
        const fs::path none = m_bare.parent_path() / "gone.mkv";
        b.card.setFilms({{m_film, {30, 1}, {}}, {m_bare, {30, 1}, {coded}}, {none, {30, 1}, {coded}}});
        b.card.measure(false);
        QVERIFY(b.card.measuring());
        QVERIFY(b.ended());
        QCOMPARE(b.card.checked().size(), std::size_t(3));
        const auto& made = b.card.checked().at(m_film);
        MIEN_VERIFY(made);
        QCOMPARE(made->source, TruthSource::Made);
        QVERIFY(made->check.landmarks);
        QVERIFY(made->check.flow);
        const auto& table = b.card.checked().at(m_bare);
        MIEN_VERIFY(table);
        QCOMPARE(table->source, TruthSource::Table);
        QVERIFY(!table->check.landmarks);
        QVERIFY(!b.card.checked().at(none));
        // The same film, the same spotter: the same times.
        QCOMPARE(table->check.events[0].onsetError(), made->check.events[0].onsetError());
        QCOMPARE(b.cell(Figure::Overlap, 1), QString("2"));
        QCOMPARE(b.cell(Figure::Flow, 1), QString("1"));
        QVERIFY(b.card.summary().contains("Films: 2"));
        QVERIFY(b.card.summary().contains("Failed: 1"));
    }

    void aStopEndsTheRunInsideAFilmAndKeepsTheFilmsBefore() {
        // The work itself asks for the stop, halfway through the second film: no thread has to be in time.
        const std::vector<FilmToCheck> films{{m_bare, {30, 1}, {}}, {m_film, {30, 1}, {}}};
        CheckedSink sink;
        std::stop_source stop;
        JobContext job;
        job.stop = stop.get_token();
        job.onProgress = [&](double fraction, std::string_view) {
            if (fraction > 0.5)
                stop.request_stop();
        };
        const auto outcome = checkFilms(films, {}, sink, job);
        QVERIFY(stop.stop_requested());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
        const auto kept = sink.take();
        QCOMPARE(kept.size(), std::size_t(1));
        MIEN_VERIFY(kept.at(m_bare));
        QCOMPARE(kept.at(m_bare)->source, TruthSource::None);
    }

    void filmsOfWhichNothingIsKnownAreCountedAndAStopKeepsWhatIsDone() {
        Bench b;
        const std::vector<FilmToCheck> films{{m_bare, {30, 1}, {}}, {m_film, {30, 1}, {}}};
        b.card.setFilms(films);
        QSignalSpy failed(&b.card, &TruthCard::failed);
        b.card.measure(false);
        QPointer<JobBase> job = b.jobs.job(0);
        QVERIFY(QTest::qWaitFor([&] { return !b.card.checked().empty(); }, 60000));
        const bool running = b.card.measuring(); // both films may be done before anybody looks
        b.card.stop();
        QVERIFY(b.ended());
        QCOMPARE(job->cancelRequested(), running);
        // The second film may have been done before the stop reached the work; then it is kept as well.
        const std::size_t done = job->state() == JobState::Cancelled ? 1 : films.size();
        QCOMPARE(b.card.checked().size(), done);
        MIEN_VERIFY(b.card.checked().at(m_bare));
        QVERIFY(b.card.summary().contains("Without truth: 1"));
        QCOMPARE(failed.size(), 0);
        b.card.forget();
        QVERIFY(b.card.checked().empty());
    }

    void onlyTheChosenFilmsAreComparedWhereThatIsAsked() {
        Bench b;
        b.card.setFilms({{m_bare, {30, 1}, {}}, {m_film, {30, 1}, {}}});
        b.card.setChosen({m_bare});
        b.card.measure(true);
        QVERIFY(b.ended());
        QCOMPARE(b.card.checked().size(), std::size_t(1));
        QVERIFY(b.card.checked().contains(m_bare));
    }

    void aClickInTheListAsksForTheRowAndReturnOpensIt() {
        Bench b;
        b.card.setFilms({{m_film, {30, 1}, {}}});
        b.card.measure(false);
        QVERIFY(b.ended());
        b.card.showFigure(Figure::Overlap);
        QCOMPARE(b.card.worst().rowCount(), 1);
        QSignalSpy asked(&b.card, &TruthCard::clipAsked), opened(&b.card, &TruthCard::clipOpened);
        b.card.resize(1000, 300);
        b.card.show();
        QVERIFY(QTest::qWaitForWindowExposed(&b.card));
        const auto place = b.card.worst().visualItemRect(b.card.worst().item(0, 0)).center();
        QTest::mouseClick(b.card.worst().viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(asked.size(), 1);
        QVERIFY(asked[0][0].value<fs::path>() == m_film);
        QCOMPARE(asked[0][1].value<std::optional<FrameIndex>>()->value, std::int64_t(15));
        QTest::keyClick(&b.card.worst(), Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
    }

    void binsHoldEveryValueOnce_data() {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<bool>("whole");
        QTest::newRow("one") << QList<double>{0.37} << false;
        QTest::newRow("one frame count") << QList<double>{-3.0} << true;
        QTest::newRow("frames") << QList<double>{-7, -1, 0, 0, 1, 2, 12} << true;
        QTest::newRow("far apart") << QList<double>{-700, 0, 1, 2, 9999} << true;
        QTest::newRow("shares") << QList<double>{0, 0.1, 0.2, 0.3, 0.99, 1.0} << false;
        QTest::newRow("small") << QList<double>{0.9876, 0.9877, 0.98771} << false;
        QTest::newRow("equal") << QList<double>{5, 5, 5} << false;
    }
    void binsHoldEveryValueOnce() {
        QFETCH(QList<double>, values);
        QFETCH(bool, whole);
        const auto bins = binsOf({values.begin(), values.end()}, whole);
        QVERIFY(bins.counts.size() <= 24);
        QCOMPARE(std::accumulate(bins.counts.begin(), bins.counts.end(), 0), int(values.size()));
        for (const double value : values) {
            const auto bin = bins.binOf(value);
            QVERIFY(bin);
            QVERIFY(bins.counts[std::size_t(*bin)] > 0);
        }
        if (whole) // a frame more or less is never on a border
            QCOMPARE(std::abs(std::remainder(bins.first, 1.0)), 0.5);
    }

    void aBarIsChosenByKeysAndNarrowsTheList() {
        SpreadChart chart;
        chart.show("x", {0, 0, 0, 5, 5, 9}, true, 1, {{"there", 4.0}}, "none");
        QSignalSpy changed(&chart, &SpreadChart::chosenChanged);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.bins().counts[std::size_t(*chart.chosen())], 3);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.bins().counts[std::size_t(*chart.chosen())], 2);
        QTest::keyClick(&chart, Qt::Key_Escape);
        QVERIFY(!chart.chosen());
        QCOMPARE(changed.size(), 3);
        QVERIFY(chart.accessibleDescription().contains("there: 4.0"));
    }

private:
    QTemporaryDir m_dir;
    fs::path m_film, m_bare;
};

MIEN_UI_TEST(TestTruthCard)

} // namespace tst_truth_card

#include "tst_truth_card.moc"
