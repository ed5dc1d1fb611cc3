// SPDX-License-Identifier: GPL-3.0-or-later
#include "trial/events.h"

namespace troika {
namespace {

using nlohmann::json;

template <class... Visitors>
struct Overloaded : Visitors... {
    using Visitors::operator()...;
};
template <class... Visitors>
Overloaded(Visitors...) -> Overloaded<Visitors...>;

tl::unexpected<Failure> notUnderstood(const std::string& line) {
    constexpr std::size_t most = 200;
    return failure("protocol", bilingual("A line that does not follow the protocol: {}",
                                         "Строка не по протоколу: {}", line.substr(0, most)));
}

json textJson(const Text& text) { return {{"en", text.en}, {"ru", text.ru}}; }

Text readText(const json& value) {
    return {value.value("en", std::string()), value.value("ru", std::string())};
}

std::vector<Text> readNotes(const json& line) {
    std::vector<Text> notes;
    for (const json& note : line.value("notes", json::array())) notes.push_back(readText(note));
    return notes;
}

json notesJson(const std::vector<Text>& notes) {
    json list = json::array();
    for (const Text& note : notes) list.push_back(textJson(note));
    return list;
}

ReadyEvent readReady(const json& line) {
    return {.seconds = line.value("seconds", 0.0),
            .notes = readNotes(line),
            .sharedBytes = line.value("shared_bytes", std::int64_t{0})};
}

DoneEvent readDone(const json& line) {
    return {.begin = line.at("begin_ns").get<std::int64_t>(),
            .end = line.at("end_ns").get<std::int64_t>(),
            .account = {.userNs = line.at("cpu_user_ns").get<std::int64_t>(),
                        .systemNs = line.at("cpu_system_ns").get<std::int64_t>(),
                        .voluntarySwitches = line.at("voluntary_switches").get<std::int64_t>(),
                        .involuntarySwitches = line.at("involuntary_switches").get<std::int64_t>()},
            .notes = readNotes(line)};
}

Result<Event> eventOf(const std::string& name, const json& event, const std::string& line) {
    if (name == "ready") return readReady(event);
    if (name == "prepared") return PreparedEvent{event.value("seconds", 0.0)};
    if (name == "done") return readDone(event);
    if (name == "settled") return SettledEvent{event.value("seconds", 0.0)};
    if (name == "finished") return FinishedEvent{event.value("seconds", 0.0)};
    if (name == "failed") {
        return FailedEvent{
            {event.value("code", "failed"), readText(event.value("text", json::object()))}};
    }
    return notUnderstood(line);
}

} // namespace

std::string writeOrder(const Order& order) {
    return std::visit(Overloaded{[](const PrepareOrder& prepare) {
                                     return json{{"do", "prepare"},
                                                 {"slice", prepare.slice},
                                                 {"round", prepare.round}};
                                 },
                                 [](const GoOrder&) {
                                     return json{{"do", "go"}};
                                 },
                                 [](const FinishOrder&) {
                                     return json{{"do", "finish"}};
                                 }},
                      order)
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Order> readOrder(const std::string& line) {
    const json order = json::parse(line, nullptr, false);
    if (!order.is_object()) return notUnderstood(line);
    try {
        const std::string name = order.value("do", "");
        if (name == "go") return GoOrder{};
        if (name == "finish") return FinishOrder{};
        if (name == "prepare") {
            return PrepareOrder{order.at("slice").get<std::uint64_t>(),
                                order.at("round").get<std::uint64_t>()};
        }
    } catch (const json::exception&) {
        return notUnderstood(line);
    }
    return notUnderstood(line);
}

std::string writeEvent(const Event& event) {
    return std::visit(
               Overloaded{[](const ReadyEvent& ready) {
                              return json{{"event", "ready"},
                                          {"seconds", ready.seconds},
                                          {"notes", notesJson(ready.notes)},
                                          {"shared_bytes", ready.sharedBytes}};
                          },
                          [](const PreparedEvent& prepared) {
                              return json{{"event", "prepared"}, {"seconds", prepared.seconds}};
                          },
                          [](const DoneEvent& done) {
                              return json{
                                  {"event", "done"},
                                  {"begin_ns", done.begin},
                                  {"end_ns", done.end},
                                  {"cpu_user_ns", done.account.userNs},
                                  {"cpu_system_ns", done.account.systemNs},
                                  {"voluntary_switches", done.account.voluntarySwitches},
                                  {"involuntary_switches", done.account.involuntarySwitches},
                                  {"notes", notesJson(done.notes)}};
                          },
                          [](const SettledEvent& settled) {
                              return json{{"event", "settled"}, {"seconds", settled.seconds}};
                          },
                          [](const FailedEvent& failed) {
                              return json{{"event", "failed"},
                                          {"code", failed.failure.code},
                                          {"text", textJson(failed.failure.text)}};
                          },
                          [](const FinishedEvent& finished) {
                              return json{{"event", "finished"}, {"seconds", finished.seconds}};
                          }},
               event)
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Event> readEvent(const std::string& line) {
    const json event = json::parse(line, nullptr, false);
    if (!event.is_object()) return notUnderstood(line);
    try {
        return eventOf(event.value("event", ""), event, line);
    } catch (const json::exception&) {
        return notUnderstood(line);
    }
}

} // namespace troika
