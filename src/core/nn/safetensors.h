// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/nn/tensor.h"

#include <filesystem>
#include <string_view>

namespace mien::nn {

/// Weights and what is said of them, in the safetensors format: 8 bytes of header length, a JSON header, the
/// numbers. Unlike a pickle it can hold no code.
struct WeightFile {
    TensorMap tensors;
    std::map<std::string, std::string> metadata;
};

/// Float32 alone (F16 and F64 are converted). Corrupt, naming file and tensor: lengths that do not fit the
/// file, holes or overlaps, names twice, other types, a header above 16 MiB, a file above 512 MiB; NaN and
/// infinite numbers are kept (setWeights refuses them).
Result<WeightFile> readSafetensors(const std::filesystem::path& path);
Result<WeightFile> parseSafetensors(std::string_view bytes, const std::string& source);

/// Tensors in the order of their names, float32; written atomically. Same content, same bytes.
Result<void> writeSafetensors(const std::filesystem::path& path, const WeightFile& file);
std::string safetensorsBytes(const WeightFile& file);

} // namespace mien::nn
