// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/sampling.h"
#include "support/verify.h"

#include <set>

namespace tst_sampling {

using namespace mien;
using namespace mien::dataset;

namespace {

/// 60 of happiness/f, 30 of happiness/m, 10 of fear/f; nobody of fear/m.
Dataset made() {
    Dataset data;
    data.name = "made";
    data.subjects = {{"anna", {{"Gender", "f"}, {"age", "19"}}},
                     {"bert", {{"Gender", "m"}, {"age", "40"}}},
                     {"cleo", {{"Gender", "f"}}}};
    const auto add = [&](const char* subject, const char* emotion, int times) {
        for (int i = 0; i < times; ++i) {
            Sample s;
            s.subject = subject;
            s.emotion = emotion;
            s.cells = {{"Race", i % 2 == 0 ? "x" : ""}};
            data.samples.push_back(s);
        }
    };
    add("anna", "happiness", 60);
    add("bert", "happiness", 30);
    add("cleo", "fear", 10);
    return data;
}

StratifiedSample sample(const Dataset& data, const SamplingOptions& options) {
    auto out = stratifiedSample(data, options);
    if (!out)
        qFatal("%s", out.error().sentence().c_str());
    return *out;
}

SamplingOptions options(std::int64_t count, Allocation allocation, bool again = false) {
    return {{"emotion", "gender"}, allocation, count, again, 11};
}

const Stratum& stratum(const StratifiedSample& s, std::vector<std::string> values) {
    for (const auto& candidate : s.strata)
        if (candidate.values == values)
            return candidate;
    qFatal("no such stratum");
}

} // namespace

class TestSampling : public QObject {
    Q_OBJECT

private slots:
    void proportionalKeepsTheShares() {
        const auto data = made();
        const auto s = sample(data, options(20, Allocation::Proportional));
        QCOMPARE(s.samples.size(), std::size_t{20});
        QCOMPARE(stratum(s, {"happiness", "f"}).drawn, 12);
        QCOMPARE(stratum(s, {"happiness", "m"}).drawn, 6);
        QCOMPARE(stratum(s, {"fear", "f"}).drawn, 2);
        QVERIFY(s.infeasible().empty());
        QCOMPARE(std::set<std::size_t>(s.samples.begin(), s.samples.end()).size(), std::size_t{20});
        // 7 of 100: 4.2, 2.1 and 0.7, so that the last one goes to the largest remainder.
        const auto few = sample(data, options(7, Allocation::Proportional));
        QCOMPARE(stratum(few, {"fear", "f"}).drawn, 1);
        QCOMPARE(few.samples.size(), std::size_t{7});
    }

    void equalNamesTheStrataThatHaveTooFew() {
        const auto data = made();
        const auto s = sample(data, options(60, Allocation::Equal));
        QCOMPARE(s.samples.size(), std::size_t{50});
        const auto infeasible = s.infeasible();
        QCOMPARE(infeasible.size(), std::size_t{1});
        QCOMPARE(infeasible[0]->name({"emotion", "gender"}), std::string("emotion = fear, gender = f"));
        QCOMPARE(infeasible[0]->wanted, 20);
        QCOMPARE(infeasible[0]->drawn, 10);
        QCOMPARE(infeasible[0]->effective, 10.0);
        QCOMPARE(s.empty.size(), std::size_t{1});
        QCOMPARE(s.empty[0].values, (std::vector<std::string>{"fear", "m"}));
    }

    void withReplacementTheEffectiveNumberIsSmaller() {
        const auto s = sample(made(), options(60, Allocation::Equal, true));
        QCOMPARE(s.samples.size(), std::size_t{60});
        QVERIFY(s.infeasible().empty());
        const auto& fear = stratum(s, {"fear", "f"});
        QCOMPARE(fear.drawn, 20);
        QVERIFY(fear.distinct <= 10 && fear.distinct >= 3);
        QVERIFY(fear.effective <= 10.0 && fear.effective >= 1.0);
        QVERIFY(std::is_sorted(s.samples.begin(), s.samples.end()));
    }

    void theSeedDecides() {
        const auto data = made();
        auto o = options(20, Allocation::Proportional);
        const auto one = sample(data, o).samples;
        QCOMPARE(sample(data, o).samples, one);
        o.seed = 12;
        QVERIFY(sample(data, o).samples != one);
    }

    void anotherStratumsRowsDoNotChangeADraw() {
        auto data = made();
        auto o = options(30, Allocation::Equal);
        const auto before = sample(data, o).samples;
        for (int i = 0; i < 50; ++i)
            data.samples.push_back(data.samples.back()); // more of fear
        const auto after = sample(data, o).samples;
        const auto ofHappiness = [](const std::vector<std::size_t>& all) {
            std::vector<std::size_t> out;
            std::copy_if(all.begin(), all.end(), std::back_inserter(out), [](auto i) { return i < 90; });
            return out;
        };
        QCOMPARE(ofHappiness(after), ofHappiness(before));
    }

    void drawsAreUniform() {
        const auto data = made();
        std::vector<int> times(100, 0);
        for (std::uint64_t seed = 0; seed < 600; ++seed) {
            auto o = options(50, Allocation::Proportional);
            o.seed = seed;
            for (const auto i : sample(data, o).samples)
                ++times[i];
        }
        // Each is drawn with probability 1/2: 300 ± 12.2; six deviations.
        for (const int n : times)
            QVERIFY2(std::abs(n - 300) < 74, QByteArray::number(n).constData());
    }

    void balancedSubsetsTakeAsManyAsTheSmallestHas() {
        const auto s = balancedSubset(made(), {"emotion", "gender"}, 3);
        MIEN_VERIFY(s);
        QCOMPARE(s->samples.size(), std::size_t{30});
        for (const auto& stratum : s->strata)
            QCOMPARE(stratum.drawn, 10);
    }

    void numbersAreBinnedAndUnknownStaysUnknown() {
        auto o = options(100, Allocation::Proportional);
        o.strata = {"age:20,40,60"};
        const auto s = sample(made(), o);
        QCOMPARE(s.strata.size(), std::size_t{3});
        QCOMPARE(stratum(s, {"< 20"}).available, 60);
        QCOMPARE(stratum(s, {"40 … < 60"}).available, 30);
        QCOMPARE(stratum(s, {"unknown"}).available, 10); // cleo's age is not given
        o.strata = {"race"};
        QCOMPARE(stratum(sample(made(), o), {"unknown"}).available, 50);
    }

    void whatCannotBeDrawnIsRefused_data() {
        QTest::addColumn<QStringList>("columns");
        QTest::addColumn<int>("count");
        QTest::newRow("no column") << QStringList{} << 10;
        QTest::newRow("unknown column") << QStringList{"shoe size"} << 10;
        QTest::newRow("bins backwards") << QStringList{"age:40,20"} << 10;
        QTest::newRow("bins of words") << QStringList{"age:old"} << 10;
        QTest::newRow("nothing") << QStringList{"emotion"} << 0;
    }
    void whatCannotBeDrawnIsRefused() {
        QFETCH(QStringList, columns);
        QFETCH(int, count);
        SamplingOptions o;
        for (const auto& column : columns)
            o.strata.push_back(column.toStdString());
        o.count = count;
        const auto out = stratifiedSample(made(), o);
        QVERIFY(!out);
        QCOMPARE(out.error().code, ErrorCode::InvalidArgument);
    }
};

MIEN_TEST(TestSampling)

} // namespace tst_sampling

#include "tst_sampling.moc"
