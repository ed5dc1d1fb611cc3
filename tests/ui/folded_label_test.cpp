// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/folded_label.h"

#include <gtest/gtest.h>

namespace troika::ui {
namespace {

TEST(FoldedLabelTest, shows_the_first_sentences_and_unfolds_the_others) {
    FoldedLabel label("verdict");
    label.setJoint(" ");
    label.setFolded(2);
    label.setSentences({"one.", "two.", "three.", "four."});
    EXPECT_TRUE(label.text().startsWith("one. two. <a "));
    Q_EMIT label.linkActivated("unfold");
    EXPECT_TRUE(label.unfolded());
    EXPECT_TRUE(label.text().startsWith("one.<br>two.<br>three.<br>four. <a "));
    label.setSentences({"eins.", "zwei.", "drei.", "vier."});
    EXPECT_TRUE(label.unfolded()) << "the same in another language";
    label.setSentences({"one.", "two."});
    EXPECT_FALSE(label.unfolded());
    EXPECT_EQ(label.text(), "one. two.");
    label.setSentences({});
    EXPECT_EQ(label.text(), "");
}

} // namespace
} // namespace troika::ui
