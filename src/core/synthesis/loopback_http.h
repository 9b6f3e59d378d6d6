// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/synthesis/loopback_address.h"

#include <filesystem>

namespace mien::synthesis {

struct HttpReply {
    int status = 0;
    std::string body;
};

/// Requests to a server on this machine, one after the other. Neither proxies of the environment nor
/// redirections are followed, so that nothing leaves the machine on the way. A cancelled job ends a request
/// at once. Errors: MissingDependency where nobody listens, Unreadable where the server falls silent.
class LoopbackHttp {
public:
    /// `silenceS`: how long the server may say nothing before it is given up.
    explicit LoopbackHttp(LoopbackAddress address, int silenceS = 60)
        : m_address(std::move(address)), m_silenceS(silenceS) {}

    Result<HttpReply> get(const std::string& path, const JobContext& job) const;
    Result<HttpReply> postJson(const std::string& path, const std::string& json, const JobContext& job) const;
    /// A form with one file and fields {"overwrite": "true"}.
    Result<HttpReply> postImage(const std::string& path, const std::string& name, const std::string& png,
                                const JobContext& job) const;
    /// The body of a reply with status 200 goes into `file`; of any other, into the reply.
    Result<HttpReply> getFile(const std::string& path, const std::filesystem::path& file,
                              const JobContext& job) const;

    const LoopbackAddress& address() const { return m_address; }
    /// Percent-encodes a value of a query.
    static std::string encoded(std::string_view text);

    static constexpr int kConnectS = 5;
    static constexpr std::size_t kMostReplyBytes = 64u << 20, kMostFileBytes = std::size_t{4} << 30;

private:
    LoopbackAddress m_address;
    int m_silenceS;
};

} // namespace mien::synthesis
