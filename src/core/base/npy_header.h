// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/npy.h"

#include <istream>
#include <optional>
#include <string>

/// The header of a .npy file: internal to npy.cpp, apart so that it can be tested and fuzzed by itself.
namespace mien::npy {

struct Header {
    NpyType type = NpyType::Float32;
    std::vector<std::size_t> shape;
    std::size_t dataOffset = 0; ///< of the first element in the file
};

std::string_view descriptionOf(NpyType type);

/// "(3, 4)", "(3,)", "()": as Python writes a tuple.
std::string shapeText(std::span<const std::size_t> shape);

/// Size of the elements; nothing where it exceeds what this machine can address.
std::optional<std::size_t> bytesOf(NpyType type, std::span<const std::size_t> shape);

/// Magic, version, length and dictionary, byte for byte as NumPy writes them: with room for 21 digits in the
/// first dimension, so that a header of another number of rows has the same length and can replace it.
std::string headerText(NpyType type, std::span<const std::size_t> shape);

/// A header of any element kind.
struct AnyHeader {
    std::string kind; ///< NumPy's name, e.g. "<f2"
    std::vector<std::size_t> shape;
    std::size_t dataOffset = 0;
};

/// As readHeader, whatever the elements are; Unsupported for Fortran order.
Result<AnyHeader> readAnyHeader(std::istream& in, const std::string& location);

/// Reads versions 1.0 to 3.0. `location` goes into the error.
Result<Header> readHeader(std::istream& in, const std::string& location);

} // namespace mien::npy
