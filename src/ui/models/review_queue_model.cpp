// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/review_queue_model.h"

#include "ui/document/project_document.h"
#include "ui/models/describe.h"

#include <tuple>

namespace mien::ui {
namespace {

bool waits(const project::StoredProposal& p) {
    return p.state == project::ReviewState::Pending;
}

auto rank(const project::StoredProposal& p) {
    return std::tuple(!waits(p), !p.proposal.looksLike.empty(), p.proposal.score, p.proposal.onset, p.id);
}

QString regionsOf(const annotation::Proposal& proposal) {
    QStringList names;
    for (const auto& share : proposal.regions)
        if (names.size() < 3)
            names << regionText(share.region);
    return names.join(QStringLiteral(", "));
}

} // namespace

ReviewQueueModel::ReviewQueueModel(ProjectDocument& document, QObject* parent)
    : QAbstractListModel(parent), m_document(document) {
    connect(&document, &ProjectDocument::proposalsChanged, this, &ReviewQueueModel::reload);
    connect(&document, &ProjectDocument::timingChanged, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0), index(total() - 1));
    });
    reload();
}

void ReviewQueueModel::reload() {
    beginResetModel();
    m_rows = m_document.proposals();
    std::sort(m_rows.begin(), m_rows.end(), [](const auto& a, const auto& b) { return rank(a) < rank(b); });
    m_reviewed = static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const auto& p) { return !waits(p); }));
    endResetModel();
    emit progressChanged();
}

int ReviewQueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : total();
}

QVariant ReviewQueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const project::StoredProposal& row = m_rows[static_cast<std::size_t>(index.row())];
    const annotation::Proposal& p = row.proposal;
    switch (role) {
    case Qt::DisplayRole:
        return p.looksLike.empty() ? typeText(p.type) : looksLikeText(p.looksLike);
    case Qt::AccessibleTextRole:
        return tr("%1, certainty %2 %, %3")
            .arg(proposalLine(p, m_document.timing()))
            .arg(qRound(p.score * 100))
            .arg(reviewText(row.state));
    case Qt::ToolTipRole:
        return whyText(p, m_document.timing());
    case IdRole:
        return qint64(row.id.value);
    case ScoreRole:
        return p.score;
    case StateRole:
        return int(row.state);
    case TypeRole:
        return int(p.type);
    case LooksLikeRole:
        return QString::fromStdString(p.looksLike);
    case IntervalRole:
        return intervalText(p.onset, p.apex, p.offset, m_document.timing());
    case RegionsRole:
        return regionsOf(p);
    default:
        return {};
    }
}

QHash<int, QByteArray> ReviewQueueModel::roleNames() const {
    auto names = QAbstractListModel::roleNames();
    names.insert({{IdRole, "id"},
                  {ScoreRole, "score"},
                  {StateRole, "state"},
                  {TypeRole, "type"},
                  {LooksLikeRole, "looksLike"},
                  {IntervalRole, "interval"},
                  {RegionsRole, "regions"}});
    return names;
}

int ReviewQueueModel::rowOf(project::ProposalId id) const {
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [id](const auto& r) { return r.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::optional<project::ProposalId>
ReviewQueueModel::nextWaiting(std::optional<project::ProposalId> after) const {
    const std::size_t start = after ? static_cast<std::size_t>(rowOf(*after) + 1) : 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const auto& row = m_rows[(start + i) % m_rows.size()];
        if (waits(row) && (!after || row.id != *after))
            return row.id;
    }
    return std::nullopt;
}

std::optional<project::ProposalId> ReviewQueueModel::previousWaiting(project::ProposalId before) const {
    for (int row = rowOf(before) - 1; row >= 0; --row)
        if (waits(m_rows[static_cast<std::size_t>(row)]))
            return idAt(row);
    return std::nullopt;
}

} // namespace mien::ui
