// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/icons.h"

#include <QFile>
#include <QStringList>

namespace mien::ui {

void useIconTheme(bool dark) {
    QStringList paths = QIcon::themeSearchPaths();
    if (!paths.contains("/usr/share/icons"))
        paths << "/usr/share/icons";
    QIcon::setThemeSearchPaths(paths);
    QIcon::setThemeName(dark ? "breeze-dark" : "breeze");
    QIcon::setFallbackThemeName("breeze");
}

QIcon themeIcon(const QString& name) {
    const QString own = ":/icons/" + name + ".svg";
    return QFile::exists(own) ? QIcon(own) : QIcon::fromTheme(name);
}

} // namespace mien::ui
