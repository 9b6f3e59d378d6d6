// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/code_remarks.h"

#include "core/annotation/facs_rules.h"
#include "ui/settings/icons.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace mien::ui {
namespace {

using Level = CodeRemark::Level;

constexpr int kIconSize = 16;

Level levelOf(annotation::FacsLevel level) {
    switch (level) {
    case annotation::FacsLevel::Error:
        return Level::Error;
    case annotation::FacsLevel::Warning:
        return Level::Warning;
    case annotation::FacsLevel::Hint:
        break;
    }
    return Level::Hint;
}

const char* iconOf(Level level) {
    return level == Level::Error     ? "dialog-error"
           : level == Level::Warning ? "dialog-warning"
                                     : "dialog-information";
}

QString counted(Level level, int count, const QString& sentence) {
    switch (level) {
    case Level::Error:
        return CodeRemarks::tr("%n error(s): %1", "", count).arg(sentence);
    case Level::Warning:
        return CodeRemarks::tr("%n warning(s): %1", "", count).arg(sentence);
    case Level::Unclear:
        return CodeRemarks::tr("%n unclear place(s): %1", "", count).arg(sentence);
    case Level::Hint:
        break;
    }
    return CodeRemarks::tr("%n hint(s): %1", "", count).arg(sentence);
}

QString word(Level level) {
    switch (level) {
    case Level::Error:
        return CodeRemarks::tr("Error");
    case Level::Warning:
        return CodeRemarks::tr("Warning");
    case Level::Unclear:
        return CodeRemarks::tr("Unclear");
    case Level::Hint:
        break;
    }
    return CodeRemarks::tr("Hint");
}

QString toQt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString CodeRemark::line() const {
    return where.isEmpty() ? CodeRemarks::tr("%1: %2", "level, sentence").arg(word(level), sentence)
                           : CodeRemarks::tr("%1 (%2): %3", "level, codes it is about, sentence")
                                 .arg(word(level), where, sentence);
}

std::vector<CodeRemark> remarksOn(const QString& text) {
    const auto code = annotation::FacsCode::parse(text.toStdString());
    std::vector<CodeRemark> remarks;
    for (const auto& finding : annotation::checkFacs(code)) {
        QStringList where;
        for (const auto& span : finding.where)
            where << toQt(code.text(span)).trimmed();
        remarks.push_back(
            {levelOf(finding.rule->level), where.join(QStringLiteral(", ")), toQt(finding.rule->sentence)});
    }
    for (const auto& flag : code.flags()) // its sentence names the place
        remarks.push_back({Level::Unclear, {}, toQt(flag.sentence)});
    std::stable_sort(remarks.begin(), remarks.end(),
                     [](const CodeRemark& a, const CodeRemark& b) { return a.level > b.level; });
    return remarks;
}

CodeRemarks::CodeRemarks(QWidget* parent)
    : QWidget(parent), m_icon(new QLabel), m_line(new QLabel), m_more(new QToolButton), m_all(new QLabel) {
    setObjectName("codeRemarks");
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 2);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    m_line->setTextFormat(Qt::PlainText);
    m_line->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // cut to what is there
    m_all->setTextFormat(Qt::PlainText);
    m_all->setWordWrap(true);
    m_all->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_all->hide();
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setArrowType(Qt::DownArrow);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setFixedSize(22, 20);
    m_more->setAccessibleName(tr("Show all remarks on the code"));
    m_more->setToolTip(m_more->accessibleName());
    grid->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    grid->addWidget(m_line, 0, 1);
    grid->addWidget(m_more, 0, 2, Qt::AlignVCenter);
    grid->addWidget(m_all, 1, 1, 1, 2);
    connect(m_more, &QToolButton::toggled, this, [this](bool on) {
        m_more->setArrowType(on ? Qt::UpArrow : Qt::DownArrow);
        layOut();
    });
    hide();
}

QString CodeRemarks::all() const {
    return m_all->text();
}

void CodeRemarks::show(const QString& code) {
    const auto remarks = remarksOn(code);
    QStringList lines;
    for (const CodeRemark& remark : remarks)
        lines << remark.line();
    const QString text = lines.join('\n');
    if (text == m_all->text())
        return;
    m_all->setText(text);
    m_summary.clear();
    if (!remarks.empty()) {
        const Level level = remarks.front().level;
        const auto count = std::count_if(remarks.begin(), remarks.end(),
                                         [level](const CodeRemark& r) { return r.level == level; });
        m_summary = counted(level, static_cast<int>(count), remarks.front().sentence);
        m_icon->setPixmap(themeIcon(iconOf(level)).pixmap(kIconSize, kIconSize));
    }
    setToolTip(text);
    setAccessibleName(text.isEmpty() ? QString() : tr("Remarks on the code"));
    setAccessibleDescription(text);
    m_line->setAccessibleName(m_summary);
    setVisible(!remarks.empty());
    layOut();
    emit changed();
}

void CodeRemarks::layOut() {
    const bool open = m_more->isChecked();
    m_all->setVisible(open);
    const QString cut = m_line->fontMetrics().elidedText(m_summary, Qt::ElideRight, m_line->width());
    m_line->setText(open ? tr("Remarks on the code") : cut); // opened, the sentence stands below in full
}

void CodeRemarks::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOut();
}

} // namespace mien::ui
