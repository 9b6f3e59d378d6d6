// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/unit_panel.h"

#include "core/synthesis/generator.h"
#include "ui/generator/face_choice.h"
#include "ui/generator/level_slider.h"
#include "ui/generator/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace mien::ui {

using annotation::Side;
using synthesis::UnitState;

namespace {

constexpr double kPrototypeLevel = 3.0; ///< C: clear to see

/// Where FACS has the unit: brows, lids and gaze first.
bool isUpper(int unit) {
    return unit <= 7 || (unit >= 41 && unit <= 46) || (unit >= 61 && unit <= 68);
}

} // namespace

UnitPanel::UnitPanel(QWidget* parent)
    : QWidget(parent),
      m_code(new QLineEdit),
      m_problem(new QLabel),
      m_emotions(new QComboBox),
      m_list(new QWidget),
      m_column(new QVBoxLayout(m_list)) {
    setAccessibleName(tr("Action units"));
    if (auto table = synthesis::emotionTable("facs-prototypes"))
        m_table = std::move(*table);

    m_code->setPlaceholderText(tr("FACS code, for example R12C+6B"));
    m_code->setToolTip(tr("What the face shows, as FACS writes it. Type a code and press Enter."));
    m_code->setAccessibleName(tr("FACS code"));
    m_code->setClearButtonEnabled(true);
    m_problem->setWordWrap(true);
    m_problem->setProperty("faint", true);
    m_problem->hide();
    m_emotions->setToolTip(tr("Sets the sliders to how FACS describes this emotion."));
    m_emotions->setAccessibleName(tr("Emotion"));
    m_emotions->addItem(tr("Show an emotion…"));
    for (const auto& emotion : m_table.emotions)
        m_emotions->addItem(emotionText(emotion.name), QString::fromStdString(emotion.name));
    auto* reset = new QPushButton(tr("Neutral"));
    reset->setToolTip(tr("All sliders back to nothing"));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(14, 12, 14, 0);
    head->addWidget(m_emotions, 1);
    head->addWidget(reset);
    auto* code = new QVBoxLayout;
    code->setContentsMargins(14, 0, 14, 0);
    code->addWidget(m_code);
    code->addWidget(m_problem);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_column->setContentsMargins(14, 0, 14, 14);
    m_column->setSpacing(2);
    scroll->setWidget(m_list);
    column->addLayout(head);
    column->addLayout(code);
    column->addWidget(scroll, 1);

    connect(reset, &QPushButton::clicked, this, [this] { setUnits({}); });
    connect(m_emotions, &QComboBox::activated, this, [this](int row) {
        if (row > 0)
            setEmotion(m_emotions->itemData(row).toString());
    });
    connect(m_code, &QLineEdit::editingFinished, this, [this] {
        if (m_code->text() != codeOf(units()))
            setCode(m_code->text());
    });
    connect(m_code, &QLineEdit::textEdited, m_problem, &QWidget::hide);
}

void UnitPanel::addHeading(const QString& text) {
    auto* heading = new QLabel(text);
    heading->setProperty("heading", true);
    heading->setContentsMargins(0, 8, 0, 2);
    m_column->addWidget(heading);
}

void UnitPanel::setGenerator(const std::string& name) {
    if (name == m_generator)
        return;
    const auto* generator = synthesis::generatorRow(name);
    if (generator == nullptr)
        return;
    const auto before = units();
    m_generator = name;
    m_rows.clear();
    while (auto* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const bool upper : {true, false}) {
        addHeading(upper ? tr("Brows and eyes") : tr("Nose, cheeks and mouth"));
        for (const auto& unit : generator->units())
            if (isUpper(unit.number) == upper) {
                m_rows.push_back(makeRow(unit.number));
                m_column->addWidget(m_rows.back().widget);
            }
    }
    m_column->addStretch(1);
    setUnits(before);
}

