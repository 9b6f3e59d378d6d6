// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/icons.h"

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
    return QIcon::fromTheme(name, QIcon(":/icons/" + name + ".svg"));
}

} // namespace mien::ui
