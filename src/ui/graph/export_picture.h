// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;

namespace mien::ui::graph {

/// Draws a picture of `size` (px at 96 dpi) into a file by its extension: .svg and .pdf as drawings, .png at
/// twice the size. The file is complete or as it was. InvalidArgument: another extension; WriteFailed.
Result<void> exportPicture(const QString& path, QSize size, const QString& title, const QColor& ground,
                           const std::function<void(QPainter&)>& draw);

/// For file dialogs: "Drawings (*.svg);;…".
QString exportFilter();

} // namespace mien::ui::graph
