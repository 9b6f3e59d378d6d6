// SPDX-License-Identifier: GPL-3.0-or-later
// Kills a program in the middle of its work, again and again, and looks for what was lost.
#include "project_fixture.h"
#include "random_session.h"
#include "support/test_program.h"

#include <QProcess>

namespace tst_kill_soak {

using namespace mien;
using namespace mien::project;
using namespace mien::test;

namespace {

/// All that a user could tell apart: content, and the history but for its times.
std::string stateOf(const Project& project) {
    std::string state = dump(project);
    for (const auto& entry : project.history(100000))
        state += "\n" + std::to_string(entry.step) + entry.name + entry.beforeJson + entry.afterJson +
                 (entry.discarded ? "discarded"
                  : entry.undone  ? "undone"
                                  : "done");
    return state;
}

std::unique_ptr<Project> reopened(std::unique_ptr<Project> project) {
    const auto path = project->path();
    project.reset();
    return openProject(path).value();
}

} // namespace

class TestKillSoak : public QObject {
    Q_OBJECT

    /// Starts the session, kills it some time after `acknowledged` acts, and says how many there were.
    static qint64 runAndKill(const std::filesystem::path& path, int seed, qint64 acknowledged,
                             unsigned delayUs) {
        QProcess session;
        session.start(MIEN_SESSION_PROGRAM, {QString::fromStdString(path.string()), QString::number(seed)});
        if (!session.waitForStarted())
            return -1;
        QByteArray acts;
        while (acts.size() < acknowledged && session.waitForReadyRead(20000))
            acts += session.readAllStandardOutput();
        QThread::usleep(delayUs);
        session.kill();
        session.waitForFinished();
        acts += session.readAllStandardOutput();
        if (session.exitStatus() != QProcess::CrashExit)
            qWarning("%s", session.readAllStandardError().constData());
        return session.exitStatus() == QProcess::CrashExit ? acts.size() : -1;
    }

private slots:
    void nothingAcknowledgedIsLost_data() {
        QTest::addColumn<int>("seed");
        const int kills = qEnvironmentVariableIsSet("MIEN_LONG") ? 200 : 15;
        for (int seed = 1; seed <= kills; ++seed)
            QTest::addRow("kill %d", seed) << seed;
    }
    void nothingAcknowledgedIsLost() {
        QFETCH(int, seed);
        const Folder killed, replayed;
        Rng rng(static_cast<std::uint64_t>(seed) * 7919);
        const auto wanted = static_cast<qint64>(rng.below(70));
        const auto path = killed / "study.mien";
        const auto acts = runAndKill(path, seed, wanted, static_cast<unsigned>(rng.below(4000)));
        QVERIFY(acts >= wanted);
        if (acts == 0 && !std::filesystem::exists(path))
            return; // killed before there was a project

        auto opened = openProject(path);
        MIEN_VERIFY(opened);
        auto project = *std::move(opened);
        MIEN_SOUND(*project);

        auto replay = createProject(replayed / "study.mien").value();
        RandomSession session(static_cast<std::uint64_t>(seed));
        for (qint64 i = 0; i < acts; ++i)
            MIEN_VERIFY(session.act(*replay));
        const auto last = stateOf(*project);
        if (stateOf(*replay) != last) {
            MIEN_VERIFY(session.act(*replay)); // made, but the kill came before the acknowledgement
            QCOMPARE(QString::fromStdString(last), QString::fromStdString(stateOf(*replay)));
        }

        while (project->redoName())
            MIEN_VERIFY(project->redo());
        project = reopened(std::move(project));
        const auto all = dump(*project);
        int steps = 0;
        for (; project->undoName(); ++steps)
            MIEN_VERIFY(project->undo());
        QVERIFY(project->media().empty());
        project = reopened(std::move(project));
        for (; project->redoName(); --steps)
            MIEN_VERIFY(project->redo());
        QCOMPARE(steps, 0);
        QCOMPARE(dump(*project), all);
        MIEN_SOUND(*project);
    }
};

MIEN_TEST(TestKillSoak)

} // namespace tst_kill_soak

#include "tst_kill_soak.moc"
