// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/npy_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace mien::npy {
namespace {

constexpr std::string_view kMagic("\x93NUMPY", 6);
constexpr std::size_t kAlignment = 64;
constexpr std::size_t kGrowthDigits = 21;         ///< NumPy's room for the first dimension
constexpr std::size_t kMostDimensions = 32;       ///< NumPy's own limit
constexpr std::size_t kMostHeaderBytes = 1 << 16; ///< a dictionary for 32 dimensions needs less than 1 KiB

constexpr std::array<std::pair<NpyType, std::string_view>, 5> kTypes{{
    {NpyType::Float32, "<f4"},
    {NpyType::Float64, "<f8"},
    {NpyType::UInt8, "|u1"},
    {NpyType::Int32, "<i4"},
    {NpyType::Int64, "<i8"},
}};

/// Reads the few forms of Python text that NumPy writes; `ok` falls at the first surprise.
class DictionaryReader {
public:
    explicit DictionaryReader(std::string_view text) : m_text(text) {}

    bool ok() const { return m_ok; }
    bool atEnd() {
        skipSpace();
        return m_text.empty();
    }
    bool take(char c) {
        skipSpace();
        if (m_text.empty() || m_text.front() != c)
            return false;
        m_text.remove_prefix(1);
        return true;
    }
    void expect(char c) { m_ok = take(c) && m_ok; }
    std::string_view quoted() {
        skipSpace();
        const char quote = m_text.empty() ? '\0' : m_text.front();
        const auto end = quote == '\'' || quote == '"' ? m_text.find(quote, 1) : std::string_view::npos;
        if (end == std::string_view::npos)
            return m_ok = false, std::string_view();
        const auto inside = m_text.substr(1, end - 1);
        m_text.remove_prefix(end + 1);
        return inside;
    }
    bool boolean() {
        skipSpace();
        for (const auto& [word, value] : {std::pair(std::string_view("True"), true), {"False", false}})
            if (m_text.starts_with(word)) {
                m_text.remove_prefix(word.size());
                return value;
            }
        m_ok = false;
        return false;
    }
    std::vector<std::size_t> tuple() {
        std::vector<std::size_t> out;
        expect('(');
        while (m_ok && !take(')')) {
            skipSpace();
            std::size_t value = 0;
            const auto [end, error] = std::from_chars(m_text.data(), m_text.data() + m_text.size(), value);
            m_ok = error == std::errc() && out.size() < kMostDimensions;
            if (!m_ok)
                break;
            m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
            take('L'); // long integers of Python 2
            out.push_back(value);
            if (take(','))
                continue;
            m_ok = out.size() > 1; // "(3)" is a number, not a tuple
            expect(')');
            break;
        }
        return out;
    }

private:
    void skipSpace() {
        while (!m_text.empty() && (m_text.front() == ' ' || m_text.front() == '\n'))
            m_text.remove_prefix(1);
    }
    std::string_view m_text;
    bool m_ok = true;
};

struct Fields {
    std::string_view description;
    bool fortran = false;
    std::vector<std::size_t> shape;
};

std::optional<Fields> parse(std::string_view dictionary) {
    DictionaryReader reader(dictionary);
    Fields fields;
    int seen = 0;
    reader.expect('{');
    while (reader.ok() && !reader.take('}')) {
        const auto key = reader.quoted();
        reader.expect(':');
        if (key == "descr") {
            fields.description = reader.quoted();
            seen |= 1;
        } else if (key == "fortran_order") {
            fields.fortran = reader.boolean();
            seen |= 2;
        } else if (key == "shape") {
            fields.shape = reader.tuple();
            seen |= 4;
        } else {
            return {};
        }
        if (!reader.take(',')) {
            reader.expect('}');
            break;
        }
    }
    if (!reader.ok() || !reader.atEnd() || seen != 7)
        return {};
    return fields;
}

} // namespace

std::string_view descriptionOf(NpyType type) {
    for (const auto& [row, text] : kTypes)
        if (row == type)
            return text;
    return {};
}

