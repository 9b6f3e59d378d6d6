// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/npz.h"

namespace mien::synthesis {

/// One array of numbers of a rig: float16, float32 or float64.
struct RigArray {
    std::vector<std::size_t> shape;
    int bytesEach = 0; ///< 2, 4 or 8
    std::string bytes; ///< C order, little-endian

    std::size_t count() const {
        return bytesEach > 0 ? bytes.size() / static_cast<std::size_t>(bytesEach) : 0;
    }
    float operator[](std::size_t i) const;
};

/// The array `name` of the rig's archive. NotFound, Corrupt, Unsupported.
Result<RigArray> readRigArray(const NpzFile& archive, const std::string& name);
/// The same for a list of texts (NumPy's fixed-width Unicode, "<U…").
Result<std::vector<std::string>> readRigNames(const NpzFile& archive, const std::string& name);

} // namespace mien::synthesis
