// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inspector/event_form.h"

#include "ui/inspector/code_remarks.h"
#include "ui/models/describe.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace mien::ui {
namespace {

constexpr int kNotePauseMs = 300; // a note is kept when typing rests
constexpr int kCodePauseMs = 250; // a half-typed code is not judged at every key

template <class T>
void addChoice(QComboBox* box, T value, const QString& text) {
    box->addItem(text, static_cast<int>(value));
}

} // namespace

EventForm::EventForm(QWidget* parent)
    : QWidget(parent),
      m_code(new QLineEdit),
      m_remarks(new CodeRemarks),
      m_type(new QComboBox),
      m_intensity(new QComboBox),
      m_side(new QComboBox),
      m_confidence(new QSpinBox),
      m_note(new QPlainTextEdit) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(5);
    auto* handles = new QGridLayout;
    handles->setHorizontalSpacing(8);
    handles->setVerticalSpacing(1);
    for (int i = 0; i < 3; ++i)
        m_handles[static_cast<std::size_t>(i)] = new HandleRow(static_cast<Handle>(i), handles, i, this);
    column->addLayout(handles);
    // Two columns of label and field, so that a whole event is seen at once on a small screen.
    auto* fields = new QGridLayout;
    fields->setHorizontalSpacing(6);
    fields->setVerticalSpacing(4);
    fields->setColumnStretch(1, 1);
    fields->setColumnStretch(3, 1);
    const auto add = [fields](const QString& name, QWidget* field, int row, int at, int span = 1) {
        auto* label = new QLabel(name);
        label->setBuddy(field);
        fields->addWidget(label, row, at);
        fields->addWidget(field, row, at + 1, 1, span);
    };
    add(tr("AUs", "short for action units"), m_code, 0, 0);
    add(tr("Sure", "confidence in per cent, short"), m_confidence, 0, 2);
    fields->addWidget(m_remarks, 1, 0, 1, 4);
    add(tr("Type"), m_type, 2, 0);
    add(tr("Side"), m_side, 2, 2);
    add(tr("Int.", "short for intensity"), m_intensity, 3, 0, 3);
    column->addLayout(fields);
    column->addWidget(m_note);
    m_code->setAccessibleName(tr("Action units"));
    m_code->setPlaceholderText(tr("e.g. R12B+25"));
    m_code->setMaxLength(200);
    for (QComboBox* box : {m_type, m_intensity, m_side}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
    }
    m_type->setAccessibleName(tr("Type"));
    m_intensity->setAccessibleName(tr("Intensity"));
    m_side->setAccessibleName(tr("Side of the face, the subject's own"));
    m_side->setToolTip(tr("The subject's own left and right"));
    m_confidence->setAccessibleName(tr("Confidence in per cent"));
    m_confidence->setRange(0, 100);
    m_confidence->setSingleStep(5);
    m_confidence->setSuffix(tr(" %"));
    m_confidence->setKeyboardTracking(false);
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setProperty("field", true);
    m_note->setPlaceholderText(tr("Note"));
    m_note->setFixedHeight(fontMetrics().lineSpacing() * 2 + 9);
    m_noteTimer.setSingleShot(true);
    m_noteTimer.setInterval(kNotePauseMs);
    m_codeTimer.setSingleShot(true);
    m_codeTimer.setInterval(kCodePauseMs);
    makeChoices();
    connectAll();
}

void EventForm::makeChoices() {
    using namespace annotation;
    for (const auto type : {ExpressionType::Micro, ExpressionType::Macro})
        addChoice(m_type, type, typeText(type));
    for (const auto side : {Side::Bilateral, Side::Left, Side::Right, Side::Asymmetric})
        addChoice(m_side, side, sideText(side));
    for (int i = 0; i <= static_cast<int>(Intensity::E); ++i)
        addChoice(m_intensity, static_cast<Intensity>(i), intensityText(static_cast<Intensity>(i)));
}

