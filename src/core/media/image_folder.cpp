// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/image_folder.h"

#include "core/base/guarded.h"

#include <array>
#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>

namespace mien::media {
namespace {

namespace fs = std::filesystem;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isImageName(const fs::path& path) {
    std::string extension = path.extension().string();
    for (char& c : extension)
        c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    constexpr std::array known{".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff"};
    return std::find(known.begin(), known.end(), extension) != known.end();
}

/// Runs of digits compare by their value, all else by its bytes; equal values by the shorter run.
bool naturallyLess(std::string_view a, std::string_view b) {
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() && j < b.size()) {
        if (!isDigit(a[i]) || !isDigit(b[j])) {
            if (a[i] != b[j])
                return a[i] < b[j];
            ++i;
            ++j;
            continue;
        }
        const auto run = [](std::string_view s, std::size_t& at) {
            while (at < s.size() && s[at] == '0')
                ++at;
            const std::size_t from = at;
            while (at < s.size() && isDigit(s[at]))
                ++at;
            return s.substr(from, at - from);
        };
        const std::string_view x = run(a, i);
        const std::string_view y = run(b, j);
        if (x.size() != y.size())
            return x.size() < y.size();
        if (x != y)
            return x < y;
    }
    if (a.size() - i != b.size() - j)
        return a.size() - i < b.size() - j;
    return a < b;
}

/// The last run of digits (at most 18 of them) in a file's stem; empty where there is none.
std::string numberIn(const std::string& stem) {
    std::size_t end = stem.size();
    while (end > 0 && !isDigit(stem[end - 1]))
        --end;
    std::size_t begin = end;
    while (begin > 0 && isDigit(stem[begin - 1]) && end - begin < 18)
        --begin;
    return stem.substr(begin, end - begin);
}

/// "12, 15–17 and 4 more" for the numbers that a rising sequence leaves out; empty where it leaves out none.
std::string gapsIn(const std::vector<NumberedImage>& images) {
    constexpr int shown = 5;
    std::string text;
    int gaps = 0;
    std::int64_t unsaid = 0;
    for (std::size_t n = 1; n < images.size(); ++n) {
        const std::int64_t from = images[n - 1].value + 1;
        const std::int64_t to = images[n].value - 1;
        if (from > to)
            continue;
        if (gaps++ >= shown) {
            unsaid += to - from + 1;
            continue;
        }
        text +=
            (text.empty() ? "" : ", ") + (from == to ? std::to_string(from) : fmt::format("{}–{}", from, to));
    }
    return unsaid > 0 ? fmt::format("{} and {} more", text, unsaid) : text;
}

class ImageFolder final : public VideoSource {
public:
    ImageFolder(std::vector<NumberedImage> images, MediaInfo info, PixelFormat format)
        : m_images(std::move(images)), m_info(std::move(info)), m_format(format) {
        m_timesS.resize(m_images.size());
        for (std::size_t n = 0; n < m_timesS.size(); ++n)
            m_timesS[n] = static_cast<double>(n) / m_info.fps.value();
    }

    const MediaInfo& info() const override { return m_info; }
    std::span<const double> timesS() const override { return m_timesS; }
    std::string labelOf(FrameIndex index) const override {
        return m_images[static_cast<std::size_t>(index.value)].number;
    }

    Result<Frame> read(FrameIndex index) override {
        if (index.value < 0 || index.value >= m_info.frames)
            return fail(ErrorCode::NotFound,
                        fmt::format("There is no frame {}; the folder has frames 0 to {}.", index.value,
                                    m_info.frames - 1),
                        m_info.path.string());
        m_next = index + 1;
        const fs::path& path = m_images[static_cast<std::size_t>(index.value)].path;
        auto image = readImage(path, m_format);
        if (!image)
            return Unexpected(std::move(image).error());
        if (image->cols != m_info.width || image->rows != m_info.height)
            return fail(
                ErrorCode::Corrupt,
                fmt::format("This image has {} x {} pixels, the folder's first one {} x {}; images of one "
                            "film must be of one size.",
                            image->cols, image->rows, m_info.width, m_info.height),
                path.string());
        return Frame{index, timeOf(index), std::move(*image)};
    }

    Result<std::optional<Frame>> next() override {
        if (m_next.value >= m_info.frames)
            return std::optional<Frame>();
        auto frame = read(m_next);
        if (!frame)
            return Unexpected(std::move(frame).error());
        return std::optional<Frame>(std::move(*frame));
    }

private:
    std::vector<NumberedImage> m_images;
    MediaInfo m_info;
    PixelFormat m_format;
    std::vector<double> m_timesS;
    FrameIndex m_next;
};

} // namespace

Result<cv::Mat> readImage(const fs::path& path, PixelFormat format) {
    return guarded(path.string(), [&]() -> Result<cv::Mat> {
        cv::Mat image =
            cv::imread(path.string(), format == PixelFormat::Grey ? cv::IMREAD_GRAYSCALE : cv::IMREAD_COLOR);
        if (image.empty())
            return fail(ErrorCode::Corrupt, "The image cannot be read; it is damaged or no image.",
                        path.string());
        return image;
    });
}

Result<std::vector<NumberedImage>> listNumberedImages(const fs::path& folder) {
    std::vector<NumberedImage> images;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    if (error)
        return fail(ErrorCode::Unreadable, "The folder cannot be read; check its permissions.",
                    folder.string());
    for (const fs::directory_iterator end; entries != end; entries.increment(error)) {
        const fs::path& path = entries->path();
        if (!isImageName(path) || path.filename().string().starts_with('.'))
            continue;
        if (std::string number = numberIn(path.stem().string()); !number.empty()) {
            const std::int64_t value = std::stoll(number);
            images.push_back({path, std::move(number), value});
        }
        if (error)
            break;
    }
    if (images.empty())
        return fail(
            ErrorCode::NotFound,
            "The folder holds no numbered images (png, jpg, jpeg, bmp, tif with a number in their name).",
            folder.string());
    std::vector<std::pair<std::string, std::size_t>> names;
    for (std::size_t n = 0; n < images.size(); ++n)
        names.emplace_back(images[n].path.filename().string(), n);
    std::sort(names.begin(), names.end(),
              [](const auto& a, const auto& b) { return naturallyLess(a.first, b.first); });
    std::vector<NumberedImage> sorted;
    for (const auto& [name, n] : names)
        sorted.push_back(std::move(images[n]));
    return sorted;
}

Result<std::unique_ptr<VideoSource>> openImageFolder(const fs::path& folder, const OpenOptions& options) {
    auto images = listNumberedImages(folder);
    if (!images)
        return Unexpected(std::move(images).error());
    if (!options.fps || options.fps->num <= 0 || options.fps->den <= 0)
        return fail(ErrorCode::InvalidArgument,
                    "A folder of images has no frame rate of its own: say how many frames a second it has.",
                    folder.string());
    const auto first = readImage(images->front().path, options.format);
    if (!first)
        return Unexpected(first.error());
    MediaInfo info;
    info.path = folder;
    info.frames = static_cast<std::int64_t>(images->size());
    info.width = first->cols;
    info.height = first->rows;
    info.fps = *options.fps;
    info.durationS = static_cast<double>(info.frames) / info.fps.value();
    info.codec = "images";
    info.isImageFolder = true;
    if (const std::string gaps = gapsIn(*images); !gaps.empty())
        info.notes.push_back("Numbers missing among the images: " + gaps + ".");
    return std::make_unique<ImageFolder>(std::move(*images), std::move(info), options.format);
}

} // namespace mien::media
