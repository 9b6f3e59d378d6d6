// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace mien::ui {

class ModelState;

/// What is known of one node, and fields to set its value by do().
class InterventionEditor : public QWidget {
    Q_OBJECT
public:
    explicit InterventionEditor(ModelState& model, QWidget* parent = nullptr);
    void setNode(const std::string& node);
    void say(const QString& problem);

private:
    void rebuild();
    void describe();
    void addField();
    template <class Change>
    void apply(Change change);

    ModelState& m_model;
    std::string m_node = "units";
    QLabel* m_title;
    QLabel* m_hint;
    QLabel* m_noise;
    QLabel* m_problem;
    QWidget* m_place;
    QPushButton* m_fix;
    bool m_applying = false;
};

} // namespace mien::ui
