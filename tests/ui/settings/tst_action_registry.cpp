// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/verify.h"
#include "ui/settings/action_registry.h"
#include "ui/settings/key_presets.h"
#include "ui/settings/keys_page.h"
#include "ui/settings/settings.h"

#include <QCheckBox>
#include <QTemporaryDir>

namespace tst_action_registry {

using namespace mien::ui;

class TestActionRegistry : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file() const { return m_folder.filePath("settings.ini"); }
    static void fill(ActionRegistry& actions) {
        actions.add({"play", "Play", "Play or stop", {QKeySequence("Space")}}, {});
        actions.add({"back", "Play", "One frame back", {QKeySequence("Left"), QKeySequence(",")}}, {});
        actions.add({"strong", "Review", "Intensity A", {QKeySequence("1")}, ActionContext::Review}, {});
        actions.add({"digit", "Code", "Something of Code", {QKeySequence("1")}, ActionContext::Code}, {});
    }

private slots:
    void init() { QFile::remove(file()); }

    void aTakenKeyIsRefusedWithItsOwnersName() {
        Settings settings(file());
        ActionRegistry actions(settings);
        fill(actions);
        const auto refused = actions.setKeys("play", {QKeySequence(",")});
        QVERIFY(!refused);
        QVERIFY(QString::fromStdString(refused.error().message).contains("One frame back"));
        QCOMPARE(actions.keys("play"), QList<QKeySequence>{QKeySequence("Space")});
        QCOMPARE(actions.action("play")->shortcut(), QKeySequence("Space"));
    }

    void aBeginningOfAnothersKeysIsRefusedToo() {
        Settings settings(file());
        ActionRegistry actions(settings);
        fill(actions);
        MIEN_VERIFY(actions.setKeys("play", {QKeySequence("Ctrl+K, Ctrl+P")}));
        QVERIFY(!actions.setKeys("back", {QKeySequence("Ctrl+K")}));
    }

    void workspacesMayShareAKey() {
        Settings settings(file());
        ActionRegistry actions(settings);
        fill(actions);
        MIEN_VERIFY(actions.setKeys("strong", {QKeySequence("2")}));
        MIEN_VERIFY(actions.setKeys("digit", {QKeySequence("2")}));
        QVERIFY(!actions.setKeys("play", {QKeySequence("2")}));
    }

    void onlyTheFrontWorkspaceAnswers() {
        Settings settings(file());
        ActionRegistry actions(settings);
        fill(actions);
        actions.setActiveContext(ActionContext::Code);
        QVERIFY(actions.action("strong")->shortcuts().isEmpty());
        QCOMPARE(actions.action("digit")->shortcut(), QKeySequence("1"));
        actions.setActiveContext(ActionContext::Review);
        QCOMPARE(actions.action("strong")->shortcut(), QKeySequence("1"));
        QVERIFY(actions.action("digit")->shortcuts().isEmpty());
        QCOMPARE(actions.action("play")->shortcut(), QKeySequence("Space"));
    }

    void chosenKeysAreFoundAgain() {
        {
            Settings settings(file());
            ActionRegistry actions(settings);
            fill(actions);
            MIEN_VERIFY(actions.setKeys("play", {QKeySequence("Ctrl+Space")}));
            MIEN_VERIFY(actions.setKeys("back", {}));
        }
        Settings settings(file());
        ActionRegistry actions(settings);
        fill(actions);
        QCOMPARE(actions.action("play")->shortcut(), QKeySequence("Ctrl+Space"));
        QVERIFY(actions.keys("back").isEmpty());
        actions.resetKeys("back");
        QCOMPARE(actions.keys("back").size(), 2);
        QVERIFY(actions.action("play")->toolTip().contains("Ctrl+Space"));
    }

    void theKeysPageSaysWhyAKeyIsRefused() {
        Settings settings(file());
        ActionRegistry actions(settings);
        fill(actions);
        KeysPage page(actions);
        page.select("back");
        page.assign(QKeySequence("Space"));
        QVERIFY(page.notice().contains("Play or stop"));
        page.assign(QKeySequence("Ctrl+B"));
        QCOMPARE(actions.keys("back"), QList<QKeySequence>{QKeySequence("Ctrl+B")});
    }

    void aPresetAddsItsKeysAllOrNone() {
        Settings settings(file());
        ActionRegistry actions(settings);
        fill(actions);
        const QKeySequence pad8("Num+8");
        const QKeySequence pad1("Num+1");
        const KeyPreset preset{"p", "Preset", "What it does", {{"play", pad8}, {"back", pad1}}};
        MIEN_VERIFY(actions.setKeys("digit", {pad1}));
        const auto refused = applyPreset(actions, preset);
        QVERIFY(!refused);
        QVERIFY(QString::fromStdString(refused.error().message).contains("Something of Code"));
        QVERIFY(!actions.keys("play").contains(pad8)); // not even the one that was free
        MIEN_VERIFY(actions.setKeys("digit", {QKeySequence("1")}));
        MIEN_VERIFY(applyPreset(actions, preset));
        QVERIFY(hasPreset(actions, preset));
        QVERIFY(actions.keys("play").contains(QKeySequence("Space"))); // and those it had
        QVERIFY(!actions.setKeys("digit", {pad8}));
        removePreset(actions, preset);
        QVERIFY(!hasPreset(actions, preset));
        QCOMPARE(actions.keys("play"), QList<QKeySequence>{QKeySequence("Space")});
    }

    void presetKeysAreFoundAgain() {
        const KeyPreset preset{"p", "Preset", "", {{"play", QKeySequence("Num+8")}}};
        {
            Settings settings(file());
            ActionRegistry actions(settings);
            fill(actions);
            MIEN_VERIFY(applyPreset(actions, preset));
        }
        Settings settings(file());
        ActionRegistry actions(settings);
        fill(actions);
        QVERIFY(hasPreset(actions, preset));
    }

    void thePageOffersOnlyPresetsWhoseActionsExist() {
        Settings settings(file());
        ActionRegistry few(settings);
        fill(few);
        QVERIFY(KeysPage(few).findChildren<QCheckBox*>().isEmpty());
        ActionRegistry all(settings);
        for (const KeyPreset& preset : keyPresets())
            for (const auto& [id, key] : preset.keys)
                all.add({id, "Play", id, {}}, {});
        QCOMPARE(std::size_t(KeysPage(all).findChildren<QCheckBox*>().size()), keyPresets().size());
    }

    void theDeliveredPresetsHaveNoKeyTwice() {
        for (const KeyPreset& preset : keyPresets()) {
            QVERIFY(!preset.text.isEmpty());
            for (std::size_t i = 0; i < preset.keys.size(); ++i)
                for (std::size_t j = i + 1; j < preset.keys.size(); ++j)
                    QVERIFY(preset.keys[i].second != preset.keys[j].second);
        }
    }
};

MIEN_UI_TEST(TestActionRegistry)

} // namespace tst_action_registry

#include "tst_action_registry.moc"
