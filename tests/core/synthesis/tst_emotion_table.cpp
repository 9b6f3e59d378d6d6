// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/synthesis/emotion_table.h"
#include "support/verify.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

namespace tst_emotion_table {

using namespace mien;
using namespace mien::synthesis;
using annotation::Intensity;
using annotation::Side;
using Json = nlohmann::ordered_json;

namespace {

std::vector<UnitState> bilateral(std::initializer_list<int> units) {
    std::vector<UnitState> states;
    for (const int unit : units)
        states.push_back({unit, Side::Bilateral, 1.0});
    return states;
}

} // namespace

class TestEmotionTable : public QObject {
    Q_OBJECT

private slots:
    void levelsAreLettersWithRoomBetween() {
        QVERIFY(letterOf(0.0) == Intensity::Unscored);
        QVERIFY(letterOf(0.6) == Intensity::A && letterOf(1.4) == Intensity::A);
        QVERIFY(letterOf(1.6) == Intensity::B && letterOf(5.4) == Intensity::E);
        QCOMPARE(amountOf(0.0), 0.0);
        QCOMPARE(amountOf(3.0), 0.55); // C
        QCOMPARE(amountOf(5.0), 1.0);
        for (double level = 0.0; level < 5.0; level += 0.1)
            QVERIFY(amountOf(level + 0.1) > amountOf(level));
    }

    void builtInTablesAreReadAndNameTheirSource() {
        for (const auto name : builtInEmotionTables()) {
            const auto table = emotionTable(std::string(name));
            MIEN_VERIFY(table);
            QVERIFY(!table->source.empty());
            QCOMPARE(table->emotions.size(), std::size_t{7});
            const auto back = emotionTableFromJson(toJson(*table));
            MIEN_VERIFY(back);
            QCOMPARE(jsonText(toJson(*back)), jsonText(toJson(*table)));
        }
    }

    void drawnUnitsFollowTheTable_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("mie-x") << "mie-x";
        QTest::newRow("facs-prototypes") << "facs-prototypes";
    }
    /// Chi-square with one degree of freedom for every emotion and unit; 1 in 100,000 a test, about 60 tests.
    void drawnUnitsFollowTheTable() {
        QFETCH(QString, name);
        const auto table = emotionTable(name.toStdString());
        MIEN_VERIFY(table);
        constexpr int kDraws = 20'000;
        Rng rng(3);
        const auto uniform = [&](int) { return rng.uniform(); };
        for (const auto& emotion : table->emotions) {
            double weights = 0.0;
            for (const auto& v : emotion.variants)
                weights += v.weight;
            std::map<int, int> count;
            for (int i = 0; i < kDraws; ++i) {
                double at = rng.uniform() * weights;
                std::size_t k = 0;
                while (k + 1 < emotion.variants.size() && at >= emotion.variants[k].weight)
                    at -= emotion.variants[k++].weight;
                const auto shown = table->shown(emotion.variants[k], uniform, uniform);
                QVERIFY(!shown.empty());
                for (const auto& state : shown)
                    ++count[state.unit];
            }
            for (const int unit : table->units()) {
                const double p = table->marginal(emotion, unit);
                const double expected = p * kDraws, variance = kDraws * p * (1.0 - p);
                if (p <= 1e-9 || p >= 1.0 - 1e-9)
                    QCOMPARE(count[unit], static_cast<int>(std::lround(expected)));
                else
                    QVERIFY2((count[unit] - expected) * (count[unit] - expected) / variance < 19.5,
                             qPrintable(QString("%1 AU %2: %3 of %4")
                                            .arg(emotion.name.c_str())
                                            .arg(unit)
                                            .arg(count[unit])
                                            .arg(expected)));
            }
        }
    }

    void oneUnitAtLeastShowsAlsoWhereNoneIsSure() {
        const auto table = emotionTable("mie-x");
        const auto& fear = *table->find("fear"); // four units of one half each
        const auto shown = table->shown(
            fear.variants[0], [](int unit) { return unit == 20 ? 0.6 : 0.9; }, [](int) { return 0.5; });
        QCOMPARE(shown.size(), std::size_t{1});
        QCOMPARE(shown[0].unit, 20);
        QVERIFY(std::abs(table->marginal(fear, 20) - (0.5 + 1.0 / 64.0)) < 1e-6);
    }

