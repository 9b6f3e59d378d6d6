// SPDX-License-Identifier: GPL-3.0-or-later
// How the Data workspace meets the project and the films.
#include "ui/dataset/data_panel.h"
#include "ui/dataset/samples_view.h"
#include "ui/generator/generator_panel.h"
#include "ui/player/face_stage.h"
#include "ui/shell/main_window.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QTabWidget>

namespace mien::ui {

void MainWindow::registerDataActions() {
    auto& a = m_bench.actions;
    a.add({"data.import", tr("File"), tr("Import dataset…"), {}, {}, "document-import"},
          [this] { m_data->askForTable(); });
    a.add({"data.importFolder", tr("File"), tr("Import folder of labels…"), {}, {}, "document-import"},
          [this] { m_data->askForFolder(); });
    a.add({"data.generator",
           tr("Data"),
           tr("Generate expressions"),
           {QKeySequence(QStringLiteral("Ctrl+Shift+G"), QKeySequence::PortableText)},
           ActionContext::Everywhere,
           "draw-freehand"},
          [this] {
              setWorkspace(Workspace::Data);
              m_dataPages->setCurrentWidget(m_generator);
              m_generator->setFocus();
          });
    a.add({"data.dataset",
           tr("Data"),
           tr("Show the dataset"),
           {QKeySequence(QStringLiteral("Ctrl+Shift+L"), QKeySequence::PortableText)},
           ActionContext::Data,
           "view-list-details"},
          [this] { m_dataPages->setCurrentWidget(m_data); });
    a.add({"data.filter",
           tr("Data"),
           tr("Filter the samples"),
           {QKeySequence(QStringLiteral("Ctrl+L"), QKeySequence::PortableText)},
           ActionContext::Data,
           "view-filter"},
          [this] {
              m_dataPages->setCurrentWidget(m_data);
              m_data->showSamples();
              m_data->samples().focusFilter();
          });
}

void MainWindow::wireData() {
    connect(m_generator, &GeneratorPanel::openAsked, this, [this](const QString& table) {
        const auto show = [this] { m_data->showSamples(); }; // which is what the link promises
        connect(m_data, &DataPanel::ready, this, show, Qt::SingleShotConnection);
        openDataset(table);
    });
    connect(m_data, &DataPanel::failed, this, &MainWindow::complain);
    connect(m_data, &DataPanel::notice, this, &MainWindow::say);
    connect(m_data, &DataPanel::opened, this, [this] {
        setWorkspace(Workspace::Data);
        m_dataPages->setCurrentWidget(m_data);
    });
    connect(m_data, &DataPanel::imported, this, [this] { showPanels(true); });
    connect(m_data, &DataPanel::importAsked, this, &MainWindow::importDataset);
    connect(m_data, &DataPanel::filmAsked, this, &MainWindow::showSample);
    connect(this, &MainWindow::filmShown, this, &MainWindow::arriveAtSample);
}

void MainWindow::openDataset(const QString& table) {
    m_data->open(table);
}

/// A project that a person named, or one that they name now: hundreds of films do not belong into the project
/// that Mien made for a single one.
void MainWindow::importDataset() {
    auto& document = m_bench.document;
    if (document.hasProject() && !m_bench.opener.isAutomatic(document.path()))
        return m_data->importInto();
    QString path = QFileDialog::getSaveFileName(
        this, tr("Import into a new project"),
        QStringLiteral("%1/%2.mien")
            .arg(m_bench.settings.lastFolder(), QString::fromStdString(m_data->dataset()->name)),
        tr("Mien projects (*.mien)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (path.isEmpty())
        return;
    if (!path.endsWith(".mien"))
        path += ".mien";
    m_bench.opener.createProject(path, [this] { m_data->importInto(); });
}

/// An event of `coder` that begins there is selected; of anybody, where none is named.
void MainWindow::showSample(project::MediaId film, FrameIndex frame, const QString& coder) {
    setWorkspace(Workspace::Code);
    m_sought = Sought{film, frame, coder};
    const auto* current = m_bench.document.currentMedia();
    if (current && current->id == film && !m_bench.document.timing().empty())
        return arriveAtSample();
    m_bench.opener.show(film);
}

void MainWindow::arriveAtSample() {
    const auto sought = std::exchange(m_sought, std::nullopt);
    const auto* current = m_bench.document.currentMedia();
    if (!sought || !current || current->id != sought->film)
        return;
    m_stage->playback().goTo(m_bench.document.timing().clamped(sought->frame));
    for (const auto& event : m_bench.document.events()) {
        const auto& tiers = m_bench.document.tiers();
        const auto tier = std::find_if(tiers.begin(), tiers.end(),
                                       [&](const project::Tier& one) { return one.id == event.tier; });
        if (event.event.onset == sought->frame && tier != tiers.end() &&
            (sought->coder.isEmpty() || tier->coder == sought->coder.toStdString()))
            return m_bench.selection.select(event.id);
    }
}

} // namespace mien::ui
