// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/fairness/counterfactual.h"

#include <algorithm>
#include <cmath>

namespace mien::fairness {
namespace {

constexpr std::size_t kOutputs = 10;

/// Where each head stands among the outputs; 2 and 5 are "none".
constexpr std::array<std::size_t, kHeads> kOutputOf{0, 1, 6, 8, 3, 4, 7, 9};

double logit(double p) {
    constexpr double kLeast = 1e-6; // probabilities that were rounded to 0 or 1
    const double inside = std::clamp(p, kLeast, 1.0 - kLeast);
    return std::log(inside / (1.0 - inside));
}

double corrected(double p, double null, double masked, double ofNull, double ofMasked, bool inLogits) {
    if (!inLogits)
        return p - ofNull * null - ofMasked * masked;
    double x = logit(p);
    if (ofNull > 0.0)
        x -= ofNull * logit(null);
    if (ofMasked > 0.0)
        x -= ofMasked * logit(masked);
    return 1.0 / (1.0 + std::exp(-x));
}

bool usable(const std::array<double, kHeads>& lambdas) {
    return std::ranges::all_of(lambdas, [](double l) { return std::isfinite(l) && l >= 0.0; });
}

} // namespace

std::string_view nameOf(Head head) {
    static constexpr std::array<std::string_view, kHeads> kNames{
        "micro-onset", "micro-offset", "micro-apex", "micro-action",
        "macro-onset", "macro-offset", "macro-apex", "macro-action"};
    return kNames[static_cast<std::size_t>(head)];
}

bool Lambdas::allZero() const {
    const auto zero = [](double l) { return l == 0.0; };
    return std::ranges::all_of(null, zero) && std::ranges::all_of(masked, zero);
}

Result<std::vector<float>> debiased(std::span<const float> predicted, std::span<const float> null,
                                    std::span<const float> masked, const Lambdas& lambdas) {
    if (!usable(lambdas.null) || !usable(lambdas.masked))
        return fail(ErrorCode::InvalidArgument,
                    "The weights λ of a correction must be numbers of 0 or more.");
    const bool needsNull = std::ranges::any_of(lambdas.null, [](double l) { return l > 0.0; });
    if (predicted.size() % kOutputs != 0 ||
        (null.size() != predicted.size() && (needsNull || !null.empty())) ||
        (!masked.empty() && masked.size() != predicted.size()))
        return fail(ErrorCode::InvalidArgument,
                    "Prediction and counterfactuals are not of the same film: their lengths differ.");
    std::vector<float> result(predicted.begin(), predicted.end());
    for (std::size_t head = 0; head < kHeads; ++head) {
        const double ofNull = lambdas.null[head];
        const double ofMasked = masked.empty() ? 0.0 : lambdas.masked[head];
        if (ofNull == 0.0 && ofMasked == 0.0)
            continue;
        for (std::size_t i = kOutputOf[head]; i < result.size(); i += kOutputs) {
            const double f = corrected(
                static_cast<double>(predicted[i]), ofNull > 0.0 ? static_cast<double>(null[i]) : 0.0,
                ofMasked > 0.0 ? static_cast<double>(masked[i]) : 0.0, ofNull, ofMasked, lambdas.logit);
            result[i] = static_cast<float>(std::clamp(f, 0.0, 1.0));
        }
    }
    return result;
}

} // namespace mien::fairness
