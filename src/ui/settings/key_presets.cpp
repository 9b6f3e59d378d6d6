// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/key_presets.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

QKeySequence pad(Qt::Key key) {
    return QKeySequence(QKeyCombination(Qt::KeypadModifier, key));
}

QString say(const char* text) {
    return QCoreApplication::translate("KeyPresets", text);
}

} // namespace

std::vector<KeyPreset> keyPresets() {
    return {{QStringLiteral("numpad"),
             say(QT_TRANSLATE_NOOP("KeyPresets", "Numeric pad, one hand (Datavyu)")),
             say(QT_TRANSLATE_NOOP(
                 "KeyPresets", "1 and 3: one frame back, on · 4 and 6: shuttle back, on · 7, 5 and 9: onset, "
                               "apex, offset · 8: play · 2: stop. Num Lock is on.")),
             {{"step.back", pad(Qt::Key_1)},
              {"step.forward", pad(Qt::Key_3)},
              {"play.back", pad(Qt::Key_4)},
              {"play.forward", pad(Qt::Key_6)},
              {"mark.onset", pad(Qt::Key_7)},
              {"mark.apex", pad(Qt::Key_5)},
              {"mark.offset", pad(Qt::Key_9)},
              {"play.toggle", pad(Qt::Key_8)},
              {"play.stop", pad(Qt::Key_2)}}}};
}

bool isUsable(const ActionRegistry& actions, const KeyPreset& preset) {
    return std::all_of(preset.keys.begin(), preset.keys.end(),
                       [&](const auto& one) { return actions.contains(one.first); });
}

Result<void> applyPreset(ActionRegistry& actions, const KeyPreset& preset) {
    std::vector<QString> changed;
    for (const auto& [id, key] : preset.keys) {
        QList<QKeySequence> keys = actions.keys(id);
        if (keys.contains(key))
            continue;
        const auto done = actions.setKeys(id, keys << key);
        if (done) {
            changed.push_back(id);
            continue;
        }
        for (const QString& before : changed) { // all or nothing
            QList<QKeySequence> less = actions.keys(before);
            for (const auto& [owner, own] : preset.keys)
                if (owner == before)
                    less.removeAll(own);
            (void)actions.setKeys(before, less);
        }
        return Unexpected(done.error());
    }
    return {};
}

void removePreset(ActionRegistry& actions, const KeyPreset& preset) {
    for (const auto& [id, key] : preset.keys) {
        QList<QKeySequence> keys = actions.keys(id);
        if (keys.removeAll(key) == 0)
            continue;
        if (keys == actions.spec(id).keys)
            actions.resetKeys(id);
        else
            (void)actions.setKeys(id, keys);
    }
}

bool hasPreset(const ActionRegistry& actions, const KeyPreset& preset) {
    return std::all_of(preset.keys.begin(), preset.keys.end(),
                       [&](const auto& one) { return actions.keys(one.first).contains(one.second); });
}

} // namespace mien::ui
