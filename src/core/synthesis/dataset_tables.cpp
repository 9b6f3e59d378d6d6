// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_tables.h"

#include "core/base/json.h"

#include "core/annotation/event_table.h"

#include <fmt/format.h>

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;
using annotation::csvLine;

std::string textOf(const std::vector<annotation::TableEvent>& events, std::string_view format) {
    std::vector<annotation::TableNote> notes;
    return (*annotation::eventTableFormat(format))->write(events, notes);
}

/// Half the sum of differences of two distributions given as counts.
double totalVariation(const std::map<std::string, double>& a, const std::map<std::string, double>& b) {
    double na = 0.0, nb = 0.0, sum = 0.0;
    for (const auto& [key, n] : a)
        na += n;
    for (const auto& [key, n] : b)
        nb += n;
    for (const auto& [key, n] : b) {
        const auto found = a.find(key);
        sum += std::abs((found == a.end() ? 0.0 : found->second) / na - n / nb);
    }
    return 0.5 * sum; // a is part of b: it has no key that b lacks
}

/// Mean over rows of the total variation between the row's person and everyone.
double variationByPerson(const std::map<std::string, std::map<std::string, double>>& byPerson) {
    std::map<std::string, double> all;
    double rows = 0.0, sum = 0.0;
    for (const auto& [person, counts] : byPerson)
        for (const auto& [value, n] : counts)
            all[value] += n;
    for (const auto& [person, counts] : byPerson) {
        double n = 0.0;
        for (const auto& [value, k] : counts)
            n += k;
        sum += n * totalVariation(counts, all);
        rows += n;
    }
    return rows > 0.0 ? sum / rows : 0.0;
}

} // namespace

DatasetTables::DatasetTables(const DatasetSpec& spec) : m_spec(spec) {
    for (const auto& person : spec.people)
        for (const auto& [key, value] : person.demographics)
            if (std::find(m_demographics.begin(), m_demographics.end(), key) == m_demographics.end())
                m_demographics.push_back(key);
    std::sort(m_demographics.begin(), m_demographics.end());
    std::vector<std::string> header{"subject",  "film",    "clip",    "onset", "apex",   "offset",
                                    "type",     "emotion", "au",      "fps",   "frames", "side",
                                    "elicited", "split",   "stratum", "twin"};
    for (const auto& key : m_demographics)
        header.push_back("subject." + key);
    m_clips = csvLine(header);
}

void DatasetTables::add(const Json& record) {
    const auto text = [](const Json& json, const char* key) { return json.at(key).get<std::string>(); };
    const auto id = text(record, "id"), person = text(record, "person");
    const auto& clip = record.at("clip");
    const auto film = fmt::format("clips/{}/{}.{}", id, id, text(clip, "codec") == "ffv1" ? "mkv" : "mp4");
    const auto& who = *std::find_if(m_spec.people.begin(), m_spec.people.end(),
                                    [&](const DatasetPerson& p) { return p.id == person; });
    const auto line = [&](const Json* e) {
        std::vector<std::string> cells{person, film, id};
        const auto cell = [&](const char* key) {
            cells.push_back(e == nullptr             ? std::string()
                            : e->at(key).is_string() ? e->at(key).get<std::string>()
                                                     : jsonText(e->at(key)));
        };
        for (const char* key : {"onset", "apex", "offset", "type", "label", "action_units"})
            cell(key);
        const auto fps = text(clip, "fps");
        cells.push_back(fps.ends_with("/1") ? fps.substr(0, fps.size() - 2) : fps);
        cells.push_back(jsonText(clip.at("frames")));
        cell("side");
        cell("emotion");
        cells.push_back(text(record, "split"));
        cells.push_back(text(record, "stratum"));
        cells.push_back(text(record, "twin"));
        for (const auto& key : m_demographics) {
            const auto found = who.demographics.find(key);
            cells.push_back(found == who.demographics.end() || found->second.empty() ? "unknown"
                                                                                     : found->second);
        }
        m_clips += csvLine(cells);
    };
    if (record.at("expressions").empty())
        line(nullptr);
    for (const auto& e : record.at("expressions")) {
        line(&e);
        Row row{id,
                person,
                text(record, "split"),
                text(record, "stratum"),
                text(record, "twin"),
                text(e, "emotion"),
                text(e, "label"),
                text(e, "type"),
                text(e, "action_units"),
                record.at("sample").at("followed").get<std::vector<std::string>>(),
                e.at("onset").get<std::int64_t>(),
                e.at("apex").get<std::int64_t>(),
                e.at("offset").get<std::int64_t>()};
        m_rows.push_back(std::move(row));
    }
}

