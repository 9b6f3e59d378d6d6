// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/safetensors.h"

#include "core/base/file_io.h"
#include "core/base/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <set>

namespace mien::nn {
namespace {

using Json = nlohmann::json;

constexpr std::uint64_t kMostHeader = 16u << 20;
constexpr std::uint64_t kMostFile = 512u << 20;
constexpr std::size_t kLengthBytes = 8;
constexpr const char* kMetadata = "__metadata__";

static_assert(std::endian::native == std::endian::little, "numbers are copied as they are");

/// What is wrong with a file, on its way to becoming an Error.
struct Damage {
    std::string sentence;
};

[[noreturn]] void damaged(const std::string& sentence) {
    throw Damage{sentence};
}
[[noreturn]] void damagedTensor(const std::string& name, const std::string& what) {
    damaged("The tensor " + name + " " + what + "; this is no valid safetensors file.");
}

struct Entry {
    std::string name;
    std::vector<std::int64_t> shape;
    std::size_t elementBytes = 4, count = 0, begin = 0, end = 0;
};

/// A JSON object whose keys are all different and that is never deeper than safetensors needs.
Json parseHeader(std::string_view text) {
    std::vector<std::set<std::string>> open;
    const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
        if (depth > 3)
            damaged("The header is nested too deeply; this is no valid safetensors file.");
        if (event == Json::parse_event_t::object_start)
            open.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            open.pop_back();
        else if (event == Json::parse_event_t::key &&
                 !open.back().insert(parsed.get_ref<const std::string&>()).second)
            damaged("The header names " + parsed.get<std::string>() +
                    " twice; this is no valid safetensors file.");
        return true;
    };
    Json header = Json::parse(text, watch, false);
    if (header.is_discarded() || !header.is_object())
        damaged("The header is no JSON object; this is no safetensors file.");
    return header;
}

std::uint64_t whole(const Json& value, const std::string& name) {
    if (!value.is_number_unsigned())
        damagedTensor(name, "has a length that is no whole number");
    return value.get<std::uint64_t>();
}

Entry entryOf(const std::string& name, const Json& description, std::size_t dataBytes) {
    Entry entry;
    entry.name = name;
    if (!description.is_object() || description.size() != 3 || !description.contains("dtype") ||
        !description.contains("shape") || !description.contains("data_offsets"))
        damagedTensor(name, "is not described by dtype, shape and data_offsets");
    const Json& type = description["dtype"];
    if (type == "F16")
        entry.elementBytes = 2;
    else if (type == "F64")
        entry.elementBytes = 8;
    else if (type != "F32")
        damaged("The tensor " + name + " holds numbers of another type than F16, F32 or F64.");
    const Json& shape = description["shape"];
    const Json& offsets = description["data_offsets"];
    if (!shape.is_array() || shape.size() > 8 || !offsets.is_array() || offsets.size() != 2)
        damagedTensor(name, "has no proper shape or place");
    std::uint64_t count = 1;
    for (const Json& side : shape) {
        const std::uint64_t length = whole(side, name);
        if (length > kMostFile || __builtin_mul_overflow(count, length, &count) || count > kMostFile)
            damagedTensor(name, "is larger than a file may be");
        entry.shape.push_back(static_cast<std::int64_t>(length));
    }
    const std::uint64_t begin = whole(offsets[0], name), end = whole(offsets[1], name);
    if (begin > end || end > dataBytes)
        damagedTensor(name, "lies beyond the end of the file");
    entry.count = static_cast<std::size_t>(count);
    entry.begin = static_cast<std::size_t>(begin);
    entry.end = static_cast<std::size_t>(end);
    if (entry.end - entry.begin != entry.count * entry.elementBytes)
        damagedTensor(name, "has not the length that its shape needs");
    return entry;
}

float fromHalf(std::uint16_t half) {
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
    const int exponent = (half >> 10) & 0x1f;
    const std::uint32_t fraction = half & 0x3ffu;
    if (exponent == 0) // zero and subnormal: fraction × 2⁻²⁴
        return (sign != 0 ? -1.0f : 1.0f) * static_cast<float>(fraction) * 0x1p-24f;
    const std::uint32_t wide = exponent == 31 ? 255u : static_cast<std::uint32_t>(exponent + 112);
    return std::bit_cast<float>(sign | wide << 23 | fraction << 13);
}

Tensor tensorOf(const Entry& entry, std::string_view data) {
    Tensor tensor{entry.shape, std::vector<float>(entry.count)};
    const char* from = data.data() + entry.begin;
    if (entry.elementBytes == sizeof(float)) {
        if (entry.count > 0)
            std::memcpy(tensor.values.data(), from, entry.count * sizeof(float));
        return tensor;
    }
    for (std::size_t i = 0; i < entry.count; ++i) {
        if (entry.elementBytes == sizeof(double)) {
            double value = 0.0;
            std::memcpy(&value, from + i * sizeof(double), sizeof(double));
            tensor.values[i] = static_cast<float>(value);
        } else {
            std::uint16_t value = 0;
            std::memcpy(&value, from + i * sizeof(value), sizeof(value));
            tensor.values[i] = fromHalf(value);
        }
    }
    return tensor;
}

WeightFile parsed(std::string_view bytes) {
    if (bytes.size() > kMostFile)
        damaged("Weight files above 512 MiB are not read.");
    std::uint64_t length = 0;
    if (bytes.size() < kLengthBytes)
        damaged("The file is too short for a safetensors file.");
    std::memcpy(&length, bytes.data(), kLengthBytes);
    if (length > kMostHeader || length > bytes.size() - kLengthBytes)
        damaged(
            "The length of the header does not fit the file; this is no safetensors file, or it is cut off.");
    const Json header = parseHeader(bytes.substr(kLengthBytes, length));
    const std::string_view data = bytes.substr(kLengthBytes + length);
    WeightFile file;
    std::vector<Entry> entries;
    for (const auto& [name, description] : header.items()) {
        if (name != kMetadata) {
            entries.push_back(entryOf(name, description, data.size()));
            continue;
        }
        if (!description.is_object())
            damaged("The metadata of this safetensors file are no object.");
        for (const auto& [key, value] : description.items()) {
            if (!value.is_string())
                damaged("The metadata " + key + " is no text; this is no valid safetensors file.");
            file.metadata[key] = value.get<std::string>();
        }
    }
    std::ranges::sort(entries, {}, [](const Entry& e) { return std::pair(e.begin, e.end); });
    std::size_t at = 0;
    for (const Entry& entry : entries) {
        if (entry.begin != at)
            damagedTensor(entry.name, entry.begin < at ? "overlaps another one" : "leaves a hole before it");
        at = entry.end;
    }
    if (at != data.size())
        damaged("The file holds bytes that belong to no tensor; this is no valid safetensors file.");
    for (const Entry& entry : entries)
        file.tensors[entry.name] = tensorOf(entry, data);
    return file;
}

} // namespace

