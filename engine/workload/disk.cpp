// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/io_uring.h"
#include "workload/disk_check.h"
#include "workload/disk_file.h"
#include "workload/disk_lanes.h"
#include "workload/step_work.h"

#include <system_error>

namespace troika {
namespace {

class DiskWork final : public StepWork {
public:
    explicit DiskWork(DiskPlan plan) : m_plan(std::move(plan)) {}

    Result<> setUp() override { return makeDiskFile(m_plan); }

    Result<> settle() override {
        std::error_code ignored;
        if (std::filesystem::remove(wrongBlockNote(m_plan), ignored)) {
            return failure(
                "disk-wrong",
                bilingual("A block read back from {} is not what a task wrote there.",
                          "Блок, прочитанный обратно из {}, не совпадает с тем, что туда "
                          "записала задача.",
                          m_plan.file.string()));
        }
        return settleDiskFile(m_plan);
    }

    std::unique_ptr<BlockingStep> blocking() const override { return makeDiskBlocking(m_plan); }

    std::unique_ptr<AsyncStep> async(const LoopPlace& loop) const override {
        return makeDiskAsync(m_plan, loop, diskMeans(m_plan));
    }

    std::vector<Text> asyncNotes() const override {
        if (m_plan.creates()) return {means("files", "создание файлов")};
        if (m_plan.appends()) return {means("appends", "дозапись")};
        return {m_plan.writes() ? means("writes", "запись") : means("reads", "чтение")};
    }

private:
    Text means(const char* english, const char* russian) const {
        if (diskMeans(m_plan) == DiskMeans::IoUring) {
            return {fmt::format("disk {}: io_uring", english),
                    fmt::format("диск, {}: io_uring", russian)};
        }
        const Text why = ioUringAvailable()
                             ? Text{"this kernel's io_uring makes no directories (Linux 5.15 does)",
                                    "io_uring этого ядра не создаёт каталоги (нужен Linux 5.15)"}
                             : ioUringReason();
        return {fmt::format("disk {}: a pool of {} threads, because {}", english, diskPoolThreads,
                            why.en),
                fmt::format("диск, {}: пул из {} потоков, потому что {}", russian, diskPoolThreads,
                            why.ru)};
    }

    DiskPlan m_plan;
};

std::unique_ptr<StepWork> makeDisk(const Settings& settings, const WorkPlace& place) {
    return std::make_unique<DiskWork>(readDiskPlan(settings, place.directory));
}

void shrink(Settings& settings) {
    if (!settings.has("file_size")) return;
    settings.set("file_size",
                 settings.number("block") * static_cast<double>(settings.integer("blocks")));
}

} // namespace

DiskMeans diskMeans(const DiskPlan& plan) {
    const bool byRing = plan.creates() ? ioUringMakesDirectories() : ioUringAvailable();
    return byRing ? DiskMeans::IoUring : DiskMeans::Pool;
}

StepKind diskKind() {
    return {.declaration = diskDeclaration(),
            .make = &makeDisk,
            .needsDirectory = true,
            .shrink = &shrink};
}

} // namespace troika
