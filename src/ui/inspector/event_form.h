// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/inspector/handle_row.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace mien::ui {

class CodeRemarks;

/// The fields of one event. Shows what it is given and says what a person made of it; writes nothing itself.
class EventForm : public QWidget {
    Q_OBJECT
public:
    explicit EventForm(QWidget* parent = nullptr);

    void show(const annotation::ExpressionEvent& event, const FilmTiming& timing);
    void setEditable(bool editable);

signals:
    void edited(const mien::annotation::ExpressionEvent& after, const QString& name);
    void handleEdited(mien::ui::Handle handle, mien::FrameIndex frame);
    void visited(mien::FrameIndex frame);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeChoices();
    void connectAll();
    void flush(); ///< hands on a note that is being typed
    annotation::ExpressionEvent m_shown;
    std::array<HandleRow*, 3> m_handles{};
    QLineEdit* m_code;
    CodeRemarks* m_remarks;
    QComboBox* m_type;
    QComboBox* m_intensity;
    QComboBox* m_side;
    QSpinBox* m_confidence;
    QPlainTextEdit* m_note;
    QTimer m_noteTimer;
    QTimer m_codeTimer;
};

} // namespace mien::ui
