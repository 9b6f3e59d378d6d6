// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/generator_panel.h"

#include "core/synthesis/dataset_clip.h"
#include "ui/generator/external_page.h"
#include "ui/generator/face_chooser.h"
#include "ui/generator/face_page.h"
#include "ui/generator/model_page.h"
#include "ui/generator/model_state.h"
#include "ui/generator/picture_pane.h"
#include "ui/generator/spec_page.h"
#include "ui/generator/twins_page.h"
#include "ui/generator/unit_panel.h"

#include <QTabWidget>
#include <QVBoxLayout>

namespace mien::ui {

GeneratorPanel::GeneratorPanel(Settings& settings, JobList& jobs, QString program, QWidget* parent)
    : QWidget(parent), m_settings(settings), m_jobs(jobs), m_program(std::move(program)) {
    setAccessibleName(tr("Generator"));
}

GeneratorPanel::~GeneratorPanel() = default;

void GeneratorPanel::build() {
    if (m_tabs != nullptr)
        return;
    m_shelf = std::make_shared<synthesis::SourceShelf>();
    m_model = new ModelState(this);
    m_chooser = new FaceChooser(m_settings);
    m_facePage = new FacePage(m_shelf);
    m_modelPage = new ModelPage(*m_model, m_shelf);
    m_twinsPage = new TwinsPage(*m_model, m_shelf);
    m_specPage = new SpecPage(m_settings, m_jobs, m_program);
    m_externalPage = new ExternalPage(m_settings, m_jobs);
    m_tabs = new QTabWidget;
    m_tabs->setDocumentMode(true);
    m_tabs->setProperty("plain", true);
    m_tabs->setAccessibleName(tr("Parts of the generator"));
    m_tabs->addTab(m_facePage, tr("Face"));
    m_tabs->addTab(m_modelPage, tr("Causal model"));
    m_tabs->addTab(m_twinsPage, tr("Twins"));
    m_tabs->addTab(m_specPage, tr("Generate"));
    m_tabs->addTab(m_externalPage, tr("External model"));
    m_tabs->setCornerWidget(m_chooser, Qt::TopRightCorner);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_tabs);
    setFocusProxy(m_tabs);
    connect(m_chooser, &FaceChooser::chosen, m_facePage, &FacePage::setFace);
    connect(m_chooser, &FaceChooser::chosen, m_modelPage, &ModelPage::setFace);
    connect(m_chooser, &FaceChooser::chosen, m_twinsPage, &TwinsPage::setFace);
    connect(m_chooser, &FaceChooser::chosen, m_specPage, &SpecPage::setFace);
    connect(m_chooser, &FaceChooser::chosen, m_externalPage, &ExternalPage::setFace);
    connect(m_externalPage, &ExternalPage::openAsked, this, &GeneratorPanel::openAsked);
    connect(m_specPage, &SpecPage::openAsked, this, &GeneratorPanel::openAsked);
    setFacesHidden(m_facesHidden);
}

void GeneratorPanel::setFacesHidden(bool hidden) {
    m_facesHidden = hidden;
    for (auto* pane : findChildren<PicturePane*>())
        pane->setCurtain(hidden);
}

/// The face is loaded then, too.
void GeneratorPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    build();
    if (std::exchange(m_begun, true))
        return;
    m_facePage->setFace(m_chooser->face());
    m_modelPage->setFace(m_chooser->face());
    m_specPage->setFace(m_chooser->face());
    m_externalPage->setFace(m_chooser->face());
    m_twinsPage->setFace(m_chooser->face());
    if (m_facePage->units().units().empty())
        m_facePage->units().setCode(QStringLiteral("6C+12C"));
}

} // namespace mien::ui
