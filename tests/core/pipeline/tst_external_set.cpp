// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/pipeline/external_set.h"
#include "core/synthesis/emotion_table.h"
#include "support/expression_films.h"
#include "support/fake_comfyui.h"
#include "support/test_program.h"

#include <QTemporaryDir>

namespace tst_external_set {

using namespace mien;
using namespace mien::pipeline;
using mien::test::FakeComfyUi;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path& path) {
    std::stringstream out;
    out << std::ifstream(path, std::ios::binary).rdbuf();
    return out.str();
}

Json jsonOf(const fs::path& path) {
    return parseJson(bytesOf(path));
}

} // namespace

class TestExternalSet : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_films = std::make_unique<test::ExpressionFilms>(fs::path(m_dir.path().toStdString()));
        m_spec.sources = {m_films->spec.source};
        m_spec.actionUnits = "12D+25B";
        m_spec.emotions = {"happiness"};
        m_spec.frames = m_films->spec.frames;
        m_good = m_films->good();
        m_twoFaces = m_films->twoFaces();
        m_still = m_films->still();
    }

    void filmsAreAskedForUntilOnePasses() {
        FakeComfyUi server({m_twoFaces, m_good});
        const auto folder = fresh("passes");
        const auto outcome = run(server, m_spec, folder);
        MIEN_VERIFY(outcome);
        QCOMPARE(outcome->accepted(), 1);
        const auto& clip = outcome->clips.at(0);
        QCOMPARE(clip.task.id, std::string("astronaut_01"));
        QCOMPARE(clip.rejected.size(), std::size_t{1});
        QVERIFY(clip.rejected[0].reasons == std::vector<std::string>{"one-face"});
        QCOMPARE(bytesOf(clip.film), bytesOf(m_good)); // as it came
        QVERIFY(std::abs(clip.measured->apex - m_films->spec.expressions[0].apex) <= 2);

        // The model was told Z, Y and another seed each time, and shown the portrait in the size of the film.
        QCOMPARE(server.prompts.size(), std::size_t{2});
        const auto text = server.prompts[0]["4"]["inputs"]["text"].get<std::string>();
        QVERIFY(text.find("happiness") != std::string::npos);
        QVERIFY(text.find("the corners of the lips are pulled up strongly") != std::string::npos);
        QVERIFY(server.prompts[0]["10"]["inputs"]["noise_seed"] !=
                server.prompts[1]["10"]["inputs"]["noise_seed"]);
        QCOMPARE(server.prompts[0]["6"]["inputs"]["length"], Json(61));

        const auto record = jsonOf(folder / "clips/astronaut_01/clip.json");
        QCOMPARE(record["attempt"], Json(2));
        QCOMPARE(record["checks"].size(), filmCheckNames().size());
        QCOMPARE(record["measured"]["apex"], Json(clip.measured->apex.value));
        QCOMPARE(jsonOf(folder / "rejected/astronaut_01-1.json")["reasons"], Json::array({"one-face"}));
        QVERIFY(!fs::exists(folder / "rejected/astronaut_01-1.mp4"));
        const auto table = bytesOf(folder / "clips.csv");
        QVERIFY2(table.find("astronaut,clips/astronaut_01/astronaut_01.mp4,astronaut_01,") !=
                     std::string::npos,
                 table.c_str());
        QVERIFY(table.find(",happiness,12D+25B,24,happiness,,external,measured") != std::string::npos);
        QVERIFY(!fs::exists(folder / ".unfinished"));
        // Nothing here says that it knows the truth.
        QVERIFY(!fs::exists(folder / "clips/astronaut_01/events.csv"));

        // Again: nothing is asked for that is known already.
        const auto again = run(server, m_spec, folder);
        MIEN_VERIFY(again);
        QCOMPARE(server.prompts.size(), std::size_t{2});
        QVERIFY(again->clips[0].wasThere && again->clips[0].rejected.size() == 1);
        QCOMPARE(again->clips[0].measured->apex, clip.measured->apex);
        QCOMPARE(bytesOf(folder / "clips.csv"), table);

        // A clip of another request is somebody's work.
        auto other = m_spec;
        other.actionUnits = "12E";
        const auto refused = run(server, other, folder);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.find("another request") != std::string::npos);
        QCOMPARE(bytesOf(clip.film), bytesOf(m_good));
        // So is one that was changed.
        std::ofstream(clip.film, std::ios::app) << "x";
        QCOMPARE(run(server, m_spec, folder).error().code, ErrorCode::Corrupt);
    }

    void aClipThatNeverPassesIsGivenUp() {
        FakeComfyUi server({m_still});
        const auto folder = fresh("never");
        auto spec = m_spec;
        spec.attempts = 2;
        spec.keepRejected = true;
        const auto outcome = run(server, spec, folder);
        MIEN_VERIFY(outcome);
        QCOMPARE(outcome->accepted(), 0);
        QCOMPARE(outcome->films(), 2);
        for (const auto& film : outcome->clips[0].rejected)
            QVERIFY(film.reasons == std::vector<std::string>{"expression"});
        QVERIFY(!fs::exists(folder / "clips"));
        QVERIFY(fs::exists(folder / "rejected/astronaut_01-1.mp4"));
        // One attempt more asks for one film more.
        spec.attempts = 3;
        MIEN_VERIFY(run(server, spec, folder));
        QCOMPARE(server.prompts.size(), std::size_t{3});
    }

    void aFailureLeavesNothingBehind() {
        FakeComfyUi server;
        server.statuses["/prompt"] = 500;
        const auto folder = fresh("fails");
        const auto outcome = run(server, m_spec, folder);
        QVERIFY(!outcome);
        QVERIFY(!fs::exists(folder));
        auto spec = m_spec;
        spec.sources.emplace_back("no such portrait.png");
        QCOMPARE(run(server, spec, folder).error().code, ErrorCode::NotFound);
        QVERIFY(!fs::exists(folder));
    }

    void whatWasMadeBeforeACancelStays() {
        FakeComfyUi server({m_good});
        const auto folder = fresh("cancel");
        auto spec = m_spec;
        spec.count = 2;
        std::stop_source stop;
        JobContext job;
        job.stop = stop.get_token();
        double last = 0.0;
        bool falls = false;
        job.onProgress = [&](double fraction, std::string_view text) {
            falls = falls || fraction < last;
            last = fraction;
            if (text.starts_with("astronaut_02"))
                stop.request_stop();
        };
        const auto outcome = run(server, spec, folder, job);
        QVERIFY(!outcome && outcome.error().code == ErrorCode::Cancelled);
        QVERIFY(!falls);
        QVERIFY(fs::exists(folder / "clips/astronaut_01/clip.json"));
        QVERIFY(!fs::exists(folder / "clips/astronaut_02"));
        QVERIFY(!fs::exists(folder / ".unfinished"));
        const auto table = bytesOf(folder / "clips.csv");
        QCOMPARE(std::count(table.begin(), table.end(), '\n'), 2);
    }

    void thePlanGrowsAndDoesNotChange() {
        ExternalSpec spec;
        spec.sources = {"a/p.png", "b/p.png", "b/ü 1.png"};
        spec.count = 4;
        spec.seed = 5;
        const auto plan = planExternal(spec);
        MIEN_VERIFY(plan);
        QCOMPARE(plan->size(), std::size_t{12});
        QCOMPARE((*plan)[4].id, std::string("p-2_01"));
        const auto table = synthesis::emotionTable("mie-x");
        for (const auto& task : *plan) {
            QVERIFY(!task.units.empty());
            const auto known = table->units(std::vector<std::string>{task.elicited});
            for (const auto& unit : task.units) {
                QVERIFY(std::find(known.begin(), known.end(), unit.number) != known.end());
                QVERIFY(unit.intensity <= annotation::Intensity::B); // micro: levels 0.5 to 1.5
            }
            for (const auto seed : task.seeds)
                QVERIFY(seed < (std::uint64_t{1} << 53));
        }
        QCOMPARE((*plan)[0].elicited, table->emotions[0].name);
        QCOMPARE((*plan)[1].elicited, table->emotions[1].name);
        auto longer = spec;
        longer.count = 6;
        longer.attempts = 5;
        const auto more = planExternal(longer);
        for (int s = 0; s < 3; ++s)
            for (int k = 0; k < 4; ++k) {
                const auto& task = (*plan)[static_cast<std::size_t>(4 * s + k)];
                const auto& same = (*more)[static_cast<std::size_t>(6 * s + k)];
                QVERIFY(task.id == same.id && task.units == same.units && task.prompt == same.prompt);
                QVERIFY(std::equal(task.seeds.begin(), task.seeds.end(), same.seeds.begin()));
            }
        spec.seed = 6;
        QVERIFY((*planExternal(spec))[0].seeds != (*plan)[0].seeds);
        spec.intensity = "D";
        QVERIFY((*planExternal(spec))[0].units[0].intensity == annotation::Intensity::D);
    }

    void whatCannotBeAskedForIsRefused_data() {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("part");
        QTest::newRow("emotion") << "emotion"
                                 << "joyness";
        QTest::newRow("table") << "table"
                               << "none.json";
        QTest::newRow("unit") << "unit"
                              << "AU 99";
        QTest::newRow("no words") << "no words"
                                  << "no words";
        QTest::newRow("type") << "type"
                              << "--type";
        QTest::newRow("size") << "size"
                              << "even";
        QTest::newRow("rate") << "rate"
                              << "frame rate";
        QTest::newRow("nobody") << "nobody"
                                << "--source";
    }
    void whatCannotBeAskedForIsRefused() {
        QFETCH(QString, what);
        QFETCH(QString, part);
        ExternalSpec spec;
        spec.sources = {"p.png"};
        if (what == "emotion")
            spec.emotions = {"joyness"};
        else if (what == "table")
            spec.table = "none.json";
        else if (what == "unit")
            spec.actionUnits = "99";
        else if (what == "no words")
            spec.actionUnits = "34";
        else if (what == "type")
            spec.type = "tiny";
        else if (what == "size")
            spec.size = 255;
        else if (what == "rate")
            spec.fps = {0, 1};
        else
            spec.sources.clear();
        const auto plan = planExternal(spec);
        QVERIFY(!plan);
        QVERIFY2(plan.error().sentence().find(part.toStdString()) != std::string::npos,
                 plan.error().sentence().c_str());
    }

private:
    static Result<ExternalOutcome> run(const FakeComfyUi& server, const ExternalSpec& spec,
                                       const fs::path& folder, const JobContext& job = {}) {
        synthesis::ExternalModelOptions options;
        options.server = server.address();
        options.pollS = 0.01;
        const auto model = synthesis::makeExternalModel(options);
        return makeExternalSet(spec, **model, folder, {}, job, "test");
    }
    fs::path fresh(const char* name) const { return fs::path(m_dir.path().toStdString()) / name; }

    QTemporaryDir m_dir;
    std::unique_ptr<test::ExpressionFilms> m_films;
    fs::path m_good, m_twoFaces, m_still;
    ExternalSpec m_spec;
};

MIEN_TEST(TestExternalSet)

} // namespace tst_external_set

#include "tst_external_set.moc"
