// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/edge_rows.h"
#include "ui/graph_workspace/graph_engine.h"
#include "ui/graph_workspace/lag_correlation.h"
#include "ui/jobs/job.h"

#include <QWidget>

class QCustomPlot;
class QLabel;

namespace mien::ui {

using LagsPtr = std::shared_ptr<const LagCorrelation>;

/// What is selected, in words; of a pair how its two series go together over time.
class DetailCard : public QWidget {
    Q_OBJECT
public:
    explicit DetailCard(QWidget* parent = nullptr);

    /// `secondsPerRow`: 0 where the rows are no series in time.
    void setData(TablePtr table, double secondsPerRow);
    void showNothing();
    void showNode(const GraphFacts& facts, int node);
    void showPair(const GraphFacts& facts, int a, int b);

    /// Null where no pair is selected.
    const LagsPtr& correlation() const { return m_correlation; }
    QString sentence() const;

signals:
    void computed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void correlate(const std::string& first, const std::string& second, double samples);
    void draw();
    QString lagText() const;

    TablePtr m_table;
    double m_secondsPerRow = 0.0;
    QString m_first, m_second; ///< labels of the pair
    LagsPtr m_correlation;
    std::unique_ptr<Job<LagsPtr>> m_job;
    QLabel *m_heading, *m_words, *m_lags;
    QCustomPlot* m_plot;
};

} // namespace mien::ui