std::vector<std::pair<std::string, std::string>> DatasetTables::files() const {
    std::vector<annotation::TableEvent> events;
    for (const auto& row : m_rows) {
        annotation::TableEvent event;
        event.video = row.clip;
        event.subject = row.person;
        event.type = *annotation::expressionTypeFrom(row.type);
        event.onset = {row.onset};
        event.apex = FrameIndex{row.apex};
        event.offset = FrameIndex{row.offset};
        const double fps = m_spec.film.fps.value();
        event.onsetS = static_cast<double>(row.onset) / fps;
        event.apexS = static_cast<double>(row.apex) / fps;
        event.offsetS = static_cast<double>(row.offset) / fps;
        event.actionUnits = row.units;
        event.tier = "truth";
        event.note = row.label;
        events.push_back(std::move(event));
    }
    std::vector<std::string> header{"subject", "split", "generator", "portraits"};
    for (const auto& key : m_demographics)
        header.push_back("subject." + key);
    std::string people = csvLine(header);
    for (const auto& person : m_spec.people) {
        std::vector<std::string> cells{person.id, person.split, person.generator,
                                       std::to_string(person.portraits.size())};
        for (const auto& key : m_demographics) {
            const auto found = person.demographics.find(key);
            cells.push_back(found == person.demographics.end() || found->second.empty() ? "unknown"
                                                                                        : found->second);
        }
        people += csvLine(cells);
    }
    return {{"clips.csv", m_clips},
            {"events.csv", textOf(events, "mien")},
            {"events_internal.csv", textOf(events, "internal")},
            {"events_megc.csv", textOf(events, "megc")},
            {"people.csv", people}};
}

Json DatasetTables::measured() const {
    Json links = Json::array();
    for (const auto& link : m_spec.scm.planted) {
        double with = 0.0, withShown = 0.0, without = 0.0, withoutShown = 0.0;
        const auto name = link.kind == PlantedLink::Kind::Unit ? fmt::format("unit {}", link.unit)
                                                               : std::string(nameOf(link.kind));
        const bool byLabel = link.kind == PlantedLink::Kind::Light || link.kind == PlantedLink::Kind::Camera;
        for (const auto& row : m_rows) {
            if (link.split != "all" && link.split != row.split)
                continue;
            const bool shown =
                std::find(row.followed.begin(), row.followed.end(), name) != row.followed.end();
            const bool ofClass = (byLabel ? row.label : row.emotion) == link.emotion;
            (ofClass ? with : without) += 1.0;
            (ofClass ? withShown : withoutShown) += shown ? 1.0 : 0.0;
        }
        links.push_back(
            {{"link", name},
             {"class", link.emotion},
             {"in", link.split},
             {"strength", link.strength},
             {"n_with_class", with},
             {"shown_with_class", with > 0.0 ? Json(withShown / with) : Json(nullptr)},
             {"n_without_class", without},
             {"shown_without_class", without > 0.0 ? Json(withoutShown / without) : Json(nullptr)}});
    }
    std::map<std::string, std::map<std::string, double>> emotions, labels;
    for (const auto& row : m_rows) {
        emotions[row.person][row.emotion] += 1.0;
        labels[row.person][row.label] += 1.0;
    }
    return {{"expressions", m_rows.size()},
            {"links", links},
            {"emotion_by_person_total_variation", variationByPerson(emotions)},
            {"label_by_person_total_variation", variationByPerson(labels)}};
}

Json DatasetTables::counts() const {
    std::map<std::string, std::map<std::string, int>> strata, people;
    std::map<std::string, int> labels, types;
    for (const auto& row : m_rows) {
        ++strata[row.stratum][row.label];
        ++people[row.person][row.label];
        ++labels[row.label];
        ++types[row.type];
    }
    return {{"by_label", labels}, {"by_type", types}, {"by_stratum", strata}, {"by_person", people}};
}

} // namespace mien::synthesis
