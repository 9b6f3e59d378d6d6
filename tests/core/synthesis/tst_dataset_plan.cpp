// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_files.h"

#include "core/base/json.h"

#include "core/synthesis/scm_json.h"
#include "support/test_program.h"

#include <set>

namespace tst_dataset_plan {

using namespace mien;
using namespace mien::synthesis;
using test::Json;

namespace {

Json with(const char* patch) {
    auto json = test::smallDataset();
    json.merge_patch(parseOrderedJson(patch));
    return json;
}

} // namespace

class TestDatasetPlan : public QObject {
    Q_OBJECT

private slots:
    void presetsAreCompleteAndWhatTheSpecSaysWins() {
        for (const char* preset : {"equime", "film", "twins"}) {
            auto json = with(R"({"counts": null, "emotions": null, "film": null, "expressions": null})");
            json["preset"] = preset;
            json["film"] = {{"quality", 30}};
            const auto spec = test::specOf(json);
            MIEN_VERIFY(spec);
            QCOMPARE(spec->film.quality, 30);
            MIEN_VERIFY(planDataset(*spec));
            MIEN_VERIFY(drawClip(*Scm::create(spec->scm), *spec, planDataset(*spec)->clips[0]));
            if (std::string_view(preset) == "equime") {
                QCOMPARE(spec->film.frames, 161);
                QCOMPARE(spec->film.size, 256);
                QVERIFY((spec->film.fps == Rational{24, 1}));
                QCOMPARE(spec->scm.table.emotions.size(), std::size_t{5});
                QCOMPARE(spec->strata.keys, (std::vector<std::string>{"gender", "race", "age"}));
            }
        }
    }

    void unknownDemographicsStayUnknown() {
        const auto spec = *test::specOf(test::smallDataset());
        QCOMPARE(demographicOf(spec.people[0], "age"), std::string("40-60"));
        QCOMPARE(demographicOf(spec.people[1], "age"), std::string("unknown"));
        QCOMPARE(demographicOf(spec.people[1], "race"), std::string("unknown"));
    }