    void readBackwardsTheTableNamesTheEmotion() {
        const auto mieX = *emotionTable("mie-x"), facs = *emotionTable("facs-prototypes");
        QCOMPARE(mieX.emotionOf(bilateral({12})), std::string("happiness"));
        QCOMPARE(mieX.emotionOf(bilateral({1, 2, 26})), std::string("surprise"));
        QCOMPARE(mieX.emotionOf(bilateral({9, 17})), std::string("disgust"));
        QCOMPARE(mieX.emotionOf(bilateral({5, 20})), std::string("fear"));
        QCOMPARE(facs.emotionOf(bilateral({1, 2, 4, 5, 20, 25})), std::string("fear"));
        QCOMPARE(facs.emotionOf(bilateral({6, 12})), std::string("happiness"));
        const std::vector<UnitState> oneSided{{12, Side::Left, 1.0}, {14, Side::Left, 1.0}};
        QCOMPARE(facs.emotionOf(oneSided), std::string("contempt"));
        double sum = 0.0;
        for (const double share : facs.posterior(oneSided))
            sum += share;
        QVERIFY(std::abs(sum - 1.0) < 1e-12);
        // A unit that no emotion has says nothing.
        QCOMPARE(mieX.posterior(bilateral({12, 18})), mieX.posterior(bilateral({12})));
    }

    void restrictingKeepsTheOrderAndNamesWhatIsMissing() {
        const auto table = *emotionTable("mie-x");
        const std::vector<std::string> two{"anger", "happiness"}, wrong{"boredom"};
        QCOMPARE(table.restrictedTo(two)->emotions[0].name, std::string("anger"));
        const auto missing = table.restrictedTo(wrong);
        QVERIFY(!missing && missing.error().message.find("boredom") != std::string::npos);
    }

    void badTablesGiveOneSentence_data() {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char* name, const char* change, const char* mentions) {
            QTest::newRow(name) << change << mentions;
        };
        row("format", R"([{"op":"replace","path":"/format","value":"x"}])", "mien-emotions-1");
        row("no source", R"([{"op":"remove","path":"/source"}])", "source");
        row("one emotion", R"([{"op":"replace","path":"/emotions","value":[]}])", "at least two");
        row("twice", R"([{"op":"replace","path":"/emotions/1/name","value":"happiness"}])", "happiness");
        row("unknown unit", R"([{"op":"replace","path":"/emotions/0/variants/0/units/0/au","value":11}])",
            "AU 11");
        row("probability", R"([{"op":"replace","path":"/emotions/0/variants/0/units/0/p","value":1.5}])",
            "0 … 1");
        row("side", R"([{"op":"add","path":"/emotions/0/variants/0/units/0/side","value":"top"}])", "either");
        row("weight", R"([{"op":"replace","path":"/emotions/0/variants/0/weight","value":0}])", "weight");
        row("unit twice", R"([{"op":"replace","path":"/emotions/0/variants/0/units/1/au","value":12}])",
            "AU 12 twice");
        row("levels", R"([{"op":"replace","path":"/levels/micro","value":[2,1]}])", "micro");
        row("unknown field", R"([{"op":"add","path":"/colour","value":1}])", "colour");
        row("wrong kind", R"([{"op":"replace","path":"/emotions/0/variants","value":3}])", "variants");
    }
    void badTablesGiveOneSentence() {
        QFETCH(QString, change);
        QFETCH(QString, mentions);
        auto json = toJson(*emotionTable("mie-x"));
        json = json.patch(parseOrderedJson(change.toStdString()));
        const auto table = emotionTableFromJson(json, "table.json");
        QVERIFY(!table.has_value());
        QVERIFY2(table.error().message.find(mentions.toStdString()) != std::string::npos,
                 table.error().message.c_str());
        QCOMPARE(table.error().location, std::string("table.json"));
    }

    void filesAreReadAndBadOnesNamed() {
        QTemporaryDir folder;
        const auto file = folder.path().toStdString() + "/mine.json";
        std::ofstream(file) << jsonText(toJson(*emotionTable("mie-x")));
        MIEN_VERIFY(emotionTable(file));
        std::ofstream(file) << "{";
        QVERIFY(emotionTable(file).error().code == ErrorCode::Corrupt);
        QVERIFY(emotionTable(folder.path().toStdString() + "/none.json").error().code == ErrorCode::NotFound);
    }
};

MIEN_TEST(TestEmotionTable)

} // namespace tst_emotion_table

#include "tst_emotion_table.moc"
