// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace mien::test {

/// Pictures that carry their number so that lossy coding, scaling and odd sizes leave it readable: 6 x 4 flat
/// cells, dark or bright; the upper two rows hold twelve bits (lowest first), the lower two their inverse.
/// A cell is read at its middle half, by its difference to its inverse.
inline constexpr int patternColumns = 6;
inline constexpr int patternRows = 4;
inline constexpr int patternBits = 12;

inline cv::Rect patternCell(int cell, cv::Size size) {
    const int column = cell % patternColumns;
    const int row = cell / patternColumns;
    const int x0 = size.width * column / patternColumns;
    const int y0 = size.height * row / patternRows;
    return {x0, y0, size.width * (column + 1) / patternColumns - x0,
            size.height * (row + 1) / patternRows - y0};
}

/// CV_8UC1, `number` in 0 … 4095.
inline cv::Mat framePattern(int number, int width, int height) {
    cv::Mat image(height, width, CV_8UC1);
    for (int cell = 0; cell < 2 * patternBits; ++cell) {
        const bool bit = (number >> (cell % patternBits) & 1) != 0;
        image(patternCell(cell, image.size())).setTo(bit == (cell < patternBits) ? 205 : 50);
    }
    return image;
}

/// The number in a picture (grey or BGR), or -1 where it cannot be read with certainty.
inline int readFramePattern(const cv::Mat& image) {
    cv::Mat grey = image;
    if (image.channels() == 3)
        cv::cvtColor(image, grey, cv::COLOR_BGR2GRAY);
    if (grey.type() != CV_8UC1 || grey.cols < 4 * patternColumns || grey.rows < 4 * patternRows)
        return -1;
    const auto level = [&](int cell) {
        const cv::Rect r = patternCell(cell, grey.size());
        return cv::mean(grey({r.x + r.width / 4, r.y + r.height / 4, r.width / 2, r.height / 2}))[0];
    };
    int number = 0;
    for (int bit = 0; bit < patternBits; ++bit) {
        const double difference = level(bit) - level(bit + patternBits);
        if (std::abs(difference) < 60.0)
            return -1;
        if (difference > 0)
            number |= 1 << bit;
    }
    return number;
}

} // namespace mien::test
