// SPDX-License-Identifier: GPL-3.0-or-later
// A code is answered by going through its readings.
#include "core/annotation/facs_query.h"

namespace mien::annotation {

bool FacsQuery::holds(const Node& node, const FacsReading& reading) {
    const auto inner = [&](const Node& child) { return holds(child, reading); };
    switch (node.kind) {
    case Node::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), inner);
    case Node::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), inner);
    case Node::Kind::Not:
        return !inner(node.children.front());
    case Node::Kind::Term:
        break;
    }
    return node.term.fitsOne(reading);
}

FacsAnswer FacsQuery::ask(const FacsCode& code) const {
    if (code.state() == FacsState::Unknown)
        return FacsAnswer::Maybe;
    const auto readings = facsReadings(code.root(), m_asked);
    if (!readings)
        return FacsAnswer::Maybe;
    bool some = false;
    bool every = true;
    for (const auto& reading : *readings) {
        const bool held = holds(m_root, reading);
        some = some || held;
        every = every && held;
    }
    return !some ? FacsAnswer::No : every ? FacsAnswer::Yes : FacsAnswer::Maybe;
}

} // namespace mien::annotation
