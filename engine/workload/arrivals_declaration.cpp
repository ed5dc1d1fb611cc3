// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/arrival_plan.h"

namespace troika {
namespace {

constexpr double mostTasksInAll = 10'000'000;
constexpr double longestSeconds = 3600;

Setting tasksOf(bool required) {
    return {
        .name = tasksSetting,
        .type = SettingType::Integer,
        .title = {"Tasks", "Задач"},
        .explanation = {"How many tasks there are in a slice.", "Сколько задач в одном отрезке."},
        .required = required,
        .suggestion = std::int64_t{100},
        .low = 0,
        .high = mostTasksInAll};
}

Setting duration() {
    return {.name = admissionSetting,
            .type = SettingType::Quantity,
            .unit = Unit::Seconds,
            .title = {"Duration", "Длительность"},
            .explanation = {"How long tasks are let in, instead of a number of tasks; what was let "
                            "in is finished.",
                            "Сколько времени принимаются задачи (вместо их числа); принятые задачи "
                            "доводятся до конца."},
            .suggestion = 1.0,
            .low = 1e-3,
            .high = longestSeconds};
}

/// A number of tasks or a duration, but not both.
void checkEnd(const Settings& settings, const std::string& path, Findings& findings) {
    const bool tasks = settings.has(tasksSetting);
    const bool timed = settings.has(admissionSetting);
    const Text allowed = {"either tasks or duration", "либо tasks, либо duration"};
    if (tasks && timed) {
        findings.push_back({path + "." + admissionSetting,
                            "",
                            {"both a number of tasks and a duration are given",
                             "заданы сразу и число задач (tasks), и длительность (duration)"},
                            allowed});
    } else if (!tasks && !timed) {
        findings.push_back({path + "." + tasksSetting,
                            "",
                            {"neither a number of tasks nor a duration is given",
                             "не заданы ни число задач (tasks), ни длительность (duration)"},
                            allowed});
    }
}

Kind batch() {
    return {.name = "batch",
            .title = {"All at once", "Все сразу"},
            .explanation = {"Every task is due at the same moment, when the slice begins.",
                            "Все задачи должны начаться в один момент: в начале отрезка."},
            .settings = {tasksOf(true)}};
}

Kind closed() {
    return {
        .name = "closed",
        .title = {"So many in flight", "Постоянное число в работе"},
        .explanation = {"A fixed number of tasks is in flight: when one has ended, the next one is "
                        "due, after a time to think.",
                        "В работе всегда одно и то же число задач: когда одна закончилась, должна "
                        "начаться следующая, после паузы на размышление."},
        .settings =
            {{.name = "in_flight",
              .type = SettingType::Integer,
              .title = {"In flight", "В работе"},
              .explanation = {"How many tasks are in flight: users who wait for their answer.",
                              "Сколько задач в работе: пользователей, ждущих ответа."},
              .byDefault = std::int64_t{16},
              .low = 1,
              .high = 100'000},
             {.name = "think",
              .type = SettingType::Quantity,
              .unit = Unit::Seconds,
              .title = {"Think time", "Пауза"},
              .explanation = {"From the end of a task until the next one is due.",
                              "От конца задачи до срока следующей."},
              .byDefault = 0.0,
              .low = 0,
              .high = longestSeconds},
             tasksOf(false),
             duration()},
        .check = checkEnd};
}

Kind open() {
    return {
        .name = "open",
        .title = {"At a rate", "С заданной частотой"},
        .explanation = {"Tasks come at a rate, whether the earlier ones are done or not; one that "
                        "begins late has been waiting since it was due.",
                        "Задачи приходят с заданной частотой, готовы прежние или нет; начатая "
                        "поздно считается ожидающей с положенного ей срока."},
        .settings = {{.name = rateSetting,
                      .type = SettingType::Number,
                      .title = {"Tasks a second", "Задач в секунду"},
                      .explanation = {"How many tasks come in a second, on average.",
                                      "Сколько задач приходит за секунду в среднем."},
                      .required = true,
                      .suggestion = 100.0,
                      .low = 1e-3,
                      .high = 10'000'000},
                     {.name = "process",
                      .type = SettingType::Choice,
                      .title = {"Gaps", "Промежутки"},
                      .explanation = {"How the times between two tasks vary.",
                                      "Как меняется время между двумя задачами."},
                      .byDefault = std::string("poisson"),
                      .choices = {{"constant", {"always the same", "всегда одинаковые"}},
                                  {"poisson",
                                   {"as independent users come: exponential",
                                    "как приходят независимые пользователи: показательные"}}}},
                     tasksOf(false),
                     duration()},
        .check = [](const Settings& settings, const std::string& path, Findings& findings) {
            checkEnd(settings, path, findings);
            const double tasks =
                settings.has(admissionSetting) && settings.has(rateSetting)
                    ? settings.number(rateSetting) * settings.number(admissionSetting)
                    : 0;
            if (tasks <= mostTasksInAll) return;
            findings.push_back(
                {path + "." + admissionSetting,
                 fmt::format("{}", settings.number(admissionSetting)),
                 {"at this rate that is more tasks than a slice may have",
                  "с такой частотой задач получится больше, чем помещается в отрезок"},
                 bilingual("at most {} s", "не больше {} с",
                           mostTasksInAll / settings.number(rateSetting))});
        }};
}

} // namespace

const std::vector<Kind>& arrivalKinds() {
    static const std::vector<Kind> kinds{batch(), closed(), open()};
    return kinds;
}

} // namespace troika
