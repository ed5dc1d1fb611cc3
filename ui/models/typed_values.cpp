// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/typed_values.h"

#include <QRegularExpression>
#include <QStringList>
#include <troika/scenario/amounts.h>

namespace troika::ui {

QString valueText(const Json& value, Language language) {
    if (value.is_null()) return {};
    const Text text = value.is_number_float() ? quantityText(value.get<double>(), Unit::None)
                      : value.is_string()     ? quantityText(value.get<std::string>())
                                              : quantityText(value.dump());
    return QString::fromStdString(text.in(language));
}

QString valueText(double value, Unit unit, Language language) {
    return QString::fromStdString(quantityText(value, unit).in(language));
}

Json typedValue(const QString& text, Language language) {
    const QString typed = text.trimmed();
    if (typed.isEmpty()) return {};
    static const QRegularExpression grouped("^-?\\d{1,3}([ \\x{A0}]\\d{3})+$");
    static const QRegularExpression blank("[ \\x{A0}]");
    const QString digits = grouped.match(typed).hasMatch() ? QString(typed).remove(blank) : typed;
    bool is = false;
    const qlonglong whole = digits.toLongLong(&is);
    if (is) return Json(static_cast<std::int64_t>(whole));
    const qulonglong large = digits.toULongLong(&is);
    if (is) return Json(static_cast<std::uint64_t>(large));
    const std::string written = writtenQuantity(typed.toStdString(), language);
    const double number = QString::fromStdString(written).toDouble(&is);
    return is ? Json(number) : Json(written);
}

QString joinedList(const QStringList& parts, Language language) {
    return parts.join(language == Language::Russian ? "; " : ", ");
}

QStringList partsOfList(const QString& text, Language language) {
    static const QRegularExpression apart("[,;]");
    static const QRegularExpression apartFromDecimals(";|,(?=\\s|$)");
    QStringList parts;
    for (const QString& part :
         text.split(language == Language::Russian ? apartFromDecimals : apart)) {
        if (!part.trimmed().isEmpty()) parts << part.trimmed();
    }
    return parts;
}

QString listText(const Json& values, Language language) {
    if (!values.is_array()) return valueText(values, language);
    QStringList parts;
    for (const Json& value : values) parts << valueText(value, language);
    return joinedList(parts, language);
}

Json typedList(const QString& text, Language language) {
    Json values = Json::array();
    for (const QString& part : partsOfList(text, language)) {
        values.push_back(typedValue(part, language));
    }
    return values;
}

} // namespace troika::ui
