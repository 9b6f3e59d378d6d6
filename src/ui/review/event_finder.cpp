// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/event_finder.h"

#include "ui/document/drafts.h"
#include "ui/document/project_document.h"

namespace mien::ui {
namespace {

using annotation::Searchable;
using annotation::SearchState;

SearchState stateOf(project::ReviewState state) {
    switch (state) {
    case project::ReviewState::Pending:
        return SearchState::Waiting;
    case project::ReviewState::Taken:
        return SearchState::Taken;
    case project::ReviewState::Rejected:
        return SearchState::Rejected;
    }
    return SearchState::Waiting;
}

} // namespace

EventFinder::EventFinder(ProjectDocument& document, Drafts& drafts, QObject* parent)
    : QObject(parent), m_document(document), m_drafts(drafts) {
    for (auto signal : {&ProjectDocument::eventsChanged, &ProjectDocument::proposalsChanged,
                        &ProjectDocument::currentMediaChanged, &ProjectDocument::timingChanged})
        connect(&document, signal, this, &EventFinder::search);
    connect(&drafts, &Drafts::changed, this, &EventFinder::search);
}

void EventFinder::ask(const QString& text) {
    m_search.reset();
    m_error.clear();
    m_asking = !text.trimmed().isEmpty();
    if (m_asking) {
        auto search = annotation::EventSearch::parse(text.toStdString());
        if (search)
            m_search = std::move(*search);
        else
            m_error = QString::fromStdString(search.error().sentence());
    }
    m_found.clear();
    search();
    emit changed();
}

void EventFinder::search() {
    std::vector<Found> found;
    if (m_search) {
        const FilmTiming& timing = m_document.timing();
        for (const project::Event& row : m_document.events())
            if (m_search->matches(Searchable::of(row.event, timing.durationS(row.event.interval()))))
                found.push_back({row.id, row.event.interval()});
        for (const project::StoredProposal& row : m_document.proposals()) {
            const auto draft = m_drafts.of(row.id);
            if (m_search->matches(Searchable::of(row.proposal, draft, stateOf(row.state),
                                                 timing.durationS(draft.interval()))))
                found.push_back({row.id, draft.interval()});
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const Found& a, const Found& b) { return a.interval.first < b.interval.first; });
    }
    if (found == m_found)
        return;
    m_found = std::move(found);
    emit changed();
}

int EventFinder::indexOf(const Selected& what) const {
    const auto at =
        std::find_if(m_found.begin(), m_found.end(), [&](const Found& one) { return one.what == what; });
    return at == m_found.end() ? -1 : static_cast<int>(at - m_found.begin());
}

const Found* EventFinder::step(const Selected& from, FrameIndex now, int direction) const {
    if (m_found.empty())
        return nullptr;
    const int count = static_cast<int>(m_found.size());
    int to = indexOf(from);
    if (to >= 0) {
        to = (to + direction + count) % count;
    } else if (direction > 0) {
        const auto next = std::find_if(m_found.begin(), m_found.end(),
                                       [&](const Found& one) { return one.interval.first >= now; });
        to = next == m_found.end() ? 0 : static_cast<int>(next - m_found.begin());
    } else {
        const auto previous = std::find_if(m_found.rbegin(), m_found.rend(),
                                           [&](const Found& one) { return one.interval.first < now; });
        to = previous == m_found.rend() ? count - 1 : static_cast<int>(m_found.rend() - previous) - 1;
    }
    return &m_found[static_cast<std::size_t>(to)];
}

} // namespace mien::ui
