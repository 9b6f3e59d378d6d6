// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

namespace mien::ui {

class Settings;

/// Where an action answers to its keys. Two actions may share a key only in different workspaces.
enum class ActionContext { Everywhere, Code, Review, Data, Graph, Train };

struct ActionSpec {
    QString id;    ///< stable, kept in settings: "step.forward"
    QString group; ///< heading in the keys sheet
    QString text;  ///< imperative, for people
    QList<QKeySequence> keys = {};
    ActionContext context = ActionContext::Everywhere;
    QString icon = {}; ///< name of a theme icon
    bool autoRepeat = false;
};

/// Every command of the window, once: menus, buttons, the keys sheet, the command palette and the keys page
/// read it. Keys can be changed; a key that is taken is refused with a sentence that names its owner.
class ActionRegistry : public QObject {
    Q_OBJECT
public:
    explicit ActionRegistry(Settings& settings, QObject* parent = nullptr);

    /// `run` is called when the action is triggered. Reads the person's own keys from the settings.
    QAction* add(ActionSpec spec, std::function<void()> run);
    QAction* action(const QString& id) const; ///< must exist
    bool contains(const QString& id) const;
    const std::vector<ActionSpec>& specs() const { return m_specs; }
    const ActionSpec& spec(const QString& id) const; ///< must exist

    QList<QKeySequence> keys(const QString& id) const;
    /// "J" or "Left / ,": for hints; empty where the action has no key.
    QString keyText(const QString& id) const;
    Result<void> setKeys(const QString& id, const QList<QKeySequence>& keys);
    void resetKeys(const QString& id);
    void resetAllKeys();

    /// The workspace that is in front; keys of other workspaces fall silent.
    void setActiveContext(ActionContext context);

signals:
    void keysChanged(const QString& id);

private:
    void refreshTip(const QString& id);

    Settings& m_settings;
    std::vector<ActionSpec> m_specs;
    std::vector<QAction*> m_actions;
    ActionContext m_context = ActionContext::Code;
};

/// Whether two contexts can be in front at once.
bool overlap(ActionContext a, ActionContext b);

} // namespace mien::ui
