// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/checks.h"

#include "core/annotation/facs_actions.h"
#include "core/annotation/facs_code.h"

#include <fmt/format.h>

#include <set>

namespace mien::dataset {
namespace {

using annotation::FacsCode;
using annotation::FacsFlagKind;
using annotation::FacsState;

constexpr std::string_view kChineseComma = "\xEF\xBC\x8C";
constexpr std::string_view kChineseStop = "\xE3\x80\x81";

void check(Draft& draft, DraftRow& row) {
    auto& text = row.sample.actionUnits;
    const auto place = [&] { return Draft::at(row, Role::ActionUnits); };
    if (const auto number = numberFrom(text);
        number && text.find('.') != std::string::npos && *number == std::floor(*number)) {
        const auto whole = fmt::format("{}", static_cast<std::int64_t>(*number));
        if (draft.repair("au-number", place(), text, whole,
                         fmt::format("The spreadsheet took the action unit for the number {}.", shown(text))))
            text = whole;
    }
    const auto code = FacsCode::parse(text);
    if (code.state() != FacsState::Coded)
        return draft.reported("au-missing", place(),
                              code.state() == FacsState::Unknown
                                  ? "The coder could not tell the action units."
                                  : "The row has no action units.");
    if (text.find(',') != std::string::npos || text.find(kChineseComma) != std::string::npos ||
        text.find(kChineseStop) != std::string::npos)
        draft.reported(
            "au-comma", place(),
            fmt::format("Commas join the action units in \"{}\"; FACS writes a plus.", shown(text)));
    std::set<int> unknown;
    for (const auto& occurrence : code.occurrences())
        if (annotation::facsAction(occurrence.unit.number) == nullptr)
            unknown.insert(occurrence.unit.number);
    if (!unknown.empty())
        draft.reported("au-unknown", place(),
                       fmt::format("FACS has no action unit {}.", fmt::join(unknown, ", ")));
    bool marked = false;
    bool unread = false;
    for (const auto& flag : code.flags()) {
        const bool mark = flag.kind == FacsFlagKind::Mark;
        bool& told = mark ? marked : unread;
        if (flag.kind == FacsFlagKind::Decimal)
            continue;
        if (!told)
            draft.reported(mark ? "au-mark" : "au-unread", place(), flag.sentence);
        told = true;
    }
}

} // namespace

void checkActionUnits(Draft& draft) {
    for (auto& row : draft.rows) {
        row.sample.actionUnits = row.field(Role::ActionUnits).text;
        if (row.field(Role::ActionUnits).present())
            check(draft, row);
    }
}

} // namespace mien::dataset
