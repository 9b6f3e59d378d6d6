// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/synthesis/dataset_plan.h"
#include "generator_bench.h"
#include "support/test_program.h"
#include "ui/generator/class_weights.h"
#include "ui/generator/generator_panel.h"
#include "ui/generator/planted_list.h"
#include "ui/generator/spec_form.h"
#include "ui/generator/spec_page.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableWidget>

namespace tst_spec_page {

using namespace mien;
using namespace mien::ui;
using Json = nlohmann::ordered_json;

namespace {

struct Bench {
    QTemporaryDir folder;
    Settings settings{folder.filePath("settings.ini")};
    JobList jobs;
    SpecPage page{settings, jobs, "mien test"};

    Bench() {
        page.setFace(test::demoFace());
        page.setOut(folder.filePath("out"));
    }
    bool judged() {
        return QTest::qWaitFor([this] { return !page.spec().judging(); }, 20000);
    }
    template <class W>
    W* field(const QString& name) {
        for (auto* widget : page.findChildren<W*>())
            if (widget->accessibleName() == name)
                return widget;
        return nullptr;
    }
};

} // namespace

class TestSpecPage : public QObject {
    Q_OBJECT

private slots:
    void aFreshPageCanBeGenerated() {
        Bench bench;
        QVERIFY(bench.judged());
        QVERIFY2(bench.page.ready(), qPrintable(bench.page.sentence()));
        QVERIFY2(bench.page.sentence().startsWith("7 "), qPrintable(bench.page.sentence())); // seven emotions
    }

    void whatTheFormShowsIsWhatTheModelTakes() {
        // The fields that a spec leaves out are shown with the values that the core then uses.
        Bench bench;
        Json json = bench.page.spec().json();
        json.erase("film");
        json.erase("counts");
        MIEN_VERIFY(bench.page.spec().setText(QString::fromStdString(jsonText(json))));
        const auto spec = synthesis::datasetSpecFromJson(json, {});
        MIEN_VERIFY(spec);
        const auto shown = [&](const char* name) { return bench.field<QDoubleSpinBox>(name)->value(); };
        QCOMPARE(shown("Frames"), double(spec->film.frames));
        QCOMPARE(shown("Size"), double(spec->film.size));
        QCOMPARE(shown("H.264 quality"), double(spec->film.quality));
        QCOMPARE(bench.field<QLineEdit>("Frames per second")->text().toDouble(), spec->film.fps.value());
        QCOMPARE(shown("Films"), double(spec->counts.clips));
        QCOMPARE(bench.field<QComboBox>("for each")->currentData().toString().toStdString(),
                 spec->counts.per);
        QCOMPARE(bench.field<QComboBox>("and each")->currentData().toString().toStdString(), spec->counts.by);
        QCOMPARE(shown("In each film"), double(spec->scm.episodes));
        QCOMPARE(shown("Share of micro"), spec->scm.microShare);
        QCOMPARE(shown("Neutral around each"), spec->scm.neutralS);
        QCOMPARE(shown("Blinks"), spec->scm.nuisance.blinksPerMinute);
        QCOMPARE(shown("Speech"), spec->scm.nuisance.speechShare);
        QCOMPARE(shown("Light, from"), spec->scm.nuisance.lightGain.first);
        QCOMPARE(shown("Light, to"), spec->scm.nuisance.lightGain.second);
        QCOMPARE(shown("Sensor noise, to"), spec->scm.nuisance.noiseSigma.second);
        QCOMPARE(shown("Head speed, to"), spec->scm.nuisance.headPxPerS.second);
        QCOMPARE(shown("Head roll, to"), spec->scm.nuisance.rollDeg.second);
        QCOMPARE(shown("Label noise"), spec->scm.labelNoise);
        QCOMPARE(shown("Customs of people"), spec->scm.subject.emotion);
        QCOMPARE(shown("Seed"), double(spec->scm.seed));
    }

    void fieldsWriteTheSpecAndTheTextFollows() {
        Bench bench;
        bench.field<QDoubleSpinBox>("Frames")->setValue(60);
        bench.field<QDoubleSpinBox>("Sensor noise, to")->setValue(3.5);
        auto* codec = bench.field<QComboBox>("Codec");
        codec->setCurrentIndex(1);
        emit codec->activated(1);
        auto* strata = bench.field<QLineEdit>("Strata");
        strata->setText("gender, age");
        emit strata->editingFinished();
        const auto& json = bench.page.spec().json();
        QCOMPARE(json["film"]["frames"], Json(60));
        QCOMPARE(json["film"]["codec"], Json("ffv1"));
        QCOMPARE(json["nuisance"]["noise"], Json::array({0.6, 3.5}));
        QCOMPARE(json["strata"]["keys"], Json::array({"gender", "age"}));
        QCOMPARE(bench.page.findChild<QPlainTextEdit*>()->toPlainText(), bench.page.spec().text());
        QVERIFY(bench.judged());
        QVERIFY2(bench.page.ready(), qPrintable(bench.page.sentence()));
    }

