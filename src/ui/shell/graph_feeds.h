// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/dataset.h"
#include "ui/graph_workspace/compare_page.h"
#include "ui/graph_workspace/matrices_page.h"

#include <memory>

namespace mien::ui {

class ProjectDocument;

/// What the Graph workspace may compare with and add to a graph, gathered from the project and the Data
/// workspace.

/// Films of the project, but for the open one, whose analysis is kept in this folder.
std::vector<OtherFilm> otherFilms(ProjectDocument& document,
                                  const std::shared_ptr<const dataset::Dataset>& dataset,
                                  const QString& cacheFolder);

/// Whom a film of the project shows: as it was imported, else by the film's name in the dataset that is open
/// (may be null). Empty: not told.
QString subjectOf(const ProjectDocument& document, const std::shared_ptr<const dataset::Dataset>& dataset,
                  const project::Media& film);

/// Priors B: of the dataset that is open (may be null) and of the project's own events.
std::vector<PriorSource> priorSources(ProjectDocument& document,
                                      const std::shared_ptr<const dataset::Dataset>& dataset);

/// The part of a picture that a face fills with some room around it, and its regions in that part.
struct FaceCrop {
    QImage picture;
    std::vector<QPointF> regions;
};
FaceCrop cropToFace(const QImage& picture, const face::Landmarks& landmarks);

} // namespace mien::ui
