<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>ChartPrint</name>
    <message>
        <source>there is no memory for a picture so large</source>
        <translation>не хватает памяти для такой большой картинки</translation>
    </message>
</context>
<context>
    <name>DelayEditor</name>
    <message>
        <source>fixed</source>
        <translation>постоянная</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>равномерная</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>показательная</translation>
    </message>
    <message>
        <source>log-normal</source>
        <translation>логнормальная</translation>
    </message>
    <message>
        <source>Pareto</source>
        <translation>Парето</translation>
    </message>
</context>
<context>
    <name>DepthView</name>
    <message>
        <source>queue</source>
        <translation>очередь</translation>
    </message>
    <message>
        <source>Tasks due and not begun, in round %1</source>
        <translation>Задачи в ожидании начала, раунд %1</translation>
    </message>
    <message>
        <source>Tasks due and not ended, in round %1</source>
        <translation>Задачи в ожидании и в работе, раунд %1</translation>
    </message>
    <message>
        <source>Tasks at step %1, waiting or in work, in round %2</source>
        <translation>Задачи на шаге %1 (в ожидании и в работе), раунд %2</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>время, с</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>задачи</translation>
    </message>
    <message>
        <source>after %1:</source>
        <translation>через %1:</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n task(s)</source>
        <translation>
            <numerusform>%1: %n задача</numerusform>
            <numerusform>%1: %n задачи</numerusform>
            <numerusform>%1: %n задач</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>PNG: charts as pictures</source>
        <translation>PNG: графики картинками</translation>
    </message>
    <message>
        <source>SVG: charts to be edited</source>
        <translation>SVG: графики для правки</translation>
    </message>
    <message>
        <source>PDF: charts for paper</source>
        <translation>PDF: графики для печати</translation>
    </message>
    <message>
        <source>CSV: figures, and every task</source>
        <translation>CSV: показатели и все задачи</translation>
    </message>
    <message>
        <source>JSON: the result for programs</source>
        <translation>JSON: результат для программ</translation>
    </message>
    <message>
        <source>Troika: to be opened here again</source>
        <translation>Troika: чтобы открыть здесь снова</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>histogram</source>
        <translation>гистограмма</translation>
    </message>
    <message>
        <source>time of a task</source>
        <translation>время задачи</translation>
    </message>
    <message>
        <source>share of tasks</source>
        <translation>доля задач</translation>
    </message>
    <message>
        <source>%1 to %2:</source>
        <translation>от %1 до %2:</translation>
    </message>
    <message>
        <source>%1: %2 % of tasks</source>
        <translation>%1: %2 % задач</translation>
    </message>
    <message>
        <source>Service times: how many tasks took how long</source>
        <translation>Время обслуживания: сколько задач сколько заняли</translation>
    </message>
    <message>
        <source>Response times: how many tasks took how long</source>
        <translation>Время ответа: сколько задач сколько заняли</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>map</source>
        <translation>карта</translation>
    </message>
    <message>
        <source>Who has the least p50 of the response time</source>
        <translation>У кого меньше p50 времени ответа</translation>
    </message>
    <message>
        <source>Who has the least p99 of the response time</source>
        <translation>У кого меньше p99 времени ответа</translation>
    </message>
    <message>
        <source>Who needs the least processor time</source>
        <translation>Кому нужно меньше процессорного времени</translation>
    </message>
    <message>
        <source>Who finishes the most tasks a second</source>
        <translation>Кто завершает больше задач в секунду</translation>
    </message>
    <message>
        <source>all failed</source>
        <translation>сбой у всех</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>недоступно</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>без соперников</translation>
    </message>
    <message>
        <source>%1, clearly ahead of %2: %3</source>
        <translation>%1, явно впереди %2: %3</translation>
    </message>
    <message>
        <source>%1, not clearly ahead of %2: %3</source>
        <translation>%1, но перевес над %2 неявный: %3</translation>
    </message>
    <message>
        <source>%1; nobody else has a figure here</source>
        <translation>%1; больше ни у кого здесь нет показателя</translation>
    </message>
    <message>
        <source>Everybody failed here.</source>
        <translation>Здесь сбой у всех.</translation>
    </message>
    <message>
        <source>This machine lacks what it would take.</source>
        <translation>На этой машине нет того, что для этого нужно.</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Ещё не измерено.</translation>
    </message>
