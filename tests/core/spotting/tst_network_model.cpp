// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/spotting/network_model.h"
#include "support/verify.h"

#include <QTemporaryDir>
#include <nlohmann/json.hpp>

namespace tst_network_model {

using namespace mien;
using namespace mien::spotting;
using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

NetworkModel model() {
    NetworkModel m;
    m.name = "Probe";
    m.description = "For tests — “quoted”.";
    m.licence = "CC0-1.0";
    m.recipe = recipePreset("mien").value();
    m.recipe.shape.channels = 4;
    m.recipe.graph.alpha = 0.05;
    m.recipe.graph.laterLayersPrior = true;
    m.recipe.proposals.microApex = 0.37;
    m.recipe.proposals.macro = {3, 40, 9, 77};
    m.recipe.optimisation.epochs = 7;
    m.normalisation = {{0.1, 1.0 / 3.0, -2e-9, 0}, {0.5, 1e-6, 2, 1}};
    for (std::size_t i = 0; i < m.prior.size(); ++i)
        m.prior[i] = static_cast<double>(i) / 1001.0;
    m.correction.null[2] = 0.15;
    m.correction.masked[7] = 0.5;
    m.correction.logit = true;
    m.correction.by = "somebody";
    m.provenance = {"films",
                    "make it",
                    "2026-01-02",
                    "mien 1",
                    18446744073709551615u,
                    30,
                    60,
                    600,
                    12,
                    {{"f1", 0.5}},
                    {"0123", "abcd"},
                    Retrained{"Old", 5, 0.7, 1.0 / 3.0, -0.125, 0.5, "0a1b"}};
    return m;
}

ModelFolder folderOf() {
    return {model(), {{"a.weight", {{2, 3}, {1, 2, 3, 4, 5, 6}}}, {"b", {{1}, {0.5f}}}}, "# Probe\n"};
}

Json json() {
    return parseOrderedJson(modelJson(model(), "abc"));
}

/// Sets or, with a null value, removes what a JSON pointer names.
std::string changed(const char* pointer, const Json& value) {
    Json j = json();
    const Json::json_pointer at(pointer);
    if (value.is_null())
        j.at(at.parent_pointer()).erase(at.back());
    else
        j[at] = value;
    return jsonText(j);
}

} // namespace

