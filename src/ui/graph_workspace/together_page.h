// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/graph_engine.h"
#include "ui/jobs/job.h"

#include <QWidget>

class QLabel;

namespace mien::ui {

namespace graph {
class PagView;
}

/// What merely moves together, for contrast: each pair whose correlation is beyond chance at the same level,
/// as wide as it is strong. It says nothing of causes (left half of Causal-Ex's figure 1).
class TogetherPage : public QWidget {
    Q_OBJECT
public:
    explicit TogetherPage(QWidget* parent = nullptr);

    void setAnswer(const GraphAnswer& answer);
    void clear();
    void select(int node, int a, int b); ///< nodes of the causal graph
    graph::PagView& picture() { return *m_picture; }
    QString note() const;

signals:
    void computed();
    void pairChosen(int a, int b);
    void nodeChosen(int node);

private:
    struct Together {
        std::vector<std::string> names;
        Eigen::MatrixXd weights; ///< |r|; 0 where it is not beyond chance
    };
    using TogetherPtr = std::shared_ptr<const Together>;
    static Result<TogetherPtr> pairsOf(const causal::SearchData& data, double alpha);
    void present(const Together& together);

    GraphAnswer m_answer;
    std::unique_ptr<Job<TogetherPtr>> m_job;
    graph::PagView* m_picture;
    QLabel* m_note;
};

} // namespace mien::ui
