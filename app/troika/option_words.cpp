// SPDX-License-Identifier: GPL-3.0-or-later
#include "option_words.h"

#include <array>

namespace troika::cli::words {

Text about() {
    return {"Troika races threads, processes and async on the same work: who wins, by how much, "
            "and at what cost.",
            "Troika устраивает состязания потоков, процессов и async на одной и той же работе: кто "
            "быстрее, насколько и какой ценой."};
}
Text usage() { return {"Usage", "Использование"}; }
Text optionsInUsage() { return {"OPTIONS", "ПАРАМЕТРЫ"}; }
Text commandInUsage() { return {"COMMAND", "КОМАНДА"}; }
Text arguments() { return {"Arguments", "Аргументы"}; }
Text commands() { return {"Commands", "Команды"}; }
Text options() { return {"Options", "Параметры"}; }
Text folder() { return {"DIR", "ПАПКА"}; }
Text help() { return {"Print this help and leave", "Показать эту справку и выйти"}; }
Text version() { return {"Print the version and leave", "Показать версию и выйти"}; }
Text lang() {
    return {"Language of everything said (default: the locale's)",
            "Язык всех сообщений (по умолчанию — из локали)"};
}

Text run() {
    return {"Race; the result goes to standard output, progress to standard error",
            "Провести состязание; результат — в стандартный вывод, ход — в поток ошибок"};
}
Text runSubject() {
    return {"A scenario file, a result to repeat, or the name of a bundled scenario",
            "Файл сценария, результат для повторения или имя встроенного сценария"};
}
Text set() {
    return {"Change one field, such as workload.steps.0.delay.mean=10ms, backends[pool].workers=8 "
            "or backends[*].workers=8; may be repeated",
            "Изменить одно поле, например workload.steps.0.delay.mean=10ms, "
            "backends[pool].workers=8 или backends[*].workers=8; можно повторять"};
}
Text backends() {
    return {"Only the contenders with these labels", "Только участники с этими метками"};
}
Text rounds() { return {"How many rounds", "Сколько раундов"}; }
Text seed() { return {"What everything random is drawn from", "Из чего берётся всё случайное"}; }
Text maxTime() {
    return {"Begin no further round after this time, such as 60s or 2min",
            "Не начинать новый раунд по истечении этого времени, например 60s или 2min"};
}
Text dryRun() {
    return {
        "Say what is wrong, or what would be done and about how long it takes; start nothing",
        "Сказать, что не так, либо что будет сделано и сколько это займёт; ничего не запускать"};
}
Text out() { return {"Write files into this folder as well", "Записать также файлы в эту папку"}; }
Text format() {
    return {"Which files (default: troika,json,csv; charts: png,svg,pdf)",
            "Какие файлы (по умолчанию troika,json,csv; диаграммы: png,svg,pdf)"};
}
Text json() {
    return {"Print the result as JSON instead of a table",
            "Вывести результат в JSON вместо таблицы"};
}
Text quiet() {
    return {"Say nothing on standard error unless something is wrong",
            "Ничего не сообщать в поток ошибок, если всё в порядке"};
}
Text diskDir() {
    return {"Where the disk workload makes its own folder (default: $TMPDIR on a disk, else "
            "/var/tmp)",
            "Где дисковая нагрузка создаёт свою папку (по умолчанию $TMPDIR на диске, иначе "
            "/var/tmp)"};
}

Text show() {
    return {"Print a result again, without racing", "Показать результат снова, без состязания"};
}
Text showSubject() { return {"A .troika file or a result.json", "Файл .troika или result.json"}; }
Text list() { return {"List what there is to run", "Перечислить, что можно запустить"}; }
Text listSubject() { return {"What to list", "Что перечислить"}; }
Text listJson() { return {"As JSON, in both languages", "В JSON, на обоих языках"}; }
Text doctor() {
    return {"Tell what this machine offers and forbids, and how to mend it",
            "Рассказать, что эта машина позволяет и запрещает и как это исправить"};
}

Text oneOf(const std::string& names) { return bilingual("one of: {}", "одно из: {}", names); }

Text atLeastZero() { return {"a whole number from 0 on", "целое число от 0"}; }

namespace {

/// A mistake as CLI11, which speaks English alone, tells it: words around what it is about. And how
/// it is said here.
struct Mistake {
    std::string_view before;
    std::string_view after;
    Text said; ///< What comes before its subject.
};

Text usageProblem(const std::string& kind, const std::string& what) {
    static const std::array mistakes{
        Mistake{"not expected: ", "", {"Not understood: ", "Непонятный аргумент: "}},
        Mistake{"Could not convert: ", "", {"Not a value that fits: ", "Недопустимое значение: "}},
        Mistake{"", ": 1 required", {"A value is missing after ", "Нет значения у параметра "}},
        Mistake{"", ": At Most 1", {"Given more than once: ", "Указано несколько раз: "}},
        Mistake{"", " is required", {"Missing: ", "Не хватает: "}}};
    if (kind == "ValidationError") return {what, what}; // Said by us.
    if (what.starts_with("A subcommand")) {
        return {"Missing: a command", "Не хватает команды"};
    }
    for (const Mistake& mistake : mistakes) {
        const std::size_t before = what.find(mistake.before);
        const std::size_t after = what.find(mistake.after);
        if (before == std::string::npos || after == std::string::npos) continue;
        const std::size_t from = before + mistake.before.size();
        const std::string subject =
            what.substr(from, mistake.after.empty() ? std::string::npos : after - from);
        return bilingual("{}{}", "{}{}", mistake.said, subject);
    }
    return {what, "Ошибка в командной строке: " + what};
}

} // namespace

Text badUsage(const std::string& kind, const std::string& what) {
    const Text hint{"\nSee troika --help and troika COMMAND --help.",
                    "\nСм. troika --help и troika КОМАНДА --help."};
    const Text problem = usageProblem(kind, what);
    return {problem.en + hint.en, problem.ru + hint.ru};
}

} // namespace troika::cli::words
