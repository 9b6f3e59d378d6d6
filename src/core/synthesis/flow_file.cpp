// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/flow_file.h"

#include "core/base/npy.h"
#include "core/base/parallel.h"

#include <limits>

namespace mien::synthesis {

Result<void> writeFlow(const ClipSpec& spec, const Actor& actor, const std::filesystem::path& folder,
                       const JobContext& job) {
    if (spec.flow == "none")
        return {};
    const auto side = static_cast<std::size_t>(spec.size);
    auto file = NpyWriter::create(folder / kFlowFile, NpyType::Float32, {side, side, 2});
    if (!file)
        return Unexpected(file.error());
    const auto batch = static_cast<std::int64_t>(4 * job.threadCount());
    for (std::int64_t first = 0; first < spec.frames; first += batch) {
        const auto count = std::min<std::int64_t>(batch, spec.frames - first);
        std::vector<Result<cv::Mat>> flows(static_cast<std::size_t>(count), Result<cv::Mat>(cv::Mat()));
        parallelFor(flows.size(), job, [&](std::size_t i) {
            const FrameIndex to{first + static_cast<std::int64_t>(i)};
            if (to.value == 0) {
                flows[i] = cv::Mat(spec.size, spec.size, CV_32FC2, cv::Scalar::all(0));
                return;
            }
            const FrameIndex from{spec.flow == "first" ? 0 : to.value - 1};
            const auto exact = actor.flow(actor.performance().poseAt(from), actor.performance().poseAt(to));
            if (!exact) {
                flows[i] = Unexpected(exact.error());
                return;
            }
            cv::Mat flow = exact->flow.clone();
            flow.setTo(cv::Scalar::all(std::numeric_limits<double>::quiet_NaN()), exact->visible == 0);
            flows[i] = flow;
        });
        if (job.cancelled())
            return cancelled();
        for (const auto& flow : flows) {
            if (!flow)
                return Unexpected(flow.error());
            if (auto ok = file->append(std::span<const float>(flow->ptr<float>(), flow->total() * 2)); !ok)
                return ok;
        }
    }
    return file->finish();
}

} // namespace mien::synthesis
