// SPDX-License-Identifier: GPL-3.0-or-later
// The laws of the structural causal model.
#include "core/synthesis/scm_clip.h"
#include "core/synthesis/scm_graph.h"
#include "scm_model.h"
#include "support/verify.h"

#include <functional>
#include <map>
#include <set>

namespace tst_scm {

using namespace mien;
using namespace mien::synthesis;
using annotation::ExpressionType;
using annotation::Side;

namespace {

constexpr int kSamples = 3000;

/// Everything confounded and planted, so that every arrow of the graph carries something.
ScmOptions everythingOn() {
    auto options = test::scmOptions();
    options.subject = SubjectStrength::all(0.5);
    options.labelNoise = 0.2;
    options.microShare = 0.5;
    options.nuisance.speechShare = 0.2;
    options.nuisance.gazePerMinute = 30.0;
    using Kind = PlantedLink::Kind;
    options.planted = {{Kind::Unit, "happiness", 18, 0.5, 1.0, "all"},
                       {Kind::Light, "sadness", 0, 0.5, 1.0, "all"},
                       {Kind::Camera, "surprise", 0, 0.5, 1.0, "all"},
                       {Kind::Duration, "disgust", 0, 0.5, 1.4, "all"}};
    return options;
}

std::string text(const std::vector<UnitEvent>& units) {
    std::string all;
    for (const auto& u : units)
        all += QString("%1/%2/%3 ")
                   .arg(u.state.unit)
                   .arg(int(u.state.side))
                   .arg(u.state.level, 0, 'g', 17)
                   .toStdString();
    return all;
}

std::string text(const EpisodeTiming& t) {
    return QString("%1 %2 %3 %4")
        .arg(t.onsetS, 0, 'g', 17)
        .arg(t.apexS, 0, 'g', 17)
        .arg(t.holdS)
        .arg(t.offsetS, 0, 'g', 17)
        .toStdString();
}

/// The value of a variable of the graph, as text that is equal where the value is.
std::string valueOf(const Sample& s, std::string_view variable) {
    const auto& e = s.episodes.front();
    if (variable == "subject")
        return std::to_string(s.subject);
    if (variable == "portrait")
        return std::to_string(s.portrait);
    if (variable == "emotion")
        return e.emotion;
    if (variable == "type")
        return std::string(nameOf(e.type));
    if (variable == "units")
        return text(e.units);
    if (variable == "timing")
        return text(e.timing);
    if (variable == "label")
        return e.label;
    if (variable == "light")
        return QString("%1 %2").arg(s.light.gain, 0, 'g', 17).arg(s.light.flicker, 0, 'g', 17).toStdString();
    if (variable == "camera")
        return QString("%1 %2")
            .arg(s.camera.noiseSigma, 0, 'g', 17)
            .arg(s.camera.faceFraction, 0, 'g', 17)
            .toStdString();
    if (variable == "head")
        return QString("%1 %2")
            .arg(s.head.pxPerS, 0, 'g', 17)
            .arg(s.head.directionDeg, 0, 'g', 17)
            .toStdString();
    if (variable == "blinks")
        return std::to_string(s.blinks.size()) +
               (s.blinks.empty() ? "" : " " + std::to_string(s.blinks[0].onsetS));
    if (variable == "gaze")
        return std::to_string(s.gaze.size()) + (s.gaze.empty() ? "" : " " + std::to_string(s.gaze[0].right));
    if (variable == "speech")
        return std::to_string(s.speech.size()) +
               (s.speech.empty() ? "" : " " + std::to_string(s.speech[0].onsetS));
    return {};
}

Interventions doOf(std::string_view variable) {
    Interventions done;
    if (variable == "subject")
        done.subject = 2;
    else if (variable == "portrait")
        done.portrait = 1;
    else if (variable == "emotion")
        done.emotion = "surprise";
    else if (variable == "type")
        done.type = ExpressionType::Macro;
    else if (variable == "units")
        done.units = {{12, Side::Left, 2.0}};
    else if (variable == "timing")
        done.timing = EpisodeTiming{1.0, 1.2, 0.0, 1.4};
    else if (variable == "label")
        done.label = "sadness";
    else if (variable == "light")
        done.light = Light{1.2, 0.0, 1.0};
    else if (variable == "camera")
        done.camera = Camera{5.0, 0.4};
    else if (variable == "head")
        done.head = Head{};
    else if (variable == "blinks")
        done.blinks = {{1.0, 1.1, 1.3}};
    else if (variable == "gaze")
        done.gaze = {{1.0, 0.5, -0.2}};
    else if (variable == "speech")
        done.speech = {{2.0, 2.1, 2.2, 25, 0.2}};
    return done;
}

std::set<std::string_view> descendantsOf(const ScmGraph& graph, std::string_view variable) {
    std::set<std::string_view> all{variable};
    for (std::size_t before = 0; before != all.size();) {
        before = all.size();
        for (const auto& arrow : graph.arrows)
            if (all.contains(arrow.from))
                all.insert(arrow.to);
    }
    return all;
}

/// Chi-square of independence over its degrees of freedom: near 1 where two variables are independent.
double chiSquarePerDegree(const std::map<std::pair<std::string, std::string>, int>& counts) {
    std::map<std::string, double> rows, columns;
    double n = 0;
    for (const auto& [cell, count] : counts) {
        rows[cell.first] += count;
        columns[cell.second] += count;
        n += count;
    }
    double chi = 0;
    for (const auto& [row, a] : rows)
        for (const auto& [column, b] : columns) {
            const auto found = counts.find({row, column});
            const double expected = a * b / n;
            const double d = (found == counts.end() ? 0 : found->second) - expected;
            chi += d * d / expected;
        }
    return chi /
           std::max(1.0, (static_cast<double>(rows.size()) - 1) * (static_cast<double>(columns.size()) - 1));
}

double dependence(const Scm& scm, std::string_view a, std::string_view b, const Interventions& done) {
    std::map<std::pair<std::string, std::string>, int> counts;
    for (std::uint64_t i = 0; i < kSamples; ++i) {
        const auto s = *scm.sample(i, done);
        ++counts[{valueOf(s, a), valueOf(s, b)}];
    }
    return chiSquarePerDegree(counts);
}

} // namespace

class TestScm : public QObject {
    Q_OBJECT

private slots:
    void theGraphIsAcyclicAndNamesEveryVariableOnce() {
        const auto graph = graphOf(everythingOn());
        std::map<std::string_view, std::size_t> place;
        for (const auto& node : graph.nodes)
            QVERIFY(place.emplace(node.name, place.size()).second);
        for (const auto& arrow : graph.arrows)
            QVERIFY2(place.at(arrow.from) < place.at(arrow.to), arrow.from.data());
    }

