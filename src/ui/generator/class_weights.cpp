// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/class_weights.h"

#include "ui/generator/spec_document.h"
#include "ui/generator/spec_fields.h"
#include "ui/generator/words.h"

#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace mien::ui {

using namespace spec_fields;

namespace {

const std::array<std::string, 3> kSections{"/class_weights", "/class_weights_in/train",
                                           "/class_weights_in/test"};
constexpr int kRowHeight = 24, kMostShown = 8, kWidth = 342, kWeightWidth = 76;

/// Of a JSON pointer (RFC 6901).
std::string pathOf(const std::string& section, const std::string& emotion) {
    std::string out = section + '/';
    for (const char c : emotion)
        out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
    return out;
}

} // namespace

ClassWeights::ClassWeights(SpecDocument& spec, QWidget* parent)
    : QWidget(parent), m_spec(spec), m_table(new QTableWidget) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(4);
    auto* label = new QLabel(tr("Class weights"));
    label->setProperty("faint", true);
    label->setBuddy(m_table);
    const QString tip =
        tr("How often each emotion is drawn beside the others; empty is 1. Weights of one part alone "
           "plant an imbalance and need “and each: nothing more”.");
    label->setToolTip(tip);
    column->addWidget(label);
    m_table->setAccessibleName(tr("Class weights"));
    m_table->setAccessibleDescription(tip);
    m_table->setToolTip(tip);
    m_table->setColumnCount(static_cast<int>(kSections.size()));
    m_table->setHorizontalHeaderLabels({tr("all"), tr("training"), tr("testing")});
    m_table->horizontalHeader()->setProperty("padded", true);
    m_table->horizontalHeader()->setHighlightSections(false);
    for (int i = 0; i < m_table->columnCount(); ++i)
        m_table->setColumnWidth(i, kWeightWidth);
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->verticalHeader()->setProperty("padded", true);
    m_table->verticalHeader()->setHighlightSections(false);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->setFixedWidth(kWidth);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_table, &QTableWidget::cellChanged, this, &ClassWeights::write);
    column->addWidget(m_table);
    refresh();
}

void ClassWeights::write(int row, int column) {
    if (m_filling)
        return;
    const auto* item = m_table->item(row, column);
    const auto section = kSections[static_cast<std::size_t>(column)];
    const auto at = pathOf(section, item->data(Qt::UserRole).toString().toStdString());
    bool isNumber = false;
    const double weight = item->text().trimmed().toDouble(&isNumber);
    if (item->text().trimmed().isEmpty()) {
        m_spec.set(at, nullptr);
        for (auto empty = section; empty.size() > 1; empty = empty.substr(0, empty.rfind('/')))
            if (const auto* left = m_spec.value(empty); left != nullptr && left->is_object() && left->empty())
                m_spec.set(empty, nullptr);
    } else if (isNumber && weight >= 0.0) {
        m_spec.set(at, numberJson(weight, weight == std::round(weight) ? 0 : 4));
    }
    refresh(); // what is no weight goes back to what it was
}

void ClassWeights::refresh() {
    const bool wasFilling = std::exchange(m_filling, true);
    const auto emotions = m_spec.emotions();
    m_table->setRowCount(static_cast<int>(emotions.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto& emotion = emotions[static_cast<std::size_t>(row)];
        const QString name = emotionText(emotion);
        m_table->setVerticalHeaderItem(row, new QTableWidgetItem(name));
        for (int i = 0; i < m_table->columnCount(); ++i) {
            auto* item = m_table->item(row, i);
            if (item == nullptr) {
                item = new QTableWidgetItem;
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
                m_table->setItem(row, i, item);
            }
            item->setData(Qt::UserRole, QString::fromStdString(emotion));
            item->setText(textOf(m_spec.value(pathOf(kSections[static_cast<std::size_t>(i)], emotion)), {}));
            item->setData(Qt::AccessibleTextRole,
                          tr("%1, %2").arg(name, m_table->horizontalHeaderItem(i)->text()));
        }
    }
    m_table->setFixedHeight(std::min(m_table->rowCount(), kMostShown) * kRowHeight +
                            m_table->horizontalHeader()->sizeHint().height() + 4);
    m_filling = wasFilling;
}

} // namespace mien::ui
