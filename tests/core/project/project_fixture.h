// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sha256.h"
#include "core/project/dump.h"
#include "core/project/project.h"
#include "core/project/sqlite.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <fstream>

namespace mien::test {

/// A folder of its own for project files, gone at the end.
class Folder {
public:
    std::filesystem::path operator/(const std::string& name) const { return path() / name; }
    std::filesystem::path path() const { return m_folder.path().toStdString(); }

private:
    /// In memory where the machine has such a folder: what is tested is not the speed of its disk.
    static QString where() {
        const QFileInfo memory("/dev/shm");
        return (memory.isWritable() ? memory.filePath() : QDir::tempPath()) + "/mien-test-XXXXXX";
    }
    QTemporaryDir m_folder{where()};
};

inline annotation::ExpressionEvent spanOf(std::int64_t onset, std::int64_t apex, std::int64_t offset) {
    annotation::ExpressionEvent made;
    made.onset = {onset};
    made.apex = FrameIndex{apex};
    made.offset = {offset};
    return made;
}

inline annotation::Proposal proposal(std::int64_t onset, std::int64_t apex, std::int64_t offset,
                                     double score = 0.5) {
    return {{onset}, {apex},   {offset}, annotation::ExpressionType::Micro, score, {{"left brow", 1.25}},
            "",      "rules 1"};
}

inline project::Media film(const std::filesystem::path& path) {
    project::Media media;
    media.path = path;
    media.frames = 1000;
    media.fps = {30000, 1001};
    return media;
}

inline void writeFile(const std::filesystem::path& path, const std::string& content) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
}

inline std::string readFile(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Hash of every row of every table that people write, read past the Project.
inline std::string humanTables(const std::filesystem::path& path) {
    auto database = project::Database::open(path, project::Database::Mode::ReadOnly).value();
    Sha256 hash;
    for (const std::string table :
         {"media", "tier", "event", "decision", "film_value", "journal", "journal_change"}) {
        std::string columns;
        const auto named = database.each(
            "SELECT name FROM pragma_table_info('" + table + "')", [&](const project::Statement& row) {
                columns += (columns.empty() ? "quote(" : " || ',' || quote(") + row.text(0) + ")";
            });
        const auto read =
            database.each("SELECT " + columns + " FROM " + table + " ORDER BY 1",
                          [&](const project::Statement& row) { hash.update(row.text(0) + "\n"); });
        if (!named || !read)
            return "unreadable";
    }
    return hash.hex();
}

/// Empty, or what check() found, one after the other.
inline std::string problems(const project::Project& project) {
    std::string all;
    for (const auto& problem : project.check())
        all += problem + "\n";
    return all;
}

} // namespace mien::test

#define MIEN_SOUND(project) QCOMPARE(QString::fromStdString(mien::test::problems(project)), QString())
