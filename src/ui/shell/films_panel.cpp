// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/films_panel.h"

#include "ui/document/project_document.h"
#include "ui/settings/action_registry.h"

#include <QListView>
#include <QVBoxLayout>

namespace mien::ui {

FilmsPanel::FilmsPanel(ActionRegistry&, ProjectDocument& document, QWidget* parent)
    : QWidget(parent), m_model(document), m_list(new QListView) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_list->setModel(&m_model);
    m_list->setAccessibleName(tr("Films of the project"));
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setProperty("padded", true);
    column->addWidget(m_list);
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { emit chosen(m_model.mediaAt(index.row()).id); });
    connect(m_list, &QListView::clicked, this, [this, &document](const QModelIndex& index) {
        const auto id = m_model.mediaAt(index.row()).id;
        if (!document.currentMedia() || document.currentMedia()->id != id)
            emit chosen(id);
    });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        for (int row = 0; row < m_model.rowCount(); ++row)
            if (m_model.index(row).data(FilmListModel::CurrentRole).toBool())
                m_list->setCurrentIndex(m_model.index(row));
    });
}

} // namespace mien::ui
