// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/trial_spec.h"

#include <troika/backend/catalogue.h>
#include <troika/scenario/json.h>

namespace troika {
namespace {

constexpr const char* schema = "troika-trial/1";

tl::unexpected<Failure> unreadable(const std::string& why) {
    return failure("trial-spec", bilingual("The trial's description cannot be read: {}.",
                                           "Не удалось прочитать описание испытания: {}.", why));
}

} // namespace

std::string writeTrialSpec(const TrialSpec& spec) {
    Json json{{"schema", schema},
              {"log", spec.log.string()},
              {"origin_port", spec.originPort},
              {"directory", spec.directory.string()},
              {"worker", spec.worker.string()}};
    if (spec.tickRate) json["tick_rate"] = *spec.tickRate;
    json["scenario"] = writeScenario(spec.scenario, catalogue());
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<TrialSpec> readTrialSpec(const std::string& line) {
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object() || json.value("schema", "") != schema) return unreadable(line);
    auto scenario = readScenario(json.value("scenario", Json::object()), catalogue());
    if (!scenario) return unreadable(scenario.error().front().field);
    TrialSpec spec;
    spec.scenario = std::move(*scenario);
    spec.log = json.value("log", "");
    spec.originPort = json.value("origin_port", std::uint16_t{0});
    spec.directory = json.value("directory", "");
    spec.worker = json.value("worker", "");
    if (json.contains("tick_rate")) spec.tickRate = json.at("tick_rate").get<double>();
    return spec;
}

} // namespace troika
