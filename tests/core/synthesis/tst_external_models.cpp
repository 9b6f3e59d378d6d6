// SPDX-License-Identifier: GPL-3.0-or-later
// ComfyUI's protocol against a server of the test's own, and programs against the shell's.
#include "core/synthesis/comfyui_reply.h"
#include "core/synthesis/external_model.h"
#include "support/fake_comfyui.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <opencv2/imgcodecs.hpp>

namespace tst_external_models {

using namespace mien;
using namespace mien::synthesis;
using mien::test::FakeComfyUi;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

ExternalRequest request() {
    ExternalRequest r;
    r.image = cv::Mat(64, 64, CV_8UC3, cv::Scalar(10, 200, 30));
    r.width = r.height = 64;
    r.prompt = "sadness, \"quoted\"; $(touch x)";
    r.negative = "blur";
    r.seed = 4711;
    return r;
}

bool has(const std::string& text, const char* part) {
    if (text.find(part) != std::string::npos)
        return true;
    qWarning("%s", text.c_str());
    return false;
}

} // namespace

class TestExternalModels : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_dir = std::make_unique<QTemporaryDir>();
        m_folder = m_dir->path().toStdString();
        m_film = m_folder / "made.bin";
        std::ofstream(m_film, std::ios::binary) << std::string(300'000, 'f') << "end";
        fs::create_directories(m_folder / "work");
        m_texts.clear();
    }

    void aFilmIsAskedForAwaitedAndFetched() {
        FakeComfyUi server({m_film});
        server.waitFor = 2;
        const auto film = ask(server.address());
        MIEN_VERIFY(film);
        QCOMPARE(film->filename().string(), std::string("film.mp4"));
        QCOMPARE(bytesOf(*film), bytesOf(m_film));
        QCOMPARE(server.uploads.size(), std::size_t{1});
        const std::vector<unsigned char> png(server.uploads[0].second.begin(),
                                             server.uploads[0].second.end());
        QCOMPARE(cv::norm(cv::imdecode(png, cv::IMREAD_COLOR), request().image), 0.0);
        const auto& nodes = server.prompts.at(0);
        QCOMPARE(nodes["3"]["inputs"]["image"], Json(server.uploads[0].first));
        QCOMPARE(nodes["4"]["inputs"]["text"], Json(request().prompt));
        QCOMPARE(nodes["10"]["inputs"]["noise_seed"], Json(4711));
        QCOMPARE(server.views.at(0).find("subfolder")->second, std::string("mien"));
        // The job with number 7 waits behind the one that runs and the one with number 3, not behind
        // number 9.
        QVERIFY(std::find(m_texts.begin(), m_texts.end(), "waiting: 2 jobs before this one") !=
                m_texts.end());
        QVERIFY(std::any_of(m_texts.begin(), m_texts.end(),
                            [](const auto& text) { return text.starts_with("the model has been at work"); }));
        QVERIFY(std::is_sorted(m_fractions.begin(), m_fractions.end()));
    }

    void anotherKindOfFilmKeepsItsExtension() {
        FakeComfyUi server({m_film});
        server.ending = {
            {"outputs",
             {{"8", {{"images", {{{"filename", "a.png"}, {"subfolder", ""}, {"type", "temp"}}}}}},
              {"9", {{"gifs", {{{"filename", "b c.WEBM"}, {"subfolder", "x/y"}, {"type", "output"}}}}}}}}};
        const auto film = ask(server.address());
        MIEN_VERIFY(film);
        QCOMPARE(film->filename().string(), std::string("film.webm"));
        QCOMPARE(server.views.at(0).find("filename")->second, std::string("b c.WEBM"));
    }

    void nobodyListening() {
        std::string address;
        {
            FakeComfyUi server;
            address = server.address();
        }
        const auto film = ask(address);
        QVERIFY(!film);
        QCOMPARE(film.error().code, ErrorCode::MissingDependency);
        QVERIFY(has(film.error().message, "start ComfyUI"));
    }

    void aServerThatSaysSomethingElse_data() {
        QTest::addColumn<QString>("path");
        for (const char* path : {"/object_info", "/upload/image", "/prompt", "/queue", "/history"})
            QTest::newRow(path) << QString(path);
    }
    void aServerThatSaysSomethingElse() {
        QFETCH(QString, path);
        for (const char* body : {"<html>hello</html>", "[1, 2]", "{\"a\": 1", "null", "\"text\""}) {
            FakeComfyUi server({m_film});
            server.bodies[path.toStdString()] = body;
            const auto film = ask(server.address());
            QVERIFY(!film);
            QCOMPARE(film.error().code, ErrorCode::Corrupt);
            QVERIFY(has(film.error().message, "is another program listening there?"));
        }
        FakeComfyUi server({m_film});
        server.statuses[path.toStdString()] = 500;
        const auto film = ask(server.address());
        QVERIFY(!film && has(film.error().message, "HTTP 500"));
    }

    void aFilmThatIsNotThereLeavesNoFile() {
        FakeComfyUi server({m_film});
        server.statuses["/view"] = 404;
        const auto film = ask(server.address());
        QVERIFY(!film && has(film.error().message, "HTTP 404"));
        QVERIFY(fs::is_empty(m_folder / "work"));
    }

    void aRedirectionIsNotFollowed() {
        FakeComfyUi elsewhere({m_film}), server({m_film});
        server.redirections["/upload/image"] = elsewhere.address() + "/upload/image";
        const auto film = ask(server.address());
        QVERIFY(!film && has(film.error().message, "faces stay on this machine"));
        QVERIFY(elsewhere.uploads.empty());
    }

    void aProxyOfTheEnvironmentIsNotHeeded() {
        FakeComfyUi proxy, server({m_film});
        for (const char* name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            qputenv(name, QByteArray::fromStdString(proxy.address()));
        const auto film = ask(server.address());
        for (const char* name : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        MIEN_VERIFY(film);
        QVERIFY(proxy.uploads.empty() && server.uploads.size() == 1);
    }

    void aMissingModelIsNamed() {
        FakeComfyUi server;
        server.refusal = {
            {"error",
             {{"type", "prompt_outputs_failed_validation"}, {"message", "Prompt outputs failed validation"}}},
            {"node_errors",
             {{"1",
               {{"class_type", "CheckpointLoaderSimple"},
                {"errors",
                 {{{"type", "value_not_in_list"},
                   {"message", "Value not in list"},
                   {"details", "ckpt_name: 'ltx.safetensors' not in []"},
                   {"extra_info",
                    {{"input_name", "ckpt_name"}, {"received_value", "ltx.safetensors"}}}}}}}}}}};
        const auto film = ask(server.address());
        QVERIFY(!film);
        QCOMPARE(film.error().code, ErrorCode::MissingDependency);
        QVERIFY(has(film.error().message, "no model \"ltx.safetensors\"") &&
                has(film.error().message, "CheckpointLoaderSimple (1)"));
    }

    void aFaceIsHandedOverOnlyIfEveryNodeIsThereAndStaysHere() {
        FakeComfyUi server;
        server.missingNodes = {"LTXVScheduler"};
        const auto film = ask(server.address());
        QVERIFY(!film);
        QCOMPARE(film.error().code, ErrorCode::MissingDependency);
        QVERIFY(has(film.error().message, "no node LTXVScheduler; update ComfyUI"));
        server.missingNodes.clear();
        for (const auto& info :
             {Json{{"api_node", true}}, Json{{"python_module", "comfy_api_nodes.nodes_x"}}}) {
            server.nodeInfos["LTXVImgToVideo"] = info;
            QVERIFY(has(ask(server.address()).error().message,
                        "faces are biometric data and stay on this machine"));
        }
        QVERIFY(server.uploads.empty() && server.prompts.empty());
    }

    void aMissingNodeIsNamed() {
        FakeComfyUi server;
        server.refusal = {{"error",
                           {{"type", "invalid_prompt"},
                            {"message", "Cannot execute because node LTXVImgToVideo does not exist."}}},
                          {"node_errors", Json::object()}};
        const auto film = ask(server.address());
        QVERIFY(!film);
        QCOMPARE(film.error().code, ErrorCode::MissingDependency);
        QVERIFY(has(film.error().message, "LTXVImgToVideo does not exist; update ComfyUI"));
    }

    void aRefusedInputIsNamed() {
        FakeComfyUi server;
        server.refusal = {{"node_errors",
                           {{"6",
                             {{"class_type", "LTXVImgToVideo"},
                              {"errors",
                               {{{"type", "required_input_missing"},
                                 {"message", "Required input is missing"},
                                 {"details", "strength"}}}}}}}}};
        const auto film = ask(server.address());
        QVERIFY(!film);
        QCOMPARE(film.error().code, ErrorCode::Corrupt);
        QVERIFY(has(film.error().message, "LTXVImgToVideo (6): Required input is missing, strength"));
    }

    void aModelThatFailsIsQuoted() {
        FakeComfyUi server;
        server.ending = {
            {"outputs", Json::object()},
            {"status",
             {{"status_str", "error"},
              {"messages",
               Json::array({Json::array({"execution_start", {{"prompt_id", "job-1"}}}),
                            Json::array({"execution_error",
                                         {{"node_id", "10"},
                                          {"node_type", "SamplerCustom"},
                                          {"exception_message", "CUDA out of memory.\nTried …"}}})})}}}};
        const auto film = ask(server.address());
        QVERIFY(!film && has(film.error().message, "SamplerCustom (10): CUDA out of memory. Tried"));
    }

    void aJobWithoutAFilmSaysWhichNodesSaveOne() {
        FakeComfyUi server;
        const auto image = [](const char* name) {
            return Json{
                {"outputs",
                 {{"9", {{"images", {{{"filename", name}, {"subfolder", ""}, {"type", "output"}}}}}}}}};
        };
        server.ending = image("a.png");
        QVERIFY(has(ask(server.address()).error().message, "SaveVideo"));
        server.ending = image("a.webp");
        QVERIFY(has(ask(server.address()).error().message, "animated .webp"));
    }

    void aForgottenJobIsNoticed() {
        FakeComfyUi server;
        server.forgets = true;
        QVERIFY(has(ask(server.address()).error().message, "no longer knows the job"));
    }

    void aServerThatDiesMeanwhileIsNotOneThatNeverWas() {
        auto server = std::make_unique<FakeComfyUi>();
        server->never = true;
        const auto address = server->address();
        JobContext job;
        job.onProgress = [&](double, std::string_view text) {
            if (text.starts_with("the model"))
                server->stop();
        };
        const auto film = ask(address, job);
        QVERIFY(!film);
        QCOMPARE(film.error().code, ErrorCode::Unreadable);
        QVERIFY(has(film.error().message, "before the film was finished"));
    }

    void cancellingStopsOurJobAndNoOther() {
        for (const bool running : {true, false}) {
            FakeComfyUi server;
            server.never = true;
            server.waitFor = running ? 0 : 1'000'000;
            std::stop_source stop;
            JobContext job;
            job.stop = stop.get_token();
            job.onProgress = [&](double, std::string_view text) {
                if (text.starts_with(running ? "the model" : "waiting"))
                    stop.request_stop();
            };
            const auto film = ask(server.address(), job);
            QVERIFY(!film);
            QCOMPARE(film.error().code, ErrorCode::Cancelled);
            const std::vector<std::string> ours{"job-1"};
            QCOMPARE((running ? server.interrupted : server.deleted).size(), ours.size());
            QVERIFY((running ? server.interrupted : server.deleted) == ours);
            QVERIFY((running ? server.deleted : server.interrupted).empty());
        }
    }

    void aJobThatTakesTooLongIsWithdrawn() {
        FakeComfyUi server;
        server.never = true;
        m_timeoutMin = 0.01;
        const auto film = ask(server.address());
        m_timeoutMin = 1.0;
        QVERIFY(!film && has(film.error().message, "within 0.01 minutes"));
        QCOMPARE(server.interrupted.size(), std::size_t{1});
    }

    void aProgramWritesTheFilm() {
        const auto script =
            write("model.sh", "#!/bin/sh\n"
                              "test -f \"$2\" || exit 9\n"
                              "printf '%s|%s|%s|%s|%s' \"$3\" \"$4\" \"$5\" \"$6\" \"$7\" > \"$1.mp4\"\n");
        const auto film =
            run("'" + script + "' {out} {image} {prompt} {negative} {frames} {seed} {width}x{height}@{fps}");
        MIEN_VERIFY(film);
        QCOMPARE(film->filename().string(), std::string("film.mp4"));
        // No shell has touched the prompt.
        QCOMPARE(bytesOf(*film), request().prompt + "|blur|161|4711|64x64@24");
        QCOMPARE(std::distance(fs::directory_iterator(m_folder / "work"), {}), 1); // picture and log are gone
    }

    void aProgramThatFailsIsQuoted() {
        const auto script =
            write("model.sh", "#!/bin/sh\necho loading; echo 'no such model: x.gguf' >&2; exit 3\n");
        const auto film = run("'" + script + "' {out} {image} {prompt}");
        QVERIFY(!film && has(film.error().message, "exit code 3; its last words: no such model: x.gguf."));
        const auto killed = run("sh -c 'kill -9 $$' {out} {image} {prompt}");
        QVERIFY(!killed && has(killed.error().message, "signal 9 and said nothing"));
    }

    void aProgramThatIsNotThere() {
        const auto film = run("mien-no-such-program {out} {image} {prompt}");
        QVERIFY(!film);
        QCOMPARE(film.error().code, ErrorCode::MissingDependency);
        QVERIFY(has(film.error().message, "mien-no-such-program"));
    }

    void aProgramThatWritesNothingOrTooMuch() {
        QVERIFY(has(run("true {out} {image} {prompt}").error().message, "wrote no film;"));
        const auto webp = write("w.sh", "#!/bin/sh\ntouch \"$1.webp\"\n");
        QVERIFY(has(run("'" + webp + "' {out} {image} {prompt}").error().message, "that can be read here"));
        fs::remove(m_folder / "work/film.webp");
        const auto two = write("t.sh", "#!/bin/sh\ntouch \"$1.mp4\" \"$1.webm\"\n");
        QVERIFY(has(run("'" + two + "' {out} {image} {prompt}").error().message, "2 films"));
    }

    void cancellingEndsTheProgramAndItsChildren() {
        const auto script = write("slow.sh", "#!/bin/sh\nsleep 600 & echo $! > \"$1.child\"\nwait\n");
        std::stop_source stop;
        JobContext job;
        job.stop = stop.get_token();
        const auto childFile = m_folder / "work/film.child";
        job.onProgress = [&](double, std::string_view) { // once there is a child to be ended
            std::ifstream in(childFile);
            std::string line;
            if (std::getline(in, line) && !in.eof())
                stop.request_stop();
        };
        const auto film = run("'" + script + "' {out} {image} {prompt}", job);
        QVERIFY(!film);
        QCOMPARE(film.error().code, ErrorCode::Cancelled);
        int child = 0;
        std::ifstream(childFile) >> child;
        QVERIFY(child > 1);
        QTRY_VERIFY(!alive(child));
    }

    void aProgramThatTakesTooLongIsStopped() {
        m_timeoutMin = 0.01;
        const auto film = run("sleep 600 {out} {image} {prompt}");
        m_timeoutMin = 1.0;
        QVERIFY(!film);
        // "sleep" refuses the other words at once: a program of our own waits.
        const auto script = write("slow.sh", "#!/bin/sh\ntrap '' TERM\nwhile :; do sleep 0.1; done\n");
        m_timeoutMin = 0.01;
        const auto stubborn = run("'" + script + "' {out} {image} {prompt}");
        m_timeoutMin = 1.0;
        QVERIFY(!stubborn && has(stubborn.error().message, "had not finished after 0.01 minutes"));
    }

private:
    Result<fs::path> generate(const ExternalModelOptions& options, JobContext job) {
        auto model = makeExternalModel(options);
        if (!model)
            return Unexpected(model.error());
        m_fractions.clear();
        const auto also = job.onProgress;
        job.onProgress = [this, also](double fraction, std::string_view text) {
            m_fractions.push_back(fraction);
            m_texts.emplace_back(text);
            if (also)
                also(fraction, text);
        };
        return (*model)->generate(request(), m_folder / "work", job);
    }
    Result<fs::path> ask(const std::string& address, const JobContext& job = {}) {
        ExternalModelOptions options;
        options.server = address;
        options.pollS = 0.01;
        options.timeoutMin = m_timeoutMin;
        return generate(options, job);
    }
    Result<fs::path> run(const std::string& command, const JobContext& job = {}) {
        ExternalModelOptions options;
        options.command = command;
        options.timeoutMin = m_timeoutMin;
        return generate(options, job);
    }
    std::string write(const char* name, const char* text) {
        const auto path = m_folder / name;
        std::ofstream(path) << text;
        fs::permissions(path, fs::perms::owner_all);
        return path.string();
    }
    static std::string bytesOf(const fs::path& path) {
        std::stringstream out;
        out << std::ifstream(path, std::ios::binary).rdbuf();
        return out.str();
    }
    /// A zombie that nobody has fetched yet is dead.
    static bool alive(int pid) {
        std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
        std::string number, name, state;
        stat >> number >> name >> state;
        return stat && state != "Z";
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    fs::path m_folder, m_film;
    std::vector<std::string> m_texts;
    std::vector<double> m_fractions;
    double m_timeoutMin = 1.0;
};

MIEN_TEST(TestExternalModels)

} // namespace tst_external_models

#include "tst_external_models.moc"
