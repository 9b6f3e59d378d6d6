// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/quality_card.h"

#include "core/synthesis/quality_published.h"
#include "core/synthesis/quality_remarks.h"
#include "ui/jobs/job_list.h"
#include "ui/settings/settings.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>

namespace mien::ui {
namespace {

constexpr std::size_t kMostShown = 50; ///< films with a row of their own; all count in the mean
constexpr int kColumns = 9, kSource = 8, kMotion = 7;
constexpr int kNameWidth = 130, kFigureWidth = 72;
constexpr int kRowHeight = 24;

QString number(double value, int digits) {
    return QString::number(value, 'f', digits);
}

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size()));
}

QString nameOf(const std::filesystem::path& path) {
    return QString::fromStdString(path.filename().string());
}

QStringList figuresOf(double psnr, double ssim, double tv, double tvPerPixel, std::optional<double> brisque,
                      std::optional<double> clipIqa, std::optional<double> motion) {
    return {number(psnr, 2),
            number(ssim, 4),
            number(tv, 2),
            tvPerPixel > 0.0 ? number(tvPerPixel, 4) : QString(),
            brisque ? number(*brisque, 2) : QStringLiteral("–"),
            clipIqa ? number(*clipIqa, 3) : QStringLiteral("–"),
            motion ? number(*motion, 1) : QString()};
}

} // namespace

