// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/external_page.h"

#include "ui/generator/making_rows.h"
#include "ui/settings/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

#include <map>

namespace mien::ui {

ExternalPage::~ExternalPage() {
    if (m_checking)
        m_checking->cancel();
}

void ExternalPage::setFace(const FaceChoice& face) {
    m_face = face;
    const bool picture = face.generator == "warp" && !face.empty();
    m_portrait->setText(picture ? QFileInfo(QString::fromStdString(face.source.string())).fileName()
                        : face.empty()
                            ? tr("Choose a picture or film of a face above.")
                            : tr("A model begins with a picture: choose a portrait above instead of a rig."));
    plan();
}

void ExternalPage::setServer(const QString& address) {
    m_kind->setCurrentIndex(0);
    m_server->setText(address);
}

void ExternalPage::setCommand(const QString& command) {
    m_kind->setCurrentIndex(1);
    m_command->setText(command);
}

void ExternalPage::setOut(const QString& folder) {
    m_rows->setFolder(folder);
}

QString ExternalPage::modelText() const {
    return m_modelState->text();
}

QString ExternalPage::sentence() const {
    return m_verdict->text();
}

QString ExternalPage::state() const {
    return m_rows->said();
}

synthesis::ExternalModelOptions ExternalPage::options() const {
    synthesis::ExternalModelOptions out;
    if (m_kind->currentIndex() == 0) {
        out.server = m_server->text().trimmed().toStdString();
        out.workflow = m_workflow->text().trimmed().toStdString();
    } else {
        out.command = m_command->text().trimmed().toStdString();
    }
    return out;
}

pipeline::ExternalSpec ExternalPage::spec() const {
    pipeline::ExternalSpec out;
    if (m_face.generator == "warp" && !m_face.empty())
        out.sources = {m_face.source};
    out.actionUnits = m_units->text().trimmed().toStdString();
    if (m_emotion->currentIndex() > 0)
        out.emotions = {m_emotion->currentData().toString().toStdString()};
    out.type = m_type->currentData().toString().toStdString();
    out.count = m_count->value();
    out.attempts = m_attempts->value();
    out.frames = m_frames->value();
    out.size = m_size->value();
    out.seed = static_cast<std::uint64_t>(m_seed->value());
    return out;
}

/// What stood in the fields before is not what was checked.
void ExternalPage::modelChanged() {
    ++m_asked;
    const auto model = synthesis::makeExternalModel(options());
    if (model)
        showModel(Model::Unknown, tr("Not checked yet."));
    else
        showModel(Model::Absent, QString::fromStdString(model.error().sentence()));
}

void ExternalPage::check() {
    if (m_checking)
        m_checking->cancel();
    const int asked = ++m_asked;
    showModel(Model::Checking, tr("Asking …"));
    m_checking = m_jobs.start<bool>(
        tr("Looking for the image-to-video model"),
        [options = options()](const JobContext& job) -> Result<bool> {
            const auto model = synthesis::makeExternalModel(options);
            if (!model)
                return Unexpected(model.error());
            if (const auto there = (*model)->check(job); !there)
                return Unexpected(there.error());
            return true;
        },
        this,
        [this, asked](const Result<bool>& there) {
            if (asked != m_asked)
                return;
            if (there)
                return showModel(Model::There,
                                 m_kind->currentIndex() == 0
                                     ? tr("The server answers and has every node of the workflow.")
                                     : tr("The program is there."));
            showModel(Model::Absent, QString::fromStdString(there.error().sentence()));
        });
}

void ExternalPage::showModel(Model model, const QString& words) {
    m_model = model;
    const Tones tones = tonesOf(themeOf(palette()));
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, model == Model::There    ? tones.good
                                           : model == Model::Absent ? tones.bad
                                                                    : tones.faint);
    m_modelState->setPalette(colours);
    m_modelState->setText(words);
    m_check->setEnabled(model != Model::Checking);
    updateButtons();
}

