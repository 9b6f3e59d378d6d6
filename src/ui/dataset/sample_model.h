// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/sample_filter.h"
#include "ui/dataset/sample_pictures.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace mien::ui {

/// The rows of a dataset's table, every one of them, with pictures where the film is at hand.
class SampleModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        Picture,
        Subject,
        Clip,
        Type,
        Emotion,
        Units,
        Onset,
        Apex,
        Offset,
        Length,
        Film,
        Findings,
        Count
    };
    static constexpr int kSortRole = Qt::UserRole + 1;

    explicit SampleModel(SamplePictures& pictures, QObject* parent = nullptr);
    /// `facts` are factsOf(*data), made where that may take its time.
    void setData(DatasetPtr data, std::vector<SampleFacts> facts);
    void setFacesHidden(bool hidden);

    const DatasetPtr& dataset() const { return m_data; }
    const std::vector<SampleFacts>& facts() const { return m_facts; }
    const dataset::Sample& sample(int row) const { return m_data->samples[static_cast<std::size_t>(row)]; }
    /// The frame of the row's film that it calls onset (and so on); nullopt where there is no film or frame.
    std::optional<PictureKey> pictureKey(int row, Column which) const;
    bool hasFilms() const { return m_hasFilms; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// New rows are there; before views and filters are told.
    void filled();

private:
    QString text(int row, int column) const;
    QVariant sortKey(int row, int column) const;
    QString findingsText(int row) const; ///< one sentence a check, one line each
    QVariant pair(int row) const;        ///< onset and apex side by side

    SamplePictures& m_pictures;
    DatasetPtr m_data;
    std::vector<SampleFacts> m_facts;
    bool m_hidden = false;
    bool m_hasFilms = false;
};

/// The rows that a filter shows, in the order that a column asks for.
class ShownSamples : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ShownSamples(SampleModel& model, QObject* parent = nullptr);
    void setFilter(SampleFilter filter);
    /// One flag a row of the table: whether the filter shows it.
    const std::vector<char>& flags() const { return m_flags; }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    void ask(); ///< the filter, every row once

    SampleModel& m_model;
    SampleFilter m_filter;
    std::vector<char> m_flags;
};

} // namespace mien::ui
