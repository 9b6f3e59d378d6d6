// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/comparison_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kFilm = Qt::UserRole, kFrame = Qt::UserRole + 1;

QString f1Text(const evaluation::SpottingCounts& counts, const std::optional<evaluation::F1Bounds>& bounds) {
    QString text = QString::number(counts.f1(), 'f', 2);
    if (bounds)
        text += QStringLiteral("  [%1, %2]").arg(bounds->low, 0, 'f', 2).arg(bounds->high, 0, 'f', 2);
    return text;
}

QString countText(const evaluation::SpottingCounts& c) {
    return QStringLiteral("%1 / %2 / %3").arg(c.tp).arg(c.fp).arg(c.fn);
}

QString signedText(double value) {
    return QStringLiteral("%1%2")
        .arg(value < 0.0 ? QStringLiteral("−") : QStringLiteral("+"))
        .arg(std::abs(value), 0, 'f', 2);
}

QString differenceText(const training::ComparedF1& f1) {
    QString text = signedText(f1.difference());
    if (f1.differenceBounds)
        text += QStringLiteral("  [%1, %2]")
                    .arg(signedText(f1.differenceBounds->low), signedText(f1.differenceBounds->high));
    return text;
}

QTreeWidget* tree(const QString& name, const QStringList& heads) {
    auto* made = new QTreeWidget;
    made->setAccessibleName(name);
    made->setHeaderLabels(heads);
    made->setUniformRowHeights(true);
    made->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    made->header()->setStretchLastSection(true);
    return made;
}

} // namespace

ComparisonView::ComparisonView(QWidget* parent)
    : QWidget(parent),
      m_figures(tree(tr("F1 of both"), {})),
      m_films(tree(tr("Films in which they differ"), {})),
      m_note(new QLabel) {
    setAccessibleName(tr("Comparison"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(6);
    m_figures->setRootIsDecorated(false);
    m_figures->setSelectionMode(QAbstractItemView::NoSelection);
    m_note->setWordWrap(true);
    m_note->setProperty("faint", true);
    column->addWidget(m_figures);
    column->addWidget(m_note);
    column->addWidget(m_films, 100);
    column->addStretch(1);
    m_films->setToolTip(tr("Enter or a double click opens the film there"));
    connect(m_films, &QTreeWidget::itemActivated, this, &ComparisonView::open);
    clear();
}

void ComparisonView::clear() {
    m_figures->clear();
    m_films->clear();
    m_figures->hide();
    m_films->hide();
    m_note->setText(tr("Choose another spotter above and press Compare. Both then propose in the films that "
                       "you reviewed; what nobody watched counts for neither."));
}

void ComparisonView::show(const training::ModelComparison& comparison, const QString& first,
                          const QString& second) {
    clear();
    m_figures->setHeaderLabels({tr("Type"), tr("F1: %1").arg(first), tr("F1: %1").arg(second),
                                tr("Difference"), tr("%1: hits / false / missed").arg(first),
                                tr("%1: hits / false / missed").arg(second)});
    const auto row = [&](const QString& type, const training::ComparedF1& f1) {
        new QTreeWidgetItem(m_figures,
                            {type, f1Text(f1.first, f1.firstBounds), f1Text(f1.second, f1.secondBounds),
                             differenceText(f1), countText(f1.first), countText(f1.second)});
    };
    row(tr("micro"), comparison.micro);
    row(tr("macro"), comparison.macro);
    row(tr("overall"), comparison.overall);
    m_figures->setFixedHeight(m_figures->header()->sizeHint().height() + 2 * m_figures->frameWidth() +
                              m_figures->topLevelItemCount() *
                                  m_figures->sizeHintForRow(0)); // three rows, none of it empty
    m_films->setHeaderLabels({tr("Film"), tr("Person"), first, second, tr("Where")});
    using Kind = training::Difference::Kind;
    int differing = 0;
    for (const auto& film : comparison.films) {
        if (film.differences.empty())
            continue;
        ++differing;
        auto* item = new QTreeWidgetItem(
            m_films, {QString::fromStdString(film.name), QString::fromStdString(film.subject),
                      countText(film.first.overall()), countText(film.second.overall()),
                      tr("%n difference(s)", nullptr, static_cast<int>(film.differences.size()))});
        item->setData(0, kFilm, QVariant::fromValue<qint64>(film.reviewed));
        item->setData(0, kFrame, QVariant::fromValue<qint64>(film.differences.front().where.first.value));
        for (const auto& d : film.differences) {
            const bool finds = d.kind == Kind::OnlyFirstFinds || d.kind == Kind::OnlySecondFinds;
            const bool byFirst = d.kind == Kind::OnlyFirstFinds || d.kind == Kind::OnlyFirstErrs;
            const QString mark = finds ? tr("found") : tr("false");
            const bool micro = d.type == annotation::ExpressionType::Micro;
            auto* child = new QTreeWidgetItem(
                item, {micro ? tr("micro") : tr("macro"),
                       {},
                       byFirst ? mark : QStringLiteral("–"),
                       byFirst ? QStringLiteral("–") : mark,
                       tr("frames %1 to %2").arg(d.where.first.value).arg(d.where.last.value)});
            child->setData(0, kFilm, QVariant::fromValue<qint64>(film.reviewed));
            child->setData(0, kFrame, QVariant::fromValue<qint64>(d.where.first.value));
        }
    }
    if (m_films->topLevelItemCount() == 1)
        m_films->expandAll();
    m_figures->show();
    m_films->setVisible(differing > 0);
    const QString films = tr("%n reviewed film(s)", nullptr, static_cast<int>(comparison.films.size()));
    const QString people = tr("%n person(s)", nullptr, comparison.subjects);
    const QString intervals = comparison.subjects > 1
                                  ? tr("In brackets: 95 % intervals by drawing people anew.")
                                  : tr("With one person nothing says how much of this is chance.");
    QString note = QStringLiteral("%1, %2; %3 %4")
                       .arg(films, people, tr("they differ in %n of them.", nullptr, differing), intervals);
    if (!comparison.unseen)
        note += QLatin1Char(' ') +
                tr("One of the two has learnt from all of these people, so the figures flatter "
                   "it and prove nothing.");
    else if (comparison.known > 0)
        note += QLatin1Char(' ') +
                tr("%n person(s) left out, whom one of the two has learnt from.", nullptr, comparison.known);
    m_note->setText(note);
}

void ComparisonView::open(QTreeWidgetItem* item) {
    const auto film = item->data(0, kFilm).toLongLong();
    if (film != 0)
        emit filmAsked(film, item->data(0, kFrame).toLongLong());
}

} // namespace mien::ui