</context>
<context>
    <name>PercentileView</name>
    <message>
        <source>percentiles</source>
        <translation>перцентили</translation>
    </message>
    <message>
        <source>share of tasks that took no longer</source>
        <translation>доля задач, которым хватило этого времени</translation>
    </message>
    <message>
        <source>%1 % of tasks took at most:</source>
        <translation>%1 % задач заняли не больше:</translation>
    </message>
    <message>
        <source>Service time of a task</source>
        <translation>Время обслуживания задачи</translation>
    </message>
    <message>
        <source>Response time of a task</source>
        <translation>Время ответа задачи</translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source>race</source>
        <translation>состязание</translation>
    </message>
    <message>
        <source>Tasks finished since all were due</source>
        <translation>Завершено задач с момента старта</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>время, с</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>задачи</translation>
    </message>
    <message>
        <source>after %1:</source>
        <translation>через %1:</translation>
    </message>
    <message>
        <source>%1: %2 finished</source>
        <translation>%1: завершено %2</translation>
    </message>
    <message>
        <source>Tasks finished since the slice began</source>
        <translation>Завершено задач с начала отрезка</translation>
    </message>
</context>
<context>
    <name>RateView</name>
    <message>
        <source>%1: %2 a second</source>
        <translation>%1: %2 в секунду</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>скорость</translation>
    </message>
    <message>
        <source>own working time, s</source>
        <translation>своё рабочее время, с</translation>
    </message>
    <message>
        <source>tasks a second</source>
        <translation>задач в секунду</translation>
    </message>
    <message>
        <source>after %1 of own work:</source>
        <translation>через %1 своей работы:</translation>
    </message>
    <message>
        <source>Tasks finished a second, in own working time</source>
        <translation>Завершено задач в секунду, в своё рабочее время</translation>
    </message>
</context>
<context>
    <name>RatioView</name>
    <message>
        <source>ratio</source>
        <translation>отношение</translation>
    </message>
    <message>
        <source>Throughput against %1</source>
        <translation>Скорость относительно: %1</translation>
    </message>
    <message>
        <source>ratio of tasks a second, with its interval</source>
        <translation>отношение задач в секунду, с интервалом</translation>
    </message>
</context>
<context>
    <name>RoundsView</name>
    <message>
        <source>per round</source>
        <translation>по раундам</translation>
    </message>
    <message>
        <source>Tasks finished a second, round by round</source>
        <translation>Завершено задач в секунду, по раундам</translation>
    </message>
    <message>
        <source>round</source>
        <translation>раунд</translation>
    </message>
    <message>
        <source>tasks a second</source>
        <translation>задач в секунду</translation>
    </message>
    <message>
        <source>round %1:</source>
        <translation>раунд %1:</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>sweep</source>
        <translation>перебор</translation>
    </message>
    <message>
        <source>%1, at %2: %3</source>
        <translation>%1 (%2: %3)</translation>
    </message>
    <message>
        <source>tasks a second</source>
        <translation>задач в секунду</translation>
    </message>
    <message>
        <source>switches a task</source>
        <translation>переключений на задачу</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>пока ничего</translation>
    </message>
</context>
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
        <translation>&amp;Копировать таблицу</translation>
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
    <message>
        <source>Open &amp;recent</source>
        <translation>Открыть не&amp;давние</translation>
    </message>
    <message>
        <source>&amp;Save the scenario</source>
        <translation>&amp;Сохранить сценарий</translation>
    </message>
    <message>
        <source>Save the scenario &amp;as…</source>
        <translation>Сохранить сценарий &amp;как…</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>Отменить и&amp;зменения</translation>
    </message>
    <message>
        <source>Copy the c&amp;harts</source>
        <translation>Копировать &amp;графики</translation>
    </message>
    <message>
        <source>&amp;All figures</source>
        <translation>&amp;Все показатели</translation>
    </message>
</context>
<context>
    <name>result</name>
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
    <message>
        <source>Stopped before the end.</source>
        <translation>Остановлено до конца.</translation>
    </message>
</context>
<context>
    <name>sweep</name>
    <message>
        <source>%1 of the service time</source>
        <translation>%1 времени выполнения</translation>
    </message>
    <message>
        <source>%1 of the response time</source>
        <translation>%1 времени ответа</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>скорость</translation>
    </message>
    <message>
        <source>CPU a task</source>
        <translation>ЦП на задачу</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>пик памяти</translation>
    </message>
    <message>
        <source>switches a task</source>
        <translation>переключений на задачу</translation>
    </message>
    <message>
        <source>Tasks finished a second</source>
        <translation>Завершено задач в секунду</translation>
    </message>
    <message>
        <source>Processor time a task</source>
        <translation>Процессорное время на задачу</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Пик памяти</translation>
    </message>
    <message>
        <source>Context switches a task</source>
        <translation>Переключения контекста на задачу</translation>
    </message>
    <message numerus="yes">
        <source>%1 is clearly the fastest at %n point(s)</source>
        <translation>
            <numerusform>%1 явно быстрее всех в %n точке</numerusform>
            <numerusform>%1 явно быстрее всех в %n точках</numerusform>
            <numerusform>%1 явно быстрее всех в %n точках</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no clear winner at %n point(s)</source>
        <translation>
            <numerusform>явного победителя нет в %n точке</numerusform>
            <numerusform>явного победителя нет в %n точках</numerusform>
            <numerusform>явного победителя нет в %n точках</numerusform>
        </translation>
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
    <message>
        <source>Threads / proc.</source>
        <translation>Потоки / проц.</translation>
    </message>
    <message>
        <source>Service time: from a task&apos;s start</source>
        <translation>Время обслуживания: от начала задачи</translation>
    </message>
    <message>
        <source>Processor time of its whole process tree</source>
        <translation>Процессорное время всего дерева процессов</translation>
    </message>
    <message>
        <source>Context switches</source>
        <translation>Переключения контекста</translation>
    </message>
    <message>
        <source>Response time: from when a task was due</source>
        <translation>Время отклика: от срока задачи</translation>
    </message>
