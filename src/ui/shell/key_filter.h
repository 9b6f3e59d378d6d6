// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>

class QKeyEvent;
class QWidget;

namespace mien::ui {

class CodeEntry;

/// Decides who gets a key before the shortcuts do: a text field that is being typed in, the code entry, a
/// list that is walked through, a button that is pressed by Space. Also knows whether K is held down.
class KeyFilter : public QObject {
    Q_OBJECT
public:
    KeyFilter(CodeEntry& entry, QWidget* window, QObject* parent = nullptr);

    /// Which keys of the numeric pad belong to actions: those do not open the code entry.
    void setOwned(std::function<bool(const QKeySequence&)> owned) { m_owned = std::move(owned); }
    /// Whether a digit may open the code entry now.
    void setMayOpen(std::function<bool()> mayOpen) { m_mayOpen = std::move(mayOpen); }
    bool slowHeld() const { return m_kHeld; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool forEntry(const QKeyEvent& event) const;
    static bool typesText(const QWidget* focus);
    static bool ownsKey(const QWidget* focus, const QKeyEvent& event);

    CodeEntry& m_entry;
    QWidget* m_window;
    std::function<bool()> m_mayOpen;
    std::function<bool(const QKeySequence&)> m_owned;
    bool m_kHeld = false;
};

} // namespace mien::ui
