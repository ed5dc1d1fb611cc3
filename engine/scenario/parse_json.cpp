// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/wording.h"

#include <troika/scenario/json.h>

#include <algorithm>
#include <deque>
#include <set>

namespace troika {
namespace {

constexpr std::size_t deepest = 32;
constexpr std::size_t mostKeys = 1000;
constexpr std::size_t mostFindings = 100;

/// "line 3, column 5" of a byte offset; columns count characters.
Text placeOf(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto lines = std::ranges::count(before, '\n');
    const auto lineStart = before.rfind('\n');
    const auto line = lineStart == std::string_view::npos ? before : before.substr(lineStart + 1);
    const auto columns = std::ranges::count_if(
        line, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return bilingual("line {}, column {}", "строка {}, столбец {}", lines + 1, columns + 1);
}

/// Builds the document from the parser's events, and notices what a plain parse hides: a key given
/// twice, too many levels.
class Builder {
public:
    explicit Builder(std::string_view text) : m_text(text) {}

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(Json::number_integer_t value) { return add(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
    bool number_float(Json::number_float_t value, const std::string&) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return open(Json::object()); }
    bool start_array(std::size_t) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }

    bool key(std::string& name) {
        Level& level = m_levels.back();
        if (level.keys.size() >= mostKeys) {
            return refuse({"too many keys in one object", "слишком много ключей в одном объекте"},
                          bilingual("at most {}", "не больше {}", mostKeys));
        }
        level.isDuplicate = !level.keys.insert(name).second;
        level.key = name;
        if (level.isDuplicate && findings.size() < mostFindings) {
            findings.push_back({pathHere(),
                                "",
                                {"this key is given twice in one object",
                                 "этот ключ задан дважды в одном объекте"},
                                {"each key once", "каждый ключ один раз"}});
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string& token, const Json::exception& error) {
        const Text place = placeOf(m_text, position == 0 ? 0 : position - 1);
        const bool isRange = dynamic_cast<const Json::out_of_range*>(&error) != nullptr;
        const Text problem = isRange ? Text{"number too large", "слишком большое число"}
                                     : Text{"not valid JSON", "это не JSON: ошибка синтаксиса"};
        findings = {{"",
                     shownPlain(token),
                     bilingual("{} at {}", "{} ({})", problem, place),
                     {"JSON: keys and texts in double quotes, no comments, no comma before a "
                      "closing bracket",
                      "JSON: ключи и строки в двойных кавычках, без комментариев, без запятой "
                      "перед закрывающей скобкой"}}};
        return false;
    }

    Json document;
    Findings findings;

private:
    struct Level {
        Json* container;
        std::string key;
        std::set<std::string> keys;
        bool isDuplicate = false;
    };

    /// Where the next value belongs; a duplicate's value goes nowhere.
    Json* place(Json value) {
        if (m_levels.empty()) return &(document = std::move(value));
        Level& level = m_levels.back();
        if (level.container->is_array()) {
            level.container->push_back(std::move(value));
            return &level.container->back();
        }
        if (level.isDuplicate) return &(m_discarded.emplace_back(std::move(value)));
        return &((*level.container)[level.key] = std::move(value));
    }

    template <class T>
    bool add(T&& value) {
        place(Json(std::forward<T>(value)));
        return true;
    }

    bool open(Json container) {
        if (m_levels.size() < deepest) {
            Json* here = place(std::move(container));
            m_levels.push_back({here, {}, {}});
            return true;
        }
        return refuse({"nested too deeply", "слишком глубокая вложенность"},
                      bilingual("at most {} levels", "не больше {} уровней", deepest));
    }

    bool refuse(Text problem, Text allowed) {
        findings = {{pathHere(), "", std::move(problem), std::move(allowed)}};
        return false;
    }

    bool close() {
        m_levels.pop_back();
        return true;
    }

    [[nodiscard]] std::string pathHere() const {
        std::string path;
        for (const Level& level : m_levels) {
            if (!path.empty()) path += '.';
            if (level.container->is_array()) {
                const std::size_t begun = &level == &m_levels.back() ? 0 : 1;
                path += fmt::format("{}", level.container->size() - begun);
            } else {
                path += shownPlain(level.key);
            }
        }
        return path;
    }

    std::string_view m_text;
    std::vector<Level> m_levels;
    std::deque<Json> m_discarded;
};

} // namespace

bool isUtf8(const std::string& text) {
    try {
        (void)Json(text).dump();
        return true;
    } catch (const Json::exception&) {
        return false;
    }
}

tl::expected<Json, Findings> parseJson(std::string_view text, std::size_t mostBytes) {
    if (text.size() > mostBytes) {
        return tl::unexpected(
            Findings{{"",
                      fmt::format("{} B", text.size()),
                      {"too large for this kind of file", "слишком большой файл такого вида"},
                      bilingual("at most {}", "не больше {}",
                                writeQuantity(static_cast<double>(mostBytes), Unit::Bytes))}});
    }
    Builder builder(text);
    const bool isWhole = Json::sax_parse(text, &builder);
    if (!isWhole || !builder.findings.empty()) return tl::unexpected(builder.findings);
    return std::move(builder.document);
}

} // namespace troika
