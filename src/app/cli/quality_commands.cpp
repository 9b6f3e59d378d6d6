// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/job_part.h"
#include "app/cli/media_options.h"
#include "app/cli/text_table.h"
#include "core/pipeline/truth_check.h"
#include "core/synthesis/quality_clip.h"
#include "core/synthesis/quality_film.h"
#include "core/synthesis/quality_published.h"
#include "core/synthesis/quality_remarks.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

using namespace synthesis;
using pipeline::TruthCheck;

struct QualityState {
    std::vector<std::string> media;
    QualityOptions quality;
    pipeline::AnalyseOptions analysis;
    bool noTruth = false;
};

template <class T>
Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json toJson(const pipeline::ErrorSpread& e) {
    return {{"median_px", e.medianPx}, {"p95_px", e.p95Px}};
}

Json eventsJson(const TruthCheck& check) {
    Json events = Json::array();
    for (const auto& e : check.events) {
        Json row = {{"type", nameOf(e.truth.type)},
                    {"action_units", e.truth.actionUnits},
                    {"found", e.measured.has_value()},
                    {"iou", e.iou}};
        const auto handle = [&](const char* name, std::optional<FrameIndex> truth,
                                std::optional<std::int64_t> error) {
            row[name] = {{"truth", truth ? Json(truth->value) : Json(nullptr)},
                         {"measured", truth && error ? Json(truth->value + *error) : Json(nullptr)},
                         {"error_frames", orNull(error)}};
        };
        handle("onset", e.truth.onset, e.onsetError());
        handle("apex", e.truth.apex, e.apexError());
        handle("offset", e.truth.offset, e.offsetError());
        events.push_back(std::move(row));
    }
    return events;
}

Json toJson(const TruthCheck& check) {
    Json out = {{"events", eventsJson(check)},
                {"unexpected", check.unexpected},
                {"scorable_fraction", check.scorableFraction},
                {"landmarks", nullptr},
                {"flow", nullptr}};
    if (const auto& l = check.landmarks)
        out["landmarks"] = {{"frames", l->frames},
                            {"position", toJson(l->position)},
                            {"movement", toJson(l->movement)},
                            {"eye_distance_px", l->eyeDistancePx}};
    if (const auto& f = check.flow)
        out["flow"] = {
            {"at", f->dense ? "moving pixels of the face, onset to apex" : "moving landmarks, onset to apex"},
            {"points", f->points},
            {"error", toJson(f->error)},
            {"true_median_px", f->trueMedianPx},
            {"median_relative_error", f->medianRelativeError}};
    return out;
}

std::string errorText(std::optional<std::int64_t> frames) {
    return frames ? fmt::format("{:+d}", *frames) : "–";
}

std::string truthText(const TruthCheck& check) {
    std::string out;
    for (const auto& e : check.events) {
        out += fmt::format("    true {} {} at frames {} – {}: ", nameOf(e.truth.type), e.truth.actionUnits,
                           e.truth.onset.value, e.truth.offset ? std::to_string(e.truth.offset->value) : "?");
        out += e.measured ? fmt::format("found, IoU {:.2f}; onset {}, apex {}, offset {} frames\n", e.iou,
                                        errorText(e.onsetError()), errorText(e.apexError()),
                                        errorText(e.offsetError()))
                          : "not found by the spotter\n";
    }
    if (check.unexpected > 0)
        out += fmt::format("    {} found where nothing is\n", check.unexpected);
    if (const auto& l = check.landmarks)
        out += fmt::format("    landmarks off by {:.2f} px (their movement by {:.2f} px), eyes {:.0f} px "
                           "apart\n",
                           l->position.medianPx, l->movement.medianPx, l->eyeDistancePx);
    if (const auto& f = check.flow)
        out += fmt::format("    flow off by {:.2f} px of {:.2f} px ({:.0f} %) at {} moving {}\n",
                           f->error.medianPx, f->trueMedianPx, 100.0 * f->medianRelativeError, f->points,
                           f->dense ? "pixels of the face" : "landmarks");
    return out;
}

std::vector<std::string> remarks(const FilmQuality& q, bool truthIsThere) {
    auto out = remarksOn(q);
    if (!truthIsThere)
        out.push_back("No truth lies beside it: whether it shows an expression is not judged.");
    return out;
}

