// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/spec_form.h"

#include "ui/generator/class_weights.h"
#include "ui/generator/planted_list.h"
#include "ui/generator/spec_document.h"
#include "ui/generator/spec_fields.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QStackedWidget>

namespace mien::ui {

using namespace spec_fields;

namespace {

constexpr double kLargestSeed = 9e15; // stays exact in any JSON reader

} // namespace

SpecForm::SpecForm(Settings& settings, SpecDocument& spec, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_spec(spec),
      m_who(new QComboBox),
      m_whoPages(new QStackedWidget),
      m_listed(new QLabel),
      m_folder(new QLineEdit),
      m_table(new QLineEdit),
      m_rig(new QLineEdit),
      m_count(new QSpinBox),
      m_first(new QSpinBox),
      m_emotions(new QListWidget) {
    setAccessibleName(tr("Spec of the dataset"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(18, 6, 18, 18);
    row->setSpacing(64);
    QWidget* columns[2];
    for (auto*& column : columns) {
        column = new QWidget;
        auto* layout = new QVBoxLayout(column);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        row->addWidget(column);
    }
    row->addStretch(1);
    makePeople(columns[0]);
    makeEmotions(columns[0]);
    auto* counts = section(columns[0], tr("How many"));
    addNumber(counts, "/counts/clips",
              {tr("Films"), tr("How many, for each of what the next two fields say")}, 1, 10'000'000, 1, 0);
    addChoice(
        counts, "/counts/per",
        {tr("for each"), tr("Whether the number counts for the whole dataset, each person or each stratum")},
        {{"dataset", tr("dataset")}, {"person", tr("person")}, {"stratum", tr("stratum")}});
    addChoice(counts, "/counts/by",
              {tr("and each"),
               tr("nothing more: as the model draws. Elicited emotion: balanced by do(). Label: balanced by "
                  "keeping the draws that a coder calls so.")},
              {{"none", tr("nothing more")}, {"emotion", tr("elicited emotion")}, {"label", tr("label")}});
    auto* keys = new QLineEdit;
    keys->setPlaceholderText(tr("gender, race, age"));
    addRow(counts,
           {tr("Strata"),
            tr("Demographics of the people that strata cross, separated by commas. They come from the "
               "table of people; nothing is inferred.")},
           keys);
    connect(keys, &QLineEdit::editingFinished, this, [this, keys] {
        Json list = Json::array();
        for (const auto& key : keys->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
            list.push_back(key.trimmed().toStdString());
        m_spec.set("/strata/keys", list.empty() ? Json() : list);
    });
    m_refresh.emplace_back([this, keys] {
        QStringList texts;
        if (const auto* list = m_spec.value("/strata/keys"); list != nullptr && list->is_array())
            for (const auto& key : *list)
                texts << textOf(&key, {});
        keys->setText(texts.join(QStringLiteral(", ")));
    });
    addNumber(counts, "/test_share",
              {tr("Test share"), tr("Share of the people who are kept for testing; nobody is in both parts")},
              0, 1, 0, 2);

    auto* film = section(columns[0], tr("Film"));
    addNumber(film, "/film/frames", {tr("Frames"), tr("Length of each film")}, 4, 10'000'000, 161, 0);
    addText(film, "/film/fps", {tr("Frames per second"), tr("A number or a fraction: 24, 29.97, 30000/1001")},
            "24");
    addNumber(film, "/film/size", {tr("Size"), tr("Width and height in pixels, even")}, 64, 4096, 256, 0,
              tr(" px"));
    addChoice(film, "/film/codec",
              {tr("Codec"), tr("H.264 is small; FFV1 keeps every pixel as it was drawn")},
              {{"h264", QStringLiteral("H.264")}, {"ffv1", tr("FFV1, lossless")}});
    addNumber(
        film, "/film/quality",
        {tr("H.264 quality"), tr("Rate factor: 0 is lossless, 51 the worst, 18 looks like the original")}, 0,
        51, 18, 0);

    auto* shown = section(columns[1], tr("Expressions"));
    addNumber(shown, "/expressions/per_film", {tr("In each film"), tr("How many expressions a film has")}, 0,
              100'000, 1, 0);
    addNumber(shown, "/expressions/micro_share",
              {tr("Share of micro"),
               tr("Probability that an expression is micro: at most half a second, and faint")},
              0, 1, 1, 2);
    addNumber(shown, "/expressions/neutral_s",
              {tr("Neutral around each"), tr("Least neutral time before, between and after expressions")}, 0,
              1e6, 0.3, 2, tr(" s"));
    addChoice(shown, "/twins/change",
              {tr("Twins"), tr("Every film a second time with the same noise and one action unit changed")},
              {{"", tr("none")},
               {"remove", tr("take the strongest unit away")},
               {"strengthen", tr("strengthen it")},
               {"add", tr("add a unit")}},
              true);
    addNumber(shown, "/twins/unit",
              {tr("Twin’s unit"), tr("Action unit that is changed; 0: the strongest of the film")}, 0, 99, 0,
              0);

    auto* nuisance = section(columns[1], tr("Nuisance"));
    addRange(nuisance, "/nuisance/light",
             {tr("Light"), tr("Gain of the lamp over that of the portrait, from – to")}, 0.4, 2.0,
             {0.93, 1.07}, 2);
    addRange(nuisance, "/nuisance/noise",
             {tr("Sensor noise"), tr("Standard deviation in grey levels, from – to")}, 0.0, 40.0, {0.6, 1.4},
             1);
    addRange(nuisance, "/nuisance/head_px_per_s",
             {tr("Head speed"), tr("Greatest speed of the sway, px/s of a face 256 px wide, from – to")}, 0.0,
             100.0, {0.0, 2.0}, 1);
    addRange(nuisance, "/nuisance/roll_deg",
             {tr("Head roll"), tr("Amplitude of the slow roll in degrees, from – to")}, 0.0, 20.0, {0.0, 0.6},
             1);
    addNumber(nuisance, "/nuisance/blinks_per_minute",
              {tr("Blinks"), tr("Blinks in a minute; they carry no meaning")}, 0, 60, 14, 0, tr(" /min"));
    addNumber(nuisance, "/nuisance/speech_share",
              {tr("Speech"), tr("Share of the time in which the mouth moves as in speech")}, 0, 0.8, 0, 2);

    auto* confounding = section(columns[1], tr("Confounding"));
    addNumber(confounding, "/confounding/subject",
              {tr("Customs of people"), tr("How strongly the person reaches emotion, units, timing, light "
                                           "and label: 0 not at all, 1 alone")},
              0, 1, 0, 2);
    addNumber(confounding, "/confounding/label_noise",
              {tr("Label noise"), tr("Probability that the coder writes another emotion down")}, 0, 1, 0, 2);
    auto* planted = new PlantedList(m_spec);
    columns[1]->layout()->addWidget(planted);
    auto* weights = new ClassWeights(m_spec);
    columns[1]->layout()->addWidget(weights);
    m_refresh.emplace_back([planted] { planted->refresh(); });
    m_refresh.emplace_back([weights] { weights->refresh(); });

    auto* run = section(columns[1], tr("Name and seed"));
    addText(run, "/name", {tr("Name"), tr("What the dataset is called in its manifest")}, "dataset");
    addNumber(run, "/seed", {tr("Seed"), tr("The same spec and seed give the same bytes")}, 0, kLargestSeed,
              1, 0);
    for (auto* column : columns)
        static_cast<QVBoxLayout*>(column->layout())->addStretch(1);
    connect(&m_spec, &SpecDocument::changed, this, &SpecForm::refresh);
    refresh();
}

void SpecForm::refresh() {
    if (m_filling)
        return;
    m_filling = true;
    for (const auto& one : m_refresh)
        one();
    m_filling = false;
}

} // namespace mien::ui
