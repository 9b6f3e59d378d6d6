// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/drafts.h"

#include "core/base/json.h"

#include "ui/document/project_document.h"

#include <nlohmann/json.hpp>

namespace mien::ui {
namespace {

constexpr auto kKey = "review/drafts";

nlohmann::json toJson(const annotation::ExpressionEvent& e) {
    nlohmann::json j{{"onset", e.onset.value},     {"offset", e.offset.value},
                     {"type", nameOf(e.type)},     {"aus", e.actionUnits},
                     {"side", nameOf(e.side)},     {"intensity", nameOf(e.intensity)},
                     {"confidence", e.confidence}, {"note", e.note}};
    if (e.apex)
        j["apex"] = e.apex->value;
    return j;
}

std::optional<annotation::ExpressionEvent> fromJson(const nlohmann::json& j) {
    try {
        annotation::ExpressionEvent e;
        e.onset.value = j.at("onset").get<std::int64_t>();
        e.offset.value = j.at("offset").get<std::int64_t>();
        if (j.contains("apex"))
            e.apex = FrameIndex{j.at("apex").get<std::int64_t>()};
        e.type = annotation::expressionTypeFrom(j.at("type").get<std::string>()).value_or(e.type);
        e.side = annotation::sideFrom(j.at("side").get<std::string>()).value_or(e.side);
        e.intensity = annotation::intensityFrom(j.at("intensity").get<std::string>()).value_or(e.intensity);
        e.actionUnits = j.at("aus").get<std::string>();
        e.confidence = j.at("confidence").get<double>();
        e.note = j.at("note").get<std::string>();
        return e.ordered() ? std::optional(e) : std::nullopt;
    } catch (const nlohmann::json::exception&) {
        return std::nullopt;
    }
}

} // namespace

annotation::ExpressionEvent eventFrom(const annotation::Proposal& proposal) {
    annotation::ExpressionEvent e;
    e.onset = proposal.onset;
    e.apex = proposal.apex;
    e.offset = proposal.offset;
    e.type = proposal.type;
    return e;
}

Drafts::Drafts(ProjectDocument& document, QObject* parent) : QObject(parent), m_document(document) {
    connect(&document, &ProjectDocument::projectChanged, this, &Drafts::load);
    load();
}

annotation::ExpressionEvent Drafts::of(project::ProposalId id) const {
    if (const auto found = m_changed.find(id); found != m_changed.end())
        return found->second;
    const auto* stored = m_document.proposal(id);
    return stored ? eventFrom(stored->proposal) : annotation::ExpressionEvent{};
}

void Drafts::set(project::ProposalId id, const annotation::ExpressionEvent& event) {
    const auto* stored = m_document.proposal(id);
    if (stored && eventFrom(stored->proposal) == event)
        return forget(id);
    m_changed[id] = event;
    store();
    emit changed(id);
}

void Drafts::forget(project::ProposalId id) {
    if (m_changed.erase(id) == 0)
        return;
    store();
    emit changed(id);
}

void Drafts::load() {
    m_changed.clear();
    const auto text = m_document.value(kKey);
    const auto all = parseJson(text.value_or("{}").toStdString());
    if (!all.is_object())
        return;
    for (const auto& [key, value] : all.items())
        if (const auto event = fromJson(value))
            m_changed[project::ProposalId{std::strtoll(key.c_str(), nullptr, 10)}] = *event;
}

void Drafts::store() {
    auto all = nlohmann::json::object();
    for (const auto& [id, event] : m_changed)
        all[std::to_string(id.value)] = toJson(event);
    m_document.setValue(kKey, QString::fromStdString(jsonText(all)));
}

} // namespace mien::ui
