// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/jobs/core_words.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>

namespace tst_core_words {

using namespace mien::ui;

namespace {

/// A language in which every word is told backwards, and the second thing before the first.
class Backwards final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char*, int) const override {
        if (qstrcmp(context, "CoreSentences") != 0)
            return {};
        const QString english = QString::fromUtf8(text);
        if (english == "Row %1 (%2) is left out: %3.")
            return "«%2, %1: %3»";
        return "«" + english + "»";
    }
};

/// The texts of a source file, those that go on in the next line as one.
QString textsOf(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    static const QRegularExpression seam(R"("\s*\n\s*")"), filled(R"(\{(:[^{}\s]*)?\})");
    return QString::fromUtf8(file.readAll()).remove(seam).replace(filled, "{}").replace("\\\"", "'");
}

} // namespace

class TestCoreWords : public QObject {
    Q_OBJECT

private slots:
    void everySentenceOfTheTableIsOneOfTheCore() {
        QString core;
        for (QDirIterator it(MIEN_SOURCE_DIR "/src/core", {"*.cpp", "*.h"}, QDir::Files,
                             QDirIterator::Subdirectories);
             it.hasNext();)
            core += textsOf(it.next());
        QVERIFY(core.size() > 100000);
        static const QRegularExpression number("%[1-9]");
        for (const char* sentence : coreSentences()) {
            const QString text = QString::fromUtf8(sentence).replace(number, "{}").replace('"', "'");
            QVERIFY2(core.contains('"' + text + '"'), sentence);
        }
    }

    void inEnglishNothingChanges() {
        const QString text = "film.mp4: There is no such file.";
        QCOMPARE(coreWords(text), text);
    }

    void whatIsFilledInKeepsItsPlaceInTheSentence() {
        Backwards language;
        QCoreApplication::installTranslator(&language);
        QCOMPARE(coreWords("There is no such file."), QString("«There is no such file.»"));
        QCOMPARE(coreWords("/a/b: c.mp4: There is no such file."),
                 QString("/a/b: c.mp4: «There is no such file.»"));
        QCOMPARE(coreWords("measuring 20%1"), QString("«measuring 20%1»"));
        QCOMPARE(coreWords("Row 49 (25_0401) is left out: its film was not found."),
                 QString("«25_0401, 49: «its film was not found»»"));
        QCOMPARE(coreWords("fold 2 of 4, without s1, s2 and 5 more: measuring s15"),
                 QString("«fold 2 of 4, without «s1, s2 and 5 more»: «measuring s15»»"));
        QCOMPARE(coreWords("training 2 of 4: measuring s15"), QString("«training 2 of 4: «measuring s15»»"));
        QCOMPARE(coreWords("epoch 3 of at most 9, loss 0.5, validation F1 0.25"),
                 QString("«epoch 3 of at most 9, loss 0.5, validation F1 0.25»"));
        QCOMPARE(coreWords("Nobody wrote this sentence."), QString("Nobody wrote this sentence."));
        QCOMPARE(coreWords(QString()), QString());
    }
};

MIEN_TEST(TestCoreWords)

} // namespace tst_core_words

#include "tst_core_words.moc"
