// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/emotion_table.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace mien::ui {

class LevelSlider;

/// A slider for every action unit of a generator, with its side; and the same as a FACS code that can be
/// typed.
class UnitPanel : public QWidget {
    Q_OBJECT
public:
    explicit UnitPanel(QWidget* parent = nullptr);

    /// The units that this generator shows; values of units it shares with the last one stay.
    void setGenerator(const std::string& name);
    /// Units that the generator lacks are left out.
    void setUnits(const std::vector<synthesis::UnitState>& units);
    std::vector<synthesis::UnitState> units() const; ///< those that act, in order of number
    void setCode(const QString& code);
    /// The prototype of an emotion as the table has it: every unit that is at least as likely as not.
    void setEmotion(const QString& name);

signals:
    void changed();

private:
    struct Row {
        int number = 0;
        QWidget* widget = nullptr;
        QToolButton* right = nullptr;
        QToolButton* left = nullptr;
        LevelSlider* slider = nullptr;
    };
    Row makeRow(int number);
    void addHeading(const QString& text);
    void follow();
    static annotation::Side sideOf(const Row& row);

    QLineEdit* m_code;
    QLabel* m_problem;
    QComboBox* m_emotions;
    QWidget* m_list;
    QVBoxLayout* m_column;
    std::vector<Row> m_rows;
    std::string m_generator;
    synthesis::EmotionTable m_table;
    bool m_filling = false;
};

} // namespace mien::ui
