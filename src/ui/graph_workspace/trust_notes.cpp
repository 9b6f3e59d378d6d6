// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/trust_notes.h"

#include "core/causal/legality.h"
#include "ui/graph_workspace/edge_rows.h"
#include "ui/settings/theme.h"

#include <QCoreApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr double kFewSamples = 30.0;     ///< as causal::discover() warns
constexpr double kModestSamples = 100.0; ///< partial correlations below about 0.26 are missed at 0.01
constexpr double kMostlyConnected = 0.6; ///< share of all pairs
constexpr int kFewestToCount = 4;        ///< variables, for that share to say something
constexpr double kDependentRows = 1.5;   ///< rows for each effective sample, from which they are a series

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrustNotes)
};

/// As causal::prepare() says it, in the language of the window.
QString reasonText(const std::string& reason) {
    constexpr std::string_view repeats = "repeats ";
    if (reason == "is constant")
        return Words::tr("is constant");
    if (reason == "has no values")
        return Words::tr("has no values");
    if (reason.starts_with(repeats))
        return Words::tr("repeats %1").arg(labelsOf(causal::Pag({reason.substr(repeats.size())})).front());
    if (reason == "is a sum of multiples of other columns")
        return Words::tr("is a sum of multiples of other variables");
    return QString::fromStdString(reason);
}

class Notes {
public:
    Notes(const GraphAnswer& answer, const causal::Stability* stability, double least)
        : m_answer(answer), m_found(*answer.found), m_stability(stability), m_least(least) {}

    std::vector<TrustNote> all() {
        samples();
        stability();
        setAside();
        legality();
        density();
        limits();
        rest();
        std::stable_sort(m_notes.begin(), m_notes.end(),
                         [](const auto& a, const auto& b) { return a.weight > b.weight; });
        return std::move(m_notes);
    }

private:
    void warn(const QString& text) { m_notes.push_back({TrustNote::Weight::Warning, text}); }
    void note(const QString& text) { m_notes.push_back({TrustNote::Weight::Note, text}); }

    void samples() {
        const QString rows = rowsText(m_found.rows, m_answer.request.data.film);
        const auto size = m_answer.request.parameters.sampleSize;
        if (size == causal::SampleSize::Given)
            return note(Words::tr("Counted as %1 independent samples, as you said (of %2).")
                            .arg(m_answer.request.parameters.givenSamples)
                            .arg(rows));
        if (size == causal::SampleSize::Rows) {
            if (rowsDependOnOneAnother())
                warn(Words::tr("Every row is counted as an independent sample, and these rows follow one "
                               "another: most edges here may be false. Choose effective samples."));
            else
                note(Words::tr("Every row is counted as an independent sample."));
            return;
        }
        const int fewest = static_cast<int>(m_found.fewestSamples);
        if (m_found.fewestSamples < kFewSamples)
            warn(Words::tr("Some pairs are worth only %1 independent samples (of %2): that an edge is "
                           "missing says next to nothing.")
                     .arg(fewest)
                     .arg(rows));
        else if (m_found.fewestSamples < kModestSamples)
            note(Words::tr("Some pairs are worth only %1 independent samples (of %2): weak links are "
                           "missed.")
                     .arg(fewest)
                     .arg(rows));
    }

    bool rowsDependOnOneAnother() const { return m_answer.table && !m_answer.table->runs.empty(); }

    void stability() {
        const auto edges = m_found.result.graph.edges();
        if (m_stability == nullptr || edges.empty())
            return;
        int unstable = 0;
        int openEnds = 0;
        for (const auto& edge : edges) {
            const auto& pair = m_stability->at(edge.a, edge.b);
            if (pair.adjacent() < m_least)
                ++unstable;
            else if (pair.of(edge.atA, edge.atB) < m_least)
                ++openEnds;
        }
        const int all = static_cast<int>(edges.size());
        const int percent = qRound(100.0 * m_least);
        if (unstable > 0)
            warn(Words::tr("%1 of %2 edges come up in fewer than %3 % of the resampled graphs: they are "
                           "drawn faint and may be chance.")
                     .arg(unstable)
                     .arg(all)
                     .arg(percent));
        if (openEnds > 0)
            note(Words::tr("%1 of %2 edges are there in most resampled graphs, but with other ends: which "
                           "way they point is unsure.")
                     .arg(openEnds)
                     .arg(all));
    }

