// SPDX-License-Identifier: GPL-3.0-or-later
// What a model outside is told: prompts, workflow, command.
#include "core/synthesis/command_template.h"
#include "core/synthesis/external_prompt.h"
#include "core/synthesis/external_workflow.h"
#include "core/synthesis/generator.h"
#include "support/verify.h"

namespace tst_external_request {

using namespace mien;
using namespace mien::synthesis;
using annotation::ExpressionType;

namespace {

ExternalPrompt promptOf(const char* emotion, const char* units,
                        std::optional<ExpressionType> type = ExpressionType::Micro) {
    return composePrompt(emotion, *parseActionUnits(units), type);
}

bool has(const std::string& text, const char* part) {
    return text.find(part) != std::string::npos;
}

} // namespace

class TestExternalRequest : public QObject {
    Q_OBJECT

private slots:
    void thePromptSaysUnitsEmotionAndCourse() {
        const auto p = promptOf("sadness", "1A+L15D");
        QVERIFY(has(p.positive, "a micro-expression of sadness crosses it for less than half a second"));
        QVERIFY(has(p.positive, "the inner ends of the eyebrows rise hardly visibly"));
        QVERIFY(has(p.positive, "the corners of the lips are pulled down strongly on the left side"));
        QVERIFY(has(p.positive, "the face is neutral again"));
        QVERIFY(has(p.positive, "Static head shot") && has(p.positive, "the eyes stay open"));
        QVERIFY(has(promptOf("", "12", ExpressionType::Macro).positive, "an expression builds up"));
        QVERIFY(promptOf("sadness", "1").positive != promptOf("sadness", "2").positive);
    }

    void theNegativePromptForbidsWhatEquiMEForbids() {
        const auto negative = promptOf("sadness", "1+15").negative;
        for (const char* part : {"blinking",
                                 "double exposure",
                                 "head movement",
                                 "camera shake",
                                 "extreme expression",
                                 "open mouth, teeth",
                                 "distorted features",
                                 "unreal skin",
                                 "several faces",
                                 "side angle",
                                 "poor light",
                                 "low resolution",
                                 "compression",
                                 "make-up",
                                 "accessories",
                                 "clothes",
                                 "background",
                                 "gestures",
                                 "cartoon",
                                 "3D"})
            QVERIFY2(has(negative, part), part);
    }

    void nothingThatIsAskedForIsForbidden() {
        QVERIFY(!has(promptOf("surprise", "1+2+26").negative, "open mouth"));
        QVERIFY(!has(promptOf("surprise", "1+2+25").negative, "teeth"));
        const auto closed = promptOf("", "43");
        QVERIFY(!has(closed.negative, "closed eyes") && !has(closed.positive, "eyes stay open"));
        QVERIFY(!has(promptOf("anger", "4", ExpressionType::Macro).negative, "extreme expression"));
    }

    void everyUnitThatOthersRenderHasWords() {
        for (const auto& row : generatorRows())
            for (const auto& unit : row.units())
                if (unit.number <= 28) {
                    const PlantedUnit planted{unit.number, {}, {}};
                    QVERIFY2(has(composePrompt("", {&planted, 1}, {}).positive, "In the expression"),
                             std::to_string(unit.number).c_str());
                }
    }

    void theBuiltInWorkflowIsFilled() {
        const auto workflow = ExternalWorkflow::load({});
        MIEN_VERIFY(workflow);
        ExternalRequest request;
        request.prompt = "a \"quoted\" {seed} prompt";
        request.negative = "none";
        request.seed = 9007199254740991;
        const auto nodes = workflow->filled(request, "mien.png");
        std::map<std::string, nlohmann::ordered_json> byClass;
        for (const auto& node : nodes)
            byClass[node["class_type"].get<std::string>()] = node["inputs"];
        QVERIFY(byClass["LoadImage"]["image"] == "mien.png");
        QVERIFY(byClass["LTXVImgToVideo"]["length"] == 161);
        QVERIFY(byClass["LTXVImgToVideo"]["width"] == 256 && byClass["LTXVImgToVideo"]["height"] == 256);
        QVERIFY(byClass["SamplerCustom"]["noise_seed"] == 9007199254740991);
        QVERIFY(byClass["LTXVConditioning"]["frame_rate"] == 24.0);
        QVERIFY(nodes["4"]["inputs"]["text"] == request.prompt); // placeholders inside a value stay text
        QVERIFY(nodes["5"]["inputs"]["text"] == "none");
        // Every link leads to a node that is there.
        for (const auto& node : nodes)
            for (const auto& input : node["inputs"])
                if (input.is_array())
                    QVERIFY(nodes.contains(input[0].get<std::string>()));
    }

