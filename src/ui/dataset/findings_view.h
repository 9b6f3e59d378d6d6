// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dataset/sample_facts.h"

#include "core/dataset/import.h"

#include <QTreeWidget>

namespace mien::ui {

/// Every finding of an import under the check that made it. A check with a rule has a box: ticked, the rule
/// repairs; unticked, the finding is only reported.
class FindingsView : public QTreeWidget {
    Q_OBJECT
public:
    explicit FindingsView(QWidget* parent = nullptr);

    void setReport(const dataset::ImportReport& report, const std::vector<std::string>& reportOnly);

signals:
    /// A box was changed by a person.
    void ruleChanged(const QString& rule, bool repair);
    /// A finding of one row was activated.
    void rowAsked(qlonglong row);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addCheck(const dataset::ImportCheck& check, const std::vector<const dataset::Finding*>& findings,
                  bool repair);

    bool m_filling = false;
};

} // namespace mien::ui
