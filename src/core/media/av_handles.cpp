// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/av_handles.h"

#include "core/base/log.h"

#include <cstdarg>
#include <cstdio>
#include <mutex>

namespace mien::media {

std::string avErrorText(int error) {
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(error, text, sizeof text);
    return text;
}

void routeAvLog() {
    static std::once_flag once;
    std::call_once(once, [] {
        av_log_set_callback([](void*, int level, const char* format, std::va_list arguments) {
            // What a damaged film makes FFmpeg say is of interest only when one looks for it: the caller
            // gets a sentence of ours.
            if (level > AV_LOG_ERROR)
                return;
            char line[512];
            std::vsnprintf(line, sizeof line, format, arguments);
            std::string_view text(line);
            while (!text.empty() && text.back() == '\n')
                text.remove_suffix(1);
            log(LogLevel::Debug, text);
        });
    });
}

} // namespace mien::media
