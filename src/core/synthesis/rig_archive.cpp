// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_archive.h"

#include <fmt/format.h>
#include <opencv2/core.hpp>

#include <bit>
#include <cstring>

namespace mien::synthesis {

float RigArray::operator[](std::size_t i) const {
    const char* at = bytes.data() + i * static_cast<std::size_t>(bytesEach);
    if (bytesEach == 2) {
        cv::float16_t value;
        std::memcpy(static_cast<void*>(&value), at, sizeof value);
        return static_cast<float>(value);
    }
    if (bytesEach == 4) {
        float value = 0.0f;
        std::memcpy(&value, at, sizeof value);
        return value;
    }
    double value = 0.0;
    std::memcpy(&value, at, sizeof value);
    return static_cast<float>(value);
}

Result<RigArray> readRigArray(const NpzFile& archive, const std::string& name) {
    static_assert(std::endian::native == std::endian::little);
    auto elements = archive.readElements(name);
    if (!elements)
        return Unexpected(elements.error());
    for (const auto& [kind, each] : {std::pair{"<f2", 2}, std::pair{"<f4", 4}, std::pair{"<f8", 8}})
        if (elements->kind == kind)
            return RigArray{std::move(elements->shape), each, std::move(elements->bytes)};
    return fail(ErrorCode::Unsupported,
                fmt::format("The rig's array \"{}\" holds elements of kind {}; float16, float32 or float64 "
                            "are read.",
                            name, elements->kind));
}

Result<std::vector<std::string>> readRigNames(const NpzFile& archive, const std::string& name) {
    const auto elements = archive.readElements(name);
    if (!elements)
        return Unexpected(elements.error());
    if (!elements->kind.starts_with("<U") || elements->shape.size() != 1)
        return fail(ErrorCode::Corrupt, fmt::format("The rig's array \"{}\" is not a list of texts.", name));
    std::vector<std::string> names(elements->shape[0]);
    const auto width = names.empty() ? 0 : elements->bytes.size() / (4 * names.size());
    for (std::size_t n = 0; n < names.size(); ++n)
        for (std::size_t c = 0; c < width; ++c) {
            const char letter = elements->bytes[4 * (n * width + c)]; // UTF-32, names are ASCII
            if (letter != '\0')
                names[n] += letter;
        }
    return names;
}

} // namespace mien::synthesis
