// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/runtime.h"
#include "support/verify.h"

namespace tst_runtime {

using namespace mien;

class TestRuntime : public QObject {
    Q_OBJECT

private slots:
    void aMissingLibraryIsOneSentence() {
        const auto missing = nn::Runtime::load("/nowhere/libmien_nn.so");
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::MissingDependency);
        QVERIFY(missing.error().sentence().find("/nowhere/libmien_nn.so") != std::string::npos);
    }

    void anotherLibraryIsRefused() {
        const auto other = nn::Runtime::load("libm.so.6");
        QVERIFY(!other);
        QCOMPARE(other.error().code, ErrorCode::Unsupported);
    }

    void libTorchMultipliesLikePlainLoops() {
#ifdef MIEN_HAS_TORCH
        const auto runtime = nn::Runtime::load();
        MIEN_VERIFY(runtime);
        QVERIFY(!(*runtime)->info().torchVersion.empty());
        QVERIFY((*runtime)->info().threads >= 1);
        const auto deviation = (*runtime)->selfCheck();
        MIEN_VERIFY(deviation);
        QVERIFY2(*deviation < 1e-5, qPrintable(QString::number(*deviation)));
#else
        QVERIFY(!nn::Runtime::load());
#endif
    }
};

MIEN_TEST(TestRuntime)

} // namespace tst_runtime

#include "tst_runtime.moc"
