// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QFile>
#include <QRegularExpression>

namespace troika::ui {
namespace {

TEST(TranslationsTest, every_string_is_translated_with_all_its_plural_forms) {
    for (const auto& [language, forms] : {std::pair{"en", 2}, std::pair{"ru", 3}}) {
        QFile file(QString(TROIKA_SOURCE "/ui/text/troika_%1.ts").arg(language));
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
}

} // namespace
} // namespace troika::ui
