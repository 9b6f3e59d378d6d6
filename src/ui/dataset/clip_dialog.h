// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace mien::ui {

/// The files that CLIP-IQA is measured with; both empty: it is left out.
struct ClipChoice {
    QString model;   ///< image encoder, ONNX
    QString prompts; ///< .npy, embeddings of the good prompt and of the bad one
    int side = 0;    ///< pictures are scaled to a square of this side; 0: as they are

    bool chosen() const { return !model.isEmpty(); }
    friend bool operator==(const ClipChoice&, const ClipChoice&) = default;
};

/// Asks for the files of a CLIP model. Whether they are of their kind is found out when films are measured.
class ClipDialog : public QDialog {
    Q_OBJECT
public:
    explicit ClipDialog(const ClipChoice& choice, QWidget* parent = nullptr);

    ClipChoice choice() const;
    /// What is lacking, in a sentence; empty where the choice can be used.
    QString sentence() const;

private:
    QLineEdit* addFile(QFormLayout* form, const QString& name, const QString& tip, const QString& path,
                       const QString& filter);
    void refresh();

    QLineEdit* m_model;
    QLineEdit* m_prompts;
    QSpinBox* m_side;
    QLabel* m_sentence;
    QPushButton* m_use;
};

} // namespace mien::ui
