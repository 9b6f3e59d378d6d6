// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/intervention_editor.h"

#include "ui/generator/face_choice.h"
#include "ui/generator/model_state.h"
#include "ui/generator/words.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mien::ui {

using annotation::ExpressionType;

InterventionEditor::InterventionEditor(ModelState& model, QWidget* parent)
    : QWidget(parent),
      m_model(model),
      m_title(new QLabel),
      m_hint(new QLabel),
      m_noise(new QLabel),
      m_problem(new QLabel),
      m_place(new QWidget),
      m_fix(new QPushButton) {
    setAccessibleName(tr("Intervention"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 8);
    column->setSpacing(8);
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.2);
    large.setWeight(QFont::DemiBold);
    m_title->setFont(large);
    for (auto* label : {m_hint, m_noise, m_problem})
        label->setWordWrap(true);
    m_hint->setProperty("faint", true);
    m_noise->setProperty("faint", true);
    new QVBoxLayout(m_place);
    m_place->layout()->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_hint);
    column->addWidget(m_place);
    column->addWidget(m_fix);
    column->addWidget(m_problem);
    column->addWidget(m_noise);
    connect(m_fix, &QPushButton::clicked, this, [this] {
        const auto ok = m_model.toggle(m_node);
        say(ok ? QString() : QString::fromStdString(ok.error().message));
    });
    connect(&m_model, &ModelState::changed, this, &InterventionEditor::rebuild);
    rebuild();
}

void InterventionEditor::setNode(const std::string& node) {
    m_node = node;
    say({});
    rebuild();
}

