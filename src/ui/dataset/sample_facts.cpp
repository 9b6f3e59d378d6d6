// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/sample_facts.h"

#include <map>

namespace mien::ui {

std::vector<SampleFacts> factsOf(const dataset::Dataset& data) {
    std::map<std::int64_t, QStringList> checks;
    for (const auto& finding : data.report.findings) {
        auto& row = checks[finding.row];
        if (const auto id = QString::fromStdString(finding.check); !row.contains(id))
            row << id;
    }
    std::vector<SampleFacts> out;
    out.reserve(data.samples.size());
    for (const auto& sample : data.samples) {
        SampleFacts facts;
        facts.subject = QString::fromStdString(sample.subject);
        facts.clip = QString::fromStdString(sample.clip);
        facts.film = QString::fromStdString(sample.film);
        facts.emotion = QString::fromStdString(sample.emotion);
        facts.actionUnits = QString::fromStdString(sample.actionUnits);
        if (sample.type) {
            const auto name = annotation::nameOf(*sample.type);
            facts.type = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        }
        if (const auto seconds = sample.durationS())
            facts.durationMs = *seconds * 1000.0;
        facts.code = annotation::FacsCode::parse(sample.actionUnits);
        facts.units = facts.code.possible();
        if (const auto found = checks.find(sample.row); found != checks.end())
            facts.checks = found->second;
        facts.hasFilm = !sample.media.empty();
        if (const auto* subject = data.subject(sample.subject))
            for (const auto& [name, value] : subject->demographics)
                facts.strata.emplace(QString::fromStdString(name), QString::fromStdString(value));
        if (!sample.selfReport.empty())
            facts.strata.emplace(QStringLiteral("self-report"), QString::fromStdString(sample.selfReport));
        if (!sample.objectiveClass.empty())
            facts.strata.emplace(QStringLiteral("objective class"),
                                 QString::fromStdString(sample.objectiveClass));
        out.push_back(std::move(facts));
    }
    return out;
}

} // namespace mien::ui