std::string shapeText(std::span<const std::size_t> shape) {
    return shape.size() == 1 ? fmt::format("({},)", shape[0]) : fmt::format("({})", fmt::join(shape, ", "));
}

std::optional<std::size_t> bytesOf(NpyType type, std::span<const std::size_t> shape) {
    constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max() / 2;
    if (std::find(shape.begin(), shape.end(), std::size_t{0}) != shape.end())
        return 0;
    std::size_t bytes = sizeOf(type);
    for (std::size_t length : shape) {
        if (bytes > kMost / length)
            return {};
        bytes *= length;
    }
    return bytes;
}

std::string headerText(NpyType type, std::span<const std::size_t> shape) {
    std::string dictionary = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': {}, }}",
                                         descriptionOf(type), shapeText(shape));
    const std::size_t reserved = shape.empty() ? 0 : kGrowthDigits - fmt::formatted_size("{}", shape[0]);
    const std::size_t fixed = kMagic.size() + 4;
    const std::size_t all =
        (fixed + dictionary.size() + reserved + 1 + kAlignment - 1) / kAlignment * kAlignment;
    dictionary.resize(all - fixed - 1, ' ');
    dictionary += '\n';
    std::string header(kMagic);
    header += '\x01';
    header += '\x00';
    header += static_cast<char>(dictionary.size() & 0xff);
    header += static_cast<char>(dictionary.size() >> 8 & 0xff);
    return header + dictionary;
}

Result<AnyHeader> readAnyHeader(std::istream& in, const std::string& location) {
    const auto corrupt = [&](std::string message) {
        return fail(ErrorCode::Corrupt, std::move(message), location);
    };
    std::array<char, 8> start{};
    in.read(start.data(), start.size());
    if (in.gcount() != static_cast<std::streamsize>(start.size()) ||
        !std::string_view(start.data(), 6).starts_with(kMagic))
        return corrupt("This is not a .npy file: it does not begin as one.");
    const int major = static_cast<unsigned char>(start[6]);
    if (major < 1 || major > 3)
        return fail(ErrorCode::Unsupported,
                    fmt::format("Version {} of the .npy format is not known here.", major), location);
    std::array<unsigned char, 4> sizeBytes{};
    const std::size_t sizeLength = major == 1 ? 2 : 4;
    in.read(reinterpret_cast<char*>(sizeBytes.data()), static_cast<std::streamsize>(sizeLength));
    std::size_t length = 0;
    for (std::size_t i = 0; i < sizeLength; ++i)
        length |= static_cast<std::size_t>(sizeBytes[i]) << (8 * i);
    if (!in || length > kMostHeaderBytes)
        return corrupt("The header of the .npy file is cut off or far too long.");
    std::string dictionary(length, '\0');
    in.read(dictionary.data(), static_cast<std::streamsize>(length));
    if (in.gcount() != static_cast<std::streamsize>(length))
        return corrupt("The header of the .npy file is cut off.");
    const auto fields = parse(dictionary);
    if (!fields)
        return corrupt("The header of the .npy file cannot be understood.");
    if (fields->fortran && fields->shape.size() > 1)
        return fail(ErrorCode::Unsupported,
                    "The array is in Fortran order; save it with numpy.ascontiguousarray first.", location);
    return AnyHeader{std::string(fields->description), fields->shape, 6 + 2 + sizeLength + length};
}

Result<Header> readHeader(std::istream& in, const std::string& location) {
    const auto any = readAnyHeader(in, location);
    if (!any)
        return Unexpected(any.error());
    const auto type = std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& row) {
        return row.second == any->kind || (any->kind == "<u1" && row.first == NpyType::UInt8);
    });
    if (type == kTypes.end())
        return fail(
            ErrorCode::Unsupported,
            fmt::format("Arrays of '{}' cannot be read; convert to float32, float64, uint8, int32 or int64.",
                        any->kind.substr(0, 40)),
            location);
    return Header{type->first, any->shape, any->dataOffset};
}

} // namespace mien::npy
