<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>CommandLine</name>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="20"/>
        <source>Spot, review and annotate micro- and macro-expressions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="23"/>
        <source>Films, folders of numbered images, or a Mien project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="26"/>
        <source>Shows this text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="27"/>
        <source>Shows the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="28"/>
        <source>Begins in this workspace: code or review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="30"/>
        <source>Analyses the film as soon as it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="32"/>
        <source>Selects the N-th proposal of the film, counted from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="34"/>
        <source>Frame rate of a folder of images.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="36"/>
        <source>Writes a picture of the window, once the film is there (and analysed), and ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="40"/>
        <source>Size of the window, e.g. 1600x1000.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="99"/>
        <source>There is no workspace “%1”; choose code or review.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="105"/>
        <source>--fps takes a rate above 0, such as 25 or 29.97.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="110"/>
        <source>--select takes a number from 1 on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_line.cpp" line="117"/>
        <source>--size takes a width and a height, such as 1600x1000.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Describe</name>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="47"/>
        <source>Micro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="48"/>
        <source>Macro</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="54"/>
        <source>Both sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="56"/>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="58"/>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="60"/>
        <source>Asymmetric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="68"/>
        <source>Not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="70"/>
        <source>A  trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="72"/>
        <source>B  slight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="74"/>
        <source>C  marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="76"/>
        <source>D  severe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="78"/>
        <source>E  maximum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="86"/>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="88"/>
        <source>taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="90"/>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="105"/>
        <source>blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="107"/>
        <source>speech</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="109"/>
        <source>head movement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="130"/>
        <location filename="../src/ui/models/describe.cpp" line="142"/>
        <source>frames %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="138"/>
        <source>Looks like %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="151"/>
        <source>%1 moved most: %2 % of the distance between the eyes, and came back within %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="161"/>
        <source>It looks like %1 rather than an expression.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Edits</name>
    <message>
        <location filename="../src/ui/commands/event_edits.cpp" line="30"/>
        <source>Move onset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/event_edits.cpp" line="30"/>
        <source>Move apex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/event_edits.cpp" line="31"/>
        <source>Move offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/media_edits.cpp" line="10"/>
        <source>Add film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/media_edits.cpp" line="15"/>
        <source>Remove film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/proposal_edits.cpp" line="23"/>
        <source>Take proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/proposal_edits.cpp" line="31"/>
        <source>Reject proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/proposal_edits.cpp" line="36"/>
        <source>Decide on proposal again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Handles</name>
    <message>
        <location filename="../src/ui/commands/handles.cpp" line="18"/>
        <source>onset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/handles.cpp" line="20"/>
        <source>apex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/handles.cpp" line="22"/>
        <source>offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/commands/handles.cpp" line="75"/>
        <source>The %1 cannot go to frame %2: onset, apex and offset keep their order, and frame %3 is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Info</name>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="44"/>
        <source>Save as PDF…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="77"/>
        <source>In the Code workspace a digit begins an action unit: digits, then a–e for intensity, l, r or a for side, + for the next unit, Enter to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="98"/>
        <source>Spots, reviews and annotates micro- and macro-expressions. It works offline and sends nothing anywhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="101"/>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="103"/>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="109"/>
        <source>From the package %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="112"/>
        <source>Not installed on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="120"/>
        <source>Libraries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="125"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="130"/>
        <source>About Mien and its licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/info_dialogs.cpp" line="137"/>
        <source>History of the project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Regions</name>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="20"/>
        <source>left outer brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="20"/>
        <source>left middle brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="21"/>
        <source>left inner brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="21"/>
        <source>right inner brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="22"/>
        <source>right middle brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="22"/>
        <source>right outer brow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="23"/>
        <source>nose bridge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="23"/>
        <source>nose tip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="24"/>
        <source>left mouth corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="24"/>
        <source>upper lip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="25"/>
        <source>right mouth corner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="25"/>
        <source>lower lip</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scorability</name>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="28"/>
        <source>no face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="29"/>
        <source>face too small</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="30"/>
        <source>face turned away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="31"/>
        <source>face cut off by the edge of the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="32"/>
        <source>face covered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/describe.cpp" line="33"/>
        <source>face blurred</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Score</name>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="106"/>
        <source>Proposals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="144"/>
        <source>% eye dist.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="146"/>
        <source>Brows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="147"/>
        <source>Nose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="149"/>
        <source>Mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="150"/>
        <source>Eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="151"/>
        <source>opening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="154"/>
        <source>Head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/timeline_binding.cpp" line="155"/>
        <source>% eye dist. a frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <location filename="../src/ui/shell/session.cpp" line="37"/>
        <source>%1: the picture could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/session.cpp" line="47"/>
        <source>There is no proposal %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/session.cpp" line="75"/>
        <source>A folder of images needs its frame rate for a picture; add --fps RATE.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::ActionRegistry</name>
    <message>
        <location filename="../src/ui/settings/action_registry.cpp" line="69"/>
        <source>%1 already belongs to “%2”. Choose another key, or free it there first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::AnalysisController</name>
    <message>
        <location filename="../src/ui/shell/analysis_controller.cpp" line="67"/>
        <source>Analysing %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/analysis_controller.cpp" line="90"/>
        <source>Keeping the signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/analysis_controller.cpp" line="109"/>
        <source>Reading the kept signals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/analysis_controller.cpp" line="145"/>
        <source>The project was closed while its film was analysed; open it again and press Analyse.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/analysis_controller.cpp" line="162"/>
        <source>No usable face was found in this film, so nothing in it can be scored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../src/ui/shell/analysis_controller.cpp" line="165"/>
        <source>%n expression(s) proposed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/ui/shell/analysis_controller.cpp" line="166"/>
        <source>; %1 % of the film could be scored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::CodeEntry</name>
    <message>
        <location filename="../src/ui/models/code_entry.cpp" line="72"/>
        <source>Press + before the next action unit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/code_entry.cpp" line="74"/>
        <source>Action units have one or two digits. Press + before the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/code_entry.cpp" line="92"/>
        <source>While a code is typed: a to e is the intensity, l, r or a the side, Enter keeps it, Escape drops it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::Coding</name>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="47"/>
        <source>Open a film first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="54"/>
        <source>Mark the onset first: go to its frame and press the onset key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="87"/>
        <location filename="../src/ui/models/coding.cpp" line="99"/>
        <source>Select an event or a proposal first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="101"/>
        <source>Set intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="107"/>
        <source>Select an event first, or begin one at its onset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="109"/>
        <source>Code AU %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="118"/>
        <source>Select a proposal to take it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="120"/>
        <location filename="../src/ui/models/coding.cpp" line="131"/>
        <source>This proposal was taken before. Undo it to decide again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="129"/>
        <source>Select a proposal to reject it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="139"/>
        <source>Select an event to delete it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="148"/>
        <source>Select an event to split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="159"/>
        <source>Select an event to merge it with the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/coding.cpp" line="176"/>
        <source>Select an event to duplicate it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::CommandPalette</name>
    <message>
        <location filename="../src/ui/shell/command_palette.cpp" line="39"/>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_palette.cpp" line="43"/>
        <source>What do you want to do?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/command_palette.cpp" line="47"/>
        <source>Matching actions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::EventCard</name>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="59"/>
        <source>Event card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="85"/>
        <source>Nothing is selected.

