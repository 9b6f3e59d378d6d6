// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/npy.h"
#include "core/base/zip_archive.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace mien {

/// An array of any element kind as it lies in a file.
struct NpzElements {
    std::string kind; ///< NumPy's name: "<f2", "<U16" …
    std::vector<std::size_t> shape;
    std::string bytes; ///< C order

    std::size_t count() const; ///< product of the shape
};

/// A .npz file: a zip archive of .npy files, stored or deflated (numpy.savez, numpy.savez_compressed). The
/// file is held in memory while this lives; files and arrays above 1 GiB are refused.
class NpzFile {
public:
    /// NotFound, Unreadable, Corrupt, Unsupported.
    static Result<NpzFile> open(const std::filesystem::path& path);

    /// Names of the arrays, without ".npy", sorted.
    const std::vector<std::string>& names() const { return m_names; }
    /// An array of one of NpyArray's element types. NotFound lists the names there are.
    Result<NpyArray> read(const std::string& name) const;
    /// The same of any kind whose elements have a fixed size (…2, …4, …8 bytes, or <U… texts).
    Result<NpzElements> readElements(const std::string& name) const;

private:
    NpzFile() = default;
    /// The .npy file of this array.
    Result<std::string> content(const std::string& name) const;
    std::string locationOf(const std::string& name) const;

    std::unique_ptr<std::string> m_bytes; ///< stays where it is when this is moved
    std::optional<ZipArchive> m_archive;
    std::vector<std::string> m_names;
};

} // namespace mien
