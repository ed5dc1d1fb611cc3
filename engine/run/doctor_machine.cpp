// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/io_uring.h"
#include "platform/spawn.h"
#include "platform/stamp_clock.h"
#include "run/doctor.h"
#include "run/system_files.h"

#include <thread>
#include <troika/scenario/amounts.h>
#include <unistd.h>

namespace troika {

using State = DoctorFinding::State;

DoctorFinding examinePrograms() {
    const std::filesystem::path folder = executableFolder();
    std::string missing;
    for (const char* const name :
         {"troika-guard", "troika-runner", "troika-worker", "troika-origin"}) {
        if (::access((folder / name).c_str(), X_OK) == 0) continue;
        missing += (missing.empty() ? "" : ", ") + std::string(name);
    }
    if (missing.empty()) {
        return {"programs",
                State::Good,
                {"Troika's own programs are all there.", "Все программы Troika на месте."},
                {}};
    }
    const std::string where = folder.string();
    return {"programs",
            State::Missing,
            bilingual("Missing in {0}: {1}.", "В {0} не хватает: {1}.", where, missing),
            {"Build or install Troika again: cmake --build build/release",
             "Соберите или установите Troika заново: cmake --build build/release"}};
}

DoctorFinding examineCores() {
    const unsigned cores = std::thread::hardware_concurrency();
    const std::string model = valueIn("/proc/cpuinfo", "model name");
    const bool isVirtual = processorHas("hypervisor");
    const Text count = counted(cores, {"core", "cores", "ядро", "ядра", "ядер"});
    Text text =
        bilingual("{}{}{}{}.", "{}{}{}{}.", count, model.empty() ? "" : ": ", model,
                  isVirtual ? Text{", in a virtual machine", ", в виртуальной машине"} : Text());
    if (cores > 1) return {"cores", State::Good, std::move(text), {}};
    return {"cores",
            State::Doubtful,
            std::move(text),
            {"With a single core nothing can compute side by side; give the machine a second one.",
             "На одном ядре ничто не считается параллельно; добавьте машине второе."}};
}

DoctorFinding examineCounter() {
    const std::string source =
        firstLine("/sys/devices/system/clocksource/clocksource0/current_clocksource");
    if (measureTickRate()) {
        return {"time-stamp-counter",
                State::Good,
                bilingual("Stamps are read from the time-stamp counter: one costs about 10 ns (the "
                          "kernel's clock is {}).",
                          "Отметки времени берутся из счётчика тактов: одна стоит около 10 нс "
                          "(часы ядра — {}).",
                          source),
                {}};
    }
    return {"time-stamp-counter",
            State::Doubtful,
            bilingual("The time-stamp counter cannot be trusted here; stamps are read from the "
                      "kernel's clock ({}).",
                      "Счётчику тактов здесь нельзя доверять; отметки времени берутся из часов "
                      "ядра ({}).",
                      source),
            {"A sample costs some 30 ns more, with the clocks hpet and acpi_pm some µs. Where the "
             "counter is sound all the same, boot with clocksource=tsc tsc=reliable.",
             "Замер стоит дороже примерно на 30 нс, а с часами hpet и acpi_pm — на несколько мкс. "
             "Если счётчик всё же исправен, загрузите ядро с clocksource=tsc tsc=reliable."}};
}

DoctorFinding examineIoUring() {
    if (ioUringAvailable()) {
        return {"io-uring",
                State::Good,
                {"io_uring may be used: async.uring works, and async.loop needs no threads of its "
                 "own for files.",
                 "io_uring доступен: async.uring работает, а async.loop не нужны свои потоки для "
                 "файлов."},
                {}};
    }
    const Text reason = ioUringReason();
    return {"io-uring", State::Doubtful,
            bilingual("No io_uring, so there is no async.uring, and async.loop uses a pool of "
                      "threads for files: {}.",
                      "io_uring недоступен: async.uring здесь не работает, а async.loop для "
                      "файлов использует пул потоков; {}.",
                      reason),
            ioUringRemedy()};
}

DoctorFinding examineAccounting() {
    const auto readable = [](const char* file) { return ::access(file, R_OK) == 0; };
    const bool fine = readable("/sys/fs/cgroup/cpuacct/cpuacct.usage");
    if (fine || firstLine("/sys/fs/cgroup/cpu.stat").starts_with("usage_usec ")) {
        return {"accounting",
                State::Good,
                bilingual("The machine's processor time is counted in {}.",
                          "Процессорное время машины считается в {}.",
                          fine ? Text{"ns", "нс"} : Text{"µs", "мкс"}),
                {}};
    }
    return {"accounting",
            State::Doubtful,
            {"The machine's processor time is counted in ticks of 10 ms only (/proc/stat): small "
             "disturbances by other programs go unnoticed.",
             "Процессорное время машины считается только тактами по 10 мс (/proc/stat): мелкие "
             "помехи других программ останутся незамеченными."},
            {"Mount the control groups: sudo mount -t cgroup2 none /sys/fs/cgroup",
             "Подключите контрольные группы: sudo mount -t cgroup2 none /sys/fs/cgroup"}};
}

} // namespace troika
