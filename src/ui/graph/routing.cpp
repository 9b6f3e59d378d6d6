// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/routing.h"

#include <map>

namespace mien::ui::graph {
namespace {

constexpr double kBends[] = {0.0, 0.14, -0.14, 0.28, -0.28, 0.42, -0.42, 0.6, -0.6};
constexpr int kSamples = 14;
constexpr double kClearance = 9.0; ///< px at scale 1 between an edge and a node it passes
constexpr double kThrough = 100.0; ///< cost of each sample inside a strange node
constexpr double kOutside = 12.0;  ///< cost of each sample outside the room
constexpr double kPerBend = 30.0;  ///< cost of a bend of 1
constexpr double kSameWay = 14.0;  ///< cost of leaving a node in nearly the direction of another edge
constexpr double kApart = 0.97;    ///< cosine of the angle above which directions count as the same
constexpr double kBeside = 0.2;    ///< least difference of the bends of two curves of one pair
constexpr double kGap = 1.5;       ///< px at scale 1 between a node and the tip of an edge
constexpr double kEndGap = 12.0;   ///< px at scale 1 along a border between two ends
constexpr int kSpreadPasses = 40;
constexpr double kEnoughWork = 1.5e7; ///< samples × nodes × edges beyond which all edges run straight

double distance(const QRectF& box, QPointF p) {
    const double dx = std::max({box.left() - p.x(), 0.0, p.x() - box.right()});
    const double dy = std::max({box.top() - p.y(), 0.0, p.y() - box.bottom()});
    return std::hypot(dx, dy);
}

QPointF unit(QPointF v) {
    const double length = std::hypot(v.x(), v.y());
    return length > 1e-9 ? v / length : QPointF(1, 0);
}

struct Leaving {
    int node;
    QPointF way;
};

double cost(const Curve& curve, double bend, const Route& route, const std::vector<NodeShape>& nodes,
            const std::vector<Leaving>& left, const QRectF& room, double clearance) {
    double sum = kPerBend * std::abs(bend);
    std::array<QPointF, kSamples> points;
    QRectF bounds(curve.from, QSizeF());
    for (int s = 0; s < kSamples; ++s) {
        points[static_cast<std::size_t>(s)] = curve.at((s + 1.0) / (kSamples + 1.0));
        const QPointF p = points[static_cast<std::size_t>(s)];
        if (!room.contains(p))
            sum += kOutside;
        bounds = bounds.united(QRectF(p - QPointF(1, 1), QSizeF(2, 2)));
    }
    bounds.adjust(-clearance, -clearance, clearance, clearance);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (static_cast<int>(i) == route.from || static_cast<int>(i) == route.to ||
            !bounds.intersects(nodes[i].box))
            continue;
        for (const QPointF p : points) {
            const double d = distance(nodes[i].box, p);
            if (d < clearance)
                sum += d <= 0.0 ? kThrough : 0.5 * kThrough * (1.0 - d / clearance);
        }
    }
    const QPointF out = unit(curve.slope(0.0)), in = -unit(curve.slope(1.0));
    for (const Leaving& other : left) {
        const QPointF way = other.node == route.from ? out : in;
        if (other.node == route.from || other.node == route.to)
            if (const double cosine = QPointF::dotProduct(way, other.way); cosine > kApart)
                sum += kSameWay * (cosine - kApart) / (1.0 - kApart);
    }
    return sum;
}

/// How far along a box's border, clockwise from its top left corner, a point on it lies.
double alongBorder(const QRectF& box, QPointF p) {
    const double w = box.width(), h = box.height();
    const double top = std::abs(p.y() - box.top()), bottom = std::abs(p.y() - box.bottom());
    const double right = std::abs(p.x() - box.right()), left = std::abs(p.x() - box.left());
    const double least = std::min({top, bottom, left, right});
    if (least == top)
        return p.x() - box.left();
    if (least == right)
        return w + p.y() - box.top();
    if (least == bottom)
        return w + h + box.right() - p.x();
    return 2.0 * w + h + box.bottom() - p.y();
}

QPointF onBorder(const QRectF& box, double along) {
    const double w = box.width(), h = box.height(), round = 2.0 * (w + h);
    along = std::fmod(std::fmod(along, round) + round, round);
    if (along < w)
        return {box.left() + along, box.top()};
    if (along < w + h)
        return {box.right(), box.top() + along - w};
    if (along < 2.0 * w + h)
        return {box.right() - (along - w - h), box.bottom()};
    return {box.left(), box.bottom() - (along - 2.0 * w - h)};
}

/// Ends that meet at a node move along its border until their marks have room.
void spreadEnds(const std::vector<NodeShape>& nodes, const std::vector<Route>& routes,
                std::vector<std::optional<Curve>>& curves, double scale) {
    struct End {
        double along;
        std::size_t curve;
        bool atTo;
    };
    std::vector<std::vector<End>> ends(nodes.size());
    const auto boxOf = [&](int node) {
        const double gap = kGap * scale;
        return nodes[static_cast<std::size_t>(node)].box.adjusted(-gap, -gap, gap, gap);
    };
    for (std::size_t i = 0; i < curves.size(); ++i)
        if (curves[i]) {
            ends[static_cast<std::size_t>(routes[i].from)].push_back(
                {alongBorder(boxOf(routes[i].from), curves[i]->from), i, false});
            ends[static_cast<std::size_t>(routes[i].to)].push_back(
                {alongBorder(boxOf(routes[i].to), curves[i]->to), i, true});
        }
    for (std::size_t n = 0; n < nodes.size(); ++n) {
        auto& here = ends[n];
        if (here.size() < 2)
            continue;
        std::stable_sort(here.begin(), here.end(),
                         [](const End& a, const End& b) { return a.along < b.along; });
        const QRectF box = boxOf(static_cast<int>(n));
        const double round = 2.0 * (box.width() + box.height());
        const double gap = std::min(kEndGap * scale, 0.8 * round / static_cast<double>(here.size()));
        for (int pass = 0; pass < kSpreadPasses; ++pass) {
            bool moved = false;
            for (std::size_t k = 0; k < here.size(); ++k) {
                const bool last = k + 1 == here.size();
                End &a = here[k], &b = here[last ? 0 : k + 1];
                const double missing = gap - (b.along + (last ? round : 0.0) - a.along);
                if (missing > 0.05) {
                    a.along -= missing / 2.0;
                    b.along += missing / 2.0;
                    moved = true;
                }
            }
            if (!moved)
                break;
        }
        for (const End& end : here) {
            Curve& curve = *curves[end.curve];
            QPointF& tip = end.atTo ? curve.to : curve.from;
            const QPointF now = onBorder(box, end.along);
            curve.control += (now - tip) / 2.0;
            tip = now;
        }
    }
}

} // namespace

