// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/more_controls.h"

#include "ui/graph_workspace/graph_words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QStandardItemModel>
#include <QToolButton>

namespace mien::ui {

void permit(QComboBox& box, int value, bool permitted, const QString& whyNot) {
    auto* model = qobject_cast<QStandardItemModel*>(box.model());
    const int row = box.findData(value);
    if (model == nullptr || row < 0)
        return;
    model->item(row)->setEnabled(permitted);
    box.setItemData(row, permitted ? QString() : whyNot, Qt::ToolTipRole);
}

void permit(QWidget& control, bool permitted, const QString& tip, const QString& whyNot) {
    control.setEnabled(permitted);
    control.setToolTip(permitted ? tip : whyNot);
}

MoreControls::MoreControls(QWidget* parent)
    : QWidget(parent),
      m_fold(new QToolButton),
      m_inside(new QWidget),
      m_method(new QComboBox),
      m_colliders(new QComboBox),
      m_test(new QComboBox),
      m_gaps(new QComboBox),
      m_selection(new QCheckBox(tr("Allow for selection"))),
      m_defaults(new QPushButton(tr("As delivered"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_fold->setCheckable(true);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setToolTip(tr("Method, colliders, test, gaps and selection"));
    column->addWidget(m_fold);
    auto* grid = new QGridLayout(m_inside);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    column->addWidget(m_inside);
    const auto row = [&](const QString& name, QComboBox* box) {
        auto* label = new QLabel(name);
        label->setProperty("faint", true);
        label->setBuddy(box);
        box->setAccessibleName(name);
        const int at = grid->rowCount();
        grid->addWidget(label, at, 0);
        grid->addWidget(box, at, 1);
        connect(box, &QComboBox::activated, this, &MoreControls::take);
    };
    row(tr("Method"), m_method);
    row(tr("Colliders"), m_colliders);
    row(tr("Test"), m_test);
    row(tr("Gaps"), m_gaps);
    for (const auto one : {causal::Algorithm::Fci, causal::Algorithm::Rfci})
        m_method->addItem(algorithmText(one), static_cast<int>(one));
    for (const auto rule : {causal::ColliderRule::SeparatingSet, causal::ColliderRule::Conservative,
                            causal::ColliderRule::Majority})
        m_colliders->addItem(colliderText(rule), static_cast<int>(rule));
    for (const auto kind :
         {causal::TestKind::FisherZ, causal::TestKind::GSquare, causal::TestKind::ChiSquare})
        m_test->addItem(testText(kind), static_cast<int>(kind));
    m_gaps->addItem(tr("leave incomplete rows out"), static_cast<int>(causal::Missing::Listwise));
    m_gaps->addItem(tr("each test uses what it has"), static_cast<int>(causal::Missing::Testwise));
    m_selection->setToolTip(
        tr("What is looked at may also decide which samples there are. Off claims more, and is right only "
           "where nothing of the kind happened. Forbidden causes and steps in time switch it off."));
    m_defaults->setAccessibleName(m_defaults->text());
    m_defaults->setToolTip(tr("All settings of the search as they were delivered"));
    const int last = grid->rowCount();
    grid->addWidget(m_selection, last, 0, 1, 2);
    grid->addWidget(m_defaults, last + 1, 1, Qt::AlignRight);
    connect(m_selection, &QCheckBox::clicked, this, &MoreControls::take);
    connect(m_defaults, &QPushButton::clicked, this, &MoreControls::defaultsAsked);
    connect(m_fold, &QToolButton::toggled, this, [this](bool open) {
        m_inside->setVisible(open);
        m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        emit opened(open);
    });
    m_inside->hide();
    m_fold->setArrowType(Qt::RightArrow);
    setShown({}, {});
}

bool MoreControls::open() const {
    return m_fold->isChecked();
}

void MoreControls::setOpen(bool open) {
    m_fold->setChecked(open);
}

void MoreControls::take() {
    GraphParameters now = m_shown;
    now.algorithm = static_cast<causal::Algorithm>(m_method->currentData().toInt());
    now.colliders = static_cast<causal::ColliderRule>(m_colliders->currentData().toInt());
    now.test = static_cast<causal::TestKind>(m_test->currentData().toInt());
    now.missing = static_cast<causal::Missing>(m_gaps->currentData().toInt());
    now.selectionBias = m_selection->isChecked();
    if (now != m_shown)
        emit changed(now);
}

void MoreControls::setShown(const GraphParameters& p, const DataTraits& traits) {
    m_shown = p;
    const auto choose = [](QComboBox* box, auto value) {
        box->setCurrentIndex(box->findData(static_cast<int>(value)));
    };
    choose(m_method, p.algorithm);
    choose(m_colliders, p.colliders);
    choose(m_test, p.test);
    choose(m_gaps, p.missing);
    m_selection->setChecked(p.selectionBias);

    const bool rfci = p.algorithm == causal::Algorithm::Rfci;
    m_method->setToolTip(
        tr("RFCI checks every claim instead of asking the questions that take longest: "
           "quick for many variables, as sound, but it may keep edges that FCI takes away."));
    permit(*m_method, static_cast<int>(causal::Algorithm::Rfci), p.lags == 0,
           tr("RFCI follows nothing over time: set the lags to none first."));
    permit(*m_colliders, !rfci,
           tr("How A → B ← C is told from the rest: by the set that separated A and C, or by "
              "all sets that do (conservative), or by most of them. The latter two claim "
              "less."),
           tr("RFCI tells colliders by separating sets only."));
    permit(*m_test, traits.codes,
           tr("Numbers that go together along a line, or categories: codes of action units, intensities."),
           traits.film
               ? tr("Movement is measured in numbers; tests of categories are for tables of codes.")
               : tr("Some column has more than 64 different values; tests of categories are for codes."));
    permit(*m_gaps, traits.gaps && p.test == causal::TestKind::FisherZ,
           tr("What becomes of rows in which a value is missing, such as frames that cannot be scored. "
              "Where each test uses the rows that have its own variables, fewer are lost."),
           traits.gaps ? tr("Tests of categories need complete rows.")
                       : tr("Nothing is missing in these data."));

    const GraphParameters delivered;
    const int others = int(p.algorithm != delivered.algorithm) + int(p.colliders != delivered.colliders) +
                       int(p.test != delivered.test) + int(p.missing != delivered.missing) +
                       int(p.selectionBias != delivered.selectionBias);
    m_fold->setText(others == 0 ? tr("More") : tr("More (%n changed)", nullptr, others));
    m_fold->setAccessibleName(m_fold->text());
}

} // namespace mien::ui
