// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/delay_shape.h"
#include "scenario/field_path.h"
#include "scenario/sweep_json.h"
#include "scenario/wording.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace troika {
namespace {

constexpr std::size_t mostParts = 32;

using Parts = std::span<const PathPart>;

/// What one --set carries through the document.
struct Change {
    std::string path; ///< As written, for findings.
    Json value;
    Findings findings;

    bool refuse(Text problem, Text allowed) {
        findings.push_back({path, shown(value), std::move(problem), std::move(allowed)});
        return false;
    }
};

bool apply(Json& here, Parts rest, Change& change);

/// A contender's label, as the reader will find it.
std::string labelOf(const Json& entry) {
    if (!entry.is_object()) return {};
    for (const char* key : {"label", "backend"}) {
        const auto place = entry.find(key);
        if (place != entry.end() && place->is_string()) return place->get<std::string>();
    }
    return {};
}

bool applyToLabel(Json& list, Parts rest, Change& change) {
    const std::string& wanted = rest.front().text;
    std::vector<std::string> labels;
    bool isFound = false;
    for (Json& entry : list) {
        labels.push_back(labelOf(entry));
        if (wanted != "*" && labels.back() != wanted) continue;
        isFound = true;
        if (!apply(entry, rest.subspan(1), change)) return false;
    }
    if (isFound) return true;
    Finding finding = unknownWord(change.path, change.value, {"no such label", "нет такой метки"},
                                  wanted, labels);
    finding.allowed.en += ", or *";
    finding.allowed.ru += " или *";
    change.findings.push_back(std::move(finding));
    return false;
}

bool applyToIndex(Json& list, Parts rest, Change& change) {
    const std::string& text = rest.front().text;
    std::size_t index = 0;
    const char* end = text.data() + text.size();
    const bool isNumber = std::from_chars(text.data(), end, index).ptr == end;
    if (isNumber && index < list.size()) return apply(list[index], rest.subspan(1), change);
    if (list.empty()) {
        return change.refuse({"the list is empty", "список пуст"},
                             {"a path to what is there", "путь к тому, что есть"});
    }
    return change.refuse(
        bilingual("no entry {} in this list", "в этом списке нет записи {}", shownPlain(text)),
        bilingual("a number from 0 to {}", "число от 0 до {}", list.size() - 1));
}

/// The distribution that has this parameter; null for a word that is none.
const DelayShape* shapeWith(std::string_view parameter) {
    const auto place = std::ranges::find_if(delayShapes, [parameter](const DelayShape& shape) {
        return shape.first == parameter || shape.second == parameter;
    });
    return place == delayShapes.end() ? nullptr : &*place;
}

/// A delay that was a plain quantity, or nothing, becomes the object in which `parameter` fits;
/// false where it fits in none.
bool becomeDelay(Json& here, std::string_view parameter) {
    const auto& fixed = delayShapes.front();
    const Json before = here;
    Json object = Json::object();
    if (parameter == distributionKey) {
        object[std::string(distributionKey)] = fixed.name;
        if (!before.is_null()) object[std::string(fixed.first)] = before;
    } else if (const DelayShape* shape = shapeWith(parameter)) {
        object[std::string(distributionKey)] = shape->name;
    } else {
        return false;
    }
    here = std::move(object);
    return true;
}

bool applyToKey(Json& here, Parts rest, Change& change) {
    const std::string& key = rest.front().text;
    const bool isPlain = here.is_null() || here.is_string() || here.is_number();
    const bool isDelay = isPlain && rest.size() == 1 && becomeDelay(here, key);
    if (!isDelay && here.is_null()) here = Json::object();
    if (here.is_object() && rest.size() == 1 && change.value.is_null()) {
        here.erase(key);
        return true;
    }
    if (here.is_object()) return apply(here[key], rest.subspan(1), change);
    return change.refuse(bilingual("{} is inside of something that has no fields",
                                   "{} указано внутри того, у чего нет полей", shownPlain(key)),
                         {"a path to a field", "путь к полю"});
}

bool apply(Json& here, Parts rest, Change& change) {
    if (rest.empty()) {
        here = change.value;
        return true;
    }
    if (!rest.front().isLabel) {
        return here.is_array() ? applyToIndex(here, rest, change) : applyToKey(here, rest, change);
    }
    if (here.is_array()) return applyToLabel(here, rest, change);
    return change.refuse({"brackets fit a list alone", "скобки подходят только к списку"},
                         {"backends[LABEL] or backends[*]", "backends[МЕТКА] или backends[*]"});
}

/// A sweep's calibrated amounts are of its values and of the kernels of the steps: where `changed`
/// was one of these, they hold no longer.
void forgetAmounts(Json& document, Parts changed) {
    const auto place = document.is_object() ? document.find("sweep") : document.end();
    if (!document.is_object() || place == document.end() || changed.back().text == amountsKey) {
        return;
    }
    std::vector<Json*> sweeps;
    if (place->is_object()) sweeps.push_back(&*place);
    if (place->is_array()) {
        for (Json& one : *place) sweeps.push_back(&one);
    }
    const std::string& last = changed.back().text;
    const bool isStep = changed.front().text == "workload" && changed.size() <= 3 &&
                        (changed.size() == 1 || changed[1].text == "steps");
    const bool isOfAll = isStep || last == "kernel" || last == "kind";
    for (std::size_t i = 0; i < sweeps.size(); ++i) {
        const bool isItself = changed.front().text == "sweep" && changed.size() > 1 &&
                              (place->is_object() || changed[1].text == std::to_string(i));
        if ((isOfAll || isItself) && sweeps[i]->is_object()) sweeps[i]->erase(amountsKey);
    }
}

} // namespace

Findings setField(Json& document, std::string_view path, Json value) {
    const auto parts = parsePath(path);
    if (!parts) {
        return {{shownPlain(path),
                 "",
                 {"not a path", "это не путь"},
                 {"such as rounds, workload.steps.0.delay or backends[LABEL].workers",
                  "например rounds, workload.steps.0.delay или backends[МЕТКА].workers"}}};
    }
    if (parts->size() > mostParts) {
        return {{shownPlain(path),
                 "",
                 {"path too long", "слишком длинный путь"},
                 bilingual("at most {} parts", "не больше {} частей", mostParts)}};
    }
    Change change{shownPlain(path), std::move(value), {}};
    Json changed = document;
    if (!apply(changed, *parts, change)) return change.findings;
    document = std::move(changed);
    forgetAmounts(document, *parts);
    return change.findings;
}

Findings setField(Json& document, std::string_view pathAndValue) {
    const auto sign = pathAndValue.find('=');
    const std::string_view path = pathAndValue.substr(0, sign);
    if (sign == std::string_view::npos || !parsePath(path)) {
        return {{shownPlain(path),
                 shownPlain(pathAndValue),
                 {"not PATH=VALUE", "это не ПУТЬ=ЗНАЧЕНИЕ"},
                 {"such as rounds=5, workload.steps.0.delay=20ms or backends[LABEL].workers=8",
                  "например rounds=5, workload.steps.0.delay=20ms или backends[МЕТКА].workers=8"}}};
    }
    const std::string_view written = pathAndValue.substr(sign + 1);
    auto parsed = parseJson(written);
    return setField(document, path, parsed ? std::move(*parsed) : Json(std::string(written)));
}

} // namespace troika
