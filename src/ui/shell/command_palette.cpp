// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_palette.h"

#include "ui/settings/action_registry.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kIdRole = Qt::UserRole + 1;

/// Whether the letters of `query` come in `text` in their order; smaller is better, -1: they do not.
int distance(const QString& text, const QString& query) {
    if (const auto at = text.indexOf(query, 0, Qt::CaseInsensitive); at >= 0)
        return static_cast<int>(at);
    qsizetype from = 0;
    qsizetype gaps = 100;
    for (const QChar letter : query) {
        const auto at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        gaps += at - from;
        from = at + 1;
    }
    return static_cast<int>(gaps);
}

} // namespace

CommandPalette::CommandPalette(ActionRegistry& actions, QWidget* parent)
    : QDialog(parent, Qt::Popup | Qt::FramelessWindowHint),
      m_actions(actions),
      m_query(new QLineEdit),
      m_list(new QListWidget) {
    setAccessibleName(tr("Command palette"));
    resize(560, 420);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    m_query->setPlaceholderText(tr("What do you want to do?"));
    m_query->setAccessibleName(m_query->placeholderText());
    m_query->installEventFilter(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Matching actions"));
    column->addWidget(m_query);
    column->addWidget(m_list, 1);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::fill);
    connect(m_query, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
}

void CommandPalette::popUp() {
    m_query->clear();
    fill({});
    if (parentWidget())
        move(parentWidget()->mapToGlobal(QPoint((parentWidget()->width() - width()) / 2, 90)));
    show();
    m_query->setFocus();
}

void CommandPalette::setQuery(const QString& text) {
    m_query->setText(text);
}

QString CommandPalette::firstMatch() const {
    return m_list->currentItem() ? m_list->currentItem()->data(kIdRole).toString() : QString();
}

void CommandPalette::fill(const QString& text) {
    std::vector<std::pair<int, const ActionSpec*>> matches;
    for (const ActionSpec& spec : m_actions.specs())
        if (const int rank = distance(spec.text, text.trimmed());
            rank >= 0 && m_actions.action(spec.id)->isEnabled())
            matches.emplace_back(rank, &spec);
    std::stable_sort(matches.begin(), matches.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    m_list->clear();
    for (const auto& [rank, spec] : matches) {
        const QString key = m_actions.keyText(spec->id);
        auto* item = new QListWidgetItem(
            m_actions.action(spec->id)->icon(),
            key.isEmpty() ? spec->text : QStringLiteral("%1    %2").arg(spec->text, key), m_list);
        item->setData(kIdRole, spec->id);
    }
    m_list->setCurrentRow(matches.empty() ? -1 : 0);
}

void CommandPalette::run() {
    const QString id = firstMatch();
    close();
    if (!id.isEmpty())
        m_actions.action(id)->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0) {
            m_list->setCurrentRow(
                std::clamp(m_list->currentRow() + step, 0, std::max(0, m_list->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace mien::ui
