// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/causal/knowledge.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace mien::ui {

class KnowledgeStore;

/// What is known before looking at the data, as lists: arrows that must or must not be, and which variables
/// come before which.
class KnowledgeView : public QWidget {
    Q_OBJECT
public:
    explicit KnowledgeView(KnowledgeStore& store, QWidget* parent = nullptr);

    /// The variables that may be chosen.
    void setNames(const std::vector<std::string>& names);
    QListWidget& list() { return *m_list; }
    QTableWidget& tiers() { return *m_tiers; }
    void add(const std::string& cause, bool required, const std::string& effect);
    void removeCurrent();
    void setTier(const std::string& name, int tier); ///< from 0; -1: none

signals:
    void failed(const QString& sentence);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeArrows();
    QWidget* makeTiers();
    void follow();
    void change(causal::Knowledge wanted, const QString& what);
    void save();
    void load();
    QString label(const std::string& name) const;

    KnowledgeStore& m_store;
    std::vector<std::string> m_names;
    QListWidget* m_list;
    QTableWidget* m_tiers;
    QComboBox *m_cause, *m_kind, *m_effect;
    QPushButton *m_add, *m_remove, *m_clear;
};

} // namespace mien::ui
