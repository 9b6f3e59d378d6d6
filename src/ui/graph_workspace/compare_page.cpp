// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/compare_page.h"

#include "core/causal/compare_graphs.h"
#include "core/causal/graph_formats.h"
#include "ui/graph/pag_view.h"
#include "ui/graph_workspace/edge_differences.h"
#include "ui/graph_workspace/graph_words.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>

#include <map>

namespace mien::ui {
namespace {

constexpr int kDataRole = Qt::UserRole + 1; ///< span, or number of a film; -1: all films

} // namespace

ComparePage::ComparePage(GraphSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_with(new QComboBox),
      m_keep(new QPushButton(tr("Keep this graph"))),
      m_summary(new QLabel),
      m_picture(new graph::PagView),
      m_table(new QTableWidget) {
    setAccessibleName(tr("Two graphs on one another"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(10, 6, 8, 6);
    head->setSpacing(8);
    auto* label = new QLabel(tr("Compare with"));
    label->setProperty("faint", true);
    label->setBuddy(m_with);
    m_with->setAccessibleName(tr("Compare with"));
    m_with->setToolTip(
        tr("Searched with the same settings as the graph itself, except for what is compared"));
    m_with->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_keep->setToolTip(tr("Remember the graph as it is now, then change a setting or the frames"));
    auto* open = new QPushButton(tr("Graph from a file…"));
    open->setToolTip(tr("A graph of Tetrad, pcalg, causal-learn, or in DOT, GraphML or JSON"));
    for (auto* button : {m_keep, open})
        button->setAccessibleName(button->text());
    head->addWidget(label);
    head->addWidget(m_with);
    head->addWidget(m_keep);
    head->addWidget(open);
    head->addStretch(1);
    column->addLayout(head);
    m_summary->setWordWrap(true);
    m_summary->setContentsMargins(12, 0, 12, 6);
    m_summary->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_summary);
    auto* split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_picture);
    split->addWidget(m_table);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    column->addWidget(split, 1);
    m_table->setAccessibleName(tr("What differs"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setProperty("padded", true);
    m_table->horizontalHeader()->setProperty("padded", true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    connect(m_with, &QComboBox::activated, this, &ComparePage::choose);
    connect(m_keep, &QPushButton::clicked, this, &ComparePage::keep);
    connect(open, &QPushButton::clicked, this, &ComparePage::graphAsked);
    connect(m_picture, &graph::PagView::failed, this, &ComparePage::failed);
    connect(&m_engine, &GraphEngine::answered, this, [this](const GraphAnswer& answer) {
        if (!searches())
            return;
        if (answer.found)
            setOther(answer.found->result.graph, m_otherName);
        else
            say(QString::fromStdString(answer.error->sentence()));
    });
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (row < 0 || m_selecting)
            return;
        const auto pair = m_table->item(row, 0)->data(kDataRole).toPoint();
        m_picture->setSelection(graph::Selection::ofPair(pair.x(), pair.y()));
    });
    connect(m_picture, &graph::PagView::selectionChanged, this, &ComparePage::followPicture);
    connect(&source, &GraphSource::changed, this, &ComparePage::fillChoices);
    fillChoices();
    say(tr("Choose what to compare this graph with."));
}

void ComparePage::fillChoices() {
    const QSignalBlocker quiet(m_with);
    m_with->clear();
    const auto add = [&](const QString& text, Choice choice, int which = 0) {
        m_with->addItem(text, static_cast<int>(choice));
        m_with->setItemData(m_with->count() - 1, which, kDataRole);
        if (choice == m_choice && (choice != Span || which == static_cast<int>(m_span)) &&
            (choice != Films || text == m_otherName))
            m_with->setCurrentIndex(m_with->count() - 1);
    };
    const auto addSubject = [&](const QString& text, const QString& subject) {
        m_with->addItem(text, static_cast<int>(Subject));
        m_with->setItemData(m_with->count() - 1, subject, kDataRole);
        if (m_choice == Subject && m_subject == subject)
            m_with->setCurrentIndex(m_with->count() - 1);
    };
    add(tr("nothing"), Nothing);
    add(!m_current || m_current->request.parameters.sampleSize != causal::SampleSize::Rows
            ? tr("the same without effective samples")
            : tr("the same with effective samples"),
        Correction);
    if (!m_source.isTable()) {
        for (const FilmSpan span : kFilmSpans)
            if (span != m_source.span() && span != FilmSpan::Stretch)
                add(spanText(span), Span, static_cast<int>(span));
        const auto films = m_source.otherFilms();
        for (std::size_t i = 0; i < films.size(); ++i)
            add(films[i].name, Films, static_cast<int>(i));
        std::map<QString, int> subjects;
        for (const auto& film : films)
            if (!film.subject.isEmpty())
                ++subjects[film.subject];
        for (const auto& [subject, count] : subjects)
            addSubject(subject == m_source.subject()
                           ? tr("the same subject %1, %n other film(s)", nullptr, count).arg(subject)
                           : tr("subject %1, %n film(s)", nullptr, count).arg(subject),
                       subject);
        if (films.size() > 1)
            add(tr("all other films together"), Films, -1);
    }
    if (m_kept)
        add(tr("kept: %1").arg(m_keptName), Kept);
    if (m_opened)
        add(m_openedName, File);
}

void ComparePage::choose() {
    const auto choice = static_cast<Choice>(m_with->currentData().toInt());
    const int which = m_with->currentData(kDataRole).toInt();
    switch (choice) {
    case Nothing:
        return compareWithNothing();
    case Span:
        return compareWithSpan(static_cast<FilmSpan>(which));
    case Correction:
        return compareWithCorrection();
    case Films: {
        const auto films = m_source.otherFilms();
        if (which < 0)
            compareWithFilms(films);
        else if (which < static_cast<int>(films.size()))
            compareWithFilms({films[static_cast<std::size_t>(which)]});
        return;
    }
    case Subject:
        return compareWithSubject(m_with->currentData(kDataRole).toString());
    case Kept:
    case File:
        m_choice = choice;
        m_engine.drop();
        return choice == Kept ? setOther(*m_kept, m_keptName) : setOther(*m_opened, m_openedName);
    }
}

void ComparePage::compareWithNothing() {
    m_choice = Nothing;
    m_engine.drop();
    m_other.reset();
    fillChoices();
    present();
}

void ComparePage::compareWithSpan(FilmSpan span) {
    m_choice = Span;
    m_span = span;
    fillChoices();
    ask();
}

void ComparePage::compareWithCorrection() {
    m_choice = Correction;
    fillChoices();
    ask();
}

void ComparePage::compareWithFilms(const std::vector<OtherFilm>& films) {
    m_choice = Films;
    m_otherName = films.size() == 1 ? films.front().name : tr("%n other film(s)", nullptr, int(films.size()));
    m_films = films;
    m_otherData.reset();
    ask();
}

void ComparePage::compareWithSubject(const QString& subject) {
    m_choice = Subject;
    m_subject = subject;
    m_films = m_source.filmsOfSubject(subject);
    m_otherName = tr("subject %1, %n film(s)", nullptr, static_cast<int>(m_films.size())).arg(subject);
    m_otherData.reset();
    fillChoices();
    ask();
}

void ComparePage::ask() {
    if (!m_current)
        return;
    GraphRequest request = m_current->request;
    if (m_choice == Span) {
        const auto other = m_source.otherSpan(m_span);
        if (!other)
            return say(tr("This film has nothing of the kind “%1”.").arg(spanText(m_span)));
        request.data = *other;
        m_otherName = spanText(m_span);
    } else if (m_choice == Films || m_choice == Subject) {
        if (!m_otherData || m_otherGaps != m_source.gapsKept()) {
            m_otherGaps = m_source.gapsKept();
            m_otherData = GraphData{m_source.freshId(), recipeOf(m_films, m_otherGaps), true};
        }
        request.data = *m_otherData;
    } else {
        auto& size = request.parameters.sampleSize;
        const bool rows = size == causal::SampleSize::Rows;
        size = rows ? causal::SampleSize::Effective : causal::SampleSize::Rows;
        m_otherName = rows ? tr("with effective samples") : tr("without effective samples");
    }
    m_engine.ask(std::move(request));
}

void ComparePage::setCurrent(const GraphAnswer& answer, const QString& name) {
    m_current = answer;
    m_currentName = name;
    m_keep->setEnabled(true);
    if (searches())
        ask(); // with the settings of now; until then the other graph of before stays
    present();
}

void ComparePage::clear() {
    m_current.reset();
    m_keep->setEnabled(false);
    present();
}

void ComparePage::keep() {
    if (!m_current)
        return;
    m_kept = m_current->found->result.graph;
    m_keptName = QStringLiteral("%1, %2").arg(m_currentName,
                                              madeText(m_current->request.parameters, m_current->preset));
    m_choice = Kept;
    m_engine.drop();
    setOther(*m_kept, m_keptName);
    fillChoices();
}

Result<void> ComparePage::openGraph(const QString& path) {
    auto graph = causal::readGraph(path.toStdString());
    if (!graph)
        return Unexpected(graph.error());
    m_opened = std::move(*graph);
    m_openedName = QFileInfo(path).fileName();
    m_choice = File;
    m_engine.drop();
    setOther(*m_opened, m_openedName);
    fillChoices();
    return {};
}

void ComparePage::setOther(causal::Pag graph, const QString& name) {
    m_other = std::move(graph);
    m_otherName = name;
    present();
}

void ComparePage::say(const QString& sentence) {
    m_summary->setText(sentence);
    m_comparison.reset();
    m_table->setRowCount(0);
    m_table->hide();
    emit compared();
}

void ComparePage::present() {
    if (!m_other) {
        m_picture->setGraph(m_current ? graph::contentOf(m_current->found->result.graph) : graph::Content{});
        return say(tr("Choose what to compare this graph with."));
    }
    if (!m_current) { // a graph from a file may be looked at alone
        m_picture->setGraph(graph::contentOf(*m_other));
        m_picture->setCaption(m_otherName);
        return say(tr("%1 alone: there is no graph beside it.").arg(m_otherName));
    }
    const auto& mine = m_current->found->result.graph;
    m_comparison = causal::compareGraphs(mine, *m_other);
    const QString first = m_currentName;
    m_summary->setText(comparisonText(*m_comparison, first, m_otherName));
    const auto content = graph::differenceOf(mine, *m_other, first, m_otherName);
    m_quiet = true; // what stays chosen was chosen before
    m_picture->setGraph(content);
    m_quiet = false;
    m_picture->setCaption(tr("%1  against  %2").arg(first, m_otherName));
    const auto rows = differenceRows(*m_comparison);
    m_selecting = true;
    m_table->show();
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels(differenceHeadings(first, m_otherName));
    m_table->setRowCount(static_cast<int>(rows.size()));
    for (int r = 0; r < m_table->rowCount(); ++r)
        for (int c = 0; c < 4; ++c) {
            auto* item = new QTableWidgetItem(rows[static_cast<std::size_t>(r)].cells[c]);
            item->setToolTip(item->text());
            m_table->setItem(r, c, item);
        }
    for (int r = 0; r < m_table->rowCount(); ++r) {
        const auto& row = rows[static_cast<std::size_t>(r)];
        m_table->item(r, 0)->setData(kDataRole,
                                     QPoint(content.indexOf(row.first), content.indexOf(row.second)));
    }
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(2, QHeaderView::Stretch);
    header->setSectionResizeMode(3, QHeaderView::Stretch);
    m_selecting = false;
    showRow();
    emit compared();
}

void ComparePage::showRow() {
    const auto& what = m_picture->selection();
    int row = -1;
    for (int r = 0; r < m_table->rowCount() && what.isPair() && row < 0; ++r) {
        const auto pair = m_table->item(r, 0)->data(kDataRole).toPoint();
        if (what == graph::Selection::ofPair(pair.x(), pair.y()))
            row = r;
    }
    m_selecting = true;
    m_table->setCurrentCell(row, row < 0 ? -1 : 0);
    if (row < 0)
        m_table->clearSelection();
    else
        m_table->scrollToItem(m_table->item(row, 0));
    m_selecting = false;
}

void ComparePage::followPicture() {
    showRow();
    const auto& what = m_picture->selection();
    const auto name = [this](int node) {
        return m_picture->content().nodes[static_cast<std::size_t>(node)].name;
    };
    if (m_quiet)
        return;
    if (what.isNode())
        emit chosen(name(what.node), {});
    else if (what.isPair())
        emit chosen(name(what.a), name(what.b));
    else
        emit chosen({}, {});
}

void ComparePage::select(const std::string& first, const std::string& second) {
    const auto& content = m_picture->content();
    const int a = first.empty() ? -1 : content.indexOf(first);
    const int b = second.empty() ? -1 : content.indexOf(second);
    m_quiet = true;
    m_picture->setSelection(a < 0            ? graph::Selection{}
                            : second.empty() ? graph::Selection::ofNode(a)
                            : b >= 0         ? graph::Selection::ofPair(a, b)
                                             : graph::Selection{});
    m_quiet = false;
}

QString ComparePage::summary() const {
    return m_summary->text();
}

void ComparePage::setPlacement(graph::Placement placement) {
    m_picture->setPlacement(placement);
}

void ComparePage::setFace(const QImage& picture, const std::vector<QPointF>& regionsPx) {
    m_picture->setFace(picture, regionsPx);
}

} // namespace mien::ui