class TestNetworkModel : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead() {
        const auto text = modelJson(model(), "abc");
        const auto read = parseModel(text, "x");
        MIEN_VERIFY(read);
        QCOMPARE(read->weightsSha256, std::string("abc"));
        QCOMPARE(modelJson(*read, "abc"), text); // nothing is lost, not a bit
        const NetworkModel& m = *read;
        QCOMPARE(m.normalisation, model().normalisation);
        QCOMPARE(m.prior, model().prior);
        QCOMPARE(m.correction, model().correction);
        QCOMPARE(m.provenance, model().provenance);
        QCOMPARE(m.recipe.shape, model().recipe.shape);
        QCOMPARE(m.recipe.input, model().recipe.input);
        QCOMPARE(m.recipe.graph, model().recipe.graph);
        QCOMPARE(m.recipe.proposals, model().recipe.proposals);
        QCOMPARE(m.recipe.labels, model().recipe.labels);
        QCOMPARE(m.recipe.windows, model().recipe.windows);
        QCOMPARE(m.recipe.optimisation.epochs, 7);
    }
    void theManifestCanBeReadByPeople() {
        NetworkModel m = model();
        m.description = "a list [1,\n 2] and a \"quote\" \\ stay [";
        const auto text = QString::fromStdString(modelJson(m, "abc"));
        QVERIFY(text.contains("\"mean\": [0.1, 0.3333333333333333, -2e-09, 0.0]"));
        QVERIFY(text.contains("\n  [0.0, 0.000999000999000999, "));
        QCOMPARE(parseModel(text.toStdString(), "x")->description, m.description);
    }
    void everyPresetCanBeKept() {
        for (const auto& preset : recipePresets()) {
            NetworkModel m = model();
            m.recipe = preset.recipe();
            MIEN_VERIFY(m.recipe.settle());
            const auto channels = static_cast<std::size_t>(m.recipe.input.channels());
            m.normalisation = {std::vector<double>(channels, 0.0), std::vector<double>(channels, 1.0)};
            const auto read = parseModel(modelJson(m, ""), "x");
            MIEN_VERIFY(read);
            QCOMPARE(read->recipe.preset, std::string(preset.name));
        }
    }
    void sammHasConstantsOfItsOwn() {
        const auto casme = recipePreset("auw-gcn").value(), samm = recipePreset("auw-gcn-samm").value();
        QCOMPARE(samm.shape, casme.shape);
        QCOMPARE(samm.input.rateFps, 25.0);
        QCOMPARE(samm.optimisation.macroShare, 0.7);
        QCOMPARE(possibleSpans(samm.proposals.micro), std::pair(4, 13));
        QCOMPARE(possibleSpans(samm.proposals.macro), std::pair(12, 54)); // guide A5: never beyond 54
        QCOMPARE(possibleSpans(casme.proposals.macro), std::pair(15, 58));
        QCOMPARE(samm.proposals.macroMost, 6);
    }
    void whoTaughtItMayBeAbsent() {
        auto m = model();
        m.provenance.learntFrom.clear();
        m.provenance.retrained.reset();
        const auto text = modelJson(m, "");
        QVERIFY(text.find("learnt-from") == std::string::npos && text.find("retrained") == std::string::npos);
        const auto read = parseModel(text, "x");
        MIEN_VERIFY(read);
        QCOMPARE(read->provenance, m.provenance);
        // Better is who is better beyond chance, and nobody who was not compared.
        QVERIFY(!model().provenance.retrained->passed());
        QVERIFY((Retrained{"Old", 5, 0.7, 0.5, 0.01, 0.4}.passed()));
        QVERIFY((!Retrained{"Old", 1, 0.7, 0.5}.passed()));
    }
    void whatWasReplacedIsKnownByItsWeights() {
        NetworkModel old, namesake, renamed;
        old.name = namesake.name = "Old";
        renamed.name = "rules";
        old.weightsSha256 = renamed.weightsSha256 = "aa";
        namesake.weightsSha256 = "bb";
        const Retrained now{.old = "Old", .oldWeights = "aa"};
        QVERIFY(now.replaces(&old) && now.replaces(&renamed));
        QVERIFY(!now.replaces(&namesake) && !now.replaces(nullptr));
        // Written before digests were kept: the name is all there is.
        const auto read = parseModel(changed("/provenance/retrained/old-weights", nullptr), "x");
        MIEN_VERIFY(read);
        const auto& before = read->provenance.retrained;
        QVERIFY(before && before->oldWeights.empty());
        QVERIFY(before->replaces(&old) && before->replaces(&namesake) && !before->replaces(nullptr));
        QVERIFY(Retrained{.old = std::string(kRulesName)}.replaces(nullptr));
        QVERIFY(!Retrained{.old = "Rules"}.replaces(nullptr));
    }
    void fieldsOfTrainingMayBeAbsentOthersNot() {
        const auto read = parseModel(changed("/optimisation/patience", nullptr), "x");
        MIEN_VERIFY(read);
        QCOMPARE(read->recipe.optimisation.patience, Optimisation{}.patience);
    }

    void whatIsWrongIsSaidInASentence_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const std::string& text, const char* says) {
            QTest::newRow(name) << QString::fromStdString(text) << QString(says);
        };
        const std::string whole = jsonText(json());
        row("empty", "", "no JSON");
        row("cut off", whole.substr(0, whole.size() / 2), "no JSON");
        row("no object", "[1, 2]", "object");
        row("deep", std::string(100'000, '['), "no JSON");
        row("a number beyond double", R"({"format": 1e999})", "no JSON");
        row("another format", changed("/format", "torch"), "format \"torch\"");
        row("a later version", changed("/version", 2), "version 2");
        row("no version", changed("/version", nullptr), "lacks \"version\"");
        row("unknown field", changed("/shoes", 44), "unknown field \"shoes\"");
        row("unknown field inside", changed("/graph/shoes", 44), "\"graph\" of the model has an unknown");
        row("field missing", changed("/graph/alpha", nullptr), "lacks \"alpha\"");
        row("a text for a number", changed("/graph/alpha", "0.01"), "where a number belongs");
        row("a number for a text", changed("/name", 3), "where a text in quotes belongs");
        row("a number for a switch", changed("/graph/film-graph", 1), "where true or false belongs");
        row("a fraction for a count", changed("/network/graph-layers", 1.5), "where a whole number belongs");
        row("a count beyond int", changed("/network/nodes", 99'999'999'999), "where a whole number belongs");
        row("a count beyond int64", changed("/network/nodes", 18446744073709551615u),
            "where a whole number belongs");
        row("NaN", changed("/graph/alpha", std::nan("")), "where a number belongs");
        row("out of range", changed("/network/graph-layers", 99), "within 1 … 4");
        row("no such choice", changed("/input/signal", "sound"), "known are movement, movement+position");
        row("nodes that the input lacks", changed("/network/nodes", 11), "11 regions");
        row("channels that the input lacks", changed("/network/channels", 2), "2 channels");
        row("mean too short", changed("/normalisation/mean", {1, 2}), "list of 4 numbers");
        row("deviation 0", changed("/normalisation/deviation/1", 0), "not above 0");
        row("deviation no number", changed("/normalisation/deviation/1", "a"), "where a number belongs");
        row("prior too small", changed("/prior", Json::array({1, 2})), "12 rows");
        row("prior with a short row", changed("/prior/3", Json::array({1, 2})), "list of 12 numbers");
        row("a negative λ", changed("/correction/null/micro-apex", -0.1), "within 0 … 10");
        row("an unknown head", changed("/correction/null/nose", 0.1), "unknown field \"nose\"");
        row("limits that allow nothing", changed("/proposals/macro-limits/nearest", 60), "no expression");
        row("a metric that is a text", changed("/provenance/metrics/f1", "good"), "where a number belongs");
        row("a teacher that is no text", changed("/provenance/learnt-from/0", 1), "where a text");
        row("teachers that are no list", changed("/provenance/learnt-from", "s1"), "a list of texts");
        row("an F1 above 1", changed("/provenance/retrained/f1", 2), "within 0 … 1");
        row("half an interval", changed("/provenance/retrained/high", nullptr), "lacks \"high\"");
        row("more of a comparison", changed("/provenance/retrained/p", 0), "unknown field \"p\"");
        row("a negative seed", changed("/provenance/seed", -1), "where a whole number belongs");
    }
    void whatIsWrongIsSaidInASentence() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const auto read = parseModel(text.toStdString(), "folder/model.json");
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Corrupt);
        QCOMPARE(read.error().location, std::string("folder/model.json"));
        const auto message = QString::fromStdString(read.error().message);
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY(message.size() < 300 && message.endsWith('.'));
    }

    void aFolderIsWrittenAndRead() {
        QTemporaryDir dir;
        const fs::path at = fs::path(dir.path().toStdString()) / "probe";
        MIEN_VERIFY(writeModel(at, folderOf()));
        const auto read = readModel(at);
        MIEN_VERIFY(read);
        QCOMPARE(read->weights, folderOf().weights);
        QCOMPARE(read->card, folderOf().card);
        QCOMPARE(modelJson(read->model, ""), modelJson(model(), ""));
        const auto manifest = readModelManifest(at);
        MIEN_VERIFY(manifest);
        QCOMPARE(manifest->name, std::string("Probe"));
        QCOMPARE(manifest->weightsSha256, sha256Of(readTextFile(at / kWeightsFile).value()));
        QCOMPARE(read->model.weightsSha256, manifest->weightsSha256);
        QCOMPARE(std::distance(fs::directory_iterator(at.parent_path()), {}), 1); // nothing is left beside it
    }
    void aModelIsReplacedOnlyWhereAskedFor() {
        QTemporaryDir dir;
        const fs::path at = fs::path(dir.path().toStdString()) / "probe";
        fs::create_directories(at); // empty: as good as absent
        MIEN_VERIFY(writeModel(at, folderOf()));
        auto other = folderOf();
        other.model.name = "Other";
        const auto refused = writeModel(at, other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::WriteFailed);
        QCOMPARE(readModelManifest(at)->name, std::string("Probe"));
        MIEN_VERIFY(writeModel(at / "", other, true));
        QCOMPARE(readModelManifest(at)->name, std::string("Other"));
        QCOMPARE(std::distance(fs::directory_iterator(at.parent_path()), {}), 1);
        const fs::path foreign = at.parent_path() / "photos";
        fs::create_directories(foreign);
        MIEN_VERIFY(writeFileAtomically(foreign / "me.jpg", "x"));
        QVERIFY(!writeModel(foreign, other, true));
        QVERIFY(fs::exists(foreign / "me.jpg"));
    }
    void whatCannotBeReadBackIsNotWritten() {
        QTemporaryDir dir;
        const fs::path at = fs::path(dir.path().toStdString()) / "probe";
        auto broken = folderOf();
        broken.weights["b"].values[0] = std::numeric_limits<float>::infinity();
        const auto infinite = writeModel(at, broken);
        QVERIFY(!infinite && infinite.error().message.find("b holds") != std::string::npos);
        broken = folderOf();
        broken.model.prior[5] = std::nan("");
        QVERIFY(!writeModel(at, broken));
        broken = folderOf();
        broken.model.normalisation.deviation[0] = 0.0;
        const auto refused = writeModel(at, broken);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidArgument);
        QVERIFY(fs::is_empty(at.parent_path()));
    }
    void damagedFoldersAreNamed() {
        QTemporaryDir dir;
        const fs::path root = dir.path().toStdString(), at = root / "probe";
        QCOMPARE(readModel(root / "absent").error().code, ErrorCode::NotFound);
        QCOMPARE(readModelManifest(root).error().code, ErrorCode::NotFound);
        MIEN_VERIFY(writeModel(at, folderOf()));
        auto bytes = readTextFile(at / kWeightsFile).value();
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
        MIEN_VERIFY(writeFileAtomically(at / kWeightsFile, bytes));
        const auto damaged = readModel(at);
        QVERIFY(!damaged);
        QCOMPARE(damaged.error().code, ErrorCode::Corrupt);
        QVERIFY(damaged.error().message.find("not the weights") != std::string::npos);
        // Foreign weights, even with a digest that fits.
        const std::string hostile = "\x80\x02}q\x01.";
        MIEN_VERIFY(writeFileAtomically(at / kWeightsFile, hostile));
        MIEN_VERIFY(writeFileAtomically(at / kModelFile, modelJson(model(), sha256Of(hostile))));
        const auto foreign = readModel(at);
        QVERIFY(!foreign);
        QCOMPARE(foreign.error().code, ErrorCode::Corrupt);
        fs::remove(at / kWeightsFile);
        QCOMPARE(readModel(at).error().code, ErrorCode::NotFound);
        QVERIFY(readModelManifest(at));
    }
};

MIEN_TEST(TestNetworkModel)

} // namespace tst_network_model

#include "tst_network_model.moc"
