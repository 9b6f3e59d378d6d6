// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/action_registry.h"

namespace mien::ui {

/// Keys for people who come from another program: added to those that the actions have.
struct KeyPreset {
    QString id; ///< stable: "numpad"
    QString text;
    QString description;
    std::vector<std::pair<QString, QKeySequence>> keys; ///< action and its additional key
};

std::vector<KeyPreset> keyPresets();

/// Whether all actions that the preset gives keys to are there; the functions below ask for that.
bool isUsable(const ActionRegistry& actions, const KeyPreset& preset);
/// All keys of the preset or, where another action owns one of them, none and a sentence that names it.
Result<void> applyPreset(ActionRegistry& actions, const KeyPreset& preset);
void removePreset(ActionRegistry& actions, const KeyPreset& preset);
/// Whether every action of the preset has its key.
bool hasPreset(const ActionRegistry& actions, const KeyPreset& preset);

} // namespace mien::ui
