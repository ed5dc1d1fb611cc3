<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>ChartPrint</name>
    <message>
        <source>there is no memory for a picture so large</source>
        <translation>there is no memory for a picture so large</translation>
    </message>
</context>
<context>
    <name>DelayEditor</name>
    <message>
        <source>fixed</source>
        <translation>fixed</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>uniform</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponential</translation>
    </message>
    <message>
        <source>log-normal</source>
        <translation>log-normal</translation>
    </message>
    <message>
        <source>Pareto</source>
        <translation>Pareto</translation>
    </message>
</context>
<context>
    <name>DepthView</name>
    <message>
        <source>queue</source>
        <translation>queue</translation>
    </message>
    <message>
        <source>Tasks due and not begun, in round %1</source>
        <translation>Tasks due and not begun, in round %1</translation>
    </message>
    <message>
        <source>Tasks due and not ended, in round %1</source>
        <translation>Tasks due and not ended, in round %1</translation>
    </message>
    <message>
        <source>Tasks at step %1, waiting or in work, in round %2</source>
        <translation>Tasks at step %1, waiting or in work, in round %2</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>time, s</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>tasks</translation>
    </message>
    <message>
        <source>after %1:</source>
        <translation>after %1:</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n task(s)</source>
        <translation>
            <numerusform>%1: %n task</numerusform>
            <numerusform>%1: %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>PNG: charts as pictures</source>
        <translation>PNG: charts as pictures</translation>
    </message>
    <message>
        <source>SVG: charts to be edited</source>
        <translation>SVG: charts to be edited</translation>
    </message>
    <message>
        <source>PDF: charts for paper</source>
        <translation>PDF: charts for paper</translation>
    </message>
    <message>
        <source>CSV: figures, and every task</source>
        <translation>CSV: figures, and every task</translation>
    </message>
    <message>
        <source>JSON: the result for programs</source>
        <translation>JSON: the result for programs</translation>
    </message>
    <message>
        <source>Troika: to be opened here again</source>
        <translation>Troika: to be opened here again</translation>
    </message>
</context>
<context>
    <name>HistogramView</name>
    <message>
        <source>histogram</source>
        <translation>histogram</translation>
    </message>
    <message>
        <source>time of a task</source>
        <translation>time of a task</translation>
    </message>
    <message>
        <source>share of tasks</source>
        <translation>share of tasks</translation>
    </message>
    <message>
        <source>%1 to %2:</source>
        <translation>%1 to %2:</translation>
    </message>
    <message>
        <source>%1: %2 % of tasks</source>
        <translation>%1: %2 % of tasks</translation>
    </message>
    <message>
        <source>Service times: how many tasks took how long</source>
        <translation>Service times: how many tasks took how long</translation>
    </message>
    <message>
        <source>Response times: how many tasks took how long</source>
        <translation>Response times: how many tasks took how long</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>map</source>
        <translation>map</translation>
    </message>
    <message>
        <source>Who has the least p50 of the response time</source>
        <translation>Who has the least p50 of the response time</translation>
    </message>
    <message>
        <source>Who has the least p99 of the response time</source>
        <translation>Who has the least p99 of the response time</translation>
    </message>
    <message>
        <source>Who needs the least processor time</source>
        <translation>Who needs the least processor time</translation>
    </message>
    <message>
        <source>Who finishes the most tasks a second</source>
        <translation>Who finishes the most tasks a second</translation>
    </message>
    <message>
        <source>all failed</source>
        <translation>all failed</translation>
    </message>
    <message>
        <source>not here</source>
        <translation>not here</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>alone</translation>
    </message>
    <message>
        <source>%1, clearly ahead of %2: %3</source>
        <translation>%1, clearly ahead of %2: %3</translation>
    </message>
    <message>
        <source>%1, not clearly ahead of %2: %3</source>
        <translation>%1, not clearly ahead of %2: %3</translation>
    </message>
    <message>
        <source>%1; nobody else has a figure here</source>
        <translation>%1; nobody else has a figure here</translation>
    </message>
    <message>
        <source>Everybody failed here.</source>
        <translation>Everybody failed here.</translation>
    </message>
    <message>
        <source>This machine lacks what it would take.</source>
        <translation>This machine lacks what it would take.</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>Not measured yet.</translation>
    </message>
</context>
<context>
    <name>PercentileView</name>
    <message>
        <source>percentiles</source>
        <translation>percentiles</translation>
    </message>
    <message>
        <source>share of tasks that took no longer</source>
        <translation>share of tasks that took no longer</translation>
    </message>
    <message>
        <source>%1 % of tasks took at most:</source>
        <translation>%1 % of tasks took at most:</translation>
    </message>
    <message>
        <source>Service time of a task</source>
        <translation>Service time of a task</translation>
    </message>
    <message>
        <source>Response time of a task</source>
        <translation>Response time of a task</translation>
    </message>
