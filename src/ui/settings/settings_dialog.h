// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QTabWidget;

namespace mien::ui {

class ActionRegistry;
class Settings;

/// Everything a person can choose once. Takes effect as it is chosen; there is nothing to confirm.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(Settings& settings, ActionRegistry& actions, QWidget* parent = nullptr);
    void showKeys();

private:
    QWidget* makeGeneral();
    QWidget* makeAnalysis();

    Settings& m_settings;
    QTabWidget* m_tabs;
};

} // namespace mien::ui
