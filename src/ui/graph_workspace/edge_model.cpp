// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/edge_model.h"

#include "ui/graph_workspace/graph_words.h"
#include "ui/settings/theme.h"

#include <QFont>
#include <QGuiApplication>
#include <QPalette>

namespace mien::ui {
namespace {

QString percent(std::optional<double> share) {
    return share ? QStringLiteral("%1 %").arg(qRound(100.0 * *share)) : QString();
}

bool samePair(const EdgeRow& row, int a, int b) {
    return (row.edge.a == a && row.edge.b == b) || (row.edge.a == b && row.edge.b == a);
}

} // namespace

void EdgeModel::setRows(std::vector<EdgeRow> rows) {
    // Where the same pairs stay, only their cells change: what is selected and scrolled to remains.
    const bool same = rows.size() == m_rows.size() &&
                      std::equal(rows.begin(), rows.end(), m_rows.begin(), [](const auto& x, const auto& y) {
                          return samePair(x, y.edge.a, y.edge.b);
                      });
    if (same) {
        m_rows = std::move(rows);
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int EdgeModel::rowOf(int a, int b) const {
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& row) { return samePair(row, a, b); });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void EdgeModel::setLeastStability(double share) {
    m_least = share;
    if (!m_rows.empty())
        emit dataChanged(index(0, Stable), index(rowCount() - 1, SameEnds));
}

int EdgeModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EdgeModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant EdgeModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const EdgeRow& one = row(index.row());
    if (role == Qt::ToolTipRole)
        return one.why.isEmpty() ? one.meaning : one.meaning + '\n' + one.why;
    if (role == Qt::TextAlignmentRole && index.column() > Meaning && index.column() != Given)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    const Tones tones = tonesOf(themeOf(QGuiApplication::palette()));
    if (role == Qt::ForegroundRole) {
        if (!one.adjacent)
            return tones.faint;
        if (index.column() >= Stable && one.stability && *one.stability < m_least)
            return tones.warning;
    }
    if (role != Qt::DisplayRole && role != kSortRole)
        return {};
    const bool sort = role == kSortRole;
    const auto number = [](std::optional<double> value) { return value ? QVariant(*value) : QVariant(); };
    switch (index.column()) {
    case Edge:
        return one.text;
    case Meaning:
        return one.meaning;
    case P:
        return sort ? number(one.logP) : one.logP ? QVariant(pText(*one.logP)) : QVariant();
    case Given:
        return one.given;
    case Samples:
        return sort              ? QVariant(one.samples)
               : one.samples > 0 ? QVariant(QString::number(qRound(one.samples)))
                                 : QVariant();
    case Stable:
        return sort ? number(one.stability) : QVariant(percent(one.stability));
    case SameEnds:
        return sort ? number(one.sameEnds) : QVariant(percent(one.sameEnds));
    default:
        return {};
    }
}

QVariant EdgeModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    struct Heading {
        QString text, tip;
    };
    const std::array<Heading, kColumns> headings{{
        {tr("Edge"), tr("→ an arrowhead: no cause of the other; ○ a circle: open; no mark: a cause")},
        {tr("What it says"), tr("The same in words")},
        {tr("p"),
         tr("Of the test that came closest to taking the edge away; of a pair without an edge, of the "
            "one that did")},
        {tr("Given"), tr("What was known in that test; of a pair without an edge, the separating set")},
        {tr("Samples"), tr("How many independent samples this pair is worth")},
        {tr("Stability"),
         tr("Share of the resampled graphs that have the edge (or, where there is none, have "
            "none either)")},
        {tr("Same ends"), tr("Share of the resampled graphs with exactly these ends")},
    }};
    const auto& heading = headings[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return heading.text;
    if (role == Qt::ToolTipRole)
        return heading.tip;
    return {};
}

} // namespace mien::ui
