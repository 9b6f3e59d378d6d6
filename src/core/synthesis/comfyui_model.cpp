// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/media/content_hash.h"
#include "core/synthesis/comfyui_reply.h"
#include "core/synthesis/external_workflow.h"
#include "core/synthesis/loopback_http.h"

#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

#include <condition_variable>
#include <mutex>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using Json = nlohmann::ordered_json;

/// A job may be absent from queue and history for a moment, while it moves from one to the other.
constexpr int kMostAbsences = 5;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Sleeps, but no longer than until the job is cancelled.
void waitFor(double seconds, const JobContext& job) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait_for(lock, job.stop, std::chrono::duration<double>(seconds), [] { return false; });
}

class ComfyUiModel final : public ExternalModel {
public:
    ComfyUiModel(LoopbackAddress address, ExternalWorkflow workflow, const ExternalModelOptions& options)
        : m_http(std::move(address)), m_workflow(std::move(workflow)), m_options(options) {}

    Result<fs::path> generate(const ExternalRequest& request, const fs::path& folder,
                              const JobContext& job) override {
        return guarded(m_http.address().text(), [&]() -> Result<fs::path> {
            if (auto ok = inspect(job); !ok)
                return Unexpected(ok.error());
            auto image = upload(request, job);
            if (!image)
                return Unexpected(image.error());
            auto id = submit(m_workflow.filled(request, *image), job);
            if (!id)
                return Unexpected(id.error());
            auto film = await(*id, job);
            if (!film) {
                withdraw(*id);
                return Unexpected(film.error());
            }
            return fetch(*film, folder, job);
        });
    }

    Result<void> check(const JobContext& job) override {
        return guarded(m_http.address().text(), [&] { return inspect(job); });
    }

    Json description() const override {
        return {{"backend", "comfyui"},
                {"workflow", m_workflow.name()},
                {"workflow_sha256", m_workflow.sha256()}};
    }

private:
    Result<HttpReply> good(Result<HttpReply> reply, std::string_view what) const {
        if (reply && reply->status != 200)
            return fail(ErrorCode::Unreadable,
                        fmt::format("The server at {} answers {} with HTTP {}; see its own log.",
                                    m_http.address().text(), what, reply->status));
        return reply;
    }

    /// Before a face is handed over: does the server have every node, and do all of them stay here?
    Result<void> inspect(const JobContext& job) {
        if (m_inspected)
            return {};
        job.progress(0.0, "asking the server for its nodes");
        for (const auto& nodeClass : m_workflow.nodeClasses()) {
            const auto reply = good(m_http.get("/object_info/" + LoopbackHttp::encoded(nodeClass), job),
                                    "the question for a node");
            if (!reply)
                return Unexpected(reply.error());
            if (auto ok = comfyui::readNodeInfo(reply->body, nodeClass); !ok)
                return ok;
        }
        m_inspected = true;
        return {};
    }

    Result<std::string> upload(const ExternalRequest& request, const JobContext& job) const {
        job.progress(0.0, "handing the picture over");
        std::vector<unsigned char> png;
        if (!cv::imencode(".png", request.image, png))
            return fail(ErrorCode::Internal, "The picture cannot be written as a PNG.");
        const std::string bytes(png.begin(), png.end());
        // Named by its content: ComfyUI keeps uploads, and one face should lie there once.
        const auto name = fmt::format("mien-{}.png", media::toHex(media::sha256Bytes(bytes)).substr(0, 16));
        const auto reply =
            good(m_http.postImage("/upload/image", name, bytes, job), "the upload of the picture");
        if (!reply)
            return Unexpected(reply.error());
        return comfyui::readUploaded(reply->body);
    }

    Result<std::string> submit(const Json& workflow, const JobContext& job) const {
        const auto reply = m_http.postJson("/prompt", jsonText(Json{{"prompt", workflow}}), job);
        if (!reply)
            return Unexpected(reply.error());
        if (reply->status == 200)
            return comfyui::readSubmitted(reply->body);
        auto error = comfyui::readRefused(reply->status, reply->body);
        error.location = m_workflow.name();
        return Unexpected(std::move(error));
    }

