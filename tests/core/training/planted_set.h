// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/training/spotting_set.h"

#include <numbers>

namespace mien::training {

/// Films of noise in which the mouth's corners (micro) or the brows (macro) go and come back, as smooth as a
/// face does: easy to learn, so that a training that learns nothing shows. One film a subject, `films` of 300
/// frames at 30 fps.
inline SpottingSet plantedSet(int films, const spotting::SpottingRecipe& recipe, std::uint64_t seed = 1) {
    SpottingSet set;
    set.dataset.name = "planted";
    for (int i = 0; i < films; ++i) {
        Rng rng = Rng::derived(seed, static_cast<std::uint64_t>(i));
        SpottingFilm film;
        film.name = "film" + std::to_string(i + 1);
        film.subject = "s" + std::to_string(i + 1);
        film.attributes = {{"set", i % 2 ? "odd" : "even"}};
        film.series.fps = 30.0;
        film.series.frames.resize(300);
        for (std::size_t t = 0; t < 300; ++t) {
            auto& frame = film.series.frames[t];
            frame.frame = FrameIndex{static_cast<std::int64_t>(t)};
            frame.state = face::Scorability::Scorable;
            for (auto& d : frame.displacement)
                d = {static_cast<float>(0.0005 * rng.normal()), static_cast<float>(0.0005 * rng.normal())};
        }
        for (int k = 0; k < 4; ++k) {
            const bool micro = k % 2 == 0;
            const std::int64_t length =
                2 * static_cast<std::int64_t>(micro ? 4 + rng.below(4) : 14 + rng.below(10));
            const std::int64_t onset = 15 + 70 * k + static_cast<std::int64_t>(rng.below(20));
            for (std::int64_t t = onset; t <= onset + length; ++t) {
                const double phase = static_cast<double>(t - onset) / static_cast<double>(length);
                const auto height = static_cast<float>(0.03 * std::sin(std::numbers::pi * phase));
                for (const std::size_t r :
                     micro ? std::vector<std::size_t>{8, 10} : std::vector<std::size_t>{1, 4})
                    film.series.frames[static_cast<std::size_t>(t)].displacement[r] +=
                        cv::Vec2f(0.0f, -height);
            }
            film.expressions.push_back(
                {FrameIndex{onset}, FrameIndex{onset + length / 2}, FrameIndex{onset + length},
                 micro ? annotation::ExpressionType::Micro : annotation::ExpressionType::Macro});
            dataset::Sample sample;
            sample.subject = film.subject;
            sample.film = sample.clip = film.name;
            sample.actionUnits = micro ? "12" : "1+2";
            set.dataset.samples.push_back(sample);
        }
        set.dataset.subjects.push_back({film.subject, film.attributes});
        set.films.push_back(std::move(film));
    }
    (void)prepare(set, recipe, {});
    return set;
}

/// Small enough for a test of seconds.
inline spotting::SpottingRecipe quickRecipe() {
    auto recipe = spotting::recipePreset("mien").value();
    recipe.graph.film = false; // noise has no causes: its graphs would only stir the regions
    recipe.graph.prior = "none";
    recipe.windows.length = 100;
    recipe.windows.step = 50;
    recipe.optimisation.batch = 8;
    recipe.optimisation.gain = 0.3; // all of these expressions are equally large
    recipe.optimisation.epochs = 12;
    recipe.shape.temporalWidth = 16;
    (void)recipe.settle();
    return recipe;
}

} // namespace mien::training
