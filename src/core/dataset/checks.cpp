// SPDX-License-Identifier: GPL-3.0-or-later
// What an import looks for. The order is that of the steps; sentences here are the rule's, findings carry
// their own.
#include "core/dataset/import.h"

namespace mien::dataset {

std::span<const ImportCheck> importChecks() {
    static constexpr std::array rows{
        // the table
        ImportCheck{"header-place", "The header stands on another row than in the release.", "", ""},
        ImportCheck{"unnamed-column", "A column without a name holds values.", "", ""},
        ImportCheck{"empty-row", "An empty row stands between filled ones.", "skip-empty",
                    "The row makes no sample."},
        ImportCheck{"repeated-header", "The header comes again as a row.", "skip-header",
                    "The row makes no sample."},
        ImportCheck{"blanks", "Blanks stand around a name.", "trim", "The name is taken without them."},
        // names
        ImportCheck{"code-unmapped", "A participant or film is absent from the sheets that map its code.", "",
                    ""},
        ImportCheck{"subject-missing", "A row names no subject.", "", ""},
        ImportCheck{"film-missing", "A row names no film.", "", ""},
        ImportCheck{"subject-padding", "A subject's number has lost its leading zeros.", "pad-subject",
                    "The zeros are put back."},
        ImportCheck{"subject-in-name", "The name of the clip says another subject than the row.", "", ""},
        ImportCheck{"clip-repeated", "Two rows of one subject have the same name.", "", ""},
        ImportCheck{"demographics-differ", "Rows of one subject give different demographics.", "", ""},
        // frames as the table has them
        ImportCheck{"not-a-number", "A frame, label or duration is no number.", "", ""},
        ImportCheck{"onset-missing", "A row has no onset.", "", ""},
        ImportCheck{"apex-missing", "A row has no apex, or a sign in its place (/, -1, 0).", "apex-unknown",
                    "The apex is unknown."},
        ImportCheck{"offset-missing", "A row has no offset.", "", ""},
        ImportCheck{"offset-zero", "The offset is 0 after a later onset.", "offset-unknown",
                    "The offset is unknown, or the apex where the user wants that."},
        ImportCheck{"fraction", "A frame is no whole number.", "round-half-up",
                    "It is rounded to the nearest frame."},
        ImportCheck{"duration", "The duration is not offset - onset + 1.", "", ""},
        ImportCheck{"rate-unknown", "The row's frame rate cannot be read.", "", ""},
        ImportCheck{"frame-id", "The frame numbers name images and need not count frames.", "", ""},
        // films
        ImportCheck{"missing-film", "A film is not where the films are.", "", ""},
        ImportCheck{"ambiguous-film", "Several films fit a row.", "", ""},
        ImportCheck{"unreadable-film", "A film cannot be opened.", "", ""},
        ImportCheck{"missing-features", "A file of precomputed arrays is not there.", "", ""},
        ImportCheck{"frame-base", "The frames seem to count from 0, not from 1.", "count-from-zero",
                    "All frames of the table count from 0."},
        ImportCheck{"negative-frame", "A frame lies before the film's first.", "", ""},
        ImportCheck{"outside-film", "A frame lies behind the film's last.", "", ""},
        ImportCheck{"rate-mismatch", "The film's frame rate is not the one that the table goes by.", "", ""},
        // samples
        ImportCheck{"order", "Onset, apex and offset do not follow one another.", "", ""},
        ImportCheck{"type-unknown", "The type is neither macro nor micro.", "", ""},
        ImportCheck{"micro-long", "A micro-expression is longer than half a second.", "", ""},
        ImportCheck{"macro-short", "A macro-expression is no longer than half a second.", "", ""},
        ImportCheck{"duplicate", "Two rows say the same.", "", ""},
        ImportCheck{"overlap", "Two expressions of one film overlap.", "", ""},
        ImportCheck{"emotion-missing", "A row has no emotion.", "", ""},
        ImportCheck{"emotion-case", "One emotion is written with and without capitals.", "emotion-case",
                    "The commoner spelling is used, or the one without capitals."},
        ImportCheck{"emotion-spelling", "An emotion is misspelled by a letter or two.", "emotion-spelling",
                    "The known word is used."},
        ImportCheck{"emotion-unknown", "An emotion is none that is known.", "", ""},
        ImportCheck{"au-missing", "A row has no action units (?, NULL, nothing).", "", ""},
        ImportCheck{"au-number", "The cell of action units is a number with decimals.", "au-whole",
                    "The decimals are left out."},
        ImportCheck{"au-comma", "Action units are separated by commas, Chinese ones among them.", "", ""},
        ImportCheck{"au-mark", "A mark without an established meaning stands behind an action unit.", "", ""},
        ImportCheck{"au-unknown", "FACS has no such action unit.", "", ""},
        ImportCheck{"au-unread", "A part of the FACS code is a remark or no code.", "", ""},
        // frame labels
        ImportCheck{"label-range", "A label lies outside its scale.", "", ""},
        ImportCheck{"not-coded", "Labels are marked as not coded (9).", "", ""},
        ImportCheck{"missing-labels", "An action unit of the dataset has no label file.", "", ""},
        ImportCheck{"frames-differ", "Label files of one film do not say of the same frames.", "", ""},
        ImportCheck{"frame-repeated", "A frame has two labels.", "", ""},
        ImportCheck{"frame-gap", "Frames between others have no label.", "", ""},
    };
    return rows;
}

} // namespace mien::dataset
