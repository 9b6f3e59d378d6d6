// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/base/options.h"
#include "core/media/video_source.h"
#include "core/synthesis/quality_brisque.h"

namespace mien::synthesis {

struct QualityOptions {
    bool parity = false; ///< the arithmetic of the paper's code instead of the paper's meaning
    bool noBrisque = false;
    int brisqueEvery = 1; ///< score every n-th frame: BRISQUE costs more than everything else together
    std::string brisqueModel, brisqueRange; ///< empty: the files of Debian's package opencv-data
    std::string clipModel, clipPrompts;     ///< both empty: CLIP-IQA is left out (quality_clip.h)
    int clipSide = 0;                       ///< 0: pictures as they are
    int clipEvery = 8;                      ///< score every n-th frame

    template <class Self, class V>
    static void visit(Self& self, V&& v) {
        v(self.parity,
          OptionInfo{"parity", "PSNR as the paper's code computed it: squares of bytes, modulo 256"});
        v(self.noBrisque, OptionInfo{"no-brisque", "leave BRISQUE out"});
        v(self.brisqueEvery, OptionInfo{"brisque-every", "BRISQUE of every n-th frame", 1, 1'000'000});
        v(self.brisqueModel, OptionInfo{"brisque-model", "another model file than opencv-data's"});
        v(self.brisqueRange, OptionInfo{"brisque-range", "another file of ranges than opencv-data's"});
        v(self.clipModel, OptionInfo{"clip-model", "image encoder of a CLIP model (ONNX), for CLIP-IQA"});
        v(self.clipPrompts,
          OptionInfo{"clip-prompts", "its embeddings of a good and a bad photo (.npy, 2 rows)"});
        v(self.clipSide,
          OptionInfo{"clip-side", "side of the pictures that the encoder takes; 0: any", 0, 4096});
        v(self.clipEvery, OptionInfo{"clip-every", "CLIP-IQA of every n-th frame", 1, 1'000'000});
    }
};

/// Means over one film. PSNR and SSIM compare *consecutive* grey frames, not the film with a reference: they
/// reward the absence of motion, and a still film scores highest. `stepGrey` and `excursionGrey` say how much
/// it moves.
struct FilmQuality {
    std::int64_t frames = 0;
    int width = 0, height = 0;
    std::int64_t equalPairs = 0;         ///< consecutive frames that are equal, byte for byte
    double psnrDb = 0.0;                 ///< over all pairs; equal ones count kPsnrOfEqualPicturesDb
    std::optional<double> psnrUnequalDb; ///< over the pairs that differ, where there are any
    double ssim = 0.0;
    double totalVariation = 0.0;
    double totalVariationPerPixel = 0.0;
    std::optional<double> brisque;
    std::optional<double> clipIqa; ///< of a film in colours; left to the caller (quality_clip.h)
    double stepGrey = 0.0;         ///< mean absolute difference of consecutive frames, grey levels
    /// How far the film ever gets from its first frame: the greatest over its frames of the 99th percentile
    /// of the absolute difference, both smoothed over 5×5 pixels against noise. Grey levels.
    double excursionGrey = 0.0;

    std::int64_t pairs() const { return frames - 1; }
    /// Nothing in it moves or changes by more than noise.
    bool still() const { return excursionGrey < kStillGrey; }
    static constexpr double kStillGrey = 3.0;
};

/// `source` delivers grey frames and stands at its first one. `brisque`: nullptr leaves it out. Corrupt where
/// the film has fewer than two frames or they are too small. Memory does not grow with the film; the result
/// does not depend on the number of threads.
Result<FilmQuality> measureQuality(media::VideoSource& source, const QualityOptions& options,
                                   const Brisque* brisque, const JobContext& job);

} // namespace mien::synthesis
