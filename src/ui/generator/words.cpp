// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/generator/words.h"

#include <QCoreApplication>

namespace mien::ui {
namespace {

struct UnitWords {
    int number;
    const char* name;
    const char* hint;
};

constexpr UnitWords kUnits[] = {
    {1, QT_TRANSLATE_NOOP("ActionUnits", "Inner brow raiser"),
     QT_TRANSLATE_NOOP("ActionUnits", "The inner ends of the brows rise.")},
    {2, QT_TRANSLATE_NOOP("ActionUnits", "Outer brow raiser"),
     QT_TRANSLATE_NOOP("ActionUnits", "The outer ends of the brows rise.")},
    {4, QT_TRANSLATE_NOOP("ActionUnits", "Brow lowerer"),
     QT_TRANSLATE_NOOP("ActionUnits", "The brows sink and come together.")},
    {5, QT_TRANSLATE_NOOP("ActionUnits", "Upper lid raiser"),
     QT_TRANSLATE_NOOP("ActionUnits", "The eyes open wide.")},
    {6, QT_TRANSLATE_NOOP("ActionUnits", "Cheek raiser"),
     QT_TRANSLATE_NOOP("ActionUnits", "The cheeks rise, with crow’s feet beside the eyes.")},
    {7, QT_TRANSLATE_NOOP("ActionUnits", "Lid tightener"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lids narrow the eyes.")},
    {9, QT_TRANSLATE_NOOP("ActionUnits", "Nose wrinkler"),
     QT_TRANSLATE_NOOP("ActionUnits", "The nose wrinkles and its wings rise.")},
    {10, QT_TRANSLATE_NOOP("ActionUnits", "Upper lip raiser"),
     QT_TRANSLATE_NOOP("ActionUnits", "The middle of the upper lip rises.")},
    {12, QT_TRANSLATE_NOOP("ActionUnits", "Lip corner puller"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lip corners go up and outwards: a smile.")},
    {14, QT_TRANSLATE_NOOP("ActionUnits", "Dimpler"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lip corners tighten inwards.")},
    {15, QT_TRANSLATE_NOOP("ActionUnits", "Lip corner depressor"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lip corners sink.")},
    {16, QT_TRANSLATE_NOOP("ActionUnits", "Lower lip depressor"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lower lip sinks.")},
    {17, QT_TRANSLATE_NOOP("ActionUnits", "Chin raiser"),
     QT_TRANSLATE_NOOP("ActionUnits", "The chin pushes the lower lip up.")},
    {18, QT_TRANSLATE_NOOP("ActionUnits", "Lip pucker"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lips come together as for a kiss.")},
    {20, QT_TRANSLATE_NOOP("ActionUnits", "Lip stretcher"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lips are stretched sideways.")},
    {22, QT_TRANSLATE_NOOP("ActionUnits", "Lip funneler"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lips form a funnel.")},
    {23, QT_TRANSLATE_NOOP("ActionUnits", "Lip tightener"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lips get narrow and tight.")},
    {24, QT_TRANSLATE_NOOP("ActionUnits", "Lip pressor"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lips are pressed together.")},
    {25, QT_TRANSLATE_NOOP("ActionUnits", "Lips part"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lips part; the jaw stays.")},
    {26, QT_TRANSLATE_NOOP("ActionUnits", "Jaw drop"),
     QT_TRANSLATE_NOOP("ActionUnits", "The jaw falls open.")},
    {27, QT_TRANSLATE_NOOP("ActionUnits", "Mouth stretch"),
     QT_TRANSLATE_NOOP("ActionUnits", "The mouth opens wide.")},
    {28, QT_TRANSLATE_NOOP("ActionUnits", "Lips suck"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lips roll inwards.")},
    {34, QT_TRANSLATE_NOOP("ActionUnits", "Cheek puff"),
     QT_TRANSLATE_NOOP("ActionUnits", "The cheeks fill with air.")},
    {43, QT_TRANSLATE_NOOP("ActionUnits", "Eyes closed"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lids close and stay closed.")},
    {45, QT_TRANSLATE_NOOP("ActionUnits", "Blink"),
     QT_TRANSLATE_NOOP("ActionUnits", "The lids close and open again.")},
    {61, QT_TRANSLATE_NOOP("ActionUnits", "Eyes turn left"),
     QT_TRANSLATE_NOOP("ActionUnits", "The eyes turn to the person’s left.")},
    {62, QT_TRANSLATE_NOOP("ActionUnits", "Eyes turn right"),
     QT_TRANSLATE_NOOP("ActionUnits", "The eyes turn to the person’s right.")},
    {63, QT_TRANSLATE_NOOP("ActionUnits", "Eyes up"), QT_TRANSLATE_NOOP("ActionUnits", "The eyes look up.")},
    {64, QT_TRANSLATE_NOOP("ActionUnits", "Eyes down"),
     QT_TRANSLATE_NOOP("ActionUnits", "The eyes look down.")},
};

struct Words {
    std::string_view key;
    const char* text;
    const char* hint = nullptr;
};

constexpr Words kEmotions[] = {
    {"happiness", QT_TRANSLATE_NOOP("Emotions", "happiness")},
    {"sadness", QT_TRANSLATE_NOOP("Emotions", "sadness")},
    {"surprise", QT_TRANSLATE_NOOP("Emotions", "surprise")},
    {"fear", QT_TRANSLATE_NOOP("Emotions", "fear")},
    {"anger", QT_TRANSLATE_NOOP("Emotions", "anger")},
    {"disgust", QT_TRANSLATE_NOOP("Emotions", "disgust")},
    {"contempt", QT_TRANSLATE_NOOP("Emotions", "contempt")},
    {"neutral", QT_TRANSLATE_NOOP("Emotions", "neutral")},
};

constexpr Words kNodes[] = {
    {"subject", QT_TRANSLATE_NOOP("CausalModel", "Subject"),
     QT_TRANSLATE_NOOP("CausalModel", "Who is filmed, with customs of their own: the confounder.")},
    {"portrait", QT_TRANSLATE_NOOP("CausalModel", "Portrait"),
     QT_TRANSLATE_NOOP("CausalModel", "Which picture of the person moves.")},
    {"emotion", QT_TRANSLATE_NOOP("CausalModel", "Elicited emotion"),
     QT_TRANSLATE_NOOP("CausalModel", "What the person is made to feel; it chooses the action units.")},
    {"type", QT_TRANSLATE_NOOP("CausalModel", "Micro or macro"),
     QT_TRANSLATE_NOOP("CausalModel", "Up to half a second and faint, or longer and stronger.")},
    {"units", QT_TRANSLATE_NOOP("CausalModel", "Z  Action units"),
     QT_TRANSLATE_NOOP("CausalModel", "What the face does: units, sides and intensities.")},
    {"timing", QT_TRANSLATE_NOOP("CausalModel", "Z  Timing"),
     QT_TRANSLATE_NOOP("CausalModel", "Onset, apex and offset of the expression.")},
    {"label", QT_TRANSLATE_NOOP("CausalModel", "Y  Label"),
     QT_TRANSLATE_NOOP("CausalModel", "What a coder calls it, from the action units and some noise.")},
    {"light", QT_TRANSLATE_NOOP("CausalModel", "Light"),
     QT_TRANSLATE_NOOP("CausalModel", "Brightness and flicker of the lamp.")},
    {"camera", QT_TRANSLATE_NOOP("CausalModel", "Camera"),
     QT_TRANSLATE_NOOP("CausalModel", "Sensor noise and how large the face is.")},
    {"head", QT_TRANSLATE_NOOP("CausalModel", "Head movement"),
     QT_TRANSLATE_NOOP("CausalModel", "Slow sway and roll of the head.")},
    {"blinks", QT_TRANSLATE_NOOP("CausalModel", "Blinks"),
     QT_TRANSLATE_NOOP("CausalModel", "Lids that close without meaning anything.")},
    {"speech", QT_TRANSLATE_NOOP("CausalModel", "Speech"),
     QT_TRANSLATE_NOOP("CausalModel", "Lips that move as in speech.")},
    {"film", QT_TRANSLATE_NOOP("CausalModel", "X  Film"),
     QT_TRANSLATE_NOOP("CausalModel", "What the camera records: the outcome of everything else.")},
};

constexpr Words kArrows[] = {
    {"a portrait is of one person", QT_TRANSLATE_NOOP("CausalModel", "a portrait is of one person")},
    {"some people show some emotions more often",
     QT_TRANSLATE_NOOP("CausalModel", "some people show some emotions more often")},
    {"emotion table, read forwards", QT_TRANSLATE_NOOP("CausalModel", "emotion table, read forwards")},
    {"levels of micro- and macro-expressions",
     QT_TRANSLATE_NOOP("CausalModel", "levels of micro- and macro-expressions")},
    {"habitual unit and intensity", QT_TRANSLATE_NOOP("CausalModel", "habitual unit and intensity")},
    {"published durations", QT_TRANSLATE_NOOP("CausalModel", "published durations")},
    {"custom duration and rise", QT_TRANSLATE_NOOP("CausalModel", "custom duration and rise")},
    {"planted: a class lasts longer", QT_TRANSLATE_NOOP("CausalModel", "planted: a class lasts longer")},
    {"f_Z: emotion table, read backwards",
     QT_TRANSLATE_NOOP("CausalModel", "f_Z: emotion table, read backwards")},
    {"the coder expects it of this person",
     QT_TRANSLATE_NOOP("CausalModel", "the coder expects it of this person")},
    {"planted: a class has its own light",
     QT_TRANSLATE_NOOP("CausalModel", "planted: a class has its own light")},
    {"where this person is filmed", QT_TRANSLATE_NOOP("CausalModel", "where this person is filmed")},
    {"planted: a class has its own camera",
     QT_TRANSLATE_NOOP("CausalModel", "planted: a class has its own camera")},
    {"what this person is filmed with", QT_TRANSLATE_NOOP("CausalModel", "what this person is filmed with")},
    {"appearance", QT_TRANSLATE_NOOP("CausalModel", "appearance")},
    {"the movement", QT_TRANSLATE_NOOP("CausalModel", "the movement")},
    {"when it happens", QT_TRANSLATE_NOOP("CausalModel", "when it happens")},
    {"gain and flicker", QT_TRANSLATE_NOOP("CausalModel", "gain and flicker")},
    {"noise and framing", QT_TRANSLATE_NOOP("CausalModel", "noise and framing")},
    {"sway and roll", QT_TRANSLATE_NOOP("CausalModel", "sway and roll")},
    {"lids", QT_TRANSLATE_NOOP("CausalModel", "lids")},
    {"lips", QT_TRANSLATE_NOOP("CausalModel", "lips")},
};

QString plain(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

template <std::size_t N>
const Words* find(const Words (&list)[N], std::string_view key) {
    const auto* found =
        std::find_if(std::begin(list), std::end(list), [&](const Words& w) { return w.key == key; });
    return found == std::end(list) ? nullptr : found;
}

const UnitWords* find(int number) {
    const auto* found = std::find_if(std::begin(kUnits), std::end(kUnits),
                                     [&](const UnitWords& w) { return w.number == number; });
    return found == std::end(kUnits) ? nullptr : found;
}

} // namespace

QString unitText(int number) {
    const auto* words = find(number);
    return words ? QCoreApplication::translate("ActionUnits", words->name)
                 : QStringLiteral("AU %1").arg(number);
}

QString unitHint(int number) {
    const auto* words = find(number);
    return words ? QCoreApplication::translate("ActionUnits", words->hint) : QString();
}

QString emotionText(std::string_view name) {
    const auto* words = find(kEmotions, name);
    return words ? QCoreApplication::translate("Emotions", words->text) : plain(name);
}

QString nodeText(std::string_view name) {
    const auto* words = find(kNodes, name);
    return words ? QCoreApplication::translate("CausalModel", words->text) : plain(name);
}

QString nodeHint(std::string_view name) {
    const auto* words = find(kNodes, name);
    return words ? QCoreApplication::translate("CausalModel", words->hint) : QString();
}

QString arrowText(std::string_view why) {
    const auto* words = find(kArrows, why);
    return words ? QCoreApplication::translate("CausalModel", words->text) : plain(why);
}

QString sideWord(annotation::Side side) {
    switch (side) {
    case annotation::Side::Left:
        return QCoreApplication::translate("ActionUnits", "left side");
    case annotation::Side::Right:
        return QCoreApplication::translate("ActionUnits", "right side");
    default:
        return QCoreApplication::translate("ActionUnits", "both sides");
    }
}

QString typeWord(annotation::ExpressionType type) {
    return type == annotation::ExpressionType::Micro ? QCoreApplication::translate("CausalModel", "micro")
                                                     : QCoreApplication::translate("CausalModel", "macro");
}

} // namespace mien::ui