</context>
<context>
    <name>troika::ui::BoardView</name>
    <message>
        <source>Contenders and their figures</source>
        <translation>Участники и их показатели</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Копировать таблицу</translation>
    </message>
</context>
<context>
    <name>troika::ui::Chart</name>
    <message>
        <source>Show all</source>
        <translation>Показать всё</translation>
    </message>
    <message>
        <source>Copy the chart</source>
        <translation>Копировать график</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>Сохранить график…</translation>
    </message>
</context>
<context>
    <name>troika::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Выбрать…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source> px</source>
        <translation> пикс.</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> точек/дюйм</translation>
    </message>
    <message>
        <source>Width of a picture</source>
        <translation>Ширина картинки</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Высота</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Разрешение</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Экспорт в папку</translation>
    </message>
    <message>
        <source>Too few pixels for so many dots per inch: the picture would be smaller than a chart needs.</source>
        <translation>Слишком мало пикселей для такого разрешения: картинка вышла бы меньше, чем нужно графику.</translation>
    </message>
</context>
<context>
    <name>troika::ui::FoldedLabel</name>
    <message>
        <source>fewer</source>
        <translation>свернуть</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
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
    <message>
        <source>+ add a step</source>
        <translation>+ добавить шаг</translation>
    </message>
    <message>
        <source>+ add a contender</source>
        <translation>+ добавить участника</translation>
    </message>
    <message>
        <source>Name of a contender</source>
        <translation>Имя участника</translation>
    </message>
    <message>
        <source>How this contender is called in charts and sentences</source>
        <translation>Как участник называется на графиках и в предложениях</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>База сравнения</translation>
    </message>
    <message>
        <source>The one that all others are compared with.</source>
        <translation>Тот, с кем сравниваются все остальные.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Убрать: %1</translation>
    </message>
    <message>
        <source>Swept</source>
        <translation>Перебор</translation>
    </message>
    <message>
        <source>How it is measured</source>
        <translation>Как это измеряется</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>Как это называется</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>What stands above the race, in every language</source>
        <translation>Что стоит над состязанием, на всех языках</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О чём это</translation>
    </message>
    <message>
        <source>One sentence on what there is to see, in every language</source>
        <translation>Одно предложение о том, что здесь видно, на всех языках</translation>
    </message>
</context>
<context>
    <name>troika::ui::GalleryPanel</name>
    <message>
        <source>Search…</source>
        <translation>Поиск…</translation>
    </message>
    <message>
        <source>Search scenarios</source>
        <translation>Поиск сценариев</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
</context>
<context>
    <name>troika::ui::HeaderBar</name>
    <message>
        <source>Scenarios</source>
        <translation>Сценарии</translation>
    </message>
    <message>
        <source>What a task does</source>
        <translation>Что делает задача</translation>
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
        <source>changed</source>
        <translation>изменён</translation>
    </message>
    <message>
        <source>Not saved yet; nothing is lost when you leave.</source>
        <translation>Ещё не сохранён; при выходе ничего не пропадёт.</translation>
    </message>
    <message>
        <source>How far the race is</source>
        <translation>Ход состязания</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) have to change before this can be run.</source>
        <translation>
            <numerusform>Чтобы запустить, нужно исправить %n поле.</numerusform>
            <numerusform>Чтобы запустить, нужно исправить %n поля.</numerusform>
            <numerusform>Чтобы запустить, нужно исправить %n полей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Открывается…</translation>
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
        <translation>
            <numerusform>осталась %n с</numerusform>
            <numerusform>осталось %n с</numerusform>
            <numerusform>осталось %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving the race…</source>
        <translation>Результат сохраняется…</translation>
    </message>
    <message>
        <source>point %1 of %2</source>
        <translation>точка %1 из %2</translation>
    </message>
