// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/download_plan.h"

#include <algorithm>

namespace troika {
namespace {

constexpr std::uint32_t askedForFailure = 503;

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

Setting connectionsSetting() {
    return {
        .name = "connections",
        .type = SettingType::Choice,
        .title = bilingual("Connections", "Соединения"),
        .explanation = bilingual("Whether tasks share open connections or each opens its own.",
                                 "Пользуются ли задачи уже открытыми соединениями "
                                 "или каждая открывает своё."),
        .byDefault = std::string("keep-alive"),
        .choices = {{"keep-alive", bilingual("Opened before the measurement and used again.",
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
                         connectionsSetting()}};
}

DownloadPlan::DownloadPlan(const Settings& settings, std::uint16_t originPort,
                           std::chrono::nanoseconds taskTimeout)
    : size(settings.bytes("size")),
      delay(settings.delay("delay")),
      failures(settings.number("failures")),
      keepAlive(settings.choice("connections") == "keep-alive"),
      port(originPort),
      timeout(taskTimeout) {
    if (settings.has("bandwidth")) {
        rate = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(settings.number("bandwidth")));
    }
}

OriginRequest DownloadPlan::request(const TaskName& task) const {
    Draws draws(task);
    OriginRequest request{.size = size, .rate = rate};
    request.variant = static_cast<std::uint32_t>(draws.nextBelow(bodyVariants));
    request.delay = draws.nextDelay(delay);
    if (draws.nextUnit() < failures) request.status = askedForFailure;
    return request;
}

} // namespace troika
