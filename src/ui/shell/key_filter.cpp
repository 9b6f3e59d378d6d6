// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/key_filter.h"

#include "ui/models/code_entry.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSlider>
#include <QTextEdit>

namespace mien::ui {

KeyFilter::KeyFilter(CodeEntry& entry, QWidget* window, QObject* parent)
    : QObject(parent), m_entry(entry), m_window(window) {
    qApp->installEventFilter(this);
}

bool KeyFilter::typesText(const QWidget* focus) {
    if (const auto* edit = qobject_cast<const QPlainTextEdit*>(focus))
        return !edit->isReadOnly();
    return qobject_cast<const QLineEdit*>(focus) || qobject_cast<const QAbstractSpinBox*>(focus) ||
           qobject_cast<const QTextEdit*>(focus);
}

bool KeyFilter::ownsKey(const QWidget* focus, const QKeyEvent& event) {
    if (event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier))
        return false;
    const int key = event.key();
    const bool upDown =
        key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
    if (qobject_cast<const QAbstractItemView*>(focus))
        return upDown || key == Qt::Key_Home || key == Qt::Key_End;
    if (qobject_cast<const QComboBox*>(focus))
        return upDown || key == Qt::Key_Space;
    if (qobject_cast<const QAbstractButton*>(focus))
        return key == Qt::Key_Space;
    return qobject_cast<const QSlider*>(focus) && upDown;
}

bool KeyFilter::forEntry(const QKeyEvent& event) const {
    if (event.modifiers() == Qt::KeypadModifier && m_owned && m_owned(QKeySequence(event.keyCombination())))
        return false;
    return m_entry.wants(event.key(), event.modifiers() & ~Qt::KeypadModifier, m_mayOpen && m_mayOpen());
}

bool KeyFilter::eventFilter(QObject* watched, QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::KeyRelease) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_K && !key->isAutoRepeat())
            m_kHeld = false;
        return false;
    }
    if (type != QEvent::ShortcutOverride && type != QEvent::KeyPress)
        return false;
    auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || widget->window() != m_window || QApplication::activePopupWidget())
        return false;
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->key() == Qt::Key_K && !key->isAutoRepeat() && !typesText(widget))
        m_kHeld = true;
    if (typesText(widget))
        return false; // text fields claim their own keys
    if (type == QEvent::ShortcutOverride) {
        if (!forEntry(*key) && !ownsKey(widget, *key))
            return false;
        event->accept();
        return true;
    }
    if (!forEntry(*key))
        return false;
    m_entry.press(key->key(), key->modifiers());
    return true;
}

} // namespace mien::ui
