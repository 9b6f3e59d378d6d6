// SPDX-License-Identifier: GPL-3.0-or-later
// Words that people see: what translators must find, and English plurals, and the Chinese of the rest.
#include "core/dataset/import.h"
#include "core/face/face_tracker.h"
#include "core/motion/regions.h"
#include "core/synthesis/quality_published.h"
#include "core/synthesis/quality_remarks.h"
#include "support/verify.h"
#include "ui/dataset/check_words.h"
#include "ui/dataset/quality_run.h"
#include "ui/models/describe.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

namespace tst_words {

using namespace mien;
using namespace mien::ui;

namespace {

/// Puts « » around everything of one context.
class Marking final : public QTranslator {
public:
    explicit Marking(const char* context) : m_context(context) {}
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* text, const char*, int) const override {
        return QLatin1String(context) == m_context ? QStringLiteral("«%1»").arg(text) : QString();
    }

private:
    QLatin1String m_context;
};

QString contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestWords : public QObject {
    Q_OBJECT

private slots:
    void everyRegionCanBeTranslated() {
        Marking marking("Regions");
        QCoreApplication::installTranslator(&marking);
        for (const auto& region : motion::regions()) {
            const std::string name(region.name);
            QCOMPARE(regionText(name), QString("«%1»").arg(QString::fromStdString(name)));
        }
        QCOMPARE(regionText("elbow"), QString("elbow"));
    }

    void everyReasonCanBeTranslated() {
        Marking marking("Scorability");
        QCoreApplication::installTranslator(&marking);
        for (int state = 1; state <= static_cast<int>(face::Scorability::Blurred); ++state) {
            const auto reason = std::string(face::describe(static_cast<face::Scorability>(state)));
            QCOMPARE(reasonText(reason), QString("«%1»").arg(QString::fromStdString(reason)));
        }
    }

    void everyCheckAndRuleOfAnImportCanBeTranslated() {
        Marking marking("ImportChecks");
        QCoreApplication::installTranslator(&marking);
        for (const auto& check : dataset::importChecks())
            for (const auto sentence : {check.what, check.does})
                if (!sentence.empty()) {
                    const auto words = QString::fromUtf8(sentence.data(), qsizetype(sentence.size()));
                    QCOMPARE(checkText(sentence), QString("«%1»").arg(words));
                }
    }

    void everySentenceAboutQualityCanBeTranslated() {
        Marking marking("Quality");
        QCoreApplication::installTranslator(&marking);
        for (const auto sentence : {synthesis::kStillTrap, synthesis::kSizeTrap, synthesis::kPublishedMark}) {
            const auto words = QString::fromUtf8(sentence.data(), qsizetype(sentence.size()));
            QCOMPARE(qualityText(sentence), QString("«%1»").arg(words));
        }
    }

    void englishHasEveryPlural() {
        const QString english = contentOf(MIEN_SOURCE_DIR "/translations/mien_en.ts");
        QVERIFY(!english.isEmpty());
        const QRegularExpression counted("tr\\(\\s*\"([^\"]*%n[^\"]*)\"");
        int seen = 0;
        QDirIterator files(MIEN_SOURCE_DIR "/src/ui", {"*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString text = contentOf(files.next());
            for (auto match = counted.globalMatch(text); match.hasNext(); ++seen) {
                const QString source = match.next().captured(1);
                QVERIFY2(english.contains("<source>" + source + "</source>"), qPrintable(source));
            }
        }
        QVERIFY(seen >= 4);
    }

    void chineseHasEveryText() {
        QFile file(MIEN_SOURCE_DIR "/translations/mien_zh_CN.ts");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QSet<QString> known;
        for (QString source; !xml.atEnd(); xml.readNext()) {
            if (xml.isStartElement() && xml.name() == u"source")
                source = xml.readElementText();
            else if (xml.isStartElement() && xml.name() == u"translation" &&
                     !xml.attributes().hasAttribute("type"))
                known.insert(source);
        }
        QVERIFY(!xml.hasError());
        const QRegularExpression told("(?:\\btr\\(|TRANSLATE_NOOP\\(\\s*\"\\w+\",|translate\\(\\s*\"\\w+\",)"
                                      "\\s*((?:\"(?:[^\"\\\\]|\\\\.)*\"\\s*)+)[,)]");
        const QRegularExpression seam("(?<!\\\\)\"\\s*\"");
        int seen = 0;
        QStringList missing;
        QDirIterator files(MIEN_SOURCE_DIR "/src/ui", {"*.cpp", "*.h"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString text = contentOf(files.next());
            for (auto match = told.globalMatch(text); match.hasNext(); ++seen) {
                QString source = match.next().captured(1).trimmed().remove(seam);
                source = source.mid(1, source.size() - 2);
                source.replace("\\\"", "\"").replace("\\n", "\n").replace("\\t", "\t");
                if (!known.contains(source))
                    missing << source;
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join('\n')));
        QVERIFY(seen > 1500);
    }

    void chineseKeepsWhatIsFilledIn() {
        QFile file(MIEN_SOURCE_DIR "/translations/mien_zh_CN.ts");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        const auto gaps = [](const QString& text) {
            QStringList found;
            const QRegularExpression gap("%[n0-9]");
            for (auto match = gap.globalMatch(text); match.hasNext();)
                found << match.next().captured();
            found.sort();
            return found;
        };
        QString source;
        int translated = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == u"source") {
                source = xml.readElementText();
            } else if (xml.name() == u"translation") {
                const bool unfinished = xml.attributes().hasAttribute("type");
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
                if (unfinished || text.isEmpty())
                    continue;
                ++translated;
                QVERIFY2(gaps(source) == gaps(text), qPrintable(source));
            }
        }
        QVERIFY(!xml.hasError());
        QVERIFY(translated > 500);
    }
};

MIEN_UI_TEST(TestWords)

} // namespace tst_words

#include "tst_words.moc"
