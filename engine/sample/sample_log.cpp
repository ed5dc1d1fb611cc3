// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/system_error.h>
#include <troika/sample/sample_log.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <troika/base/check.h>
#include <unistd.h>
#include <utility>

namespace troika {
namespace {

constexpr std::uint64_t pageBytes = 4096;
constexpr char magic[8] = {'T', 'R', 'O', 'I', 'K', 'A', 'L', 'G'};
/// Shapes beyond this are a damaged header, not a run (16 TiB of samples).
constexpr std::uint64_t absurdCount = 1ULL << 38;

/// First page of the file; all fields little-endian.
struct Header {
    char magic[8];
    std::uint32_t version;
    std::uint32_t slotBytes;
    std::uint64_t slotsPerSlice;
    std::uint64_t slices;
    std::uint64_t slotsOffset; ///< Of slot 0 from the start of the file.
};
static_assert(sizeof(SliceMark) == 32 && sizeof(Header) <= pageBytes);

std::uint64_t wholePages(std::uint64_t bytes) {
    return (bytes + pageBytes - 1) / pageBytes * pageBytes;
}

std::uint64_t slotsOffset(std::uint64_t slices) {
    return pageBytes + wholePages(slices * sizeof(SliceMark));
}

const Header& headerAt(const void* address) { return *static_cast<const Header*>(address); }

tl::unexpected<Failure> systemFailure(const std::filesystem::path& file, int error) {
    return failure("log-unusable", bilingual("The sample log {} cannot be used: {}.",
                                             "Журнал замеров {} недоступен: {}.", file.string(),
                                             systemError(error)));
}

tl::unexpected<Failure> foreignFile(const std::filesystem::path& file) {
    return failure("log-foreign",
                   bilingual("{} is not a sample log of this version of Troika.",
                             "{} не является журналом замеров этой версии Troika.", file.string()));
}

} // namespace

std::uint64_t SampleLog::bytes(std::uint64_t slotsPerSlice, std::uint64_t slices) {
    return slotsOffset(slices) + slices * slotsPerSlice * sizeof(SampleSlot);
}

Result<SampleLog> SampleLog::create(const std::filesystem::path& file, std::uint64_t slotsPerSlice,
                                    std::uint64_t slices) {
    TROIKA_CHECK(slices < absurdCount && slotsPerSlice < absurdCount, "shape of a sample log");
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return systemFailure(file, errno);
    const std::uint64_t length = bytes(slotsPerSlice, slices);
    const auto offset = static_cast<off_t>(slotsOffset(slices));
    int error = ::ftruncate(descriptor, static_cast<off_t>(length)) != 0 ? errno : 0;
    if (error == 0) error = ::posix_fallocate(descriptor, 0, offset);
    if (error != 0) {
        ::close(descriptor);
        return systemFailure(file, error);
    }
    void* address = ::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (address == MAP_FAILED) {
        error = errno;
        ::close(descriptor);
        return systemFailure(file, error);
    }
    Header header{};
    std::memcpy(header.magic, magic, sizeof magic);
    header.version = version;
    header.slotBytes = sizeof(SampleSlot);
    header.slotsPerSlice = slotsPerSlice;
    header.slices = slices;
    header.slotsOffset = slotsOffset(slices);
    std::memcpy(address, &header, sizeof header);
    return SampleLog(descriptor, address, length);
}

Result<SampleLog> SampleLog::open(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (descriptor < 0) return systemFailure(file, errno);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 ||
        static_cast<std::uint64_t>(status.st_size) < pageBytes) {
        ::close(descriptor);
        return foreignFile(file);
    }
    const auto length = static_cast<std::uint64_t>(status.st_size);
    void* address = ::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (address == MAP_FAILED) {
        const int error = errno;
        ::close(descriptor);
        return systemFailure(file, error);
    }
    SampleLog log(descriptor, address, length);
    const Header& header = headerAt(address);
    const bool sane = std::memcmp(header.magic, magic, sizeof magic) == 0 &&
                      header.version == version && header.slotBytes == sizeof(SampleSlot) &&
                      header.slices < absurdCount && header.slotsPerSlice < absurdCount &&
                      header.slotsOffset == slotsOffset(header.slices) &&
                      bytes(header.slotsPerSlice, header.slices) == length;
    if (!sane) return foreignFile(file);
    return log;
}

SampleLog::SampleLog(int descriptor, void* address, std::uint64_t length)
    : m_descriptor(descriptor), m_address(address), m_length(length) {}

SampleLog::SampleLog(SampleLog&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)),
      m_address(std::exchange(other.m_address, nullptr)),
      m_length(std::exchange(other.m_length, 0)) {}

SampleLog& SampleLog::operator=(SampleLog&& other) noexcept {
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_address, other.m_address);
    std::swap(m_length, other.m_length);
    return *this;
}

SampleLog::~SampleLog() {
    if (m_address != nullptr) ::munmap(m_address, m_length);
    if (m_descriptor >= 0) ::close(m_descriptor);
}

Result<> SampleLog::prepare(std::uint64_t slice) {
    const std::span<SampleSlot> wanted = slots(slice);
    const auto offset = static_cast<off_t>(slotsOffset(slices()) + slice * wanted.size_bytes());
    if (!wanted.empty()) {
        const int error =
            ::posix_fallocate(m_descriptor, offset, static_cast<off_t>(wanted.size_bytes()));
        if (error != 0) return systemFailure("in shared memory", error);
    }
    for (SampleSlot& slot : wanted) slot = SampleSlot{};
    mark(slice) = SliceMark{.state = 1};
    return {};
}

std::uint64_t SampleLog::slices() const { return headerAt(m_address).slices; }

std::uint64_t SampleLog::slotsPerSlice() const { return headerAt(m_address).slotsPerSlice; }

std::span<SampleSlot> SampleLog::slots(std::uint64_t slice) const {
    TROIKA_CHECK(slice < slices(), "no such slice in the sample log");
    auto* first =
        reinterpret_cast<SampleSlot*>(static_cast<std::byte*>(m_address) + slotsOffset(slices()));
    return {first + slice * slotsPerSlice(), slotsPerSlice()};
}

std::vector<Sample> SampleLog::samples(std::uint64_t slice) const {
    const std::span<SampleSlot> all = slots(slice);
    std::vector<Sample> samples;
    samples.reserve(all.size());
    for (SampleSlot& slot : all) samples.push_back(loadSample(slot));
    // A mark left behind by a killed runner may not tell of the last ones.
    std::size_t admitted = std::min<std::size_t>(mark(slice).admitted, all.size());
    for (std::size_t i = admitted; i < samples.size(); ++i) {
        if (samples[i].outcome != Outcome::Empty) admitted = i + 1;
    }
    samples.resize(admitted);
    return samples;
}

SliceMark& SampleLog::mark(std::uint64_t slice) const {
    TROIKA_CHECK(slice < slices(), "no such slice in the sample log");
    return reinterpret_cast<SliceMark*>(static_cast<std::byte*>(m_address) + pageBytes)[slice];
}

} // namespace troika
