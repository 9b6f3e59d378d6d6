// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/recipe_form.h"

#include "ui/training/recipe_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVariantMap>

#include <fmt/format.h>

namespace mien::ui {
namespace {

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template <class Field>
QString valueText(const Field& field) {
    return QString::fromStdString(fmt::format("{}", field));
}

QString rangeText(const OptionInfo& info) {
    return info.min == info.max ? QString()
                                : QStringLiteral("%1 … %2").arg(info.min, 0, 'g', 6).arg(info.max, 0, 'g', 6);
}

QString valueOf(const QWidget* editor) {
    if (const auto* check = qobject_cast<const QCheckBox*>(editor))
        return check->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto* box = qobject_cast<const QComboBox*>(editor))
        return box->currentText();
    return static_cast<const QLineEdit*>(editor)->text().trimmed();
}

void setValue(QWidget* editor, const QString& value) {
    if (auto* check = qobject_cast<QCheckBox*>(editor))
        check->setChecked(value == QLatin1String("true"));
    else if (auto* box = qobject_cast<QComboBox*>(editor))
        box->setCurrentText(value);
    else
        static_cast<QLineEdit*>(editor)->setText(value);
}

} // namespace

RecipeForm::RecipeForm(QWidget* parent)
    : QWidget(parent), m_fold(new QToolButton), m_inside(new QWidget), m_wrong(new QLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setArrowType(Qt::RightArrow);
    m_fold->setToolTip(tr("Every option of the recipe, called as on the command line"));
    m_wrong->setWordWrap(true);
    m_wrong->setAccessibleName(tr("What is wrong with the options"));
    m_wrong->hide();
    m_inside->hide();
    column->addWidget(m_fold);
    column->addWidget(m_wrong);
    column->addWidget(m_inside);
    connect(m_fold, &QToolButton::toggled, this, &RecipeForm::setOpen);
    build({});
    setRecipe(textOf(spotting::recipePresets().front().name));
}

void RecipeForm::setOpen(bool open) {
    m_fold->setChecked(open);
    m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_inside->setVisible(open);
}

void RecipeForm::build(const spotting::SpottingRecipe& recipe) {
    auto* form = new QFormLayout(m_inside);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(4);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    spotting::SpottingRecipe::visit(recipe, [&](const auto& field, const OptionInfo& info) {
        using Field = std::remove_cvref_t<decltype(field)>;
        const QString name = textOf(info.name);
        QWidget* editor = nullptr;
        if constexpr (std::is_same_v<Field, bool>) {
            auto* check = new QCheckBox(name);
            connect(check, &QCheckBox::toggled, this, &RecipeForm::refresh);
            editor = check;
            form->addRow(check);
        } else {
            if (info.choices.empty()) {
                auto* line = new QLineEdit;
                line->setPlaceholderText(rangeText(info));
                connect(line, &QLineEdit::textChanged, this, &RecipeForm::refresh);
                editor = line;
            } else {
                auto* box = new QComboBox;
                for (const auto choice : info.choices)
                    box->addItem(textOf(choice));
                connect(box, &QComboBox::currentIndexChanged, this, &RecipeForm::refresh);
                editor = box;
            }
            form->addRow(name, editor);
        }
        const QString range = rangeText(info);
        const QString help = recipeText(info.help);
        editor->setToolTip(range.isEmpty() ? help : QStringLiteral("%1 (%2)").arg(help, range));
        editor->setAccessibleName(name);
        editor->setAccessibleDescription(editor->toolTip());
        m_editors[name] = editor;
    });
}

void RecipeForm::setRecipe(const QString& preset, const QVariantMap& changes) {
    const auto recipe = spotting::recipePreset(preset.toStdString());
    if (!recipe)
        return;
    m_preset = preset;
    m_ofPreset.clear();
    const QSignalBlocker quiet(this);
    spotting::SpottingRecipe::visit(*recipe, [&](const auto& field, const OptionInfo& info) {
        const QString name = textOf(info.name);
        setValue(m_editors.at(name), valueText(field));
        m_ofPreset[name] = valueOf(m_editors.at(name)); // as the editor writes it
    });
    for (auto it = changes.begin(); it != changes.end(); ++it)
        if (m_editors.contains(it.key()))
            setValue(m_editors.at(it.key()), it.value().toString());
    refresh();
}

Result<spotting::SpottingRecipe> RecipeForm::recipe() const {
    auto recipe = spotting::recipePreset(m_preset.toStdString());
    if (!recipe)
        return recipe;
    const QVariantMap changed = changes();
    for (auto it = changed.begin(); it != changed.end(); ++it)
        if (auto ok = spotting::set(*recipe, it.key().toStdString(), it.value().toString().toStdString());
            !ok)
            return Unexpected(std::move(ok).error());
    if (auto ok = recipe->settle(); !ok)
        return Unexpected(std::move(ok).error());
    return recipe;
}

QVariantMap RecipeForm::changes() const {
    QVariantMap out;
    for (const auto& [name, editor] : m_editors)
        if (const auto before = m_ofPreset.find(name);
            before != m_ofPreset.end() && before->second != valueOf(editor))
            out[name] = valueOf(editor);
    return out;
}

void RecipeForm::setOption(const QString& name, const QString& value) {
    setValue(m_editors.at(name), value);
}

QString RecipeForm::option(const QString& name) const {
    return valueOf(m_editors.at(name));
}

QWidget* RecipeForm::editor(const QString& name) const {
    return m_editors.at(name);
}

void RecipeForm::refresh() {
    const auto others = static_cast<int>(changes().size());
    m_fold->setText(others == 0 ? tr("More") : tr("More (%n changed)", nullptr, others));
    m_fold->setAccessibleName(m_fold->text());
    const auto now = recipe();
    m_wrong->setVisible(!now);
    m_wrong->setText(now ? QString() : QString::fromStdString(now.error().sentence()));
    emit changed();
}

} // namespace mien::ui
