// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/model_list.h"

#include "core/base/file_io.h"
#include "core/base/file_name.h"
#include "core/pipeline/spot_by_network.h"

#include <fmt/format.h>

#include <set>

namespace mien::pipeline {
namespace fs = std::filesystem;
namespace {

ListedModel listed(const fs::path& folder, ModelOrigin origin) {
    ListedModel out;
    out.folder = folder;
    out.origin = origin;
    if (auto read = spotting::readModel(folder)) {
        out.model = std::move(read->model);
        out.card = std::move(read->card);
        // Weights of another shape are found by whoever loads them; so load them.
        if (const auto loaded = NetworkSpotter::load(folder); !loaded)
            out.problem = loaded.error().sentence();
        return out;
    } else {
        out.problem = read.error().sentence();
    }
    if (auto manifest = spotting::readModelManifest(folder))
        out.model = *std::move(manifest);
    if (auto card = readTextFile(folder / spotting::kCardFile, std::size_t{1} << 20))
        out.card = *std::move(card);
    return out;
}

} // namespace

std::string_view nameOf(ModelOrigin origin) {
    switch (origin) {
    case ModelOrigin::Shipped:
        return "shipped";
    case ModelOrigin::Own:
        return "own";
    case ModelOrigin::Added:
        break;
    }
    return "added";
}

std::vector<ListedModel> listModels(const ModelPlaces& places) {
    std::vector<ListedModel> all;
    std::set<fs::path> seen;
    const auto add = [&](const fs::path& folder, ModelOrigin origin) {
        std::error_code ignored;
        auto real = fs::weakly_canonical(folder, ignored);
        if (seen.insert(real.empty() ? folder : real).second)
            all.push_back(listed(folder, origin));
    };
    if (!places.shipped.empty())
        add(places.shipped, ModelOrigin::Shipped);
    std::error_code ec;
    std::set<fs::path> own;
    if (!places.own.empty())
        for (fs::directory_iterator it(places.own, ec), end; !ec && it != end; it.increment(ec))
            if (std::error_code no; fs::is_regular_file(it->path() / spotting::kModelFile, no) &&
                                    !it->path().filename().string().starts_with('.'))
                own.insert(it->path());
    for (const auto& folder : own)
        add(folder, ModelOrigin::Own);
    for (const auto& folder : places.added)
        add(folder, ModelOrigin::Added);
    return all;
}

fs::path freeModelFolder(const fs::path& own, std::string_view name) {
    std::string plain = fileNameFrom(name);
    if (plain.empty())
        plain = "model";
    std::error_code ignored;
    for (int i = 1;; ++i)
        if (auto folder = own / (i == 1 ? plain : fmt::format("{}-{}", plain, i));
            !fs::exists(folder, ignored))
            return folder;
}

} // namespace mien::pipeline