    void strataThatNobodyBelongsToAreNamed() {
        auto json = with(R"({"counts": {"per": "stratum"}, "strata": {"keys": ["gender", "age"],
            "values": {"gender": ["female", "male"], "age": ["40-60", "unknown"]}}})");
        const auto refused = planDataset(*test::specOf(json));
        QVERIFY(!refused.has_value());
        QVERIFY(refused.error().message.find("gender=male age=40-60; gender=male age=unknown") !=
                std::string::npos);
        json["strata"]["allow_missing"] = true;
        const auto plan = planDataset(*test::specOf(json));
        MIEN_VERIFY(plan);
        QCOMPARE(plan->missingStrata.size(), std::size_t{2});
        QCOMPARE(plan->clips.size(), std::size_t{4}); // two strata with people × two emotions
    }

    void balancedLabelsAreBalancedWhateverTheConfounding() {
        auto json = with(R"({"counts": {"clips": 5}, "confounding": {"subject": 0.7, "label_noise": 0.2}})");
        const auto spec = *test::specOf(json);
        const auto scm = *Scm::create(spec.scm);
        std::map<std::pair<std::size_t, std::string>, int> counts;
        const auto plan = planDataset(spec);
        for (const auto& clip : plan->clips) {
            const auto sample = drawClip(scm, spec, clip);
            MIEN_VERIFY(sample);
            QCOMPARE(sample->episodes[0].label, clip.emotion);
            ++counts[{sample->subject, clip.emotion}];
        }
        QCOMPARE(counts.size(), std::size_t{4});
        for (const auto& [cell, n] : counts)
            QCOMPARE(n, 5);
    }

    void labelsThatCannotBeDrawnAreNamed() {
        // bea's favourite is surprise and a subject of strength 1 decides alone.
        const auto spec = *test::specOf(with(R"({"confounding": {"subject": {"label": 1}}})"));
        const auto scm = *Scm::create(spec.scm);
        PlannedClip clip;
        clip.subject = 1;
        clip.emotion = "happiness";
        const auto sample = drawClip(scm, spec, clip);
        QVERIFY(!sample && sample.error().message.find("\"bea\" never had the label \"happiness\"") !=
                               std::string::npos);
    }

    void classWeightsMakeTheImbalance() {
        const auto spec = *test::specOf(with(
            R"({"counts": {"clips": 10, "by": "emotion"}, "class_weights": {"happiness": 3, "surprise": 1}})"));
        std::map<std::string, int> counts;
        const auto plan = planDataset(spec);
        for (const auto& clip : plan->clips)
            ++counts[clip.emotion];
        QCOMPARE(counts["happiness"], 30);
        QCOMPARE(counts["surprise"], 10);
    }

    void shareOfTestPeopleIsDrawnAndNoPersonIsInBoth() {
        auto json = test::smallDataset();
        json["people"] = Json::array();
        for (int i = 0; i < 20; ++i)
            json["people"].push_back({{"id", "p" + std::to_string(i)}, {"portraits", {"a.png"}}});
        json["test_share"] = 0.3;
        const auto spec = *test::specOf(json);
        const auto tested = std::count_if(spec.people.begin(), spec.people.end(),
                                          [](const DatasetPerson& p) { return p.split == "test"; });
        QCOMPARE(tested, 6);
        for (std::size_t i = 0; i < spec.people.size(); ++i)
            QCOMPARE(spec.scm.people[i].split, spec.people[i].split);
    }

    void twinsDifferInTheAskedUnitAlone() {
        auto json = with(R"({"counts": {"by": "emotion"}, "twins": {"change": "remove"}})");
        const auto spec = *test::specOf(json);
        const auto scm = *Scm::create(spec.scm);
        const auto plan = planDataset(spec);
        for (const auto& clip : plan->clips) {
            const auto sample = *drawClip(scm, spec, clip);
            const auto twin = *twinOf(scm, spec, sample);
            QCOMPARE(twin.episodes[0].units.size() + 1, sample.episodes[0].units.size());
            QVERIFY(twin.noise == sample.noise && twin.blinks == sample.blinks && twin.head == sample.head);
        }
    }

    void samplesTellEveryNoiseStreamAndVariable() {
        const auto spec = *test::specOf(test::smallDataset());
        const auto scm = *Scm::create(spec.scm);
        const auto sample = *scm.sample(3);
        const auto json = toJson(sample, spec.scm);
        QCOMPARE(json["noise"]["streams"].size(), exogenousNames().size());
        Exogenous recorded(sample.noise.seed(), sample.noise.index());
        for (const auto& [name, hex] : json["noise"]["streams"].items())
            recorded.replace(name, std::stoull(hex.get<std::string>(), nullptr, 16));
        QCOMPARE(jsonText(toJson(*scm.sample(recorded), spec.scm)), jsonText(json));
    }

    void badSpecsGiveOneSentence_data() {
        QTest::addColumn<QString>("patch");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char* patch, const char* mentions) {
            QTest::newRow(mentions) << QString(patch) << QString(mentions);
        };
        row(R"({"people": []})", "people");
        row(R"({"people": [{"id": "a"}]})", "portraits");
        row(R"({"people": [{"id": "a/b", "portraits": ["x"]}]})", "without slash");
        row(R"({"people": [{"id": "a", "portraits": ["x"]}, {"id": "a", "portraits": ["x"]}]})", "twice");
        row(R"({"people": [{"id": "a", "portraits": ["x"], "split": "dev"}]})", "train or test");
        row(R"({"people": [{"id": "a", "portraits": ["x"], "demographics": {"age": 4}}]})", "no text");
        row(R"({"emotions": ["boredom"]})", "boredom");
        row(R"({"emotion_table": "none.json"})", "emotion table");
        row(R"({"preset": "epic"})", "equime, film and twins");
        row(R"({"counts": {"by": "age"}})", "none or emotion or label");
        row(R"({"counts": {"per": "stratum"}})", "no keys");
        row(R"({"expressions": {"per_film": 3}})", "per_film");
        row(R"({"film": {"fps": "fast"}})", "frame rate");
        row(R"({"film": {"codec": "divx"}})", "ffv1");
        row(R"({"nuisance": {"light": [1.2, 0.9]}})", "must rise");
        row(R"({"confounding": {"subject": 2}})", "confounding.subject");
        row(R"({"confounding": {"planted": [{"kind": "smell", "class": "happiness"}]}})", "smell");
        row(R"({"confounding": {"planted": [{"kind": "unit", "class": "happiness", "unit": 12}]}})", "AU 12");
        row(R"({"twins": {"change": "add"}})", "needs \"unit\"");
        row(R"({"colour": 1})", "colour");
        row(R"({"seed": "x"})", "seed");
        row(R"({"class_weights": {"joy": 1}})", "joy");
        row(R"({"format": "other"})", "mien-dataset-1");
    }
    void badSpecsGiveOneSentence() {
        QFETCH(QString, patch);
        QFETCH(QString, mentions);
        const auto spec = test::specOf(with(patch.toUtf8().constData()));
        QVERIFY(!spec.has_value());
        QVERIFY2(spec.error().message.find(mentions.toStdString()) != std::string::npos,
                 spec.error().message.c_str());
        QVERIFY(spec.error().code == ErrorCode::InvalidArgument);
    }
};

MIEN_TEST(TestDatasetPlan)

} // namespace tst_dataset_plan

#include "tst_dataset_plan.moc"
