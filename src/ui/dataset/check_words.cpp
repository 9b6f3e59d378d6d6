// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dataset/check_words.h"

#include <QCoreApplication>

#include <array>

namespace mien::ui {
namespace {

// What core/dataset/checks.cpp says, for translators; a test compares.
constexpr std::array kSentences{
    QT_TRANSLATE_NOOP("ImportChecks", "The header stands on another row than in the release."),
    QT_TRANSLATE_NOOP("ImportChecks", "A column without a name holds values."),
    QT_TRANSLATE_NOOP("ImportChecks", "An empty row stands between filled ones."),
    QT_TRANSLATE_NOOP("ImportChecks", "The header comes again as a row."),
    QT_TRANSLATE_NOOP("ImportChecks", "Blanks stand around a name."),
    QT_TRANSLATE_NOOP("ImportChecks", "A participant or film is absent from the sheets that map its code."),
    QT_TRANSLATE_NOOP("ImportChecks", "A row names no subject."),
    QT_TRANSLATE_NOOP("ImportChecks", "A row names no film."),
    QT_TRANSLATE_NOOP("ImportChecks", "A subject's number has lost its leading zeros."),
    QT_TRANSLATE_NOOP("ImportChecks", "The name of the clip says another subject than the row."),
    QT_TRANSLATE_NOOP("ImportChecks", "Two rows of one subject have the same name."),
    QT_TRANSLATE_NOOP("ImportChecks", "Rows of one subject give different demographics."),
    QT_TRANSLATE_NOOP("ImportChecks", "A frame, label or duration is no number."),
    QT_TRANSLATE_NOOP("ImportChecks", "A row has no onset."),
    QT_TRANSLATE_NOOP("ImportChecks", "A row has no apex, or a sign in its place (/, -1, 0)."),
    QT_TRANSLATE_NOOP("ImportChecks", "A row has no offset."),
    QT_TRANSLATE_NOOP("ImportChecks", "The offset is 0 after a later onset."),
    QT_TRANSLATE_NOOP("ImportChecks", "A frame is no whole number."),
    QT_TRANSLATE_NOOP("ImportChecks", "The duration is not offset - onset + 1."),
    QT_TRANSLATE_NOOP("ImportChecks", "The row's frame rate cannot be read."),
    QT_TRANSLATE_NOOP("ImportChecks", "The frame numbers name images and need not count frames."),
    QT_TRANSLATE_NOOP("ImportChecks", "A film is not where the films are."),
    QT_TRANSLATE_NOOP("ImportChecks", "Several films fit a row."),
    QT_TRANSLATE_NOOP("ImportChecks", "A film cannot be opened."),
    QT_TRANSLATE_NOOP("ImportChecks", "A file of precomputed arrays is not there."),
    QT_TRANSLATE_NOOP("ImportChecks", "The frames seem to count from 0, not from 1."),
    QT_TRANSLATE_NOOP("ImportChecks", "A frame lies before the film's first."),
    QT_TRANSLATE_NOOP("ImportChecks", "A frame lies behind the film's last."),
    QT_TRANSLATE_NOOP("ImportChecks", "The film's frame rate is not the one that the table goes by."),
    QT_TRANSLATE_NOOP("ImportChecks", "Onset, apex and offset do not follow one another."),
    QT_TRANSLATE_NOOP("ImportChecks", "The type is neither macro nor micro."),
    QT_TRANSLATE_NOOP("ImportChecks", "A micro-expression is longer than half a second."),
    QT_TRANSLATE_NOOP("ImportChecks", "A macro-expression is no longer than half a second."),
    QT_TRANSLATE_NOOP("ImportChecks", "Two rows say the same."),
    QT_TRANSLATE_NOOP("ImportChecks", "Two expressions of one film overlap."),
    QT_TRANSLATE_NOOP("ImportChecks", "A row has no emotion."),
    QT_TRANSLATE_NOOP("ImportChecks", "One emotion is written with and without capitals."),
    QT_TRANSLATE_NOOP("ImportChecks", "An emotion is misspelled by a letter or two."),
    QT_TRANSLATE_NOOP("ImportChecks", "An emotion is none that is known."),
    QT_TRANSLATE_NOOP("ImportChecks", "A row has no action units (?, NULL, nothing)."),
    QT_TRANSLATE_NOOP("ImportChecks", "The cell of action units is a number with decimals."),
    QT_TRANSLATE_NOOP("ImportChecks", "Action units are separated by commas, Chinese ones among them."),
    QT_TRANSLATE_NOOP("ImportChecks", "A mark without an established meaning stands behind an action unit."),
    QT_TRANSLATE_NOOP("ImportChecks", "FACS has no such action unit."),
    QT_TRANSLATE_NOOP("ImportChecks", "A part of the FACS code is a remark or no code."),
    QT_TRANSLATE_NOOP("ImportChecks", "A label lies outside its scale."),
    QT_TRANSLATE_NOOP("ImportChecks", "Labels are marked as not coded (9)."),
    QT_TRANSLATE_NOOP("ImportChecks", "An action unit of the dataset has no label file."),
    QT_TRANSLATE_NOOP("ImportChecks", "Label files of one film do not say of the same frames."),
    QT_TRANSLATE_NOOP("ImportChecks", "A frame has two labels."),
    QT_TRANSLATE_NOOP("ImportChecks", "Frames between others have no label."),
    QT_TRANSLATE_NOOP("ImportChecks", "The row makes no sample."),
    QT_TRANSLATE_NOOP("ImportChecks", "The name is taken without them."),
    QT_TRANSLATE_NOOP("ImportChecks", "The zeros are put back."),
    QT_TRANSLATE_NOOP("ImportChecks", "The apex is unknown."),
    QT_TRANSLATE_NOOP("ImportChecks", "The offset is unknown, or the apex where the user wants that."),
    QT_TRANSLATE_NOOP("ImportChecks", "It is rounded to the nearest frame."),
    QT_TRANSLATE_NOOP("ImportChecks", "All frames of the table count from 0."),
    QT_TRANSLATE_NOOP("ImportChecks", "The commoner spelling is used, or the one without capitals."),
    QT_TRANSLATE_NOOP("ImportChecks", "The known word is used."),
    QT_TRANSLATE_NOOP("ImportChecks", "The decimals are left out."),
    // how the frames count: core/dataset/layout.h and the layouts
    QT_TRANSLATE_NOOP("ImportChecks",
                      "The release numbers a film's images from 1; frame 1 of the table is frame 0 here."),
    QT_TRANSLATE_NOOP("ImportChecks", "The table's frames count from 0, as here."),
    QT_TRANSLATE_NOOP("ImportChecks",
                      "The frame numbers of BP4D are names of images; they are kept as they are."),
    QT_TRANSLATE_NOOP("ImportChecks",
                      "DISFA numbers a film's frames from 1; frame 1 of the files is frame 0 here."),
    QT_TRANSLATE_NOOP("ImportChecks",
                      "The frame numbers of SMIC are names of images; they are kept as they are."),
    QT_TRANSLATE_NOOP("ImportChecks", "The user said so."),
};

} // namespace

QString checkText(std::string_view sentence) {
    for (const char* known : kSentences)
        if (sentence == known)
            return QCoreApplication::translate("ImportChecks", known);
    return QString::fromUtf8(sentence.data(), static_cast<qsizetype>(sentence.size()));
}

} // namespace mien::ui
