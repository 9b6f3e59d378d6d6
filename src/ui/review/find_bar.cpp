// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/find_bar.h"

#include "ui/settings/close_button.h"
#include "ui/settings/icons.h"
#include "ui/settings/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace mien::ui {

FindBar::FindBar(EventFinder& finder, SelectionModel& selection, QWidget* parent)
    : QFrame(parent), m_finder(finder), m_selection(selection), m_text(new QLineEdit), m_verdict(new QLabel) {
    setObjectName("findBar");
    setAccessibleName(tr("Find"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 6, 4);
    row->setSpacing(8);
    auto* label = new QLabel(tr("Find"));
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Find events and proposals"));
    m_text->setPlaceholderText(tr("12 & 6 & !4 · L14 >= B · micro · proposal · note:blink"));
    m_text->setToolTip(tr(
        "<p>Numbers are action units: <b>12 &amp; 6 &amp; !4</b>, <b>1 | 2</b>, <b>(1 | 2) &amp; 5</b>.<br>"
        "Side and intensity: <b>L14 &gt;= B</b>, <b>12C</b>, <b>U12</b> (left or right alone).<br>"
        "A code that leaves it open is found too: <b>12 or 14</b> by <b>12</b> and by <b>14</b>.<br>"
        "Words: <b>micro macro event proposal waiting taken rejected unsure blink speech head "
        "note</b>.<br>"
        "Text in notes: <b>note:blink</b>, <b>\"two words\"</b>.<br>"
        "Numbers: <b>confidence &lt; 70</b>, <b>duration &lt;= 0.5</b> (seconds).</p>"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(320);
    m_text->setMaxLength(2000);
    m_text->installEventFilter(this);
    const auto button = [this](const char* icon, const QString& name, auto slot) {
        auto* made = new QToolButton;
        made->setIcon(themeIcon(icon));
        made->setAutoRaise(true);
        made->setFocusPolicy(Qt::TabFocus);
        made->setAccessibleName(name);
        made->setToolTip(name);
        connect(made, &QToolButton::clicked, this, slot);
        return made;
    };
    m_previous = button("go-up", tr("Previous hit (Shift+Enter)"), [this] { go(-1); });
    m_next = button("go-down", tr("Next hit (Enter)"), [this] { go(1); });
    auto* shut = makeCloseButton(tr("Close (Esc)"));
    connect(shut, &QToolButton::clicked, this, &FindBar::close);
    m_verdict->setTextFormat(Qt::PlainText);
    m_verdict->setWordWrap(false);
    row->addWidget(label);
    row->addWidget(m_text, 2);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_verdict, 3);
    row->addWidget(shut);
    connect(m_text, &QLineEdit::textChanged, &finder, &EventFinder::ask);
    connect(&finder, &EventFinder::changed, this, &FindBar::refresh);
    connect(&selection, &SelectionModel::selectionChanged, this, &FindBar::refresh);
    hide();
    refresh();
}

void FindBar::open() {
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    m_finder.ask(m_text->text());
}

void FindBar::close() {
    m_finder.ask({});
    hide();
    emit closed();
}

QString FindBar::verdict() const {
    return m_verdict->text();
}

void FindBar::go(int direction) {
    const Found* hit = m_finder.step(m_selection.selected(), m_selection.currentFrame(), direction);
    if (!hit)
        return;
    const Found there = *hit; // selecting may search again
    m_selection.select(there.what);
    emit visited(there.interval.first);
}

void FindBar::refresh() {
    const int count = static_cast<int>(m_finder.found().size());
    const int at = m_finder.indexOf(m_selection.selected());
    const bool bad = !m_finder.error().isEmpty();
    QString text;
    if (bad)
        text = m_finder.error();
    else if (m_finder.asking() && count == 0)
        text = tr("Nothing in this film fits.");
    else if (m_finder.asking() && at >= 0)
        text = tr("%1 of %2", "which hit of how many").arg(at + 1).arg(count);
    else if (m_finder.asking())
        text = tr("%1 found").arg(count);
    m_verdict->setText(text);
    m_verdict->setToolTip(bad ? text : QString());
    m_verdict->setAccessibleName(text);
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    const Tones tones = tonesOf(themeOf(palette()));
    QPalette shown = palette();
    shown.setColor(QPalette::WindowText, bad ? tones.warning : tones.faint);
    m_verdict->setPalette(shown);
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            go(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    if (watched == m_text && event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape) {
            event->accept(); // before the window's own keys
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace mien::ui
