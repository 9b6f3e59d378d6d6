// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/spec_page.h"

#include "ui/generator/spec_form.h"
#include "ui/settings/settings.h"
#include "ui/settings/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QUrl>

namespace mien::ui {
namespace {

constexpr int kSideWidth = 380;

QString lengthText(double seconds) {
    if (seconds < 90.0)
        return SpecPage::tr("%1 s").arg(seconds, 0, 'f', seconds < 10.0 ? 1 : 0);
    if (seconds < 5400.0)
        return SpecPage::tr("%1 min").arg(seconds / 60.0, 0, 'f', 0);
    return SpecPage::tr("%1 h").arg(seconds / 3600.0, 0, 'f', 1);
}

} // namespace

SpecPage::SpecPage(Settings& settings, JobList& jobs, QString program, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_jobs(jobs),
      m_program(std::move(program)),
      m_spec(*new SpecDocument(this)),
      m_form(new SpecForm(settings, m_spec)),
      m_text(new QPlainTextEdit),
      m_pages(new QStackedWidget),
      m_verdict(new QLabel),
      m_details(new QLabel),
      m_json(new QPushButton(tr("Show as JSON"))),
      m_out(new QLineEdit),
      m_generate(new QPushButton(tr("Generate"))),
      m_cancel(new QPushButton(tr("Cancel"))),
      m_progress(new QProgressBar),
      m_state(new QLabel),
      m_links(new QLabel) {
    setAccessibleName(tr("Dataset to be generated"));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(m_form);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Spec as JSON"));
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(14);
    m_pages->addWidget(scroll);
    m_pages->addWidget(m_text);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_pages, 1);
    row->addWidget(makeSide());

    connect(&m_spec, &SpecDocument::changed, this, &SpecPage::follow);
    connect(&m_spec, &SpecDocument::judged, this, &SpecPage::judge);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SpecPage::takeText);
    connect(m_out, &QLineEdit::textChanged, this, &SpecPage::updateButtons);
    connect(m_json, &QPushButton::toggled, this, &SpecPage::showJson);
    connect(m_generate, &QPushButton::clicked, this, &SpecPage::generate);
    connect(m_cancel, &QPushButton::clicked, this, &SpecPage::cancel);
    follow();
}

SpecPage::~SpecPage() = default;

QWidget* SpecPage::makeSide() {
    auto* side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(18, 16, 18, 18);
    column->setSpacing(8);
    auto* preset = new QComboBox;
    preset->setAccessibleName(tr("Preset"));
    preset->setToolTip(tr("Sets the fields for a purpose; people, name and seed stay"));
    preset->addItem(tr("Begin from a preset…"));
    preset->addItem(tr("Small: one short film of each emotion"), QString());
    preset->addItem(tr("EquiME: 5 emotions, balanced strata"), "equime");
    preset->addItem(tr("Long films for spotting"), "film");
    preset->addItem(tr("Twins: pairs that differ in one unit"), "twins");
    connect(preset, &QComboBox::activated, this, [this, preset](int row) {
        if (row > 0)
            m_spec.usePreset(preset->itemData(row).toString().toStdString());
        preset->setCurrentIndex(0);
    });
    auto* load = new QPushButton(tr("Load…"));
    load->setToolTip(tr("Reads a spec from a file"));
    auto* save = new QPushButton(tr("Save…"));
    save->setToolTip(tr("Writes the spec to a file that mien-cli synth dataset reads"));
    m_json->setCheckable(true);
    m_json->setToolTip(tr("The whole spec as text, to be read and changed"));
    connect(load, &QPushButton::clicked, this, &SpecPage::loadFile);
    connect(save, &QPushButton::clicked, this, &SpecPage::saveFile);
    auto* files = new QHBoxLayout;
    files->addWidget(load, 1);
    files->addWidget(save, 1);
    files->addWidget(m_json, 2);
    column->addWidget(preset);
    column->addLayout(files);
    column->addSpacing(14);

    QFont large = font();
    large.setPointSizeF(font().pointSizeF() * 1.5);
    large.setWeight(QFont::DemiBold);
    m_verdict->setFont(large);
    m_verdict->setWordWrap(true);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_verdict);
    column->addWidget(m_details);
    column->addStretch(1);

    auto* outLabel = new QLabel(tr("Into this folder"));
    outLabel->setProperty("faint", true);
    outLabel->setBuddy(m_out);
    m_out->setAccessibleName(tr("Folder of the dataset"));
    m_out->setToolTip(tr("A new or empty folder; a run that was stopped goes on in its own"));
    m_out->setPlaceholderText(tr("a new or empty folder"));
    auto* browse = new QPushButton(QStringLiteral("…"));
    browse->setFixedWidth(44);
    browse->setAccessibleName(tr("Choose the folder"));
    browse->setToolTip(tr("Choose the folder"));
    connect(browse, &QPushButton::clicked, this, [this] {
        const QString chosen =
            QFileDialog::getExistingDirectory(this, tr("Folder of the dataset"), m_settings.lastFolder());
        if (!chosen.isEmpty())
            setOut(chosen);
    });
    auto* out = new QHBoxLayout;
    out->addWidget(m_out, 1);
    out->addWidget(browse);
    column->addWidget(outLabel);
    column->addLayout(out);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Progress"));
    m_state->setWordWrap(true);
    m_state->setProperty("faint", true);
    m_links->setWordWrap(true);
    m_links->setTextFormat(Qt::RichText);
    m_links->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_links, &QLabel::linkActivated, this, [this](const QString& link) {
        if (link.startsWith(QStringLiteral("table:")))
            emit openAsked(link.mid(6));
        else
            QDesktopServices::openUrl(QUrl(link));
    });
    column->addWidget(m_progress);
    column->addWidget(m_state);
    column->addWidget(m_links);
    auto* buttons = new QHBoxLayout;
    m_generate->setProperty("primary", true);
    m_generate->setToolTip(tr("Draws and writes all films in the background"));
    m_cancel->setToolTip(tr("Stops; what is finished is kept, and Generate goes on from there"));
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_generate, 1);
    column->addLayout(buttons);
    m_progress->hide();
    m_cancel->hide();
    m_links->hide();
    return side;
}

