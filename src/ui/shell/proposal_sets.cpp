// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/proposal_sets.h"

#include "ui/commands/gate.h"
#include "ui/document/project_document.h"
#include "ui/jobs/job_list.h"
#include "ui/shell/analysis_cache.h"
#include "ui/training/debias_page.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProposalSets)
};

} // namespace

Result<project::RunId> addProposalSet(ProjectDocument& document, JobList& jobs, const QString& cacheFolder,
                                      const ProposalSet& set) {
    const auto* media = document.currentMedia();
    const auto analysis = document.analysis().analysis();
    if (!media || !analysis)
        return fail(ErrorCode::InvalidArgument, Words::tr("Open a film and analyse it first.").toStdString());
    if (document.readOnly())
        return fail(
            ErrorCode::WriteFailed,
            Words::tr("The project can only be read; save it elsewhere to add proposals.").toStdString());
    project::Run run;
    run.media = media->id;
    run.spotter = set.spotter.toStdString();
    run.optionsJson = set.optionsJson.toStdString();
    run.version = MIEN_VERSION;
    run.scorableFraction = analysis->scorableFraction;
    run.offered = true; // shown by the step below alone, so that undoing it shows the set before
    auto stored = document.storeRun(run, set.proposals);
    if (!stored)
        return stored;
    const auto shown = commands::Gate::push(
        document, {Words::tr("Corrected proposals").toStdString(), {project::ShowRun{media->id, *stored}}});
    if (!shown)
        return Unexpected(shown.error());
    if (const auto now = document.run())
        jobs.start<bool>(
            Words::tr("Keeping the signals"),
            [file = analysisCacheFile(cacheFolder, *document.currentMedia(), *now),
             analysis](const JobContext&) -> Result<bool> {
                if (auto written = writeAnalysisCache(file, *analysis); !written)
                    return Unexpected(written.error());
                return true;
            },
            &document, [](const Result<bool>&) {});
    return stored;
}

} // namespace mien::ui
