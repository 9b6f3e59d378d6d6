// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/quality_run.h"

#include "core/synthesis/quality_metrics.h"
#include "core/synthesis/quality_remarks.h"

#include <QCoreApplication>

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

Result<synthesis::FilmQuality> judge(const FilmToJudge& film, const synthesis::QualityOptions& options,
                                     const synthesis::Brisque* brisque, const std::filesystem::path& cacheDir,
                                     const JobContext& job) {
    media::OpenOptions how;
    how.format = media::PixelFormat::Grey;
    how.cacheDir = cacheDir;
    std::error_code ignored;
    if (std::filesystem::is_directory(film.path, ignored))
        how.fps = film.fps;
    auto source = media::openMedia(film.path, how, JobContext{job.stop, {}, job.threads});
    if (!source)
        return Unexpected(source.error());
    return synthesis::measureQuality(**source, options, brisque, job);
}

} // namespace

Result<JudgedFilms> judgeFilms(const std::vector<FilmToJudge>& films,
                               const synthesis::QualityOptions& options,
                               const std::filesystem::path& cacheDir, const JobContext& job) {
    std::optional<synthesis::Brisque> brisque;
    if (!options.noBrisque)
        if (auto loaded = synthesis::Brisque::load(options.brisqueModel, options.brisqueRange))
            brisque = std::move(*loaded);
    JudgedFilms out;
    const auto parts = static_cast<double>(films.size());
    for (std::size_t i = 0; i < films.size(); ++i) {
        auto part = job;
        part.onProgress = [&job, i, parts](double fraction, std::string_view text) {
            job.progress((static_cast<double>(i) + fraction) / parts, text);
        };
        auto judged = judge(films[i], options, brisque ? &*brisque : nullptr, cacheDir, part);
        if (job.cancelled() || (!judged && judged.error().code == ErrorCode::Cancelled))
            return cancelled();
        out.insert_or_assign(films[i].path, std::move(judged));
    }
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
