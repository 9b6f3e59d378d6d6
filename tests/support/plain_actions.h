// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/action_registry.h"

namespace mien::test {

/// The actions that a panel puts on its buttons, without the window behind them.
inline void addActions(ui::ActionRegistry& actions, std::initializer_list<const char*> ids) {
    for (const char* id : ids)
        actions.add({id, "Group", id, {}}, {});
}

} // namespace mien::test
