// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace mien::ui {

class ModelShelf;
class ProjectDocument;

/// Above the review queue: which of the film's sets of proposals is shown, and who proposes when the film is
/// analysed next. Showing another set is a step that can be undone; nothing that people made changes with it.
class ProposalSetBar : public QWidget {
    Q_OBJECT
public:
    ProposalSetBar(ModelShelf& shelf, ProjectDocument& document, QWidget* parent = nullptr);

signals:
    void modelsAsked(); ///< "More models…" was chosen

private:
    void refreshSets();
    void refreshSpotters();
    void showSet(int index);
    void chooseSpotter(int index);

    ModelShelf& m_shelf;
    ProjectDocument& m_document;
    QComboBox* m_sets;
    QComboBox* m_spotters;
    QLabel* m_setsLabel;
    bool m_filling = false;
};

} // namespace mien::ui
