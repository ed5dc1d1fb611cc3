// SPDX-License-Identifier: GPL-3.0-or-later
// The whole way from gallery to export, with contenders whose figures are known beforehand.
#include "models/board_model.h"
#include "models/user_folders.h"
#include "ui/window_fixture.h"

#include <QCheckBox>
#include <QDialog>
#include <QFile>
#include <QTableView>
#include <fstream>

namespace troika::ui {
namespace {

constexpr const char* known = R"({
  "schema": "troika-scenario/1",
  "name": "known",
  "title": {"en": "Known beforehand", "ru": "Известно заранее"},
  "workload": {"steps": [{"kind": "compute", "amount": 1}],
               "arrivals": {"kind": "batch", "tasks": 200}},
  "backends": [{"backend": "fake", "label": "one", "service": "1 ms"},
               {"backend": "fake", "label": "two", "service": "1 ms", "lanes": 2},
               {"backend": "fake", "label": "dies", "service": "1 ms", "die_in_slice": 3}],
  "baseline": "one",
  "rounds": 6
})";

class FakeRaceTest : public WithOwnFolders {
protected:
    FakeRaceTest() {
        std::filesystem::create_directories(scenariosFolder());
        std::ofstream(scenariosFolder() / "known.json") << known;
        m_window.emplace(WindowOptions{.language = Language::English, .diskBase = "/var/tmp"});
        m_window->show();
    }
    template <class T>
    T* find(const char* name) {
        return m_window->findChild<T*>(name);
    }
    void choose(const QString& title) {
        auto* gallery = find<QListWidget>("gallery");
        const auto entries = gallery->findItems(title, Qt::MatchStartsWith);
        ASSERT_EQ(entries.size(), 1);
        gallery->setCurrentItem(entries.front());
        QTest::keyClick(gallery, Qt::Key_Return);
        QTest::qWait(1);
    }
    /// What stands in that column beside a contender.
    QString figure(const QString& contender, int column) {
        const auto* board = find<QTableView>("board")->model();
        for (int row = 0; row < board->rowCount(); ++row) {
            const QString name = board->index(row, BoardModel::Name).data().toString();
            if (name.startsWith(contender)) return board->index(row, column).data().toString();
        }
        return {};
    }

    std::optional<MainWindow> m_window;
};

TEST_F(FakeRaceTest, tells_what_is_known_who_died_and_takes_it_away) {
    choose("Known");
    auto* run = find<QPushButton>("main");
    QTest::mouseClick(run, Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([run] { return run->isEnabled(); }, 60'000));
    EXPECT_EQ(figure("one", BoardModel::RateText), "1,000");
    EXPECT_EQ(figure("two", BoardModel::RateText), "2,000");
    EXPECT_TRUE(figure("two", BoardModel::Ratio).startsWith("2.00 ×"));
    EXPECT_EQ(figure("one", BoardModel::P50), "1.00 ms");
    EXPECT_EQ(figure("dies", BoardModel::Ratio), "⚠ failed");
    EXPECT_TRUE(find<QLabel>("verdict")->text().contains("2.0 times"))
        << find<QLabel>("verdict")->text().toStdString();
    EXPECT_TRUE(find<QLabel>("doubts")->text().startsWith("dies: "))
        << find<QLabel>("doubts")->text().toStdString();

    const QTemporaryDir folder;
    QTest::mouseClick(find<QPushButton>("export"), Qt::LeftButton);
    auto* dialog = find<QDialog>("exportDialog");
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QLineEdit*>("exportFolder")->setText(folder.filePath("away"));
    dialog->findChild<QCheckBox*>("export.svg")->setChecked(true);
    QTest::mouseClick(dialog->findChild<QPushButton*>("exportOk"), Qt::LeftButton);
    auto* told = find<QLabel>("messageText");
    ASSERT_TRUE(QTest::qWaitFor([told] { return told->text().startsWith("Written"); }, 10'000));
    EXPECT_TRUE(QFile::exists(folder.filePath("away/summary.csv")));
    QFile chart(folder.filePath("away/race.svg"));
    ASSERT_TRUE(chart.open(QIODevice::ReadOnly));
    EXPECT_TRUE(chart.readAll().contains("Known beforehand — Tasks finished"));
}

TEST_F(FakeRaceTest, tells_at_once_who_died) {
    std::string text = known;
    const std::string_view one = R"("label": "one", )";
    text.insert(text.find(one) + one.size(), R"("hang_in_slice": 5, )");
    std::ofstream(scenariosFolder() / "stands.json") << text;
    m_window->open(scenariosFolder() / "stands.json");
    auto* run = find<QPushButton>("main");
    ASSERT_TRUE(QTest::qWaitFor([run] { return run->isEnabled(); }, 10'000));
    QTest::mouseClick(run, Qt::LeftButton);
    const auto told = [this] { return figure("dies", BoardModel::Ratio) == "⚠ failed"; };
    EXPECT_TRUE(QTest::qWaitFor(told, 60'000));
    auto* stop = find<QPushButton>("stop");
    EXPECT_TRUE(stop->isVisible()); // It still goes on.
    QTest::mouseClick(stop, Qt::LeftButton);
    EXPECT_TRUE(QTest::qWaitFor([run] { return run->isEnabled(); }, 60'000));
}

} // namespace
} // namespace troika::ui
