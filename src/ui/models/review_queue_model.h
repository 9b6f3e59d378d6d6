// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <QAbstractListModel>

namespace mien::ui {

class ProjectDocument;

/// The proposals of the open film in the order in which they deserve a person's time: those that wait before
/// those decided, expressions before what looks like a blink or speech, unsure before sure.
class ReviewQueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< qint64
        ScoreRole,                 ///< double 0 … 1
        StateRole,                 ///< int(project::ReviewState)
        TypeRole,                  ///< int(annotation::ExpressionType)
        LooksLikeRole,             ///< QString, empty for an expression
        IntervalRole,              ///< QString
        RegionsRole                ///< QString
    };

    explicit ReviewQueueModel(ProjectDocument& document, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    project::ProposalId idAt(int row) const { return m_rows[static_cast<std::size_t>(row)].id; }
    int rowOf(project::ProposalId id) const; ///< -1 where it is not there
    int reviewed() const { return m_reviewed; }
    int total() const { return static_cast<int>(m_rows.size()); }
    /// The first that waits, after `after` in queue order where one is left there; nullopt when none waits.
    std::optional<project::ProposalId> nextWaiting(std::optional<project::ProposalId> after = {}) const;
    std::optional<project::ProposalId> previousWaiting(project::ProposalId before) const;

signals:
    void progressChanged();

private:
    void reload();

    ProjectDocument& m_document;
    std::vector<project::StoredProposal> m_rows;
    int m_reviewed = 0;
};

} // namespace mien::ui
