// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QTableWidget;

namespace mien::ui {

class SpecDocument;

/// How often each emotion is elicited beside the others: everywhere, or in training or testing alone, which
/// is a planted imbalance.
class ClassWeights : public QWidget {
    Q_OBJECT
public:
    explicit ClassWeights(SpecDocument& spec, QWidget* parent = nullptr);
    void refresh(); ///< from the spec
    QTableWidget& table() { return *m_table; }

private:
    void write(int row, int column);

    SpecDocument& m_spec;
    bool m_filling = false;
    QTableWidget* m_table;
};

} // namespace mien::ui
