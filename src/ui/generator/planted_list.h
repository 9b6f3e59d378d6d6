// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QListWidget;
class QPushButton;

namespace mien::ui {

class SpecDocument;

/// The links that a spec plants: something that should mean nothing follows one class. Each can be added,
/// changed and taken away; what a link has besides stays as it is.
class PlantedList : public QWidget {
    Q_OBJECT
public:
    explicit PlantedList(SpecDocument& spec, QWidget* parent = nullptr);

    void add(const QString& kind); ///< "light" | "camera" | "duration" | "unit"
    void removeCurrent();
    void refresh(); ///< from the spec
    QListWidget& list() { return *m_list; }

private:
    using Json = nlohmann::ordered_json;
    void makeFields();
    const Json* links() const;
    const Json* current() const;
    void write(const char* key, const Json& value);
    void showCurrent();
    QString summaryOf(const Json& link) const;

    SpecDocument& m_spec;
    bool m_filling = false;
    QListWidget* m_list;
    QPushButton* m_remove;
    QWidget* m_fields;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QComboBox* m_class;
    QDoubleSpinBox* m_strength;
    QDoubleSpinBox* m_unit;
    QDoubleSpinBox* m_factor;
    QComboBox* m_where;
};

} // namespace mien::ui
