// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/media_options.h"
#include "core/annotation/csv.h"
#include "core/base/file_io.h"
#include "core/base/npy.h"
#include "core/face/models.h"
#include "core/motion/regions.h"

#include <fmt/format.h>

namespace mien::cli {
namespace {

namespace fs = std::filesystem;

struct FeaturesState {
    std::string media, out;
    pipeline::AnalyseOptions options{.frameToFrame = true};
};

/// The three arrays, written while the film is analysed; none appears under its name before all are whole.
class FeatureFiles {
public:
    static Result<FeatureFiles> create(const fs::path& folder) {
        auto landmarks = NpyWriter::create(folder / "landmarks.npy", NpyType::Float32, {68, 2});
        if (!landmarks)
            return Unexpected(landmarks.error());
        auto motion = NpyWriter::create(folder / "motion.npy", NpyType::Float32, {motion::kRegionCount, 2});
        if (!motion)
            return Unexpected(motion.error());
        auto displacement =
            NpyWriter::create(folder / "displacement.npy", NpyType::Float32, {motion::kRegionCount, 2});
        if (!displacement)
            return Unexpected(displacement.error());
        return FeatureFiles(*std::move(landmarks), *std::move(motion), *std::move(displacement));
    }

    void add(const face::FaceObservation& seen, const motion::FrameMotion& moved) {
        if (!m_failed.has_value())
            return;
        std::array<float, 136> points{};
        if (seen.state != face::Scorability::NoFace)
            for (std::size_t i = 0; i < seen.landmarks.size(); ++i) {
                points[2 * i] = seen.landmarks[i].x;
                points[2 * i + 1] = seen.landmarks[i].y;
            }
        m_failed = m_landmarks.append(std::span<const float>(points));
        if (m_failed)
            m_failed = append(m_motion, moved.motion);
        if (m_failed)
            m_failed = append(m_displacement, moved.displacement);
        m_quality.push_back({seen.score, seen.state});
    }
    Result<void> finish() {
        for (auto* writer : {&m_landmarks, &m_motion, &m_displacement})
            if (m_failed)
                m_failed = writer->finish();
        return m_failed;
    }

    struct Quality {
        float score;
        face::Scorability state;
    };
    const std::vector<Quality>& quality() const { return m_quality; }

private:
    FeatureFiles(NpyWriter landmarks, NpyWriter motion, NpyWriter displacement)
        : m_landmarks(std::move(landmarks)),
          m_motion(std::move(motion)),
          m_displacement(std::move(displacement)) {}

    static Result<void> append(NpyWriter& writer,
                               const std::array<cv::Vec2f, motion::kRegionCount>& vectors) {
        return writer.append(std::span<const float>(vectors[0].val, 2 * vectors.size()));
    }

