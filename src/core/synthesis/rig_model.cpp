// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/synthesis/rig_model.h"

#include "core/base/file_io.h"
#include "core/base/guarded.h"
#include "core/base/json.h"
#include "core/media/video_source.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <charconv>
#include <sstream>

namespace mien::synthesis {
namespace {

namespace fs = std::filesystem;

/// Parts by the material's name; "usemtl" lines that no row matches are not drawn.
struct PartRow {
    std::string_view material;
    RigPart part;
};
constexpr PartRow kParts[] = {{"M_Face", RigPart::Face},       {"M_BackHead", RigPart::Head},
                              {"M_GumsTongue", RigPart::Gums}, {"M_Teeth", RigPart::Teeth},
                              {"M_ScleraLeft", RigPart::Eye},  {"M_ScleraRight", RigPart::Eye},
                              {"M_EyeLashes", RigPart::Lashes}};

Result<fs::path> onlyFile(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == extension)
            found.push_back(entry.path());
    if (found.size() != 1)
        return fail(ErrorCode::NotFound,
                    fmt::format("A face rig's folder holds exactly one {} file; here are {}.", extension,
                                found.size()),
                    folder.string());
    return found[0];
}

/// Vertex and texture index of a corner "v/vt/vn", from 0.
std::optional<std::pair<int, int>> cornerOf(std::string_view text) {
    int v = 0, t = 1;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), v);
    if (error != std::errc{})
        return {};
    if (end != text.data() + text.size() && *end == '/' && end + 1 != text.data() + text.size() &&
        end[1] != '/')
        std::from_chars(end + 1, text.data() + text.size(), t);
    return std::pair{v - 1, t - 1};
}

Result<void> readMesh(const fs::path& path, RigModel& model) {
    const auto mesh = readTextFile(path);
    if (!mesh)
        return Unexpected(mesh.error());
    std::istringstream in(*mesh);
    const int vertices = static_cast<int>(model.neutral.size());
    auto part = RigPart::Face;
    std::string line, word;
    int number = 0;
    const auto corrupt = [&] {
        return fail(ErrorCode::Corrupt, fmt::format("Line {} of the rig's mesh cannot be used.", number),
                    path.string());
    };
    while (std::getline(in, line)) {
        ++number;
        if (line.starts_with("vt ")) {
            cv::Vec2f uv;
            if (std::sscanf(line.c_str(), "vt %f %f", &uv[0], &uv[1]) != 2)
                return corrupt();
            model.uv.push_back(uv);
        } else if (line.starts_with("usemtl ")) {
            const auto name = line.substr(7, line.find_last_not_of(" \r") - 6);
            const auto* row = std::find_if(std::begin(kParts), std::end(kParts),
                                           [&](const PartRow& p) { return p.material == name; });
            part = row == std::end(kParts) ? RigPart::Hidden : row->part;
        } else if (line.starts_with("f ")) {
            std::vector<std::pair<int, int>> corners;
            std::istringstream words(line.substr(2));
            while (words >> word) {
                const auto corner = cornerOf(word);
                if (!corner || corner->first < 0 || corner->first >= vertices || corner->second < 0)
                    return corrupt();
                corners.push_back(*corner);
            }
            if (part == RigPart::Hidden)
                continue;
            for (std::size_t k = 2; k < corners.size(); ++k)
                model.triangles.push_back({{corners[0].first, corners[k - 1].first, corners[k].first},
                                           {corners[0].second, corners[k - 1].second, corners[k].second},
                                           part});
        }
    }
    for (const auto& t : model.triangles)
        for (const int uv : t.uv)
            if (uv >= static_cast<int>(model.uv.size()))
                return fail(ErrorCode::Corrupt,
                            "A face of the rig's mesh names a texture point that is missing.", path.string());
    if (model.triangles.empty())
        return fail(ErrorCode::Corrupt, "The rig's mesh has no faces of the materials that are drawn.",
                    path.string());
    return {};
}

