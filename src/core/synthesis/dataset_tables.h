// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/dataset_spec.h"

#include <string>
#include <vector>

namespace mien::synthesis {

/// The tables of a finished dataset, made from the records of its clips (clip.json) in their order.
class DatasetTables {
public:
    explicit DatasetTables(const DatasetSpec& spec);
    void add(const nlohmann::ordered_json& record);

    /// Files and their text: clips.csv, events.csv, events_internal.csv, events_megc.csv, people.csv.
    std::vector<std::pair<std::string, std::string>> files() const;
    /// For every planted link: how often it shows with and without its class in its split; and how far the
    /// emotions and labels of single people are from those of all (mean total variation).
    nlohmann::ordered_json measured() const;
    /// Number of expressions by stratum and label, and by person and label.
    nlohmann::ordered_json counts() const;

private:
    struct Row {
        std::string clip, person, split, stratum, twin, emotion, label, type, units;
        std::vector<std::string> followed;
        std::int64_t onset, apex, offset;
    };
    const DatasetSpec& m_spec;
    std::vector<std::string> m_demographics; ///< every key that some person has, in order
    std::vector<Row> m_rows;
    std::string m_clips;
};

} // namespace mien::synthesis
