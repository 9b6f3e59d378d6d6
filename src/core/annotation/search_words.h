// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mien::annotation {

/// One word, sign or quoted text of a search.
struct SearchWord {
    enum class Kind { End, Word, Quoted, Sign };
    Kind kind = Kind::End;
    std::string text;       ///< words in lower case, quotes without their marks
    std::size_t column = 1; ///< where it begins, from 1, in characters
};

/// Cuts a search into words: letters, digits, '.' and '_' together; "…"; the signs & | ! ( ) : < <= = != >=
/// >. Bytes above ASCII belong to words.
class SearchWords {
public:
    explicit SearchWords(std::string_view text) : m_text(text) { next(); }

    const SearchWord& now() const { return m_now; }
    bool at(std::string_view sign) const {
        return m_now.kind == SearchWord::Kind::Sign && m_now.text == sign;
    }
    /// Steps over a sign where it stands here.
    bool take(std::string_view sign);
    void next();
    /// Column of a quotation mark that nothing closes.
    std::optional<std::size_t> openQuote() const { return m_openQuote; }

private:
    std::size_t columnAt(std::size_t byte) const;

    std::string_view m_text;
    std::size_t m_at = 0;
    SearchWord m_now;
    std::optional<std::size_t> m_openQuote;
};

} // namespace mien::annotation
