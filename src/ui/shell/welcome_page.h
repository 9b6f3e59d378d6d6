// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace mien::ui {

class ActionRegistry;
class Settings;

/// What stands where the film will be: says what to do, and offers it.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    WelcomePage(ActionRegistry& actions, Settings& settings, bool hasDemo, QWidget* parent = nullptr);
    void refresh(); ///< the list of recent projects
    void setDropping(bool dropping);

signals:
    void opened(const QString& projectPath);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Settings& m_settings;
    QWidget* m_recentBox;
    QVBoxLayout* m_recent;
    bool m_dropping = false;
};

} // namespace mien::ui
