// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/causal/pag.h"

#include <string>
#include <utility>
#include <vector>

namespace mien::causal {

/// What is known before looking at the data, by name.
struct Knowledge {
    /// Earlier first: a later variable causes no earlier one. Variables in no tier are free.
    std::vector<std::vector<std::string>> tiers = {};
    /// Tiers (from 0) whose members do not cause one another.
    std::vector<int> forbiddenWithin = {};
    std::vector<std::pair<std::string, std::string>> required = {};  ///< cause, effect
    std::vector<std::pair<std::string, std::string>> forbidden = {}; ///< cause, effect

    bool empty() const { return tiers.empty() && required.empty() && forbidden.empty(); }
};

/// The same by index.
class ResolvedKnowledge {
public:
    /// InvalidArgument: an unknown name, a variable in two tiers, an edge required and forbidden, required in
    /// a circle.
    static Result<ResolvedKnowledge> resolve(const Knowledge& knowledge,
                                             const std::vector<std::string>& names);

    bool forbidden(int cause, int effect) const { return m_forbidden[cell(cause, effect)]; }
    bool required(int cause, int effect) const { return m_required[cell(cause, effect)]; }
    /// Required in either direction: such an edge is never tested.
    bool fixed(int a, int b) const { return required(a, b) || required(b, a); }
    /// Forbidden in both directions: the pair is never adjacent and never tested.
    bool separated(int a, int b) const { return forbidden(a, b) && forbidden(b, a); }
    /// Some pair is forbidden in one direction. The arrowhead this licenses needs the absence of selection.
    bool excludesSelection() const { return m_excludesSelection; }
    bool empty() const { return m_empty; }

    /// One arrowhead at a for "a does not cause b", the other end untouched; tail and arrowhead for a
    /// required cause.
    void orient(Pag& graph) const;

private:
    explicit ResolvedKnowledge(std::size_t size)
        : m_size(size), m_forbidden(size * size, false), m_required(size * size, false) {}
    std::size_t cell(int a, int b) const {
        return static_cast<std::size_t>(a) * m_size + static_cast<std::size_t>(b);
    }
    Result<void> checkRequired(const std::vector<std::string>& names) const;

    std::size_t m_size = 0;
    std::vector<char> m_forbidden;
    std::vector<char> m_required;
    bool m_excludesSelection = false;
    bool m_empty = true;
};

} // namespace mien::causal
