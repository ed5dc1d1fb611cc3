// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/shared_memory.h"

#include <cerrno>
#include <sys/mman.h>
#include <sys/stat.h>

namespace troika {
namespace {

tl::unexpected<Failure> noSharedMemory(int error) {
    return systemFailure("shared-memory",
                         bilingual("Cannot share memory between processes",
                                   "Не удалось получить общую память для процессов"),
                         error);
}

} // namespace

Result<SharedMemory> SharedMemory::create(std::size_t size) {
    Descriptor descriptor(::memfd_create("troika", MFD_CLOEXEC));
    if (!descriptor || ::ftruncate(descriptor.get(), static_cast<off_t>(size)) != 0) {
        return noSharedMemory(errno);
    }
    return open(std::move(descriptor));
}

Result<SharedMemory> SharedMemory::open(Descriptor descriptor) {
    struct stat status {};
    if (::fstat(descriptor.get(), &status) != 0) return noSharedMemory(errno);
    const auto size = static_cast<std::size_t>(status.st_size);
    void* address = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor.get(), 0);
    if (address == MAP_FAILED) return noSharedMemory(errno);
    SharedMemory memory;
    memory.m_descriptor = std::move(descriptor);
    memory.m_bytes = {static_cast<std::byte*>(address), size};
    return memory;
}

SharedMemory::~SharedMemory() {
    if (!m_bytes.empty()) ::munmap(m_bytes.data(), m_bytes.size());
}

} // namespace troika
