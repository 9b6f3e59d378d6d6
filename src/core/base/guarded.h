// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <exception>
#include <new>
#include <string>

namespace mien {

/// Runs `f` and turns any exception (cv::Exception, dlib::error, std::exception …) into an Error, so that
/// none crosses a module boundary. `f` may return a Result or a plain value.
template <class F>
auto guarded(std::string location, F&& f) {
    using Value = std::invoke_result_t<F>;
    constexpr bool isResult = requires(Value v) {
        v.has_value();
        typename Value::value_type;
    };
    using Out = typename std::conditional_t<isResult, std::type_identity<Value>,
                                            std::type_identity<Result<Value>>>::type;
    try {
        if constexpr (std::is_void_v<Value>) {
            std::forward<F>(f)();
            return Out{};
        } else {
            return Out(std::forward<F>(f)());
        }
    } catch (const std::bad_alloc&) {
        return Out(fail(ErrorCode::OutOfMemory, "There is not enough memory for this.", std::move(location)));
    } catch (const std::exception& e) {
        return Out(fail(ErrorCode::Internal, e.what(), std::move(location)));
    }
}

} // namespace mien
