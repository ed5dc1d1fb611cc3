// SPDX-License-Identifier: GPL-3.0-or-later
#include "result/json_fields.h"

#include <utility>

namespace troika {

namespace {

const Json nothing;

constexpr std::int64_t mostExact = std::int64_t{1} << 53;
constexpr std::int64_t mostSmall = std::int64_t{1} << 30;

} // namespace

JsonFields::JsonFields(const Json& object, std::string path, std::string& problem)
    : m_object(object), m_path(std::move(path)), m_problem(problem) {
    if (!object.is_object() && m_problem.empty()) m_problem = m_path;
}

const Json& JsonFields::find(const char* key) const {
    if (!m_object.is_object()) return nothing;
    const auto found = m_object.find(key);
    return found == m_object.end() ? nothing : *found;
}

std::string JsonFields::path(const char* key) const {
    return m_path.empty() ? std::string(key) : m_path + "." + key;
}

void JsonFields::complain(const char* key) const {
    if (m_problem.empty()) m_problem = path(key);
}

std::string JsonFields::text(const char* key) const {
    const Json& value = find(key);
    if (value.is_string()) return value.get<std::string>();
    complain(key);
    return {};
}

double JsonFields::number(const char* key) const {
    const Json& value = find(key);
    if (value.is_number()) return value.get<double>();
    complain(key);
    return 0;
}

std::optional<double> JsonFields::numberOrNull(const char* key) const {
    if (isNull(key)) return std::nullopt;
    return number(key);
}

std::int64_t JsonFields::count(const char* key) const {
    const Json& value = find(key);
    if (value.is_number_unsigned() && value.get<std::uint64_t>() <= std::uint64_t{mostExact})
        return value.get<std::int64_t>();
    if (value.is_number_integer() && !value.is_number_unsigned() &&
        value.get<std::int64_t>() >= 0 && value.get<std::int64_t>() <= mostExact)
        return value.get<std::int64_t>();
    complain(key);
    return 0;
}

int JsonFields::smallCount(const char* key) const {
    const std::int64_t value = count(key);
    if (value <= mostSmall) return static_cast<int>(value);
    complain(key);
    return 0;
}

bool JsonFields::flag(const char* key) const {
    const Json& value = find(key);
    if (value.is_boolean()) return value.get<bool>();
    complain(key);
    return false;
}

Text JsonFields::bilingualText(const char* key) const {
    const std::string russian = std::string(key) + "_ru";
    Text both{text(key), {}};
    if (!isNull(russian.c_str())) both.ru = text(russian.c_str());
    return both;
}

std::optional<Text> JsonFields::bilingualTextOrNull(const char* key) const {
    if (isNull(key)) return std::nullopt;
    return bilingualText(key);
}

Json JsonFields::object(const char* key) const {
    const Json& value = find(key);
    if (value.is_object()) return value;
    complain(key);
    return Json::object();
}

JsonFields JsonFields::at(const char* key) const { return {find(key), path(key), m_problem}; }

bool JsonFields::isNull(const char* key) const { return find(key).is_null(); }

} // namespace troika
