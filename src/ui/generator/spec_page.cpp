// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/spec_page.h"

#include "ui/generator/making_rows.h"
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
#include <QPlainTextEdit>
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
      m_rows(new MakingRows(settings, tr("Folder of the dataset"))) {
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
    connect(m_rows, &MakingRows::folderChanged, this, [this] { m_rows->setReady(ready()); });
    connect(m_json, &QPushButton::toggled, this, &SpecPage::showJson);
    connect(m_rows, &MakingRows::generateAsked, this, &SpecPage::generate);
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

    m_rows->setTip(tr("Draws and writes all films in the background"));
    connect(m_rows, &MakingRows::linkActivated, this, [this](const QString& link) {
        if (link.startsWith(QStringLiteral("table:")))
            emit openAsked(link.mid(6));
        else
            QDesktopServices::openUrl(QUrl(link));
    });
    column->addWidget(m_rows);
    return side;
}

void SpecPage::setFace(const FaceChoice& face) {
    m_form->setFace(face);
}

void SpecPage::setOut(const QString& folder) {
    m_rows->setFolder(folder);
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
           m_spec.verdict()->has_value() && !m_rows->folder().isEmpty() && !running();
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
    m_rows->setReady(ready());
}

void SpecPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        judge(); // in the colours of the other theme
}

void SpecPage::generate() {
    if (!ready())
        return;
    const QString folder = m_rows->folder();
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
    m_rows->follow(job, tr("Looking at people and samples …"));
    m_rows->setReady(ready());
}

bool SpecPage::running() const {
    return m_rows->running();
}

void SpecPage::cancel() {
    m_rows->cancel();
}

void SpecPage::finish(const Result<synthesis::DatasetOutcome>& outcome, const QString& folder) {
    m_rows->end();
    m_rows->setReady(ready());
    if (!outcome) {
        const bool stopped = outcome.error().code == ErrorCode::Cancelled;
        return m_rows->say(stopped ? tr("Stopped. What is finished is kept; Generate goes on from there.")
                                   : QString::fromStdString(outcome.error().sentence()),
                           !stopped);
    }
    m_rows->say(tr("Done: %1 films, %2 of them drawn now.").arg(outcome->clips).arg(outcome->rendered),
                false);
    m_rows->showLinks(QStringLiteral("<a href=\"%1\">%2</a> &nbsp; <a href=\"table:%3\">%4</a>")
                          .arg(QUrl::fromLocalFile(folder).toString().toHtmlEscaped(), tr("Open the folder"),
                               QDir(folder).filePath(QStringLiteral("clips.csv")).toHtmlEscaped(),
                               tr("Look at its samples")));
}

void SpecPage::loadFile() {
    const QString file =
        QFileDialog::getOpenFileName(this, tr("Load spec"), m_settings.lastFolder(), tr("Specs (*.json)"));
    if (file.isEmpty())
        return;
    if (const auto ok = m_spec.load(file); !ok)
        m_rows->say(QString::fromStdString(ok.error().sentence()), true);
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
    m_rows->say(ok ? tr("Saved as %1.").arg(file) : QString::fromStdString(ok.error().sentence()), !ok);
}

} // namespace mien::ui
