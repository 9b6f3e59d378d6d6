// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dataset/label_files.h"

#include <fmt/format.h>

namespace mien::dataset {

std::optional<int> numberBehind(std::string_view name, std::string_view prefix) {
    const auto at = name.rfind(prefix);
    if (at == std::string_view::npos)
        return std::nullopt;
    const auto digits = name.substr(at + prefix.size());
    const auto end = std::min(digits.find_first_not_of("0123456789"), digits.size());
    if (end == 0 || end > 4)
        return std::nullopt;
    return static_cast<int>(*numberFrom(digits.substr(0, end)));
}

std::uint8_t LabelBuilder::valueOf(const SheetRow& row, std::size_t column, Problem& unreadable,
                                   Problem& outside) const {
    const auto value = numberFrom(row.text(column));
    if (!value) {
        unreadable.meet(row.row, row.text(column));
        return kNotCoded;
    }
    if (*value == kNotCoded)
        return kNotCoded;
    const double most = m_kind == LabelKind::Occurrence ? 1.0 : 5.0;
    if (*value < 0.0 || *value > most || *value != std::floor(*value)) {
        outside.meet(row.row, row.text(column));
        return kNotCoded;
    }
    return static_cast<std::uint8_t>(*value);
}

void LabelBuilder::add(const Sheet& sheet, std::size_t firstRow, const std::vector<int>& actionUnits) {
    Problem unreadable;
    Problem outside;
    Problem repeated;
    Problem noFrame;
    Problem gap;
    std::optional<std::int64_t> last;
    for (std::size_t i = firstRow; i < sheet.rows.size(); ++i) {
        const auto& row = sheet.rows[i];
        if (row.empty())
            continue;
        ++m_draft.report.rowsRead;
        const auto frame = numberFrom(row.text(0));
        if (!frame || *frame < 0.0 || *frame != std::floor(*frame)) {
            noFrame.meet(row.row, row.text(0));
            continue;
        }
        const auto number = static_cast<std::int64_t>(*frame);
        if (last && number > *last + 1)
            gap.meet(row.row, row.text(0));
        last = number;
        auto& values = m_values[number];
        for (std::size_t k = 0; k < actionUnits.size(); ++k) {
            const auto [at, added] = values.emplace(actionUnits[k], valueOf(row, k + 1, unreadable, outside));
            if (!added && k == 0)
                repeated.meet(row.row, row.text(0));
            m_frames[actionUnits[k]] += added ? 1 : 0;
        }
    }
    const auto tell = [&](const Problem& p, std::string_view check, std::string_view what) {
        if (p.count > 0)
            m_draft.reported(
                check, {sheet.source, p.row, {}, p.value},
                fmt::format("{} of them in this file, the first \"{}\": {}", p.count, shown(p.value), what));
    };
    tell(noFrame, "not-a-number", "frame numbers that are no whole number; these rows say of no frame.");
    tell(unreadable, "not-a-number", "labels that are no number; they count as not coded.");
    tell(outside, "label-range", "labels outside the scale; they count as not coded.");
    tell(repeated, "frame-repeated", "frames that come twice; the first row counts.");
    tell(gap, "frame-gap", "jumps in the frame numbers; the frames between have no label.");
}

std::vector<int> LabelBuilder::actionUnits() const {
    std::vector<int> out;
    for (const auto& [unit, frames] : m_frames)
        out.push_back(unit);
    return out;
}

FrameLabels LabelBuilder::finish(std::string source, std::string subject, std::string film) {
    FrameLabels out;
    out.subject = std::move(subject);
    out.film = std::move(film);
    out.kind = m_kind;
    std::map<int, std::int64_t> notCoded;
    for (const int unit : actionUnits()) {
        auto& count = notCoded[unit];
        for (const auto& [frame, values] : m_values) {
            const auto found = values.find(unit);
            count += found == values.end() || found->second == kNotCoded ? 1 : 0;
        }
        if (count < static_cast<std::int64_t>(m_values.size()))
            out.actionUnits.push_back(unit);
    }
    for (const auto& [frame, values] : m_values) {
        out.frames.push_back({frame});
        for (const int unit : out.actionUnits) {
            const auto found = values.find(unit);
            out.values.push_back(found == values.end() ? kNotCoded : found->second);
        }
    }
    const auto never = notCoded.size() - out.actionUnits.size();
    std::int64_t now = 0;
    for (const int unit : out.actionUnits)
        now += notCoded[unit];
    if (never > 0 || now > 0)
        m_draft.reported(
            "not-coded", {source, 0, {}, "9"},
            fmt::format("{} of {} action units are coded in no frame and have no column; {} single "
                        "labels of the others are not coded either.",
                        never, notCoded.size(), now));
    for (const auto& [unit, frames] : m_frames)
        if (frames != m_values.size()) {
            m_draft.reported(
                "frames-differ", {source, 0, fmt::format("AU {}", unit), {}},
                fmt::format("The files of one film do not say of the same frames: AU {} has {} of {}.", unit,
                            frames, m_values.size()));
            break;
        }
    return out;
}

} // namespace mien::dataset