</context>
<context>
    <name>RaceView</name>
    <message>
        <source>race</source>
        <translation>race</translation>
    </message>
    <message>
        <source>Tasks finished since all were due</source>
        <translation>Tasks finished since all were due</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>time, s</translation>
    </message>
    <message>
        <source>tasks</source>
        <translation>tasks</translation>
    </message>
    <message>
        <source>after %1:</source>
        <translation>after %1:</translation>
    </message>
    <message>
        <source>%1: %2 finished</source>
        <translation>%1: %2 finished</translation>
    </message>
    <message>
        <source>Tasks finished since the slice began</source>
        <translation>Tasks finished since the slice began</translation>
    </message>
</context>
<context>
    <name>RateView</name>
    <message>
        <source>%1: %2 a second</source>
        <translation>%1: %2 a second</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>throughput</translation>
    </message>
    <message>
        <source>own working time, s</source>
        <translation>own working time, s</translation>
    </message>
    <message>
        <source>tasks a second</source>
        <translation>tasks a second</translation>
    </message>
    <message>
        <source>after %1 of own work:</source>
        <translation>after %1 of own work:</translation>
    </message>
    <message>
        <source>Tasks finished a second, in own working time</source>
        <translation>Tasks finished a second, in own working time</translation>
    </message>
</context>
<context>
    <name>RatioView</name>
    <message>
        <source>ratio</source>
        <translation>ratio</translation>
    </message>
    <message>
        <source>Throughput against %1</source>
        <translation>Throughput against %1</translation>
    </message>
    <message>
        <source>ratio of tasks a second, with its interval</source>
        <translation>ratio of tasks a second, with its interval</translation>
    </message>
</context>
<context>
    <name>RoundsView</name>
    <message>
        <source>per round</source>
        <translation>per round</translation>
    </message>
    <message>
        <source>Tasks finished a second, round by round</source>
        <translation>Tasks finished a second, round by round</translation>
    </message>
    <message>
        <source>round</source>
        <translation>round</translation>
    </message>
    <message>
        <source>tasks a second</source>
        <translation>tasks a second</translation>
    </message>
    <message>
        <source>round %1:</source>
        <translation>round %1:</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>sweep</source>
        <translation>sweep</translation>
    </message>
    <message>
        <source>%1, at %2: %3</source>
        <translation>%1, at %2: %3</translation>
    </message>
    <message>
        <source>tasks a second</source>
        <translation>tasks a second</translation>
    </message>
    <message>
        <source>switches a task</source>
        <translation>switches a task</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>nothing yet</translation>
    </message>
</context>
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
    <message>
        <source>Open &amp;recent</source>
        <translation>Open &amp;recent</translation>
    </message>
    <message>
        <source>&amp;Save the scenario</source>
        <translation>&amp;Save the scenario</translation>
    </message>
    <message>
        <source>Save the scenario &amp;as…</source>
        <translation>Save the scenario &amp;as…</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>&amp;Discard changes</translation>
    </message>
    <message>
        <source>Copy the c&amp;harts</source>
        <translation>Copy the c&amp;harts</translation>
    </message>
    <message>
        <source>&amp;All figures</source>
        <translation>&amp;All figures</translation>
    </message>
</context>
<context>
    <name>result</name>
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
    <message>
        <source>Stopped before the end.</source>
        <translation>Stopped before the end.</translation>
    </message>
</context>
<context>
    <name>sweep</name>
    <message>
        <source>%1 of the service time</source>
        <translation>%1 of the service time</translation>
    </message>
    <message>
        <source>%1 of the response time</source>
        <translation>%1 of the response time</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>throughput</translation>
    </message>
    <message>
        <source>CPU a task</source>
        <translation>CPU a task</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>peak memory</translation>
    </message>
    <message>
        <source>switches a task</source>
        <translation>switches a task</translation>
    </message>
    <message>
        <source>Tasks finished a second</source>
        <translation>Tasks finished a second</translation>
    </message>
    <message>
        <source>Processor time a task</source>
        <translation>Processor time a task</translation>
    </message>
    <message>
        <source>Peak memory</source>
        <translation>Peak memory</translation>
    </message>
    <message>
        <source>Context switches a task</source>
        <translation>Context switches a task</translation>
    </message>
    <message numerus="yes">
        <source>%1 is clearly the fastest at %n point(s)</source>
        <translation>
            <numerusform>%1 is clearly the fastest at %n point</numerusform>
            <numerusform>%1 is clearly the fastest at %n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no clear winner at %n point(s)</source>
        <translation>
            <numerusform>no clear winner at %n point</numerusform>
            <numerusform>no clear winner at %n points</numerusform>
        </translation>
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
    <message>
        <source>Threads / proc.</source>
        <translation>Threads / proc.</translation>
    </message>
    <message>
        <source>Service time: from a task&apos;s start</source>
        <translation>Service time: from a task&apos;s start</translation>
    </message>
    <message>
        <source>Processor time of its whole process tree</source>
        <translation>Processor time of its whole process tree</translation>
    </message>
    <message>
        <source>Context switches</source>
        <translation>Context switches</translation>
    </message>
    <message>
        <source>Response time: from when a task was due</source>
        <translation>Response time: from when a task was due</translation>
    </message>