    void interveningCutsTheArrowsIntoTheVariableAndNoOthers() {
        for (const auto& node : graphOf(everythingOn()).nodes) {
            if (node.name == "film")
                continue;
            for (const auto& arrow : graphOf(everythingOn(), doOf(node.name)).arrows)
                QCOMPARE(arrow.cut, arrow.to == node.name);
        }
    }

    /// With all noise shared, do(V) may change V's descendants in the drawn graph and nothing else: the
    /// equations have no parent that the graph does not show. And every arrow drawn does carry something.
    void doChangesOnlyWhatTheGraphSaysIsDownstream() {
        const auto scm = *Scm::create(everythingOn());
        const auto graph = graphOf(scm.options());
        for (const auto& node : graph.nodes) {
            if (node.name == "film")
                continue;
            const auto downstream = descendantsOf(graph, node.name);
            std::set<std::string_view> changed;
            for (std::uint64_t i = 0; i < 400; ++i) {
                const auto before = *scm.sample(i), after = *scm.sample(i, doOf(node.name));
                QCOMPARE(valueOf(after, node.name), valueOf(*scm.sample(i + 7, doOf(node.name)), node.name));
                for (const auto& other : graph.nodes)
                    if (other.name != "film" && valueOf(before, other.name) != valueOf(after, other.name))
                        changed.insert(other.name);
            }
            for (const auto name : changed)
                QVERIFY2(downstream.contains(name),
                         qPrintable(QString("do(%1) changed %2").arg(node.name.data(), name.data())));
            for (const auto& arrow : graph.arrows)
                if (arrow.from == node.name && arrow.to != "film")
                    QVERIFY2(
                        changed.contains(arrow.to),
                        qPrintable(
                            QString("%1 -> %2 carries nothing").arg(arrow.from.data(), arrow.to.data())));
        }
    }