Select an event or a proposal on the timeline, or begin an event: go to its onset and press %1, then %2 at the apex and %3 at the offset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="106"/>
        <source>Certainty of the machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="108"/>
        <source>Certainty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="139"/>
        <source>Take</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="140"/>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="160"/>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="166"/>
        <source>History of this event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="197"/>
        <source>%1 expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="198"/>
        <source>%1 · coded by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="216"/>
        <source>Proposed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="217"/>
        <source>Looks like %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="218"/>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="220"/>
        <source>with your changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_card.cpp" line="223"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::EventForm</name>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="51"/>
        <location filename="../src/ui/inspector/event_form.cpp" line="58"/>
        <source>Action units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="52"/>
        <location filename="../src/ui/inspector/event_form.cpp" line="61"/>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="53"/>
        <location filename="../src/ui/inspector/event_form.cpp" line="62"/>
        <source>Intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="54"/>
        <source>Side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="55"/>
        <source>Confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="56"/>
        <location filename="../src/ui/inspector/event_form.cpp" line="70"/>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="59"/>
        <source>e.g. R12B+25</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="63"/>
        <source>Side of the face, the subject&apos;s own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="64"/>
        <source>The subject&apos;s own left and right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="65"/>
        <source>Confidence in per cent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="68"/>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="99"/>
        <source>Set action units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="104"/>
        <source>Set type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="109"/>
        <source>Set intensity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="114"/>
        <source>Set side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="119"/>
        <source>Set confidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/event_form.cpp" line="137"/>
        <source>Write note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::FaceStage</name>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="67"/>
        <source>What the stage shows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="175"/>
        <source>Faces are hidden.
