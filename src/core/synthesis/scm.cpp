// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/scm.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <numeric>
#include <set>

namespace mien::synthesis {
namespace {

using annotation::ExpressionType;
using annotation::Side;

/// Inverse of the distribution that `weights` describe.
std::size_t pick(std::span<const double> weights, double u) {
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    double at = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        at += weights[i] / sum;
        if (u < at)
            return i;
    }
    return weights.size() - 1;
}

std::uint64_t partOf(std::uint64_t episode, int unit) {
    return episode * 1000 + static_cast<std::uint64_t>(unit);
}

std::vector<UnitState> statesOf(const std::vector<UnitEvent>& units) {
    std::vector<UnitState> states;
    for (const auto& unit : units)
        states.push_back(unit.state);
    return states;
}

/// Sets one unit on its side(s); what the other half of the face did before goes on.
void change(std::vector<UnitEvent>& units, const UnitState& to) {
    std::optional<UnitEvent> other; // the half that is not spoken of
    for (auto at = units.begin(); at != units.end();) {
        if (at->state.unit != to.unit) {
            ++at;
            continue;
        }
        if (to.side != Side::Bilateral && at->state.side != to.side) {
            other = *at;
            other->state.side = to.side == Side::Left ? Side::Right : Side::Left;
        }
        at = units.erase(at);
    }
    if (other)
        units.push_back(*other);
    if (to.level > 0.0)
        units.push_back({to, UnitOrigin::Intervention, {}});
}

template <class T>
void override(std::optional<T>& value, const std::optional<T>& by) {
    if (by)
        value = by;
}

/// What `action` says holds, the rest of `before` goes on.
Interventions merged(Interventions before, const Interventions& action) {
    override(before.subject, action.subject);
    override(before.portrait, action.portrait);
    override(before.emotion, action.emotion);
    override(before.type, action.type);
    if (action.units)
        before.unitChanges.clear();
    override(before.units, action.units);
    for (const auto& unit : action.unitChanges)
        before.unitChanges.push_back(unit);
    override(before.timing, action.timing);
    override(before.label, action.label);
    override(before.light, action.light);
    override(before.camera, action.camera);
    override(before.head, action.head);
    override(before.blinks, action.blinks);
    override(before.gaze, action.gaze);
    override(before.speech, action.speech);
    return before;
}

} // namespace

std::string_view nameOf(UnitOrigin origin) {
    static constexpr std::string_view kNames[] = {"emotion", "habit", "planted", "intervention"};
    return kNames[static_cast<std::size_t>(origin)];
}

