// SPDX-License-Identifier: GPL-3.0-or-later
#include "dataset_files.h"

#include "core/annotation/event_table.h"
#include "core/base/json.h"
#include "core/media/content_hash.h"
#include "core/media/video_source.h"
#include "core/synthesis/dataset_clip.h"
#include "support/test_program.h"

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

namespace tst_dataset_write {

using namespace mien;
using namespace mien::synthesis;
using test::Json;
namespace fs = std::filesystem;

class TestDatasetWrite : public QObject {
    Q_OBJECT

private slots:
    void sameSpecSameBytesOnAnyNumberOfThreads() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const auto spec = test::specOf(test::smallDataset());
        MIEN_VERIFY(spec);
        for (const int threads : {1, 2}) {
            JobContext job;
            job.threads = threads;
            double last = 0.0;
            job.onProgress = [&](double fraction, std::string_view) {
                QVERIFY(fraction >= last);
                last = fraction;
            };
            const auto made = writeDataset(*spec, root / std::to_string(threads), job, "test", "as typed");
            MIEN_VERIFY(made);
            QCOMPARE(made->clips, 4);
            QCOMPARE(made->rendered, 4);
            QCOMPARE(last, 1.0);
        }
        const auto tree = test::treeOf(root / "1");
        QVERIFY(tree == test::treeOf(root / "2"));
        QVERIFY(tree.contains("clips/c000001/c000001.mkv") && tree.contains("clips/c000004/landmarks.npy"));
        checkManifest(root / "1", tree);
        checkTables(root / "1");
    }

    /// Stops after the first clip and after the third; each run goes on from there. A damaged and a missing
    /// file are made anew.
    void aStoppedRunGoesOnToTheSameBytes() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const auto spec = *test::specOf(test::smallDataset());
        MIEN_VERIFY(writeDataset(spec, root / "whole", {}, "test", "a"));
        int runs = 0;
        for (bool finished = false; !finished; ++runs) {
            QVERIFY(runs < 10);
            std::stop_source stop;
            JobContext job;
            job.stop = stop.get_token();
            job.threads = 1;
            job.onProgress = [&](double, std::string_view text) {
                if (text == fmt::format("clip {} of 4", 2 * runs + 1))
                    stop.request_stop();
            };
            const auto made = writeDataset(spec, root / "stopped", job, "test", "b");
            finished = made.has_value();
            if (!finished) {
                QVERIFY(made.error().code == ErrorCode::Cancelled);
                QVERIFY(!fs::exists(root / "stopped" / "manifest.json"));
                QVERIFY(!fs::exists(root / "stopped" / ".unfinished"));
            }
        }
        QVERIFY(runs > 1);
        QVERIFY(test::treeOf(root / "whole") == test::treeOf(root / "stopped"));

