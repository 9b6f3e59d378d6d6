// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the Graph workspace, and what comes into it from other programs.
#include "core/base/file_io.h"
#include "ui/graph/export_picture.h"
#include "ui/graph/matrix_view.h"
#include "ui/graph/pag_view.h"
#include "ui/graph_workspace/compare_page.h"
#include "ui/graph_workspace/edges_view.h"
#include "ui/graph_workspace/graph_source.h"
#include "ui/graph_workspace/graph_workspace.h"
#include "ui/graph_workspace/matrices_page.h"
#include "ui/graph_workspace/source_bar.h"
#include "ui/graph_workspace/together_page.h"
#include "ui/settings/settings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QStackedWidget>
#include <QTabWidget>

namespace mien::ui {
namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

struct Ending {
    std::string_view format;
    const char* ending;
};
constexpr std::array kEndings{Ending{"tetrad", "txt"},       Ending{"pcalg", "csv"},
                              Ending{"causal-learn", "csv"}, Ending{"dot", "dot"},
                              Ending{"graphml", "graphml"},  Ending{"json", "json"}};

QString endingOf(std::string_view format) {
    const auto found = std::find_if(kEndings.begin(), kEndings.end(),
                                    [&](const Ending& one) { return one.format == format; });
    return QString::fromLatin1(found == kEndings.end() ? "txt" : found->ending);
}

} // namespace

void GraphWorkspace::fillExportMenu() {
    QMenu& menu = m_bar->exportMenu();
    menu.setToolTipsVisible(true);
    menu.addAction(tr("The picture…"), this,
                   [this] { askToExport(tr("Save the picture"), graph::exportFilter()); });
    menu.addAction(tr("The table…"), this,
                   [this] { askToExport(tr("Save the table"), tr("Tables (*.csv)")); });
    menu.addSeparator();
    for (const auto& format : causal::graphFormats()) {
        auto* action = menu.addAction(tr("The graph for %1…").arg(text(format.name)), this,
                                      [this, format] { askToExportGraph(format); });
        action->setToolTip(text(format.help));
    }
}

Result<void> GraphWorkspace::exportTo(const QString& path) const {
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return writeFileAtomically(path.toStdString(), m_edges->csv().toStdString());
    const QWidget* page = m_views->currentWidget();
    if (page == m_matrices)
        return m_matrices->view().savePicture(path);
    return (page == m_together  ? m_together->picture()
            : page == m_compare ? m_compare->picture()
                                : *m_picture)
        .savePicture(path);
}

Result<void> GraphWorkspace::exportGraph(const QString& path, const causal::GraphFormat& format) const {
    return writeFileAtomically(path.toStdString(), format.write(m_facts.graph));
}

void GraphWorkspace::askToExport(const QString& title, const QString& filter) {
    QString chosen;
    QString path = QFileDialog::getSaveFileName(this, title, m_settings.lastFolder(), filter, &chosen);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty()) // as the chosen filter says: "Drawings (*.svg)"
        path += chosen.section('*', 1, 1).section(')', 0, 0).section(' ', 0, 0);
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    if (const auto written = exportTo(path); !written)
        emit failed(QString::fromStdString(written.error().sentence()));
    else
        emit notice(tr("Written to %1.").arg(QFileInfo(path).fileName()));
}

void GraphWorkspace::askToExportGraph(const causal::GraphFormat& format) {
    const QString ending = endingOf(format.name);
    QString path = QFileDialog::getSaveFileName(this, tr("Save the graph for %1").arg(text(format.name)),
                                                m_settings.lastFolder(), QStringLiteral("*.%1").arg(ending));
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += '.' + ending;
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    if (const auto written = exportGraph(path, format); !written)
        emit failed(QString::fromStdString(written.error().sentence()));
    else
        emit notice(tr("Written to %1.").arg(QFileInfo(path).fileName()));
}

bool GraphWorkspace::isGraph(const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    return QStringList{"dot", "gv", "graphml", "xml", "json", "txt"}.contains(ending);
}

void GraphWorkspace::openGraph(const QString& path) {
    if (const auto opened = m_compare->openGraph(path); !opened)
        return emit failed(QString::fromStdString(opened.error().sentence()));
    m_pages->setCurrentIndex(0);
    showView(View::Compare);
    presentView();
}

void GraphWorkspace::askForGraph() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open a graph"), m_settings.lastFolder(),
        tr("Graphs (*.txt *.csv *.dot *.gv *.graphml *.xml *.json);;All files (*)"));
    if (path.isEmpty())
        return;
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    openGraph(path);
}

} // namespace mien::ui
