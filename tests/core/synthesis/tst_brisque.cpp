// SPDX-License-Identifier: GPL-3.0-or-later
// What OpenCV's quality module hands to the model of BRISQUE, beside the statistics of the paper (A. Mittal,
// A. K. Moorthy, A. C. Bovik: No-reference image quality assessment in the spatial domain, IEEE Transactions
// on Image Processing 21(12), 2012), computed here in double precision from their formulas.
#include "support/verify.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/ml.hpp>
#include <opencv2/quality/qualitybrisque.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace tst_brisque {

namespace {

constexpr std::size_t kOfScale = 18, kFeatures = 36;
using Features = std::array<double, kFeatures>;

struct Plane {
    int rows = 0, cols = 0;
    std::vector<double> values;
    Plane(int r, int c) : rows(r), cols(c), values(static_cast<std::size_t>(r * c)) {}
    double& at(int y, int x) { return values[static_cast<std::size_t>(y * cols + x)]; }
    double at(int y, int x) const { return values[static_cast<std::size_t>(y * cols + x)]; }
    double clamped(int y, int x) const { return at(std::clamp(y, 0, rows - 1), std::clamp(x, 0, cols - 1)); }
};

/// Equations 1 to 3: (I − μ) / (σ + 1), μ and σ of a Gaussian window of 7×7, three deviations wide. The paper
/// says nothing of windows that reach out of the picture; what lies there is the nearest pixel.
Plane normalised(const Plane& picture) {
    std::array<double, 7> window{};
    double sum = 0.0;
    for (int k = -3; k <= 3; ++k)
        sum += window[static_cast<std::size_t>(k + 3)] = std::exp(-0.5 * k * k / (7.0 / 6 * 7.0 / 6));
    Plane out(picture.rows, picture.cols);
    for (int y = 0; y < picture.rows; ++y)
        for (int x = 0; x < picture.cols; ++x) {
            const auto weighted = [&](auto&& value) {
                double total = 0.0;
                for (int v = -3; v <= 3; ++v)
                    for (int u = -3; u <= 3; ++u)
                        total += window[static_cast<std::size_t>(v + 3)] *
                                 window[static_cast<std::size_t>(u + 3)] *
                                 value(picture.clamped(y + v, x + u));
                return total / (sum * sum);
            };
            const double mean = weighted([](double i) { return i; });
            const double deviation = std::sqrt(weighted([&](double i) { return (i - mean) * (i - mean); }));
            out.at(y, x) = (picture.at(y, x) - mean) / (deviation + 1.0);
        }
    return out;
}

/// The shape a at which (E|x|)² / E[x²] of a generalised Gaussian, Γ(2/a)² / (Γ(1/a) Γ(3/a)), is `ratio`.
/// The quotient grows with a, so halving an interval finds it.
double shapeOf(double ratio) {
    double low = 0.05, high = 50.0;
    for (int i = 0; i < 100; ++i) {
        const double a = (low + high) / 2;
        const double at = std::exp(2 * std::lgamma(2 / a) - std::lgamma(1 / a) - std::lgamma(3 / a));
        (at < ratio ? low : high) = a;
    }
    return (low + high) / 2;
}

/// Shape, mean, and squares of the left and right deviation of the asymmetric generalised Gaussian whose
/// moments are those of `x` and as many zeros as make `count` (equations 8 to 14).
std::array<double, 4> asymmetric(const std::vector<double>& x, std::size_t count) {
    double left = 0.0, right = 0.0, size = 0.0;
    std::size_t lefts = 0, rights = 0;
    for (const double v : x) {
        size += std::abs(v);
        if (v < 0)
            left += v * v, ++lefts;
        else if (v > 0)
            right += v * v, ++rights;
    }
    const auto n = static_cast<double>(count);
    const double ratio = (size / n) * (size / n) / ((left + right) / n);
    left = std::sqrt(left / static_cast<double>(lefts));
    right = std::sqrt(right / static_cast<double>(rights));
    const double g = left / right;
    const double a = shapeOf(ratio * (g * g * g + 1) * (g + 1) / ((g * g + 1) * (g * g + 1)));
    const double mean =
        (right - left) * std::exp(std::lgamma(2 / a) - 0.5 * (std::lgamma(1 / a) + std::lgamma(3 / a)));
    return {a, mean, left * left, right * right};
}

/// Half as large. `filtered`: the mean of each block of 2×2, which is the paper's low-pass filter and
/// sampling; else the value in the block's middle by Keys' cubic with a = −0.75, which filters next to
/// nothing.
Plane halved(const Plane& picture, bool filtered) {
    Plane out(picture.rows / 2, picture.cols / 2);
    const double outer = filtered ? 0.0 : -0.09375, inner = 0.5 - outer;
    const std::array<double, 4> taps{outer, inner, inner, outer};
    for (int y = 0; y < out.rows; ++y)
        for (int x = 0; x < out.cols; ++x)
            for (int v = 0; v < 4; ++v)
                for (int u = 0; u < 4; ++u)
                    out.at(y, x) += taps[static_cast<std::size_t>(v)] * taps[static_cast<std::size_t>(u)] *
                                    picture.clamped(2 * y + v - 1, 2 * x + u - 1);
    return out;
}

/// What the paper leaves open, or says and others do otherwise.
struct Choices {
    bool filtered = false;  ///< the second scale is filtered before it is sampled
    bool zeroPairs = false; ///< pixels without a neighbour on a side count as products of 0
};

Features published(Plane picture, const Choices& choices) {
    Features out{};
    for (std::size_t scale = 0; scale < 2; ++scale) {
        if (scale > 0)
            picture = halved(picture, choices.filtered);
        const Plane mscn = normalised(picture);
        double size = 0.0, square = 0.0;
        for (const double v : mscn.values)
            size += std::abs(v), square += v * v;
        const auto n = static_cast<double>(mscn.values.size());
        auto* to = out.data() + scale * kOfScale;
        *to++ = shapeOf((size / n) * (size / n) / (square / n)); // equation 4, symmetric
        *to++ = square / n;
        constexpr std::array<std::array<int, 2>, 4> neighbours{{{0, 1}, {1, 0}, {1, 1}, {1, -1}}}; // y, x
        for (const auto& [dy, dx] : neighbours) { // products of neighbours, equations 7
            std::vector<double> products;
            for (int y = 0; y + dy < mscn.rows; ++y)
                for (int x = std::max(0, -dx); x + dx < mscn.cols && x < mscn.cols; ++x)
                    products.push_back(mscn.at(y, x) * mscn.at(y + dy, x + dx));
            const std::size_t pairs = choices.zeroPairs ? mscn.values.size() : products.size();
            for (const double value : asymmetric(products, pairs))
                *to++ = value;
        }
    }
    return out;
}

} // namespace