</context>
<context>
    <name>troika::ui::MainWindow</name>
    <message>
        <source>Written into %1.</source>
        <translation>Записано в %1.</translation>
    </message>
    <message>
        <source>Open a scenario or a result</source>
        <translation>Открыть сценарий или результат</translation>
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
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>In a chart: + and − zoom, arrow keys pan, Home shows all</source>
        <translation>На графике: + и − меняют масштаб, стрелки сдвигают, Home показывает всё</translation>
    </message>
    <message>
        <source>Scenarios and results (*.json *.troika);;All files (*)</source>
        <translation>Сценарии и результаты (*.json *.troika);;Все файлы (*)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Сохранить график</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Картинки (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>A field is wrong: mend it first, for a file with it could not be opened again. Your changes are kept here.</source>
        <translation>В одном из полей ошибка: сначала исправьте её, иначе файл не удастся открыть снова. Ваши изменения хранятся здесь.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Save it somewhere else; your changes are kept here.</source>
        <translation>Не удалось записать %1: %2. Сохраните в другое место; изменения здесь не пропадут.</translation>
    </message>
    <message>
        <source>The charts could not be written: %1. Choose another folder.</source>
        <translation>Не удалось записать графики: %1. Выберите другую папку.</translation>
    </message>
    <message>
        <source>In the table: Space hides and shows, Ctrl+C copies</source>
        <translation>В таблице: пробел скрывает и показывает, Ctrl+C копирует</translation>
    </message>
</context>
<context>
    <name>troika::ui::MeasureBox</name>
    <message>
        <source>What the sweep is drawn of</source>
        <translation>Какой показатель перебора показан</translation>
    </message>
</context>
<context>
    <name>troika::ui::MessageStrip</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть это сообщение</translation>
    </message>
</context>
<context>
    <name>troika::ui::PointChooser</name>
    <message>
        <source>At one point</source>
        <translation>В одной точке</translation>
    </message>
    <message>
        <source>The value whose figures stand below and in the other charts</source>
        <translation>Значение, для которого показатели стоят ниже и на других графиках</translation>
    </message>
</context>
<context>
    <name>troika::ui::QueueBox</name>
    <message>
        <source>Which tasks are counted</source>
        <translation>Какие задачи считаются</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>не начатые</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>не завершённые</translation>
    </message>
    <message>
        <source>at step %1: %2</source>
        <translation>на шаге %1: %2</translation>
    </message>
</context>
<context>
    <name>troika::ui::RacePage</name>
    <message>
        <source>from start</source>
        <translation>от начала</translation>
    </message>
    <message>
        <source>Service time: from when a task began</source>
        <translation>Время обслуживания: с начала задачи</translation>
    </message>
    <message>
        <source>from due</source>
        <translation>от срока</translation>
    </message>
    <message>
        <source>Response time: from when a task was due</source>
        <translation>Время ответа: с момента, когда задача поступила</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Сравнить с</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>Не удаётся создать %1.</translation>
    </message>
    <message>
        <source>Nothing of it was measured, or kept.</source>
        <translation>От него ничего не измерено или не сохранено.</translation>
    </message>
    <message>
        <source>Run the race to see it here.</source>
        <translation>Запустите состязание, чтобы увидеть его здесь.</translation>
    </message>
</context>
<context>
    <name>troika::ui::ScenarioDocument</name>
    <message>
        <source>a field is wrong</source>
        <translation>одно из полей заполнено неверно</translation>
    </message>
</context>
<context>
    <name>troika::ui::SweepForm</name>
    <message>
        <source>Values</source>
        <translation>Значения</translation>
    </message>
    <message>
        <source>What is swept</source>
        <translation>Что перебирается</translation>
    </message>
    <message>
        <source>Do not sweep %1</source>
        <translation>Не перебирать: %1</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как</translation>
    </message>
    <message>
        <source>How its values are given</source>
        <translation>Как заданы значения</translation>
    </message>
    <message>
        <source>a list of values</source>
        <translation>список значений</translation>
    </message>
    <message>
        <source>multiplied each time</source>
        <translation>каждый раз умножать</translation>
    </message>
    <message>
        <source>a step added each time</source>
        <translation>каждый раз прибавлять</translation>
    </message>
    <message>
        <source>from</source>
        <translation>от</translation>
    </message>
    <message>
        <source>to</source>
        <translation>до</translation>
    </message>
    <message>
        <source>times</source>
        <translation>×</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>+</translation>
    </message>
    <message>
        <source>Values, parted by commas: 1, 2, 4</source>
        <translation>Значения через точку с запятой: 1; 2; 4</translation>
    </message>
    <message>
        <source>+ sweep a number</source>
        <translation>+ перебрать число</translation>
    </message>
    <message>
        <source>+ sweep a second one</source>
        <translation>+ перебрать второе</translation>
    </message>
    <message>
        <source>Races again for each of several values</source>
        <translation>Повторяет состязание для каждого из нескольких значений</translation>
    </message>
</context>
</TS>
