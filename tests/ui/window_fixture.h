// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/main_window.h"

#include <gtest/gtest.h>

#include <QAbstractSpinBox>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace troika::ui {

/// A test with folders of its own for what a user keeps: no draft of another test is found there.
class WithOwnFolders : public ::testing::Test {
protected:
    WithOwnFolders() {
        qputenv("XDG_DATA_HOME", m_folder.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
    }
    ~WithOwnFolders() override {
        qputenv("XDG_DATA_HOME", m_data);
        qputenv("XDG_CONFIG_HOME", m_config);
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_data = qgetenv("XDG_DATA_HOME");
    QByteArray m_config = qgetenv("XDG_CONFIG_HOME");
};

/// A real window without a display, with a small scenario open: found by object names, and clicked.
class MainWindowTest : public WithOwnFolders {
protected:
    MainWindowTest() {
        m_window.show();
        m_window.openFirst();
        choose("Tiny computation");
        QTest::qWait(1); // The form is made when the window gets to it.
    }
    template <class T>
    T* find(const char* name) {
        T* widget = m_window.findChild<T*>(name);
        EXPECT_NE(widget, nullptr) << name;
        return widget;
    }
    void choose(const QString& title) {
        auto* gallery = find<QListWidget>("gallery");
        for (int row = 0; row < gallery->count(); ++row) {
            if (gallery->item(row)->text().startsWith(title)) {
                gallery->setCurrentRow(row);
                QTest::keyClick(gallery, Qt::Key_Return);
            }
        }
        QTest::qWait(1);
    }
    void type(const char* path, const QString& text) {
        auto* editor = find<QWidget>(path);
        auto* line = editor->findChild<QLineEdit*>();
        ASSERT_NE(line, nullptr);
        line->selectAll();
        for (const QChar letter : text) { // keyClicks() knows but ASCII.
            const auto key = static_cast<Qt::Key>(letter.toUpper().unicode());
            QTest::sendKeyEvent(QTest::Click, line, key, QString(letter), Qt::NoModifier);
        }
        QTest::keyClick(line, Qt::Key_Return);
    }
    QPushButton* button(const char* name) { return find<QPushButton>(name); }

    /// Clicks Run, and waits for the end of the race.
    void race() {
        QTest::mouseClick(button("main"), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor([this] { return button("main")->isEnabled(); }, 60'000));
    }
    /// A short one: 100 tasks a round.
    void raceShortly() {
        type("workload.arrivals.tasks", "100");
        type("rounds", "5");
        race();
    }
    void click(const char* name) {
        auto* widget = find<QWidget>(name);
        QTest::mouseClick(widget, Qt::LeftButton);
        QTest::qWait(1);
    }

    MainWindow m_window{{.language = Language::English, .diskBase = "/var/tmp"}};
};

} // namespace troika::ui
