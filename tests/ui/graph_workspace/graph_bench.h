// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "support/ui_bench.h"
#include "ui/document/selection_model.h"
#include "ui/graph/pag_view.h"
#include "ui/graph_workspace/graph_controls.h"
#include "ui/graph_workspace/graph_source.h"
#include "ui/graph_workspace/graph_workspace.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/action_registry.h"
#include "ui/settings/settings.h"

namespace mien::test {

/// n independent rows of p variables: X1 → X2 → … with this weight, and every third variable on its own.
inline causal::Table chainTable(int p, int n, double weight, std::uint64_t seed) {
    Rng rng(seed);
    causal::Table table;
    for (int c = 0; c < p; ++c)
        table.names.push_back("X" + std::to_string(c + 1));
    table.values.resize(n, p);
    for (int r = 0; r < n; ++r)
        for (int c = 0; c < p; ++c)
            table.values(r, c) = rng.normal() + (c > 0 && c % 3 != 0 ? weight * table.values(r, c - 1) : 0.0);
    return table;
}

inline ui::GraphData dataOf(causal::Table table, int id) {
    auto shared = std::make_shared<const causal::Table>(std::move(table));
    return {id, [shared](const JobContext&) -> Result<causal::Table> { return *shared; }};
}

inline void writeTable(const QString& path, const causal::Table& table) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("the test's table could not be written");
    QStringList names;
    for (const auto& name : table.names)
        names << QString::fromStdString(name);
    file.write(names.join(',').toUtf8() + '\n');
    for (Eigen::Index r = 0; r < table.rows(); ++r) {
        QStringList cells;
        for (Eigen::Index c = 0; c < table.values.cols(); ++c)
            cells << QString::number(table.values(r, c), 'g', 17);
        file.write(cells.join(',').toUtf8() + '\n');
    }
}

/// Movement of 12 regions: the left mouth corner moves, the right one follows in the same frame, the rest is
/// noise. The displacement is the sum of the movements.
inline motion::FaceMotionSeries facialMotion(int frames, std::uint64_t seed) {
    Rng rng(seed);
    motion::FaceMotionSeries series;
    series.fps = 25.0;
    std::array<cv::Vec2f, motion::kRegionCount> place{};
    for (int t = 0; t < frames; ++t) {
        motion::FrameMotion frame;
        frame.frame = {t};
        frame.state = face::Scorability::Scorable;
        std::array<cv::Vec2f, motion::kRegionCount> step;
        for (auto& v : step)
            v = {static_cast<float>(0.01 * rng.normal()), static_cast<float>(0.01 * rng.normal())};
        step[10] += 0.9f * step[8];
        for (std::size_t r = 0; r < place.size(); ++r)
            place[r] += step[r];
        frame.displacement = place;
        series.frames.push_back(frame);
    }
    return series;
}

/// The workspace on a document of its own.
struct GraphBench {
    QTemporaryDir folder;
    ui::Settings settings{folder.filePath("settings.ini")};
    ui::ActionRegistry actions{settings};
    ui::ProjectDocument document;
    ui::SelectionModel selection;
    ui::JobList jobs;
    std::unique_ptr<ui::GraphWorkspace> made;

    GraphBench() {
        actions.add({"film.analyse", "Analysis", "Analyse"}, [this] { ++analyseAsked; });
        made = std::make_unique<ui::GraphWorkspace>(actions, settings, document, selection, jobs);
        made->resize(1100, 800);
        made->show();
    }
    ui::GraphWorkspace& workspace() { return *made; }

    void openFilm(int frames = 400, std::uint64_t seed = 1) {
        fillDocument(document, folder, frames);
        analysed(frames, seed);
    }
    void analysed(int frames, std::uint64_t seed) {
        auto analysis = std::make_shared<pipeline::Analysis>();
        analysis->series = facialMotion(frames, seed);
        document.analysis().setAnalysis(analysis);
    }
    bool shown() {
        return QTest::qWaitFor(
            [this] { return made->answer() && made->answer()->found && !made->engine().busy(); }, 30000);
    }
    bool complained() {
        return QTest::qWaitFor([this] { return !made->message().isEmpty() && !made->engine().busy(); },
                               10000);
    }

    int analyseAsked = 0;
};

} // namespace mien::test
