// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/info_dialogs.h"

#include "core/face/models.h"
#include "ui/models/history_model.h"
#include "ui/settings/action_registry.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QPrinter>
#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

/// Not called tr: lupdate would take what stands in it for a text of its own and overlook the macro.
QString words(const char* text) {
    return QCoreApplication::translate("Info", text);
}

QString safe(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toHtmlEscaped();
}

QDialog* makeBrowser(const QString& title, const QString& html, QSize size, QWidget* parent, bool printable) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->resize(size);
    auto* column = new QVBoxLayout(dialog);
    auto* browser = new QTextBrowser;
    browser->setHtml(html);
    browser->setAccessibleName(title);
    browser->setOpenExternalLinks(true);
    column->addWidget(browser);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    if (printable) {
        auto* save = buttons->addButton(words(QT_TRANSLATE_NOOP("Info", "Save as PDF…")),
                                        QDialogButtonBox::ActionRole);
        QObject::connect(save, &QPushButton::clicked, dialog, [dialog, browser] {
            const QString path = QFileDialog::getSaveFileName(dialog, {}, "mien-keys.pdf", "PDF (*.pdf)");
            if (path.isEmpty())
                return;
            QPrinter printer(QPrinter::HighResolution);
            printer.setOutputFormat(QPrinter::PdfFormat);
            printer.setOutputFileName(path);
            browser->print(&printer);
        });
    }
    column->addWidget(buttons);
    return dialog;
}

} // namespace

QString keysSheetHtml(const ActionRegistry& actions) {
    QStringList order;
    QMap<QString, QString> rows;
    for (const ActionSpec& spec : actions.specs()) {
        const QString keys = actions.keyText(spec.id);
        if (keys.isEmpty())
            continue;
        if (!rows.contains(spec.group))
            order << spec.group;
        rows[spec.group] +=
            QStringLiteral(
                "<tr><td style='padding-right:14px; white-space:nowrap'><b>%1</b></td><td>%2</td></tr>")
                .arg(keys.toHtmlEscaped(), spec.text.toHtmlEscaped());
    }
    const QString code = words(
        QT_TRANSLATE_NOOP("Info", "In the Code workspace a digit begins an action unit: digits, then a–e for "
                                  "intensity, l, r or a for side, + for the next unit, Enter to keep."));
    QString columns[3];
    int lengths[3] = {0, 0, 0};
    for (const QString& group : order) { // into the shortest column, so that the sheet fits one page
        const auto shortest = std::min_element(std::begin(lengths), std::end(lengths)) - std::begin(lengths);
        columns[shortest] +=
            QStringLiteral("<h3>%1</h3><table>%2</table>").arg(group.toHtmlEscaped(), rows[group]);
        lengths[shortest] += static_cast<int>(rows[group].count("<tr>")) + 3;
    }
    QString html = QStringLiteral("<table width='100%'><tr>");
    for (const QString& column : columns)
        html += QStringLiteral("<td width='33%' style='padding-right:18px; vertical-align:top'>%1</td>")
                    .arg(column);
    return html + QStringLiteral("</tr></table><p>%1</p>").arg(code.toHtmlEscaped());
}

QString aboutHtml() {
    QString html =
        QStringLiteral("<h2>Mien %1</h2><p>%2</p><p>%3</p><h3>%4</h3>")
            .arg(QStringLiteral(MIEN_VERSION),
                 words(QT_TRANSLATE_NOOP("Info",
                                         "Spots, reviews and annotates micro- and macro-expressions. It "
                                         "works offline and sends nothing anywhere.")),
                 words(QT_TRANSLATE_NOOP(
                     "Info", "Free software under the GNU General Public License, version 3 or later.")),
                 words(QT_TRANSLATE_NOOP("Info", "Models")));
    for (const face::ModelRow& row : face::modelRows()) {
        html += QStringLiteral("<p><b>%1</b> (%2)<br>%3")
                    .arg(safe(row.purpose), safe(row.name), safe(row.licence));
        if (!row.package.empty())
            html += QStringLiteral("<br>") +
                    words(QT_TRANSLATE_NOOP("Info", "From the package %1.")).arg(safe(row.package));
        if (!row.available())
            html +=
                QStringLiteral("<br>") + words(QT_TRANSLATE_NOOP("Info", "Not installed on this machine."));
        html += QStringLiteral("</p>");
    }
    html += QStringLiteral("<h3>%1</h3><p>Qt %2 (LGPL 3), OpenCV (Apache 2), dlib (Boost), FFmpeg "
                           "(LGPL/GPL), SQLite (public domain), "
                           "LibTorch (BSD), Eigen (MPL 2), oneTBB (Apache 2), nlohmann/json, fmt, spdlog "
                           "(MIT), QCustomPlot (GPL 3), "
                           "Breeze icons (LGPL 3).</p>")
                .arg(words(QT_TRANSLATE_NOOP("Info", "Libraries")), QLatin1String(qVersion()));
    return html;
}

QDialog* makeKeysSheet(const ActionRegistry& actions, QWidget* parent) {
    return makeBrowser(words(QT_TRANSLATE_NOOP("Info", "Keys")), keysSheetHtml(actions), {1060, 720}, parent,
                       true);
}

QDialog* makeAboutDialog(QWidget* parent) {
    return makeBrowser(words(QT_TRANSLATE_NOOP("Info", "About Mien and its licences")), aboutHtml(),
                       {640, 560}, parent, false);
}

QDialog* makeHistoryDialog(HistoryModel* history, QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(words(QT_TRANSLATE_NOOP("Info", "History of the project")));
    dialog->resize(640, 480);
    auto* column = new QVBoxLayout(dialog);
    auto* table = new QTableView;
    table->setModel(history);
    table->setAccessibleName(dialog->windowTitle());
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    column->addWidget(table);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    column->addWidget(buttons);
    return dialog;
}

} // namespace mien::ui
