// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/facs_code.h"

namespace mien::annotation {
namespace {

bool isList(const FacsNode& node) {
    return node.kind == FacsNodeKind::All || node.kind == FacsNodeKind::Either;
}

/// References, negations and repeats have one child.
std::string onlyChild(const FacsNode& node) {
    return node.children.empty() ? std::string() : facsText(node.children.front());
}

/// What stands beside others needs brackets where it is a list itself.
std::string operandText(const FacsNode& node) {
    return isList(node) ? "(" + facsText(node) + ")" : facsText(node);
}

std::string joined(const FacsNode& node, std::string_view between) {
    std::string out;
    for (const auto& child : node.children) {
        const auto text = operandText(child);
        if (text == "()")
            continue;
        if (!out.empty())
            out += between;
        out += text;
    }
    return out;
}

} // namespace

std::string facsText(const FacsUnit& unit) {
    std::string out = unit.prefix == FacsPrefix::M ? "M" : "";
    bool first = true;
    if (unit.sides.written())
        for (const auto side : unit.sides.list()) {
            out += first ? "" : "/";
            out += letterOf(side);
            first = false;
        }
    out += std::to_string(unit.number);
    out += nameOf(unit.strength.low);
    if (unit.strength.high != unit.strength.low) {
        out += '/';
        out += nameOf(unit.strength.high);
    }
    if (unit.unsure)
        out += '?';
    if (!unit.mark.empty())
        out += "(" + unit.mark + ")";
    return out;
}

std::string facsText(const FacsNode& node) {
    switch (node.kind) {
    case FacsNodeKind::Unit:
        return facsText(node.unit);
    case FacsNodeKind::All:
        return joined(node, "+");
    case FacsNodeKind::Either:
        return joined(node, " or ");
    case FacsNodeKind::Reference:
        return "ref(" + onlyChild(node) + ")";
    case FacsNodeKind::Negated:
        return "(loses " + onlyChild(node) + ")";
    case FacsNodeKind::Repeated:
        return "double " + joined(node, "+");
    case FacsNodeKind::Remark:
        return node.remark;
    }
    return {};
}

std::string FacsCode::canonical() const {
    return m_state == FacsState::Unknown ? "?" : facsText(m_root);
}

} // namespace mien::annotation
