// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_write.h"
#include "ui/generator/spec_document.h"
#include "ui/jobs/job_list.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace mien::ui {

class MakingRows;
class Settings;
class SpecForm;

/// A dataset as a form: what it will be, judged while one writes, and its making as a job.
class SpecPage : public QWidget {
    Q_OBJECT
public:
    SpecPage(Settings& settings, JobList& jobs, QString program, QWidget* parent = nullptr);
    ~SpecPage() override;

    void setFace(const FaceChoice& face);
    SpecDocument& spec() { return m_spec; }
    SpecForm& form() { return *m_form; }
    QString sentence() const; ///< what stands under the form: what it makes, or what is wrong
    bool ready() const;       ///< Generate can be pressed
    bool running() const;
    void setOut(const QString& folder);
    void generate();
    void cancel();
    void showJson(bool show);

signals:
    /// The table of clips of a finished dataset: look at it.
    void openAsked(const QString& table);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeSide();
    void takeText();
    void judge();
    void follow();
    void finish(const Result<synthesis::DatasetOutcome>& outcome, const QString& folder);
    void loadFile();
    void saveFile();

    Settings& m_settings;
    JobList& m_jobs;
    QString m_program;
    SpecDocument& m_spec; ///< a child: fields that lose the focus while the page goes still write into it

    SpecForm* m_form;
    QPlainTextEdit* m_text;
    QStackedWidget* m_pages;
    QLabel* m_verdict;
    QLabel* m_details;
    QPushButton* m_json;
    MakingRows* m_rows;
    QString m_textProblem;
    bool m_showing = false;
};

} // namespace mien::ui
