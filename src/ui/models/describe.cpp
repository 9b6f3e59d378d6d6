// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/describe.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Describe", text);
}

} // namespace

QString typeText(annotation::ExpressionType type) {
    return type == annotation::ExpressionType::Micro ? tr(QT_TRANSLATE_NOOP("Describe", "Micro"))
                                                     : tr(QT_TRANSLATE_NOOP("Describe", "Macro"));
}

QString sideText(annotation::Side side) {
    switch (side) {
    case annotation::Side::Bilateral:
        return tr(QT_TRANSLATE_NOOP("Describe", "Both sides"));
    case annotation::Side::Left:
        return tr(QT_TRANSLATE_NOOP("Describe", "Left"));
    case annotation::Side::Right:
        return tr(QT_TRANSLATE_NOOP("Describe", "Right"));
    case annotation::Side::Asymmetric:
        return tr(QT_TRANSLATE_NOOP("Describe", "Asymmetric"));
    }
    return {};
}

QString intensityText(annotation::Intensity intensity) {
    switch (intensity) {
    case annotation::Intensity::Unscored:
        return tr(QT_TRANSLATE_NOOP("Describe", "Not scored"));
    case annotation::Intensity::A:
        return tr(QT_TRANSLATE_NOOP("Describe", "A  trace"));
    case annotation::Intensity::B:
        return tr(QT_TRANSLATE_NOOP("Describe", "B  slight"));
    case annotation::Intensity::C:
        return tr(QT_TRANSLATE_NOOP("Describe", "C  marked"));
    case annotation::Intensity::D:
        return tr(QT_TRANSLATE_NOOP("Describe", "D  severe"));
    case annotation::Intensity::E:
        return tr(QT_TRANSLATE_NOOP("Describe", "E  maximum"));
    }
    return {};
}

QString reviewText(project::ReviewState state) {
    switch (state) {
    case project::ReviewState::Pending:
        return tr(QT_TRANSLATE_NOOP("Describe", "waiting"));
    case project::ReviewState::Taken:
        return tr(QT_TRANSLATE_NOOP("Describe", "taken"));
    case project::ReviewState::Rejected:
        return tr(QT_TRANSLATE_NOOP("Describe", "rejected"));
    }
    return {};
}

QString regionText(const std::string& region) {
    return QCoreApplication::translate("Regions", region.c_str());
}

QString looksLikeText(const std::string& what) {
    if (what == "blink")
        return tr(QT_TRANSLATE_NOOP("Describe", "blink"));
    if (what == "speech")
        return tr(QT_TRANSLATE_NOOP("Describe", "speech"));
    if (what == "head movement")
        return tr(QT_TRANSLATE_NOOP("Describe", "head movement"));
    return QString::fromStdString(what);
}

QString intervalText(FrameIndex onset, std::optional<FrameIndex> apex, FrameIndex offset,
                     const FilmTiming& timing) {
    QString text = timing.label(onset) + QStringLiteral(" ▷ ");
    if (apex)
        text += timing.label(*apex) + QStringLiteral(" ▲ ");
    text += timing.label(offset) + QStringLiteral(" ◁");
    if (!timing.empty())
        text += QStringLiteral(" · ") + timeText(timing.durationS({onset, offset}));
    return text;
}

QString eventLine(const annotation::ExpressionEvent& event, const FilmTiming& timing) {
    QStringList parts{typeText(event.type)};
    if (!event.actionUnits.empty())
        parts << QStringLiteral("AU ") + QString::fromStdString(event.actionUnits);
    if (event.side != annotation::Side::Bilateral)
        parts << sideText(event.side);
    parts << tr(QT_TRANSLATE_NOOP("Describe", "frames %1 to %2"))
                 .arg(timing.label(event.onset), timing.label(event.offset));
    return parts.join(QStringLiteral(", "));
}

QString proposalLine(const annotation::Proposal& proposal, const FilmTiming& timing) {
    QStringList parts;
    parts
        << (proposal.looksLike.empty()
                ? typeText(proposal.type)
                : tr(QT_TRANSLATE_NOOP("Describe", "Looks like %1")).arg(looksLikeText(proposal.looksLike)));
    if (!proposal.regions.empty())
        parts << regionText(proposal.regions.front().region);
    parts << tr(QT_TRANSLATE_NOOP("Describe", "frames %1 to %2"))
                 .arg(timing.label(proposal.onset), timing.label(proposal.offset));
    return parts.join(QStringLiteral(", "));
}

QString whyText(const annotation::Proposal& proposal, const FilmTiming& timing) {
    QString text;
    if (!proposal.regions.empty()) {
        const auto& first = proposal.regions.front();
        text = tr(QT_TRANSLATE_NOOP(
                      "Describe",
                      "%1 moved most: %2 % of the distance between the eyes, and came back within %3."))
                   .arg(regionText(first.region))
                   .arg(first.displacement, 0, 'f', 1)
                   .arg(timeText(timing.durationS(proposal.interval())));
        text[0] = text[0].toUpper();
    }
    if (!proposal.looksLike.empty())
        text += (text.isEmpty() ? "" : " ") +
                tr(QT_TRANSLATE_NOOP("Describe", "It looks like %1 rather than an expression."))
                    .arg(looksLikeText(proposal.looksLike));
    return text;
}

} // namespace mien::ui
