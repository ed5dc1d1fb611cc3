// SPDX-License-Identifier: GPL-3.0-or-later
#include <troika/base/system_error.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace troika {
namespace {

struct RussianWords {
    int error;
    const char* words;
};

/// What files, pipes, sockets and processes are usually refused for. Not from the system: its
/// translations are seldom installed.
constexpr std::array russianWords{
    RussianWords{EACCES, "нет прав доступа"},
    RussianWords{EADDRINUSE, "адрес уже занят"},
    RussianWords{EADDRNOTAVAIL, "нет свободных локальных портов"},
    RussianWords{EAGAIN, "ресурс временно недоступен"},
    RussianWords{EBADF, "неверный дескриптор файла"},
    RussianWords{EBUSY, "ресурс занят"},
    RussianWords{ECONNABORTED, "соединение прервано"},
    RussianWords{ECONNREFUSED, "в соединении отказано"},
    RussianWords{ECONNRESET, "соединение разорвано другой стороной"},
    RussianWords{EDQUOT, "исчерпана дисковая квота"},
    RussianWords{EEXIST, "файл уже существует"},
    RussianWords{EFBIG, "файл слишком велик"},
    RussianWords{EHOSTUNREACH, "узел недоступен"},
    RussianWords{EINTR, "вызов прерван"},
    RussianWords{EINVAL, "недопустимый аргумент"},
    RussianWords{EIO, "ошибка ввода-вывода"},
    RussianWords{EISDIR, "это папка"},
    RussianWords{ELOOP, "слишком много символических ссылок"},
    RussianWords{EMFILE, "процесс открыл слишком много файлов"},
    RussianWords{ENAMETOOLONG, "слишком длинное имя файла"},
    RussianWords{ENETUNREACH, "сеть недоступна"},
    RussianWords{ENFILE, "в системе открыто слишком много файлов"},
    RussianWords{ENOBUFS, "не хватает буферов"},
    RussianWords{ENOENT, "нет такого файла или папки"},
    RussianWords{ENOEXEC, "файл нельзя исполнить"},
    RussianWords{ENOMEM, "не хватает памяти"},
    RussianWords{ENOSPC, "на диске нет места"},
    RussianWords{ENOSYS, "ядро такого не умеет"},
    RussianWords{ENOTDIR, "это не папка"},
    RussianWords{ENOTEMPTY, "папка не пуста"},
    RussianWords{ENXIO, "нет такого устройства"},
    RussianWords{EOPNOTSUPP, "операция не поддерживается"},
    RussianWords{EPERM, "операция не разрешена"},
    RussianWords{EPIPE, "другая сторона закрыла канал"},
    RussianWords{EROFS, "файловая система доступна только для чтения"},
    RussianWords{ETIMEDOUT, "истекло время ожидания"},
    RussianWords{ETXTBSY, "файл программы занят"},
    RussianWords{EXDEV, "ссылка между разными файловыми системами"},
};

std::string russian(int error) {
    const auto* known = std::ranges::find(russianWords, error, &RussianWords::error);
    if (known != russianWords.end()) return known->words;
    const char* const name = ::strerrorname_np(error);
    return name != nullptr ? name : fmt::format("ошибка {}", error);
}

} // namespace

Text systemError(int error) {
    const char* const words = ::strerrordesc_np(error);
    return {words != nullptr ? words : fmt::format("error {}", error), russian(error)};
}

} // namespace troika