    Result<comfyui::RemoteFile> await(const std::string& id, const JobContext& job) const {
        const auto start = Clock::now();
        for (int absences = 0;;) {
            if (job.cancelled())
                return cancelled();
            // The queue first: a job that leaves it is in the history by the time that is asked.
            const auto queue = good(m_http.get("/queue", job), "the question for the queue");
            if (!queue)
                return Unexpected(lost(queue.error()));
            const auto place = comfyui::readPlace(queue->body, id);
            if (!place)
                return Unexpected(place.error());
            const auto history = good(m_http.get("/history/" + id, job), "the question for the history");
            if (!history)
                return Unexpected(lost(history.error()));
            const auto film = comfyui::readFilm(history->body, id);
            if (!film)
                return Unexpected(film.error());
            if (*film)
                return **film;
            if (!*place && ++absences > kMostAbsences)
                return fail(ErrorCode::Unreadable,
                            "The server no longer knows the job: it was deleted there, or the server was "
                            "started anew.");
            const double waitedS = secondsSince(start);
            if (waitedS > m_options.timeoutMin * 60.0)
                return fail(ErrorCode::Unreadable,
                            fmt::format("The film was not finished within {:g} minutes (--timeout).",
                                        m_options.timeoutMin));
            if (*place && **place > 0)
                job.progress(
                    0.02, fmt::format("waiting: {} job{} before this one", **place, **place == 1 ? "" : "s"));
            else
                // Nobody knows how long a model takes; this only shows that time passes.
                job.progress(0.05 + 0.9 * waitedS / (waitedS + 120.0),
                             fmt::format("the model has been at work for {:.0f} s", waitedS));
            waitFor(m_options.pollS, job);
        }
    }

    /// A server that is gone while it owes a film is something else than one that never was there.
    static Error lost(const Error& error) {
        if (error.code != ErrorCode::MissingDependency)
            return error;
        return {ErrorCode::Unreadable, "The server went away before the film was finished; see its own log.",
                error.location};
    }

    /// Takes a job that nobody waits for out of the queue, or stops it. Only ours: other users' jobs go on.
    void withdraw(const std::string& id) const {
        const JobContext unstoppable;
        const LoopbackHttp http(m_http.address(), 3);
        const auto queue = http.get("/queue", unstoppable);
        if (!queue)
            return;
        const auto place = comfyui::readPlace(queue->body, id);
        if (!place || !*place)
            return;
        // What cannot be withdrawn any more is the server's own business; the error that brought us here is
        // what the user hears of.
        if (**place == 0)
            (void)http.postJson("/interrupt", jsonText(Json{{"prompt_id", id}}), unstoppable);
        else
            (void)http.postJson("/queue", jsonText(Json{{"delete", Json::array({id})}}), unstoppable);
    }

    Result<fs::path> fetch(const comfyui::RemoteFile& film, const fs::path& folder,
                           const JobContext& job) const {
        job.progress(0.97, "fetching the film");
        auto extension = fs::path(film.name).extension().string();
        std::transform(extension.begin(), extension.end(), extension.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const auto file = folder / ("film" + extension);
        const auto path =
            fmt::format("/view?filename={}&subfolder={}&type={}", LoopbackHttp::encoded(film.name),
                        LoopbackHttp::encoded(film.subfolder), LoopbackHttp::encoded(film.type));
        const auto reply = good(m_http.getFile(path, file, job), "the question for the film");
        if (!reply) {
            std::error_code ignored;
            fs::remove(file, ignored);
            return Unexpected(reply.error());
        }
        return file;
    }

    LoopbackHttp m_http;
    ExternalWorkflow m_workflow;
    ExternalModelOptions m_options;
    bool m_inspected = false;
};

} // namespace

Result<std::unique_ptr<ExternalModel>> makeComfyUiModel(const ExternalModelOptions& options) {
    auto address = loopbackAddress(options.server);
    if (!address)
        return Unexpected(address.error());
    auto workflow = ExternalWorkflow::load(options.workflow);
    if (!workflow)
        return Unexpected(workflow.error());
    return std::make_unique<ComfyUiModel>(std::move(*address), std::move(*workflow), options);
}

} // namespace mien::synthesis
