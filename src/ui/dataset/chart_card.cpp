// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/chart_card.h"

#include "ui/settings/icons.h"
#include "ui/settings/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QSvgGenerator>
#include <QTableWidget>
#include <QToolButton>

#include <qcustomplot.h>

namespace mien::ui {
namespace {

constexpr double kBarWidth = 0.78;
constexpr double kAxisWidth = 64.0; ///< pixels of the card beside the bars
constexpr double kFewest = 7.0; ///< bars that a chart has room for at least, so that a single one is no wall

std::array<QColor, 3> seriesColours(const QPalette& palette) {
    const bool dark = themeOf(palette) == ThemeChoice::Dark;
    // Micro and macro as on the timeline.
    if (dark)
        return {QColor("#f0b43c"), QColor("#6cb2e6"), QColor("#8a93a1")};
    return {QColor("#9a5600"), QColor("#0b619e"), QColor("#7a828e")};
}

/// 1, 2, 5, 10, 20 …: at most five of them up to `most`.
double tickStep(int most) {
    int step = 1;
    for (int scale = 1;; scale *= 10)
        for (const int some : {1, 2, 5})
            if (step = some * scale; most <= 5 * step)
                return step;
}

} // namespace

ChartCard::ChartCard(ChartKind kind, const QString& title, QWidget* parent)
    : QWidget(parent),
      m_kind(kind),
      m_title(new QLabel(title)),
      m_choice(new QComboBox),
      m_pages(new QStackedWidget),
      m_plot(new QCustomPlot),
      m_table(new QTableWidget),
      m_asTable(new QToolButton) {
    setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 4, 6, 6);
    column->setSpacing(2);
    auto* head = new QHBoxLayout;
    m_title->setProperty("heading", true);
    m_choice->setAccessibleName(tr("What the chart counts"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_choice->hide();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_title->setText(m_choice->currentText());
        emit choiceChanged();
    });
    head->addWidget(m_title);
    head->addWidget(m_choice);
    head->addStretch(1);
    m_asTable->setCheckable(true);
    m_asTable->setIcon(themeIcon("view-list-details"));
    m_asTable->setToolTip(tr("As a table"));
    m_asTable->setAccessibleName(tr("%1 as a table").arg(title));
    connect(m_asTable, &QToolButton::toggled, this, &ChartCard::showTable);
    auto* save = new QToolButton;
    save->setIcon(themeIcon("document-save"));
    save->setToolTip(tr("Save the chart as a picture…"));
    save->setAccessibleName(tr("Save %1 as a picture").arg(title));
    connect(save, &QToolButton::clicked, this, &ChartCard::askToSave);
    head->addWidget(m_asTable);
    head->addWidget(save);
    column->addLayout(head);
    m_plot->setFocusPolicy(Qt::NoFocus); // the table is the way for keyboards
    m_plot->setAccessibleName(title);
    m_plot->setMinimumHeight(130);
    connect(m_plot, &QCustomPlot::mousePress, this, [this](QMouseEvent* event) { clicked(event->pos()); });
    m_table->setAccessibleName(tr("%1, counted").arg(title));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    connect(m_table, &QTableWidget::activated, this,
            [this](const QModelIndex& index) { choose(index.row()); });
    m_pages->addWidget(m_plot);
    m_pages->addWidget(m_table);
    column->addWidget(m_pages, 1);
}

void ChartCard::setChoices(const QStringList& names) {
    const QString before = m_choice->currentText();
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItems(names);
    m_choice->setCurrentIndex(std::max(0, m_choice->findText(before)));
    m_choice->setVisible(names.size() > 1);
    m_title->setVisible(names.size() <= 1);
    m_title->setText(m_choice->currentText());
}

int ChartCard::choice() const {
    return std::max(0, m_choice->currentIndex());
}

QString ChartCard::choiceText() const {
    return m_choice->currentText();
}

void ChartCard::setBars(std::vector<Bar> bars) {
    m_bars = std::move(bars);
    fillTable();
    draw();
}

void ChartCard::showTable(bool table) {
    m_asTable->setChecked(table);
    m_pages->setCurrentIndex(table ? 1 : 0);
}