    /// Under independence the statistic has mean 1 and a standard deviation of sqrt(2/df) <= 1.42; 6 is
    /// passed by chance less than once in 10,000 (df 1: 0.014) … and dependence of this strength gives
    /// hundreds.
    void sampledIndependenceAgreesWithTheCutArrows() {
        const auto scm = *Scm::create(everythingOn());
        QVERIFY(dependence(scm, "subject", "emotion", {}) > 30);
        QVERIFY(dependence(scm, "emotion", "label", {}) > 100);
        QVERIFY(dependence(scm, "subject", "label", {}) > 30);
        auto options = everythingOn();
        options.subject.label = 0.0; // or the label knows the subject past Z, and the subject the emotion
        const auto plain = *Scm::create(options);
        const auto doUnits = doOf("units"), doLabel = doOf("label");
        QVERIFY(dependence(plain, "emotion", "label", {}) > 100);
        QVERIFY(dependence(plain, "emotion", "label", doUnits) < 6);
        QVERIFY(dependence(plain, "subject", "label", doUnits) < 6);
        QVERIFY(dependence(scm, "subject", "label", doUnits) > 30);   // the direct arrow stays
        QVERIFY(dependence(scm, "subject", "emotion", doLabel) > 30); // upstream of Y nothing changes
    }

    void doAndObserveDifferWhereConfoundedAndAgreeWhereNot_data() {
        QTest::addColumn<double>("strength");
        for (const double s : {0.0, 0.6, 0.9})
            QTest::newRow(qPrintable(QString::number(s))) << s;
    }
    /// P(Y = happiness | Z of happiness) = (1-b) + b((1-a)/4 + a), P(Y | do(Z)) = (1-b) + b/4 with a: subject
    /// → emotion, b: subject → label.
    void doAndObserveDifferWhereConfoundedAndAgreeWhereNot() {
        QFETCH(double, strength);
        auto options = test::scmOptions();
        options.subject.emotion = options.subject.label = strength;
        const auto scm = *Scm::create(options);
        Interventions smile;
        smile.units = {{12, Side::Bilateral, 1.0}};
        double seen = 0, named = 0, namedDo = 0;
        for (std::uint64_t i = 0; i < kSamples; ++i) {
            const auto s = *scm.sample(i);
            const auto& units = s.episodes[0].units;
            if (std::any_of(units.begin(), units.end(),
                            [](const UnitEvent& u) { return u.state.unit == 12; })) {
                ++seen;
                named += s.episodes[0].label == "happiness";
            }
            namedDo += scm.sample(i, smile)->episodes[0].label == "happiness";
        }
        const double observed = named / seen, done = namedDo / kSamples;
        const double a = strength, b = strength;
        QVERIFY(std::abs(observed - (1 - b + b * ((1 - a) / 4 + a))) < 4.5 * 0.5 / std::sqrt(seen));
        QVERIFY(std::abs(done - (1 - b + b / 4)) < 4.5 * 0.5 / std::sqrt(kSamples));
        if (strength == 0.0)
            QCOMPARE(observed, done);
        else
            QVERIFY(observed - done > 0.15);
    }

