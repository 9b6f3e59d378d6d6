// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/matrices_page.h"

#include "core/causal/region_matrices.h"
#include "core/motion/regions.h"
#include "ui/graph/matrix_view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>

namespace mien::ui {
namespace {

/// The 12 regions in the order of the papers where the graph holds nothing else; else its own nodes.
std::vector<std::string> nodesOf(const causal::Pag& graph) {
    std::vector<std::string> regions;
    for (const auto& region : motion::regions())
        regions.emplace_back(region.name);
    const bool only = std::all_of(graph.names().begin(), graph.names().end(), [&](const auto& name) {
        return std::find(regions.begin(), regions.end(), name) != regions.end();
    });
    return only ? regions : graph.names();
}

} // namespace

MatricesPage::MatricesPage(QWidget* parent)
    : QWidget(parent),
      m_edges(new QComboBox),
      m_prior(new QComboBox),
      m_view(new graph::MatrixView),
      m_note(new QLabel) {
    setAccessibleName(tr("Matrices A, B and C"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 8, 6);
    head->setSpacing(8);
    const auto add = [&](const QString& name, const QString& tip, QComboBox* box) {
        auto* label = new QLabel(name);
        label->setProperty("faint", true);
        label->setBuddy(box);
        label->setToolTip(tip);
        box->setAccessibleName(name);
        box->setToolTip(tip);
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        head->addWidget(label);
        head->addWidget(box);
    };
    add(tr("A holds"), tr("Which edges of the graph become entries of A (Causal-Ex, Eq. 1)"), m_edges);
    for (const auto& [edges, text] : {std::pair(causal::MatrixEdges::Directed, tr("causes (→)")),
                                      {causal::MatrixEdges::Any, tr("every edge")},
                                      {causal::MatrixEdges::Confounded, tr("unmeasured causes (↔)")},
                                      {causal::MatrixEdges::Weighted, tr("weights by stability")}})
        m_edges->addItem(text, static_cast<int>(edges));
    add(tr("B from"), tr("Which regions belong together by the action units that were coded"), m_prior);
    head->addStretch(1);
    column->addLayout(head);
    column->addWidget(m_view, 1);
    m_note->setWordWrap(true);
    m_note->setProperty("faint", true);
    m_note->setContentsMargins(12, 4, 12, 8);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_note);
    connect(m_edges, &QComboBox::activated, this, &MatricesPage::present);
    connect(m_prior, &QComboBox::activated, this, &MatricesPage::present);
    const auto place = [this](int cell) {
        const auto& names = m_facts.graph.names();
        const auto found = std::find(names.begin(), names.end(), m_nodes[static_cast<std::size_t>(cell)]);
        return found == names.end() ? -1 : static_cast<int>(found - names.begin());
    };
    connect(m_view, &graph::MatrixView::edgeClicked, this, [this, place](int row, int column_) {
        const int a = place(row);
        const int b = place(column_);
        if (a >= 0 && b >= 0 && a != b)
            emit pairChosen(std::min(a, b), std::max(a, b));
    });
    connect(m_view, &graph::MatrixView::nodeClicked, this, [this, place](int node) {
        if (const int own = place(node); own >= 0)
            emit nodeChosen(own);
    });
}

void MatricesPage::setFacts(const GraphFacts& facts) {
    m_facts = facts;
    fillPriors();
    present();
}

void MatricesPage::fillPriors() {
    const QSignalBlocker quiet(m_prior);
    const QString before = m_prior->currentText();
    m_found = m_priors ? m_priors() : std::vector<PriorSource>{};
    m_prior->clear();
    for (const auto& prior : m_found)
        m_prior->addItem(prior.name);
    if (m_found.empty())
        m_prior->addItem(tr("nothing coded yet"));
    m_prior->setEnabled(!m_found.empty());
    m_prior->setCurrentIndex(std::max(0, m_prior->findText(before)));
}

void MatricesPage::select(int node, int a, int b) {
    const auto cell = [this](int own) {
        if (own < 0 || own >= m_facts.graph.size())
            return -1;
        const auto found =
            std::find(m_nodes.begin(), m_nodes.end(), m_facts.graph.names()[static_cast<std::size_t>(own)]);
        return found == m_nodes.end() ? -1 : static_cast<int>(found - m_nodes.begin());
    };
    const QSignalBlocker quiet(m_view);
    m_view->setSelection(node >= 0 ? graph::Selection::ofNode(cell(node))
                         : a >= 0  ? graph::Selection::ofPair(cell(a), cell(b))
                                   : graph::Selection{});
}

void MatricesPage::present() {
    std::vector<graph::HeatMap> maps;
    QStringList notes;
    m_nodes = nodesOf(m_facts.graph);
    if (m_facts.graph.size() == 0) {
        m_view->setMatrices({}, {});
        m_note->clear();
        return;
    }
    const auto edges = static_cast<causal::MatrixEdges>(m_edges->currentData().toInt());
    const auto a = causal::edgeMatrix(m_facts.graph, m_nodes, {edges}, m_facts.stability.get());
    const auto b = [&]() -> Result<Eigen::MatrixXd> {
        const auto at = static_cast<std::size_t>(std::max(0, m_prior->currentIndex()));
        if (m_nodes.size() != static_cast<std::size_t>(motion::kRegionCount))
            return fail(ErrorCode::Unsupported,
                        tr("A prior B exists for the 12 facial regions alone.").toStdString());
        if (at >= m_found.size())
            return fail(ErrorCode::NotFound,
                        tr("B needs coded action units: open the table of a dataset in the "
                           "Data workspace, or code events.")
                            .toStdString());
        return m_found[at].make();
    }();
    if (a)
        maps.push_back({tr("A: the graph"), tr("row causes column"), *a, 1.0});
    else
        notes << (edges == causal::MatrixEdges::Weighted && !m_facts.stability
                      ? tr("Weights need the stability of the edges: press “Check stability”.")
                      : QString::fromStdString(a.error().sentence()));
    if (b)
        maps.push_back({tr("B: the prior"), tr("coded together, share of the row"), *b, std::nullopt});
    else
        notes << QString::fromStdString(b.error().sentence());
    if (a && b) {
        if (const auto c = causal::combined(*a, *b))
            maps.push_back(
                {tr("C = A + B, rows normalised"), tr("what the network is given"), *c, std::nullopt});
        else
            notes << QString::fromStdString(c.error().sentence());
    }
    m_view->setMatrices(m_nodes, std::move(maps));
    notes << degreesText();
    m_note->setText(notes.join('\n'));
}

QString MatricesPage::degreesText() const {
    const auto essential = causal::essentialNodes(m_facts.graph);
    const auto degrees = causal::outDegrees(m_facts.graph, m_facts.stability.get());
    const auto labels = labelsOf(m_facts.graph);
    if (essential.noDirectedEdge)
        return tr(
            "No edge is directed for certain, so no region is the one that drives the others (E_f of Eq. 6 "
            "is empty).");
    QStringList names;
    for (const int node : essential.nodes)
        names << labels[node];
    QString text =
        tr("Causes most others for certain (E_f of Eq. 6): %1, %n of them.", nullptr, essential.outDegree)
            .arg(names.join(QStringLiteral(", ")));
    if (m_facts.stability && essential.nodes.size() == 1) {
        const auto& degree = degrees[static_cast<std::size_t>(essential.nodes.front())];
        if (degree.interval)
            text += ' ' + tr("In 95 % of the resampled graphs between %1 and %2; it leads in %3 % of them.")
                              .arg(degree.interval->first)
                              .arg(degree.interval->second)
                              .arg(qRound(100.0 * degree.leads));
    }
    return text;
}

QString MatricesPage::note() const {
    return m_note->text();
}

} // namespace mien::ui
