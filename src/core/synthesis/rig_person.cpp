// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_person.h"

#include "core/base/rng.h"

namespace mien::synthesis {
namespace {

/// sRGB 0 … 255, red first, as one reads colours off a chart; to linear BGR.
cv::Vec3f linear(double r, double g, double b) {
    const auto one = [](double v) { return static_cast<float>(std::pow(v / 255.0, 2.2)); };
    return {one(b), one(g), one(r)};
}

cv::Vec3f mix(const cv::Vec3f& a, const cv::Vec3f& b, double share) {
    return a + (b - a) * static_cast<float>(share);
}

double truncatedNormal(Rng& rng, double limit) {
    for (;;)
        if (const double x = rng.normal(); std::abs(x) <= limit)
            return x;
}

/// From very light to very dark, evenly spaced for the eye.
const cv::Vec3f kSkins[] = {linear(243, 208, 190), linear(231, 188, 162), linear(214, 164, 132),
                            linear(190, 136, 104), linear(150, 100, 74),  linear(112, 72, 52),
                            linear(80, 52, 40)};
const cv::Vec3f kIrises[] = {linear(84, 54, 34), linear(62, 40, 28), linear(120, 88, 48), linear(96, 116, 84),
                             linear(98, 130, 158)};
const cv::Vec3f kHairs[] = {linear(28, 23, 21),  linear(46, 33, 25),  linear(78, 54, 36),
                            linear(128, 96, 62), linear(110, 62, 38), linear(150, 146, 142)};
const cv::Vec3f kShirts[] = {linear(62, 74, 96), linear(120, 124, 128), linear(74, 92, 74),
                             linear(118, 56, 54), linear(206, 202, 194)};

} // namespace

RigPerson rigPerson(const RigModel& model, std::uint64_t identity) {
    auto rng = Rng::derived(identity, 1);
    RigPerson p;
    p.seed = static_cast<std::uint32_t>(rng.next());
    const double tone = rng.uniform() * (std::size(kSkins) - 1.001);
    const auto step = static_cast<std::size_t>(tone);
    p.skin = mix(kSkins[step], kSkins[step + 1], tone - static_cast<double>(step));
    const double dark = tone / (std::size(kSkins) - 1.0);
    p.redness = static_cast<float>(rng.uniform(0.25, 0.9));
    p.freckles = rng.uniform() < 0.35 ? static_cast<float>(rng.uniform(0.3, 1.0) * (1.0 - 0.6 * dark)) : 0.0f;
    p.stubble = rng.uniform() < 0.45 ? static_cast<float>(rng.uniform(0.3, 1.0)) : 0.0f;
    p.furrows = static_cast<float>(rng.uniform(0.7, 1.25));
    p.lips = mix(linear(184, 104, 98), linear(104, 60, 54), dark * rng.uniform(0.75, 1.0));
    p.lips = mix(p.lips, cv::Vec3f(p.skin[0] * 0.62f, p.skin[1] * 0.58f, p.skin[2] * 0.8f),
                 rng.uniform(0.35, 0.65));
    p.hair = kHairs[dark > 0.45 ? rng.below(2) : rng.below(std::size(kHairs))];
    p.iris = dark > 0.55 ? kIrises[rng.below(2)] : kIrises[rng.below(std::size(kIrises))];
    p.shirt = kShirts[rng.below(std::size(kShirts))];
    p.hairHeight = static_cast<float>(rng.uniform(0.5, 1.7));
    p.hairline = static_cast<float>(rng.uniform(9.8, 11.0));
    p.browThickness = static_cast<float>(rng.uniform(0.75, 1.25));
    p.browDensity = static_cast<float>(rng.uniform(0.7, 1.2));
    p.yaw = static_cast<float>(0.05 * truncatedNormal(rng, 2.0));
    p.pitch = static_cast<float>(0.03 * truncatedNormal(rng, 2.0));
    p.distanceCm = static_cast<float>(rng.uniform(80.0, 140.0));

    const double side = rng.uniform() < 0.5 ? -1.0 : 1.0;
    const cv::Vec3d key(side * rng.uniform(0.15, 0.6), rng.uniform(0.3, 0.65), 1.0);
    p.keyDirection = cv::Vec3f(key / cv::norm(key));
    const double warm = rng.uniform();
    p.keyColour = mix(cv::Vec3f(1.06f, 1.0f, 0.96f), cv::Vec3f(0.82f, 0.96f, 1.08f), warm) *
                  static_cast<float>(rng.uniform(0.75, 1.0));
    p.skyColour = mix(cv::Vec3f(1.04f, 1.0f, 0.97f), cv::Vec3f(0.92f, 0.98f, 1.03f), warm) *
                  static_cast<float>(rng.uniform(0.42, 0.6));
    p.groundColour = cv::Vec3f(0.80f, 0.9f, 1.0f) * static_cast<float>(rng.uniform(0.18, 0.3));
    const double wall = rng.uniform(60.0, 200.0);
    p.wallTop = linear(wall, wall + rng.uniform(-6.0, 8.0), wall + rng.uniform(-10.0, 14.0));
    p.wallBottom = p.wallTop * static_cast<float>(rng.uniform(0.55, 0.85));
    for (std::size_t m = 0; m < model.identityModes(); ++m)
        p.modes.push_back(static_cast<float>(truncatedNormal(rng, 2.0)));
    return p;
}

} // namespace mien::synthesis
