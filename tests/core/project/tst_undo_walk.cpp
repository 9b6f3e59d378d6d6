// SPDX-License-Identifier: GPL-3.0-or-later
// Undo and redo over random sessions, compared by whole states.
#include "project_fixture.h"
#include "random_session.h"
#include "support/test_program.h"

namespace tst_undo_walk {

using namespace mien;
using namespace mien::project;
using namespace mien::test;

class TestUndoWalk : public QObject {
    Q_OBJECT

    Folder m_folder;

    static std::unique_ptr<Project> reopened(std::unique_ptr<Project> project) {
        const auto path = project->path();
        project.reset();
        return openProject(path).value();
    }

private slots:
    void walksBackAndForthThroughEveryState_data() {
        QTest::addColumn<int>("seed");
        const int seeds = qEnvironmentVariableIsSet("MIEN_LONG") ? 40 : 3;
        for (int seed = 1; seed <= seeds; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void walksBackAndForthThroughEveryState() {
        QFETCH(int, seed);
        auto project = createProject(m_folder / ("walk" + std::to_string(seed) + ".mien")).value();
        RandomSession session(static_cast<std::uint64_t>(seed));
        std::vector<std::string> states{dump(*project)};
        for (int i = 0; i < 200; ++i) {
            const auto newest = project->history(1);
            MIEN_VERIFY(project->apply(session.edit(*project)));
            if (newest.empty() || project->history(1).at(0).step != newest[0].step)
                states.push_back(dump(*project));
            else
                states.back() = dump(*project); // joined the last step, or changed nothing
        }
        QVERIFY(states.size() > 100);
        QVERIFY(states.front() != states.back());

        project = reopened(std::move(project));
        for (auto i = states.size() - 1; i > 0; --i) {
            QCOMPARE(dump(*project), states[i]);
            MIEN_VERIFY(project->undo());
        }
        QCOMPARE(dump(*project), states.front());
        QVERIFY(!project->undoName());
        QVERIFY(!project->undo());
        MIEN_SOUND(*project);

        project = reopened(std::move(project));
        for (std::size_t i = 1; i < states.size(); ++i) {
            MIEN_VERIFY(project->redo());
            QCOMPARE(dump(*project), states[i]);
        }
        QVERIFY(!project->redoName());

        project = reopened(std::move(project));
        std::size_t here = states.size() - 1;
        Rng rng(static_cast<std::uint64_t>(seed) + 1000);
        for (int i = 0; i < 300; ++i) {
            const bool back = rng.below(2) == 0;
            if (back ? here == 0 : here + 1 == states.size())
                continue;
            MIEN_VERIFY(back ? project->undo() : project->redo());
            here = back ? here - 1 : here + 1;
            QCOMPARE(dump(*project), states[here]);
        }
        MIEN_SOUND(*project);
    }

    void runsNeverTouchWhatPeopleWrote_data() {
        QTest::addColumn<int>("seed");
        const int seeds = qEnvironmentVariableIsSet("MIEN_LONG") ? 25 : 2;
        for (int seed = 1; seed <= seeds; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void runsNeverTouchWhatPeopleWrote() {
        QFETCH(int, seed);
        auto project = createProject(m_folder / ("run" + std::to_string(seed) + ".mien")).value();
        RandomSession session(static_cast<std::uint64_t>(seed) + 77);
        for (int i = 0; i < 25; ++i) {
            for (int k = 0; k < 4; ++k)
                MIEN_VERIFY(session.act(*project));
            const auto before = humanTables(project->path());
            for (int k = 0; k < 2; ++k)
                MIEN_VERIFY(session.run(*project));
            QCOMPARE(humanTables(project->path()), before);
        }
        MIEN_SOUND(*project);
    }
};

MIEN_TEST(TestUndoWalk)

} // namespace tst_undo_walk

#include "tst_undo_walk.moc"
