// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/io_uring.h"
#include "workload/disk_check.h"
#include "workload/disk_lanes.h"
#include "workload/disk_leases.h"
#include "workload/disk_tree.h"
#include "workload/file_ring.h"
#include "workload/on_pool.h"

#include <cerrno>
#include <optional>

namespace troika {
namespace {

class CreateAsync final : public AsyncStep {
public:
    CreateAsync(const DiskPlan& plan, const LoopPlace& loop, DiskMeans means)
        : m_plan(plan),
          m_means(means),
          m_buffers(std::make_shared<BlockBuffers>(plan.block)),
          m_ring(loop),
          m_check(m_plan) {}
    ~CreateAsync() override {
        if (m_pool) m_pool->join();
    }

    Async<Result<>> leadIn(std::uint32_t atOnce) override {
        if (!m_buffers->prepare(atOnce)) co_return noMemoryForBlocks(atOnce, m_plan.block);
        m_check.begin();
        if (m_means == DiskMeans::IoUring) co_return m_ring.open(-1, atOnce);
        if (!m_pool) m_pool.emplace(static_cast<std::size_t>(diskPoolThreads));
        co_return Result<>{};
    }

    Async<StepOutcome> perform(TaskName task) override {
        const BlockBuffers::Lease lease = m_buffers->take();
        if (!lease) co_return failedBy(ENOMEM);
        TaskBlocks blocks(m_plan, task);
        TaskFiles files(m_plan, task.task);
        if (const int error = co_await directory(files); error != 0) co_return failedBy(error);
        for (std::uint64_t i = 0; i < m_plan.blocks; ++i) {
            blocks.prepare(lease.bytes(), i);
            const int error = co_await file(files.file(i), lease.bytes());
            if (error != 0) co_return failedBy(error);
        }
        m_check.wrote(task);
        co_return StepOutcome{Outcome::Finished, blocks.digest()};
    }

    void settle() override {
        m_check.verify(-1);
        m_ring.close();
    }

private:
    // All of these return 0 or an error number.

    Async<int> directory(TaskFiles& files) {
        const char* path = files.directory();
        if (m_means == DiskMeans::Pool) {
            co_return co_await onPool(*m_pool, nullptr, [path] { return makeDirectory(path); });
        }
        const int error = -co_await m_ring.makeDirectory(path, newDirectoryMode);
        co_return error == EEXIST ? 0 : error;
    }

    Async<int> file(const char* path, std::span<const std::byte> bytes) {
        if (m_means == DiskMeans::IoUring) return fileByRing(path, bytes);
        return onPool(*m_pool, nullptr, [path, bytes, sync = m_plan.syncTask] {
            return makeFile(path, bytes, sync);
        });
    }

    Async<int> fileByRing(const char* path, std::span<const std::byte> bytes) {
        const int opened = co_await m_ring.openFile(path, newFileFlags, newFileMode);
        if (opened < 0) co_return -opened;
        Descriptor file(opened);
        for (std::uint64_t done = 0; done < bytes.size();) {
            const int moved = co_await m_ring.writeTo(file.get(), bytes.subspan(done), done);
            if (moved <= 0) co_return moved == 0 ? EIO : -moved;
            done += static_cast<std::uint64_t>(moved);
        }
        if (m_plan.syncTask) {
            const int error = -co_await m_ring.syncAllOf(file.get());
            if (error != 0) co_return error;
        }
        co_return -co_await m_ring.closeFile(std::move(file));
    }

    const DiskPlan m_plan;
    DiskMeans m_means;
    std::shared_ptr<BlockBuffers> m_buffers;
    FileRing m_ring; ///< Open where the means is io_uring.
    std::optional<boost::asio::thread_pool> m_pool;
    WriteCheck m_check;
};

} // namespace

std::unique_ptr<AsyncStep> makeCreateAsync(const DiskPlan& plan, const LoopPlace& loop,
                                           DiskMeans means) {
    return std::make_unique<CreateAsync>(plan, loop, means);
}

} // namespace troika