class TestBrisque : public QObject {
    Q_OBJECT

    static cv::Mat portrait() {
        return cv::imread(MIEN_SOURCE_DIR "/resources/demo/astronaut.png", cv::IMREAD_GRAYSCALE);
    }
    static Plane planeOf(const cv::Mat& grey) {
        Plane out(grey.rows, grey.cols);
        for (int y = 0; y < grey.rows; ++y)
            for (int x = 0; x < grey.cols; ++x)
                out.at(y, x) = grey.at<std::uint8_t>(y, x);
        return out;
    }
    /// Greatest differences: of the shapes, and of all other features.
    static std::pair<double, double> apart(const Features& a, const Features& b) {
        double shape = 0.0, other = 0.0;
        for (std::size_t i = 0; i < kFeatures; ++i) {
            const std::size_t in = i % kOfScale; // 0 and then 2, 6, 10, 14 are shapes
            double& greatest = in == 0 || in % 4 == 2 ? shape : other;
            greatest = std::max(greatest, std::abs(a[i] - b[i]));
        }
        return {shape, other};
    }
    static Features ofOpenCv(const cv::Mat& grey) {
        cv::Mat row;
        cv::quality::QualityBRISQUE::computeFeatures(grey, row);
        Features out{};
        if (row.total() == kFeatures && row.type() == CV_32F)
            std::copy_n(row.ptr<float>(), kFeatures, out.begin());
        return out;
    }

private slots:
    void theFitFindsTheShapeOfKnownDistributions() {
        QVERIFY(std::abs(shapeOf(2.0 / std::numbers::pi) - 2.0) < 1e-9); // Gaussian: E|x| = σ √(2/π)
        QVERIFY(std::abs(shapeOf(0.5) - 1.0) < 1e-9);                 // Laplacian: E|x| = b, E[x²] = 2 b²
        const auto fit = asymmetric({-1, -3, 2, 6, -1, -3, 2, 6}, 8); // twice as wide to the right
        QVERIFY(std::abs(fit[2] - 5.0) < 1e-12 && std::abs(fit[3] - 20.0) < 1e-12 && fit[1] > 0);
    }

