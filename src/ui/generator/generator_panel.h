// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/generator/face_choice.h"

#include <QWidget>

class QTabWidget;

namespace mien::synthesis {
class SourceShelf;
}

namespace mien::ui {

class ExternalPage;
class FaceChooser;
class FacePage;
class JobList;
class ModelPage;
class ModelState;
class Settings;
class SpecPage;
class TwinsPage;

/// Expressions made to order: a face that moves by sliders, the causal model that draws expressions, twins
/// that differ in one action unit, and datasets.
class GeneratorPanel : public QWidget {
    Q_OBJECT
public:
    /// `program`: name and version, for what it writes.
    GeneratorPanel(Settings& settings, JobList& jobs, QString program, QWidget* parent = nullptr);
    ~GeneratorPanel() override;

    FaceChooser& chooser() { return build(), *m_chooser; }
    FacePage& facePage() { return build(), *m_facePage; }
    ModelPage& modelPage() { return build(), *m_modelPage; }
    TwinsPage& twinsPage() { return build(), *m_twinsPage; }
    SpecPage& specPage() { return build(), *m_specPage; }
    ExternalPage& externalPage() { return build(), *m_externalPage; }
    ModelState& model() { return build(), *m_model; }
    QTabWidget& tabs() { return build(), *m_tabs; }
    void setFacesHidden(bool hidden);

signals:
    /// The table of a dataset that was just made.
    void openAsked(const QString& table);

protected:
    void showEvent(QShowEvent* event) override;

private:
    /// Everything inside, when somebody first looks: the program's start does not wait for it.
    void build();

    Settings& m_settings;
    JobList& m_jobs;
    QString m_program;
    std::shared_ptr<synthesis::SourceShelf> m_shelf;
    ModelState* m_model = nullptr;
    QTabWidget* m_tabs = nullptr;
    FaceChooser* m_chooser = nullptr;
    FacePage* m_facePage = nullptr;
    ModelPage* m_modelPage = nullptr;
    TwinsPage* m_twinsPage = nullptr;
    SpecPage* m_specPage = nullptr;
    ExternalPage* m_externalPage = nullptr;
    bool m_facesHidden = false;
    bool m_begun = false;
};

} // namespace mien::ui
