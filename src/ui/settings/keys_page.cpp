// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keys_page.h"

#include "ui/settings/action_registry.h"
#include "ui/settings/key_presets.h"
#include "ui/settings/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

namespace mien::ui {
namespace {

constexpr int kIdRole = Qt::UserRole + 1;

QPushButton* makeButton(const QString& text) {
    auto* button = new QPushButton(text);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

KeysPage::KeysPage(ActionRegistry& actions, QWidget* parent)
    : QWidget(parent),
      m_actions(actions),
      m_search(new QLineEdit),
      m_tree(new QTreeWidget),
      m_edit(new QKeySequenceEdit),
      m_notice(new QLabel) {
    auto* column = new QVBoxLayout(this);
    m_search->setPlaceholderText(tr("Find an action or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    column->addWidget(m_search);
    m_tree->setHeaderLabels({tr("Action"), tr("Keys")});
    m_tree->setAccessibleName(tr("Actions and their keys"));
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_tree->header()->setStretchLastSection(false);
    column->addWidget(m_tree, 1);
    auto* row = new QHBoxLayout;
    auto* label = new QLabel(tr("New key"));
    label->setBuddy(m_edit);
    m_edit->setAccessibleName(tr("New key for the selected action"));
    auto* set = makeButton(tr("Assign"));
    auto* clear = makeButton(tr("No key"));
    auto* reset = makeButton(tr("As delivered"));
    auto* resetAll = makeButton(tr("All as delivered"));
    row->addWidget(label);
    row->addWidget(m_edit, 1);
    for (QPushButton* button : {set, clear, reset, resetAll})
        row->addWidget(button);
    column->addLayout(row);
    addPresets(column);
    m_notice->setWordWrap(true);
    m_notice->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    m_notice->setAccessibleName(tr("Outcome"));
    column->addWidget(m_notice);
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &KeysPage::filter);
    connect(set, &QPushButton::clicked, this, [this] { assign(m_edit->keySequence()); });
    connect(clear, &QPushButton::clicked, this, [this] { assign({}); });
    connect(reset, &QPushButton::clicked, this, [this] {
        if (!selectedId().isEmpty())
            m_actions.resetKeys(selectedId());
    });
    connect(resetAll, &QPushButton::clicked, this, [this] { m_actions.resetAllKeys(); });
    connect(&actions, &ActionRegistry::keysChanged, this, [this](const QString& id) {
        if (auto* item = itemOf(id))
            item->setText(1, m_actions.keyText(id));
    });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
        m_edit->clear();
        say({}, false);
    });
}

void KeysPage::addPresets(QVBoxLayout* column) {
    for (const KeyPreset& preset : keyPresets()) {
        if (!isUsable(m_actions, preset))
            continue;
        auto* box = new QCheckBox(tr("Preset: %1").arg(preset.text));
        box->setAccessibleName(box->text());
        box->setAccessibleDescription(preset.description);
        box->setToolTip(preset.description);
        column->addWidget(box);
        const auto refresh = [this, box, preset] { box->setChecked(hasPreset(m_actions, preset)); };
        refresh();
        connect(&m_actions, &ActionRegistry::keysChanged, box, refresh);
        connect(box, &QCheckBox::clicked, this, [this, refresh, id = preset.id](bool on) {
            usePreset(id, on);
            refresh();
        });
    }
}

void KeysPage::usePreset(const QString& id, bool use) {
    for (const KeyPreset& preset : keyPresets()) {
        if (preset.id != id)
            continue;
        if (!use) {
            removePreset(m_actions, preset);
            return say(tr("The keys of “%1” are free again.").arg(preset.text), false);
        }
        const auto done = applyPreset(m_actions, preset);
        if (!done)
            return say(QString::fromStdString(done.error().sentence()), true);
        say(preset.description, false);
    }
}

void KeysPage::fill() {
    QMap<QString, QTreeWidgetItem*> groups;
    for (const ActionSpec& spec : m_actions.specs()) {
        auto*& group = groups[spec.group];
        if (!group) {
            group = new QTreeWidgetItem(m_tree, {spec.group});
            group->setFlags(Qt::ItemIsEnabled);
            group->setExpanded(true);
        }
        auto* item = new QTreeWidgetItem(group, {spec.text, m_actions.keyText(spec.id)});
        item->setData(0, kIdRole, spec.id);
    }
}

void KeysPage::filter(const QString& text) {
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        auto* group = m_tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < group->childCount(); ++i) {
            auto* item = group->child(i);
            const bool fits = item->text(0).contains(text, Qt::CaseInsensitive) ||
                              item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!fits);
            any = any || fits;
        }
        group->setHidden(!any);
    }
}

QTreeWidgetItem* KeysPage::itemOf(const QString& id) const {
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g)
        for (int i = 0; i < m_tree->topLevelItem(g)->childCount(); ++i)
            if (auto* item = m_tree->topLevelItem(g)->child(i); item->data(0, kIdRole).toString() == id)
                return item;
    return nullptr;
}

void KeysPage::select(const QString& id) {
    m_tree->setCurrentItem(itemOf(id));
}

QString KeysPage::selectedId() const {
    auto* item = m_tree->currentItem();
    return item ? item->data(0, kIdRole).toString() : QString();
}

QString KeysPage::notice() const {
    return m_notice->text();
}

void KeysPage::assign(const QKeySequence& keys) {
    const QString id = selectedId();
    if (id.isEmpty())
        return say(tr("Select an action first."), true);
    const auto done =
        m_actions.setKeys(id, keys.isEmpty() ? QList<QKeySequence>{} : QList<QKeySequence>{keys});
    if (!done)
        return say(QString::fromStdString(done.error().sentence()), true);
    say(keys.isEmpty()
            ? tr("“%1” has no key now.").arg(m_actions.spec(id).text)
            : tr("%1 is “%2” now.").arg(keys.toString(QKeySequence::NativeText), m_actions.spec(id).text),
        false);
}

void KeysPage::say(const QString& text, bool bad) {
    const Tones tones = tonesOf(themeOf(palette()));
    QPalette shown = palette();
    shown.setColor(QPalette::WindowText, bad ? tones.bad : tones.good);
    m_notice->setPalette(shown);
    m_notice->setText(text);
}

} // namespace mien::ui
