<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>figures</name>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>µs</source>
        <translation>µs</translation>
    </message>
    <message>
        <source>ns</source>
        <translation>ns</translation>
    </message>
    <message>
        <source>GiB</source>
        <translation>GiB</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>KiB</translation>
    </message>
</context>
<context>
    <name>menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;File</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Open…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Export…</translation>
    </message>
    <message>
        <source>&amp;Copy the table</source>
        <translation>&amp;Copy the table</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>&amp;Race</source>
        <translation>&amp;Race</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Run</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stop</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;View</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dark</translation>
    </message>
    <message>
        <source>&amp;Presenting</source>
        <translation>&amp;Presenting</translation>
    </message>
    <message>
        <source>&amp;Form</source>
        <translation>&amp;Form</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>&amp;Gallery</source>
        <translation>&amp;Gallery</translation>
    </message>
    <message>
        <source>&amp;Save the scenario as…</source>
        <translation>&amp;Save the scenario as…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Help</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translation>&amp;Shortcuts</translation>
    </message>
    <message>
        <source>&amp;About Troika</source>
        <translation>&amp;About Troika</translation>
    </message>
</context>
<context>
    <name>result</name>
    <message>
        <source>Stopped before the end</source>
        <translation>Stopped before the end</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>seed %1</translation>
    </message>
    <message>
        <source>Troika %1

Threads, processes or async? Races them on the same work and shows who wins.

GPL-3.0-or-later. Built on Qt %2 (LGPL), QCustomPlot (GPL), Boost, {fmt}, nlohmann-json, OpenSSL, libzip, liburing, xxHash.</source>
        <translation>Troika %1

Threads, processes or async? Races them on the same work and shows who wins.

GPL-3.0-or-later. Built on Qt %2 (LGPL), QCustomPlot (GPL), Boost, {fmt}, nlohmann-json, OpenSSL, libzip, liburing, xxHash.</translation>
    </message>
</context>
<context>
    <name>troika::ui::BoardModel</name>
    <message>
        <source>Contender</source>
        <translation>Contender</translation>
    </message>
    <message>
        <source>against baseline</source>
        <translation>against baseline</translation>
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
        <translation>CPU</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>Switches</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Tasks</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation>Start-up</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>A second</source>
        <translation>A second</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>not here</translation>
    </message>
</context>
<context>
    <name>troika::ui::Chart</name>
    <message>
        <source>Run the race to see it here.</source>
        <translation>Run the race to see it here.</translation>
    </message>
</context>
<context>
    <name>troika::ui::FormPanel</name>
    <message>
        <source>What every task does</source>
        <translation>What every task does</translation>
    </message>
    <message>
        <source>How they arrive</source>
        <translation>How they arrive</translation>
    </message>
    <message>
        <source>Contenders</source>
        <translation>Contenders</translation>
    </message>
</context>
<context>
    <name>troika::ui::LatencyChart</name>
    <message>
        <source>from start</source>
        <translation>from start</translation>
    </message>
    <message>
        <source>from due</source>
        <translation>from due</translation>
    </message>
    <message>
        <source>Service time of a task, from its start</source>
        <translation>Service time of a task, from its start</translation>
    </message>
    <message>
        <source>Response time of a task, from when it was due</source>
        <translation>Response time of a task, from when it was due</translation>
    </message>
    <message>
        <source>share of tasks that took no longer</source>
        <translation>share of tasks that took no longer</translation>
    </message>
    <message>
        <source>%1 % of tasks, %2</source>
        <translation>%1 % of tasks, %2</translation>
    </message>
</context>
<context>
    <name>troika::ui::MainWindow</name>
    <message>
        <source>round %1 of %2</source>
        <translation>round %1 of %2</translation>
    </message>
    <message>
        <source>setting up</source>
        <translation>setting up</translation>
    </message>
    <message>
        <source>warming up</source>
        <translation>warming up</translation>
    </message>
    <message>
        <source>measuring start-up</source>
        <translation>measuring start-up</translation>
    </message>
    <message>
        <source>finishing</source>
        <translation>finishing</translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation><numerusform>%n s left</numerusform><numerusform>%n s left</numerusform></translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Run again</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Run</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Export…</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>Contenders and their figures</source>
        <translation>Contenders and their figures</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) have to change before this can be run.</source>
        <translation><numerusform>%n field has to change before this can be run.</numerusform><numerusform>%n fields have to change before this can be run.</numerusform></translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Export into a folder</translation>
    </message>
    <message>
        <source>Written into %1.</source>
        <translation>Written into %1.</translation>
    </message>
    <message>
        <source>The charts could not be written into %1.</source>
        <translation>The charts could not be written into %1.</translation>
    </message>
    <message>
        <source>Open a scenario or a result</source>
        <translation>Open a scenario or a result</translation>
    </message>
    <message>
        <source>Scenarios and results (*.json *.troika)</source>
        <translation>Scenarios and results (*.json *.troika)</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Save the scenario</translation>
    </message>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Scenarios (*.json)</translation>
    </message>
    <message>
        <source>%1 could not be written.</source>
        <translation>%1 could not be written.</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Shortcuts</translation>
    </message>
</context>
<context>
    <name>troika::ui::RaceChart</name>
    <message>
        <source>race</source>
        <translation>race</translation>
    </message>
    <message>
        <source>per round</source>
        <translation>per round</translation>
    </message>
    <message>
        <source>Tasks finished since all were due</source>
        <translation>Tasks finished since all were due</translation>
    </message>
    <message>
        <source>Tasks finished a second, round by round</source>
        <translation>Tasks finished a second, round by round</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>time, s</translation>
    </message>
    <message>
        <source>round</source>
        <translation>round</translation>
    </message>
    <message>
        <source>round %1: %2 a second</source>
        <translation>round %1: %2 a second</translation>
    </message>
    <message>
        <source>after %1:</source>
        <translation>after %1:</translation>
    </message>
    <message>
        <source>%1: %2 finished</source>
        <translation>%1: %2 finished</translation>
    </message>
</context>
</TS>
