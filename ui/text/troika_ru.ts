<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>figures</name>
    <message>
        <source>s</source>
        <translation>с</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>мс</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>мкс</translation>
    </message>
    <message>
        <source>ns</source>
        <translation>нс</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>ГиБ</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>МиБ</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>КиБ</translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Экспорт…</translation>
    </message>
    <message>
        <source>&amp;Copy the table</source>
        <translation>&amp;Скопировать таблицу</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>В&amp;ыход</translation>
    </message>
    <message>
        <source>&amp;Race</source>
        <translation>&amp;Состязание</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Запустить</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Остановить</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмный</translation>
    </message>
    <message>
        <source>&amp;Presenting</source>
        <translation>&amp;Показ на экране</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Параметры</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Сценарии</translation>
    </message>
    <message>
        <source>&amp;Save the scenario as…</source>
        <translation>&amp;Сохранить сценарий как…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Сочетания клавиш</translation>
    </message>
    <message>
        <source>&amp;About Troika</source>
        <translation>&amp;О программе</translation>
    </message>
</context>
<context>
    <name>result</name>
    <message>
        <source>Stopped before the end</source>
        <translation>Остановлено до конца</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>зерно %1</translation>
    </message>
    <message>
        <source>Troika %1

Threads, processes or async? Races them on the same work and shows who wins.

GPL-3.0-or-later. Built on Qt %2 (LGPL), QCustomPlot (GPL), Boost, {fmt}, nlohmann-json, OpenSSL, libzip, liburing, xxHash.</source>
        <translation>Troika %1

Потоки, процессы или async? Состязаются на одной и той же работе, и видно, кто выигрывает.

GPL-3.0-or-later. Основано на Qt %2 (LGPL), QCustomPlot (GPL), Boost, {fmt}, nlohmann-json, OpenSSL, libzip, liburing, xxHash.</translation>
    </message>
</context>
<context>
    <name>troika::ui::BoardModel</name>
    <message>
        <source>Contender</source>
        <translation>Участник</translation>
    </message>
    <message>
        <source>against baseline</source>
        <translation>к базовому</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>ЦП</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>Переключения</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Задачи</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Потоки</translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation>Запуск</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>сбой</translation>
    </message>
    <message>
        <source>A second</source>
        <translation>В секунду</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>недоступен</translation>
    </message>
</context>
<context>
    <name>troika::ui::Chart</name>
    <message>
        <source>Run the race to see it here.</source>
        <translation>Запустите состязание, чтобы увидеть его здесь.</translation>
    </message>
</context>
<context>
    <name>troika::ui::FormPanel</name>
    <message>
        <source>What every task does</source>
        <translation>Что делает каждая задача</translation>
    </message>
    <message>
        <source>How they arrive</source>
        <translation>Как поступают задачи</translation>
    </message>
    <message>
        <source>Contenders</source>
        <translation>Участники</translation>
    </message>
</context>
<context>
    <name>troika::ui::LatencyChart</name>
    <message>
        <source>from start</source>
        <translation>от начала</translation>
    </message>
    <message>
        <source>from due</source>
        <translation>от срока</translation>
    </message>
    <message>
        <source>Service time of a task, from its start</source>
        <translation>Время выполнения задачи, от её начала</translation>
    </message>
    <message>
        <source>Response time of a task, from when it was due</source>
        <translation>Время ответа задачи, от её срока</translation>
    </message>
    <message>
        <source>share of tasks that took no longer</source>
        <translation>доля задач, которым хватило этого времени</translation>
    </message>
    <message>
        <source>%1 % of tasks, %2</source>
        <translation>%1 % задач, %2</translation>
    </message>
</context>
<context>
    <name>troika::ui::MainWindow</name>
    <message>
        <source>round %1 of %2</source>
        <translation>раунд %1 из %2</translation>
    </message>
    <message>
        <source>setting up</source>
        <translation>подготовка</translation>
    </message>
    <message>
        <source>warming up</source>
        <translation>разогрев</translation>
    </message>
    <message>
        <source>measuring start-up</source>
        <translation>замер запуска</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>завершение</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation><numerusform>осталась %n с</numerusform><numerusform>осталось %n с</numerusform><numerusform>осталось %n с</numerusform></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Запустить снова</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Запустить</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>Contenders and their figures</source>
        <translation>Участники и их показатели</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) have to change before this can be run.</source>
        <translation><numerusform>Чтобы запустить, нужно исправить %n поле.</numerusform><numerusform>Чтобы запустить, нужно исправить %n поля.</numerusform><numerusform>Чтобы запустить, нужно исправить %n полей.</numerusform></translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Экспорт в папку</translation>
    </message>
    <message>
        <source>Written into %1.</source>
        <translation>Записано в %1.</translation>
    </message>
    <message>
        <source>The charts could not be written into %1.</source>
        <translation>Не удалось записать диаграммы в %1.</translation>
    </message>
    <message>
        <source>Open a scenario or a result</source>
        <translation>Открыть сценарий или результат</translation>
    </message>
    <message>
        <source>Scenarios and results (*.json *.troika)</source>
        <translation>Сценарии и результаты (*.json *.troika)</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Сохранить сценарий</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Сценарии (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>Не удалось записать %1.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
</context>
<context>
    <name>troika::ui::RaceChart</name>
    <message>
        <source>race</source>
        <translation>состязание</translation>
    </message>
    <message>
        <source>per round</source>
        <translation>по раундам</translation>
    </message>
    <message>
        <source>Tasks finished since all were due</source>
        <translation>Завершено задач с момента, когда все поступили</translation>
    </message>
    <message>
        <source>Tasks finished a second, round by round</source>
        <translation>Завершено задач в секунду, по раундам</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>время, с</translation>
    </message>
    <message>
        <source>round</source>
        <translation>раунд</translation>
    </message>
    <message>
        <source>round %1: %2 a second</source>
        <translation>раунд %1: %2 в секунду</translation>
    </message>
    <message>
        <source>after %1:</source>
        <translation>через %1:</translation>
    </message>
    <message>
        <source>%1: %2 finished</source>
        <translation>%1: завершено %2</translation>
    </message>
</context>
</TS>
