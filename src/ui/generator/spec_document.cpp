// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/spec_document.h"

#include "core/base/file_io.h"
#include "core/base/json.h"
#include "core/synthesis/dataset_plan.h"

#include <QFileInfo>

namespace mien::ui {
namespace {

constexpr int kSettleMs = 150;
constexpr std::int64_t kMostPlanned = 200'000; ///< beyond that the films are counted, not planned

Result<SpecFacts> factsOf(const SpecDocument::Json& json, const std::filesystem::path& folder) {
    const auto spec = synthesis::datasetSpecFromJson(json, folder);
    if (!spec)
        return Unexpected(spec.error());
    SpecFacts facts;
    facts.people = spec->people.size();
    facts.testPeople = static_cast<std::size_t>(std::count_if(
        spec->people.begin(), spec->people.end(), [](const auto& p) { return p.split == "test"; }));
    facts.filmS = spec->film.frames / spec->film.fps.value();
    const auto emotions = static_cast<std::int64_t>(spec->scm.table.emotions.size());
    const std::int64_t guess = spec->counts.clips * (spec->counts.by == "none" ? 1 : emotions) *
                               (spec->counts.per == "person" ? static_cast<std::int64_t>(facts.people) : 1);
    facts.films = guess;
    if (guess <= kMostPlanned) {
        const auto plan = synthesis::planDataset(*spec);
        if (!plan)
            return Unexpected(plan.error());
        facts.films = static_cast<std::int64_t>(plan->clips.size());
        facts.missingStrata = plan->missingStrata.size();
    }
    if (!spec->twins.change.empty())
        facts.films *= 2;
    return facts;
}

SpecDocument::Json small() {
    return parseOrderedJson(R"({
        "emotion_table": "mie-x",
        "counts": {"clips": 1, "per": "person", "by": "emotion"},
        "film": {"frames": 48, "fps": 24, "size": 256, "codec": "h264", "quality": 18}
    })");
}

} // namespace

SpecDocument::SpecDocument(QObject* parent) : QObject(parent) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kSettleMs);
    connect(&m_soon, &QTimer::timeout, this, &SpecDocument::judge);
    m_json = {{"format", "mien-dataset-1"}, {"name", "dataset"}, {"seed", std::uint64_t{1}}};
    m_json.merge_patch(small());
    touch();
}

SpecDocument::~SpecDocument() = default;

QString SpecDocument::text() const {
    return QString::fromStdString(jsonText(m_json, 2));
}

Result<synthesis::EmotionTable> SpecDocument::emotionTable() const {
    std::string name = "mie-x";
    if (const auto* given = value("/emotion_table"); given != nullptr && given->is_string())
        name = given->get<std::string>();
    const auto builtIn = synthesis::builtInEmotionTables();
    if (std::find(builtIn.begin(), builtIn.end(), name) == builtIn.end())
        name = (m_folder / name).string(); // an absolute one stays
    return synthesis::emotionTable(name);
}

std::vector<std::string> SpecDocument::emotions() const {
    std::vector<std::string> out;
    if (const auto* chosen = value("/emotions"); chosen != nullptr && chosen->is_array()) {
        for (const auto& name : *chosen)
            if (name.is_string())
                out.push_back(name.get<std::string>());
        return out;
    }
    if (const auto table = emotionTable())
        for (const auto& emotion : table->emotions)
            out.push_back(emotion.name);
    return out;
}

const SpecDocument::Json* SpecDocument::value(const std::string& at) const {
    const Json::json_pointer pointer(at);
    return m_json.contains(pointer) ? &m_json.at(pointer) : nullptr;
}

void SpecDocument::set(const std::string& at, const Json& value) {
    const Json::json_pointer pointer(at);
    const auto* before = this->value(at);
    if (value.is_null() ? before == nullptr : before != nullptr && *before == value)
        return;
    if (!value.is_null()) {
        // A section that is no object cannot take the field; the verdict says what is wrong with it.
        for (auto parent = pointer.parent_pointer(); !parent.empty(); parent = parent.parent_pointer())
            if (m_json.contains(parent) && !m_json.at(parent).is_object() && !m_json.at(parent).is_array())
                m_json.at(parent) = Json::object();
        m_json[pointer] = value;
    } else {
        m_json.at(pointer.parent_pointer()).erase(pointer.back());
    }
    touch();
}

void SpecDocument::setPeople(const FaceChoice& face) {
    if (face.empty())
        return set("/people", Json());
    const bool rig = face.generator == "rig";
    Json portrait{{"source", face.source.string()}};
    if (rig)
        portrait["identity"] = face.identity;
    else if (face.sourceFrame > 0)
        portrait["frame"] = face.sourceFrame;
    const auto id = rig ? "r" + std::to_string(face.identity) : face.source.stem().string();
    set("/people",
        Json::array({{{"id", id}, {"generator", face.generator}, {"portraits", Json::array({portrait})}}}));
}

void SpecDocument::usePreset(const std::string& name) {
    auto preset = name.empty() ? Result<Json>(small()) : synthesis::datasetPreset(name);
    if (!preset)
        return;
    Json json{{"format", "mien-dataset-1"}};
    for (const char* kept : {"name", "seed", "generator", "people", "test_share"})
        if (m_json.contains(kept))
            json[kept] = m_json.at(kept);
    json.merge_patch(*preset);
    m_json = std::move(json);
    touch();
}

Result<void> SpecDocument::setText(const QString& text) {
    auto json = parseOrderedJson(text.toStdString());
    if (json.is_discarded() || !json.is_object())
        return fail(ErrorCode::InvalidArgument, tr("This is not valid JSON.").toStdString());
    if (json == m_json)
        return {};
    m_json = std::move(json);
    touch();
    return {};
}

Result<void> SpecDocument::load(const QString& file) {
    const auto text = readTextFile(file.toStdString(), 100u << 20);
    if (!text)
        return Unexpected(text.error());
    const auto before = std::exchange(m_folder, QFileInfo(file).absolutePath().toStdString());
    if (auto ok = setText(QString::fromStdString(*text)); !ok) {
        m_folder = before;
        return fail(ErrorCode::Corrupt, ok.error().message, file.toStdString());
    }
    touch(); // the same text means other files from another folder
    return {};
}

Result<void> SpecDocument::save(const QString& file) {
    return writeFileAtomically(file.toStdString(), jsonText(m_json, 2) + "\n");
}

void SpecDocument::touch() {
    m_soon.start();
    emit changed();
}

void SpecDocument::judge() {
    if (m_job) {
        m_again = true;
        return;
    }
    m_job = std::make_unique<Job<SpecFacts>>(
        tr("Checking the spec"),
        [json = m_json, folder = m_folder](const JobContext&) { return factsOf(json, folder); });
    connect(m_job.get(), &JobBase::finished, this, [this] {
        m_verdict = m_job->takeResult();
        m_job.release()->deleteLater(); // it is the one that is calling
        if (std::exchange(m_again, false))
            return judge();
        emit judged();
    });
    m_job->start();
}

} // namespace mien::ui
