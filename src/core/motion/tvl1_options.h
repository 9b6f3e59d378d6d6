// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/options.h"
#include "core/base/result.h"

namespace mien::motion {

/// Settings of `tvl1`. lambda and theta mean what they mean in the IPOL article (Sánchez Pérez,
/// Meinhardt-Llopis, Facciolo 2013) and in OpenCV: energy |∇u| + |u-v|²/(2 theta) + lambda |rho(v)|, grey 0 …
/// 255.
///
/// The defaults were chosen on planted pairs (tests/bench/bench_flow) for what the regions need:
/// displacements that are not shrunk, at noise that stays small. OpenCV's 0.15 and 0.3, iterated to the end,
/// shrink 0.3 px to 0.2 px; a smaller theta and few steps shrink least, and smoothing both images first keeps
/// the noise down.
struct Tvl1Options {
    float lambda = 0.2f;      ///< weight of the brightness term; smaller is smoother
    float theta = 0.1f;       ///< tightness of the coupling of u and v, px²
    int scales = 5;           ///< levels of the pyramid, each half the size of the one below
    int warps = 2;            ///< re-linearisations a level, cold start
    int iterations = 12;      ///< primal-dual steps a warp
    int warmScales = 2;       ///< levels used when a start flow is given
    int warmWarps = 2;        ///< re-linearisations a level with a start flow
    float primalStep = 0.2f;  ///< step of the flow, px; the dual step follows from it
    float presmoothPx = 0.8f; ///< sigma of the Gaussian that both images pass first, against noise; 0: none
    bool matchBrightness = true; ///< scale the second image to the brightness of the first
    int maskMarginPx = 16;       ///< pixels computed around the wanted ones, at each masked level

    /// InvalidArgument naming the field that is out of range.
    Result<void> validate() const;

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.lambda, OptionInfo{"lambda", "Weight of the brightness term (grey 0 to 255).", 0.001, 10});
        v(self.theta, OptionInfo{"theta", "Coupling of the two flow fields, px squared.", 0.01, 10});
        v(self.scales, OptionInfo{"scales", "Levels of the pyramid.", 1, 10});
        v(self.warps, OptionInfo{"warps", "Re-linearisations a level.", 1, 50});
        v(self.iterations, OptionInfo{"iterations", "Primal-dual steps a warp.", 1, 1000});
        v(self.warmScales, OptionInfo{"warm-scales", "Levels used with a start flow.", 1, 10});
        v(self.warmWarps, OptionInfo{"warm-warps", "Re-linearisations a level with a start flow.", 1, 50});
        v(self.primalStep,
          OptionInfo{"primal-step", "Step of the flow in a primal-dual step, px.", 0.001, 100});
        v(self.presmoothPx,
          OptionInfo{"presmooth", "Gaussian that both images pass first, sigma in px.", 0, 10});
        v(self.matchBrightness,
          OptionInfo{"match-brightness", "Scale the second image to the brightness of the first."});
        v(self.maskMarginPx, OptionInfo{"mask-margin", "Pixels computed around wanted ones.", 0, 256});
    }
};

} // namespace mien::motion