Curve Curve::bent(QPointF from, QPointF to, double bend) {
    const QPointF way = to - from;
    return {from, (from + to) / 2.0 + QPointF(-way.y(), way.x()) * bend, to};
}

QPointF Curve::at(double t) const {
    const double u = 1.0 - t;
    return u * u * from + 2.0 * u * t * control + t * t * to;
}

QPointF Curve::slope(double t) const {
    return 2.0 * (1.0 - t) * (control - from) + 2.0 * t * (to - control);
}

Curve Curve::part(double t0, double t1) const {
    // The control point of a part is where the tangents at its ends meet.
    const auto mixed = [&](double s, double t) {
        return (1.0 - s) * (1.0 - t) * from + (s * (1.0 - t) + t * (1.0 - s)) * control + s * t * to;
    };
    return {at(t0), mixed(t0, t1), at(t1)};
}

double Curve::along(double t, double length) const {
    constexpr int kSteps = 12;
    for (int i = 0; i < kSteps; ++i) {
        const QPointF way = slope(std::clamp(t, 0.0, 1.0));
        t += length / kSteps / std::max(1e-6, std::hypot(way.x(), way.y()));
    }
    return std::clamp(t, 0.0, 1.0);
}

std::optional<Curve> between(const Curve& curve, const QRectF& first, const QRectF& last, double gap) {
    const QRectF a = first.adjusted(-gap, -gap, gap, gap), b = last.adjusted(-gap, -gap, gap, gap);
    const auto border = [&](const QRectF& box, double inside, double outside) {
        for (int i = 0; i < 20; ++i) {
            const double middle = (inside + outside) / 2.0;
            (box.contains(curve.at(middle)) ? inside : outside) = middle;
        }
        return outside;
    };
    if (a.contains(curve.at(0.5)) || b.contains(curve.at(0.5)))
        return std::nullopt;
    const double t0 = border(a, 0.0, 0.5), t1 = border(b, 1.0, 0.5);
    return curve.part(t0, t1);
}

std::vector<std::optional<Curve>> routed(const std::vector<NodeShape>& nodes,
                                         const std::vector<Route>& routes, const QRectF& room, double scale) {
    std::vector<std::optional<Curve>> out;
    const double work = static_cast<double>(nodes.size()) * static_cast<double>(routes.size()) * kSamples *
                        static_cast<double>(std::size(kBends));
    std::vector<Leaving> left;
    std::map<std::pair<int, int>, double> taken; // the bend of a pair's edge, seen from its smaller node
    for (const Route& route : routes) {
        const QRectF& a = nodes[static_cast<std::size_t>(route.from)].box;
        const QRectF& b = nodes[static_cast<std::size_t>(route.to)].box;
        const double side = route.from < route.to ? 1.0 : -1.0;
        const std::pair pair(std::min(route.from, route.to), std::max(route.from, route.to));
        const auto other = taken.find(pair);
        double chosen = route.beside && other != taken.end() ? kBeside : 0.0, least = 1e300;
        for (const double bend : kBends) {
            if (route.beside && other != taken.end() && std::abs(bend * side - other->second) < kBeside)
                continue;
            const double c = work > kEnoughWork ? std::abs(bend)
                                                : cost(Curve::bent(a.center(), b.center(), bend), bend, route,
                                                       nodes, left, room, kClearance * scale);
            if (c < least) {
                least = c;
                chosen = bend;
            }
        }
        const Curve curve = Curve::bent(a.center(), b.center(), chosen);
        taken[pair] = chosen * side;
        left.push_back({route.from, unit(curve.slope(0.0))});
        left.push_back({route.to, -unit(curve.slope(1.0))});
        out.push_back(between(curve, a, b, kGap * scale));
    }
    spreadEnds(nodes, routes, out, scale);
    return out;
}

} // namespace mien::ui::graph
