// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/loopback_address.h"
#include "support/verify.h"

namespace tst_loopback_address {

using namespace mien;
using namespace mien::synthesis;

class TestLoopbackAddress : public QObject {
    Q_OBJECT

private slots:
    void thisMachineIsUnderstood_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("eitherFamily");
        QTest::newRow("whole") << "http://127.0.0.1:8188"
                               << "http://127.0.0.1:8188" << false;
        QTest::newRow("slash") << "http://127.0.0.1:9000/"
                               << "http://127.0.0.1:9000" << false;
        QTest::newRow("no scheme") << "127.0.0.1:80"
                                   << "http://127.0.0.1:80" << false;
        QTest::newRow("no port") << "127.0.0.1"
                                 << "http://127.0.0.1:8188" << false;
        QTest::newRow("another of the block") << "127.255.3.77:1"
                                              << "http://127.255.3.77:1" << false;
        QTest::newRow("name") << "localhost"
                              << "http://127.0.0.1:8188" << true;
        QTest::newRow("v6") << "http://[::1]:8189"
                            << "http://[::1]:8189" << false;
        QTest::newRow("v6 bare") << "::1"
                                 << "http://[::1]:8188" << false;
    }
    void thisMachineIsUnderstood() {
        QFETCH(QString, url);
        QFETCH(QString, text);
        QFETCH(bool, eitherFamily);
        const auto address = loopbackAddress(url.toStdString());
        MIEN_VERIFY(address);
        QCOMPARE(QString::fromStdString(address->text()), text);
        QCOMPARE(address->eitherFamily, eitherFamily);
    }

    void anywhereElseIsRefusedBecauseFacesStayHere_data() {
        QTest::addColumn<QString>("url");
        for (const char* url : {"http://192.168.1.5:8188",
                                "example.org",
                                "http://8.8.8.8",
                                "0.0.0.0:8188",
                                "[::]:8188",
                                "[fe80::1]",
                                "[::ffff:127.0.0.1]",
                                "localhost.example.org",
                                "127.0.0.1.example.org",
                                "http://127.0.0.1@example.org:80",
                                "http://localhost:1@example.org",
                                "2130706433",
                                "0x7f.0.0.1",
                                "127.1",
                                "0127.0.0.1",
                                "127.0.0.1.1",
                                "128.0.0.1",
                                "127.0.0.256",
                                "127.0.0.",
                                "LOCALHOST.",
                                "126.255.255.255",
                                "10.0.0.1"})
            QTest::newRow(url) << QString(url);
    }
    void anywhereElseIsRefusedBecauseFacesStayHere() {
        QFETCH(QString, url);
        const auto address = loopbackAddress(url.toStdString());
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidArgument);
        QVERIFY(address.error().message.find("faces are biometric data and stay on this machine") !=
                std::string::npos);
    }

    void whatIsNoAddressSaysHowToWriteOne_data() {
        QTest::addColumn<QString>("url");
        for (const char* url : {"", "http://", "https://127.0.0.1", "ftp://127.0.0.1", "127.0.0.1:0",
                                "127.0.0.1:70000", "127.0.0.1:-1", "127.0.0.1:80x", "127.0.0.1/comfy",
                                "127.0.0.1:80#x", "127.0.0.1 :80", "[::1", "127.0.0.1\\@example.org:80x"})
            QTest::newRow(url) << QString(url);
    }
    void whatIsNoAddressSaysHowToWriteOne() {
        QFETCH(QString, url);
        const auto address = loopbackAddress(url.toStdString());
        QVERIFY(!address);
        QCOMPARE(address.error().code, ErrorCode::InvalidArgument);
    }
};

MIEN_TEST(TestLoopbackAddress)

} // namespace tst_loopback_address

#include "tst_loopback_address.moc"
