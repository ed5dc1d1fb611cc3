// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <troika/base/result.h>
#include <troika/scenario/json.h>
#include <vector>

namespace troika {

/// Reads the fields of one JSON object that is not trusted. The first field that is missing or of
/// the wrong type is remembered in `problem` (a path, "points.0.contenders.1.label"); every getter
/// then answers with an empty value. Borrows the document and `problem`.
class JsonFields {
public:
    JsonFields(const Json& object, std::string path, std::string& problem);

    [[nodiscard]] std::string text(const char* key) const;
    [[nodiscard]] double number(const char* key) const;
    [[nodiscard]] std::optional<double> numberOrNull(const char* key) const;
    /// Zero or more, up to 2^53.
    [[nodiscard]] std::int64_t count(const char* key) const;
    [[nodiscard]] int smallCount(const char* key) const; ///< Up to 2^30.
    [[nodiscard]] bool flag(const char* key) const;
    /// `key` in English, `key`_ru in Russian if it is there.
    [[nodiscard]] Text bilingualText(const char* key) const;
    [[nodiscard]] std::optional<Text> bilingualTextOrNull(const char* key) const;
    [[nodiscard]] Json object(const char* key) const;
    [[nodiscard]] JsonFields at(const char* key) const;
    [[nodiscard]] bool isNull(const char* key) const;

    /// Reads each element of an array of objects.
    template <class Read>
    [[nodiscard]] auto list(const char* key, const Read& read) const {
        std::vector<decltype(read(*this))> all;
        const Json& array = find(key);
        if (!array.is_array()) complain(key);
        if (!array.is_array()) return all;
        for (std::size_t i = 0; i < array.size(); ++i)
            all.push_back(
                read(JsonFields(array[i], path(key) + "." + std::to_string(i), m_problem)));
        return all;
    }

    void complain(const char* key) const;

private:
    [[nodiscard]] const Json& find(const char* key) const;
    [[nodiscard]] std::string path(const char* key) const;

    const Json& m_object;
    std::string m_path;
    std::string& m_problem;
};

} // namespace troika
