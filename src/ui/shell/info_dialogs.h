// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace mien::ui {

class ActionRegistry;
class HistoryModel;

/// Every key on one page, as HTML; the sheet shows it and can be printed.
QString keysSheetHtml(const ActionRegistry& actions);
/// What Mien is, whose work it stands on, and what people must know about the models' licences.
QString aboutHtml();

QDialog* makeKeysSheet(const ActionRegistry& actions, QWidget* parent);
QDialog* makeAboutDialog(QWidget* parent);
QDialog* makeHistoryDialog(HistoryModel* history, QWidget* parent);

} // namespace mien::ui
