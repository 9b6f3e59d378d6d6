// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/emotion_table_dialog.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "ui/generator/words.h"

#include <nlohmann/json.hpp>

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

QString plain(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

EmotionTableDialog::EmotionTableDialog(synthesis::EmotionTable table, QWidget* parent)
    : QDialog(parent),
      m_table(std::move(table)),
      m_source(new QComboBox),
      m_cells(new QTableWidget),
      m_note(new QLabel) {
    setWindowTitle(tr("Emotion table"));
    resize(900, 460);
    auto* column = new QVBoxLayout(this);
    m_source->addItem(tr("Begin from another table…"));
    for (const auto name : synthesis::builtInEmotionTables())
        m_source->addItem(plain(name), plain(name));
    m_source->addItem(tr("A file…"));
    m_source->setAccessibleName(tr("Table to begin from"));
    m_source->setToolTip(tr("The tables that come with Mien, or one of your own"));
    connect(m_source, &QComboBox::activated, this, [this](int row) {
        if (row == 0)
            return;
        QString what = m_source->itemData(row).toString();
        if (what.isEmpty())
            what = QFileDialog::getOpenFileName(this, tr("Open emotion table"), {},
                                                tr("Emotion tables (*.json)"));
        m_source->setCurrentIndex(0);
        if (!what.isEmpty())
            load(what);
    });
    m_note->setWordWrap(true);
    m_note->setProperty("faint", true);
    m_cells->setAccessibleName(tr("Probability of each action unit by emotion"));
    m_cells->setAlternatingRowColors(true);
    auto* buttons = new QDialogButtonBox;
    auto* use = buttons->addButton(tr("Use in the model"), QDialogButtonBox::AcceptRole);
    use->setProperty("primary", true);
    auto* copy = buttons->addButton(tr("Save a copy…"), QDialogButtonBox::ActionRole);
    copy->setToolTip(tr("As a data file that the spec of a dataset can name"));
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this] {
        const QString path = QFileDialog::getSaveFileName(
            this, tr("Save a copy"), QStringLiteral("emotions.json"), tr("Emotion tables (*.json)"));
        if (path.isEmpty())
            return;
        const auto ok = save(path);
        say(ok ? tr("Saved as %1. Name it as \"emotion_table\" in a spec.").arg(path)
               : QString::fromStdString(ok.error().sentence()));
    });
    connect(m_cells, &QTableWidget::cellChanged, this, &EmotionTableDialog::edit);
    column->addWidget(m_source, 0, Qt::AlignLeft);
    column->addWidget(m_cells, 1);
    column->addWidget(m_note);
    column->addWidget(buttons);
    fill();
}

void EmotionTableDialog::say(const QString& text) {
    m_note->setText(text);
}

void EmotionTableDialog::load(const QString& nameOrFile) {
    auto table = synthesis::emotionTable(nameOrFile.toStdString());
    if (!table)
        return say(QString::fromStdString(table.error().sentence()));
    m_table = std::move(*table);
    fill();
}

void EmotionTableDialog::fill() {
    m_filling = true;
    m_units = m_table.units();
    m_rows.clear();
    m_cells->clear();
    m_cells->setColumnCount(static_cast<int>(m_units.size()) + 1);
    QStringList heads{tr("Weight")};
    for (const int unit : m_units)
        heads << QString::number(unit);
    m_cells->setHorizontalHeaderLabels(heads);
    for (std::size_t i = 0; i < m_units.size(); ++i)
        m_cells->horizontalHeaderItem(static_cast<int>(i) + 1)->setToolTip(unitText(m_units[i]));
    QStringList names;
    for (std::size_t e = 0; e < m_table.emotions.size(); ++e)
        for (std::size_t v = 0; v < m_table.emotions[e].variants.size(); ++v) {
            m_rows.emplace_back(e, v);
            names << (v == 0 ? emotionText(m_table.emotions[e].name) : QString());
        }
    m_cells->setRowCount(static_cast<int>(m_rows.size()));
    m_cells->setVerticalHeaderLabels(names);
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        const auto& variant = m_table.emotions[m_rows[r].first].variants[m_rows[r].second];
        const auto put = [&](int at, const QString& text) {
            auto* item = new QTableWidgetItem(text);
            item->setTextAlignment(Qt::AlignCenter);
            m_cells->setItem(static_cast<int>(r), at, item);
        };
        put(0, QString::number(variant.weight));
        for (std::size_t i = 0; i < m_units.size(); ++i) {
            const auto unit =
                std::find_if(variant.units.begin(), variant.units.end(),
                             [&](const synthesis::TableUnit& u) { return u.unit == m_units[i]; });
            put(static_cast<int>(i) + 1,
                unit == variant.units.end() ? QString() : QString::number(unit->probability));
        }
    }
    m_cells->horizontalHeader()->setDefaultSectionSize(44);
    m_cells->horizontalHeader()->resizeSection(0, 64);
    m_filling = false;
    say(tr("%1. Columns are action units; a cell is the probability that the unit shows, empty means never. "
           "Several "
           "rows of one emotion are ways to show it, drawn by weight.")
            .arg(plain(m_table.source)));
}

void EmotionTableDialog::edit(int row, int column) {
    if (m_filling)
        return;
    const QString text = m_cells->item(row, column)->text().trimmed();
    bool number = false;
    const double value = text.toDouble(&number);
    auto edited = m_table; // keeps what the cell refuses out
    auto& target = edited.emotions[m_rows[static_cast<std::size_t>(row)].first]
                       .variants[m_rows[static_cast<std::size_t>(row)].second];
    if (column == 0) {
        if (number)
            target.weight = value;
    } else {
        const int unit = m_units[static_cast<std::size_t>(column) - 1];
        const auto at = std::find_if(target.units.begin(), target.units.end(),
                                     [unit](const synthesis::TableUnit& u) { return u.unit == unit; });
        if (text.isEmpty()) {
            if (at != target.units.end())
                target.units.erase(at);
        } else if (at != target.units.end()) {
            at->probability = value;
        } else {
            target.units.push_back({unit, value, synthesis::SideRule::Both, {}});
        }
    }
    const bool reads = number || (column > 0 && text.isEmpty());
    auto checked = reads ? synthesis::emotionTableFromJson(synthesis::toJson(edited))
                         : Result<synthesis::EmotionTable>(fail(
                               ErrorCode::InvalidArgument, tr("“%1” is no number.").arg(text).toStdString()));
    if (checked) {
        m_table = std::move(*checked);
        return say(tr("Changed; “Use in the model” takes it over."));
    }
    fill(); // the cell as it was
    say(QString::fromStdString(checked.error().message));
}

Result<void> EmotionTableDialog::save(const QString& path) {
    return writeFileAtomically(path.toStdString(), jsonText(synthesis::toJson(m_table), 2) + "\n");
}

} // namespace mien::ui
