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

/// What folds are made of, whether rows of tables or labelled films.
struct Items {
    std::vector<std::string> subjects;
    std::vector<std::string> datasets;           ///< of CrossDataset: one name an item
    std::vector<std::vector<std::string>> names; ///< row, subject, film, clip
};

void addSamples(const dataset::Dataset& data, const std::string& name, Items& items) {
    const auto subjects = dataset::subjectsOfSamples(data);
    items.subjects.insert(items.subjects.end(), subjects.begin(), subjects.end());
    items.datasets.insert(items.datasets.end(), subjects.size(), name);
    for (const auto& sample : data.samples)
        items.names.push_back(naming(sample));
}

Items itemsOf(const dataset::Dataset& data) {
    Items items;
    if (!data.samples.empty()) {
        addSamples(data, data.name, items);
        return items;
    }
    items.subjects = dataset::subjectsOfFrameLabels(data);
    for (const auto& labels : data.frameLabels)
        items.names.push_back({std::to_string(items.names.size() + 1), labels.subject, labels.film, {}});
    return items;
}

/// The samples of `rows` as a dataset of their own.
dataset::Dataset part(const dataset::Dataset& data, const std::vector<std::size_t>& rows) {
    dataset::Dataset out;
    out.name = data.name;
    out.layout = data.layout;
    out.subjects = data.subjects;
    for (const std::size_t row : rows)
        out.samples.push_back(data.samples[row]);
    if (data.samples.empty())
        out.frameLabels = data.frameLabels;
    return out;
}

/// The same name twice would make two datasets one.
std::string ownName(const std::string& name, const std::vector<std::string>& taken) {
    std::string out = name;
    for (int i = 2; std::find(taken.begin(), taken.end(), out) != taken.end(); ++i)
        out = fmt::format("{} ({})", name, i);
    return out;
}

Result<Items> crossItems(const dataset::Dataset& data, const SplitRequest& request) {
    Items items;
    if (request.datasetColumn.empty()) {
        addSamples(data, data.name, items);
        std::vector<std::string> taken{data.name};
        for (const auto& other : request.others) {
            taken.push_back(ownName(other->name, taken));
            addSamples(*other, taken.back(), items);
        }
        return items;
    }
    const auto column = dataset::stratumColumn(request.datasetColumn);
    if (!column)
        return Unexpected(column.error());
    addSamples(data, {}, items);
    for (std::size_t i = 0; i < data.samples.size(); ++i) {
        bool found = false;
        items.datasets[i] = dataset::valueOf(data, data.samples[i], *column, found);
        if (items.datasets[i] == dataset::kUnknownValue)
            return fail(ErrorCode::InvalidArgument,
                        words(QT_TRANSLATE_NOOP("SplitPlan",
                                                "Row %1 does not say in “%2” which dataset it belongs to; "
                                                "filter such rows out."))
                            .arg(data.samples[i].row)
                            .arg(QString::fromStdString(request.datasetColumn))
                            .toStdString());
    }
    return items;
}

Result<std::vector<dataset::Fold>> foldsOf(const Items& items, const SplitRequest& request) {
    switch (request.kind) {
    case SplitKind::Folds:
        return dataset::subjectFolds(items.subjects, request.folds, request.drawing.seed);
    case SplitKind::Published:
        return dataset::publishedFolds(items.subjects, request.published);
    case SplitKind::CrossDataset:
        return dataset::crossDatasetFolds(items.subjects, items.datasets, request.samePeople);
    default:
        return dataset::leaveOneSubjectOut(items.subjects);
    }
}

/// Rows of the dataset trained on that are left out, because their subject is tested.
std::size_t leftOut(const dataset::Fold& fold, const Items& items) {
    const auto of = [&](const std::string& set) {
        return static_cast<std::size_t>(std::count(items.datasets.begin(), items.datasets.end(), set));
    };
    if (fold.train().empty()) // then every row of it is; its name is known by the fold's alone
        return of(fold.name().substr(0, fold.name().find(" → ")));
    return of(items.datasets[fold.train().front()]) - fold.train().size();
}

Result<SplitOutcome> splitIntoFolds(const dataset::Dataset& data, const SplitRequest& request) {
    const bool cross = request.kind == SplitKind::CrossDataset;
    const auto items = cross ? crossItems(data, request) : Result<Items>(itemsOf(data));
    if (!items)
        return Unexpected(items.error());
    const auto folds = foldsOf(*items, request);
    if (!folds)
        return Unexpected(folds.error());
    SplitOutcome out;
    out.headers = {words(QT_TRANSLATE_NOOP("SplitPlan", "Fold")),
                   words(QT_TRANSLATE_NOOP("SplitPlan", "Subjects tested")),
                   words(QT_TRANSLATE_NOOP("SplitPlan", "Rows tested")),
                   words(QT_TRANSLATE_NOOP("SplitPlan", "Rows trained on")),
                   words(QT_TRANSLATE_NOOP("SplitPlan", "Who is tested"))};
    std::vector<std::string> heading{"fold", "set", "row", "subject", "film", "clip"};
    if (cross)
        heading.insert(heading.begin() + 2, "dataset");
    out.csv = record(heading);
    std::set<std::size_t> used;
    std::size_t shared = 0;
    for (const auto& fold : *folds) {
        QStringList tested;
        for (const std::size_t i : fold.test())
            if (const auto id = QString::fromStdString(items->subjects[i]); !tested.contains(id))
                tested << id;
        shared += cross ? leftOut(fold, *items) : 0;
        out.lines.push_back(
            {{QString::fromStdString(fold.name()), number(std::size_t(tested.size())),
              number(fold.test().size()), number(fold.train().size()), tested.join(QStringLiteral(", "))},
             fold.train().empty()});
        for (const auto& [set, members] :
             std::array{std::pair{"train", &fold.train()}, std::pair{"test", &fold.test()}})
            for (const std::size_t i : *members) {
                std::vector<std::string> cells{fold.name(), set};
                if (cross)
                    cells.push_back(items->datasets[i]);
                cells.insert(cells.end(), items->names[i].begin(), items->names[i].end());
                out.csv += record(cells);
                used.insert(i);
            }
    }
    out.summary = words(QT_TRANSLATE_NOOP("SplitPlan",
                                          "%1 folds of %2 rows; no subject stands on both sides of a fold."))
                      .arg(folds->size())
                      .arg(used.size());
    if (request.kind == SplitKind::Published && used.size() < items->subjects.size())
        out.summary +=
            ' ' +
            words(QT_TRANSLATE_NOOP("SplitPlan", "Left out, because the lists do not name them: %1 rows."))
                .arg(items->subjects.size() - used.size());
    if (shared > 0)
        out.summary += ' ' + words(QT_TRANSLATE_NOOP("SplitPlan", "Left out of training, because both "
                                                                  "datasets have their subject: %1 rows."))
                                 .arg(shared);
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
    const bool labelsOnly = data.samples.empty() && !data.frameLabels.empty();
    if (labelsOnly && (request.drawsSamples() || request.kind == SplitKind::CrossDataset))
        return fail(ErrorCode::InvalidArgument,
                    words(QT_TRANSLATE_NOOP("SplitPlan", "Labels of frames are split by subjects only."))
                        .toStdString());
    if (rows.empty() && !labelsOnly)
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
