// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace mien::cli {

// causal_commands.cpp
Run declareCausal(Verb&);
// causal_compare_commands.cpp
Run declareCausalCompare(Verb&);
// debias_commands.cpp
Run declareDebiasSpotting(Verb&);
// loso_commands.cpp
Run declareLosoSpotting(Verb&);
// retrain_commands.cpp
Run declareTrainCorrections(Verb& verb);
// training_commands.cpp
Run declareTrainOptions(Verb&);
Run declareTrainSpotting(Verb&);
// media_commands.cpp
Run declareProbe(Verb&);
Run declareFrame(Verb&);
// features_commands.cpp
Run declareFeatures(Verb&);
// spot_commands.cpp
Run declareSpot(Verb&);
// evaluate_commands.cpp
Run declareEvaluateSpotting(Verb&);
Run declareEvaluateRecognition(Verb&);
// fairness_commands.cpp
Run declareEvaluateFairness(Verb&);
// dataset_statistics_commands.cpp
Run declareDatasetStats(Verb&);
// dataset_prior_commands.cpp
Run declareDatasetPrior(Verb&);
// quality_commands.cpp
Run declareQuality(Verb&);
// convert_commands.cpp
Run declareConvert(Verb&);
// dataset_commands.cpp
Run declareDatasetCheck(Verb&);
// synth_commands.cpp
Run declareSynthClip(Verb&);
// synth_external_commands.cpp
Run declareSynthExternal(Verb&);
// synth_dataset_commands.cpp
Run declareSynthFilm(Verb&);
Run declareSynthDataset(Verb&);
// project_commands.cpp
Run declareProjectNew(Verb&);
Run declareProjectInfo(Verb&);
Run declareProjectCheck(Verb&);
Run declareProjectCompact(Verb&);
Run declareProjectExport(Verb&);
Run declareProjectImport(Verb&);
// facs_commands.cpp
Run declareFacsCheck(Verb&);
Run declareFacsSearch(Verb&);
// self_test_commands.cpp
Run declareSelfTest(Verb&);

} // namespace mien::cli
