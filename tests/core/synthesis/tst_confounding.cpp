// SPDX-License-Identifier: GPL-3.0-or-later
// A planted confounder of strength s shows as s in the data.
#include "scm_model.h"
#include "support/verify.h"

#include <map>

namespace tst_confounding {

using namespace mien;
using namespace mien::synthesis;

namespace {

/// Five standard deviations of a share over n samples.
double slack(double n) {
    return 5.0 * 0.5 / std::sqrt(n);
}

bool shows(const Sample& s, int unit) {
    const auto& units = s.episodes[0].units;
    return std::any_of(units.begin(), units.end(),
                       [unit](const UnitEvent& u) { return u.state.unit == unit; });
}

} // namespace

class TestConfounding : public QObject {
    Q_OBJECT

private:
    static void strengths() {
        QTest::addColumn<double>("s");
        for (const double s : {0.0, 0.3, 0.7, 1.0})
            QTest::newRow(qPrintable(QString::number(s))) << s;
    }

private slots:
    void choicesOfTwoSubjectsDifferByTheStrength_data() { strengths(); }
    void choicesOfTwoSubjectsDifferByTheStrength() {
        QFETCH(double, s);
        auto options = test::scmOptions();
        options.subject.emotion = options.subject.units = s;
        const auto scm = *Scm::create(options);
        constexpr int kEach = 2000;
        std::array<std::map<std::string, double>, 2> emotions;
        std::array<double, 2> habit{};
        const int unit = scm.customs(0).habit.unit;
        QVERIFY(unit != 0 && unit != scm.customs(1).habit.unit);
        for (std::size_t person = 0; person < 2; ++person) {
            Interventions done;
            done.subject = person;
            for (std::uint64_t i = 0; i < kEach; ++i) {
                const auto sample = *scm.sample(i + person * kEach, done);
                emotions[person][sample.episodes[0].emotion] += 1.0 / kEach;
                habit[person] += shows(sample, unit) ? 1.0 / kEach : 0.0;
            }
        }
        double variation = 0.0;
        for (const auto& emotion : options.table.emotions)
            variation += 0.5 * std::abs(emotions[0][emotion.name] - emotions[1][emotion.name]);
        QVERIFY2(std::abs(variation - s) < 2 * slack(kEach), qPrintable(QString::number(variation)));
        QVERIFY2(std::abs(habit[0] - habit[1] - s) < 2 * slack(kEach), qPrintable(QString::number(habit[0])));
    }

    void labelsUnderTheSameFaceDifferByTheStrength_data() { strengths(); }
    void labelsUnderTheSameFaceDifferByTheStrength() {
        QFETCH(double, s);
        auto options = test::scmOptions();
        options.subject.label = s;
        const auto scm = *Scm::create(options);
        Interventions done;
        done.units = {{12, annotation::Side::Bilateral, 1.0}};
        constexpr int kEach = 1500;
        std::array<double, 2> happy{}; // person 0 is expected to be happy, person 1 sad
        for (std::size_t person = 0; person < 2; ++person) {
            done.subject = person;
            for (std::uint64_t i = 0; i < kEach; ++i)
                happy[person] += scm.sample(i, done)->episodes[0].label == "happiness" ? 1.0 / kEach : 0.0;
        }
        QVERIFY(std::abs(happy[0] - happy[1] - s) < 2 * slack(kEach));
    }