void ExternalPage::plan() {
    const auto wanted = spec();
    const auto planned = wanted.sources.empty()
                             ? Result<std::vector<pipeline::ExternalTask>>(
                                   fail(ErrorCode::InvalidArgument, m_portrait->text().toStdString()))
                             : pipeline::planExternal(wanted);
    m_planned = planned && !planned->empty();
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     m_planned ? palette().color(QPalette::WindowText) : tonesOf(themeOf(palette())).bad);
    m_verdict->setPalette(colours);
    if (m_planned) {
        const auto& first = planned->front();
        m_verdict->setText(
            tr("Clips: %1, each of at most %2 films asked for").arg(planned->size()).arg(wanted.attempts));
        m_prompt->setPlainText(tr("The first clip shows AU %1. The model is told:")
                                   .arg(QString::fromStdString(first.actionUnits())) +
                               QStringLiteral("\n\n") + QString::fromStdString(first.prompt) +
                               QStringLiteral("\n\n") + tr("And what it must not show:") +
                               QStringLiteral("\n\n") + QString::fromStdString(first.negative));
    } else {
        m_verdict->setText(planned ? tr("Nothing is asked for.")
                                   : QString::fromStdString(planned.error().sentence()));
        m_prompt->clear();
    }
    updateButtons();
}

bool ExternalPage::ready() const {
    return m_planned && m_model != Model::Checking && m_model != Model::Absent &&
           !m_rows->folder().isEmpty() && !running();
}

void ExternalPage::updateButtons() {
    m_rows->setReady(ready());
    m_rows->setTip(m_model == Model::Absent
                       ? tr("There is no model to ask yet; see what Check says")
                       : tr("Asks the model for film after film and keeps those that pass the tests"));
}

void ExternalPage::generate() {
    if (!ready())
        return;
    const QString folder = m_rows->folder();
    const auto work =
        [spec = spec(), options = options(), to = std::filesystem::path(folder.toStdString()),
         cache = m_cacheFolder.toStdString()](const JobContext& job) -> Result<pipeline::ExternalOutcome> {
        const auto model = synthesis::makeExternalModel(options);
        if (!model)
            return Unexpected(model.error());
        if (const auto there = (*model)->check(job); !there)
            return Unexpected(there.error());
        pipeline::AnalyseOptions analysis;
        analysis.cacheDir = cache;
        return pipeline::makeExternalSet(spec, **model, to, analysis, job,
                                         "mien, Generate: mien-cli synth external");
    };
    auto* job = m_jobs.start<pipeline::ExternalOutcome>(
        tr("Asking a model for films: %1").arg(QDir(folder).dirName()), work, this,
        [this, folder](const Result<pipeline::ExternalOutcome>& outcome) { finish(outcome, folder); });
    m_rows->follow(job, tr("Asking …"));
    updateButtons();
}

bool ExternalPage::running() const {
    return m_rows->running();
}

void ExternalPage::cancel() {
    m_rows->cancel();
}

void ExternalPage::finish(const Result<pipeline::ExternalOutcome>& outcome, const QString& folder) {
    m_rows->end();
    updateButtons();
    if (!outcome) {
        if (outcome.error().code == ErrorCode::Cancelled)
            return m_rows->say(tr("Stopped. What is finished is kept; Generate goes on from there."), false);
        if (outcome.error().code == ErrorCode::MissingDependency)
            showModel(Model::Absent, QString::fromStdString(outcome.error().sentence()));
        return m_rows->say(QString::fromStdString(outcome.error().sentence()), true);
    }
    showModel(Model::There, tr("It made films."));
    std::map<QString, int> reasons;
    for (const auto& clip : outcome->clips)
        for (const auto& film : clip.rejected)
            for (const auto& reason : film.reasons)
                ++reasons[QString::fromStdString(reason)];
    QStringList refused;
    for (const auto& [reason, count] : reasons)
        refused << QStringLiteral("%1 %2").arg(reason).arg(count);
    QString words =
        tr("Clips: %1 of %2; films asked for: %3. Onset, apex and offset are measured, for nobody knows "
           "them.")
            .arg(outcome->accepted())
            .arg(outcome->clips.size())
            .arg(outcome->films());
    if (!refused.isEmpty())
        words += QLatin1Char('\n') + tr("Refused by test: %1.").arg(refused.join(QStringLiteral(", ")));
    m_rows->say(words, outcome->accepted() == 0);
    if (outcome->accepted() > 0)
        m_rows->showLinks(QStringLiteral("<a href=\"table:%1\">%2</a>")
                              .arg(QDir(folder).filePath(QStringLiteral("clips.csv")).toHtmlEscaped(),
                                   tr("Look at its samples")));
}

} // namespace mien::ui
