// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/causal/knowledge.h"

#include <QObject>
#include <QUndoStack>

namespace mien::ui {

class ProjectDocument;

/// What is known before looking at the data: kept with the open project (key "graph.knowledge"), in memory
/// alone where there is none. Changes can be undone until another project is opened.
class KnowledgeStore : public QObject {
    Q_OBJECT
public:
    explicit KnowledgeStore(ProjectDocument& document, QObject* parent = nullptr);

    const causal::Knowledge& knowledge() const { return m_knowledge; }
    /// As one step that can be undone; `what` names it ("require A → B"). Refused where it contradicts
    /// itself.
    Result<void> change(causal::Knowledge wanted, const QString& what);
    QUndoStack& undo() { return m_undo; }

signals:
    void changed();

private:
    class Step;
    void put(const causal::Knowledge& knowledge);
    void read();

    ProjectDocument& m_document;
    causal::Knowledge m_knowledge;
    QUndoStack m_undo;
    QString m_project;
};

bool sameKnowledge(const causal::Knowledge& a, const causal::Knowledge& b);

/// As files and the command line spell it: what causal::parseKnowledge() reads.
std::string knowledgeJson(const causal::Knowledge& knowledge);

/// Without what speaks of variables that are not among `names`.
causal::Knowledge restricted(causal::Knowledge knowledge, const std::vector<std::string>& names);

/// Whether the parts go together, by the names that they speak of.
Result<void> checkKnowledge(const causal::Knowledge& knowledge);

} // namespace mien::ui
