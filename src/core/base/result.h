// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <cassert>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace mien {

/// Wraps an error so that `return Unexpected(Error{…})` converts to any Result.
class Unexpected {
public:
    explicit Unexpected(Error error) : m_error(std::move(error)) {}
    const Error& error() const& { return m_error; }
    Error&& error() && { return std::move(m_error); }

private:
    Error m_error;
};

/// Short for the usual `return fail(ErrorCode::NotFound, "…", path)`.
inline Unexpected fail(ErrorCode code, std::string message, std::string location = {}) {
    return Unexpected(Error{code, std::move(message), std::move(location)});
}

inline Unexpected cancelled(std::string what = "Stopped before it was finished.") {
    return fail(ErrorCode::Cancelled, std::move(what));
}

/// A value or an Error, with the names of C++23's std::expected (which g++ 12 lacks).
template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Unexpected unexpected) : m_state(std::in_place_index<1>, std::move(unexpected).error()) {}
    /// Lets `return derivedPointer;` work where T is a pointer to the base.
    template <class U>
    requires(std::is_convertible_v<U&&, T> && !std::is_same_v<std::remove_cvref_t<U>, T> &&
             !std::is_same_v<std::remove_cvref_t<U>, Unexpected> &&
             !std::is_same_v<std::remove_cvref_t<U>, Result>) Result(U&& value)
        : m_state(std::in_place_index<0>, T(std::forward<U>(value))) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return assert(has_value()), std::get<0>(m_state); }
    const T& value() const& { return assert(has_value()), std::get<0>(m_state); }
    T&& value() && { return assert(has_value()), std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const& { return assert(!has_value()), std::get<1>(m_state); }
    Error&& error() && { return assert(!has_value()), std::get<1>(std::move(m_state)); }

    template <class U>
    T value_or(U&& fallback) const& {
        return has_value() ? value() : static_cast<T>(std::forward<U>(fallback));
    }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    using value_type = void;

    Result() = default;
    Result(Unexpected unexpected) : m_error(std::move(unexpected).error()) {}

    bool has_value() const { return !m_error.has_value(); }
    explicit operator bool() const { return has_value(); }
    const Error& error() const& { return assert(m_error), *m_error; }
    Error&& error() && { return assert(m_error), *std::move(m_error); }

private:
    std::optional<Error> m_error;
};

} // namespace mien
