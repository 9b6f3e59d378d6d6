// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace mien::face {

/// One model that finding or reading faces relies on. The licences page, `self-test` and the loaders iterate
/// the table; none of these models is shipped with the program.
struct ModelRow {
    std::string_view name;    ///< stable, e.g. "landmarks-68"
    std::string_view purpose; ///< one phrase for people
    std::string_view version;
    std::string_view licence;     ///< what people must know, in full sentences
    std::string_view package;     ///< Debian package that brings it
    std::string_view file;        ///< where that package puts it; empty where it is part of a linked library
    std::string_view environment; ///< environment variable that names another file; empty: none

    /// The file that is used: `chosen` if not empty, else the environment's, else the package's. Empty where
    /// the model is built into a library.
    std::filesystem::path path(const std::filesystem::path& chosen = {}) const;
    /// Built in, or the file exists.
    bool available(const std::filesystem::path& chosen = {}) const;
};

std::span<const ModelRow> modelRows();
const ModelRow& detectorModel();
const ModelRow& landmarkModel();

} // namespace mien::face
