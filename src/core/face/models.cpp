// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face/models.h"

#include <array>
#include <cstdlib>

namespace mien::face {
namespace {

constexpr std::array kRows{
    ModelRow{
        "detector-hog", "finds frontal faces", "dlib 19.24, five HOG templates of 80x80 pixels",
        "Boost Software License 1.0, as dlib itself: free for any use. Trained by dlib's author on faces "
        "collected from public photographs.",
        "libdlib19.1", "", ""},
    ModelRow{"landmarks-68", "places 68 points on a face", "shape_predictor_68_face_landmarks.dat of 2015",
             "For research only: the file itself is CC0, but it was trained on the iBUG 300-W data set, "
             "whose licence "
             "excludes commercial use. "
             "Whoever wants to use results commercially should ask Imperial College London or choose another "
             "model. "
             "The file comes from Debian's package libdlib-data and is not part of this program.",
             "libdlib-data", "/usr/share/dlib/shape_predictor_68_face_landmarks.dat", "MIEN_LANDMARK_MODEL"},
};

} // namespace

std::filesystem::path ModelRow::path(const std::filesystem::path& chosen) const {
    if (!chosen.empty())
        return chosen;
    if (!environment.empty())
        if (const char* named = std::getenv(std::string(environment).c_str());
            named != nullptr && *named != '\0')
            return named;
    return file;
}

bool ModelRow::available(const std::filesystem::path& chosen) const {
    std::error_code ignored;
    return file.empty() || std::filesystem::is_regular_file(path(chosen), ignored);
}

std::span<const ModelRow> modelRows() {
    return kRows;
}
const ModelRow& detectorModel() {
    return kRows[0];
}
const ModelRow& landmarkModel() {
    return kRows[1];
}

} // namespace mien::face
