// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/columns.h"

#include <map>

/// Frame-level labels of one film, put together from one or several files. Internal to this module.
namespace mien::dataset {

class LabelBuilder {
public:
    LabelBuilder(Draft& draft, LabelKind kind) : m_draft(draft), m_kind(kind) {}

    /// One file: rows of frame number and values, `actionUnits[i]` for the cell i + 1. Cells that are no
    /// number or outside the kind's range become kNotCoded, with a finding a file.
    void add(const Sheet& sheet, std::size_t firstRow, const std::vector<int>& actionUnits);
    /// What was added, frames ascending; action units that nobody coded are left out, with a finding.
    FrameLabels finish(std::string source, std::string subject, std::string film);
    std::vector<int> actionUnits() const;

private:
    struct Problem {
        std::int64_t count = 0;
        std::int64_t row = 0;
        std::string value;
        void meet(std::int64_t at, std::string_view cell) {
            if (count++ == 0) {
                row = at;
                value = cell;
            }
        }
    };
    std::uint8_t valueOf(const SheetRow& row, std::size_t column, Problem& unreadable,
                         Problem& outside) const;

    Draft& m_draft;
    LabelKind m_kind;
    std::map<std::int64_t, std::map<int, std::uint8_t>> m_values; ///< frame → action unit → value
    std::map<int, std::size_t> m_frames; ///< action unit → how many frames say of it
};

/// Digits behind `prefix` somewhere in a lower-case name; nullopt where there are none.
std::optional<int> numberBehind(std::string_view name, std::string_view prefix);

} // namespace mien::dataset
