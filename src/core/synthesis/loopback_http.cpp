// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/loopback_http.h"

#include <fmt/format.h>
// cpp-httplib rather than libcurl: it heeds no proxy variables and follows no redirections unless told to,
// and brings the server that the tests need.
#include <httplib.h>

#include <csignal>
#include <fstream>

namespace mien::synthesis {
namespace {

/// Writing to a server that has gone raises SIGPIPE, which cpp-httplib 0.11 does not prevent: held back for
/// this thread, and taken away if it came.
class NoBrokenPipe {
public:
    NoBrokenPipe() {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~NoBrokenPipe() {
        const timespec now{0, 0};
        while (sigismember(&m_before, SIGPIPE) == 0 && sigtimedwait(&m_pipe, nullptr, &now) == SIGPIPE) {
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    NoBrokenPipe(const NoBrokenPipe&) = delete;
    NoBrokenPipe& operator=(const NoBrokenPipe&) = delete;

private:
    sigset_t m_pipe{}, m_before{};
};

Unexpected transportFailure(httplib::Error error, const LoopbackAddress& address, int silenceS,
                            double tookS) {
    switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::ConnectionTimeout:
    case httplib::Error::BindIPAddress:
        return fail(ErrorCode::MissingDependency,
                    fmt::format("No server answers at {}: start ComfyUI there, or give the address that it has.",
                                address.text()));
    default:
        if (tookS >= silenceS)
            return fail(ErrorCode::Unreadable,
                        fmt::format("The server at {} has not answered for {} s.", address.text(), silenceS));
        return fail(ErrorCode::Unreadable,
                    fmt::format("The server at {} broke the connection off ({}); see its own log.",
                                address.text(), httplib::to_string(error)));
    }
}

/// One request with a client of its own. `send` is asked again with ::1 where "localhost" may mean that.
template <class Send>
Result<HttpReply> request(const LoopbackAddress& address, int silenceS, const JobContext& job, Send&& send) {
    const NoBrokenPipe guard;
    std::vector<std::string> hosts{address.host};
    if (address.eitherFamily)
        hosts.emplace_back("::1");
    for (const auto& host : hosts) {
        if (job.cancelled())
            return cancelled();
        const auto start = std::chrono::steady_clock::now();
        httplib::Client client(host, address.port);
        client.set_connection_timeout(LoopbackHttp::kConnectS);
        client.set_read_timeout(silenceS);
        client.set_write_timeout(silenceS);
        client.set_follow_location(false);
        client.set_default_headers({{"Host", address.text().substr(std::string_view("http://").size())}});
        const std::stop_callback stop(job.stop, [&] { client.stop(); });
        std::string body;
        const httplib::Result result = send(client, body);
        if (job.cancelled())
            return cancelled();
        if (result) {
            if (result->status >= 300 && result->status < 400)
                return fail(
                    ErrorCode::Unsupported,
                    fmt::format("The server at {} sends us on to another address, which is not followed: "
                                "faces stay on this machine.",
                                address.text()));
            return HttpReply{result->status, body.empty() ? result->body : body};
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (result.error() == httplib::Error::Canceled)
            return fail(ErrorCode::Unsupported,
                        fmt::format("The reply of the server at {} is too large.", address.text()));
        if (host == hosts.back() || result.error() != httplib::Error::Connection)
            return transportFailure(result.error(), address, silenceS, took.count());
    }
    return cancelled();
}

/// Collects a reply as long as it stays reasonable.
httplib::ContentReceiver into(std::string& body) {
    return [&body](const char* data, std::size_t size) {
        body.append(data, size);
        return body.size() <= LoopbackHttp::kMostReplyBytes;
    };
}

} // namespace

Result<HttpReply> LoopbackHttp::get(const std::string& path, const JobContext& job) const {
    return request(m_address, m_silenceS, job,
                   [&](httplib::Client& client, std::string& body) { return client.Get(path, into(body)); });
}

Result<HttpReply> LoopbackHttp::postJson(const std::string& path, const std::string& json,
                                         const JobContext& job) const {
    return request(m_address, m_silenceS, job, [&](httplib::Client& client, std::string&) {
        return client.Post(path, json, "application/json");
    });
}

Result<HttpReply> LoopbackHttp::postImage(const std::string& path, const std::string& name,
                                          const std::string& png, const JobContext& job) const {
    const httplib::MultipartFormDataItems form{{"image", png, name, "image/png"},
                                               {"overwrite", "true", "", ""}};
    return request(m_address, m_silenceS, job,
                   [&](httplib::Client& client, std::string&) { return client.Post(path, form); });
}

Result<HttpReply> LoopbackHttp::getFile(const std::string& path, const std::filesystem::path& file,
                                        const JobContext& job) const {
    std::ofstream out(file, std::ios::binary);
    std::size_t written = 0;
    auto reply = request(m_address, m_silenceS, job, [&](httplib::Client& client, std::string& body) {
        bool good = true;
        return client.Get(
            path,
            [&](const httplib::Response& response) {
                good = response.status == 200;
                return true;
            },
            [&](const char* data, std::size_t size) {
                if (!good)
                    return into(body)(data, size);
                out.write(data, static_cast<std::streamsize>(size));
                written += size;
                return out.good() && written <= kMostFileBytes;
            });
    });
    out.close();
    if (!out)
        return fail(ErrorCode::WriteFailed, "The film cannot be written; is the disk full?", file.string());
    return reply;
}

std::string LoopbackHttp::encoded(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                           (byte >= 'a' && byte <= 'z') || c == '-' || c == '_' || c == '.' || c == '~';
        if (plain)
            out += c;
        else
            out += fmt::format("%{:02X}", byte);
    }
    return out;
}

} // namespace mien::synthesis
