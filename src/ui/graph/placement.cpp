// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/placement.h"

#include "core/motion/regions.h"
#include "ui/models/region_map.h"

#include <map>

namespace mien::ui::graph {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr int kRowBelowFace = 6;
constexpr double kRowHeight = 0.11;  ///< in heights of the face
constexpr double kCopyOffset = 0.10; ///< of a region's earlier copies, away from the middle of the face

std::optional<QPointF> placeOnFace(std::string_view region, const Places& regions) {
    const auto& known = motion::regions();
    if (regions.size() != known.size())
        return regionPlace(region);
    for (std::size_t i = 0; i < known.size(); ++i)
        if (known[i].name == region)
            return regions[i];
    return std::nullopt;
}

} // namespace

Places ringPlaces(int nodes) {
    Places places;
    for (int i = 0; i < nodes; ++i) {
        const double angle = 2.0 * kPi * i / std::max(1, nodes) - kPi / 2.0;
        places.emplace_back(0.5 + 0.5 * std::cos(angle), 0.5 + 0.5 * std::sin(angle));
    }
    return places;
}

bool hasRegions(const Content& content) {
    return std::any_of(content.nodes.begin(), content.nodes.end(),
                       [](const Node& node) { return !regionIn(node.name).empty(); });
}

Places facePlaces(const Content& content, const Places& regions) {
    Places places(content.nodes.size());
    std::map<std::string, int, std::less<>> copies;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < content.nodes.size(); ++i) {
        const std::string region = regionIn(content.nodes[i].name);
        const auto place = region.empty() ? std::nullopt : placeOnFace(region, regions);
        if (!place) {
            others.push_back(i);
            continue;
        }
        // Earlier copies of a lagged region stand behind it, further from the middle of the face.
        const QPointF out = *place - QPointF(0.5, 0.52);
        const double length = std::max(0.05, std::hypot(out.x(), out.y()));
        places[i] = *place + out / length * kCopyOffset * copies[region]++;
    }
    for (std::size_t k = 0; k < others.size(); ++k) {
        const auto row = k / kRowBelowFace;
        const auto inRow = std::min<std::size_t>(kRowBelowFace, others.size() - row * kRowBelowFace);
        places[others[k]] = {(static_cast<double>(k % kRowBelowFace) + 0.5) / static_cast<double>(inRow),
                             1.0 + kRowHeight * (static_cast<double>(row) + 0.7)};
    }
    return places;
}

} // namespace mien::ui::graph