void ChartCard::fillTable() {
    m_table->clear();
    m_table->setColumnCount(5);
    m_table->setRowCount(static_cast<int>(m_bars.size()));
    m_table->setHorizontalHeaderLabels(
        {m_title->text(), tr("Rows"), tr("Micro"), tr("Macro"), tr("Type not said")});
    QStringList spoken;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Bar& bar = m_bars[static_cast<std::size_t>(row)];
        const QString name = m_kind == ChartKind::Duration
                                 ? tr("%1 ms").arg(QString(bar.value).replace('-', u'–'))
                                 : bar.label;
        const QString counted = bar.shownTotal() == bar.all
                                    ? QString::number(bar.all)
                                    : tr("%1 of %2").arg(bar.shownTotal()).arg(bar.all);
        const QStringList cells{name, counted, QString::number(bar.shown[0]), QString::number(bar.shown[1]),
                                QString::number(bar.shown[2])};
        for (int i = 0; i < cells.size(); ++i)
            m_table->setItem(row, i, new QTableWidgetItem(cells[i]));
        spoken << QStringLiteral("%1: %2").arg(name, counted);
    }
    m_table->resizeColumnsToContents();
    m_plot->setAccessibleDescription(spoken.join(QStringLiteral("; ")));
}

void ChartCard::draw() {
    m_plot->clearPlottables();
    const Tones tones = tonesOf(themeOf(palette()));
    const QColor ground = palette().color(QPalette::Window);
    m_plot->setBackground(ground);
    QCPAxis* keyAxis = sideways() ? m_plot->yAxis : m_plot->xAxis;
    QCPAxis* valueAxis = sideways() ? m_plot->xAxis : m_plot->yAxis;
    QVector<double> places, all;
    std::array<QVector<double>, 3> shown;
    for (std::size_t i = 0; i < m_bars.size(); ++i) {
        places << static_cast<double>(i);
        all << m_bars[i].all;
        for (std::size_t k = 0; k < 3; ++k)
            shown[k] << m_bars[i].shown[k];
    }
    auto* back = new QCPBars(keyAxis, valueAxis);
    back->setWidth(kBarWidth);
    back->setPen(Qt::NoPen);
    back->setBrush(tones.line);
    back->setData(places, all, true);
    QCPBars* below = nullptr;
    const auto colours = seriesColours(palette());
    for (std::size_t k = 0; k < 3; ++k) {
        auto* bars = new QCPBars(keyAxis, valueAxis);
        bars->setWidth(kBarWidth);
        bars->setPen(Qt::NoPen);
        bars->setBrush(colours[k]);
        bars->setData(places, shown[k], true);
        if (below)
            bars->moveAbove(below);
        below = bars;
    }
    drawAxes(tones.faint, tones.line);
    m_plot->replot(QCustomPlot::rpQueuedReplot);
}

ChartCard::Labelling ChartCard::labelling(const QFontMetrics& metrics) const {
    if (sideways() || m_bars.empty())
        return {};
    int longest = 0;
    for (const Bar& bar : m_bars)
        longest = std::max(longest, metrics.horizontalAdvance(bar.label));
    const double room =
        std::max(1.0, width() - kAxisWidth) / std::max(kFewest, static_cast<double>(m_bars.size()));
    if (longest + 6 <= room)
        return {};
    const bool slanted = m_kind != ChartKind::Duration; // steps of equal width are read without all of them
    const double needed = slanted ? metrics.height() * 1.15 : longest + 8.0;
    return {static_cast<std::size_t>(std::max(1.0, std::ceil(needed / room))), slanted};
}

