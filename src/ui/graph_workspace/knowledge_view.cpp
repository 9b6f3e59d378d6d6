// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/knowledge_view.h"

#include "core/base/file_io.h"
#include "core/causal/oracle_case.h"
#include "ui/graph_workspace/edge_rows.h"
#include "ui/graph_workspace/knowledge_store.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>

namespace mien::ui {
namespace {

constexpr int kMostTiers = 9;
constexpr int kRequired = Qt::UserRole + 1; ///< of a list row: whether its arrow is required
constexpr int kPlace = Qt::UserRole + 2;    ///< its place among those

} // namespace

KnowledgeView::KnowledgeView(KnowledgeStore& store, QWidget* parent)
    : QWidget(parent),
      m_store(store),
      m_list(new QListWidget),
      m_tiers(new QTableWidget),
      m_cause(new QComboBox),
      m_kind(new QComboBox),
      m_effect(new QComboBox),
      m_add(new QPushButton(tr("Add"))),
      m_remove(new QPushButton(tr("Remove"))),
      m_clear(new QPushButton(tr("Remove all"))) {
    setAccessibleName(tr("What is known beforehand"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(10, 6, 8, 6);
    row->setSpacing(14);
    row->addWidget(makeArrows(), 3);
    row->addWidget(makeTiers(), 2);
    connect(&store, &KnowledgeStore::changed, this, &KnowledgeView::follow);
    follow();
}

QWidget* KnowledgeView::makeArrows() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto* head = new QHBoxLayout;
    m_cause->setAccessibleName(tr("Cause"));
    m_effect->setAccessibleName(tr("Effect"));
    m_kind->setAccessibleName(tr("What is known"));
    m_kind->addItem(tr("causes"), true);
    m_kind->addItem(tr("does not cause"), false);
    for (auto* box : {m_cause, m_kind, m_effect})
        head->addWidget(box, box == m_kind ? 0 : 1);
    head->addWidget(m_add);
    column->addLayout(head);
    m_list->setAccessibleName(tr("Known arrows"));
    m_list->setProperty("padded", true);
    m_list->setToolTip(
        tr("Required and forbidden arrows; Del removes one. They can be drawn in the picture, too."));
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_remove);
    foot->addWidget(m_clear);
    foot->addStretch(1);
    auto* load_ = new QPushButton(tr("Load…"));
    auto* save_ = new QPushButton(tr("Save…"));
    load_->setToolTip(tr("Knowledge as JSON, as mien-cli causal --knowledge reads it"));
    save_->setToolTip(load_->toolTip());
    for (auto* button : {m_add, m_remove, m_clear, load_, save_})
        button->setAccessibleName(button->text());
    foot->addWidget(load_);
    foot->addWidget(save_);
    column->addLayout(foot);
    connect(m_add, &QPushButton::clicked, this, [this] {
        if (m_cause->currentIndex() >= 0 && m_effect->currentIndex() >= 0)
            add(m_cause->currentData().toString().toStdString(), m_kind->currentData().toBool(),
                m_effect->currentData().toString().toStdString());
    });
    connect(m_remove, &QPushButton::clicked, this, &KnowledgeView::removeCurrent);
    connect(m_clear, &QPushButton::clicked, this, [this] { change({}, tr("remove all knowledge")); });
    connect(load_, &QPushButton::clicked, this, &KnowledgeView::load);
    connect(save_, &QPushButton::clicked, this, &KnowledgeView::save);
    return page;
}

QWidget* KnowledgeView::makeTiers() {
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto* label_ = new QLabel(tr("What comes first: a variable causes none of an earlier step."));
    label_->setProperty("faint", true);
    label_->setWordWrap(true);
    column->addWidget(label_);
    m_tiers->setAccessibleName(tr("Order in time"));
    m_tiers->setColumnCount(2);
    m_tiers->setHorizontalHeaderLabels({tr("Variable"), tr("Step")});
    m_tiers->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tiers->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tiers->verticalHeader()->hide();
    m_tiers->setShowGrid(false);
    m_tiers->setSelectionMode(QAbstractItemView::NoSelection);
    m_tiers->setTabKeyNavigation(false);
    column->addWidget(m_tiers, 1);
    return page;
}

QString KnowledgeView::label(const std::string& name) const {
    return labelsOf(causal::Pag(std::vector<std::string>{name})).front();
}

void KnowledgeView::setNames(const std::vector<std::string>& names) {
    if (names == m_names)
        return;
    m_names = names;
    for (auto* box : {m_cause, m_effect}) {
        box->clear();
        for (const auto& name : names)
            box->addItem(label(name), QString::fromStdString(name));
    }
    if (names.size() > 1)
        m_effect->setCurrentIndex(1);
    follow();
}

void KnowledgeView::follow() {
    const auto& knowledge = m_store.knowledge();
    const int current = m_list->currentRow();
    m_list->clear();
    const auto put = [&](const auto& pairs, bool required) {
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            const auto& [cause, effect] = pairs[i];
            auto* item = new QListWidgetItem((required ? tr("%1 causes %2") : tr("%1 does not cause %2"))
                                                 .arg(label(cause), label(effect)));
            item->setData(kRequired, required);
            item->setData(kPlace, static_cast<int>(i));
            m_list->addItem(item);
        }
    };
    put(knowledge.required, true);
    put(knowledge.forbidden, false);
    m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    m_remove->setEnabled(m_list->count() > 0);
    m_clear->setEnabled(!knowledge.empty());
    m_add->setEnabled(m_names.size() > 1);

