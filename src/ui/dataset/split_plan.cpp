// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/split_plan.h"

#include "core/annotation/csv.h"
#include "core/dataset/splits.h"
#include "core/dataset/strata.h"

#include <fmt/format.h>

#include <QCoreApplication>

#include <map>
#include <set>

namespace mien::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("SplitPlan", text);
}

QString number(std::size_t value) {
    return QString::number(static_cast<qulonglong>(value));
}

std::string record(const std::vector<std::string>& cells) {
    std::string line;
    for (const auto& cell : cells)
        line += (line.empty() ? "" : ",") + annotation::csvCell(cell);
    return line + '\n';
}

std::vector<std::string> naming(const dataset::Sample& sample) {
    return {std::to_string(sample.row), sample.subject, sample.film, sample.clip};
}

/// The samples of `rows` as a dataset of their own.
dataset::Dataset part(const dataset::Dataset& data, const std::vector<std::size_t>& rows) {
    dataset::Dataset out;
    out.name = data.name;
    out.layout = data.layout;
    out.subjects = data.subjects;
    for (const std::size_t row : rows)
        out.samples.push_back(data.samples[row]);
    return out;
}

Result<std::vector<dataset::Fold>> foldsOf(const std::vector<std::string>& subjects,
                                           const SplitRequest& request) {
    if (request.kind == SplitKind::Folds)
        return dataset::subjectFolds(subjects, request.folds, request.drawing.seed);
    if (request.kind == SplitKind::Published)
        return dataset::publishedFolds(subjects, request.published);
    return dataset::leaveOneSubjectOut(subjects);
}

Result<SplitOutcome> splitIntoFolds(const dataset::Dataset& data, const SplitRequest& request) {
    const auto subjects = dataset::subjectsOfSamples(data);
    const auto folds = foldsOf(subjects, request);
    if (!folds)
        return Unexpected(folds.error());
    SplitOutcome out;
    out.headers = {words(QT_TRANSLATE_NOOP("SplitPlan", "Fold")),
                   words(QT_TRANSLATE_NOOP("SplitPlan", "Subjects tested")),
                   words(QT_TRANSLATE_NOOP("SplitPlan", "Rows tested")),
                   words(QT_TRANSLATE_NOOP("SplitPlan", "Rows trained on")),
                   words(QT_TRANSLATE_NOOP("SplitPlan", "Who is tested"))};
    out.csv = record({"fold", "set", "row", "subject", "film", "clip"});
    std::set<std::size_t> used;
    for (const auto& fold : *folds) {
        QStringList tested;
        for (const std::size_t i : fold.test())
            if (const auto id = QString::fromStdString(subjects[i]); !tested.contains(id))
                tested << id;
        out.lines.push_back(
            {{QString::fromStdString(fold.name()), number(std::size_t(tested.size())),
              number(fold.test().size()), number(fold.train().size()), tested.join(QStringLiteral(", "))},
             false});
        for (const auto& [set, items] :
             std::array{std::pair{"train", &fold.train()}, std::pair{"test", &fold.test()}})
            for (const std::size_t i : *items) {
                std::vector<std::string> cells{fold.name(), set};
                const auto name = naming(data.samples[i]);
                cells.insert(cells.end(), name.begin(), name.end());
                out.csv += record(cells);
                used.insert(i);
            }
    }
    out.summary = words(QT_TRANSLATE_NOOP("SplitPlan",
                                          "%1 folds of %2 rows; no subject stands on both sides of a fold."))
                      .arg(folds->size())
                      .arg(used.size());
    if (used.size() < data.samples.size())
        out.summary +=
            ' ' +
            words(QT_TRANSLATE_NOOP("SplitPlan", "Left out, because the lists do not name them: %1 rows."))
                .arg(data.samples.size() - used.size());
    return out;
}

QStringList cellsOf(const dataset::Stratum& stratum) {
    QStringList cells;
    for (const auto& value : stratum.values)
        cells << (value == dataset::kUnknownValue ? words(QT_TRANSLATE_NOOP("SplitPlan", "unknown"))
                                                  : QString::fromStdString(value));
    for (const auto count : {stratum.available, stratum.wanted, stratum.drawn, stratum.distinct})
        cells << QString::number(count);
    cells << QString::number(stratum.effective, 'f', 1);
    cells << (stratum.infeasible()
                  ? words(QT_TRANSLATE_NOOP("SplitPlan", "too few by %1")).arg(stratum.wanted - stratum.drawn)
                  : QString());
    return cells;
}

Result<SplitOutcome> drawSamples(const dataset::Dataset& data, const SplitRequest& request) {
    const auto& columns = request.drawing.strata;
    const auto drawn = request.kind == SplitKind::Balanced
                           ? dataset::balancedSubset(data, columns, request.drawing.seed)
                           : dataset::stratifiedSample(data, request.drawing);
    if (!drawn)
        return Unexpected(drawn.error());
    SplitOutcome out;
    for (const auto& column : columns)
        out.headers << QString::fromStdString(column);
    out.headers << words(QT_TRANSLATE_NOOP("SplitPlan", "Available"))
                << words(QT_TRANSLATE_NOOP("SplitPlan", "Wanted"))
                << words(QT_TRANSLATE_NOOP("SplitPlan", "Drawn"))
                << words(QT_TRANSLATE_NOOP("SplitPlan", "Different"))
                << words(QT_TRANSLATE_NOOP("SplitPlan", "Effective n")) << QString();
    for (const auto& stratum : drawn->strata)
        out.lines.push_back({cellsOf(stratum), stratum.infeasible()});
    for (const auto& stratum : drawn->empty) {
        QStringList cells = cellsOf(stratum);
        cells.back() = words(QT_TRANSLATE_NOOP("SplitPlan", "occurs in no row"));
        out.lines.push_back({cells, true});
    }
    out.summary =
        words(QT_TRANSLATE_NOOP("SplitPlan", "Rows drawn: %1 of %2. Strata: %3, with too few rows: %4, "
                                             "combinations that never occur: %5."))
            .arg(drawn->samples.size())
            .arg(data.samples.size())
            .arg(drawn->strata.size())
            .arg(drawn->infeasible().size())
            .arg(drawn->empty.size());
    std::map<std::size_t, int> times;
    for (const std::size_t i : drawn->samples)
        ++times[i];
    out.csv = record({"times", "row", "subject", "film", "clip"});
    for (const auto& [i, count] : times) {
        std::vector<std::string> cells{std::to_string(count)};
        const auto name = naming(data.samples[i]);
        cells.insert(cells.end(), name.begin(), name.end());
        out.csv += record(cells);
    }
    return out;
}

} // namespace

Result<SplitOutcome> makeSplit(const dataset::Dataset& data, const std::vector<std::size_t>& rows,
                               const SplitRequest& request) {
    if (rows.empty())
        return fail(
            ErrorCode::InvalidArgument,
            words(QT_TRANSLATE_NOOP("SplitPlan", "The filter shows no row; there is nothing to split."))
                .toStdString());
    const auto shown = part(data, rows);
    return request.drawsSamples() ? drawSamples(shown, request) : splitIntoFolds(shown, request);
}

QStringList stratumNames(const dataset::Dataset& data) {
    QStringList names{QStringLiteral("emotion"), QStringLiteral("type"), QStringLiteral("class"),
                      QStringLiteral("subject"), QStringLiteral("film")};
    for (const auto& subject : data.subjects)
        for (const auto& [name, value] : subject.demographics)
            if (const auto id = QString::fromStdString(name); !names.contains(id))
                names << id;
    return names;
}

} // namespace mien::ui