    void quantitiesCorrelateWithTheSubjectByTheStrength_data() { strengths(); }
    void quantitiesCorrelateWithTheSubjectByTheStrength() {
        QFETCH(double, s);
        constexpr std::size_t kPeople = 1500;
        auto options = test::scmOptions(kPeople);
        options.subject.intensity = options.subject.timing = options.subject.camera = s;
        options.nuisance.lightGain = {0.0, 1.0}; // so that the value is its own uniform number
        const auto scm = *Scm::create(options);
        std::vector<double> custom, light, level, levelCustom, duration, durationCustom;
        const auto score = [](double u) { // inverse of normalShare by bisection
            double low = -8, high = 8;
            for (int i = 0; i < 60; ++i)
                (normalShare(0.5 * (low + high)) < u ? low : high) = 0.5 * (low + high);
            return low;
        };
        Interventions done;
        done.emotion = "happiness"; // AU 12 is sure
        for (std::size_t person = 0; person < kPeople; ++person) {
            done.subject = person;
            const auto sample = *scm.sample(person, done);
            custom.push_back(scm.customs(person).light);
            light.push_back(score(sample.light.gain));
            for (const auto& unit : sample.episodes[0].units)
                if (unit.state.unit == 12) {
                    levelCustom.push_back(scm.customs(person).intensity);
                    level.push_back(score(unit.state.level - 0.5)); // micro: uniform in 0.5 … 1.5
                }
            durationCustom.push_back(scm.customs(person).duration);
            const auto& t = sample.episodes[0].timing;
            double u = 0.0; // inverse of the quantile function
            for (double step = 0.5; step > 1e-9; step /= 2)
                u += microDurationS(u + step) <= t.offsetS - t.onsetS ? step : 0.0;
            duration.push_back(score(u));
        }
        const double tolerance = 5.0 / std::sqrt(kPeople);
        QVERIFY(std::abs(test::correlation(custom, light) - s) < tolerance);
        QVERIFY(std::abs(test::correlation(levelCustom, level) - s) < tolerance);
        QVERIFY(std::abs(test::correlation(durationCustom, duration) - s) < tolerance);
        double mean = 0; // the distribution over subjects stays the common one
        for (const double u : light)
            mean += u / kPeople;
        QVERIFY(std::abs(mean) < tolerance);
    }

    void spuriousLinksHoldWithTheirStrengthInTheirSplitAlone_data() { strengths(); }
    void spuriousLinksHoldWithTheirStrengthInTheirSplitAlone() {
        QFETCH(double, s);
        auto options = test::scmOptions();
        using Kind = PlantedLink::Kind;
        options.planted = {{Kind::Unit, "happiness", 18, s},
                           {Kind::Light, "sadness", 0, s},
                           {Kind::Camera, "surprise", 0, s},
                           {Kind::Duration, "disgust", 0, s, 0.5}};
        const auto scm = *Scm::create(options);
        struct Counts {
            double n = 0, yes = 0;
            double share() const { return yes / n; }
        };
        // by kind, split is train, and whether the class is the link's
        std::map<std::tuple<int, bool, bool>, Counts> counts;
        const auto count = [&](int kind, const Sample& sample, bool ofClass, bool yes) {
            auto& c = counts[{kind, sample.split == "train", ofClass}];
            ++c.n;
            c.yes += yes;
        };
        for (std::uint64_t i = 0; i < 6000; ++i) {
            const auto sample = *scm.sample(i);
            const auto& e = sample.episodes[0];
            count(0, sample, e.emotion == "happiness", shows(sample, 18));
            count(1, sample, e.label == "sadness", sample.light.gain < options.nuisance.lightGain.first);
            count(2, sample, e.label == "surprise",
                  sample.camera.noiseSigma > options.nuisance.noiseSigma.second);
            count(3, sample, e.emotion == "disgust",
                  e.timing.offsetS - e.timing.onsetS < 0.17); // none is by itself
        }
        for (int kind = 0; kind < 3; ++kind) {
            QVERIFY(std::abs(counts[{kind, true, true}].share() - s) < slack(counts[{kind, true, true}].n));
            QVERIFY((counts[{kind, true, false}].yes == 0.0));
            QVERIFY((counts[{kind, false, true}].yes == 0.0));
        }
        // Half of a duration is below 0.17 s where the whole is below 0.34 s.
        double u = 0;
        while (microDurationS(u) < 0.34)
            u += 1e-4;
        QVERIFY(std::abs(counts[{3, true, true}].share() - s * u) < slack(counts[{3, true, true}].n));
        QVERIFY((counts[{3, false, true}].yes == 0.0));
    }

    void imbalanceIsThatOfTheWeights() {
        auto options = test::scmOptions();
        options.weights = {1, 1, 1, 1};
        options.splitWeights["train"] = {5, 1, 1, 1};
        const auto scm = *Scm::create(options);
        std::map<std::string, double> happy, all;
        for (std::uint64_t i = 0; i < 3000; ++i) {
            const auto sample = *scm.sample(i);
            happy[sample.split] += sample.episodes[0].emotion == "happiness";
            ++all[sample.split];
        }
        QVERIFY(std::abs(happy["train"] / all["train"] - 5.0 / 8) < slack(all["train"]));
        QVERIFY(std::abs(happy["test"] / all["test"] - 0.25) < slack(all["test"]));
    }
};

MIEN_TEST(TestConfounding)

} // namespace tst_confounding

#include "tst_confounding.moc"
