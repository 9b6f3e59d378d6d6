// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/spec_fields.h"

#include "ui/generator/spec_document.h"
#include "ui/generator/spec_form.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace mien::ui {

namespace spec_fields {

QString textOf(const Json* json, const QString& usual) {
    if (json == nullptr)
        return usual;
    return json->is_string() ? QString::fromStdString(json->get<std::string>())
                             : QString::fromStdString(json->dump());
}

Json numberJson(double value, int decimals) {
    if (decimals == 0) // signed and unsigned are two kinds of number in JSON's types; none here is below 0
        return static_cast<std::uint64_t>(std::llround(std::max(0.0, value)));
    const double scale = std::pow(10.0, decimals);
    return std::round(value * scale) / scale;
}

QDoubleSpinBox* spin(double least, double most, int decimals) {
    auto* box = new QDoubleSpinBox;
    box->setRange(least, most);
    box->setDecimals(decimals);
    box->setSingleStep(decimals == 0 ? 1.0 : (most - least <= 2.0 ? 0.05 : 0.5));
    box->setKeyboardTracking(false);
    return box;
}

} // namespace spec_fields

using namespace spec_fields;

namespace {

constexpr int kFieldWidth = 190;

} // namespace

QFormLayout* SpecForm::section(QWidget* column, const QString& title) {
    auto* heading = new QLabel(title);
    heading->setProperty("heading", true);
    heading->setContentsMargins(0, 12, 0, 4);
    column->layout()->addWidget(heading);
    auto* body = new QWidget;
    auto* form = new QFormLayout(body);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(5);
    form->setLabelAlignment(Qt::AlignLeft);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    column->layout()->addWidget(body);
    return form;
}

void SpecForm::addRow(QFormLayout* form, const Words& words, QWidget* field) {
    auto* label = new QLabel(words.label);
    label->setProperty("faint", true);
    label->setToolTip(words.tip);
    label->setMinimumWidth(140);
    label->setBuddy(field);
    field->setToolTip(words.tip);
    field->setAccessibleName(words.label);
    field->setAccessibleDescription(words.tip);
    field->setFixedWidth(kFieldWidth);
    form->addRow(label, field);
}

void SpecForm::addNumber(QFormLayout* form, const std::string& at, const Words& words, double least,
                         double most, double usual, int decimals, const QString& suffix) {
    auto* box = spin(least, most, decimals);
    box->setSuffix(suffix);
    addRow(form, words, box);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, at, decimals](double value) {
        if (!m_filling)
            m_spec.set(at, numberJson(value, decimals));
    });
    m_refresh.emplace_back([this, box, at, usual] {
        const auto* json = m_spec.value(at);
        const bool here = json == nullptr || json->is_number();
        box->setEnabled(here); // what is more than a number is left to the JSON
        box->setSpecialValueText(here ? QString() : tr("see the JSON"));
        box->setValue(!here ? box->minimum() : json != nullptr ? json->get<double>() : usual);
    });
}

void SpecForm::addRange(QFormLayout* form, const std::string& at, const Words& words, double least,
                        double most, std::pair<double, double> usual, int decimals) {
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    auto* from = spin(least, most, decimals);
    auto* to = spin(least, most, decimals);
    from->setAccessibleName(tr("%1, from").arg(words.label));
    to->setAccessibleName(tr("%1, to").arg(words.label));
    row->addWidget(from, 1);
    row->addWidget(new QLabel(QStringLiteral("–")));
    row->addWidget(to, 1);
    from->setToolTip(words.tip);
    to->setToolTip(words.tip);
    addRow(form, words, both);
    both->setFocusProxy(from);
    // The end that nobody touched keeps its digits.
    const auto write = [this, at, from, to, decimals](std::size_t end) {
        if (m_filling)
            return;
        const auto* before = m_spec.value(at);
        Json range = before != nullptr && before->is_array() && before->size() == 2
                         ? *before
                         : Json::array({numberJson(from->value(), std::max(1, decimals)),
                                        numberJson(to->value(), std::max(1, decimals))});
        range[end] = numberJson((end == 0 ? from : to)->value(), std::max(1, decimals));
        m_spec.set(at, range);
    };
    connect(from, &QDoubleSpinBox::valueChanged, this, [write] { write(0); });
    connect(to, &QDoubleSpinBox::valueChanged, this, [write] { write(1); });
    m_refresh.emplace_back([this, from, to, at, usual] {
        const auto* json = m_spec.value(at);
        const bool given = json != nullptr && json->is_array() && json->size() == 2 &&
                           (*json)[0].is_number() && (*json)[1].is_number();
        from->setValue(given ? (*json)[0].get<double>() : usual.first);
        to->setValue(given ? (*json)[1].get<double>() : usual.second);
    });
}

void SpecForm::addText(QFormLayout* form, const std::string& at, const Words& words, const QString& usual) {
    auto* line = new QLineEdit;
    addRow(form, words, line);
    connect(line, &QLineEdit::editingFinished, this, [this, line, at, usual] {
        if (line->text() != textOf(m_spec.value(at), usual))
            m_spec.set(at, line->text().toStdString());
    });
    m_refresh.emplace_back([this, line, at, usual] { line->setText(textOf(m_spec.value(at), usual)); });
}

void SpecForm::addChoice(QFormLayout* form, const std::string& at, const Words& words,
                         const std::vector<std::pair<QString, QString>>& choices, bool firstIsNone) {
    auto* box = new QComboBox;
    for (const auto& [key, text] : choices)
        box->addItem(text, key);
    addRow(form, words, box);
    // Without it the section means nothing; what stood there comes back with it.
    const auto kept = std::make_shared<Json>();
    connect(box, &QComboBox::activated, this, [this, box, at, firstIsNone, kept](int row) {
        const auto whole = at.substr(0, at.rfind('/'));
        const auto* section = m_spec.value(whole);
        if (firstIsNone && row == 0) {
            if (section != nullptr)
                *kept = *section;
            return m_spec.set(whole, Json());
        }
        if (firstIsNone && section == nullptr && kept->is_object())
            m_spec.set(whole, *kept);
        m_spec.set(at, Json(box->itemData(row).toString().toStdString()));
    });
    m_refresh.emplace_back([this, box, at] {
        box->setCurrentIndex(
            std::max(0, box->findData(textOf(m_spec.value(at), box->itemData(0).toString()))));
    });
}

} // namespace mien::ui
