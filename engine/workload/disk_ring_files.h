// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/random_access_file.hpp>
#include <boost/system/system_error.hpp>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace troika {

/// One open file as several of Asio's: Asio 1.81 has but one read and one write of a file object
/// under way and queues the others, so the depth that the disk sees is the number of objects. Of
/// one thread.
class RingFiles {
public:
    /// At most so many descriptors and operations at the disk at once; further ones queue.
    static constexpr std::uint32_t greatestDepth = 64;

    /// Duplicates `descriptor` for `atOnce` operations under way. Throws system_error.
    void open(const boost::asio::any_io_executor& loop, int descriptor, std::uint32_t atOnce) {
        close();
        const std::uint32_t depth = std::clamp<std::uint32_t>(atOnce, 1, greatestDepth);
        m_files.reserve(depth);
        m_idle.reserve(depth);
        for (std::uint32_t i = 0; i < depth; ++i) {
            m_files.emplace_back(loop);
            const int own = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
            if (own < 0) throw boost::system::system_error(errno, boost::system::system_category());
            boost::system::error_code refused;
            m_files.back().assign(own, refused);
            if (refused) {
                ::close(own);
                throw boost::system::system_error(refused);
            }
            m_idle.push_back(i);
        }
    }

    void close() {
        m_files.clear();
        m_idle.clear();
        m_shared = 0;
    }

    /// A file that nobody uses; where all are used, one that queues.
    [[nodiscard]] std::size_t take() {
        if (m_idle.empty()) return m_files.size() + m_shared++ % m_files.size();
        const std::size_t file = m_idle.back();
        m_idle.pop_back();
        return file;
    }
    void giveBack(std::size_t file) {
        if (file < m_files.size()) m_idle.push_back(file);
    }
    [[nodiscard]] boost::asio::random_access_file& operator[](std::size_t file) {
        return m_files[file % m_files.size()];
    }

private:
    std::vector<boost::asio::random_access_file> m_files;
    std::vector<std::size_t> m_idle;
    std::size_t m_shared = 0; ///< How often a file was taken that was in use.
};

} // namespace troika
