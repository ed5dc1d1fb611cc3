// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <troika/base/text.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace troika {

/// How long the origin waits before it answers; every length in seconds.
struct Delay {
    enum class Distribution { Fixed, Uniform, Exponential, LogNormal, Pareto };
    Distribution distribution = Distribution::Fixed;
    /// Fixed: {value}; Uniform: {low, high}; Exponential: {mean}; LogNormal: {median, sigma};
    /// Pareto: {scale, shape}. Sigma and shape have no unit. The second is 0 where there is none.
    double first = 0;
    double second = 0;

    bool operator==(const Delay&) const = default;
};

/// A stretch of time within a slice; both in seconds.
struct TimeWindow {
    double at = 0; ///< From the slice's beginning.
    double length = 0;

    bool operator==(const TimeWindow&) const = default;
};
/// In order, and none begins before the one before it has ended.
using TimeWindows = std::vector<TimeWindow>;
inline constexpr std::size_t mostWindows = 16;

/// A setting's value in base units (seconds, bytes, bytes a second, plain number).
/// Integer: int64_t. Quantity and Number: double. Choice: its name. Flag: bool.
using SettingValue = std::variant<bool, std::int64_t, double, std::string, Delay, TimeWindows>;

enum class SettingType { Flag, Integer, Number, Quantity, Choice, Delay, Windows };
enum class Unit { None, Seconds, Bytes, BytesPerSecond };

/// One of the values of a Choice.
struct Choice {
    std::string name;
    Text explanation;
};

/// What a setting needs to have a meaning: another one, a Choice declared before it, that is one of
/// these.
struct OnlyWith {
    std::string setting;
    std::vector<std::string> choices;
};

/// The one declaration of a setting, from which reader, validator, `troika list`, forms and
/// documentation are made.
struct Setting {
    std::string name; ///< "workers"; "payload.input" is the member `input` of an object `payload`.
    SettingType type = SettingType::Integer;
    Unit unit = Unit::None;
    Text title;       ///< A few words, for a form: "Workers".
    Text explanation; ///< One sentence: what it changes.
    /// Filled in where a scenario says nothing. Without one the setting stays absent, unless
    /// `required`.
    std::optional<SettingValue> byDefault;
    bool required = false;
    /// What a form begins with where there is no default.
    std::optional<SettingValue> suggestion = std::nullopt;
    double low = 0; ///< Least and greatest value allowed, in base units (Integer, Number, Quantity,
    double high = 0; ///< and every length of a Delay, and of Windows).
    std::vector<Choice> choices = {};
    /// Where that does not hold, the setting stays absent, and giving it is a finding.
    std::optional<OnlyWith> onlyWith = std::nullopt;
};

/// The settings of one step, one kind of arrivals or one contender: as declared, defaults filled
/// in, in the order of declaration. The getters need a present setting of that type (a bug if not).
class Settings {
public:
    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    [[nodiscard]] const SettingValue* find(std::string_view name) const;
    void set(std::string name, SettingValue value);
    void erase(std::string_view name);

    [[nodiscard]] bool flag(std::string_view name) const;
    [[nodiscard]] std::int64_t integer(std::string_view name) const;
    [[nodiscard]] double number(std::string_view name) const;
    [[nodiscard]] std::uint64_t bytes(std::string_view name) const;
    [[nodiscard]] std::chrono::nanoseconds duration(std::string_view name) const;
    [[nodiscard]] const std::string& choice(std::string_view name) const;
    [[nodiscard]] const Delay& delay(std::string_view name) const;
    [[nodiscard]] const TimeWindows& windows(std::string_view name) const;

    [[nodiscard]] auto begin() const { return m_values.begin(); }
    [[nodiscard]] auto end() const { return m_values.end(); }
    /// In whatever order they were set.
    bool operator==(const Settings& other) const;

private:
    std::vector<std::pair<std::string, SettingValue>> m_values;
};

/// Whether `setting` has a meaning beside these; yes too where what it needs is not there.
[[nodiscard]] bool applies(const Setting& setting, const Settings& beside);

} // namespace troika
