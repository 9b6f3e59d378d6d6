// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/graph_controls.h"

#include "ui/graph_workspace/graph_words.h"
#include "ui/graph_workspace/more_controls.h"
#include "ui/settings/icons.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

namespace mien::ui {
namespace {

constexpr int kMostDepth = 6; ///< the slider's last step means "no limit"
constexpr int kPercent = 100;
constexpr double kHalf = 0.5; ///< of the resampled graphs, as delivered

} // namespace

GraphControls::GraphControls(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("How the graph is searched"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    m_alpha = slider(tr("Level α"),
                     tr("A pair keeps its edge unless a test finds it independent at this level. Smaller: "
                        "fewer edges, and more that were missed."),
                     0, static_cast<int>(alphaSteps().size()) - 1, m_alphaText);
    m_depth = slider(tr("Depth"),
                     tr("How many other variables may explain a pair away at once. A limit leaves the claims "
                        "weaker, never wrong."),
                     0, kMostDepth + 1, m_depthText);
    m_lags = slider(tr("Lags"),
                    tr("Follow every variable over so many frames: what moves first can then be told from "
                       "what follows."),
                    0, kMostLags, m_lagsText);
    m_stability =
        slider(tr("Stability"), tr("Edges that fewer of the resampled graphs have are drawn faint."), 0,
               kPercent, m_stabilityText);
    m_stability->setPageStep(10);
    addCombos();
    for (auto* one : {m_alpha, m_depth, m_lags})
        connect(one, &QSlider::valueChanged, this, &GraphControls::take);
    connect(m_stability, &QSlider::valueChanged, this, [this] {
        m_stabilityText->setText(m_stability->value() == 0 ? tr("all")
                                                           : tr("≥ %1 %").arg(m_stability->value()));
        emit leastStabilityChanged(leastStability());
        emit stateChanged();
    });
    present();
    setRefining(false);
    setLeastStability(kHalf);
}

void GraphControls::addCombos() {
    auto* grid = static_cast<QGridLayout*>(layout());
    const auto combo = [&](const QString& name, QComboBox* box, QWidget* beside, int columns) {
        const int row = grid->rowCount();
        auto* label = new QLabel(name);
        label->setProperty("faint", true);
        label->setBuddy(box);
        label->setToolTip(box->toolTip());
        box->setAccessibleName(name);
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row, 1, 1, columns);
        grid->addWidget(beside, row, 2, Qt::AlignRight);
        connect(box, &QComboBox::activated, this, &GraphControls::take);
    };
    m_preset = new QComboBox;
    for (const auto preset : {GraphPreset::Interactive, GraphPreset::Complete, GraphPreset::Fast})
        m_preset->addItem(presetText(preset), static_cast<int>(preset));
    m_stop = new QToolButton;
    m_stop->setIcon(themeIcon("process-stop"));
    m_stop->setAutoRaise(true);
    m_stop->setAccessibleName(tr("Stop completing the graph"));
    connect(m_stop, &QToolButton::clicked, this, &GraphControls::stopAsked);
    m_samples = new QComboBox;
    m_samples->setToolTip(
        tr("Frames that follow one another are not independent samples. Counted as if they were, nearly "
           "every pair gets an edge. “Every row” is only for tables whose rows were drawn independently."));
    for (const auto size : {causal::SampleSize::Effective, causal::SampleSize::Residual,
                            causal::SampleSize::Rows, causal::SampleSize::Given})
        m_samples->addItem(sampleSizeText(size), static_cast<int>(size));
    m_given = new QDoubleSpinBox;
    m_given->setRange(kLeastGiven, kMostGiven);
    m_given->setDecimals(0);
    m_given->setAccessibleName(tr("Number of independent samples"));
    m_given->setToolTip(tr("How many independent samples all rows together are worth"));
    m_given->setKeyboardTracking(false);
    m_given->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("0000000000")) + 30);
    connect(m_given, &QDoubleSpinBox::valueChanged, this, &GraphControls::take);
    combo(tr("Thoroughness"), m_preset, m_stop, 1);
    combo(tr("Samples"), m_samples, m_given, 1);
    m_more = new MoreControls;
    grid->addWidget(m_more, grid->rowCount(), 0, 1, 3);
    connect(m_more, &MoreControls::changed, this,
            [this](const GraphParameters& now) { want(changedBy(m_wanted, m_parameters, now)); });
    connect(m_more, &MoreControls::defaultsAsked, this, [this] { want({}); });
    connect(m_more, &MoreControls::opened, this, &GraphControls::stateChanged);
}

