// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/findings_view.h"

#include "ui/dataset/check_words.h"
#include "ui/jobs/core_words.h"
#include "ui/settings/theme.h"

#include <QHeaderView>

#include <map>
#include <set>

namespace mien::ui {
namespace {

enum Column { What, Where, Before, After, Done, ColumnCount };
constexpr int kRuleRole = Qt::UserRole + 1;
constexpr int kRowRole = Qt::UserRole + 2;
constexpr int kRowPadding = 12;
constexpr int kRuleWidth = 290;
constexpr std::size_t kMostShown = 500; ///< of one check; all of them are in the repair log

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

} // namespace

FindingsView::FindingsView(QWidget* parent) : QTreeWidget(parent) {
    setAccessibleName(tr("What the checks found"));
    setColumnCount(ColumnCount);
    setHeaderLabels({tr("What was found"), tr("Where"), tr("In the table"), tr("After repair"), tr("Rule")});
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    header()->setProperty("padded", true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(What, QHeaderView::Stretch);
    const std::array widths{0, 150, 120, 120, kRuleWidth};
    for (int i = Where; i < ColumnCount; ++i)
        header()->resizeSection(i, widths[static_cast<std::size_t>(i)]);
    connect(this, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int column) {
        const QString rule = item->data(What, kRuleRole).toString();
        if (!m_filling && column == What && !rule.isEmpty())
            emit ruleChanged(rule, item->checkState(What) == Qt::Checked);
    });
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const auto row = item->data(What, kRowRole).toLongLong(); row > 0)
            emit rowAsked(row);
    });
}

void FindingsView::setReport(const dataset::ImportReport& report,
                             const std::vector<std::string>& reportOnly) {
    m_filling = true;
    std::set<QString> open;
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i)->isExpanded())
            open.insert(topLevelItem(i)->text(What));
    const QString current = currentItem() ? currentItem()->text(What) : QString();
    clear();
    std::map<std::string_view, std::vector<const dataset::Finding*>> found;
    for (const auto& finding : report.findings)
        found[finding.check].push_back(&finding);
    // What only people can put right comes first.
    std::vector<dataset::ImportCheck> checks(dataset::importChecks().begin(), dataset::importChecks().end());
    std::stable_partition(checks.begin(), checks.end(), [](const auto& check) { return check.rule.empty(); });
    for (const auto& check : checks) {
        const auto some = found.find(check.id);
        if (some == found.end())
            continue;
        const bool repair =
            std::find(reportOnly.begin(), reportOnly.end(), std::string(check.rule)) == reportOnly.end();
        addCheck(check, some->second, repair);
        QTreeWidgetItem* added = topLevelItem(topLevelItemCount() - 1);
        added->setExpanded(open.contains(added->text(What)));
        if (added->text(What) == current)
            setCurrentItem(added);
    }
    if (report.findings.empty()) {
        auto* nothing = new QTreeWidgetItem(this);
        nothing->setText(What, tr("Nothing odd was found; every row was taken as it stands."));
        nothing->setSizeHint(What, {0, fontMetrics().height() + kRowPadding});
    }
    m_filling = false;
}

void FindingsView::resizeEvent(QResizeEvent* event) {
    QTreeWidget::resizeEvent(event);
    header()->resizeSection(Done, std::max(kRuleWidth, width() * 3 / 10));
}

void FindingsView::addCheck(const dataset::ImportCheck& check,
                            const std::vector<const dataset::Finding*>& findings, bool repair) {
    const Tones tones = tonesOf(themeOf(palette()));
    auto* group = new QTreeWidgetItem(this);
    group->setText(What, checkText(check.what));
    group->setSizeHint(What, {0, fontMetrics().height() + kRowPadding});
    group->setText(Where, tr("%1 ×").arg(findings.size()));
    QFont heavy = font();
    heavy.setWeight(QFont::DemiBold);
    group->setFont(What, heavy);
    if (check.rule.empty()) {
        group->setText(Done, tr("for you to look at"));
        group->setForeground(Done, tones.warning);
    } else {
        group->setCheckState(What, repair ? Qt::Checked : Qt::Unchecked);
        group->setData(What, kRuleRole, text(check.rule));
        group->setText(Done, repair ? QStringLiteral("%1: %2").arg(text(check.rule), checkText(check.does))
                                    : tr("%1: reported only").arg(text(check.rule)));
        group->setForeground(Done, repair ? tones.good : tones.faint);
        group->setToolTip(What, tr("Ticked: the rule repairs. Not ticked: only reported."));
    }
    group->setToolTip(Done, group->text(Done));
    for (std::size_t i = 0; i < std::min(findings.size(), kMostShown); ++i) {
        const auto& finding = *findings[i];
        auto* item = new QTreeWidgetItem(group);
        item->setText(What, coreWords(text(finding.sentence)));
        item->setToolTip(What, coreWords(text(finding.sentence)));
        item->setText(Where, finding.row == 0 ? tr("the whole table")
                             : finding.column.empty()
                                 ? tr("row %1").arg(finding.row)
                                 : tr("row %1, %2").arg(finding.row).arg(text(finding.column)));
        item->setText(Before, text(finding.repaired() ? finding.before : finding.value));
        item->setText(After, text(finding.after));
        item->setForeground(After, tones.good);
        item->setData(What, kRowRole, qlonglong(finding.row));
    }
    if (findings.size() > kMostShown) {
        auto* more = new QTreeWidgetItem(group);
        more->setText(What, tr("%1 more are in the repair log.").arg(findings.size() - kMostShown));
        more->setForeground(What, tones.faint);
    }
}

} // namespace mien::ui
