// SPDX-License-Identifier: GPL-3.0-or-later
#include "workload/disk_plan.h"

#include <cmath>

namespace troika {
namespace {

constexpr double kibi = 1024;
constexpr double mebi = 1024 * kibi;
constexpr double gibi = 1024 * mebi;

Setting choice(std::string name, Text title, Text explanation, std::string byDefault,
               std::vector<Choice> choices) {
    return {.name = std::move(name),
            .type = SettingType::Choice,
            .title = std::move(title),
            .explanation = std::move(explanation),
            .byDefault = std::move(byDefault),
            .choices = std::move(choices)};
}

Setting size(std::string name, Text title, Text explanation, double byDefault, double low,
             double high) {
    return {.name = std::move(name),
            .type = SettingType::Quantity,
            .unit = Unit::Bytes,
            .title = std::move(title),
            .explanation = std::move(explanation),
            .byDefault = byDefault,
            .low = low,
            .high = high};
}

Setting onlyWith(std::vector<std::string> operations, Setting setting) {
    setting.onlyWith = OnlyWith{"operation", std::move(operations)};
    return setting;
}

std::vector<Setting> whatIsDone() {
    Setting blocks{.name = "blocks",
                   .type = SettingType::Integer,
                   .title = {"Blocks", "Блоков"},
                   .explanation = {"How many blocks a task reads or writes, one after the other; "
                                   "where it creates files, each is a file.",
                                   "Сколько блоков задача читает или пишет, один за другим; если "
                                   "она создаёт файлы, каждый — отдельный файл."},
                   .byDefault = std::int64_t{1},
                   .low = 1,
                   .high = 65536};
    return {
        choice("operation", {"Operation", "Операция"},
               {"What a task does with its blocks.", "Что задача делает со своими блоками."},
               "read",
               {{"read", {"reads them and checks them", "читает их и проверяет"}},
                {"write", {"writes them anew", "записывает их заново"}},
                {"append",
                 {"appends them to the one file that all tasks write to",
                  "дописывает их в конец общего для всех задач файла"}},
                {"create",
                 {"makes a directory and in it a file of each",
                  "создаёт каталог и в нём по файлу на каждый блок"}}}),
        onlyWith({"read", "write"},
                 choice("pattern", {"Pattern", "Порядок"},
                        {"Where in the file the blocks lie.", "Где в файле лежат блоки."}, "random",
                        {{"random", {"all over the file", "вразброс по всему файлу"}},
                         {"sequential", {"one after the other", "подряд"}}})),
        size("block", {"Block", "Блок"},
             {"Bytes moved by one call; for cache \"direct\" a multiple of 512 B.",
              "Сколько байт переносит один вызов; при cache \"direct\" кратно 512 Б."},
             4 * kibi, 512, 16 * mebi),
        blocks,
        onlyWith({"read", "write"},
                 size("file_size", {"File size", "Размер файла"},
                      {"Size of the file that the blocks lie in; each contender has its own.",
                       "Размер файла, в котором лежат блоки; у каждого участника он свой."},
                      64 * mebi, 4 * kibi, 64 * gibi))};
}

std::vector<Setting> howItIsKept() {
    return {
        onlyWith({"read", "write", "append"},
                 choice("cache", {"Page cache", "Страничный кеш"},
                        {"What stands between a task and the disk.",
                         "Что стоит между задачей и диском."},
                        "buffered",
                        {{"buffered",
                          {"the system's page cache, warm", "страничный кеш системы, прогретый"}},
                         {"dropped",
                          {"the page cache, emptied before every slice",
                           "страничный кеш, очищаемый перед каждым отрезком"}},
                         {"direct",
                          {"nothing: O_DIRECT, where the file system has it",
                           "ничего: O_DIRECT, если его поддерживает файловая система"}}})),
        choice("sync", {"Sync", "Сброс на диск"},
               {"When written blocks have to be on the disk.",
                "Когда записанные блоки обязаны оказаться на диске."},
               "none",
               {{"none", {"after the slice, not measured", "после отрезка, вне измерения"}},
                {"task",
                 {"before its task ends (fdatasync; of new files fsync, each)",
                  "до конца задачи (fdatasync; для новых файлов — fsync каждого)"}}})};
}

bool isMultipleOf512(double bytes) { return std::fmod(bytes, 512) == 0; }

void checkCache(const Settings& settings, const std::string& path, Findings& findings) {
    if (!settings.has("cache")) return;
    const double block = settings.number("block");
    if (settings.choice("cache") == "direct" && !isMultipleOf512(block)) {
        findings.push_back(
            {path + ".block",
             fmt::format("{}", block),
             {"O_DIRECT moves whole sectors only", "O_DIRECT переносит только целые секторы"},
             {"a multiple of 512 B", "кратное 512 Б"}});
    }
    if (settings.choice("cache") == "dropped" && settings.choice("operation") == "append") {
        findings.push_back({path + ".cache",
                            "\"dropped\"",
                            {"nothing of the file is cached: it is empty before every slice",
                             "в кеше ничего от файла нет: перед каждым отрезком он пуст"},
                            {"\"buffered\" or \"direct\"", "\"buffered\" или \"direct\""}});
    }
}

void checkDisk(const Settings& settings, const std::string& path, Findings& findings) {
    checkCache(settings, path, findings);
    const double block = settings.number("block");
    const auto blocks = static_cast<double>(settings.integer("blocks"));
    const double fileSize =
        settings.has("file_size") ? settings.number("file_size") : block * blocks;
    if (fileSize < block * blocks) {
        findings.push_back({path + ".file_size",
                            fmt::format("{}", fileSize),
                            {"the file is smaller than the blocks of one task (block × blocks)",
                             "файл меньше, чем блоки одной задачи (block × blocks)"},
                            bilingual("at least {} B", "не меньше {} Б", block * blocks)});
    }
    if (settings.choice("sync") == "task" && settings.choice("operation") == "read") {
        findings.push_back(
            {path + ".sync",
             "\"task\"",
             {"there is nothing to sync after reading", "после чтения сбрасывать на диск нечего"},
             {"\"none\", or operation \"write\"", "\"none\" либо operation \"write\""}});
    }
}

DiskGrowth growthOf(const Settings& settings) {
    constexpr std::uint64_t unit = 4096; // What a small file and a directory take.
    const auto blocks = static_cast<std::uint64_t>(settings.integer("blocks"));
    const std::uint64_t block = settings.bytes("block");
    if (settings.choice("operation") == "append") return {block * blocks, 0};
    if (settings.choice("operation") != "create") return {};
    return {(block + unit - 1) / unit * unit * blocks + unit, blocks + 1};
}

} // namespace

Kind diskDeclaration() {
    std::vector<Setting> settings = whatIsDone();
    for (Setting& setting : howItIsKept()) settings.push_back(std::move(setting));
    return {.name = "disk",
            .title = {"Disk", "Диск"},
            .explanation = {"Reads, writes or appends blocks of a real file, or makes many small "
                            "ones, and checks them.",
                            "Читает, пишет или дописывает блоки настоящего файла либо создаёт "
                            "много маленьких и проверяет их."},
            .settings = std::move(settings),
            .check = checkDisk,
            .laneBytes =
                [](const Settings& disk) { return static_cast<std::int64_t>(disk.bytes("block")); },
            .diskGrowth = growthOf};
}

} // namespace troika
