// SPDX-License-Identifier: GPL-3.0-or-later
// Files that are damaged, foreign, locked, read-only, newer, older, or moved.
#include "core/project/open.h"
#include "core/project/runs.h"
#include "project_fixture.h"
#include "random_session.h"
#include "support/test_program.h"

#include <sqlite3.h>
#include <unistd.h>

namespace tst_project_files {

using namespace mien;
using namespace mien::project;
using namespace mien::test;
namespace fs = std::filesystem;

namespace {

/// Tests may run as root, whom no permission stops: be nobody for a while.
class Unprivileged {
public:
    Unprivileged() : m_was(::geteuid()) {
        if (m_was == 0)
            (void)!::seteuid(65534);
    }
    Unprivileged(const Unprivileged&) = delete;
    Unprivileged& operator=(const Unprivileged&) = delete;
    ~Unprivileged() { (void)!::seteuid(m_was); }

private:
    ::uid_t m_was;
};

/// A small project with some of everything.
void makeProject(const fs::path& path, int acts = 25) {
    auto project = createProject(path).value();
    RandomSession session(42);
    for (int i = 0; i < acts; ++i)
        if (!session.act(*project))
            qFatal("the session failed");
}

/// `path` with everything in the main file and nothing in a log.
std::string contentOf(const fs::path& path) {
    return dump(*openProject(path).value(), {.history = true});
}

Error refusal(const fs::path& path, OpenMode mode = OpenMode::ReadWrite) {
    const auto opened = openProject(path, mode);
    if (opened)
        return {ErrorCode::Internal, "it opened", {}};
    const auto& message = opened.error().message;
    if (opened.error().location.empty() || message.size() < 20 || message.back() != '.')
        return {ErrorCode::Internal, "no sentence: " + message, {}};
    return opened.error();
}

void lock(sqlite3*& other, const fs::path& path, const char* how) {
    QCOMPARE(sqlite3_open(path.c_str(), &other), SQLITE_OK);
    QCOMPARE(sqlite3_exec(other, how, nullptr, nullptr, nullptr), SQLITE_OK);
}

} // namespace

class TestProjectFiles : public QObject {
    Q_OBJECT

    Folder m_folder;

private slots:
    void saysWhatIsWrongWithAFileThatIsNoProject() {
        QCOMPARE(refusal(m_folder / "absent.mien").code, ErrorCode::NotFound);
        QCOMPARE(refusal(m_folder.path()).code, ErrorCode::Corrupt);
        writeFile(m_folder / "empty.mien", "");
        QVERIFY(refusal(m_folder / "empty.mien").message.find("empty") != std::string::npos);
        writeFile(m_folder / "text.mien", "vid,pred_onset,pred_offset,type\n");
        QCOMPARE(refusal(m_folder / "text.mien").code, ErrorCode::Corrupt);
        writeFile(m_folder / "header.mien", std::string("SQLite format 3\0", 16));
        QCOMPARE(refusal(m_folder / "header.mien").code, ErrorCode::Corrupt);
        {
            auto other = Database::open(m_folder / "other.mien", Database::Mode::Create).value();
            MIEN_VERIFY(other.exec("CREATE TABLE bookmarks(url TEXT)"));
        }
        const auto before = readFile(m_folder / "other.mien");
        QVERIFY(refusal(m_folder / "other.mien").message.find("another program") != std::string::npos);
        QCOMPARE(readFile(m_folder / "other.mien"), before);
    }

    void neverReplacesAFile() {
        writeFile(m_folder / "mine.txt", "mine");
        QCOMPARE(createProject(m_folder / "mine.txt").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readFile(m_folder / "mine.txt"), std::string("mine"));
        QCOMPARE(createProject(m_folder / "no/such/folder/a.mien").error().code, ErrorCode::WriteFailed);
        // The log of a project that was moved away would be taken for the new one's.
        writeFile(m_folder / "moved.mien-wal", "edits");
        QCOMPARE(createProject(m_folder / "moved.mien").error().code, ErrorCode::InvalidArgument);
        QCOMPARE(readFile(m_folder / "moved.mien-wal"), std::string("edits"));
    }

