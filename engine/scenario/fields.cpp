// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/fields.h"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace troika {
namespace {

constexpr std::size_t longestLabel = 64;

bool isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

Setting wholeNumber(std::string name, Text title, Text explanation, double low, double high) {
    Setting setting;
    setting.name = std::move(name);
    setting.type = SettingType::Integer;
    setting.title = std::move(title);
    setting.explanation = std::move(explanation);
    setting.low = low;
    setting.high = high;
    return setting;
}

} // namespace

const Setting& roundsSetting() {
    static const Setting setting =
        wholeNumber("rounds", {"Rounds", "Раундов"},
                    {"How often every contender does all tasks.",
                     "Сколько раз каждый участник выполняет все задачи."},
                    1, 1000);
    return setting;
}

const Setting& warmUpSetting() {
    static const Setting setting = wholeNumber(
        "rounds", {"Warm-up rounds", "Раундов прогрева"},
        {"Rounds before those that count.", "Раунды перед теми, что идут в зачёт."}, 0, 100);
    return setting;
}

const Setting& timeoutSetting() {
    static const Setting setting = [] {
        Setting timeout = wholeNumber("timeout", {"Time limit of a task", "Предел времени задачи"},
                                      {"A task that takes longer has failed.",
                                       "Задача, которая длится дольше, считается неудавшейся."},
                                      0.001, 3600);
        timeout.type = SettingType::Quantity;
        timeout.unit = Unit::Seconds;
        return timeout;
    }();
    return setting;
}

const Setting& seedSetting() {
    static const Setting setting =
        wholeNumber("seed", {"Seed", "Начальное число"},
                    {"All that is random is drawn from it: the same seed, the same tasks.",
                     "Из него берётся всё случайное: то же число — те же задачи."},
                    0, static_cast<double>(std::numeric_limits<std::int64_t>::max()));
    return setting;
}

std::string contenderPath(std::string_view label) { return fmt::format("backends[{}]", label); }

std::string stepPath(std::size_t index) { return fmt::format("workload.steps.{}", index); }

bool isLabel(std::string_view text) {
    return !text.empty() && text.size() <= longestLabel && text != "*" && text.front() != ' ' &&
           text.back() != ' ' && text.find_first_of("[],=\n") == std::string_view::npos &&
           !hasControls(text);
}

bool isName(std::string_view text) {
    return !text.empty() && text.size() <= longestLabel && text.front() != '.' &&
           std::ranges::all_of(text, isNameCharacter);
}

bool hasControls(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && byte != '\n') || byte == 0x7F) return true;
        if (byte != 0xC2 || i + 1 == text.size()) continue;
        const auto next = static_cast<unsigned char>(text[i + 1]);
        if (next >= 0x80 && next < 0xA0) return true;
    }
    return false;
}

} // namespace troika
