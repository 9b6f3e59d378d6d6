// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/debias.h"
#include "core/training/spotting_model.h"
#include "planted_set.h"
#include "support/verify.h"

#include <QTemporaryDir>

namespace tst_debias {

using namespace mien;
using namespace mien::training;
using fairness::CalibrationOptions;
using fairness::Head;

class TestDebias : public QObject {
    Q_OBJECT

private:
    FoldPlan m_plan;
    SpottingSet m_set;
    std::vector<FoldResult> m_folds;

    static bool same(const std::vector<annotation::Proposal>& a, const std::vector<annotation::Proposal>& b) {
        return std::ranges::equal(a, b, [](const auto& p, const auto& q) {
            return p.type == q.type && p.onset == q.onset && p.apex == q.apex && p.offset == q.offset &&
                   p.score == q.score;
        });
    }

private slots:
    void initTestCase() {
        m_plan.recipe = quickRecipe();
        m_plan.recipe.optimisation.epochs = 12;
        m_plan.recipe.optimisation.validationShare = 0.4;
        m_plan.folds = 2;
        m_plan.seed = 5;
        m_set = plantedSet(10, m_plan.recipe);
        m_set.films[3].graph.essential = {8}; // as if one graph had a directed edge
        auto folds = crossValidate(nullptr, m_set, m_plan, {});
        MIEN_VERIFY(folds);
        m_folds = *std::move(folds);
    }

    void partsAreThoseThatTheFoldsWereTrainedWith() {
        const auto parts = partsOf(m_set, m_plan);
        MIEN_VERIFY(parts);
        std::vector<int> tested(m_set.films.size());
        for (std::size_t k = 0; k < parts->size(); ++k) {
            const auto& part = (*parts)[k];
            QCOMPARE(part.train.size() + part.choose.size() + part.test.size(), m_set.films.size());
            QCOMPARE(part.choose.size(), std::size_t(2));
            QCOMPARE(part.test.size(), m_folds[k].films.size());
            for (std::size_t i = 0; i < part.test.size(); ++i) {
                QCOMPARE(m_set.films[part.test[i]].name, m_folds[k].films[i].name);
                ++tested[part.test[i]];
            }
        }
        QCOMPARE(tested, std::vector<int>(m_set.films.size(), 1));
    }

    void withoutCorrectionTheFoldsOwnResultComesBack() {
        const auto parts = partsOf(m_set, m_plan);
        MIEN_VERIFY(parts);
        for (std::size_t k = 0; k < m_folds.size(); ++k) {
            const auto films = counterfactualsOf(nullptr, m_set, (*parts)[k].test, m_folds[k].trained,
                                                 m_plan.recipe, {true, true}, "cpu");
            MIEN_VERIFY(films);
            for (std::size_t i = 0; i < films->size(); ++i) {
                const auto found = foundWith((*films)[i], m_folds[k].trained, {}, "x");
                MIEN_VERIFY(found);
                QVERIFY(same(found->proposals, m_folds[k].films[i].proposals));
                const auto& film = (*films)[i];
                QCOMPARE(film.null.values.size(), film.predicted.values.size());
                QCOMPARE(film.null.at(3, nn::MicroApex), film.null.at(200, nn::MicroApex));
                QCOMPARE(film.masked.values.empty(), film.film != &m_set.films[3]);
                if (!film.masked.values.empty())
                    QVERIFY(film.masked.values != film.predicted.values);
            }
        }
        auto debiased = debias(nullptr, m_set, m_plan, m_folds, {}, {});
        MIEN_VERIFY(debiased);
        QCOMPARE(debiased->folds.size(), std::size_t(2));
        QVERIFY(scoreOf(debiased->before).counts.overall() == scoreOf(m_folds).counts.overall());
        QCOMPARE(debiased->folds[0].masked + debiased->folds[1].masked, 1);
        QCOMPARE(debiased->auditedAfter.size(), m_set.films.size());
        QCOMPARE(debiased->auditedAfter[0].attributes.size(), std::size_t(1));
        for (std::size_t k = 0, at = 0; k < 2; ++k)
            for (std::size_t i = 0; i < m_folds[k].films.size(); ++i, ++at)
                if (debiased->folds[k].calibration.lambdas.allZero())
                    QVERIFY(same(debiased->after[at].proposals, m_folds[k].films[i].proposals));
    }

