// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;
class QVBoxLayout;

namespace mien::ui {

class ActionRegistry;

/// Every action with its keys; a key that another action owns is refused with a sentence.
class KeysPage : public QWidget {
    Q_OBJECT
public:
    explicit KeysPage(ActionRegistry& actions, QWidget* parent = nullptr);

    void select(const QString& id);
    /// What the buttons do, for the selected action.
    void assign(const QKeySequence& keys);
    QString notice() const;
    /// Adds the keys of a preset, or takes them away again.
    void usePreset(const QString& id, bool use);

private:
    void fill();
    void filter(const QString& text);
    QString selectedId() const;
    QTreeWidgetItem* itemOf(const QString& id) const;
    void addPresets(QVBoxLayout* column);
    void say(const QString& text, bool bad);

    ActionRegistry& m_actions;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QKeySequenceEdit* m_edit;
    QLabel* m_notice;
};

} // namespace mien::ui
