// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/wording.h"

#include <cmath>
#include <troika/backend/catalogue.h>
#include <troika/run/estimate.h>
#include <troika/scenario/amounts.h>
#include <troika/scenario/points.h>

namespace troika {
namespace {

Text joined(const Text& left, const Text& right) {
    return {left.en + right.en, left.ru + right.ru};
}

/// English or Russian (UTF-8), beginning with a capital letter.
std::string begun(std::string sentence) {
    if (sentence.empty()) return sentence;
    const auto byte = [&sentence](std::size_t i) -> char& { return sentence[i]; };
    if (byte(0) >= 'a' && byte(0) <= 'z') byte(0) = static_cast<char>(byte(0) - 'a' + 'A');
    const std::string letter = sentence.substr(0, 2);
    if (letter >= "а" && letter <= "п") byte(1) = static_cast<char>(byte(1) - 0x20);
    if (letter >= "р" && letter <= "я") {
        byte(0) = '\xD0';
        byte(1) = static_cast<char>(byte(1) + 0x20);
    }
    return sentence;
}

Text delayText(const Delay& delay) {
    if (delay.first <= 0 && delay.second <= 0) return {};
    const Text first = quantityText(delay.first, Unit::Seconds);
    const Text second = quantityText(delay.second, Unit::Seconds);
    switch (delay.distribution) {
    case Delay::Distribution::Fixed:
        return bilingual(", each answered after {}", ", ответ через {}", first);
    case Delay::Distribution::Uniform:
        return bilingual(", each answered after {} to {}", ", ответ через {}–{}", first, second);
    case Delay::Distribution::Exponential:
        return bilingual(", each answered after {} on average", ", ответ в среднем через {}",
                         first);
    case Delay::Distribution::Pareto:
        return bilingual(", each answered after {} at least", ", ответ не раньше чем через {}",
                         first);
    case Delay::Distribution::LogNormal:
        break;
    }
    return bilingual(", half of them answered within {}",
                     ", для половины ответ не позже чем через {}", first);
}

/// How many of them there are, where that is known.
Text countText(const Arrivals& arrivals, const Noun& noun) {
    if (admissionOf(arrivals).count() > 0) {
        return {std::string(noun.more), std::string(noun.ruFew)};
    }
    return counted(static_cast<std::int64_t>(mostTasks(arrivals)), noun);
}

Text downloads(const Arrivals& tasks, const Settings& settings) {
    const Text count =
        countText(tasks, {"download", "downloads", "загрузка", "загрузки", "загрузок"});
    const Text size = quantityText(settings.number("size"), Unit::Bytes);
    return joined(bilingual("{} of {}", "{} по {}", count, size),
                  delayText(settings.delay("delay")));
}

Text whatIsDone(const std::string& operation) {
    if (operation == "write") return {"writing", "запись"};
    if (operation == "append") return {"appending", "дозапись"};
    if (operation == "create") return {"creating", "создание"};
    return {"reading", "чтение"};
}

Text diskTasks(const Arrivals& tasks, const Settings& settings) {
    const Text does = whatIsDone(settings.choice("operation"));
    const bool isPlaced = settings.has("pattern");
    const bool random = isPlaced && settings.choice("pattern") == "random";
    const Text order = !isPlaced ? Text{}
                       : random  ? Text{" at random", " вразброс"}
                                 : Text{" in sequence", " подряд"};
    const bool syncs = settings.choice("sync") == "task";
    const Text count = countText(
        tasks, {"disk task", "disk tasks", "дисковая задача", "дисковые задачи", "дисковых задач"});
    const Text blocks =
        settings.choice("operation") == "create"
            ? counted(settings.integer("blocks"), {"file", "files", "файл", "файла", "файлов"})
            : counted(settings.integer("blocks"), {"block", "blocks", "блок", "блока", "блоков"});
    const Text size = quantityText(settings.number("block"), Unit::Bytes);
    return bilingual("{}, each {} {} of {}{}{}", "{}: {} — {} по {}{}{}", count, does, blocks, size,
                     order, syncs ? Text{" and syncing", " со сбросом на диск"} : Text());
}

/// ", 8 MiB of input"; nothing where none has to reach a worker or come back.
Text carriedText(const Settings& settings, std::string_view name, const Text& what) {
    const double bytes = settings.has(name) ? settings.number(name) : 0;
    if (bytes <= 0) return {};
    const Text size = quantityText(bytes, Unit::Bytes);
    return bilingual(", {} of {}", ", {} {}", size, what);
}

Text computations(const Arrivals& tasks, const Settings& settings) {
    const Text count =
        countText(tasks, {"computation", "computations", "вычисление", "вычисления", "вычислений"});
    const Text much =
        settings.has("duration")
            ? quantityText(settings.number("duration"), Unit::Seconds)
            : counted(settings.integer("amount"),
                      {"repetition", "repetitions", "повторению", "повторения", "повторений"});
    const std::string& kernel = settings.choice("kernel");
    const Text carried = joined(carriedText(settings, "payload.input", {"input", "на входе"}),
                                carriedText(settings, "payload.output", {"output", "на выходе"}));
    return bilingual("{} of {} ({}){}", "{} по {} ({}){}", count, much, kernel, carried);
}

Text mixedTasks(const Arrivals& tasks, const Workload& workload) {
    const Text count = countText(tasks, {"task", "tasks", "задача", "задачи", "задач"});
    Text steps;
    for (const Step& step : workload.steps) {
        const Kind* kind = catalogue().step(step.kind);
        const Text title = kind != nullptr ? kind->title : Text{step.kind, step.kind};
        if (!steps.empty()) steps = joined(steps, {", then ", ", затем "});
        steps = joined(steps, {title.en, "«" + title.ru + "»"});
    }
    return bilingual("{}, each: {}", "{}, каждая: {}", count, steps);
}

Text workText(const Workload& workload) {
    const Arrivals& tasks = workload.arrivals;
    if (workload.steps.size() == 1) {
        const Step& step = workload.steps.front();
        if (step.kind == "download") return downloads(tasks, step.settings);
        if (step.kind == "disk") return diskTasks(tasks, step.settings);
        if (step.kind == "compute") return computations(tasks, step.settings);
    }
    return mixedTasks(tasks, workload);
}

Text howTheyCome(const Arrivals& arrivals) {
    const Settings& settings = arrivals.settings;
    if (arrivals.kind == "closed") {
        return bilingual(", always {} in flight", ", в работе всегда {}",
                         settings.integer("in_flight"));
    }
    if (arrivals.kind != "open") return {", all due at once", ", все сразу"};
    const double rate = settings.number(rateSetting);
    const bool poisson = settings.choice("process") == "poisson";
    return bilingual(", {} a second{}", ", {} в секунду{}", rate,
                     poisson ? Text{" at random", " случайно"} : Text());
}

Text arrivalsText(const Arrivals& arrivals) {
    const double admission = std::chrono::duration<double>(admissionOf(arrivals)).count();
    if (admission == 0) return howTheyCome(arrivals);
    const Text time = quantityText(admission, Unit::Seconds);
    return joined(howTheyCome(arrivals), {", for " + time.en, ", в течение " + time.ru});
}

std::string valuesText(const Sweep& sweep) {
    constexpr std::size_t most = 8;
    const std::vector<double> values = valuesOf(sweep);
    const auto text = [&sweep](double value) {
        return sweep.unit == Unit::None ? fmt::format("{:.12g}", value)
                                        : writeQuantity(value, sweep.unit);
    };
    std::string all;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const bool isLeftOut = values.size() > most && i >= most - 2 && i + 1 < values.size();
        if (isLeftOut && i > most - 2) continue;
        all += (i == 0 ? "" : ", ") + (isLeftOut ? std::string("…") : text(values[i]));
    }
    return all;
}

/// " Swept: rounds = 1, 2, 4. 3 points, 6 trials."; nothing without a sweep.
Text sweepText(const Scenario& scenario) {
    if (scenario.sweep.empty()) return {};
    std::string what;
    for (const Sweep& sweep : scenario.sweep) {
        what += fmt::format("{}{} = {}", what.empty() ? "" : "; ", sweep.path, valuesText(sweep));
    }
    const Text points = counted(static_cast<std::int64_t>(pointCount(scenario)),
                                {"point", "points", "точка", "точки", "точек"});
    const Text trials = counted(static_cast<std::int64_t>(trialCount(scenario)),
                                {"trial", "trials", "испытание", "испытания", "испытаний"});
    return bilingual(" Swept: {}. {}, {}.", " Перебор: {}. {}, {}.", what, points, trials);
}

} // namespace

Text describeRun(const Scenario& scenario) {
    const Workload workload = firstPointOf(scenario, catalogue()).workload;
    const Text work = joined(workText(workload), arrivalsText(workload.arrivals));
    const Text who = counted(static_cast<std::int64_t>(scenario.contenders.size()),
                             {"contender", "contenders", "участник", "участника", "участников"});
    const Text rounds = counted(scenario.rounds, {"round", "rounds", "раунд", "раунда", "раундов"});
    const Text time = roughDuration(estimateRun(scenario).count());
    const Text swept = sweepText(scenario);
    return {begun(fmt::format("{}.{} {}, {} in random order, {}.", work.en, swept.en, who.en,
                              rounds.en, time.en)),
            begun(fmt::format("{}.{} {}, {} в случайном порядке, {}.", work.ru, swept.ru, who.ru,
                              rounds.ru, time.ru))};
}

} // namespace troika
