// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/model_page.h"

#include "ui/generator/emotion_table_dialog.h"
#include "ui/generator/graph_view.h"
#include "ui/generator/intervention_editor.h"
#include "ui/generator/model_state.h"
#include "ui/generator/phase_player.h"
#include "ui/generator/picture_pane.h"
#include "ui/generator/words.h"
#include "ui/settings/icons.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kSettleMs = 120;
constexpr int kSideWidth = 340;
constexpr int kLeastPicture = 200; ///< a window of 720 px has room for no more
constexpr int kMostSamples = 99'999;

QLabel* caption(const QString& text, QWidget* buddy) {
    auto* label = new QLabel(text);
    label->setProperty("faint", true);
    label->setBuddy(buddy);
    label->setToolTip(buddy->toolTip());
    return label;
}

} // namespace

ModelPage::ModelPage(ModelState& model, std::shared_ptr<synthesis::SourceShelf> shelf, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_maker(std::move(shelf)),
      m_index(new QSpinBox),
      m_subject(new QDoubleSpinBox),
      m_light(new QDoubleSpinBox),
      m_camera(new QDoubleSpinBox),
      m_undo(new QPushButton(tr("Undo do()"))),
      m_release(new QPushButton(tr("Let go of all"))),
      m_graph(new GraphView(model)),
      m_editor(new InterventionEditor(model)),
      m_pane(new PicturePane(tr("Film of the sample"))),
      m_player(new PhasePlayer) {
    setAccessibleName(tr("Causal model"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_graph, 1);
    auto* side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto* sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(0);
    sideColumn->addWidget(m_editor);
    sideColumn->addStretch(1);
    m_pane->setMinimumHeight(kLeastPicture);
    sideColumn->addWidget(m_pane, 4);
    sideColumn->addWidget(m_player);
    row->addWidget(side);
    column->addLayout(row, 1);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettleMs);
    connect(&m_soon, &QTimer::timeout, this, &ModelPage::make);
    connect(&m_model, &ModelState::changed, this, &ModelPage::follow);
    connect(m_graph, &GraphView::selectedChanged, this, [this] { m_editor->setNode(m_graph->selected()); });
    connect(m_graph, &GraphView::refused, m_editor, &InterventionEditor::say);
    connect(&m_maker, &FilmMaker::began, this, [this] {
        if (m_pane->picture().isNull())
            m_pane->setMessage(tr("Drawing the film …"));
        else
            m_pane->setNote(tr("drawing …"));
    });
    connect(&m_maker, &FilmMaker::made, this, &ModelPage::take);
    connect(&m_maker, &FilmMaker::failed, this, [this](const QString& why) {
        m_films = {};
        m_pane->setPicture({});
        m_pane->setNote({});
        m_pane->setMessage(why, true);
    });
    connect(m_player, &PhasePlayer::moved, this, &ModelPage::showFrame);
    m_editor->setNode(m_graph->selected());
    follow();
}

QWidget* ModelPage::makeHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(14, 10, 14, 10);
    row->setSpacing(8);
    m_index->setRange(1, kMostSamples);
    m_index->setAccessibleName(tr("Sample"));
    m_index->setToolTip(tr("Every number is another draw of all the noise. What do() has fixed stays."));
    auto* draw = new QPushButton(tr("Sample"));
    draw->setIcon(themeIcon("view-refresh"));
    draw->setToolTip(tr("Draw the next sample"));
    connect(draw, &QPushButton::clicked, this, [this] { m_index->stepUp(); });
    connect(m_index, &QSpinBox::valueChanged, this,
            [this](int index) { m_model.setIndex(static_cast<std::uint64_t>(index)); });
    const auto strength = [&](QDoubleSpinBox* box, const QString& name, const QString& tip, double value) {
        box->setRange(0.0, 1.0);
        box->setSingleStep(0.1);
        box->setDecimals(1);
        box->setValue(value);
        box->setAccessibleName(name);
        box->setToolTip(tip);
        row->addWidget(caption(name, box));
        row->addWidget(box);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            m_model.setStrengths({m_subject->value(), m_light->value(), m_camera->value()});
        });
    };
    row->addWidget(draw);
    row->addWidget(m_index);
    row->addSpacing(14);
    const QString first = emotionText(m_model.options().table.emotions.front().name);
    strength(
        m_subject, tr("Customs"),
        tr("How strongly the person reaches emotion, units, timing, light and label: 0 not at all, 1 alone. "
           "This is what confounds."),
        m_model.strengths().subject);
    strength(m_light, tr("Planted light"),
             tr("With this probability films labelled %1 have a dim light of their own").arg(first), 0.0);
    strength(m_camera, tr("Planted camera"),
             tr("With this probability films labelled %1 have a noisy camera of their own").arg(first), 0.0);
    row->addStretch(1);
    auto* table = new QPushButton(tr("Emotion table…"));
    table->setToolTip(tr("Which action units each emotion shows, and how likely: look, change, save a copy"));
    connect(table, &QPushButton::clicked, this, &ModelPage::openTable);
    row->addWidget(table);
    m_undo->setToolTip(tr("Takes back the last intervention (Ctrl+Backspace)"));
    m_undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Backspace));
    m_release->setToolTip(tr("No node is fixed any more"));
    connect(m_undo, &QPushButton::clicked, &m_model, &ModelState::undo);
    connect(m_release, &QPushButton::clicked, this, [this] { (void)m_model.setDone({}); });
    row->addWidget(m_undo);
    row->addWidget(m_release);
    return head;
}

void ModelPage::follow() {
    m_index->setValue(static_cast<int>(m_model.index()));
    const auto& strengths = m_model.strengths();
    for (const auto& [box, value] : {std::pair(m_subject, strengths.subject),
                                     {m_light, strengths.light},
                                     {m_camera, strengths.camera}}) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    }
    m_undo->setEnabled(m_model.canUndo());
    m_release->setEnabled(!m_model.done().variables().empty());
    request();
}

void ModelPage::setFace(const FaceChoice& face) {
    if (face == m_face)
        return;
    m_face = face;
    m_films = {};
    m_pane->setPicture({});
    request();
}

void ModelPage::request() {
    m_stale = true;
    if (isVisible())
        m_soon.start();
}

void ModelPage::make() {
    m_stale = false;
    if (m_face.empty())
        return m_pane->setMessage(tr("Choose a face above: a portrait, or a person of a face rig."));
    m_maker.make(m_face, {m_model.sample()});
}

void ModelPage::take(const DrawnFilms& films) {
    if (m_soon.isActive())
        return;
    m_films = films;
    m_player->setTiming(films.timing);
    m_pane->setMessage({});
    m_pane->setNote({});
    m_pane->setCaption(QStringLiteral("X  %1 → %2")
                           .arg(valueText(m_model.sample(), "units"), valueText(m_model.sample(), "label")));
    if (!m_player->playing())
        m_player->slider().setValue(films.timing.apexMs());
    showFrame();
}

void ModelPage::showFrame() {
    if (m_films.films.empty())
        return;
    m_pane->setPicture(m_films.films[0].frames[m_films.frameAt(m_player->slider().value())]);
}

void ModelPage::openTable() {
    EmotionTableDialog dialog(m_model.options().table, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const auto ok = m_model.setTable(dialog.table()); !ok)
        m_editor->say(QString::fromStdString(ok.error().message));
}

void ModelPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        m_soon.start();
}

void ModelPage::keyPressEvent(QKeyEvent* event) {
    if (!m_player->takesKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace mien::ui
