// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"
#include "core/base/frame.h"
#include "core/dataset/import_report.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mien::dataset {

/// A person as the dataset names them. Nothing about a person is ever inferred: a demographic that the
/// dataset does not give is absent, which means unknown.
struct Subject {
    std::string id;
    std::map<std::string, std::string> demographics; ///< "age" → "23", in the dataset's own words

    bool operator==(const Subject&) const = default;
};

/// One cell as the table has it.
struct Cell {
    std::string column; ///< the header's text; "A", "B" … for a column without one
    std::string text;

    bool operator==(const Cell&) const = default;
};

/// A precomputed array that belongs to a sample: a .npy file, or one array of a .npz file.
struct FeatureArray {
    std::filesystem::path file;
    std::string name; ///< of the array inside a .npz; empty for a .npy

    bool operator==(const FeatureArray&) const = default;
};

/// One row of a dataset's table: an expression of a person in a film. Every row of the table is kept; what it
/// does not say, or says in a way that no rule repairs, is absent.
struct Sample {
    std::string subject;
    std::string film; ///< what the frame numbers count in, e.g. "006_1"; several samples may share it
    std::string clip; ///< the row's own name, e.g. "006_1_2"; equals `film` where the table knows only one
    /// 0-based frames of the film; offset included. onset <= apex <= offset where all are known and the
    /// report has no finding "order" for the row.
    std::optional<FrameIndex> onset;
    std::optional<FrameIndex> apex;
    std::optional<FrameIndex> offset;
    std::optional<annotation::ExpressionType> type; ///< absent: the table does not say
    std::string emotion;         ///< as given, after the named repairs of spelling; may be empty
    std::string selfReport;      ///< what the subject said it was, where the table has it; may be empty
    std::string objectiveClass;  ///< "I" … "VII", "1" … "7"; may be empty
    std::string actionUnits;     ///< the FACS code, byte for byte as the table has it
    std::optional<Rational> fps; ///< of the film that the frames count in; may differ from row to row
    std::int64_t row = 0;        ///< row of the sheet or line of the file, counted from 1
    std::vector<Cell> cells;     ///< the whole row as the table has it, without its empty cells

    /// The film or folder of images, where it was found, and what is known of it.
    std::filesystem::path media;
    std::int64_t mediaFirstFrame =
        0; ///< frame of the film that the medium shows first (clips cut from a film)
    std::optional<std::int64_t> mediaFrames;
    std::vector<FeatureArray> features;

    bool operator==(const Sample&) const = default;
    /// onset … offset where both are known and ordered.
    std::optional<FrameInterval> interval() const;
    /// Frames from onset to offset, both included, over the rate.
    std::optional<double> durationS() const;
};

enum class LabelKind : std::uint8_t {
    Occurrence, ///< 0 absent, 1 present
    Intensity   ///< 0 … 5, FACS's none and A … E
};
std::string_view nameOf(LabelKind kind); ///< "occurrence" | "intensity"

/// The value of a frame and action unit that nobody coded.
inline constexpr std::uint8_t kNotCoded = 9;

/// What coders say of every frame of a film (BP4D, DISFA).
struct FrameLabels {
    std::string subject;
    std::string film;
    LabelKind kind = LabelKind::Occurrence;
    std::optional<Rational> fps;
    std::vector<int> actionUnits;   ///< ascending
    std::vector<FrameIndex> frames; ///< ascending, 0-based frames of the film; gaps are possible
    std::vector<std::uint8_t>
        values; ///< frames × action units, action units fastest; kNotCoded where unknown
    std::filesystem::path media;

    bool operator==(const FrameLabels&) const = default;
    std::uint8_t value(std::size_t frame, std::size_t actionUnit) const {
        return values[frame * actionUnits.size() + actionUnit];
    }
};

struct Dataset {
    std::string name;              ///< "CASME II"; for the generic layout the table's stem
    std::string layout;            ///< name of the row of datasetLayouts() it was read with
    std::vector<Subject> subjects; ///< in the order of their first appearance
    std::vector<Sample> samples;   ///< in the order of the table's rows
    std::vector<FrameLabels> frameLabels;
    ImportReport report;

    /// nullptr where there is none of that id.
    const Subject* subject(std::string_view id) const;
};

} // namespace mien::dataset