    void whatTheFormDoesNotKnowStays() {
        Bench bench;
        Json json = bench.page.spec().json();
        json["class_weights"] = {{"happiness", 3}};
        json["confounding"] = {
            {"subject", {{"emotion", 0.4}}},
            {"planted",
             Json::array({{{"kind", "unit"}, {"class", "happiness"}, {"unit", 18}, {"strength", 0.5}},
                          {{"kind", "light"}, {"class", "fear"}, {"strength", 0.2}}})}};
        MIEN_VERIFY(bench.page.spec().setText(QString::fromStdString(jsonText(json))));
        QVERIFY(!bench.field<QDoubleSpinBox>("Customs of people")->isEnabled()); // more than one number
        bench.field<QDoubleSpinBox>("Seed")->setValue(9);
        auto* strength = bench.field<QDoubleSpinBox>("with strength");
        QCOMPARE(strength->value(), 0.5); // the first link is chosen
        strength->setValue(0.7);
        const auto& now = bench.page.spec().json();
        QCOMPARE(now["class_weights"], json["class_weights"]);
        QCOMPARE(now["confounding"]["subject"], json["confounding"]["subject"]);
        QCOMPARE(now["confounding"]["planted"][0]["strength"], Json(0.7));
        QCOMPARE(now["confounding"]["planted"][1], json["confounding"]["planted"][1]);
        QCOMPARE(now["seed"], Json(9));
    }

    void everyPlantedLinkIsAddedChangedAndTakenAway() {
        Bench bench;
        Json json = bench.page.spec().json();
        const Json first{{"kind", "light"}, {"class", "fear"}, {"strength", 0.25}};
        const Json third{{"kind", "unit"}, {"class", "gone"}, {"unit", 18}, {"strength", 0.123456}};
        json["confounding"] = {{"planted", Json::array({first, "no link", third})}};
        MIEN_VERIFY(bench.page.spec().setText(QString::fromStdString(jsonText(json))));
        auto& links = *bench.page.findChild<PlantedList*>();
        const auto planted = [&] { return bench.page.spec().json()["confounding"]["planted"]; };
        QCOMPARE(links.list().count(), 3);
        links.list().setCurrentRow(2); // looking at one changes nothing
        QCOMPARE(planted(), json["confounding"]["planted"]);
        QCOMPARE(bench.field<QDoubleSpinBox>("planted unit")->value(), 18.0);
        bench.field<QDoubleSpinBox>("planted unit")->setValue(19);
        Json changed = third;
        changed["unit"] = 19; // and the class that is not in use and all digits stay
        QCOMPARE(planted()[2], changed);
        links.add("duration");
        QCOMPARE(planted().size(), std::size_t(4));
        QCOMPARE(links.list().currentRow(), 3);
        bench.field<QDoubleSpinBox>("times as long")->setValue(2.5);
        QCOMPARE(planted()[3]["factor"], Json(2.5));
        links.list().setCurrentRow(1);
        links.removeCurrent();
        QCOMPARE(planted()[0], first);
        QCOMPARE(planted()[1], changed);
        for (int i = 0; i < 3; ++i)
            links.removeCurrent();
        QVERIFY(!bench.page.spec().json()["confounding"].contains("planted"));
        links.add("light");
        QVERIFY(bench.judged());
        QVERIFY2(bench.page.ready(), qPrintable(bench.page.sentence()));
    }

    void classWeightsAreWrittenByCellAndEmptyOnesAreNone() {
        Bench bench;
        auto& table = bench.page.findChild<ClassWeights*>()->table();
        QCOMPARE(table.rowCount(), 7);
        table.item(0, 0)->setText("3");
        table.item(1, 1)->setText("0.5");
        table.item(2, 0)->setText("many");
        QCOMPARE(bench.page.spec().json()["class_weights"], (Json{{"happiness", 3}}));
        QCOMPARE(bench.page.spec().json()["class_weights_in"]["train"].size(), std::size_t(1));
        QCOMPARE(table.item(2, 0)->text(), QString());
        table.item(0, 0)->setText("");
        table.item(1, 1)->setText("");
        QVERIFY(!bench.page.spec().json().contains("class_weights"));
        QVERIFY(!bench.page.spec().json().contains("class_weights_in"));
    }

