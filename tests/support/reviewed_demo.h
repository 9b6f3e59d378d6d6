// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/reviewed_film.h"
#include "core/nn/spotting_network.h"
#include "core/project/watched.h"
#include "core/spotting/network_model.h"
#include "support/verify.h"

namespace mien::test {

/// Copies of the demo's film, one person each, gone through from end to end by a coder who found the truth.
/// Copies of one content are measured once.
inline std::vector<dataset::ReviewedFilm> reviewedDemo(const std::filesystem::path& folder, int people,
                                                       int first = 1) {
    std::vector<dataset::ReviewedFilm> films;
    std::filesystem::create_directories(folder);
    for (int i = first; i < first + people; ++i) {
        dataset::ReviewedFilm film;
        film.id = i;
        film.name = "film" + std::to_string(i) + ".mp4";
        film.media = folder / film.name;
        film.subject = "s" + std::to_string(i);
        std::filesystem::copy_file(std::filesystem::path(MIEN_SOURCE_DIR) / "resources/demo/demo.mp4",
                                   film.media);
        using annotation::ExpressionType;
        for (const auto& [onset, apex, offset, type] : {std::tuple{90, 96, 103, ExpressionType::Micro},
                                                        {165, 183, 228, ExpressionType::Macro},
                                                        {312, 318, 326, ExpressionType::Micro},
                                                        {392, 414, 474, ExpressionType::Macro}}) {
            annotation::ExpressionEvent event;
            event.onset = {onset};
            event.apex = FrameIndex{apex};
            event.offset = {offset};
            event.type = type;
            film.expressions.push_back(event);
        }
        film.watched = {{{0}, {599}}};
        films.push_back(std::move(film));
    }
    return films;
}

/// A project in which `coder` said that.
inline void makeProject(const std::filesystem::path& file, const std::string& coder,
                        const std::vector<dataset::ReviewedFilm>& films) {
    auto project = project::createProject(file);
    MIEN_VERIFY(project);
    (*project)->setCoder(coder);
    for (const auto& film : films) {
        const auto added =
            (*project)->apply({"Add film", {project::AddMedia{{{}, film.media, "", 600, {30, 1}, false}}}});
        MIEN_VERIFY(added);
        const project::MediaId id{added->addedIds[0]};
        MIEN_VERIFY((*project)->setValue("film/" + std::to_string(id.value) + "/subject", film.subject));
        project::Edit edit{"Review", {project::AddTier{{{}, id, "expressions", coder}}}};
        for (const auto& event : film.expressions)
            edit.changes.emplace_back(project::AddEvent{{-1}, event});
        edit.changes.emplace_back(project::setWatched(id, coder, film.watched));
        MIEN_VERIFY((*project)->apply(edit));
    }
}

/// A model whose weights are chance: it knows nothing, and going on from it takes `epochs`.
inline spotting::ModelFolder ignorantModel(const std::string& name, int epochs) {
    spotting::ModelFolder folder;
    auto& model = folder.model;
    model.name = name;
    model.recipe = spotting::recipePreset("mien").value();
    model.recipe.graph.film = false;
    model.recipe.graph.prior = "none";
    model.recipe.shape.temporalWidth = 16;
    model.recipe.windows.length = 100;
    model.recipe.windows.step = 50;
    model.recipe.optimisation.batch = 8;
    model.recipe.optimisation.epochs = epochs;
    model.recipe.optimisation.learningRate = 0.1; // a tenth of it when going on
    (void)model.recipe.settle();
    const auto channels = static_cast<std::size_t>(model.recipe.input.channels());
    model.normalisation = {std::vector<double>(channels, 0.0), std::vector<double>(channels, 0.01)};
    folder.weights = nn::SpottingNetwork::create(model.recipe.shape, 1).value()->weights().value();
    folder.card = "# " + name + "\n";
    return folder;
}

} // namespace mien::test
