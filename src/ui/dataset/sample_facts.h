// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/facs_code.h"
#include "core/dataset/dataset.h"

#include <QString>
#include <QStringList>

#include <map>
#include <memory>
#include <vector>

namespace mien::ui {

using DatasetPtr = std::shared_ptr<const dataset::Dataset>;

/// One row of a dataset as the browser shows, finds and counts it; made once a table.
struct SampleFacts {
    QString subject, clip, film, emotion, actionUnits;
    QString type; ///< "micro", "macro" or empty, as nameOf
    std::optional<double> durationMs;
    annotation::FacsCode code;
    std::vector<int> units; ///< numbers of the units that may be there, ascending
    QStringList checks;     ///< ids of the checks that found something in this row
    bool hasFilm = false;
    /// What else people may be grouped by: demographics as given, self-report, objective class; what the
    /// table does not say is absent.
    std::map<QString, QString> strata;
};

std::vector<SampleFacts> factsOf(const dataset::Dataset& data);

} // namespace mien::ui
