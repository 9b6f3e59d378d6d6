// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/loopback_address.h"

#include <fmt/format.h>

#include <charconv>

namespace mien::synthesis {
namespace {

/// A whole decimal number without sign or leading zero, at most `most`.
std::optional<int> number(std::string_view text, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || value < 0 ||
        value > most || (text.size() > 1 && text.front() == '0'))
        return std::nullopt;
    return value;
}

/// Four decimal numbers, the first of them 127. Shorter, octal and hexadecimal spellings are left out on
/// purpose: programs disagree about what they mean.
bool isLoopbackV4(std::string_view host) {
    for (int part = 0; part < 4; ++part) {
        const auto dot = host.find('.');
        if ((dot == std::string_view::npos) != (part == 3))
            return false;
        const auto value = number(host.substr(0, dot), 255);
        if (!value || (part == 0 && *value != 127))
            return false;
        host = part == 3 ? std::string_view() : host.substr(dot + 1);
    }
    return true;
}

Unexpected elsewhere(std::string_view url) {
    return fail(
        ErrorCode::InvalidArgument,
        fmt::format("\"{}\" is not an address of this machine (127.0.0.1, ::1 or localhost): faces are "
                    "biometric data and stay on this machine.",
                    url));
}

Unexpected unclear(std::string_view url) {
    return fail(ErrorCode::InvalidArgument,
                fmt::format("\"{}\" is no address of a server; write it as http://127.0.0.1:8188.", url));
}

} // namespace

std::string LoopbackAddress::text() const {
    return host.find(':') == std::string::npos ? fmt::format("http://{}:{}", host, port)
                                               : fmt::format("http://[{}]:{}", host, port);
}

Result<LoopbackAddress> loopbackAddress(std::string_view url) {
    auto rest = url;
    if (const auto scheme = rest.find("://"); scheme != std::string_view::npos) {
        if (rest.substr(0, scheme) != "http")
            return unclear(url);
        rest.remove_prefix(scheme + 3);
    }
    if (!rest.empty() && rest.back() == '/')
        rest.remove_suffix(1);
    if (rest.empty())
        return unclear(url);
    if (rest.find_first_of("/?#@\\ \t\r\n") != std::string_view::npos)
        return rest.find('@') != std::string_view::npos ? elsewhere(url) : unclear(url);

    LoopbackAddress out;
    std::string_view host = rest, port;
    if (rest.front() == '[') {
        const auto close = rest.find(']');
        if (close == std::string_view::npos)
            return unclear(url);
        host = rest.substr(1, close - 1);
        port = rest.substr(close + 1);
        if (host != "::1")
            return elsewhere(url);
    } else if (rest != "::1") {
        const auto colon = rest.find(':');
        host = rest.substr(0, colon);
        port = colon == std::string_view::npos ? std::string_view() : rest.substr(colon);
        if (host == "localhost") {
            host = "127.0.0.1";
            out.eitherFamily = true;
        }
        if (!isLoopbackV4(host))
            return elsewhere(url);
    }
    out.host = host;
    if (!port.empty()) {
        const auto value = port.front() == ':' ? number(port.substr(1), 65535) : std::nullopt;
        if (!value || *value == 0)
            return unclear(url);
        out.port = *value;
    }
    return out;
}

} // namespace mien::synthesis