    void theFeaturesOfOpenCvAreThoseOfThePaper() {
        const cv::Mat grey = portrait();
        QVERIFY(!grey.empty());
        const Features theirs = ofOpenCv(grey);
        const auto [shape, other] = apart(theirs, published(planeOf(grey), {}));
        qInfo("greatest difference: %.4f of shapes, %.5f of the others", shape, other);
        QVERIFY(shape < 0.012);
        QVERIFY(other < 0.001);
        // The shapes are apart because OpenCV counts pixels without a neighbour; what is left is its table of
        // shapes, in steps of 0.001.
        const auto [counted, same] = apart(theirs, published(planeOf(grey), {.zeroPairs = true}));
        qInfo("with its count of pairs: %.5f and %.5f", counted, same);
        QVERIFY(counted < 0.001);
        QVERIFY(same < 0.001);
    }

    /// OpenCV halves the picture without the paper's low-pass filter.
    void theSecondScaleOfOpenCvIsNotFiltered() {
        const cv::Mat grey = portrait();
        const Features theirs = ofOpenCv(grey), paper = published(planeOf(grey), {.filtered = true});
        const auto [shape, other] = apart(theirs, paper);
        QVERIFY(shape > 0.1 && other > 0.04); // and features that are apart are seen to be
        const std::filesystem::path folder = "/usr/share/opencv4/quality";
        if (!std::filesystem::exists(folder / "brisque_model_live.yml"))
            QSKIP("needs Debian's package opencv-data");
        const auto svm = cv::ml::SVM::load((folder / "brisque_model_live.yml").string());
        cv::Mat range;
        cv::FileStorage((folder / "brisque_range_live.yml").string(), cv::FileStorage::READ)["range"] >>
            range;
        const auto score = [&](const Features& features) {
            cv::Mat_<float> row(1, int{kFeatures});
            for (int i = 0; i < int{kFeatures}; ++i) {
                const double least = range.at<float>(0, i), most = range.at<float>(1, i);
                row(i) = static_cast<float>(-1 + 2 * (features[static_cast<std::size_t>(i)] - least) /
                                                     (most - least));
            }
            return double{svm->predict(row)};
        };
        const double asPaper = score(paper), asTheirs = score(theirs);
        const double unfiltered = score(published(planeOf(grey), {.zeroPairs = true}));
        qInfo("score: %.2f of the paper's features, %.2f without the filter, with OpenCV's pairs %.2f, of "
              "OpenCV's %.2f",
              asPaper, score(published(planeOf(grey), {})), unfiltered, asTheirs);
        QVERIFY(std::abs(asTheirs - unfiltered) < 0.5);
    }
};

MIEN_TEST(TestBrisque)

} // namespace tst_brisque

#include "tst_brisque.moc"