std::string two(double value) {
    return fmt::format("{:.2f}", value);
}
std::string four(double value) {
    return fmt::format("{:.4f}", value);
}
std::string twoOrDash(const std::optional<double>& value) {
    return value ? two(*value) : "–";
}
std::string threeOrDash(const std::optional<double>& value) {
    return value ? fmt::format("{:.3f}", *value) : "–";
}

class Report {
public:
    void add(const std::string& media, const FilmQuality& q, const std::optional<TruthCheck>& truth,
             bool truthWanted) {
        const auto notes = remarks(q, truth || !truthWanted);
        m_films.push_back(
            {{"media", media},
             {"frames", q.frames},
             {"pairs", q.pairs()},
             {"width", q.width},
             {"height", q.height},
             {"psnr", q.psnrDb},
             {"ssim", q.ssim},
             {"tv", q.totalVariation},
             {"tv_per_pixel", q.totalVariationPerPixel},
             {"brisque", orNull(q.brisque)},
             {"clip_iqa", orNull(q.clipIqa)},
             {"equal_pairs", q.equalPairs},
             {"psnr_unequal_pairs", orNull(q.psnrUnequalDb)},
             {"motion",
              {{"step_grey", q.stepGrey}, {"excursion_grey", q.excursionGrey}, {"still", q.still()}}},
             {"truth", truth ? toJson(*truth) : Json(nullptr)},
             {"notes", notes}});
        m_table.add({media, two(q.psnrDb), four(q.ssim), two(q.totalVariation),
                     four(q.totalVariationPerPixel), twoOrDash(q.brisque), threeOrDash(q.clipIqa),
                     fmt::format("{:.1f}", q.excursionGrey), ""});
        m_text += notes.empty() && !truth ? "" : media + "\n";
        for (const auto& note : notes)
            m_text += "    " + note + "\n";
        if (truth)
            m_text += truthText(*truth);
        m_all.push_back(q);
    }

    Output output(const QualityOptions& options) && {
        Output out;
        out.json["arithmetic"] = options.parity ? "parity" : "correct";
        out.json["films"] = std::move(m_films);
        out.json["means"] = means();
        Json published = Json::array();
        for (const auto& row : publishedQuality()) {
            const auto mark = std::string(kPublishedMark) + ": " + std::string(row.origin) +
                              (row.remark.empty() ? "" : ", " + std::string(row.remark));
            published.push_back({{"dataset", row.dataset},
                                 {"status", kPublishedMark},
                                 {"origin", row.origin},
                                 {"remark", row.remark},
                                 {"psnr", row.psnrDb},
                                 {"ssim", row.ssim},
                                 {"tv", row.totalVariation},
                                 {"brisque", row.brisque},
                                 {"clip_iqa", row.clipIqa}});
            m_table.add({std::string(row.dataset), two(row.psnrDb), four(row.ssim), two(row.totalVariation),
                         "", two(row.brisque), threeOrDash(row.clipIqa), "", mark});
        }
        out.json["published"] = std::move(published);
        std::vector<std::string_view> notes{kStillTrap, kSizeTrap};
        if (options.clipModel.empty())
            notes.push_back(kNoClipModel);
        out.json["notes"] = notes;
        out.text = m_table.text() + m_text;
        for (const auto note : notes)
            out.text += std::string(note) + "\n";
        return out;
    }

private:
    /// Means over the films, each film counting once, as in the paper.
    Json means() {
        const auto m = meansOf(m_all);
        m_table.add({fmt::format("mean of {} film{}", m_all.size(), m_all.size() == 1 ? "" : "s"),
                     two(m.psnrDb), four(m.ssim), two(m.totalVariation), four(m.totalVariationPerPixel),
                     twoOrDash(m.brisque), threeOrDash(m.clipIqa), fmt::format("{:.1f}", m.excursionGrey),
                     ""});
        return {{"films", m_all.size()},
                {"psnr", m.psnrDb},
                {"ssim", m.ssim},
                {"tv", m.totalVariation},
                {"tv_per_pixel", m.totalVariationPerPixel},
                {"brisque", orNull(m.brisque)},
                {"clip_iqa", orNull(m.clipIqa)},
                {"excursion_grey", m.excursionGrey}};
    }

