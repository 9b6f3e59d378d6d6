// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace mien::synthesis {

/// A program and its arguments with placeholders: {image} {prompt} {negative} {frames} {width} {height} {fps}
/// {seed} {out}. Words are split as a shell does (blanks, '…', "…", \x), but no shell ever sees them:
/// variables, pipes and substitutions have no meaning, and what fills a placeholder stays one word.
class CommandTemplate {
public:
    /// InvalidArgument: a quote that is never closed, an unknown placeholder, no {image}, {prompt} or {out}.
    static Result<CommandTemplate> parse(const std::string& text);

    /// The words with every placeholder replaced; `values` has all of them.
    std::vector<std::string> filled(const std::map<std::string, std::string>& values) const;
    const std::string& text() const { return m_text; }
    const std::string& program() const { return m_words.front(); }

private:
    CommandTemplate() = default;
    std::string m_text;
    std::vector<std::string> m_words;
};

} // namespace mien::synthesis
