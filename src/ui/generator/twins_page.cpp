// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/twins_page.h"

#include "core/synthesis/generator.h"
#include "ui/generator/level_slider.h"
#include "ui/generator/model_state.h"
#include "ui/generator/phase_player.h"
#include "ui/generator/picture_pane.h"
#include "ui/generator/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kSettleMs = 90;
constexpr int kMostSamples = 99'999;

QLabel* caption(const QString& text, QWidget* buddy) {
    auto* label = new QLabel(text);
    label->setProperty("faint", true);
    label->setBuddy(buddy);
    return label;
}

} // namespace

TwinsPage::TwinsPage(ModelState& model, std::shared_ptr<synthesis::SourceShelf> shelf, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_maker(std::move(shelf)),
      m_index(new QSpinBox),
      m_unit(new QComboBox),
      m_side(new QComboBox),
      m_level(new LevelSlider(tr("Intensity in the twin"))),
      m_levelText(new QLabel),
      m_sentence(new QLabel),
      m_gain(new QComboBox),
      m_player(new PhasePlayer) {
    setAccessibleName(tr("Twins"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    const QString names[] = {tr("As drawn"), tr("Twin"), tr("Difference")};
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        m_panes[i] = new PicturePane(names[i]);
        m_panes[i]->setCaption(names[i]);
        row->addWidget(m_panes[i], 1);
    }
    column->addLayout(row, 1);
    column->addWidget(m_player);
    for (const int gain : {1, 2, 4, 8, 16, 32})
        m_gain->addItem(QStringLiteral("× %1").arg(gain), gain);
    m_gain->setCurrentIndex(3);
    m_gain->setAccessibleName(tr("Difference, amplified"));
    m_gain->setToolTip(
        tr("How much the difference is amplified; black means that not one grey level differs"));
    m_player->addEndWidget(caption(tr("Difference"), m_gain));
    m_player->addEndWidget(m_gain);
    m_player->setSpeed(0.25);

    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettleMs);
    connect(&m_soon, &QTimer::timeout, this, &TwinsPage::make);
    connect(&m_model, &ModelState::changed, this, &TwinsPage::follow);
    connect(&m_maker, &FilmMaker::began, this, [this] {
        for (auto* pane : m_panes)
            if (pane->picture().isNull())
                pane->setMessage(tr("Drawing both films …"));
            else
                pane->setNote(tr("drawing …"));
    });
    connect(&m_maker, &FilmMaker::made, this, &TwinsPage::take);
    connect(&m_maker, &FilmMaker::failed, this, [this](const QString& why) {
        m_films = {};
        for (auto* pane : m_panes) {
            pane->setPicture({});
            pane->setNote({});
            pane->setMessage({});
        }
        m_panes[0]->setMessage(why, true);
    });
    connect(m_player, &PhasePlayer::moved, this, &TwinsPage::showFrame);
    connect(m_gain, &QComboBox::currentIndexChanged, this, &TwinsPage::showFrame);
    follow();
}

QWidget* TwinsPage::makeHead() {
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(14, 10, 14, 10);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    m_index->setRange(1, kMostSamples);
    m_index->setAccessibleName(tr("Sample"));
    m_index->setToolTip(
        tr("Every number is another draw of all the noise: person, emotion, units, timing, light …"));
    m_unit->setAccessibleName(tr("Action unit that is changed"));
    m_unit->setToolTip(tr("The one thing that the twin does differently"));
    m_unit->setMinimumContentsLength(22);
    m_side->setAccessibleName(tr("Side"));
    for (const auto side : {annotation::Side::Bilateral, annotation::Side::Right, annotation::Side::Left})
        m_side->addItem(sideWord(side), static_cast<int>(side));
    m_side->setToolTip(tr("On which side of the person’s face"));
    m_level->setToolTip(tr("Its intensity in the twin; at the left end it is taken away"));
    m_level->setFixedWidth(190);
    m_levelText->setMinimumWidth(70);
    row->addWidget(caption(tr("Sample"), m_index));
    row->addWidget(m_index);
    row->addSpacing(16);
    row->addWidget(caption(tr("In the twin"), m_unit));
    row->addWidget(m_unit);
    row->addWidget(m_side);
    row->addWidget(m_level);
    row->addWidget(m_levelText);
    row->addStretch(1);
    column->addLayout(row);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("faint", true);
    column->addWidget(m_sentence);

    connect(m_index, &QSpinBox::valueChanged, this,
            [this](int index) { m_model.setIndex(static_cast<std::uint64_t>(index)); });
    const auto again = [this] {
        if (!m_filling)
            request();
    };
    connect(m_unit, &QComboBox::currentIndexChanged, this, [this, again] {
        if (m_filling)
            return;
        // A unit that acts is taken away at first, another one is added.
        const auto units = unitsOf(m_model.sample());
        const int unit = m_unit->currentData().toInt();
        const bool acts =
            std::any_of(units.begin(), units.end(), [&](const auto& u) { return u.unit == unit; });
        m_filling = true;
        m_level->setLevel(acts ? 0.0 : 3.0);
        m_side->setCurrentIndex(0);
        m_filling = false;
        again();
    });
    connect(m_side, &QComboBox::currentIndexChanged, this, again);
    connect(m_level, &QSlider::valueChanged, this, again);
    return head;
}

/// The strongest unit of the new sample is the first one to be taken away.
void TwinsPage::follow() {
    m_filling = true;
    const auto units = unitsOf(m_model.sample());
    m_index->setValue(static_cast<int>(m_model.index()));
    const int before = m_unit->currentData().toInt();
    m_unit->clear();
    for (const auto& unit : units)
        m_unit->addItem(QStringLiteral("%1  %2").arg(unit.unit).arg(unitText(unit.unit)), unit.unit);
    if (!units.empty())
        m_unit->insertSeparator(m_unit->count());
    const auto* row = synthesis::generatorRow(m_face.generator);
    if (row != nullptr)
        for (const auto& unit : row->units())
            if (m_unit->findData(unit.number) < 0)
                m_unit->addItem(QStringLiteral("%1  %2").arg(unit.number).arg(unitText(unit.number)),
                                unit.number);
    const auto strongest = std::max_element(units.begin(), units.end(),
                                            [](const auto& a, const auto& b) { return a.level < b.level; });
    const int wanted = strongest != units.end() ? strongest->unit : before;
    m_unit->setCurrentIndex(std::max(0, m_unit->findData(wanted)));
    m_side->setCurrentIndex(0);
    m_level->setLevel(strongest != units.end() ? 0.0 : 3.0);
    m_filling = false;
    request();
}

void TwinsPage::setFace(const FaceChoice& face) {
    if (face == m_face)
        return;
    m_face = face;
    for (auto* pane : m_panes)
        pane->setPicture({});
    m_films = {};
    follow();
}

synthesis::UnitState TwinsPage::change() const {
    return {m_unit->currentData().toInt(), static_cast<annotation::Side>(m_side->currentData().toInt()),
            m_level->level()};
}

void TwinsPage::setChange(const synthesis::UnitState& change) {
    m_filling = true;
    m_unit->setCurrentIndex(m_unit->findData(change.unit));
    m_side->setCurrentIndex(m_side->findData(static_cast<int>(change.side)));
    m_level->setLevel(change.level);
    m_filling = false;
    request();
}

void TwinsPage::setGain(double gain) {
    m_gain->setCurrentIndex(m_gain->findData(static_cast<int>(gain)));
}

void TwinsPage::request() {
    const auto letter = annotation::nameOf(synthesis::letterOf(m_level->level()));
    m_levelText->setText(
        m_level->value() == 0
            ? tr("absent")
            : tr("intensity %1").arg(QLatin1String(letter.data(), static_cast<qsizetype>(letter.size()))));
    m_stale = true;
    if (isVisible())
        m_soon.start();
}

void TwinsPage::make() {
    m_stale = false;
    if (m_face.empty()) {
        for (auto* pane : m_panes)
            pane->setMessage({});
        return m_panes[0]->setMessage(tr("Choose a face above: a portrait, or a person of a face rig."));
    }
    synthesis::Interventions action;
    action.unitChanges = {change()};
    auto twin = m_model.counterfactual(action);
    if (!twin)
        return m_panes[1]->setMessage(QString::fromStdString(twin.error().message), true);
    const auto describe = [](const synthesis::Sample& sample) {
        return QStringLiteral("%1 → %2").arg(valueText(sample, "units"), valueText(sample, "label"));
    };
    m_panes[0]->setCaption(tr("As drawn:  %1").arg(describe(m_model.sample())));
    m_panes[1]->setCaption(tr("Twin:  %1").arg(describe(*twin)));
    m_sentence->setText(
        tr("Elicited: %1, %2. Both films show %3 in the same light, with the same noise, timing "
           "and head movement; only AU %4 is changed.")
            .arg(valueText(m_model.sample(), "emotion"), valueText(m_model.sample(), "type"),
                 valueText(m_model.sample(), "subject"))
            .arg(change().unit));
    m_maker.make(m_face, {m_model.sample(), std::move(*twin)});
}

void TwinsPage::take(const DrawnFilms& films) {
    if (m_soon.isActive())
        return; // a newer one is about to be asked for
    m_films = films;
    const bool first = m_player->slider().timing() == PhaseTiming{} || m_panes[0]->picture().isNull();
    if (!(m_player->slider().timing() == films.timing)) {
        m_player->setTiming(films.timing);
        if (!m_player->playing())
            m_player->slider().setValue(films.timing.apexMs());
    } else if (first) {
        m_player->slider().setValue(films.timing.apexMs());
    }
    for (auto* pane : m_panes) {
        pane->setMessage({});
        pane->setNote({});
    }
    if (films.strength < 1.0)
        m_panes[1]->setNote(
            tr("both at %1 % strength: more would fold the skin over").arg(qRound(100 * films.strength)));
    showFrame();
    emit drawn();
}

void TwinsPage::showFrame() {
    if (m_films.films.size() != 2)
        return;
    const auto at = m_films.frameAt(m_player->slider().value());
    const auto& a = m_films.films[0].frames[at];
    const auto& b = m_films.films[1].frames[at];
    m_panes[0]->setPicture(a);
    m_panes[1]->setPicture(b);
    m_panes[2]->setPicture(differenceOf(a, b, m_gain->currentData().toDouble()));
    m_panes[2]->setNote(tr("%1 % of the pixels differ").arg(100.0 * differingShare(a, b), 0, 'f', 1));
    m_panes[0]->setNote(tr("frame %1").arg(m_films.films[0].first.value + static_cast<std::int64_t>(at)));
}

void TwinsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        m_soon.start();
}

void TwinsPage::keyPressEvent(QKeyEvent* event) {
    if (!m_player->takesKey(*event))
        QWidget::keyPressEvent(event);
}

} // namespace mien::ui