    void whatTheFormChangesLeavesTheRest() {
        Bench bench;
        Json json = bench.page.spec().json();
        json["nuisance"] = {{"light", {0.931234, 1.0}}};
        json["emotions"] = {"surprise", "happiness", "fear"};
        json["people"] = Json::array({{{"id", "ada"}, {"split", "test"}, {"portraits", {"a.png"}}}});
        json["twins"] = {{"change", "add"}, {"unit", 12}, {"level", 2.5}};
        MIEN_VERIFY(bench.page.spec().setText(QString::fromStdString(jsonText(json))));
        bench.field<QDoubleSpinBox>("Light, to")->setValue(1.2);
        const auto now = [&](const char* key) { return bench.page.spec().json()[key]; };
        QCOMPARE(now("nuisance")["light"], Json::array({0.931234, 1.2}));
        auto* emotions = bench.page.findChild<QListWidget*>();
        for (auto* list : bench.page.findChildren<QListWidget*>())
            if (list->accessibleName() == "Emotions in use")
                emotions = list;
        emotions->item(4)->setCheckState(Qt::Checked); // anger; the others keep their order
        QCOMPARE(now("emotions"), Json::array({"surprise", "happiness", "fear", "anger"}));
        auto* who = bench.field<QComboBox>("Who");
        QCOMPARE(who->currentIndex(), 3);
        who->setCurrentIndex(0);
        emit who->activated(0);
        QVERIFY(now("people") != json["people"]);
        who->setCurrentIndex(3);
        emit who->activated(3);
        QCOMPARE(now("people"), json["people"]);
        auto* twins = bench.field<QComboBox>("Twins");
        twins->setCurrentIndex(0);
        emit twins->activated(0);
        QVERIFY(!bench.page.spec().json().contains("twins"));
        twins->setCurrentIndex(3);
        emit twins->activated(3);
        QCOMPARE(now("twins"), json["twins"]);
    }

    void whatIsWrongIsSaidWhileOneWrites() {
        Bench bench;
        bench.page.showJson(true);
        auto* text = bench.page.findChild<QPlainTextEdit*>();
        text->setPlainText("{ \"people\": ");
        QVERIFY(!bench.page.ready());
        QVERIFY(bench.page.sentence().contains("JSON"));
        Json json = bench.page.spec().json();
        json["filmm"] = 3;
        text->setPlainText(QString::fromStdString(jsonText(json)));
        QVERIFY(bench.judged());
        QVERIFY2(bench.page.sentence().contains("filmm"), qPrintable(bench.page.sentence()));
        QVERIFY(!bench.page.ready());
        json.erase("filmm");
        text->setPlainText(QString::fromStdString(jsonText(json)));
        QVERIFY(bench.judged());
        QVERIFY(bench.page.ready());
    }

    void peopleComeFromAFolderOrARig() {
        Bench bench;
        QVERIFY(QDir(bench.folder.path()).mkdir("stills"));
        for (const char* name : {"ada.png", "bea.png"})
            QVERIFY(QFile::copy(MIEN_SOURCE_DIR "/resources/demo/astronaut.png",
                                bench.folder.filePath("stills/") + name));
        auto* who = bench.field<QComboBox>("Who");
        who->setCurrentIndex(1);
        auto* folder = bench.field<QLineEdit>("Folder");
        if (folder == nullptr) // its row's widget carries the name
            for (auto* line : bench.page.findChildren<QLineEdit*>())
                if (line->placeholderText() == "a folder with pictures")
                    folder = line;
        QVERIFY(folder != nullptr);
        folder->setText(bench.folder.filePath("stills"));
        emit who->activated(1);
        QVERIFY(bench.judged());
        QVERIFY2(bench.page.sentence().contains("2 "), qPrintable(bench.page.sentence()));
        QCOMPARE(who->currentIndex(), 1);
        who->setCurrentIndex(0);
        emit who->activated(0);
        QVERIFY(bench.page.spec().json()["people"].is_array());
    }

    void presetsKeepThePeople() {
        Bench bench;
        for (const char* name : {"equime", "film", "twins", ""}) {
            const auto people = bench.page.spec().json()["people"];
            bench.page.spec().usePreset(name);
            QCOMPARE(bench.page.spec().json()["people"], people);
            QVERIFY(bench.judged());
            QVERIFY2(bench.page.ready(), qPrintable(bench.page.sentence()));
        }
    }

