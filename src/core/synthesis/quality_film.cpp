// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/quality_film.h"

#include "core/base/guarded.h"
#include "core/base/parallel.h"
#include "core/synthesis/quality_metrics.h"

#include <fmt/format.h>
#include <opencv2/imgproc.hpp>

namespace mien::synthesis {
namespace {

/// What one frame contributes, together with the frame before it.
struct FrameFigures {
    bool pair = false; ///< there is a frame before it
    bool equal = false;
    double psnrDb = 0.0, ssim = 0.0, stepGrey = 0.0;
    double totalVariation = 0.0, totalVariationPerPixel = 0.0, excursionGrey = 0.0;
    std::optional<double> brisque;
};

cv::Mat smoothed(const cv::Mat& grey) {
    cv::Mat out;
    cv::blur(grey, out, {5, 5});
    return out;
}

/// 99th percentile of |a - b|, bytes.
double excursion(const cv::Mat& a, const cv::Mat& b) {
    cv::Mat difference;
    cv::absdiff(a, b, difference);
    std::array<std::size_t, 256> histogram{};
    for (int y = 0; y < difference.rows; ++y)
        for (int x = 0; x < difference.cols; ++x)
            ++histogram[difference.at<std::uint8_t>(y, x)];
    const auto wanted = static_cast<std::size_t>(std::ceil(0.99 * static_cast<double>(difference.total())));
    std::size_t below = 0, level = 0;
    while ((below += histogram[level]) < wanted)
        ++level;
    return static_cast<double>(level);
}

FrameFigures figuresOf(const cv::Mat& frame, const cv::Mat& before, const cv::Mat& firstSmoothed,
                       const QualityOptions& options, const Brisque* brisque) {
    FrameFigures out;
    out.totalVariation = totalVariation(frame);
    out.totalVariationPerPixel = totalVariationPerPixel(frame);
    out.excursionGrey = excursion(smoothed(frame), firstSmoothed);
    if (brisque != nullptr)
        out.brisque = brisque->score(frame);
    if (before.empty())
        return out;
    out.pair = true;
    const double square = meanSquareDifference(frame, before);
    out.equal = square == 0.0;
    out.psnrDb = options.parity ? psnrDb(meanSquareDifferenceWrapped(frame, before))
                                : std::min(psnrDb(square), kPsnrOfEqualPicturesDb);
    out.ssim = ssim(frame, before);
    out.stepGrey = cv::norm(frame, before, cv::NORM_L1) / static_cast<double>(frame.total());
    return out;
}

/// Adds up in the order of the frames, so that the last digit does not depend on threads.
class Means {
public:
    void add(const FrameFigures& f) {
        ++m_frames;
        m_sum.totalVariation += f.totalVariation;
        m_sum.totalVariationPerPixel += f.totalVariationPerPixel;
        m_sum.excursionGrey = std::max(m_sum.excursionGrey, f.excursionGrey);
        if (f.brisque) {
            m_brisque += *f.brisque;
            ++m_scored;
        }
        if (!f.pair)
            return;
        m_sum.psnrDb += f.psnrDb;
        m_sum.ssim += f.ssim;
        m_sum.stepGrey += f.stepGrey;
        m_sum.equalPairs += f.equal ? 1 : 0;
        if (!f.equal)
            m_unequalDb += f.psnrDb;
    }
    FilmQuality means() const {
        auto out = m_sum;
        out.frames = m_frames;
        const auto frames = static_cast<double>(m_frames), pairs = static_cast<double>(out.pairs());
        out.psnrDb /= pairs;
        out.ssim /= pairs;
        out.stepGrey /= pairs;
        out.totalVariation /= frames;
        out.totalVariationPerPixel /= frames;
        if (const auto unequal = out.pairs() - out.equalPairs; unequal > 0)
            out.psnrUnequalDb = m_unequalDb / static_cast<double>(unequal);
        if (m_scored > 0)
            out.brisque = m_brisque / static_cast<double>(m_scored);
        return out;
    }

private:
    FilmQuality m_sum;
    std::int64_t m_frames = 0, m_scored = 0;
    double m_unequalDb = 0.0, m_brisque = 0.0;
};

Result<void> checkSize(const media::MediaInfo& info, const Brisque* brisque) {
    if (info.frames < 2)
        return fail(ErrorCode::Corrupt,
                    "It has a single frame; PSNR and SSIM compare consecutive frames, so at least two are "
                    "needed.",
                    info.path.string());
    const int least = brisque != nullptr ? Brisque::kMinSide : kSsimWindow;
    if (std::min(info.width, info.height) < least)
        return fail(ErrorCode::Corrupt,
                    fmt::format("Its frames are {}×{} pixels; at least {}×{} are needed.", info.width,
                                info.height, least, least),
                    info.path.string());
    return {};
}

/// Up to `count` frames more; empty at the end of the film.
Result<std::vector<cv::Mat>> readSome(media::VideoSource& source, std::size_t count) {
    std::vector<cv::Mat> frames;
    while (frames.size() < count) {
        auto frame = source.next();
        if (!frame)
            return Unexpected(frame.error());
        if (!*frame)
            break;
        frames.push_back((*frame)->image);
    }
    return frames;
}

} // namespace

Result<FilmQuality> measureQuality(media::VideoSource& source, const QualityOptions& options,
                                   const Brisque* brisque, const JobContext& job) {
    const auto& info = source.info();
    if (auto ok = checkSize(info, brisque); !ok)
        return Unexpected(ok.error());
    return guarded(info.path.string(), [&]() -> Result<FilmQuality> {
        Means means;
        cv::Mat last, firstSmoothed;
        std::int64_t done = 0;
        const auto every = std::max(1, options.brisqueEvery);
        while (done < info.frames) {
            const auto frames = readSome(source, static_cast<std::size_t>(4 * job.threadCount()));
            if (!frames)
                return Unexpected(frames.error());
            if (frames->empty())
                break;
            if (firstSmoothed.empty())
                firstSmoothed = smoothed(frames->front());
            std::vector<FrameFigures> figures(frames->size());
            parallelFor(frames->size(), job, [&](std::size_t i) {
                const bool scored = (done + static_cast<std::int64_t>(i)) % every == 0;
                figures[i] = figuresOf((*frames)[i], i > 0 ? (*frames)[i - 1] : last, firstSmoothed, options,
                                       scored ? brisque : nullptr);
            });
            if (job.cancelled())
                return cancelled();
            for (const auto& f : figures)
                means.add(f);
            last = frames->back();
            done += static_cast<std::int64_t>(frames->size());
            job.progress(static_cast<double>(done) / static_cast<double>(info.frames), "measuring quality");
        }
        auto out = means.means();
        if (out.frames < 2)
            return fail(ErrorCode::Corrupt, "Fewer than two of its frames can be decoded.",
                        info.path.string());
        out.width = info.width;
        out.height = info.height;
        return out;
    });
}

} // namespace mien::synthesis
