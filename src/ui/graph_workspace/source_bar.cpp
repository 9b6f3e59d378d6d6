// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/source_bar.h"

#include "ui/graph_workspace/graph_source.h"
#include "ui/settings/icons.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSignalBlocker>
#include <QToolButton>

namespace mien::ui {
namespace {

enum From { Film, SubjectFilms, AllFilms, Table, OtherTable };

} // namespace

SourceBar::SourceBar(GraphSource& source, QWidget* parent)
    : QWidget(parent),
      m_source(source),
      m_row(new QHBoxLayout(this)),
      m_tools(new QButtonGroup(this)),
      m_export(new QMenu(this)) {
    setAccessibleName(tr("What the graph is about"));
    m_row->setContentsMargins(10, 6, 8, 6);
    m_row->setSpacing(6);
    m_from = combo(tr("Of"), tr("The open film's measured movement, or a table of numbers"));
    m_spans = combo(tr("Frames"), tr("Which frames of the film count. Expressions are those of your events; "
                                     "where there are none, those that are proposed."));
    for (const FilmSpan span : kFilmSpans)
        m_spans->addItem(spanText(span), static_cast<int>(span));
    m_placements = combo(tr("Nodes"), tr("Where the nodes stand"));
    for (const auto& [placement, text] : {std::pair(graph::Placement::Face, tr("On the face")),
                                          {graph::Placement::Layered, tr("Causes above")},
                                          {graph::Placement::Force, tr("Close together")},
                                          {graph::Placement::Ring, tr("In a ring")}})
        m_placements->addItem(text, static_cast<int>(placement));
    m_row->addSpacing(8);
    struct ToolRow {
        graph::Tool tool;
        const char* icon;
        QString text, tip;
    };
    for (const ToolRow& row :
         {ToolRow{graph::Tool::Look, "edit-select", tr("Look"),
                  tr("A drag moves a node, or the picture; Ctrl+Shift+R lays all out anew")},
          ToolRow{graph::Tool::Require, "list-add", tr("Require"),
                  tr("Drag from a cause to its effect: this is known to be so")},
          ToolRow{graph::Tool::Forbid, "list-remove", tr("Forbid"),
                  tr("Drag from A to B: A is known not to cause B")}}) {
        auto* button = new QToolButton;
        button->setIcon(themeIcon(row.icon));
        button->setText(row.text);
        button->setToolTip(row.tip);
        button->setAccessibleName(row.text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        m_tools->addButton(button, static_cast<int>(row.tool));
        m_row->addWidget(button);
    }
    m_row->addStretch(1);
    auto* exporter = new QToolButton;
    exporter->setText(tr("Export"));
    exporter->setAccessibleName(exporter->text());
    exporter->setIcon(themeIcon("document-export"));
    exporter->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    exporter->setPopupMode(QToolButton::InstantPopup);
    exporter->setFocusPolicy(Qt::TabFocus);
    exporter->setMenu(m_export);
    exporter->setToolTip(tr("The picture, the table, or the graph for other programs"));
    m_row->addWidget(exporter);

    connect(m_from, &QComboBox::activated, this, [this] {
        const int from = m_from->currentData().toInt();
        follow();
        if (from == Film)
            emit filmAsked();
        else if (from == SubjectFilms)
            emit subjectAsked();
        else if (from == AllFilms)
            emit allFilmsAsked();
        else if (from == OtherTable)
            emit tableAsked();
    });
    connect(m_spans, &QComboBox::activated, this,
            [this] { emit spanChosen(static_cast<FilmSpan>(m_spans->currentData().toInt())); });
    connect(m_placements, &QComboBox::activated, this, [this] {
        emit placementChosen(static_cast<graph::Placement>(m_placements->currentData().toInt()));
    });
    connect(m_tools, &QButtonGroup::idClicked, this,
            [this](int id) { emit toolChosen(static_cast<graph::Tool>(id)); });
    connect(&source, &GraphSource::changed, this, &SourceBar::follow);
    setTool(graph::Tool::Look);
    follow();
}

QComboBox* SourceBar::combo(const QString& name, const QString& tip) {
    auto* label = new QLabel(name);
    label->setProperty("faint", true);
    label->setToolTip(tip);
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMaximumWidth(220);
    label->setBuddy(box);
    m_row->addWidget(label);
    m_row->addWidget(box);
    return box;
}

void SourceBar::follow() {
    const QSignalBlocker quiet(m_from);
    m_from->clear();
    m_from->addItem(m_source.isTable() || m_source.shortName().isEmpty() ? tr("the open film")
                                                                         : m_source.shortName(),
                    Film);
    const QString subject = m_source.subject();
    if (m_source.isSubject() || (!subject.isEmpty() && !m_source.filmsOfSubject(subject).empty()))
        m_from->addItem(tr("all analysed films of subject %1").arg(subject), SubjectFilms);
    if (m_source.isAllFilms() || !m_source.otherFilms().empty())
        m_from->addItem(tr("all analysed films of the project"), AllFilms);
    if (m_source.isTable())
        m_from->addItem(m_source.shortName(), Table);
    m_from->addItem(tr("a table…"), OtherTable);
    m_from->setCurrentIndex(m_from->findData(m_source.isTable()      ? Table
                                             : m_source.isAllFilms() ? AllFilms
                                             : m_source.isSubject()  ? SubjectFilms
                                                                     : Film));
    m_spans->setEnabled(!m_source.isTable());
    m_spans->setCurrentIndex(m_spans->findData(static_cast<int>(m_source.span())));
}

void SourceBar::setPlacement(graph::Placement placement) {
    m_placements->setCurrentIndex(m_placements->findData(static_cast<int>(placement)));
}

void SourceBar::setTool(graph::Tool tool) {
    m_tools->button(static_cast<int>(tool))->setChecked(true);
}

} // namespace mien::ui
