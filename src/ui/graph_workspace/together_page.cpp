// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/together_page.h"

#include "core/causal/independence_test.h"
#include "ui/graph/pag_view.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr double kFaintest = 0.02; ///< of lines: categories may depend on one another without any |r|

/// |r| over the rows that have both.
double strength(const Eigen::MatrixXd& standardised, int a, int b) {
    double sum = 0.0, first = 0.0, second = 0.0;
    for (Eigen::Index row = 0; row < standardised.rows(); ++row) {
        const double x = standardised(row, a), y = standardised(row, b);
        if (std::isnan(x) || std::isnan(y))
            continue;
        sum += x * y;
        first += x * x;
        second += y * y;
    }
    const double most = std::sqrt(first * second);
    return most > 0.0 ? std::clamp(std::abs(sum) / most, kFaintest, 1.0) : kFaintest;
}

} // namespace

TogetherPage::TogetherPage(QWidget* parent)
    : QWidget(parent), m_picture(new graph::PagView), m_note(new QLabel) {
    setAccessibleName(tr("What moves together"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_picture, 1);
    m_note->setWordWrap(true);
    m_note->setProperty("faint", true);
    m_note->setContentsMargins(12, 4, 12, 8);
    column->addWidget(m_note);
    connect(m_picture, &graph::PagView::selectionChanged, this, [this] {
        const auto& what = m_picture->selection();
        if (what.isNode())
            emit nodeChosen(what.node);
        else if (what.isPair())
            emit pairChosen(what.a, what.b);
    });
}

void TogetherPage::clear() {
    m_job.reset();
    m_answer = {};
    m_picture->setGraph({});
    m_note->clear();
}

Result<TogetherPage::TogetherPtr> TogetherPage::pairsOf(const causal::SearchData& data, double alpha) {
    auto out = std::make_shared<Together>();
    const auto test = data.test(alpha);
    if (!test)
        return Unexpected(test.error());
    const auto session = (*test)->session();
    out->names = data.names();
    const auto size = static_cast<int>(out->names.size());
    out->weights = Eigen::MatrixXd::Zero(size, size);
    for (int a = 0; a < size; ++a)
        for (int b = a + 1; b < size; ++b)
            if (session->decide(a, b, {}).verdict == causal::Verdict::Dependent)
                out->weights(a, b) = out->weights(b, a) = strength(data.prepared().values, a, b);
    return out;
}

void TogetherPage::setAnswer(const GraphAnswer& answer) {
    if (m_answer.found == answer.found)
        return;
    m_answer = answer;
    m_job = std::make_unique<Job<TogetherPtr>>(
        tr("What moves together"), [answer](const JobContext&) -> Result<TogetherPtr> {
            return pairsOf(*answer.data, answer.request.parameters.alpha);
        });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        if (const auto& together = m_job->result())
            present(**together);
    });
    m_job->start();
}

void TogetherPage::present(const Together& together) {
    auto content = graph::coOccurrence(together.names, together.weights, 0.0);
    const int pairs = static_cast<int>(content.edges.size());
    const auto& graph = m_answer.found->result.graph;
    int explained = 0;
    for (const auto& edge : content.edges)
        if (edge.a < graph.size() && edge.b < graph.size() && !graph.adjacent(edge.a, edge.b))
            ++explained;
    m_picture->setGraph(std::move(content));
    m_note->setText(tr("%n pair(s) move together beyond chance (α = %1).", nullptr, pairs)
                        .arg(m_answer.request.parameters.alpha) +
                    ' ' +
                    tr("%n of them have no edge in the causal graph: others explain why they go together.",
                       nullptr, explained));
    emit computed();
}

void TogetherPage::select(int node, int a, int b) {
    const QSignalBlocker quiet(m_picture);
    const int most = static_cast<int>(m_picture->content().nodes.size());
    m_picture->setSelection(node >= 0 && node < most          ? graph::Selection::ofNode(node)
                            : a >= 0 && std::max(a, b) < most ? graph::Selection::ofPair(a, b)
                                                              : graph::Selection{});
}

QString TogetherPage::note() const {
    return m_note->text();
}

} // namespace mien::ui
