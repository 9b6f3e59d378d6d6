// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/knowledge_store.h"

#include "core/causal/oracle_case.h"
#include "ui/document/project_document.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <set>

namespace mien::ui {
namespace {

const QString kKey = QStringLiteral("graph.knowledge");

QJsonArray listOf(const std::vector<std::string>& names) {
    QJsonArray list;
    for (const auto& name : names)
        list.append(QString::fromStdString(name));
    return list;
}

QJsonArray pairsOf(const std::vector<std::pair<std::string, std::string>>& pairs) {
    QJsonArray list;
    for (const auto& [cause, effect] : pairs)
        list.append(listOf({cause, effect}));
    return list;
}

} // namespace

class KnowledgeStore::Step : public QUndoCommand {
public:
    Step(KnowledgeStore& store, causal::Knowledge wanted, const QString& what)
        : QUndoCommand(what), m_store(store), m_before(store.m_knowledge), m_after(std::move(wanted)) {}
    void undo() override { m_store.put(m_before); }
    void redo() override { m_store.put(m_after); }

private:
    KnowledgeStore& m_store;
    causal::Knowledge m_before, m_after;
};

KnowledgeStore::KnowledgeStore(ProjectDocument& document, QObject* parent)
    : QObject(parent), m_document(document) {
    connect(&document, &ProjectDocument::projectChanged, this, [this] {
        if (m_document.path() != m_project)
            read();
    });
    read();
}

void KnowledgeStore::read() {
    const bool before = m_knowledge.empty();
    m_project = m_document.path();
    m_undo.clear();
    m_knowledge = {};
    if (const auto kept = m_document.value(kKey); kept && !kept->isEmpty())
        if (auto parsed = causal::parseKnowledge(kept->toStdString(), m_project.toStdString()))
            m_knowledge = std::move(*parsed);
    if (!before || !m_knowledge.empty())
        emit changed();
}

Result<void> KnowledgeStore::change(causal::Knowledge wanted, const QString& what) {
    while (!wanted.tiers.empty() && wanted.tiers.back().empty())
        wanted.tiers.pop_back();
    std::erase_if(wanted.forbiddenWithin,
                  [&](int tier) { return tier >= static_cast<int>(wanted.tiers.size()); });
    if (sameKnowledge(wanted, m_knowledge))
        return {};
    if (const auto fine = checkKnowledge(wanted); !fine)
        return fine;
    m_undo.push(new Step(*this, std::move(wanted), what));
    return {};
}

void KnowledgeStore::put(const causal::Knowledge& knowledge) {
    m_knowledge = knowledge;
    m_document.setValue(kKey, QString::fromStdString(knowledgeJson(knowledge)));
    emit changed();
}

bool sameKnowledge(const causal::Knowledge& a, const causal::Knowledge& b) {
    return a.tiers == b.tiers && a.forbiddenWithin == b.forbiddenWithin && a.required == b.required &&
           a.forbidden == b.forbidden;
}

std::string knowledgeJson(const causal::Knowledge& knowledge) {
    QJsonArray tiers, within;
    for (const auto& tier : knowledge.tiers)
        tiers.append(listOf(tier));
    for (const int tier : knowledge.forbiddenWithin)
        within.append(tier);
    const QJsonObject json{{QStringLiteral("tiers"), tiers},
                           {QStringLiteral("forbidden_within"), within},
                           {QStringLiteral("required"), pairsOf(knowledge.required)},
                           {QStringLiteral("forbidden"), pairsOf(knowledge.forbidden)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

causal::Knowledge restricted(causal::Knowledge knowledge, const std::vector<std::string>& names) {
    const std::set<std::string> known(names.begin(), names.end());
    const auto unknown = [&](const std::string& name) { return !known.contains(name); };
    for (auto& tier : knowledge.tiers)
        std::erase_if(tier, unknown);
    for (auto* pairs : {&knowledge.required, &knowledge.forbidden})
        std::erase_if(*pairs, [&](const auto& pair) { return unknown(pair.first) || unknown(pair.second); });
    return knowledge;
}

Result<void> checkKnowledge(const causal::Knowledge& knowledge) {
    std::set<std::string> names;
    for (const auto& tier : knowledge.tiers)
        names.insert(tier.begin(), tier.end());
    for (const auto* pairs : {&knowledge.required, &knowledge.forbidden})
        for (const auto& [cause, effect] : *pairs)
            names.insert({cause, effect});
    const auto resolved =
        causal::ResolvedKnowledge::resolve(knowledge, std::vector<std::string>(names.begin(), names.end()));
    return resolved ? Result<void>() : Result<void>(Unexpected(resolved.error()));
}

} // namespace mien::ui
