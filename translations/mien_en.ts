<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>mien::ui::graph::PagView</name>
    <message numerus="yes">
        <source>%n variable(s)</source>
        <translation>
            <numerusform>%n variable</numerusform>
            <numerusform>%n variables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n edge(s)</source>
        <translation>
            <numerusform>%n edge</numerusform>
            <numerusform>%n edges</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::FilmOpener</name>
    <message numerus="yes">
        <source>%n film(s) found again.</source>
        <translation>
            <numerusform>%n film found again.</numerusform>
            <numerusform>%n films found again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::MainWindow</name>
    <message numerus="yes">
        <source>%n event(s) written to %1.</source>
        <translation>
            <numerusform>%n event written to %1.</numerusform>
            <numerusform>%n events written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::AnalysisController</name>
    <message numerus="yes">
        <source>%n expression(s) proposed</source>
        <translation>
            <numerusform>%n expression proposed</numerusform>
            <numerusform>%n expressions proposed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::timeline::TimelineView</name>
    <message numerus="yes">
        <source>%n frame(s), %1 ms</source>
        <translation>
            <numerusform>%n frame, %1 ms</numerusform>
            <numerusform>%n frames, %1 ms</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::CodeRemarks</name>
    <message numerus="yes">
        <source>%n error(s): %1</source>
        <translation>
            <numerusform>%n error: %1</numerusform>
            <numerusform>%n errors: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n warning(s): %1</source>
        <translation>
            <numerusform>%n warning: %1</numerusform>
            <numerusform>%n warnings: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unclear place(s): %1</source>
        <translation>
            <numerusform>%n unclear place: %1</numerusform>
            <numerusform>%n unclear places: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hint(s): %1</source>
        <translation>
            <numerusform>%n hint: %1</numerusform>
            <numerusform>%n hints: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::SpecForm</name>
    <message numerus="yes">
        <source>%n person(s), listed in the JSON.</source>
        <translation>
            <numerusform>%n person, listed in the JSON.</numerusform>
            <numerusform>%n people, listed in the JSON.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::SpecPage</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty stratum(s) left out</source>
        <translation>
            <numerusform>%n stratum has nobody and is left out</numerusform>
            <numerusform>%n strata have nobody and are left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
</context>
</TS>
