// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/generator/face_choice.h"

#include <nlohmann/json.hpp>

#include <QWidget>

#include <functional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QSpinBox;
class QStackedWidget;

namespace mien::ui {

class Settings;
class SpecDocument;

/// Every common field of a dataset's spec, with what it means. Fields that it does not show stay as they are.
class SpecForm : public QWidget {
    Q_OBJECT
public:
    SpecForm(Settings& settings, SpecDocument& spec, QWidget* parent = nullptr);

    void setFace(const FaceChoice& face); ///< whom "the face above" means

private:
    struct Words {
        QString label, tip;
    };
    QFormLayout* section(QWidget* column, const QString& title);
    void addNumber(QFormLayout* form, const std::string& at, const Words& words, double least, double most,
                   double usual, int decimals, const QString& suffix = {});
    void addRange(QFormLayout* form, const std::string& at, const Words& words, double least, double most,
                  std::pair<double, double> usual, int decimals);
    void addText(QFormLayout* form, const std::string& at, const Words& words, const QString& usual);
    void addChoice(QFormLayout* form, const std::string& at, const Words& words,
                   const std::vector<std::pair<QString, QString>>& choices, bool firstIsNone = false);
    void addRow(QFormLayout* form, const Words& words, QWidget* field);
    void makePeople(QWidget* column);
    void makeEmotions(QWidget* column);
    void choosePeople(int kind);
    void writePeople();
    void readPeople();
    void refresh();

    Settings& m_settings;
    SpecDocument& m_spec;
    FaceChoice m_face;
    std::vector<std::function<void()>> m_refresh;
    bool m_filling = false;

    QComboBox* m_who;
    QStackedWidget* m_whoPages;
    QLabel* m_listed;
    QLineEdit* m_folder;
    QLineEdit* m_table;
    QLineEdit* m_rig;
    QSpinBox* m_count;
    QSpinBox* m_first;
    QListWidget* m_emotions;
    nlohmann::ordered_json m_keptPeople; ///< a list that another choice took the place of
};

} // namespace mien::ui
