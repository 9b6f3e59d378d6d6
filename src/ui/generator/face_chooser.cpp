// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/face_chooser.h"

#include "ui/settings/settings.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace mien::ui {
namespace {

constexpr int kPicture = -1, kRig = -2;

FaceChoice asRig(const QString& folder, int person) {
    return {"rig", folder.toStdString(), 0, static_cast<std::uint64_t>(person)};
}

} // namespace

FaceChooser::FaceChooser(Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_list(new QComboBox),
      m_personLabel(new QLabel(tr("Person"))),
      m_person(new QSpinBox) {
    m_list->setAccessibleName(tr("Face"));
    m_list->setToolTip(tr("Whose face moves: a portrait of yours, or a person of a face rig"));
    m_list->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_list->setMinimumContentsLength(16);
    m_person->setRange(1, 999'999);
    m_person->setAccessibleName(tr("Person of the rig"));
    m_person->setToolTip(tr("Every number is another invented person: face, skin, hair and light"));
    m_personLabel->setBuddy(m_person);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 3, 10, 3);
    row->addWidget(m_personLabel);
    row->addWidget(m_person);
    row->addWidget(m_list);
    if (const auto demo = demoPortrait(); !demo.isEmpty()) {
        m_faces.push_back({"warp", demo.toStdString(), 0, 1});
        m_list->addItem(tr("Demonstration portrait"), 0);
    }
    m_list->insertSeparator(m_list->count());
    m_list->addItem(tr("Picture or film…"), kPicture);
    m_list->addItem(tr("Face rig…"), kRig);
    m_list->setCurrentIndex(m_faces.empty() ? -1 : 0);
    m_list->setPlaceholderText(tr("Choose a face…"));
    m_face = m_faces.empty() ? FaceChoice{} : m_faces.front();
    m_person->hide();
    m_personLabel->hide();
    connect(m_list, &QComboBox::activated, this, &FaceChooser::activate);
    connect(m_person, &QSpinBox::valueChanged, this, [this](int person) {
        auto face = m_face;
        face.identity = static_cast<std::uint64_t>(person);
        choose(face);
    });
}

int FaceChooser::rowOf(const FaceChoice& face) const {
    for (std::size_t i = 0; i < m_faces.size(); ++i)
        if (m_faces[i].generator == face.generator && m_faces[i].source == face.source)
            return static_cast<int>(i);
    return -1;
}

void FaceChooser::choose(const FaceChoice& face) {
    int row = rowOf(face);
    if (row < 0 && !face.empty()) {
        row = static_cast<int>(m_faces.size());
        m_faces.push_back(face);
        const QFileInfo file(QString::fromStdString(face.source.string()));
        m_list->insertItem(row, face.generator == "rig" ? tr("Rig %1").arg(file.fileName()) : file.fileName(),
                           row);
        m_list->setItemData(row, file.absoluteFilePath(), Qt::ToolTipRole);
    }
    if (row >= 0)
        m_faces[static_cast<std::size_t>(row)] = face;
    m_list->setCurrentIndex(row);
    const bool rig = face.generator == "rig";
    m_person->setVisible(rig);
    m_personLabel->setVisible(rig);
    {
        const QSignalBlocker quiet(m_person);
        m_person->setValue(static_cast<int>(face.identity));
    }
    if (face == m_face)
        return;
    m_face = face;
    emit chosen(m_face);
}

void FaceChooser::choosePath(const QString& path) {
    m_settings.setLastFolder(QFileInfo(path).absolutePath());
    if (QFileInfo(path).isDir())
        choose(asRig(path, 1));
    else
        choose({"warp", path.toStdString(), 0, 1});
}

void FaceChooser::activate(int row) {
    const int what = m_list->itemData(row).toInt();
    if (what >= 0)
        return choose(m_faces[static_cast<std::size_t>(what)]);
    m_list->setCurrentIndex(rowOf(m_face)); // until something else is chosen
    if (what == kPicture)
        askForPicture();
    else
        askForRig();
}

void FaceChooser::askForPicture() {
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Picture or film of a face"), m_settings.lastFolder(),
        tr("Pictures and films (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp *.mp4 *.mov *.avi *.mkv);;All "
           "files (*)"));
    if (!path.isEmpty())
        choosePath(path);
}

void FaceChooser::askForRig() {
    const QString path = QFileDialog::getExistingDirectory(
        this, tr("Folder of a face rig (.npz, .obj, vertex_indices.json)"), m_settings.lastFolder());
    if (!path.isEmpty())
        choosePath(path);
}

} // namespace mien::ui
