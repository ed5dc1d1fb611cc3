// SPDX-License-Identifier: GPL-3.0-or-later
#include "grid.h"

#include <cstdint>

namespace troika::cli {
namespace {

struct Letter {
    std::uint32_t code = 0;
    std::size_t bytes = 1;
};

/// The character at the text's beginning; a broken one counts as one byte.
Letter firstLetter(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead < 0x80 || bytes > text.size() || lead < 0xC0) return {lead, 1};
    std::uint32_t code = lead & (0xFFU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        code = (code << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    }
    return {code, bytes};
}

std::size_t widthOf(std::uint32_t code) {
    const bool combining = (code >= 0x300 && code < 0x370) || (code >= 0x200B && code < 0x2010);
    if (combining) return 0;
    const bool wide = (code >= 0x1100 && code < 0x1160) || (code >= 0x2E80 && code < 0xA4D0) ||
                      (code >= 0xAC00 && code < 0xD7A4) || (code >= 0xF900 && code < 0xFB00) ||
                      (code >= 0xFE30 && code < 0xFE70) || (code >= 0xFF00 && code < 0xFF61) ||
                      (code >= 0x1F300 && code < 0x1FB00) || (code >= 0x20000 && code < 0x40000);
    return wide ? 2 : 1;
}

} // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    while (!text.empty()) {
        const Letter letter = firstLetter(text);
        width += widthOf(letter.code);
        text.remove_prefix(letter.bytes);
    }
    return width;
}

std::string printable(std::string_view text) {
    std::string clean;
    while (!text.empty()) {
        const Letter letter = firstLetter(text);
        const bool control = letter.code < 0x20 || (letter.code >= 0x7F && letter.code < 0xA0) ||
                             (letter.code >= 0x202A && letter.code < 0x202F) ||
                             (letter.code >= 0x2066 && letter.code < 0x206A);
        if (control) {
            clean += letter.code == '\n' || letter.code == '\t' ? ' ' : '?';
        } else {
            clean += text.substr(0, letter.bytes);
        }
        text.remove_prefix(letter.bytes);
    }
    return clean;
}

std::string shortened(std::string_view text, std::size_t columns) {
    if (displayWidth(text) <= columns) return std::string(text);
    std::string cut;
    std::size_t width = 0;
    while (!text.empty()) {
        const Letter letter = firstLetter(text);
        width += widthOf(letter.code);
        if (width + 1 > columns) break;
        cut += text.substr(0, letter.bytes);
        text.remove_prefix(letter.bytes);
    }
    return columns == 0 ? cut : cut + "…";
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent,
                    std::size_t taken) {
    std::string result;
    std::size_t column = taken;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t wide = displayWidth(word);
        if (!result.empty() && width > 0 && column + 1 + wide > width) {
            result += "\n" + std::string(indent, ' ');
            column = indent;
        } else if (!result.empty()) {
            result += ' ';
            ++column;
        }
        result += word;
        column += wide;
    }
    return result;
}

std::string coloured(std::string_view text, Colour colour, bool on) {
    const char* code = nullptr;
    switch (colour) {
    case Colour::None:
        break;
    case Colour::Bold:
        code = "1";
        break;
    case Colour::Good:
        code = "32";
        break;
    case Colour::Bad:
        code = "31";
        break;
    case Colour::Faint:
        code = "2";
        break;
    }
    if (!on || code == nullptr || text.empty()) return std::string(text);
    return "\033[" + std::string(code) + "m" + std::string(text) + "\033[0m";
}

} // namespace troika::cli