void ChartCard::drawAxes(const QColor& text, const QColor& line) {
    QCPAxis* keyAxis = sideways() ? m_plot->yAxis : m_plot->xAxis;
    QCPAxis* valueAxis = sideways() ? m_plot->xAxis : m_plot->yAxis;
    int most = 1;
    for (const Bar& bar : m_bars)
        most = std::max(most, bar.all);
    QFont small = font();
    small.setPointSizeF(font().pointSizeF() * 0.88);
    const auto [every, slanted] = labelling(QFontMetrics(small));
    const QSharedPointer<QCPAxisTickerText> names(new QCPAxisTickerText);
    for (std::size_t i = 0; i < m_bars.size(); i += every)
        names->addTick(static_cast<double>(i), m_bars[i].label);
    names->setSubTickCount(0);
    keyAxis->setTicker(names);
    keyAxis->setRange(-0.6, std::max(kFewest, static_cast<double>(m_bars.size())) - 0.4);
    keyAxis->setRangeReversed(sideways());
    keyAxis->setTickLabelRotation(slanted ? -60.0 : 0.0);
    const QSharedPointer<QCPAxisTickerFixed> whole(new QCPAxisTickerFixed); // counts have no halves
    whole->setTickStep(tickStep(most));
    valueAxis->setTicker(whole);
    valueAxis->setNumberFormat(QStringLiteral("f"));
    valueAxis->setNumberPrecision(0);
    valueAxis->setRange(0.0, most * 1.05);
    for (QCPAxis* axis : {keyAxis, valueAxis}) {
        axis->setTickLabelColor(text);
        axis->setLabelColor(text);
        axis->setBasePen(QPen(line));
        axis->setTickPen(Qt::NoPen);
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setVisible(axis == valueAxis);
        axis->grid()->setPen(QPen(line, 0.0, Qt::DotLine));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
    }
    keyAxis->setBasePen(sideways() ? QPen(Qt::NoPen) : QPen(line));
    valueAxis->setBasePen(Qt::NoPen);
}

void ChartCard::clicked(const QPoint& place) {
    const QCPAxis* axis = sideways() ? m_plot->yAxis : m_plot->xAxis;
    choose(static_cast<int>(std::lround(axis->pixelToCoord(sideways() ? place.y() : place.x()))));
}

void ChartCard::choose(int bar) {
    if (bar >= 0 && bar < static_cast<int>(m_bars.size()))
        emit chosen(m_kind, m_bars[static_cast<std::size_t>(bar)].value);
}

Result<void> ChartCard::save(const QString& path) {
    bool written = false;
    if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setFileName(path);
        svg.setSize(m_plot->size());
        svg.setViewBox(m_plot->rect());
        QCPPainter painter;
        written = painter.begin(&svg);
        if (written) {
            painter.setMode(QCPPainter::pmVectorized);
            m_plot->toPainter(&painter, m_plot->width(), m_plot->height());
            painter.end();
        }
    } else {
        written = m_plot->savePng(path, 0, 0, 2.0);
    }
    if (!written)
        return fail(ErrorCode::WriteFailed,
                    tr("The picture could not be written; choose another folder.").toStdString(),
                    path.toStdString());
    return {};
}

void ChartCard::askToSave() {
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Save chart"), {}, tr("Pictures (*.png);;Drawings (*.svg)"));
    if (path.isEmpty())
        return;
    if (const auto saved = save(path); !saved)
        emit failed(QString::fromStdString(saved.error().sentence()));
}

void ChartCard::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        draw();
}

void ChartCard::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    draw();
}

ChartLegend::ChartLegend(QWidget* parent)
    : QWidget(parent), m_words{tr("micro"), tr("macro"), tr("type not said"), tr("all rows of the table")} {
    setAccessibleName(tr("Colours of the charts"));
    setAccessibleDescription(QStringList(m_words.begin(), m_words.end()).join(QStringLiteral(", ")));
    setFixedHeight(fontMetrics().height() + 12);
}

void ChartLegend::paintEvent(QPaintEvent*) {
    const Tones tones = tonesOf(themeOf(palette()));
    const auto series = seriesColours(palette());
    const std::array colours{series[0], series[1], series[2], tones.line};
    QPainter painter(this);
    const int side = fontMetrics().height() * 2 / 3;
    const int middle = (height() - 6) / 2;
    int x = 12;
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        painter.fillRect(x, middle - side / 2, side, side, colours[i]);
        x += side + 6;
        const int wide = fontMetrics().horizontalAdvance(m_words[i]);
        painter.setPen(tones.faint);
        painter.drawText(QRect(x, 0, wide + 2, height() - 6), Qt::AlignVCenter, m_words[i]);
        x += wide + 18;
    }
}

} // namespace mien::ui