    m_tiers->setRowCount(static_cast<int>(m_names.size()));
    for (int row = 0; row < m_tiers->rowCount(); ++row) {
        const auto& name = m_names[static_cast<std::size_t>(row)];
        auto* item = new QTableWidgetItem(label(name));
        item->setFlags(Qt::ItemIsEnabled);
        m_tiers->setItem(row, 0, item);
        auto* box = qobject_cast<QComboBox*>(m_tiers->cellWidget(row, 1));
        if (box == nullptr) {
            box = new QComboBox;
            box->addItem(tr("any"), -1);
            for (int tier = 0; tier < kMostTiers; ++tier)
                box->addItem(QString::number(tier + 1), tier);
            m_tiers->setCellWidget(row, 1, box);
            connect(box, &QComboBox::activated, this, [this, row, box] {
                setTier(m_names[static_cast<std::size_t>(row)], box->currentData().toInt());
            });
        }
        box->setAccessibleName(tr("Step of %1").arg(label(name)));
        int own = -1;
        for (std::size_t tier = 0; tier < knowledge.tiers.size(); ++tier)
            if (std::find(knowledge.tiers[tier].begin(), knowledge.tiers[tier].end(), name) !=
                knowledge.tiers[tier].end())
                own = static_cast<int>(tier);
        box->setCurrentIndex(std::max(0, box->findData(own)));
    }
}

void KnowledgeView::change(causal::Knowledge wanted, const QString& what) {
    if (const auto kept = m_store.change(std::move(wanted), what); !kept) {
        follow();
        emit failed(QString::fromStdString(kept.error().sentence()));
    }
}

void KnowledgeView::add(const std::string& cause, bool required, const std::string& effect) {
    auto wanted = m_store.knowledge();
    auto& pairs = required ? wanted.required : wanted.forbidden;
    const std::pair pair(cause, effect);
    if (std::find(pairs.begin(), pairs.end(), pair) != pairs.end())
        return;
    pairs.push_back(pair);
    change(std::move(wanted),
           (required ? tr("%1 causes %2") : tr("%1 does not cause %2")).arg(label(cause), label(effect)));
}

void KnowledgeView::removeCurrent() {
    const auto* item = m_list->currentItem();
    if (item == nullptr)
        return;
    auto wanted = m_store.knowledge();
    auto& pairs = item->data(kRequired).toBool() ? wanted.required : wanted.forbidden;
    pairs.erase(pairs.begin() + item->data(kPlace).toInt());
    change(std::move(wanted), tr("remove “%1”").arg(item->text()));
}

void KnowledgeView::setTier(const std::string& name, int tier) {
    auto wanted = m_store.knowledge();
    for (auto& one : wanted.tiers)
        std::erase(one, name);
    if (tier >= 0) {
        if (static_cast<int>(wanted.tiers.size()) <= tier)
            wanted.tiers.resize(static_cast<std::size_t>(tier) + 1);
        wanted.tiers[static_cast<std::size_t>(tier)].push_back(name);
    }
    change(std::move(wanted), tier < 0 ? tr("%1 in no step").arg(label(name))
                                       : tr("%1 in step %2").arg(label(name)).arg(tier + 1));
}

bool KnowledgeView::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::ShortcutOverride &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete)
        event->accept(); // not the window's "delete event"
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void KnowledgeView::save() {
    QString path = QFileDialog::getSaveFileName(this, tr("Save knowledge"), {}, tr("JSON (*.json)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        path += QStringLiteral(".json");
    if (const auto written = writeFileAtomically(path.toStdString(), knowledgeJson(m_store.knowledge()));
        !written)
        emit failed(QString::fromStdString(written.error().sentence()));
}

void KnowledgeView::load() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Load knowledge"), {}, tr("JSON (*.json)"));
    if (path.isEmpty())
        return;
    auto read = causal::readKnowledge(path.toStdString());
    if (!read)
        return emit failed(QString::fromStdString(read.error().sentence()));
    change(std::move(*read), tr("load knowledge"));
}

} // namespace mien::ui
