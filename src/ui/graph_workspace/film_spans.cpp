// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph_workspace/film_spans.h"

#include "ui/document/project_document.h"
#include "ui/document/selection_model.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilmSpans)
};

struct Typed {
    FrameInterval frames;
    annotation::ExpressionType type;
};

std::vector<Typed> divisions(const ProjectDocument& document, QString& from) {
    std::vector<Typed> all;
    for (const project::Event& event : document.events())
        all.push_back({event.event.interval(), event.event.type});
    if (!all.empty()) {
        from = Words::tr("from %n event(s)", nullptr, static_cast<int>(all.size()));
        return all;
    }
    for (const project::StoredProposal& row : document.proposals())
        if (row.state != project::ReviewState::Rejected && row.proposal.looksLike.empty())
            all.push_back({{row.proposal.onset, row.proposal.offset}, row.proposal.type});
    from = Words::tr("from %n proposal(s)", nullptr, static_cast<int>(all.size()));
    return all;
}

std::optional<FrameInterval> selectedStretch(const ProjectDocument& document,
                                             const SelectionModel& selection) {
    if (const auto id = selection.selectedEvent())
        if (const auto* event = document.event(*id))
            return event->event.interval();
    if (const auto id = selection.selectedProposal())
        if (const auto* row = document.proposal(*id))
            return FrameInterval{row->proposal.onset, row->proposal.offset};
    return selection.loop();
}

} // namespace

QString spanText(FilmSpan span) {
    switch (span) {
    case FilmSpan::Whole:
        return Words::tr("Whole film");
    case FilmSpan::Macro:
        return Words::tr("Macro-expressions only");
    case FilmSpan::Micro:
        return Words::tr("Micro-expressions only");
    case FilmSpan::Outside:
        return Words::tr("Outside of expressions");
    case FilmSpan::Stretch:
        break;
    }
    return Words::tr("Selected stretch");
}

std::vector<FrameInterval> outside(std::vector<FrameInterval> intervals, std::int64_t frames) {
    std::sort(intervals.begin(), intervals.end(),
              [](const FrameInterval& a, const FrameInterval& b) { return a.first < b.first; });
    std::vector<FrameInterval> rest;
    FrameIndex next{0};
    for (const FrameInterval& one : intervals) {
        if (one.first > next)
            rest.push_back({next, one.first - 1});
        next = std::max(next, one.last + 1);
    }
    if (next.value < frames)
        rest.push_back({next, FrameIndex{frames - 1}});
    return rest;
}

SpanIntervals intervalsOf(FilmSpan span, const ProjectDocument& document, const SelectionModel& selection) {
    SpanIntervals out;
    if (span == FilmSpan::Whole)
        return out;
    out.intervals.emplace();
    if (span == FilmSpan::Stretch) {
        if (const auto stretch = selectedStretch(document, selection)) {
            out.intervals->push_back(*stretch);
            out.from = Words::tr("frames %1 to %2").arg(stretch->first.value).arg(stretch->last.value);
        }
        return out;
    }
    const auto all = divisions(document, out.from);
    for (const Typed& one : all)
        if (span == FilmSpan::Outside ||
            one.type == (span == FilmSpan::Micro ? annotation::ExpressionType::Micro
                                                 : annotation::ExpressionType::Macro))
            out.intervals->push_back(one.frames);
    if (span == FilmSpan::Outside)
        out.intervals = outside(std::move(*out.intervals), document.timing().frames());
    return out;
}

} // namespace mien::ui
