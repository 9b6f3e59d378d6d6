// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/core_words.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>
#include <optional>
#include <vector>

namespace mien::ui {
namespace {

constexpr const char* kContext = "CoreSentences";

// What a person meets between importing a dataset and retraining, for translators; a test looks each of them
// up in the sources of the core. Where two fit, the first one counts.
constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("CoreSentences", "measuring %1"),
    QT_TRANSLATE_NOOP("CoreSentences", "fold %1 of %2, without %3: %4"),
    QT_TRANSLATE_NOOP("CoreSentences", "training %1 of %2, without %3: %4"),
    QT_TRANSLATE_NOOP("CoreSentences", "training %1 of %2: %3"),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 and %2 more"),
    QT_TRANSLATE_NOOP("CoreSentences", "epoch %1 of at most %2, loss %3, validation F1 %4"),
    QT_TRANSLATE_NOOP("CoreSentences", "epoch %1 of %2, loss %3"),
    QT_TRANSLATE_NOOP("CoreSentences", "done"),
    QT_TRANSLATE_NOOP("CoreSentences", "looking at films"),
    QT_TRANSLATE_NOOP("CoreSentences", "spotting in %1"),
    QT_TRANSLATE_NOOP("CoreSentences", "Looking for λ: fold %1 of %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "Measuring motion: frame %1 of %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "Network: sample %1 of %2"),
    QT_TRANSLATE_NOOP("CoreSentences", "Reading the film's time stamps"),
    QT_TRANSLATE_NOOP("CoreSentences", "Reading the film's content"),
    QT_TRANSLATE_NOOP("CoreSentences", "Row %1 (%2) is left out: %3."),
    QT_TRANSLATE_NOOP("CoreSentences", "its film was not found"),
    QT_TRANSLATE_NOOP("CoreSentences", "it names no subject"),
    QT_TRANSLATE_NOOP("CoreSentences", "it has no onset"),
    QT_TRANSLATE_NOOP("CoreSentences", "its onset, apex and offset do not follow one another"),
    QT_TRANSLATE_NOOP("CoreSentences", "it says neither micro nor macro"),
    QT_TRANSLATE_NOOP("CoreSentences", "other rows of its film name another subject"),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "%1 ends with frame %2; expressions that would end later are left out: %3."),
    QT_TRANSLATE_NOOP("CoreSentences", "λ is looked for with two subjects or more, and the training set %1 "
                                       "aside; train with a larger validation-share."),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 is left out: a face can be measured in %2 % of it."),
    QT_TRANSLATE_NOOP("CoreSentences", "With these lengths at most %1 of %2 micro- and %3 of %4 "
                                       "macro-expressions of the training films can be found."),
    QT_TRANSLATE_NOOP("CoreSentences", "Training ended after %1 epochs: the last %2 were no better."),
    QT_TRANSLATE_NOOP("CoreSentences", "Memory did not suffice; from epoch %1 on a step sees %2 windows."),
    QT_TRANSLATE_NOOP(
        "CoreSentences",
        "The loss has not been a number for %1 steps of epoch %2; lower the learning rate and train again."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "Nothing happens in any of the training films; there is nothing to learn."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "This fold was trained on other films or with other options; choose another folder."),
    QT_TRANSLATE_NOOP("CoreSentences", "This fold's file is damaged; delete its folder to train it again."),
    QT_TRANSLATE_NOOP("CoreSentences", "This checkpoint belongs to a training on other films or with other "
                                       "options; choose another folder, or delete it to begin anew."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "This is no checkpoint of a training, or a damaged one; delete it to begin anew."),
    QT_TRANSLATE_NOOP(
        "CoreSentences",
        "Nobody is set aside to choose the epoch by; raise --validation-share, or use --selection last."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "A context of %1 samples is less than the network sees; use %2 or more."),
    QT_TRANSLATE_NOOP("CoreSentences", "The training was stopped; the models are as they were."),
    QT_TRANSLATE_NOOP("CoreSentences", "No film of the project was reviewed: take or reject proposals, add "
                                       "events, or mark stretches as watched."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The reviewed films show fewer than two people, so nobody could be held out and "
                      "nothing says whether the new model is better; the old one stays."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The weights λ can only be looked for with films of two subjects or more."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "Odds cannot be compared by “%1”: fewer than two groups have expressions."),
    QT_TRANSLATE_NOOP("CoreSentences", "There is no such model; name the folder that holds its model.json."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "This folder holds no model.json; of a training, name its folder “model”."),
    QT_TRANSLATE_NOOP("CoreSentences", "This is no JSON, or it is cut off; fetch the model again."),
    QT_TRANSLATE_NOOP("CoreSentences", "The model's weights are missing."),
    QT_TRANSLATE_NOOP("CoreSentences", "These are not the weights that the model was made with, or they were "
                                       "damaged; fetch the model again."),
    QT_TRANSLATE_NOOP(
        "CoreSentences",
        "The library libmien_nn.so is not installed beside the program; networks run on the CPU without it."),
    QT_TRANSLATE_NOOP("CoreSentences", "The analysis was stopped; nothing was changed."),
    QT_TRANSLATE_NOOP("CoreSentences", "Stopped before it was finished."),
    QT_TRANSLATE_NOOP("CoreSentences", "There is no such file."),
    QT_TRANSLATE_NOOP("CoreSentences", "There is no such file or folder."),
    QT_TRANSLATE_NOOP("CoreSentences", "The file is empty."),
    QT_TRANSLATE_NOOP("CoreSentences", "The film may not be read; check its permissions and the disk."),
    QT_TRANSLATE_NOOP("CoreSentences", "This is not a film, or its head or index is missing; if it was "
                                       "copied or recorded, do that again to its end."),
    QT_TRANSLATE_NOOP("CoreSentences", "The file holds no video stream."),
    QT_TRANSLATE_NOOP("CoreSentences", "The film holds no picture that can be shown."),
    QT_TRANSLATE_NOOP("CoreSentences", "Frame %1 cannot be decoded: the film is damaged there."),
    QT_TRANSLATE_NOOP("CoreSentences", "Row %1 begins at frame 0, so the table's frames count from 0."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The images of %1 begin with number 0, so the table's frames count from 0."),
    QT_TRANSLATE_NOOP("CoreSentences", "The film \"%1\" is not among the films."),
    QT_TRANSLATE_NOOP("CoreSentences", "%1 films fit \"%2\"; %3 was taken."),
    QT_TRANSLATE_NOOP("CoreSentences", "There is no film and no folder of images in the folder of films."),
    QT_TRANSLATE_NOOP("CoreSentences", "The %1 (%2) lies before the %3 (%4), in frames from 0."),
    QT_TRANSLATE_NOOP("CoreSentences", "Frame %1 (from 0) is not in %2, which shows %3 to %4%5."),
    QT_TRANSLATE_NOOP("CoreSentences", "onset"),
    QT_TRANSLATE_NOOP("CoreSentences", "apex"),
    QT_TRANSLATE_NOOP("CoreSentences", "offset"),
    QT_TRANSLATE_NOOP("CoreSentences", "The row has no action units."),
    QT_TRANSLATE_NOOP("CoreSentences", "The coder could not tell the action units."),
    QT_TRANSLATE_NOOP("CoreSentences", "Commas join the action units in \"%1\"; FACS writes a plus."),
    QT_TRANSLATE_NOOP("CoreSentences", "FACS has no action unit %1."),
    QT_TRANSLATE_NOOP("CoreSentences", "The spreadsheet took the action unit for the number %1."),
    QT_TRANSLATE_NOOP("CoreSentences", "The %1 \"%2\" is no number of a frame; it stays unknown."),
    QT_TRANSLATE_NOOP("CoreSentences", "The row has no apex."),
    QT_TRANSLATE_NOOP("CoreSentences", "The apex \"%1\" stands for none."),
    QT_TRANSLATE_NOOP("CoreSentences", "The row has no onset; it stays unknown."),
    QT_TRANSLATE_NOOP("CoreSentences", "The row has no offset; it stays unknown."),
    QT_TRANSLATE_NOOP("CoreSentences",
                      "The offset is 0 after the onset %1: the expression was not over when the film was."),
    QT_TRANSLATE_NOOP("CoreSentences", "The duration is %1, but offset - onset + 1 is %2."),
    QT_TRANSLATE_NOOP("CoreSentences", "The %1 %2 is no whole frame."),
    QT_TRANSLATE_NOOP("CoreSentences", "The clip \"%1\" of subject \"%2\" is also that of row %3."),
    QT_TRANSLATE_NOOP("CoreSentences", "The row says the same as row %1."),
    QT_TRANSLATE_NOOP("CoreSentences", "The expression overlaps that of row %1 in the film \"%2\"."),
    QT_TRANSLATE_NOOP("CoreSentences", "The row has no emotion."),
    QT_TRANSLATE_NOOP("CoreSentences", "The table also writes \"%1\" as \"%2\"."),
    QT_TRANSLATE_NOOP("CoreSentences", "Subject \"%1\" is \"%2\" in the dataset."),
    QT_TRANSLATE_NOOP("CoreSentences", "No sheet says which participant \"%1\" is; the number was kept."),
    QT_TRANSLATE_NOOP("CoreSentences", "No sheet gives the code of the film \"%1\"; its name was kept."),
    QT_TRANSLATE_NOOP("CoreSentences", "This is no table of a known layout; name one, or give it a header "
                                       "with the columns subject and film."),
    QT_TRANSLATE_NOOP("CoreSentences", "The table fits the layouts %1; say which one it is."),
    QT_TRANSLATE_NOOP("CoreSentences", "The table has a header but no rows."),
};

const QRegularExpression& placeholder() {
    static const QRegularExpression digit(QStringLiteral("%([1-9])"));
    return digit;
}

/// Finds the sentence, alone or behind the place that an error names ("film.mp4: …").
QRegularExpression patternOf(const char* sentence) {
    const QString text =
        QRegularExpression::escape(QString::fromUtf8(sentence))
            .replace(QRegularExpression(QStringLiteral("\\\\%[1-9]")), QStringLiteral("(.+?)"));
    return QRegularExpression(QStringLiteral("^(.*: )??%1$").arg(text),
                              QRegularExpression::DotMatchesEverythingOption);
}

const std::vector<QRegularExpression>& patterns() {
    static const auto made = [] {
        std::vector<QRegularExpression> all;
        for (const char* sentence : kSentences)
            all.push_back(patternOf(sentence));
        return all;
    }();
    return made;
}

/// Nothing where the sentence is another one, or its language is English.
std::optional<QString> translated(std::size_t i, const QString& sentence, bool placed) {
    const QString text = QCoreApplication::translate(kContext, kSentences[i]);
    if (text == QString::fromUtf8(kSentences[i]))
        return {};
    const auto found = patterns()[i].match(sentence);
    if (!found.hasMatch() || found.captured(1).isEmpty() == placed)
        return {};
    QString out = found.captured(1);
    qsizetype from = 0;
    for (auto it = placeholder().globalMatch(text); it.hasNext();) {
        const auto at = it.next();
        out +=
            text.mid(from, at.capturedStart() - from) + coreWords(found.captured(at.captured(1).toInt() + 1));
        from = at.capturedEnd();
    }
    return out + text.mid(from);
}

} // namespace

std::span<const char* const> coreSentences() {
    return kSentences;
}

QString coreWords(const QString& sentence) {
    for (const bool placed : {false, true}) // "fold 2: measuring …" is no place called "fold 2"
        for (std::size_t i = 0; i < kSentences.size(); ++i)
            if (auto words = translated(i, sentence, placed))
                return *std::move(words);
    return sentence;
}

} // namespace mien::ui
