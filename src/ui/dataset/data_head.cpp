// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/data_head.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>

namespace mien::ui {
namespace {

QPushButton* button(const QString& words, const QString& tip) {
    auto* made = new QPushButton(words);
    made->setToolTip(tip);
    made->setAccessibleName(words);
    return made;
}

void setPrimary(QPushButton* button, bool primary) {
    if (button->property("primary").toBool() == primary)
        return;
    button->setProperty("primary", primary);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace

DataHead::DataHead(QWidget* parent)
    : QWidget(parent),
      m_name(new QLabel),
      m_summary(new QLabel),
      m_outlook(new QLabel),
      m_progress(new QProgressBar),
      m_stop(button(tr("Stop"), tr("Stops the work that is going on"))),
      m_films(button(tr("Find films…"), tr("The folder that the films or folders of images lie in"))),
      m_log(button(tr("Save repair log…"), tr("Every finding and every repair as a table (CSV)"))),
      m_import(button(tr("Import"), {})) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(4);
    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.35);
    large.setWeight(QFont::DemiBold);
    m_name->setFont(large);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, 6);
    m_progress->setAccessibleName(tr("How far the work is"));
    connect(m_stop, &QPushButton::clicked, this, &DataHead::stopAsked);
    connect(m_films, &QPushButton::clicked, this, &DataHead::filmsAsked);
    connect(m_log, &QPushButton::clicked, this, &DataHead::logAsked);
    connect(m_import, &QPushButton::clicked, this, &DataHead::importAsked);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_name);
    row->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_progress, m_stop, m_films, m_log, m_import})
        row->addWidget(widget);
    column->addLayout(row);
    for (QLabel* label : {m_summary, m_outlook}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(label);
    }
    m_summary->setProperty("faint", true);
}

void DataHead::show(const Content& content) {
    m_name->setText(content.name);
    m_summary->setText(content.summary);
    m_outlook->setText(content.outlook);
    m_outlook->setVisible(!content.outlook.isEmpty());
    m_progress->setVisible(content.busy);
    m_stop->setVisible(content.busy);
    m_films->setEnabled(content.read);
    m_log->setEnabled(content.read);
    m_import->setEnabled(content.importable);
    m_import->setToolTip(content.importTip);
    setPrimary(m_films, content.read && content.filmsMissing);
    setPrimary(m_import, !content.filmsMissing);
}

void DataHead::setProgress(double fraction) {
    m_progress->setValue(static_cast<int>(fraction * 1000.0));
}

} // namespace mien::ui
