// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/card_text.h"

#include "ui/settings/theme.h"

#include <QTextBrowser>
#include <QTextTable>

namespace mien::ui {
namespace {

constexpr double kCellPx = 4.0, kBesidePx = 10.0;

bool firstRowIsEmpty(const QTextTable& table) {
    for (int column = 0; column < table.columns(); ++column) {
        const auto cell = table.cellAt(0, column);
        if (cell.firstCursorPosition() != cell.lastCursorPosition())
            return false;
    }
    return true;
}

} // namespace

void showCard(QTextBrowser& browser, const QString& markdown) {
    browser.setMarkdown(markdown);
    for (QTextFrame* frame : browser.document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        if (table->rows() > 1 && firstRowIsEmpty(*table))
            table->removeRows(0, 1);
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1.0);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(tonesOf(themeOf(browser.palette())).line);
        format.setCellSpacing(0.0);
        format.setCellPadding(kCellPx);
        format.setTopMargin(kBesidePx);
        format.setBottomMargin(kBesidePx);
        table->setFormat(format);
    }
    browser.moveCursor(QTextCursor::Start);
}

} // namespace mien::ui