    NpyWriter m_landmarks;
    NpyWriter m_motion;
    NpyWriter m_displacement;
    Result<void> m_failed; ///< the first error, kept until finish()
    std::vector<Quality> m_quality;
};

std::string qualityTable(const pipeline::Analysis& analysis,
                         const std::vector<FeatureFiles::Quality>& quality) {
    std::string text = annotation::csvLine(
        {"frame", "time_s", "face_found", "score", "head_dx", "head_dy", "scorable", "state"});
    for (std::size_t i = 0; i < quality.size(); ++i) {
        const auto& head = analysis.series.frames[i].head;
        const auto state = quality[i].state;
        text += annotation::csvLine(
            {std::to_string(i), fmt::format("{}", analysis.timesS.at(i)),
             state == face::Scorability::NoFace ? "0" : "1", fmt::format("{}", quality[i].score),
             fmt::format("{}", head[0]), fmt::format("{}", head[1]),
             state == face::Scorability::Scorable ? "1" : "0", std::string(face::describe(state))});
    }
    return text;
}

Result<Json> manifest(const FeaturesState& s, const pipeline::Analysis& analysis, const Json& options,
                      const JobContext& job) {
    const auto media = media::contentSha256(s.media, job);
    if (!media)
        return Unexpected(media.error());
    const auto modelPath = face::landmarkModel().path(s.options.landmarkModel);
    const auto model = media::contentSha256(modelPath, job);
    if (!model)
        return Unexpected(model.error());
    Json out;
    out["mien"] = {{"version", MIEN_VERSION}, {"verb", "features"}, {"options", options}};
    out["media"] = {{"name", analysis.info.path.filename().string()},
                    {"sha256", *media},
                    {"frames", analysis.info.frames},
                    {"fps", toJson(analysis.info.fps)}};
    out["landmark_model"] = {{"name", face::landmarkModel().name}, {"sha256", *model}};
    Json names = Json::array();
    for (const auto& region : motion::regions())
        names.push_back(region.name);
    out["regions"] = std::move(names);
    out["files"] = {
        {"landmarks.npy",
         "(frames, 68, 2) float32: x, y in pixels of the film; zeros where no face was found"},
        {"motion.npy",
         "(frames, 12, 2) float32: dx, dy of each region since the previous frame (MDMO), head motion "
         "removed, in distances between the eyes"},
        {"displacement.npy", "(frames, 12, 2) float32: the same since the reference frame"},
        {"quality.csv",
         "per frame: face found, detector score, head motion since the previous frame in distances "
         "between the eyes, scorable or why not"}};
    return out;
}

Result<Output> features(const FeaturesState& s, const Json& options, Context& context) {
    std::error_code ec;
    const bool created = fs::create_directories(s.out, ec);
    if (ec)
        return fail(ErrorCode::WriteFailed, "The folder cannot be made: " + ec.message() + ".", s.out);
    auto result = [&]() -> Result<Output> {
        auto files = FeatureFiles::create(s.out);
        if (!files)
            return Unexpected(files.error());
        auto analyseOptions = s.options;
        analyseOptions.cacheDir = cacheFolder();
        const auto analysis = pipeline::analyse(
            s.media, analyseOptions, context.job,
            {.early = {}, .frame = [&](const auto& seen, const auto& moved) { files->add(seen, moved); }});
        if (!analysis)
            return Unexpected(analysis.error());
        for (const auto& [stage, seconds] : analysis->secondsByStage)
            context.timing[stage] = seconds;
        auto described = manifest(s, *analysis, options, context.job);
        if (!described)
            return Unexpected(described.error());
        if (auto finished = files->finish(); !finished)
            return Unexpected(finished.error());
        const fs::path folder = s.out;
        if (auto w = writeFileAtomically(folder / "quality.csv", qualityTable(*analysis, files->quality()));
            !w)
            return Unexpected(w.error());
        if (auto w = writeFileAtomically(folder / "manifest.json", described->dump(2) + "\n"); !w)
            return Unexpected(w.error());
        Output out;
        out.json = {
            {"media", s.media},
            {"frames", analysis->info.frames},
            {"scorable_fraction", analysis->scorableFraction},
            {"out", s.out},
            {"files", {"landmarks.npy", "motion.npy", "displacement.npy", "quality.csv", "manifest.json"}}};
        out.text = fmt::format("{}: {} frames, {:.0f} % scorable → {}\n", s.media, analysis->info.frames,
                               100.0 * analysis->scorableFraction, s.out);
        return out;
    }();
    if (!result && created)
        fs::remove(s.out, ec); // only if empty: nothing of ours stays behind
    return result;
}

} // namespace

Run declareFeatures(Verb& verb) {
    auto s = Verb::state<FeaturesState>();
    verb.required("MEDIA", s->media, "a film or a folder of numbered images");
    verb.required("--out", s->out, "the folder to write into").typeName("DIR");
    declareAnalysis(verb, s->options);
    return [s, &verb](Context& context) { return features(*s, verb.echo(), context); };
}

} // namespace mien::cli