QSlider* GraphControls::slider(const QString& name, const QString& tip, int least, int most, QLabel*& value) {
    auto* grid = static_cast<QGridLayout*>(layout());
    const int row = grid->rowCount();
    auto* made = new QSlider(Qt::Horizontal);
    made->setRange(least, most);
    made->setPageStep(1);
    made->setAccessibleName(name);
    made->setToolTip(tip);
    made->setMinimumWidth(90);
    auto* label = new QLabel(name);
    label->setProperty("faint", true);
    label->setBuddy(made);
    label->setToolTip(tip);
    value = new QLabel;
    value->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("no limit ")));
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(label, row, 0);
    grid->addWidget(made, row, 1);
    grid->addWidget(value, row, 2);
    return made;
}

void GraphControls::setParameters(const GraphParameters& wanted) {
    want(wanted);
}

void GraphControls::want(const GraphParameters& wanted) {
    const bool other = wanted != m_wanted;
    m_wanted = wanted;
    const GraphParameters before = std::exchange(m_parameters, allowed(wanted, m_traits));
    present();
    if (m_parameters != before)
        emit changed(m_parameters);
    if (other)
        emit stateChanged();
}

void GraphControls::setTraits(const DataTraits& traits) {
    if (traits == m_traits)
        return;
    m_traits = traits;
    want(m_wanted);
}

void GraphControls::setRefining(bool refining) {
    m_stop->setEnabled(refining);
    m_stop->setToolTip(refining ? tr("The complete answer is being searched in the background: stop it")
                                : tr("Nothing is being completed in the background"));
}

QVariantMap GraphControls::state() const {
    QVariantMap state = toMap(m_wanted);
    state.insert(QStringLiteral("stability"), m_stability->value());
    state.insert(QStringLiteral("more"), m_more->open() ? 1 : 0);
    return state;
}

void GraphControls::restore(const QVariantMap& state) {
    if (state.contains(QStringLiteral("stability")))
        m_stability->setValue(state.value(QStringLiteral("stability")).toInt());
    m_more->setOpen(state.value(QStringLiteral("more")).toInt() == 1);
    want(parametersFrom(state));
}

double GraphControls::leastStability() const {
    return static_cast<double>(m_stability->value()) / kPercent;
}

void GraphControls::setLeastStability(double share) {
    m_stability->setValue(static_cast<int>(std::lround(share * kPercent)));
}

void GraphControls::take() {
    GraphParameters now = m_parameters;
    // A level that lies between two ticks stays as it was given until its slider moves.
    if (m_alpha->value() != nearestAlpha(m_parameters.alpha))
        now.alpha = alphaSteps()[static_cast<std::size_t>(m_alpha->value())];
    now.maxDepth = m_depth->value() > kMostDepth ? -1 : m_depth->value();
    now.lags = m_lags->value();
    now.preset = static_cast<GraphPreset>(m_preset->currentData().toInt());
    now.sampleSize = static_cast<causal::SampleSize>(m_samples->currentData().toInt());
    now.givenSamples = m_given->value();
    want(changedBy(m_wanted, m_parameters, now));
}

void GraphControls::present() {
    const GraphParameters& p = m_parameters;
    const QSignalBlocker quietAlpha(m_alpha), quietDepth(m_depth), quietLags(m_lags), quietGiven(m_given);
    const bool rfci = p.algorithm == causal::Algorithm::Rfci;
    m_alpha->setValue(nearestAlpha(p.alpha));
    m_depth->setValue(p.maxDepth < 0 ? kMostDepth + 1 : std::min(p.maxDepth, kMostDepth));
    m_lags->setValue(p.lags);
    permit(*m_lags, !rfci,
           tr("Follow every variable over so many frames: what moves first can then be told from "
              "what follows."),
           tr("RFCI follows nothing over time; choose FCI under More."));
    m_preset->setCurrentIndex(m_preset->findData(static_cast<int>(p.preset)));
    permit(*m_preset, !rfci,
           tr("Interactive answers while a slider moves and is completed in the background where it met its "
              "limits. Complete asks every question at once. Fast leaves a phase out: it may keep edges that "
              "should go."),
           tr("RFCI has none of the phase that this is about."));
    m_samples->setCurrentIndex(m_samples->findData(static_cast<int>(p.sampleSize)));
    permit(*m_samples, static_cast<int>(causal::SampleSize::Residual),
           p.test == causal::TestKind::FisherZ && p.missing == causal::Missing::Listwise,
           tr("Counted test by test only by Fisher’s z on complete rows."));
    m_given->setValue(p.givenSamples);
    m_given->setVisible(p.sampleSize == causal::SampleSize::Given);
    m_more->setShown(p, m_traits);
    m_alphaText->setText(QString::number(p.alpha));
    m_depthText->setText(p.maxDepth < 0 ? tr("no limit") : QString::number(p.maxDepth));
    m_lagsText->setText(p.lags == 0 ? tr("none") : QStringLiteral("0 … %1").arg(p.lags));
}

} // namespace mien::ui