    void placeholdersInsideATextAreFilledToo() {
        const auto workflow = ExternalWorkflow::parse(
            R"({"1": {"class_type": "X", "inputs": {"a": "seed {seed} of {image}", "b": "{negative} {prompt} {x}",
                "c": ["{fps}", 1]}}})",
            "w.json");
        MIEN_VERIFY(workflow);
        ExternalRequest request;
        request.prompt = "P";
        request.negative = "N";
        request.seed = 5;
        const auto inputs = workflow->filled(request, "i.png")["1"]["inputs"];
        QVERIFY(inputs["a"] == "seed 5 of i.png");
        QVERIFY(inputs["b"] == "N P {x}");
        QVERIFY(inputs["c"][0] == 24.0);
    }

    void aWorkflowThatCannotServeSaysWhy_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("part");
        QTest::newRow("no JSON") << "hello"
                                 << "not a JSON object";
        QTest::newRow("empty") << "{}"
                               << "not a JSON object";
        QTest::newRow("editor's format") << R"({"nodes": [], "links": []})"
                                         << "Export (API)";
        QTest::newRow("no class") << R"({"1": {"inputs": {}}})"
                                  << "class_type";
        QTest::newRow("nothing to fill")
            << R"({"1": {"class_type": "X", "inputs": {"a": "{image} {prompt}"}}})"
            << "{negative}, {seed}";
    }
    void aWorkflowThatCannotServeSaysWhy() {
        QFETCH(QString, text);
        QFETCH(QString, part);
        const auto workflow = ExternalWorkflow::parse(text.toStdString(), "w.json");
        QVERIFY(!workflow);
        QCOMPARE(workflow.error().location, std::string("w.json"));
        QVERIFY2(has(workflow.error().message, part.toUtf8().constData()), workflow.error().message.c_str());
    }

    void commandsAreSplitLikeAShellAndReadByNone() {
        const auto command = CommandTemplate::parse(
            R"(sd-cli -p "{prompt}" -i {image} -o {out}.webm 'a b' c\ d "$HOME" {} {A} "")");
        MIEN_VERIFY(command);
        const std::vector<std::string> expected{"sd-cli",  "-p",       "x; rm -rf 'y' {seed}",
                                                "-i",      "/i m.png", "-o",
                                                "/o.webm", "a b",      "c d",
                                                "$HOME",   "{}",       "{A}",
                                                ""};
        QVERIFY(command->filled({{"prompt", "x; rm -rf 'y' {seed}"}, {"image", "/i m.png"}, {"out", "/o"}}) ==
                expected);
    }

    void aCommandThatCannotServeSaysWhy() {
        const auto whyNot = [](const char* text) { return CommandTemplate::parse(text).error().message; };
        QVERIFY(has(whyNot("  "), "no program"));
        QVERIFY(has(whyNot("x 'y"), "never closed"));
        QVERIFY(has(whyNot("x {image} {prompt}"), "lacks the placeholder {out}"));
        QVERIFY(has(whyNot("x {image} {prompt} {out} {model}"), "{model}, which is unknown"));
    }

    void exactlyOneModelIsNamed() {
        QVERIFY(has(makeExternalModel({}).error().message, "--server"));
        ExternalModelOptions both;
        both.server = "127.0.0.1";
        both.command = "x {image} {prompt} {out}";
        QVERIFY(!makeExternalModel(both));
        both.server.clear();
        both.workflow = "w.json";
        QVERIFY(has(makeExternalModel(both).error().message, "--workflow belongs"));
    }
};

MIEN_TEST(TestExternalRequest)

} // namespace tst_external_request

#include "tst_external_request.moc"
