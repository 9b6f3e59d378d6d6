// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/dataset/sample_counts.h"

#include <QWidget>

class QCPBars;
class QCustomPlot;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace mien::ui {

/// One distribution as bars and, for keyboards and screen readers, the same numbers as a table. The faint bar
/// counts all rows, the bar in front of it those that the filter shows, micro below macro.
class ChartCard : public QWidget {
    Q_OBJECT
public:
    ChartCard(ChartKind kind, const QString& title, QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars);
    const std::vector<Bar>& bars() const { return m_bars; }
    ChartKind kind() const { return m_kind; }
    /// What the chart may show instead, the first being what its title says; a single one is no choice.
    void setChoices(const QStringList& names);
    /// 0: what the title says.
    int choice() const;
    QString choiceText() const;
    void showTable(bool table);
    /// A .png or .svg file of the chart; WriteFailed where it cannot be written.
    Result<void> save(const QString& path);
    QTableWidget& table() { return *m_table; }

signals:
    void chosen(mien::ui::ChartKind kind, const QString& value);
    void choiceChanged();
    void failed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Every how many bars have a label, and whether the labels are slanted.
    struct Labelling {
        std::size_t every = 1;
        bool slanted = false;
    };
    Labelling labelling(const QFontMetrics& metrics) const;
    bool sideways() const { return m_kind == ChartKind::Class; } ///< words need room
    void fillTable();
    void draw();
    void drawAxes(const QColor& text, const QColor& line);
    void choose(int bar);
    void clicked(const QPoint& place);
    void askToSave();

    ChartKind m_kind;
    std::vector<Bar> m_bars;
    QLabel* m_title;
    QComboBox* m_choice;
    QStackedWidget* m_pages;
    QCustomPlot* m_plot;
    QTableWidget* m_table;
    QToolButton* m_asTable;
};

/// What the colours of the charts mean.
class ChartLegend : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::array<QString, 4> m_words;
};

} // namespace mien::ui
