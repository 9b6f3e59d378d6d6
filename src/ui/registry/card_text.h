// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QTextBrowser;

namespace mien::ui {

/// A model's card as a page: tables without the empty heading that Markdown demands, with room around them.
void showCard(QTextBrowser& browser, const QString& markdown);

} // namespace mien::ui
