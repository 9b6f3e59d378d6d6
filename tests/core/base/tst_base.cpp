// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_io.h"
#include "core/base/frame.h"
#include "core/base/guarded.h"
#include "core/base/parallel.h"
#include "core/base/result.h"
#include "core/base/rng.h"
#include "support/verify.h"

#include <QTemporaryDir>

#include <sys/stat.h>

#include <atomic>
#include <stdexcept>

namespace tst_base {

using namespace mien;

class TestBase : public QObject {
    Q_OBJECT

private slots:
    void iouCountsBothEnds() {
        const FrameInterval a{{10}, {19}};
        QCOMPARE(a.lengthFrames(), 10);
        QCOMPARE(a.iou({{10}, {19}}), 1.0);
        QCOMPARE(a.iou({{20}, {29}}), 0.0);
        QCOMPARE(a.iou({{15}, {24}}), 5.0 / 15.0);
        QCOMPARE((FrameInterval{{3}, {3}}.iou({{3}, {3}})), 1.0);
    }

    void guardedTurnsExceptionsIntoErrors() {
        const auto thrown = guarded("film.mp4", []() -> int { throw std::runtime_error("broken"); });
        QVERIFY(!thrown);
        QCOMPARE(QString::fromStdString(thrown.error().sentence()), QStringLiteral("film.mp4: broken"));
        const auto inner = guarded("x", []() -> Result<int> { return fail(ErrorCode::NotFound, "no"); });
        QVERIFY(!inner);
        QCOMPARE(inner.error().code, ErrorCode::NotFound);
        QCOMPARE(guarded("x", [] { return 7; }).value(), 7);
    }

    void parallelForRunsEveryIndexOnce() {
        for (int threads : {1, 2, 5}) {
            std::vector<std::atomic<int>> seen(1000);
            JobContext job;
            job.threads = threads;
            parallelFor(seen.size(), job, [&](std::size_t i) { ++seen[i]; });
            for (const auto& count : seen)
                QCOMPARE(count.load(), 1);
        }
    }

    void parallelForStopsWhenCancelled() {
        std::stop_source source;
        JobContext job{source.get_token(), {}, 1};
        int ran = 0;
        parallelFor(1000, job, [&](std::size_t) {
            if (++ran == 10)
                source.request_stop();
        });
        QCOMPARE(ran, 10);
    }

    void onlyRegularFilesAreRead() {
        QTemporaryDir folder;
        const auto pipe = folder.filePath("pipe").toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0); // nobody writes into it: opening it would wait for ever
        const auto link = folder.filePath("link").toStdString();
        std::filesystem::create_symlink(pipe, link);
        for (const std::string& path :
             {pipe, link, folder.path().toStdString(), std::string("/dev/zero"), std::string("/dev/null")}) {
            const auto text = readTextFile(path);
            QVERIFY2(!text, path.c_str());
            QCOMPARE(text.error().code, ErrorCode::Unreadable);
            QCOMPARE(text.error().location, path);
            QVERIFY(text.error().message.ends_with('.'));
        }
        MIEN_VERIFY(writeFileAtomically(folder.filePath("file").toStdString(), "x"));
        std::filesystem::create_symlink(folder.filePath("file").toStdString(),
                                        folder.filePath("good").toStdString());
        QCOMPARE(readTextFile(folder.filePath("good").toStdString()).value(), std::string("x"));
    }

    void rngIsReproducibleAndRoughlyNormal() {
        Rng a(5), b(5);
        double sum = 0, squares = 0;
        for (int i = 0; i < 20000; ++i) {
            const double x = a.normal();
            QCOMPARE(x, b.normal());
            sum += x;
            squares += x * x;
        }
        QVERIFY(std::abs(sum / 20000) < 0.03);
        QVERIFY(std::abs(squares / 20000 - 1.0) < 0.05);
        QVERIFY(Rng::derived(5, 0).next() != Rng::derived(5, 1).next());
    }
};

MIEN_TEST(TestBase)

} // namespace tst_base

#include "tst_base.moc"
