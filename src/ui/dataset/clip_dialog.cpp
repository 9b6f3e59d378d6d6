// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/clip_dialog.h"

#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace mien::ui {
namespace {

constexpr int kWidth = 620;
constexpr int kMostSide = 4096;

} // namespace

ClipDialog::ClipDialog(const ClipChoice& choice, QWidget* parent)
    : QDialog(parent), m_model(nullptr), m_prompts(nullptr), m_side(new QSpinBox), m_sentence(new QLabel) {
    setWindowTitle(tr("Model for CLIP-IQA"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(12);
    auto* about = new QLabel(
        tr("How much nearer a frame lies to “Good photo.” than to “Bad photo.” in the space of a CLIP model. "
           "Mien brings no such model; the manual says how to export these two files from one of yours."));
    about->setWordWrap(true);
    column->addWidget(about);
    auto* form = new QFormLayout;
    form->setVerticalSpacing(10);
    form->setHorizontalSpacing(14);
    m_model =
        addFile(form, tr("Image encoder"), tr("The image encoder alone, read by OpenCV (opset 13 or below)"),
                choice.model, tr("ONNX models (*.onnx);;All files (*)"));
    m_prompts =
        addFile(form, tr("Prompts"), tr("Two rows: the embedding of the good prompt, then of the bad one"),
                choice.prompts, tr("Arrays (*.npy);;All files (*)"));
    m_side->setRange(0, kMostSide);
    m_side->setSpecialValueText(tr("Any"));
    m_side->setSuffix(tr(" px"));
    m_side->setValue(choice.side);
    m_side->setAccessibleName(tr("Side of the pictures"));
    m_side->setToolTip(tr("Most encoders were exported for pictures of one size, such as 224 px"));
    m_side->setFixedWidth(110);
    form->addRow(tr("Side"), m_side);
    column->addLayout(form);
    m_sentence->setWordWrap(true);
    m_sentence->setProperty("faint", true);
    column->addWidget(m_sentence);
    auto* buttons = new QDialogButtonBox;
    auto* none = buttons->addButton(tr("Leave CLIP-IQA out"), QDialogButtonBox::ResetRole);
    none->setEnabled(choice.chosen());
    buttons->addButton(QDialogButtonBox::Cancel);
    m_use = buttons->addButton(tr("Use"), QDialogButtonBox::AcceptRole);
    m_use->setProperty("primary", true);
    m_use->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(none, &QPushButton::clicked, this, [this] {
        m_model->clear();
        m_prompts->clear();
        accept();
    });
    column->addWidget(buttons);
    setMinimumWidth(kWidth);
    refresh();
}

QLineEdit* ClipDialog::addFile(QFormLayout* form, const QString& name, const QString& tip,
                               const QString& path, const QString& filter) {
    auto* field = new QLineEdit(path);
    field->setAccessibleName(name);
    field->setToolTip(tip);
    field->setPlaceholderText(tip);
    connect(field, &QLineEdit::textChanged, this, &ClipDialog::refresh);
    auto* browse = new QPushButton(tr("Choose…"));
    browse->setAccessibleName(tr("Choose: %1").arg(name));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, [this, field, name, filter] {
        const QString chosen = QFileDialog::getOpenFileName(this, name, field->text(), filter);
        if (!chosen.isEmpty())
            field->setText(chosen);
    });
    auto* row = new QHBoxLayout;
    row->addWidget(field, 1);
    row->addWidget(browse);
    form->addRow(name, row);
    return field;
}

ClipChoice ClipDialog::choice() const {
    return {m_model->text().trimmed(), m_prompts->text().trimmed(), m_side->value()};
}

QString ClipDialog::sentence() const {
    const auto wanted = choice();
    if (wanted.model.isEmpty() || wanted.prompts.isEmpty())
        return tr("Choose both files.");
    for (const auto& path : {wanted.model, wanted.prompts})
        if (!QFileInfo(path).isFile())
            return tr("There is no such file: %1").arg(path);
    return {};
}

void ClipDialog::refresh() {
    if (m_prompts == nullptr)
        return; // the form is being made
    const QString lacking = sentence();
    m_sentence->setText(lacking.isEmpty() ? tr("Every 8th frame is scored; films are measured again.")
                                          : lacking);
    m_use->setEnabled(lacking.isEmpty());
}

} // namespace mien::ui
