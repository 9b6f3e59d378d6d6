// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <span>
#include <string_view>
#include <vector>

namespace mien {

/// Element types of the .npy files read and written here, little-endian.
enum class NpyType { Float32, Float64, UInt8, Int32, Int64 };

/// NumPy's name, e.g. "<f4".
std::string_view nameOf(NpyType type);
std::size_t sizeOf(NpyType type);

template <class T>
consteval NpyType npyTypeOf() {
    if constexpr (std::is_same_v<T, float>)
        return NpyType::Float32;
    else if constexpr (std::is_same_v<T, double>)
        return NpyType::Float64;
    else if constexpr (std::is_same_v<T, std::uint8_t>)
        return NpyType::UInt8;
    else if constexpr (std::is_same_v<T, std::int32_t>)
        return NpyType::Int32;
    else {
        static_assert(std::is_same_v<T, std::int64_t>, "no .npy element type");
        return NpyType::Int64;
    }
}

/// An array in C order (last index fastest), as NumPy's format 1.0 stores it.
struct NpyArray {
    NpyType type = NpyType::Float32;
    std::vector<std::size_t> shape; ///< empty: a single number
    std::vector<std::byte> bytes;   ///< elements in this machine's byte order

    std::size_t count() const { return bytes.size() / sizeOf(type); }
    /// The elements; T must be what `type` says.
    template <class T>
    std::span<const T> values() const {
        assert(type == npyTypeOf<T>());
        return {reinterpret_cast<const T*>(bytes.data()), count()};
    }
    template <class T>
    static NpyArray of(std::vector<std::size_t> shape, std::span<const T> values) {
        const auto raw = std::as_bytes(values);
        return {npyTypeOf<T>(), std::move(shape), {raw.begin(), raw.end()}};
    }
};

/// Whole file into memory. Corrupt, Unsupported (big-endian, Fortran order, other element types), NotFound.
Result<NpyArray> readNpy(const std::filesystem::path& path);

/// Replaces `path` in one step (temporary file beside it, then rename): readers see the old or the new file.
Result<void> writeNpy(const std::filesystem::path& path, const NpyArray& array);

/// Writes an array whose first dimension is not known in advance, row by row, in constant memory. The file
/// appears under its name only when finish() succeeds; a writer destroyed before leaves nothing behind.
class NpyWriter {
public:
    /// `rowShape`: the dimensions after the first.
    static Result<NpyWriter> create(const std::filesystem::path& path, NpyType type,
                                    std::vector<std::size_t> rowShape);
    NpyWriter(NpyWriter&&) noexcept;
    NpyWriter& operator=(NpyWriter&&) = delete;
    ~NpyWriter();

    /// One or more whole rows.
    template <class T>
    Result<void> append(std::span<const T> values) {
        return appendBytes(npyTypeOf<T>(), std::as_bytes(values));
    }
    /// Writes the number of rows into the header, flushes, and gives the file its name.
    Result<void> finish();
    std::size_t rows() const { return m_rows; }

private:
    NpyWriter() = default;
    Result<void> appendBytes(NpyType type, std::span<const std::byte> bytes);

    std::filesystem::path m_path;
    std::filesystem::path m_temporary; ///< empty once finished or moved from
    std::ofstream m_file;
    NpyType m_type = NpyType::Float32;
    std::vector<std::size_t> m_rowShape;
    std::size_t m_rowBytes = 0;
    std::size_t m_rows = 0;
};

} // namespace mien
