// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_check.h"
#include "workload/disk_file.h"
#include "workload/disk_lanes.h"
#include "workload/disk_leases.h"
#include "workload/file_ring.h"
#include "workload/on_pool.h"

#include <cerrno>
#include <optional>
#include <unistd.h>

namespace troika {
namespace {

class DiskAsync final : public AsyncStep {
public:
    DiskAsync(const DiskPlan& plan, const LoopPlace& loop, DiskMeans means)
        : m_plan(plan),
          m_means(means),
          m_buffers(std::make_shared<BlockBuffers>(plan.block)),
          m_ring(loop),
          m_check(m_plan) {}
    ~DiskAsync() override {
        if (m_pool) m_pool->join();
    }

    Async<Result<>> leadIn(std::uint32_t atOnce) override {
        if (!m_buffers->prepare(atOnce)) co_return noMemoryForBlocks(atOnce, m_plan.block);
        if (!m_pool && m_means == DiskMeans::Pool) {
            m_pool.emplace(static_cast<std::size_t>(diskPoolThreads));
        }
        m_check.begin();
        co_return open(atOnce);
    }

    Async<StepOutcome> perform(TaskName task) override {
        const BlockBuffers::Lease lease = m_buffers->take();
        if (!lease) co_return failedBy(ENOMEM);
        TaskBlocks blocks(m_plan, task);
        for (std::uint64_t i = 0; i < m_plan.blocks; ++i) {
            if (m_plan.writes()) blocks.prepare(lease.bytes(), i);
            const int error = co_await move(lease.bytes(), blocks.offset(i));
            if (error != 0) co_return failedBy(error);
            if (!m_plan.writes() && !blocks.accept(lease.bytes(), i)) {
                co_return StepOutcome{Outcome::Wrong, blocks.digest()};
            }
        }
        if (m_plan.syncTask) {
            const int error = co_await sync();
            if (error != 0) co_return failedBy(error);
        }
        if (m_plan.writes()) m_check.wrote(task);
        co_return StepOutcome{Outcome::Finished, blocks.digest()};
    }

    void settle() override {
        if (m_file) m_check.verify(m_file.get());
        m_ring.close();
        m_file.close();
    }

private:
    Result<> open(std::uint32_t atOnce) {
        auto opened = openDiskFile(m_plan);
        if (!opened) return passOn(opened);
        m_file = std::move(*opened);
        return m_means == DiskMeans::IoUring ? m_ring.open(m_file.get(), atOnce) : Result<>{};
    }

    // All of these return 0 or an error number.

    /// A whole block between file and memory, the way the plan says.
    Async<int> move(std::span<std::byte> bytes, std::uint64_t offset) {
        if (m_means == DiskMeans::IoUring) return moveByRing(bytes, offset);
        const int file = m_file.get();
        const bool writes = m_plan.writes();
        return onPool(*m_pool, nullptr, [file, writes, bytes, offset] {
            const bool whole =
                writes ? writeWhole(file, bytes, offset) : readWhole(file, bytes, offset);
            return whole ? 0 : errno;
        });
    }

    Async<int> moveByRing(std::span<std::byte> bytes, std::uint64_t offset) {
        while (!bytes.empty()) {
            const int moved = co_await moveSome(bytes, offset);
            if (moved <= 0) co_return moved == 0 ? EIO : -moved;
            bytes = bytes.subspan(static_cast<std::size_t>(moved));
            offset += static_cast<std::uint64_t>(moved);
        }
        co_return 0;
    }

    Async<int> moveSome(std::span<std::byte> bytes, std::uint64_t offset) {
        return m_plan.writes() ? m_ring.write(bytes, offset) : m_ring.read(bytes, offset);
    }

    Async<int> sync() {
        if (m_means == DiskMeans::IoUring) co_return -co_await m_ring.sync();
        const int file = m_file.get();
        co_return co_await onPool(*m_pool, nullptr,
                                  [file] { return ::fdatasync(file) == 0 ? 0 : errno; });
    }

    const DiskPlan m_plan;
    DiskMeans m_means;
    std::shared_ptr<BlockBuffers> m_buffers;
    Descriptor m_file;
    FileRing m_ring; ///< Open where the means is io_uring.
    std::optional<boost::asio::thread_pool> m_pool;
    WriteCheck m_check;
};

} // namespace

std::unique_ptr<AsyncStep> makeDiskAsync(const DiskPlan& plan, const LoopPlace& loop,
                                         DiskMeans means) {
    if (plan.creates()) return makeCreateAsync(plan, loop, means);
    return std::make_unique<DiskAsync>(plan, loop, means);
}

} // namespace troika
