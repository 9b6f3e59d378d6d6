// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/nn/spotting_network.h"
#include "core/pipeline/model_list.h"
#include "core/spotting/recipe.h"
#include "support/verify.h"

#include <QTemporaryDir>

namespace tst_model_list {

using namespace mien;
using namespace mien::pipeline;
namespace fs = std::filesystem;

class TestModelList : public QObject {
    Q_OBJECT

    static spotting::ModelFolder model(const std::string& name) {
        spotting::ModelFolder folder;
        folder.model.name = name;
        folder.model.recipe = spotting::recipePreset("mien").value();
        (void)folder.model.recipe.settle();
        const auto channels = static_cast<std::size_t>(folder.model.recipe.input.channels());
        folder.model.normalisation = {std::vector<double>(channels, 0.0), std::vector<double>(channels, 1.0)};
        folder.weights = nn::SpottingNetwork::create(folder.model.recipe.shape, 1).value()->weights().value();
        folder.card = "# " + name + "\n";
        return folder;
    }

private slots:
    void everyFolderIsListedOnceWithItsCardAndWhatIsWrongWithIt() {
        QTemporaryDir dir;
        const fs::path root = dir.path().toStdString();
        const auto own = root / "own";
        MIEN_VERIFY(spotting::writeModel(root / "shipped", model("Shipped")));
        MIEN_VERIFY(spotting::writeModel(own / "b", model("B")));
        MIEN_VERIFY(spotting::writeModel(own / "a", model("A")));
        fs::create_directories(own / "nothing");
        // Weights that are not those of the manifest, a manifest that is none, weights of another shape.
        MIEN_VERIFY(spotting::writeModel(own / "damaged", model("Damaged")));
        auto bytes = readTextFile(own / "damaged" / spotting::kWeightsFile).value();
        bytes.back() = static_cast<char>(bytes.back() ^ 1);
        MIEN_VERIFY(writeFileAtomically(own / "damaged" / spotting::kWeightsFile, bytes));
        fs::create_directories(own / "torn");
        MIEN_VERIFY(writeFileAtomically(own / "torn" / spotting::kModelFile, "{\"format\": "));
        auto odd = model("Odd");
        odd.weights.erase(odd.weights.begin());
        MIEN_VERIFY(spotting::writeModel(own / "odd", odd));

        const auto all = listModels({root / "shipped", own, {own / "b", root / "gone"}});
        std::vector<std::string> names;
        for (const auto& one : all)
            names.push_back(one.folder.filename().string() + (one.usable() ? "" : "!"));
        QCOMPARE(names,
                 (std::vector<std::string>{"shipped", "a", "b", "damaged!", "odd!", "torn!", "gone!"}));
        QCOMPARE(all[0].origin, ModelOrigin::Shipped);
        QCOMPARE(all[1].origin, ModelOrigin::Own);
        QCOMPARE(all[6].origin, ModelOrigin::Added);
        QCOMPARE(all[1].card, std::string("# A\n"));
        QVERIFY(all[3].model && all[3].model->name == "Damaged"); // what can be read is shown
        QVERIFY(!all[5].model);
        for (const auto& one : all)
            QVERIFY2(one.usable() || one.problem.ends_with(".") || one.problem.find(". (") ||
                         one.problem.size() < 300,
                     one.problem.c_str());
        QVERIFY(listModels({{}, root / "not there", {}}).empty());
    }

    void aNewModelGetsAFolderOfItsOwn() {
        QTemporaryDir dir;
        const fs::path own = dir.path().toStdString();
        QCOMPARE(freeModelFolder(own, "My films, evening 2").filename().string(),
                 std::string("My-films--evening-2"));
        fs::create_directories(own / "x");
        QCOMPARE(freeModelFolder(own, "x").filename().string(), std::string("x-2"));
        QCOMPARE(freeModelFolder(own, "../..").parent_path(), own);
        QCOMPARE(freeModelFolder(own, "").filename().string(), std::string("model"));
        QCOMPARE(freeModelFolder(own, "我的模型").filename().string(), std::string("我的模型"));
        fs::create_directories(own / "我的模型");
        QCOMPARE(freeModelFolder(own, "我的模型").filename().string(), std::string("我的模型-2"));
        QCOMPARE(freeModelFolder(own, "另一个").filename().string(), std::string("另一个"));
        // The longest name can be written, with whatever is put beside it meanwhile.
        std::string longest;
        for (int i = 0; i < 200; ++i)
            longest += "模";
        const auto folder = freeModelFolder(own, longest);
        MIEN_VERIFY(spotting::writeModel(folder, model(longest)));
        QCOMPARE(spotting::readModelManifest(folder)->name, longest);
    }
};

MIEN_TEST(TestModelList)

} // namespace tst_model_list

#include "tst_model_list.moc"
