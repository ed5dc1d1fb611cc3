// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/setting_editors.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QStyledItemDelegate>

namespace troika::ui {

namespace {

/// In the list a choice's name, as scenarios have it, stands beside what it means.
class ExplainedChoice final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString meaning = index.data(Qt::ToolTipRole).toString();
        if (!meaning.isEmpty()) option->text += " — " + meaning;
    }
};

/// Its list is as wide as what stands in it.
class WideBox final : public QComboBox {
public:
    void showPopup() override {
        constexpr int margins = 40;
        view()->setTextElideMode(Qt::ElideNone);
        view()->setMinimumWidth(view()->sizeHintForColumn(0) + margins);
        QComboBox::showPopup();
    }
};

class ChoiceEditor final : public SettingEditor {
public:
    ChoiceEditor(const Setting& setting, Language language, QWidget* parent)
        : SettingEditor(parent), m_box(new WideBox) {
        for (const Choice& choice : setting.choices) {
            m_box->addItem(QString::fromStdString(choice.name));
            m_box->setItemData(m_box->count() - 1,
                               QString::fromStdString(choice.explanation.in(language)),
                               Qt::ToolTipRole);
        }
        m_box->setItemDelegate(new ExplainedChoice(m_box));
        rowOf(*this)->addWidget(m_box);
        setFocusProxy(m_box);
        connect(m_box, &QComboBox::currentTextChanged, this,
                [this](const QString& text) { Q_EMIT edited(Json(text.toStdString())); });
    }
    void show(const SettingValue* value) override {
        const QSignalBlocker quiet(m_box);
        if (value != nullptr) {
            m_box->setCurrentText(QString::fromStdString(std::get<std::string>(*value)));
        }
    }

private:
    QComboBox* m_box;
};

} // namespace

SettingEditor* choiceEditor(const Setting& setting, Language language, QWidget* parent) {
    return new ChoiceEditor(setting, language, parent);
}

} // namespace troika::ui
