// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/evaluation/f1_bounds.h"
#include "core/training/spotting_folds.h"
#include "planted_set.h"
#include "support/verify.h"

#include <QTemporaryDir>

namespace tst_spotting_folds {

using namespace mien;
using namespace mien::training;

class TestSpottingFolds : public QObject {
    Q_OBJECT

private:
    static FoldPlan planIn(const QTemporaryDir& dir) {
        FoldPlan plan;
        plan.recipe = quickRecipe();
        plan.recipe.optimisation.epochs = 4;
        plan.folds = 3;
        plan.seed = 5;
        plan.folder = dir.path().toStdString();
        return plan;
    }

private slots:
    void everyFilmIsTestedOnceByANetworkThatDoesNotKnowItsSubject() {
        QTemporaryDir dir;
        auto plan = planIn(dir);
        const auto set = plantedSet(6, plan.recipe);
        std::map<int, int> epochs;
        plan.onEpoch = [&](int fold, const EpochRecord&) { ++epochs[fold]; };
        const auto folds = crossValidate(nullptr, set, plan, {});
        MIEN_VERIFY(folds);
        QCOMPARE(folds->size(), std::size_t(3));
        QCOMPARE(epochs, (std::map<int, int>{{0, 4}, {1, 4}, {2, 4}}));
        const auto score = scoreOf(*folds);
        QCOMPARE(score.subjects.size(), std::size_t(6));
        QCOMPARE(score.counts.overall().tp + score.counts.overall().fn, std::int64_t(24));

        // What is done is read, not done again; one thread or two, the same.
        epochs.clear();
        JobContext one;
        one.threads = 1;
        const auto again = crossValidate(nullptr, set, plan, one);
        MIEN_VERIFY(again);
        QVERIFY(epochs.empty());
        QVERIFY(scoreOf(*again).counts.overall() == score.counts.overall());
        QVERIFY((*again)[1].trained.weights == (*folds)[1].trained.weights);
        QCOMPARE((*again)[1].films[0].proposals.size(), (*folds)[1].films[0].proposals.size());
    }

    void foldsOfAClusterAreGatheredAndTheMissingOnesNamed() {
        QTemporaryDir dir, whole;
        auto plan = planIn(dir);
        plan.recipe.optimisation.epochs = 2;
        const auto set = plantedSet(6, plan.recipe);
        for (const int fold : {2, 0, 2}) { // one comes twice
            plan.only = fold;
            MIEN_VERIFY(crossValidate(nullptr, set, plan, {}));
        }
        std::vector<std::string> missing;
        auto gathered = gatherFolds(set, plan, missing);
        MIEN_VERIFY(gathered);
        QCOMPARE(gathered->size(), std::size_t(2));
        QCOMPARE(missing.size(), std::size_t(1));
        QVERIFY(missing.front().starts_with("2 "));
        plan.only = 1;
        MIEN_VERIFY(crossValidate(nullptr, set, plan, {}));
        missing.clear();
        gathered = gatherFolds(set, plan, missing);
        MIEN_VERIFY(gathered);
        QVERIFY(missing.empty());
        auto together = planIn(whole);
        together.recipe.optimisation.epochs = 2;
        const auto once = crossValidate(nullptr, set, together, {});
        MIEN_VERIFY(once);
        QVERIFY(scoreOf(*once).counts.overall() == scoreOf(*gathered).counts.overall());

        plan.only = 7;
        const auto none = crossValidate(nullptr, set, plan, {});
        QVERIFY(!none);
        QCOMPARE(none.error().code, ErrorCode::InvalidArgument);
        plan.only.reset();
        plan.seed = 6; // another plan's folder
        QVERIFY(!gatherFolds(set, plan, missing));
        plan.seed = 5;
        const auto first = std::filesystem::path(dir.path().toStdString()) / "folds/001";
        const auto weights = readTextFile(first / "weights.safetensors");
        MIEN_VERIFY(weights);
        MIEN_VERIFY(writeFileAtomically(first / "weights.safetensors",
                                        std::string_view(*weights).substr(0, weights->size() / 2)));
        const auto cut = gatherFolds(set, plan, missing);
        QVERIFY(!cut);
        QVERIFY(cut.error().sentence().find("delete its folder") != std::string::npos);
        MIEN_VERIFY(writeFileAtomically(first / "weights.safetensors", *weights));
        MIEN_VERIFY(writeFileAtomically(first / "fold.json", "{"));
        const auto damaged = gatherFolds(set, plan, missing);
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::Corrupt);
    }

    void shuffledLabelsTeachNothing() {
        QTemporaryDir dir, control;
        auto plan = planIn(dir);
        plan.recipe.optimisation.epochs = 12;
        plan.folds = 2;
        const auto set = plantedSet(8, plan.recipe);
        const auto right = crossValidate(nullptr, set, plan, {});
        plan.folder = control.path().toStdString();
        plan.shuffledLabels = true;
        const auto wrong = crossValidate(nullptr, set, plan, {});
        MIEN_VERIFY(right);
        MIEN_VERIFY(wrong);
        QVERIFY(scoreOf(*right).counts.overall().f1() > scoreOf(*wrong).counts.overall().f1() + 0.2);
    }

    void regularIntervalsAreAsManyAndAsLongAsTrueOnes() {
        const auto recipe = quickRecipe();
        const auto set = plantedSet(4, recipe);
        const auto films = baseline(set, "regular", {});
        MIEN_VERIFY(films);
        for (const auto& film : *films) {
            QCOMPARE(film.proposals.size(), std::size_t(4));
            for (const auto& p : film.proposals) {
                const auto length = p.offset.value - p.onset.value + 1;
                QVERIFY(p.type == annotation::ExpressionType::Micro ? length >= 9 && length <= 15
                                                                    : length >= 29 && length <= 47);
            }
        }
        MIEN_VERIFY(baseline(set, "rules", {}));
        QVERIFY(!baseline(set, "nobody", {}));
    }

    void boundsHoldTheFigureAndShrinkWithSubjects() {
        using evaluation::SpottingCounts;
        std::vector<SpottingCounts> few{{5, 1, 2}, {1, 4, 4}, {3, 3, 3}}, many;
        for (int i = 0; i < 30; ++i)
            many.push_back(few[static_cast<std::size_t>(i % 3)]);
        const auto wide = evaluation::f1Bounds(few), narrow = evaluation::f1Bounds(many);
        const double f1 = SpottingCounts{9, 8, 9}.f1();
        QVERIFY(wide && narrow);
        QVERIFY(wide->low < f1 && f1 < wide->high);
        QVERIFY(narrow->low < f1 && f1 < narrow->high);
        QVERIFY(narrow->high - narrow->low < wide->high - wide->low);
        QVERIFY(!evaluation::f1Bounds(std::vector<SpottingCounts>{{1, 1, 1}}));
        const auto same = evaluation::f1DifferenceBounds(many, many);
        QCOMPARE(same->low, 0.0);
        QCOMPARE(same->high, 0.0);
    }
};

MIEN_TEST(TestSpottingFolds)

} // namespace tst_spotting_folds

#include "tst_spotting_folds.moc"
