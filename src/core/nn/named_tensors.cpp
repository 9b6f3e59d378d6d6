// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/named_tensors.h"

#include <algorithm>
#include <cmath>

namespace mien::nn {
namespace {

std::string sides(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const auto side : shape)
        text += (text.empty() ? "" : "×") + std::to_string(side);
    return text.empty() ? "a single number" : text;
}

Unexpected refused(const std::string& name, const std::string& why) {
    return fail(ErrorCode::InvalidArgument,
                "These weights do not fit this network: the tensor " + name + " " + why + ".");
}

} // namespace

void nameTensors(std::span<const TensorSlot> slots, std::span<const float> flat, const std::string& prefix,
                 TensorMap& out) {
    for (const auto& slot : slots) {
        const auto values = flat.subspan(slot.offset, slot.count);
        out[prefix + slot.name] = {slot.shape, {values.begin(), values.end()}};
    }
}

Result<void> takeTensors(std::span<const TensorSlot> slots, const TensorMap& tensors,
                         const std::string& prefix, std::span<float> flat, bool atLeastZero) {
    for (const auto& slot : slots) {
        const std::string name = prefix + slot.name;
        const auto found = tensors.find(name);
        if (found == tensors.end())
            return refused(name, "is missing");
        const Tensor& tensor = found->second;
        if (tensor.shape != slot.shape || tensor.values.size() != slot.count)
            return refused(name, "is " + sides(tensor.shape) + " and should be " + sides(slot.shape));
        if (!std::ranges::all_of(tensor.values, [](float v) { return std::isfinite(v); }))
            return refused(name, "holds numbers that are not finite");
        const bool positive = atLeastZero || name.ends_with("running_var");
        if (positive && std::ranges::any_of(tensor.values, [](float v) { return v < 0.0f; }))
            return refused(name, "holds negative numbers");
        std::ranges::copy(tensor.values, flat.begin() + static_cast<std::ptrdiff_t>(slot.offset));
    }
    return {};
}

} // namespace mien::nn
