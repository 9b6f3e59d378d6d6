// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/theme.h"

#include "ui/settings/icons.h"
#include "ui/settings/theme_style.h"

#include <QApplication>

namespace mien::ui {
namespace {

constexpr char kStyled[] = "mienStyle";

} // namespace

Tones tonesOf(ThemeChoice theme) {
    if (theme == ThemeChoice::Light)
        return {"#d9dce1", "#ffffff", "#c9cdd3", "#596170", "#1c6dd0",
                "#1f7a43", "#8f5a00", "#b3261e", "#7a4bc2"};
    return {"#101216", "#262a31", "#363b44", "#a0a8b5", "#4c9bf5",
            "#5cc98a", "#e8b04a", "#f0706a", "#b998f2"};
}

QPalette paletteOf(ThemeChoice theme) {
    const bool dark = theme == ThemeChoice::Dark;
    const Tones tones = tonesOf(theme);
    const QColor window = dark ? "#1c1f24" : "#f1f2f4";
    const QColor base = dark ? "#15171b" : "#ffffff";
    const QColor text = dark ? "#e4e7ec" : "#1a1d22";
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, base);
    p.setColor(QPalette::AlternateBase, dark ? QColor("#1a1d22") : QColor("#f7f8f9"));
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::PlaceholderText, tones.faint);
    p.setColor(QPalette::Button, tones.raised);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, Qt::white);
    p.setColor(QPalette::ToolTipBase, dark ? QColor("#2f343d") : QColor("#ffffff"));
    p.setColor(QPalette::ToolTipText, text);
    p.setColor(QPalette::Highlight, dark ? QColor("#28456a") : QColor("#1c6dd0"));
    p.setColor(QPalette::HighlightedText, Qt::white);
    p.setColor(QPalette::Link, tones.accent);
    p.setColor(QPalette::Light, dark ? QColor("#3a404a") : QColor("#ffffff"));
    p.setColor(QPalette::Midlight, dark ? QColor("#31363f") : QColor("#e6e8eb"));
    p.setColor(QPalette::Mid, tones.line);
    p.setColor(QPalette::Dark, dark ? QColor("#0c0d10") : QColor("#b5bac2"));
    p.setColor(QPalette::Shadow, dark ? QColor("#000000") : QColor("#9098a3"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, dark ? QColor("#646c78") : QColor("#9aa1ab"));
    p.setColor(QPalette::Disabled, QPalette::Highlight, tones.line);
    return p;
}

ThemeChoice themeOf(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < 128 ? ThemeChoice::Dark : ThemeChoice::Light;
}

void applyTheme(QApplication& app, ThemeChoice theme) {
    const Tones t = tonesOf(theme);
    useIconTheme(theme == ThemeChoice::Dark);
    if (app.property(kStyled).isNull()) { // a style sheet wraps the style, so that it cannot be asked
        app.setStyle(new ThemeStyle);
        app.setProperty(kStyled, true);
    }
    app.setPalette(paletteOf(theme));
    const bool dark = theme == ThemeChoice::Dark;
    const QString hover = dark ? "#323842" : "#e2e5e9";
    app.setStyleSheet(
        QString("QToolTip { padding: 4px 6px; border: 1px solid %1; }"
                "QMainWindow::separator { background: %1; width: 1px; height: 1px; }"
                "QMainWindow::separator:hover { background: %2; }"
                "QDockWidget { titlebar-close-icon: none; font-weight: 600; }"
                "QDockWidget::title { padding: 6px 10px; background: %3; border-bottom: 1px solid %1; "
                "text-align: left; }"
                "QToolBar { border: none; spacing: 2px; padding: 3px 6px; }"
                "QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px 6px; }"
                "QToolButton:hover { background: %4; }"
                "QToolButton:checked { background: %4; border-color: %1; }"
                "QToolButton:focus, QPushButton:focus { border: 1px solid %2; }"
                "QPushButton { border: 1px solid %1; border-radius: 4px; padding: 5px 12px; background: %3; }"
                "QPushButton:hover { background: %4; }"
                "QPushButton:disabled { color: palette(placeholder-text); background: transparent; }"
                "QPushButton[primary=\"true\"] { background: %6; color: white; border-color: %6; }"
                "QPushButton[primary=\"true\"]:disabled { background: transparent; color: "
                "palette(placeholder-text); border-color: %1; }"
                "QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }"
                "QTabWidget::pane { border: 1px solid %1; }"
                "QTabWidget[plain=\"true\"]::pane { border: none; border-top: 1px solid %1; }"
                "QTabWidget[plain=\"true\"] > QTabBar::tab { padding: 7px 14px; border: none; border-bottom: "
                "2px solid transparent; background: transparent; color: %5; }"
                "QTabWidget[plain=\"true\"] > QTabBar::tab:selected { border-color: %2; color: "
                "palette(window-text); }"
                "QTabWidget[plain=\"true\"] > QTabBar::tab:hover, QTabWidget[plain=\"true\"] > "
                "QTabBar::tab:focus { background: %4; }"
                "QStatusBar { border-top: 1px solid %1; }"
                "QStatusBar::item { border: none; }"
                "QMenuBar { border-bottom: 1px solid %1; }"
                "QMenuBar::item { padding: 8px 9px; background: transparent; }"
                "QMenuBar::item:selected, QMenuBar::item:pressed { background: %4; }"
                "QLabel[faint=\"true\"] { color: %5; }"
                "QLabel[faint=\"true\"]:disabled { color: palette(placeholder-text); }"
                "QLabel[heading=\"true\"] { font-weight: 600; }"
                "QListView, QTreeView, QTableView, QPlainTextEdit, QTextBrowser { border: none; }"
                "QPlainTextEdit[field=\"true\"] { border: 1px solid %1; border-radius: 2px; }"
                "QPlainTextEdit[field=\"true\"]:focus { border: 1px solid %2; }"
                "QListView[padded=\"true\"]::item { padding: 5px 8px; border: 0; }"
                "QListView[padded=\"true\"]::item:selected { background: palette(highlight); color: "
                "palette(highlighted-text); }"
                "QTableView[padded=\"true\"]::item { padding: 0 8px; border: 0; }"
                "QTableView[padded=\"true\"]::item:selected { background: palette(highlight); color: "
                "palette(highlighted-text); }"
                "QHeaderView[padded=\"true\"]::section { padding: 5px 8px; border: none; border-bottom: 1px "
                "solid %1; background: palette(window); color: %5; }"
                "QScrollBar:vertical { width: 10px; background: transparent; }"
                "QScrollBar:horizontal { height: 10px; background: transparent; }"
                "QScrollBar::handle { background: %7; border-radius: 4px; margin: 1px; }"
                "QScrollBar::handle:vertical { min-height: 28px; }"
                "QScrollBar::handle:horizontal { min-width: 28px; }"
                "QScrollBar::handle:hover { background: %5; }"
                "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
                "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
                "QListView:focus, QTableView:focus { border: 1px solid %2; }"
                "QProgressBar { border: none; border-radius: 3px; background: %1; height: 6px; text-align: "
                "center; }"
                "QProgressBar::chunk { border-radius: 3px; background: %2; }")
            .arg(t.line.name(), t.accent.name(), t.raised.name(), hover, t.faint.name(),
                 dark ? "#2f6fc0" : "#1c6dd0", dark ? "#4a515d" : "#b5bac2"));
}

} // namespace mien::ui
