// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/board_model.h"

#include "text/figures.h"

#include <QPointF>
#include <algorithm>
#include <set>
#include <troika/stats/median.h>
#include <troika/stats/percentile.h>

namespace troika::ui {

namespace {

std::optional<double> seconds(const std::vector<std::int64_t>& ascending, int permille) {
    const auto value = percentile(ascending, permille);
    if (!value) return std::nullopt;
    return static_cast<double>(*value) * 1e-9;
}

/// "Threads 32": the first setting of a backend, and those that are not as they are by default.
QString shortSettings(const Contender& contender, const BackendDeclaration& backend,
                      Language language) {
    QStringList parts;
    for (const Setting& setting : backend.settings) {
        const SettingValue* value = contender.settings.find(setting.name);
        if (value == nullptr) continue;
        const auto* number = std::get_if<std::int64_t>(value);
        const bool first = &setting == &backend.settings.front();
        if (number == nullptr || (!first && setting.byDefault == *value)) continue;
        parts << QString::fromStdString(setting.title.in(language)) + " " + countText(*number);
    }
    return parts.join(", ");
}

} // namespace

void BoardModel::setStyles(std::vector<ContenderStyle> styles, const Scenario& scenario,
                           const Catalogue& catalogue) {
    beginResetModel();
    const bool same = styles.size() == m_styles.size() &&
                      std::equal(styles.begin(), styles.end(), m_styles.begin(),
                                 [](const auto& a, const auto& b) { return a.label == b.label; });
    m_styles = std::move(styles);
    m_fromStart = scenario.workload.arrivals.kind == "batch";
    if (!same) m_rows.assign(m_styles.size(), {});
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Contender* contender = scenario.contender(m_styles[i].label);
        const BackendDeclaration* backend =
            contender != nullptr ? catalogue.backend(contender->backend) : nullptr;
        m_rows[i].settings =
            backend != nullptr ? shortSettings(*contender, *backend, m_language) : QString();
        m_rows[i].baseline = m_styles[i].label == scenario.baseline;
    }
    endResetModel();
}

void BoardModel::setLanguage(Language language) {
    m_language = language;
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

void BoardModel::tellChanges(const std::vector<Row>& before) {
    const bool rescaled = greatest(before) != greatest(m_rows);
    for (int i = 0; i < rowCount(); ++i) {
        const auto place = static_cast<std::size_t>(i);
        if (before[place] == m_rows[place] && !rescaled) continue;
        Q_EMIT dataChanged(index(i, 0), index(i, ColumnCount - 1));
    }
}

void BoardModel::setLive(const RaceData& data) {
    const std::vector<Row> before = m_rows;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row& row = m_rows[i];
        row = {.settings = row.settings, .baseline = row.baseline, .shown = row.shown};
        const auto found = data.find(m_styles[i].label);
        if (found == data.end()) continue;
        row.tasks = found->second.finished;
        const std::vector<double> throughput = found->second.throughput();
        row.rate = median(throughput);
        row.interval = medianInterval(throughput);
        const auto& times = m_fromStart ? found->second.service : found->second.response;
        row.p50 = seconds(times, 500);
        row.p99 = seconds(times, 990);
        row.reason = found->second.ended;
        row.unavailable = found->second.unavailable;
    }
    const auto base = std::ranges::find_if(m_rows, &Row::baseline);
    for (Row& row : m_rows) {
        if (!row.reason.empty()) continue; // As in a result: who failed is not compared.
        const bool both = base != m_rows.end() && base->rate && *base->rate > 0 && row.rate;
        if (both) row.ratio = *row.rate / *base->rate; // Of medians; with intervals at the end.
    }
    tellChanges(before);
}

void BoardModel::setResult(const PointResult& point, const std::vector<Comparison>& comparisons,
                           const std::string& baseline) {
    const std::vector<Row> before = m_rows;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        Row& row = m_rows[i];
        row = {.settings = row.settings,
               .baseline = m_styles[i].label == baseline,
               .shown = row.shown};
        const ContenderResult* result = point.contender(m_styles[i].label);
        if (result == nullptr) continue;
        row.tasks = result->tasks.finished;
        row.rate = result->throughput.median;
        row.interval = result->throughput.interval;
        const Latency& latency = m_fromStart ? result->service : result->latency;
        row.p50 = latency.p50;
        row.p99 = latency.p99;
        // Of a race that was killed, or never began, nobody knows what it cost.
        if (result->usage.processes > 0) row.usage = result->usage;
        const bool stopped = result->status == TrialStatus::Cancelled;
        if (result->reason && !stopped) row.reason = result->reason->text;
        row.unavailable = result->status == TrialStatus::Unavailable;
        for (const Comparison& comparison : comparisons) {
            if (comparison.of != result->label) continue;
            row.ratio = comparison.ratio;
            row.ratioInterval = comparison.interval;
        }
    }
    tellChanges(before);
}

std::set<std::string> BoardModel::hidden() const {
    std::set<std::string> labels;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (!m_rows[i].shown) labels.insert(m_styles[i].label);
    }
    return labels;
}

QString BoardModel::asText(const std::vector<int>& order) const {
    QStringList headings;
    for (int column = 0; column < ColumnCount; ++column) {
        if (column == RateText) continue; // Its heading is that of the bar.
        headings << headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    }
    QStringList lines{headings.join('\t')};
    for (const int place : order) {
        const Row& row = m_rows.at(static_cast<std::size_t>(place));
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column) {
            if (column == Rate) continue;
            const bool measured = column == RateText && row.rate;
            cells << (measured ? rateText(row.rate, row.interval) : text(row, column));
        }
        lines << cells.join('\t');
    }
    return lines.join('\n') + '\n';
}

int BoardModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BoardModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant BoardModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column()).isEmpty() && index.column() == Name
                   ? m_styles[static_cast<std::size_t>(index.row())].title
                   : text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() <= Rate ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::CheckStateRole:
        if (index.column() != Name) return {};
        return row.shown ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
        return tip(row, index.column());
    case ReasonRole:
        return QString::fromStdString(row.reason.in(m_language));
    case Qt::AccessibleTextRole:
        return index.column() == Rate || index.column() == RateText ? tip(row, RateText)
                                                                    : text(row, index.column());
    case RateRole:
        return row.rate ? QVariant(*row.rate) : QVariant();
    case IntervalRole:
        return row.interval ? QVariant(QPointF(row.interval->low, row.interval->high)) : QVariant();
    case GreatestRole:
        return greatest(m_rows);
    case StyleRole:
        return index.row();
    case SortRole:
        return sortKey(row, index.column(), index.row());
    default:
        return {};
    }
}

QVariant BoardModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (section <= Rate ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role == Qt::ToolTipRole) {
        if (section == P50 || section == P99) {
            return m_fromStart ? tr("Service time: from a task's start")
                               : tr("Response time: from when a task was due");
        }
        if (section == Cpu) return tr("Processor time of its whole process tree");
        if (section == Switches) return tr("Context switches");
        return {};
    }
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Contender");
    case Rate:
        return tr("A second");
    case RateText:
        return QString();
    case Ratio:
        return tr("against baseline");
    case P50:
        return tr("p50");
    case P99:
        return tr("p99");
    case Cpu:
        return tr("CPU");
    case Memory:
        return tr("Memory");
    case Switches:
        return tr("Switches");
    case Tasks:
        return tr("Tasks");
    case Threads:
        return tr("Threads / proc.");
    case StartUp:
        return tr("Start-up");
    default:
        return {};
    }
}

bool BoardModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != Name) return false;
    m_rows[static_cast<std::size_t>(index.row())].shown = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT hiddenChanged();
    return true;
}

Qt::ItemFlags BoardModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.column() == Name ? flags | Qt::ItemIsUserCheckable : flags;
}

QString BoardModel::text(const Row& row, int column) const {
    switch (column) {
    case Name: {
        const auto place = static_cast<std::size_t>(&row - m_rows.data());
        return row.settings.isEmpty() ? m_styles[place].title
                                      : m_styles[place].title + "  " + row.settings;
    }
    case RateText:
        return row.reason.empty() || row.rate ? rateText(row.rate) : fate(row);
    case Ratio:
        if (!row.reason.empty() && row.rate && !row.ratio)
            return fate(row); // Beside what it had measured.
        return row.baseline && row.rate ? "1" : ratioText(row.ratio, row.ratioInterval);
    case P50:
        return durationText(row.p50);
    case P99:
        return durationText(row.p99);
    case Tasks:
        return countText(static_cast<std::int64_t>(row.tasks));
    default:
        break;
    }
    if (column == Rate) return {};
    if (!row.usage) return QStringLiteral("–");
    const Usage& usage = *row.usage;
    switch (column) {
    case Cpu:
        return durationText(usage.cpuUserSeconds + usage.cpuSystemSeconds);
    case Memory:
        return memoryText(usage.peakMemoryBytes);
    case Switches:
        return countText(usage.voluntarySwitches + usage.involuntarySwitches);
    case Threads:
        return countText(usage.threads) + " / " + countText(usage.processes);
    case StartUp:
        return durationText(usage.startUpSeconds);
    default:
        return {};
    }
}

QString BoardModel::fate(const Row& row) {
    return "⚠ " + (row.unavailable ? tr("not here") : tr("failed"));
}

QString BoardModel::tip(const Row& row, int column) const {
    if (!row.reason.empty()) return QString::fromStdString(row.reason.in(m_language));
    if (column == Rate || column == RateText) return rateText(row.rate, row.interval);
    return text(row, column);
}

double BoardModel::sortKey(const Row& row, int column, int place) const {
    switch (column) {
    case Rate:
    case RateText:
        return row.rate.value_or(-1);
    case Ratio:
        return row.baseline ? 1 : row.ratio.value_or(-1);
    case P50:
        return row.p50.value_or(-1);
    case P99:
        return row.p99.value_or(-1);
    case Tasks:
        return static_cast<double>(row.tasks);
    case Name:
        return place;
    default:
        break;
    }
    if (!row.usage) return -1;
    const Usage& usage = *row.usage;
    switch (column) {
    case Cpu:
        return usage.cpuUserSeconds + usage.cpuSystemSeconds;
    case Memory:
        return static_cast<double>(usage.peakMemoryBytes);
    case Switches:
        return static_cast<double>(usage.voluntarySwitches + usage.involuntarySwitches);
    case Threads:
        return static_cast<double>(usage.threads);
    case StartUp:
        return usage.startUpSeconds.value_or(-1);
    default:
        return -1;
    }
}

double BoardModel::greatest(const std::vector<Row>& rows) {
    double most = 0;
    for (const Row& row : rows) {
        most = std::max({most, row.rate.value_or(0), row.interval ? row.interval->high : 0});
    }
    return most;
}

} // namespace troika::ui
