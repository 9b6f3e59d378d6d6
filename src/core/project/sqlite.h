// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace mien::project {

/// One prepared statement while it is used: bind, step, read columns. Goes back to its Database's cache when
/// it is destroyed. Columns and parameters are counted from 0.
class Statement {
public:
    Statement(sqlite3_stmt* statement, bool* inUse, const std::string* location);
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    void bind(int index, std::int64_t value);
    void bind(int index, int value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, bool value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, std::size_t value) { bind(index, static_cast<std::int64_t>(value)); }
    void bind(int index, double value);
    void bind(int index, std::string_view value);
    void bind(int index, const std::string& value) { bind(index, std::string_view(value)); }
    void bind(int index, const char* value) { bind(index, std::string_view(value)); }
    void bind(int index, std::nullptr_t);
    template <class T>
    void bind(int index, const std::optional<T>& value) {
        value ? bind(index, *value) : bind(index, nullptr);
    }

    /// True: there is a row to read; false: done.
    Result<bool> step();

    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    double real(int column) const;
    std::string text(int column) const;

private:
    sqlite3_stmt* m_statement;
    bool* m_inUse; ///< of the cache; null where this object owns the statement
    const std::string* m_location;
};

/// One connection to an SQLite file. Every failure is an Error with a sentence for people (sqlite_errors.cpp)
/// and the file as its location.
class Database {
public:
    enum class Mode {
        ReadOnly,
        Immutable, ///< read-only, and nobody else writes: no lock and no -shm file is made
        ReadWrite,
        Create, ///< read and write, made where it does not exist
        Memory
    };
    static Result<Database> open(const std::filesystem::path& path, Mode mode);

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    sqlite3* handle() const { return m_handle; }
    const std::string& location() const { return *m_location; }

    Result<Statement> prepare(const std::string& sql);
    /// Runs statements without parameters.
    Result<void> exec(const char* sql);

    /// Runs one statement to its end.
    template <class... Args>
    Result<void> run(const std::string& sql, const Args&... args) {
        return each(
            sql, [](const Statement&) {}, args...);
    }

    /// Calls `row(statement)` for every row.
    template <class F, class... Args>
    Result<void> each(const std::string& sql, F&& row, const Args&... args) {
        auto statement = prepare(sql);
        if (!statement)
            return Unexpected(statement.error());
        int index = 0;
        (statement->bind(index++, args), ...);
        for (;;) {
            const auto more = statement->step();
            if (!more)
                return Unexpected(more.error());
            if (!*more)
                return {};
            row(std::as_const(*statement));
        }
    }

    /// The first column of the first row; nullopt where there is no row or it is NULL.
    template <class... Args>
    Result<std::optional<std::int64_t>> integer(const std::string& sql, const Args&... args) {
        std::optional<std::int64_t> value;
        auto ran = each(
            sql,
            [&](const Statement& row) {
                if (!value && !row.isNull(0))
                    value = row.integer(0);
            },
            args...);
        if (!ran)
            return Unexpected(std::move(ran).error());
        return value;
    }

    std::int64_t lastInsertId() const;
    /// Rows that the last insert, update or delete touched.
    std::int64_t changes() const;

private:
    struct Cached {
        sqlite3_stmt* statement = nullptr;
        bool inUse = false;
    };
    Database() = default;
    void close() noexcept;

    sqlite3* m_handle = nullptr;
    std::unique_ptr<std::string> m_location;
    std::map<std::string, Cached> m_cache;
};

/// BEGIN IMMEDIATE … COMMIT; rolled back when it goes out of scope without commit().
class Transaction {
public:
    static Result<Transaction> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();

    Result<void> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database;
};

/// The sentence for an SQLite result code; `detail` is SQLite's own message.
Unexpected sqliteFailure(int code, std::string_view detail, const std::string& location);

} // namespace mien::project
