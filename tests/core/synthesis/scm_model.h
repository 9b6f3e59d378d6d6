// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/synthesis/scm.h"

#include <cmath>

namespace mien::test {

/// A model with `people` subjects and the four emotions of MiE-X that its AUs tell apart without doubt.
inline synthesis::ScmOptions scmOptions(std::size_t people = 8) {
    const std::vector<std::string> classes{"happiness", "sadness", "surprise", "disgust"};
    synthesis::ScmOptions options;
    options.table = *synthesis::emotionTable("mie-x")->restrictedTo(classes);
    for (std::size_t i = 0; i < people; ++i)
        options.people.push_back({"p" + std::to_string(i), i % 4 == 3 ? "test" : "train", 2 + i % 2});
    options.seed = 11;
    return options;
}

/// Pearson's correlation.
inline double correlation(const std::vector<double>& a, const std::vector<double>& b) {
    double ma = 0, mb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ma += a[i] / static_cast<double>(a.size());
        mb += b[i] / static_cast<double>(a.size());
    }
    double ab = 0, aa = 0, bb = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        ab += (a[i] - ma) * (b[i] - mb);
        aa += (a[i] - ma) * (a[i] - ma);
        bb += (b[i] - mb) * (b[i] - mb);
    }
    return ab / std::sqrt(aa * bb);
}

} // namespace mien::test
