// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "neutral_face.h"

#include <opencv2/imgproc.hpp>
#include <zip.h>

#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>

namespace mien::test {

/// Writes a face rig of 72 vertices, in the layout of docs/formats/face-rig.md, whose landmarks move in known
/// ways: so that rigs are tested without the development data. Deltas are float16, the neutral face float32.
class SmallRig {
public:
    SmallRig() {
        const auto face = neutralFace({0, 0}, 14.0f); // cm, y down
        for (const auto& p : face)
            places.push_back({p.x, 2.0f - p.y, 10.0f - 0.1f * p.x * p.x});
        for (const auto& corner : {cv::Point2f(-10, 14), {10, 14}, {-10, -18}, {10, -18}})
            places.push_back({corner.x, corner.y, -2.0f});
        shape("mouthSmile_R", {{48, {-0.8f, 0.6f, -0.2f}}, {60, {-0.4f, 0.3f, 0}}});
        shape("mouthSmile_L", {{54, {0.8f, 0.6f, -0.2f}}, {64, {0.4f, 0.3f, 0}}});
        shape("browDown_R", {{18, {0, -0.5f, 0}}, {19, {0, -0.6f, 0}}, {20, {0, -0.6f, 0}}});
        shape("browDown_L", {{23, {0, -0.6f, 0}}, {24, {0, -0.6f, 0}}, {25, {0, -0.5f, 0}}});
        shape("jawOpen", {{57, {0, -2.0f, 0}}, {58, {0, -2.0f, 0}}, {8, {0, -2.0f, 0}}, {66, {0, -2.0f, 0}}});
    }

    void shape(const std::string& name, const std::map<std::size_t, cv::Vec3f>& deltas) {
        names.push_back(name);
        auto& all = shapes.emplace_back(places.size(), cv::Vec3f::all(0.0f));
        for (const auto& [vertex, delta] : deltas)
            all[vertex] = delta;
    }

    void write(const std::filesystem::path& folder) const {
        std::filesystem::create_directories(folder);
        int error = 0;
        auto* zip = zip_open((folder / "rig.npz").c_str(), ZIP_CREATE | ZIP_TRUNCATE, &error);
        std::vector<std::string> kept; // libzip reads the buffers when it closes
        const auto n = places.size();
        const auto add = [&](const std::string& name, std::string bytes) {
            kept.push_back(std::move(bytes));
            zip_file_add(zip, (name + ".npy").c_str(),
                         zip_source_buffer(zip, kept.back().data(), kept.back().size(), 0), ZIP_FL_OVERWRITE);
        };
        kept.reserve(8);
        std::string neutral, expr, identity, texts;
        for (const auto& p : places)
            neutral.append(reinterpret_cast<const char*>(p.val), sizeof p.val);
        const auto half = [](std::string& out, const cv::Vec3f& v) {
            for (int c = 0; c < 3; ++c) {
                const cv::float16_t h(v[c]);
                out.append(reinterpret_cast<const char*>(&h), 2);
            }
        };
        for (const auto& deltas : shapes)
            for (const auto& d : deltas)
                half(expr, d);
        for (const auto& p : places) // one mode: wider or narrower
            half(identity, {0.05f * p[0], 0, 0});
        for (const auto& name : names)
            for (std::size_t c = 0; c < 16; ++c)
                texts += std::string{c < name.size() ? name[c] : '\0', '\0', '\0', '\0'};
        add("neutral", npy("<f4", std::to_string(n) + ", 3", neutral));
        add("expr", npy("<f2", std::to_string(shapes.size()) + ", " + std::to_string(n) + ", 3", expr));
        add("expr_names", npy("<U16", std::to_string(names.size()) + ",", texts));
        add("identity", npy("<f2", "1, " + std::to_string(n) + ", 3", identity));
        zip_close(zip);
        writeMesh(folder / "rig.obj");
        std::ofstream json(folder / "vertex_indices.json");
        json << "{\"idx_to_landmark_verts\": [0";
        for (int k = 1; k < 68; ++k)
            json << ", " << k;
        json << "]}\n";
    }

    std::vector<cv::Vec3f> places;
    std::vector<std::string> names;
    std::vector<std::vector<cv::Vec3f>> shapes;

private:
    static std::string npy(const std::string& kind, const std::string& shape, const std::string& elements) {
        std::string header = "{'descr': '" + kind + "', 'fortran_order': False, 'shape': (" + shape + "), }";
        header.resize((header.size() + 11 + 63) / 64 * 64 - 11, ' ');
        header += '\n';
        return std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(header.size() % 256) +
               static_cast<char>(header.size() / 256) + header + elements;
    }

    void writeMesh(const std::filesystem::path& path) const {
        std::ofstream mesh(path);
        cv::Subdiv2D net(cv::Rect(-20, -20, 40, 40));
        std::map<std::pair<float, float>, int> numbers;
        for (std::size_t v = 0; v < places.size(); ++v) {
            mesh << "vt " << (places[v][0] + 10) / 20 << ' ' << (places[v][1] + 18) / 32 << '\n';
            net.insert(cv::Point2f(places[v][0], places[v][1]));
            numbers[{places[v][0], places[v][1]}] = static_cast<int>(v) + 1;
        }
        mesh << "usemtl M_Face\n";
        std::vector<cv::Vec6f> triangles;
        net.getTriangleList(triangles);
        for (const auto& t : triangles) {
            std::array<int, 3> corner{numbers[{t[0], t[1]}], numbers[{t[2], t[3]}], numbers[{t[4], t[5]}]};
            if (corner[0] == 0 || corner[1] == 0 || corner[2] == 0)
                continue; // the net's own far corners
            if ((t[2] - t[0]) * (t[5] - t[1]) - (t[4] - t[0]) * (t[3] - t[1]) < 0.0f)
                std::swap(corner[1], corner[2]);
            mesh << 'f';
            for (const int v : corner)
                mesh << ' ' << v << '/' << v;
            mesh << '\n';
        }
    }
};

} // namespace mien::test
