// SPDX-License-Identifier: GPL-3.0-or-later
// A contact sheet of generated clips: neutral, apex and their difference, with the names of the action units.
//   synthetic_sheet OUT.jpg PORTRAIT:12E PORTRAIT:4D RIGFOLDER@7:6+12E …
#include "core/synthesis/exposure.h"
#include "core/synthesis/generator.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <chrono>

using namespace mien;
using namespace mien::synthesis;

namespace {

struct Cell {
    ClipSpec spec;
    std::string label;
};

/// SOURCE[@IDENTITY]:UNITS; a folder is a rig.
Cell cellOf(const std::string& text, int size, double fraction) {
    Cell cell;
    const auto colon = text.rfind(':');
    auto source = text.substr(0, colon);
    if (const auto at = source.rfind('@'); at != std::string::npos) {
        cell.spec.identity = std::stoull(source.substr(at + 1));
        source.resize(at);
    }
    cell.spec.source = source;
    cell.spec.generator = std::filesystem::is_directory(source) ? "rig" : "warp";
    cell.spec.frames = 21;
    cell.spec.size = size;
    cell.spec.faceFraction = fraction;
    PlantedExpression e;
    e.actionUnits = text.substr(colon + 1);
    e.intensity = annotation::Intensity::E;
    e.onset = {0};
    e.apex = {10};
    e.offset = {20};
    if (!e.actionUnits.empty() && e.actionUnits != "0")
        cell.spec.expressions.push_back(e);
    cell.label = fmt::format("AU {}   {}", e.actionUnits, cell.spec.generator);
    return cell;
}

void write(cv::Mat& sheet, const std::string& text, cv::Point at) {
    cv::putText(sheet, text, at, cv::FONT_HERSHEY_SIMPLEX, 0.5, cv::Scalar::all(30), 1, cv::LINE_AA);
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app{"Contact sheet of generated clips"};
    std::string out;
    std::vector<std::string> cells;
    int size = 192, columns = 2, quality = 86;
    double fraction = 0.55;
    app.add_option("out", out)->required();
    app.add_option("cells", cells, "SOURCE[@IDENTITY]:UNITS")->required();
    app.add_option("--size", size);
    app.add_option("--columns", columns);
    app.add_option("--quality", quality);
    app.add_option("--face-fraction", fraction);
    CLI11_PARSE(app, argc, argv);
    const int margin = 8, caption = 22;
    const int width = 3 * size + 2 * margin, height = size + caption + margin;
    const int rows = (static_cast<int>(cells.size()) + columns - 1) / columns;
    cv::Mat sheet(rows * height + margin, columns * (width + margin), CV_8UC3, cv::Scalar::all(245));
    std::map<std::string, std::shared_ptr<const ActorSource>> sources;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto cell = cellOf(cells[i], size, fraction);
        auto& source = sources[cell.spec.source.string()];
        if (!source) {
            auto loaded = loadActorSource(cell.spec, {});
            if (!loaded) {
                fmt::print(stderr, "{}\n", loaded.error().sentence());
                return 1;
            }
            source = *loaded;
        }
        const auto began = std::chrono::steady_clock::now();
        const auto actor = source->actor(cell.spec, {});
        if (!actor) {
            fmt::print(stderr, "{}\n", actor.error().sentence());
            return 1;
        }
        const auto ready = std::chrono::steady_clock::now();
        const auto shot = [&](std::int64_t frame) {
            auto picture = (*actor)->picture((*actor)->performance().poseAt({frame}));
            return exposed(picture, cell.spec, {frame});
        };
        const auto neutral = shot(0), apex = shot(10);
        const auto done = std::chrono::steady_clock::now();
        const auto ms = [](auto a, auto b) {
            return std::chrono::duration<double, std::milli>(b - a).count();
        };
        fmt::print("{}: ready in {:.0f} ms, {:.0f} ms a frame\n", cell.label, ms(began, ready),
                   ms(ready, done) / 2);
        cv::Mat change;
        cv::absdiff(neutral, apex, change);
        change.convertTo(change, -1, -3.0, 255.0);
        const cv::Point corner(static_cast<int>(i) % columns * (width + margin) + margin / 2,
                               static_cast<int>(i) / columns * height + margin);
        write(sheet, cell.label, corner + cv::Point(2, 14));
        int x = corner.x;
        for (const auto& picture : {neutral, apex, change}) {
            picture.copyTo(sheet(cv::Rect(x, corner.y + caption, size, size)));
            x += size + margin / 2;
        }
    }
    cv::imwrite(out, sheet, {cv::IMWRITE_JPEG_QUALITY, quality});
    return 0;
}