Result<void> readShapes(const fs::path& path, RigModel& model) {
    const auto archive = NpzFile::open(path);
    if (!archive)
        return fail(
            archive.error().code,
            fmt::format("The rig's archive of arrays (.npz) cannot be read: {}", archive.error().message),
            path.string());
    const auto neutral = readRigArray(*archive, "neutral");
    if (!neutral)
        return Unexpected(neutral.error());
    const auto expr = readRigArray(*archive, "expr");
    if (!expr)
        return Unexpected(expr.error());
    const auto names = readRigNames(*archive, "expr_names");
    if (!names)
        return Unexpected(names.error());
    auto identity = readRigArray(*archive, "identity");
    if (!identity)
        return Unexpected(identity.error());
    const auto n = neutral->shape.empty() ? 0 : neutral->shape[0];
    const auto fits = [n](const RigArray& a) {
        return a.shape.size() == 3 && a.shape[1] == n && a.shape[2] == 3;
    };
    if (neutral->shape != std::vector<std::size_t>{n, 3} || n == 0 || !fits(*expr) || !fits(*identity) ||
        expr->shape[0] != names->size())
        return fail(
            ErrorCode::Corrupt,
            "The rig's arrays do not fit together: neutral is vertices × 3, expr and identity are any "
            "number × vertices × 3, expr_names names each of expr.",
            path.string());
    const auto vectorAt = [](const RigArray& a, std::size_t i) {
        return cv::Vec3f(a[3 * i], a[3 * i + 1], a[3 * i + 2]);
    };
    for (std::size_t v = 0; v < n; ++v)
        model.neutral.push_back(vectorAt(*neutral, v));
    for (std::size_t s = 0; s < names->size(); ++s) {
        RigShape shape{(*names)[s], {}, {}};
        for (std::size_t v = 0; v < n; ++v) {
            const auto delta = vectorAt(*expr, s * n + v);
            if (delta.dot(delta) < 1e-10f) // a micrometre
                continue;
            shape.vertices.push_back(static_cast<int>(v));
            shape.deltas.push_back(delta);
        }
        model.shapes.push_back(std::move(shape));
    }
    model.identity = std::move(*identity);
    return {};
}

Result<void> readLandmarks(const fs::path& path, RigModel& model) {
    const auto text = readTextFile(path);
    if (!text)
        return Unexpected(text.error());
    const auto json = parseJson(*text);
    const auto found = json.is_object() ? json.find("idx_to_landmark_verts") : json.end();
    if (!json.is_object() || found == json.end() || !found->is_array() || found->size() != 68)
        return fail(ErrorCode::Corrupt,
                    "The rig's vertex_indices.json needs \"idx_to_landmark_verts\", a list of 68 vertices.",
                    path.string());
    for (std::size_t k = 0; k < 68; ++k) {
        const auto& value = (*found)[k];
        if (!value.is_number_integer() || value < 0 || value >= model.neutral.size())
            return fail(ErrorCode::Corrupt, fmt::format("Landmark {} of the rig names no vertex.", k),
                        path.string());
        model.landmarks[k] = value.get<int>();
    }
    return {};
}

} // namespace

const RigShape* RigModel::shape(std::string_view name) const {
    const auto found =
        std::find_if(shapes.begin(), shapes.end(), [&](const RigShape& s) { return s.name == name; });
    return found == shapes.end() ? nullptr : &*found;
}

Result<RigModel> loadRigModel(const fs::path& folder, const JobContext& job) {
    return guarded(folder.string(), [&]() -> Result<RigModel> {
        if (!fs::is_directory(folder))
            return fail(ErrorCode::NotFound,
                        "A face rig is a folder with an .npz, an .obj and vertex_indices.json; this is none.",
                        folder.string());
        const auto archive = onlyFile(folder, ".npz");
        if (!archive)
            return Unexpected(archive.error());
        const auto mesh = onlyFile(folder, ".obj");
        if (!mesh)
            return Unexpected(mesh.error());
        RigModel model;
        if (auto ok = readShapes(*archive, model); !ok)
            return Unexpected(ok.error());
        if (auto ok = readMesh(*mesh, model); !ok)
            return Unexpected(ok.error());
        const auto indices = folder / "vertex_indices.json";
        if (auto ok = readLandmarks(indices, model); !ok)
            return Unexpected(ok.error());
        for (const auto& file : {*archive, *mesh, indices}) {
            const auto sha = media::contentSha256(file, job);
            if (!sha)
                return Unexpected(sha.error());
            model.sha256 += (model.sha256.empty() ? "" : "+") + *sha;
        }
        return model;
    });
}

} // namespace mien::synthesis
