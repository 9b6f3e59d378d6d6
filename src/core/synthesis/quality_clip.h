// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/job_context.h"
#include "core/media/video_source.h"

#include <memory>

namespace mien::synthesis {

/// CLIP-IQA (Wang, Chan, Loy 2023): how much nearer a picture lies to “Good photo.” than to “Bad photo.” in
/// the space of a CLIP model, 0 … 1. The model is the user's: an image encoder as ONNX and the two prompts'
/// embeddings as .npy; none comes with Mien (docs/manual/datasets.md says how to make them).
class ClipIqa {
public:
    struct Files {
        std::filesystem::path encoder; ///< ONNX: 1×3×H×W, normalised RGB, to 1×D
        std::filesystem::path prompts; ///< .npy, 2×D float: the good prompt, the bad one
        int side = 0; ///< pictures are scaled to side × side for encoders of one size; 0: as they are
    };
    /// MissingDependency where a file is not there, Corrupt where it is none of its kind.
    static Result<ClipIqa> load(const Files& files);

    /// `bgr`: CV_8UC3. Corrupt where the encoder takes no picture of this size, or answers with something
    /// else than an embedding as long as the prompts'. Not for several threads at once.
    Result<double> score(const cv::Mat& bgr);

    ClipIqa(ClipIqa&&) noexcept;
    ClipIqa& operator=(ClipIqa&&) noexcept;
    ~ClipIqa();

private:
    struct Model;
    explicit ClipIqa(std::unique_ptr<Model> model);
    std::unique_ptr<Model> m_model;
};

/// Mean over every `every`-th frame. `source` delivers colours (PixelFormat::Bgr) and stands at its first
/// one.
Result<double> meanClipIqa(media::VideoSource& source, ClipIqa& clip, int every, const JobContext& job);

} // namespace mien::synthesis
