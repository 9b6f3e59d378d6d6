// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/code_entry.h"

#include "ui/models/describe.h"

namespace mien::ui {
namespace {

constexpr int kLargestUnit = 99; // FACS numbers its units and descriptors 1 … 98

bool isDigit(int key) {
    return key >= Qt::Key_0 && key <= Qt::Key_9;
}

} // namespace

bool CodeEntry::wants(int key, Qt::KeyboardModifiers modifiers, bool mayOpen) const {
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (!m_open)
        return mayOpen && isDigit(key) && key != Qt::Key_0;
    return isDigit(key) || (key >= Qt::Key_A && key <= Qt::Key_Z) || key == Qt::Key_Return ||
           key == Qt::Key_Enter || key == Qt::Key_Escape || key == Qt::Key_Backspace || key == Qt::Key_Plus;
}

void CodeEntry::press(int key, Qt::KeyboardModifiers modifiers) {
    if (isDigit(key))
        return digit(key - Qt::Key_0);
    if (!m_open)
        return;
    if (key == Qt::Key_Escape)
        return cancel();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        std::vector<Unit> units = m_units;
        std::erase_if(units, [](const Unit& unit) { return unit.number == 0; });
        close();
        if (!units.empty())
            emit committed(units);
        return;
    }
    if (key == Qt::Key_Backspace) {
        Unit& unit = m_units.back();
        if (unit.side != annotation::Side::Bilateral)
            unit.side = annotation::Side::Bilateral;
        else if (unit.intensity != annotation::Intensity::Unscored)
            unit.intensity = annotation::Intensity::Unscored;
        else
            unit.number /= 10;
        if (unit.number == 0)
            m_units.pop_back();
        if (m_units.empty())
            return close();
    } else if (key == Qt::Key_Plus) {
        if (m_units.back().number != 0)
            m_units.push_back({});
    } else {
        letter(key, modifiers & Qt::ShiftModifier);
    }
    emit changed();
}

void CodeEntry::digit(int value) {
    if (!m_open) {
        m_open = true;
        m_units = {Unit{}};
    }
    Unit& unit = m_units.back();
    const bool finished =
        unit.intensity != annotation::Intensity::Unscored || unit.side != annotation::Side::Bilateral;
    const int number = unit.number * 10 + value;
    if (finished)
        emit refused(tr("Press + before the next action unit."));
    else if (number < 1 || number > kLargestUnit)
        emit refused(tr("Action units have one or two digits. Press + before the next one."));
    else
        unit.number = number;
    emit changed();
}

void CodeEntry::letter(int key, bool shifted) {
    Unit& unit = m_units.back();
    const bool scored = unit.intensity != annotation::Intensity::Unscored;
    if (key == Qt::Key_L)
        unit.side = annotation::Side::Left;
    else if (key == Qt::Key_R)
        unit.side = annotation::Side::Right;
    else if (key == Qt::Key_A && (scored || shifted))
        unit.side = annotation::Side::Asymmetric;
    else if (key >= Qt::Key_A && key <= Qt::Key_E)
        unit.intensity = static_cast<annotation::Intensity>(key - Qt::Key_A + 1);
    else
        emit refused(tr("While a code is typed: a to e is the intensity, l, r or a the side, Enter keeps it, "
                        "Escape drops it."));
}

void CodeEntry::cancel() {
    close();
}

void CodeEntry::close() {
    m_open = false;
    m_units.clear();
    emit changed();
}

QString CodeEntry::badge() const {
    QStringList units;
    for (const Unit& unit : m_units) {
        QString text =
            QStringLiteral("AU ") + (unit.number > 0 ? QString::number(unit.number) : QStringLiteral("…"));
        if (unit.intensity != annotation::Intensity::Unscored)
            text += QStringLiteral(" · ") + QString::fromUtf8(nameOf(unit.intensity).data());
        if (unit.side != annotation::Side::Bilateral)
            text += QStringLiteral(" · ") + sideText(unit.side).toLower();
        units << text;
    }
    return units.join(QStringLiteral("  +  "));
}

std::string CodeEntry::facs(const std::vector<Unit>& units) {
    std::string text;
    for (const Unit& unit : units) {
        if (!text.empty())
            text += '+';
        constexpr const char* sides[] = {"", "L", "R", "A"};
        text += sides[static_cast<int>(unit.side)];
        text += std::to_string(unit.number);
        text += nameOf(unit.intensity);
    }
    return text;
}

annotation::ExpressionEvent CodeEntry::withUnits(annotation::ExpressionEvent event,
                                                 const std::vector<Unit>& units) {
    const bool first = event.actionUnits.empty();
    event.actionUnits += (first ? "" : "+") + facs(units);
    for (const Unit& unit : units)
        event.intensity = std::max(event.intensity, unit.intensity);
    if (first && !units.empty())
        event.side = units.front().side;
    return event;
}

} // namespace mien::ui
