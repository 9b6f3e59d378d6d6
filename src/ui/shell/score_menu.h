// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/timeline/timeline_content.h"

class QMenu;
class QWidget;

namespace mien::ui {

class ScorePanel;
class Workbench;

/// What can be done with what lies under the pointer (or is selected, where the keyboard asks): the window's
/// own actions with their keys, and the lanes' switches. The caller shows it; it deletes itself.
QMenu* makeScoreMenu(Workbench& bench, ScorePanel& panel, const timeline::ContextTarget& target);

} // namespace mien::ui