Result<WeightFile> parseSafetensors(std::string_view bytes, const std::string& source) {
    try {
        return parsed(bytes);
    } catch (const Damage& damage) {
        return fail(ErrorCode::Corrupt, damage.sentence, source);
    } catch (const Json::exception&) {
        return fail(ErrorCode::Corrupt, "The header cannot be read; this is no valid safetensors file.",
                    source);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::OutOfMemory, "There is not enough memory for these weights.", source);
    }
}

Result<WeightFile> readSafetensors(const std::filesystem::path& path) {
    const auto bytes = readTextFile(path, kMostFile);
    if (!bytes)
        return Unexpected(bytes.error());
    return parseSafetensors(*bytes, path.string());
}

std::string safetensorsBytes(const WeightFile& file) {
    Json header = Json::object();
    if (!file.metadata.empty())
        header[kMetadata] = file.metadata;
    std::size_t at = 0;
    for (const auto& [name, tensor] : file.tensors) {
        const std::size_t end = at + tensor.values.size() * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {at, end}}};
        at = end;
    }
    std::string text = jsonText(header);
    text.append((kLengthBytes - text.size() % kLengthBytes) % kLengthBytes,
                ' '); // so that numbers are aligned
    const std::uint64_t length = text.size();
    std::string bytes(kLengthBytes + text.size() + at, '\0');
    std::memcpy(bytes.data(), &length, kLengthBytes);
    std::ranges::copy(text, bytes.begin() + kLengthBytes);
    char* to = bytes.data() + kLengthBytes + text.size();
    for (const auto& [name, tensor] : file.tensors) {
        if (!tensor.values.empty())
            std::memcpy(to, tensor.values.data(), tensor.values.size() * sizeof(float));
        to += tensor.values.size() * sizeof(float);
    }
    return bytes;
}

Result<void> writeSafetensors(const std::filesystem::path& path, const WeightFile& file) {
    for (const auto& [name, tensor] : file.tensors) {
        std::uint64_t count = 1;
        for (const auto side : tensor.shape)
            count *= static_cast<std::uint64_t>(side);
        if (count != tensor.values.size() || name == kMetadata)
            return fail(ErrorCode::InvalidArgument,
                        "The tensor " + name + " has a name or shape that cannot be written.", path.string());
    }
    return writeFileAtomically(path, safetensorsBytes(file));
}

} // namespace mien::nn
