// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/model_state.h"

#include "ui/generator/drawn_films.h"
#include "ui/generator/words.h"

#include <QCoreApplication>

namespace mien::ui {

using synthesis::Interventions;
using synthesis::PlantedLink;
using synthesis::Sample;

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("CausalModel", text);
}

synthesis::ScmOptions optionsOf(synthesis::EmotionTable table, const ModelStrengths& strengths) {
    synthesis::ScmOptions options;
    options.table = std::move(table);
    for (int i = 0; i < ModelState::kPeople; ++i)
        options.people.push_back({"P" + std::to_string(i + 1), "train", 1});
    options.subject = synthesis::SubjectStrength::all(strengths.subject);
    if (synthesis::unitsOutside(options.table).empty())
        options.subject.units = 0.0; // no unit is left to be a habit
    const auto plant = [&](PlantedLink::Kind kind, double strength) {
        if (strength > 0.0 && !options.table.emotions.empty()) {
            PlantedLink link;
            link.kind = kind;
            link.emotion = options.table.emotions.front().name;
            link.strength = strength;
            link.split = "all";
            options.planted.push_back(std::move(link));
        }
    };
    plant(PlantedLink::Kind::Light, strengths.light);
    plant(PlantedLink::Kind::Camera, strengths.camera);
    options.nuisance.blinksPerMinute = 8.0;
    options.lengthS = kFilmLengthS;
    options.microShare = 0.5;
    return options;
}

} // namespace

ModelState::ModelState(QObject* parent) : QObject(parent) {
    auto table = synthesis::emotionTable("mie-x");
    const auto ok = rebuild(optionsOf(table ? std::move(*table) : synthesis::EmotionTable{}, m_strengths));
    Q_ASSERT(ok);
}

Result<void> ModelState::rebuild(synthesis::ScmOptions options) {
    auto scm = synthesis::Scm::create(std::move(options));
    if (!scm)
        return Unexpected(scm.error());
    auto sample = scm->sample(m_index, m_done);
    if (!sample)
        return Unexpected(sample.error());
    m_scm = std::move(*scm);
    m_sample = std::move(*sample);
    emit changed();
    return {};
}

void ModelState::setIndex(std::uint64_t index) {
    if (index == m_index)
        return;
    m_index = index;
    if (auto sample = m_scm->sample(m_index, m_done))
        m_sample = std::move(*sample);
    emit changed();
}

void ModelState::setStrengths(const ModelStrengths& strengths) {
    if (strengths == m_strengths)
        return;
    const auto before = std::exchange(m_strengths, strengths);
    if (!rebuild(optionsOf(options().table, strengths)))
        m_strengths = before;
}

Result<void> ModelState::setTable(const synthesis::EmotionTable& table) {
    const auto before = std::exchange(m_done, {}); // they may name emotions that are gone
    if (auto ok = rebuild(optionsOf(table, m_strengths)); !ok) {
        m_done = before;
        return ok;
    }
    m_before.clear();
    return {};
}

Result<void> ModelState::setDone(const Interventions& done) {
    if (done == m_done)
        return {};
    auto sample = m_scm->sample(m_index, done);
    if (!sample)
        return Unexpected(sample.error());
    m_before.push_back(std::exchange(m_done, done));
    m_sample = std::move(*sample);
    emit changed();
    return {};
}

bool ModelState::isFixed(const std::string& node) const {
    const auto fixed = m_done.variables();
    return std::find(fixed.begin(), fixed.end(), node) != fixed.end();
}

Result<void> ModelState::toggle(const std::string& node) {
    auto done = m_done;
    const bool fix = !isFixed(node);
    const auto& s = m_sample;
    const auto set = [&](auto& slot, const auto& value) {
        if (fix)
            slot = value;
        else
            slot.reset();
    };
    if (node == "subject")
        set(done.subject, s.subject);
    else if (node == "emotion")
        set(done.emotion, s.episodes.front().emotion);
    else if (node == "type")
        set(done.type, s.episodes.front().type);
    else if (node == "units") {
        set(done.units, unitsOf(s));
        done.unitChanges.clear();
    } else if (node == "timing")
        set(done.timing, s.episodes.front().timing);
    else if (node == "label")
        set(done.label, s.episodes.front().label);
    else if (node == "light")
        set(done.light, s.light);
    else if (node == "camera")
        set(done.camera, s.camera);
    else if (node == "head")
        set(done.head, s.head);
    else if (node == "blinks")
        set(done.blinks, s.blinks);
    else if (node == "speech")
        set(done.speech, s.speech);
    return setDone(done);
}

void ModelState::undo() {
    if (m_before.empty())
        return;
    m_done = std::move(m_before.back());
    m_before.pop_back();
    if (auto sample = m_scm->sample(m_index, m_done))
        m_sample = std::move(*sample);
    emit changed();
}

std::vector<synthesis::UnitState> unitsOf(const Sample& sample) {
    std::vector<synthesis::UnitState> units;
    if (!sample.episodes.empty())
        for (const auto& event : sample.episodes.front().units)
            units.push_back(event.state);
    return units;
}

QString valueText(const Sample& sample, std::string_view node) {
    if (sample.episodes.empty())
        return {};
    const auto& so = sample.episodes.front();
    if (node == "subject")
        return words(QT_TRANSLATE_NOOP("CausalModel", "person %1")).arg(sample.subject + 1);
    if (node == "portrait")
        return words(QT_TRANSLATE_NOOP("CausalModel", "the chosen face"));
    if (node == "emotion")
        return emotionText(so.emotion);
    if (node == "type")
        return typeWord(so.type);
    if (node == "units") {
        const QString code = codeOf(unitsOf(sample));
        return code.isEmpty() ? words(QT_TRANSLATE_NOOP("CausalModel", "nothing")) : code;
    }
    if (node == "timing")
        return words(QT_TRANSLATE_NOOP("CausalModel", "%1 ms, apex at %2"))
            .arg(qRound(1000.0 * (so.timing.offsetS - so.timing.onsetS)))
            .arg(qRound(1000.0 * (so.timing.apexS - so.timing.onsetS)));
    if (node == "label")
        return emotionText(so.label);
    if (node == "light")
        return QStringLiteral("× %1").arg(sample.light.gain, 0, 'f', 2);
    if (node == "camera")
        return words(QT_TRANSLATE_NOOP("CausalModel", "noise %1")).arg(sample.camera.noiseSigma, 0, 'f', 1);
    if (node == "head")
        return words(QT_TRANSLATE_NOOP("CausalModel", "%1 px/s")).arg(sample.head.pxPerS, 0, 'f', 1);
    if (node == "blinks")
        return sample.blinks.empty() ? words(QT_TRANSLATE_NOOP("CausalModel", "none"))
                                     : QStringLiteral("%1").arg(sample.blinks.size());
    if (node == "speech")
        return sample.speech.empty()
                   ? words(QT_TRANSLATE_NOOP("CausalModel", "none"))
                   : words(QT_TRANSLATE_NOOP("CausalModel", "%1 syllables")).arg(sample.speech.size());
    return {};
}

} // namespace mien::ui