void EventForm::connectAll() {
    for (HandleRow* row : m_handles) {
        connect(row, &HandleRow::edited, this, &EventForm::handleEdited);
        connect(row, &HandleRow::visited, this, &EventForm::visited);
    }
    connect(m_code, &QLineEdit::textEdited, this, [this] { m_codeTimer.start(); });
    connect(&m_codeTimer, &QTimer::timeout, this, [this] { m_remarks->show(m_code->text()); });
    // Screen readers say it with the field.
    connect(m_remarks, &CodeRemarks::changed, m_code,
            [this] { m_code->setAccessibleDescription(m_remarks->all()); });
    connect(m_code, &QLineEdit::editingFinished, this, [this] {
        auto after = m_shown;
        after.actionUnits = m_code->text().trimmed().toStdString();
        if (after != m_shown)
            emit edited(after, tr("Set action units"));
    });
    connect(m_type, &QComboBox::activated, this, [this](int index) {
        auto after = m_shown;
        after.type = static_cast<annotation::ExpressionType>(m_type->itemData(index).toInt());
        emit edited(after, tr("Set type"));
    });
    connect(m_intensity, &QComboBox::activated, this, [this](int index) {
        auto after = m_shown;
        after.intensity = static_cast<annotation::Intensity>(m_intensity->itemData(index).toInt());
        emit edited(after, tr("Set intensity"));
    });
    connect(m_side, &QComboBox::activated, this, [this](int index) {
        auto after = m_shown;
        after.side = static_cast<annotation::Side>(m_side->itemData(index).toInt());
        emit edited(after, tr("Set side"));
    });
    connect(m_confidence, &QSpinBox::valueChanged, this, [this](int percent) {
        auto after = m_shown;
        after.confidence = percent / 100.0;
        emit edited(after, tr("Set confidence"));
    });
    connect(m_note, &QPlainTextEdit::textChanged, this, [this] { m_noteTimer.start(); });
    connect(&m_noteTimer, &QTimer::timeout, this, &EventForm::flush);
    m_note->installEventFilter(this);
}

bool EventForm::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_note && event->type() == QEvent::FocusOut)
        flush();
    return QWidget::eventFilter(watched, event);
}

void EventForm::flush() {
    m_noteTimer.stop();
    auto after = m_shown;
    after.note = m_note->toPlainText().toStdString();
    if (after != m_shown)
        emit edited(after, tr("Write note"));
}

void EventForm::show(const annotation::ExpressionEvent& event, const FilmTiming& timing) {
    m_shown = event;
    m_handles[0]->show(event.onset, timing);
    m_handles[1]->show(event.apex, timing);
    m_handles[2]->show(event.offset, timing);
    const QSignalBlocker quietNote(m_note);
    const QSignalBlocker quietConfidence(m_confidence);
    const QString code = QString::fromStdString(event.actionUnits);
    if (m_code->text() != code) {
        m_code->setText(code);
        m_code->setCursorPosition(0); // a long code shows its beginning
    }
    m_codeTimer.stop();
    m_remarks->show(code);
    m_type->setCurrentIndex(m_type->findData(static_cast<int>(event.type)));
    m_intensity->setCurrentIndex(m_intensity->findData(static_cast<int>(event.intensity)));
    m_side->setCurrentIndex(m_side->findData(static_cast<int>(event.side)));
    m_confidence->setValue(qRound(event.confidence * 100.0));
    const QString note = QString::fromStdString(event.note);
    if (m_note->toPlainText() != note) {
        m_noteTimer.stop();
        m_note->setPlainText(note);
    }
}

void EventForm::setEditable(bool editable) {
    for (HandleRow* row : m_handles)
        row->setEditable(editable);
    m_code->setReadOnly(!editable);
    m_note->setReadOnly(!editable);
    m_confidence->setReadOnly(!editable);
    for (QComboBox* box : {m_type, m_intensity, m_side})
        box->setEnabled(editable);
}

} // namespace mien::ui
