// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/face_page.h"

#include "ui/generator/phase_player.h"
#include "ui/generator/picture_pane.h"
#include "ui/generator/unit_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kUnitsWidth = 440;

// Medians of real micro-expressions: 392 ms, of them 200 up to the apex; a macro-expression of the median
// length that CAS(ME)² has.
constexpr PhaseTiming kMicro{200, 0, 192, 150};
constexpr PhaseTiming kMacro{480, 120, 580, 250};

} // namespace

FacePage::FacePage(std::shared_ptr<synthesis::SourceShelf> shelf, QWidget* parent)
    : QWidget(parent),
      m_engine(std::move(shelf)),
      m_pane(new PicturePane(tr("Preview"))),
      m_player(new PhasePlayer),
      m_units(new UnitPanel) {
    setAccessibleName(tr("Face"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto* stage = new QVBoxLayout;
    stage->setSpacing(0);
    stage->addWidget(m_pane, 1);
    stage->addWidget(m_player);
    auto* timing = new QComboBox;
    timing->setAccessibleName(tr("Duration"));
    timing->setToolTip(tr("How long the expression lasts: the published medians"));
    timing->addItem(tr("Micro, 392 ms"));
    timing->addItem(tr("Macro, 1.18 s"));
    m_player->addWidget(timing);
    row->addLayout(stage, 1);
    m_units->setFixedWidth(kUnitsWidth);
    row->addWidget(m_units);

    m_ever.start();
    connect(timing, &QComboBox::activated, this, [this](int which) {
        m_player->setTiming(which == 0 ? kMicro : kMacro);
        if (!m_player->playing())
            m_player->slider().setValue(m_player->slider().timing().apexMs());
        request();
    });
    connect(m_player, &PhasePlayer::moved, this, &FacePage::request);
    connect(m_player, &PhasePlayer::playingChanged, this, [this] {
        m_rate.clear();
        m_pane->setNote({});
    });
    connect(m_units, &UnitPanel::changed, this, [this] {
        // Whoever moves a slider wants to see what it does.
        auto& phase = m_player->slider();
        if (!m_player->playing() && phase.share() < 0.5)
            phase.setValue(phase.timing().apexMs());
        request();
    });
    connect(&m_engine, &PreviewEngine::loadingBegan, this,
            [this] { m_pane->setMessage(tr("Preparing the face …")); });
    connect(&m_engine, &PreviewEngine::faceReady, this, [this] { m_pane->setMessage({}); });
    connect(&m_engine, &PreviewEngine::failed, this, [this](const QString& why) {
        m_player->setPlaying(false);
        m_pane->setPicture({});
        m_pane->setMessage(why, true);
    });
    connect(&m_engine, &PreviewEngine::drawn, this, &FacePage::present);
    m_player->setTiming(kMicro);
    m_player->slider().setValue(kMicro.apexMs());
    m_pane->setMessage(tr("Choose a face above: a portrait, or a person of a face rig."));
}

/// A player that goes on would tell of its stop, when it is hidden, to members that are gone by then.
FacePage::~FacePage() {
    m_player->disconnect(this);
    m_player->setPlaying(false);
}

void FacePage::setFace(const FaceChoice& face) {
    m_units->setGenerator(face.generator);
    m_engine.setFace(face);
    if (face.empty()) {
        m_pane->setPicture({});
        m_pane->setMessage(tr("Choose a face above: a portrait, or a person of a face rig."));
    }
    request();
}

void FacePage::request() {
    m_engine.show(m_units->units(), m_player->slider().share());
}

void FacePage::present(const QImage& picture, double strength) {
    m_pane->setPicture(picture);
    m_pane->setCaption(
        strength < 1.0
            ? tr("At %1 % of its strength: more would fold the skin over").arg(qRound(100 * strength))
            : QString());
    if (!m_player->playing())
        return;
    m_rate.add(static_cast<double>(m_ever.nsecsElapsed()) * 1e-9);
    if (const auto rate = m_rate.rate())
        m_pane->setNote(tr("%1 pictures/s").arg(qRound(*rate)));
}

void FacePage::keyPressEvent(QKeyEvent* event) {
    if (!m_player->takesKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace mien::ui