Press F12 to show them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="200"/>
        <source>frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="201"/>
        <source>frame %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="215"/>
        <source>No face was found in this frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="217"/>
        <source>The aligned face needs landmarks. Press Analyse to find them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="230"/>
        <source>pin a neutral frame to see the motion since it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="236"/>
        <source>motion since frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="238"/>
        <source>full colour: %1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/face_stage.cpp" line="242"/>
        <source>NEUTRAL</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::FilmListModel</name>
    <message>
        <location filename="../src/ui/models/film_list_model.cpp" line="39"/>
        <source>%1 (not found)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::FilmOpener</name>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="118"/>
        <source>%1 does not exist. Check the name, or open it from the file dialog.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="142"/>
        <source>This project can only be read: its file or folder is write-protected. Use “Save as” to go on in a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="152"/>
        <source>This project has no films yet. Open one, or drop it on the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="186"/>
        <source>%1 is not where it was. Use File ▸ Find missing films to say where it is now; your events are safe in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="212"/>
        <source>First frame of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="224"/>
        <source>Opening %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="309"/>
        <source>Fingerprint of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="321"/>
        <source>Missing films are still being looked for; wait for that, or stop it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="327"/>
        <source>Copying %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="335"/>
        <source>The project goes on in its old place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="344"/>
        <source>Finding missing films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/film_opener.cpp" line="367"/>
        <source>None of the missing films was found in %1 or below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../src/ui/shell/film_opener.cpp" line="370"/>
        <source>%n film(s) found again.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::FilmsPanel</name>
    <message>
        <location filename="../src/ui/shell/films_panel.cpp" line="17"/>
        <source>Films of the project</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::FlowOverlay</name>
    <message>
        <location filename="../src/ui/player/flow_overlay.cpp" line="57"/>
        <source>Motion since the neutral frame</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::HandleRow</name>
    <message>
        <location filename="../src/ui/inspector/handle_row.cpp" line="17"/>
        <source>Onset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/handle_row.cpp" line="17"/>
        <source>Apex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/handle_row.cpp" line="17"/>
        <source>Offset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/handle_row.cpp" line="22"/>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/handle_row.cpp" line="24"/>
        <source>%1, frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/handle_row.cpp" line="31"/>
        <source>Go to the %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::HistoryModel</name>
    <message>
        <location filename="../src/ui/models/history_model.cpp" line="65"/>
        <source>undone and replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/history_model.cpp" line="65"/>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/history_model.cpp" line="72"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/history_model.cpp" line="72"/>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/history_model.cpp" line="72"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/models/history_model.cpp" line="72"/>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::JobDelegate</name>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="78"/>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="82"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="88"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="92"/>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="96"/>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::JobList</name>
    <message>
        <location filename="../src/ui/jobs/job_list.cpp" line="43"/>
        <source>%1, ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/jobs/job_list.cpp" line="44"/>
        <source>%1, %2 percent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/jobs/job_list.cpp" line="97"/>
        <source>%1 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/jobs/job_list.cpp" line="99"/>
        <source>%1 min %2 s left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/jobs/job_list.cpp" line="100"/>
        <source>%1 h %2 min left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::JobsPanel</name>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="18"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="19"/>
        <source>Clear finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="25"/>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/jobs_panel.cpp" line="34"/>
        <source>Stop the selected job; what it changed so far is nothing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::KeysPage</name>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="37"/>
        <source>Find an action or a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="41"/>
        <source>Action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="41"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="42"/>
        <source>Actions and their keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="49"/>
        <source>New key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="51"/>
        <source>New key for the selected action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="52"/>
        <source>Assign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="53"/>
        <source>No key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="54"/>
        <source>As delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="55"/>
        <source>All as delivered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="63"/>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="137"/>
        <source>Select an action first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="143"/>
        <source>“%1” has no key now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/keys_page.cpp" line="144"/>
        <source>%1 is “%2” now.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::LogPanel</name>
    <message>
        <location filename="../src/ui/shell/log_panel.cpp" line="22"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::MainWindow</name>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="103"/>
        <source>Films</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="104"/>
        <source>Review queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="105"/>
        <source>Event card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="106"/>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="107"/>
        <source>Jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="108"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="148"/>
        <source>Opening %1 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="202"/>
        <source>Every proposal of this film is decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="301"/>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="340"/>
        <source>Undo “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="340"/>
        <location filename="../src/ui/shell/window_actions.cpp" line="73"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="341"/>
        <source>Redo “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="341"/>
        <location filename="../src/ui/shell/window_actions.cpp" line="75"/>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="346"/>
        <source>LibTorch …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="346"/>
        <source>The network runtime is being loaded in the background.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="348"/>
        <source>Loading the network runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="358"/>
        <source>no LibTorch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="360"/>
        <source>GPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="360"/>
        <source>CPU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="361"/>
        <source>LibTorch %1, %2, %3 threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/main_window.cpp" line="416"/>
        <source>Only files and folders of this computer can be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="42"/>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="43"/>
        <source>Open film…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="45"/>
        <source>Open folder of images…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="47"/>
        <source>Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="49"/>
        <source>Open demo film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="53"/>
        <source>Save a copy of the project as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="58"/>
        <source>Find missing films…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="60"/>
        <source>Export events…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="62"/>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="63"/>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="64"/>
        <location filename="../src/ui/shell/window_actions.cpp" line="341"/>
        <source>Analyse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="66"/>
        <source>Stop analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="72"/>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="77"/>
        <source>History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="79"/>
        <source>Settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="81"/>
        <source>Change keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="87"/>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="91"/>
        <source>Play or stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="93"/>
        <source>Shuttle back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="95"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="97"/>
        <source>Shuttle on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="99"/>
        <source>Slow motion back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="101"/>
        <source>Slow motion on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="103"/>
        <source>One frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="104"/>
        <source>One frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="105"/>
        <source>Ten frames back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="108"/>
        <source>Ten frames on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="110"/>
        <source>To the first frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="112"/>
        <source>To the last frame</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="114"/>
        <source>Go to frame or time…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="116"/>
        <source>Previous boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="118"/>
        <source>Next boundary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="120"/>
        <source>Previous event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="122"/>
        <source>Next event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="124"/>
        <source>Next unsure proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="126"/>
        <source>Loop event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="129"/>
        <source>Play event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="139"/>
        <location filename="../src/ui/shell/window_actions.cpp" line="343"/>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="140"/>
        <source>Onset here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="142"/>
        <source>Apex here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="144"/>
        <source>Offset here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="147"/>
        <source>Nearest handle one frame back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="149"/>
        <source>Nearest handle one frame on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="151"/>
        <source>Nearest handle ten frames back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="153"/>
        <source>Nearest handle ten frames on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="155"/>
        <source>Split event here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="157"/>
        <source>Merge with the next event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="159"/>
        <source>Duplicate event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="161"/>
        <source>Delete event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="163"/>
        <source>Select nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="167"/>
        <location filename="../src/ui/shell/window_actions.cpp" line="344"/>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="168"/>
        <source>Take proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="170"/>
        <source>Reject proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="172"/>
        <source>Back to the proposal before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="179"/>
        <source>Intensity %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="188"/>
        <source>Face stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="196"/>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="197"/>
        <source>Aligned face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="198"/>
        <source>Motion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="199"/>
        <source>Pin neutral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="202"/>
        <source>Blink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="205"/>
        <source>Motion on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="208"/>
        <source>Motion fainter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="210"/>
        <source>Motion stronger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="212"/>
        <source>Hide faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="227"/>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="228"/>
        <source>Zoom the score in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="230"/>
        <source>Zoom the score out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="232"/>
        <source>Whole film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="234"/>
        <source>Zoom to the selected event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="236"/>
        <source>Workspace: Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="238"/>
        <source>Workspace: Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="240"/>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="241"/>
        <source>Light or dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="245"/>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="247"/>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="248"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="250"/>
        <source>Command palette</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="252"/>
        <source>About Mien and its licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="266"/>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="268"/>
        <source>Recent projects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="274"/>
        <source>None yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="279"/>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="283"/>
        <source>&amp;Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="307"/>
        <source>&amp;Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="310"/>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="314"/>
        <source>Panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="318"/>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_actions.cpp" line="328"/>
        <source>Analysis and workspaces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="43"/>
        <source>Open film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="44"/>
        <source>Films (*.mp4 *.mov *.avi *.mkv *.webm *.wmv *.mpg *.mpeg *.m4v);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="53"/>
        <source>Open folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="63"/>
        <source>Frame rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="64"/>
        <source>How many images a second does %1 hold?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="71"/>
        <source>Open project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="72"/>
        <location filename="../src/ui/shell/window_commands.cpp" line="79"/>
        <source>Mien projects (*.mien)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="78"/>
        <source>Save a copy of the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="89"/>
        <source>No film of this project is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="90"/>
        <source>Where are the films now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="99"/>
        <source>This installation has no demo film.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="108"/>
        <source>There are no events to export yet. Take a proposal or mark an event first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="111"/>
        <source>Export events</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../src/ui/shell/window_commands.cpp" line="117"/>
        <source>%n event(s) written to %1.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="127"/>
        <source>Go to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="127"/>
        <source>Frame (231) or time (1.155s, 0:01.155):</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="134"/>
        <source>“%1” is no frame and no time of this film. Frames go from 0 to %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="165"/>
        <source>There are no events in this film yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/window_commands.cpp" line="189"/>
        <source>No proposal waits for a decision.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::MessageBar</name>
    <message>
        <location filename="../src/ui/shell/message_bar.cpp" line="19"/>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/message_bar.cpp" line="30"/>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::ProjectDocument</name>
    <message>
        <location filename="../src/ui/document/project_document.cpp" line="126"/>
        <source>No project is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/document/project_document.cpp" line="164"/>
        <source>Open a film or a project first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/document/project_document.cpp" line="173"/>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/document/project_document.cpp" line="182"/>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::QueueDelegate</name>
    <message>
        <location filename="../src/ui/review/queue_delegate.cpp" line="66"/>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::RegionBars</name>
    <message>
        <location filename="../src/ui/inspector/region_bars.cpp" line="18"/>
        <source>Regions that moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/inspector/region_bars.cpp" line="28"/>
        <source>%1: %2 % of the eye distance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::ReviewPanel</name>
    <message>
        <location filename="../src/ui/review/review_panel.cpp" line="30"/>
        <source>Review queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/review/review_panel.cpp" line="38"/>
        <source>Reviewed so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/review/review_panel.cpp" line="45"/>
        <source>Proposals, unsure first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/review/review_panel.cpp" line="116"/>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/review/review_panel.cpp" line="119"/>
        <source>Open a film. What the machine proposes waits here for your decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/review/review_panel.cpp" line="122"/>
        <source>The film is being analysed. Proposals appear here as soon as it is done; the first ones show on the timeline already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/review/review_panel.cpp" line="125"/>
        <source>The film was analysed, and nothing was found to propose.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/review/review_panel.cpp" line="127"/>
        <source>This film was not analysed yet. Press %1 to let the machine propose where expressions are; nothing it says becomes an event before you take it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::ReviewQueueModel</name>
    <message>
        <location filename="../src/ui/models/review_queue_model.cpp" line="63"/>
        <source>%1, certainty %2 %, %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::ScorePanel</name>
    <message>
        <location filename="../src/ui/shell/score_panel.cpp" line="20"/>
        <source>Score: timeline of signals, proposals and events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/score_panel.cpp" line="111"/>
        <source>Move event</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::SettingsDialog</name>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="32"/>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="35"/>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="36"/>
        <source>Analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="37"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="38"/>
        <source>Settings pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="55"/>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="56"/>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="58"/>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="62"/>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="64"/>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="68"/>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="71"/>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="72"/>
        <source>Another language takes effect when Mien starts again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="74"/>
        <source>Your login name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="75"/>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="79"/>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="80"/>
        <source>Kept with every change you make, and the name of your tier.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="91"/>
        <source>All processors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="93"/>
        <source>Threads for analysis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="95"/>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="96"/>
        <source>Results do not depend on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="99"/>
        <source>Where the system&apos;s package puts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="100"/>
        <source>Landmark model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="103"/>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="104"/>
        <source>Choose the landmark model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="107"/>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="116"/>
        <source>Landmark model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="108"/>
        <source>Landmark models (*.dat);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/settings/settings_dialog.cpp" line="119"/>
        <source>The 68-point model. The one in Debian&apos;s package libdlib-data was trained on images licensed for research only; Mien ships no copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::StageView</name>
    <message>
        <location filename="../src/ui/player/stage_view.cpp" line="19"/>
        <source>Face stage</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::StatusLine</name>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="15"/>
        <source>Frame on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="16"/>
        <source>Frame rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="17"/>
        <source>Film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="19"/>
        <source>Network runtime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="20"/>
        <source>Coder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="21"/>
        <source>Kept changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="22"/>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="26"/>
        <source>Work in the background</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="27"/>
        <source>Show the list of jobs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="83"/>
        <source>%1 frame %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="86"/>
        <source>The picture on screen is exactly this frame.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="87"/>
        <source>This frame is being decoded; the picture&apos;s own number stands under it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="99"/>
        <source>%1 fps · CFR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="100"/>
        <source>%1 fps · VFR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="102"/>
        <source>Constant frame rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="103"/>
        <source>Variable frame rate: times are read from the film&apos;s own time stamps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="115"/>
        <source>%1  %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="123"/>
        <source>coded by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="128"/>
        <source>read-only: nothing can be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="131"/>
        <source>all changes kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="133"/>
        <location filename="../src/ui/shell/status_line.cpp" line="135"/>
        <source>all changes kept · %1 s ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/status_line.cpp" line="137"/>
        <source>all changes kept · %1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::TransportBar</name>
    <message>
        <location filename="../src/ui/player/transport_bar.cpp" line="23"/>
        <source>Player controls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/transport_bar.cpp" line="36"/>
        <source>Speed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/transport_bar.cpp" line="38"/>
        <source>Position in the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/transport_bar.cpp" line="42"/>
        <source>Frame shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/player/transport_bar.cpp" line="79"/>
        <location filename="../src/ui/player/transport_bar.cpp" line="82"/>
        <source>frame %1 / %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::WelcomePage</name>
    <message>
        <location filename="../src/ui/shell/welcome_page.cpp" line="28"/>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/welcome_page.cpp" line="34"/>
        <source>Drop a film here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/welcome_page.cpp" line="41"/>
        <source>Mien shows it frame by frame, proposes where micro- and macro-expressions are, and keeps every decision you make. A folder of numbered images or a Mien project works too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/welcome_page.cpp" line="86"/>
        <source>Go on with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/shell/welcome_page.cpp" line="99"/>
        <source>Open project %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::timeline</name>
    <message>
        <location filename="../src/ui/timeline/tier_painter.cpp" line="103"/>
        <source>µ</source>
        <comment>micro-expression, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/tier_painter.cpp" line="104"/>
        <source>M</source>
        <comment>macro-expression, one letter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/time_text.cpp" line="9"/>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/overlay_painter.cpp" line="52"/>
        <source>not scorable: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mien::ui::timeline::TimelineView</name>
    <message>
        <location filename="../src/ui/timeline/timeline_accessible.cpp" line="36"/>
        <source>on tier %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_view.cpp" line="32"/>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_view.cpp" line="44"/>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_view.cpp" line="46"/>
        <source>Signal lanes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_view.cpp" line="48"/>
        <source>Tiers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="25"/>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="48"/>
        <source>micro-expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="25"/>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="48"/>
        <source>macro-expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="27"/>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="29"/>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="50"/>
        <source>proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="30"/>
        <source>onset frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="32"/>
        <source>apex %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="33"/>
        <source>offset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="34"/>
        <source>, </source>
        <comment>between the parts of a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="41"/>
        <source>frame %1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="49"/>
        <source>rejected proposal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="57"/>
        <source>▷ onset: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="59"/>
        <source>▲ apex: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="60"/>
        <source>◁ offset: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <location filename="../src/ui/timeline/timeline_words.cpp" line="62"/>
        <source>%n frame(s), %1 ms</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="71"/>
        <source>%1 by %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="74"/>
        <source>%1 in %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="83"/>
        <source>not scorable: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="89"/>
        <source>%1: %2 %3</source>
        <comment>signal, value, unit</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="111"/>
        <source>Onset, frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="114"/>
        <source>Apex, frame %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../src/ui/timeline/timeline_words.cpp" line="117"/>
        <source>Offset, frame %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