QualityCard::QualityCard(Settings& settings, JobList& jobs, std::filesystem::path cacheDir, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_jobs(jobs),
      m_cacheDir(std::move(cacheDir)),
      m_what(new QLabel),
      m_measure(new QPushButton),
      m_stop(new QPushButton(tr("Stop"))),
      m_chooseClip(new QPushButton),
      m_parity(new QCheckBox(tr("PSNR as the paper's code"))),
      m_progress(new QProgressBar),
      m_table(new QTableWidget),
      m_notes(new QLabel) {
    setAccessibleName(tr("Picture quality"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    m_measure->setAccessibleName(tr("Measure picture quality"));
    m_measure->setToolTip(tr("PSNR, SSIM, total variation, BRISQUE and, with a model of yours, CLIP-IQA of "
                             "whole films, in the background"));
    connect(m_measure, &QPushButton::clicked, this, &QualityCard::measure);
    m_stop->setAccessibleName(tr("Stop measuring"));
    connect(m_stop, &QPushButton::clicked, this, &QualityCard::stop);
    m_parity->setAccessibleName(m_parity->text());
    m_parity->setToolTip(tr("Squares of bytes modulo 256, as the published figures were computed"));
    connect(m_parity, &QCheckBox::toggled, this, &QualityCard::forget);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(160, 6);
    m_progress->setAccessibleName(tr("How far the measuring is"));
    row->addWidget(m_measure);
    row->addWidget(m_stop);
    row->addWidget(m_progress);
    row->addWidget(m_what, 1);
    connect(m_chooseClip, &QPushButton::clicked, this, &QualityCard::askForClip);
    row->addWidget(m_chooseClip);
    row->addWidget(m_parity);
    column->addLayout(row);

    m_table->setAccessibleName(tr("Picture quality, measured and published"));
    m_table->setColumnCount(kColumns);
    m_table->setHorizontalHeaderLabels({tr("Film"), tr("PSNR dB"), tr("SSIM"), tr("TV"), tr("TV/pixel"),
                                        tr("BRISQUE"), tr("CLIP-IQA"), tr("Motion"), tr("Source")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setProperty("padded", true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    auto* header = m_table->horizontalHeader();
    header->setProperty("padded", true);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    m_table->setColumnWidth(0, kNameWidth);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->horizontalHeaderItem(kSource)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (int i = 1; i < kSource; ++i) {
        m_table->setColumnWidth(i, kFigureWidth);
        m_table->horizontalHeaderItem(i)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_table->horizontalHeaderItem(kMotion)->setToolTip(
        tr("How far the film gets from its first frame, in grey levels"));
    m_notes->setWordWrap(true);
    m_notes->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notes->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(tr("What to know about these figures"));
    scroll->setWidget(m_notes);
    auto* both = new QHBoxLayout;
    both->setSpacing(16);
    both->addWidget(m_table, 7);
    both->addWidget(scroll, 3);
    column->addLayout(both, 1);
    refresh();
}

QualityCard::~QualityCard() {
    if (m_job)
        m_job->cancel();
}

bool QualityCard::measuring() const {
    return m_job && !m_job->ended();
}

QString QualityCard::notes() const {
    return m_notes->text();
}

void QualityCard::setChosen(std::vector<FilmToJudge> films, int withoutFilm) {
    m_chosen = std::move(films);
    m_withoutFilm = withoutFilm;
    refresh();
}

void QualityCard::forget() {
    stop();
    m_judged.clear();
    m_clipTroubles.clear();
    refresh();
    emit judgedChanged();
}

void QualityCard::stop() {
    if (m_job)
        m_job->cancel();
}

ClipChoice QualityCard::clip() const {
    return {m_settings.clipModel(), m_settings.clipPrompts(), m_settings.clipSide()};
}

void QualityCard::setClip(const ClipChoice& choice) {
    if (choice == clip())
        return;
    m_settings.setClip(choice.model, choice.prompts, choice.side);
    forget();
}

void QualityCard::askForClip() {
    ClipDialog dialog(clip(), this);
    if (dialog.exec() == QDialog::Accepted)
        setClip(dialog.choice());
}

std::vector<FilmToJudge> QualityCard::unknown() const {
    std::vector<FilmToJudge> out;
    for (const auto& film : m_chosen)
        if (!m_judged.contains(film.path))
            out.push_back(film);
    return out;
}

void QualityCard::measure() {
    const auto films = unknown();
    if (films.empty() || measuring())
        return;
    synthesis::QualityOptions options;
    options.parity = m_parity->isChecked();
    options.clipModel = clip().model.toStdString();
    options.clipPrompts = clip().prompts.toStdString();
    options.clipSide = clip().side;
    m_job = m_jobs.start<QualityRun>(
        tr("Measuring the picture quality of %1 films").arg(films.size()),
        [films, options, cache = m_cacheDir](const JobContext& job) {
            return judgeFilms(films, options, cache, job);
        },
        this,
        [this, parity = options.parity, with = clip()](Result<QualityRun> judged) {
            m_job.clear();
            if (judged && parity == m_parity->isChecked() && with == clip()) {
                for (auto& [path, quality] : judged->films)
                    m_judged.insert_or_assign(path, std::move(quality));
                for (const auto& sentence : judged->clipTroubles)
                    if (const auto why = QString::fromStdString(sentence); !m_clipTroubles.contains(why))
                        m_clipTroubles << why;
            } else if (!judged && judged.error().code != ErrorCode::Cancelled)
                emit failed(QString::fromStdString(judged.error().sentence()));
            refresh();
            emit judgedChanged();
        });
    connect(m_job, &JobBase::progress, this,
            [this](double fraction) { m_progress->setValue(static_cast<int>(fraction * 1000.0)); });
    refresh();
}

void QualityCard::refresh() {
    const auto open = unknown();
    const bool busy = measuring();
    m_measure->setVisible(!busy);
    m_stop->setVisible(busy);
    m_progress->setVisible(busy);
    m_measure->setEnabled(!open.empty());
    m_measure->setText(open.empty() ? tr("Measure") : tr("Measure films: %1").arg(open.size()));
    m_parity->setEnabled(!busy);
    m_chooseClip->setEnabled(!busy);
    const auto with = clip();
    m_chooseClip->setText(with.chosen() ? tr("CLIP-IQA: on…") : tr("CLIP-IQA: off…"));
    m_chooseClip->setToolTip(with.chosen()
                                 ? tr("Measured with %1").arg(with.model)
                                 : tr("Needs the files of a CLIP model of yours; a click asks for them"));
    m_chooseClip->setAccessibleName(m_chooseClip->text());
    m_chooseClip->setAccessibleDescription(m_chooseClip->toolTip());
    QString what;
    if (busy)
        what = tr("Measuring; the window can be used meanwhile.");
    else if (m_chosen.empty())
        what = m_withoutFilm > 0 ? tr("The films of the chosen rows were not found.")
                                 : tr("Choose rows above; Shift and Ctrl choose several.");
    else
        what = tr("Films chosen: %1, measured: %2. Whole films are measured.")
                   .arg(m_chosen.size())
                   .arg(m_chosen.size() - open.size());
    m_what->setText(what);
    fillTable();
    fillNotes();
}

void QualityCard::addRow(const QString& name, const QStringList& figures, const QString& source,
                         bool strong) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    QStringList cells{name};
    cells << figures << source;
    for (int i = 0; i < cells.size(); ++i) {
        auto* item = new QTableWidgetItem(cells[i]);
        item->setToolTip(i == kSource ? source : cells[i]);
        if (i > 0 && i < kSource)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (strong) {
            QFont heavy = m_table->font();
            heavy.setWeight(QFont::DemiBold);
            item->setFont(heavy);
        }
        m_table->setItem(row, i, item);
    }
}

void QualityCard::fillTable() {
    m_table->setRowCount(0);
    std::vector<synthesis::FilmQuality> all;
    std::vector<std::filesystem::path> names;
    for (const auto& film : m_chosen)
        if (const auto found = m_judged.find(film.path); found != m_judged.end() && found->second) {
            all.push_back(*found->second);
            names.push_back(film.path);
        }
    const auto addFilm = [&](std::size_t i, bool strong) {
        const auto& q = all[i];
        addRow(nameOf(names[i]),
               figuresOf(q.psnrDb, q.ssim, q.totalVariation, q.totalVariationPerPixel, q.brisque, q.clipIqa,
                         q.excursionGrey),
               tr("measured here"), strong);
    };
    // What is compared stands together; the single films of a mean come below.
    if (all.size() == 1) {
        addFilm(0, true);
    } else if (all.size() > 1) {
        const auto m = synthesis::meansOf(all);
        addRow(tr("Mean of %1 films").arg(all.size()),
               figuresOf(m.psnrDb, m.ssim, m.totalVariation, m.totalVariationPerPixel, m.brisque, m.clipIqa,
                         m.excursionGrey),
               tr("measured here; each film counts once"), true);
    }
    for (const auto& row : synthesis::publishedQuality()) {
        QString source = qualityText(synthesis::kPublishedMark) + QStringLiteral(": ") + text(row.origin);
        if (!row.remark.empty())
            source += QStringLiteral(", ") + text(row.remark);
        addRow(
            text(row.dataset),
            figuresOf(row.psnrDb, row.ssim, row.totalVariation, 0.0, row.brisque, row.clipIqa, std::nullopt),
            source);
    }
    for (std::size_t i = 0; all.size() > 1 && i < std::min(all.size(), kMostShown); ++i)
        addFilm(i, false);
}

void QualityCard::fillNotes() {
    QStringList lines{qualityText(synthesis::kStillTrap), qualityText(synthesis::kSizeTrap)};
    bool measured = false, withoutBrisque = false;
    for (const auto& film : m_chosen) {
        const auto found = m_judged.find(film.path);
        if (found == m_judged.end())
            continue;
        if (!found->second) {
            lines << QString::fromStdString(found->second.error().sentence());
            continue;
        }
        measured = true;
        for (const QString& remark : remarksText(*found->second))
            lines << QStringLiteral("%1: %2").arg(nameOf(film.path), remark);
        withoutBrisque = withoutBrisque || !found->second->brisque;
    }
    lines << m_clipTroubles;
    if (withoutBrisque)
        lines << tr("BRISQUE is left out: its model (Debian's package opencv-data) is not installed.");
    if (measured)
        lines << tr("Whether a film shows an expression is not judged here; see Against the truth.");
    m_notes->setText(lines.join(QStringLiteral("\n\n")));
    m_notes->setAccessibleName(m_notes->text());
}

} // namespace mien::ui
