// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_query.h"
#include "ui/dataset/sample_facts.h"

namespace mien::ui {

/// What people type to see some rows only:
///
///     happiness sub01        12 & !6        au:"L14 >= B"  type:micro  ms:200-240  finding:offset-zero
///     film:yes
///
/// Words must all occur somewhere in the row. What stands alone and reads as an AU expression is one. `name:`
/// asks one column (subject, clip, emotion, type, au, ms, finding, film), is:gender=f a demographic; quotes
/// keep blanks together, `name:""` asks for nothing in it.
class SampleFilter {
public:
    /// InvalidArgument, in one sentence, where an expression or a range cannot be read.
    static Result<SampleFilter> parse(const QString& text);
    bool accepts(const SampleFacts& facts) const;
    bool empty() const { return m_words.isEmpty() && m_fields.empty() && m_queries.empty(); }

private:
    struct Field {
        QString name, value;
        double from = 0.0, to = 0.0; ///< of "ms"
    };
    Result<void> addField(const QString& name, const QString& value);
    static bool holds(const Field& field, const SampleFacts& facts);

    QStringList m_words;
    std::vector<Field> m_fields;
    std::vector<annotation::FacsQuery> m_queries;
};

/// `text` with the term `name:value` added or, where it is there, taken away; another value of the same name
/// makes room for it.
QString toggled(const QString& text, const QString& name, const QString& value);

} // namespace mien::ui
