// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/graph_parameters.h"

#include <set>

namespace mien::ui {
namespace {

constexpr std::size_t kMostCodes = 64; ///< as the tests of categories take

constexpr std::array kAlphas{1e-6,  1e-5,  1e-4,  2e-4,  3e-4,  5e-4,  7e-4,  0.001, 0.0015,
                             0.002, 0.003, 0.004, 0.005, 0.006, 0.007, 0.008, 0.009, 0.01,
                             0.012, 0.015, 0.02,  0.025, 0.03,  0.035, 0.04,  0.045, 0.05,
                             0.06,  0.07,  0.08,  0.09,  0.1,   0.12,  0.15,  0.2};

} // namespace

causal::DiscoverOptions optionsOf(const GraphParameters& parameters, int variables) {
    causal::DiscoverOptions options;
    options.fci = parameters.preset == GraphPreset::Interactive ? causal::FciOptions::interactive(variables)
                  : parameters.preset == GraphPreset::Fast      ? causal::FciOptions::fast()
                                                                : causal::FciOptions::complete();
    if (parameters.maxDepth >= 0)
        options.fci.maxDepth = parameters.maxDepth;
    options.fci.colliders = parameters.colliders;
    options.alpha = parameters.alpha;
    options.lags = parameters.lags;
    options.fci.algorithm = parameters.algorithm;
    options.fci.selectionBias = parameters.selectionBias;
    options.test = parameters.test;
    options.missing = parameters.missing;
    options.sampleSize = parameters.sampleSize;
    if (parameters.sampleSize == causal::SampleSize::Given)
        options.givenSamples = parameters.givenSamples;
    return options;
}

DataTraits traitsOf(const causal::Table& table) {
    DataTraits traits;
    traits.codes = table.columns() > 0;
    for (int c = 0; c < table.columns(); ++c) {
        std::set<double> codes;
        for (const double value : table.values.col(c)) {
            if (std::isnan(value))
                traits.gaps = true;
            else if (traits.codes)
                codes.insert(value);
            if (codes.size() > kMostCodes)
                traits.codes = false, codes.clear();
        }
    }
    return traits;
}

GraphParameters allowed(GraphParameters wanted, const DataTraits& data) {
    using namespace causal;
    if (wanted.lags > 0)
        wanted.algorithm = Algorithm::Fci;
    if (wanted.algorithm == Algorithm::Rfci) {
        wanted.colliders = ColliderRule::SeparatingSet;
        wanted.preset = GraphPreset::Interactive;
    }
    if (!data.codes)
        wanted.test = TestKind::FisherZ;
    if (!data.gaps || wanted.test != TestKind::FisherZ)
        wanted.missing = Missing::Listwise;
    if (wanted.sampleSize == SampleSize::Residual &&
        (wanted.test != TestKind::FisherZ || wanted.missing == Missing::Testwise))
        wanted.sampleSize = SampleSize::Effective;
    return wanted;
}

namespace {

/// Each parameter under its name; `v` also gets the number of values that one of a few may have.
template <class P, class V>
void each(P& p, V&& v) {
    v("alpha", p.alpha, 0);
    v("depth", p.maxDepth, 0);
    v("lags", p.lags, 0);
    v("preset", p.preset, 3);
    v("colliders", p.colliders, 3);
    v("algorithm", p.algorithm, 2);
    v("selection", p.selectionBias, 2);
    v("test", p.test, 3);
    v("missing", p.missing, 2);
    v("samples", p.sampleSize, 4);
    v("given", p.givenSamples, 0);
}

} // namespace

QVariantMap toMap(const GraphParameters& parameters) {
    QVariantMap map;
    each(parameters, [&](const char* name, auto value, int) {
        if constexpr (std::is_floating_point_v<decltype(value)>)
            map.insert(QLatin1String(name), value);
        else
            map.insert(QLatin1String(name), static_cast<int>(value));
    });
    return map;
}

GraphParameters parametersFrom(const QVariantMap& map) {
    GraphParameters parameters;
    each(parameters, [&](const char* name, auto& value, int choices) {
        using T = std::remove_reference_t<decltype(value)>;
        bool good = false;
        const QVariant kept = map.value(QLatin1String(name));
        if constexpr (std::is_floating_point_v<T>) {
            if (const double read = kept.toDouble(&good); good && std::isfinite(read))
                value = read;
        } else if (const int read = kept.toInt(&good);
                   good && (choices == 0 || (read >= 0 && read < choices))) {
            value = static_cast<T>(read);
        }
    });
    const GraphParameters delivered;
    if (!(parameters.alpha > 0.0 && parameters.alpha < 1.0))
        parameters.alpha = delivered.alpha;
    parameters.maxDepth = std::max(-1, parameters.maxDepth);
    parameters.lags = std::clamp(parameters.lags, 0, kMostLags);
    parameters.givenSamples = std::clamp(parameters.givenSamples, kLeastGiven, kMostGiven);
    return parameters;
}

GraphParameters changedBy(const GraphParameters& wanted, const GraphParameters& before,
                          const GraphParameters& after) {
    QVariantMap map = toMap(wanted);
    const QVariantMap then = toMap(before);
    const QVariantMap now = toMap(after);
    for (auto it = now.begin(); it != now.end(); ++it)
        if (it.value() != then.value(it.key()))
            map.insert(it.key(), it.value());
    return parametersFrom(map);
}

std::span<const double> alphaSteps() {
    return kAlphas;
}

int nearestAlpha(double alpha) {
    const auto nearest = std::min_element(kAlphas.begin(), kAlphas.end(), [alpha](double a, double b) {
        return std::abs(std::log(a / alpha)) < std::abs(std::log(b / alpha));
    });
    return static_cast<int>(nearest - kAlphas.begin());
}

} // namespace mien::ui
