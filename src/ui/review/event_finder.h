// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/event_search.h"
#include "ui/document/selection_model.h"

#include <QObject>

namespace mien::ui {

class Drafts;
class ProjectDocument;

/// One thing that a search found.
struct Found {
    Selected what; ///< an event or a proposal
    FrameInterval interval;
    bool operator==(const Found&) const = default;
};

/// What a search finds in the open film, in the order of the film, kept up to date while people edit.
class EventFinder : public QObject {
    Q_OBJECT
public:
    EventFinder(ProjectDocument& document, Drafts& drafts, QObject* parent = nullptr);

    /// An empty text ends the search; one that cannot be read finds nothing and leaves error().
    void ask(const QString& text);
    bool asking() const { return m_asking; }
    const QString& error() const { return m_error; } ///< a sentence; empty: none
    const std::vector<Found>& found() const { return m_found; }

    /// The hit that is selected, from 0; -1 where something else is.
    int indexOf(const Selected& what) const;
    /// The next (direction 1) or previous (-1) hit as seen from what is selected, else from `now`; goes
    /// round.
    const Found* step(const Selected& from, FrameIndex now, int direction) const;

signals:
    void changed();

private:
    void search();

    ProjectDocument& m_document;
    Drafts& m_drafts;
    std::optional<annotation::EventSearch> m_search;
    std::vector<Found> m_found;
    QString m_error;
    bool m_asking = false;
};

} // namespace mien::ui
