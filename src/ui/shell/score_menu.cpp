// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/score_menu.h"

#include "ui/shell/score_panel.h"
#include "ui/shell/workbench.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace mien::ui {
namespace {

using Place = timeline::ContextTarget::Place;

class Builder {
    Q_DECLARE_TR_FUNCTIONS(ScoreMenu)

public:
    Builder(Workbench& bench, ScorePanel& panel, const timeline::ContextTarget& target)
        : m_bench(bench), m_panel(panel), m_target(target), m_menu(new QMenu(&panel)) {
        m_menu->setAttribute(Qt::WA_DeleteOnClose);
        m_menu->setAccessibleName(tr("Menu of the score"));
    }

    QMenu* build() {
        const bool keyboard = m_target.place == Place::Keyboard;
        if (m_target.item)
            forItem();
        if (keyboard || (!m_target.item && m_target.place == Place::Tier))
            forTier();
        if (keyboard || m_target.place == Place::Lane)
            forLane();
        if (keyboard || m_target.place == Place::Ruler)
            forRuler();
        return m_menu;
    }

private:
    void section() {
        if (!m_menu->isEmpty())
            m_menu->addSeparator();
    }

    void add(std::initializer_list<const char*> ids, QMenu* menu = nullptr) {
        for (const char* id : ids)
            (menu ? menu : m_menu)->addAction(m_bench.actions.action(id));
    }

    /// An action that works at the current frame, for the frame under the pointer: goes there first.
    void addHere(const char* id) {
        QAction* action = m_bench.actions.action(id);
        const QString key = m_bench.actions.keyText(id).section(QStringLiteral(" / "), 0, 0);
        QAction* here =
            m_menu->addAction(action->icon(), key.isEmpty() ? action->text() : action->text() + '\t' + key);
        here->setEnabled(action->isEnabled());
        QObject::connect(here, &QAction::triggered, action, [bench = &m_bench, action, at = m_target.frame] {
            bench->selection.setCurrentFrame(at);
            action->trigger();
        });
    }

    void forItem() {
        section();
        const bool proposal = m_bench.selection.selectedProposal().has_value();
        if (proposal) {
            add({"review.take", "review.reject"});
            m_menu->addSeparator();
        }
        add({"play.event", "loop.event", "zoom.event"});
        m_menu->addSeparator();
        if (!proposal)
            add({"event.split", "event.merge", "event.duplicate", "event.copy"});
        auto* types = m_menu->addMenu(tr("Type"));
        add({"type.micro", "type.macro"}, types);
        types->setEnabled(m_bench.actions.action("type.micro")->isEnabled());
        if (!proposal) {
            m_menu->addSeparator();
            add({"event.delete"});
        }
    }

    void forTier() {
        section();
        addHere("mark.new");
        addHere("mark.paste");
    }

    void forLane() {
        const auto& lanes = m_panel.lanes();
        if (lanes.empty())
            return;
        section();
        const auto clicked = std::find_if(
            lanes.begin(), lanes.end(), [&](const timeline::Lane& lane) { return m_target.lane == lane.id; });
        if (clicked != lanes.end()) {
            m_menu->addAction(tr("Hide “%1”").arg(clicked->name), &m_panel,
                              [panel = &m_panel, id = clicked->id] { panel->setLaneShown(id, false); });
        }
        auto* thresholds = clicked == lanes.end() ? m_menu->addMenu(tr("Threshold")) : nullptr;
        for (const timeline::Lane& lane : lanes) {
            if (!m_panel.laneShown(lane.id) || (!thresholds && lane.id != clicked->id))
                continue;
            (thresholds ? thresholds : m_menu)
                ->addAction(thresholds ? lane.name : tr("Threshold…"), &m_panel,
                            [panel = &m_panel, id = lane.id] { panel->openThreshold(id); });
        }
        auto* shown = m_menu->addMenu(tr("Lanes"));
        for (const timeline::Lane& lane : lanes) {
            QAction* one = shown->addAction(lane.name);
            one->setCheckable(true);
            one->setChecked(m_panel.laneShown(lane.id));
            QObject::connect(one, &QAction::toggled, &m_panel,
                             [panel = &m_panel, id = lane.id](bool on) { panel->setLaneShown(id, on); });
        }
        shown->addSeparator();
        shown->addAction(tr("Show all"), &m_panel, [panel = &m_panel] {
            for (const timeline::Lane& lane : panel->lanes())
                panel->setLaneShown(lane.id, true);
        });
    }

    void forRuler() {
        section();
        if (m_target.place == Place::Ruler) {
            auto* go =
                m_menu->addAction(tr("Go to frame %1").arg(m_bench.document.timing().label(m_target.frame)));
            go->setEnabled(!m_bench.document.timing().empty());
            QObject::connect(go, &QAction::triggered, &m_panel, [bench = &m_bench, at = m_target.frame] {
                bench->selection.setCurrentFrame(at);
            });
        }
        add({"go.moment", "zoom.fit"});
        if (m_bench.selection.loop())
            add({"loop.event"});
        auto* units = m_menu->addMenu(tr("Ruler shows"));
        auto* group = new QActionGroup(units);
        auto& view = m_panel.view();
        const std::pair<timeline::RulerUnit, QString> all[] = {
            {timeline::RulerUnit::Frames, tr("Frames")},
            {timeline::RulerUnit::Seconds, tr("Seconds")},
            {timeline::RulerUnit::Clock, tr("Hours, minutes, seconds")}};
        for (const auto& [unit, text] : all) {
            QAction* one = units->addAction(text);
            one->setCheckable(true);
            one->setChecked(view.rulerUnit() == unit);
            group->addAction(one);
            QObject::connect(one, &QAction::triggered, &view,
                             [&view, unit = unit] { view.setRulerUnit(unit); });
        }
    }

    Workbench& m_bench;
    ScorePanel& m_panel;
    timeline::ContextTarget m_target;
    QMenu* m_menu;
};

} // namespace

QMenu* makeScoreMenu(Workbench& bench, ScorePanel& panel, const timeline::ContextTarget& target) {
    return Builder(bench, panel, target).build();
}

} // namespace mien::ui