</context>
<context>
    <name>troika::ui::BoardView</name>
    <message>
        <source>Contenders and their figures</source>
        <translation>Contenders and their figures</translation>
    </message>
    <message>
        <source>Copy the table</source>
        <translation>Copy the table</translation>
    </message>
</context>
<context>
    <name>troika::ui::Chart</name>
    <message>
        <source>Show all</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>Copy the chart</source>
        <translation>Copy the chart</translation>
    </message>
    <message>
        <source>Save the chart…</source>
        <translation>Save the chart…</translation>
    </message>
</context>
<context>
    <name>troika::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Width of a picture</source>
        <translation>Width of a picture</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Height</translation>
    </message>
    <message>
        <source>Dots per inch</source>
        <translation>Dots per inch</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Export into a folder</source>
        <translation>Export into a folder</translation>
    </message>
    <message>
        <source>Too few pixels for so many dots per inch: the picture would be smaller than a chart needs.</source>
        <translation>Too few pixels for so many dots per inch: the picture would be smaller than a chart needs.</translation>
    </message>
</context>
<context>
    <name>troika::ui::FoldedLabel</name>
    <message>
        <source>fewer</source>
        <translation>fewer</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
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
    <message>
        <source>+ add a step</source>
        <translation>+ add a step</translation>
    </message>
    <message>
        <source>+ add a contender</source>
        <translation>+ add a contender</translation>
    </message>
    <message>
        <source>Name of a contender</source>
        <translation>Name of a contender</translation>
    </message>
    <message>
        <source>How this contender is called in charts and sentences</source>
        <translation>How this contender is called in charts and sentences</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>The one that all others are compared with.</source>
        <translation>The one that all others are compared with.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Remove %1</translation>
    </message>
    <message>
        <source>Swept</source>
        <translation>Swept</translation>
    </message>
    <message>
        <source>How it is measured</source>
        <translation>How it is measured</translation>
    </message>
    <message>
        <source>What it is called</source>
        <translation>What it is called</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>What stands above the race, in every language</source>
        <translation>What stands above the race, in every language</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>One sentence on what there is to see, in every language</source>
        <translation>One sentence on what there is to see, in every language</translation>
    </message>
</context>
<context>
    <name>troika::ui::GalleryPanel</name>
    <message>
        <source>Search…</source>
        <translation>Search…</translation>
    </message>
    <message>
        <source>Search scenarios</source>
        <translation>Search scenarios</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Scenarios</translation>
    </message>
</context>
<context>
    <name>troika::ui::HeaderBar</name>
    <message>
        <source>Scenarios</source>
        <translation>Scenarios</translation>
    </message>
    <message>
        <source>What a task does</source>
        <translation>What a task does</translation>
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
        <source>changed</source>
        <translation>changed</translation>
    </message>
    <message>
        <source>Not saved yet; nothing is lost when you leave.</source>
        <translation>Not saved yet; nothing is lost when you leave.</translation>
    </message>
    <message>
        <source>How far the race is</source>
        <translation>How far the race is</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) have to change before this can be run.</source>
        <translation>
            <numerusform>%n field has to change before this can be run.</numerusform>
            <numerusform>%n fields have to change before this can be run.</numerusform>
        </translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Opening…</translation>
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
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message>
        <source>Saving the race…</source>
        <translation>Saving the race…</translation>
    </message>
    <message>
        <source>point %1 of %2</source>
        <translation>point %1 of %2</translation>
    </message>
