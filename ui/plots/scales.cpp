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
/// fewer than three would be seen, the range is short, and its ticks lie evenly.
class DigitTicker final : public QCPAxisTickerLog {
public:
    DigitTicker(std::vector<double> digits, Words words)
        : m_digits(std::move(digits)), m_words(std::move(words)) {}

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override { return m_words(tick); }
    QVector<double> createTickVector(double, const QCPRange& range) override {
        const QVector<double> all = ticksAt(m_digits, range);
        if (all.size() < 3) return evenTicks(range);
        if (all.size() <= tickCount()) return all;
        const QVector<double> decades = ticksAt({m_digits.front()}, range);
        return decades.size() < 2 ? all : decades;
    }

private:
    /// At a step of 1, 2 or 5, three to eight of them; those that words tell apart.
    [[nodiscard]] QVector<double> evenTicks(const QCPRange& range) const {
        const double wanted = range.size() / 8;
        double step = std::pow(10, std::floor(std::log10(wanted)));
        if (wanted > 5 * step) {
            step *= 10;
        } else if (wanted > step) {
            step *= wanted > 2 * step ? 5 : 2;
        }
        QVector<double> ticks;
        for (double tick = std::ceil(range.lower / step) * step; tick <= range.upper;
             tick += step) {
            const bool known = !ticks.empty() && m_words(ticks.back()) == m_words(tick);
            if (tick > 0 && !known) ticks << tick;
        }
        return ticks;
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
