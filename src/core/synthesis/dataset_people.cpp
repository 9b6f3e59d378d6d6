// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/dataset_people.h"

#include "core/annotation/csv.h"
#include "core/synthesis/generator.h"

#include <opencv2/imgcodecs.hpp>

namespace mien::synthesis {
namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

fs::path resolvedIn(const fs::path& folder, const std::string& written) {
    return fs::path(written).is_absolute() ? fs::path(written) : folder / written;
}

std::vector<fs::path> sortedEntries(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (!entry.path().filename().string().starts_with('.'))
            entries.push_back(entry.path());
    if (error)
        throw std::runtime_error(
            fmt::format("The folder {} cannot be read: {}.", folder.string(), error.message()));
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::vector<fs::path> imagesIn(const fs::path& folder) {
    auto images = sortedEntries(folder);
    std::erase_if(images,
                  [](const fs::path& p) { return fs::is_directory(p) || !cv::haveImageReader(p.string()); });
    return images;
}

/// `written` is how the spec speaks of `folder`.
std::vector<DatasetPortrait> stillsOf(const fs::path& folder, const std::string& written) {
    std::vector<DatasetPortrait> portraits;
    for (const auto& image : imagesIn(folder))
        portraits.push_back({(fs::path(written) / image.filename()).string(), image});
    return portraits;
}

void takePortrait(DatasetPerson& person, const Json& json, const fs::path& folder, const std::string& what) {
    DatasetPortrait portrait;
    bool ofFilm = false;
    if (json.is_string()) {
        portrait.written = json.get<std::string>();
    } else {
        Fields fields(json, what);
        if (!fields.take("source", portrait.written))
            fields.refuse("needs \"source\", an image, a film, a folder of images or a rig's folder.");
        ofFilm = fields.any("frame") != nullptr;
        fields.takeNumber("frame", portrait.frame, 0, 1'000'000'000);
        fields.take("identity", portrait.identity);
        fields.refuseOthers();
    }
    portrait.resolved = resolvedIn(folder, portrait.written);
    if (person.generator != "warp" || ofFilm || !fs::is_directory(portrait.resolved)) {
        person.portraits.push_back(std::move(portrait));
        return;
    }
    const auto stills = stillsOf(portrait.resolved, portrait.written);
    if (stills.empty())
        throw std::runtime_error(fmt::format("{}: the folder {} holds no image; name one with portraits.",
                                             what, portrait.written));
    person.portraits.insert(person.portraits.end(), stills.begin(), stills.end());
}

void checkGenerator(const Fields& fields, const std::string& name) {
    std::vector<std::string_view> names; // of those that play what is planted
    for (const auto& row : generatorRows())
        if (row.load != nullptr)
            names.push_back(row.name);
    if (std::find(names.begin(), names.end(), name) != names.end())
        return;
    fields.refuse(fmt::format("has the generator \"{}\"; there are {}.", name, fmt::join(names, ", ")));
}

void checkSplit(const Fields& fields, const std::string& split) {
    if (!split.empty() && split != "train" && split != "test")
        fields.refuse(fmt::format("has the split \"{}\"; it is train or test.", split));
}

bool isName(const std::string& id) {
    return !id.empty() && id.find_first_of("/\\,\"\n") == std::string::npos;
}

DatasetPerson personFrom(const Json& json, const fs::path& folder, const std::string& generator,
                         std::size_t number) {
    Fields fields(json, fmt::format("Person {}", number));
    DatasetPerson person;
    person.generator = generator;
    if (!fields.take("id", person.id) || !isName(person.id))
        fields.refuse("needs an \"id\" without slash, comma or quote.");
    fields.take("generator", person.generator);
    checkGenerator(fields, person.generator);
    fields.take("split", person.split);
    checkSplit(fields, person.split);
    if (const auto* demographics = fields.object("demographics"))
        for (const auto& [key, value] : demographics->items()) {
            if (!value.is_string())
                fields.refuse(fmt::format("has a demographic \"{}\" that is no text.", key));
            person.demographics[key] = value.get<std::string>();
        }
    const auto* portraits = fields.list("portraits");
    if (portraits == nullptr || portraits->empty())
        fields.refuse("needs \"portraits\", a list of at least one.");
    std::size_t count = 0;
    for (const auto& item : *portraits)
        takePortrait(person, item, folder, fmt::format("Portrait {} of \"{}\"", ++count, person.id));
    fields.refuseOthers();
    return person;
}

/// Splits and demographics of people whose pictures are found in a folder: one row each, by "id".
void readTable(const fs::path& file, DatasetSpec& spec) {
    const auto table = annotation::readCsv(file);
    if (!table)
        throw std::runtime_error(table.error().sentence());
    const auto id = table->column({"id"});
    if (!id)
        throw std::runtime_error(
            fmt::format("{}: the table of people needs a column \"id\".", file.string()));
    for (const auto& row : table->rows) {
        const auto person = std::find_if(spec.people.begin(), spec.people.end(),
                                         [&](const auto& p) { return p.id == row.cells[*id]; });
        if (person == spec.people.end())
            throw std::runtime_error(
                fmt::format("{}: there is no picture of \"{}\"; take out the row or add one.",
                            table->at(row.line), row.cells[*id]));
        for (std::size_t i = 0; i < table->header.size(); ++i) {
            if (i == *id || row.cells[i].empty())
                continue;
            if (table->header[i] != "split")
                person->demographics[table->header[i]] = row.cells[i];
            else if (row.cells[i] == "train" || row.cells[i] == "test")
                person->split = row.cells[i];
            else
                throw std::runtime_error(fmt::format("{}: the split \"{}\" is neither train nor test.",
                                                     table->at(row.line), row.cells[i]));
        }
    }
}

void readPeopleInFolder(Fields& fields, DatasetSpec& spec, const fs::path& folder) {
    std::string written, table;
    fields.take("folder", written);
    fields.take("table", table);
    const auto stills = resolvedIn(folder, written);
    if (!fs::is_directory(stills))
        fields.refuse(fmt::format("names the folder {}, which is not there.", written));
    for (const auto& entry : sortedEntries(stills)) {
        DatasetPerson person;
        const auto name = (fs::path(written) / entry.filename()).string();
        if (fs::is_directory(entry)) {
            person.id = entry.filename().string();
            person.portraits = stillsOf(entry, name);
        } else if (cv::haveImageReader(entry.string())) {
            person.id = entry.stem().string();
            person.portraits = {{name, entry}};
        }
        if (person.portraits.empty())
            continue;
        if (!isName(person.id))
            fields.refuse(fmt::format("finds {}, whose name has a comma or a quote; rename it.", name));
        spec.people.push_back(std::move(person));
    }
    if (spec.people.empty())
        fields.refuse(fmt::format("names the folder {}, which holds no image.", written));
    if (!table.empty())
        readTable(resolvedIn(folder, table), spec);
}

/// The list that the spec's groups and folders stand for, so that a picture added later is noticed.
Json listOf(const std::vector<DatasetPerson>& people) {
    Json list = Json::array();
    for (const auto& person : people) {
        Json entry{{"id", person.id}, {"generator", person.generator}};
        if (!person.split.empty())
            entry["split"] = person.split;
        for (const auto& portrait : person.portraits) {
            Json json{{"source", portrait.written}};
            if (person.generator == "warp")
                json["frame"] = portrait.frame;
            else
                json["identity"] = portrait.identity;
            entry["portraits"].push_back(std::move(json));
        }
        if (!person.demographics.empty())
            entry["demographics"] = person.demographics;
        list.push_back(std::move(entry));
    }
    return list;
}

void readIdentities(Fields& fields, DatasetSpec& spec, const fs::path& folder) {
    std::string rig;
    int count = 1, first = 1;
    fields.take("rig", rig);
    fields.takeNumber("count", count, 1, 1'000'000);
    fields.takeNumber("first", first, 0, 1'000'000'000);
    for (int i = 0; i < count; ++i) {
        DatasetPerson person;
        person.id = fmt::format("r{:04}", first + i);
        person.generator = "rig";
        person.portraits = {{rig, resolvedIn(folder, rig), 0, static_cast<std::uint64_t>(first + i)}};
        spec.people.push_back(std::move(person));
    }
}

} // namespace

void readPeople(Fields& fields, DatasetSpec& spec, const fs::path& folder) {
    std::string generator = "warp";
    fields.take("generator", generator);
    checkGenerator(fields, generator);
    const auto* people = fields.any("people");
    if (people != nullptr && people->is_object()) {
        Fields group(*people, "\"people\"");
        if (group.any("rig") != nullptr)
            readIdentities(group, spec, folder);
        else if (group.any("folder") != nullptr)
            readPeopleInFolder(group, spec, folder);
        else
            group.refuse("needs \"folder\" (pictures) or \"rig\" (a face rig).");
        group.refuseOthers();
    } else {
        people = fields.list("people");
        if (people == nullptr || people->empty())
            fields.refuse("needs \"people\", a list of at least one.");
        for (const auto& item : *people)
            spec.people.push_back(personFrom(item, folder, generator, spec.people.size() + 1));
    }
    std::set<std::string> ids;
    for (const auto& person : spec.people)
        if (!ids.insert(person.id).second)
            fields.refuse(fmt::format("names the person \"{}\" twice.", person.id));
    spec.json["people"] = listOf(spec.people);
}

void assignSplits(DatasetSpec& spec) {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < spec.people.size(); ++i)
        if (spec.people[i].split.empty())
            open.push_back(i);
    auto rng = Exogenous(spec.scm.seed, 0).stream("split");
    for (std::size_t i = open.size(); i > 1; --i)
        std::swap(open[i - 1], open[rng.below(i)]);
    auto test = static_cast<std::size_t>(std::llround(spec.testShare * static_cast<double>(open.size())));
    if (spec.testShare > 0.0 && open.size() > 1)
        test = std::clamp<std::size_t>(test, 1, open.size() - 1);
    for (std::size_t i = 0; i < open.size(); ++i)
        spec.people[open[i]].split = i < test ? "test" : "train";
}

} // namespace mien::synthesis
