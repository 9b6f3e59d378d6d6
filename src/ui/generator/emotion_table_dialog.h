// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/emotion_table.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QTableWidget;

namespace mien::ui {

/// The probabilities of action units by emotion as a table that can be edited; used at once, or saved as a
/// data file of its own.
class EmotionTableDialog : public QDialog {
    Q_OBJECT
public:
    explicit EmotionTableDialog(synthesis::EmotionTable table, QWidget* parent = nullptr);

    const synthesis::EmotionTable& table() const { return m_table; }
    QTableWidget& cells() { return *m_cells; }
    void load(const QString& nameOrFile);
    Result<void> save(const QString& path);

private:
    void fill();
    void edit(int row, int column);
    void say(const QString& text);

    synthesis::EmotionTable m_table;
    std::vector<int> m_units;                                ///< of the columns
    std::vector<std::pair<std::size_t, std::size_t>> m_rows; ///< emotion and variant
    QComboBox* m_source;
    QTableWidget* m_cells;
    QLabel* m_note;
    bool m_filling = false;
};

} // namespace mien::ui
