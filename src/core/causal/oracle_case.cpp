// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causal/oracle_case.h"

#include "core/base/file_io.h"

#include <nlohmann/json.hpp>

#include <unordered_map>

namespace mien::causal {
namespace {

using Json = nlohmann::json;
using NamePairs = std::vector<std::pair<std::string, std::string>>;

/// Carries a sentence out of the parsing; caught before it leaves this file.
struct BadCase {
    std::string sentence;
};

const Json& member(const Json& object, const char* key, bool needed) {
    static const Json none = Json::array();
    const auto found = object.find(key);
    if (found != object.end() && !found->is_null())
        return *found;
    if (needed)
        throw BadCase{std::string("There is no list \"") + key + "\"."};
    return none;
}

std::vector<std::string> names(const Json& list, const char* key) {
    if (!list.is_array())
        throw BadCase{std::string("\"") + key + "\" must be a list of names."};
    std::vector<std::string> all;
    for (const auto& entry : list) {
        if (!entry.is_string())
            throw BadCase{std::string("\"") + key + "\" must hold names in quotes only."};
        all.push_back(entry.get<std::string>());
    }
    return all;
}

NamePairs namePairs(const Json& list, const char* key) {
    if (!list.is_array())
        throw BadCase{std::string("\"") + key + "\" must be a list of pairs of names."};
    NamePairs pairs;
    for (const auto& entry : list) {
        const auto two = names(entry, key);
        if (two.size() != 2)
            throw BadCase{std::string("Each entry of \"") + key + "\" must be a pair [cause, effect]."};
        pairs.emplace_back(two[0], two[1]);
    }
    return pairs;
}

Knowledge knowledgeOf(const Json& object) {
    if (!object.is_object())
        throw BadCase{"Knowledge must be an object with tiers, required or forbidden."};
    for (const auto& [key, value] : object.items())
        if (key != "tiers" && key != "required" && key != "forbidden" && key != "forbidden_within")
            throw BadCase{"Knowledge has no member called \"" + key +
                          "\"; it may hold tiers, required, forbidden and forbidden_within."};
    Knowledge knowledge;
    const Json& tiers = member(object, "tiers", false);
    if (!tiers.is_array())
        throw BadCase{"\"tiers\" must be a list of lists of names."};
    for (const auto& tier : tiers)
        knowledge.tiers.push_back(names(tier, "tiers"));
    const Json& within = member(object, "forbidden_within", false);
    if (!within.is_array())
        throw BadCase{"\"forbidden_within\" must be a list of tiers, counted from 0."};
    for (const auto& tier : within) {
        if (!tier.is_number_integer())
            throw BadCase{"\"forbidden_within\" must be a list of tiers, counted from 0."};
        knowledge.forbiddenWithin.push_back(tier.get<int>());
    }
    knowledge.required = namePairs(member(object, "required", false), "required");
    knowledge.forbidden = namePairs(member(object, "forbidden", false), "forbidden");
    return knowledge;
}

OracleCase caseOf(const Json& object) {
    if (!object.is_object())
        throw BadCase{"A graph must be an object with nodes and dag_edges."};
    OracleCase result;
    result.dag.nodes = names(member(object, "nodes", true), "nodes");
    std::unordered_map<std::string, int> places;
    for (const auto& name : result.dag.nodes)
        places.emplace(name, static_cast<int>(places.size()));
    if (places.size() != result.dag.nodes.size())
        throw BadCase{"\"nodes\" names a node twice."};
    const auto place = [&](const std::string& name, const char* key) {
        const auto found = places.find(name);
        if (found == places.end())
            throw BadCase{std::string("\"") + key + "\" names \"" + name +
                          "\", which is not among the nodes."};
        return found->second;
    };
    for (const auto& name : names(member(object, "latents", false), "latents"))
        result.dag.latents.push_back(place(name, "latents"));
    for (const auto& name : names(member(object, "selection", false), "selection"))
        result.dag.selection.push_back(place(name, "selection"));
    for (const auto& [from, to] : namePairs(member(object, "dag_edges", true), "dag_edges"))
        result.dag.edges.emplace_back(place(from, "dag_edges"), place(to, "dag_edges"));
    if (const auto found = object.find("knowledge"); found != object.end() && !found->is_null())
        result.knowledge = knowledgeOf(*found);
    return result;
}

template <class T>
Result<T> parse(std::string_view text, const std::string& source, T (*read)(const Json&)) {
    try {
        return read(Json::parse(text));
    } catch (const BadCase& bad) {
        return fail(ErrorCode::Corrupt, bad.sentence, source);
    } catch (const Json::parse_error& error) {
        return fail(ErrorCode::Corrupt,
                    "This is not JSON (it breaks off or goes wrong at byte " + std::to_string(error.byte) +
                        ").",
                    source);
    } catch (const Json::exception&) {
        return fail(ErrorCode::Corrupt, "A value in this JSON is out of range.", source);
    }
}

} // namespace

Result<OracleCase> parseOracleCase(std::string_view json, const std::string& source) {
    auto parsed = parse(json, source, &caseOf);
    if (!parsed)
        return parsed;
    if (const auto fine = parsed->dag.check(); !fine)
        return fail(ErrorCode::Corrupt, fine.error().message, source);
    return parsed;
}

Result<Knowledge> parseKnowledge(std::string_view json, const std::string& source) {
    return parse(json, source, &knowledgeOf);
}

Result<OracleCase> readOracleCase(const std::filesystem::path& path) {
    const auto text = readTextFile(path, 64u << 20);
    return text ? parseOracleCase(*text, path.string()) : Result<OracleCase>(Unexpected(text.error()));
}

Result<Knowledge> readKnowledge(const std::filesystem::path& path) {
    const auto text = readTextFile(path, 64u << 20);
    return text ? parseKnowledge(*text, path.string()) : Result<Knowledge>(Unexpected(text.error()));
}

} // namespace mien::causal
