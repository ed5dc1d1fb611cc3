// SPDX-License-Identifier: GPL-3.0-or-later
#include "plots/scales.h"

#include "models/curves.h"
#include "text/figures.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <qcustomplot.h>

namespace troika::ui {

namespace {

using Words = std::function<QString(double)>;

/// Ticks at given digits of every decade, told in words; of a crowd at the first digit alone. Where
/// fewer than three would be seen, at more digits, and within a short range evenly.
class DigitTicker final : public QCPAxisTickerLog {
public:
    DigitTicker(std::vector<double> digits, Words words)
        : m_digits(std::move(digits)), m_words(std::move(words)) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return m_words(tick); }
    QVector<double> createTickVector(double, const QCPRange& range) override {
        const QVector<double> all = ticksAt(m_digits, range);
        if (all.size() < fewTicks) return moreTicks(range);
        if (all.size() <= tickCount()) return all;
        const QVector<double> decades = ticksAt({m_digits.front()}, range);
        return decades.size() < 2 ? all : decades;
    }

private:
    static constexpr qsizetype fewTicks = 3;

    [[nodiscard]] QVector<double> moreTicks(const QCPRange& range) const {
        constexpr double shortRange = 5;
        const QVector<double> ticks = ticksAt({1, 2, 5}, range);
        const bool isShort = range.lower > 0 && range.upper / range.lower < shortRange;
        return isShort && ticks.size() < fewTicks ? evenTicks(range) : ticks;
    }
    /// Some three to eight at multiples of 1, 2 or 5 that words tell apart; none where words
    /// cannot.
    [[nodiscard]] QVector<double> evenTicks(const QCPRange& range) const {
        const double decade = std::pow(10, std::floor(std::log10(range.size())) - 1);
        const int most = std::clamp(tickCount(), 4, 8);
        for (const double digit : {1.0, 2.0, 5.0, 10.0, 20.0}) {
            const double step = decade * digit;
            QVector<double> ticks;
            const double first = std::ceil(range.lower / step);
            for (int i = 0; (first + i) * step <= range.upper; ++i) ticks << (first + i) * step;
            if (ticks.size() <= most && areApart(ticks)) return ticks;
        }
        return {};
    }
    /// No two neighbours read the same.
    [[nodiscard]] bool areApart(const QVector<double>& ticks) const {
        const auto alike = [this](double left, double right) {
            return m_words(left) == m_words(right);
        };
        return std::ranges::adjacent_find(ticks, alike) == ticks.end();
    }
    static QVector<double> ticksAt(const std::vector<double>& digits, const QCPRange& range) {
        QVector<double> ticks;
        const double least = std::max(range.lower, 1e-12);
        for (double decade = std::pow(10, std::floor(std::log10(least))); decade <= range.upper;
             decade *= 10) {
            for (const double digit : digits) {
                const double tick = decade * digit;
                if (tick >= range.lower && tick <= range.upper) ticks << tick;
            }
        }
        return ticks;
    }

    std::vector<double> m_digits;
    Words m_words;
};

class PercentTicker final : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override {
        return locale.toString(tick * 100, 'g', 3) + " %";
    }
};

/// Powers of two are round numbers here.
class MemoryTicker final : public QCPAxisTicker {
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        return tick <= 0 ? "0" : memoryText(std::llround(tick));
    }
    double getTickStep(const QCPRange& range) override {
        const double wanted = std::max(range.size() / tickCount(), 1.0);
        return std::exp2(std::ceil(std::log2(wanted)));
    }
    int getSubTickCount(double) override { return 0; }
};

class NamedTicker final : public QCPAxisTicker {
public:
    explicit NamedTicker(std::vector<std::pair<double, QString>> ticks)
        : m_ticks(std::move(ticks)) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override {
        for (const auto& [at, name] : m_ticks) {
            if (at == tick) return name;
        }
        return {};
    }
    QVector<double> createTickVector(double, const QCPRange& range) override {
        QVector<double> seen;
        for (const auto& [at, name] : m_ticks) {
            if (at >= range.lower && at <= range.upper) seen << at;
        }
        const auto most = std::max<qsizetype>(tickCount(), 2);
        const qsizetype stride = (seen.size() + most - 1) / most;
        QVector<double> kept;
        for (qsizetype i = 0; i < seen.size(); i += std::max<qsizetype>(stride, 1)) {
            kept << seen[i];
        }
        return kept;
    }
    int getSubTickCount(double) override { return 0; }

private:
    std::vector<std::pair<double, QString>> m_ticks;
};

} // namespace

void makeLinear(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLinear);
    axis.setTicker(QSharedPointer<QCPAxisTicker>::create());
}

void makeLogDuration(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(QSharedPointer<DigitTicker>::create(
        std::vector<double>{1, 3}, [](double tick) { return durationText(tick); }));
}

void makePercentile(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLinear);
    auto shares = QSharedPointer<QCPAxisTickerText>::create();
    for (const double percent : {0.0, 50.0, 90.0, 99.0, 99.9}) {
        // 50 % may be near to the beginning, which needs no word.
        const QString label = percent > 0 ? QLocale().toString(percent) + " %" : QString();
        shares->addTick(percentileAxis(percent / 100), label);
    }
    axis.setTicker(shares);
}

void makePercent(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLinear);
    axis.setTicker(QSharedPointer<PercentTicker>::create());
}

void makeLog(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(
        QSharedPointer<DigitTicker>::create(std::vector<double>{1, 2, 5}, [](double tick) {
            return QLocale().toString(tick, tick < 1e6 && tick >= 1e-3 ? 'f' : 'g',
                                      tick >= 1 ? 0 : 3);
        }));
}

void makeMemory(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLinear);
    axis.setTicker(QSharedPointer<MemoryTicker>::create());
}

void makeLogMemory(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(QSharedPointer<DigitTicker>::create(
        std::vector<double>{1, 3}, [](double tick) { return memoryText(std::llround(tick)); }));
}

void makeNamed(QCPAxis& axis, const std::vector<std::pair<double, QString>>& ticks,
               bool logarithmic) {
    axis.setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis.setTicker(QSharedPointer<NamedTicker>::create(ticks));
}

void makeLogRatio(QCPAxis& axis) {
    axis.setScaleType(QCPAxis::stLogarithmic);
    axis.setTicker(
        QSharedPointer<DigitTicker>::create(std::vector<double>{1, 2, 5}, [](double tick) {
            return QLocale().toString(tick, 'g', 3) + " ×";
        }));
}

} // namespace troika::ui