void InterventionEditor::say(const QString& problem) {
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

template <class Change>
void InterventionEditor::apply(Change change) {
    auto done = m_model.done();
    change(done);
    m_applying = true; // the field that is being edited stays
    const auto ok = m_model.setDone(done);
    m_applying = false;
    say(ok ? QString() : QString::fromStdString(ok.error().message));
    describe();
}

void InterventionEditor::rebuild() {
    if (m_applying)
        return;
    describe();
    qDeleteAll(m_place->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    addField();
}

void InterventionEditor::describe() {
    m_title->setText(nodeText(m_node));
    m_hint->setText(nodeHint(m_node));
    QStringList causes;
    for (const auto& arrow : m_model.graph().arrows)
        if (arrow.to == m_node && !arrow.cut && arrow.strength > 0.0)
            causes << nodeText(arrow.from);
    const bool fixed = m_model.isFixed(m_node);
    m_noise->setText(fixed ? tr("Nothing causes it now: do() has cut its arrows.")
                     : causes.isEmpty()
                         ? tr("Caused by noise of its own alone.")
                         : tr("Caused by: %1, and noise of its own.").arg(causes.join(QStringLiteral(", "))));
    m_noise->setVisible(m_node != "portrait");
    m_fix->setVisible(ModelState::canFix(m_node));
    m_fix->setText(fixed ? tr("Let go") : tr("Fix this value"));
    m_fix->setToolTip(fixed ? tr("The node follows its causes again")
                            : tr("do(): the value stays as it is, whatever its causes say"));
}

void InterventionEditor::addField() {
    auto* layout = m_place->layout();
    const auto& s = m_model.sample();
    const auto& so = s.episodes.front();
    const auto combo = [&](const QString& tip) {
        auto* box = new QComboBox;
        box->setAccessibleName(nodeText(m_node));
        box->setToolTip(tip);
        layout->addWidget(box);
        return box;
    };
    const auto number = [&](double value, double most, double step, const QString& suffix) {
        auto* box = new QDoubleSpinBox;
        box->setRange(0.0, most);
        box->setSingleStep(step);
        box->setDecimals(2);
        box->setValue(value);
        box->setSuffix(suffix);
        box->setKeyboardTracking(false);
        box->setAccessibleName(nodeText(m_node));
        box->setToolTip(tr("Setting a value is do()"));
        layout->addWidget(box);
        return box;
    };
    const auto& emotions = m_model.options().table.emotions;
    if (m_node == "subject") {
        auto* box = combo(tr("Setting a person is do()"));
        for (int i = 0; i < ModelState::kPeople; ++i)
            box->addItem(tr("person %1").arg(i + 1));
        box->setCurrentIndex(static_cast<int>(s.subject));
        connect(box, &QComboBox::activated, this, [this](int row) {
            apply([row](auto& done) { done.subject = static_cast<std::size_t>(row); });
        });
    } else if (m_node == "emotion" || m_node == "label") {
        const bool elicited = m_node == "emotion";
        auto* box = combo(tr("Setting an emotion is do()"));
        for (const auto& emotion : emotions)
            box->addItem(emotionText(emotion.name), QString::fromStdString(emotion.name));
        box->setCurrentIndex(box->findData(QString::fromStdString(elicited ? so.emotion : so.label)));
        connect(box, &QComboBox::activated, this, [this, box, elicited](int row) {
            const auto name = box->itemData(row).toString().toStdString();
            apply([&](auto& done) { (elicited ? done.emotion : done.label) = name; });
        });
    } else if (m_node == "type") {
        auto* box = combo(tr("Setting a type is do()"));
        for (const auto type : {ExpressionType::Micro, ExpressionType::Macro})
            box->addItem(typeWord(type), static_cast<int>(type));
        box->setCurrentIndex(box->findData(static_cast<int>(so.type)));
        connect(box, &QComboBox::activated, this, [this, box](int row) {
            const auto type = static_cast<ExpressionType>(box->itemData(row).toInt());
            apply([&](auto& done) { done.type = type; });
        });
    } else if (m_node == "units") {
        auto* line = new QLineEdit(codeOf(unitsOf(s)));
        line->setAccessibleName(tr("FACS code"));
        line->setPlaceholderText(tr("FACS code, for example R12C+6B"));
        line->setToolTip(tr("These units and no others; Enter is do()"));
        layout->addWidget(line);
        connect(line, &QLineEdit::returnPressed, this, [this, line] {
            const auto units = unitsFrom(line->text());
            if (!units)
                return say(QString::fromStdString(units.error().message));
            apply([&](auto& done) {
                done.units = *units;
                done.unitChanges.clear();
            });
        });
    } else if (m_node == "timing") {
        const auto timing = so.timing;
        const double length = timing.offsetS - timing.onsetS;
        auto* box =
            number(1000.0 * length, so.type == ExpressionType::Micro ? 500.0 : 3900.0, 20.0, tr(" ms"));
        box->setDecimals(0);
        box->setMinimum(120.0);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, timing, length](double ms) {
            const double factor = 0.001 * ms / length; // the same shape, longer or shorter
            apply([&](auto& done) {
                done.timing = synthesis::EpisodeTiming{
                    timing.onsetS, timing.onsetS + factor * (timing.apexS - timing.onsetS),
                    factor * timing.holdS, timing.onsetS + factor * length};
            });
        });
    } else if (m_node == "light") {
        auto* box = number(s.light.gain, 2.0, 0.05, {});
        box->setMinimum(0.4);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, light = s.light](double gain) mutable {
            light.gain = gain;
            apply([&](auto& done) { done.light = light; });
        });
    } else if (m_node == "camera") {
        auto* box = number(s.camera.noiseSigma, 20.0, 1.0, tr(" grey levels of noise"));
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, camera = s.camera](double noise) mutable {
            camera.noiseSigma = noise;
            apply([&](auto& done) { done.camera = camera; });
        });
    } else if (m_node == "head") {
        auto* box = number(s.head.pxPerS, 30.0, 1.0, tr(" px/s"));
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, head = s.head](double speed) mutable {
            head.pxPerS = speed;
            apply([&](auto& done) { done.head = head; });
        });
    } else if (m_node == "blinks") {
        auto* box = combo(tr("Setting this is do()"));
        box->addItem(tr("none"));
        box->addItem(tr("one at the apex"));
        box->setCurrentIndex(s.blinks.empty() ? 0 : 1);
        connect(box, &QComboBox::activated, this, [this, at = so.timing.apexS](int row) {
            apply([&](auto& done) {
                done.blinks.emplace();
                if (row == 1)
                    done.blinks->push_back({std::max(0.0, at - 0.12), at, at + 0.2});
            });
        });
    }
}

} // namespace mien::ui
