// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/annotation/search_words.h"

#include "core/annotation/csv.h"

#include <algorithm>

namespace mien::annotation {
namespace {

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool isSign(char c) {
    return std::string_view("&|!():<>=\"").find(c) != std::string_view::npos;
}

} // namespace

/// In characters of UTF-8, so that it can be counted on the screen.
std::size_t SearchWords::columnAt(std::size_t byte) const {
    const auto before = m_text.substr(0, byte);
    return 1 + static_cast<std::size_t>(std::count_if(before.begin(), before.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xc0u) != 0x80u;
           }));
}

bool SearchWords::take(std::string_view sign) {
    if (!at(sign))
        return false;
    next();
    return true;
}

void SearchWords::next() {
    while (m_at < m_text.size() && isSpace(m_text[m_at]))
        ++m_at;
    m_now = {SearchWord::Kind::End, {}, columnAt(m_at)};
    if (m_at >= m_text.size())
        return;
    const std::size_t begin = m_at;
    const char first = m_text[m_at];
    if (first == '"') {
        const auto end = m_text.find('"', begin + 1);
        if (end == std::string_view::npos)
            m_openQuote = m_now.column;
        m_now.kind = SearchWord::Kind::Quoted;
        m_now.text =
            lowerCase(m_text.substr(begin + 1, end == std::string_view::npos ? end : end - begin - 1));
        m_at = end == std::string_view::npos ? m_text.size() : end + 1;
        return;
    }
    if (isSign(first)) {
        m_now.kind = SearchWord::Kind::Sign;
        ++m_at;
        const bool mayEqual = first == '<' || first == '>' || first == '!' || first == '=';
        if (m_at < m_text.size() &&
            ((mayEqual && m_text[m_at] == '=') || ((first == '&' || first == '|') && m_text[m_at] == first)))
            ++m_at;
        m_now.text = m_text.substr(begin, m_at - begin);
        if (m_now.text == "==" || m_now.text == "&&" || m_now.text == "||")
            m_now.text.pop_back();
        return;
    }
    while (m_at < m_text.size() && !isSpace(m_text[m_at]) && !isSign(m_text[m_at]))
        ++m_at;
    m_now.kind = SearchWord::Kind::Word;
    m_now.text = lowerCase(m_text.substr(begin, m_at - begin));
}

} // namespace mien::annotation
