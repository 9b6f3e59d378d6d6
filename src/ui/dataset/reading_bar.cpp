// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/reading_bar.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

namespace mien::ui {
namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

void choose(QComboBox& box, const std::string& value) {
    box.setCurrentIndex(std::max(0, box.findData(QString::fromStdString(value))));
}

} // namespace

ReadingBar::ReadingBar(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 14, 8);
    row->setSpacing(8);
    m_layouts = add(tr("Layout"), tr("How the table is read; recognised by its columns unless you choose"));
    m_layouts->addItem(tr("recognised"), QString());
    for (const auto& layout : dataset::datasetLayouts()) {
        m_layouts->addItem(text(layout.dataset), text(layout.name));
        m_layouts->setItemData(m_layouts->count() - 1, text(layout.description), Qt::ToolTipRole);
    }
    m_bases = add(tr("First frame"), tr("What the table calls a film's first frame"));
    m_bases->addItem(tr("as the layout counts"), QStringLiteral("auto"));
    m_bases->addItem(tr("is 0"), QStringLiteral("0"));
    m_bases->addItem(tr("is 1"), QStringLiteral("1"));
    m_zeros = add(tr("Offset 0"), tr("What an offset of 0 after a later onset becomes: tables write it where "
                                     "the film ended before the expression did"));
    m_zeros->addItem(tr("is unknown"), QStringLiteral("unknown"));
    m_zeros->addItem(tr("is the apex"), QStringLiteral("apex"));
    row->addStretch(1);
    const auto tell = [this](QComboBox* box, void (ReadingBar::*chosen)(const QString&)) {
        connect(box, &QComboBox::activated, this,
                [this, box, chosen](int index) { emit(this->*chosen)(box->itemData(index).toString()); });
    };
    tell(m_layouts, &ReadingBar::layoutChosen);
    tell(m_bases, &ReadingBar::frameBaseChosen);
    tell(m_zeros, &ReadingBar::zeroOffsetChosen);
}

QComboBox* ReadingBar::add(const QString& name, const QString& tip) {
    auto* label = new QLabel(name);
    label->setProperty("faint", true);
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    label->setBuddy(box);
    auto* row = static_cast<QHBoxLayout*>(layout());
    if (row->count() > 0)
        row->addSpacing(12);
    row->addWidget(label);
    row->addWidget(box);
    return box;
}

void ReadingBar::show(const dataset::ImportOptions& options, const dataset::Dataset* read) {
    QString recognised = tr("recognised");
    if (read && options.layout.empty())
        if (const auto layout = dataset::datasetLayout(read->layout))
            recognised = tr("recognised: %1").arg(text((*layout)->dataset));
    m_layouts->setItemText(0, recognised);
    choose(*m_layouts, options.layout);
    choose(*m_bases, options.frameBase);
    choose(*m_zeros, options.zeroOffset);
    m_bases->setItemText(0, read && options.frameBase == "auto"
                                ? tr("as the layout counts: is %1").arg(read->report.frameBase)
                                : tr("as the layout counts"));
}

} // namespace mien::ui
