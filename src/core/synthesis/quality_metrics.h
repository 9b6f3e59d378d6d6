// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <opencv2/core/mat.hpp>

// Picture-quality figures between two grey pictures or of one, as the EquiME paper and its code use them. All
// pictures are CV_8UC1; two pictures are of equal size.
namespace mien::synthesis {

/// What the paper's code answers for two equal pictures, whose signal-to-noise ratio has no bound.
inline constexpr double kPsnrOfEqualPicturesDb = 100.0;

/// Mean square difference in grey levels squared.
double meanSquareDifference(const cv::Mat& a, const cv::Mat& b);

/// The same in arithmetic modulo 256, as NumPy does it on unsigned bytes that nobody converted: a difference
/// of 16 grey levels squares to 0.
double meanSquareDifferenceWrapped(const cv::Mat& a, const cv::Mat& b);

/// 10 log10(255² / mse) decibels; kPsnrOfEqualPicturesDb where mse is 0.
double psnrDb(double meanSquare);

/// Mean structural similarity, -1 … 1 (Wang et al. 2004, eq. 13) with the defaults of scikit-image: uniform
/// window of 7×7, sample covariance, K1 0.01, K2 0.03, data range 255, windows wholly inside the picture.
/// Both sides must be at least kSsimWindow.
double ssim(const cv::Mat& a, const cv::Mat& b);
inline constexpr int kSsimWindow = 7;

/// sqrt(Σ dx² + Σ dy²) of the picture scaled to 0 … 1: piq's total variation of kind l2. Grows with the
/// number of pixels.
double totalVariation(const cv::Mat& grey);

/// The same divided by the square root of the number of pixels: the root-mean-square step between neighbours,
/// which pictures of different sizes can be compared by.
double totalVariationPerPixel(const cv::Mat& grey);

} // namespace mien::synthesis
