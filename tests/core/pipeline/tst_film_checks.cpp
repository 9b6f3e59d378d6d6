// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/film_checks.h"
#include "support/expression_films.h"
#include "support/test_program.h"

#include <QTemporaryDir>

namespace tst_film_checks {

using namespace mien;
using namespace mien::pipeline;
using annotation::ExpressionType;
namespace fs = std::filesystem;

class TestFilmChecks : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_films = std::make_unique<test::ExpressionFilms>(fs::path(m_dir.path().toStdString()));
        m_demand.frames = m_films->spec.frames;
        m_demand.actionUnits = {12, 25};
        m_demand.type = ExpressionType::Micro;
        auto source = media::openMedia(m_films->good(), {}, {});
        MIEN_VERIFY(source);
        m_demand.firstPicture = (*source)->read({0})->image;
    }

    void aGoodFilmPassesAndIsMeasured() {
        const auto verdict = check(m_films->good());
        QVERIFY2(verdict.accepted(), text(verdict).constData());
        QCOMPARE(verdict.checks.size(), filmCheckNames().size());
        for (std::size_t i = 0; i < verdict.checks.size(); ++i)
            QCOMPARE(verdict.checks[i].name, std::string(filmCheckNames()[i]));
        const auto& planted = m_films->spec.expressions.front();
        QVERIFY(std::abs(verdict.expression->apex - planted.apex) <= 2);
        QVERIFY(std::abs(verdict.expression->onset - planted.onset) <= 3);
        QVERIFY(verdict.peak > 2.0);
        QVERIFY(verdict.unseen.empty());
    }

    void spoiltFilmsFailForTheRightReason_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("part");
        QTest::newRow("still") << "still"
                               << "expression"
                               << "No expression is found; the face moves by";
        QTest::newRow("two faces") << "two faces"
                                   << "one-face"
                                   << "More than one face";
        QTest::newRow("no face") << "no face"
                                 << "face"
                                 << "There is no usable face.";
        QTest::newRow("turning") << "turning"
                                 << "head-motion"
                                 << "The head ";
        QTest::newRow("blurred") << "blurred"
                                 << "blur"
                                 << "Some frames are blurred";
        QTest::newRow("truncated") << "truncated"
                                   << "readable"
                                   << "cannot be read";
        QTest::newRow("short") << "short"
                               << "frames"
                               << "40 frames instead of 61. It is cut short";
        QTest::newRow("small") << "small"
                               << "size"
                               << "128×128 instead of 256×256";
        QTest::newRow("stays") << "stays"
                               << "phases"
                               << "does not return";
    }
    void spoiltFilmsFailForTheRightReason() {
        QFETCH(QString, kind);
        QFETCH(QString, reason);
        QFETCH(QString, part);
        const auto verdict = check(film(kind));
        QVERIFY(!verdict.accepted());
        const auto* failed = verdict.find(reason.toStdString());
        QVERIFY2(failed != nullptr && !failed->passed, text(verdict).constData());
        QVERIFY2(failed->sentence.find(part.toStdString()) != std::string::npos, failed->sentence.c_str());
    }

    void aBlinkIsRejectedUnlessItWasAskedFor() {
        auto films = *m_films;
        films.spec.blinks.push_back({{10}, {13}, {17}});
        const auto film = films.rendered("blink");
        const auto verdict = check(film);
        const auto* blink = verdict.find("blink");
        QVERIFY2(blink != nullptr && !blink->passed, text(verdict).constData());
        auto demand = m_demand;
        demand.actionUnits.push_back(45);
        const auto asked = checkFilm(film, demand, {}, {}, {});
        MIEN_VERIFY(asked);
        QVERIFY(asked->find("blink")->passed && !asked->find("blink")->judged);
    }

    void aLongExpressionIsNoMicroExpression() {
        auto films = *m_films;
        auto& e = films.spec.expressions.front();
        e.onset = {12};
        e.apex = {25};
        e.offset = {45};
        const auto film = films.rendered("long");
        const auto verdict = check(film);
        QVERIFY2(verdict.reasons() == std::vector<std::string>{"duration"}, text(verdict).constData());
        QVERIFY(verdict.find("duration")->sentence.find("too long for a micro-expression") !=
                std::string::npos);
        auto demand = m_demand;
        demand.type = ExpressionType::Macro;
        const auto macro = checkFilm(film, demand, {}, {}, {});
        MIEN_VERIFY(macro);
        QVERIFY2(macro->accepted(), text(*macro).constData());
        demand.type.reset();
        QVERIFY(!checkFilm(film, demand, {}, {}, {})->find("duration")->judged);
    }

    void anotherPartOfTheFaceIsNotWhatWasAskedFor() {
        auto demand = m_demand;
        demand.actionUnits = {4};
        const auto verdict = checkFilm(m_films->good(), demand, {}, {}, {});
        MIEN_VERIFY(verdict);
        QVERIFY2(verdict->reasons() == std::vector<std::string>{"place"}, text(*verdict).constData());
        demand.actionUnits = {4, 6, 12}; // a part of what was asked for
        const auto part = checkFilm(m_films->good(), demand, {}, {}, {});
        MIEN_VERIFY(part);
        QVERIFY2(part->accepted(), text(*part).constData());
        QCOMPARE(part->unseen, std::vector<int>{4});
        demand.actionUnits = {6}; // no region of its own: nothing to judge by
        demand.fps = {30, 1};
        const auto slow = checkFilm(m_films->good(), demand, {}, {}, {});
        MIEN_VERIFY(slow);
        QVERIFY(!slow->find("place")->judged);
        QCOMPARE(slow->reasons(), std::vector<std::string>{"rate"});
    }

    void limitsDecide() {
        FilmLimits strict;
        strict.leastSharpness = 1.0;
        strict.neutralFrames = 60;
        const auto verdict = checkFilm(m_films->good(), m_demand, strict, {}, {});
        MIEN_VERIFY(verdict);
        QVERIFY(!verdict->find("phases")->passed);
        QVERIFY(!verdict->accepted());
    }

    void aMissingModelIsNoFaultOfTheFilm() {
        AnalyseOptions options;
        options.landmarkModel = "none.dat";
        const auto verdict = checkFilm(m_films->good(), m_demand, {}, options, {});
        QVERIFY(!verdict);
        QCOMPARE(verdict.error().code, ErrorCode::MissingDependency);
    }

    void cancelled() {
        std::stop_source stop;
        stop.request_stop();
        JobContext job;
        job.stop = stop.get_token();
        const auto verdict = checkFilm(m_films->good(), m_demand, {}, {}, job);
        QVERIFY(!verdict && verdict.error().code == ErrorCode::Cancelled);
    }

