// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/graph_controls.h"

#include "ui/graph_workspace/graph_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace mien::ui {
namespace {

constexpr int kMostDepth = 6; ///< the slider's last step means "no limit"
constexpr int kMostLags = 5;
constexpr int kPercent = 100;

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
    m_preset = new QComboBox;
    m_preset->setAccessibleName(tr("Thoroughness"));
    m_preset->setToolTip(
        tr("Interactive answers while a slider moves and is completed in the background where it met its "
           "limits. Complete asks every question at once. Fast leaves a phase out: it may keep edges that "
           "should go."));
    for (const auto preset : {GraphPreset::Interactive, GraphPreset::Complete, GraphPreset::Fast})
        m_preset->addItem(presetText(preset), static_cast<int>(preset));
    m_colliders = new QComboBox;
    m_colliders->setAccessibleName(tr("Colliders"));
    m_colliders->setToolTip(
        tr("How A → B ← C is told from the rest: by the set that separated A and C, or by "
           "all sets that do (conservative), or by most of them. The latter two claim "
           "less."));
    for (const auto rule : {causal::ColliderRule::SeparatingSet, causal::ColliderRule::Conservative,
                            causal::ColliderRule::Majority})
        m_colliders->addItem(colliderText(rule), static_cast<int>(rule));
    m_effective = new QCheckBox(tr("Effective samples"));
    m_effective->setToolTip(
        tr("Frames that follow one another are not independent samples. Counted as if they were, nearly "
           "every pair gets an edge. Off only for tables whose rows were drawn independently."));
    const auto combo = [&](const QString& name, QComboBox* box) {
        const int row = grid->rowCount();
        auto* label = new QLabel(name);
        label->setProperty("faint", true);
        label->setBuddy(box);
        label->setToolTip(box->toolTip());
        grid->addWidget(label, row, 0);
        grid->addWidget(box, row, 1, 1, 2);
        connect(box, &QComboBox::activated, this, &GraphControls::take);
    };
    combo(tr("Thoroughness"), m_preset);
    combo(tr("Colliders"), m_colliders);
    grid->addWidget(m_effective, grid->rowCount(), 0, 1, 3);
    connect(m_effective, &QCheckBox::clicked, this, &GraphControls::take);
    for (auto* one : {m_alpha, m_depth, m_lags})
        connect(one, &QSlider::valueChanged, this, &GraphControls::take);
    connect(m_stability, &QSlider::valueChanged, this, [this] {
        m_stabilityText->setText(m_stability->value() == 0 ? tr("all")
                                                           : tr("≥ %1 %").arg(m_stability->value()));
        emit leastStabilityChanged(leastStability());
    });
    present();
    setLeastStability(0.5);
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

void GraphControls::setParameters(const GraphParameters& parameters) {
    if (parameters == m_parameters)
        return;
    m_parameters = parameters;
    present();
    emit changed(m_parameters);
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
    now.colliders = static_cast<causal::ColliderRule>(m_colliders->currentData().toInt());
    now.effectiveSamples = m_effective->isChecked();
    setParameters(now);
}

void GraphControls::present() {
    const QSignalBlocker quietAlpha(m_alpha), quietDepth(m_depth), quietLags(m_lags);
    m_alpha->setValue(nearestAlpha(m_parameters.alpha));
    m_depth->setValue(m_parameters.maxDepth < 0 ? kMostDepth + 1
                                                : std::min(m_parameters.maxDepth, kMostDepth));
    m_lags->setValue(m_parameters.lags);
    m_preset->setCurrentIndex(m_preset->findData(static_cast<int>(m_parameters.preset)));
    m_colliders->setCurrentIndex(m_colliders->findData(static_cast<int>(m_parameters.colliders)));
    m_effective->setChecked(m_parameters.effectiveSamples);
    m_alphaText->setText(QString::number(m_parameters.alpha));
    m_depthText->setText(m_parameters.maxDepth < 0 ? tr("no limit") : QString::number(m_parameters.maxDepth));
    m_lagsText->setText(m_parameters.lags == 0 ? tr("none")
                                               : QStringLiteral("0 … %1").arg(m_parameters.lags));
}

} // namespace mien::ui
