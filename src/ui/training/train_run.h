// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluation/f1_bounds.h"
#include "core/training/spotting_model.h"
#include "ui/training/debias_work.h"
#include "ui/training/result_figures.h"

#include <mutex>

namespace mien::ui {

/// How a spotter is tried on subjects that it does not know.
enum class Trial { None, Folds, LeaveOneOut };

/// Measures the films and makes their inputs by the recipe.
using SetSource =
    std::function<Result<training::SpottingSet>(const spotting::SpottingRecipe&, const JobContext&)>;

struct TrainPlan {
    SetSource films;
    std::string data;    ///< what the films are, for the card
    std::string command; ///< that remakes the model, for the card; begins with the program's name
    spotting::SpottingRecipe recipe;
    Trial trial = Trial::Folds;
    int folds = 5;
    std::uint64_t seed = 0;
    std::filesystem::path out;
};

inline constexpr int kAllFilms = -1; ///< "fold" of the model that is kept

/// News of a running training, from any thread to the window, which takes them at its own pace.
struct TrainNews {
    std::vector<std::string> folds; ///< whom each is tried on, once known
    std::vector<std::pair<int, training::EpochRecord>> epochs;
    std::vector<std::pair<int, evaluation::SpottingCounts>> done; ///< folds and what they found
};
class TrainSink {
public:
    /// `epochDone` is called after every epoch, on the thread that trains.
    explicit TrainSink(std::function<void(int fold, const training::EpochRecord&)> epochDone = {})
        : m_epochDone(std::move(epochDone)) {}
    void setFolds(std::vector<std::string> names);
    void put(int fold, const training::EpochRecord& record);
    void putDone(int fold, const evaluation::SpottingCounts& counts);
    TrainNews take();

private:
    std::mutex m_mutex;
    TrainNews m_news;
    std::function<void(int, const training::EpochRecord&)> m_epochDone;
};

struct TypeScore {
    evaluation::SpottingCounts counts;
    std::optional<evaluation::F1Bounds> bounds; ///< over subjects; absent for fewer than two
};
struct SpotterScore {
    std::string name;
    TypeScore macro, micro, overall;
    std::vector<std::string> subjects;
    std::vector<training::TypedCounts> bySubject;
};

struct TrainResult {
    std::filesystem::path model; ///< its folder
    int epoch = 0, epochs = 0;
    std::size_t films = 0, setAside = 0;
    std::optional<double> validationF1;
    std::vector<std::string> notes, warnings;
    std::vector<SpotterScore> scores; ///< the trained one, "rules", "regular"; none without a trial
    std::vector<Judged> judged;
    Confusion confusion;
    TrainedRunPtr run;              ///< what may be corrected
    std::vector<ScoreCurve> curves; ///< of the trained one and of "rules", for both types
};

/// Films, folds, comparison, and a model of all films in `out`/model, whose card has the folds' figures. What
/// `out` holds of the same plan is not done again; Cancelled keeps it there.
Result<TrainResult> runTraining(const TrainPlan& plan, TrainSink& sink, const JobContext& job);

/// Removes what a stopped training would go on from; `out` itself only where the training `made` it and
/// nothing is left in it.
void forgetTraining(const std::filesystem::path& out, bool made);

} // namespace mien::ui
