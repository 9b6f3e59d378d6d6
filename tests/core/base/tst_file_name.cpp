// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file_name.h"
#include "support/verify.h"

#include <QString>

namespace tst_file_name {

using namespace mien;

class TestFileName : public QObject {
    Q_OBJECT

private slots:
    void namesAreKeptAndTrapsAreNot_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("file");
        const auto row = [](const char* tag, const char* name, const char* file) {
            QTest::newRow(tag) << QByteArray(name) << QByteArray(file);
        };
        row("plain", "model_1.2-b", "model_1.2-b");
        row("blanks", "My films, evening 2", "My-films--evening-2");
        row("Chinese", "我的模型", "我的模型");
        row("Chinese with a blank of its own", "我的　模型，二", "我的-模型，二");
        row("Arabic digits", "نموذج ٢", "نموذج-٢");
        row("accents, one character and two", "\u00e9e\u0301", "\u00e9e\u0301");
        row("beyond the first plane", "𠮷", "𠮷");
        row("emoji", "😀", "😀");
        row("upwards", "../x", "x");
        row("upwards inside", "a/../b", "a-..-b");
        row("hidden", ".hidden", "hidden");
        row("an option", "--help", "help");
        row("quotes and wildcards", "Ann's \"best\" *?", "Ann-s--best");
        row("controls",
            "a\tb\nc\x7f"
            "d\u0085e",
            "a-b-c-d-e");
        row("a change of direction", "gnp\u202Ecod", "gnpcod");
        row("zero width", "\u200B\uFEFF", "");
        row("no UTF-8",
            "a\xff\xc0\xaf"
            "b\xe6",
            "ab");
        row("a surrogate", "a\xed\xa0\x80z", "az");
        row("nothing", "", "");
        row("dots", "...", "");
    }
    void namesAreKeptAndTrapsAreNot() {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, file);
        const auto made = fileNameFrom(name.toStdString());
        QCOMPARE(QByteArray::fromStdString(made), file);
        QCOMPARE(fileNameFrom(made), made);
    }
    void longNamesEndBetweenCharacters() {
        for (const char* one : {"a", "é", "模", "😀"}) {
            std::string name = "x";
            for (int i = 0; i < 300; ++i)
                name += one;
            const auto made = fileNameFrom(name);
            QVERIFY(made.size() <= 120 && made.size() > 116);
            QCOMPARE(QString::fromStdString(made).toStdString(), made); // not torn
        }
    }
};

MIEN_TEST(TestFileName)

} // namespace tst_file_name

#include "tst_file_name.moc"
