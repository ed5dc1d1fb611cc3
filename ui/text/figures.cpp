// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/figures.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace troika::ui {

namespace {

const QString none = QStringLiteral("–");

QString unit(const char* name) { return " " + QCoreApplication::translate("figures", name); }

/// Three digits: 302, 30.2, 3.02; whole numbers from 100 on.
QString threeDigits(double value) {
    const double size = std::abs(value);
    int decimals = 2;
    if (size >= 99.95) {
        decimals = 0;
    } else if (size >= 9.995) {
        decimals = 1;
    }
    return QLocale().toString(value, 'f', decimals);
}

QString inBrackets(const std::optional<Interval>& interval) {
    if (!interval) return {};
    return " (" + threeDigits(interval->low) + "–" + threeDigits(interval->high) + ")";
}

} // namespace

QString durationText(std::optional<double> seconds) {
    if (!seconds) return none;
    const double s = *seconds;
    if (s == 0) return "0" + unit(QT_TRANSLATE_NOOP("figures", "s"));
    if (s >= 0.9995) return threeDigits(s) + unit(QT_TRANSLATE_NOOP("figures", "s"));
    if (s >= 0.9995e-3) return threeDigits(s * 1e3) + unit(QT_TRANSLATE_NOOP("figures", "ms"));
    if (s >= 0.9995e-6) return threeDigits(s * 1e6) + unit(QT_TRANSLATE_NOOP("figures", "µs"));
    return threeDigits(s * 1e9) + unit(QT_TRANSLATE_NOOP("figures", "ns"));
}

QString rateText(std::optional<double> perSecond) {
    return perSecond ? threeDigits(*perSecond) : none;
}

QString rateText(std::optional<double> perSecond, const std::optional<Interval>& interval) {
    return perSecond ? threeDigits(*perSecond) + inBrackets(interval) : none;
}

QString ratioText(std::optional<double> ratio, const std::optional<Interval>& interval) {
    return ratio ? threeDigits(*ratio) + " ×" + inBrackets(interval) : none;
}

QString memoryText(std::int64_t bytes) {
    constexpr double kibi = 1024;
    const auto size = static_cast<double>(bytes);
    if (size >= kibi * kibi * kibi)
        return threeDigits(size / kibi / kibi / kibi) + unit(QT_TRANSLATE_NOOP("figures", "GiB"));
    if (size >= kibi * kibi)
        return threeDigits(size / kibi / kibi) + unit(QT_TRANSLATE_NOOP("figures", "MiB"));
    return threeDigits(size / kibi) + unit(QT_TRANSLATE_NOOP("figures", "KiB"));
}

QString countText(std::int64_t count) { return QLocale().toString(static_cast<qlonglong>(count)); }

} // namespace troika::ui