    void refusesNewerFilesAndLeavesThemAlone() {
        const auto path = m_folder / "newer.mien";
        makeProject(path);
        {
            auto file = Database::open(path, Database::Mode::ReadWrite).value();
            MIEN_VERIFY(file.exec("PRAGMA user_version = 7"));
        }
        const auto before = readFile(path);
        const auto error = refusal(path);
        QCOMPARE(error.code, ErrorCode::Unsupported);
        QVERIFY(error.message.find("newer Mien") != std::string::npos);
        QCOMPARE(readFile(path), before);
    }

    void migratesOlderFilesAfterACopy() {
        const auto path = m_folder / "older.mien";
        makeProject(path);
        const auto before = contentOf(path);
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        steps.push_back({3, "ALTER TABLE tier ADD COLUMN colour TEXT;"});
        MIEN_VERIFY(openWith(path, OpenMode::ReadWrite, steps));
        const auto copy = m_folder / "older.mien.v2.bak";
        QCOMPARE(contentOf(copy), before);
        QCOMPARE(refusal(path).code, ErrorCode::Unsupported); // for the Mien of yesterday it is newer now
        auto again = openWith(path, OpenMode::ReadWrite, steps);
        MIEN_VERIFY(again);
        QVERIFY(!fs::exists(m_folder / "older.mien.v2-2.bak"));
        QCOMPARE(dump(**again, {.history = true}), before);
    }

    void aFileOfVersion1IsBroughtUpToDateWithItsHistory() {
        const auto path = m_folder / "first.mien";
        {
            auto old = createWith(path, migrations().first(1));
            MIEN_VERIFY(old);
            MIEN_VERIFY((*old)->apply(
                {"Add film",
                 {AddMedia{film(m_folder / "a.mp4")}, AddTier{{{}, {-1}, "expressions", "coder01"}}}}));
            MIEN_VERIFY((*old)->apply({"Add event", {AddEvent{{1}, spanOf(3, 5, 9)}}}));
        }
        auto opened = openProject(path);
        MIEN_VERIFY(opened);
        QVERIFY(fs::exists(m_folder / "first.mien.v1.bak"));
        MIEN_SOUND(**opened);
        QCOMPARE((*opened)->events({1}).size(), std::size_t{1});
        const auto run = (*opened)->storeRun({{}, {1}, "rules", "{}", "0.1", "", 0.9, true}, {});
        MIEN_VERIFY(run);
        MIEN_VERIFY((*opened)->apply({"Show", {ShowRun{{1}, *run}}}));
        MIEN_VERIFY((*opened)->undo());
        MIEN_VERIFY((*opened)->undo());
        QVERIFY((*opened)->events({1}).empty());
        MIEN_SOUND(**opened);
    }

    void failedMigrationChangesNothing() {
        const auto path = m_folder / "stuck.mien";
        makeProject(path);
        const auto before = contentOf(path);
        std::vector<Migration> steps(migrations().begin(), migrations().end());
        steps.push_back({3, "ALTER TABLE tier ADD COLUMN colour TEXT; INSERT INTO nowhere VALUES(1);"});
        QVERIFY(!openWith(path, OpenMode::ReadWrite, steps));
        QCOMPARE(contentOf(path), before);
    }

