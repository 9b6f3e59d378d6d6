// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/log.h"

#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <mutex>

namespace mien {
namespace {

spdlog::level::level_enum toSpdlog(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return spdlog::level::debug;
    case LogLevel::Info:
        return spdlog::level::info;
    case LogLevel::Warning:
        return spdlog::level::warn;
    case LogLevel::Error:
        return spdlog::level::err;
    }
    return spdlog::level::info;
}

LogLevel fromSpdlog(spdlog::level::level_enum level) {
    if (level >= spdlog::level::err)
        return LogLevel::Error;
    if (level == spdlog::level::warn)
        return LogLevel::Warning;
    return level == spdlog::level::info ? LogLevel::Info : LogLevel::Debug;
}

/// Hands every line to a function (spdlog's own callback sink came after Debian 12's version).
class FunctionSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    explicit FunctionSink(LogSink receiver) : m_sink(std::move(receiver)) {}

protected:
    void sink_it_(const spdlog::details::log_msg& m) override {
        m_sink(fromSpdlog(m.level), {m.payload.data(), m.payload.size()});
    }
    void flush_() override {}

private:
    LogSink m_sink;
};

spdlog::logger& logger() {
    static const auto instance = [] {
        auto made =
            std::make_shared<spdlog::logger>("mien", std::make_shared<spdlog::sinks::stderr_color_sink_mt>());
        made->set_pattern("%H:%M:%S %^%l%$ %v");
        made->set_level(spdlog::level::warn);
        return made;
    }();
    return *instance;
}

} // namespace

void log(LogLevel level, std::string_view text) {
    logger().log(toSpdlog(level), "{}", text);
}

void addLogSink(LogSink sink) {
    logger().sinks().push_back(std::make_shared<FunctionSink>(std::move(sink)));
}

void setLogLevel(LogLevel level) {
    logger().set_level(toSpdlog(level));
}

} // namespace mien
