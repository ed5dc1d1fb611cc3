// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "language.h"
#include "option_words.h"
#include "window.h"
#include "words.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <troika/result/result.h>
#include <troika/run/machine.h>
#include <troika/scenario/json.h>

namespace troika::cli {
namespace {

/// What options are written into first; those that need more than their text are read afterwards.
struct Written {
    std::string language;
    std::string labels;
    std::string maxTime;
    std::string formats;
    std::string out;
    std::string diskDirectory;
    std::int64_t rounds = 0;
    std::uint64_t seed = 0;
};

std::vector<std::string> splitAtCommas(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        if (end > begin) parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

class CommandLine {
public:
    explicit CommandLine(Language language) : m_app(say(words::about()), "troika") {
        m_options.language = language;
        m_app.set_help_flag("-h,--help", say(words::help()));
        m_app.set_version_flag("--version", "troika " + thisTroika(), say(words::version()));
        m_app.fallthrough();
        m_app.add_option("--lang", m_written.language, say(words::lang()))
            ->check([this](const std::string& name) {
                return languageNamed(name) ? std::string() : say(words::oneOf("en, ru"));
            })
            ->type_name("en|ru");
        addRun();
        addShow();
        addList();
        addDoctor();
        nameGroups();
    }

    std::variant<Options, EndNow> read(int count, const char* const* arguments) {
        try {
            m_app.parse(count, arguments);
        } catch (const CLI::Success& success) {
            return EndNow{m_app.exit(success)};
        } catch (const CLI::ParseError& error) {
            return complain(words::badUsage(error.get_name(), error.what()));
        }
        return finish();
    }

private:
    [[nodiscard]] std::string say(const Text& text) const { return text.in(m_options.language); }

    CLI::App* command(const char* name, Command meant, const Text& what) {
        CLI::App* added = m_app.add_subcommand(name, say(what));
        added->fallthrough();
        added->set_help_flag("-h,--help", say(words::help()));
        added->footer("--lang en|ru: " + say(words::lang()) + "\n");
        added->callback([this, meant] { m_options.command = meant; });
        m_commands.push_back(added);
        return added;
    }

    void addRun() {
        CLI::App* run = command("run", Command::Run, words::run());
        run->add_option("SCENARIO|RESULT|NAME", m_options.subject, say(words::runSubject()))
            ->required()
            ->type_name("");
        run->add_option("--set", m_options.settings, say(words::set()))
            ->type_name(say({"PATH=VALUE", "ПУТЬ=ЗНАЧЕНИЕ"}))
            ->allow_extra_args(false);
        m_labels = run->add_option("--backends", m_written.labels, say(words::backends()))
                       ->type_name("A,B");
        m_rounds =
            run->add_option("--rounds", m_written.rounds, say(words::rounds()))->type_name("N");
        m_seed = run->add_option("--seed", m_written.seed, say(words::seed()))
                     ->check([this](const std::string& text) {
                         return text.starts_with('-') ? say(words::atLeastZero()) : std::string();
                     })
                     ->type_name("N");
        run->add_option("--max-time", m_written.maxTime, say(words::maxTime()))
            ->type_name(say({"TIME", "ВРЕМЯ"}));
        run->add_flag("--dry-run", m_options.dryRun, say(words::dryRun()));
        addOutput(run);
        run->add_option("--disk-dir", m_written.diskDirectory, say(words::diskDir()))
            ->type_name(say(words::folder()));
    }

    void addShow() {
        CLI::App* show = command("show", Command::Show, words::show());
        show->add_option("RESULT", m_options.subject, say(words::showSubject()))
            ->required()
            ->type_name("");
        addOutput(show);
    }

    void addOutput(CLI::App* to) {
        to->add_option("--out", m_written.out, say(words::out()))->type_name(say(words::folder()));
        to->add_option("--format", m_written.formats, say(words::format()))
            ->type_name("troika,json,csv");
        to->add_flag("--json", m_options.json, say(words::json()));
        to->add_flag("--quiet", m_options.quiet, say(words::quiet()));
    }

    void addList() {
        CLI::App* list = command("list", Command::List, words::list());
        list->add_option("scenarios|backends", m_options.subject, say(words::listSubject()))
            ->required()
            ->check([this](const std::string& what) {
                const bool known = what == "scenarios" || what == "backends";
                return known ? std::string() : say(words::oneOf("scenarios, backends"));
            })
            ->type_name("");
        list->add_flag("--json", m_options.json, say(words::listJson()));
    }

    void addDoctor() {
        CLI::App* doctor = command("doctor", Command::Doctor, words::doctor());
        doctor->add_flag("--json", m_options.json, say(words::listJson()));
        doctor->add_option("--disk-dir", m_written.diskDirectory, say(words::diskDir()))
            ->type_name(say(words::folder()));
    }

    void nameGroups() {
        auto labels = std::make_shared<CLI::Formatter>();
        labels->column_width(34);
        labels->label("REQUIRED", "");
        labels->label("Usage", say(words::usage()));
        labels->label("OPTIONS", say(words::optionsInUsage()));
        labels->label("SUBCOMMAND", say(words::commandInUsage()));
        labels->label("Positionals", say(words::arguments()));
        m_app.formatter(labels);
        for (CLI::App* one : m_commands) {
            one->formatter(labels);
            one->group(say(words::commands()));
        }
        std::vector<CLI::App*> all = m_commands;
        all.push_back(&m_app);
        for (CLI::App* app : all) {
            for (CLI::Option* option : app->get_options()) {
                if (option->nonpositional()) option->group(say(words::options()));
            }
        }
    }

    std::variant<Options, EndNow> finish() {
        if (!m_written.language.empty()) {
            m_options.language = *languageNamed(m_written.language);
        }
        if (m_rounds->count() > 0) m_options.rounds = m_written.rounds;
        if (m_seed->count() > 0) m_options.seed = m_written.seed;
        if (m_labels->count() > 0) m_options.labels = splitAtCommas(m_written.labels);
        m_options.out = m_written.out;
        m_options.diskDirectory = m_written.diskDirectory;
        if (m_options.diskDirectory.empty()) m_options.diskDirectory = defaultDiskBase();
        if (!m_written.maxTime.empty()) {
            const auto seconds = readQuantity(m_written.maxTime, Unit::Seconds);
            constexpr double mostSeconds = 1e9;
            if (!seconds || !(*seconds > 0) || *seconds > mostSeconds) {
                return complain(words::badDuration(m_written.maxTime));
            }
            m_options.maxTime = std::chrono::nanoseconds(static_cast<std::int64_t>(*seconds * 1e9));
        }
        return readFormats();
    }

    std::variant<Options, EndNow> readFormats() {
        if (!m_written.formats.empty() && m_options.out.empty()) {
            return complain(words::formatNeedsFolder());
        }
        for (const std::string& name : splitAtCommas(m_written.formats)) {
            if (name == "troika") {
                m_options.formats.insert(Format::Troika);
            } else if (name == "json") {
                m_options.formats.insert(Format::Json);
            } else if (name == "csv") {
                m_options.formats.insert(Format::Csv);
            } else if (name == "png" || name == "svg" || name == "pdf") {
                if (!windowProgram()) return complain(words::noCharts(name));
                m_options.charts.insert(name);
            } else {
                return complain(words::unknownFormat(name));
            }
        }
        return m_options;
    }

    [[nodiscard]] EndNow complain(const Text& text) const {
        fmt::print(stderr, "troika: {}\n", say(text));
        return {2};
    }

    Options m_options;
    Written m_written;
    CLI::App m_app;
    std::vector<CLI::App*> m_commands;
    CLI::Option* m_rounds = nullptr;
    CLI::Option* m_seed = nullptr;
    CLI::Option* m_labels = nullptr;
};

} // namespace

std::variant<Options, EndNow> readOptions(int count, const char* const* arguments) {
    return CommandLine(chooseLanguage(count, arguments)).read(count, arguments);
}

} // namespace troika::cli
