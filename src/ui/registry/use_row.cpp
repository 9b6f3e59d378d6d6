// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/use_row.h"

#include "ui/document/project_document.h"
#include "ui/registry/model_shelf.h"
#include "ui/registry/model_words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace mien::ui {

UseRow::UseRow(ModelShelf& shelf, ProjectDocument& document, QWidget* parent)
    : QWidget(parent),
      m_shelf(shelf),
      m_document(document),
      m_key(kRulesKey),
      m_use(new QPushButton(tr("Use in this project"))),
      m_default(new QPushButton(tr("Make default"))),
      m_insist(new QCheckBox(tr("Use it although nothing says that it is better"))),
      m_why(new QLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_why->setWordWrap(true);
    column->addWidget(m_why);
    auto* row = new QHBoxLayout;
    m_use->setToolTip(
        tr("Films of the open project are analysed with it from now on; proposals of before stay"));
    m_default->setToolTip(tr("For projects that choose no spotter of their own"));
    for (auto* button : {m_use, m_default})
        button->setAccessibleName(button->text());
    m_insist->setAccessibleName(m_insist->text());
    for (QWidget* widget : std::initializer_list<QWidget*>{m_use, m_default, m_insist})
        row->addWidget(widget);
    row->addStretch();
    column->addLayout(row);
    connect(m_use, &QPushButton::clicked, this, [this] { m_shelf.use(m_key); });
    connect(m_default, &QPushButton::clicked, this, [this] { m_shelf.makeDefault(m_key); });
    connect(m_insist, &QCheckBox::toggled, this, &UseRow::refresh);
    connect(&shelf, &ModelShelf::changed, this, &UseRow::refresh);
    connect(&shelf, &ModelShelf::choiceChanged, this, &UseRow::refresh);
    refresh();
}

void UseRow::setModel(const QString& key) {
    if (key != m_key) {
        const QSignalBlocker quiet(m_insist);
        m_insist->setChecked(false); // one insists on a model, not on models
    }
    m_key = key;
    refresh();
}

void UseRow::refresh() {
    const auto* model = m_shelf.find(m_key);
    const bool usable = m_key == kRulesKey || (model && model->usable());
    const auto* unproven = model ? unprovenOf(*model) : nullptr;
    m_why->setVisible(unproven != nullptr);
    m_insist->setVisible(unproven != nullptr);
    if (unproven)
        m_why->setText(whyNotYet(*unproven));
    const bool may = usable && (!unproven || m_insist->isChecked());
    m_use->setEnabled(may && m_document.hasProject() && !m_document.readOnly() &&
                      m_shelf.choice().key != m_key);
    m_default->setEnabled(may && m_shelf.defaultKey() != m_key);
}

} // namespace mien::ui
