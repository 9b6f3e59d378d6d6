// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/routing.h"

namespace mien::ui::graph {
namespace {

constexpr double kBends[] = {0.0, 0.14, -0.14, 0.28, -0.28, 0.42, -0.42, 0.6, -0.6};
constexpr int kSamples = 14;
constexpr double kClearance = 9.0;    ///< px at scale 1 between an edge and a node it passes
constexpr double kThrough = 100.0;    ///< cost of each sample inside a strange node
constexpr double kPerBend = 30.0;     ///< cost of a bend of 1
constexpr double kSameWay = 14.0;     ///< cost of leaving a node in nearly the direction of another edge
constexpr double kApart = 0.97;       ///< cosine of the angle above which directions count as the same
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

double cost(const Curve& curve, double bend, const Edge& edge, const std::vector<NodeShape>& nodes,
            const std::vector<Leaving>& left, double clearance) {
    double sum = kPerBend * std::abs(bend);
    std::array<QPointF, kSamples> points;
    QRectF bounds(curve.from, QSizeF());
    for (int s = 0; s < kSamples; ++s) {
        points[static_cast<std::size_t>(s)] = curve.at((s + 1.0) / (kSamples + 1.0));
        const QPointF p = points[static_cast<std::size_t>(s)];
        bounds = bounds.united(QRectF(p - QPointF(1, 1), QSizeF(2, 2)));
    }
    bounds.adjust(-clearance, -clearance, clearance, clearance);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (static_cast<int>(i) == edge.a || static_cast<int>(i) == edge.b ||
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
        const QPointF way = other.node == edge.a ? out : in;
        if (other.node == edge.a || other.node == edge.b)
            if (const double cosine = QPointF::dotProduct(way, other.way); cosine > kApart)
                sum += kSameWay * (cosine - kApart) / (1.0 - kApart);
    }
    return sum;
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

std::vector<std::optional<Curve>> routes(const std::vector<NodeShape>& nodes, const std::vector<Edge>& edges,
                                         double scale) {
    std::vector<std::optional<Curve>> out;
    const double work = static_cast<double>(nodes.size()) * static_cast<double>(edges.size()) * kSamples *
                        static_cast<double>(std::size(kBends));
    std::vector<Leaving> left;
    for (const Edge& edge : edges) {
        const NodeShape& a = nodes[static_cast<std::size_t>(edge.a)];
        const NodeShape& b = nodes[static_cast<std::size_t>(edge.b)];
        Curve best = Curve::bent(a.box.center(), b.box.center(), 0.0);
        if (work < kEnoughWork) {
            double least = 1e300;
            for (const double bend : kBends) {
                const Curve curve = Curve::bent(a.box.center(), b.box.center(), bend);
                if (const double c = cost(curve, bend, edge, nodes, left, kClearance * scale); c < least) {
                    least = c;
                    best = curve;
                }
                if (least <= 0.0)
                    break;
            }
            left.push_back({edge.a, unit(best.slope(0.0))});
            left.push_back({edge.b, -unit(best.slope(1.0))});
        }
        out.push_back(between(best, a.box, b.box, 1.5 * scale));
    }
    return out;
}

} // namespace mien::ui::graph
