// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "ui/models/film_list_model.h"

#include <QWidget>

class QListView;

namespace mien::ui {

class ActionRegistry;

/// The films of the project; Enter or a click opens one.
class FilmsPanel : public QWidget {
    Q_OBJECT
public:
    FilmsPanel(ActionRegistry& actions, ProjectDocument& document, QWidget* parent = nullptr);

signals:
    void chosen(mien::project::MediaId id);

private:
    FilmListModel m_model;
    QListView* m_list;
};

} // namespace mien::ui
