// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of ExternalPage.
#include "core/synthesis/emotion_table.h"
#include "ui/generator/external_page.h"
#include "ui/generator/making_rows.h"
#include "ui/generator/words.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>

namespace mien::ui {
namespace {

constexpr int kSettleMs = 200;
constexpr int kSideWidth = 380, kFieldWidth = 330, kShortWidth = 150;

QLabel* heading(const QString& text) {
    auto* label = new QLabel(text);
    label->setProperty("heading", true);
    label->setContentsMargins(0, 10, 0, 2);
    return label;
}

QSpinBox* number(int least, int most, int usual, int step = 1) {
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setValue(usual);
    box->setFixedWidth(kShortWidth);
    return box;
}

} // namespace

ExternalPage::ExternalPage(Settings& settings, JobList& jobs, QString cacheFolder, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_cacheFolder(std::move(cacheFolder)),
      m_kind(new QComboBox),
      m_server(new QLineEdit(QStringLiteral("http://127.0.0.1:8188"))),
      m_workflow(new QLineEdit),
      m_command(new QLineEdit),
      m_check(new QPushButton(tr("Check"))),
      m_modelState(new QLabel),
      m_portrait(new QLabel),
      m_emotion(new QComboBox),
      m_units(new QLineEdit),
      m_type(new QComboBox),
      m_count(number(1, 100'000, 1)),
      m_attempts(number(1, 1000, 3)),
      m_frames(number(9, 100'000, 161, 8)),
      m_size(number(64, 4096, 256, 32)),
      m_seed(number(0, 999'999'999, 1)),
      m_verdict(new QLabel),
      m_prompt(new QPlainTextEdit),
      m_rows(new MakingRows(settings, tr("Folder of the films"))) {
    setAccessibleName(tr("Films from a model on this machine"));
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettleMs);
    connect(&m_soon, &QTimer::timeout, this, &ExternalPage::plan);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(makeForm());
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(scroll, 1);
    row->addWidget(makeSide());
    setFace(m_face);
    modelChanged();
}

QWidget* ExternalPage::addRow(QFormLayout* form, const QString& name, const QString& tip, QWidget* field) {
    auto* label = new QLabel(name);
    label->setProperty("faint", true);
    label->setMinimumWidth(120);
    label->setToolTip(tip);
    label->setBuddy(field);
    field->setToolTip(tip);
    field->setAccessibleName(name);
    field->setAccessibleDescription(tip);
    if (field->minimumWidth() != field->maximumWidth())
        field->setFixedWidth(kFieldWidth);
    form->addRow(label, field);
    return field;
}

QWidget* ExternalPage::makeForm() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(18, 8, 18, 18);
    column->setSpacing(4);
    const auto section = [&](const QString& title) {
        column->addWidget(heading(title));
        auto* form = new QFormLayout;
        form->setHorizontalSpacing(12);
        form->setVerticalSpacing(6);
        form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
        column->addLayout(form);
        return form;
    };
    auto* model = section(tr("Image-to-video model"));
    m_kind->addItem(tr("a ComfyUI server on this machine"));
    m_kind->addItem(tr("a program"));
    addRow(model, tr("Runs as"), tr("Mien brings no model. Faces are handed to this machine alone."), m_kind);
    addRow(model, tr("Server"), tr("Address of this machine: 127.0.0.1, ::1 or localhost, and a port"),
           m_server);
    m_workflow->setPlaceholderText(tr("the one for LTX-Video that is built in"));
    addRow(model, tr("Workflow"), tr("A file in ComfyUI’s API format with placeholders; may be empty"),
           m_workflow);
    m_command->setPlaceholderText(QStringLiteral("sd-cli -M vid_gen -i {image} -p {prompt} … -o {out}.webm"));
    addRow(
        model, tr("Command"),
        tr("A program and its arguments; {image}, {prompt} and {out} are needed, {negative} {frames} {width} "
           "{height} {fps} {seed} may stand in it. No shell reads them."),
        m_command);
    m_check->setFixedWidth(kShortWidth);
    addRow(model, QString(), tr("Asks whether the model is there. No picture is handed over."), m_check);
    m_check->setAccessibleName(tr("Check the model"));
    m_modelState->setWordWrap(true);
    m_modelState->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_modelState->setFixedWidth(kFieldWidth + 132);
    m_modelState->setMinimumHeight(2 * fontMetrics().height());
    m_modelState->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    model->addRow(m_modelState);
    const auto show = [this, model] {
        const bool server = m_kind->currentIndex() == 0;
        for (QWidget* field : std::initializer_list<QWidget*>{m_server, m_workflow, m_command}) {
            field->setVisible((field == m_command) != server);
            model->labelForField(field)->setVisible((field == m_command) != server);
        }
    };
    show();
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this, show] {
        show();
        modelChanged();
    });
    for (auto* line : {m_server, m_workflow, m_command}) {
        connect(line, &QLineEdit::textChanged, this, &ExternalPage::modelChanged);
        connect(line, &QLineEdit::returnPressed, this, &ExternalPage::check);
    }
    connect(m_check, &QPushButton::clicked, this, &ExternalPage::check);

    auto* what = section(tr("What it is asked for"));
    m_portrait->setWordWrap(true);
    addRow(what, tr("Portrait"), tr("What the films begin with: the face chosen above"), m_portrait);
    m_emotion->addItem(tr("all of the table, in turn"));
    if (const auto table = synthesis::emotionTable("mie-x"))
        for (const auto& emotion : table->emotions)
            m_emotion->addItem(emotionText(emotion.name), QString::fromStdString(emotion.name));
    addRow(what, tr("Emotion"), tr("Action units are drawn for it, unless they are given"), m_emotion);
    m_units->setPlaceholderText(tr("drawn for the emotion"));
    addRow(what, tr("Action units"), tr("For example 1A+L15D"), m_units);
    m_type->addItem(tr("micro-expression"), "micro");
    m_type->addItem(tr("macro-expression"), "macro");
    m_type->addItem(tr("either"), "any");
    m_type->setFixedWidth(kShortWidth);
    addRow(what, tr("Type"), tr("Films whose expression lasts otherwise are refused"), m_type);
    addRow(what, tr("Clips"), tr("How many clips are wanted"), m_count);
    addRow(what, tr("Attempts"), tr("Films asked for before a clip is given up"), m_attempts);
    addRow(what, tr("Frames"), tr("LTX-Video wants 8n + 1"), m_frames);
    addRow(what, tr("Size"), tr("Width and height in pixels; LTX-Video wants multiples of 32"), m_size);
    addRow(what, tr("Seed"), tr("Of what is drawn and of the model’s noise"), m_seed);
    for (auto* box_ : {m_count, m_attempts, m_frames, m_size, m_seed})
        connect(box_, &QSpinBox::valueChanged, this, &ExternalPage::planSoon);
    for (auto* combo : {m_emotion, m_type})
        connect(combo, &QComboBox::currentIndexChanged, this, &ExternalPage::planSoon);
    connect(m_units, &QLineEdit::textChanged, this, &ExternalPage::planSoon);
    column->addStretch(1);
    return box;
}

QWidget* ExternalPage::makeSide() {
    auto* side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(18, 16, 18, 18);
    column->setSpacing(8);
    QFont large = font();
    large.setWeight(QFont::DemiBold);
    m_verdict->setFont(large);
    m_verdict->setWordWrap(true);
    column->addWidget(m_verdict);
    m_prompt->setReadOnly(true);
    m_prompt->setProperty("field", true);
    m_prompt->setTabChangesFocus(true);
    m_prompt->setAccessibleName(tr("What the model is told"));
    column->addWidget(m_prompt, 1);
    connect(m_rows, &MakingRows::folderChanged, this, &ExternalPage::updateButtons);
    connect(m_rows, &MakingRows::generateAsked, this, &ExternalPage::generate);
    connect(m_rows, &MakingRows::linkActivated, this,
            [this](const QString& link) { emit openAsked(link.mid(6)); });
    column->addWidget(m_rows);
    return side;
}

} // namespace mien::ui
