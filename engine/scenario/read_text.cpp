// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/read_text.h"

#include "scenario/fields.h"
#include "scenario/read_setting.h"
#include "scenario/wording.h"

namespace troika {
namespace {

Text textAllowed() {
    return {"a text, or {\"en\": \"…\", \"ru\": \"…\"}, without control characters",
            "строка или {\"en\": \"…\", \"ru\": \"…\"} без управляющих символов"};
}

std::string readLine(const Json& value, const std::string& field, Findings& findings) {
    if (!value.is_string()) {
        findings.push_back(wrongType(field, value, textAllowed()));
        return {};
    }
    auto line = value.get<std::string>();
    if (!isUtf8(line)) {
        findings.push_back({field, shown(value), {"not UTF-8", "это не UTF-8"}, textAllowed()});
    }
    if (hasControls(line)) {
        findings.push_back({field,
                            shown(value),
                            {"control characters in a text", "в строке управляющие символы"},
                            textAllowed()});
    }
    return line;
}

} // namespace

Text readText(const Json& value, const std::string& field, Findings& findings) {
    if (value.is_string()) return {readLine(value, field, findings), ""};
    if (!value.is_object()) {
        findings.push_back(wrongType(field, value, textAllowed()));
        return {};
    }
    checkKeys(value, field, {"en", "ru"}, findings);
    Text text;
    if (value.contains("en")) text.en = readLine(value["en"], fieldOf(field, "en"), findings);
    if (value.contains("ru")) text.ru = readLine(value["ru"], fieldOf(field, "ru"), findings);
    if (!value.contains("en")) text.en = text.ru;
    if (value.empty()) findings.push_back(missing(fieldOf(field, "en"), textAllowed()));
    return text;
}

Json writeText(const Text& text) {
    Json json = Json::object();
    json["en"] = text.en;
    if (!text.ru.empty()) json["ru"] = text.ru;
    return json;
}

} // namespace troika