    void aPlantedOffsetOfAnApexHeadIsFoundAndUndone() {
        // All say the macro-apex is likelier by 0.45, moving or not: what a head would say that learnt how
        // frequent expressions are instead of what they look like. Test films of the same network.
        const auto parts = partsOf(m_set, m_plan);
        MIEN_VERIFY(parts);
        auto trained = m_folds[0].trained;
        trained.proposals.macroApex = trained.proposals.microApex = 0.5;
        std::vector<std::size_t> all = (*parts)[0].choose;
        all.insert(all.end(), (*parts)[0].test.begin(), (*parts)[0].test.end());
        auto films = counterfactualsOf(nullptr, m_set, all, trained, m_plan.recipe, {true, false}, "cpu");
        MIEN_VERIFY(films);
        const auto counts = [&](const fairness::Lambdas& lambdas) {
            evaluation::SpottingCounts macro;
            for (const auto& film : *films)
                macro += foundWith(film, trained, lambdas, "x")->counts.macro;
            return macro;
        };
        const double clean = counts({}).f1();
        for (auto& film : *films)
            for (auto* values : {&film.predicted, &film.null})
                for (std::size_t s = 0; s < values->samples(); ++s)
                    values->at(s, nn::MacroApex) = std::min(1.0f, values->at(s, nn::MacroApex) + 0.45f);
        const double planted = counts({}).f1();
        QVERIFY2(clean > planted + 0.1, qPrintable(QString("%1 %2").arg(clean).arg(planted)));
        CalibrationOptions options;
        options.masked = false;
        const auto found = findLambdas(*films, trained, options, {});
        MIEN_VERIFY(found);
        QVERIFY(found->proved);
        QVERIFY(found->lambdas.null[static_cast<std::size_t>(Head::MacroApex)] > 0.0);
        const double undone = counts(found->lambdas).f1();
        QVERIFY2(undone >= clean - 0.05, qPrintable(QString("%1 of %2").arg(undone).arg(clean)));
    }

    void whatCannotBeLookedForIsSaid() {
        auto plan = m_plan;
        plan.recipe.optimisation.selection = "last";
        QCOMPARE(debias(nullptr, m_set, plan, m_folds, {}, {}).error().code, ErrorCode::InvalidArgument);
        plan.recipe.optimisation.selection = "oracle";
        QCOMPARE(debias(nullptr, m_set, plan, m_folds, {}, {}).error().code, ErrorCode::InvalidArgument);
        CalibrationOptions options;
        options.objective = "equalised-odds";
        options.attribute = "height";
        QCOMPARE(debias(nullptr, m_set, m_plan, m_folds, options, {}).error().code,
                 ErrorCode::InvalidArgument);
        options.attribute = "set";
        MIEN_VERIFY(debias(nullptr, m_set, m_plan, m_folds, options, {}));
        plan = m_plan;
        plan.recipe.optimisation.validationShare = 0.1; // one subject: nobody is left to try λ on
        auto folds = m_folds;
        const auto one = debias(nullptr, m_set, plan, folds, {}, {});
        MIEN_VERIFY(one);
        QVERIFY(!one->folds[0].note.empty());
        QVERIFY(scoreOf(one->after).counts.overall() == scoreOf(one->before).counts.overall());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(debias(nullptr, m_set, m_plan, m_folds, {}, {stop.get_token(), {}, 1}).error().code,
                 ErrorCode::Cancelled);
    }

    void aModelFolderGetsItsWeights() {
        SpotterTraining how;
        how.recipe = m_plan.recipe;
        how.seed = m_plan.seed;
        std::vector<std::size_t> all(m_set.films.size());
        std::iota(all.begin(), all.end(), 0);
        std::tie(how.train, how.choose) = setAside(m_set, all, 0.4, how.seed);
        CardFacts facts;
        facts.name = "planted";
        facts.seed = how.seed;
        auto folder = modelFolder(m_folds[0].trained, m_set, how, facts);
        const auto found = debiasModel(nullptr, m_set, folder, {}, "cpu", {});
        MIEN_VERIFY(found);
        QVERIFY(folder.model.correction.null == found->lambdas.null);
        QVERIFY(folder.model.correction.by.find("4 subjects") != std::string::npos);
        QTemporaryDir dir;
        const auto path = std::filesystem::path(dir.path().toStdString()) / "model";
        MIEN_VERIFY(spotting::writeModel(path, folder));
        const auto read = spotting::readModelManifest(path);
        MIEN_VERIFY(read);
        QVERIFY(read->correction == folder.model.correction);
        const auto whole = spotting::readModel(path);
        MIEN_VERIFY(whole);
        QVERIFY(whole->card.find("Found by: " + folder.model.correction.by) != std::string::npos);
        folder.model.provenance.films = 3;
        QCOMPARE(debiasModel(nullptr, m_set, folder, {}, "cpu", {}).error().code, ErrorCode::InvalidArgument);
    }

    void theCardSaysTheCorrectionOnce() {
        spotting::ModelFolder folder;
        folder.card = "# x\n\n## Limits\n\n- none\n\n## Every option\n\n```\nepochs=3\n```\n";
        const std::string plain = folder.card;
        spotting::Correction correction;
        correction.null[2] = 0.35;
        setCorrection(folder, correction);
        QVERIFY(folder.model.correction == correction);
        QVERIFY(folder.card.find("| micro-apex | 0.35 | 0.00 |") != std::string::npos);
        QVERIFY(folder.card.find("## Correction") < folder.card.find("## Every option"));
        correction.null[2] = 0.1;
        setCorrection(folder, correction);
        QVERIFY(folder.card.find("0.35") == std::string::npos);
        QVERIFY(folder.card.find("| micro-apex | 0.10 | 0.00 |") != std::string::npos);
        setCorrection(folder, {});
        QCOMPARE(folder.card, plain);
        folder.card = "# written by hand";
        setCorrection(folder, correction);
        QVERIFY(folder.card.starts_with("# written by hand\n## Correction\n"));
    }
};

MIEN_TEST(TestDebias)

} // namespace tst_debias

#include "tst_debias.moc"
