// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/scm_graph.h"

#include <QObject>

namespace mien::ui {

/// How strong the links are that the panel can set by one slider each.
struct ModelStrengths {
    double subject = 0.5; ///< customs of a person, all of them
    double light = 0.0;   ///< a light that follows the first emotion
    double camera = 0.0;  ///< a camera that follows it
    bool operator==(const ModelStrengths&) const = default;
};

/// The causal model that the panel looks at, one sample of it, and what was done to it. Interventions can be
/// taken back one after another.
class ModelState : public QObject {
    Q_OBJECT
public:
    static constexpr int kPeople = 6;

    explicit ModelState(QObject* parent = nullptr);

    const synthesis::ScmOptions& options() const { return m_scm->options(); }
    const synthesis::Interventions& done() const { return m_done; }
    const synthesis::Sample& sample() const { return m_sample; } ///< of done() and index()
    synthesis::ScmGraph graph() const { return synthesis::graphOf(options(), m_done); }
    std::uint64_t index() const { return m_index; }
    const ModelStrengths& strengths() const { return m_strengths; }
    /// Same noise, `action` on top of what was done.
    Result<synthesis::Sample> counterfactual(const synthesis::Interventions& action) const {
        return m_scm->counterfactual(m_sample, action);
    }

    void setIndex(std::uint64_t index);
    void setStrengths(const ModelStrengths& strengths);
    Result<void> setTable(const synthesis::EmotionTable& table);

    /// do(): replaces all interventions; one step of undo. The error says what the model refuses.
    Result<void> setDone(const synthesis::Interventions& done);
    /// do(node = the value it has now), or takes that back.
    Result<void> toggle(const std::string& node);
    bool isFixed(const std::string& node) const;
    /// A portrait is the one that was chosen, and the film is what all the rest makes.
    static bool canFix(std::string_view node) { return node != "film" && node != "portrait"; }
    bool canUndo() const { return !m_before.empty(); }
    void undo();

signals:
    void changed();

private:
    Result<void> rebuild(synthesis::ScmOptions options);

    std::optional<synthesis::Scm> m_scm;
    ModelStrengths m_strengths;
    synthesis::Interventions m_done;
    std::vector<synthesis::Interventions> m_before;
    std::uint64_t m_index = 1;
    synthesis::Sample m_sample;
};

/// The value of a node in a sample, in a few words: "happiness", "6C+12D", "392 ms".
QString valueText(const synthesis::Sample& sample, std::string_view node);

/// The units of the sample's expression.
std::vector<synthesis::UnitState> unitsOf(const synthesis::Sample& sample);

} // namespace mien::ui