    void counterfactualsShareAllNoise() {
        const auto scm = *Scm::create(everythingOn());
        for (std::uint64_t i = 0; i < 200; ++i) {
            const auto fact = *scm.sample(i);
            QVERIFY(*scm.counterfactual(fact, {}) == fact); // consistency
            Interventions action;
            action.unitChanges = {{18, Side::Left, 2.0}};
            const auto twin = *scm.counterfactual(fact, action);
            QVERIFY(twin.head == fact.head && twin.blinks == fact.blinks && twin.gaze == fact.gaze &&
                    twin.speech == fact.speech);
            QCOMPARE(twin.subject, fact.subject);
            QVERIFY(twin.episodes[0].timing == fact.episodes[0].timing);
            // Every unit but the changed one is the same event, to the bit.
            const auto others = [](const Sample& s) {
                auto units = s.episodes[0].units;
                std::erase_if(units, [](const UnitEvent& u) { return u.state.unit == 18; });
                return units;
            };
            QVERIFY(others(twin) == others(fact));
            // Abduction also works from the streams alone, without seed and index.
            Exogenous recorded;
            for (const char* name : {"subject",        "portrait",
                                     "emotion",        "variant",
                                     "units",          "side",
                                     "level",          "habit",
                                     "planted-unit",   "type",
                                     "timing",         "unit-timing",
                                     "placement",      "planted-duration",
                                     "label",          "light",
                                     "planted-light",  "camera",
                                     "planted-camera", "head",
                                     "blinks",         "speech",
                                     "sensor",         "gaze"})
                recorded.replace(name, fact.noise.seedOf(name));
            auto again = *scm.sample(recorded);
            again.noise = fact.noise;
            QVERIFY(again == fact);
        }
    }

    void counterfactualsOfCounterfactualsComposeAndUndo() {
        const auto scm = *Scm::create(everythingOn());
        Interventions smile, still;
        smile.units = {{12, Side::Bilateral, 1.0}, {6, Side::Bilateral, 1.0}};
        still.unitChanges = {{6, Side::Bilateral, 0.0}};
        const auto twin = *scm.counterfactual(*scm.counterfactual(*scm.sample(5), smile), still);
        QCOMPARE(twin.episodes[0].units.size(), std::size_t{1});
        QCOMPARE(twin.episodes[0].units[0].state.unit, 12);
    }

    void oneSideOfAUnitIsChangedAlone() {
        const auto scm = *Scm::create(test::scmOptions());
        Interventions smile;
        smile.units = {{12, Side::Bilateral, 1.5}};
        smile.unitChanges = {{12, Side::Left, 0.0}};
        const auto units = scm.sample(1, smile)->episodes[0].units;
        QCOMPARE(units.size(), std::size_t{1});
        QVERIFY((units[0].state == UnitState{12, Side::Right, 1.5}));
    }

    void sameSeedSameSampleOtherSeedAnother() {
        const auto scm = *Scm::create(everythingOn());
        QVERIFY(*scm.sample(3) == *Scm::create(everythingOn())->sample(3));
        auto options = everythingOn();
        options.seed = 12;
        QVERIFY(!(*scm.sample(3) == *Scm::create(options)->sample(3)));
    }

    void modelsThatMakeNoSenseAreRefusedInASentence_data() {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("mentions");
        int which = 0;
        for (const char* mentions :
             {"AU 12", "boredom", "strength", "train, test or all", "confounding.subject", "weights",
              "do not fit", "needs films of one expression"})
            QTest::newRow(mentions) << which++ << QString(mentions);
    }
    void modelsThatMakeNoSenseAreRefusedInASentence() {
        QFETCH(int, which);
        QFETCH(QString, mentions);
        using Kind = PlantedLink::Kind;
        auto o = test::scmOptions();
        switch (which) {
        case 0:
            o.planted = {{Kind::Unit, "sadness", 12, 0.5}};
            break;
        case 1:
            o.planted = {{Kind::Light, "boredom", 0, 0.5}};
            break;
        case 2:
            o.planted = {{Kind::Light, "sadness", 0, 1.5}};
            break;
        case 3:
            o.planted = {{Kind::Light, "sadness", 0, 0.5, 1.0, "dev"}};
            break;
        case 4:
            o.subject.camera = -0.1;
            break;
        case 5:
            o.weights = {1.0, 2.0};
            break;
        case 6:
            o.episodes = 30;
            o.microShare = 0.0;
            break;
        default:
            o.episodes = 2;
            o.planted = {{Kind::Camera, "sadness", 0, 0.5}};
        }
        const auto scm = Scm::create(o);
        const auto why = scm ? scm->sample(0).error().message : scm.error().message;
        QVERIFY2(why.find(mentions.toStdString()) != std::string::npos, why.c_str());
    }
};

MIEN_TEST(TestScm)

} // namespace tst_scm

#include "tst_scm.moc"