std::string_view nameOf(PlantedLink::Kind kind) {
    static constexpr std::string_view kNames[] = {"unit", "light", "camera", "duration"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::vector<std::string> Interventions::variables() const {
    std::vector<std::string> names;
    const auto add = [&](bool given, const char* name) {
        if (given)
            names.emplace_back(name);
    };
    add(subject.has_value(), "subject");
    add(portrait.has_value(), "portrait");
    add(emotion.has_value(), "emotion");
    add(type.has_value(), "type");
    add(units || !unitChanges.empty(), "units");
    add(timing.has_value(), "timing");
    add(label.has_value(), "label");
    add(light.has_value(), "light");
    add(camera.has_value(), "camera");
    add(head.has_value(), "head");
    add(blinks.has_value(), "blinks");
    add(gaze.has_value(), "gaze");
    add(speech.has_value(), "speech");
    return names;
}

Scm::Scm(ScmOptions options) : m_options(std::move(options)) {
    for (std::size_t i = 0; i < m_options.people.size(); ++i)
        m_customs.push_back(customsOf(i, m_options.seed, m_options.table));
}

Result<Sample> Scm::sample(std::uint64_t index, const Interventions& done) const {
    return sample(Exogenous(m_options.seed, index), done);
}

Result<Sample> Scm::counterfactual(const Sample& factual, const Interventions& action) const {
    return sample(abduct(factual), merged(factual.done, action));
}

const PlantedLink* Scm::follows(PlantedLink::Kind kind, const std::string& emotion, const std::string& split,
                                double drawn) const {
    for (const auto& link : m_options.planted)
        if (link.kind == kind && link.emotion == emotion && (link.split == "all" || link.split == split) &&
            drawn < link.strength)
            return &link;
    return nullptr;
}

std::size_t Scm::emotionOf(const Exogenous& noise, std::uint64_t episode, std::size_t subject) const {
    auto rng = noise.stream("emotion", episode);
    const double custom = rng.uniform(), common = rng.uniform();
    if (custom < m_options.subject.emotion)
        return m_customs[subject].favourite;
    const auto split = m_options.splitWeights.find(m_options.people[subject].split);
    return pick(split != m_options.splitWeights.end() ? split->second : m_options.weights, common);
}

std::vector<UnitEvent> Scm::unitsOf(const Exogenous& noise, std::uint64_t episode, Sample& sample,
                                    const Episode& so) const {
    const auto& table = m_options.table;
    const auto& customs = m_customs[sample.subject];
    const auto first = [&](std::string_view what, int unit) {
        return noise.stream(what, partOf(episode, unit)).uniform();
    };
    const auto& emotion = *table.find(so.emotion);
    std::vector<double> weights;
    for (const auto& variant : emotion.variants)
        weights.push_back(variant.weight);
    const auto& variant = emotion.variants[pick(weights, noise.stream("variant", episode).uniform())];

    std::vector<UnitEvent> units;
    for (const auto& state : table.shown(
             variant, [&](int unit) { return first("units", unit); },
             [&](int unit) { return first("side", unit); }))
        units.push_back({state, UnitOrigin::Emotion, {}});
    const bool micro = so.type == ExpressionType::Micro;
    const auto levels = micro ? table.microLevels : table.macroLevels;
    for (auto& event : units) {
        const auto row = std::find_if(variant.units.begin(), variant.units.end(),
                                      [&](const TableUnit& u) { return u.unit == event.state.unit; });
        const auto range = !micro && row->macroLevels.second > 0.0 ? row->macroLevels : levels;
        auto rng = noise.stream("level", partOf(episode, event.state.unit));
        const double u = customUniform(rng, customs.intensity, m_options.subject.intensity);
        event.state.level = range.first + (range.second - range.first) * u;
    }
    const auto& habit = customs.habit;
    if (habit.unit != 0 && noise.stream("habit", episode).uniform() < m_options.subject.units) {
        auto state = habit;
        state.level = levels.first + (levels.second - levels.first) * habit.level;
        units.push_back({state, UnitOrigin::Habit, {}});
    }
    if (const auto* link = follows(PlantedLink::Kind::Unit, so.emotion, sample.split,
                                   noise.stream("planted-unit", episode).uniform())) {
        change(units, {link->unit, Side::Bilateral, 0.5 * (levels.first + levels.second)});
        units.back().origin = UnitOrigin::Planted;
        sample.followed.push_back(fmt::format("unit {}", link->unit));
    }
    return units;
}

void Scm::timeUnits(const Exogenous& noise, std::uint64_t episode, Episode& so) const {
    for (auto& event : so.units) {
        auto rng = noise.stream("unit-timing", partOf(episode, event.state.unit));
        const auto& t = so.timing;
        const double rise = t.apexS - t.onsetS, fall = t.offsetS - t.apexS - t.holdS;
        event.timing.onsetS = std::max(0.0, t.onsetS + 0.08 * rise * rng.uniform(-1.0, 1.0));
        event.timing.apexS = t.apexS + 0.08 * rise * rng.uniform(-1.0, 1.0);
        event.timing.offsetS = t.offsetS + 0.08 * fall * rng.uniform(-1.0, 1.0);
        event.timing.holdS = t.holdS;
        if (so.type == ExpressionType::Micro) { // all units of a micro-expression within half a second
            const double middle = 0.5 * (t.onsetS + t.offsetS), half = 0.5 * annotation::kMicroMaxSeconds;
            event.timing.onsetS = std::max(event.timing.onsetS, middle - half);
            event.timing.offsetS = std::min(event.timing.offsetS, middle + half);
        }
    }
    std::stable_sort(so.units.begin(), so.units.end(), [](const UnitEvent& a, const UnitEvent& b) {
        return std::pair(a.state.unit, a.state.side) < std::pair(b.state.unit, b.state.side);
    });
}

std::string Scm::labelOf(const Exogenous& noise, std::uint64_t episode, std::size_t subject,
                         const std::vector<UnitEvent>& units) const {
    auto rng = noise.stream("label", episode);
    const double expected = rng.uniform(), slip = rng.uniform(), which = rng.uniform();
    const auto& emotions = m_options.table.emotions;
    if (expected < m_options.subject.label)
        return emotions[m_customs[subject].favourite].name;
    const auto named = units.empty() ? std::string(kNeutral) : m_options.table.emotionOf(statesOf(units));
    if (slip >= m_options.labelNoise)
        return named;
    std::vector<std::string> others;
    for (const auto& emotion : emotions)
        if (emotion.name != named)
            others.push_back(emotion.name);
    return others[static_cast<std::size_t>(which * static_cast<double>(others.size()))];
}

Result<Sample> Scm::sample(const Exogenous& noise, const Interventions& done) const {
    const auto& o = m_options;
    if ((done.subject && *done.subject >= o.people.size()) ||
        (done.emotion && o.table.find(*done.emotion) == nullptr) ||
        (done.label && o.table.find(*done.label) == nullptr))
        return fail(ErrorCode::InvalidArgument,
                    "do() names a subject or an emotion that the model does not have.");
    Sample s;
    s.noise = noise;
    s.done = done;
    s.subject = done.subject.value_or(noise.stream("subject").below(o.people.size()));
    const auto& person = o.people[s.subject];
    s.split = person.split;
    s.portrait = done.portrait.value_or(noise.stream("portrait").below(person.portraits)) % person.portraits;
    const auto& customs = m_customs[s.subject];

    std::vector<EpisodeShape> shapes;
    for (int i = 0; i < o.episodes; ++i) {
        const auto episode = static_cast<std::uint64_t>(i);
        auto& so = s.episodes.emplace_back();
        so.emotion = done.emotion.value_or(o.table.emotions[emotionOf(noise, episode, s.subject)].name);
        so.type = done.type.value_or(noise.stream("type", episode).uniform() < o.microShare
                                         ? ExpressionType::Micro
                                         : ExpressionType::Macro);
        const auto* stretched = follows(PlantedLink::Kind::Duration, so.emotion, s.split,
                                        noise.stream("planted-duration", episode).uniform());
        if (stretched != nullptr)
            s.followed.emplace_back("duration");
        shapes.push_back(drawShape(so.type, noise, episode, customs.duration, customs.rise, o.subject.timing,
                                   stretched != nullptr ? stretched->factor : 1.0));
    }
    const auto onsets = placeEpisodes(shapes, o.lengthS, o.neutralS, noise);
    if (!onsets)
        return Unexpected(onsets.error());
    for (std::size_t i = 0; i < s.episodes.size(); ++i) {
        auto& so = s.episodes[i];
        so.timing = {(*onsets)[i], (*onsets)[i] + shapes[i].riseS, shapes[i].holdS,
                     (*onsets)[i] + shapes[i].durationS};
        if (done.timing && s.episodes.size() == 1)
            so.timing = *done.timing;
        if (done.units)
            for (const auto& state : *done.units)
                so.units.push_back({state, UnitOrigin::Intervention, {}});
        else
            so.units = unitsOf(noise, i, s, so);
        for (const auto& state : done.unitChanges)
            change(so.units, state);
        timeUnits(noise, i, so);
        so.label = done.label.value_or(labelOf(noise, i, s.subject, so.units));
    }

    const auto& label = s.episodes.empty() ? std::string() : s.episodes.front().label;
    const auto* lit =
        follows(PlantedLink::Kind::Light, label, s.split, noise.stream("planted-light").uniform());
    const auto* filmed =
        follows(PlantedLink::Kind::Camera, label, s.split, noise.stream("planted-camera").uniform());
    s.light = drawLight(o.nuisance, noise, customs.light, o.subject.camera);
    if (done.light)
        s.light = *done.light;
    else if (lit != nullptr) {
        s.light = plantedLight(o.nuisance);
        s.followed.emplace_back("light");
    }
    s.camera = drawCamera(o.nuisance, noise, customs.camera, o.subject.camera);
    if (done.camera)
        s.camera = *done.camera;
    else if (filmed != nullptr) {
        s.camera = plantedCamera(o.nuisance);
        s.followed.emplace_back("camera");
    }
    s.head = done.head.value_or(drawHead(o.nuisance, noise));
    s.blinks = done.blinks.value_or(drawBlinks(o.nuisance, noise, o.lengthS));
    s.gaze = done.gaze.value_or(drawGaze(o.nuisance, noise, o.lengthS));
    s.speech = done.speech.value_or(drawSpeech(o.nuisance, noise, o.lengthS));
    return s;
}

} // namespace mien::synthesis
