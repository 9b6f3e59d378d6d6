// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/dataset/dataset.h"

#include <string>

namespace mien::test {

/// Rows of a spotting table (subject, video_name, start_frame, apex_frame, end_frame, type_idx, au), made up,
/// as the importer leaves them: 0 or -1 stand for "unknown" in the cells and are absent in the fields.
class MadeTable {
public:
    explicit MadeTable(std::int64_t fps) : m_fps(fps) {
        m_data.name = "made";
        m_data.layout = "internal";
    }

    void add(const std::string& subject, std::int64_t onset, std::int64_t apex, std::int64_t offset,
             bool micro, const std::string& units, int times = 1) {
        for (int i = 0; i < times; ++i) {
            dataset::Sample s;
            s.subject = subject;
            s.film = s.clip = subject + "_1";
            s.onset = FrameIndex{onset};
            if (apex > 0)
                s.apex = FrameIndex{apex};
            if (offset > 0)
                s.offset = FrameIndex{offset};
            s.type = micro ? annotation::ExpressionType::Micro : annotation::ExpressionType::Macro;
            s.actionUnits = units;
            s.fps = Rational{m_fps, 1};
            s.row = static_cast<std::int64_t>(m_data.samples.size()) + 2;
            s.cells = {{"subject", subject},
                       {"start_frame", std::to_string(onset)},
                       {"apex_frame", std::to_string(apex)},
                       {"end_frame", std::to_string(offset)},
                       {"au", units}};
            m_data.samples.push_back(s);
            if (m_data.subject(subject) == nullptr)
                m_data.subjects.push_back({subject, {}});
        }
    }
    dataset::Dataset& data() { return m_data; }

private:
    std::int64_t m_fps;
    dataset::Dataset m_data;
};

} // namespace mien::test
