// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/motion/tvl1_options.h"

#include <fmt/format.h>

namespace mien::motion {

Result<void> Tvl1Options::validate() const {
    Result<void> result;
    visit(*this, [&](const auto& value, const OptionInfo& info) {
        const double v = static_cast<double>(value);
        if (result && info.min < info.max && !(v >= info.min && v <= info.max))
            result = fail(
                ErrorCode::InvalidArgument,
                fmt::format("{} is {}, but must lie between {} and {}.", info.name, v, info.min, info.max),
                "tvl1");
    });
    return result;
}

} // namespace mien::motion
