// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fairness/calibrate.h"
#include "support/verify.h"

#include <atomic>
#include <set>

namespace tst_calibrate {

using namespace mien;
using namespace mien::fairness;
using annotation::ExpressionType;

namespace {

constexpr std::size_t kMicroApexOutput = 6, kMacroApexOutput = 7;

/// A film's probabilities: apexes of blocks of ten frames; everything else is 0.1.
struct Film {
    std::string subject, sex;
    std::vector<float> macroApex; ///< one a block
    std::vector<bool> truths;     ///< whether the block is a macro-expression
    std::vector<float> predicted, null, masked;

    Film(std::string who, std::string ofSex, std::vector<float> apexes, std::vector<bool> isTrue,
         float nullApex = 0.3f, float maskedApex = 0.0f)
        : subject(std::move(who)),
          sex(std::move(ofSex)),
          macroApex(std::move(apexes)),
          truths(std::move(isTrue)) {
        const std::size_t frames = 10 * macroApex.size();
        predicted.assign(frames * 10, 0.1f);
        null = masked = predicted;
        for (std::size_t i = 0; i < frames; ++i) {
            predicted[i * 10 + kMacroApexOutput] = macroApex[i / 10];
            null[i * 10 + kMacroApexOutput] = nullApex;
            masked[i * 10 + kMacroApexOutput] = maskedApex;
        }
    }
    CalibrationFilm view(bool withMasked = true) const {
        CalibrationFilm f{subject + ".mp4",
                          subject,
                          std::ssize(predicted) / 10,
                          30.0,
                          {{"sex", sex}},
                          {},
                          predicted,
                          null,
                          masked};
        if (!withMasked)
            f.masked = {};
        for (std::size_t b = 0; b < truths.size(); ++b)
            if (truths[b])
                f.truths.push_back(
                    {{{std::int64_t(10 * b)}, {std::int64_t(10 * b + 9)}}, ExpressionType::Macro});
        return f;
    }
};

/// Each block whose apex is above one half.
std::vector<TypedInterval> propose(std::size_t, std::span<const float> p) {
    std::vector<TypedInterval> found;
    for (const auto& [output, type] : {std::pair{kMacroApexOutput, ExpressionType::Macro},
                                       std::pair{kMicroApexOutput, ExpressionType::Micro}})
        for (std::size_t i = 0; i < p.size() / 10; i += 10)
            if (p[i * 10 + output] > 0.5f)
                found.push_back({{{std::int64_t(i)}, {std::int64_t(i + 9)}}, type});
    return found;
}

std::vector<CalibrationFilm> views(const std::vector<Film>& films) {
    std::vector<CalibrationFilm> all;
    for (const Film& f : films)
        all.push_back(f.view());
    return all;
}

/// Truths at 0.9, false alarms at 0.6, a level of 0.3 that a still film would give too: λ₁ of 0.35 removes
/// the false alarms (0.6 − 0.35 · 0.3 < 0.5), less does not.
std::vector<Film> levelled() {
    std::vector<Film> films;
    for (const char* who : {"a", "b", "c", "d"})
        films.emplace_back(who, "x", std::vector<float>{0.9f, 0.1f, 0.6f, 0.1f, 0.9f, 0.6f},
                           std::vector<bool>{true, false, false, false, true, false});
    return films;
}

std::size_t at(Head head) {
    return static_cast<std::size_t>(head);
}

} // namespace

class TestCalibrate : public QObject {
    Q_OBJECT

private slots:
    void theGridIsTheGuides() {
        const auto grid = lambdaGrid();
        QCOMPARE(grid.size(), std::size_t{16});
        QCOMPARE(grid.front(), 0.0);
        QCOMPARE(grid[10], 0.5);
        QCOMPARE(grid.back(), 1.0);
        QVERIFY(std::ranges::is_sorted(grid));
    }
    void aLevelThatAStillFilmGivesTooIsTakenOff() {
        const auto films = levelled();
        const auto found = calibrate(views(films), {}, propose, {});
        MIEN_VERIFY(found);
        QVERIFY(found->proved);
        QCOMPARE(found->before.f1, 2.0 * 8 / (8 + 16)); // 8 found, 8 false
        QCOMPARE(found->after.f1, 1.0);
        QCOMPARE(found->lambdas.null[at(Head::MacroApex)], 0.35); // the smallest that does it
        Lambdas others = found->lambdas;
        others.null[at(Head::MacroApex)] = 0.0;
        QVERIFY(others.allZero()); // of equals the smallest
        QCOMPARE(found->ofFolds.size(), std::size_t{4});
        for (const auto& fold : found->ofFolds)
            QCOMPARE(fold, found->lambdas);
        QVERIFY(QString::fromStdString(found->by).contains("4 subjects in 4 folds"));
    }
    void whatTheMaskedFilmSaysIsTakenOff() {
        // A still film says nothing; what is left of the masked one says it of every block.
        std::vector<Film> films;
        for (const char* who : {"a", "b", "c"})
            films.emplace_back(who, "x", std::vector<float>{0.95f, 0.62f, 0.1f},
                               std::vector<bool>{true, false, false}, 0.0f, 0.5f);
        const auto found = calibrate(views(films), {}, propose, {});
        MIEN_VERIFY(found);
        QCOMPARE(found->lambdas.masked[at(Head::MacroApex)],
                 0.25); // 0.62 − 0.25 · 0.5 < 0.5
        QCOMPARE(found->after.f1, 1.0);
        CalibrationOptions options;
        options.masked = false;
        const auto without = calibrate(views(films), options, propose, {});
        MIEN_VERIFY(without);
        QVERIFY(without->lambdas.allZero() && !without->proved);
    }
    void whereNothingCanBeGainedNothingIsCorrected() {
        std::vector<Film> films;
        for (const char* who : {"a", "b", "c"})
            films.emplace_back(who, "x", std::vector<float>{0.9f, 0.1f}, std::vector<bool>{true, false});
        const auto found = calibrate(views(films), {}, propose, {});
        MIEN_VERIFY(found);
        QVERIFY(!found->proved && found->lambdas.allZero());
        QCOMPARE(found->after.f1, found->before.f1);
    }
    void whatHelpsOneSubjectAloneIsNotAdopted() {
        // Subject a's false alarms go with λ₁ = 0.35 and more; b and c lose a truth each then. Without b, a
        // and c gain together, so that b pays, and the same of c.
        const std::vector<float> fragile{0.6f, 0.9f};
        std::vector<Film> films;
        films.emplace_back("a", "x", std::vector<float>{0.6f, 0.6f, 0.9f},
                           std::vector<bool>{false, false, true});
        films.emplace_back("b", "x", fragile, std::vector<bool>{true, true});
        films.emplace_back("c", "x", fragile, std::vector<bool>{true, true});
        const auto found = calibrate(views(films), {}, propose, {});
        MIEN_VERIFY(found);
        QVERIFY(!found->proved && found->lambdas.allZero());
        QVERIFY(found->after.f1 <= found->before.f1);
    }
    void oddsBecomeEqualAsFarAsF1Allows() {
        // Women have false alarms, men have none.
        std::vector<Film> films;
        for (const char* who : {"f1", "f2", "f3"})
            films.emplace_back(who, "female", std::vector<float>{0.9f, 0.6f, 0.6f, 0.1f, 0.1f},
                               std::vector<bool>{true, false, false, false, false});
        for (const char* who : {"m1", "m2", "m3"})
            films.emplace_back(who, "male", std::vector<float>{0.9f, 0.9f, 0.9f, 0.1f, 0.1f},
                               std::vector<bool>{true, true, true, false, false});
        CalibrationOptions options;
        options.objective = "equalised-odds";
        options.attribute = "sex";
        const auto found = calibrate(views(films), options, propose, {});
        MIEN_VERIFY(found);
        QVERIFY(found->before.gap && *found->before.gap > 0.2);
        QVERIFY(found->proved && *found->after.gap == 0.0);
        QCOMPARE(found->lambdas.null[at(Head::MacroApex)], 0.35);

        // Now each man's truths stand at 0.6: equal odds cost more F1 than is allowed.
        for (Film& f : films)
            if (f.sex == "male")
                f = Film(f.subject, "male", {0.6f, 0.6f, 0.6f, 0.1f, 0.1f}, {true, true, true, false, false});
        const auto refused = calibrate(views(films), options, propose, {});
        MIEN_VERIFY(refused);
        QVERIFY(!refused->proved && refused->lambdas.allZero());
    }
    void foldsAreOfSubjects() {
        auto films = levelled();
        for (const char* who : {"a", "b"}) // second films of known subjects
            films.emplace_back(who, "x", std::vector<float>{0.9f}, std::vector<bool>{true});
        CalibrationOptions options;
        options.folds = 2;
        const auto found = calibrate(views(films), options, propose, {});
        MIEN_VERIFY(found);
        QCOMPARE(found->ofFolds.size(), std::size_t{2});
        options.folds = 100; // no more than subjects
        QCOMPARE(calibrate(views(films), options, propose, {})->ofFolds.size(), std::size_t{4});
    }
    void resultsDoNotDependOnThreads() {
        const auto films = levelled();
        const auto one = calibrate(views(films), {}, propose, JobContext{{}, {}, 1});
        const auto many = calibrate(views(films), {}, propose, JobContext{{}, {}, 4});
        QCOMPARE(one->lambdas, many->lambdas);
        QCOMPARE(one->evaluations, many->evaluations);
        QCOMPARE(one->after.f1, many->after.f1);
    }
    void foldsAskForMostlyTheSameChoices() {
        const auto films = levelled();
        std::atomic<int> asked = 0;
        const auto found = calibrate(views(films), {},
                                     [&](std::size_t i, std::span<const float> p) {
                                         ++asked;
                                         return propose(i, p);
                                     },
                                     {});
        QCOMPARE(asked.load(), static_cast<int>(4 * found->evaluations));
        QVERIFY(found->evaluations < 2 * 12 * 16); // one fold alone asks for that many
    }
    void nonsenseIsRefused() {
        const auto films = levelled();
        auto all = views(films);
        QVERIFY(!calibrate({all[0]}, {}, propose, {}));
        QVERIFY(!calibrate({}, {}, propose, {}));
        auto shorter = all;
        shorter[2].null = shorter[2].null.first(10);
        const auto refused = calibrate(shorter, {}, propose, {});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(refused.error().location, std::string("c.mp4"));
        shorter = all;
        shorter[1].masked = shorter[1].masked.first(10);
        QVERIFY(!calibrate(shorter, {}, propose, {}));
        CalibrationOptions options;
        options.objective = "equalised-odds";
        options.attribute = "sex"; // all of one
        QVERIFY(!calibrate(all, options, propose, {}));
        options.objective = "beauty";
        QVERIFY(!calibrate(all, options, propose, {}));
    }
    void stopsAreHeardAndProgressNeverFalls() {
        const auto films = levelled();
        double last = 0.0;
        bool fell = false;
        JobContext job;
        job.onProgress = [&](double fraction, std::string_view) {
            fell = fell || fraction < last;
            last = fraction;
        };
        MIEN_VERIFY(calibrate(views(films), {}, propose, job));
        QVERIFY(!fell && last == 1.0);
        std::stop_source stop;
        std::atomic<int> asked = 0;
        const auto found = calibrate(
            views(films), {},
            [&](std::size_t i, std::span<const float> p) {
                if (++asked == 9)
                    stop.request_stop();
                return propose(i, p);
            },
            JobContext{stop.get_token(), {}, 1});
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
        QVERIFY(asked < 20);
    }
};

MIEN_TEST(TestCalibrate)

} // namespace tst_calibrate

#include "tst_calibrate.moc"