        fs::remove(root / "stopped/clips/c000001/events.csv");
        fs::resize_file(root / "stopped/clips/c000003/c000003.mkv", 1000);
        fs::create_directories(root / "stopped/.unfinished/c000002");
        const auto repaired = writeDataset(spec, root / "stopped", {}, "test", "b");
        MIEN_VERIFY(repaired);
        QCOMPARE(repaired->rendered, 2);
        QVERIFY(test::treeOf(root / "whole") == test::treeOf(root / "stopped"));
    }

    void foldersOfSomethingElseAreRefused() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const auto spec = *test::specOf(test::smallDataset());
        std::ofstream(root / "thesis.tex") << "x";
        const auto refused = writeDataset(spec, root, {}, "test", "");
        QVERIFY(!refused && refused.error().message.find("thesis.tex") != std::string::npos);
        fs::remove(root / "thesis.tex");
        std::ofstream(root / "spec.json") << "{}";
        fs::create_directories(root / "clips" / "c000001");
        const auto other = writeDataset(spec, root, {}, "test", "");
        QVERIFY(!other && other.error().message.find("another spec") != std::string::npos);
    }

    /// What a spec cannot mean, or a picture cannot show, is said before anything is made.
    void whatCannotBeMadeLeavesNoFolder() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        cv::imwrite((root / "wall.png").string(), cv::Mat(128, 128, CV_8UC3, cv::Scalar(90, 120, 150)));
        const auto refusal = [&](const char* patch) {
            auto json = test::smallDataset();
            json.merge_patch(parseOrderedJson(patch));
            const auto spec = test::specOf(json);
            const auto made = spec ? writeDataset(*spec, root / "d", {}, "test", "")
                                   : Result<DatasetOutcome>(Unexpected(spec.error()));
            return made ? std::string("made") : made.error().sentence();
        };
        const auto people = [&](const fs::path& portrait) {
            return jsonText(Json{{"people",
                                  {{{"id", "x"}, {"portraits", {portrait.string()}}},
                                   {{"id", "y"}, {"portraits", {(root / "nobody.png").string()}}}}}});
        };
        for (const auto& [patch, wanted] : std::map<std::string, const char*>{
                 {people(root / "wall.png"), "2 of 2 portraits"},
                 {people(root / "none.png"), "no such portrait"},
                 {R"({"film": {"frames": 6}})", "does not fit"},
                 {R"({"film": {"fps": 5}})", "use 6 or more"},
                 {R"({"film": {"size": 97}})", "even"},
                 {R"({"truth": {"flow": "first"}})", "does not know its exact flow"},
                 {R"({"generator": "magic"})", "there are warp, rig"},
                 {R"({"counts": {"clips": 1.5}})", "a whole number belongs"}}) {
            const auto said = refusal(patch.c_str());
            QVERIFY2(said.find(wanted) != std::string::npos, said.c_str());
            QVERIFY2(!fs::exists(root / "d"), patch.c_str());
        }
    }

    /// Every picture of a folder is a person, every folder in it one with several pictures.
    void aFolderOfStillsIsAListOfPeople() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        fs::create_directories(root / "stills/bea");
        for (const char* name : {"ada.png", "bea/1.png", "bea/2.png"})
            fs::copy_file(MIEN_SOURCE_DIR "/resources/demo/astronaut.png", root / "stills" / name);
        std::ofstream(root / "stills/notes.txt") << "x";
        std::ofstream(root / "people.csv") << "id,split,gender\nbea,test,female\n";
        auto json = test::smallDataset();
        json["people"] = {{"folder", "stills"}, {"table", "people.csv"}};
        const auto spec = datasetSpecFromJson(json, root);
        MIEN_VERIFY(spec);
        QCOMPARE(spec->people.size(), std::size_t{2});
        QCOMPARE(spec->people[0].id, std::string("ada"));
        QCOMPARE(spec->people[1].portraits.size(), std::size_t{2});
        QCOMPARE(spec->people[1].portraits[1].written, std::string("stills/bea/2.png"));
        QCOMPARE(spec->people[1].split, std::string("test"));
        QCOMPARE(spec->people[1].demographics.at("gender"), std::string("female"));
        QCOMPARE(spec->json["people"].size(), std::size_t{2}); // what was found is part of the spec
        // The list that was written down means the same.
        const auto again = datasetSpecFromJson(spec->json, root);
        MIEN_VERIFY(again);
        QCOMPARE(again->json, spec->json);
        std::ofstream(root / "people.csv") << "id,gender\ncid,male\n";
        const auto refused = datasetSpecFromJson(json, root);
        QVERIFY(!refused && refused.error().message.find("no picture of \"cid\"") != std::string::npos);
    }

    void twinsAreInOneDatasetWithTheirLabelsPredicted() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString() + "/d";
        auto json = test::smallDataset();
        json["counts"] = {{"clips", 1}, {"per", "dataset"}, {"by", "emotion"}};
        json["twins"] = {{"change", "remove"}, {"unit", 14}};
        json["emotions"] = {"contempt", "disgust"};
        const auto made = writeDataset(*test::specOf(json), root, {}, "test", "");
        MIEN_VERIFY(made);
        QCOMPARE(made->clips, 4);
        const auto a = parseOrderedJson(test::bytesOf(root / "clips/c000001a/clip.json"));
        const auto b = parseOrderedJson(test::bytesOf(root / "clips/c000001b/clip.json"));
        QCOMPARE(a["twin"], Json("c000001b"));
        QCOMPARE(a["sample"]["noise"], b["sample"]["noise"]);
        QCOMPARE(a["clip"]["seed"], b["clip"]["seed"]);
        QCOMPARE(a["strength"], b["strength"]);
        QCOMPARE(a["sample"]["episodes"][0]["label"], Json("contempt"));
        QCOMPARE(b["sample"]["episodes"][0]["label"], Json("neutral")); // AU 14 was all there was
        QVERIFY(b["expressions"].empty());
        QVERIFY(test::bytesOf(root / "clips/c000001a/c000001a.mkv") !=
                test::bytesOf(root / "clips/c000001b/c000001b.mkv"));
        // Taking away a unit that is not there changes nothing at all.
        const auto c = parseOrderedJson(test::bytesOf(root / "clips/c000002a/clip.json"));
        const auto d = parseOrderedJson(test::bytesOf(root / "clips/c000002b/clip.json"));
        QCOMPARE(c["expressions"], d["expressions"]);
        QVERIFY(test::bytesOf(root / "clips/c000002a/c000002a.mkv") ==
                test::bytesOf(root / "clips/c000002b/c000002b.mkv"));
    }

    void longFilmsHaveManyExpressionsAndTheirNuisance() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString() + "/d";
        auto json = test::smallDataset();
        json.merge_patch(
            parseOrderedJson(R"({"preset": "film", "emotions": null, "expressions": {"per_film": 4},
            "counts": {"per": "dataset", "by": "none"}, "film": {"frames": 720, "fps": 30},
            "nuisance": {"speech_share": 0.1}})"));
        const auto spec = test::specOf(json);
        MIEN_VERIFY(spec);
        const auto made = writeDataset(*spec, root, {}, "test", "");
        MIEN_VERIFY(made);
        const auto events = annotation::readEventTable(root / "events.csv");
        MIEN_VERIFY(events);
        QCOMPARE(events->events.size(), std::size_t{4});
        const auto lines = [&](const char* name) {
            const auto text = test::bytesOf(root / "clips/c000001" / name);
            return std::count(text.begin(), text.end(), '\n') - 1;
        };
        QVERIFY(lines("blinks.csv") > 0 && lines("speech.csv") > 0);
    }

