// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/chart_card.h"
#include "ui/dataset/sample_model.h"

class QLineEdit;
class QTableView;
class QTabWidget;

namespace mien::ui {

class JobList;
class QualityCard;
class Settings;
class TruthCard;

/// The rows of a dataset: a table with a filter above it; below it their distributions, the picture quality
/// of the chosen ones, and what is measured of their films against the truth.
class SamplesView : public QWidget {
    Q_OBJECT
public:
    SamplesView(Settings& settings, JobList& jobs, const std::filesystem::path& cacheDir,
                QWidget* parent = nullptr);

    void setData(DatasetPtr table, std::vector<SampleFacts> facts);
    void setFilterText(const QString& text);
    QString filterText() const;
    void setFacesHidden(bool hidden) { m_model.setFacesHidden(hidden); }
    void focusFilter();
    void select(qlonglong tableRow);

    /// Indices of the samples that the filter shows, in the order of the table.
    std::vector<std::size_t> shownSamples() const;

    QualityCard& quality() { return *m_quality; }
    TruthCard& truth() { return *m_truth; }
    void showTruth();
    QTableView& table() { return *m_table; }
    SampleModel& model() { return m_model; }
    ShownSamples& shown() { return m_shown; }
    ChartCard& chart(ChartKind kind) { return *m_charts[static_cast<std::size_t>(kind)]; }

signals:
    /// A row was double-clicked (or Return pressed on it).
    void sampleAsked(int row);
    void failed(const QString& sentence);
    void filtered(); ///< other rows are shown than before

private:
    QWidget* makeTable();
    QWidget* makeCharts();
    void applyFilter();
    void tellChosen();
    void tellShown();
    void reveal(int row); ///< makes it the current one; the focus stays where it is
    int rowOf(const std::filesystem::path& film, std::optional<FrameIndex> onset) const;
    void refreshCharts();

    SamplePictures m_pictures;
    SampleModel m_model;
    ShownSamples m_shown;
    QLineEdit* m_filter;
    QLabel* m_count;
    QTableView* m_table;
    QTabWidget* m_below;
    QualityCard* m_quality;
    TruthCard* m_truth;
    std::array<ChartCard*, kChartKinds.size()> m_charts{};
};

} // namespace mien::ui
