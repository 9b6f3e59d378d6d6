// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/making_rows.h"

#include "ui/settings/settings.h"
#include "ui/settings/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>

namespace mien::ui {

MakingRows::MakingRows(Settings& settings, const QString& folderName, QWidget* parent)
    : QWidget(parent),
      m_out(new QLineEdit),
      m_progress(new QProgressBar),
      m_state(new QLabel),
      m_links(new QLabel),
      m_cancel(new QPushButton(tr("Stop"))),
      m_generate(new QPushButton) {
    auto* label = new QLabel(tr("Into this folder"));
    label->setProperty("faint", true);
    label->setBuddy(m_out);
    m_out->setAccessibleName(folderName);
    m_out->setPlaceholderText(tr("a new or empty folder"));
    m_out->setToolTip(tr("A new or empty folder; a run that was stopped goes on in its own"));
    connect(m_out, &QLineEdit::textChanged, this, &MakingRows::folderChanged);
    auto* browse = new QPushButton(QStringLiteral("…"));
    browse->setFixedWidth(44);
    browse->setAccessibleName(tr("Choose the folder"));
    browse->setToolTip(tr("Choose the folder"));
    connect(browse, &QPushButton::clicked, this, [this, &settings, folderName] {
        const QString chosen = QFileDialog::getExistingDirectory(this, folderName, settings.lastFolder());
        if (!chosen.isEmpty())
            setFolder(chosen);
    });
    auto* out = new QHBoxLayout;
    out->addWidget(m_out, 1);
    out->addWidget(browse);

    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_state->setWordWrap(true);
    m_links->setWordWrap(true);
    m_links->setTextFormat(Qt::RichText);
    m_links->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_links->hide();
    connect(m_links, &QLabel::linkActivated, this, &MakingRows::linkActivated);

    m_generate->setProperty("primary", true);
    m_cancel->setToolTip(tr("Stops; what is finished is kept, and Generate goes on from there"));
    connect(m_generate, &QPushButton::clicked, this, &MakingRows::generateAsked);
    connect(m_cancel, &QPushButton::clicked, this, &MakingRows::cancel);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_generate, 1);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(label);
    column->addLayout(out);
    column->addWidget(m_progress);
    column->addWidget(m_state);
    column->addWidget(m_links);
    column->addLayout(buttons);
    refresh();
}

QString MakingRows::folder() const {
    const QString text = m_out->text().trimmed();
    return text.isEmpty() ? QString() : QDir::cleanPath(QDir::fromNativeSeparators(text));
}

void MakingRows::setFolder(const QString& folder) {
    m_out->setText(QDir::toNativeSeparators(folder));
}

void MakingRows::setReady(bool ready) {
    m_ready = ready;
    refresh();
}

void MakingRows::setTip(const QString& ofGenerate) {
    m_generate->setToolTip(ofGenerate);
}

void MakingRows::follow(JobBase* job, const QString& first) {
    m_job = job;
    job->setStopping(Stopping::GivesUp, m_cancel->toolTip());
    m_progress->setValue(0);
    showLinks({});
    say(first, false);
    connect(job, &JobBase::progress, this, [this, job](double fraction, const QString& text) {
        m_progress->setValue(static_cast<int>(std::lround(1000.0 * fraction)));
        const QString left = JobList::timeLeftText(job->secondsLeft());
        say(left.isEmpty() ? text : QStringLiteral("%1 · %2").arg(text, left), false);
    });
    refresh();
}

void MakingRows::end() {
    m_job = nullptr;
    refresh();
}

void MakingRows::cancel() {
    if (m_job)
        m_job->cancel();
}

void MakingRows::say(const QString& text, bool bad) {
    QPalette colours = palette();
    const Tones tones = tonesOf(themeOf(palette()));
    colours.setColor(QPalette::WindowText, bad ? tones.bad : tones.faint);
    m_state->setPalette(colours);
    m_state->setText(text);
}

QString MakingRows::said() const {
    return m_state->text();
}

void MakingRows::showLinks(const QString& html) {
    m_links->setText(html);
    m_links->setVisible(!html.isEmpty());
}

void MakingRows::refresh() {
    m_generate->setEnabled(m_ready && !running());
    m_generate->setText(running() ? tr("Generating …") : tr("Generate"));
    m_cancel->setVisible(running());
    m_progress->setVisible(running());
    m_out->setEnabled(!running());
}

} // namespace mien::ui
