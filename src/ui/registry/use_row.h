// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;

namespace mien::ui {

class ModelShelf;
class ProjectDocument;

/// Puts a spotter in use, in this project or by default. A model that was retrained stays out of both until a
/// comparison on people whom neither knew says that it is better, or the user insists.
class UseRow : public QWidget {
    Q_OBJECT
public:
    UseRow(ModelShelf& shelf, ProjectDocument& document, QWidget* parent = nullptr);

    void setModel(const QString& key); ///< "rules", "shipped", or the folder of a model
    void refresh();

private:
    ModelShelf& m_shelf;
    ProjectDocument& m_document;
    QString m_key;
    QPushButton *m_use, *m_default;
    QCheckBox* m_insist;
    QLabel* m_why;
};

} // namespace mien::ui