private:
    static void checkManifest(const fs::path& root, const std::map<std::string, std::string>& tree) {
        const auto manifest = parseOrderedJson(tree.at("manifest.json"));
        std::size_t named = 1; // the manifest itself
        for (const auto& [name, sha] : manifest["tables"].items()) {
            QCOMPARE(sha, Json(media::toHex(media::sha256Bytes(tree.at(name)))));
            ++named;
        }
        for (const auto& clip : manifest["clips"]) {
            const auto place = clip["folder"].get<std::string>() + "/";
            for (const auto& [name, sha] : clip["files"].items()) {
                QCOMPARE(sha, Json(media::toHex(media::sha256Bytes(tree.at(place + name)))));
                ++named;
            }
            QCOMPARE(clip["record_sha256"],
                     Json(media::toHex(media::sha256Bytes(tree.at(place + "clip.json")))));
            ++named;
        }
        QCOMPARE(named, tree.size()); // no file without its hash
        QCOMPARE(test::bytesOf(root / "command.txt"), std::string("as typed\n"));
        for (const auto& [name, text] : tree) // nothing says where it was made
            if (name.ends_with(".json") || name.ends_with(".csv"))
                QVERIFY2(text.find(MIEN_SOURCE_DIR) == std::string::npos &&
                             text.find("/tmp/") == std::string::npos,
                         name.c_str());
    }

    static void checkTables(const fs::path& root) {
        for (const char* name : {"events.csv", "events_internal.csv", "events_megc.csv"}) {
            const auto events = annotation::readEventTable(root / name);
            MIEN_VERIFY(events);
            QCOMPARE(events->events.size(), std::size_t{4});
            QVERIFY(!events->firstDropped());
        }
        const auto clips = annotation::readCsv(root / "clips.csv");
        MIEN_VERIFY(clips);
        QCOMPARE(clips->rows.size(), std::size_t{4});
        const auto age = *clips->column({"subject.age"}), film = *clips->column({"film"}),
                   frames = *clips->column({"frames"});
        QCOMPARE(clips->rows[0].cells[age], std::string("40-60"));
        QCOMPARE(clips->rows[3].cells[age], std::string("unknown"));
        for (const auto& row : clips->rows) {
            const auto source = media::openMedia(root / row.cells[film], {}, {});
            MIEN_VERIFY(source);
            QCOMPARE(std::to_string((*source)->info().frames), row.cells[frames]);
        }
    }
};

MIEN_TEST(TestDatasetWrite)

} // namespace tst_dataset_write

#include "tst_dataset_write.moc"
