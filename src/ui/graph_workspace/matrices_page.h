// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/graph/scene.h"
#include "ui/graph_workspace/edge_rows.h"

#include <Eigen/Core>

#include <QWidget>

class QComboBox;
class QLabel;

namespace mien::ui {

namespace graph {
class MatrixView;
}

/// A prior B that may stand beside A: which regions belong together by the action units of coded rows.
struct PriorSource {
    QString name;                                  ///< "CASME II, without subject 03", "your events"
    std::function<Result<Eigen::MatrixXd>()> make; ///< over motion::regions(), rows normalised; quick
};

/// Causal-Ex's matrices side by side: A from the graph, the prior B, and C made of both.
class MatricesPage : public QWidget {
    Q_OBJECT
public:
    explicit MatricesPage(QWidget* parent = nullptr);

    /// Which priors there are; asked when the graph changes.
    void setPriors(std::function<std::vector<PriorSource>()> priors) { m_priors = std::move(priors); }
    void setFacts(const GraphFacts& facts);
    void select(int node, int a, int b);
    graph::MatrixView& view() { return *m_view; }
    QComboBox& edgesOfA() { return *m_edges; }
    QComboBox& priorOfB() { return *m_prior; }
    /// What is said below: out-degrees, and why a matrix is missing.
    QString note() const;

signals:
    void pairChosen(int a, int b); ///< nodes of the graph
    void nodeChosen(int node);

private:
    void fillPriors();
    void present();
    QString degreesText() const;

    std::function<std::vector<PriorSource>()> m_priors;
    std::vector<PriorSource> m_found;
    GraphFacts m_facts;
    std::vector<std::string> m_nodes; ///< of the matrices; the 12 regions where the graph is of them
    QComboBox *m_edges, *m_prior;
    graph::MatrixView* m_view;
    QLabel* m_note;
};

} // namespace mien::ui
