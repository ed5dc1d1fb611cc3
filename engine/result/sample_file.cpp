// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/sample_file.h"

#include <array>
#include <bit>
#include <cstring>
#include <type_traits>

namespace troika {

namespace {

static_assert(std::endian::native == std::endian::little, "the layout is little-endian");
static_assert(std::is_trivially_copyable_v<Sample> && sizeof(Sample) == 64);

constexpr std::array<char, 8> magic{'T', 'R', 'O', 'I', 'K', 'A', 'S', 'B'};

struct FileHeader {
    std::array<char, 8> magic{};
    std::uint32_t version = 1;
    std::uint32_t slotBytes = sizeof(Sample);
    std::uint64_t slices = 0;
    std::uint64_t reserved = 0;
};
static_assert(sizeof(FileHeader) == 32);

struct SliceHeader {
    std::uint32_t point = 0;
    std::uint32_t contender = 0;
    std::uint32_t round = 0;
    std::uint32_t attempt = 0;
    std::uint32_t flags = 0; ///< 1 warm-up, 2 counted.
    std::uint32_t reserved = 0;
    std::int64_t begin = 0;
    std::uint64_t tasks = 0;
    std::array<std::uint64_t, 3> unused{};
};
static_assert(sizeof(SliceHeader) == 64);

constexpr std::uint32_t warmUpFlag = 1;
constexpr std::uint32_t countedFlag = 2;

template <class Value>
void append(std::string& bytes, const Value& value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

void appendSlice(std::string& bytes, std::size_t point, std::size_t contender,
                 const SliceSamples& slice) {
    SliceHeader header;
    header.point = static_cast<std::uint32_t>(point);
    header.contender = static_cast<std::uint32_t>(contender);
    header.round = static_cast<std::uint32_t>(slice.round);
    header.attempt = static_cast<std::uint32_t>(slice.attempt);
    header.flags = (slice.warmUp ? warmUpFlag : 0) | (slice.counted ? countedFlag : 0);
    header.begin = slice.begin;
    header.tasks = slice.samples.size();
    append(bytes, header);
    bytes.append(reinterpret_cast<const char*>(slice.samples.data()),
                 slice.samples.size() * sizeof(Sample));
}

std::uint64_t sliceCount(const RunSamples& samples) {
    std::uint64_t count = 0;
    for (const PointSamples& point : samples)
        for (const ContenderSamples& contender : point.contenders) count += contender.slices.size();
    return count;
}

auto damaged(const char* english, const char* russian) {
    return failure("result-damaged", bilingual("The samples are damaged: {0}.",
                                               "Замеры повреждены: {1}.", english, russian));
}

/// Takes values off the front of bytes.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : m_rest(bytes) {}

    template <class Value>
    bool take(Value& value) {
        if (m_rest.size() < sizeof value) return false;
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest.remove_prefix(sizeof value);
        return true;
    }

    bool take(std::vector<Sample>& samples, std::uint64_t count) {
        if (m_rest.size() / sizeof(Sample) < count) return false;
        samples.resize(count);
        if (count > 0) std::memcpy(samples.data(), m_rest.data(), count * sizeof(Sample));
        m_rest.remove_prefix(count * sizeof(Sample));
        return true;
    }

    [[nodiscard]] bool empty() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

bool outcomesAreKnown(const std::vector<Sample>& samples) {
    for (const Sample& sample : samples)
        if (static_cast<std::uint32_t>(sample.outcome) > static_cast<std::uint32_t>(Outcome::Lost))
            return false;
    return true;
}

RunSamples emptySamples(const RunResult& result) {
    RunSamples samples(result.points.size());
    for (std::size_t i = 0; i < samples.size(); ++i)
        for (const ContenderResult& contender : result.points[i].contenders)
            samples[i].contenders.push_back({contender.label, {}});
    return samples;
}

Result<> takeSlice(Bytes& bytes, RunSamples& samples) {
    constexpr std::uint32_t mostRounds = 1U << 30;
    SliceHeader header;
    if (!bytes.take(header)) return damaged("cut off", "файл обрывается");
    if (header.point >= samples.size() ||
        header.contender >= samples[header.point].contenders.size())
        return damaged("of a contender that is not there", "указан несуществующий участник");
    if (header.round > mostRounds || header.attempt > mostRounds)
        return damaged("an impossible round", "невозможный номер раунда");
    SliceSamples slice;
    slice.round = static_cast<int>(header.round);
    slice.attempt = static_cast<int>(header.attempt);
    slice.warmUp = (header.flags & warmUpFlag) != 0;
    slice.counted = (header.flags & countedFlag) != 0;
    slice.begin = header.begin;
    if (!bytes.take(slice.samples, header.tasks)) return damaged("cut off", "файл обрывается");
    if (!outcomesAreKnown(slice.samples))
        return damaged("an unknown outcome", "неизвестный исход задачи");
    samples[header.point].contenders[header.contender].slices.push_back(std::move(slice));
    return {};
}

} // namespace

std::uint64_t packedBytes(const RunSamples& samples) {
    std::uint64_t bytes = sizeof(FileHeader);
    for (const PointSamples& point : samples)
        for (const ContenderSamples& contender : point.contenders)
            for (const SliceSamples& slice : contender.slices)
                bytes += sizeof(SliceHeader) + slice.samples.size() * sizeof(Sample);
    return bytes;
}

std::string packSamples(const RunSamples& samples) {
    std::string bytes;
    bytes.reserve(packedBytes(samples));
    FileHeader header;
    header.magic = magic;
    header.slices = sliceCount(samples);
    append(bytes, header);
    for (std::size_t point = 0; point < samples.size(); ++point)
        for (std::size_t i = 0; i < samples[point].contenders.size(); ++i)
            for (const SliceSamples& slice : samples[point].contenders[i].slices)
                appendSlice(bytes, point, i, slice);
    return bytes;
}

Result<RunSamples> unpackSamples(std::string_view bytes, const RunResult& result) {
    Bytes rest(bytes);
    FileHeader header;
    if (!rest.take(header) || header.magic != magic)
        return damaged("they do not begin as samples do", "неверное начало файла");
    if (header.version != 1 || header.slotBytes != sizeof(Sample))
        return damaged("of an unknown version", "неизвестная версия");
    RunSamples samples = emptySamples(result);
    for (std::uint64_t i = 0; i < header.slices; ++i)
        if (auto taken = takeSlice(rest, samples); !taken) return passOn(taken);
    if (!rest.empty()) return damaged("longer than they say", "файл длиннее, чем указано");
    return samples;
}

} // namespace troika
