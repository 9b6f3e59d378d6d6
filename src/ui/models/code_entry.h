// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"

#include <QObject>
#include <QString>

#include <optional>

namespace mien::ui {

/// Typing an action unit while the film is in front: `1 2 b r Enter`. A digit opens it; while it is open,
/// letters mean intensity (a … e, first) and side (l, r; a after the intensity: asymmetric), and nothing
/// else. Enter closes it with a code, Escape without. "+" begins the next unit.
class CodeEntry : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    struct Unit {
        int number = 0;
        annotation::Intensity intensity = annotation::Intensity::Unscored;
        annotation::Side side = annotation::Side::Bilateral;
    };

    bool open() const { return m_open; }
    /// Whether this key is for the entry: a digit when closed and `mayOpen`, any key it knows when open.
    bool wants(int key, Qt::KeyboardModifiers modifiers, bool mayOpen) const;
    /// Call for keys it wants. Unknown letters are refused with a hint and change nothing.
    void press(int key, Qt::KeyboardModifiers modifiers);
    void cancel();

    /// What the badge shows: "AU 12 · B · right"; empty when closed.
    QString badge() const;
    /// "R12B+25": side, number, intensity, as FACS writes it.
    static std::string facs(const std::vector<Unit>& units);
    /// The event with the units added to its code; its own intensity and side follow the first unit it has
    /// and the strongest intensity.
    static annotation::ExpressionEvent withUnits(annotation::ExpressionEvent event,
                                                 const std::vector<Unit>& units);

signals:
    void changed();
    void committed(const std::vector<mien::ui::CodeEntry::Unit>& units);
    void refused(const QString& sentence);

private:
    void close();
    void digit(int value);
    void letter(int key, bool shifted);

    bool m_open = false;
    std::vector<Unit> m_units;
};

} // namespace mien::ui
