// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/quality_run.h"

#include "core/synthesis/quality_clip.h"
#include "core/synthesis/quality_metrics.h"
#include "core/synthesis/quality_remarks.h"

#include <QCoreApplication>

#include <set>

namespace mien::ui {
namespace {

QString words(const char* text) {
    return QCoreApplication::translate("Quality", text);
}

// What core/synthesis/quality_remarks.h says, for translators; a test compares.
constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("Quality",
                      "PSNR and SSIM compare consecutive frames of the same film: they reward the absence of "
                      "motion, and a still film scores highest (100 dB and 1). Read them beside the motion."),
    QT_TRANSLATE_NOOP("Quality", "TV grows with the size of the frames; compare films of different sizes by "
                                 "tv_per_pixel only."),
    QT_TRANSLATE_NOOP("Quality", "published, not reproduced"),
};

/// The part of `job` from `begin` to `begin + length`.
JobContext partOf(const JobContext& job, double begin, double length) {
    auto part = job;
    part.onProgress = [&job, begin, length](double fraction, std::string_view text) {
        job.progress(begin + length * fraction, text);
    };
    return part;
}

/// Measures films one after another with the models that were loaded.
class Judge {
public:
    Judge(const synthesis::QualityOptions& options, const std::filesystem::path& cacheDir)
        : m_options(options), m_cacheDir(cacheDir) {}

    Result<void> loadModels() {
        if (!m_options.noBrisque)
            if (auto loaded = synthesis::Brisque::load(m_options.brisqueModel, m_options.brisqueRange))
                m_brisque = std::move(*loaded);
        if (m_options.clipModel.empty())
            return {};
        auto clip =
            synthesis::ClipIqa::load({m_options.clipModel, m_options.clipPrompts, m_options.clipSide});
        if (!clip)
            return Unexpected(clip.error());
        m_clip = std::move(*clip);
        return {};
    }

    Result<synthesis::FilmQuality> judge(const FilmToJudge& film, const JobContext& job) {
        const double share = m_clip ? 0.5 : 1.0; // CLIP-IQA needs colours: the film is read once more
        const auto grey = open(film, media::PixelFormat::Grey, job);
        if (!grey)
            return Unexpected(grey.error());
        auto measured = synthesis::measureQuality(**grey, m_options, m_brisque ? &*m_brisque : nullptr,
                                                  partOf(job, 0.0, share));
        if (!measured || !m_clip)
            return measured;
        const auto colours = open(film, media::PixelFormat::Bgr, job);
        if (!colours)
            return Unexpected(colours.error());
        const auto score =
            synthesis::meanClipIqa(**colours, *m_clip, m_options.clipEvery, partOf(job, share, 1.0 - share));
        if (score)
            measured->clipIqa = *score;
        else if (score.error().code == ErrorCode::Cancelled)
            return Unexpected(score.error());
        else
            m_troubles.insert(score.error().sentence());
        return measured;
    }

    std::vector<std::string> troubles() const { return {m_troubles.begin(), m_troubles.end()}; }

private:
    Result<std::unique_ptr<media::VideoSource>> open(const FilmToJudge& film, media::PixelFormat format,
                                                     const JobContext& job) const {
        media::OpenOptions how;
        how.format = format;
        how.cacheDir = m_cacheDir;
        std::error_code ignored;
        if (std::filesystem::is_directory(film.path, ignored))
            how.fps = film.fps;
        return media::openMedia(film.path, how, JobContext{job.stop, {}, job.threads});
    }

    const synthesis::QualityOptions& m_options;
    const std::filesystem::path& m_cacheDir;
    std::optional<synthesis::Brisque> m_brisque;
    std::optional<synthesis::ClipIqa> m_clip;
    std::set<std::string> m_troubles;
};

} // namespace

Result<QualityRun> judgeFilms(const std::vector<FilmToJudge>& films, const synthesis::QualityOptions& options,
                              const std::filesystem::path& cacheDir, const JobContext& job) {
    Judge judge(options, cacheDir);
    if (auto loaded = judge.loadModels(); !loaded)
        return Unexpected(loaded.error());
    QualityRun out;
    const auto parts = static_cast<double>(films.size());
    for (std::size_t i = 0; i < films.size(); ++i) {
        auto judged = judge.judge(films[i], partOf(job, static_cast<double>(i) / parts, 1.0 / parts));
        if (job.cancelled() || (!judged && judged.error().code == ErrorCode::Cancelled))
            return cancelled();
        out.films.insert_or_assign(films[i].path, std::move(judged));
    }
    out.clipTroubles = judge.troubles();
    return out;
}

QString qualityText(std::string_view sentence) {
    for (const char* known : kSentences)
        if (sentence == known)
            return words(known);
    return QString::fromUtf8(sentence.data(), static_cast<qsizetype>(sentence.size()));
}

QStringList remarksText(const synthesis::FilmQuality& quality) {
    QStringList out;
    if (quality.still())
        out << words(QT_TRANSLATE_NOOP(
                         "Quality",
                         "This film hardly moves (at most %1 grey levels from its first frame): its PSNR and "
                         "SSIM are those of a still picture, not of a good film."))
                   .arg(quality.excursionGrey, 0, 'f', 1);
    if (quality.equalPairs > 0)
        out << words(QT_TRANSLATE_NOOP("Quality", "%1 of %2 pairs of frames are equal; each counts %3 dB."))
                   .arg(quality.equalPairs)
                   .arg(quality.pairs())
                   .arg(synthesis::kPsnrOfEqualPicturesDb, 0, 'f', 0);
    return out;
}

} // namespace mien::ui
