// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workload/event_loop.h"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/post.hpp>
#include <boost/intrusive/list.hpp>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <liburing.h>
#include <unistd.h>
#include <utility>

namespace troika {

/// Who is told what an operation of a ring came to.
class RingEnd : public boost::intrusive::list_base_hook<
                    boost::intrusive::link_mode<boost::intrusive::safe_link>> {
public:
    /// A count, or an error number, negated. The ring is done with it before it calls.
    virtual void ended(int result) = 0;
    /// Instead, where the ring is closed: nobody is to go on.
    virtual void dropped(int result) = 0;

protected:
    ~RingEnd() = default;
};

/// What else there is to know of an operation on a ring.
struct AboutOperation {
    bool opens = false;          ///< Its result is a descriptor, which somebody has to close.
    RingEnd** awaited = nullptr; ///< Gets whom it is awaited by, for cancel().
};

/// An io_uring of one event loop: hands operations to the kernel and resumes who awaits them. When
/// they are handed over, and how the loop learns of their ends, is for those who derive from it.
/// Of the loop's thread.
class OperationRing {
public:
    OperationRing(const OperationRing&) = delete;
    OperationRing& operator=(const OperationRing&) = delete;

    using About = AboutOperation;

    /// The operation that `prepare(entry)` describes; what it came to. What it refers to has to
    /// live until then.
    template <class Prepare>
    Async<int> start(Prepare prepare, About about = {}) {
        return boost::asio::async_initiate<decltype(awaiting), void(int)>(
            [this, prepare, about](auto handler) {
                this->startChain(
                    1, [&](unsigned, io_uring_sqe* entry) { prepare(entry); }, std::move(handler),
                    about);
            },
            awaiting);
    }
    /// `count` operations (`prepare(i, entry)` describes number i), each of which begins when the
    /// one before it has succeeded. `handler(result)` is told what the first one that fails came to
    /// or else the last one; that of one that was done in part (of a send, say) is -EPIPE. Only on
    /// a ring that isSilent().
    template <class Prepare, class Handler>
    void startChain(unsigned count, Prepare prepare, Handler handler, About about = {}) {
        if (!hasRoom(count)) {
            const auto home = boost::asio::get_associated_executor(handler);
            boost::asio::post(
                home, [handler = std::move(handler)]() mutable { std::move(handler)(-EAGAIN); });
            return;
        }
        RingEnd& end = *new Waiter<Handler>(std::move(handler), about.opens);
        if (about.awaited != nullptr) *about.awaited = &end;
        for (unsigned i = 0; i < count; ++i) {
            io_uring_sqe* entry = io_uring_get_sqe(&m_ring);
            prepare(i, entry);
            entry->user_data = dataOf(end);
            if (i + 1 == count) break;
            // Its success is not told; where it fails, the rest is cancelled without a word.
            entry->flags |= IOSQE_IO_LINK | IOSQE_CQE_SKIP_SUCCESS;
            entry->user_data |= goesOn;
        }
        m_awaited.push_back(end);
        queued();
    }
    /// One operation that `end` is told of; false where the kernel takes none now.
    template <class Prepare>
    [[nodiscard]] bool startFor(RingEnd& end, Prepare prepare) {
        io_uring_sqe* entry = nextEntry();
        if (entry == nullptr) return false;
        prepare(entry);
        io_uring_sqe_set_data(entry, &end);
        m_awaited.push_back(end);
        queued();
        return true;
    }
    /// Asks the kernel to end the operation that `end` was awaited by, if it still goes on.
    void cancel(const RingEnd& end);

protected:
    OperationRing() = default;
    ~OperationRing() { closeRing(); }

    /// 0, or the error with which the kernel refused a ring of that size and kind
    /// (IORING_SETUP_...; with room for `completions`, 0: as many as the kernel thinks).
    [[nodiscard]] int openRing(unsigned entries, unsigned flags, unsigned completions = 0);
    /// Cancels what is under way and waits for it, for the kernel uses its memory. Who awaited it
    /// is destroyed (by the loop, when it next runs or is itself destroyed).
    void closeRing();
    /// Something was added to what is to be handed to the kernel.
    virtual void queued() = 0;

    /// Tells who awaited one operation that has ended, if there is one; false where none has.
    bool endOne();
    [[nodiscard]] bool isOpen() const { return m_open; }
    /// Success need not be told (since Linux 5.17).
    [[nodiscard]] bool isSilent() const { return (m_ring.features & IORING_FEAT_CQE_SKIP) != 0; }
    [[nodiscard]] std::size_t underWay() const { return m_awaited.size(); }
    [[nodiscard]] io_uring& ring() { return m_ring; }

private:
    template <class Handler>
    struct Waiter final : RingEnd {
        Waiter(Handler waiting, bool isOpening) : handler(std::move(waiting)), opens(isOpening) {}
        void ended(int result) override {
            Handler own = std::move(handler);
            delete this;
            std::move(own)(result);
        }
        void dropped(int result) override {
            if (opens && result >= 0) ::close(result);
            delete this;
        }
        Handler handler;
        bool opens;
    };

    /// The next entry to fill; null where all are taken by what the kernel refuses.
    io_uring_sqe* nextEntry() { return hasRoom(1) ? io_uring_get_sqe(&m_ring) : nullptr; }
    /// In an entry's data beside whom to tell: the chain goes on after it.
    static constexpr std::uint64_t goesOn = 1;

    static std::uint64_t dataOf(const RingEnd& end) {
        return reinterpret_cast<std::uintptr_t>(&end);
    }
    /// Of the operation with that data; false where there is no room to ask for it.
    bool cancel(std::uint64_t data);
    bool hasRoom(unsigned entries);
    RingEnd* takeEnded(int& result);

    io_uring m_ring{};
    bool m_open = false;
    boost::intrusive::list<RingEnd> m_awaited;
};

} // namespace troika