</context>
<context>
    <name>troika::ui::MainWindow</name>
    <message>
        <source>Written into %1.</source>
        <translation>Written into %1.</translation>
    </message>
    <message>
        <source>Open a scenario or a result</source>
        <translation>Open a scenario or a result</translation>
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
        <source>Shortcuts</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>In a chart: + and − zoom, arrow keys pan, Home shows all</source>
        <translation>In a chart: + and − zoom, arrow keys pan, Home shows all</translation>
    </message>
    <message>
        <source>Scenarios and results (*.json *.troika);;All files (*)</source>
        <translation>Scenarios and results (*.json *.troika);;All files (*)</translation>
    </message>
    <message>
        <source>Save the chart</source>
        <translation>Save the chart</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>Pictures (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>A field is wrong: mend it first, for a file with it could not be opened again. Your changes are kept here.</source>
        <translation>A field is wrong: mend it first, for a file with it could not be opened again. Your changes are kept here.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2. Save it somewhere else; your changes are kept here.</source>
        <translation>%1 could not be written: %2. Save it somewhere else; your changes are kept here.</translation>
    </message>
    <message>
        <source>The charts could not be written: %1. Choose another folder.</source>
        <translation>The charts could not be written: %1. Choose another folder.</translation>
    </message>
    <message>
        <source>In the table: Space hides and shows, Ctrl+C copies</source>
        <translation>In the table: Space hides and shows, Ctrl+C copies</translation>
    </message>
</context>
<context>
    <name>troika::ui::MeasureBox</name>
    <message>
        <source>What the sweep is drawn of</source>
        <translation>What the sweep is drawn of</translation>
    </message>
</context>
<context>
    <name>troika::ui::MessageStrip</name>
    <message>
        <source>Close this message</source>
        <translation>Close this message</translation>
    </message>
</context>
<context>
    <name>troika::ui::PointChooser</name>
    <message>
        <source>At one point</source>
        <translation>At one point</translation>
    </message>
    <message>
        <source>The value whose figures stand below and in the other charts</source>
        <translation>The value whose figures stand below and in the other charts</translation>
    </message>
</context>
<context>
    <name>troika::ui::QueueBox</name>
    <message>
        <source>Which tasks are counted</source>
        <translation>Which tasks are counted</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>not begun</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>not ended</translation>
    </message>
    <message>
        <source>at step %1: %2</source>
        <translation>at step %1: %2</translation>
    </message>
</context>
<context>
    <name>troika::ui::RacePage</name>
    <message>
        <source>from start</source>
        <translation>from start</translation>
    </message>
    <message>
        <source>Service time: from when a task began</source>
        <translation>Service time: from when a task began</translation>
    </message>
    <message>
        <source>from due</source>
        <translation>from due</translation>
    </message>
    <message>
        <source>Response time: from when a task was due</source>
        <translation>Response time: from when a task was due</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>Compared with</translation>
    </message>
    <message>
        <source>%1 cannot be made.</source>
        <translation>%1 cannot be made.</translation>
    </message>
    <message>
        <source>Nothing of it was measured, or kept.</source>
        <translation>Nothing of it was measured, or kept.</translation>
    </message>
    <message>
        <source>Run the race to see it here.</source>
        <translation>Run the race to see it here.</translation>
    </message>
</context>
<context>
    <name>troika::ui::ScenarioDocument</name>
    <message>
        <source>a field is wrong</source>
        <translation>a field is wrong</translation>
    </message>
</context>
<context>
    <name>troika::ui::SweepForm</name>
    <message>
        <source>Values</source>
        <translation>Values</translation>
    </message>
    <message>
        <source>What is swept</source>
        <translation>What is swept</translation>
    </message>
    <message>
        <source>Do not sweep %1</source>
        <translation>Do not sweep %1</translation>
    </message>
    <message>
        <source>How</source>
        <translation>How</translation>
    </message>
    <message>
        <source>How its values are given</source>
        <translation>How its values are given</translation>
    </message>
    <message>
        <source>a list of values</source>
        <translation>a list of values</translation>
    </message>
    <message>
        <source>multiplied each time</source>
        <translation>multiplied each time</translation>
    </message>
    <message>
        <source>a step added each time</source>
        <translation>a step added each time</translation>
    </message>
    <message>
        <source>from</source>
        <translation>from</translation>
    </message>
    <message>
        <source>to</source>
        <translation>to</translation>
    </message>
    <message>
        <source>times</source>
        <translation>times</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>plus</translation>
    </message>
    <message>
        <source>Values, parted by commas: 1, 2, 4</source>
        <translation>Values, parted by commas: 1, 2, 4</translation>
    </message>
    <message>
        <source>+ sweep a number</source>
        <translation>+ sweep a number</translation>
    </message>
    <message>
        <source>+ sweep a second one</source>
        <translation>+ sweep a second one</translation>
    </message>
    <message>
        <source>Races again for each of several values</source>
        <translation>Races again for each of several values</translation>
    </message>
</context>
</TS>
