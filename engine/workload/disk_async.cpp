// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_check.h"
#include "workload/disk_file.h"
#include "workload/disk_lanes.h"
#include "workload/disk_leases.h"
#include "workload/disk_pool.h"
#include "workload/disk_ring_files.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/redirect_error.hpp>
#include <cerrno>
#include <optional>
#include <unistd.h>

namespace troika {
namespace {

namespace asio = boost::asio;

class DiskAsync final : public AsyncStep {
public:
    DiskAsync(const DiskPlan& plan, asio::any_io_executor loop, DiskMeans means)
        : m_plan(plan),
          m_loop(std::move(loop)),
          m_means(means),
          m_buffers(std::make_shared<BlockBuffers>(plan.block)),
          m_check(m_plan) {}
    ~DiskAsync() override {
        if (m_pool) m_pool->join();
    }

    asio::awaitable<Result<>> leadIn(std::uint32_t atOnce) override {
        if (!m_buffers->prepare(atOnce)) {
            co_return failure("no-memory", bilingual("no memory for {} blocks of {} bytes",
                                                     "не хватает памяти для {} блоков по {} байт",
                                                     atOnce, m_plan.block));
        }
        if (!m_pool && (m_means == DiskMeans::Pool || m_plan.syncTask)) {
            m_pool.emplace(static_cast<std::size_t>(diskPoolThreads));
        }
        m_check.begin();
        co_return open(atOnce);
    }

    asio::awaitable<StepOutcome> perform(TaskName task) override {
        const BlockBuffers::Lease lease = m_buffers->take();
        if (!lease) co_return failedBy(ENOMEM);
        TaskBlocks blocks(m_plan, task);
        for (std::uint64_t i = 0; i < m_plan.blocks; ++i) {
            if (m_plan.writes()) blocks.prepare(lease.bytes(), i);
            const bool moved = co_await move(lease.bytes(), blocks.offset(i));
            if (!moved) co_return failedBy(EIO);
            if (!m_plan.writes() && !blocks.accept(lease.bytes(), i)) {
                co_return StepOutcome{Outcome::Wrong, blocks.digest()};
            }
        }
        if (m_plan.syncTask) {
            const bool synced = co_await sync();
            if (!synced) co_return failedBy(EIO);
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
        return m_means == DiskMeans::IoUring ? openRing(atOnce) : Result<>{};
    }

    /// The ring is made with the loop's first file, which throws where that fails.
    Result<> openRing(std::uint32_t atOnce) {
        try {
            m_ring.open(m_loop, m_file.get(), atOnce);
            return {};
        } catch (const boost::system::system_error& error) {
            return systemFailure(
                "io-uring-refused",
                bilingual("cannot use io_uring", "не удалось использовать io_uring"),
                error.code().value());
        }
    }

    /// A whole block between file and memory, the way the plan says.
    asio::awaitable<bool> move(std::span<std::byte> bytes, std::uint64_t offset) {
        if (m_means == DiskMeans::IoUring) return moveByRing(bytes, offset);
        const int file = m_file.get();
        const bool writes = m_plan.writes();
        return onPool(*m_pool, [file, writes, bytes, offset] {
            return writes ? writeWhole(file, bytes, offset) : readWhole(file, bytes, offset);
        });
    }

    asio::awaitable<bool> moveByRing(std::span<std::byte> bytes, std::uint64_t offset) {
        const std::size_t file = m_ring.take();
        boost::system::error_code error;
        while (!bytes.empty() && !error) {
            std::size_t moved = 0;
            if (m_plan.writes()) {
                moved = co_await m_ring[file].async_write_some_at(
                    offset, asio::const_buffer(bytes.data(), bytes.size()),
                    asio::redirect_error(asio::use_awaitable, error));
            } else {
                moved = co_await m_ring[file].async_read_some_at(
                    offset, asio::mutable_buffer(bytes.data(), bytes.size()),
                    asio::redirect_error(asio::use_awaitable, error));
            }
            if (moved == 0 && !error) error = asio::error::eof;
            bytes = bytes.subspan(moved);
            offset += moved;
        }
        m_ring.giveBack(file);
        co_return !error;
    }

    /// On the pool in either case: Asio 1.81 can sync a file only by blocking.
    asio::awaitable<bool> sync() {
        const int file = m_file.get();
        return onPool(*m_pool, [file] { return ::fdatasync(file) == 0; });
    }

    const DiskPlan m_plan;
    asio::any_io_executor m_loop;
    DiskMeans m_means;
    std::shared_ptr<BlockBuffers> m_buffers;
    Descriptor m_file;
    RingFiles m_ring; ///< Where the means is io_uring.
    std::optional<asio::thread_pool> m_pool;
    WriteCheck m_check;
};

} // namespace

std::unique_ptr<AsyncStep> makeDiskAsync(const DiskPlan& plan, const asio::any_io_executor& loop,
                                         DiskMeans means) {
    return std::make_unique<DiskAsync>(plan, loop, means);
}

} // namespace troika
