// SPDX-License-Identifier: GPL-3.0-or-later
// Every verb of mien-cli. A new verb is one row here and one function in a <group>_commands.cpp.
#include "app/cli/commands.h"

#include <algorithm>
#include <array>
#include <utility>

namespace mien::cli {

std::span<const Command> commands() {
    static constexpr std::array rows{
        Command{"", "probe", "say what a film or a folder of numbered images is", declareProbe},
        Command{"", "frame", "write exactly one frame as a PNG", declareFrame},
        Command{"", "features", "write landmarks, motion and quality of every frame", declareFeatures},
        Command{"", "spot", "find expressions in films", declareSpot},
        Command{"evaluate", "spotting", "score spotted intervals against true ones", declareEvaluateSpotting},
        Command{"evaluate", "recognition", "score predicted classes against true ones",
                declareEvaluateRecognition},
        Command{"evaluate", "fairness", "compare how groups of people fare with a spotter",
                declareEvaluateFairness},
        Command{"", "convert", "turn an annotation table into another format", declareConvert},
        Command{"dataset", "check", "read a dataset's table and say what was repaired or needs a look",
                declareDatasetCheck},
        Command{"synth", "clip", "render a portrait making an expression, with its truth", declareSynthClip},
        Command{"synth", "film", "render long films with many expressions, for spotting", declareSynthFilm},
        Command{"synth", "dataset", "make a dataset from a causal model", declareSynthDataset},
        Command{"synth", "external", "have a model on this machine make films, and keep those that pass",
                declareSynthExternal},
        Command{"dataset", "stats", "count a dataset's expressions, beside Causal-Ex's table 1",
                declareDatasetStats},
        Command{"dataset", "prior", "print the prior matrix of the 12 regions", declareDatasetPrior},
        Command{"", "causal", "find what may cause what: a partial ancestral graph", declareCausal},
        Command{"causal", "compare", "lay two causal graphs beside each other", declareCausalCompare},
        Command{"", "quality", "measure picture quality, and what it misses", declareQuality},
        Command{"train", "spotting", "train a spotter on a dataset's films", declareTrainSpotting},
        Command{"train", "corrections", "train a spotter on the reviewed films of a project",
                declareTrainCorrections},
        Command{"train", "options", "list every option of a training with its value", declareTrainOptions},
        Command{"loso", "spotting", "try a spotter on subjects it was not trained on", declareLosoSpotting},
        Command{"debias", "spotting", "correct trained spotters by counterfactuals, without training",
                declareDebiasSpotting},
        Command{"project", "new", "make a project file, with films", declareProjectNew},
        Command{"project", "info", "say what a project holds", declareProjectInfo},
        Command{"project", "check", "look for damage in a project file", declareProjectCheck},
        Command{"project", "compact", "write a project anew without its history and removed films",
                declareProjectCompact},
        Command{"project", "export", "write a project as JSON or as an annotation table",
                declareProjectExport},
        Command{"project", "import", "bring another project's export or a table in", declareProjectImport},
        Command{"facs", "check", "read FACS codes and check them against the rules", declareFacsCheck},
        Command{"facs", "search", "find FACS codes by an expression", declareFacsSearch},
        Command{"", "self-test", "check the installation, offline", declareSelfTest},
    };
    return rows;
}

std::string_view groupHelp(std::string_view group) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> rows{{
        {"dataset", "read tables of datasets"},
        {"evaluate", "score results against the truth"},
        {"synth", "make films of expressions"},
        {"project", "work on a project file without the window"},
        {"train", "train models"},
        {"loso", "cross-validate models over subjects"},
        {"debias", "correct what trained models say"},
        {"facs", "read, check and search FACS codes"},
    }};
    const auto* row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.first == group; });
    return row == rows.end() ? std::string_view{} : row->second;
}

} // namespace mien::cli
