// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/gallery_panel.h"

#include "pages/labels.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <troika/run/bundled.h>

namespace troika::ui {

namespace {

enum Role { FileRole = Qt::UserRole, FamiliesRole };

QString in(const Text& text, Language language) {
    return QString::fromStdString(text.in(language));
}

bool isEntry(const QModelIndex& index) { return (index.flags() & Qt::ItemIsSelectable) != 0; }

} // namespace

/// Headings, and entries with dots.
class GalleryPanel::Delegate final : public QStyledItemDelegate {
public:
    explicit Delegate(GalleryPanel& panel) : QStyledItemDelegate(&panel), m_panel(panel) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& theme = m_panel.m_theme;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setFont(fontOf(option, index));
        QRect area = option.rect;
        if ((option.state & QStyle::State_Selected) != 0) {
            painter->fillRect(area, theme.selection);
            painter->fillRect(QRect(area.topLeft(), QSize(3, area.height())), theme.accent);
        }
        painter->setPen(isEntry(index) ? theme.text : theme.faintText);
        painter->drawText(textArea(area, index), flags, index.data().toString());
        paintDots(*painter, area, index);
        if ((option.state & QStyle::State_HasFocus) != 0 && m_panel.m_list->hasFocus()) {
            painter->setPen(theme.accent);
            painter->drawRect(area.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const override {
        const int width = m_panel.m_list->viewport()->width();
        const QRect area = textArea(QRect(0, 0, width, 1000), index);
        const QRect text =
            QFontMetrics(fontOf(option, index)).boundingRect(area, flags, index.data().toString());
        const int above = isEntry(index) ? margin : 2 * margin;
        return {width, text.height() + above + margin};
    }

private:
    static constexpr int margin = 7;
    static constexpr int dot = 6;
    static constexpr int dotGap = 3;
    static constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap;

    static QFont fontOf(const QStyleOptionViewItem& option, const QModelIndex& index) {
        QFont font = option.font;
        if (!isEntry(index)) {
            font.setBold(true);
            font.setPointSizeF(font.pointSizeF() * 0.9);
        }
        return font;
    }
    static int dotsWidth(const QModelIndex& index) {
        return static_cast<int>(index.data(FamiliesRole).toList().size()) * (dot + dotGap);
    }
    static QRect textArea(const QRect& area, const QModelIndex& index) {
        const int above = isEntry(index) ? 0 : margin;
        return area.adjusted(margin + 3, above, -margin - dotsWidth(index), 0);
    }
    void paintDots(QPainter& painter, const QRect& area, const QModelIndex& index) const {
        int left = area.right() - margin - dotsWidth(index) + dotGap;
        painter.setPen(Qt::NoPen);
        for (const QVariant& family : index.data(FamiliesRole).toList()) {
            painter.setBrush(m_panel.m_theme.family(static_cast<Family>(family.toInt())));
            painter.drawEllipse(QRect(left, area.center().y() - dot / 2, dot, dot));
            left += dot + dotGap;
        }
    }

    GalleryPanel& m_panel;
};

GalleryPanel::GalleryPanel(const Catalogue& catalogue, QWidget* parent)
    : QWidget(parent), m_catalogue(catalogue), m_search(new QLineEdit), m_list(new QListWidget) {
    setObjectName("side");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 16, 8, 8);
    auto* name = roleLabel("title");
    name->setText("Troika");
    m_search->setObjectName("search");
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName("gallery");
    m_list->setItemDelegate(new Delegate(*this));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    column->addWidget(name);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &GalleryPanel::fill);
    // Arrow keys look; a click or Enter opens.
    const auto open = [this](const QListWidgetItem* item) {
        const QString file = item->data(FileRole).toString();
        if (!file.isEmpty()) Q_EMIT chosen(file.toStdString());
    };
    connect(m_list, &QListWidget::itemClicked, this, open);
    connect(m_list, &QListWidget::itemActivated, this, open);
    refresh();
}

void GalleryPanel::setTheme(const Theme& theme) {
    m_theme = theme;
    m_list->viewport()->update();
}

void GalleryPanel::setLanguage(Language language) {
    m_language = language;
    m_search->setPlaceholderText(tr("Search…"));
    m_search->setAccessibleName(tr("Search scenarios"));
    m_list->setAccessibleName(tr("Scenarios"));
    fill();
}

void GalleryPanel::refresh() {
    m_sections = gallerySections(m_catalogue);
    fill();
}

std::filesystem::path GalleryPanel::first() const {
    return m_sections.empty() ? std::filesystem::path() : m_sections.front().entries.front().file;
}

bool GalleryPanel::isBundled(const std::filesystem::path& file) {
    return std::ranges::any_of(bundledScenarios(), [&](const BundledScenario& bundled) {
        std::error_code ignored;
        return std::filesystem::equivalent(bundled.file, file, ignored);
    });
}

void GalleryPanel::setCurrent(const std::filesystem::path& file) {
    m_current = file;
    const QSignalBlocker quiet(m_list);
    m_list->setCurrentItem(nullptr);
    for (int row = 0; row < m_list->count(); ++row) {
        const QString known = m_list->item(row)->data(FileRole).toString();
        if (!known.isEmpty() && known.toStdString() == file) m_list->setCurrentRow(row);
    }
}

void GalleryPanel::fill() {
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        const QString wanted = m_search->text().trimmed();
        for (const GallerySection& section : m_sections) {
            auto* heading = new QListWidgetItem(in(section.title, m_language), m_list);
            heading->setFlags(Qt::NoItemFlags);
            const int before = m_list->count();
            for (const GalleryEntry& entry : section.entries) addEntry(entry, wanted);
            if (m_list->count() == before) delete heading;
        }
    }
    setCurrent(m_current);
}

void GalleryPanel::addEntry(const GalleryEntry& entry, const QString& wanted) {
    const QString title = in(entry.title, m_language);
    const QString about = in(entry.about, m_language);
    const bool fits = wanted.isEmpty() || title.contains(wanted, Qt::CaseInsensitive) ||
                      about.contains(wanted, Qt::CaseInsensitive);
    if (!fits) return;
    auto* item = new QListWidgetItem(title, m_list);
    item->setData(FileRole, QString::fromStdString(entry.file.string()));
    item->setToolTip(about);
    QVariantList families;
    for (const Family family : entry.families) families << static_cast<int>(family);
    item->setData(FamiliesRole, families);
}

} // namespace troika::ui
