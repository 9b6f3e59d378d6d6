// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/describe.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace mien::ui {
namespace {

/// Not called tr: lupdate would take what stands in it for a text of its own and overlook the macro.
QString words(const char* text) {
    return QCoreApplication::translate("Describe", text);
}

/// Names of motion::regions() and reasons of face::describe(), where translators find them.
constexpr std::array kRegions{
    QT_TRANSLATE_NOOP("Regions", "left outer brow"),    QT_TRANSLATE_NOOP("Regions", "left middle brow"),
    QT_TRANSLATE_NOOP("Regions", "left inner brow"),    QT_TRANSLATE_NOOP("Regions", "right inner brow"),
    QT_TRANSLATE_NOOP("Regions", "right middle brow"),  QT_TRANSLATE_NOOP("Regions", "right outer brow"),
    QT_TRANSLATE_NOOP("Regions", "nose bridge"),        QT_TRANSLATE_NOOP("Regions", "nose tip"),
    QT_TRANSLATE_NOOP("Regions", "left mouth corner"),  QT_TRANSLATE_NOOP("Regions", "upper lip"),
    QT_TRANSLATE_NOOP("Regions", "right mouth corner"), QT_TRANSLATE_NOOP("Regions", "lower lip"),
};
constexpr std::array kReasons{
    QT_TRANSLATE_NOOP("Scorability", "no face"),
    QT_TRANSLATE_NOOP("Scorability", "face too small"),
    QT_TRANSLATE_NOOP("Scorability", "face turned away"),
    QT_TRANSLATE_NOOP("Scorability", "face cut off by the edge of the picture"),
    QT_TRANSLATE_NOOP("Scorability", "face covered"),
    QT_TRANSLATE_NOOP("Scorability", "face blurred"),
};

/// Only what translators were shown is looked up, so that a name that is missing above shows in the tests.
template <class Names>
QString known(const char* context, const Names& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()))
                                : QCoreApplication::translate(context, *found);
}

} // namespace

QString typeText(annotation::ExpressionType type) {
    return type == annotation::ExpressionType::Micro ? words(QT_TRANSLATE_NOOP("Describe", "Micro"))
                                                     : words(QT_TRANSLATE_NOOP("Describe", "Macro"));
}

QString sideText(annotation::Side side) {
    switch (side) {
    case annotation::Side::Bilateral:
        return words(QT_TRANSLATE_NOOP("Describe", "Both sides"));
    case annotation::Side::Left:
        return words(QT_TRANSLATE_NOOP("Describe", "Left"));
    case annotation::Side::Right:
        return words(QT_TRANSLATE_NOOP("Describe", "Right"));
    case annotation::Side::Asymmetric:
        return words(QT_TRANSLATE_NOOP("Describe", "Asymmetric"));
    }
    return {};
}

QString intensityText(annotation::Intensity intensity) {
    switch (intensity) {
    case annotation::Intensity::Unscored:
        return words(QT_TRANSLATE_NOOP("Describe", "Not scored"));
    case annotation::Intensity::A:
        return words(QT_TRANSLATE_NOOP("Describe", "A  trace"));
    case annotation::Intensity::B:
        return words(QT_TRANSLATE_NOOP("Describe", "B  slight"));
    case annotation::Intensity::C:
        return words(QT_TRANSLATE_NOOP("Describe", "C  marked"));
    case annotation::Intensity::D:
        return words(QT_TRANSLATE_NOOP("Describe", "D  severe"));
    case annotation::Intensity::E:
        return words(QT_TRANSLATE_NOOP("Describe", "E  maximum"));
    }
    return {};
}

QString reviewText(project::ReviewState state) {
    switch (state) {
    case project::ReviewState::Pending:
        return words(QT_TRANSLATE_NOOP("Describe", "waiting"));
    case project::ReviewState::Taken:
        return words(QT_TRANSLATE_NOOP("Describe", "taken"));
    case project::ReviewState::Rejected:
        return words(QT_TRANSLATE_NOOP("Describe", "rejected"));
    }
    return {};
}

QString regionText(const std::string& region) {
    return known("Regions", kRegions, region);
}

QString reasonText(std::string_view reason) {
    return known("Scorability", kReasons, reason);
}

QString looksLikeText(const std::string& what) {
    if (what == "blink")
        return words(QT_TRANSLATE_NOOP("Describe", "blink"));
    if (what == "speech")
        return words(QT_TRANSLATE_NOOP("Describe", "speech"));
    if (what == "head movement")
        return words(QT_TRANSLATE_NOOP("Describe", "head movement"));
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
    parts << words(QT_TRANSLATE_NOOP("Describe", "frames %1 to %2"))
                 .arg(timing.label(event.onset), timing.label(event.offset));
    return parts.join(QStringLiteral(", "));
}

QString proposalLine(const annotation::Proposal& proposal, const FilmTiming& timing) {
    QStringList parts;
    parts << (proposal.looksLike.empty() ? typeText(proposal.type)
                                         : words(QT_TRANSLATE_NOOP("Describe", "Looks like %1"))
                                               .arg(looksLikeText(proposal.looksLike)));
    if (!proposal.regions.empty())
        parts << regionText(proposal.regions.front().region);
    parts << words(QT_TRANSLATE_NOOP("Describe", "frames %1 to %2"))
                 .arg(timing.label(proposal.onset), timing.label(proposal.offset));
    return parts.join(QStringLiteral(", "));
}

QString whyText(const annotation::Proposal& proposal, const FilmTiming& timing) {
    QString text;
    if (!proposal.regions.empty()) {
        const auto& first = proposal.regions.front();
        text = words(QT_TRANSLATE_NOOP(
                         "Describe",
                         "%1 moved most: %2 % of the distance between the eyes, and came back within %3."))
                   .arg(regionText(first.region))
                   .arg(first.displacement, 0, 'f', 1)
                   .arg(timeText(timing.durationS(proposal.interval())));
        text[0] = text[0].toUpper();
    }
    if (!proposal.looksLike.empty())
        text += (text.isEmpty() ? "" : " ") +
                words(QT_TRANSLATE_NOOP("Describe", "It looks like %1 rather than an expression."))
                    .arg(looksLikeText(proposal.looksLike));
    return text;
}

} // namespace mien::ui
