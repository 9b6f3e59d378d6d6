// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/options.h"
#include "core/base/result.h"
#include "core/dataset/dataset.h"

#include <array>
#include <span>

namespace mien::dataset {

struct ImportOptions {
    std::string layout;             ///< a row of datasetLayouts(); empty: recognised from the table
    std::filesystem::path films;    ///< where the films or folders of images are; empty: beside the table
    std::filesystem::path cacheDir; ///< for the films' time-stamp tables; empty: none is kept
    std::vector<std::string> reportOnly; ///< rules that are not to be applied (ImportCheck::rule)
    std::string frameBase = "auto";
    std::string zeroOffset = "unknown";

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        static constexpr std::array<std::string_view, 3> bases{"auto", "0", "1"};
        static constexpr std::array<std::string_view, 2> zeros{"unknown", "apex"};
        v(self.frameBase, OptionInfo{"frame-base", "what the table calls a film's first frame", 0, 0, bases});
        v(self.zeroOffset,
          OptionInfo{"zero-offset", "what an offset of 0 after a later onset becomes", 0, 0, zeros});
    }
};

struct TableSource;
class Draft;

/// One layout of dataset tables. Command line, window and tests iterate datasetLayouts().
struct DatasetLayout {
    std::string_view name;        ///< e.g. "samm_lv"
    std::string_view dataset;     ///< "SAMM Long Videos"
    std::string_view description; ///< one sentence for people
    /// 0: not this one; higher is surer.
    int (*recognises)(const TableSource&);
    Result<Draft> (*read)(const TableSource&, const ImportOptions&, const JobContext&);
};
std::span<const DatasetLayout> datasetLayouts();

/// InvalidArgument naming the known layouts where there is none of that name.
Result<const DatasetLayout*> datasetLayout(std::string_view name);

/// One thing to stumble over.
struct ImportCheck {
    std::string_view id;
    std::string_view what; ///< one sentence: what is looked for
    std::string_view rule; ///< the rule that repairs it; empty: reported only
    std::string_view does; ///< one sentence: what the rule does; empty without one
};
std::span<const ImportCheck> importChecks();

/// Reads a table (.xlsx, .csv, .tsv, .txt) or, for frame labels, a folder of them. Every row is kept; every
/// oddity is a finding. Films are looked up by name; a missing one is a finding.
Result<Dataset> importDataset(const std::filesystem::path& table, const ImportOptions& options,
                              const JobContext& job);
/// The same from memory, without films.
Result<Dataset> parseDataset(std::string_view bytes, const std::string& source, const ImportOptions& options);

/// The samples in the generic layout (docs/formats/dataset.md), frames 0-based, paths relative to `folder`.
std::string genericTable(const Dataset& dataset, const std::filesystem::path& folder);

} // namespace mien::dataset
