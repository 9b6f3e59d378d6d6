// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/annotation/expression_event.h"

namespace mien::annotation {

/// Bytes [begin, end) of the text as written.
struct FacsSpan {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const FacsSpan&) const = default;
};

/// Where on the face, the subject's own left and right. No letter means both sides.
enum class FacsSide : std::uint8_t {
    Bilateral,
    Left,
    Right,
    Asymmetric, ///< both sides, one stronger
    Top,        ///< the upper lip alone
    Bottom      ///< the lower lip alone
};
std::string_view letterOf(FacsSide side); ///< "", "L", "R", "A", "T", "B"

/// The sides a coder could not choose between: one in "L12", two in "A/L12", none (bilateral) in "12".
class FacsSides {
public:
    FacsSides() = default;
    explicit FacsSides(FacsSide side) { add(side); }
    void add(FacsSide side) {
        if (side != FacsSide::Bilateral)
            m_bits = static_cast<std::uint8_t>(m_bits | bit(side));
    }
    bool written() const { return m_bits != 0; }
    bool has(FacsSide side) const {
        return side == FacsSide::Bilateral ? m_bits == 0 : (m_bits & bit(side)) != 0;
    }
    std::vector<FacsSide> list() const; ///< {Bilateral} where none is written
    /// The one side it is; nullopt where there are several.
    std::optional<FacsSide> single() const;
    bool operator==(const FacsSides&) const = default;

private:
    static constexpr std::uint8_t bit(FacsSide side) {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(side));
    }
    std::uint8_t m_bits = 0;
};

/// "B" is {B, B}, "A/B" is {A, B}, no letter is {Unscored, Unscored}; in the order written.
struct FacsStrength {
    Intensity low = Intensity::Unscored;
    Intensity high = Intensity::Unscored;
    bool scored() const { return low != Intensity::Unscored; }
    bool operator==(const FacsStrength&) const = default;
};

/// How the number was introduced. Only M changes the meaning: the movement accompanies an expression.
enum class FacsPrefix : std::uint8_t { None, AU, AD, M };

struct FacsUnit {
    int number = 0;
    FacsPrefix prefix = FacsPrefix::None;
    FacsSides sides;
    FacsStrength strength;
    bool unsure = false; ///< "31?"
    std::string mark;    ///< "k" in "6(k)": a mark whose meaning is not established
    bool operator==(const FacsUnit&) const = default;
};

enum class FacsNodeKind : std::uint8_t {
    Unit,
    All,       ///< joined: every child
    Either,    ///< alternatives: one child, unknown which
    Reference, ///< ref(…): seen, too slight to score
    Negated,   ///< loses …
    Repeated,  ///< double …, twice - …
    Remark     ///< words and whatever else is not a code
};

/// One node of what the text says. Sides and intensities of a bracket are handed down to its units.
struct FacsNode {
    FacsNodeKind kind = FacsNodeKind::All;
    FacsSpan span;
    FacsUnit unit;      ///< of a Unit
    std::string remark; ///< of a Remark
    std::vector<FacsNode> children;

    /// The same meaning: everything but where it stood.
    bool sameAs(const FacsNode& other) const;
};

enum class FacsTokenKind : std::uint8_t {
    Blank,
    Number,
    Letter,
    Prefix,
    Word,
    Or,
    And,
    Ref,
    Negation,
    Repeat,
    Plus,
    Comma,
    Slash,
    Dash,
    Question,
    Open,
    Close,
    Other,
};

/// What the reader made of a token. Every token has a part; what is Unread lies inside a flag.
enum class FacsPart : std::uint8_t { None, Blank, Joiner, Bracket, Unit, Modifier, Remark, Empty, Unread };

struct FacsToken {
    FacsTokenKind kind = FacsTokenKind::Other;
    FacsSpan span;
    FacsPart part = FacsPart::None;
};

enum class FacsFlagKind : std::uint8_t {
    Words,         ///< free words, kept as a remark
    Unread,        ///< something that is no code
    Bracket,       ///< opened or closed only
    MissingJoiner, ///< two codes with nothing between them
    EmptyTerm,     ///< a joiner or a bracket with nothing beside or inside it
    UnclearOr,     ///< "1+2 or 4": how far the alternative reaches
    UnclearDash,
    Mark,    ///< "(k)"
    Decimal, ///< "12.0", a cell that a spreadsheet took for a number
    SideConflict,
    TooDeep,
};
std::string_view nameOf(FacsFlagKind kind); ///< "words", "missing-joiner" …

/// A place that could not be read, or only by an assumption.
struct FacsFlag {
    FacsFlagKind kind = FacsFlagKind::Unread;
    FacsSpan span;
    std::string sentence;
};

enum class FacsState : std::uint8_t {
    Coded,
    Empty,  ///< "", NULL, none: no code was given
    Unknown ///< "?": the coder could not tell
};

/// A unit with what stands around it.
struct FacsOccurrence {
    FacsUnit unit;
    FacsSpan span;
    bool alternative = false;
    bool reference = false;
    bool negated = false;
    bool repeated = false;
    /// Certainly there: not one of alternatives, not too slight, not negated, not doubted.
    bool definite() const {
        return !alternative && !reference && !negated && !unit.unsure && unit.mark.empty();
    }
};

/// A FACS string as coders write it, read without losing a byte. Any bytes can be parsed: what is no code is
/// kept and flagged. The grammar is in docs/formats/facs.md.
class FacsCode {
public:
    FacsCode() = default;
    static FacsCode parse(std::string raw);

    const std::string& raw() const { return m_raw; }
    /// Put together from the tokens: raw(), byte for byte.
    std::string asWritten() const;
    /// The usual notation of what was understood, "L10B+25"; for codes that were edited.
    std::string canonical() const;

    FacsState state() const { return m_state; }
    const std::vector<FacsToken>& tokens() const { return m_tokens; }
    const FacsNode& root() const { return m_root; }
    const std::vector<FacsFlag>& flags() const { return m_flags; }
    std::string_view text(FacsSpan span) const {
        return std::string_view(m_raw).substr(span.begin, span.end - span.begin);
    }

    std::vector<FacsOccurrence> occurrences() const; ///< every unit, in the order written
    /// Numbers of the units that are certainly there; ascending, each once.
    std::vector<int> definite() const;
    /// Also those among alternatives and doubted ones; not references, not negated ones.
    std::vector<int> possible() const;
    /// Of the definite occurrences the strongest (two sides that differ: FACS takes the higher); nullopt
    /// where there is none or none has a letter.
    std::optional<FacsStrength> strength(int number) const;

private:
    friend class FacsParser;
    std::string m_raw;
    FacsState m_state = FacsState::Empty;
    std::vector<FacsToken> m_tokens;
    FacsNode m_root;
    std::vector<FacsFlag> m_flags;
};

/// The usual notation of one unit or of a tree: side, number, intensity, joined by "+".
std::string facsText(const FacsUnit& unit);
std::string facsText(const FacsNode& node);

} // namespace mien::annotation
