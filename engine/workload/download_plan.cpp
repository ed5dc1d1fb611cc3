// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_plan.h"

#include <algorithm>

namespace troika {
namespace {

constexpr std::uint32_t askedForFailure = 503;
constexpr const char* connectionsName = "connections";
constexpr const char* keepAliveName = "keep-alive";

Setting sizeSetting() {
    return {.name = "size",
            .type = SettingType::Quantity,
            .unit = Unit::Bytes,
            .title = bilingual("Size", "Размер"),
            .explanation = bilingual("How many bytes each task downloads.",
                                     "Сколько байтов загружает каждая задача."),
            .required = true,
            .suggestion = 100.0 * 1024,
            .low = 0,
            .high = static_cast<double>(largestBody)};
}

Setting delaySetting() {
    return {.name = "delay",
            .type = SettingType::Delay,
            .unit = Unit::Seconds,
            .title = bilingual("Server delay", "Задержка отклика"),
            .explanation =
                bilingual("How long the server waits before it answers; drawn for each task.",
                          "Сколько сервер ждёт, прежде чем ответить; для каждой задачи своё."),
            .byDefault = Delay{},
            .low = 0,
            .high = 60};
}

Setting bandwidthSetting() {
    return {.name = "bandwidth",
            .type = SettingType::Quantity,
            .unit = Unit::BytesPerSecond,
            .title = bilingual("Bandwidth", "Пропускная способность"),
            .explanation = bilingual("How fast each connection carries data; unlimited if absent.",
                                     "С какой скоростью передаёт данные каждое соединение; "
                                     "если не задано — без ограничения."),
            .low = 1,
            .high = static_cast<double>(highestOriginRate)};
}

Setting failuresSetting() {
    return {.name = "failures",
            .type = SettingType::Number,
            .title = bilingual("Failures", "Доля отказов"),
            .explanation =
                bilingual("The share of requests that the server answers with an error (503).",
                          "Доля запросов, на которые сервер отвечает ошибкой (503)."),
            .byDefault = 0.0,
            .low = 0,
            .high = 1};
}

Setting dropsSetting() {
    return {.name = "drops",
            .type = SettingType::Number,
            .title = bilingual("Drops", "Доля обрывов"),
            .explanation = bilingual("The share of the other requests whose connection the server "
                                     "cuts when half of the answer is sent.",
                                     "Доля остальных запросов, соединение которых сервер обрывает "
                                     "на половине ответа."),
            .byDefault = 0.0,
            .low = 0,
            .high = 1};
}

Setting stallsSetting() {
    return {.name = "stalls",
            .type = SettingType::Windows,
            .unit = Unit::Seconds,
            .title = bilingual("Stalls", "Простои сервера"),
            .explanation = bilingual("When in a slice the server stops answering and sending, and "
                                     "for how long: \"5 s for 1 s\"; never if absent.",
                                     "Когда в отрезке сервер перестаёт отвечать и передавать и на "
                                     "сколько: «5 s на 1 s»; если не задано — никогда."),
            .low = 0.001,
            .high = 3600};
}

Setting poolSetting() {
    return {.name = "pool",
            .type = SettingType::Integer,
            .title = bilingual("Pool of connections", "Пул соединений"),
            .explanation =
                bilingual("How many connections the tasks of one event loop share, queueing for a "
                          "free one; 0: as many as tasks. A thread or process has one of its own.",
                          "Сколько соединений делят задачи одного цикла событий, ожидая "
                          "свободного; 0 — по числу задач. У потока или процесса оно одно, своё."),
            .byDefault = std::int64_t{0},
            .low = 0,
            .high = 1'000'000,
            .onlyWith = OnlyWith{connectionsName, {keepAliveName}}};
}

Setting connectionsSetting() {
    return {
        .name = connectionsName,
        .type = SettingType::Choice,
        .title = bilingual("Connections", "Соединения"),
        .explanation = bilingual("Whether tasks share open connections or each opens its own.",
                                 "Пользуются ли задачи уже открытыми соединениями "
                                 "или каждая открывает своё."),
        .byDefault = std::string(keepAliveName),
        .choices = {{keepAliveName, bilingual("Opened before the measurement and used again.",
                                              "Открываются до измерения и используются повторно.")},
                    {"per-task", bilingual("Opened and closed by every task, which is measured.",
                                           "Каждая задача открывает и закрывает своё; "
                                           "это входит в измерение.")}}};
}

} // namespace

Kind downloadDeclaration() {
    return {.name = "download",
            .title = bilingual("Download", "Загрузка по сети"),
            .explanation = bilingual("An HTTP download over a real connection from a server on "
                                     "this machine; length and checksum are verified.",
                                     "Загрузка по HTTP через настоящее соединение с сервером на "
                                     "этой машине; длина и контрольная сумма проверяются."),
            .settings = {sizeSetting(), delaySetting(), bandwidthSetting(), failuresSetting(),
                         dropsSetting(), stallsSetting(), connectionsSetting(), poolSetting()}};
}

DownloadPlan::DownloadPlan(const Settings& settings, std::uint16_t originPort,
                           std::chrono::nanoseconds taskTimeout, std::uint32_t step)
    : size(settings.bytes("size")),
      delay(settings.delay("delay")),
      failures(settings.number("failures")),
      drops(settings.number("drops")),
      keepAlive(settings.choice(connectionsName) == keepAliveName),
      port(originPort),
      timeout(taskTimeout) {
    if (settings.has("pool")) pool = static_cast<std::uint32_t>(settings.integer("pool"));
    if (settings.has("stalls")) stalls = settings.windows("stalls");
    if (!stalls.empty()) stallList = step + 1;
    if (settings.has("bandwidth")) {
        rate = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(settings.number("bandwidth")));
    }
}

OriginRequest DownloadPlan::request(const TaskName& task) const {
    Draws draws(task);
    OriginRequest request{.size = size, .rate = rate, .stalls = stallList};
    request.variant = static_cast<std::uint32_t>(draws.nextBelow(bodyVariants));
    request.delay = draws.nextDelay(delay);
    if (draws.nextUnit() < failures) request.status = askedForFailure;
    request.cut = draws.nextUnit() < drops && request.status == 200;
    return request;
}

} // namespace troika