void SpecPage::setFace(const FaceChoice& face) {
    m_form->setFace(face);
}

void SpecPage::setOut(const QString& folder) {
    m_out->setText(QDir::toNativeSeparators(folder));
}

void SpecPage::showJson(bool show) {
    {
        const QSignalBlocker quiet(m_json);
        m_json->setChecked(show);
    }
    m_json->setText(show ? tr("Show as form") : tr("Show as JSON"));
    m_textProblem.clear();
    follow();
    m_pages->setCurrentIndex(show ? 1 : 0);
    judge();
}

/// The spec changed: the text follows, unless it is where the change comes from.
void SpecPage::follow() {
    if (!m_showing && m_text->toPlainText() != m_spec.text()) {
        const QSignalBlocker quiet(m_text);
        m_text->setPlainText(m_spec.text());
    }
    judge();
}

void SpecPage::takeText() {
    m_showing = true;
    const auto ok = m_spec.setText(m_text->toPlainText());
    m_showing = false;
    m_textProblem = ok ? QString() : QString::fromStdString(ok.error().message);
    judge();
}

QString SpecPage::sentence() const {
    return m_verdict->text() + QLatin1Char(' ') + m_details->text();
}

bool SpecPage::ready() const {
    return m_textProblem.isEmpty() && !m_spec.judging() && m_spec.verdict() &&
           m_spec.verdict()->has_value() && !m_out->text().trimmed().isEmpty() && !running();
}

void SpecPage::judge() {
    const Tones tones = tonesOf(themeOf(palette()));
    const auto paint = [&](const QString& head, const QString& details, bool bad) {
        m_verdict->setText(head);
        m_details->setText(details);
        QPalette colours = palette();
        colours.setColor(QPalette::WindowText, bad ? tones.bad : tones.faint);
        m_details->setPalette(colours);
    };
    if (!m_textProblem.isEmpty()) {
        paint(tr("Not yet"), m_textProblem, true);
    } else if (m_spec.verdict() && m_spec.verdict()->has_value()) {
        const auto& facts = **m_spec.verdict();
        QStringList lines;
        lines << tr("%n person(s)", nullptr, static_cast<int>(facts.people)) +
                     (facts.testPeople > 0 ? tr(", %1 of them for testing").arg(facts.testPeople)
                                           : QString());
        lines << tr("%1 each, %2 in all")
                     .arg(lengthText(facts.filmS),
                          lengthText(facts.filmS * static_cast<double>(facts.films)));
        if (facts.missingStrata > 0)
            lines << tr("%n empty stratum(s) left out", nullptr, static_cast<int>(facts.missingStrata));
        paint(tr("%n film(s)", nullptr, static_cast<int>(facts.films)), lines.join(QLatin1Char('\n')), false);
    } else if (m_spec.verdict()) {
        paint(tr("Not yet"), QString::fromStdString(m_spec.verdict()->error().sentence()), true);
    }
    updateButtons();
}

void SpecPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        judge(); // in the colours of the other theme
}

void SpecPage::updateButtons() {
    m_generate->setEnabled(ready());
    m_generate->setText(running() ? tr("Generating …") : tr("Generate"));
    m_cancel->setVisible(running());
    m_progress->setVisible(running());
    m_out->setEnabled(!running());
}

void SpecPage::say(const QString& text, bool bad) {
    QPalette colours = palette();
    const Tones tones = tonesOf(themeOf(palette()));
    colours.setColor(QPalette::WindowText, bad ? tones.bad : tones.faint);
    m_state->setPalette(colours);
    m_state->setText(text);
}

void SpecPage::generate() {
    if (!ready())
        return;
    const QString folder = QDir::cleanPath(QDir::fromNativeSeparators(m_out->text().trimmed()));
    const auto work =
        [json = m_spec.json(), from = m_spec.folder(), to = std::filesystem::path(folder.toStdString()),
         program = m_program.toStdString()](const JobContext& job) -> Result<synthesis::DatasetOutcome> {
        const auto spec = synthesis::datasetSpecFromJson(json, from);
        if (!spec)
            return Unexpected(spec.error());
        return synthesis::writeDataset(*spec, to, job, program,
                                       "mien, Generate: mien-cli synth dataset --spec spec.json --out DIR");
    };
    auto* job = m_jobs.start<synthesis::DatasetOutcome>(
        tr("Generating %1").arg(QDir(folder).dirName()), work, this,
        [this, folder](const Result<synthesis::DatasetOutcome>& outcome) { finish(outcome, folder); });
    m_job = job;
    m_progress->setValue(0);
    m_links->hide();
    say(tr("Looking at people and samples …"), false);
    connect(job, &JobBase::progress, this, [this, job](double fraction, const QString& text) {
        m_progress->setValue(static_cast<int>(std::lround(1000.0 * fraction)));
        const QString left = JobList::timeLeftText(job->secondsLeft());
        say(left.isEmpty() ? text : QStringLiteral("%1 · %2").arg(text, left), false);
    });
    updateButtons();
}

void SpecPage::cancel() {
    if (m_job)
        m_job->cancel();
}

void SpecPage::finish(const Result<synthesis::DatasetOutcome>& outcome, const QString& folder) {
    m_job = nullptr;
    updateButtons();
    if (!outcome) {
        const bool stopped = outcome.error().code == ErrorCode::Cancelled;
        return say(stopped ? tr("Stopped. What is finished is kept; Generate goes on from there.")
                           : QString::fromStdString(outcome.error().sentence()),
                   !stopped);
    }
    say(tr("Done: %1 films, %2 of them drawn now.").arg(outcome->clips).arg(outcome->rendered), false);
    m_links->setText(QStringLiteral("<a href=\"%1\">%2</a> &nbsp; <a href=\"table:%3\">%4</a>")
                         .arg(QUrl::fromLocalFile(folder).toString().toHtmlEscaped(), tr("Open the folder"),
                              QDir(folder).filePath(QStringLiteral("clips.csv")).toHtmlEscaped(),
                              tr("Look at its samples")));
    m_links->show();
}

void SpecPage::loadFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Load spec"), m_settings.lastFolder(), tr("Specs (*.json)"));
    if (file.isEmpty())
        return;
    if (const auto ok = m_spec.load(file); !ok)
        say(QString::fromStdString(ok.error().sentence()), true);
}

void SpecPage::saveFile() {
    QString file = QFileDialog::getSaveFileName(
        this, tr("Save spec"), QDir(m_settings.lastFolder()).filePath(QStringLiteral("spec.json")),
        tr("Specs (*.json)"));
    if (file.isEmpty())
        return;
    if (!file.endsWith(QStringLiteral(".json")))
        file += QStringLiteral(".json");
    const auto ok = m_spec.save(file);
    say(ok ? tr("Saved as %1.").arg(file) : QString::fromStdString(ok.error().sentence()), !ok);
}

} // namespace mien::ui