    Json m_films = Json::array();
    std::vector<FilmQuality> m_all;
    std::string m_text;
    TextTable m_table{{"film", "PSNR dB", "SSIM", "TV", "TV/px", "BRISQUE", "CLIP-IQA", "motion", ""}};
};

Result<std::optional<Brisque>> loadBrisque(const QualityOptions& options) {
    if (options.noBrisque)
        return std::optional<Brisque>();
    auto loaded = Brisque::load(options.brisqueModel, options.brisqueRange);
    if (!loaded)
        return Unexpected(loaded.error());
    return std::optional<Brisque>(std::move(*loaded));
}

Result<std::optional<ClipIqa>> loadClip(const QualityOptions& options) {
    if (options.clipModel.empty() && options.clipPrompts.empty())
        return std::optional<ClipIqa>();
    auto loaded = ClipIqa::load({options.clipModel, options.clipPrompts, options.clipSide});
    if (!loaded)
        return Unexpected(loaded.error());
    return std::optional<ClipIqa>(std::move(*loaded));
}

Result<std::unique_ptr<media::VideoSource>> open(const std::string& media, media::PixelFormat format,
                                                 const QualityState& s, const JobContext& job) {
    return media::openMedia(media, {.format = format, .fps = s.analysis.fps, .cacheDir = cacheFolder()},
                            JobContext{job.stop, {}, job.threads});
}

/// Every figure of the film; the one that needs colours reads it once more.
Result<FilmQuality> measure(const std::string& media, const QualityState& s, const Brisque* brisque,
                            ClipIqa* clip, const JobContext& job) {
    const auto source = open(media, media::PixelFormat::Grey, s, job);
    if (!source)
        return Unexpected(source.error());
    auto measured = measureQuality(**source, s.quality, brisque, job);
    if (!measured || clip == nullptr)
        return measured;
    const auto colours = open(media, media::PixelFormat::Bgr, s, job);
    if (!colours)
        return Unexpected(colours.error());
    const auto score = meanClipIqa(**colours, *clip, s.quality.clipEvery, job);
    if (!score)
        return Unexpected(score.error());
    measured->clipIqa = *score;
    return measured;
}

Result<std::optional<TruthCheck>> checkTruth(const std::string& media, const QualityState& s,
                                             const JobContext& job) {
    if (s.noTruth)
        return std::optional<TruthCheck>();
    const auto truth = readTruthBeside(media);
    if (!truth)
        return Unexpected(truth.error());
    if (!*truth)
        return std::optional<TruthCheck>();
    auto options = s.analysis;
    options.cacheDir = cacheFolder();
    auto check = pipeline::checkAgainstTruth(media, **truth, options, job);
    if (!check)
        return Unexpected(check.error());
    return std::optional<TruthCheck>(std::move(*check));
}

Result<Output> quality(const QualityState& s, Context& context) {
    const auto brisque = loadBrisque(s.quality);
    if (!brisque)
        return Unexpected(brisque.error());
    auto clip = loadClip(s.quality);
    if (!clip)
        return Unexpected(clip.error());
    Report report;
    const std::size_t parts = 2 * s.media.size();
    for (std::size_t i = 0; i < s.media.size(); ++i) {
        const auto& media = s.media[i];
        const auto measuring = partOf(context.job, 2 * i, parts),
                   checking = partOf(context.job, 2 * i + 1, parts);
        const auto measured = context.timed("quality", [&] {
            return measure(media, s, *brisque ? &**brisque : nullptr, *clip ? &**clip : nullptr, measuring);
        });
        if (!measured)
            return Unexpected(measured.error());
        const auto truth = context.timed("truth", [&] { return checkTruth(media, s, checking); });
        if (!truth)
            return Unexpected(truth.error());
        report.add(media, *measured, *truth, !s.noTruth);
    }
    return std::move(report).output(s.quality);
}

} // namespace

Run declareQuality(Verb& verb) {
    auto s = Verb::state<QualityState>();
    verb.required("MEDIA", s->media, "films or folders of numbered images");
    verb.options(s->quality);
    verb.flag("--no-truth", s->noTruth, "do not compare with truth files that lie beside a film");
    declareAnalysis(verb, s->analysis);
    return [s](Context& context) { return quality(*s, context); };
}

} // namespace mien::cli
