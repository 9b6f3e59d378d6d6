// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace mien::ui {

class ActionRegistry;

/// Every action by its name: type a few letters of it, Enter does it.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    explicit CommandPalette(ActionRegistry& actions, QWidget* parent = nullptr);

    void popUp();
    void setQuery(const QString& text);
    QString firstMatch() const; ///< id of the action Enter would do; empty: none

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill(const QString& text);
    void run();

    ActionRegistry& m_actions;
    QLineEdit* m_query;
    QListWidget* m_list;
};

} // namespace mien::ui
