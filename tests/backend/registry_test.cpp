// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/registry.h"

#include "backend/backend_rig.h"

#include <gtest/gtest.h>

#include <set>
#include <troika/backend/catalogue.h>

namespace troika {
namespace {

TEST(RegistryTest, every_backend_is_found_by_its_name_and_declares_itself_in_both_languages) {
    std::set<std::string> names;
    for (const BackendKind& kind : backendKinds()) {
        const BackendDeclaration& declaration = kind.declaration;
        EXPECT_TRUE(names.insert(declaration.name).second) << declaration.name;
        EXPECT_EQ(backendKind(declaration.name), &kind);
        for (const Text& text : {declaration.title, declaration.explanation}) {
            EXPECT_FALSE(text.en.empty() || text.ru.empty()) << declaration.name;
        }
        EXPECT_TRUE(declaration.demand) << declaration.name;
    }
    EXPECT_EQ(backendKind("thread.poool"), nullptr);
}

/// A setting says all that a form needs, and its default lies within its own range.
void expectWellDeclared(const Setting& setting) {
    for (const Text& text : {setting.title, setting.explanation}) {
        EXPECT_FALSE(text.en.empty() || text.ru.empty()) << setting.name;
    }
    if (!setting.byDefault) return;
    if (const auto* number = std::get_if<std::int64_t>(&*setting.byDefault)) {
        EXPECT_GE(static_cast<double>(*number), setting.low) << setting.name;
        EXPECT_LE(static_cast<double>(*number), setting.high) << setting.name;
    }
    if (const auto* name = std::get_if<std::string>(&*setting.byDefault)) {
        bool found = false;
        for (const Choice& choice : setting.choices) found |= choice.name == *name;
        EXPECT_TRUE(found) << setting.name;
    }
}

TEST(RegistryTest, every_setting_in_the_catalogue_is_well_declared) {
    for (const BackendDeclaration& backend : catalogue().backends) {
        for (const Setting& setting : backend.settings) expectWellDeclared(setting);
    }
    for (const auto* kinds : {&catalogue().steps, &catalogue().arrivals}) {
        for (const Kind& kind : *kinds) {
            for (const Setting& setting : kind.settings) expectWellDeclared(setting);
        }
    }
}

TEST(RegistryTest, tasks_of_a_loop_share_the_connections_of_a_pool_and_lanes_have_their_own) {
    const auto connections = [](const std::string& backend, std::int64_t pool) {
        Scenario scenario = test::downloads(backend, 500, 0);
        scenario.workload.steps[0].settings.set("pool", pool);
        return catalogue().demandOf(scenario, scenario.contenders[0]).connections;
    };
    EXPECT_EQ(connections("async.loop", 0), 500);
    EXPECT_EQ(connections("async.loop", 8), 8);
    EXPECT_EQ(connections("async.loop", 1000), 500);
    EXPECT_EQ(connections("serial", 8), 1);
    EXPECT_EQ(connections("thread.pool", 2), connections("thread.pool", 0));
}

TEST(RegistryTest, the_source_of_all_inputs_is_counted_whoever_works_on_them) {
    const auto memory = [](const std::string& backend, std::int64_t input) {
        Scenario scenario = test::computation(backend, 10);
        scenario.workload.steps[0].settings.set("payload.input", static_cast<double>(input));
        return catalogue().demandOf(scenario, scenario.contenders[0]).memoryBytes;
    };
    constexpr std::int64_t much = 64 << 20;
    for (const BackendDeclaration& backend : catalogue().backends) {
        if (backend.forTests) continue;
        EXPECT_GE(memory(backend.name, much) - memory(backend.name, 0), much) << backend.name;
    }
}

} // namespace
} // namespace troika