    void namesTheLockOfAnotherProgram() {
        const auto path = m_folder / "locked.mien";
        makeProject(path);
        sqlite3* other = nullptr;
        auto project = openProject(path).value();
        const auto before = dump(*project);
        lock(other, path, "BEGIN IMMEDIATE");
        const auto edit = project->setValue("a", "b");
        QVERIFY(!edit);
        QVERIFY2(edit.error().message.find("lock") != std::string::npos, edit.error().message.c_str());
        QCOMPARE(dump(*project), before); // reading goes on
        sqlite3_close(other);
        MIEN_VERIFY(project->setValue("a", "b"));
        project.reset();
        lock(other, path, "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
        const auto error = refusal(path);
        QCOMPARE(error.code, ErrorCode::Unreadable);
        QVERIFY2(error.message.find("lock") != std::string::npos, error.message.c_str());
        sqlite3_close(other);
        MIEN_VERIFY(openProject(path));
    }

    void readOnlyPlacesOpenForReading_data() {
        QTest::addColumn<bool>("folderToo");
        QTest::addColumn<bool>("withLog");
        QTest::newRow("file") << false << false;
        QTest::newRow("folder") << true << false;
        QTest::newRow("folder and an unfinished log") << true << true;
    }
    void readOnlyPlacesOpenForReading() {
        QFETCH(bool, folderToo);
        QFETCH(bool, withLog);
        const Folder outer;
        fs::permissions(outer.path(), fs::perms::all);
        const auto folder = outer / "disc";
        fs::create_directory(folder);
        const auto path = folder / "study.mien";
        makeProject(outer / "study.mien");
        std::string expected;
        {
            auto project = openProject(outer / "study.mien").value();
            MIEN_VERIFY(project->setValue("in the log", "only"));
            expected = dump(*project);
            if (withLog) // as a killed program leaves it
                fs::copy_file(outer / "study.mien-wal", folder / "study.mien-wal");
            else
                project.reset();
            fs::copy_file(outer / "study.mien", path);
        }
        constexpr auto kReadOnly = fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read;
        constexpr auto kSearch = fs::perms::owner_exec | fs::perms::group_exec | fs::perms::others_exec;
        for (const auto& entry : fs::directory_iterator(folder))
            fs::permissions(entry, kReadOnly);
        if (folderToo)
            fs::permissions(folder, kReadOnly | kSearch);
        {
            const Unprivileged nobody;
            auto opened = openProject(path);
            MIEN_VERIFY(opened);
            auto& project = **opened;
            QVERIFY(project.readOnly());
            QCOMPARE(dump(project), expected);
            MIEN_SOUND(project);
            const auto refused = project.setValue("a", "b");
            QCOMPARE(refused.error().code, ErrorCode::WriteFailed);
            QVERIFY(!project.undo());
            if (folderToo) {
                const auto made = createProject(folder / "new.mien");
                QVERIFY(!made);
                QCOMPARE(made.error().code, ErrorCode::WriteFailed);
                QVERIFY2(made.error().message.find("read-only") != std::string::npos,
                         made.error().message.c_str());
            }
        }
        fs::permissions(folder, fs::perms::all);
    }

    void unreadableFileIsSaidToBe() {
        const Folder folder;
        fs::permissions(folder.path(), fs::perms::all);
        makeProject(folder / "secret.mien");
        fs::permissions(folder / "secret.mien", fs::perms::none);
        const Unprivileged nobody;
        QCOMPARE(refusal(folder / "secret.mien").code, ErrorCode::Unreadable);
    }

    void intactLogIsUsedAfterAKill() {
        const Folder folder;
        auto project = createProject(folder / "a.mien").value();
        RandomSession session(3);
        for (int i = 0; i < 20; ++i)
            MIEN_VERIFY(session.act(*project));
        // What lies on the disk while the program is in the middle of its work.
        fs::copy_file(folder / "a.mien", folder / "b.mien");
        fs::copy_file(folder / "a.mien-wal", folder / "b.mien-wal");
        QCOMPARE(dump(*openProject(folder / "b.mien").value()), dump(*project));
        // Even where the file itself has lost its beginning.
        fs::copy_file(folder / "a.mien-wal", folder / "c.mien-wal");
        auto bytes = readFile(folder / "a.mien");
        std::fill(bytes.begin() + 200, bytes.begin() + 4096, '\0');
        writeFile(folder / "c.mien", bytes);
        auto rescued = openProject(folder / "c.mien");
        if (rescued)
            QCOMPARE(dump(**rescued), dump(*project));
        else
            QCOMPARE(rescued.error().code, ErrorCode::Corrupt);
    }

    void damageIsNoticedAndNeverMadeWorse() {
        const auto good = m_folder / "good.mien";
        makeProject(good, 60);
        const auto bytes = readFile(good);
        const auto path = m_folder / "damaged.mien";
        Rng rng(11);
        int opened = 0, refused = 0;
        for (int i = 0; i < (qEnvironmentVariableIsSet("MIEN_LONG") ? 2000 : 120); ++i) {
            auto damaged = bytes;
            if (i % 4 == 0)
                damaged.resize(rng.below(damaged.size()));
            else
                for (auto flips = 1 + rng.below(20); flips > 0; --flips)
                    damaged[rng.below(damaged.size())] ^= static_cast<char>(1 << rng.below(8));
            writeFile(path, damaged);
            if (auto project = openProject(path)) {
                ++opened;
                (void)dump(**project, {.history = true});
                (void)(*project)->check();
            } else {
                ++refused;
                QVERIFY(project.error().message.size() > 20);
                QCOMPARE(readFile(path), damaged);
                if (auto reading = openProject(path, OpenMode::ReadOnly))
                    (void)dump(**reading, {.history = true}); // what can be read
            }
            for (const char* suffix : {"-wal", "-shm"})
                fs::remove(fs::path(path) += suffix);
        }
        QVERIFY(refused > 20);
        QVERIFY(opened > 0); // a flip in unused space or in a note harms nothing that SQLite can see
    }

    void checkFindsWhatWasChangedBehindItsBack_data() {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("finding");
        QTest::newRow("event") << "UPDATE event SET onset_frame = 0"
                               << "is not what the history says";
        QTest::newRow("lost event") << "DELETE FROM event"
                                    << "that the project lacks";
        QTest::newRow("decision")
            << "DELETE FROM decision; INSERT INTO decision SELECT subject, 'taken' FROM "
               "proposal GROUP BY subject"
            << "is not what the history says";
        QTest::newRow("who") << "UPDATE journal SET coder = 'somebody' WHERE seq = 2"
                             << "was changed after";
        QTest::newRow("what") << "UPDATE journal_change SET after_json = before_json WHERE step = 1"
                              << "was changed afterwards";
        QTest::newRow("left out") << "DELETE FROM journal_change; DELETE FROM journal WHERE seq = 3"
                                  << "lacks line 3";
        QTest::newRow("state") << "UPDATE journal SET state = 'discarded' WHERE seq = 1"
                               << "is marked discarded";
        QTest::newRow("reference") << "UPDATE tier SET media_id = 12345"
                                   << "refers to a row";
        QTest::newRow("trigger") << "DROP INDEX event_of_tier"
                                 << "event_of_tier";
    }
    void checkFindsWhatWasChangedBehindItsBack() {
        QFETCH(QString, sql);
        QFETCH(QString, finding);
        const Folder folder;
        const auto path = folder / "a.mien";
        makeProject(path, 40);
        auto project = openProject(path).value();
        MIEN_SOUND(*project);
        sqlite3* other = nullptr;
        lock(other, path, sql.toUtf8().constData());
        QVERIFY(sqlite3_total_changes(other) > 0 || sql.startsWith("DROP"));
        sqlite3_close(other);
        const auto found = problems(*project);
        QVERIFY2(found.find(finding.toStdString()) != std::string::npos, found.c_str());
    }

    void sqliteItselfRefusesAModelJobTheHumanTables() {
        const auto path = m_folder / "guarded.mien";
        makeProject(path);
        auto file = Database::open(path, Database::Mode::ReadWrite).value();
        MIEN_VERIFY(file.run("UPDATE event SET note = note")); // prepared before the guard stands
        {
            const MachineOnly guard(file);
            for (const char* sql :
                 {"UPDATE event SET note = note", "DELETE FROM event", "DELETE FROM decision",
                  "DELETE FROM tier", "INSERT INTO decision VALUES(1, 'taken')",
                  "UPDATE media SET frames = 1", "DELETE FROM journal", "DROP TABLE event",
                  "UPDATE proposal SET score = 1", "DELETE FROM run", "PRAGMA user_version = 9",
                  "ATTACH 'x' AS y", "UPDATE setting SET value = ''"})
                QVERIFY2(!file.run(sql), sql);
            MIEN_VERIFY(file.run("INSERT INTO run(media_id, spotter, options_json, version, started_at, "
                                 "scorable_fraction) VALUES(1, '', '', '', '', 1)"));
        }
        MIEN_VERIFY(file.run("UPDATE event SET note = note"));
    }

    void hostileSchemaDoesNothing() {
        const auto path = m_folder / "hostile.mien";
        makeProject(path);
        {
            sqlite3* other = nullptr;
            lock(other, path,
                 "CREATE TRIGGER t AFTER INSERT ON run BEGIN DELETE FROM event; END; CREATE VIEW v AS SELECT "
                 "1");
            sqlite3_close(other);
        }
        auto project = openProject(path).value();
        const auto before = humanTables(path);
        RandomSession session(1);
        for (int i = 0; i < 5; ++i)
            MIEN_VERIFY(session.run(*project));
        QCOMPARE(humanTables(path), before);
    }
};

MIEN_TEST(TestProjectFiles)

} // namespace tst_project_files

#include "tst_project_files.moc"
