// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include "grid.h"

namespace troika::cli::words {

Text contender() { return {"contender", "участник"}; }
Text tasks() { return {"tasks", "задач"}; }
Text failed() { return {"failed", "со сбоем"}; }
Text dropped() { return {"dropped", "потеряно"}; }
Text interval() { return {"95 %", "95 %"}; }
Text service(std::string_view percentile) {
    return bilingual("service {}", "обслуж. {}", percentile);
}
Text latency(std::string_view percentile) {
    return bilingual("latency {}", "задержка {}", percentile);
}
Text queueing() { return {"mean wait", "ждали в среднем"}; }
Text waiting() { return {"waiting at most", "ждало не более"}; }
Text processorTime() { return {"CPU", "ЦП"}; }
Text switches() { return {"switches", "переключений"}; }
Text peakMemory() { return {"peak memory", "пик памяти"}; }
Text threads() { return {"threads", "потоков"}; }
Text processes() { return {"processes", "процессов"}; }
Text startUp() { return {"start-up", "запуск"}; }
Text backend() { return {"backend", "бэкенд"}; }
Text connections() { return {"connections", "соединений"}; }

std::string titleOf(const Scenario& scenario, const std::string& label, Language language) {
    return printable(scenario.titleOf(label).in(language));
}

Text tasksARound(const std::string& tasks) {
    return bilingual("Tasks a round: {}.", "Задач в раунде: {}.", tasks);
}
Text timeARound() {
    return {"Tasks come for a fixed time each round.",
            "В каждом раунде задачи поступают заданное время."};
}
Text ran(const Text& work, std::size_t rounds, const std::string& seconds) {
    return bilingual("{} Rounds counted: {}. Took {}.", "{} Зачтено раундов: {}. Время: {}.", work,
                     rounds, seconds);
}
Text serviceMeans() {
    return {" All tasks are due at once, so service is told: from a task's start to its end.",
            " Все задачи поступают сразу, поэтому показано время обслуживания: от начала задачи до "
            "её конца."};
}
Text cancelled() {
    return {"Cancelled; these are the figures until then.",
            "Остановлено; здесь то, что измерено до остановки."};
}
Text state(TrialStatus status) {
    switch (status) {
    case TrialStatus::Finished:
        return {"finished", "завершил"};
    case TrialStatus::Failed:
        return {"failed", "сбой"};
    case TrialStatus::Cancelled:
        return {"cancelled", "остановлен"};
    case TrialStatus::Unavailable:
        break;
    }
    return {"unavailable here", "здесь недоступен"};
}
Text doubt() { return {"Doubt", "Оговорка"}; }

Text nothingStarted(std::size_t findings) {
    return findings == 1 ? Text{"One thing has to change; nothing was started.",
                                "Нужно исправить одно место; ничего не запущено."}
                         : bilingual("{} things have to change; nothing was started.",
                                     "Нужно исправить мест: {}; ничего не запущено.", findings);
}
Text value() { return {"value", "значение"}; }
Text problem() { return {"problem", "что не так"}; }
Text allowed() { return {"allowed", "допустимо"}; }

Text family(Family family) {
    switch (family) {
    case Family::Serial:
        return {"serial", "последовательно"};
    case Family::Thread:
        return {"threads", "потоки"};
    case Family::Process:
        return {"processes", "процессы"};
    case Family::Async:
        return {"async", "асинхронно"};
    case Family::Cluster:
        break;
    }
    return {"cluster", "кластер"};
}
Text range(const std::string& low, const std::string& high) {
    return bilingual("{} to {}", "от {} до {}", low, high);
}
Text byDefault() { return {"default", "по умолчанию"}; }
Text required() { return {"none (required)", "нет (обязательно)"}; }
Text none() { return {"none", "нет"}; }
Text brokenScenario(const std::string& file) {
    return bilingual("{} is no valid scenario; troika run FILE --dry-run tells why.",
                     "{} — неверный сценарий; почему, скажет troika run FILE --dry-run.", file);
}

Text sampleLogs(const Text& size) {
    return bilingual("Sample logs take {} of shared memory. Nothing was started.",
                     "Журналы замеров займут {} общей памяти. Ничего не запущено.", size);
}
Text figuresAre(const Text& unit) {
    return bilingual("Figures are {}, the median of the rounds.", "Числа — {}, медиана раундов.",
                     unit);
}
Text ahead() { return {"ahead", "впереди"}; }
Text noClearDifference() { return {"no clear difference", "явной разницы нет"}; }
Text noVerdict() { return {"no verdict", "вывода нет"}; }
Text aheadAt(const std::string& title, std::size_t points, std::size_t of) {
    return bilingual("{0} is ahead at {1} of {2} points.", "{0}: впереди в точках — {1} из {2}.",
                     title, points, of);
}
Text unclearAt(std::size_t points, std::size_t of) {
    return bilingual("No clear difference at {} of {} points.",
                     "Явной разницы нет в точках — {} из {}.", points, of);
}
Text atPoints(const std::string& first, std::size_t points) {
    return bilingual("{0}; {1} points in all", "{0}; всего точек: {1}", first, points);
}
Text phase(Progress::Phase phase, int round, int rounds) {
    switch (phase) {
    case Progress::Phase::SettingUp:
        return {"setting up", "подготовка"};
    case Progress::Phase::WarmUp:
        return {"warm-up", "прогрев"};
    case Progress::Phase::Racing:
        return bilingual("round {}/{}", "раунд {}/{}", round, rounds);
    case Progress::Phase::StartUps:
        return {"measuring start-up", "измерение запуска"};
    case Progress::Phase::Finishing:
        break;
    }
    return {"finishing", "завершение"};
}
Text point(std::size_t point, std::size_t points) {
    return bilingual("point {}/{}", "точка {}/{}", point + 1, points);
}
Text left(double seconds) {
    return bilingual("about {:.0f} s left", "осталось около {:.0f} с", seconds);
}
Text stopping() {
    return {"Stopping; what was measured is kept. Once more: leave at once.",
            "Останавливаюсь; измеренное сохранится. Ещё раз — выйти немедленно."};
}
Text otherTroika(int pid) {
    return bilingual("Another Troika is racing on this machine (process {}): both results will be "
                     "less reliable.",
                     "На этой машине идёт другое состязание Troika (процесс {}): оба результата "
                     "будут менее надёжны.",
                     pid);
}
Text written(const std::string& files) { return bilingual("Written: {}", "Записано: {}", files); }
Text leftOutForWantOfSamples() {
    return {"This result holds no samples, so only its figures are written: no .troika file and no "
            "samples.csv.",
            "В этом результате нет замеров, поэтому записываются только показатели: без файла "
            ".troika и samples.csv."};
}
Text noSamplesForArchive(const std::string& file) {
    return bilingual("{} holds no samples, so no .troika file can be made of it. Nothing was "
                     "written.",
                     "В {} нет замеров, поэтому файл .troika из него не получить. Ничего не "
                     "записано.",
                     file);
}
Text notWritten(const Text& what) {
    return bilingual("The result could not be written to standard output: {}.",
                     "Не удалось вывести результат: {}.", what);
}
Text noCharts(const std::string& format) {
    return bilingual(
        "This build has no window, which draws charts, so it cannot write {}; there "
        "are troika, json and csv.",
        "В этой сборке нет окна, которое рисует диаграммы, поэтому {} записать нельзя; "
        "есть troika, json и csv.",
        format);
}
Text chartsNeedSamples() {
    return {"Charts are drawn from samples, and this result has none; show the .troika file.",
            "Диаграммы строятся по замерам, а в этом результате их нет; возьмите файл .troika."};
}
Text chartsNotDrawn(const std::string& folder) {
    return bilingual("The charts could not be drawn into {}.",
                     "Не удалось нарисовать диаграммы в {}.", folder);
}
Text unknownFormat(const std::string& format) {
    return bilingual("There is no format {}; there are troika, json, csv, png, svg and pdf.",
                     "Нет такого формата: {}; есть troika, json, csv, png, svg и pdf.", format);
}
Text formatNeedsFolder() {
    return {"--format needs a folder: --out DIR", "Для --format нужна папка: --out DIR"};
}
Text noSuchSubject(const std::string& subject) {
    return bilingual("There is no file and no bundled scenario {}.",
                     "Нет ни файла, ни встроенного сценария {}.", subject);
}
Text didYouMean(const std::string& names) {
    return bilingual("Did you mean {}?", "Возможно, имелось в виду: {}?", names);
}
Text bundledAre(const std::string& names) {
    return bilingual("Bundled are: {}", "Встроенные сценарии: {}", names);
}
Text cannotRead(const std::string& file, const Text& why) {
    return bilingual("{} cannot be read: {}.", "Не удалось прочитать {}: {}.", file, why);
}
Text cannotWriteFolder(const std::string& folder, const Text& why) {
    return bilingual("Nothing can be written to {}: {}. Nothing was started.",
                     "В {} нельзя ничего записать: {}. Ничего не запущено.", folder, why);
}
Text badDuration(const std::string& text) {
    return bilingual("--max-time wants a duration such as 60s or 2min, not {}.",
                     "--max-time ждёт длительность, например 60s или 2min, а не {}.", text);
}
Text whereToStart() {
    return {"Troika races threads, processes and async on the same work. The window is not in this "
            "build yet; on the command line:\n"
            "  troika run downloads-families   the first race\n"
            "  troika list scenarios           what else is bundled\n"
            "  troika doctor                   what this machine offers and forbids\n"
            "All commands: troika --help\n",
            "Troika устраивает состязания потоков, процессов и async на одной и той же работе. "
            "Окна в этой сборке ещё нет; в командной строке:\n"
            "  troika run downloads-families   первое состязание\n"
            "  troika list scenarios           какие ещё есть сценарии\n"
            "  troika doctor                   что эта машина позволяет и запрещает\n"
            "Все команды: troika --help\n"};
}

} // namespace troika::cli::words