private:
    fs::path film(const QString& kind) {
        if (kind == "still")
            return m_films->still();
        if (kind == "two faces")
            return m_films->twoFaces();
        if (kind == "no face")
            return m_films->noFace();
        if (kind == "turning")
            return m_films->turning();
        if (kind == "blurred")
            return m_films->blurred();
        if (kind == "truncated")
            return m_films->truncated();
        if (kind == "short")
            return m_films->spoilt(
                "short", [](const cv::Mat& frame, int) { return frame; }, 40);
        if (kind == "small")
            return m_films->spoilt("small", [](const cv::Mat& frame, int) {
                cv::Mat half;
                cv::resize(frame, half, {}, 0.5, 0.5, cv::INTER_AREA);
                return half;
            });
        cv::Mat apex;
        return m_films->spoilt("stays", [apex, this](const cv::Mat& frame, int t) mutable {
            if (t <= m_films->spec.expressions.front().apex.value)
                apex = frame.clone();
            return apex;
        });
    }
    FilmVerdict check(const fs::path& film) const {
        const auto verdict = checkFilm(film, m_demand, {}, {}, {});
        if (!verdict)
            qWarning("%s: %s", film.c_str(), verdict.error().message.c_str());
        return verdict ? *verdict : FilmVerdict();
    }
    static QByteArray text(const FilmVerdict& verdict) {
        QByteArray out;
        for (const auto& check : verdict.checks)
            out += QByteArray::fromStdString(check.name) + (check.passed ? " ok " : " FAILED ") +
                   QByteArray::number(check.figure, 'g', 3) + " (" + QByteArray::number(check.limit, 'g', 3) +
                   ") " + QByteArray::fromStdString(check.sentence) + "\n";
        return out;
    }

    QTemporaryDir m_dir;
    std::unique_ptr<test::ExpressionFilms> m_films;
    FilmDemand m_demand;
};

MIEN_TEST(TestFilmChecks)

} // namespace tst_film_checks

#include "tst_film_checks.moc"
