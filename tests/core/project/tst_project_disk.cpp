// SPDX-License-Identifier: GPL-3.0-or-later
// Full disks, broken disks, power cuts.
#include "fault_vfs.h"
#include "project_fixture.h"
#include "random_session.h"
#include "support/test_program.h"

namespace tst_project_disk {

using namespace mien;
using namespace mien::project;
using namespace mien::test;

class TestProjectDisk : public QObject {
    Q_OBJECT

    static int times(int usual, int many) { return qEnvironmentVariableIsSet("MIEN_LONG") ? many : usual; }
    static std::string state(const Project& project) { return dump(project, {.history = true}); }

private slots:
    void fullDiskLosesNothing() {
        const Folder folder;
        FaultDisk disk;
        auto project = createProject(folder / "study.mien").value();
        RandomSession session(5);
        Rng rng(6);
        int refusals = 0;
        for (int i = 0; i < times(60, 1000); ++i) {
            disk.fillAfter(static_cast<std::int64_t>(rng.below(30000)));
            for (;;) {
                const auto before = state(*project);
                const auto acted = session.act(*project);
                if (acted)
                    continue;
                QCOMPARE(acted.error().code, ErrorCode::WriteFailed);
                QVERIFY2(acted.error().message.find("disk is full") != std::string::npos,
                         acted.error().message.c_str());
                QCOMPARE(state(*project), before);
                break;
            }
            ++refusals;
            disk.free();
        }
        MIEN_SOUND(*project);
        MIEN_VERIFY(project->setValue("space", "again"));
        QVERIFY(refusals > 10);
    }

    void fullDiskLeavesNoHalfMadeProject() {
        const Folder folder;
        FaultDisk disk;
        for (const std::int64_t space : {0, 5000, 60000, 80000}) {
            disk.fillAfter(space);
            const auto made = createProject(folder / "study.mien");
            QVERIFY(!made);
            QCOMPARE(made.error().code, ErrorCode::WriteFailed);
            QVERIFY(std::filesystem::is_empty(folder.path()));
        }
        disk.free();
        MIEN_VERIFY(createProject(folder / "study.mien"));
    }

    void brokenDiskLosesNothing() {
        const Folder folder;
        FaultDisk disk;
        auto project = createProject(folder / "study.mien").value();
        RandomSession session(8);
        for (int i = 0; i < 10; ++i)
            MIEN_VERIFY(session.act(*project));
        for (int i = 0; i < times(60, 1000); ++i) {
            disk.breakAfter(i % 13);
            for (;;) {
                const auto before = state(*project);
                const auto acted = session.act(*project);
                if (acted)
                    continue;
                QCOMPARE(acted.error().code, ErrorCode::WriteFailed);
                disk.mend();
                QCOMPARE(state(*project), before);
                break;
            }
        }
        MIEN_SOUND(*project);
    }

    void powerCutLosesNothingAcknowledged_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= times(15, 500); ++seed)
            QTest::addRow("cut %d", seed) << seed;
    }
    void powerCutLosesNothingAcknowledged() {
        QFETCH(int, seed);
        const Folder folder, other;
        FaultDisk disk;
        Rng rng(static_cast<std::uint64_t>(seed));
        auto project = createProject(folder / "study.mien").value();
        RandomSession session(static_cast<std::uint64_t>(seed));
        // The power goes while something is written, at a random write.
        const auto quiet = rng.below(60);
        int acts = 0;
        for (std::uint64_t i = 0; i < quiet; ++i, ++acts)
            MIEN_VERIFY(session.act(*project));
        disk.breakAfter(static_cast<int>(rng.below(12)));
        while (session.act(*project))
            ++acts;
        disk.off();
        project.reset();
        disk.cutPower(rng.next());
        disk.mend();

        auto opened = openProject(folder / "study.mien");
        MIEN_VERIFY(opened);
        MIEN_SOUND(**opened);
        auto replay = createProject(other / "study.mien").value();
        RandomSession again(static_cast<std::uint64_t>(seed));
        for (int i = 0; i < acts; ++i)
            MIEN_VERIFY(again.act(*replay));
        if (dump(**opened) != dump(*replay)) {
            MIEN_VERIFY(again.act(*replay)); // on the disk, though the power went before it could say so
            QCOMPARE(dump(**opened), dump(*replay));
        }
    }
};

MIEN_TEST(TestProjectDisk)

} // namespace tst_project_disk

#include "tst_project_disk.moc"