UnitPanel::Row UnitPanel::makeRow(int number) {
    Row row;
    row.number = number;
    row.widget = new QWidget;
    auto* line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    const QString name = unitText(number);
    const QString tip = QStringLiteral("AU %1 · %2\n%3").arg(number).arg(name, unitHint(number));
    auto* code = new QLabel(QString::number(number));
    code->setProperty("heading", true);
    code->setFixedWidth(22);
    code->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* words = new QLabel(name);
    words->setFixedWidth(146);
    words->setToolTip(tip);
    code->setToolTip(tip);
    line->addWidget(code);
    line->addWidget(words);
    const auto side = [&](const QString& letter, const QString& word) {
        auto* button = new QToolButton;
        button->setText(letter);
        button->setCheckable(true);
        button->setChecked(true);
        button->setFixedSize(24, 24);
        button->setToolTip(tr("AU %1 acts on the person’s %2").arg(number).arg(word));
        button->setAccessibleName(tr("AU %1, %2").arg(number).arg(word));
        auto policy = button->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        button->setSizePolicy(policy);
        button->hide(); // until the unit acts
        line->addWidget(button);
        return button;
    };
    row.right = side(tr("R"), sideWord(Side::Right)); // as the picture shows it: the person's right is left
    row.left = side(tr("L"), sideWord(Side::Left));
    row.slider = new LevelSlider(tr("AU %1 %2, intensity").arg(number).arg(name));
    row.slider->setToolTip(tip + QLatin1Char('\n') + tr("Double-click: absent"));
    line->addWidget(row.slider, 1);
    const auto enliven = [right = row.right, left = row.left, words](int value) {
        right->setVisible(value > 0);
        left->setVisible(value > 0);
        words->setForegroundRole(value > 0 ? QPalette::WindowText : QPalette::PlaceholderText);
    };
    enliven(0);
    connect(row.slider, &QSlider::valueChanged, row.widget, enliven);
    connect(row.slider, &QSlider::valueChanged, this, &UnitPanel::follow);
    // One side at least: taking away the only one turns to the other.
    const auto keepOne = [this](QToolButton* clicked, QToolButton* other) {
        connect(clicked, &QToolButton::toggled, this, [this, other](bool on) {
            if (!on && !other->isChecked()) {
                const QSignalBlocker quiet(other);
                other->setChecked(true);
            }
            follow();
        });
    };
    keepOne(row.right, row.left);
    keepOne(row.left, row.right);
    return row;
}

Side UnitPanel::sideOf(const Row& row) {
    if (row.left->isChecked() == row.right->isChecked())
        return Side::Bilateral;
    return row.left->isChecked() ? Side::Left : Side::Right;
}

std::vector<UnitState> UnitPanel::units() const {
    std::vector<UnitState> units;
    for (const auto& row : m_rows)
        if (row.slider->value() > 0)
            units.push_back({row.number, sideOf(row), row.slider->level()});
    std::sort(units.begin(), units.end(),
              [](const UnitState& a, const UnitState& b) { return a.unit < b.unit; });
    return units;
}

void UnitPanel::setUnits(const std::vector<UnitState>& units) {
    m_filling = true;
    for (auto& row : m_rows) {
        const auto found = std::find_if(units.begin(), units.end(),
                                        [&](const UnitState& u) { return u.unit == row.number; });
        const bool acts = found != units.end();
        const auto side = acts ? found->side : Side::Bilateral;
        row.left->setChecked(true);
        row.right->setChecked(true);
        if (side == Side::Left)
            row.right->setChecked(false);
        if (side == Side::Right)
            row.left->setChecked(false);
        row.slider->setLevel(acts ? found->level : 0.0);
    }
    m_filling = false;
    follow();
}

void UnitPanel::setCode(const QString& code) {
    const auto units = unitsFrom(code);
    m_problem->setVisible(!units);
    if (!units)
        return m_problem->setText(QString::fromStdString(units.error().message));
    setUnits(*units);
}

void UnitPanel::setEmotion(const QString& name) {
    const auto* emotion = m_table.find(name.toStdString());
    if (emotion == nullptr || emotion->variants.empty())
        return;
    const auto& variant = *std::max_element(
        emotion->variants.begin(), emotion->variants.end(),
        [](const synthesis::Variant& a, const synthesis::Variant& b) { return a.weight < b.weight; });
    std::vector<UnitState> units;
    for (const auto& unit : variant.units)
        if (unit.probability >= 0.5) {
            const auto side =
                unit.side == synthesis::SideRule::Left ? Side::Left
                : unit.side == synthesis::SideRule::Right || unit.side == synthesis::SideRule::Either
                    ? Side::Right
                    : Side::Bilateral;
            units.push_back({unit.unit, side, kPrototypeLevel});
        }
    setUnits(units);
}

void UnitPanel::follow() {
    if (m_filling)
        return;
    m_problem->hide();
    const QString code = codeOf(units());
    if (m_code->text() != code)
        m_code->setText(code);
    const auto row = m_emotions->currentIndex();
    if (row > 0) { // the name stands only as long as the sliders are its own
        const QSignalBlocker quiet(m_emotions);
        m_emotions->setCurrentIndex(0);
    }
    emit changed();
}

} // namespace mien::ui
