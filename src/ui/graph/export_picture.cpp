// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/export_picture.h"

#include "core/base/file_io.h"

#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>

namespace mien::ui::graph {
namespace {

constexpr double kDpi = 96.0;
constexpr double kPngScale = 2.0;

class Words {
    Q_DECLARE_TR_FUNCTIONS(ExportPicture)
};

Result<void> unwritten(const QString& path) {
    return fail(ErrorCode::WriteFailed,
                Words::tr("The picture could not be written; choose another folder.").toStdString(),
                path.toStdString());
}

using Draw = std::function<void(QPainter&)>;

bool writeSvg(const QString& path, QSize size, const QString& title, const Draw& draw) {
    QSvgGenerator svg;
    svg.setFileName(path);
    svg.setTitle(title);
    svg.setResolution(static_cast<int>(kDpi));
    svg.setSize(size);
    svg.setViewBox(QRect(QPoint(), size));
    QPainter painter;
    if (!painter.begin(&svg))
        return false;
    draw(painter);
    return painter.end();
}

bool writePdf(const QString& path, QSize size, const QString& title, const Draw& draw) {
    QPdfWriter pdf(path);
    pdf.setTitle(title);
    pdf.setCreator(QStringLiteral("Mien"));
    pdf.setResolution(static_cast<int>(kDpi)); // so that type sizes mean what they mean on the screen
    pdf.setPageSize(QPageSize(QSizeF(size) * (72.0 / kDpi), QPageSize::Point, {}, QPageSize::ExactMatch));
    pdf.setPageMargins({});
    QPainter painter;
    if (!painter.begin(&pdf))
        return false;
    draw(painter);
    return painter.end();
}

bool writePng(const QString& path, QSize size, const Draw& draw) {
    QImage image(size * kPngScale, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(kPngScale);
    QPainter painter;
    if (!painter.begin(&image))
        return false;
    draw(painter);
    painter.end();
    return image.save(path, "PNG");
}

} // namespace

Result<void> exportPicture(const QString& path, QSize size, const QString& title, const QColor& ground,
                           const Draw& draw) {
    const auto ends = [&](const char* extension) {
        return path.endsWith(QLatin1String(extension), Qt::CaseInsensitive);
    };
    if (!ends(".svg") && !ends(".pdf") && !ends(".png"))
        return fail(ErrorCode::InvalidArgument,
                    Words::tr("Pictures are written as .svg, .pdf or .png; choose one of these endings.")
                        .toStdString(),
                    path.toStdString());
    const Draw whole = [&](QPainter& painter) {
        painter.fillRect(QRect(QPoint(), size), ground);
        draw(painter);
    };
    return replaceFile(path.toStdString(), [&](const std::filesystem::path& temporary) -> Result<void> {
        const QString to = QString::fromStdString(temporary.string());
        const bool written = ends(".svg")   ? writeSvg(to, size, title, whole)
                             : ends(".pdf") ? writePdf(to, size, title, whole)
                                            : writePng(to, size, whole);
        if (!written)
            return unwritten(path);
        return {};
    });
}

QString exportFilter() {
    return Words::tr("Drawings (*.svg);;Pages (*.pdf);;Pictures (*.png)");
}

} // namespace mien::ui::graph
