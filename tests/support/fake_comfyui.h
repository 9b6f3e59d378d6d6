// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

namespace mien::test {

/// A server that speaks ComfyUI's protocol as far as the generator `external` uses it (upload, prompt, queue,
/// history, view, interrupt) and hands out films that the test has made: no model runs.
class FakeComfyUi {
public:
    using Json = nlohmann::json;

    /// Films for the jobs in turn; the last one for all that follow.
    explicit FakeComfyUi(std::vector<std::filesystem::path> films = {}) : m_films(std::move(films)) {
        // The suite must not run into the limit of concurrent sockets of a loaded machine.
        m_server.set_keep_alive_max_count(1);
        m_server.Get(R"(/object_info/(.+))", [this](const auto& q, auto& r) { nodeInfo(q.matches[1], r); });
        m_server.Post("/upload/image", [this](const auto& q, auto& r) { upload(q, r); });
        m_server.Post("/prompt", [this](const auto& q, auto& r) { prompt(q, r); });
        m_server.Get("/queue", [this](const auto&, auto& r) { queue(r); });
        m_server.Get(R"(/history/(.+))", [this](const auto& q, auto& r) { history(q.matches[1], r); });
        m_server.Get("/view", [this](const auto& q, auto& r) { view(q, r); });
        m_server.Post("/interrupt", [this](const auto& q, auto&) {
            const std::lock_guard lock(mutex);
            interrupted.push_back(parseJson(q.body).value("prompt_id", ""));
        });
        m_server.Post("/queue", [this](const auto& q, auto&) {
            const std::lock_guard lock(mutex);
            const auto body = parseJson(q.body);
            for (const auto& id : body["delete"])
                deleted.push_back(id.template get<std::string>());
        });
        port = m_server.bind_to_any_port("127.0.0.1");
        m_thread = std::thread([this] { m_server.listen_after_bind(); });
        while (!m_server.is_running())
            std::this_thread::yield();
    }
    ~FakeComfyUi() { stop(); }
    void stop() {
        m_server.stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(port); }

    int port = 0;
    std::mutex mutex; ///< of everything below
    // What the test wants.
    std::atomic<int> waitFor = 0;      ///< questions for the queue with this many jobs before ours
    std::atomic<int> workFor = 1;      ///< further ones while ours is running
    std::atomic<bool> never = false;   ///< the job never ends
    std::atomic<bool> forgets = false; ///< the job is in neither list
    std::vector<std::string> missingNodes;
    std::map<std::string, Json> nodeInfos; ///< instead of {"name": class}
    Json refusal;                          ///< POST /prompt is answered with this and status 400
    Json ending;                           ///< the history's entry instead of one with a film
    std::string filmName = "film_00001_.mp4";
    std::map<std::string, int> statuses;             ///< path → status of an empty reply
    std::map<std::string, std::string> bodies;       ///< path → this reply instead
    std::map<std::string, std::string> redirections; ///< path → Location
    // What came.
    std::vector<std::pair<std::string, std::string>> uploads; ///< name, bytes
    std::vector<Json> prompts;
    std::vector<std::string> interrupted, deleted;
    std::vector<httplib::Params> views;

private:
    using Request = httplib::Request;
    using Response = httplib::Response;

    /// True where the test wants something else than the usual reply.
    bool special(const std::string& path, Response& reply) {
        if (const auto to = redirections.find(path); to != redirections.end()) {
            reply.set_redirect(to->second);
            return true;
        }
        if (const auto status = statuses.find(path); status != statuses.end()) {
            reply.status = status->second;
            return true;
        }
        if (const auto body = bodies.find(path); body != bodies.end()) {
            reply.set_content(body->second, "application/json");
            return true;
        }
        return false;
    }
    void nodeInfo(const std::string& nodeClass, Response& reply) {
        const std::lock_guard lock(mutex);
        if (special("/object_info", reply))
            return;
        Json out = Json::object();
        if (std::find(missingNodes.begin(), missingNodes.end(), nodeClass) == missingNodes.end())
            out[nodeClass] = nodeInfos.contains(nodeClass) ? nodeInfos[nodeClass] : Json{{"name", nodeClass}};
        reply.set_content(jsonText(out), "application/json");
    }
    void upload(const Request& request, Response& reply) {
        const std::lock_guard lock(mutex);
        if (special("/upload/image", reply))
            return;
        const auto file = request.get_file_value("image");
        uploads.emplace_back(file.filename, file.content);
        reply.set_content(jsonText(Json{{"name", file.filename}, {"subfolder", ""}, {"type", "input"}}),
                          "application/json");
    }
    void prompt(const Request& request, Response& reply) {
        const std::lock_guard lock(mutex);
        if (special("/prompt", reply))
            return;
        if (!refusal.is_null()) {
            reply.status = 400;
            reply.set_content(jsonText(refusal), "application/json");
            return;
        }
        prompts.push_back(parseJson(request.body)["prompt"]);
        m_asked = 0;
        reply.set_content(jsonText(Json{{"prompt_id", "job-" + std::to_string(prompts.size())},
                                        {"number", 7},
                                        {"node_errors", {}}}),
                          "application/json");
    }
    std::string current() const { return "job-" + std::to_string(prompts.size()); }
    bool ended() const { return !never && m_asked > waitFor + workFor; }
    void queue(Response& reply) {
        const std::lock_guard lock(mutex);
        if (special("/queue", reply))
            return;
        Json running = Json::array(), pending = Json::array();
        ++m_asked;
        const auto entry = [](int number, const std::string& id) {
            return Json::array({number, id, Json::object(), Json::object(), Json::array()});
        };
        if (!forgets && !ended()) {
            if (m_asked <= waitFor) { // a heap's order is not that of its numbers
                running.push_back(entry(1, "other-1"));
                pending.push_back(entry(9, "later"));
                pending.push_back(entry(7, current()));
                pending.push_back(entry(3, "other-2"));
            } else {
                running.push_back(entry(7, current()));
            }
        }
        reply.set_content(jsonText(Json{{"queue_running", running}, {"queue_pending", pending}}),
                          "application/json");
    }
    void history(const std::string& id, Response& reply) {
        const std::lock_guard lock(mutex);
        if (special("/history", reply))
            return;
        Json out = Json::object();
        if (!forgets && ended() && id == current()) {
            out[id] = ending;
            if (ending.is_null())
                out[id] = {
                    {"outputs",
                     {{"13",
                       {{"images", {{{"filename", filmName}, {"subfolder", "mien"}, {"type", "output"}}}},
                        {"animated", {true}}}}}},
                    {"status", {{"status_str", "success"}, {"completed", true}}}};
        }
        reply.set_content(jsonText(out), "application/json");
    }
    void view(const Request& request, Response& reply) {
        const std::lock_guard lock(mutex);
        if (special("/view", reply))
            return;
        views.push_back(request.params);
        const auto at = std::min(prompts.size(), m_films.size());
        std::stringstream bytes;
        if (at > 0)
            bytes << std::ifstream(m_films[at - 1], std::ios::binary).rdbuf();
        reply.set_content(bytes.str(), "video/mp4");
    }

    httplib::Server m_server;
    std::thread m_thread;
    std::vector<std::filesystem::path> m_films;
    int m_asked = 0; ///< questions for the queue since the job came
};

} // namespace mien::test
