// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/sqlite.h"

#include <sqlite3.h>

namespace mien::project {
namespace {

/// How long a call waits for another program's lock before it gives up.
constexpr int kBusyTimeoutMs = 1000;

int flagsOf(Database::Mode mode) {
    switch (mode) {
    case Database::Mode::ReadOnly:
        return SQLITE_OPEN_READONLY;
    case Database::Mode::Immutable:
        return SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    case Database::Mode::ReadWrite:
        return SQLITE_OPEN_READWRITE;
    case Database::Mode::Create:
    case Database::Mode::Memory:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    return SQLITE_OPEN_READONLY;
}

/// "file:…?immutable=1" with everything escaped that an URI would read as its own.
std::string immutableUri(const std::filesystem::path& path) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path.string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (std::isalnum(byte) || c == '/' || c == '.' || c == '-' || c == '_')
            uri += c;
        else
            uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return uri + "?immutable=1";
}

/// A project file may come from anyone: its schema must not run anything by itself.
void harden(sqlite3* handle) {
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
}

} // namespace

Statement::Statement(sqlite3_stmt* statement, bool* inUse, const std::string* location)
    : m_statement(statement), m_inUse(inUse), m_location(location) {
    if (m_inUse)
        *m_inUse = true;
}

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr)),
      m_inUse(std::exchange(other.m_inUse, nullptr)),
      m_location(other.m_location) {}

Statement::~Statement() {
    if (!m_statement)
        return;
    if (!m_inUse) {
        sqlite3_finalize(m_statement);
        return;
    }
    sqlite3_reset(m_statement);
    sqlite3_clear_bindings(m_statement);
    *m_inUse = false;
}

void Statement::bind(int index, std::int64_t value) {
    sqlite3_bind_int64(m_statement, index + 1, value);
}
void Statement::bind(int index, double value) {
    sqlite3_bind_double(m_statement, index + 1, value);
}
void Statement::bind(int index, std::string_view value) {
    // A null pointer would bind NULL, and an empty view may hold one.
    sqlite3_bind_text64(m_statement, index + 1, value.empty() ? "" : value.data(), value.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}
void Statement::bind(int index, std::nullptr_t) {
    sqlite3_bind_null(m_statement, index + 1);
}

Result<bool> Statement::step() {
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqliteFailure(code, sqlite3_errmsg(sqlite3_db_handle(m_statement)), *m_location);
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(m_statement, column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(m_statement, column);
}
std::string Statement::text(int column) const {
    const auto* data = sqlite3_column_text(m_statement, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column));
    return data ? std::string(reinterpret_cast<const char*>(data), size) : std::string();
}

Result<Database> Database::open(const std::filesystem::path& path, Mode mode) {
    Database database;
    database.m_location = std::make_unique<std::string>(path.string());
    const std::string name = mode == Mode::Immutable ? immutableUri(path)
                             : mode == Mode::Memory  ? std::string(":memory:")
                                                     : path.string();
    const int code = sqlite3_open_v2(name.c_str(), &database.m_handle, flagsOf(mode), nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(database.m_handle ? sqlite3_extended_errcode(database.m_handle) : code,
                             database.m_handle ? sqlite3_errmsg(database.m_handle) : "", path.string());
    harden(database.m_handle);
    return database;
}

Database::Database(Database&& other) noexcept
    : m_handle(std::exchange(other.m_handle, nullptr)),
      m_location(std::move(other.m_location)),
      m_cache(std::move(other.m_cache)) {
    other.m_cache.clear();
}

Database& Database::operator=(Database&& other) noexcept {
    if (this != &other) {
        close();
        m_handle = std::exchange(other.m_handle, nullptr);
        m_location = std::move(other.m_location);
        m_cache = std::move(other.m_cache);
        other.m_cache.clear();
    }
    return *this;
}

Database::~Database() {
    close();
}

void Database::close() noexcept {
    for (const auto& [sql, cached] : m_cache)
        sqlite3_finalize(cached.statement);
    m_cache.clear();
    sqlite3_close_v2(m_handle);
    m_handle = nullptr;
}

Result<Statement> Database::prepare(const std::string& sql) {
    const auto found = m_cache.find(sql);
    if (found != m_cache.end() && !found->second.inUse)
        return Statement(found->second.statement, &found->second.inUse, m_location.get());
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(m_handle, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(code, sqlite3_errmsg(m_handle), *m_location);
    if (found != m_cache.end()) // in use further up the stack
        return Statement(made, nullptr, m_location.get());
    auto& cached = m_cache[sql];
    cached.statement = made;
    return Statement(made, &cached.inUse, m_location.get());
}

Result<void> Database::exec(const char* sql) {
    const int code = sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return sqliteFailure(code, sqlite3_errmsg(m_handle), *m_location);
    return {};
}

std::int64_t Database::lastInsertId() const {
    return sqlite3_last_insert_rowid(m_handle);
}

std::int64_t Database::changes() const {
    return sqlite3_changes64(m_handle);
}

Result<Transaction> Transaction::begin(Database& database) {
    if (auto begun = database.exec("BEGIN IMMEDIATE"); !begun)
        return Unexpected(std::move(begun).error());
    return Transaction(database);
}

Result<void> Transaction::commit() {
    if (auto committed = m_database->exec("COMMIT"); !committed)
        return committed; // the destructor rolls back
    m_database = nullptr;
    return {};
}

Transaction::~Transaction() {
    // After some failures (disk full, input/output) SQLite has rolled back already.
    if (m_database && sqlite3_get_autocommit(m_database->handle()) == 0)
        sqlite3_exec(m_database->handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace mien::project
