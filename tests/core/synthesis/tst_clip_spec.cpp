// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/synthesis/action_unit_code.h"
#include "core/synthesis/clip_json.h"
#include "core/synthesis/planted_suite.h"
#include "support/verify.h"

#include <nlohmann/json.hpp>

#include <set>

namespace tst_clip_spec {

using namespace mien;
using namespace mien::synthesis;
using annotation::ExpressionType;
using annotation::Side;

class TestClipSpec : public QObject {
    Q_OBJECT

private slots:
    void codesOfActionUnitsAreRead() {
        const auto units = parseActionUnits("AU4+L12B, 25");
        MIEN_VERIFY(units);
        QCOMPARE(units->size(), std::size_t{3});
        QVERIFY(((*units)[1] == PlantedUnit{12, Side::Left, annotation::Intensity::B}));
        QVERIFY(((*units)[2] == PlantedUnit{25, Side::Bilateral, annotation::Intensity::Unscored}));
        for (const char* bad : {"", "+", "12+", "Q12", "12F", "99", "-4", "4(B/C)"})
            QVERIFY2(!parseActionUnits(bad).has_value(), bad);
    }

    void activationIsSmoothAndReachesOneAtItsApexOnly() {
        PlantedExpression e{.actionUnits = "4", .onset = {10}, .apex = {20}, .offset = {40}};
        e.holdFrames = 5;
        QCOMPARE(activation(e, {9}), 0.0);
        QCOMPARE(activation(e, {10}), 0.0);
        QCOMPARE(activation(e, {20}), 1.0);
        QCOMPARE(activation(e, {25}), 1.0);
        QCOMPARE(activation(e, {40}), 0.0);
        for (std::int64_t t = 10; t < 20; ++t)
            QVERIFY(activation(e, {t + 1}) > activation(e, {t}));
        for (std::int64_t t = 25; t < 40; ++t)
            QVERIFY(activation(e, {t + 1}) < activation(e, {t}));
        QVERIFY(activation(e, {11}) < 0.03); // starts with speed 0
    }

    void microExpressionsLastAtMostHalfASecond() {
        ClipSpec spec;
        spec.frames = 60;
        spec.fps = {30, 1};
        spec.expressions.push_back({.actionUnits = "4", .onset = {10}, .apex = {15}, .offset = {24}});
        auto& e = spec.expressions[0];
        e.type = ExpressionType::Micro; // 15 frames at 30 fps: exactly 0.5 s
        MIEN_VERIFY(spec.validate());
        e.offset = {25};
        QVERIFY(!spec.validate().has_value());
        e.type.reset();
        QVERIFY(typeOf(e, spec.fps) == ExpressionType::Macro);
    }

    void badSpecsGiveOneSentence_data() {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("mentions");
        const auto row = [](const char* name, const char* json, const char* mentions) {
            QTest::newRow(name) << json << mentions;
        };
        row("no such unit", R"({"expressions":[{"au":"99","onset":1,"apex":2,"offset":3}]})", "AU 99");
        row("order", R"({"expressions":[{"au":"4","onset":5,"apex":2,"offset":9}]})", "order");
        row("beyond", R"({"frames":9,"expressions":[{"au":"4","onset":1,"apex":2,"offset":9}]})", "beyond");
        row("peak", R"({"expressions":[{"au":"4","peak_px":-1,"onset":1,"apex":2,"offset":9}]})", "peak");
        row("no apex", R"({"expressions":[{"au":"4","onset":1,"offset":9}]})", "apex");
        row("intensity", R"({"expressions":[{"au":"4","intensity":"F","onset":1,"apex":2,"offset":9}]})",
            "A, B, C, D, E");
        row("amount", R"({"expressions":[{"au":"4","amount":2,"onset":1,"apex":2,"offset":9}]})", "amount");
        row("speech", R"({"expressions":[{"au":"4","speech":1,"onset":1,"apex":2,"offset":9}]})", "speech");
        row("light", R"({"light":0})", "light");
        row("odd size", R"({"size":257})", "even");
        row("tiny size", R"({"size":2})", "size");
        row("no frames", R"({"frames":0})", "frames");
        row("rate", R"({"fps":"0/1"})", "frame rate");
        row("rate text", R"({"fps":"fast"})", "frame rate");
        row("codec", R"({"codec":"divx"})", "h264 or ffv1");
        row("unknown field", R"({"framez":9})", "framez");
        row("wrong kind", R"({"frames":"many"})", "frames");
        row("blink", R"({"blinks":[{"onset":5,"closed":4,"offset":9}]})", "blink");
        row("gaze of a portrait", R"({"gaze":[{"onset":2,"right":0.5,"up":0}]})", "does not move the eyes");
        row("gaze too far", R"({"generator":"rig","gaze":[{"onset":2,"right":1.5,"up":0}]})", "gaze 1");
        row("gaze in disorder",
            R"({"generator":"rig","gaze":[{"onset":2,"right":0,"up":0},{"onset":2,"right":1,"up":0}]})",
            "gaze 2");
        row("name", R"({"name":"../x"})", "name");
        row("list", R"([1,2])", "braces");
    }
    void badSpecsGiveOneSentence() {
        QFETCH(QString, json);
        QFETCH(QString, mentions);
        const auto spec = clipSpecFromJson(parseOrderedJson(json.toStdString()));
        const auto valid = spec ? spec->validate() : Result<void>(Unexpected(spec.error()));
        QVERIFY(!valid.has_value());
        QVERIFY2(valid.error().message.find(mentions.toStdString()) != std::string::npos,
                 valid.error().message.c_str());
        QVERIFY(valid.error().code == ErrorCode::InvalidArgument);
    }

    void suiteHasOverTwoHundredValidClipsAndIsTheSameEveryTime() {
        const std::vector<std::filesystem::path> sources{"a.png", "b.mp4"};
        const auto clips = plantedSuite(sources);
        QVERIFY(clips.size() >= 200);
        std::set<std::string> names;
        for (const auto& clip : clips) {
            MIEN_VERIFY(clip.spec.validate());
            const auto back = clipSpecFromJson(toJson(clip.spec));
            MIEN_VERIFY(back);
            QCOMPARE(jsonText(toJson(*back)), jsonText(toJson(clip.spec)));
            names.insert(clip.spec.name);
        }
        QCOMPARE(names.size(), clips.size());
        SuiteOptions some;
        some.ratesFps = {60};
        some.peaksPx = {3.0};
        some.driftsPxPerS = {0.0};
        const auto part = plantedSuite(sources, some);
        const auto same = std::find_if(clips.begin(), clips.end(),
                                       [&](const SuiteClip& c) { return c.spec.name == part[2].spec.name; });
        QVERIFY(same != clips.end());
        QCOMPARE(jsonText(toJson(same->spec)), jsonText(toJson(part[2].spec)));
    }
};

MIEN_TEST(TestClipSpec)

} // namespace tst_clip_spec

#include "tst_clip_spec.moc"
