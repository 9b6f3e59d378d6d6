// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/generator/face_choice.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace mien::ui {

class Settings;

/// Whose face the panel shows: the portrait that comes with Mien, a picture, or a person of a face rig.
class FaceChooser : public QWidget {
    Q_OBJECT
public:
    explicit FaceChooser(Settings& settings, QWidget* parent = nullptr);

    const FaceChoice& face() const { return m_face; }
    /// Adds it to the list where it is not there yet.
    void choose(const FaceChoice& face);
    /// A folder is taken for a rig, a file for a picture or a film.
    void choosePath(const QString& path);
    void askForPicture();
    void askForRig();

signals:
    void chosen(const mien::ui::FaceChoice& face);

private:
    void activate(int row);
    int rowOf(const FaceChoice& face) const;

    Settings& m_settings;
    QComboBox* m_list;
    QLabel* m_personLabel;
    QSpinBox* m_person;
    std::vector<FaceChoice> m_faces;
    FaceChoice m_face;
};

} // namespace mien::ui
