// SPDX-License-Identifier: GPL-3.0-or-later
// The .npy format 1.0: magic, version, little-endian header length, a Python dictionary padded with spaces
// and a newline to a multiple of 64 bytes, then the elements.
#include "core/base/npy.h"

#include "core/base/npy_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <bit>
#include <utility>

#include <unistd.h>

namespace mien {
namespace {

static_assert(std::endian::native == std::endian::little, "elements are written as they lie in memory");

std::filesystem::path temporaryBeside(const std::filesystem::path& path) {
    static std::atomic<unsigned> serial{0};
    auto name = path;
    name += fmt::format(".{}-{}.part", ::getpid(), serial++);
    return name;
}

Unexpected writeFailure(const std::filesystem::path& path) {
    return fail(ErrorCode::WriteFailed,
                "The array could not be written; is the folder there, writable and not full?", path.string());
}

} // namespace

std::string_view nameOf(NpyType type) {
    return npy::descriptionOf(type);
}

std::size_t sizeOf(NpyType type) {
    switch (type) {
    case NpyType::UInt8:
        return 1;
    case NpyType::Float32:
    case NpyType::Int32:
        return 4;
    case NpyType::Float64:
    case NpyType::Int64:
        break;
    }
    return 8;
}

Result<NpyArray> readNpy(const std::filesystem::path& path) {
    std::error_code ec;
    const auto status = std::filesystem::status(path, ec);
    if (!std::filesystem::exists(status))
        return fail(ErrorCode::NotFound, "There is no such file.", path.string());
    std::ifstream file;
    if (std::filesystem::is_regular_file(status)) // opening a pipe would wait for ever
        file.open(path, std::ios::binary);
    if (!file.is_open())
        return fail(ErrorCode::Unreadable, "The file cannot be opened for reading.", path.string());
    const auto fileBytes = std::filesystem::file_size(path, ec);
    if (ec)
        return fail(ErrorCode::Unreadable, "The size of the file cannot be read.", path.string());
    auto header = npy::readHeader(file, path.string());
    if (!header)
        return Unexpected(header.error());
    const auto dataBytes = npy::bytesOf(header->type, header->shape);
    const std::uintmax_t present = fileBytes - std::min<std::uintmax_t>(fileBytes, header->dataOffset);
    if (!dataBytes || *dataBytes != present) {
        const char* what = dataBytes && *dataBytes < present ? "more" : "fewer";
        return fail(ErrorCode::Corrupt,
                    fmt::format("The file holds {} bytes than its header's shape {} needs.", what,
                                npy::shapeText(header->shape)),
                    path.string());
    }
    NpyArray array{header->type, header->shape, std::vector<std::byte>(*dataBytes)};
    file.seekg(static_cast<std::streamoff>(header->dataOffset));
    file.read(reinterpret_cast<char*>(array.bytes.data()), static_cast<std::streamsize>(array.bytes.size()));
    if (file.gcount() != static_cast<std::streamsize>(array.bytes.size()))
        return fail(ErrorCode::Unreadable, "The file could not be read to its end.", path.string());
    return array;
}

Result<void> writeNpy(const std::filesystem::path& path, const NpyArray& array) {
    const auto needed = npy::bytesOf(array.type, array.shape);
    if (!needed || *needed != array.bytes.size())
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("An array of shape {} cannot hold {} bytes.", npy::shapeText(array.shape),
                                array.bytes.size()),
                    path.string());
    const auto temporary = temporaryBeside(path);
    std::ofstream file(temporary, std::ios::binary | std::ios::trunc);
    file << npy::headerText(array.type, array.shape);
    file.write(reinterpret_cast<const char*>(array.bytes.data()),
               static_cast<std::streamsize>(array.bytes.size()));
    file.close();
    std::error_code ec;
    if (file)
        std::filesystem::rename(temporary, path, ec);
    if (!file || ec) {
        std::filesystem::remove(temporary, ec);
        return writeFailure(path);
    }
    return {};
}

Result<NpyWriter> NpyWriter::create(const std::filesystem::path& path, NpyType type,
                                    std::vector<std::size_t> rowShape) {
    const auto rowBytes = npy::bytesOf(type, rowShape);
    if (!rowBytes || *rowBytes == 0)
        return fail(ErrorCode::InvalidArgument,
                    fmt::format("Rows of shape {} cannot be written.", npy::shapeText(rowShape)),
                    path.string());
    NpyWriter writer;
    writer.m_path = path;
    writer.m_type = type;
    writer.m_rowShape = std::move(rowShape);
    writer.m_rowBytes = *rowBytes;
    writer.m_temporary = temporaryBeside(path);
    writer.m_file.open(writer.m_temporary, std::ios::binary | std::ios::trunc);
    auto shape = writer.m_rowShape;
    shape.insert(shape.begin(), 0);
    writer.m_file << npy::headerText(type, shape);
    if (!writer.m_file)
        return writeFailure(path);
    return writer;
}

NpyWriter::NpyWriter(NpyWriter&& other) noexcept
    : m_path(std::move(other.m_path)),
      m_temporary(std::exchange(other.m_temporary, {})),
      m_file(std::move(other.m_file)),
      m_type(other.m_type),
      m_rowShape(std::move(other.m_rowShape)),
      m_rowBytes(other.m_rowBytes),
      m_rows(other.m_rows) {}

NpyWriter::~NpyWriter() {
    if (m_temporary.empty())
        return;
    m_file.close();
    std::error_code ec;
    std::filesystem::remove(m_temporary, ec);
}

Result<void> NpyWriter::appendBytes(NpyType type, std::span<const std::byte> bytes) {
    if (m_temporary.empty())
        return fail(ErrorCode::InvalidArgument, "The array is finished; no rows can be added.",
                    m_path.string());
    if (type != m_type || bytes.size() % m_rowBytes != 0)
        return fail(
            ErrorCode::InvalidArgument,
            fmt::format("Rows of this array are {} of shape {}.", nameOf(m_type), npy::shapeText(m_rowShape)),
            m_path.string());
    m_file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    if (!m_file)
        return writeFailure(m_path);
    m_rows += bytes.size() / m_rowBytes;
    return {};
}

Result<void> NpyWriter::finish() {
    if (m_temporary.empty())
        return fail(ErrorCode::InvalidArgument, "The array is finished already.", m_path.string());
    auto shape = m_rowShape;
    shape.insert(shape.begin(), m_rows);
    m_file.seekp(0);
    m_file << npy::headerText(m_type, shape);
    m_file.close();
    if (!m_file)
        return writeFailure(m_path);
    std::error_code ec;
    std::filesystem::rename(m_temporary, m_path, ec);
    if (ec)
        return writeFailure(m_path);
    m_temporary.clear();
    return {};
}

} // namespace mien
