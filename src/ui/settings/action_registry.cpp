// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/action_registry.h"

#include "ui/settings/icons.h"
#include "ui/settings/settings.h"

#include <algorithm>
#include <cassert>

namespace mien::ui {

bool overlap(ActionContext a, ActionContext b) {
    return a == b || a == ActionContext::Everywhere || b == ActionContext::Everywhere;
}

ActionRegistry::ActionRegistry(Settings& settings, QObject* parent) : QObject(parent), m_settings(settings) {}

QAction* ActionRegistry::add(ActionSpec spec, std::function<void()> run) {
    auto* action = new QAction(spec.text, this);
    action->setObjectName(spec.id);
    action->setAutoRepeat(spec.autoRepeat);
    action->setShortcutContext(Qt::WindowShortcut);
    if (!spec.icon.isEmpty())
        action->setIcon(themeIcon(spec.icon));
    if (run)
        connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    action->setShortcuts(m_settings.keys(spec.id).value_or(spec.keys));
    m_specs.push_back(std::move(spec));
    m_actions.push_back(action);
    refreshTip(m_specs.back().id);
    return action;
}

QAction* ActionRegistry::action(const QString& id) const {
    for (std::size_t i = 0; i < m_specs.size(); ++i)
        if (m_specs[i].id == id)
            return m_actions[i];
    assert(false && "no such action");
    return nullptr;
}

bool ActionRegistry::contains(const QString& id) const {
    return std::any_of(m_specs.begin(), m_specs.end(), [&](const auto& spec) { return spec.id == id; });
}

const ActionSpec& ActionRegistry::spec(const QString& id) const {
    const auto found =
        std::find_if(m_specs.begin(), m_specs.end(), [&](const auto& s) { return s.id == id; });
    assert(found != m_specs.end());
    return *found;
}

QList<QKeySequence> ActionRegistry::keys(const QString& id) const {
    return m_settings.keys(id).value_or(spec(id).keys);
}

QString ActionRegistry::keyText(const QString& id) const {
    QStringList texts;
    for (const QKeySequence& sequence : keys(id))
        texts << sequence.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral(" / "));
}

Result<void> ActionRegistry::setKeys(const QString& id, const QList<QKeySequence>& wanted) {
    const ActionContext context = spec(id).context;
    for (const ActionSpec& other : m_specs) {
        if (other.id == id || !overlap(context, other.context))
            continue;
        for (const QKeySequence& taken : keys(other.id))
            for (const QKeySequence& key : wanted)
                if (key.matches(taken) != QKeySequence::NoMatch ||
                    taken.matches(key) != QKeySequence::NoMatch)
                    return fail(ErrorCode::InvalidArgument,
                                tr("%1 already belongs to “%2”. Choose another key, or free it there first.")
                                    .arg(key.toString(QKeySequence::NativeText), other.text)
                                    .toStdString());
    }
    m_settings.setKeys(id, wanted);
    if (context == ActionContext::Everywhere || context == m_context)
        action(id)->setShortcuts(wanted);
    refreshTip(id);
    emit keysChanged(id);
    return {};
}

void ActionRegistry::resetKeys(const QString& id) {
    m_settings.forgetKeys(id);
    setActiveContext(m_context);
    refreshTip(id);
    emit keysChanged(id);
}

void ActionRegistry::resetAllKeys() {
    for (const ActionSpec& spec : m_specs)
        resetKeys(spec.id);
}

void ActionRegistry::setActiveContext(ActionContext context) {
    m_context = context;
    for (std::size_t i = 0; i < m_specs.size(); ++i) {
        const bool answers = overlap(m_specs[i].context, context);
        m_actions[i]->setShortcuts(answers ? keys(m_specs[i].id) : QList<QKeySequence>{});
    }
}

void ActionRegistry::refreshTip(const QString& id) {
    const QString text = spec(id).text;
    const QString key = keyText(id);
    action(id)->setToolTip(key.isEmpty() ? text : QStringLiteral("%1  (%2)").arg(text, key));
}

} // namespace mien::ui
