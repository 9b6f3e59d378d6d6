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
<context>
    <name>mien::ui::ComparePage</name>
    <message numerus="yes">
        <source>%n other film(s)</source>
        <translation>
            <numerusform>%n other film</numerusform>
            <numerusform>%n other films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the same subject %1, %n other film(s)</source>
        <translation>
            <numerusform>the same subject %1, %n other film</numerusform>
            <numerusform>the same subject %1, %n other films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>subject %1, %n film(s)</source>
        <translation>
            <numerusform>subject %1, %n film</numerusform>
            <numerusform>subject %1, %n films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::DetailCard</name>
    <message numerus="yes">
        <source>%n frame(s) (%1 ms)</source>
        <translation>
            <numerusform>%n frame (%1 ms)</numerusform>
            <numerusform>%n frames (%1 ms)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilmSpans</name>
    <message numerus="yes">
        <source>from %n event(s)</source>
        <translation>
            <numerusform>from %n event</numerusform>
            <numerusform>from %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n proposal(s)</source>
        <translation>
            <numerusform>from %n proposal</numerusform>
            <numerusform>from %n proposals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GraphComparison</name>
    <message numerus="yes">
        <source>No pair differs (structural Hamming distance 0); %n edge(s) in both.</source>
        <translation>
            <numerusform>No pair differs (structural Hamming distance 0); %n edge in both.</numerusform>
            <numerusform>No pair differs (structural Hamming distance 0); %n edges in both.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n end(s) contradict one another (a cause here, no cause there).</source>
        <translation>
            <numerusform>%n end contradicts the other graph (a cause here, no cause there).</numerusform>
            <numerusform>%n ends contradict one another (a cause here, no cause there).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variable(s) of %1 alone are not compared.</source>
        <translation>
            <numerusform>%n variable of %1 alone is not compared.</numerusform>
            <numerusform>%n variables of %1 alone are not compared.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::MatricesPage</name>
    <message numerus="yes">
        <source>Causes most others for certain (E_f of Eq. 6): %1, %n of them.</source>
        <translation>
            <numerusform>Causes most others for certain (E_f of Eq. 6): %1, %n of them.</numerusform>
            <numerusform>Causes most others for certain (E_f of Eq. 6): %1, %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::TogetherPage</name>
    <message numerus="yes">
        <source>%n pair(s) move together beyond chance (α = %1).</source>
        <translation>
            <numerusform>%n pair moves together beyond chance (α = %1).</numerusform>
            <numerusform>%n pairs move together beyond chance (α = %1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them have no edge in the causal graph: others explain why they go together.</source>
        <translation>
            <numerusform>%n of them has no edge in the causal graph: others explain why the two go together.</numerusform>
            <numerusform>%n of them have no edge in the causal graph: others explain why they go together.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustNotes</name>
    <message numerus="yes">
        <source>%n row(s) with a missing value were left out.</source>
        <translation>
            <numerusform>%n row with a missing value was left out.</numerusform>
            <numerusform>%n rows with a missing value were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(and %n more)</source>
        <translation>
            <numerusform>(and %n more)</numerusform>
            <numerusform>(and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) where the tests disagree whether two causes meet were left open.</source>
        <translation>
            <numerusform>%n place where the tests disagree whether two causes meet was left open.</numerusform>
            <numerusform>%n places where the tests disagree whether two causes meet were left open.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n test(s) could not be done for want of samples; they take no edge away.</source>
        <translation>
            <numerusform>%n test could not be done for want of samples; it takes no edge away.</numerusform>
            <numerusform>%n tests could not be done for want of samples; they take no edge away.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) lack values; each test used those that have its own variables.</source>
        <translation>
            <numerusform>%n row lacks values; each test used those that have its own variables.</numerusform>
            <numerusform>%n rows lack values; each test used those that have its own variables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::GraphSource</name>
    <message numerus="yes">
        <source>%n film(s) together</source>
        <translation>
            <numerusform>%n film alone</numerusform>
            <numerusform>%n films together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>subject %1, %n film(s)</source>
        <translation>
            <numerusform>subject %1, %n film</numerusform>
            <numerusform>subject %1, %n films</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::MoreControls</name>
    <message numerus="yes">
        <source>More (%n changed)</source>
        <translation>
            <numerusform>More (%n changed)</numerusform>
            <numerusform>More (%n changed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::RecipeForm</name>
    <message numerus="yes">
        <source>More (%n changed)</source>
        <translation>
            <numerusform>More (%n changed)</numerusform>
            <numerusform>More (%n changed)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::ComparisonView</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reviewed film(s)</source>
        <translation>
            <numerusform>%n reviewed film</numerusform>
            <numerusform>%n reviewed films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>they differ in %n of them.</source>
        <translation>
            <numerusform>they differ in %n of them.</numerusform>
            <numerusform>they differ in %n of them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) left out, whom one of the two has learnt from.</source>
        <translation>
            <numerusform>%n person left out, whom one of the two has learnt from.</numerusform>
            <numerusform>%n people left out, whom one of the two has learnt from.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::RetrainView</name>
    <message numerus="yes">
        <source>%n film(s)</source>
        <translation>
            <numerusform>%n film</numerusform>
            <numerusform>%n films</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n expression(s)</source>
        <translation>
            <numerusform>%n expression</numerusform>
            <numerusform>%n expressions</numerusform>
        </translation>
    </message>
</context>
</TS>
