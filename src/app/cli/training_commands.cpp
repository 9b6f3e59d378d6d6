// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/output_folder.h"
#include "app/cli/text_table.h"
#include "app/cli/training_input.h"

#include "core/base/file_io.h"
#include "core/training/spotting_model.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <ctime>
#include <numeric>

namespace mien::cli {
namespace {

struct OptionsState {
    std::string preset = "mien";
};

std::string rangeOf(const OptionInfo& info) {
    if (!info.choices.empty())
        return fmt::format("{}", fmt::join(info.choices, " | "));
    return info.min == info.max ? std::string() : fmt::format("{} … {}", info.min, info.max);
}

struct TrainState {
    TrainingInput input;
    std::string out, name, data, licence = "none given";
    std::vector<std::string> limits, metrics;
};

std::string today() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    gmtime_r(&now, &utc);
    return fmt::format("{:04}-{:02}-{:02}", utc.tm_year + 1900, utc.tm_mon + 1, utc.tm_mday);
}

std::string curveCsv(const std::vector<training::EpochRecord>& curve) {
    std::string text = "epoch,learning_rate,train_loss,gradient_norm,validation_loss,validation_f1\n";
    for (const auto& r : curve)
        text += fmt::format("{},{:.8g},{:.6f},{:.6f},{:.6f},{:.6f}\n", r.epoch, r.learningRate, r.trainLoss,
                            r.gradientNorm, r.validationLoss, r.validationF1);
    return text;
}

/// "NAME=0.61" as a metric of the card.
Result<std::map<std::string, double>> metricsFrom(const std::vector<std::string>& texts) {
    std::map<std::string, double> out;
    for (const auto& text : texts) {
        const auto equals = text.rfind('=');
        char* end = nullptr;
        const double value = equals == std::string::npos ? 0.0 : std::strtod(text.c_str() + equals + 1, &end);
        if (!end || *end != 0 || end == text.c_str() + equals + 1)
            return fail(ErrorCode::InvalidArgument, "--metric wants NAME=NUMBER, not “" + text + "”.");
        out[text.substr(0, equals)] = value;
    }
    return out;
}

Result<Output> train(TrainState& s, Context& context) {
    namespace fs = std::filesystem;
    const auto metrics = metricsFrom(s.metrics);
    if (!metrics)
        return Unexpected(metrics.error());
    if (auto ok = checkModelPlace(std::filesystem::path(s.out) / "model"); !ok)
        return Unexpected(std::move(ok).error());
    auto set = s.input.read(context);
    if (!set)
        return Unexpected(std::move(set).error());
    training::SpotterTraining how;
    how.recipe = s.input.recipe;
    if (auto ok = checkWithoutTestSubjects(how.recipe); !ok)
        return Unexpected(std::move(ok).error());
    how.seed = context.global.seed.value_or(0);
    how.device = context.global.device;
    std::vector<std::size_t> all(set->films.size());
    std::iota(all.begin(), all.end(), 0);
    std::tie(how.train, how.choose) =
        training::setAside(*set, all, how.recipe.optimisation.validationShare, how.seed);
    const fs::path out = s.out;
    std::error_code ec;
    fs::create_directories(out, ec);
    how.checkpoint = out / "checkpoint.safetensors";
    const auto runtime = runtimeFor(how.device);
    if (!runtime)
        return Unexpected(runtime.error());
    const auto trained =
        context.timed("training", [&] { return trainSpotter(runtime->get(), *set, how, context.job); });
    if (!trained)
        return Unexpected(trained.error());
    training::CardFacts facts;
    facts.name = s.name.empty() ? out.filename().string() : s.name;
    facts.description =
        "Spots micro- and macro-expressions: a graph network over the motion of 12 facial regions.";
    facts.licence = s.licence;
    facts.data = s.data.empty() ? set->dataset.name : s.data;
    facts.command = context.commandLine;
    facts.made = today();
    facts.program = std::string("mien ") + MIEN_VERSION;
    facts.seed = how.seed;
    facts.metrics = *metrics;
    facts.limits = s.limits;
    if (auto ok = writeModel(out / "model", modelFolder(*trained, *set, how, facts), true); !ok)
        return Unexpected(std::move(ok).error());
    if (auto ok = writeFileAtomically(out / "curve.csv", curveCsv(trained->curve)); !ok)
        return Unexpected(std::move(ok).error());
    fs::remove(how.checkpoint, ec);
    Output result;
    result.json = {{"recipe", toJson(how.recipe)},
                   {"model", (out / "model").string()},
                   {"films", how.train.size()},
                   {"films_set_aside", how.choose.size()},
                   {"epoch", trained->epoch},
                   {"epochs", trained->curve.size()},
                   {"validation_f1", trained->chosenBy.overall().f1()},
                   {"notes", trained->notes},
                   {"warnings", set->warnings}};
    result.text =
        fmt::format("Trained on {} films, {} set aside; weights of epoch {} of {} → {}\n", how.train.size(),
                    how.choose.size(), trained->epoch, trained->curve.size(), (out / "model").string());
    for (const auto& line : trained->notes)
        result.text += line + "\n";
    for (const auto& line : set->warnings)
        result.text += line + "\n";
    return result;
}

} // namespace

Run declareTrainSpotting(Verb& verb) {
    auto s = Verb::state<TrainState>();
    s->input.declare(verb);
    verb.required("--out", s->out, "folder of the run: model/, curve.csv, and a checkpoint while it trains")
        .typeName("DIR");
    verb.option("--name", s->name, "of the model (default: the folder's)");
    verb.option("--data", s->data, "what the films are, for the card (default: the dataset's name)");
    verb.option("--licence", s->licence, "of the weights, for the card");
    verb.option("--limit", s->limits, "a sentence for the card: what the model was never tried on");
    verb.option("--metric", s->metrics, "a figure for the card, found on subjects that it does not know")
        .typeName("NAME=NUMBER");
    return [s](Context& context) { return train(*s, context); };
}

Run declareTrainOptions(Verb& verb) {
    auto s = Verb::state<OptionsState>();
    std::vector<std::string> presets;
    for (const auto& row : spotting::recipePresets())
        presets.emplace_back(row.name);
    verb.option("--preset", s->preset, "whose values to show").oneOf(presets).showDefault();
    return [s](Context&) -> Result<Output> {
        auto recipe = spotting::recipePreset(s->preset);
        if (!recipe)
            return Unexpected(std::move(recipe).error());
        Output out;
        TextTable table({"option", "value", "range", "meaning"});
        spotting::SpottingRecipe::visit(*recipe, [&](const auto& field, const OptionInfo& info) {
            table.add(
                {std::string(info.name), fmt::format("{}", field), rangeOf(info), std::string(info.help)});
            out.json["options"].push_back(
                {{"name", info.name}, {"value", field}, {"range", rangeOf(info)}, {"help", info.help}});
        });
        for (const auto& row : spotting::recipePresets())
            out.json["presets"].push_back({{"name", row.name}, {"description", row.description}});
        out.text = table.text();
        for (const auto& row : spotting::recipePresets())
            out.text += fmt::format("{}: {}\n", row.name, row.description);
        return out;
    };
}

} // namespace mien::cli
