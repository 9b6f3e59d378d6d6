// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/planted_list.h"

#include "core/base/json.h"

#include "ui/generator/spec_document.h"
#include "ui/generator/spec_fields.h"
#include "ui/generator/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>

namespace mien::ui {

using namespace spec_fields;

namespace {

const std::string kAt = "/confounding/planted";
constexpr int kLineHeight = 22, kMostLines = 5, kFieldWidth = 190;
/// The core's own where a link leaves them out.
constexpr double kUsualFactor = 1.0;
/// What a new link begins with.
constexpr double kNewStrength = 0.8, kNewFactor = 1.5;
constexpr int kNewUnit = 18;

const std::array<std::pair<const char*, const char*>, 4> kKinds{{
    {"light", QT_TRANSLATE_NOOP("mien::ui::PlantedList", "dim light")},
    {"camera", QT_TRANSLATE_NOOP("mien::ui::PlantedList", "noisy camera")},
    {"duration", QT_TRANSLATE_NOOP("mien::ui::PlantedList", "longer expressions")},
    {"unit", QT_TRANSLATE_NOOP("mien::ui::PlantedList", "a unit besides")},
}};
const std::array<std::pair<const char*, const char*>, 3> kPlaces{{
    {"train", QT_TRANSLATE_NOOP("mien::ui::PlantedList", "in training only")},
    {"test", QT_TRANSLATE_NOOP("mien::ui::PlantedList", "in testing only")},
    {"all", QT_TRANSLATE_NOOP("mien::ui::PlantedList", "everywhere")},
}};

template <class Table>
QString wordOf(const Table& table, const QString& key) {
    for (const auto& [name, word] : table)
        if (key == QLatin1String(name))
            return PlantedList::tr(word);
    return key;
}

QString textIn(const Json& link, const char* key, const QString& usual) {
    return link.is_object() && link.contains(key) ? textOf(&link.at(key), usual) : usual;
}

} // namespace

PlantedList::PlantedList(SpecDocument& spec, QWidget* parent)
    : QWidget(parent),
      m_spec(spec),
      m_list(new QListWidget),
      m_remove(new QPushButton(tr("Remove"))),
      m_fields(new QWidget),
      m_form(new QFormLayout(m_fields)),
      m_kind(new QComboBox),
      m_class(new QComboBox),
      m_strength(spin(0.0, 1.0, 2)),
      m_unit(spin(0, 999, 0)),
      m_factor(spin(0.3, 3.0, 2)),
      m_where(new QComboBox) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 2, 0, 0);
    column->setSpacing(5);
    auto* head = new QHBoxLayout;
    auto* label = new QLabel(tr("Planted links"));
    label->setProperty("faint", true);
    label->setToolTip(
        tr("Something that should mean nothing follows one class: each link is written into the "
           "truth, so that debiasing can be proved right or wrong."));
    label->setBuddy(m_list);
    auto* add = new QPushButton(tr("Add"));
    add->setAccessibleName(tr("Add a planted link"));
    add->setToolTip(add->accessibleName());
    auto* menu = new QMenu(add);
    for (const auto& [kind, word] : kKinds)
        menu->addAction(tr(word), this, [this, key = QLatin1String(kind)] { this->add(key); });
    add->setMenu(menu);
    m_remove->setAccessibleName(tr("Remove the chosen link"));
    m_remove->setToolTip(m_remove->accessibleName());
    connect(m_remove, &QPushButton::clicked, this, &PlantedList::removeCurrent);
    head->addWidget(label, 1);
    head->addWidget(add);
    head->addWidget(m_remove);
    column->addLayout(head);
    m_list->setAccessibleName(tr("Planted links"));
    m_list->setToolTip(label->toolTip());
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_list, &QListWidget::currentRowChanged, this, &PlantedList::showCurrent);
    column->addWidget(m_list);
    makeFields();
    column->addWidget(m_fields);
    refresh();
}

void PlantedList::makeFields() {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(5);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    const auto row = [this](const QString& name, const QString& tip, QWidget* field) {
        auto* label = new QLabel(name);
        label->setProperty("faint", true);
        label->setMinimumWidth(140);
        label->setToolTip(tip);
        label->setBuddy(field);
        field->setToolTip(tip);
        field->setAccessibleName(name);
        field->setAccessibleDescription(tip);
        field->setFixedWidth(kFieldWidth);
        m_form->addRow(label, field);
    };
    for (const auto& [kind, word] : kKinds)
        m_kind->addItem(tr(word), QLatin1String(kind));
    for (const auto& [place, word] : kPlaces)
        m_where->addItem(tr(word), QLatin1String(place));
    row(tr("Link"), tr("What follows the class"), m_kind);
    row(tr("follows"), tr("The class that it comes with"), m_class);
    row(tr("with strength"), tr("Probability that it is there where the class is"), m_strength);
    row(tr("planted unit"), tr("Action unit that belongs to none of the emotions in use"), m_unit);
    row(tr("times as long"), tr("How much longer the expressions of the class last"), m_factor);
    row(tr("holds"), tr("A link that holds in training and not in testing misleads what learns from it"),
        m_where);
    connect(m_kind, &QComboBox::activated, this, [this] {
        const auto* link = current();
        if (link == nullptr)
            return;
        const QString kind = m_kind->currentData().toString();
        if (kind == "unit" && !link->contains("unit"))
            write("unit", kNewUnit);
        if (kind == "duration" && !current()->contains("factor"))
            write("factor", kNewFactor);
        write("kind", kind.toStdString());
    });
    connect(m_class, &QComboBox::activated, this,
            [this] { write("class", m_class->currentData().toString().toStdString()); });
    connect(m_where, &QComboBox::activated, this,
            [this] { write("in", m_where->currentData().toString().toStdString()); });
    connect(m_strength, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { write("strength", numberJson(value, 2)); });
    connect(m_unit, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { write("unit", numberJson(value, 0)); });
    connect(m_factor, &QDoubleSpinBox::valueChanged, this,
            [this](double value) { write("factor", numberJson(value, 2)); });
}

