// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <filesystem>
#include <optional>
#include <troika/scenario/json.h>
#include <troika/scenario/validate.h>

namespace troika::ui {

/// The scenario that is being edited: its JSON, as typed, and what the engine says of it. A field
/// may hold something wrong for as long as the user likes; then there are findings and no scenario.
class ScenarioDocument final : public QObject {
    Q_OBJECT
public:
    /// Findings take the machine's limits into account.
    ScenarioDocument(const Catalogue& catalogue, MachineLimits limits, QObject* parent = nullptr);

    /// Opens a scenario file; what is wrong with it otherwise, and then nothing has changed.
    [[nodiscard]] Findings open(const std::filesystem::path& file);
    /// Writes it as it stands, whole or not at all. What went wrong, empty if nothing; what could
    /// not be read again is not written.
    [[nodiscard]] QString save(const std::filesystem::path& file);
    /// A scenario from elsewhere: a result's recipe.
    void setScenario(const Scenario& scenario);
    /// Edits that were made to it before, as json() gave them; they may be wrong.
    void restore(Json json);
    /// Changes one field, by its path as findings name it; null takes it away. Where that leaves
    /// other settings of a step without a meaning, they go, and forms are built anew.
    void set(const QString& path, const Json& value);
    void setMachineLimits(const MachineLimits& limits);

    /// Back to what was opened, or last saved.
    void discard();

    // Changes after which forms are built anew. A new step or contender begins with defaults.
    // Nothing happens while the document is not readable().
    void addStep(const std::string& kind);
    void removeStep(std::size_t place);
    /// Tasks come in another way; what both ways know stays as it is.
    void setArrivals(const std::string& kind);
    void addContender(const std::string& backend);
    /// With it goes the sweep of what it had.
    void removeContender(const std::string& label);
    /// Another swept parameter, beginning with what suggestedSweep() says.
    void addSweep(const std::string& path);
    /// These two also while the document is not readable: what is wrong may be just this.
    void removeSweep(std::size_t place);
    void setSweep(std::size_t place, Json sweep);

    /// As edited, with defaults; the last valid one while there are findings.
    [[nodiscard]] const Scenario& scenario() const { return m_scenario; }
    /// Empty where it can be run.
    [[nodiscard]] const Findings& findings() const { return m_findings; }
    /// Of that field, in words; empty where it is right.
    [[nodiscard]] QString findingAt(const QString& path, Language language) const;
    /// The same without the fields within it.
    [[nodiscard]] QString findingExactlyAt(const QString& path, Language language) const;
    /// Whether it differs from what was opened, or last saved.
    [[nodiscard]] bool modified() const { return m_json != m_saved; }
    /// Whether it could be read from a file: what is wrong, if anything, is so for this machine.
    [[nodiscard]] bool readable() const;
    /// As typed, wrong or not.
    [[nodiscard]] const Json& json() const { return m_json; }
    /// What stands at a field now, as typed; null where there is nothing.
    [[nodiscard]] Json typedAt(const QString& path) const;
    [[nodiscard]] const Catalogue& catalogue() const { return m_catalogue; }

Q_SIGNALS:
    /// Another scenario: forms are to be built anew.
    void replaced();
    /// A field, and with it scenario(), findings() or both.
    void changed();

private:
    void check();
    void rebuild(Json json);
    void dropFromSteps();
    [[nodiscard]] std::vector<std::vector<bool>> meaningsOfSteps() const;

    const Catalogue& m_catalogue;
    MachineLimits m_limits;
    Json m_json;
    Json m_saved; ///< As opened, or last saved.
    Scenario m_scenario;
    Findings m_findings;
};

} // namespace troika::ui
