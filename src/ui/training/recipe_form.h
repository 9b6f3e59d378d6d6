// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/spotting/recipe.h"

#include <QWidget>

#include <map>

class QLabel;
class QToolButton;

namespace mien::ui {

/// Every option of a recipe as its visit() lists them, folded away.
class RecipeForm : public QWidget {
    Q_OBJECT
public:
    explicit RecipeForm(QWidget* parent = nullptr);

    /// A preset, and what was changed of it.
    void setRecipe(const QString& preset, const QVariantMap& changes = {});
    /// InvalidArgument where a value is impossible.
    Result<spotting::SpottingRecipe> recipe() const;
    /// Options that differ from the preset: name to text.
    QVariantMap changes() const;
    const QString& preset() const { return m_preset; }
    /// Sets one option as a person would.
    void setOption(const QString& name, const QString& value);
    QString option(const QString& name) const;
    QWidget* editor(const QString& name) const;
    void setOpen(bool open);

signals:
    void changed();

private:
    void build(const spotting::SpottingRecipe& recipe);
    void refresh();

    QString m_preset;
    std::map<QString, QString> m_ofPreset; ///< values of the preset
    std::map<QString, QWidget*> m_editors;
    QToolButton* m_fold;
    QWidget* m_inside;
    QLabel* m_wrong;
};

} // namespace mien::ui