const PlantedList::Json* PlantedList::links() const {
    const auto* links = m_spec.value(kAt);
    return links != nullptr && links->is_array() ? links : nullptr;
}

const PlantedList::Json* PlantedList::current() const {
    const int row = m_list->currentRow();
    const auto* all = links();
    if (all == nullptr || row < 0 || row >= static_cast<int>(all->size()))
        return nullptr;
    const auto& link = (*all)[static_cast<std::size_t>(row)];
    return link.is_object() ? &link : nullptr;
}

void PlantedList::write(const char* key, const Json& value) {
    if (!m_filling && current() != nullptr)
        m_spec.set(kAt + '/' + std::to_string(m_list->currentRow()) + '/' + key, value);
}

void PlantedList::add(const QString& kind) {
    Json all = links() != nullptr ? *links() : Json::array();
    const auto emotions = m_spec.emotions();
    Json link{{"kind", kind.toStdString()},
              {"class", emotions.empty() ? std::string() : emotions[all.size() % emotions.size()]}};
    if (kind == "unit")
        link["unit"] = kNewUnit;
    if (kind == "duration")
        link["factor"] = kNewFactor;
    link["strength"] = kNewStrength;
    link["in"] = "train";
    all.push_back(link);
    m_spec.set(kAt, all);
    m_list->setCurrentRow(m_list->count() - 1);
}

void PlantedList::removeCurrent() {
    const int row = m_list->currentRow();
    if (links() == nullptr || row < 0)
        return;
    Json all = *links();
    all.erase(all.begin() + row);
    m_spec.set(kAt, all.empty() ? Json() : all);
}

QString PlantedList::summaryOf(const Json& link) const {
    if (!link.is_object())
        return tr("not a link: %1").arg(QString::fromStdString(jsonText(link)));
    const QString kind = textIn(link, "kind", QStringLiteral("unit"));
    QString what = wordOf(kKinds, kind);
    if (kind == "unit")
        what = tr("AU %1").arg(textIn(link, "unit", QStringLiteral("0")));
    return QStringLiteral("%1 · %2 · %3 · %4")
        .arg(what, emotionText(textIn(link, "class", {}).toStdString()),
             textIn(link, "strength", QStringLiteral("0")),
             wordOf(kPlaces, textIn(link, "in", QStringLiteral("train"))));
}

void PlantedList::refresh() {
    const auto* all = links();
    const int count = all != nullptr ? static_cast<int>(all->size()) : 0;
    const bool wasFilling = std::exchange(m_filling, true);
    const int row = m_list->currentRow();
    while (m_list->count() > count)
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < count)
        new QListWidgetItem(m_list);
    for (int i = 0; i < count; ++i) {
        const QString summary = summaryOf((*all)[static_cast<std::size_t>(i)]);
        m_list->item(i)->setText(summary);
        m_list->item(i)->setToolTip(summary);
        m_list->item(i)->setSizeHint({10, kLineHeight});
    }
    m_list->setCurrentRow(std::clamp(row, count > 0 ? 0 : -1, count - 1));
    m_list->setFixedHeight(std::clamp(count, 1, kMostLines) * kLineHeight + 4);
    m_list->setVisible(count > 0);
    m_remove->setVisible(count > 0);
    m_filling = wasFilling;
    showCurrent();
}

void PlantedList::showCurrent() {
    const auto* link = current();
    m_fields->setVisible(link != nullptr);
    m_remove->setEnabled(m_list->currentRow() >= 0);
    if (link == nullptr)
        return;
    const bool wasFilling = std::exchange(m_filling, true);
    const QString kind = textIn(*link, "kind", QStringLiteral("unit")), name = textIn(*link, "class", {});
    m_kind->setCurrentIndex(m_kind->findData(kind));
    m_class->clear();
    for (const auto& emotion : m_spec.emotions())
        m_class->addItem(emotionText(emotion), QString::fromStdString(emotion));
    if (m_class->findData(name) < 0) // not in use: said by the verdict, and kept
        m_class->addItem(name, name);
    m_class->setCurrentIndex(m_class->findData(name));
    m_strength->setValue(textIn(*link, "strength", QStringLiteral("0")).toDouble());
    m_unit->setValue(textIn(*link, "unit", QStringLiteral("0")).toDouble());
    m_factor->setValue(textIn(*link, "factor", QString::number(kUsualFactor)).toDouble());
    m_where->setCurrentIndex(m_where->findData(textIn(*link, "in", QStringLiteral("train"))));
    const auto show = [this](QWidget* field, bool shown) {
        field->setVisible(shown);
        m_form->labelForField(field)->setVisible(shown);
    };
    show(m_unit, kind == "unit");
    show(m_factor, kind == "duration");
    m_filling = wasFilling;
}

} // namespace mien::ui