    void everyFieldHasANameAndATooltip() {
        Bench bench;
        for (auto* widget : bench.page.form().findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_") ||
                qobject_cast<QLabel*>(widget))
                continue;
            auto* named = widget;
            while (named->accessibleName().isEmpty() && named->parentWidget() != &bench.page.form())
                named = named->parentWidget();
            QVERIFY2(!named->accessibleName().isEmpty() && !named->toolTip().isEmpty(),
                     widget->metaObject()->className());
        }
    }

    void aSpecGoesToAFileAndComesBack() {
        Bench bench;
        bench.field<QDoubleSpinBox>("Seed")->setValue(77);
        const QString file = bench.folder.filePath("spec.json");
        MIEN_VERIFY(bench.page.spec().save(file));
        SpecDocument other;
        MIEN_VERIFY(other.load(file));
        QCOMPARE(other.json(), bench.page.spec().json());
        QVERIFY(!other.load(bench.folder.filePath("none.json")));
    }

    void generatingWritesTheDatasetAndOffersToLookAtIt() {
        Bench bench;
        Json json = bench.page.spec().json();
        json["emotions"] = {"happiness"};
        json["film"] = {{"frames", 30}, {"fps", 24}, {"size", 96}};
        MIEN_VERIFY(bench.page.spec().setText(QString::fromStdString(jsonText(json))));
        QVERIFY(bench.judged());
        QSignalSpy opened(&bench.page, &SpecPage::openAsked);
        bench.page.generate();
        QVERIFY(bench.page.running());
        QCOMPARE(bench.jobs.runningCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(!bench.page.running(), 60000);
        const QString table = bench.folder.filePath("out/clips.csv");
        QVERIFY(QFile::exists(table));
        for (auto* label : bench.page.findChildren<QLabel*>())
            if (label->text().contains("clips.csv"))
                emit label->linkActivated("table:" + table);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.takeFirst().at(0).toString(), table);
        bench.page.generate(); // again: nothing is left to draw
        QTRY_VERIFY_WITH_TIMEOUT(!bench.page.running(), 60000);
    }

    void cancellingKeepsWhatIsFinished() {
        Bench bench;
        Json json = bench.page.spec().json();
        json["counts"]["clips"] = 50;
        MIEN_VERIFY(bench.page.spec().setText(QString::fromStdString(jsonText(json))));
        QVERIFY(bench.judged());
        bench.page.generate();
        const auto clips = [&] { return QDir(bench.folder.filePath("out/clips")).entryList({"c*"}).size(); };
        QTRY_VERIFY_WITH_TIMEOUT(clips() > 0, 60000);
        bench.page.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!bench.page.running(), 20000);
        QVERIFY(!QFile::exists(bench.folder.filePath("out/manifest.json")));
        QVERIFY(clips() > 0 && clips() < 350);
        bool said = false;
        for (auto* label : bench.page.findChildren<QLabel*>())
            said |= label->text().contains("goes on from there");
        QVERIFY(said);
    }

    void screenshots() {
        if (!test::wantsPictures())
            QSKIP("MIEN_SHOTS names no folder for screenshots");
        QTemporaryDir folder;
        for (const auto theme : {ThemeChoice::Dark, ThemeChoice::Light}) {
            test::useTheme(theme);
            Settings settings(folder.filePath("s.ini"));
            JobList jobs;
            GeneratorPanel panel(settings, jobs, "mien test");
            panel.resize(1280, 800);
            panel.tabs().setCurrentWidget(&panel.specPage());
            panel.show();
            panel.specPage().setOut(folder.filePath(theme == ThemeChoice::Dark ? "pilot" : "pilot2"));
            QTRY_VERIFY_WITH_TIMEOUT(!panel.specPage().spec().judging(), 20000);
            test::shoot(panel, theme, "spec");
            panel.specPage().generate();
            QTRY_VERIFY_WITH_TIMEOUT(panel.specPage().findChild<QProgressBar*>()->value() > 300, 60000);
            test::shoot(panel, theme, "spec-running");
            QTRY_VERIFY_WITH_TIMEOUT(!panel.specPage().running(), 60000);
            test::shoot(panel, theme, "spec-done");
            panel.specPage().showJson(true);
            panel.specPage().spec().set("/film/frames", 2);
            QTRY_VERIFY_WITH_TIMEOUT(!panel.specPage().spec().judging(), 20000);
            QTest::qWait(50);
            test::shoot(panel, theme, "spec-json");
        }
    }
};

MIEN_UI_TEST(TestSpecPage)

} // namespace tst_spec_page

#include "tst_spec_page.moc"
