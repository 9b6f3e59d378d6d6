// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/external_set.h"
#include "ui/generator/face_choice.h"
#include "ui/jobs/job_list.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace mien::ui {

class MakingRows;
class Settings;

/// Films from an image-to-video model on this machine: where it runs and whether it is there, what it is
/// asked for, the making as a job, and what was refused by which test.
class ExternalPage : public QWidget {
    Q_OBJECT
public:
    enum class Model { Unknown, Checking, There, Absent };

    ExternalPage(Settings& settings, JobList& jobs, QString cacheFolder = {}, QWidget* parent = nullptr);
    ~ExternalPage() override;

    void setFace(const FaceChoice& face);
    void setServer(const QString& address); ///< and use it
    void setCommand(const QString& command);
    void setOut(const QString& folder);
    void check(); ///< asks whether the model is there; nothing is handed over
    void generate();
    void cancel();

    Model model() const { return m_model; }
    QString modelText() const; ///< the state in words
    QString sentence() const;  ///< what it makes, or why it cannot
    QString state() const;
    bool ready() const;
    bool running() const;
    pipeline::ExternalSpec spec() const;

signals:
    void openAsked(const QString& table);

private:
    QWidget* makeForm();
    QWidget* makeSide();
    QWidget* addRow(QFormLayout* form, const QString& name, const QString& tip, QWidget* field);
    synthesis::ExternalModelOptions options() const;
    void modelChanged();
    void planSoon() { m_soon.start(); }
    void plan();
    void finish(const Result<pipeline::ExternalOutcome>& outcome, const QString& folder);
    void showModel(Model model, const QString& words);
    void updateButtons();

    JobList& m_jobs;
    QString m_cacheFolder;
    FaceChoice m_face;
    Model m_model = Model::Unknown;
    int m_asked = 0; ///< checks; the answer to an older one is dropped
    bool m_planned = false;
    QTimer m_soon;
    QPointer<JobBase> m_checking;

    QComboBox* m_kind;
    QLineEdit* m_server;
    QLineEdit* m_workflow;
    QLineEdit* m_command;
    QPushButton* m_check;
    QLabel* m_modelState;
    QLabel* m_portrait;
    QComboBox* m_emotion;
    QLineEdit* m_units;
    QComboBox* m_type;
    QSpinBox* m_count;
    QSpinBox* m_attempts;
    QSpinBox* m_frames;
    QSpinBox* m_size;
    QSpinBox* m_seed;
    QLabel* m_verdict;
    QPlainTextEdit* m_prompt;
    MakingRows* m_rows;
};

} // namespace mien::ui
