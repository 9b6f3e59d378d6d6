// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph_workspace/edge_rows.h"

#include <QAbstractTableModel>

namespace mien::ui {

/// The rows of a graph's table.
class EdgeModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Edge, Meaning, P, Given, Samples, Stable, SameEnds, kColumns };
    static constexpr int kSortRole = Qt::UserRole; ///< numbers as numbers

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<EdgeRow> rows);
    const EdgeRow& row(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    const std::vector<EdgeRow>& rows() const { return m_rows; }
    /// -1: not there.
    int rowOf(int a, int b) const;
    /// Below it, stability is marked.
    void setLeastStability(double share);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<EdgeRow> m_rows;
    double m_least = 0.0;
};

} // namespace mien::ui