    void setAside() {
        for (const auto& one : m_found.setAside) {
            causal::Pag named({one.name});
            warn(Words::tr("%1 was set aside: it %2.").arg(labelsOf(named).front(), reasonText(one.reason)));
        }
        if (m_found.rowsWithGaps > 0)
            note(Words::tr("%n row(s) lack values; each test used those that have its own variables.",
                           nullptr, static_cast<int>(m_found.rowsWithGaps)));
        if (m_answer.traits.codes && m_answer.request.parameters.test == causal::TestKind::FisherZ &&
            !m_answer.request.data.film)
            note(Words::tr("The columns look like codes: a test of categories (More) may fit them better."));
        if (m_found.rowsDropped > 0)
            note(Words::tr("%n row(s) with a missing value were left out.", nullptr,
                           static_cast<int>(m_found.rowsDropped)));
    }

    void legality() {
        const auto wrong = causal::contradictions(m_found.result.graph);
        if (wrong.empty())
            return;
        QString text =
            Words::tr("The graph contradicts itself: tests on few data disagreed with one another.");
        text += ' ' + QString::fromStdString(wrong.front());
        if (wrong.size() > 1)
            text += ' ' + Words::tr("(and %n more)", nullptr, static_cast<int>(wrong.size()) - 1);
        warn(text);
    }

    void density() {
        const auto& graph = m_found.result.graph;
        const double pairs = 0.5 * graph.size() * (graph.size() - 1);
        if (graph.size() >= kFewestToCount && graph.edgeCount() > kMostlyConnected * pairs)
            warn(Words::tr("Nearly everything hangs together (%1 of %2 pairs): something that moves all "
                           "variables, such as the head, may be behind it.")
                     .arg(graph.edgeCount())
                     .arg(pairs));
    }

    void limits() {
        const auto& limits = m_found.result.limits;
        if (m_answer.refining)
            note(Words::tr("Quick answer; the complete one is being searched in the background."));
        else if (limits.possibleDSepBudget || limits.possibleDSepDepth)
            note(Words::tr("The search met its limits: edges may be left that a complete one takes away."));
        if (m_answer.request.parameters.algorithm == causal::Algorithm::Rfci)
            note(Words::tr("RFCI is as careful in what it claims, but may keep edges that FCI takes away."));
        else if (limits.noPossibleDSep)
            note(Words::tr("The fast search leaves a phase out: edges may be left that should go."));
        if (limits.skeletonDepth)
            note(Words::tr("The depth kept some questions from being asked: claims are weaker, none is "
                           "wrong for it."));
    }

    void rest() {
        const auto ambiguous = m_found.result.ambiguous.all().size();
        if (ambiguous > 0)
            note(Words::tr("%n place(s) where the tests disagree whether two causes meet were left open.",
                           nullptr, static_cast<int>(ambiguous)));
        const auto notDone = m_found.result.skeleton.notDone + m_found.result.possibleDSep.notDone;
        if (notDone > 0)
            note(Words::tr("%n test(s) could not be done for want of samples; they take no edge away.",
                           nullptr, static_cast<int>(notDone)));
        for (const auto& sentence : m_found.result.warnings)
            if (sentence.find("knowledge forbids") != std::string::npos)
                warn(QString::fromStdString(sentence));
    }

    const GraphAnswer& m_answer;
    const causal::Discovery& m_found;
    const causal::Stability* m_stability;
    double m_least;
    std::vector<TrustNote> m_notes;
};

} // namespace

QString rowsText(Eigen::Index rows, bool film) {
    return film && rows % 2 == 0 ? Words::tr("2 × %1 movements, sideways and upwards").arg(rows / 2)
                                 : Words::tr("%n row(s)", nullptr, static_cast<int>(rows));
}

std::vector<TrustNote> trustNotes(const GraphAnswer& answer, const causal::Stability* stability,
                                  double leastStability) {
    return answer.found ? Notes(answer, stability, leastStability).all() : std::vector<TrustNote>{};
}

TrustView::TrustView(QWidget* parent) : QWidget(parent), m_text(new QLabel) {
    setAccessibleName(tr("How far to trust this graph"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 8);
    column->setSpacing(4);
    auto* heading = new QLabel(tr("How far to trust it"));
    heading->setProperty("heading", true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(heading);
    column->addWidget(m_text);
    setNotes({});
}

void TrustView::setNotes(const std::vector<TrustNote>& notes) {
    m_notes = notes;
    const Tones tones = tonesOf(themeOf(palette()));
    QStringList lines;
    for (const TrustNote& one : notes) {
        const bool grave = one.weight == TrustNote::Weight::Warning;
        lines << QStringLiteral("<p style='margin:0 0 5px 0'><span style='color:%1'>%2</span> %3</p>")
                     .arg((grave ? tones.warning : tones.faint).name(), grave ? "▲" : "•",
                          one.text.toHtmlEscaped());
    }
    m_text->setText(lines.isEmpty() ? tr("Nothing speaks against it. It is about these frames alone.")
                                    : lines.join(QString()));
}

} // namespace mien::ui
