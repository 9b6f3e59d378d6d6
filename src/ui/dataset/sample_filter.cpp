// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/sample_filter.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace mien::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("SampleFilter", text);
}

constexpr std::array kFields{"subject", "clip", "emotion", "type", "au", "ms", "finding", "film", "is"};

bool isField(const QString& name) {
    return std::any_of(kFields.begin(), kFields.end(), [&](const char* field) {
        return name.compare(QLatin1String(field), Qt::CaseInsensitive) == 0;
    });
}

struct Term {
    QString name; ///< empty: a word
    QString value;
    QString whole; ///< as typed
};

/// name:"two words", name:word, "two words" or word.
std::vector<Term> termsOf(const QString& text) {
    static const QRegularExpression form(QStringLiteral(R"re((?:(\w+):)?(?:"([^"]*)"?|(\S+)))re"));
    std::vector<Term> terms;
    for (auto match = form.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        const bool quoted = found.capturedLength(2) > 0 || found.captured(0).contains('"');
        Term term{found.captured(1), quoted ? found.captured(2) : found.captured(3), found.captured(0)};
        if (!term.name.isEmpty() && !isField(term.name)) {
            term.value = term.whole;
            term.name.clear();
        }
        terms.push_back(std::move(term));
    }
    return terms;
}

bool same(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

Result<void> SampleFilter::addField(const QString& name, const QString& value) {
    Field field{name.toLower(), value};
    if (field.name == QLatin1String("au") && !value.isEmpty()) {
        auto query = annotation::FacsQuery::parse(value.toStdString());
        if (!query)
            return Unexpected(query.error());
        m_queries.push_back(*std::move(query));
        return {};
    }
    if (field.name == QLatin1String("is") && !value.contains('='))
        return fail(ErrorCode::InvalidArgument,
                    words(QT_TRANSLATE_NOOP("SampleFilter",
                                            "“is:%1” names no value; write is:gender=f, or is:gender= for "
                                            "rows that do not say."))
                        .arg(value)
                        .toStdString());
    if (field.name == QLatin1String("ms") && !value.isEmpty()) {
        const QStringList ends = value.split('-');
        bool good = ends.size() == 2;
        bool ended = good;
        field.from = good ? ends[0].toDouble(&good) : 0.0;
        field.to = ended ? ends[1].toDouble(&ended) : 0.0;
        if (!good || !ended)
            return fail(ErrorCode::InvalidArgument,
                        words(QT_TRANSLATE_NOOP("SampleFilter",
                                                "“ms:%1” is no range of milliseconds; write ms:200-400."))
                            .arg(value)
                            .toStdString());
    }
    m_fields.push_back(std::move(field));
    return {};
}

Result<SampleFilter> SampleFilter::parse(const QString& text) {
    SampleFilter out;
    QStringList free;
    for (const Term& term : termsOf(text)) {
        if (term.name.isEmpty())
            free << term.value;
        else if (auto added = out.addField(term.name, term.value); !added)
            return Unexpected(added.error());
    }
    const QString alone = free.join(' ');
    static const QRegularExpression digit(QStringLiteral("[0-9]"));
    auto query = annotation::FacsQuery::parse(alone.toStdString());
    if (alone.contains(digit) && query)
        out.m_queries.push_back(*std::move(query));
    else
        out.m_words = free;
    return out;
}

bool SampleFilter::holds(const Field& field, const SampleFacts& facts) {
    if (field.name == QLatin1String("ms"))
        return field.value.isEmpty()
                   ? !facts.durationMs
                   : facts.durationMs && *facts.durationMs >= field.from && *facts.durationMs < field.to;
    if (field.name == QLatin1String("au"))
        return facts.units.empty();
    if (field.name == QLatin1String("finding"))
        return field.value.isEmpty() ? facts.checks.isEmpty()
                                     : facts.checks.contains(field.value, Qt::CaseInsensitive);
    if (field.name == QLatin1String("is")) {
        const auto split = field.value.indexOf('=');
        const auto found = std::find_if(facts.strata.begin(), facts.strata.end(), [&](const auto& stratum) {
            return same(stratum.first, field.value.left(split));
        });
        return same(found == facts.strata.end() ? QString() : found->second, field.value.mid(split + 1));
    }
    if (field.name == QLatin1String("film"))
        return facts.hasFilm == (same(field.value, QStringLiteral("yes")));
    if (field.name == QLatin1String("subject"))
        return same(facts.subject, field.value);
    if (field.name == QLatin1String("emotion"))
        return same(facts.emotion, field.value);
    if (field.name == QLatin1String("type"))
        return same(facts.type, field.value);
    return same(facts.clip, field.value);
}

bool SampleFilter::accepts(const SampleFacts& facts) const {
    for (const Field& field : m_fields)
        if (!holds(field, facts))
            return false;
    for (const auto& query : m_queries)
        if (query.ask(facts.code) == annotation::FacsAnswer::No)
            return false;
    for (const QString& word : m_words) {
        const auto in = [&](const QString& text) { return text.contains(word, Qt::CaseInsensitive); };
        if (!in(facts.subject) && !in(facts.clip) && !in(facts.film) && !in(facts.emotion) &&
            !in(facts.type) && !in(facts.actionUnits) && !in(facts.checks.join(' ')))
            return false;
    }
    return true;
}

QString toggled(const QString& text, const QString& name, const QString& value) {
    QStringList kept;
    bool wasThere = false;
    for (const Term& term : termsOf(text)) {
        if (!same(term.name, name))
            kept << term.whole;
        else
            wasThere = wasThere || term.value == value;
    }
    static const QRegularExpression plain(QStringLiteral("^[\\w.,+=-]+$"));
    if (!wasThere)
        kept << (plain.match(value).hasMatch() ? QStringLiteral("%1:%2") : QStringLiteral("%1:\"%2\""))
                    .arg(name, value);
    return kept.join(' ');
}

} // namespace mien::ui
