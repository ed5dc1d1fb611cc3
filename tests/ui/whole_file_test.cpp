// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/whole_file.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>
#include <csignal>
#include <sys/resource.h>

namespace troika::ui {
namespace {

QByteArray contentOf(const QString& name) {
    QFile file(name);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

/// Files of this process grow no further than that: to it the disk is full, nearly.
class Small {
public:
    explicit Small(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small{bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~Small() {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    Small(const Small&) = delete;
    Small& operator=(const Small&) = delete;

private:
    rlimit m_before{};
    void (*m_signal)(int) = std::signal(SIGXFSZ, SIG_IGN);
};

TEST(WholeFileTest, is_written_whole_or_what_stood_there_stays_and_the_reason_is_told) {
    const QTemporaryDir folder;
    const QString file = folder.filePath("some");
    EXPECT_EQ(writeWhole(file, "before"), "");
    {
        const Small disk(5000);
        EXPECT_EQ(writeWhole(file, QByteArray(20'000, 'x')), "File too large");
    }
    EXPECT_EQ(contentOf(file), "before");
    EXPECT_EQ(writeWhole(file, QByteArray(20'000, 'x')), "");
    EXPECT_EQ(contentOf(file).size(), 20'000);
    EXPECT_FALSE(writeWhole("/proc/nothing/some", "x").isEmpty());
    EXPECT_EQ(writeWhole(folder.filePath("empty"), {}), "");
}

} // namespace
} // namespace troika::ui
