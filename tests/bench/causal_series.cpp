// SPDX-License-Identifier: GPL-3.0-or-later
// What autocorrelation does to causal graphs, and what effective samples undo. Three tables, as markdown:
//   1. twelve independent AR(1) series; 2. the regions of real films, each shifted against the others in
//   time, so that what they share is only how they move by themselves; 3. series of twelve regions with
//   planted lagged causes.
//
//   causal_series [--tables N] [FILM …]
#include "core/base/rng.h"
#include "core/causal/discover.h"
#include "core/causal/effective_samples.h"
#include "core/pipeline/film_features.h"
#include "core/pipeline/region_table.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <set>

namespace {

using namespace mien;
using namespace mien::causal;

constexpr int kRegions = 12;
constexpr int kPairs = kRegions * (kRegions - 1) / 2;

int edgesOf(const Table& table, SampleSize size) {
    DiscoverOptions options;
    options.sampleSize = size;
    options.fci = FciOptions::fast();
    const auto found = discover(table, {}, options, {});
    return found ? found->result.graph.edgeCount() : -1;
}

Table namedTable(Eigen::Index rows) {
    Table table;
    for (int c = 0; c < kRegions; ++c)
        table.names.push_back("R" + std::to_string(c + 1));
    table.values = Eigen::MatrixXd::Zero(rows, kRegions);
    return table;
}

Table independentSeries(double phi, int rows, Rng& rng) {
    Table table = namedTable(rows);
    for (int c = 0; c < kRegions; ++c) {
        double value = rng.normal() / std::sqrt(1.0 - phi * phi);
        for (int r = 0; r < rows; ++r)
            table.values(r, c) = value = phi * value + rng.normal();
    }
    return table;
}

void autocorrelationTable(int tables) {
    fmt::print(
        "\nEdges left among 12 independent AR(1) series, of {} pairs, level 0.01, mean of {} tables\n\n"
        "| φ | rows | every row counted | effective samples |\n|---|---|---|---|\n",
        kPairs, tables);
    for (const double phi : {0.0, 0.5, 0.9, 0.97}) {
        for (const int rows : {1000, 10'000}) {
            double naive = 0.0;
            double corrected = 0.0;
            for (int i = 0; i < tables; ++i) {
                Rng rng(1000u * static_cast<unsigned>(i) + static_cast<unsigned>(rows) +
                        static_cast<unsigned>(100.0 * phi));
                const Table table = independentSeries(phi, rows, rng);
                naive += static_cast<double>(edgesOf(table, SampleSize::Rows)) / tables;
                corrected += static_cast<double>(edgesOf(table, SampleSize::Effective)) / tables;
            }
            fmt::print("| {} | {} | {:.2f} | {:.2f} |\n", phi, rows, naive, corrected);
        }
    }
}

/// Every column against the others by a shift of its own, at least a tenth of the film apart, in a circle.
Table shifted(const Table& table, Rng& rng) {
    Table out = table;
    out.runs.clear();
    std::vector<Eigen::Index> shifts;
    const auto least = table.rows() / 20;
    while (shifts.size() < static_cast<std::size_t>(kRegions)) {
        const auto shift = static_cast<Eigen::Index>(rng.below(static_cast<std::uint64_t>(table.rows())));
        const auto far = [&](Eigen::Index other) {
            const auto apart = std::abs(shift - other);
            return std::min(apart, table.rows() - apart) >= least;
        };
        if (std::all_of(shifts.begin(), shifts.end(), far))
            shifts.push_back(shift);
    }
    for (Eigen::Index c = 0; c < kRegions; ++c)
        for (Eigen::Index r = 0; r < table.rows(); ++r)
            out.values(r, c) = table.values((r + shifts[static_cast<std::size_t>(c)]) % table.rows(), c);
    return out;
}

void filmTable(const std::vector<std::string>& films, int tables) {
    fmt::print(
        "\nThe 12 regions of real films (movement in y, frame to frame; flow dis). As filmed: edges of {}. "
        "Shifted: each region against the others in time, mean of {} draws\n\n"
        "| film | rows | lag-1 autocorrelation | as filmed, every row | as filmed, effective | shifted, "
        "every row "
        "| shifted, effective |\n|---|---|---|---|---|---|---|\n",
        kPairs, tables);
    for (const auto& film : films) {
        pipeline::AnalyseOptions options;
        options.flow = "dis";
        const auto features = pipeline::filmFeatures(film, options, {});
        if (!features) {
            fmt::print("| {} | {} | | | | | |\n", film, features.error().sentence());
            continue;
        }
        for (const char* signal : {"movement", "position"}) {
            const Table table = pipeline::regionTable(features->series, {"y", signal});
            const auto prepared = prepare(table);
            if (!prepared)
                continue;
            double rho = 0.0;
            for (Eigen::Index c = 0; c < prepared->values.cols(); ++c)
                rho += autocorrelation(prepared->values.col(c), prepared->runs, 1)(1) /
                       static_cast<double>(prepared->values.cols());
            double naive = 0.0;
            double corrected = 0.0;
            for (int i = 0; i < tables; ++i) {
                Rng rng(static_cast<std::uint64_t>(i) + 1);
                const Table moved = shifted(table, rng);
                naive += static_cast<double>(edgesOf(moved, SampleSize::Rows)) / tables;
                corrected += static_cast<double>(edgesOf(moved, SampleSize::Effective)) / tables;
            }
            fmt::print("| {}, {} | {} | {:.2f} | {} | {} | {:.2f} | {:.2f} |\n",
                       std::filesystem::path(film).filename().string(), signal, table.rows(), rho,
                       edgesOf(table, SampleSize::Rows), edgesOf(table, SampleSize::Effective), naive,
                       corrected);
        }
    }
}

/// Which region moves which, one or two frames later.
struct Planted {
    struct Cause {
        int from, to, lag;
        double strength;
    };
    std::vector<Cause> causes;

    explicit Planted(Rng& rng) {
        for (int from = 0; from < kRegions; ++from)
            for (int to = 0; to < kRegions; ++to)
                if (from < to && rng.uniform() < 0.15)
                    causes.push_back({from, to, 1 + static_cast<int>(rng.below(2)),
                                      rng.uniform(0.2, 0.5) * (rng.below(2) == 0 ? 1.0 : -1.0)});
    }

    Table film(double phi, int frames, Rng& rng) const {
        constexpr int warmUp = 200;
        Table all = namedTable(frames + warmUp);
        for (int t = 2; t < frames + warmUp; ++t) {
            for (int c = 0; c < kRegions; ++c)
                all.values(t, c) = phi * all.values(t - 1, c) + rng.normal();
            for (const Cause& cause : causes)
                all.values(t, cause.to) += cause.strength * all.values(t - cause.lag, cause.from);
        }
        all.values = all.values.bottomRows(frames).eval();
        return all;
    }

    std::set<std::pair<int, int>> pairs() const {
        std::set<std::pair<int, int>> list;
        for (const Cause& cause : causes)
            list.emplace(cause.from, cause.to);
        return list;
    }
    /// Through others as well.
    std::set<std::pair<int, int>> ancestors() const {
        auto list = pairs();
        for (std::size_t before = 0; before != list.size();) {
            before = list.size();
            for (const auto& [a, b] : pairs())
                for (const auto& [c, d] : std::set(list))
                    if (b == c)
                        list.emplace(a, d);
        }
        return list;
    }
};

/// What a graph says of the regions, whatever the lag.
struct Said {
    std::set<std::pair<int, int>> directed; ///< i, j with an edge i --> j
    std::set<std::pair<int, int>> adjacent; ///< both ways
};

struct Score {
    int claimed = 0;
    int direct = 0;
    int ancestor = 0;
    int planted = 0;
    int unrelated = 0; ///< pairs without a common cause of which neither causes the other
    int falseEdges = 0;

    void add(const Said& said, const Planted& truth) {
        const auto& claims = said.directed;
        const auto pairs = truth.pairs();
        const auto above = truth.ancestors();
        claimed += static_cast<int>(claims.size());
        planted += static_cast<int>(pairs.size());
        for (const auto& claim : claims) {
            direct += pairs.contains(claim) ? 1 : 0;
            ancestor += above.contains(claim) ? 1 : 0;
        }
        for (int i = 0; i < kRegions; ++i) {
            for (int j = 0; j < i; ++j) {
                bool related = above.contains({i, j}) || above.contains({j, i});
                for (int c = 0; c < kRegions; ++c)
                    related = related || (above.contains({c, i}) && above.contains({c, j}));
                unrelated += related ? 0 : 1;
                falseEdges += !related && said.adjacent.contains({i, j}) ? 1 : 0;
            }
        }
    }
    std::string text() const {
        const auto share = [](int part, int whole) {
            return whole == 0 ? std::string("–") : fmt::format("{:.2f}", static_cast<double>(part) / whole);
        };
        return share(direct, claimed) + " / " + share(ancestor, claimed) + " / " + share(direct, planted) +
               " / " + fmt::format("{:.1f} %", 100.0 * falseEdges / std::max(1, unrelated));
    }
};

Said searched(const Table& table, int lags, SampleSize size) {
    DiscoverOptions options;
    options.lags = lags;
    options.sampleSize = size;
    options.fci = FciOptions::fast(); // nothing is latent here
    const auto found = discover(table, {}, options, {});
    Said said;
    if (!found)
        return said;
    const Pag& graph = found->result.graph;
    const auto regionOf = [&](int v) {
        return std::stoi(graph.names()[static_cast<std::size_t>(v)].substr(1)) - 1;
    };
    for (int i = 0; i < graph.size(); ++i)
        for (const int j : graph.neighbours(i))
            if (regionOf(i) != regionOf(j)) {
                said.adjacent.emplace(regionOf(i), regionOf(j));
                if (graph.isParent(i, j))
                    said.directed.emplace(regionOf(i), regionOf(j));
            }
    return said;
}

void plantedTable(int graphs) {
    fmt::print(
        "\nPlanted causes among 12 synthesised series at 25 frames a second: precision against the planted "
        "causes / precision when causes through others count / recall of planted causes / unrelated pairs "
        "with an edge, {} graphs each\n\n"
        "| φ | film | no lags, every row | no lags, effective | no lags, residual | 2 lags, every row | 2 "
        "lags, effective | 2 lags, residual |\n"
        "|---|---|---|---|---|---|---|---|\n",
        graphs);
    for (const double phi : {0.3, 0.9}) {
        for (const int seconds : {10, 30, 60, 300}) {
            std::vector<Score> scores(6);
            for (int g = 0; g < graphs; ++g) {
                Rng rng(77u + static_cast<unsigned>(g));
                const Planted truth(rng);
                const Table film = truth.film(phi, 25 * seconds, rng);
                std::size_t column = 0;
                for (const int lags : {0, 2})
                    for (const SampleSize size :
                         {SampleSize::Rows, SampleSize::Effective, SampleSize::Residual})
                        scores[column++].add(searched(film, lags, size), truth);
            }
            fmt::print("| {} | {} s |", phi, seconds);
            for (const Score& score : scores)
                fmt::print(" {} |", score.text());
            fmt::print("\n");
            std::fflush(stdout);
        }
    }
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Autocorrelation and causal graphs");
    int tables = 40;
    std::vector<std::string> films;
    app.add_option("--tables", tables, "draws a row");
    app.add_option("FILM", films);
    CLI11_PARSE(app, argc, argv);
    autocorrelationTable(tables);
    std::fflush(stdout);
    plantedTable(std::max(1, tables / 2));
    if (!films.empty())
        filmTable(films, tables);
    return 0;
}
