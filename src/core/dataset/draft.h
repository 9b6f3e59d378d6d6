// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/dataset.h"
#include "core/dataset/import.h"
#include "core/dataset/sheet.h"

#include <array>

/// A dataset while it is read: cells with a meaning, not yet checked. Internal to this module.
namespace mien::dataset {

/// A cell that the layout gives a meaning.
struct Field {
    std::string column; ///< the header's text; empty where the table has no such column
    std::string text;
    bool number = false;

    bool present() const { return !column.empty(); }
    bool blank() const { return trimmed(text).empty(); }
};

/// What a layout's columns may mean.
enum class Role : std::uint8_t {
    Subject,
    Film,
    Clip,
    Onset,
    Apex,
    Offset,
    Duration,
    Type,
    Emotion,
    SelfReport,
    ObjectiveClass,
    ActionUnits,
    Fps,
    MediaFirstFrame,
    Features,
};
inline constexpr std::size_t kRoles = 15;

struct DraftRow {
    Sample sample;
    std::string table;
    std::array<Field, kRoles> fields;
    /// Onset, apex, offset as the table numbers them; change with the repairs.
    std::array<std::optional<double>, 3> frames;
    std::vector<std::string> mediaNames;          ///< what the film may be called on disk, the surest first
    std::optional<std::int64_t> mediaFirstNumber; ///< of a folder of images: number of the first and last one
    std::optional<std::int64_t> mediaLastNumber;
    std::optional<Rational> mediaFps; ///< of a film, which has a rate of its own

    const Field& field(Role role) const { return fields[static_cast<std::size_t>(role)]; }
    Field& field(Role role) { return fields[static_cast<std::size_t>(role)]; }
    std::string_view text(Role role) const { return trimmed(field(role).text); }
};

/// What the rows of one layout have in common.
struct Traits {
    int headerRow = 1;          ///< where the release has its header, counted from 1; 0: no header
    std::int64_t frameBase = 1; ///< what the table calls the first frame
    std::string_view frameBaseReason;
    std::optional<Rational> fps;
    int subjectDigits = 0; ///< "1" means "01" where it is 2; 0: subjects are no numbers
    std::optional<annotation::ExpressionType> type; ///< where the dataset has one type only
    bool clipsAreUnique = true;                     ///< a row's own name should not come twice for a subject
};

class Draft {
public:
    Draft(std::string source, Traits traits, const ImportOptions& options);

    std::string source;
    Traits traits;
    const ImportOptions& options;
    std::vector<DraftRow> rows;
    std::vector<FrameLabels> labels;
    ImportReport report;

    /// Where a finding stands.
    struct Place {
        std::string table;
        std::int64_t row = 0;
        std::string column;
        std::string value;
    };
    static Place at(const DraftRow& row) { return {row.table, row.sample.row, {}, {}}; }
    static Place at(const DraftRow& row, Role role);

    /// Something that only people can put right.
    void reported(std::string_view check, Place place, std::string sentence);
    /// Notes the finding and says whether the check's rule may be applied (it may not where the user wants
    /// the finding reported only).
    [[nodiscard]] bool repair(std::string_view check, Place place, std::string before, std::string after,
                              std::string sentence);
};

/// A cell as messages show it: cut where it is long, control characters replaced.
std::string shown(std::string_view text);

/// "-", "/", "?", "NULL", "n/a" …: what tables write for nothing.
bool saysNothing(std::string_view text);

/// A finite number, nothing before or after it; beyond any film is none.
std::optional<double> numberFrom(std::string_view text);

/// "25", "29.97", "30000/1001"; above 0 and at most 100,000.
std::optional<Rational> rateFrom(std::string_view text);

} // namespace mien::dataset
