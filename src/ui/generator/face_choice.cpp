// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/face_choice.h"

#include "core/synthesis/action_unit_code.h"
#include "core/synthesis/generator.h"

#include <QCoreApplication>
#include <QDir>

namespace mien::ui {

using annotation::Side;
using synthesis::UnitState;

QString demoPortrait() {
    const QDir here(QCoreApplication::applicationDirPath());
    for (const char* folder : {"../../share/mien/demo", "../share/mien/demo", "../../../../resources/demo",
                               "../../../resources/demo", "../../resources/demo"}) {
        const QString file = here.filePath(QStringLiteral("%1/astronaut.png").arg(folder));
        if (QFile::exists(file))
            return QDir::cleanPath(file);
    }
    return {};
}

synthesis::ClipSpec everyUnitSpec(const FaceChoice& face, int sizePx) {
    synthesis::ClipSpec spec;
    spec.generator = face.generator;
    spec.source = face.source;
    spec.sourceFrame = face.sourceFrame;
    spec.identity = face.identity;
    spec.size = sizePx;
    const auto* row = synthesis::generatorRow(face.generator);
    if (row == nullptr)
        return spec; // the generator's own table says so when it is asked for an actor
    std::int64_t at = 0;
    for (const auto& unit : row->units()) { // one after another: together they might fold the skin
        synthesis::PlantedExpression e;
        e.actionUnits = std::to_string(unit.number);
        e.amount = 0.05;
        e.onset = {at};
        e.apex = {at + 1};
        e.offset = {at + 2};
        at += 3;
        spec.expressions.push_back(std::move(e));
    }
    spec.frames = static_cast<int>(at + 1);
    return spec;
}

synthesis::FaceState stateOf(const std::vector<UnitState>& units, double share) {
    synthesis::FaceState state;
    if (!(share > 0.0))
        return state;
    for (const auto& unit : units) {
        const double amount = share * synthesis::amountOf(unit.level);
        if (!(amount > 0.0))
            continue;
        // The subject's left is the image's right: pictures are not mirrored.
        if (unit.side != Side::Left)
            state.actions.push_back({unit.unit, synthesis::Half::ImageLeft, amount});
        if (unit.side != Side::Right)
            state.actions.push_back({unit.unit, synthesis::Half::ImageRight, amount});
    }
    return state;
}

QString codeOf(const std::vector<UnitState>& units) {
    auto sorted = units;
    std::sort(sorted.begin(), sorted.end(), [](const UnitState& a, const UnitState& b) {
        return std::pair(a.unit, a.side) < std::pair(b.unit, b.side);
    });
    QStringList parts;
    for (const auto& unit : sorted) {
        if (!(unit.level > 0.0))
            continue;
        const auto letter = annotation::nameOf(synthesis::letterOf(unit.level));
        parts << QStringLiteral("%1%2%3")
                     .arg(unit.side == Side::Left    ? QStringLiteral("L")
                          : unit.side == Side::Right ? QStringLiteral("R")
                                                     : QString())
                     .arg(unit.unit)
                     .arg(QLatin1String(letter.data(), static_cast<qsizetype>(letter.size())));
    }
    return parts.join(QLatin1Char('+'));
}

Result<std::vector<UnitState>> unitsFrom(const QString& code) {
    std::vector<UnitState> units;
    if (code.trimmed().isEmpty())
        return units;
    const auto parsed = synthesis::parseActionUnits(code.trimmed().toStdString());
    if (!parsed)
        return Unexpected(parsed.error());
    for (const auto& unit : *parsed) {
        const auto letter =
            unit.intensity == annotation::Intensity::Unscored ? annotation::Intensity::C : unit.intensity;
        units.push_back({unit.number, unit.side, static_cast<double>(letter)});
    }
    return units;
}

} // namespace mien::ui
