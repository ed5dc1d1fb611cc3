// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace troika::ui {
namespace {

/// Every message has a text, and as many plural forms as its language asks for.
void expectComplete(const QString& name, int forms) {
    QFile file(name);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const QRegularExpression message("<message.*?</message>",
                                     QRegularExpression::DotMatchesEverythingOption);
    int messages = 0;
    for (auto all = message.globalMatch(text); all.hasNext(); ++messages) {
        const QString one = all.next().captured();
        EXPECT_FALSE(one.contains("type=\"unfinished\"")) << one.toStdString();
        EXPECT_FALSE(one.contains("<translation></translation>")) << one.toStdString();
        const bool plural = one.contains("numerus=\"yes\"");
        EXPECT_EQ(one.count("<numerusform>"), plural ? forms : 0) << one.toStdString();
    }
    EXPECT_GT(messages, 50);
}

/// The sources are read anew: what is in them alone, and in no file yet, fails too.
TEST(TranslationsTest, every_string_is_translated_with_all_its_plural_forms) {
    const QTemporaryDir folder;
    for (const auto& [language, forms] : {std::pair{"en", 2}, std::pair{"ru", 3}}) {
        const QString name = QString("troika_%1.ts").arg(language);
        const QString copy = folder.filePath(name);
        ASSERT_TRUE(QFile::copy(TROIKA_SOURCE "/ui/text/" + name, copy));
        QProcess lupdate;
        lupdate.start(TROIKA_LUPDATE, {"-silent", "-locations", "none", "-no-obsolete",
                                       TROIKA_SOURCE "/ui", "-ts", copy});
        ASSERT_TRUE(lupdate.waitForFinished(60'000));
        ASSERT_EQ(lupdate.exitCode(), 0) << lupdate.readAllStandardError().toStdString();
        expectComplete(copy, forms);
    }
}

} // namespace
} // namespace troika::ui
