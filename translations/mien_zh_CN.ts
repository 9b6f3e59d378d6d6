<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
        <name>CommandLine</name>
        <message>
            <source>Spot, review and annotate micro- and macro-expressions.</source>
            <translation>检测、审阅并标注微表情和宏表情。</translation>
        </message>
        <message>
            <source>Shows this text.</source>
            <translation>显示此说明。</translation>
        </message>
        <message>
            <source>Shows the version.</source>
            <translation>显示版本。</translation>
        </message>
        <message>
            <source>Analyses the film as soon as it is open; in the workspace train, trains on the table.</source>
            <translation>视频打开后立即分析；在 train 工作区则用表格训练。</translation>
        </message>
        <message>
            <source>Frame rate of a folder of images.</source>
            <translation>图像文件夹的帧率。</translation>
        </message>
        <message>
            <source>Writes a picture of the window, once the film is there (and analysed), and ends.</source>
            <translation>视频就绪（并分析完）后写出窗口截图，然后退出。</translation>
        </message>
        <message>
            <source>Size of the window, e.g. 1600x1000.</source>
            <translation>窗口大小，例如 1600x1000。</translation>
        </message>
        <message>
            <source>--fps takes a rate above 0, such as 25 or 29.97.</source>
            <translation>--fps 需要大于 0 的帧率，例如 25 或 29.97。</translation>
        </message>
        <message>
            <source>--select takes a number from 1 on.</source>
            <translation>--select 需要从 1 开始的数字。</translation>
        </message>
        <message>
            <source>--size takes a width and a height, such as 1600x1000.</source>
            <translation>--size 需要宽和高，例如 1600x1000。</translation>
        </message>
        <message>
            <source>Films, folders of numbered images, a Mien project, or the table of a dataset.</source>
            <translation>视频、编号图像文件夹、Mien 项目或数据集表格。</translation>
        </message>
            <message>
            <source>Begins in this workspace: code, review, data, graph or train.</source>
            <translation>以此工作区开始：code、review、data、graph 或 train。</translation>
        </message>
        <message>
            <source>There is no workspace “%1”; choose code, review, data, graph or train.</source>
            <translation>没有工作区“%1”；请选择 code、review、data、graph 或 train。</translation>
        </message>
    <message>
        <source>Selects the N-th proposal of the film, edge of the graph, or film of a trained run, which is then shown for debiasing; counted from 1.</source>
        <translation>选择视频的第 N 个建议、图的第 N 条边，或训练运行的第 N 个视频（随后显示其去偏页面），从 1 数起。</translation>
    </message>
</context>
<context>
        <name>EdgeWords</name>
        <message>
            <source>only in %1: %2</source>
            <translation>仅在%1中：%2</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>in both: %1</source>
            <translation>两者都有：%1</translation>
        </message>
        <message>
            <source>%1 is a cause of %2</source>
            <translation>%1是%2的原因</translation>
        </message>
        <message>
            <source>%1 and %2 both have a share in which samples there are</source>
            <translation>%1和%2都影响了哪些样本被收入</translation>
        </message>
        <message>
            <source>%1 is a cause of %2 or of which samples there are</source>
            <translation>%1是%2的原因，或影响了哪些样本被收入</translation>
        </message>
        <message>
            <source>%2 does not cause %1; %1 causes %2, or something unmeasured moves both</source>
            <translation>%2不是%1的原因；%1引起%2，或某个未测量的因素同时影响两者</translation>
        </message>
        <message>
            <source>%1 and %2 belong together; how, these data leave open</source>
            <translation>%1与%2相关；如何相关，这些数据无法判定</translation>
        </message>
        <message>
            <source>neither causes the other; something unmeasured moves %1 and %2</source>
            <translation>两者互不为因；某个未测量的因素同时影响%1和%2</translation>
        </message>
        <message>
            <source>%1 and %2 move together, %3</source>
            <translation>%1与%2一起运动，%3</translation>
        </message>
        <message>
            <source>weakest test: p &lt; 1e-300</source>
            <translation>最弱的检验：p &lt; 1e-300</translation>
        </message>
        <message>
            <source>weakest test: p = %1</source>
            <translation>最弱的检验：p = %1</translation>
        </message>
        <message>
            <source>in %1 of resampled graphs, in %2 with these ends</source>
            <translation>在%1的重抽样图中出现，其中%2的端点与此相同</translation>
        </message>
        <message>
            <source>in %1 of resampled graphs</source>
            <translation>在%1的重抽样图中出现</translation>
        </message>
        <message>
            <source>causes found: %1, effects: %2, other edges: %3</source>
            <translation>已知原因：%1，结果：%2，其他边：%3</translation>
        </message>
        <message>
            <source>edges: %1</source>
            <translation>边：%1</translation>
        </message>
    </context>
<context>
        <name>ExportPicture</name>
        <message>
            <source>The picture could not be written; choose another folder.</source>
            <translation>无法写入图片；请选择其他文件夹。</translation>
        </message>
        <message>
            <source>Pictures are written as .svg, .pdf or .png; choose one of these endings.</source>
            <translation>图片可存为 .svg、.pdf 或 .png；请使用其中一种扩展名。</translation>
        </message>
        <message>
            <source>Drawings (*.svg);;Pages (*.pdf);;Pictures (*.png)</source>
            <translation>矢量图 (*.svg);;页面 (*.pdf);;图片 (*.png)</translation>
        </message>
    </context>
<context>
        <name>GraphContent</name>
        <message>
            <source>only in %1; not compared</source>
            <translation>仅在%1中；未作比较</translation>
        </message>
    </context>
<context>
        <name>GraphLegend</name>
        <message>
            <source>move together: the wider, the more often</source>
            <translation>一起运动：越粗越频繁</translation>
        </message>
        <message>
            <source>in both</source>
            <translation>两者都有</translation>
        </message>
        <message>
            <source>only in %1</source>
            <translation>仅在%1中</translation>
        </message>
        <message>
            <source>drawn twice: in both, with other ends</source>
            <translation>画两次：两者都有，但端点不同</translation>
        </message>
        <message>
            <source>is a cause of</source>
            <translation>是…的原因</translation>
        </message>
        <message>
            <source>may cause, is not caused by</source>
            <translation>可能引起，但不由其引起</translation>
        </message>
        <message>
            <source>something unmeasured moves both</source>
            <translation>某个未测量的因素同时影响两者</translation>
        </message>
        <message>
            <source>belong together, direction open</source>
            <translation>相关，方向未定</translation>
        </message>
        <message>
            <source>causes it, or which samples there are</source>
            <translation>引起它，或影响样本的收入</translation>
        </message>
        <message>
            <source>both decide which samples there are</source>
            <translation>两者都影响样本的收入</translation>
        </message>
        <message>
            <source>in fewer than %1% of resampled graphs</source>
            <translation>在不足 %1% 的重抽样图中出现</translation>
        </message>
        <message>
            <source>the wider, the more resampled graphs have it</source>
            <translation>越粗，含有它的重抽样图越多</translation>
        </message>
        <message>
            <source>required</source>
            <translation>必有</translation>
        </message>
        <message>
            <source>forbidden</source>
            <translation>禁止</translation>
        </message>
    </context>
<context>
        <name>GraphPlaces</name>
        <message>
            <source>The graph could not be laid out; install Graphviz&apos;s library (package libgvc6) or choose another placement.</source>
            <translation>无法排列此图；请安装 Graphviz 库（软件包 libgvc6），或选择其他排列方式。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::graph::PagView</name>
        <message>
            <source>Causal graph</source>
            <translation>因果图</translation>
        </message>
        <message>
            <source>Arranging the graph</source>
            <translation>正在排列因果图</translation>
        </message>
        <message>
            <source>required: %1 causes %2</source>
            <translation>必有：%1引起%2</translation>
        </message>
        <message>
            <source>forbidden: %1 causes %2</source>
            <translation>禁止：%1引起%2</translation>
        </message>
        <message>
            <source>no edge between %1 and %2</source>
            <translation>%1与%2之间没有边</translation>
        </message>
        <message>
            <source>Required: %1 causes … – choose the effect, Esc: none</source>
            <translation>必有：%1引起…… – 请选择结果，Esc 取消</translation>
        </message>
        <message>
            <source>Forbidden: %1 causes … – choose the effect, Esc: none</source>
            <translation>禁止：%1引起…… – 请选择结果，Esc 取消</translation>
        </message>
        <message>
            <source>Require: drag from a cause to its effect, or press Enter on each</source>
            <translation>必有：从原因拖到结果，或依次按回车键</translation>
        </message>
        <message>
            <source>Forbid: drag from A to B to say that A does not cause B, or press Enter on each</source>
            <translation>禁止：从 A 拖到 B 表示 A 不引起 B，或依次按回车键</translation>
        </message>
        <message numerus="yes">
            <source>%n variable(s)</source>
            <translation>
                <numerusform>%n 个变量</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n edge(s)</source>
            <translation>
                <numerusform>%n 条边</numerusform>
            </translation>
        </message>
        <message>
            <source>No graph yet</source>
            <translation>尚无因果图</translation>
        </message>
        <message>
            <source>Arranging the graph…</source>
            <translation>正在排列因果图…</translation>
        </message>
        <message>
            <source>Nothing known of %1 → %2</source>
            <translation>对 %1 → %2 不作规定</translation>
        </message>
        <message>
            <source>Required: %1 → %2</source>
            <translation>必有：%1 → %2</translation>
        </message>
        <message>
            <source>Forbidden: %1 → %2</source>
            <translation>禁止：%1 → %2</translation>
        </message>
        <message>
            <source>Require %1 → %2</source>
            <translation>规定必有 %1 → %2</translation>
        </message>
        <message>
            <source>Forbid %1 → %2</source>
            <translation>禁止 %1 → %2</translation>
        </message>
            <message>
            <source>Nodes arranged anew</source>
            <translation>节点已重新布局</translation>
        </message>
        <message>
            <source>%1 moved</source>
            <translation>已移动 %1</translation>
        </message>
        <message>
            <source>Put %1 back</source>
            <translation>将 %1 放回原处</translation>
        </message>
        <message>
            <source>%1 put back</source>
            <translation>已将 %1 放回原处</translation>
        </message>
        <message>
            <source>Put all nodes back</source>
            <translation>将所有节点放回原处</translation>
        </message>
        <message>
            <source>Nodes put back</source>
            <translation>节点已放回原处</translation>
        </message>
        <message>
            <source>Show all of it</source>
            <translation>显示全图</translation>
        </message>
</context>
<context>
        <name>mien::ui::graph::MatrixView</name>
        <message>
            <source>Matrices of the graph</source>
            <translation>因果图的矩阵</translation>
        </message>
        <message>
            <source>No matrix yet</source>
            <translation>尚无矩阵</translation>
        </message>
    </context>
<context>
        <name>Describe</name>
        <message>
            <source>Micro</source>
            <translation>微表情</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>宏表情</translation>
        </message>
        <message>
            <source>Both sides</source>
            <translation>双侧</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>左侧</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>右侧</translation>
        </message>
        <message>
            <source>Asymmetric</source>
            <translation>不对称</translation>
        </message>
        <message>
            <source>Not scored</source>
            <translation>未评分</translation>
        </message>
        <message>
            <source>A  trace</source>
            <translation>A  微量</translation>
        </message>
        <message>
            <source>B  slight</source>
            <translation>B  轻微</translation>
        </message>
        <message>
            <source>C  marked</source>
            <translation>C  明显</translation>
        </message>
        <message>
            <source>D  severe</source>
            <translation>D  强烈</translation>
        </message>
        <message>
            <source>E  maximum</source>
            <translation>E  最大</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>taken</source>
            <translation>已采纳</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <source>blink</source>
            <translation>眨眼</translation>
        </message>
        <message>
            <source>speech</source>
            <translation>说话</translation>
        </message>
        <message>
            <source>head movement</source>
            <translation>头部运动</translation>
        </message>
        <message>
            <source>frames %1 to %2</source>
            <translation>第 %1 至 %2 帧</translation>
        </message>
        <message>
            <source>Looks like %1</source>
            <translation>看起来像%1</translation>
        </message>
        <message>
            <source>%1 moved most: %2 % of the distance between the eyes, and came back within %3.</source>
            <translation>%1移动最大：两眼间距的 %2 %，并在 %3 内恢复。</translation>
        </message>
        <message>
            <source>It looks like %1 rather than an expression.</source>
            <translation>它更像%1，而不是表情。</translation>
        </message>
    </context>
<context>
        <name>Display</name>
        <message>
            <source>Start Mien in a desktop session, add --screenshot PNG for a picture of the window, or use mien-cli.</source>
            <translation>请在桌面会话中启动 Mien，或加 --screenshot PNG 得到窗口截图，或使用 mien-cli。</translation>
        </message>
        <message>
            <source>No window can be opened on the display that %1 names (%2): it cannot be reached.</source>
            <translation>无法在 %1 指定的显示器（%2）上打开窗口：连接不上。</translation>
        </message>
        <message>
            <source>No window can be opened here.</source>
            <translation>这里无法打开窗口。</translation>
        </message>
    </context>
<context>
        <name>Edits</name>
        <message>
            <source>This was coded by %1, and only %1 can change it. Duplicate the event to get one of your own.</source>
            <translation>这是由 %1 标注的，只有 %1 可以修改。请创建该事件的副本，得到您自己的事件。</translation>
        </message>
        <message>
            <source>The clipboard holds no events. Copy an event, or rows of an event table with their header, and paste again.</source>
            <translation>剪贴板中没有事件。请复制一个事件，或复制带表头的事件表的行，然后再粘贴。</translation>
        </message>
        <message>
            <source>Pasted at frame %1 the events would end at frame %2, and the film has its last frame at %3. Go to an earlier frame and paste again.</source>
            <translation>若在第 %1 帧粘贴，事件将止于第 %2 帧，而视频的最后一帧是 %3。请转到更早的帧再粘贴。</translation>
        </message>
        <message>
            <source>Paste event</source>
            <translation>粘贴事件</translation>
        </message>
        <message>
            <source>Paste events</source>
            <translation>粘贴事件</translation>
        </message>
        <message>
            <source>Move onset</source>
            <translation>移动起始帧</translation>
        </message>
        <message>
            <source>Move apex</source>
            <translation>移动顶点帧</translation>
        </message>
        <message>
            <source>Move offset</source>
            <translation>移动终止帧</translation>
        </message>
        <message>
            <source>Add film</source>
            <translation>添加视频</translation>
        </message>
        <message>
            <source>Remove film</source>
            <translation>移除视频</translation>
        </message>
        <message>
            <source>Take proposal</source>
            <translation>采纳建议</translation>
        </message>
        <message>
            <source>Take proposal, %1 moved</source>
            <translation>采纳建议，%1已移动</translation>
        </message>
        <message>
            <source>Reject proposal</source>
            <translation>拒绝建议</translation>
        </message>
        <message>
            <source>Decide on proposal again</source>
            <translation>重新决定建议</translation>
        </message>
        <message>
            <source>“%1” was done by %2 to what %3 coded; you cannot take it back or do it again.</source>
            <translation>“%1”是 %2 对 %3 的标注所做的操作；您不能撤销或重做。</translation>
        </message>
        <message>
            <source>Undoing: %1</source>
            <translation>正在撤销：%1</translation>
        </message>
        <message>
            <source>Redoing: %1</source>
            <translation>正在重做：%1</translation>
        </message>
        <message>
            <source>Show proposals: %1</source>
            <translation>显示建议：%1</translation>
        </message>
        <message>
            <source>Mark as watched</source>
            <translation>标记为已观看</translation>
        </message>
        <message>
            <source>Mark as not watched</source>
            <translation>取消已观看标记</translation>
        </message>
        <message>
            <source>Follow the largest face</source>
            <translation>跟踪最大的人脸</translation>
        </message>
        <message>
            <source>Follow face %1</source>
            <translation>跟踪第 %1 张人脸</translation>
        </message>
        <message>
            <source>Film without a person</source>
            <translation>视频不再注明人物</translation>
        </message>
        <message>
            <source>Film of %1</source>
            <translation>视频中的人是 %1</translation>
        </message>
        <message>
            <source>Add event</source>
            <translation>添加事件</translation>
        </message>
        <message>
            <source>Move event to another tier</source>
            <translation>把事件移到另一层</translation>
        </message>
        <message>
            <source>Delete event</source>
            <translation>删除事件</translation>
        </message>
        <message>
            <source>Duplicate event</source>
            <translation>复制一份事件</translation>
        </message>
        <message>
            <source>Go to a frame inside the event, after its onset, to split it.</source>
            <translation>请移到事件之内、起始帧之后的一帧再拆分。</translation>
        </message>
        <message>
            <source>Split event</source>
            <translation>拆分事件</translation>
        </message>
        <message>
            <source>Merging needs a next event on the same tier.</source>
            <translation>合并需要同一层上有下一个事件。</translation>
        </message>
        <message>
            <source>Merge events</source>
            <translation>合并事件</translation>
        </message>
    </context>
<context>
        <name>Handles</name>
        <message>
            <source>onset</source>
            <translation>起始帧</translation>
        </message>
        <message>
            <source>apex</source>
            <translation>顶点帧</translation>
        </message>
        <message>
            <source>offset</source>
            <translation>终止帧</translation>
        </message>
        <message>
            <source>The %1 cannot go to frame %2: onset, apex and offset keep their order, and frame %3 is in the way.</source>
            <translation>%1不能移到第 %2 帧：起始帧、顶点帧和终止帧须保持顺序，第 %3 帧挡住了它。</translation>
        </message>
    </context>
<context>
        <name>ImportChecks</name>
        <message>
            <source>The header stands on another row than in the release.</source>
            <translation>表头所在的行与发布版本不同。</translation>
        </message>
        <message>
            <source>A column without a name holds values.</source>
            <translation>未命名的列中有值。</translation>
        </message>
        <message>
            <source>An empty row stands between filled ones.</source>
            <translation>有内容的行之间有空行。</translation>
        </message>
        <message>
            <source>The header comes again as a row.</source>
            <translation>表头作为一行再次出现。</translation>
        </message>
        <message>
            <source>Blanks stand around a name.</source>
            <translation>名称前后有空格。</translation>
        </message>
        <message>
            <source>A participant or film is absent from the sheets that map its code.</source>
            <translation>对应编码的工作表中没有该被试或视频。</translation>
        </message>
        <message>
            <source>A row names no subject.</source>
            <translation>有一行未写被试。</translation>
        </message>
        <message>
            <source>A row names no film.</source>
            <translation>有一行未写视频。</translation>
        </message>
        <message>
            <source>A subject&apos;s number has lost its leading zeros.</source>
            <translation>被试编号丢失了前导零。</translation>
        </message>
        <message>
            <source>The name of the clip says another subject than the row.</source>
            <translation>片段名称中的被试与该行不同。</translation>
        </message>
        <message>
            <source>Two rows of one subject have the same name.</source>
            <translation>同一被试的两行名称相同。</translation>
        </message>
        <message>
            <source>Rows of one subject give different demographics.</source>
            <translation>同一被试的各行人口学信息不一致。</translation>
        </message>
        <message>
            <source>A frame, label or duration is no number.</source>
            <translation>帧、标签或时长不是数字。</translation>
        </message>
        <message>
            <source>A row has no onset.</source>
            <translation>有一行没有起始帧。</translation>
        </message>
        <message>
            <source>A row has no apex, or a sign in its place (/, -1, 0).</source>
            <translation>有一行没有顶点帧，或以符号代替（/、-1、0）。</translation>
        </message>
        <message>
            <source>A row has no offset.</source>
            <translation>有一行没有终止帧。</translation>
        </message>
        <message>
            <source>The offset is 0 after a later onset.</source>
            <translation>起始帧大于 0，终止帧却为 0。</translation>
        </message>
        <message>
            <source>A frame is no whole number.</source>
            <translation>帧号不是整数。</translation>
        </message>
        <message>
            <source>The duration is not offset - onset + 1.</source>
            <translation>时长不等于终止帧 - 起始帧 + 1。</translation>
        </message>
        <message>
            <source>The row&apos;s frame rate cannot be read.</source>
            <translation>无法读取该行的帧率。</translation>
        </message>
        <message>
            <source>The frame numbers name images and need not count frames.</source>
            <translation>帧号是图像编号，不一定按帧计数。</translation>
        </message>
        <message>
            <source>A film is not where the films are.</source>
            <translation>视频不在视频文件夹中。</translation>
        </message>
        <message>
            <source>Several films fit a row.</source>
            <translation>有多个视频与一行相符。</translation>
        </message>
        <message>
            <source>A film cannot be opened.</source>
            <translation>有视频无法打开。</translation>
        </message>
        <message>
            <source>A file of precomputed arrays is not there.</source>
            <translation>预先计算的数组文件不存在。</translation>
        </message>
        <message>
            <source>The frames seem to count from 0, not from 1.</source>
            <translation>帧号似乎从 0 而不是从 1 开始。</translation>
        </message>
        <message>
            <source>A frame lies before the film&apos;s first.</source>
            <translation>帧位于视频首帧之前。</translation>
        </message>
        <message>
            <source>A frame lies behind the film&apos;s last.</source>
            <translation>帧位于视频末帧之后。</translation>
        </message>
        <message>
            <source>The film&apos;s frame rate is not the one that the table goes by.</source>
            <translation>视频的帧率与表格所依据的不同。</translation>
        </message>
        <message>
            <source>Onset, apex and offset do not follow one another.</source>
            <translation>起始帧、顶点帧和终止帧顺序不对。</translation>
        </message>
        <message>
            <source>The type is neither macro nor micro.</source>
            <translation>类型既不是宏表情也不是微表情。</translation>
        </message>
        <message>
            <source>A micro-expression is longer than half a second.</source>
            <translation>微表情长于半秒。</translation>
        </message>
        <message>
            <source>A macro-expression is no longer than half a second.</source>
            <translation>宏表情不长于半秒。</translation>
        </message>
        <message>
            <source>Two rows say the same.</source>
            <translation>两行内容相同。</translation>
        </message>
        <message>
            <source>Two expressions of one film overlap.</source>
            <translation>同一视频的两个表情重叠。</translation>
        </message>
        <message>
            <source>A row has no emotion.</source>
            <translation>有一行没有情绪。</translation>
        </message>
        <message>
            <source>One emotion is written with and without capitals.</source>
            <translation>同一情绪的大小写写法不一。</translation>
        </message>
        <message>
            <source>An emotion is misspelled by a letter or two.</source>
            <translation>情绪拼写错了一两个字母。</translation>
        </message>
        <message>
            <source>An emotion is none that is known.</source>
            <translation>情绪不在已知之列。</translation>
        </message>
        <message>
            <source>A row has no action units (?, NULL, nothing).</source>
            <translation>有一行没有动作单元（?、NULL、空）。</translation>
        </message>
        <message>
            <source>The cell of action units is a number with decimals.</source>
            <translation>动作单元单元格是带小数的数字。</translation>
        </message>
        <message>
            <source>Action units are separated by commas, Chinese ones among them.</source>
            <translation>动作单元以逗号分隔，包括中文逗号。</translation>
        </message>
        <message>
            <source>A mark without an established meaning stands behind an action unit.</source>
            <translation>动作单元后有含义未定的标记。</translation>
        </message>
        <message>
            <source>FACS has no such action unit.</source>
            <translation>FACS 中没有这个动作单元。</translation>
        </message>
        <message>
            <source>A part of the FACS code is a remark or no code.</source>
            <translation>FACS 编码的一部分是备注或不是编码。</translation>
        </message>
        <message>
            <source>A label lies outside its scale.</source>
            <translation>标签超出其量表。</translation>
        </message>
        <message>
            <source>Labels are marked as not coded (9).</source>
            <translation>标签标记为未编码 (9)。</translation>
        </message>
        <message>
            <source>An action unit of the dataset has no label file.</source>
            <translation>数据集的一个动作单元没有标签文件。</translation>
        </message>
        <message>
            <source>Label files of one film do not say of the same frames.</source>
            <translation>同一视频的标签文件所涉及的帧不同。</translation>
        </message>
        <message>
            <source>A frame has two labels.</source>
            <translation>一帧有两个标签。</translation>
        </message>
        <message>
            <source>Frames between others have no label.</source>
            <translation>中间的一些帧没有标签。</translation>
        </message>
        <message>
            <source>The row makes no sample.</source>
            <translation>该行不构成样本。</translation>
        </message>
        <message>
            <source>The name is taken without them.</source>
            <translation>名称去掉空格后采用。</translation>
        </message>
        <message>
            <source>The zeros are put back.</source>
            <translation>补回前导零。</translation>
        </message>
        <message>
            <source>The apex is unknown.</source>
            <translation>顶点帧视为未知。</translation>
        </message>
        <message>
            <source>The offset is unknown, or the apex where the user wants that.</source>
            <translation>终止帧视为未知，或按用户要求取顶点帧。</translation>
        </message>
        <message>
            <source>It is rounded to the nearest frame.</source>
            <translation>四舍五入到最近的帧。</translation>
        </message>
        <message>
            <source>All frames of the table count from 0.</source>
            <translation>表格的所有帧从 0 计数。</translation>
        </message>
        <message>
            <source>The commoner spelling is used, or the one without capitals.</source>
            <translation>采用较常见的写法，或不带大写的写法。</translation>
        </message>
        <message>
            <source>The known word is used.</source>
            <translation>采用已知的词。</translation>
        </message>
        <message>
            <source>The decimals are left out.</source>
            <translation>去掉小数。</translation>
        </message>
        <message>
            <source>The release numbers a film's images from 1; frame 1 of the table is frame 0 here.</source>
            <translation>该数据集的图像从 1 编号；表中第 1 帧即此处第 0 帧。</translation>
        </message>
        <message>
            <source>The table's frames count from 0, as here.</source>
            <translation>表中帧号从 0 起，与此处相同。</translation>
        </message>
        <message>
            <source>The frame numbers of BP4D are names of images; they are kept as they are.</source>
            <translation>BP4D 的帧号是图像名；原样保留。</translation>
        </message>
        <message>
            <source>DISFA numbers a film's frames from 1; frame 1 of the files is frame 0 here.</source>
            <translation>DISFA 的帧号从 1 起；文件中第 1 帧即此处第 0 帧。</translation>
        </message>
        <message>
            <source>The frame numbers of SMIC are names of images; they are kept as they are.</source>
            <translation>SMIC 的帧号是图像名；原样保留。</translation>
        </message>
        <message>
            <source>The user said so.</source>
            <translation>由用户指定。</translation>
        </message>
    </context>
<context>
        <name>ImportPlan</name>
        <message>
            <source>images of the film are missing in between</source>
            <translation>视频的图像中间有缺失</translation>
        </message>
        <message>
            <source>the expression lies outside its film</source>
            <translation>表情超出了视频范围</translation>
        </message>
        <message>
            <source>type by its length, the table says none</source>
            <translation>类型由时长推定，表格中未注明</translation>
        </message>
        <message>
            <source>Import %1</source>
            <translation>导入 %1</translation>
        </message>
        <message>
            <source>the film cannot be opened</source>
            <translation>视频无法打开</translation>
        </message>
        <message>
            <source>the project has this film&apos;s events already</source>
            <translation>项目中已有该视频的事件</translation>
        </message>
        <message>
            <source>the film was not found</source>
            <translation>未找到视频</translation>
        </message>
        <message>
            <source>the onset is unknown</source>
            <translation>起始帧未知</translation>
        </message>
        <message>
            <source>the offset is unknown</source>
            <translation>终止帧未知</translation>
        </message>
        <message>
            <source>onset, apex and offset are not in order</source>
            <translation>起始帧、顶点帧和终止帧顺序不对</translation>
        </message>
        <message>
            <source>opening films</source>
            <translation>正在打开视频</translation>
        </message>
    </context>
<context>
        <name>Info</name>
        <message>
            <source>Save as PDF…</source>
            <translation>另存为 PDF…</translation>
        </message>
        <message>
            <source>In the Code workspace a digit begins an action unit: digits, then a–e for intensity, l, r or a for side, + for the next unit, Enter to keep.</source>
            <translation>在编码工作区中，数字开始一个动作单元：先数字，再用 a–e 表示强度，l、r 或 a 表示侧别，+ 输入下一个单元，回车保存。</translation>
        </message>
        <message>
            <source>Spots, reviews and annotates micro- and macro-expressions. It works offline and sends nothing anywhere.</source>
            <translation>检测、审阅并标注微表情和宏表情。离线工作，不向任何地方发送数据。</translation>
        </message>
        <message>
            <source>Free software under the GNU General Public License, version 3 or later.</source>
            <translation>自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>From the package %1.</source>
            <translation>来自软件包 %1。</translation>
        </message>
        <message>
            <source>Not installed on this machine.</source>
            <translation>本机未安装。</translation>
        </message>
        <message>
            <source>Libraries</source>
            <translation>库</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>About Mien and its licences</source>
            <translation>关于 Mien 及其许可证</translation>
        </message>
        <message>
            <source>History of the project</source>
            <translation>项目的历史</translation>
        </message>
    </context>
<context>
        <name>KeyPresets</name>
        <message>
            <source>Numeric pad, one hand (Datavyu)</source>
            <translation>数字小键盘，单手（Datavyu）</translation>
        </message>
        <message>
            <source>1 and 3: one frame back, on · 4 and 6: shuttle back, on · 7, 5 and 9: onset, apex, offset · 8: play · 2: stop. Num Lock is on.</source>
            <translation>1 和 3：后退、前进一帧 · 4 和 6：向后、向前变速播放 · 7、5 和 9：起始帧、顶点帧、终止帧 · 8：播放 · 2：停止。需打开 Num Lock。</translation>
        </message>
    </context>
<context>
        <name>Quality</name>
        <message>
            <source>PSNR and SSIM compare consecutive frames of the same film: they reward the absence of motion, and a still film scores highest (100 dB and 1). Read them beside the motion.</source>
            <translation>PSNR 和 SSIM 比较同一视频的相邻帧：它们奖励没有运动，静止的视频得分最高（100 dB 和 1）。请结合运动量来看。</translation>
        </message>
        <message>
            <source>TV grows with the size of the frames; compare films of different sizes by tv_per_pixel only.</source>
            <translation>TV 随画面尺寸增大；不同尺寸的视频只能用 tv_per_pixel（TV/像素）比较。</translation>
        </message>
        <message>
            <source>published, not reproduced</source>
            <translation>已发表，未复现</translation>
        </message>
        <message>
            <source>This film hardly moves (at most %1 grey levels from its first frame): its PSNR and SSIM are those of a still picture, not of a good film.</source>
            <translation>该视频几乎不动（与首帧相差至多 %1 个灰度级）：其 PSNR 和 SSIM 是静止图像的数值，并不说明视频好。</translation>
        </message>
        <message>
            <source>%1 of %2 pairs of frames are equal; each counts %3 dB.</source>
            <translation>%2 对相邻帧中有 %1 对相同；每对计为 %3 dB。</translation>
        </message>
    </context>
<context>
        <name>Regions</name>
        <message>
            <source>left outer brow</source>
            <translation>左外侧眉</translation>
        </message>
        <message>
            <source>left middle brow</source>
            <translation>左中部眉</translation>
        </message>
        <message>
            <source>left inner brow</source>
            <translation>左内侧眉</translation>
        </message>
        <message>
            <source>right inner brow</source>
            <translation>右内侧眉</translation>
        </message>
        <message>
            <source>right middle brow</source>
            <translation>右中部眉</translation>
        </message>
        <message>
            <source>right outer brow</source>
            <translation>右外侧眉</translation>
        </message>
        <message>
            <source>nose bridge</source>
            <translation>鼻梁</translation>
        </message>
        <message>
            <source>nose tip</source>
            <translation>鼻尖</translation>
        </message>
        <message>
            <source>left mouth corner</source>
            <translation>左嘴角</translation>
        </message>
        <message>
            <source>upper lip</source>
            <translation>上唇</translation>
        </message>
        <message>
            <source>right mouth corner</source>
            <translation>右嘴角</translation>
        </message>
        <message>
            <source>lower lip</source>
            <translation>下唇</translation>
        </message>
    </context>
<context>
        <name>SampleCounts</name>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
    </context>
<context>
        <name>SampleFilter</name>
        <message>
            <source>“ms:%1” is no range of milliseconds; write ms:200-400.</source>
            <translation>“ms:%1”不是毫秒范围；请写成 ms:200-400。</translation>
        </message>
        <message>
            <source>“is:%1” names no value; write is:gender=f, or is:gender= for rows that do not say.</source>
            <translation>“is:%1”没有写值；请写成 is:gender=f，或用 is:gender= 查询未注明的行。</translation>
        </message>
    </context>
<context>
        <name>Scorability</name>
        <message>
            <source>no face</source>
            <translation>无人脸</translation>
        </message>
        <message>
            <source>face too small</source>
            <translation>人脸太小</translation>
        </message>
        <message>
            <source>face turned away</source>
            <translation>人脸转开</translation>
        </message>
        <message>
            <source>face cut off by the edge of the picture</source>
            <translation>人脸被画面边缘截断</translation>
        </message>
        <message>
            <source>face covered</source>
            <translation>人脸被遮挡</translation>
        </message>
        <message>
            <source>face blurred</source>
            <translation>人脸模糊</translation>
        </message>
    </context>
<context>
        <name>Score</name>
        <message>
            <source>Brows</source>
            <translation>眉</translation>
        </message>
        <message>
            <source>% eye dist.</source>
            <translation>两眼间距 %</translation>
        </message>
        <message>
            <source>Nose</source>
            <translation>鼻</translation>
        </message>
        <message>
            <source>Mouth</source>
            <translation>嘴</translation>
        </message>
        <message>
            <source>Eyes</source>
            <translation>眼</translation>
        </message>
        <message>
            <source>opening</source>
            <translation>张开度</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>头部</translation>
        </message>
        <message>
            <source>% eye dist. a frame</source>
            <translation>两眼间距 %/帧</translation>
        </message>
        <message>
            <source>Proposals</source>
            <translation>建议</translation>
        </message>
    </context>
<context>
        <name>ScoreMenu</name>
        <message>
            <source>Menu of the score</source>
            <translation>时间谱菜单</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Hide “%1”</source>
            <translation>隐藏“%1”</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <source>Threshold…</source>
            <translation>阈值…</translation>
        </message>
        <message>
            <source>Lanes</source>
            <translation>信号轨</translation>
        </message>
        <message>
            <source>Show all</source>
            <translation>全部显示</translation>
        </message>
        <message>
            <source>Go to frame %1</source>
            <translation>转到第 %1 帧</translation>
        </message>
        <message>
            <source>Ruler shows</source>
            <translation>标尺显示</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>帧</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>Hours, minutes, seconds</source>
            <translation>时、分、秒</translation>
        </message>
    </context>
<context>
        <name>Session</name>
        <message>
            <source>%1: the picture could not be written.</source>
            <translation>%1：无法写入图片。</translation>
        </message>
        <message>
            <source>There is no proposal %1.</source>
            <translation>没有建议 %1。</translation>
        </message>
        <message>
            <source>A folder of images needs its frame rate for a picture; add --fps RATE.</source>
            <translation>图像文件夹截图需要帧率；请加 --fps RATE。</translation>
        </message>
            <message>
            <source>There is no edge %1.</source>
            <translation>没有第 %1 条边。</translation>
        </message>
    <message>
        <source>The run has no film %1.</source>
        <translation>该训练运行没有第 %1 个视频。</translation>
    </message>
</context>
<context>
        <name>SplitPlan</name>
        <message>
            <source>Fold</source>
            <translation>折</translation>
        </message>
        <message>
            <source>Subjects tested</source>
            <translation>测试被试数</translation>
        </message>
        <message>
            <source>Rows tested</source>
            <translation>测试行数</translation>
        </message>
        <message>
            <source>Rows trained on</source>
            <translation>训练行数</translation>
        </message>
        <message>
            <source>Who is tested</source>
            <translation>测试的被试</translation>
        </message>
        <message>
            <source>%1 folds of %2 rows; no subject stands on both sides of a fold.</source>
            <translation>%2 行分为 %1 折；没有被试同时出现在一折的两侧。</translation>
        </message>
        <message>
            <source>Left out, because the lists do not name them: %1 rows.</source>
            <translation>因名单中没有而未纳入：%1 行。</translation>
        </message>
        <message>
            <source>unknown</source>
            <translation>未知</translation>
        </message>
        <message>
            <source>too few by %1</source>
            <translation>不足：缺 %1 行</translation>
        </message>
        <message>
            <source>Available</source>
            <translation>可用</translation>
        </message>
        <message>
            <source>Wanted</source>
            <translation>需要</translation>
        </message>
        <message>
            <source>Drawn</source>
            <translation>抽取</translation>
        </message>
        <message>
            <source>Different</source>
            <translation>不重复</translation>
        </message>
        <message>
            <source>Effective n</source>
            <translation>有效 n</translation>
        </message>
        <message>
            <source>occurs in no row</source>
            <translation>没有这样的行</translation>
        </message>
        <message>
            <source>Rows drawn: %1 of %2. Strata: %3, with too few rows: %4, combinations that never occur: %5.</source>
            <translation>抽取的行：%1 / %2。分层：%3，行数不足的：%4，从未出现的组合：%5。</translation>
        </message>
        <message>
            <source>The filter shows no row; there is nothing to split.</source>
            <translation>筛选没有显示任何行；没有可划分的内容。</translation>
        </message>
        <message>
            <source>Row %1 does not say in “%2” which dataset it belongs to; filter such rows out.</source>
            <translation>第 %1 行没有在“%2”中说明所属数据集；请筛掉这样的行。</translation>
        </message>
        <message>
            <source>Left out of training, because both datasets have their subject: %1 rows.</source>
            <translation>因两个数据集都有其被试而未用于训练：%1 行。</translation>
        </message>
        <message>
            <source>Labels of frames are split by subjects only.</source>
            <translation>逐帧标签只能按被试划分。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ActionRegistry</name>
        <message>
            <source>%1 already belongs to “%2”. Choose another key, or free it there first.</source>
            <translation>%1 已用于“%2”。请换一个键，或先在那里取消它。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::AnalysisController</name>
        <message>
            <source>Analysing %1</source>
            <translation>正在分析 %1</translation>
        </message>
        <message>
            <source>Keeping the signals</source>
            <translation>正在保存信号</translation>
        </message>
        <message>
            <source>Reading the kept signals</source>
            <translation>正在读取已保存的信号</translation>
        </message>
        <message>
            <source>No usable face was found in this film, so nothing in it can be scored.</source>
            <translation>此视频中没有可用的人脸，因此无法评分。</translation>
        </message>
        <message numerus="yes">
            <source>%n expression(s) proposed</source>
            <translation>
                <numerusform>建议了 %n 个表情</numerusform>
            </translation>
        </message>
        <message>
            <source>; %1 % of the film could be scored.</source>
            <translation>；视频的 %1 % 可以评分。</translation>
        </message>
        <message>
            <source>Analyse: %1</source>
            <translation>分析：%1</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ChartCard</name>
        <message>
            <source>As a table</source>
            <translation>以表格显示</translation>
        </message>
        <message>
            <source>%1 as a table</source>
            <translation>以表格显示“%1”</translation>
        </message>
        <message>
            <source>Save the chart as a picture…</source>
            <translation>将图表存为图片…</translation>
        </message>
        <message>
            <source>Save %1 as a picture</source>
            <translation>将“%1”存为图片</translation>
        </message>
        <message>
            <source>%1, counted</source>
            <translation>%1，计数</translation>
        </message>
        <message>
            <source>Rows</source>
            <translation>行数</translation>
        </message>
        <message>
            <source>Micro</source>
            <translation>微表情</translation>
        </message>
        <message>
            <source>Macro</source>
            <translation>宏表情</translation>
        </message>
        <message>
            <source>Type not said</source>
            <translation>未注明类型</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 毫秒</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>The picture could not be written; choose another folder.</source>
            <translation>无法写入图片；请选择其他文件夹。</translation>
        </message>
        <message>
            <source>Save chart</source>
            <translation>保存图表</translation>
        </message>
        <message>
            <source>Pictures (*.png);;Drawings (*.svg)</source>
            <translation>图片 (*.png);;矢量图 (*.svg)</translation>
        </message>
        <message>
            <source>What the chart counts</source>
            <translation>图表统计的内容</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ChartLegend</name>
        <message>
            <source>micro</source>
            <translation>微表情</translation>
        </message>
        <message>
            <source>macro</source>
            <translation>宏表情</translation>
        </message>
        <message>
            <source>type not said</source>
            <translation>未注明类型</translation>
        </message>
        <message>
            <source>all rows of the table</source>
            <translation>表格的全部行</translation>
        </message>
        <message>
            <source>Colours of the charts</source>
            <translation>图表颜色</translation>
        </message>
    </context>
<context>
        <name>mien::ui::CodeEntry</name>
        <message>
            <source>Press + before the next action unit.</source>
            <translation>在下一个动作单元之前请按 +。</translation>
        </message>
        <message>
            <source>Action units have one or two digits. Press + before the next one.</source>
            <translation>动作单元为一位或两位数字。在下一个之前请按 +。</translation>
        </message>
        <message>
            <source>While a code is typed: a to e is the intensity, l, r or a the side, Enter keeps it, Escape drops it.</source>
            <translation>输入编码时：a 到 e 表示强度，l、r 或 a 表示侧别，回车保存，Esc 放弃。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::CodeRemarks</name>
        <message numerus="yes">
            <source>%n error(s): %1</source>
            <translation>
                <numerusform>%n 个错误：%1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n warning(s): %1</source>
            <translation>
                <numerusform>%n 个警告：%1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n unclear place(s): %1</source>
            <translation>
                <numerusform>%n 处不明确：%1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hint(s): %1</source>
            <translation>
                <numerusform>%n 条提示：%1</numerusform>
            </translation>
        </message>
        <message>
            <source>Error</source>
            <translation>错误</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>Unclear</source>
            <translation>不明确</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <comment>level, sentence</comment>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>%1 (%2): %3</source>
            <comment>level, codes it is about, sentence</comment>
            <translation>%1（%2）：%3</translation>
        </message>
        <message>
            <source>Show all remarks on the code</source>
            <translation>显示关于此编码的全部说明</translation>
        </message>
        <message>
            <source>Remarks on the code</source>
            <translation>关于此编码的说明</translation>
        </message>
    </context>
<context>
        <name>mien::ui::Coding</name>
        <message>
            <source>Open a film first.</source>
            <translation>请先打开一个视频。</translation>
        </message>
        <message>
            <source>Mark the onset first: go to its frame and press the onset key.</source>
            <translation>请先标记起始帧：转到该帧并按起始帧键。</translation>
        </message>
        <message>
            <source>Select an event or a proposal first.</source>
            <translation>请先选择一个事件或建议。</translation>
        </message>
        <message>
            <source>Set intensity</source>
            <translation>设置强度</translation>
        </message>
        <message>
            <source>Select an event first, or begin one at its onset.</source>
            <translation>请先选择一个事件，或在其起始帧新建一个。</translation>
        </message>
        <message>
            <source>Code AU %1</source>
            <translation>编码 AU %1</translation>
        </message>
        <message>
            <source>Select a proposal to take it.</source>
            <translation>请选择要采纳的建议。</translation>
        </message>
        <message>
            <source>This proposal was taken before. Undo it to decide again.</source>
            <translation>此建议先前已被采纳。撤销后可重新决定。</translation>
        </message>
        <message>
            <source>Select a proposal to reject it.</source>
            <translation>请选择要拒绝的建议。</translation>
        </message>
        <message>
            <source>Select an event to delete it.</source>
            <translation>请选择要删除的事件。</translation>
        </message>
        <message>
            <source>Select an event to split it.</source>
            <translation>请选择要拆分的事件。</translation>
        </message>
        <message>
            <source>Select an event to merge it with the next one.</source>
            <translation>请选择要与下一个合并的事件。</translation>
        </message>
        <message>
            <source>Select an event to duplicate it.</source>
            <translation>请选择要复制的事件。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::CommandPalette</name>
        <message>
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>您想做什么？</translation>
        </message>
        <message>
            <source>Matching actions</source>
            <translation>匹配的操作</translation>
        </message>
    </context>
<context>
        <name>mien::ui::DataHead</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Stops the work that is going on</source>
            <translation>停止正在进行的工作</translation>
        </message>
        <message>
            <source>Find films…</source>
            <translation>查找视频…</translation>
        </message>
        <message>
            <source>The folder that the films or folders of images lie in</source>
            <translation>视频或图像文件夹所在的文件夹</translation>
        </message>
        <message>
            <source>Save repair log…</source>
            <translation>保存修复日志…</translation>
        </message>
        <message>
            <source>Every finding and every repair as a table (CSV)</source>
            <translation>将每项发现和每次修复存为表格 (CSV)</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>导入</translation>
        </message>
        <message>
            <source>How far the work is</source>
            <translation>工作进度</translation>
        </message>
    </context>
<context>
        <name>mien::ui::DataPanel</name>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Findings and samples</source>
            <translation>发现与样本</translation>
        </message>
        <message>
            <source>Checks and repairs</source>
            <translation>检查与修复</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>样本</translation>
        </message>
        <message>
            <source>Bring in a dataset as it is</source>
            <translation>按原样导入数据集</translation>
        </message>
        <message>
            <source>Choose the table that came with your dataset (.xlsx, .csv, .tsv), or drop it here. Mien shows every row, everything odd about it and which rule would repair it; films and events come into a project only when you press Import.</source>
            <translation>选择数据集附带的表格（.xlsx、.csv、.tsv），或将其拖放到这里。Mien 会显示每一行、其中的异常之处以及可以修复它的规则；只有按下“导入”后，视频和事件才会写入项目。</translation>
        </message>
        <message>
            <source>Recognised by their columns: %1.</source>
            <translation>可按列名识别：%1。</translation>
        </message>
        <message>
            <source>Import dataset</source>
            <translation>导入数据集</translation>
        </message>
        <message>
            <source>Tables (*.xlsx *.csv *.tsv *.txt);;All files (*)</source>
            <translation>表格 (*.xlsx *.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Import a folder of labels</source>
            <translation>导入标签文件夹</translation>
        </message>
        <message>
            <source>Where are the films of this dataset?</source>
            <translation>该数据集的视频在哪里？</translation>
        </message>
        <message>
            <source>Save repair log</source>
            <translation>保存修复日志</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <source>The repair log was written to %1.</source>
            <translation>修复日志已写入 %1。</translation>
        </message>
        <message>
            <source>Reading %1</source>
            <translation>正在读取 %1</translation>
        </message>
        <message>
            <source>Checks and repairs (%1)</source>
            <translation>检查与修复（%1）</translation>
        </message>
        <message>
            <source>Samples (%1)</source>
            <translation>样本（%1）</translation>
        </message>
        <message>
            <source>Rows: %1 · subjects: %2 · films found: %3 of %4 · findings repaired: %5, reported: %6 · %7</source>
            <translation>行：%1 · 被试：%2 · 找到的视频：%3 / %4 · 已修复的发现：%5，仅报告：%6 · %7</translation>
        </message>
        <message>
            <source>These are labels of single frames. They can be checked here; they are no expressions and do not become events.</source>
            <translation>这些是逐帧标签。可以在这里检查；它们不是表情，不会成为事件。</translation>
        </message>
        <message>
            <source>Nothing can be imported yet: %1. The rows can be browsed and counted without films.</source>
            <translation>目前还没有可导入的内容：%1。没有视频也可以浏览和统计各行。</translation>
        </message>
        <message>
            <source>Import adds up to %1 films and %2 events of the coder “%3”, as one step that can be undone.</source>
            <translation>导入最多会添加 %1 个视频和编码者“%3”的 %2 个事件，作为可撤销的一步。</translation>
        </message>
        <message>
            <source>Rows that stay in this table only: %1.</source>
            <translation>仅保留在表格中的行：%1。</translation>
        </message>
        <message>
            <source>The table is being read.</source>
            <translation>正在读取表格。</translation>
        </message>
        <message>
            <source>The open project can only be read.</source>
            <translation>打开的项目是只读的。</translation>
        </message>
        <message>
            <source>Films and events go into the project</source>
            <translation>视频和事件将写入项目</translation>
        </message>
        <message>
            <source>Opening the films of %1</source>
            <translation>正在打开 %1 的视频</translation>
        </message>
        <message>
            <source>Nothing was imported: %1.</source>
            <translation>没有导入任何内容：%1。</translation>
        </message>
        <message>
            <source>Imported: %1 films, %2 events of the coder “%3”. Undo takes them back.</source>
            <translation>已导入：%1 个视频，编码者“%3”的 %2 个事件。可撤销。</translation>
        </message>
        <message>
            <source>Not written: %1.</source>
            <translation>未写入：%1。</translation>
        </message>
        <message>
            <source>The film of this row was not found; choose the folder of the films above.</source>
            <translation>未找到该行的视频；请在上方选择视频所在的文件夹。</translation>
        </message>
        <message>
            <source>The film of this row is not in the project yet; press Import first.</source>
            <translation>该行的视频尚未在项目中；请先按“导入”。</translation>
        </message>
        <message>
            <source>Splits and subsets</source>
            <translation>划分与子集</translation>
        </message>
    </context>
<context>
        <name>mien::ui::EventCard</name>
        <message>
            <source>Event card</source>
            <translation>事件卡</translation>
        </message>
        <message>
            <source>Nothing is selected.

Select an event or a proposal on the timeline, or begin an event: go to its onset and press %1, then %2 at the apex and %3 at the offset.</source>
            <translation>未选择任何内容。

请在时间轴上选择事件或建议，或新建事件：转到起始帧按 %1，在顶点帧按 %2，在终止帧按 %3。</translation>
        </message>
        <message>
            <source>Certainty of the machine</source>
            <translation>机器的确信度</translation>
        </message>
        <message>
            <source>Take</source>
            <translation>采纳</translation>
        </message>
        <message>
            <source>Reject</source>
            <translation>拒绝</translation>
        </message>
        <message>
            <source>History</source>
            <translation>历史</translation>
        </message>
        <message>
            <source>History of this event</source>
            <translation>此事件的历史</translation>
        </message>
        <message>
            <source>%1 expression</source>
            <translation>%1</translation>
        </message>
        <message>
            <source>%1 · coded by %2</source>
            <translation>%1 · 编码者 %2</translation>
        </message>
        <message>
            <source>Proposed: %1</source>
            <translation>建议：%1</translation>
        </message>
        <message>
            <source>Looks like %1</source>
            <translation>看起来像%1</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>with your changes</source>
            <translation>含您的修改</translation>
        </message>
        <message>
            <source>%1 % sure</source>
            <translation>%1 % 确信</translation>
        </message>
    </context>
<context>
        <name>mien::ui::EventForm</name>
        <message>
            <source>AUs</source>
            <comment>short for action units</comment>
            <translation>AU</translation>
        </message>
        <message>
            <source>Sure</source>
            <comment>confidence in per cent, short</comment>
            <translation>信心</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>侧别</translation>
        </message>
        <message>
            <source>Int.</source>
            <comment>short for intensity</comment>
            <translation>强度</translation>
        </message>
        <message>
            <source>Action units</source>
            <translation>动作单元</translation>
        </message>
        <message>
            <source>e.g. R12B+25</source>
            <translation>例如 R12B+25</translation>
        </message>
        <message>
            <source>Intensity</source>
            <translation>强度</translation>
        </message>
        <message>
            <source>Side of the face, the subject&apos;s own</source>
            <translation>面部侧别，以被试自身为准</translation>
        </message>
        <message>
            <source>The subject&apos;s own left and right</source>
            <translation>以被试自身的左右为准</translation>
        </message>
        <message>
            <source>Confidence in per cent</source>
            <translation>信心（百分比）</translation>
        </message>
        <message>
            <source> %</source>
            <translation> %</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Set action units</source>
            <translation>设置动作单元</translation>
        </message>
        <message>
            <source>Set type</source>
            <translation>设置类型</translation>
        </message>
        <message>
            <source>Set intensity</source>
            <translation>设置强度</translation>
        </message>
        <message>
            <source>Set side</source>
            <translation>设置侧别</translation>
        </message>
        <message>
            <source>Set confidence</source>
            <translation>设置信心</translation>
        </message>
        <message>
            <source>Write note</source>
            <translation>写备注</translation>
        </message>
    </context>
<context>
        <name>mien::ui::FaceFinder</name>
        <message>
            <source>Counting faces</source>
            <translation>正在清点人脸</translation>
        </message>
        <message>
            <source>Finding faces</source>
            <translation>正在寻找人脸</translation>
        </message>
    </context>
<context>
        <name>mien::ui::FaceStage</name>
        <message>
            <source>What the stage shows</source>
            <translation>舞台显示的内容</translation>
        </message>
        <message>
            <source>This face cannot be chosen: it is not there in frame %1, where the faces of the film are counted.</source>
            <translation>无法选择此人脸：它不在清点人脸的第 %1 帧中。</translation>
        </message>
        <message>
            <source>Face %1. Click to have it followed by the next analysis.</source>
            <translation>人脸 %1。单击后，下次分析将跟踪它。</translation>
        </message>
        <message>
            <source>Face %1 is analysed: the largest in frame %2.</source>
            <translation>分析的是人脸 %1：第 %2 帧中最大的人脸。</translation>
        </message>
        <message>
            <source>Face %1 is the one chosen for the analysis.</source>
            <translation>人脸 %1 已被选定用于分析。</translation>
        </message>
        <message>
            <source>Faces are hidden.
Press F12 to show them again.</source>
            <translation>人脸已隐藏。
按 F12 重新显示。</translation>
        </message>
        <message>
            <source>frame %1</source>
            <translation>第 %1 帧</translation>
        </message>
        <message>
            <source>frame %1 · %2</source>
            <translation>第 %1 帧 · %2</translation>
        </message>
        <message>
            <source>No face was found in this frame.</source>
            <translation>此帧中没有找到人脸。</translation>
        </message>
        <message>
            <source>The aligned face needs landmarks. Press Analyse to find them.</source>
            <translation>对齐的人脸需要特征点。请按“分析”来寻找。</translation>
        </message>
        <message>
            <source>pin a neutral frame to see the motion since it</source>
            <translation>固定一个中性帧以查看自它以来的运动</translation>
        </message>
        <message>
            <source>motion since frame %1</source>
            <translation>自第 %1 帧以来的运动</translation>
        </message>
        <message>
            <source>full colour: %1 px</source>
            <translation>饱和色：%1 像素</translation>
        </message>
        <message>
            <source>NEUTRAL</source>
            <translation>中性</translation>
        </message>
    </context>
<context>
        <name>mien::ui::FilmListModel</name>
        <message>
            <source>%1 (not found)</source>
            <translation>%1（未找到）</translation>
        </message>
    </context>
<context>
        <name>mien::ui::FilmOpener</name>
        <message>
            <source>%1 does not exist. Check the name, or open it from the file dialog.</source>
            <translation>%1 不存在。请检查名称，或从文件对话框打开。</translation>
        </message>
        <message>
            <source>This project can only be read: its file or folder is write-protected. Use “Save as” to go on in a copy.</source>
            <translation>此项目只能读取：其文件或文件夹有写保护。请用“另存为”在副本中继续。</translation>
        </message>
        <message>
            <source>Closing %1</source>
            <translation>正在关闭 %1</translation>
        </message>
        <message>
            <source>Opening %1</source>
            <translation>正在打开 %1</translation>
        </message>
        <message>
            <source>This project has no films yet. Open one, or drop it on the window.</source>
            <translation>此项目还没有视频。请打开一个，或将其拖到窗口上。</translation>
        </message>
        <message>
            <source>%1 is not where it was. Use File ▸ Find missing films to say where it is now; your events are safe in the project.</source>
            <translation>%1 不在原处。请用“文件 ▸ 查找缺失的视频”指明它现在的位置；您的事件安全地保存在项目中。</translation>
        </message>
        <message>
            <source>First frame of %1</source>
            <translation>%1 的第一帧</translation>
        </message>
        <message>
            <source>Fingerprint of %1</source>
            <translation>%1 的指纹</translation>
        </message>
        <message>
            <source>Missing films are still being looked for; wait for that, or stop it first.</source>
            <translation>仍在查找缺失的视频；请等待，或先停止。</translation>
        </message>
        <message>
            <source>Copying %1</source>
            <translation>正在复制 %1</translation>
        </message>
        <message>
            <source>The project goes on in its old place.</source>
            <translation>项目在原处继续。</translation>
        </message>
        <message>
            <source>Compacting %1</source>
            <translation>正在压缩 %1</translation>
        </message>
        <message>
            <source>The project was compacted from %1 to %2; its history begins again.</source>
            <translation>项目已从 %1 压缩到 %2；历史重新开始。</translation>
        </message>
        <message>
            <source>Finding missing films</source>
            <translation>正在查找缺失的视频</translation>
        </message>
        <message>
            <source>None of the missing films was found in %1 or below it.</source>
            <translation>在 %1 及其子文件夹中没有找到缺失的视频。</translation>
        </message>
        <message numerus="yes">
            <source>%n film(s) found again.</source>
            <translation>
                <numerusform>重新找到 %n 个视频。</numerusform>
            </translation>
        </message>
    </context>
<context>
        <name>mien::ui::FilmsPanel</name>
        <message>
            <source>Films of the project</source>
            <translation>项目的视频</translation>
        </message>
    </context>
<context>
        <name>mien::ui::FindBar</name>
        <message>
            <source>Find</source>
            <translation>查找</translation>
        </message>
        <message>
            <source>Find events and proposals</source>
            <translation>查找事件和建议</translation>
        </message>
        <message>
            <source>12 &amp; 6 &amp; !4 · L14 &gt;= B · micro · proposal · note:blink</source>
            <translation>12 &amp; 6 &amp; !4 · L14 &gt;= B · micro · proposal · note:blink</translation>
        </message>
        <message>
            <source>&lt;p&gt;Numbers are action units: &lt;b&gt;12 &amp;amp; 6 &amp;amp; !4&lt;/b&gt;, &lt;b&gt;1 | 2&lt;/b&gt;, &lt;b&gt;(1 | 2) &amp;amp; 5&lt;/b&gt;.&lt;br&gt;Side and intensity: &lt;b&gt;L14 &amp;gt;= B&lt;/b&gt;, &lt;b&gt;12C&lt;/b&gt;, &lt;b&gt;U12&lt;/b&gt; (left or right alone).&lt;br&gt;A code that leaves it open is found too: &lt;b&gt;12 or 14&lt;/b&gt; by &lt;b&gt;12&lt;/b&gt; and by &lt;b&gt;14&lt;/b&gt;.&lt;br&gt;Words: &lt;b&gt;micro macro event proposal waiting taken rejected unsure blink speech head note&lt;/b&gt;.&lt;br&gt;Text in notes: &lt;b&gt;note:blink&lt;/b&gt;, &lt;b&gt;&quot;two words&quot;&lt;/b&gt;.&lt;br&gt;Numbers: &lt;b&gt;confidence &amp;lt; 70&lt;/b&gt;, &lt;b&gt;duration &amp;lt;= 0.5&lt;/b&gt; (seconds).&lt;/p&gt;</source>
            <translation>&lt;p&gt;数字是动作单元：&lt;b&gt;12 &amp;amp; 6 &amp;amp; !4&lt;/b&gt;、&lt;b&gt;1 | 2&lt;/b&gt;、&lt;b&gt;(1 | 2) &amp;amp; 5&lt;/b&gt;。&lt;br&gt;侧别和强度：&lt;b&gt;L14 &amp;gt;= B&lt;/b&gt;、&lt;b&gt;12C&lt;/b&gt;、&lt;b&gt;U12&lt;/b&gt;（仅左侧或仅右侧）。&lt;br&gt;不确定的编码也会被找到：用 &lt;b&gt;12&lt;/b&gt; 或 &lt;b&gt;14&lt;/b&gt; 都能找到 &lt;b&gt;12 or 14&lt;/b&gt;。&lt;br&gt;词语：&lt;b&gt;micro macro event proposal waiting taken rejected unsure blink speech head note&lt;/b&gt;。&lt;br&gt;备注中的文字：&lt;b&gt;note:blink&lt;/b&gt;、&lt;b&gt;&quot;two words&quot;&lt;/b&gt;。&lt;br&gt;数值：&lt;b&gt;confidence &amp;lt; 70&lt;/b&gt;、&lt;b&gt;duration &amp;lt;= 0.5&lt;/b&gt;（秒）。&lt;/p&gt;</translation>
        </message>
        <message>
            <source>Previous hit (Shift+Enter)</source>
            <translation>上一个结果（Shift+Enter）</translation>
        </message>
        <message>
            <source>Next hit (Enter)</source>
            <translation>下一个结果（Enter）</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>关闭（Esc）</translation>
        </message>
        <message>
            <source>Nothing in this film fits.</source>
            <translation>此视频中没有符合的内容。</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>which hit of how many</comment>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>%1 found</source>
            <translation>找到 %1 个</translation>
        </message>
    </context>
<context>
        <name>mien::ui::FindingsView</name>
        <message>
            <source>What the checks found</source>
            <translation>检查的发现</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>发现</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>In the table</source>
            <translation>表格中</translation>
        </message>
        <message>
            <source>After repair</source>
            <translation>修复后</translation>
        </message>
        <message>
            <source>Rule</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Nothing odd was found; every row was taken as it stands.</source>
            <translation>未发现异常；每一行都按原样采用。</translation>
        </message>
        <message>
            <source>%1 ×</source>
            <translation>%1 ×</translation>
        </message>
        <message>
            <source>for you to look at</source>
            <translation>请您查看</translation>
        </message>
        <message>
            <source>%1: reported only</source>
            <translation>%1：仅报告</translation>
        </message>
        <message>
            <source>Ticked: the rule repairs. Not ticked: only reported.</source>
            <translation>勾选：按规则修复。不勾选：仅报告。</translation>
        </message>
        <message>
            <source>the whole table</source>
            <translation>整个表格</translation>
        </message>
        <message>
            <source>row %1</source>
            <translation>第 %1 行</translation>
        </message>
        <message>
            <source>row %1, %2</source>
            <translation>第 %1 行，%2</translation>
        </message>
        <message>
            <source>%1 more are in the repair log.</source>
            <translation>另有 %1 项见修复日志。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::FlowOverlay</name>
        <message>
            <source>Motion since the neutral frame</source>
            <translation>自中性帧以来的运动</translation>
        </message>
    </context>
<context>
        <name>mien::ui::HandleRow</name>
        <message>
            <source>Onset</source>
            <translation>起始帧</translation>
        </message>
        <message>
            <source>Apex</source>
            <translation>顶点帧</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>终止帧</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>%1, frame</source>
            <translation>%1，帧</translation>
        </message>
        <message>
            <source>Go to the %1</source>
            <translation>转到%1</translation>
        </message>
    </context>
<context>
        <name>mien::ui::HistoryModel</name>
        <message>
            <source>undone and replaced</source>
            <translation>已撤销并被替换</translation>
        </message>
        <message>
            <source>undone</source>
            <translation>已撤销</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>Coder</source>
            <translation>编码者</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
    </context>
<context>
        <name>mien::ui::JobDelegate</name>
        <message>
            <source>waiting</source>
            <translation>等待中</translation>
        </message>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>失败</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>已停止</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>已暂停</translation>
        </message>
    </context>
<context>
        <name>mien::ui::JobList</name>
        <message>
            <source>%1, ended</source>
            <translation>%1，已结束</translation>
        </message>
        <message>
            <source>%1, %2 percent</source>
            <translation>%1，百分之 %2</translation>
        </message>
        <message>
            <source>%1 s left</source>
            <translation>剩余 %1 秒</translation>
        </message>
        <message>
            <source>%1 min %2 s left</source>
            <translation>剩余 %1 分 %2 秒</translation>
        </message>
        <message>
            <source>%1 h %2 min left</source>
            <translation>剩余 %1 小时 %2 分</translation>
        </message>
    </context>
<context>
        <name>mien::ui::JobsPanel</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Clear finished</source>
            <translation>清除已完成</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Pause the job</source>
            <translation>暂停任务</translation>
        </message>
        <message>
            <source>Stop the job</source>
            <translation>停止任务</translation>
        </message>
        <message>
            <source>Stops the selected job and keeps nothing of it</source>
            <translation>停止所选任务，不保留其任何结果</translation>
        </message>
    </context>
<context>
        <name>mien::ui::KeysPage</name>
        <message>
            <source>Find an action or a key</source>
            <translation>查找操作或按键</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>Actions and their keys</source>
            <translation>操作及其按键</translation>
        </message>
        <message>
            <source>New key</source>
            <translation>新按键</translation>
        </message>
        <message>
            <source>New key for the selected action</source>
            <translation>所选操作的新按键</translation>
        </message>
        <message>
            <source>Assign</source>
            <translation>指定</translation>
        </message>
        <message>
            <source>No key</source>
            <translation>无按键</translation>
        </message>
        <message>
            <source>As delivered</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>All as delivered</source>
            <translation>全部恢复默认</translation>
        </message>
        <message>
            <source>Outcome</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Preset: %1</source>
            <translation>预设：%1</translation>
        </message>
        <message>
            <source>The keys of “%1” are free again.</source>
            <translation>“%1”的按键已释放。</translation>
        </message>
        <message>
            <source>Select an action first.</source>
            <translation>请先选择一个操作。</translation>
        </message>
        <message>
            <source>“%1” has no key now.</source>
            <translation>“%1”现在没有按键。</translation>
        </message>
        <message>
            <source>%1 is “%2” now.</source>
            <translation>%1 现在是“%2”。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::LogPanel</name>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
    </context>
<context>
        <name>mien::ui::MainWindow</name>
    <message>
        <source>Workspace: Train</source>
        <translation>工作区：训练</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Train on a table…</source>
        <translation>用表格训练…</translation>
    </message>
    <message>
        <source>Train or go on</source>
        <translation>训练或继续</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>Stop the training</source>
        <translation>停止训练</translation>
    </message>
        <message>
            <source>Films</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Review queue</source>
            <translation>审阅队列</translation>
        </message>
        <message>
            <source>Event card</source>
            <translation>事件卡</translation>
        </message>
        <message>
            <source>Score</source>
            <translation>时间谱</translation>
        </message>
        <message>
            <source>Jobs</source>
            <translation>任务</translation>
        </message>
        <message>
            <source>Log</source>
            <translation>日志</translation>
        </message>
        <message>
            <source>Opening %1 …</source>
            <translation>正在打开 %1 …</translation>
        </message>
        <message>
            <source>Every proposal of this film is decided.</source>
            <translation>此视频的所有建议都已决定。</translation>
        </message>
        <message>
            <source>Proposals added: %1. They wait in the review queue.</source>
            <translation>已添加建议：%1。它们在审阅队列中等待。</translation>
        </message>
        <message>
            <source>All of these were proposed before.</source>
            <translation>这些先前都已建议过。</translation>
        </message>
        <message>
            <source>read-only</source>
            <translation>只读</translation>
        </message>
        <message>
            <source>Undo “%1”</source>
            <translation>撤销“%1”</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Redo “%1”</source>
            <translation>重做“%1”</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>LibTorch …</source>
            <translation>LibTorch …</translation>
        </message>
        <message>
            <source>The network runtime is being loaded in the background.</source>
            <translation>正在后台加载网络运行库。</translation>
        </message>
        <message>
            <source>Loading the network runtime</source>
            <translation>正在加载网络运行库</translation>
        </message>
        <message>
            <source>no LibTorch</source>
            <translation>无 LibTorch</translation>
        </message>
        <message>
            <source>GPU</source>
            <translation>GPU</translation>
        </message>
        <message>
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <source>LibTorch %1, %2, %3 threads</source>
            <translation>LibTorch %1，%2，%3 个线程</translation>
        </message>
        <message>
            <source>Only files and folders of this computer can be opened.</source>
            <translation>只能打开本机的文件和文件夹。</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Open film…</source>
            <translation>打开视频…</translation>
        </message>
        <message>
            <source>Open folder of images…</source>
            <translation>打开图像文件夹…</translation>
        </message>
        <message>
            <source>Open project…</source>
            <translation>打开项目…</translation>
        </message>
        <message>
            <source>Open demo film</source>
            <translation>打开演示视频</translation>
        </message>
        <message>
            <source>Save a copy of the project as…</source>
            <translation>项目副本另存为…</translation>
        </message>
        <message>
            <source>Find missing films…</source>
            <translation>查找缺失的视频…</translation>
        </message>
        <message>
            <source>Remove film from the project</source>
            <translation>从项目中移除视频</translation>
        </message>
        <message>
            <source>Compact project…</source>
            <translation>压缩项目…</translation>
        </message>
        <message>
            <source>Export events…</source>
            <translation>导出事件…</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Analyse</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Stop analysis</source>
            <translation>停止分析</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>编辑</translation>
        </message>
        <message>
            <source>History…</source>
            <translation>历史…</translation>
        </message>
        <message>
            <source>Settings…</source>
            <translation>设置…</translation>
        </message>
        <message>
            <source>Change keys…</source>
            <translation>更改按键…</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <source>Play or stop</source>
            <translation>播放或停止</translation>
        </message>
        <message>
            <source>Shuttle back</source>
            <translation>向后变速播放</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Shuttle on</source>
            <translation>向前变速播放</translation>
        </message>
        <message>
            <source>Slow motion back</source>
            <translation>向后慢放</translation>
        </message>
        <message>
            <source>Slow motion on</source>
            <translation>向前慢放</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>后退一帧</translation>
        </message>
        <message>
            <source>One frame on</source>
            <translation>前进一帧</translation>
        </message>
        <message>
            <source>Ten frames back</source>
            <translation>后退十帧</translation>
        </message>
        <message>
            <source>Ten frames on</source>
            <translation>前进十帧</translation>
        </message>
        <message>
            <source>To the first frame</source>
            <translation>到第一帧</translation>
        </message>
        <message>
            <source>To the last frame</source>
            <translation>到最后一帧</translation>
        </message>
        <message>
            <source>Go to frame or time…</source>
            <translation>转到帧或时间…</translation>
        </message>
        <message>
            <source>Previous boundary</source>
            <translation>上一个边界</translation>
        </message>
        <message>
            <source>Next boundary</source>
            <translation>下一个边界</translation>
        </message>
        <message>
            <source>Previous event</source>
            <translation>上一个事件</translation>
        </message>
        <message>
            <source>Next event</source>
            <translation>下一个事件</translation>
        </message>
        <message>
            <source>Next unsure proposal</source>
            <translation>下一个不确定的建议</translation>
        </message>
        <message>
            <source>Loop event</source>
            <translation>循环播放事件</translation>
        </message>
        <message>
            <source>Play event</source>
            <translation>播放事件</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>编码</translation>
        </message>
        <message>
            <source>Onset here</source>
            <translation>此处为起始帧</translation>
        </message>
        <message>
            <source>Apex here</source>
            <translation>此处为顶点帧</translation>
        </message>
        <message>
            <source>Offset here</source>
            <translation>此处为终止帧</translation>
        </message>
        <message>
            <source>Nearest handle one frame back</source>
            <translation>最近的标记后退一帧</translation>
        </message>
        <message>
            <source>Nearest handle one frame on</source>
            <translation>最近的标记前进一帧</translation>
        </message>
        <message>
            <source>Nearest handle ten frames back</source>
            <translation>最近的标记后退十帧</translation>
        </message>
        <message>
            <source>Nearest handle ten frames on</source>
            <translation>最近的标记前进十帧</translation>
        </message>
        <message>
            <source>Split event here</source>
            <translation>在此拆分事件</translation>
        </message>
        <message>
            <source>Merge with the next event</source>
            <translation>与下一个事件合并</translation>
        </message>
        <message>
            <source>Duplicate event</source>
            <translation>复制一份事件</translation>
        </message>
        <message>
            <source>Delete event</source>
            <translation>删除事件</translation>
        </message>
        <message>
            <source>Select nothing</source>
            <translation>取消选择</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审阅</translation>
        </message>
        <message>
            <source>Take proposal</source>
            <translation>采纳建议</translation>
        </message>
        <message>
            <source>Reject proposal</source>
            <translation>拒绝建议</translation>
        </message>
        <message>
            <source>Back to the proposal before</source>
            <translation>回到前一个建议</translation>
        </message>
        <message>
            <source>Intensity %1</source>
            <translation>强度 %1</translation>
        </message>
        <message>
            <source>Face stage</source>
            <translation>人脸舞台</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Aligned face</source>
            <translation>对齐的人脸</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>运动</translation>
        </message>
        <message>
            <source>Pin neutral</source>
            <translation>固定中性帧</translation>
        </message>
        <message>
            <source>Blink</source>
            <translation>闪烁对比</translation>
        </message>
        <message>
            <source>Motion on or off</source>
            <translation>显示或隐藏运动</translation>
        </message>
        <message>
            <source>Motion fainter</source>
            <translation>运动更淡</translation>
        </message>
        <message>
            <source>Motion stronger</source>
            <translation>运动更浓</translation>
        </message>
        <message>
            <source>Hide faces</source>
            <translation>隐藏人脸</translation>
        </message>
        <message>
            <source>Follow the largest face</source>
            <translation>跟踪最大的人脸</translation>
        </message>
        <message>
            <source>Follow face %1</source>
            <translation>跟踪人脸 %1</translation>
        </message>
        <message>
            <source>Numbers on faces</source>
            <translation>显示人脸编号</translation>
        </message>
        <message>
            <source>View</source>
            <translation>视图</translation>
        </message>
        <message>
            <source>Zoom the score in</source>
            <translation>放大时间谱</translation>
        </message>
        <message>
            <source>Zoom the score out</source>
            <translation>缩小时间谱</translation>
        </message>
        <message>
            <source>Whole film</source>
            <translation>整个视频</translation>
        </message>
        <message>
            <source>Zoom to the selected event</source>
            <translation>缩放到所选事件</translation>
        </message>
        <message>
            <source>Workspace: Code</source>
            <translation>工作区：编码</translation>
        </message>
        <message>
            <source>Workspace: Review</source>
            <translation>工作区：审阅</translation>
        </message>
        <message>
            <source>Reset layout</source>
            <translation>重置布局</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>浅色或深色</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>帮助</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>Command palette</source>
            <translation>命令面板</translation>
        </message>
        <message>
            <source>About Mien and its licences</source>
            <translation>关于 Mien 及其许可证</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>Recent projects</source>
            <translation>最近的项目</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>还没有</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;Play</source>
            <translation>播放(&amp;P)</translation>
        </message>
        <message>
            <source>&amp;Analysis</source>
            <translation>分析(&amp;A)</translation>
        </message>
        <message>
            <source>Follow face</source>
            <translation>跟踪人脸</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>Panels</source>
            <translation>面板</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>Analysis and workspaces</source>
            <translation>分析和工作区</translation>
        </message>
        <message>
            <source>Open film</source>
            <translation>打开视频</translation>
        </message>
        <message>
            <source>Films (*.mp4 *.mov *.avi *.mkv *.webm *.wmv *.mpg *.mpeg *.m4v);;All files (*)</source>
            <translation>视频 (*.mp4 *.mov *.avi *.mkv *.webm *.wmv *.mpg *.mpeg *.m4v);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Open folder of images</source>
            <translation>打开图像文件夹</translation>
        </message>
        <message>
            <source>Frame rate</source>
            <translation>帧率</translation>
        </message>
        <message>
            <source>How many images a second does %1 hold?</source>
            <translation>%1 每秒有多少张图像？</translation>
        </message>
        <message>
            <source>Open project</source>
            <translation>打开项目</translation>
        </message>
        <message>
            <source>Mien projects (*.mien)</source>
            <translation>Mien 项目 (*.mien)</translation>
        </message>
        <message>
            <source>Save a copy of the project</source>
            <translation>保存项目副本</translation>
        </message>
        <message>
            <source>No film of this project is missing.</source>
            <translation>此项目没有缺失的视频。</translation>
        </message>
        <message>
            <source>Where are the films now?</source>
            <translation>视频现在在哪里？</translation>
        </message>
        <message>
            <source>%1 and its events are out of the project; undo brings them back. Compact the project to remove what it still keeps of them for good.</source>
            <translation>%1 及其事件已移出项目；撤销可恢复。压缩项目可永久删除仍保留的相关数据。</translation>
        </message>
        <message>
            <source>Compact project</source>
            <translation>压缩项目</translation>
        </message>
        <message>
            <source>Write the project anew with only what it shows now?</source>
            <translation>只保留现在显示的内容，重新写入项目？</translation>
        </message>
        <message>
            <source>What was kept of removed films goes for good, and so does the history: nothing done until now can be undone afterwards. Events, decisions and proposals of the films that are here stay. Copies of the project that you made are not touched.</source>
            <translation>已移除视频的残留数据将永久删除，历史也一样：此前所做的一切之后都无法撤销。现有视频的事件、决定和建议会保留。您自己做的项目副本不受影响。</translation>
        </message>
        <message>
            <source>Compact</source>
            <translation>压缩</translation>
        </message>
        <message>
            <source>This installation has no demo film.</source>
            <translation>此安装没有演示视频。</translation>
        </message>
        <message>
            <source>There are no events to export yet. Take a proposal or mark an event first.</source>
            <translation>还没有可导出的事件。请先采纳一个建议或标记一个事件。</translation>
        </message>
        <message>
            <source>Export events</source>
            <translation>导出事件</translation>
        </message>
        <message numerus="yes">
            <source>%n event(s) written to %1.</source>
            <translation>
                <numerusform>已将 %n 个事件写入 %1。</numerusform>
            </translation>
        </message>
        <message>
            <source>Go to</source>
            <translation>转到</translation>
        </message>
        <message>
            <source>Frame (231) or time (1.155s, 0:01.155):</source>
            <translation>帧 (231) 或时间 (1.155s, 0:01.155)：</translation>
        </message>
        <message>
            <source>“%1” is no frame and no time of this film. Frames go from 0 to %2.</source>
            <translation>“%1”不是此视频的帧或时间。帧号从 0 到 %2。</translation>
        </message>
        <message>
            <source>There are no events in this film yet.</source>
            <translation>此视频中还没有事件。</translation>
        </message>
        <message>
            <source>No proposal waits for a decision.</source>
            <translation>没有等待决定的建议。</translation>
        </message>
        <message>
            <source>The next analysis follows the largest face.</source>
            <translation>下次分析将跟踪最大的人脸。</translation>
        </message>
        <message>
            <source>The next analysis follows face %1.</source>
            <translation>下次分析将跟踪人脸 %1。</translation>
        </message>
        <message>
            <source>What is proposed now comes from the last one; press Analyse (%1).</source>
            <translation>现有建议来自上次分析；请按“分析”（%1）。</translation>
        </message>
        <message>
            <source>Press Analyse (%1).</source>
            <translation>请按“分析”（%1）。</translation>
        </message>
        <message>
            <source>Faces are counted from the left, in the first frame that shows any.</source>
            <translation>人脸在首个出现人脸的帧中从左数起。</translation>
        </message>
        <message>
            <source>The film shows one face at a time where it begins.</source>
            <translation>视频开头只出现一张人脸。</translation>
        </message>
        <message>
            <source>New event here</source>
            <translation>在此新建事件</translation>
        </message>
        <message>
            <source>Copy event</source>
            <translation>复制事件</translation>
        </message>
        <message>
            <source>Paste events here</source>
            <translation>在此粘贴事件</translation>
        </message>
        <message>
            <source>Find events…</source>
            <translation>查找事件…</translation>
        </message>
        <message>
            <source>Next disagreement</source>
            <translation>下一处分歧</translation>
        </message>
        <message>
            <source>Type: micro</source>
            <translation>类型：微表情</translation>
        </message>
        <message>
            <source>Type: macro</source>
            <translation>类型：宏表情</translation>
        </message>
        <message>
            <source>A new event begins at frame %1. Go to its offset and press %2, or drag its edge.</source>
            <translation>新事件从第 %1 帧开始。转到终止帧并按 %2，或拖动其边缘。</translation>
        </message>
        <message>
            <source>Select an event to copy it.</source>
            <translation>请选择要复制的事件。</translation>
        </message>
        <message>
            <source>Event copied. %1 puts it where the playhead is.</source>
            <translation>事件已复制。%1 将其放到播放头处。</translation>
        </message>
        <message>
            <source>There is nothing to disagree about yet: this film has events of one coder at most. Once a second coder&apos;s events are in the project, %1 goes from one disagreement to the next.</source>
            <translation>还没有可比较的分歧：此视频最多只有一位编码者的事件。项目中有第二位编码者的事件后，%1 会在各处分歧间跳转。</translation>
        </message>
        <message>
            <source>The coders of this film agree on every event.</source>
            <translation>此视频的编码者对每个事件都一致。</translation>
        </message>
        <message>
            <source>Disagreement %1 of %2</source>
            <translation>分歧 %1 / %2</translation>
        </message>
        <message>
            <source>Select an event or a proposal first.</source>
            <translation>请先选择一个事件或建议。</translation>
        </message>
        <message>
            <source>Set type</source>
            <translation>设置类型</translation>
        </message>
        <message>
            <source>Pages of the Data workspace</source>
            <translation>数据工作区的页面</translation>
        </message>
        <message>
            <source>Dataset</source>
            <translation>数据集</translation>
        </message>
        <message>
            <source>Workspace: Data</source>
            <translation>工作区：数据</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Import dataset…</source>
            <translation>导入数据集…</translation>
        </message>
        <message>
            <source>Import folder of labels…</source>
            <translation>导入标签文件夹…</translation>
        </message>
        <message>
            <source>Filter the samples</source>
            <translation>筛选样本</translation>
        </message>
        <message>
            <source>Import into a new project</source>
            <translation>导入到新项目</translation>
        </message>
        <message>
            <source>Generator</source>
            <translation>生成器</translation>
        </message>
        <message>
            <source>Generate expressions</source>
            <translation>生成表情</translation>
        </message>
        <message>
            <source>Show the dataset</source>
            <translation>显示数据集</translation>
        </message>
        <message>
            <source>Graph</source>
            <translation>因果图</translation>
        </message>
        <message>
            <source>Graph of a table…</source>
            <translation>表格的因果图…</translation>
        </message>
        <message>
            <source>Compare with a graph from a file…</source>
            <translation>与文件中的图比较…</translation>
        </message>
        <message>
            <source>Show the graph</source>
            <translation>显示因果图</translation>
        </message>
        <message>
            <source>Show the matrices</source>
            <translation>显示矩阵</translation>
        </message>
        <message>
            <source>Show what moves together</source>
            <translation>显示共同运动</translation>
        </message>
        <message>
            <source>Compare two graphs</source>
            <translation>比较两图</translation>
        </message>
        <message>
            <source>Keep this graph to compare with</source>
            <translation>保留此图以供比较</translation>
        </message>
        <message>
            <source>Check or stop checking stability</source>
            <translation>检查或停止检查稳定性</translation>
        </message>
        <message>
            <source>Arrange the nodes anew</source>
            <translation>重新排列节点</translation>
        </message>
        <message>
            <source>Workspace: Graph</source>
            <translation>工作区：因果图</translation>
        </message>
    <message>
        <source>The film %1 is not there any more.</source>
        <translation>视频 %1 已不在原处。</translation>
    </message>
    <message>
        <source>Debias a model</source>
        <translation>模型去偏</translation>
    </message>
    <message>
        <source>The film has a new set of proposals: %1. Those before are kept; undo shows them again.</source>
        <translation>该视频有了一组新的建议：%1。原有的已保留，撤销即可再次显示。</translation>
    </message>
        <message>
            <source>Models…</source>
            <translation>模型…</translation>
        </message>
        <message>
            <source>Retrain on my corrections…</source>
            <translation>用我的更正重新训练…</translation>
        </message>
        <message>
            <source>Watched from here, or up to here</source>
            <translation>从此处开始观看，或观看到此处</translation>
        </message>
        <message>
            <source>Mark the whole film as watched</source>
            <translation>将整个视频标记为已观看</translation>
        </message>
        <message>
            <source>Mark the whole film as not watched</source>
            <translation>取消整个视频的已观看标记</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Watched from frame %1. Go to where you stop watching and press %2 again.</source>
            <translation>从第 %1 帧开始观看。请转到停止观看之处，再按 %2。</translation>
        </message>
        <message>
            <source>Frames %1 to %2 are marked as watched: where they hold no event, nothing happens.</source>
            <translation>第 %1 至 %2 帧已标记为已观看：其中没有事件之处即没有表情。</translation>
        </message>
        <message>
            <source>The whole film is marked as watched: where it holds no event, nothing happens.</source>
            <translation>整个视频已标记为已观看：没有事件之处即没有表情。</translation>
        </message>
        <message>
            <source>No part of the film is marked as watched any more.</source>
            <translation>视频已没有任何部分标记为已观看。</translation>
        </message>
        <message>
            <source>Open a film, or a project that can be written, first: who spots its films is kept there.</source>
            <translation>请先打开视频或可写入的项目：由谁检测其视频保存在项目中。</translation>
        </message>
        <message>
            <source>%1 proposes in this project from now on. Analyse a film with %2.</source>
            <translation>此项目今后由%1提出建议。按 %2 分析视频。</translation>
        </message>
    <message>
        <source>Who is in the film…</source>
        <translation>视频中是谁…</translation>
    </message>
    <message>
        <source>Who is in the film</source>
        <translation>视频中是谁</translation>
    </message>
    <message>
        <source>Person in %1, under the same name in all films of theirs:</source>
        <translation>%1 中的人，在其所有视频中用同一名称：</translation>
    </message>
    <message>
        <source>%1 was not part of this project and has been added to it; %2 takes it out again.</source>
        <translation>%1 原本不属于此项目，现已加入其中；按 %2 可将其移出。</translation>
    </message>
</context>
<context>
        <name>mien::ui::MessageBar</name>
        <message>
            <source>Message</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Close the message</source>
            <translation>关闭消息</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ProjectDocument</name>
        <message>
            <source>No project is open.</source>
            <translation>没有打开的项目。</translation>
        </message>
        <message>
            <source>Open a film or a project first.</source>
            <translation>请先打开视频或项目。</translation>
        </message>
        <message>
            <source>There is nothing to undo.</source>
            <translation>没有可撤销的操作。</translation>
        </message>
        <message>
            <source>There is nothing to redo.</source>
            <translation>没有可重做的操作。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::QualityCard</name>
        <message>
            <source>CLIP-IQA</source>
            <translation>CLIP-IQA</translation>
        </message>
        <message>
            <source>CLIP-IQA: on…</source>
            <translation>CLIP-IQA：启用…</translation>
        </message>
        <message>
            <source>CLIP-IQA: off…</source>
            <translation>CLIP-IQA：停用…</translation>
        </message>
        <message>
            <source>Measured with %1</source>
            <translation>用 %1 测量</translation>
        </message>
        <message>
            <source>Needs the files of a CLIP model of yours; a click asks for them</source>
            <translation>需要您自己的 CLIP 模型文件；单击后选择</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>PSNR as the paper&apos;s code</source>
            <translation>按论文代码计算 PSNR</translation>
        </message>
        <message>
            <source>Picture quality</source>
            <translation>画质</translation>
        </message>
        <message>
            <source>Measure picture quality</source>
            <translation>测量画质</translation>
        </message>
        <message>
            <source>PSNR, SSIM, total variation, BRISQUE and, with a model of yours, CLIP-IQA of whole films, in the background</source>
            <translation>在后台测量整个视频的 PSNR、SSIM、总变差和 BRISQUE，有您自己的模型时还有 CLIP-IQA</translation>
        </message>
        <message>
            <source>Stop measuring</source>
            <translation>停止测量</translation>
        </message>
        <message>
            <source>Squares of bytes modulo 256, as the published figures were computed</source>
            <translation>字节平方按 256 取模，与已发表的数值算法相同</translation>
        </message>
        <message>
            <source>How far the measuring is</source>
            <translation>测量进度</translation>
        </message>
        <message>
            <source>Picture quality, measured and published</source>
            <translation>画质：测量值与发表值</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>PSNR dB</source>
            <translation>PSNR dB</translation>
        </message>
        <message>
            <source>SSIM</source>
            <translation>SSIM</translation>
        </message>
        <message>
            <source>TV</source>
            <translation>TV</translation>
        </message>
        <message>
            <source>TV/pixel</source>
            <translation>TV/像素</translation>
        </message>
        <message>
            <source>BRISQUE</source>
            <translation>BRISQUE</translation>
        </message>
        <message>
            <source>Motion</source>
            <translation>运动量</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>How far the film gets from its first frame, in grey levels</source>
            <translation>视频偏离首帧的程度，以灰度级计</translation>
        </message>
        <message>
            <source>What to know about these figures</source>
            <translation>关于这些数值须知</translation>
        </message>
        <message>
            <source>Measuring the picture quality of %1 films</source>
            <translation>正在测量 %1 个视频的画质</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>测量</translation>
        </message>
        <message>
            <source>Measure films: %1</source>
            <translation>测量视频：%1</translation>
        </message>
        <message>
            <source>Measuring; the window can be used meanwhile.</source>
            <translation>正在测量；期间窗口可照常使用。</translation>
        </message>
        <message>
            <source>The films of the chosen rows were not found.</source>
            <translation>未找到所选行的视频。</translation>
        </message>
        <message>
            <source>Choose rows above; Shift and Ctrl choose several.</source>
            <translation>在上方选择行；按住 Shift 或 Ctrl 可选多行。</translation>
        </message>
        <message>
            <source>Films chosen: %1, measured: %2. Whole films are measured.</source>
            <translation>已选视频：%1，已测量：%2。测量整个视频。</translation>
        </message>
        <message>
            <source>measured here</source>
            <translation>在此测得</translation>
        </message>
        <message>
            <source>Mean of %1 films</source>
            <translation>%1 个视频的均值</translation>
        </message>
        <message>
            <source>measured here; each film counts once</source>
            <translation>在此测得；每个视频计一次</translation>
        </message>
        <message>
            <source>BRISQUE is left out: its model (Debian&apos;s package opencv-data) is not installed.</source>
            <translation>未计算 BRISQUE：其模型（Debian 软件包 opencv-data）未安装。</translation>
        </message>
        <message>
            <source>Whether a film shows an expression is not judged here; see Against the truth.</source>
            <translation>视频是否呈现表情不在此评判；见“对照真值”。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::QueueDelegate</name>
        <message>
            <source>%1 %</source>
            <translation>%1 %</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ReadingBar</name>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>How the table is read; recognised by its columns unless you choose</source>
            <translation>表格的读取方式；除非您选择，否则按列名识别</translation>
        </message>
        <message>
            <source>recognised</source>
            <translation>自动识别</translation>
        </message>
        <message>
            <source>First frame</source>
            <translation>首帧</translation>
        </message>
        <message>
            <source>What the table calls a film&apos;s first frame</source>
            <translation>表格如何称呼视频的第一帧</translation>
        </message>
        <message>
            <source>as the layout counts</source>
            <translation>按布局计数</translation>
        </message>
        <message>
            <source>is 0</source>
            <translation>为 0</translation>
        </message>
        <message>
            <source>is 1</source>
            <translation>为 1</translation>
        </message>
        <message>
            <source>Offset 0</source>
            <translation>终止帧 0</translation>
        </message>
        <message>
            <source>What an offset of 0 after a later onset becomes: tables write it where the film ended before the expression did</source>
            <translation>起始帧之后的终止帧 0 如何处理：表格在视频先于表情结束时这样写</translation>
        </message>
        <message>
            <source>is unknown</source>
            <translation>视为未知</translation>
        </message>
        <message>
            <source>is the apex</source>
            <translation>视为顶点帧</translation>
        </message>
        <message>
            <source>recognised: %1</source>
            <translation>已识别：%1</translation>
        </message>
        <message>
            <source>as the layout counts: is %1</source>
            <translation>按布局计数：为 %1</translation>
        </message>
    </context>
<context>
        <name>mien::ui::RegionFace</name>
        <message>
            <source>Regions that moved</source>
            <translation>移动的区域</translation>
        </message>
        <message>
            <source>%1: %2 % of the eye distance</source>
            <translation>%1：两眼间距的 %2 %</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ReviewPanel</name>
        <message>
            <source>Review queue</source>
            <translation>审阅队列</translation>
        </message>
        <message>
            <source>Reviewed so far</source>
            <translation>已审阅</translation>
        </message>
        <message>
            <source>Proposals, unsure first</source>
            <translation>建议，不确定的在前</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>Open a film. What the machine proposes waits here for your decision.</source>
            <translation>请打开视频。机器的建议会在这里等待您决定。</translation>
        </message>
        <message>
            <source>The film is being analysed. Proposals appear here as soon as it is done; the first ones show on the timeline already.</source>
            <translation>正在分析视频。完成后建议会出现在这里；最初的建议已显示在时间轴上。</translation>
        </message>
        <message>
            <source>The film was analysed, and nothing was found to propose.</source>
            <translation>视频已分析，没有可建议的内容。</translation>
        </message>
        <message>
            <source>This film was not analysed yet. Press %1 to let the machine propose where expressions are; nothing it says becomes an event before you take it.</source>
            <translation>此视频尚未分析。按 %1 让机器建议表情所在的位置；在您采纳之前，它说的都不会成为事件。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ReviewQueueModel</name>
        <message>
            <source>%1, certainty %2 %, %3</source>
            <translation>%1，确信度 %2 %，%3</translation>
        </message>
    </context>
<context>
        <name>mien::ui::SampleModel</name>
        <message>
            <source>micro</source>
            <translation>微表情</translation>
        </message>
        <message>
            <source>macro</source>
            <translation>宏表情</translation>
        </message>
        <message>
            <source>found</source>
            <translation>已找到</translation>
        </message>
        <message>
            <source>missing</source>
            <translation>缺失</translation>
        </message>
        <message>
            <source>Stays in the table only: %1.</source>
            <translation>仅保留在表格中：%1。</translation>
        </message>
        <message>
            <source>Onset and apex of row %1</source>
            <translation>第 %1 行的起始帧和顶点帧</translation>
        </message>
        <message>
            <source>Onset, apex</source>
            <translation>起始、顶点</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>被试</translation>
        </message>
        <message>
            <source>Clip</source>
            <translation>片段</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Action units</source>
            <translation>动作单元</translation>
        </message>
        <message>
            <source>Onset</source>
            <translation>起始帧</translation>
        </message>
        <message>
            <source>Apex</source>
            <translation>顶点帧</translation>
        </message>
        <message>
            <source>Offset</source>
            <translation>终止帧</translation>
        </message>
        <message>
            <source>ms</source>
            <translation>毫秒</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Findings</source>
            <translation>发现</translation>
        </message>
    </context>
<context>
        <name>mien::ui::SamplesView</name>
        <message>
            <source>Class</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Action unit</source>
            <translation>动作单元</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>被试</translation>
        </message>
        <message>
            <source>Duration in ms</source>
            <translation>时长（毫秒）</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>样本</translation>
        </message>
        <message>
            <source>Filter: happiness   12 &amp; !6   subject:sub01   type:micro   ms:200-300</source>
            <translation>筛选：happiness   12 &amp; !6   subject:sub01   type:micro   ms:200-300</translation>
        </message>
        <message>
            <source>Filter the samples</source>
            <translation>筛选样本</translation>
        </message>
        <message>
            <source>Samples, one row each</source>
            <translation>样本，每行一个</translation>
        </message>
        <message>
            <source>Rows: %1</source>
            <translation>行：%1</translation>
        </message>
        <message>
            <source>%1 of %2 rows</source>
            <translation>%1 / %2 行</translation>
        </message>
        <message>
            <source>About the rows</source>
            <translation>关于这些行</translation>
        </message>
        <message>
            <source>Distributions</source>
            <translation>分布</translation>
        </message>
        <message>
            <source>Picture quality</source>
            <translation>画质</translation>
        </message>
        <message>
            <source>Words must occur in the row; an expression such as 12 &amp; !6 or L14 &gt;= B asks its action units. subject:, clip:, emotion:, type:, au:, ms:, finding:, film:yes and is:gender=f ask one column. A click on a bar below writes such a term.</source>
            <translation>行中须包含所写的词；12 &amp; !6 或 L14 &gt;= B 之类的表达式查询动作单元。subject:、clip:、emotion:、type:、au:、ms:、finding:、film:yes 和 is:gender=f 查询单个列。点击下方的条形会写入这样的条件。</translation>
        </message>
        <message>
            <source>Against the truth</source>
            <translation>对照真值</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ScorePanel</name>
        <message>
            <source>Score: timeline of signals, proposals and events</source>
            <translation>时间谱：信号、建议和事件的时间轴</translation>
        </message>
        <message>
            <source>Move event</source>
            <translation>移动事件</translation>
        </message>
        <message>
            <source>Preparing the signals</source>
            <translation>正在准备信号</translation>
        </message>
    </context>
<context>
        <name>mien::ui::SettingsDialog</name>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>General</source>
            <translation>常规</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>分析</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>按键</translation>
        </message>
        <message>
            <source>Settings pages</source>
            <translation>设置页</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>跟随系统</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Another language takes effect when Mien starts again.</source>
            <translation>更换语言在 Mien 重新启动后生效。</translation>
        </message>
        <message>
            <source>Your login name</source>
            <translation>您的登录名</translation>
        </message>
        <message>
            <source>Coder</source>
            <translation>编码者</translation>
        </message>
        <message>
            <source>Kept with every change you make, and the name of your tier.</source>
            <translation>随您的每次修改一起保存，也是您的层的名称。</translation>
        </message>
        <message>
            <source>All processors</source>
            <translation>所有处理器</translation>
        </message>
        <message>
            <source>Threads for analysis</source>
            <translation>分析线程数</translation>
        </message>
        <message>
            <source>Threads</source>
            <translation>线程</translation>
        </message>
        <message>
            <source>Results do not depend on it.</source>
            <translation>结果不受其影响。</translation>
        </message>
        <message>
            <source>Where the system&apos;s package puts it</source>
            <translation>系统软件包的安装位置</translation>
        </message>
        <message>
            <source>Landmark model file</source>
            <translation>特征点模型文件</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Choose the landmark model file</source>
            <translation>选择特征点模型文件</translation>
        </message>
        <message>
            <source>Landmark model</source>
            <translation>特征点模型</translation>
        </message>
        <message>
            <source>Landmark models (*.dat);;All files (*)</source>
            <translation>特征点模型 (*.dat);;所有文件 (*)</translation>
        </message>
        <message>
            <source>The 68-point model. The one in Debian&apos;s package libdlib-data was trained on images licensed for research only; Mien ships no copy of it.</source>
            <translation>68 点模型。Debian 软件包 libdlib-data 中的模型是用仅限研究使用的图像训练的；Mien 不附带其副本。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::SplitView</name>
        <message>
            <source>Leave one subject out</source>
            <translation>留一被试</translation>
        </message>
        <message>
            <source>Folds of subjects</source>
            <translation>按被试分折</translation>
        </message>
        <message>
            <source>Published folds</source>
            <translation>已发表的分折</translation>
        </message>
        <message>
            <source>Stratified sample</source>
            <translation>分层抽样</translation>
        </message>
        <message>
            <source>Balanced subset</source>
            <translation>均衡子集</translation>
        </message>
        <message>
            <source>A row may be drawn again</source>
            <translation>同一行可重复抽取</translation>
        </message>
        <message>
            <source>Save as CSV…</source>
            <translation>存为 CSV…</translation>
        </message>
        <message>
            <source>Splits and subsets</source>
            <translation>划分与子集</translation>
        </message>
        <message>
            <source>Folds or strata</source>
            <translation>折或分层</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Folds are made of whole subjects: nobody stands on both sides of one</source>
            <translation>折由完整的被试组成：没有人同时在两侧</translation>
        </message>
        <message>
            <source>Folds</source>
            <translation>折数</translation>
        </message>
        <message>
            <source>How many; no more than there are subjects</source>
            <translation>多少折；不超过被试数</translation>
        </message>
        <message>
            <source>Lists</source>
            <translation>名单</translation>
        </message>
        <message>
            <source>Lists of test subjects as published</source>
            <translation>已发表的测试被试名单</translation>
        </message>
        <message>
            <source>Strata by</source>
            <translation>分层依据</translation>
        </message>
        <message>
            <source>One column or several with semicolons between; age:20,40 puts numbers into bins</source>
            <translation>一列或以分号隔开的多列；age:20,40 将数字分段</translation>
        </message>
        <message>
            <source>as in the table</source>
            <translation>按表格比例</translation>
        </message>
        <message>
            <source>as many of each</source>
            <translation>各层相同</translation>
        </message>
        <message>
            <source>Shares</source>
            <translation>份额</translation>
        </message>
        <message>
            <source>How many of each stratum are drawn</source>
            <translation>每层抽取多少</translation>
        </message>
        <message>
            <source>Rows to draw</source>
            <translation>抽取行数</translation>
        </message>
        <message>
            <source>In all strata together</source>
            <translation>所有分层合计</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>The same seed gives the same folds and rows</source>
            <translation>相同的种子给出相同的折和行</translation>
        </message>
        <message>
            <source>Draw</source>
            <translation>抽取</translation>
        </message>
        <message>
            <source>Split</source>
            <translation>划分</translation>
        </message>
        <message>
            <source>Rows to split or draw from: %1, those that the filter of the samples shows. Choose on the left what is made of them.</source>
            <translation>可供划分或抽取的行：%1，即样本筛选所显示的行。在左侧选择如何处理。</translation>
        </message>
        <message>
            <source>Save the split or subset</source>
            <translation>保存划分或子集</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <source>Written to %1.</source>
            <translation>已写入 %1。</translation>
        </message>
        <message>
            <source>Across datasets</source>
            <translation>跨数据集</translation>
        </message>
        <message>
            <source>Equal ids are one person</source>
            <translation>相同编号是同一人</translation>
        </message>
        <message>
            <source>Datasets</source>
            <translation>数据集</translation>
        </message>
        <message>
            <source>Trained on one dataset, tested on another: tables added here, or a column of this table that names the dataset</source>
            <translation>在一个数据集上训练、在另一个上测试：在此添加的表格，或本表中标明数据集的列</translation>
        </message>
        <message>
            <source>A subject whose id both datasets have is not trained on where it is tested. Untick it only where you know that equal ids are different people.</source>
            <translation>两个数据集都有的被试编号，在其被测试时不用于训练。只有确知相同编号是不同的人时才取消勾选。</translation>
        </message>
        <message>
            <source>tables added below</source>
            <translation>下面添加的表格</translation>
        </message>
        <message>
            <source>the column “%1”</source>
            <translation>列“%1”</translation>
        </message>
        <message>
            <source>Labelled films to split: %1. Choose on the left what is made of them.</source>
            <translation>可划分的已标注视频：%1。请在左侧选择划分方式。</translation>
        </message>
    </context>
<context>
        <name>mien::ui::StageView</name>
        <message>
            <source>Face stage</source>
            <translation>人脸舞台</translation>
        </message>
    </context>
<context>
        <name>mien::ui::StatusLine</name>
        <message>
            <source>Frame on screen</source>
            <translation>屏幕上的帧</translation>
        </message>
        <message>
            <source>Frame rate</source>
            <translation>帧率</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Network runtime</source>
            <translation>网络运行库</translation>
        </message>
        <message>
            <source>Coder</source>
            <translation>编码者</translation>
        </message>
        <message>
            <source>Kept changes</source>
            <translation>已保存的修改</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Work in the background</source>
            <translation>后台工作</translation>
        </message>
        <message>
            <source>Show the list of jobs</source>
            <translation>显示任务列表</translation>
        </message>
        <message>
            <source>%1 frame %2 · %3</source>
            <translation>%1 第 %2 帧 · %3</translation>
        </message>
        <message>
            <source>The picture on screen is exactly this frame.</source>
            <translation>屏幕上的画面正是此帧。</translation>
        </message>
        <message>
            <source>This frame is being decoded; the picture&apos;s own number stands under it.</source>
            <translation>正在解码此帧；画面自己的帧号标在其下方。</translation>
        </message>
        <message>
            <source>%1 fps · CFR</source>
            <translation>%1 fps · 恒定</translation>
        </message>
        <message>
            <source>%1 fps · VFR</source>
            <translation>%1 fps · 可变</translation>
        </message>
        <message>
            <source>Constant frame rate</source>
            <translation>恒定帧率</translation>
        </message>
        <message>
            <source>Variable frame rate: times are read from the film&apos;s own time stamps.</source>
            <translation>可变帧率：时间取自视频自身的时间戳。</translation>
        </message>
        <message>
            <source>%1  %2 %</source>
            <translation>%1  %2 %</translation>
        </message>
        <message>
            <source>coded by %1</source>
            <translation>编码者 %1</translation>
        </message>
        <message>
            <source>read-only: nothing can be changed</source>
            <translation>只读：无法修改</translation>
        </message>
        <message>
            <source>all changes kept</source>
            <translation>所有修改已保存</translation>
        </message>
        <message>
            <source>all changes kept · %1 s ago</source>
            <translation>所有修改已保存 · %1 秒前</translation>
        </message>
        <message>
            <source>all changes kept · %1 min ago</source>
            <translation>所有修改已保存 · %1 分钟前</translation>
        </message>
    </context>
<context>
        <name>mien::ui::ThresholdBar</name>
        <message>
            <source>Add as proposals</source>
            <translation>添加为建议</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <source>The stretches join the film&apos;s proposals, to be taken or rejected like those. Analysing the film anew replaces them.</source>
            <translation>这些区段会加入视频的建议，可同样采纳或拒绝。重新分析视频会替换它们。</translation>
        </message>
        <message>
            <source>Close the threshold (Esc)</source>
            <translation>关闭阈值（Esc）</translation>
        </message>
        <message>
            <source>%1 above</source>
            <translation>高于 %1</translation>
        </message>
        <message>
            <source>Stretches of at least %1 s: %2</source>
            <translation>至少 %1 秒的区段：%2</translation>
        </message>
        <message>
            <source>Propose by threshold</source>
            <translation>按阈值建议</translation>
        </message>
    </context>
<context>
        <name>mien::ui::TransportBar</name>
        <message>
            <source>Player controls</source>
            <translation>播放控制</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>Position in the film</source>
            <translation>视频中的位置</translation>
        </message>
        <message>
            <source>Frame shown</source>
            <translation>显示的帧</translation>
        </message>
        <message>
            <source>frame %1 / %2 · %3</source>
            <translation>第 %1 / %2 帧 · %3</translation>
        </message>
            <message>
            <source>frame %1 of %2</source>
            <translation>第 %1 帧，共 %2 帧</translation>
        </message>
</context>
<context>
        <name>mien::ui::WelcomePage</name>
        <message>
            <source>Start</source>
            <translation>开始</translation>
        </message>
        <message>
            <source>Drop a film here</source>
            <translation>将视频拖到这里</translation>
        </message>
        <message>
            <source>Mien shows it frame by frame, proposes where micro- and macro-expressions are, and keeps every decision you make. A folder of numbered images or a Mien project works too.</source>
            <translation>Mien 逐帧显示视频，建议微表情和宏表情的位置，并保存您的每个决定。编号图像文件夹或 Mien 项目也可以。</translation>
        </message>
        <message>
            <source>Go on with</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Open project %1</source>
            <translation>打开项目 %1</translation>
        </message>
    </context>
<context>
        <name>mien::ui::timeline</name>
        <message>
            <source>%1 fps</source>
            <translation>%1 fps</translation>
        </message>
        <message>
            <source>%1 fps, variable</source>
            <translation>%1 fps，可变</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>帧</translation>
        </message>
        <message>
            <source>Seconds</source>
            <translation>秒</translation>
        </message>
        <message>
            <source>h:min:s</source>
            <translation>时:分:秒</translation>
        </message>
        <message>
            <source>not scorable: %1</source>
            <translation>无法评分：%1</translation>
        </message>
        <message>
            <source>µ</source>
            <comment>micro-expression, one letter</comment>
            <translation>微</translation>
        </message>
        <message>
            <source>M</source>
            <comment>macro-expression, one letter</comment>
            <translation>宏</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
    </context>
<context>
        <name>mien::ui::timeline::TimelineView</name>
        <message>
            <source>on tier %1</source>
            <translation>在层 %1 上</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间轴</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Signal lanes</source>
            <translation>信号轨</translation>
        </message>
        <message>
            <source>Tiers</source>
            <translation>层</translation>
        </message>
        <message>
            <source>micro-expression</source>
            <translation>微表情</translation>
        </message>
        <message>
            <source>macro-expression</source>
            <translation>宏表情</translation>
        </message>
        <message>
            <source>rejected</source>
            <translation>已拒绝</translation>
        </message>
        <message>
            <source>proposal</source>
            <translation>建议</translation>
        </message>
        <message>
            <source>onset frame %1</source>
            <translation>起始帧 %1</translation>
        </message>
        <message>
            <source>apex %1</source>
            <translation>顶点帧 %1</translation>
        </message>
        <message>
            <source>offset %1</source>
            <translation>终止帧 %1</translation>
        </message>
        <message>
            <source>, </source>
            <comment>between the parts of a sentence</comment>
            <translation>，</translation>
        </message>
        <message>
            <source>frame %1 · %2</source>
            <translation>第 %1 帧 · %2</translation>
        </message>
        <message>
            <source>found</source>
            <translation>已找到</translation>
        </message>
        <message>
            <source>rejected proposal</source>
            <translation>已拒绝的建议</translation>
        </message>
        <message>
            <source>▷ onset: %1</source>
            <translation>▷ 起始帧：%1</translation>
        </message>
        <message>
            <source>▲ apex: %1</source>
            <translation>▲ 顶点帧：%1</translation>
        </message>
        <message>
            <source>◁ offset: %1</source>
            <translation>◁ 终止帧：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n frame(s), %1 ms</source>
            <translation>
                <numerusform>%n 帧，%1 毫秒</numerusform>
            </translation>
        </message>
        <message>
            <source>Drag an edge to take it with that edge; the proposal itself stays.</source>
            <translation>拖动边缘即以该边缘采纳；建议本身不变。</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>%1 in %2</source>
            <translation>%1，位于 %2</translation>
        </message>
        <message>
            <source>not scorable: %1</source>
            <translation>无法评分：%1</translation>
        </message>
        <message>
            <source>%1: %2 %3</source>
            <comment>signal, value, unit</comment>
            <translation>%1：%2 %3</translation>
        </message>
        <message>
            <source>Onset, frame %1</source>
            <translation>起始帧，第 %1 帧</translation>
        </message>
        <message>
            <source>Apex, frame %1</source>
            <translation>顶点帧，第 %1 帧</translation>
        </message>
        <message>
            <source>Offset, frame %1</source>
            <translation>终止帧，第 %1 帧</translation>
        </message>
            <message>
            <source>watched by you from %1 to %2</source>
            <translation>您已观看：%1 至 %2</translation>
        </message>
</context>
<context>
        <name>ActionUnits</name>
        <message>
            <source>Inner brow raiser</source>
            <translation>内眉上扬</translation>
        </message>
        <message>
            <source>The inner ends of the brows rise.</source>
            <translation>眉毛内端抬起。</translation>
        </message>
        <message>
            <source>Outer brow raiser</source>
            <translation>外眉上扬</translation>
        </message>
        <message>
            <source>The outer ends of the brows rise.</source>
            <translation>眉毛外端抬起。</translation>
        </message>
        <message>
            <source>Brow lowerer</source>
            <translation>皱眉</translation>
        </message>
        <message>
            <source>The brows sink and come together.</source>
            <translation>双眉下压并靠拢。</translation>
        </message>
        <message>
            <source>Upper lid raiser</source>
            <translation>上睑提升</translation>
        </message>
        <message>
            <source>The eyes open wide.</source>
            <translation>眼睛睁大。</translation>
        </message>
        <message>
            <source>Cheek raiser</source>
            <translation>脸颊提升</translation>
        </message>
        <message>
            <source>The cheeks rise, with crow’s feet beside the eyes.</source>
            <translation>脸颊抬起，眼角出现鱼尾纹。</translation>
        </message>
        <message>
            <source>Lid tightener</source>
            <translation>眼睑收紧</translation>
        </message>
        <message>
            <source>The lids narrow the eyes.</source>
            <translation>眼睑收紧，眼睛变窄。</translation>
        </message>
        <message>
            <source>Nose wrinkler</source>
            <translation>皱鼻</translation>
        </message>
        <message>
            <source>The nose wrinkles and its wings rise.</source>
            <translation>鼻子皱起，鼻翼抬高。</translation>
        </message>
        <message>
            <source>Upper lip raiser</source>
            <translation>上唇提升</translation>
        </message>
        <message>
            <source>The middle of the upper lip rises.</source>
            <translation>上唇中部抬起。</translation>
        </message>
        <message>
            <source>Lip corner puller</source>
            <translation>嘴角上拉</translation>
        </message>
        <message>
            <source>The lip corners go up and outwards: a smile.</source>
            <translation>嘴角向上向外拉：微笑。</translation>
        </message>
        <message>
            <source>Dimpler</source>
            <translation>酒窝</translation>
        </message>
        <message>
            <source>The lip corners tighten inwards.</source>
            <translation>嘴角向内收紧。</translation>
        </message>
        <message>
            <source>Lip corner depressor</source>
            <translation>嘴角下压</translation>
        </message>
        <message>
            <source>The lip corners sink.</source>
            <translation>嘴角下垂。</translation>
        </message>
        <message>
            <source>Lower lip depressor</source>
            <translation>下唇下压</translation>
        </message>
        <message>
            <source>The lower lip sinks.</source>
            <translation>下唇下降。</translation>
        </message>
        <message>
            <source>Chin raiser</source>
            <translation>下巴提升</translation>
        </message>
        <message>
            <source>The chin pushes the lower lip up.</source>
            <translation>下巴把下唇向上推。</translation>
        </message>
        <message>
            <source>Lip pucker</source>
            <translation>撅嘴</translation>
        </message>
        <message>
            <source>The lips come together as for a kiss.</source>
            <translation>双唇聚拢，如同亲吻。</translation>
        </message>
        <message>
            <source>Lip stretcher</source>
            <translation>嘴唇横拉</translation>
        </message>
        <message>
            <source>The lips are stretched sideways.</source>
            <translation>嘴唇向两侧拉伸。</translation>
        </message>
        <message>
            <source>Lip funneler</source>
            <translation>嘴唇漏斗状</translation>
        </message>
        <message>
            <source>The lips form a funnel.</source>
            <translation>嘴唇呈漏斗形。</translation>
        </message>
        <message>
            <source>Lip tightener</source>
            <translation>嘴唇收紧</translation>
        </message>
        <message>
            <source>The lips get narrow and tight.</source>
            <translation>嘴唇变窄变紧。</translation>
        </message>
        <message>
            <source>Lip pressor</source>
            <translation>抿嘴</translation>
        </message>
        <message>
            <source>The lips are pressed together.</source>
            <translation>双唇紧压。</translation>
        </message>
        <message>
            <source>Lips part</source>
            <translation>双唇分开</translation>
        </message>
        <message>
            <source>The lips part; the jaw stays.</source>
            <translation>双唇分开，下颌不动。</translation>
        </message>
        <message>
            <source>Jaw drop</source>
            <translation>下颌下垂</translation>
        </message>
        <message>
            <source>The jaw falls open.</source>
            <translation>下颌落下张开。</translation>
        </message>
        <message>
            <source>Mouth stretch</source>
            <translation>嘴部大张</translation>
        </message>
        <message>
            <source>The mouth opens wide.</source>
            <translation>嘴巴张大。</translation>
        </message>
        <message>
            <source>Lips suck</source>
            <translation>吸唇</translation>
        </message>
        <message>
            <source>The lips roll inwards.</source>
            <translation>嘴唇向内卷。</translation>
        </message>
        <message>
            <source>Cheek puff</source>
            <translation>鼓腮</translation>
        </message>
        <message>
            <source>The cheeks fill with air.</source>
            <translation>两颊鼓气。</translation>
        </message>
        <message>
            <source>Eyes closed</source>
            <translation>闭眼</translation>
        </message>
        <message>
            <source>The lids close and stay closed.</source>
            <translation>眼睑合上并保持闭合。</translation>
        </message>
        <message>
            <source>Blink</source>
            <translation>眨眼</translation>
        </message>
        <message>
            <source>The lids close and open again.</source>
            <translation>眼睑合上后再睁开。</translation>
        </message>
        <message>
            <source>Eyes turn left</source>
            <translation>眼睛左转</translation>
        </message>
        <message>
            <source>The eyes turn to the person’s left.</source>
            <translation>眼睛转向本人的左侧。</translation>
        </message>
        <message>
            <source>Eyes turn right</source>
            <translation>眼睛右转</translation>
        </message>
        <message>
            <source>The eyes turn to the person’s right.</source>
            <translation>眼睛转向本人的右侧。</translation>
        </message>
        <message>
            <source>Eyes up</source>
            <translation>眼睛向上</translation>
        </message>
        <message>
            <source>The eyes look up.</source>
            <translation>眼睛向上看。</translation>
        </message>
        <message>
            <source>Eyes down</source>
            <translation>眼睛向下</translation>
        </message>
        <message>
            <source>The eyes look down.</source>
            <translation>眼睛向下看。</translation>
        </message>
        <message>
            <source>left side</source>
            <translation>左侧</translation>
        </message>
        <message>
            <source>right side</source>
            <translation>右侧</translation>
        </message>
        <message>
            <source>both sides</source>
            <translation>两侧</translation>
        </message>
</context>
<context>
        <name>CausalModel</name>
        <message>
            <source>person %1</source>
            <translation>人物 %1</translation>
        </message>
        <message>
            <source>the chosen face</source>
            <translation>所选的人脸</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>%1 ms, apex at %2</source>
            <translation>%1 ms，顶点在 %2</translation>
        </message>
        <message>
            <source>noise %1</source>
            <translation>噪声 %1</translation>
        </message>
        <message>
            <source>%1 px/s</source>
            <translation>%1 像素/秒</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>%1 syllables</source>
            <translation>%1 个音节</translation>
        </message>
        <message>
            <source>Subject</source>
            <translation>被试</translation>
        </message>
        <message>
            <source>Who is filmed, with customs of their own: the confounder.</source>
            <translation>被拍摄的人及其习惯：混杂因素。</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>肖像</translation>
        </message>
        <message>
            <source>Which picture of the person moves.</source>
            <translation>让此人的哪张图片动起来。</translation>
        </message>
        <message>
            <source>Elicited emotion</source>
            <translation>诱发的情绪</translation>
        </message>
        <message>
            <source>What the person is made to feel; it chooses the action units.</source>
            <translation>让此人产生的感受；它决定动作单元。</translation>
        </message>
        <message>
            <source>Micro or macro</source>
            <translation>微表情或宏表情</translation>
        </message>
        <message>
            <source>Up to half a second and faint, or longer and stronger.</source>
            <translation>至多半秒且微弱，或更长更强。</translation>
        </message>
        <message>
            <source>Z  Action units</source>
            <translation>Z  动作单元</translation>
        </message>
        <message>
            <source>What the face does: units, sides and intensities.</source>
            <translation>面部的动作：单元、侧别和强度。</translation>
        </message>
        <message>
            <source>Z  Timing</source>
            <translation>Z  时间</translation>
        </message>
        <message>
            <source>Onset, apex and offset of the expression.</source>
            <translation>表情的起始、顶点和终止。</translation>
        </message>
        <message>
            <source>Y  Label</source>
            <translation>Y  标签</translation>
        </message>
        <message>
            <source>What a coder calls it, from the action units and some noise.</source>
            <translation>编码者据动作单元所给的名称，带一些噪声。</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>光照</translation>
        </message>
        <message>
            <source>Brightness and flicker of the lamp.</source>
            <translation>灯光的亮度和闪烁。</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>摄像机</translation>
        </message>
        <message>
            <source>Sensor noise and how large the face is.</source>
            <translation>传感器噪声和人脸的大小。</translation>
        </message>
        <message>
            <source>Head movement</source>
            <translation>头部运动</translation>
        </message>
        <message>
            <source>Slow sway and roll of the head.</source>
            <translation>头部缓慢的摆动和侧倾。</translation>
        </message>
        <message>
            <source>Blinks</source>
            <translation>眨眼</translation>
        </message>
        <message>
            <source>Lids that close without meaning anything.</source>
            <translation>没有含义的闭眼。</translation>
        </message>
        <message>
            <source>Speech</source>
            <translation>说话</translation>
        </message>
        <message>
            <source>Lips that move as in speech.</source>
            <translation>如说话般运动的嘴唇。</translation>
        </message>
        <message>
            <source>X  Film</source>
            <translation>X  视频</translation>
        </message>
        <message>
            <source>What the camera records: the outcome of everything else.</source>
            <translation>摄像机所记录的：其余一切的结果。</translation>
        </message>
        <message>
            <source>a portrait is of one person</source>
            <translation>一张肖像属于一个人</translation>
        </message>
        <message>
            <source>some people show some emotions more often</source>
            <translation>有些人更常表现某些情绪</translation>
        </message>
        <message>
            <source>emotion table, read forwards</source>
            <translation>情绪表，正向读取</translation>
        </message>
        <message>
            <source>levels of micro- and macro-expressions</source>
            <translation>微表情和宏表情的强度</translation>
        </message>
        <message>
            <source>habitual unit and intensity</source>
            <translation>习惯性的单元和强度</translation>
        </message>
        <message>
            <source>published durations</source>
            <translation>已发表的时长</translation>
        </message>
        <message>
            <source>custom duration and rise</source>
            <translation>习惯的时长和上升</translation>
        </message>
        <message>
            <source>planted: a class lasts longer</source>
            <translation>植入：某一类别持续更久</translation>
        </message>
        <message>
            <source>f_Z: emotion table, read backwards</source>
            <translation>f_Z：情绪表，反向读取</translation>
        </message>
        <message>
            <source>the coder expects it of this person</source>
            <translation>编码者对此人有此预期</translation>
        </message>
        <message>
            <source>planted: a class has its own light</source>
            <translation>植入：某一类别有自己的光照</translation>
        </message>
        <message>
            <source>where this person is filmed</source>
            <translation>此人在何处拍摄</translation>
        </message>
        <message>
            <source>planted: a class has its own camera</source>
            <translation>植入：某一类别有自己的摄像机</translation>
        </message>
        <message>
            <source>what this person is filmed with</source>
            <translation>用什么拍摄此人</translation>
        </message>
        <message>
            <source>appearance</source>
            <translation>外貌</translation>
        </message>
        <message>
            <source>the movement</source>
            <translation>动作</translation>
        </message>
        <message>
            <source>when it happens</source>
            <translation>何时发生</translation>
        </message>
        <message>
            <source>gain and flicker</source>
            <translation>增益和闪烁</translation>
        </message>
        <message>
            <source>noise and framing</source>
            <translation>噪声和取景</translation>
        </message>
        <message>
            <source>sway and roll</source>
            <translation>摆动和侧倾</translation>
        </message>
        <message>
            <source>lids</source>
            <translation>眼睑</translation>
        </message>
        <message>
            <source>lips</source>
            <translation>嘴唇</translation>
        </message>
        <message>
            <source>micro</source>
            <translation>微表情</translation>
        </message>
        <message>
            <source>macro</source>
            <translation>宏表情</translation>
        </message>
</context>
<context>
        <name>Emotions</name>
        <message>
            <source>happiness</source>
            <translation>高兴</translation>
        </message>
        <message>
            <source>sadness</source>
            <translation>悲伤</translation>
        </message>
        <message>
            <source>surprise</source>
            <translation>惊讶</translation>
        </message>
        <message>
            <source>fear</source>
            <translation>恐惧</translation>
        </message>
        <message>
            <source>anger</source>
            <translation>愤怒</translation>
        </message>
        <message>
            <source>disgust</source>
            <translation>厌恶</translation>
        </message>
        <message>
            <source>contempt</source>
            <translation>轻蔑</translation>
        </message>
        <message>
            <source>neutral</source>
            <translation>中性</translation>
        </message>
</context>
<context>
        <name>PagView</name>
        <message>
            <source>Causal graph</source>
            <translation>因果图</translation>
        </message>
</context>
<context>
        <name>TruthFigures</name>
        <message>
            <source>SSIM</source>
            <translation>SSIM</translation>
        </message>
        <message>
            <source>BRISQUE</source>
            <translation>BRISQUE</translation>
        </message>
        <message>
            <source>Onset, frames off</source>
            <translation>起始帧，偏差帧数</translation>
        </message>
        <message>
            <source>Measured onset minus true onset; above 0 is late.</source>
            <translation>测得起始帧减真实起始帧；大于 0 为偏晚。</translation>
        </message>
        <message>
            <source>Apex, frames off</source>
            <translation>顶点帧，偏差帧数</translation>
        </message>
        <message>
            <source>Measured apex minus true apex; above 0 is late.</source>
            <translation>测得顶点帧减真实顶点帧；大于 0 为偏晚。</translation>
        </message>
        <message>
            <source>Offset, frames off</source>
            <translation>终止帧，偏差帧数</translation>
        </message>
        <message>
            <source>Measured offset minus true offset; above 0 is late.</source>
            <translation>测得终止帧减真实终止帧；大于 0 为偏晚。</translation>
        </message>
        <message>
            <source>Overlap (IoU)</source>
            <translation>重叠（IoU）</translation>
        </message>
        <message>
            <source>How much of the true expression and of what was found is shared; 0 where nothing was found.</source>
            <translation>真实表情与检出区间的交并比；未检出者为 0。</translation>
        </message>
        <message>
            <source>Landmarks, px off</source>
            <translation>特征点，偏差 px</translation>
        </message>
        <message>
            <source>Distance of measured from true landmarks, median of the film; it includes what two landmark schemes disagree about.</source>
            <translation>测得与真实特征点的距离，取视频中位数；其中含两套特征点定义本身的差异。</translation>
        </message>
        <message>
            <source>Movement, px off</source>
            <translation>位移，偏差 px</translation>
        </message>
        <message>
            <source>The same of the landmarks' movement since the first frame, which is what expressions are measured by.</source>
            <translation>自第一帧起特征点位移的偏差，表情正是据此测量。</translation>
        </message>
        <message>
            <source>Flow, % off</source>
            <translation>光流，偏差 %</translation>
        </message>
        <message>
            <source>Optical flow from onset to apex against the true movement, error over length, where something moves.</source>
            <translation>起始到顶点的光流与真实运动相比，误差除以长度，只取有运动之处。</translation>
        </message>
        <message>
            <source>PSNR, dB</source>
            <translation>PSNR，dB</translation>
        </message>
        <message>
            <source>Of consecutive frames; a still film scores highest. Measured under Picture quality.</source>
            <translation>相邻帧之间；静止视频得分最高。在“画质”中测量。</translation>
        </message>
        <message>
            <source>Total variation</source>
            <translation>全变差</translation>
        </message>
        <message>
            <source>It grows with the size of the frames. Measured under Picture quality.</source>
            <translation>随画面尺寸增大。在“画质”中测量。</translation>
        </message>
        <message>
            <source>Lower is more like a photograph. Measured under Picture quality.</source>
            <translation>越低越像照片。在“画质”中测量。</translation>
        </message>
</context>
<context>
        <name>mien::ui::ClassWeights</name>
        <message>
            <source>Class weights</source>
            <translation>类别权重</translation>
        </message>
        <message>
            <source>How often each emotion is drawn beside the others; empty is 1. Weights of one part alone plant an imbalance and need “and each: nothing more”.</source>
            <translation>每种情绪相对于其他情绪被抽到的频度；空为 1。只在一部分设权重会植入不平衡，需选“且每个：不再限定”。</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>training</source>
            <translation>训练</translation>
        </message>
        <message>
            <source>testing</source>
            <translation>测试</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1，%2</translation>
        </message>
</context>
<context>
        <name>mien::ui::EmotionTableDialog</name>
        <message>
            <source>Emotion table</source>
            <translation>情绪表</translation>
        </message>
        <message>
            <source>Begin from another table…</source>
            <translation>从另一张表开始…</translation>
        </message>
        <message>
            <source>A file…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <source>Table to begin from</source>
            <translation>作为起点的表</translation>
        </message>
        <message>
            <source>The tables that come with Mien, or one of your own</source>
            <translation>Mien 自带的表，或您自己的表</translation>
        </message>
        <message>
            <source>Open emotion table</source>
            <translation>打开情绪表</translation>
        </message>
        <message>
            <source>Emotion tables (*.json)</source>
            <translation>情绪表 (*.json)</translation>
        </message>
        <message>
            <source>Probability of each action unit by emotion</source>
            <translation>各情绪下每个动作单元的概率</translation>
        </message>
        <message>
            <source>Use in the model</source>
            <translation>在模型中使用</translation>
        </message>
        <message>
            <source>Save a copy…</source>
            <translation>保存副本…</translation>
        </message>
        <message>
            <source>As a data file that the spec of a dataset can name</source>
            <translation>作为数据集规格可以引用的数据文件</translation>
        </message>
        <message>
            <source>Save a copy</source>
            <translation>保存副本</translation>
        </message>
        <message>
            <source>Saved as %1. Name it as &quot;emotion_table&quot; in a spec.</source>
            <translation>已保存为 %1。可在规格中以 &quot;emotion_table&quot; 引用。</translation>
        </message>
        <message>
            <source>Weight</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>%1. Columns are action units; a cell is the probability that the unit shows, empty means never. Several rows of one emotion are ways to show it, drawn by weight.</source>
            <translation>%1。列为动作单元；单元格是该单元出现的概率，空表示从不出现。同一情绪的多行是其不同的表现方式，按权重抽取。</translation>
        </message>
        <message>
            <source>“%1” is no number.</source>
            <translation>“%1”不是数字。</translation>
        </message>
        <message>
            <source>Changed; “Use in the model” takes it over.</source>
            <translation>已更改；点“在模型中使用”即可采用。</translation>
        </message>
</context>
<context>
        <name>mien::ui::ExternalPage</name>
        <message>
            <source>Check</source>
            <translation>检查</translation>
        </message>
        <message>
            <source>Films from a model on this machine</source>
            <translation>由本机模型生成的视频</translation>
        </message>
        <message>
            <source>Image-to-video model</source>
            <translation>图像生成视频模型</translation>
        </message>
        <message>
            <source>a ComfyUI server on this machine</source>
            <translation>本机的 ComfyUI 服务器</translation>
        </message>
        <message>
            <source>a program</source>
            <translation>一个程序</translation>
        </message>
        <message>
            <source>Runs as</source>
            <translation>运行方式</translation>
        </message>
        <message>
            <source>Mien brings no model. Faces are handed to this machine alone.</source>
            <translation>Mien 不附带模型。人脸只交给本机。</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>服务器</translation>
        </message>
        <message>
            <source>Address of this machine: 127.0.0.1, ::1 or localhost, and a port</source>
            <translation>本机地址：127.0.0.1、::1 或 localhost，加端口</translation>
        </message>
        <message>
            <source>the one for LTX-Video that is built in</source>
            <translation>内置的 LTX-Video 工作流</translation>
        </message>
        <message>
            <source>Workflow</source>
            <translation>工作流</translation>
        </message>
        <message>
            <source>A file in ComfyUI’s API format with placeholders; may be empty</source>
            <translation>ComfyUI API 格式、含占位符的文件；可留空</translation>
        </message>
        <message>
            <source>Command</source>
            <translation>命令</translation>
        </message>
        <message>
            <source>A program and its arguments; {image}, {prompt} and {out} are needed, {negative} {frames} {width} {height} {fps} {seed} may stand in it. No shell reads them.</source>
            <translation>程序及其参数；必须有 {image}、{prompt} 和 {out}，可用 {negative} {frames} {width} {height} {fps} {seed}。不经过 shell。</translation>
        </message>
        <message>
            <source>Asks whether the model is there. No picture is handed over.</source>
            <translation>询问模型是否可用。不交出任何图片。</translation>
        </message>
        <message>
            <source>Check the model</source>
            <translation>检查模型</translation>
        </message>
        <message>
            <source>What it is asked for</source>
            <translation>请求内容</translation>
        </message>
        <message>
            <source>Portrait</source>
            <translation>肖像</translation>
        </message>
        <message>
            <source>What the films begin with: the face chosen above</source>
            <translation>视频的起始画面：上方所选人脸</translation>
        </message>
        <message>
            <source>all of the table, in turn</source>
            <translation>表中全部，依次</translation>
        </message>
        <message>
            <source>Emotion</source>
            <translation>情绪</translation>
        </message>
        <message>
            <source>Action units are drawn for it, unless they are given</source>
            <translation>为其抽取动作单元，除非已给出</translation>
        </message>
        <message>
            <source>drawn for the emotion</source>
            <translation>按情绪抽取</translation>
        </message>
        <message>
            <source>Action units</source>
            <translation>动作单元</translation>
        </message>
        <message>
            <source>For example 1A+L15D</source>
            <translation>例如 1A+L15D</translation>
        </message>
        <message>
            <source>micro-expression</source>
            <translation>微表情</translation>
        </message>
        <message>
            <source>macro-expression</source>
            <translation>宏表情</translation>
        </message>
        <message>
            <source>either</source>
            <translation>均可</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>Films whose expression lasts otherwise are refused</source>
            <translation>表情时长不符的视频会被拒绝</translation>
        </message>
        <message>
            <source>Clips</source>
            <translation>片段</translation>
        </message>
        <message>
            <source>How many clips are wanted</source>
            <translation>需要多少片段</translation>
        </message>
        <message>
            <source>Attempts</source>
            <translation>尝试次数</translation>
        </message>
        <message>
            <source>Films asked for before a clip is given up</source>
            <translation>放弃一个片段前请求的视频数</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>帧</translation>
        </message>
        <message>
            <source>LTX-Video wants 8n + 1</source>
            <translation>LTX-Video 要求 8n + 1</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <source>Width and height in pixels; LTX-Video wants multiples of 32</source>
            <translation>宽与高（像素）；LTX-Video 要求 32 的倍数</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Of what is drawn and of the model’s noise</source>
            <translation>用于抽样与模型噪声</translation>
        </message>
        <message>
            <source>What the model is told</source>
            <translation>给模型的提示</translation>
        </message>
        <message>
            <source>Folder of the films</source>
            <translation>视频文件夹</translation>
        </message>
        <message>
            <source>Choose a picture or film of a face above.</source>
            <translation>请在上方选择人脸图片或视频。</translation>
        </message>
        <message>
            <source>A model begins with a picture: choose a portrait above instead of a rig.</source>
            <translation>模型从图片开始：请在上方选择肖像而非人脸模型。</translation>
        </message>
        <message>
            <source>Not checked yet.</source>
            <translation>尚未检查。</translation>
        </message>
        <message>
            <source>Asking …</source>
            <translation>正在询问…</translation>
        </message>
        <message>
            <source>Looking for the image-to-video model</source>
            <translation>查找图像生成视频模型</translation>
        </message>
        <message>
            <source>The server answers and has every node of the workflow.</source>
            <translation>服务器有应答，并具备工作流的全部节点。</translation>
        </message>
        <message>
            <source>The program is there.</source>
            <translation>程序可用。</translation>
        </message>
        <message>
            <source>Clips: %1, each of at most %2 films asked for</source>
            <translation>片段：%1，每个最多请求 %2 个视频</translation>
        </message>
        <message>
            <source>The first clip shows AU %1. The model is told:</source>
            <translation>第一个片段呈现 AU %1。给模型的提示：</translation>
        </message>
        <message>
            <source>And what it must not show:</source>
            <translation>不得出现：</translation>
        </message>
        <message>
            <source>Nothing is asked for.</source>
            <translation>没有请求内容。</translation>
        </message>
        <message>
            <source>There is no model to ask yet; see what Check says</source>
            <translation>尚无可用模型；见“检查”的结果</translation>
        </message>
        <message>
            <source>Asks the model for film after film and keeps those that pass the tests</source>
            <translation>逐个请求视频，保留通过测试者</translation>
        </message>
        <message>
            <source>Asking a model for films: %1</source>
            <translation>向模型请求视频：%1</translation>
        </message>
        <message>
            <source>Stopped. What is finished is kept; Generate goes on from there.</source>
            <translation>已停止。已完成的会保留；再点“生成”即从那里继续。</translation>
        </message>
        <message>
            <source>It made films.</source>
            <translation>模型已生成视频。</translation>
        </message>
        <message>
            <source>Clips: %1 of %2; films asked for: %3. Onset, apex and offset are measured, for nobody knows them.</source>
            <translation>片段：%1 / %2；请求视频：%3。起始帧、顶点帧、终止帧为测量值，因无人知其真值。</translation>
        </message>
        <message>
            <source>Refused by test: %1.</source>
            <translation>按测试拒绝：%1。</translation>
        </message>
        <message>
            <source>Look at its samples</source>
            <translation>查看其样本</translation>
        </message>
</context>
<context>
        <name>mien::ui::FaceChooser</name>
        <message>
            <source>Person</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>人脸</translation>
        </message>
        <message>
            <source>Whose face moves: a portrait of yours, or a person of a face rig</source>
            <translation>让谁的脸动起来：您的肖像，或人脸模型中的一个人物</translation>
        </message>
        <message>
            <source>Person of the rig</source>
            <translation>模型中的人物</translation>
        </message>
        <message>
            <source>Every number is another invented person: face, skin, hair and light</source>
            <translation>每个数字是另一个虚构的人物：脸、皮肤、头发和光照</translation>
        </message>
        <message>
            <source>Demonstration portrait</source>
            <translation>演示肖像</translation>
        </message>
        <message>
            <source>Picture or film…</source>
            <translation>图片或视频…</translation>
        </message>
        <message>
            <source>Face rig…</source>
            <translation>人脸模型…</translation>
        </message>
        <message>
            <source>Choose a face…</source>
            <translation>选择人脸…</translation>
        </message>
        <message>
            <source>Rig %1</source>
            <translation>模型 %1</translation>
        </message>
        <message>
            <source>Picture or film of a face</source>
            <translation>人脸的图片或视频</translation>
        </message>
        <message>
            <source>Pictures and films (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp *.mp4 *.mov *.avi *.mkv);;All files (*)</source>
            <translation>图片和视频 (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp *.mp4 *.mov *.avi *.mkv);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Folder of a face rig (.npz, .obj, vertex_indices.json)</source>
            <translation>人脸模型的文件夹（.npz、.obj、vertex_indices.json）</translation>
        </message>
</context>
<context>
        <name>mien::ui::FacePage</name>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>人脸</translation>
        </message>
        <message>
            <source>Duration</source>
            <translation>时长</translation>
        </message>
        <message>
            <source>How long the expression lasts: the published medians</source>
            <translation>表情持续多久：已发表的中位数</translation>
        </message>
        <message>
            <source>Micro, 392 ms</source>
            <translation>微表情，392 ms</translation>
        </message>
        <message>
            <source>Macro, 1.18 s</source>
            <translation>宏表情，1.18 s</translation>
        </message>
        <message>
            <source>Preparing the face …</source>
            <translation>正在准备人脸…</translation>
        </message>
        <message>
            <source>Choose a face above: a portrait, or a person of a face rig.</source>
            <translation>请在上方选择人脸：肖像，或人脸模型中的人物。</translation>
        </message>
        <message>
            <source>At %1 % of its strength: more would fold the skin over</source>
            <translation>强度为 %1 %：再强皮肤就会重叠</translation>
        </message>
        <message>
            <source>%1 pictures/s</source>
            <translation>%1 帧/秒</translation>
        </message>
</context>
<context>
        <name>mien::ui::FilmMaker</name>
        <message>
            <source>Drawing films</source>
            <translation>正在绘制视频</translation>
        </message>
</context>
<context>
        <name>mien::ui::GeneratorPanel</name>
        <message>
            <source>Generator</source>
            <translation>生成器</translation>
        </message>
        <message>
            <source>Parts of the generator</source>
            <translation>生成器的各部分</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>人脸</translation>
        </message>
        <message>
            <source>Causal model</source>
            <translation>因果模型</translation>
        </message>
        <message>
            <source>Twins</source>
            <translation>孪生</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>External model</source>
            <translation>外部模型</translation>
        </message>
</context>
<context>
        <name>mien::ui::GraphNode</name>
        <message>
            <source>Fixed by do(). Click: let go of it.</source>
            <translation>已由 do() 固定。点击：放开。</translation>
        </message>
        <message>
            <source>Click: do(), the value stays and its causes are cut off.</source>
            <translation>点击：do()，值保持不变，其原因被切断。</translation>
        </message>
</context>
<context>
        <name>mien::ui::GraphView</name>
        <message>
            <source>Causal graph</source>
            <translation>因果图</translation>
        </message>
        <message>
            <source>causes, the thicker the stronger</source>
            <translation>因果关系，越粗越强</translation>
        </message>
        <message>
            <source>would cause, at strength 0</source>
            <translation>可能的因果，强度为 0</translation>
        </message>
        <message>
            <source>cut by do()</source>
            <translation>被 do() 切断</translation>
        </message>
        <message>
            <source>strength %1</source>
            <translation>强度 %1</translation>
        </message>
</context>
<context>
        <name>mien::ui::InterventionEditor</name>
        <message>
            <source>Intervention</source>
            <translation>干预</translation>
        </message>
        <message>
            <source>Nothing causes it now: do() has cut its arrows.</source>
            <translation>现在没有原因：do() 已切断它的箭头。</translation>
        </message>
        <message>
            <source>Caused by noise of its own alone.</source>
            <translation>仅由自身的噪声引起。</translation>
        </message>
        <message>
            <source>Caused by: %1, and noise of its own.</source>
            <translation>原因：%1，以及自身的噪声。</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>放开</translation>
        </message>
        <message>
            <source>Fix this value</source>
            <translation>固定此值</translation>
        </message>
        <message>
            <source>The node follows its causes again</source>
            <translation>节点重新跟随其原因</translation>
        </message>
        <message>
            <source>do(): the value stays as it is, whatever its causes say</source>
            <translation>do()：无论其原因如何，值保持不变</translation>
        </message>
        <message>
            <source>Setting a value is do()</source>
            <translation>设定值即为 do()</translation>
        </message>
        <message>
            <source>Setting a person is do()</source>
            <translation>设定人物即为 do()</translation>
        </message>
        <message>
            <source>person %1</source>
            <translation>人物 %1</translation>
        </message>
        <message>
            <source>Setting an emotion is do()</source>
            <translation>设定情绪即为 do()</translation>
        </message>
        <message>
            <source>Setting a type is do()</source>
            <translation>设定类型即为 do()</translation>
        </message>
        <message>
            <source>FACS code</source>
            <translation>FACS 编码</translation>
        </message>
        <message>
            <source>FACS code, for example R12C+6B</source>
            <translation>FACS 编码，例如 R12C+6B</translation>
        </message>
        <message>
            <source>These units and no others; Enter is do()</source>
            <translation>只有这些单元；按 Enter 即为 do()</translation>
        </message>
        <message>
            <source> ms</source>
            <translation> ms</translation>
        </message>
        <message>
            <source> grey levels of noise</source>
            <translation> 灰阶噪声</translation>
        </message>
        <message>
            <source> px/s</source>
            <translation> 像素/秒</translation>
        </message>
        <message>
            <source>Setting this is do()</source>
            <translation>设定即为 do()</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>one at the apex</source>
            <translation>顶点处一次</translation>
        </message>
</context>
<context>
        <name>mien::ui::LevelSlider</name>
        <message>
            <source>absent</source>
            <translation>无</translation>
        </message>
        <message>
            <source>intensity %1</source>
            <translation>强度 %1</translation>
        </message>
</context>
<context>
        <name>mien::ui::ModelPage</name>
        <message>
            <source>Undo do()</source>
            <translation>撤销 do()</translation>
        </message>
        <message>
            <source>Let go of all</source>
            <translation>全部放开</translation>
        </message>
        <message>
            <source>Film of the sample</source>
            <translation>样本的视频</translation>
        </message>
        <message>
            <source>Causal model</source>
            <translation>因果模型</translation>
        </message>
        <message>
            <source>Drawing the film …</source>
            <translation>正在绘制视频…</translation>
        </message>
        <message>
            <source>drawing …</source>
            <translation>绘制中…</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>样本</translation>
        </message>
        <message>
            <source>Every number is another draw of all the noise. What do() has fixed stays.</source>
            <translation>每个数字是全部噪声的另一次抽取。do() 固定的保持不变。</translation>
        </message>
        <message>
            <source>Draw the next sample</source>
            <translation>抽取下一个样本</translation>
        </message>
        <message>
            <source>Customs</source>
            <translation>习惯</translation>
        </message>
        <message>
            <source>How strongly the person reaches emotion, units, timing, light and label: 0 not at all, 1 alone. This is what confounds.</source>
            <translation>人物对情绪、单元、时间、光照和标签的影响强度：0 毫无影响，1 完全决定。这就是混杂。</translation>
        </message>
        <message>
            <source>Planted light</source>
            <translation>植入光照</translation>
        </message>
        <message>
            <source>With this probability films labelled %1 have a dim light of their own</source>
            <translation>标签为“%1”的视频以此概率带有昏暗的光照</translation>
        </message>
        <message>
            <source>Planted camera</source>
            <translation>植入摄像机</translation>
        </message>
        <message>
            <source>With this probability films labelled %1 have a noisy camera of their own</source>
            <translation>标签为“%1”的视频以此概率带有高噪声的摄像机</translation>
        </message>
        <message>
            <source>Emotion table…</source>
            <translation>情绪表…</translation>
        </message>
        <message>
            <source>Which action units each emotion shows, and how likely: look, change, save a copy</source>
            <translation>每种情绪表现哪些动作单元及其概率：查看、更改、保存副本</translation>
        </message>
        <message>
            <source>Takes back the last intervention (Ctrl+Backspace)</source>
            <translation>撤回最近一次干预（Ctrl+Backspace）</translation>
        </message>
        <message>
            <source>No node is fixed any more</source>
            <translation>不再固定任何节点</translation>
        </message>
        <message>
            <source>Choose a face above: a portrait, or a person of a face rig.</source>
            <translation>请在上方选择人脸：肖像，或人脸模型中的人物。</translation>
        </message>
</context>
<context>
        <name>mien::ui::OtherTables</name>
        <message>
            <source>Tables (*.xlsx *.csv *.tsv *.txt);;All files (*)</source>
            <translation>表格 (*.xlsx *.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Reading %1</source>
            <translation>正在读取 %1</translation>
        </message>
        <message>
            <source>None yet. Add the table of another dataset.</source>
            <translation>尚无。请添加另一数据集的表格。</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Tables of other datasets</source>
            <translation>其他数据集的表格</translation>
        </message>
        <message>
            <source>Other datasets</source>
            <translation>其他数据集</translation>
        </message>
        <message>
            <source>Add table…</source>
            <translation>添加表格…</translation>
        </message>
        <message>
            <source>Add the table of another dataset</source>
            <translation>添加另一数据集的表格</translation>
        </message>
        <message>
            <source>Remove the chosen dataset</source>
            <translation>移除所选数据集</translation>
        </message>
        <message>
            <source>The table of another dataset</source>
            <translation>另一数据集的表格</translation>
        </message>
        <message>
            <source>%1 is there already; a dataset cannot be tested on itself.</source>
            <translation>%1 已在其中；数据集不能用自身测试。</translation>
        </message>
        <message>
            <source>%1 has no rows to test on.</source>
            <translation>%1 没有可用于测试的行。</translation>
        </message>
        <message>
            <source>%1, rows: %2</source>
            <translation>%1，行数：%2</translation>
        </message>
</context>
<context>
        <name>mien::ui::PhasePlayer</name>
        <message>
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <source>Play the expression (Space)</source>
            <translation>播放表情（空格）</translation>
        </message>
        <message>
            <source>Loop</source>
            <translation>循环</translation>
        </message>
        <message>
            <source>Again and again</source>
            <translation>反复播放</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>速度</translation>
        </message>
        <message>
            <source>Speed of playing</source>
            <translation>播放速度</translation>
        </message>
</context>
<context>
        <name>mien::ui::PhaseSlider</name>
        <message>
            <source>Phase</source>
            <translation>阶段</translation>
        </message>
        <message>
            <source>Drag through the expression from onset over apex to offset. Arrow keys: 10 ms.</source>
            <translation>在表情的起始、顶点和终止之间拖动。方向键：10 ms。</translation>
        </message>
        <message>
            <source>onset</source>
            <translation>起始</translation>
        </message>
        <message>
            <source>apex %1</source>
            <translation>顶点 %1</translation>
        </message>
        <message>
            <source>offset %1 ms</source>
            <translation>终止 %1 ms</translation>
        </message>
        <message>
            <source>%1 ms after onset, %2 % of the movement</source>
            <translation>起始后 %1 ms，动作的 %2 %</translation>
        </message>
</context>
<context>
        <name>mien::ui::PlantedList</name>
        <message>
            <source>dim light</source>
            <translation>昏暗光线</translation>
        </message>
        <message>
            <source>noisy camera</source>
            <translation>噪声相机</translation>
        </message>
        <message>
            <source>longer expressions</source>
            <translation>更长的表情</translation>
        </message>
        <message>
            <source>a unit besides</source>
            <translation>附加动作单元</translation>
        </message>
        <message>
            <source>in training only</source>
            <translation>仅训练时</translation>
        </message>
        <message>
            <source>in testing only</source>
            <translation>仅测试时</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>处处</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Planted links</source>
            <translation>植入的关联</translation>
        </message>
        <message>
            <source>Something that should mean nothing follows one class: each link is written into the truth, so that debiasing can be proved right or wrong.</source>
            <translation>本不该有意义的东西跟随某一类别：每条关联都写入真值，以便验证去偏是否有效。</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Add a planted link</source>
            <translation>添加植入的关联</translation>
        </message>
        <message>
            <source>Remove the chosen link</source>
            <translation>移除所选关联</translation>
        </message>
        <message>
            <source>Link</source>
            <translation>关联</translation>
        </message>
        <message>
            <source>What follows the class</source>
            <translation>跟随该类别的是什么</translation>
        </message>
        <message>
            <source>follows</source>
            <translation>跟随</translation>
        </message>
        <message>
            <source>The class that it comes with</source>
            <translation>它所伴随的类别</translation>
        </message>
        <message>
            <source>with strength</source>
            <translation>强度</translation>
        </message>
        <message>
            <source>Probability that it is there where the class is</source>
            <translation>类别出现时它也出现的概率</translation>
        </message>
        <message>
            <source>planted unit</source>
            <translation>植入的单元</translation>
        </message>
        <message>
            <source>Action unit that belongs to none of the emotions in use</source>
            <translation>不属于任何所用情绪的动作单元</translation>
        </message>
        <message>
            <source>times as long</source>
            <translation>时长倍数</translation>
        </message>
        <message>
            <source>How much longer the expressions of the class last</source>
            <translation>该类别表情持续时间的倍数</translation>
        </message>
        <message>
            <source>holds</source>
            <translation>适用</translation>
        </message>
        <message>
            <source>A link that holds in training and not in testing misleads what learns from it</source>
            <translation>在训练中成立而测试中不成立的关联会误导学习者</translation>
        </message>
        <message>
            <source>not a link: %1</source>
            <translation>不是关联：%1</translation>
        </message>
        <message>
            <source>AU %1</source>
            <translation>AU %1</translation>
        </message>
</context>
<context>
        <name>mien::ui::SpecDocument</name>
        <message>
            <source>This is not valid JSON.</source>
            <translation>这不是有效的 JSON。</translation>
        </message>
        <message>
            <source>Checking the spec</source>
            <translation>正在检查规格</translation>
        </message>
</context>
<context>
        <name>mien::ui::SpecForm</name>
        <message>
            <source>%1, from</source>
            <translation>%1，从</translation>
        </message>
        <message>
            <source>%1, to</source>
            <translation>%1，到</translation>
        </message>
        <message>
            <source>Spec of the dataset</source>
            <translation>数据集的规格</translation>
        </message>
        <message>
            <source>How many</source>
            <translation>数量</translation>
        </message>
        <message>
            <source>Films</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>How many, for each of what the next two fields say</source>
            <translation>数量，针对下面两项的每一个</translation>
        </message>
        <message>
            <source>for each</source>
            <translation>每个</translation>
        </message>
        <message>
            <source>Whether the number counts for the whole dataset, each person or each stratum</source>
            <translation>该数量针对整个数据集、每个人物还是每个分层</translation>
        </message>
        <message>
            <source>dataset</source>
            <translation>数据集</translation>
        </message>
        <message>
            <source>person</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>stratum</source>
            <translation>分层</translation>
        </message>
        <message>
            <source>and each</source>
            <translation>以及每个</translation>
        </message>
        <message>
            <source>nothing more: as the model draws. Elicited emotion: balanced by do(). Label: balanced by keeping the draws that a coder calls so.</source>
            <translation>无：按模型抽取。诱发的情绪：由 do() 平衡。标签：保留编码者如此命名的抽取来平衡。</translation>
        </message>
        <message>
            <source>nothing more</source>
            <translation>无</translation>
        </message>
        <message>
            <source>elicited emotion</source>
            <translation>诱发的情绪</translation>
        </message>
        <message>
            <source>label</source>
            <translation>标签</translation>
        </message>
        <message>
            <source>gender, race, age</source>
            <translation>gender, race, age</translation>
        </message>
        <message>
            <source>Strata</source>
            <translation>分层</translation>
        </message>
        <message>
            <source>Demographics of the people that strata cross, separated by commas. They come from the table of people; nothing is inferred.</source>
            <translation>分层所交叉的人口学信息，以逗号分隔。它们来自人物表；不作任何推断。</translation>
        </message>
        <message>
            <source>Test share</source>
            <translation>测试比例</translation>
        </message>
        <message>
            <source>Share of the people who are kept for testing; nobody is in both parts</source>
            <translation>留作测试的人物比例；没有人同时在两部分中</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>帧数</translation>
        </message>
        <message>
            <source>Length of each film</source>
            <translation>每个视频的长度</translation>
        </message>
        <message>
            <source>Frames per second</source>
            <translation>每秒帧数</translation>
        </message>
        <message>
            <source>A number or a fraction: 24, 29.97, 30000/1001</source>
            <translation>数字或分数：24、29.97、30000/1001</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>尺寸</translation>
        </message>
        <message>
            <source>Width and height in pixels, even</source>
            <translation>宽和高的像素数，偶数</translation>
        </message>
        <message>
            <source> px</source>
            <translation> 像素</translation>
        </message>
        <message>
            <source>Codec</source>
            <translation>编码格式</translation>
        </message>
        <message>
            <source>H.264 is small; FFV1 keeps every pixel as it was drawn</source>
            <translation>H.264 文件小；FFV1 保留每个像素原样</translation>
        </message>
        <message>
            <source>FFV1, lossless</source>
            <translation>FFV1，无损</translation>
        </message>
        <message>
            <source>H.264 quality</source>
            <translation>H.264 质量</translation>
        </message>
        <message>
            <source>Rate factor: 0 is lossless, 51 the worst, 18 looks like the original</source>
            <translation>码率因子：0 为无损，51 最差，18 看似原样</translation>
        </message>
        <message>
            <source>Expressions</source>
            <translation>表情</translation>
        </message>
        <message>
            <source>In each film</source>
            <translation>每个视频</translation>
        </message>
        <message>
            <source>How many expressions a film has</source>
            <translation>一个视频有多少表情</translation>
        </message>
        <message>
            <source>Share of micro</source>
            <translation>微表情比例</translation>
        </message>
        <message>
            <source>Probability that an expression is micro: at most half a second, and faint</source>
            <translation>表情为微表情的概率：至多半秒且微弱</translation>
        </message>
        <message>
            <source>Neutral around each</source>
            <translation>前后中性时间</translation>
        </message>
        <message>
            <source>Least neutral time before, between and after expressions</source>
            <translation>表情之前、之间和之后最短的中性时间</translation>
        </message>
        <message>
            <source> s</source>
            <translation> 秒</translation>
        </message>
        <message>
            <source>Twins</source>
            <translation>孪生</translation>
        </message>
        <message>
            <source>Every film a second time with the same noise and one action unit changed</source>
            <translation>每个视频以相同噪声再做一次，改变一个动作单元</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>take the strongest unit away</source>
            <translation>去掉最强的单元</translation>
        </message>
        <message>
            <source>strengthen it</source>
            <translation>加强它</translation>
        </message>
        <message>
            <source>add a unit</source>
            <translation>添加一个单元</translation>
        </message>
        <message>
            <source>Twin’s unit</source>
            <translation>孪生的单元</translation>
        </message>
        <message>
            <source>Action unit that is changed; 0: the strongest of the film</source>
            <translation>被改变的动作单元；0：视频中最强的</translation>
        </message>
        <message>
            <source>Nuisance</source>
            <translation>干扰</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>光照</translation>
        </message>
        <message>
            <source>Gain of the lamp over that of the portrait, from – to</source>
            <translation>灯光相对肖像的增益，从 – 到</translation>
        </message>
        <message>
            <source>Sensor noise</source>
            <translation>传感器噪声</translation>
        </message>
        <message>
            <source>Standard deviation in grey levels, from – to</source>
            <translation>灰阶标准差，从 – 到</translation>
        </message>
        <message>
            <source>Head speed</source>
            <translation>头部速度</translation>
        </message>
        <message>
            <source>Greatest speed of the sway, px/s of a face 256 px wide, from – to</source>
            <translation>摆动的最大速度，以 256 像素宽的脸计，像素/秒，从 – 到</translation>
        </message>
        <message>
            <source>Head roll</source>
            <translation>头部侧倾</translation>
        </message>
        <message>
            <source>Amplitude of the slow roll in degrees, from – to</source>
            <translation>缓慢侧倾的幅度（度），从 – 到</translation>
        </message>
        <message>
            <source>Blinks</source>
            <translation>眨眼</translation>
        </message>
        <message>
            <source>Blinks in a minute; they carry no meaning</source>
            <translation>每分钟眨眼次数；没有含义</translation>
        </message>
        <message>
            <source> /min</source>
            <translation> 次/分</translation>
        </message>
        <message>
            <source>Speech</source>
            <translation>说话</translation>
        </message>
        <message>
            <source>Share of the time in which the mouth moves as in speech</source>
            <translation>嘴部如说话般运动的时间比例</translation>
        </message>
        <message>
            <source>Confounding</source>
            <translation>混杂</translation>
        </message>
        <message>
            <source>Customs of people</source>
            <translation>人物的习惯</translation>
        </message>
        <message>
            <source>How strongly the person reaches emotion, units, timing, light and label: 0 not at all, 1 alone</source>
            <translation>人物对情绪、单元、时间、光照和标签的影响强度：0 毫无影响，1 完全决定</translation>
        </message>
        <message>
            <source>Label noise</source>
            <translation>标签噪声</translation>
        </message>
        <message>
            <source>Probability that the coder writes another emotion down</source>
            <translation>编码者写成另一种情绪的概率</translation>
        </message>
        <message>
            <source>Name and seed</source>
            <translation>名称和种子</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>What the dataset is called in its manifest</source>
            <translation>数据集在清单中的名称</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>The same spec and seed give the same bytes</source>
            <translation>相同的规格和种子得到相同的字节</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>the face chosen above</source>
            <translation>上方所选的人脸</translation>
        </message>
        <message>
            <source>a folder of portraits</source>
            <translation>肖像文件夹</translation>
        </message>
        <message>
            <source>people of a face rig</source>
            <translation>人脸模型中的人物</translation>
        </message>
        <message>
            <source>a list of its own</source>
            <translation>单独的列表</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>谁</translation>
        </message>
        <message>
            <source>Who is filmed. A list with splits and demographics of each person is written in the JSON.</source>
            <translation>拍摄谁。含划分和人口学信息的列表写在 JSON 中。</translation>
        </message>
        <message>
            <source>Choose: %1</source>
            <translation>选择：%1</translation>
        </message>
        <message>
            <source>Tables of people (*.csv)</source>
            <translation>人物表 (*.csv)</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Every image is a person, and every folder of images is one</source>
            <translation>每张图像是一个人物，每个图像文件夹也是一个</translation>
        </message>
        <message>
            <source>a folder with pictures</source>
            <translation>含图片的文件夹</translation>
        </message>
        <message>
            <source>Table</source>
            <translation>表</translation>
        </message>
        <message>
            <source>Optional: a column id, perhaps split, and any demographics</source>
            <translation>可选：id 列，可有 split 列，以及任何人口学信息</translation>
        </message>
        <message>
            <source>optional</source>
            <translation>可选</translation>
        </message>
        <message>
            <source>Rig</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Folder of a face rig</source>
            <translation>人脸模型的文件夹</translation>
        </message>
        <message>
            <source>a folder with a rig</source>
            <translation>含模型的文件夹</translation>
        </message>
        <message>
            <source>How many people are invented</source>
            <translation>虚构多少个人物</translation>
        </message>
        <message>
            <source>from number</source>
            <translation>从编号</translation>
        </message>
        <message>
            <source>The first person’s number; each number is somebody else</source>
            <translation>第一个人物的编号；每个编号是不同的人</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s), listed in the JSON.</source>
            <translation>
                <numerusform>%n 个人物，列在 JSON 中。</numerusform>
            </translation>
        </message>
        <message>
            <source>Emotions</source>
            <translation>情绪</translation>
        </message>
        <message>
            <source>Which units each emotion shows: mie-x, facs-prototypes, or a file of your own</source>
            <translation>每种情绪表现哪些单元：mie-x、facs-prototypes 或您自己的文件</translation>
        </message>
        <message>
            <source>Emotions in use</source>
            <translation>所用的情绪</translation>
        </message>
        <message>
            <source>Only the ticked emotions are elicited and used as labels</source>
            <translation>只诱发勾选的情绪并用作标签</translation>
        </message>
        <message>
            <source>see the JSON</source>
            <translation>见 JSON</translation>
        </message>
</context>
<context>
        <name>mien::ui::MakingRows</name>
        <message>
            <source>Into this folder</source>
            <translation>写入此文件夹</translation>
        </message>
        <message>
            <source>a new or empty folder</source>
            <translation>新的或空的文件夹</translation>
        </message>
        <message>
            <source>A new or empty folder; a run that was stopped goes on in its own</source>
            <translation>新的或空的文件夹；停止过的运行在其文件夹中继续</translation>
        </message>
        <message>
            <source>Choose the folder</source>
            <translation>选择文件夹</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>进度</translation>
        </message>
        <message>
            <source>Stops; what is finished is kept, and Generate goes on from there</source>
            <translation>停止；已完成的会保留，再点“生成”即从那里继续</translation>
        </message>
        <message>
            <source>Generating …</source>
            <translation>正在生成…</translation>
        </message>
        <message>
            <source>Generate</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
</context>
<context>
        <name>mien::ui::SpecPage</name>
        <message>
            <source>%1 s</source>
            <translation>%1 秒</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 分钟</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 小时</translation>
        </message>
        <message>
            <source>Show as JSON</source>
            <translation>显示为 JSON</translation>
        </message>
        <message>
            <source>Dataset to be generated</source>
            <translation>要生成的数据集</translation>
        </message>
        <message>
            <source>Spec as JSON</source>
            <translation>JSON 形式的规格</translation>
        </message>
        <message>
            <source>Preset</source>
            <translation>预设</translation>
        </message>
        <message>
            <source>Sets the fields for a purpose; people, name and seed stay</source>
            <translation>按用途设置各项；人物、名称和种子不变</translation>
        </message>
        <message>
            <source>Begin from a preset…</source>
            <translation>从预设开始…</translation>
        </message>
        <message>
            <source>Small: one short film of each emotion</source>
            <translation>小型：每种情绪一个短视频</translation>
        </message>
        <message>
            <source>EquiME: 5 emotions, balanced strata</source>
            <translation>EquiME：5 种情绪，分层平衡</translation>
        </message>
        <message>
            <source>Long films for spotting</source>
            <translation>用于检测的长视频</translation>
        </message>
        <message>
            <source>Twins: pairs that differ in one unit</source>
            <translation>孪生：只差一个单元的成对视频</translation>
        </message>
        <message>
            <source>Load…</source>
            <translation>载入…</translation>
        </message>
        <message>
            <source>Reads a spec from a file</source>
            <translation>从文件读取规格</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Writes the spec to a file that mien-cli synth dataset reads</source>
            <translation>将规格写入 mien-cli synth dataset 可读的文件</translation>
        </message>
        <message>
            <source>The whole spec as text, to be read and changed</source>
            <translation>完整规格的文本，可阅读和更改</translation>
        </message>
        <message>
            <source>Folder of the dataset</source>
            <translation>数据集的文件夹</translation>
        </message>
        <message>
            <source>Draws and writes all films in the background</source>
            <translation>在后台绘制并写入所有视频</translation>
        </message>
        <message>
            <source>Show as form</source>
            <translation>显示为表单</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>尚未就绪</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n 个人物</numerusform>
            </translation>
        </message>
        <message>
            <source>, %1 of them for testing</source>
            <translation>，其中 %1 人用于测试</translation>
        </message>
        <message>
            <source>%1 each, %2 in all</source>
            <translation>每个 %1，共 %2</translation>
        </message>
        <message numerus="yes">
            <source>%n empty stratum(s) left out</source>
            <translation>
                <numerusform>略去 %n 个空的分层</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n film(s)</source>
            <translation>
                <numerusform>%n 个视频</numerusform>
            </translation>
        </message>
        <message>
            <source>Generating %1</source>
            <translation>正在生成 %1</translation>
        </message>
        <message>
            <source>Looking at people and samples …</source>
            <translation>正在检查人物和样本…</translation>
        </message>
        <message>
            <source>Stopped. What is finished is kept; Generate goes on from there.</source>
            <translation>已停止。已完成的会保留；再点“生成”即从那里继续。</translation>
        </message>
        <message>
            <source>Done: %1 films, %2 of them drawn now.</source>
            <translation>完成：%1 个视频，其中 %2 个为本次绘制。</translation>
        </message>
        <message>
            <source>Open the folder</source>
            <translation>打开文件夹</translation>
        </message>
        <message>
            <source>Look at its samples</source>
            <translation>查看其样本</translation>
        </message>
        <message>
            <source>Load spec</source>
            <translation>载入规格</translation>
        </message>
        <message>
            <source>Specs (*.json)</source>
            <translation>规格 (*.json)</translation>
        </message>
        <message>
            <source>Save spec</source>
            <translation>保存规格</translation>
        </message>
        <message>
            <source>Saved as %1.</source>
            <translation>已保存为 %1。</translation>
        </message>
</context>
<context>
        <name>mien::ui::SpreadChart</name>
        <message>
            <source>Distribution of %1</source>
            <translation>%1 的分布</translation>
        </message>
        <message>
            <source>%1 to %2: %3</source>
            <translation>%1 至 %2：%3</translation>
        </message>
        <message>
            <source>highest bar: %1</source>
            <translation>最高柱：%1</translation>
        </message>
</context>
<context>
        <name>mien::ui::TruthCard</name>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Against the truth</source>
            <translation>对照真值</translation>
        </message>
        <message>
            <source>Analyses whole films in the background and compares what is measured with their truth: what lies beside a generated film, or else what the table says</source>
            <translation>在后台分析整个视频，并把测量结果与真值比较：生成视频旁的真值，否则为表格所写</translation>
        </message>
        <message>
            <source>Stop comparing</source>
            <translation>停止比较</translation>
        </message>
        <message>
            <source>What was compared so far is kept</source>
            <translation>已比较的结果会保留</translation>
        </message>
        <message>
            <source>How far the comparing is</source>
            <translation>比较进度</translation>
        </message>
        <message>
            <source>Measured against the truth</source>
            <translation>测量结果对照真值</translation>
        </message>
        <message>
            <source>Figure</source>
            <translation>指标</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>个数</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Median</source>
            <translation>中位数</translation>
        </message>
        <message>
            <source>Worst 5 %</source>
            <translation>最差 5 %</translation>
        </message>
        <message>
            <source>The worst twentieth of the values begins here; signs are left aside</source>
            <translation>最差的二十分之一从此值起；不计正负号</translation>
        </message>
        <message>
            <source>Worst first</source>
            <translation>最差在前</translation>
        </message>
        <message>
            <source>A click shows the row above; Return or a double click opens its film</source>
            <translation>单击显示上方对应行；回车或双击打开其视频</translation>
        </message>
        <message>
            <source>Comparing with the truth, films: %1</source>
            <translation>对照真值，视频：%1</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Compare shown films: %1</source>
            <translation>比较所示视频：%1</translation>
        </message>
        <message>
            <source>Only chosen: %1</source>
            <translation>仅所选：%1</translation>
        </message>
        <message>
            <source>None of the shown rows has a film.</source>
            <translation>所示各行均无视频。</translation>
        </message>
        <message>
            <source>Comparing; the window can be used meanwhile.</source>
            <translation>正在比较；期间窗口可照常使用。</translation>
        </message>
        <message>
            <source>No film was compared yet.</source>
            <translation>尚未比较任何视频。</translation>
        </message>
        <message>
            <source>Films: %1, true expressions: %2, found: %3, found where nothing is: %4.</source>
            <translation>视频：%1，真实表情：%2，检出：%3，误检：%4。</translation>
        </message>
        <message>
            <source>Taken from the table: %1.</source>
            <translation>真值取自表格：%1。</translation>
        </message>
        <message>
            <source>Without truth: %1.</source>
            <translation>无真值：%1。</translation>
        </message>
        <message>
            <source>Failed: %1.</source>
            <translation>失败：%1。</translation>
        </message>
        <message>
            <source>On average %1 frames, with its sign.</source>
            <translation>平均 %1 帧（含正负号）。</translation>
        </message>
        <message>
            <source>Measure it under Picture quality.</source>
            <translation>请在“画质”中测量。</translation>
        </message>
        <message>
            <source>Nothing to show: no film with such a truth was compared.</source>
            <translation>无可显示：尚未比较具有此类真值的视频。</translation>
        </message>
        <message>
            <source>Published, not reproduced</source>
            <translation>发表值，未复现</translation>
        </message>
</context>
<context>
        <name>mien::ui::TwinsPage</name>
        <message>
            <source>Intensity in the twin</source>
            <translation>孪生中的强度</translation>
        </message>
        <message>
            <source>Twins</source>
            <translation>孪生</translation>
        </message>
        <message>
            <source>As drawn</source>
            <translation>原样</translation>
        </message>
        <message>
            <source>Twin</source>
            <translation>孪生</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>Difference, amplified</source>
            <translation>放大的差异</translation>
        </message>
        <message>
            <source>How much the difference is amplified; black means that not one grey level differs</source>
            <translation>差异放大的倍数；黑色表示没有一个灰阶不同</translation>
        </message>
        <message>
            <source>Drawing both films …</source>
            <translation>正在绘制两个视频…</translation>
        </message>
        <message>
            <source>drawing …</source>
            <translation>绘制中…</translation>
        </message>
        <message>
            <source>Sample</source>
            <translation>样本</translation>
        </message>
        <message>
            <source>Every number is another draw of all the noise: person, emotion, units, timing, light …</source>
            <translation>每个数字是全部噪声的另一次抽取：人物、情绪、单元、时间、光照…</translation>
        </message>
        <message>
            <source>Action unit that is changed</source>
            <translation>被改变的动作单元</translation>
        </message>
        <message>
            <source>The one thing that the twin does differently</source>
            <translation>孪生唯一不同之处</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>侧别</translation>
        </message>
        <message>
            <source>On which side of the person’s face</source>
            <translation>在本人脸的哪一侧</translation>
        </message>
        <message>
            <source>Its intensity in the twin; at the left end it is taken away</source>
            <translation>它在孪生中的强度；最左端表示去掉</translation>
        </message>
        <message>
            <source>In the twin</source>
            <translation>在孪生中</translation>
        </message>
        <message>
            <source>absent</source>
            <translation>无</translation>
        </message>
        <message>
            <source>intensity %1</source>
            <translation>强度 %1</translation>
        </message>
        <message>
            <source>Choose a face above: a portrait, or a person of a face rig.</source>
            <translation>请在上方选择人脸：肖像，或人脸模型中的人物。</translation>
        </message>
        <message>
            <source>As drawn:  %1</source>
            <translation>原样：%1</translation>
        </message>
        <message>
            <source>Twin:  %1</source>
            <translation>孪生：%1</translation>
        </message>
        <message>
            <source>Elicited: %1, %2. Both films show %3 in the same light, with the same noise, timing and head movement; only AU %4 is changed.</source>
            <translation>诱发：%1，%2。两者的%3、光照、噪声、时间和头部运动都相同；只改变 AU %4。</translation>
        </message>
        <message>
            <source>both at %1 % strength: more would fold the skin over</source>
            <translation>两者强度均为 %1 %：再强皮肤就会重叠</translation>
        </message>
        <message>
            <source>%1 % of the pixels differ</source>
            <translation>%1 % 的像素不同</translation>
        </message>
        <message>
            <source>frame %1</source>
            <translation>第 %1 帧</translation>
        </message>
</context>
<context>
        <name>mien::ui::UnitPanel</name>
        <message>
            <source>Action units</source>
            <translation>动作单元</translation>
        </message>
        <message>
            <source>FACS code, for example R12C+6B</source>
            <translation>FACS 编码，例如 R12C+6B</translation>
        </message>
        <message>
            <source>What the face shows, as FACS writes it. Type a code and press Enter.</source>
            <translation>面部的表现，按 FACS 书写。输入编码并按 Enter。</translation>
        </message>
        <message>
            <source>FACS code</source>
            <translation>FACS 编码</translation>
        </message>
        <message>
            <source>Sets the sliders to how FACS describes this emotion.</source>
            <translation>将滑块设为 FACS 对此情绪的描述。</translation>
        </message>
        <message>
            <source>Emotion</source>
            <translation>情绪</translation>
        </message>
        <message>
            <source>Show an emotion…</source>
            <translation>显示情绪…</translation>
        </message>
        <message>
            <source>Neutral</source>
            <translation>中性</translation>
        </message>
        <message>
            <source>All sliders back to nothing</source>
            <translation>所有滑块归零</translation>
        </message>
        <message>
            <source>Brows and eyes</source>
            <translation>眉眼</translation>
        </message>
        <message>
            <source>Nose, cheeks and mouth</source>
            <translation>鼻、颊和嘴</translation>
        </message>
        <message>
            <source>AU %1 acts on the person’s %2</source>
            <translation>AU %1 作用于本人的%2</translation>
        </message>
        <message>
            <source>AU %1, %2</source>
            <translation>AU %1，%2</translation>
        </message>
        <message>
            <source>R</source>
            <translation>右</translation>
        </message>
        <message>
            <source>L</source>
            <translation>左</translation>
        </message>
        <message>
            <source>AU %1 %2, intensity</source>
            <translation>AU %1 %2，强度</translation>
        </message>
        <message>
            <source>Double-click: absent</source>
            <translation>双击：无</translation>
        </message>
</context>
<context>
        <name>mien::ui::ComparePage</name>
        <message>
            <source>Keep this graph</source>
            <translation>保留此图</translation>
        </message>
        <message>
            <source>Two graphs on one another</source>
            <translation>两图叠加</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>与之比较</translation>
        </message>
        <message>
            <source>Searched with the same settings as the graph itself, except for what is compared</source>
            <translation>除所比较之处外，用与此图相同的设置搜索</translation>
        </message>
        <message>
            <source>Remember the graph as it is now, then change a setting or the frames</source>
            <translation>记住现在的图，然后改变设置或帧范围</translation>
        </message>
        <message>
            <source>Graph from a file…</source>
            <translation>来自文件的图…</translation>
        </message>
        <message>
            <source>A graph of Tetrad, pcalg, causal-learn, or in DOT, GraphML or JSON</source>
            <translation>Tetrad、pcalg、causal-learn 的图，或 DOT、GraphML、JSON 格式的图</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>不同之处</translation>
        </message>
        <message>
            <source>Choose what to compare this graph with.</source>
            <translation>请选择与此图比较的对象。</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>the same without effective samples</source>
            <translation>同样设置，不用有效样本数</translation>
        </message>
        <message>
            <source>the same with effective samples</source>
            <translation>同样设置，用有效样本数</translation>
        </message>
        <message>
            <source>all other films together</source>
            <translation>其他所有视频合并</translation>
        </message>
        <message>
            <source>kept: %1</source>
            <translation>已保留：%1</translation>
        </message>
        <message numerus="yes">
            <source>%n other film(s)</source>
            <translation>
                <numerusform>其他 %n 个视频</numerusform>
            </translation>
        </message>
        <message>
            <source>This film has nothing of the kind “%1”.</source>
            <translation>此视频没有“%1”。</translation>
        </message>
        <message>
            <source>with effective samples</source>
            <translation>用有效样本数</translation>
        </message>
        <message>
            <source>without effective samples</source>
            <translation>不用有效样本数</translation>
        </message>
        <message>
            <source>%1 alone: there is no graph beside it.</source>
            <translation>仅有 %1：旁边没有可比较的图。</translation>
        </message>
        <message>
            <source>%1  against  %2</source>
            <translation>%1  对比  %2</translation>
        </message>
        <message numerus="yes">
            <source>the same subject %1, %n other film(s)</source>
            <translation>
                <numerusform>同一被试 %1 的另外 %n 个视频</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>subject %1, %n film(s)</source>
            <translation>
                <numerusform>被试 %1，%n 个视频</numerusform>
            </translation>
        </message>
</context>
<context>
        <name>mien::ui::DetailCard</name>
        <message>
            <source>What is selected</source>
            <translation>所选内容</translation>
        </message>
        <message>
            <source>Correlation by lag</source>
            <translation>各滞后的相关</translation>
        </message>
        <message>
            <source>Nothing selected</source>
            <translation>未选择</translation>
        </message>
        <message>
            <source>Click a node or an edge, or a row of the table.</source>
            <translation>请点击节点、边或表格中的一行。</translation>
        </message>
        <message>
            <source>No edge: independent of the others, or of what is left of them.</source>
            <translation>没有边：与其他变量独立，或在已知某些变量后独立。</translation>
        </message>
        <message>
            <source>Weakest test: p %1, given %2.</source>
            <translation>最弱的检验：p %1，已知 %2。</translation>
        </message>
        <message>
            <source>In %1 % of the resampled graphs, in %2 % with these ends.</source>
            <translation>在 %1 % 的重抽样图中出现，其中 %2 % 端点相同。</translation>
        </message>
        <message>
            <source>Why: %1.</source>
            <translation>依据：%1。</translation>
        </message>
        <message>
            <source>At no lag do they go together beyond chance.</source>
            <translation>在任何滞后上，二者的相关都不超出偶然。</translation>
        </message>
        <message>
            <source>They go together most at the same moment (r = %1).</source>
            <translation>二者在同一时刻相关最强（r = %1）。</translation>
        </message>
        <message numerus="yes">
            <source>%n frame(s) (%1 ms)</source>
            <translation>
                <numerusform>%n 帧（%1 毫秒）</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
        <message>
            <source>They go together most when %1 is ahead by %2 (r = %3). What is ahead need not be the cause.</source>
            <translation>%1 领先 %2 时二者相关最强（r = %3）。领先者未必是原因。</translation>
        </message>
        <message>
            <source>← %2 ahead · lag · %1 ahead →</source>
            <translation>← %2 领先 · 滞后 · %1 领先 →</translation>
        </message>
</context>
<context>
        <name>mien::ui::EdgeModel</name>
        <message>
            <source>Edge</source>
            <translation>边</translation>
        </message>
        <message>
            <source>→ an arrowhead: no cause of the other; ○ a circle: open; no mark: a cause</source>
            <translation>→ 箭头：不是对方的原因；○ 圆圈：未定；无标记：是原因</translation>
        </message>
        <message>
            <source>What it says</source>
            <translation>含义</translation>
        </message>
        <message>
            <source>The same in words</source>
            <translation>用文字表述</translation>
        </message>
        <message>
            <source>p</source>
            <translation>p</translation>
        </message>
        <message>
            <source>Of the test that came closest to taking the edge away; of a pair without an edge, of the one that did</source>
            <translation>最接近去掉此边的检验；对无边的变量对，是去掉边的那次检验</translation>
        </message>
        <message>
            <source>Given</source>
            <translation>已知</translation>
        </message>
        <message>
            <source>What was known in that test; of a pair without an edge, the separating set</source>
            <translation>该检验中的已知变量；对无边的变量对，是分离集</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>样本数</translation>
        </message>
        <message>
            <source>How many independent samples this pair is worth</source>
            <translation>这一对变量相当于多少个独立样本</translation>
        </message>
        <message>
            <source>Stability</source>
            <translation>稳定性</translation>
        </message>
        <message>
            <source>Share of the resampled graphs that have the edge (or, where there is none, have none either)</source>
            <translation>有此边的重抽样图所占比例（对无边的变量对：同样无边的比例）</translation>
        </message>
        <message>
            <source>Same ends</source>
            <translation>端点相同</translation>
        </message>
        <message>
            <source>Share of the resampled graphs with exactly these ends</source>
            <translation>端点完全相同的重抽样图所占比例</translation>
        </message>
</context>
<context>
        <name>mien::ui::EdgesView</name>
        <message>
            <source>Pairs without an edge</source>
            <translation>无边的变量对</translation>
        </message>
        <message>
            <source>Edges as a table</source>
            <translation>边的表格</translation>
        </message>
        <message>
            <source>Filter, e.g. lip or cause</source>
            <translation>筛选，如 唇 或 原因</translation>
        </message>
        <message>
            <source>Filter the edges</source>
            <translation>筛选边</translation>
        </message>
        <message>
            <source>Also list what has no edge, and what separates it</source>
            <translation>也列出没有边的变量对及其分离集</translation>
        </message>
        <message>
            <source>Copy the table as CSV (Ctrl+C in the table)</source>
            <translation>将表格复制为 CSV（在表格中按 Ctrl+C）</translation>
        </message>
        <message>
            <source>Save the table as CSV…</source>
            <translation>将表格存为 CSV…</translation>
        </message>
        <message>
            <source>Edges</source>
            <translation>边</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
</context>
<context>
        <name>FilmSpans</name>
        <message numerus="yes">
            <source>from %n event(s)</source>
            <translation>
                <numerusform>依据 %n 个事件</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>from %n proposal(s)</source>
            <translation>
                <numerusform>依据 %n 个建议</numerusform>
            </translation>
        </message>
        <message>
            <source>Whole film</source>
            <translation>整个视频</translation>
        </message>
        <message>
            <source>Macro-expressions only</source>
            <translation>仅宏表情</translation>
        </message>
        <message>
            <source>Micro-expressions only</source>
            <translation>仅微表情</translation>
        </message>
        <message>
            <source>Outside of expressions</source>
            <translation>表情之外</translation>
        </message>
        <message>
            <source>Selected stretch</source>
            <translation>所选片段</translation>
        </message>
        <message>
            <source>frames %1 to %2</source>
            <translation>第 %1 至 %2 帧</translation>
        </message>
</context>
<context>
        <name>Graph</name>
        <message>
            <source>end at %1: %2; end at %3: %4</source>
            <translation>%1 处的端点：%2；%3 处的端点：%4</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>无</translation>
        </message>
        <message>
            <source>%1 of the others</source>
            <translation>其他变量中的 %1 个</translation>
        </message>
        <message>
            <source>no edge: what you know forbids it in both directions</source>
            <translation>无边：先验知识在两个方向上都禁止</translation>
        </message>
        <message>
            <source>%1 and %2 are independent</source>
            <translation>%1 与 %2 独立</translation>
        </message>
        <message>
            <source>%1 and %2 are independent once %3 is known</source>
            <translation>已知 %3 后，%1 与 %2 独立</translation>
        </message>
        <message>
            <source>interactive</source>
            <translation>交互</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>完整</translation>
        </message>
        <message>
            <source>fast</source>
            <translation>快速</translation>
        </message>
        <message>
            <source>separating set</source>
            <translation>分离集</translation>
        </message>
        <message>
            <source>conservative</source>
            <translation>保守</translation>
        </message>
        <message>
            <source>majority</source>
            <translation>多数</translation>
        </message>
        <message>
            <source>depth ≤ %1</source>
            <translation>深度 ≤ %1</translation>
        </message>
        <message>
            <source>lags 0 … %1</source>
            <translation>滞后 0 … %1</translation>
        </message>
        <message>
            <source>effective samples</source>
            <translation>有效样本数</translation>
        </message>
        <message>
            <source>every row counted as a sample</source>
            <translation>每行计为一个样本</translation>
        </message>
        <message>
            <source>colliders: %1</source>
            <translation>对撞：%1</translation>
        </message>
        <message>
            <source>open</source>
            <translation>未定</translation>
        </message>
        <message>
            <source>what you know</source>
            <translation>先验知识</translation>
        </message>
        <message>
            <source>collider (R0)</source>
            <translation>对撞（R0）</translation>
        </message>
        <message>
            <source>as given</source>
            <translation>原样给出</translation>
        </message>
        <message>
            <source>rule %1</source>
            <translation>规则 %1</translation>
        </message>
        <message>
            <source>Fisher’s z (numbers)</source>
            <translation>Fisher z（数值）</translation>
        </message>
        <message>
            <source>G² (categories)</source>
            <translation>G²（类别）</translation>
        </message>
        <message>
            <source>χ² (categories)</source>
            <translation>χ²（类别）</translation>
        </message>
        <message>
            <source>effective</source>
            <translation>有效样本</translation>
        </message>
        <message>
            <source>effective, test by test</source>
            <translation>有效样本，逐次检验</translation>
        </message>
        <message>
            <source>every row</source>
            <translation>每一行</translation>
        </message>
        <message>
            <source>this many:</source>
            <translation>指定数目：</translation>
        </message>
        <message>
            <source>effective samples test by test</source>
            <translation>逐次检验的有效样本</translation>
        </message>
        <message>
            <source>%1 samples as given</source>
            <translation>指定 %1 个样本</translation>
        </message>
        <message>
            <source>gaps test by test</source>
            <translation>缺失逐次检验处理</translation>
        </message>
        <message>
            <source>no selection</source>
            <translation>无选择偏倚</translation>
        </message>
</context>
<context>
        <name>GraphComparison</name>
        <message>
            <source>The two graphs have no variable in common.</source>
            <translation>两图没有共同的变量。</translation>
        </message>
        <message numerus="yes">
            <source>No pair differs (structural Hamming distance 0); %n edge(s) in both.</source>
            <translation>
                <numerusform>没有差异（结构汉明距离 0）；两图共有 %n 条边。</numerusform>
            </translation>
        </message>
        <message>
            <source>Structural Hamming distance %1: %2 edges only in %3, %4 only in %5, %6 with other ends; %7 the same.</source>
            <translation>结构汉明距离 %1：%2 条边仅在 %3 中，%4 条仅在 %5 中，%6 条端点不同；%7 条相同。</translation>
        </message>
        <message numerus="yes">
            <source>%n end(s) contradict one another (a cause here, no cause there).</source>
            <translation>
                <numerusform>%n 个端点互相矛盾（一处是原因，另一处不是）。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n variable(s) of %1 alone are not compared.</source>
            <translation>
                <numerusform>仅在 %1 中的 %n 个变量未作比较。</numerusform>
            </translation>
        </message>
        <message>
            <source>Change</source>
            <translation>变化</translation>
        </message>
        <message>
            <source>Pair</source>
            <translation>变量对</translation>
        </message>
        <message>
            <source>no edge</source>
            <translation>无边</translation>
        </message>
        <message>
            <source>same</source>
            <translation>相同</translation>
        </message>
        <message>
            <source>edge appears</source>
            <translation>出现边</translation>
        </message>
        <message>
            <source>edge goes</source>
            <translation>边消失</translation>
        </message>
        <message>
            <source>ends contradict</source>
            <translation>端点矛盾</translation>
        </message>
        <message>
            <source>other ends</source>
            <translation>端点不同</translation>
        </message>
</context>
<context>
        <name>mien::ui::GraphControls</name>
        <message>
            <source>How the graph is searched</source>
            <translation>图的搜索方式</translation>
        </message>
        <message>
            <source>Level α</source>
            <translation>显著性 α</translation>
        </message>
        <message>
            <source>A pair keeps its edge unless a test finds it independent at this level. Smaller: fewer edges, and more that were missed.</source>
            <translation>除非某次检验在此水平上判定独立，变量对保留其边。越小：边越少，遗漏越多。</translation>
        </message>
        <message>
            <source>Depth</source>
            <translation>深度</translation>
        </message>
        <message>
            <source>How many other variables may explain a pair away at once. A limit leaves the claims weaker, never wrong.</source>
            <translation>同时可用多少个其他变量来解释一对变量。设限使结论变弱，但不会出错。</translation>
        </message>
        <message>
            <source>Lags</source>
            <translation>滞后</translation>
        </message>
        <message>
            <source>Follow every variable over so many frames: what moves first can then be told from what follows.</source>
            <translation>在这么多帧内跟踪每个变量：由此可区分先动与后动。</translation>
        </message>
        <message>
            <source>Stability</source>
            <translation>稳定性</translation>
        </message>
        <message>
            <source>Edges that fewer of the resampled graphs have are drawn faint.</source>
            <translation>在更少的重抽样图中出现的边画得较淡。</translation>
        </message>
        <message>
            <source>Thoroughness</source>
            <translation>彻底程度</translation>
        </message>
        <message>
            <source>Interactive answers while a slider moves and is completed in the background where it met its limits. Complete asks every question at once. Fast leaves a phase out: it may keep edges that should go.</source>
            <translation>“交互”在滑块移动时即时作答，若触及上限则在后台补全。“完整”一次问完所有问题。“快速”省去一个阶段：可能保留本应去掉的边。</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>≥ %1 %</source>
            <translation>≥ %1 %</translation>
        </message>
        <message>
            <source>no limit</source>
            <translation>不限</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Stop completing the graph</source>
            <translation>停止补全因果图</translation>
        </message>
        <message>
            <source>Frames that follow one another are not independent samples. Counted as if they were, nearly every pair gets an edge. “Every row” is only for tables whose rows were drawn independently.</source>
            <translation>前后相继的帧不是独立样本。若当作独立样本，几乎每一对都会有边。“每一行”只适用于各行独立抽取的表格。</translation>
        </message>
        <message>
            <source>Number of independent samples</source>
            <translation>独立样本数</translation>
        </message>
        <message>
            <source>How many independent samples all rows together are worth</source>
            <translation>所有行合计相当于多少个独立样本</translation>
        </message>
        <message>
            <source>Samples</source>
            <translation>样本</translation>
        </message>
        <message>
            <source>The complete answer is being searched in the background: stop it</source>
            <translation>正在后台搜索完整答案：停止</translation>
        </message>
        <message>
            <source>Nothing is being completed in the background</source>
            <translation>后台没有正在补全的内容</translation>
        </message>
        <message>
            <source>RFCI follows nothing over time; choose FCI under More.</source>
            <translation>RFCI 不随时间跟踪变量；请在“更多”中选择 FCI。</translation>
        </message>
        <message>
            <source>RFCI has none of the phase that this is about.</source>
            <translation>RFCI 没有此选项所涉及的阶段。</translation>
        </message>
        <message>
            <source>Counted test by test only by Fisher’s z on complete rows.</source>
            <translation>只有在完整行上用 Fisher z 时才能逐次检验计数。</translation>
        </message>
</context>
<context>
        <name>GraphFeeds</name>
        <message>
            <source>%1, released mapping</source>
            <translation>%1，公开代码的映射</translation>
        </message>
        <message>
            <source>%1, without subject %2</source>
            <translation>%1，不含被试 %2</translation>
        </message>
        <message>
            <source>%1, FACS-extended mapping</source>
            <translation>%1，FACS 扩展映射</translation>
        </message>
        <message>
            <source>your events, FACS-extended mapping</source>
            <translation>您的事件，FACS 扩展映射</translation>
        </message>
        <message>
            <source>your events, released mapping</source>
            <translation>您的事件，公开代码的映射</translation>
        </message>
</context>
<context>
        <name>mien::ui::GraphSource</name>
        <message>
            <source>Open a film, or a table of numbers with one variable a column.</source>
            <translation>请打开视频，或每列一个变量的数字表格。</translation>
        </message>
        <message>
            <source>This film is not analysed yet: how its 12 regions move is not known.</source>
            <translation>此视频尚未分析：还不知道 12 个区域如何运动。</translation>
        </message>
        <message>
            <source>The film is being analysed. The graph follows.</source>
            <translation>正在分析视频，图随后出现。</translation>
        </message>
        <message>
            <source>Nothing is selected. Choose an event on the score, or another span.</source>
            <translation>未选择任何内容。请在总谱上选择一个事件，或选择其他范围。</translation>
        </message>
        <message>
            <source>This film has nothing of the kind “%1”. Choose another span.</source>
            <translation>此视频没有“%1”。请选择其他范围。</translation>
        </message>
        <message numerus="yes">
            <source>%n film(s) together</source>
            <translation>
                <numerusform>%n 个视频合并</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>subject %1, %n film(s)</source>
            <translation>
                <numerusform>被试 %1，%n 个视频</numerusform>
            </translation>
        </message>
</context>
<context>
        <name>mien::ui::GraphWorkspace</name>
        <message>
            <source>The picture…</source>
            <translation>图片…</translation>
        </message>
        <message>
            <source>Save the picture</source>
            <translation>保存图片</translation>
        </message>
        <message>
            <source>The table…</source>
            <translation>表格…</translation>
        </message>
        <message>
            <source>Save the table</source>
            <translation>保存表格</translation>
        </message>
        <message>
            <source>Tables (*.csv)</source>
            <translation>表格 (*.csv)</translation>
        </message>
        <message>
            <source>The graph for %1…</source>
            <translation>供 %1 使用的图…</translation>
        </message>
        <message>
            <source>Written to %1.</source>
            <translation>已写入 %1。</translation>
        </message>
        <message>
            <source>Save the graph for %1</source>
            <translation>保存供 %1 使用的图</translation>
        </message>
        <message>
            <source>Open a graph</source>
            <translation>打开图</translation>
        </message>
        <message>
            <source>Graphs (*.txt *.csv *.dot *.gv *.graphml *.xml *.json);;All files (*)</source>
            <translation>图 (*.txt *.csv *.dot *.gv *.graphml *.xml *.json);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Graph</source>
            <translation>因果图</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>Tables</source>
            <translation>表格</translation>
        </message>
        <message>
            <source>Matrices</source>
            <translation>矩阵</translation>
        </message>
        <message>
            <source>Moving together</source>
            <translation>共同运动</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Edges</source>
            <translation>边</translation>
        </message>
        <message>
            <source>Knowledge</source>
            <translation>先验知识</translation>
        </message>
        <message>
            <source>Analyse the film</source>
            <translation>分析视频</translation>
        </message>
        <message>
            <source>Open a table…</source>
            <translation>打开表格…</translation>
        </message>
        <message>
            <source>Open a table of numbers</source>
            <translation>打开数字表格</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
            <translation>表格 (*.csv *.tsv *.txt);;所有文件 (*)</translation>
        </message>
</context>
<context>
        <name>mien::ui::KnowledgeView</name>
        <message>
            <source>Add</source>
            <translation>添加</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Remove all</source>
            <translation>全部移除</translation>
        </message>
        <message>
            <source>What is known beforehand</source>
            <translation>事先已知的内容</translation>
        </message>
        <message>
            <source>Cause</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Effect</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What is known</source>
            <translation>已知关系</translation>
        </message>
        <message>
            <source>causes</source>
            <translation>导致</translation>
        </message>
        <message>
            <source>does not cause</source>
            <translation>不导致</translation>
        </message>
        <message>
            <source>Known arrows</source>
            <translation>已知的箭头</translation>
        </message>
        <message>
            <source>Required and forbidden arrows; Del removes one. They can be drawn in the picture, too.</source>
            <translation>必有和禁止的箭头；按 Del 移除。也可以在图中绘制。</translation>
        </message>
        <message>
            <source>Load…</source>
            <translation>载入…</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>Knowledge as JSON, as mien-cli causal --knowledge reads it</source>
            <translation>JSON 格式的先验知识，供 mien-cli causal --knowledge 读取</translation>
        </message>
        <message>
            <source>remove all knowledge</source>
            <translation>移除所有先验知识</translation>
        </message>
        <message>
            <source>What comes first: a variable causes none of an earlier step.</source>
            <translation>先后次序：变量不会导致更早步骤的变量。</translation>
        </message>
        <message>
            <source>Order in time</source>
            <translation>时间次序</translation>
        </message>
        <message>
            <source>Variable</source>
            <translation>变量</translation>
        </message>
        <message>
            <source>Step</source>
            <translation>步骤</translation>
        </message>
        <message>
            <source>%1 causes %2</source>
            <translation>%1 导致 %2</translation>
        </message>
        <message>
            <source>%1 does not cause %2</source>
            <translation>%1 不导致 %2</translation>
        </message>
        <message>
            <source>any</source>
            <translation>任意</translation>
        </message>
        <message>
            <source>Step of %1</source>
            <translation>%1 的步骤</translation>
        </message>
        <message>
            <source>remove “%1”</source>
            <translation>移除“%1”</translation>
        </message>
        <message>
            <source>%1 in no step</source>
            <translation>%1 不属于任何步骤</translation>
        </message>
        <message>
            <source>%1 in step %2</source>
            <translation>%1 属于步骤 %2</translation>
        </message>
        <message>
            <source>Save knowledge</source>
            <translation>保存先验知识</translation>
        </message>
        <message>
            <source>JSON (*.json)</source>
            <translation>JSON (*.json)</translation>
        </message>
        <message>
            <source>Load knowledge</source>
            <translation>载入先验知识</translation>
        </message>
        <message>
            <source>load knowledge</source>
            <translation>载入先验知识</translation>
        </message>
</context>
<context>
        <name>mien::ui::MatricesPage</name>
        <message>
            <source>Matrices A, B and C</source>
            <translation>矩阵 A、B 和 C</translation>
        </message>
        <message>
            <source>A holds</source>
            <translation>A 包含</translation>
        </message>
        <message>
            <source>Which edges of the graph become entries of A (Causal-Ex, Eq. 1)</source>
            <translation>图的哪些边成为 A 的元素（Causal-Ex 式 1）</translation>
        </message>
        <message>
            <source>causes (→)</source>
            <translation>因果 (→)</translation>
        </message>
        <message>
            <source>every edge</source>
            <translation>所有边</translation>
        </message>
        <message>
            <source>unmeasured causes (↔)</source>
            <translation>未测原因 (↔)</translation>
        </message>
        <message>
            <source>weights by stability</source>
            <translation>按稳定性加权</translation>
        </message>
        <message>
            <source>B from</source>
            <translation>B 来自</translation>
        </message>
        <message>
            <source>Which regions belong together by the action units that were coded</source>
            <translation>依据已编码的动作单元，哪些区域属于一起</translation>
        </message>
        <message>
            <source>nothing coded yet</source>
            <translation>尚无编码</translation>
        </message>
        <message>
            <source>A prior B exists for the 12 facial regions alone.</source>
            <translation>先验 B 仅适用于 12 个面部区域。</translation>
        </message>
        <message>
            <source>B needs coded action units: open the table of a dataset in the Data workspace, or code events.</source>
            <translation>B 需要已编码的动作单元：请在数据工作区打开数据集表格，或编码事件。</translation>
        </message>
        <message>
            <source>A: the graph</source>
            <translation>A：因果图</translation>
        </message>
        <message>
            <source>row causes column</source>
            <translation>行导致列</translation>
        </message>
        <message>
            <source>Weights need the stability of the edges: press “Check stability”.</source>
            <translation>加权需要边的稳定性：请按“检查稳定性”。</translation>
        </message>
        <message>
            <source>B: the prior</source>
            <translation>B：先验</translation>
        </message>
        <message>
            <source>coded together, share of the row</source>
            <translation>共同编码，占该行的比例</translation>
        </message>
        <message>
            <source>C = A + B, rows normalised</source>
            <translation>C = A + B，按行归一化</translation>
        </message>
        <message>
            <source>what the network is given</source>
            <translation>输入网络的矩阵</translation>
        </message>
        <message>
            <source>No edge is directed for certain, so no region is the one that drives the others (E_f of Eq. 6 is empty).</source>
            <translation>没有方向确定的边，因此没有驱动其他区域的区域（式 6 的 E_f 为空）。</translation>
        </message>
        <message numerus="yes">
            <source>Causes most others for certain (E_f of Eq. 6): %1, %n of them.</source>
            <translation>
                <numerusform>确定导致最多其他区域者（式 6 的 E_f）：%1，共 %n 个。</numerusform>
            </translation>
        </message>
        <message>
            <source>In 95 % of the resampled graphs between %1 and %2; it leads in %3 % of them.</source>
            <translation>在 95 % 的重抽样图中介于 %1 与 %2 之间；在其中 %3 % 居首。</translation>
        </message>
</context>
<context>
        <name>mien::ui::SourceBar</name>
        <message>
            <source>What the graph is about</source>
            <translation>图的对象</translation>
        </message>
        <message>
            <source>Of</source>
            <translation>对象</translation>
        </message>
        <message>
            <source>The open film's measured movement, or a table of numbers</source>
            <translation>已打开视频的测得运动，或数字表格</translation>
        </message>
        <message>
            <source>Frames</source>
            <translation>帧</translation>
        </message>
        <message>
            <source>Which frames of the film count. Expressions are those of your events; where there are none, those that are proposed.</source>
            <translation>计入视频的哪些帧。表情取自您的事件；没有事件时取自建议。</translation>
        </message>
        <message>
            <source>Nodes</source>
            <translation>节点</translation>
        </message>
        <message>
            <source>Where the nodes stand</source>
            <translation>节点的位置</translation>
        </message>
        <message>
            <source>On the face</source>
            <translation>在脸上</translation>
        </message>
        <message>
            <source>Causes above</source>
            <translation>原因在上</translation>
        </message>
        <message>
            <source>Close together</source>
            <translation>相近聚集</translation>
        </message>
        <message>
            <source>In a ring</source>
            <translation>环形</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>查看</translation>
        </message>
        <message>
            <source>Require</source>
            <translation>必有</translation>
        </message>
        <message>
            <source>Drag from a cause to its effect: this is known to be so</source>
            <translation>从原因拖到结果：已知如此</translation>
        </message>
        <message>
            <source>Forbid</source>
            <translation>禁止</translation>
        </message>
        <message>
            <source>Drag from A to B: A is known not to cause B</source>
            <translation>从 A 拖到 B：已知 A 不导致 B</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>导出</translation>
        </message>
        <message>
            <source>The picture, the table, or the graph for other programs</source>
            <translation>图片、表格或供其他程序使用的图</translation>
        </message>
        <message>
            <source>the open film</source>
            <translation>已打开的视频</translation>
        </message>
        <message>
            <source>a table…</source>
            <translation>表格…</translation>
        </message>
        <message>
            <source>all analysed films of the project</source>
            <translation>项目中所有已分析的视频</translation>
        </message>
        <message>
            <source>A drag moves a node, or the picture; Ctrl+Shift+R lays all out anew</source>
            <translation>拖动可移动节点或整幅图；Ctrl+Shift+R 重新布局</translation>
        </message>
        <message>
            <source>all analysed films of subject %1</source>
            <translation>被试 %1 的全部已分析视频</translation>
        </message>
</context>
<context>
        <name>mien::ui::StabilityRun</name>
        <message>
            <source>By itself</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>Stability of the edges</source>
            <translation>边的稳定性</translation>
        </message>
        <message>
            <source>Searches %1 more graphs on resampled blocks of the data and counts how often each edge and its ends come up</source>
            <translation>在重抽样的数据块上再搜索 %1 个图，统计每条边及其端点出现的频率</translation>
        </message>
        <message>
            <source>Start whenever the sliders rest, where it takes seconds</source>
            <translation>若只需数秒，滑块静止时自动开始</translation>
        </message>
        <message>
            <source>Resampled graphs</source>
            <translation>重抽样图</translation>
        </message>
        <message>
            <source>Resampling the graph</source>
            <translation>正在重抽样</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Check stability</source>
            <translation>检查稳定性</translation>
        </message>
        <message>
            <source>Counted over %1 resampled graphs.</source>
            <translation>统计自 %1 个重抽样图。</translation>
        </message>
        <message>
            <source>Not counted yet for this graph.</source>
            <translation>此图尚未统计。</translation>
        </message>
</context>
<context>
        <name>mien::ui::TogetherPage</name>
        <message>
            <source>What moves together</source>
            <translation>什么一起运动</translation>
        </message>
        <message numerus="yes">
            <source>%n pair(s) move together beyond chance (α = %1).</source>
            <translation>
                <numerusform>%n 对变量的共同运动超出偶然（α = %1）。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n of them have no edge in the causal graph: others explain why they go together.</source>
            <translation>
                <numerusform>其中 %n 对在因果图中没有边：其他变量解释了它们为何一起运动。</numerusform>
            </translation>
        </message>
</context>
<context>
        <name>TrustNotes</name>
        <message>
            <source>Every row is counted as an independent sample.</source>
            <translation>每行都计为独立样本。</translation>
        </message>
        <message>
            <source>%1 of %2 edges come up in fewer than %3 % of the resampled graphs: they are drawn faint and may be chance.</source>
            <translation>%2 条边中有 %1 条在不到 %3 % 的重抽样图中出现：它们画得较淡，可能出于偶然。</translation>
        </message>
        <message>
            <source>%1 of %2 edges are there in most resampled graphs, but with other ends: which way they point is unsure.</source>
            <translation>%2 条边中有 %1 条在多数重抽样图中存在，但端点不同：方向不确定。</translation>
        </message>
        <message>
            <source>%1 was set aside: it %2.</source>
            <translation>%1 未参与搜索：%2。</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) with a missing value were left out.</source>
            <translation>
                <numerusform>略去了 %n 行缺失值。</numerusform>
            </translation>
        </message>
        <message>
            <source>The graph contradicts itself: tests on few data disagreed with one another.</source>
            <translation>图自相矛盾：少量数据上的检验彼此不一致。</translation>
        </message>
        <message numerus="yes">
            <source>(and %n more)</source>
            <translation>
                <numerusform>（另有 %n 处）</numerusform>
            </translation>
        </message>
        <message>
            <source>Nearly everything hangs together (%1 of %2 pairs): something that moves all variables, such as the head, may be behind it.</source>
            <translation>几乎所有变量都相连（%2 对中的 %1 对）：背后可能是带动所有变量的因素，如头部运动。</translation>
        </message>
        <message>
            <source>Quick answer; the complete one is being searched in the background.</source>
            <translation>快速结果；完整结果正在后台搜索。</translation>
        </message>
        <message>
            <source>The search met its limits: edges may be left that a complete one takes away.</source>
            <translation>搜索触及上限：可能留有完整搜索会去掉的边。</translation>
        </message>
        <message>
            <source>The fast search leaves a phase out: edges may be left that should go.</source>
            <translation>快速搜索省去了一个阶段：可能留有本应去掉的边。</translation>
        </message>
        <message>
            <source>The depth kept some questions from being asked: claims are weaker, none is wrong for it.</source>
            <translation>深度限制使部分问题未被提出：结论较弱，但不因此出错。</translation>
        </message>
        <message numerus="yes">
            <source>%n place(s) where the tests disagree whether two causes meet were left open.</source>
            <translation>
                <numerusform>有 %n 处检验对两个原因是否相会意见不一，未作判定。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n test(s) could not be done for want of samples; they take no edge away.</source>
            <translation>
                <numerusform>%n 次检验因样本不足无法进行；它们不去掉任何边。</numerusform>
            </translation>
        </message>
        <message>
            <source>is constant</source>
            <translation>是常量</translation>
        </message>
        <message>
            <source>has no values</source>
            <translation>没有数值</translation>
        </message>
        <message>
            <source>repeats %1</source>
            <translation>与 %1 重复</translation>
        </message>
        <message>
            <source>is a sum of multiples of other variables</source>
            <translation>是其他变量的线性组合</translation>
        </message>
        <message>
            <source>Counted as %1 independent samples, as you said (of %2).</source>
            <translation>按您指定的 %1 个独立样本计（共 %2）。</translation>
        </message>
        <message>
            <source>Every row is counted as an independent sample, and these rows follow one another: most edges here may be false. Choose effective samples.</source>
            <translation>每一行都被当作独立样本，而这些行前后相继：这里的多数边可能是假的。请选择有效样本。</translation>
        </message>
        <message>
            <source>Some pairs are worth only %1 independent samples (of %2): that an edge is missing says next to nothing.</source>
            <translation>有些变量对只相当于 %1 个独立样本（共 %2）：缺少一条边几乎说明不了什么。</translation>
        </message>
        <message>
            <source>Some pairs are worth only %1 independent samples (of %2): weak links are missed.</source>
            <translation>有些变量对只相当于 %1 个独立样本（共 %2）：弱联系会被遗漏。</translation>
        </message>
        <message>
            <source>The columns look like codes: a test of categories (More) may fit them better.</source>
            <translation>各列看起来是编码：类别检验（“更多”中）可能更合适。</translation>
        </message>
        <message>
            <source>RFCI is as careful in what it claims, but may keep edges that FCI takes away.</source>
            <translation>RFCI 的断言同样谨慎，但可能保留 FCI 会去掉的边。</translation>
        </message>
        <message>
            <source>2 × %1 movements, sideways and upwards</source>
            <translation>2 × %1 次移动，横向与纵向</translation>
        </message>
        <message numerus="yes">
            <source>%n row(s) lack values; each test used those that have its own variables.</source>
            <translation>
                <numerusform>%n 行有缺失值；每次检验使用其变量齐全的行。</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n row(s)</source>
            <translation>
                <numerusform>%n 行</numerusform>
            </translation>
        </message>
</context>
<context>
        <name>mien::ui::TrustView</name>
        <message>
            <source>How far to trust this graph</source>
            <translation>此图的可信程度</translation>
        </message>
        <message>
            <source>How far to trust it</source>
            <translation>可信程度</translation>
        </message>
        <message>
            <source>Nothing speaks against it. It is about these frames alone.</source>
            <translation>没有可疑之处。它只说明这些帧。</translation>
        </message>
</context>
<context>
        <name>mien::ui::ClipDialog</name>
        <message>
            <source>Model for CLIP-IQA</source>
            <translation>用于 CLIP-IQA 的模型</translation>
        </message>
        <message>
            <source>How much nearer a frame lies to “Good photo.” than to “Bad photo.” in the space of a CLIP model. Mien brings no such model; the manual says how to export these two files from one of yours.</source>
            <translation>在 CLIP 模型的空间中，一帧离“Good photo.”比离“Bad photo.”近多少。Mien 不附带这样的模型；手册说明了如何从您的模型导出这两个文件。</translation>
        </message>
        <message>
            <source>Image encoder</source>
            <translation>图像编码器</translation>
        </message>
        <message>
            <source>The image encoder alone, read by OpenCV (opset 13 or below)</source>
            <translation>只含图像编码器，由 OpenCV 读取（opset 13 或更低）</translation>
        </message>
        <message>
            <source>ONNX models (*.onnx);;All files (*)</source>
            <translation>ONNX 模型 (*.onnx);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Prompts</source>
            <translation>提示词</translation>
        </message>
        <message>
            <source>Two rows: the embedding of the good prompt, then of the bad one</source>
            <translation>两行：先是好提示词的嵌入，然后是坏提示词的嵌入</translation>
        </message>
        <message>
            <source>Arrays (*.npy);;All files (*)</source>
            <translation>数组 (*.npy);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Any</source>
            <translation>任意</translation>
        </message>
        <message>
            <source> px</source>
            <translation> 像素</translation>
        </message>
        <message>
            <source>Side of the pictures</source>
            <translation>图像边长</translation>
        </message>
        <message>
            <source>Most encoders were exported for pictures of one size, such as 224 px</source>
            <translation>大多数编码器是为一种尺寸的图像导出的，例如 224 像素</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>边长</translation>
        </message>
        <message>
            <source>Leave CLIP-IQA out</source>
            <translation>不测量 CLIP-IQA</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>使用</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Choose: %1</source>
            <translation>选择：%1</translation>
        </message>
        <message>
            <source>Choose both files.</source>
            <translation>请选择这两个文件。</translation>
        </message>
        <message>
            <source>There is no such file: %1</source>
            <translation>没有这个文件：%1</translation>
        </message>
        <message>
            <source>Every 8th frame is scored; films are measured again.</source>
            <translation>每 8 帧评分一次；视频将重新测量。</translation>
        </message>
</context>
<context>
        <name>mien::ui::MoreControls</name>
        <message>
            <source>Allow for selection</source>
            <translation>考虑选择偏倚</translation>
        </message>
        <message>
            <source>As delivered</source>
            <translation>恢复默认</translation>
        </message>
        <message>
            <source>Method, colliders, test, gaps and selection</source>
            <translation>方法、对撞、检验、缺失与选择偏倚</translation>
        </message>
        <message>
            <source>Method</source>
            <translation>方法</translation>
        </message>
        <message>
            <source>Colliders</source>
            <translation>对撞</translation>
        </message>
        <message>
            <source>Test</source>
            <translation>检验</translation>
        </message>
        <message>
            <source>Gaps</source>
            <translation>缺失</translation>
        </message>
        <message>
            <source>leave incomplete rows out</source>
            <translation>略去不完整的行</translation>
        </message>
        <message>
            <source>each test uses what it has</source>
            <translation>每次检验使用其现有的行</translation>
        </message>
        <message>
            <source>What is looked at may also decide which samples there are. Off claims more, and is right only where nothing of the kind happened. Forbidden causes and steps in time switch it off.</source>
            <translation>所观察的变量也可能决定哪些样本存在。关闭时断言更多，但仅在没有这种情况时才正确。禁止的原因和时间步骤会将其关闭。</translation>
        </message>
        <message>
            <source>All settings of the search as they were delivered</source>
            <translation>所有搜索设置恢复默认</translation>
        </message>
        <message>
            <source>RFCI checks every claim instead of asking the questions that take longest: quick for many variables, as sound, but it may keep edges that FCI takes away.</source>
            <translation>RFCI 核对每个断言，而不做最耗时的检验：变量多时很快，同样可靠，但可能保留 FCI 会去掉的边。</translation>
        </message>
        <message>
            <source>RFCI follows nothing over time: set the lags to none first.</source>
            <translation>RFCI 不随时间跟踪变量：请先将滞后设为无。</translation>
        </message>
        <message>
            <source>How A → B ← C is told from the rest: by the set that separated A and C, or by all sets that do (conservative), or by most of them. The latter two claim less.</source>
            <translation>如何判定 A → B ← C：依据分离 A 与 C 的那个集合，或所有能分离的集合（保守），或其中多数。后两者断言较少。</translation>
        </message>
        <message>
            <source>RFCI tells colliders by separating sets only.</source>
            <translation>RFCI 只依据分离集判定对撞。</translation>
        </message>
        <message>
            <source>Numbers that go together along a line, or categories: codes of action units, intensities.</source>
            <translation>呈线性关系的数值，或类别：动作单元编码、强度。</translation>
        </message>
        <message>
            <source>Movement is measured in numbers; tests of categories are for tables of codes.</source>
            <translation>运动以数值测量；类别检验用于编码表格。</translation>
        </message>
        <message>
            <source>Some column has more than 64 different values; tests of categories are for codes.</source>
            <translation>有的列含 64 个以上的不同值；类别检验用于编码。</translation>
        </message>
        <message>
            <source>What becomes of rows in which a value is missing, such as frames that cannot be scored. Where each test uses the rows that have its own variables, fewer are lost.</source>
            <translation>含缺失值的行（例如无法评分的帧）如何处理。若每次检验使用其变量齐全的行，损失较少。</translation>
        </message>
        <message>
            <source>Tests of categories need complete rows.</source>
            <translation>类别检验需要完整的行。</translation>
        </message>
        <message>
            <source>Nothing is missing in these data.</source>
            <translation>这些数据没有缺失。</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message numerus="yes">
            <source>More (%n changed)</source>
            <translation>
                <numerusform>更多（已改 %n 项）</numerusform>
            </translation>
        </message>
</context>
<context>
    <name>mien::ui::CurvesView</name>
    <message>
        <source>Curves of the training</source>
        <translation>训练曲线</translation>
    </message>
    <message>
        <source>loss, training</source>
        <translation>损失（训练）</translation>
    </message>
    <message>
        <source>loss, validation</source>
        <translation>损失（验证）</translation>
    </message>
    <message>
        <source>F1, validation</source>
        <translation>F1（验证）</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>No epoch is finished yet.</source>
        <translation>尚无完成的轮次。</translation>
    </message>
    <message>
        <source>Epoch %1: loss %2, validation F1 %3.</source>
        <translation>第 %1 轮：损失 %2，验证 F1 %3。</translation>
    </message>
</context>
<context>
    <name>mien::ui::RecipeForm</name>
    <message>
        <source>Every option of the recipe, called as on the command line</source>
        <translation>训练方案的全部选项，名称与命令行相同</translation>
    </message>
    <message>
        <source>What is wrong with the options</source>
        <translation>选项有何问题</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message numerus="yes">
        <source>More (%n changed)</source>
        <translation>
            <numerusform>更多（已改 %n 项）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mien::ui::ResultPage</name>
    <message>
        <source>Open the model&apos;s folder</source>
        <translation>打开模型文件夹</translation>
    </message>
    <message>
        <source>F1 beside other spotters</source>
        <translation>与其他检测器并列的 F1</translation>
    </message>
    <message>
        <source>Spotter</source>
        <translation>检测器</translation>
    </message>
    <message>
        <source>F1 macro</source>
        <translation>宏表情 F1</translation>
    </message>
    <message>
        <source>F1 micro</source>
        <translation>微表情 F1</translation>
    </message>
    <message>
        <source>F1 overall</source>
        <translation>总体 F1</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>False</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>F1 by subject</source>
        <translation>各被试的 F1</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>被试</translation>
    </message>
    <message>
        <source>Expressions</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>What</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Certainty</source>
        <translation>确信度</translation>
    </message>
    <message>
        <source>Weights, manifest and card; `mien-cli spot --model` takes the folder</source>
        <translation>权重、清单和说明卡；`mien-cli spot --model` 接受此文件夹</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>On subjects that the networks were not trained on, with 95 % intervals over subjects. “rules” is the spotter without training, “regular” proposes at a fixed rhythm whatever the film shows.</source>
        <translation>在网络未训练过的被试上，附按被试计算的 95 % 区间。“rules”是无需训练的检测器，“regular”无论视频内容如何都按固定节奏提议。</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>By subject</source>
        <translation>按被试</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Which expressions are listed</source>
        <translation>列出哪些表情</translation>
    </message>
    <message>
        <source>Hits and misses</source>
        <translation>命中与漏检</translation>
    </message>
    <message>
        <source>Trained on films: %1, set aside to choose the epoch: %2. The weights are those of epoch %3 of %4. The model lies in %5.</source>
        <translation>训练用视频：%1，留作选择轮次：%2。权重取自第 %3 轮（共 %4 轮）。模型位于 %5。</translation>
    </message>
    <message>
        <source>It was not tried on subjects that it does not know.</source>
        <translation>未在陌生被试上检验。</translation>
    </message>
    <message>
        <source>F1 on the films set aside, which chose the epoch and are therefore flattered: %1.</source>
        <translation>留出视频上的 F1（轮次由它们选出，因此偏高）：%1。</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… 另有 %1 条</translation>
    </message>
    <message>
        <source>hit</source>
        <translation>命中</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>false</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>micro</source>
        <translation>微表情</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>宏表情</translation>
    </message>
    <message>
        <source>Confusion of types</source>
        <translation>类型混淆</translation>
    </message>
    <message>
        <source>found as micro</source>
        <translation>判为微表情</translation>
    </message>
    <message>
        <source>found as macro</source>
        <translation>判为宏表情</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>未发现</translation>
    </message>
    <message>
        <source>Rows: what is there. Columns: what was found there, by half of the frames or more.</source>
        <translation>行：真实情况。列：在该处发现的类型（至少重叠一半的帧）。</translation>
    </message>
    <message>
        <source>A click on the frames, or Return, opens the film there</source>
        <translation>单击帧号或按回车在该处打开视频</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Opens the film at this frame</source>
        <translation>在此帧打开视频</translation>
    </message>
    <message>
        <source>Debias…</source>
        <translation>去偏…</translation>
    </message>
    <message>
        <source>What the network would say of a still face, and of the driving regions alone, taken off</source>
        <translation>减去网络对静止面部以及仅对驱动区域的判断</translation>
    </message>
        <message>
            <source>Spot with it</source>
            <translation>用它检测</translation>
        </message>
        <message>
            <source>The films of the open project are analysed with this model from now on; those of other projects stay as they are</source>
            <translation>打开的项目今后用此模型分析视频；其他项目的视频保持不变</translation>
        </message>
</context>
<context>
    <name>mien::ui::RunPage</name>
    <message>
        <source>Folds</source>
        <translation>折</translation>
    </message>
    <message>
        <source>Tried on</source>
        <translation>检验对象</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Validation F1</source>
        <translation>验证 F1</translation>
    </message>
    <message>
        <source>F1 on the fold</source>
        <translation>该折 F1</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Choose a row to see its curves</source>
        <translation>选择一行以查看其曲线</translation>
    </message>
    <message>
        <source>the model, of all films</source>
        <translation>模型（全部视频）</translation>
    </message>
    <message>
        <source>fold %1</source>
        <translation>第 %1 折</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>fold %1: %2</source>
        <translation>第 %1 折：%2</translation>
    </message>
</context>
<context>
    <name>mien::ui::TrainForm</name>
    <message>
        <source>Choose table…</source>
        <translation>选择表格…</translation>
    </message>
    <message>
        <source>Films folder…</source>
        <translation>视频文件夹…</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>训练数据</translation>
    </message>
    <message>
        <source>What is learnt from</source>
        <translation>学习的内容</translation>
    </message>
    <message>
        <source>The annotation table of a dataset; one open in the Data workspace is taken as it is</source>
        <translation>数据集的标注表格；数据工作区中打开的数据集会直接使用</translation>
    </message>
    <message>
        <source>Where the films of the table are, unless they lie beside it</source>
        <translation>表格所列视频的位置（若不与表格在一起）</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Which network, and how it is trained</source>
        <translation>哪种网络以及如何训练</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>not at all</source>
        <translation>不检验</translation>
    </message>
    <message>
        <source>in folds of subjects</source>
        <translation>按被试分折</translation>
    </message>
    <message>
        <source>leaving each subject out</source>
        <translation>逐一留出被试</translation>
    </message>
    <message>
        <source>Networks are tried on subjects that they were not trained on; the model that is kept learns from all films</source>
        <translation>网络在未训练过的被试上检验；保留的模型从全部视频学习</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>检验</translation>
    </message>
    <message>
        <source>So many networks, each tried on the subjects that it does not know</source>
        <translation>训练这么多个网络，各在其陌生的被试上检验</translation>
    </message>
    <message>
        <source>Folds</source>
        <translation>折</translation>
    </message>
    <message>
        <source>The same seed, films and options give the same model</source>
        <translation>相同的种子、视频和选项得到相同的模型</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Choose the folder</source>
        <translation>选择文件夹</translation>
    </message>
    <message>
        <source>Choose the output folder</source>
        <translation>选择输出文件夹</translation>
    </message>
    <message>
        <source>Folder of the run: the model, finished folds, and what a paused training goes on from</source>
        <translation>本次运行的文件夹：模型、已完成的折，以及暂停的训练继续所需的内容</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>输出文件夹</translation>
    </message>
    <message>
        <source>Films of the dataset</source>
        <translation>数据集的视频</translation>
    </message>
    <message>
        <source>Table of a dataset</source>
        <translation>数据集的表格</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt *.xlsx)</source>
        <translation>表格 (*.csv *.tsv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>spotter %1</source>
        <translation>检测器 %1</translation>
    </message>
    <message>
        <source>spotter %1 %2</source>
        <translation>检测器 %1 %2</translation>
    </message>
    <message>
        <source>No dataset is chosen.</source>
        <translation>尚未选择数据集。</translation>
    </message>
    <message>
        <source>The table is being read …</source>
        <translation>正在读取表格…</translation>
    </message>
    <message>
        <source>Choose a dataset&apos;s table, or open one in the Data workspace, or drop one here.</source>
        <translation>请选择数据集的表格，或在数据工作区打开一个，或拖放到此处。</translation>
    </message>
    <message>
        <source>Films: %1, subjects: %2, micro-expressions: %3, macro-expressions: %4.</source>
        <translation>视频：%1，被试：%2，微表情：%3，宏表情：%4。</translation>
    </message>
    <message>
        <source>Rows left out: %1, such as: %2</source>
        <translation>略去的行：%1，例如：%2</translation>
    </message>
    <message>
        <source>Choose a dataset&apos;s table first.</source>
        <translation>请先选择数据集的表格。</translation>
    </message>
    <message>
        <source>Two or more films are needed to learn from; see which rows are left out, or choose the folder of the films.</source>
        <translation>学习至少需要两个视频；请查看哪些行被略去，或选择视频所在文件夹。</translation>
    </message>
    <message>
        <source>Choose a folder for the output.</source>
        <translation>请选择输出文件夹。</translation>
    </message>
    <message>
        <source>There are %1 subjects for %2 folds; choose fewer folds.</source>
        <translation>%2 折只有 %1 名被试；请减少折数。</translation>
    </message>
</context>
<context>
    <name>mien::ui::TrainWorkspace</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Train workspace</source>
        <translation>训练工作区</translation>
    </message>
    <message>
        <source>Gives this training up; folds that are finished stay in the output folder</source>
        <translation>放弃此次训练；已完成的折留在输出文件夹</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Training %1</source>
        <translation>正在训练 %1</translation>
    </message>
    <message>
        <source>The training is done: %1</source>
        <translation>训练完成：%1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Goes on where it was paused, to the same model</source>
        <translation>从暂停处继续，得到相同的模型</translation>
    </message>
    <message>
        <source>Measures the films, tries the network and keeps a model</source>
        <translation>测量视频、检验网络并保留模型</translation>
    </message>
    <message>
        <source>Pausing …</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Paused. What is done lies in the output folder.</source>
        <translation>已暂停。已完成的部分在输出文件夹中。</translation>
    </message>
    <message>
        <source>Everything is there. Films that were not measured before take longest: about as long as they last.</source>
        <translation>一切就绪。未测量过的视频最费时：约与其时长相当。</translation>
    </message>
    <message>
        <source>Train and debias</source>
        <translation>训练与去偏</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Debias</source>
        <translation>去偏</translation>
    </message>
    <message>
        <source>Measured films, finished folds and the epochs so far are kept; Resume in the Train workspace goes on to the same model</source>
        <translation>已测量的视频、已完成的折和轮次会保留；在训练工作区点“继续”会得到同样的模型</translation>
    </message>
</context>
<context>
    <name>mien::ui::PrecisionView</name>
    <message>
        <source>Precision over recall</source>
        <translation>精度随召回率变化</translation>
    </message>
    <message>
        <source>As proposals below a rising certainty are dropped. The curves begin at what the spotter proposes: what it held for less likely is not known.</source>
        <translation>随确信度阈值升高依次舍弃建议。曲线从检测器给出的建议开始：它认为更不可能的建议无从得知。</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>micro</source>
        <translation>微表情</translation>
    </message>
    <message>
        <source>macro</source>
        <translation>宏表情</translation>
    </message>
    <message>
        <source>%1: recall %2 at precision %3</source>
        <translation>%1：召回率 %2，精度 %3</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>graph convolutions</source>
        <translation>图卷积的层数</translation>
    </message>
    <message>
        <source>features of a node after a graph convolution</source>
        <translation>图卷积后每个节点的特征数</translation>
    </message>
    <message>
        <source>channels of the convolutions over time</source>
        <translation>时间卷积的通道数</translation>
    </message>
    <message>
        <source>max-pooling over time after the first two convolutions</source>
        <translation>前两个时间卷积之后做最大池化</translation>
    </message>
    <message>
        <source>frames a second that films are resampled to</source>
        <translation>视频重采样到的每秒帧数</translation>
    </message>
    <message>
        <source>what of a region&apos;s motion the network sees</source>
        <translation>网络看到区域运动的哪些部分</translation>
    </message>
    <message>
        <source>least samples from the apex to start and end</source>
        <translation>顶点到起始和终止的最少采样数</translation>
    </message>
    <message>
        <source>most samples from the apex to start and end</source>
        <translation>顶点到起始和终止的最多采样数</translation>
    </message>
    <message>
        <source>least samples from start to end</source>
        <translation>从起始到终止的最少采样数</translation>
    </message>
    <message>
        <source>most samples from start to end</source>
        <translation>从起始到终止的最多采样数</translation>
    </message>
    <message>
        <source>least probability of a micro-expression&apos;s apex</source>
        <translation>微表情顶点的最低概率</translation>
    </message>
    <message>
        <source>least probability of a macro-expression&apos;s apex</source>
        <translation>宏表情顶点的最低概率</translation>
    </message>
    <message>
        <source>which samples may be an apex</source>
        <translation>哪些采样可以是顶点</translation>
    </message>
    <message>
        <source>overlap above which the less certain of two proposals is dropped</source>
        <translation>两个建议的重叠超过此值时舍弃较不确定的一个</translation>
    </message>
    <message>
        <source>most micro-expressions of a film; 0: any number</source>
        <translation>一部视频最多的微表情数；0：不限</translation>
    </message>
    <message>
        <source>most macro-expressions of a film; 0: any number</source>
        <translation>一部视频最多的宏表情数；0：不限</translation>
    </message>
    <message>
        <source>samples beside a micro-expression&apos;s start, apex and end that count as such</source>
        <translation>微表情的起始、顶点和终止旁边也算作它们的采样数</translation>
    </message>
    <message>
        <source>the same of macro-expressions</source>
        <translation>宏表情的同一项</translation>
    </message>
    <message>
        <source>width in samples of the soft score around an apex</source>
        <translation>顶点周围软标签的宽度（采样）</translation>
    </message>
    <message>
        <source>an apex or offset on frame 0 counts as unknown, as in AUW-GCN</source>
        <translation>顶点或终止在第 0 帧视为未知，与 AUW-GCN 相同</translation>
    </message>
    <message>
        <source>samples of a training window</source>
        <translation>一个训练窗口的采样数</translation>
    </message>
    <message>
        <source>samples of context on each side</source>
        <translation>每侧的上下文采样数</translation>
    </message>
    <message>
        <source>samples from one window to the next</source>
        <translation>相邻窗口之间的采样数</translation>
    </message>
    <message>
        <source>leave out windows in which nothing happens</source>
        <translation>略去没有表情的窗口</translation>
    </message>
    <message>
        <source>use the causal graph of each film&apos;s regions</source>
        <translation>使用每部视频各区域的因果图</translation>
    </message>
    <message>
        <source>which edges of the causal graph</source>
        <translation>使用因果图的哪些边</translation>
    </message>
    <message>
        <source>effects gather from causes</source>
        <translation>由果从因汇集消息</translation>
    </message>
    <message>
        <source>whose frames make one causal graph</source>
        <translation>哪些帧构成一张因果图</translation>
    </message>
    <message>
        <source>level of the tests of independence</source>
        <translation>独立性检验的显著性水平</translation>
    </message>
    <message>
        <source>how many samples the frames count for</source>
        <translation>这些帧相当于多少个样本</translation>
    </message>
    <message>
        <source>co-occurrence of action units that joins the causal graph</source>
        <translation>加入因果图的动作单元共现矩阵</translation>
    </message>
    <message>
        <source>regions are their own neighbours</source>
        <translation>区域是自己的邻居（自环）</translation>
    </message>
    <message>
        <source>only the first layer uses the causal graph (released code)</source>
        <translation>只有第一层使用因果图（发布的代码如此）</translation>
    </message>
    <message>
        <source>most passes over the training windows</source>
        <translation>遍历训练窗口的最多轮数</translation>
    </message>
    <message>
        <source>windows of one step</source>
        <translation>每一步的窗口数</translation>
    </message>
    <message>
        <source>of AdamW in the first epoch</source>
        <translation>第一轮 AdamW 的学习率</translation>
    </message>
    <message>
        <source>of the learning rate from epoch to epoch</source>
        <translation>每轮学习率的衰减</translation>
    </message>
    <message>
        <source>of AdamW; not of biases and batch norms</source>
        <translation>AdamW 的权重衰减；不含偏置和批归一化</translation>
    </message>
    <message>
        <source>largest norm of the gradients; 0: any</source>
        <translation>梯度的最大范数；0：不限</translation>
    </message>
    <message>
        <source>weight of macro-expressions in the loss</source>
        <translation>宏表情在损失中的权重</translation>
    </message>
    <message>
        <source>show half of the windows in a mirror</source>
        <translation>一半窗口左右镜像</translation>
    </message>
    <message>
        <source>make a window&apos;s movement larger or smaller by up to this share</source>
        <translation>窗口的运动放大或缩小至多此比例</translation>
    </message>
    <message>
        <source>which epoch&apos;s weights are kept</source>
        <translation>保留哪一轮的权重</translation>
    </message>
    <message>
        <source>of the training subjects, to choose epoch and thresholds</source>
        <translation>训练被试中用于选择轮次和阈值的比例</translation>
    </message>
    <message>
        <source>epochs without a better validation F1 before it ends</source>
        <translation>验证 F1 连续多少轮不提高便结束</translation>
    </message>
    <message>
        <source>lengths of proposals as the training expressions have them</source>
        <translation>建议的长度按训练表情的长度限定</translation>
    </message>
    <message>
        <source>choose apex thresholds on validation subjects</source>
        <translation>在验证被试上选择顶点阈值</translation>
    </message>
    <message>
        <source>Causal-Ex&apos;s network without messages, which also sees where regions stand against their rest</source>
        <translation>Causal-Ex 的网络但不传递消息，还看到各区域相对静息位置的偏移</translation>
    </message>
    <message>
        <source>the equations of Causal-Ex: film graphs in both layers, no test subject in B</source>
        <translation>Causal-Ex 的公式：两层都用视频的图，B 中没有测试被试</translation>
    </message>
    <message>
        <source>Causal-Ex as released: graphs of batches, B alone in the second layer</source>
        <translation>发布的 Causal-Ex：按批构图，第二层只用 B</translation>
    </message>
    <message>
        <source>the network of AUW-GCN with its constants for CAS(ME)²</source>
        <translation>AUW-GCN 的网络及其用于 CAS(ME)² 的常数</translation>
    </message>
    <message>
        <source>the network of AUW-GCN with its constants for SAMM Long Videos</source>
        <translation>AUW-GCN 的网络及其用于 SAMM Long Videos 的常数</translation>
    </message>
</context>
<context>
    <name>mien::ui::DebiasCurves</name>
    <message>
        <source>Curves of the film</source>
        <translation>视频的曲线</translation>
    </message>
    <message>
        <source>Drag to move, wheel to zoom; with the keyboard ← → move, + − zoom, 0 shows the whole film</source>
        <translation>拖动平移，滚轮缩放；键盘 ← → 平移，+ − 缩放，0 显示整个视频</translation>
    </message>
    <message>
        <source>P, as it is</source>
        <translation>P（原样）</translation>
    </message>
    <message>
        <source>P of stillness</source>
        <translation>P（静止）</translation>
    </message>
    <message>
        <source>P of driving regions</source>
        <translation>P（驱动区域）</translation>
    </message>
    <message>
        <source>F, corrected</source>
        <translation>F（校正后）</translation>
    </message>
    <message>
        <source>frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>λ = 0</source>
        <translation>λ = 0</translation>
    </message>
    <message>
        <source>now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>coded</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Expressions proposed without correction: %1, now: %2; what only looks like one: %3, now: %4.</source>
        <translation>未校正时提出的表情：%1，现在：%2；仅仅看似表情的：%3，现在：%4。</translation>
    </message>
    <message>
        <source>Looks like %1: counts as no expression</source>
        <translation>看似%1：不算作表情</translation>
    </message>
    <message>
        <source>%1, frames %2 to %3</source>
        <translation>%1，第 %2 至 %3 帧</translation>
    </message>
</context>
<context>
    <name>mien::ui::DebiasPage</name>
    <message>
        <source>Choose model…</source>
        <translation>选择模型…</translation>
    </message>
    <message>
        <source>All to 0</source>
        <translation>全部归零</translation>
    </message>
    <message>
        <source>Find λ</source>
        <translation>寻找 λ</translation>
    </message>
    <message>
        <source>Keep in the model</source>
        <translation>存入模型</translation>
    </message>
    <message>
        <source>Apply to the open film</source>
        <translation>应用到打开的视频</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>视频</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>The open film as the model sees it, or a film of the run as the network of its fold sees it, which did not know the person</source>
        <translation>模型所见的已打开视频，或训练运行中的视频：由不认识该被试的那一折网络来看</translation>
    </message>
    <message>
        <source>Which output of the network is drawn; moving a slider draws its own</source>
        <translation>绘制网络的哪个输出；移动滑块会绘制它自己的输出</translation>
    </message>
    <message>
        <source>Equalised odds: gap between groups, before and after</source>
        <translation>机会均等：校正前后的组间差距</translation>
    </message>
    <message>
        <source>How the λ fare</source>
        <translation>这些 λ 的效果</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>A folder with model.json: of a training, or one that you were given</source>
        <translation>含 model.json 的文件夹：训练所得或他人提供</translation>
    </message>
    <message>
        <source>F = P − λ₁ P(stillness) − λ₂ P(driving regions)</source>
        <translation>F = P − λ₁ P(静止) − λ₂ P(驱动区域)</translation>
    </message>
    <message>
        <source>What λ are to improve</source>
        <translation>λ 要改善什么</translation>
    </message>
    <message>
        <source>The plain model</source>
        <translation>未校正的模型</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>模型文件夹</translation>
    </message>
    <message>
        <source>for F1</source>
        <translation>改善 F1</translation>
    </message>
    <message>
        <source>for equal odds of %1</source>
        <translation>使 %1 机会均等</translation>
    </message>
    <message>
        <source>%1 (open)</source>
        <translation>%1（已打开）</translation>
    </message>
    <message>
        <source>On the films of all folds: F1 %1, now %2 (hits %3, now %4; false %5, now %6).</source>
        <translation>在所有折的视频上：F1 %1，当前 %2（命中 %3，当前 %4；误报 %5，当前 %6）。</translation>
    </message>
    <message>
        <source>No λ proved better than 0 on people that it was not chosen on.</source>
        <translation>在未用于选择的被试上，没有任何 λ 优于 0。</translation>
    </message>
    <message>
        <source>λ are those that were best on the people set aside in training.</source>
        <translation>λ 取在训练时留出的被试上最好的值。</translation>
    </message>
    <message>
        <source>Looked for in each fold anew, they proved themselves in %1 of %2; F1 on people of neither search nor training: %3, with λ %4.</source>
        <translation>在每一折重新寻找，%2 折中有 %1 折得到验证；在既未用于寻找也未用于训练的被试上 F1：%3，加 λ 后 %4。</translation>
    </message>
    <message>
        <source>The model is used with these λ from now on; its card says so.</source>
        <translation>此后模型将使用这些 λ；模型卡已注明。</translation>
    </message>
    <message>
        <source>Choose a model, or train one.</source>
        <translation>请选择或训练一个模型。</translation>
    </message>
    <message>
        <source>The network looks at the film …</source>
        <translation>网络正在看视频……</translation>
    </message>
    <message>
        <source>Open a film and analyse it, or train with folds here: then its curves are drawn.</source>
        <translation>打开并分析一个视频，或在此分折训练，即可绘制曲线。</translation>
    </message>
    <message>
        <source>%1 is not analysed yet; analyse it in the Code workspace.</source>
        <translation>%1 尚未分析；请在编码工作区中分析。</translation>
    </message>
    <message>
        <source>No edge of the film’s causal graph is directed, so λ₂ changes nothing here.</source>
        <translation>该视频的因果图没有有向边，因此 λ₂ 在此不起作用。</translation>
    </message>
    <message>
        <source>On people that the training had set aside; then in every fold anew, to see whether such λ help people of neither</source>
        <translation>先在训练留出的被试上寻找，再在每一折重新寻找，以检验这样的 λ 是否有助于两者之外的被试</translation>
    </message>
    <message>
        <source>Needs the films that the model was trained on: train it here first; a finished run in the same folder is not trained again</source>
        <translation>需要训练该模型的视频：请先在此训练；同一文件夹中已完成的运行不会重新训练</translation>
    </message>
    <message>
        <source>Writes the λ into the model’s folder and card: it is used with them from then on</source>
        <translation>将 λ 写入模型文件夹和模型卡，此后随模型使用</translation>
    </message>
    <message>
        <source>A new set of proposals for the open film; the one before stays and comes back with undo</source>
        <translation>为打开的视频新建一组建议；原有的一组保留，撤销即可恢复</translation>
    </message>
    <message>
        <source>Choose the open film above; it must be analysed</source>
        <translation>请在上方选择已打开的视频；它须已分析</translation>
    </message>
    <message>
        <source>Whether groups fare alike is known after a training here that was tried in folds.</source>
        <translation>在此完成分折检验的训练后，才能知道各组是否均等。</translation>
    </message>
    <message>
        <source>The networks of the folds look at their films …</source>
        <translation>各折的网络正在看各自的视频……</translation>
    </message>
        <message>
            <source>λ are looked for on the people that the training set aside: for more of them, train again with a larger validation-share (under More).</source>
            <translation>λ 是在训练留出的人身上寻找的：若要更多人，请增大 validation-share（在“更多”之下）后重新训练。</translation>
        </message>
        <message>
            <source>Stop looking</source>
            <translation>停止寻找</translation>
        </message>
        <message>
            <source>What the search for λ found</source>
            <translation>λ 寻找的结果</translation>
        </message>
    <message>
        <source>Expressions proposed: %1 without correction, %2 now.</source>
        <translation>提出的表情：未校正 %1 个，现在 %2 个。</translation>
    </message>
    <message>
        <source>Beside them, what looks like a blink or a head movement: %1, now %2.</source>
        <translation>另有看似眨眼或头部运动的：%1 个，现在 %2 个。</translation>
    </message>
</context>
<context>
    <name>mien::ui::LambdaForm</name>
    <message>
        <source>micro, onset</source>
        <translation>微表情，起始</translation>
    </message>
    <message>
        <source>micro, offset</source>
        <translation>微表情，终止</translation>
    </message>
    <message>
        <source>micro, apex</source>
        <translation>微表情，顶点</translation>
    </message>
    <message>
        <source>micro, action</source>
        <translation>微表情，动作</translation>
    </message>
    <message>
        <source>macro, onset</source>
        <translation>宏表情，起始</translation>
    </message>
    <message>
        <source>macro, offset</source>
        <translation>宏表情，终止</translation>
    </message>
    <message>
        <source>macro, apex</source>
        <translation>宏表情，顶点</translation>
    </message>
    <message>
        <source>macro, action</source>
        <translation>宏表情，动作</translation>
    </message>
    <message>
        <source>subtract logits</source>
        <translation>减去对数几率</translation>
    </message>
    <message>
        <source>λ₂, regions</source>
        <translation>λ₂，区域</translation>
    </message>
    <message>
        <source>λ₁, stillness</source>
        <translation>λ₁，静止</translation>
    </message>
    <message>
        <source>How much is taken off of what the network says of a film in which nobody moves: the bias of the dataset</source>
        <translation>减去多少网络对无人活动的视频的判断：数据集偏差</translation>
    </message>
    <message>
        <source>How much is taken off of what the network says when all regions but those that drive the others are masked: the bias of the action units</source>
        <translation>减去多少网络在只留驱动其他区域的区域时的判断：动作单元偏差</translation>
    </message>
    <message>
        <source>Takes no part in proposals; its curve alone changes</source>
        <translation>不参与生成建议，只有曲线改变</translation>
    </message>
    <message>
        <source>F = logistic(logit P − λ₁ logit P_null − λ₂ logit P_AU) instead of the difference of probabilities</source>
        <translation>F = logistic(logit P − λ₁ logit P_null − λ₂ logit P_AU)，而非概率之差</translation>
    </message>
    <message>
        <source>λ₂ of %1</source>
        <translation>%1的 λ₂</translation>
    </message>
    <message>
        <source>λ₁ of %1</source>
        <translation>%1的 λ₁</translation>
    </message>
    <message>
        <source>λ₂: no region drives others</source>
        <translation>λ₂：没有驱动区域</translation>
    </message>
</context>
<context>
    <name>mien::ui::OddsBars</name>
    <message>
        <source>type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>被试</translation>
    </message>
    <message>
        <source>not comparable</source>
        <translation>无法比较</translation>
    </message>
    <message>
        <source>Equalised odds</source>
        <translation>机会均等</translation>
    </message>
    <message>
        <source>The largest difference of hit rate or false-alarm rate (of frames) between two groups, for each attribute of the films: 0 where the spotter treats all alike. Upper bar: λ = 0, lower bar: the λ that are set.</source>
        <translation>按视频的各属性，两组之间（按帧）命中率或误报率的最大差：检测器一视同仁时为 0。上条：λ = 0；下条：当前 λ。</translation>
    </message>
    <message>
        <source>%1: %2, now %3</source>
        <translation>%1：%2，当前 %3</translation>
    </message>
</context>
<context>
    <name>ProposalSets</name>
    <message>
        <source>Open a film and analyse it first.</source>
        <translation>请先打开并分析一个视频。</translation>
    </message>
    <message>
        <source>The project can only be read; save it elsewhere to add proposals.</source>
        <translation>项目只能读取；另存到别处后才能添加建议。</translation>
    </message>
    <message>
        <source>Corrected proposals</source>
        <translation>校正后的建议</translation>
    </message>
    <message>
        <source>Keeping the signals</source>
        <translation>正在保存信号</translation>
    </message>
</context>
<context>
        <name>ModelWords</name>
        <message>
            <source>%1: %2 null, %3 masked</source>
            <translation>%1：零帧 %2，遮蔽 %3</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Threshold</source>
            <translation>阈值</translation>
        </message>
        <message>
            <source>Proposed by</source>
            <translation>建议者</translation>
        </message>
        <message>
            <source>Model folder</source>
            <translation>模型文件夹</translation>
        </message>
        <message>
            <source>Trained on</source>
            <translation>训练数据</translation>
        </message>
        <message>
            <source>Weights (SHA-256)</source>
            <translation>权重 (SHA-256)</translation>
        </message>
        <message>
            <source>Graph</source>
            <translation>图</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Optical flow</source>
            <translation>光流</translation>
        </message>
        <message>
            <source>Could be scored</source>
            <translation>可评分</translation>
        </message>
        <message>
            <source>Program</source>
            <translation>程序</translation>
        </message>
        <message>
            <source>comes with Mien</source>
            <translation>随 Mien 附带</translation>
        </message>
        <message>
            <source>trained here</source>
            <translation>在此训练</translation>
        </message>
        <message>
            <source>added by its path</source>
            <translation>按路径添加</translation>
        </message>
        <message>
            <source>It cannot be used:</source>
            <translation>无法使用：</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>来源</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>文件夹</translation>
        </message>
        <message>
            <source>Recipe</source>
            <translation>配方</translation>
        </message>
        <message>
            <source>%1, seed %2, weights of epoch %3</source>
            <translation>%1，种子 %2，第 %3 轮的权重</translation>
        </message>
        <message>
            <source>Made</source>
            <translation>制作</translation>
        </message>
        <message>
            <source>%1 by %2</source>
            <translation>%1，%2</translation>
        </message>
        <message>
            <source>Correction (λ)</source>
            <translation>校正 (λ)</translation>
        </message>
        <message>
            <source>Licence</source>
            <translation>许可证</translation>
        </message>
        <message>
            <source>It was retrained and not yet compared with “%1” on people whom neither has learnt from.</source>
            <translation>它是重新训练的，尚未在两者都未学习过的人上与“%1”比较。</translation>
        </message>
        <message>
            <source>It was retrained. On %1 people whom neither had learnt from its F1 is %2, that of “%3” %4: nothing says that it is better beyond chance.</source>
            <translation>它是重新训练的。在两者都未学习过的 %1 人上，其 F1 为 %2，“%3”为 %4：没有证据表明提升超出偶然。</translation>
        </message>
        <message>
            <source>none given</source>
            <translation>未注明</translation>
        </message>
</context>
<context>
        <name>mien::ui::ComparisonView</name>
        <message>
            <source>F1 of both</source>
            <translation>两者的 F1</translation>
        </message>
        <message>
            <source>Films in which they differ</source>
            <translation>两者不同的视频</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Enter or a double click opens the film there</source>
            <translation>按回车或双击可在该处打开视频</translation>
        </message>
        <message>
            <source>Choose another spotter above and press Compare. Both then propose in the films that you reviewed; what nobody watched counts for neither.</source>
            <translation>请在上方选择另一个检测器并按“比较”。两者都会在您审阅过的视频中给出建议；无人观看之处对两者都不计。</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>类型</translation>
        </message>
        <message>
            <source>F1: %1</source>
            <translation>F1：%1</translation>
        </message>
        <message>
            <source>Difference</source>
            <translation>差异</translation>
        </message>
        <message>
            <source>%1: hits / false / missed</source>
            <translation>%1：命中 / 误检 / 漏检</translation>
        </message>
        <message>
            <source>micro</source>
            <translation>微表情</translation>
        </message>
        <message>
            <source>macro</source>
            <translation>宏表情</translation>
        </message>
        <message>
            <source>overall</source>
            <translation>总体</translation>
        </message>
        <message>
            <source>Film</source>
            <translation>视频</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人物</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message numerus="yes">
            <source>%n difference(s)</source>
            <translation>
                <numerusform>%n 处差异</numerusform>
            </translation>
        </message>
        <message>
            <source>found</source>
            <translation>已找到</translation>
        </message>
        <message>
            <source>false</source>
            <translation>误检</translation>
        </message>
        <message>
            <source>frames %1 to %2</source>
            <translation>第 %1 至 %2 帧</translation>
        </message>
        <message numerus="yes">
            <source>%n reviewed film(s)</source>
            <translation>
                <numerusform>%n 个已审阅的视频</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n 个人物</numerusform>
            </translation>
        </message>
        <message>
            <source>In brackets: 95 % intervals by drawing people anew.</source>
            <translation>方括号内：对人物重抽样得到的 95 % 区间。</translation>
        </message>
        <message>
            <source>With one person nothing says how much of this is chance.</source>
            <translation>只有一个人物，无法判断其中有多少出于偶然。</translation>
        </message>
        <message numerus="yes">
            <source>they differ in %n of them.</source>
            <translation>
                <numerusform>其中 %n 个不同。</numerusform>
            </translation>
        </message>
        <message>
            <source>One of the two has learnt from all of these people, so the figures flatter it and prove nothing.</source>
            <translation>两者之一已从所有这些人学习过，因此数字偏向它，不能证明什么。</translation>
        </message>
        <message numerus="yes">
            <source>%n person(s) left out, whom one of the two has learnt from.</source>
            <translation>
                <numerusform>另有 %n 人未计入：两者之一已从他们学习过。</numerusform>
            </translation>
        </message>
</context>
<context>
        <name>mien::ui::ModelShelf</name>
        <message>
            <source>Rules</source>
            <translation>规则</translation>
        </message>
        <message>
            <source>Network that comes with Mien</source>
            <translation>随 Mien 附带的网络</translation>
        </message>
        <message>
            <source>Reading the models</source>
            <translation>正在读取模型</translation>
        </message>
</context>
<context>
        <name>mien::ui::ModelsPage</name>
        <message>
            <source>Forget</source>
            <translation>移除</translation>
        </message>
        <message>
            <source>Compare</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>模型</translation>
        </message>
        <message>
            <source>Spotters</source>
            <translation>检测器</translation>
        </message>
        <message>
            <source>Add folder…</source>
            <translation>添加文件夹…</translation>
        </message>
        <message>
            <source>Add the folder of a model</source>
            <translation>添加模型的文件夹</translation>
        </message>
        <message>
            <source>A folder with model.json, as training writes it; it stays where it is</source>
            <translation>训练写出的含 model.json 的文件夹；它留在原处</translation>
        </message>
        <message>
            <source>Forget this folder</source>
            <translation>移除此文件夹</translation>
        </message>
        <message>
            <source>Takes the folder off this list; its files stay</source>
            <translation>从此列表中移除该文件夹；文件保留</translation>
        </message>
        <message>
            <source>Compare with</source>
            <translation>与之比较</translation>
        </message>
        <message>
            <source>What to compare with</source>
            <translation>比较对象</translation>
        </message>
        <message>
            <source>Card of the model</source>
            <translation>模型卡片</translation>
        </message>
        <message>
            <source>Card, comparison and retraining</source>
            <translation>卡片、比较与重新训练</translation>
        </message>
        <message>
            <source>Card</source>
            <translation>卡片</translation>
        </message>
        <message>
            <source>Comparison</source>
            <translation>比较</translation>
        </message>
        <message>
            <source>Retrain on my corrections</source>
            <translation>用我的更正重新训练</translation>
        </message>
        <message>
            <source>cannot be used</source>
            <translation>无法使用</translation>
        </message>
        <message>
            <source>used here</source>
            <translation>此处使用</translation>
        </message>
        <message>
            <source>default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>Training-free spotter</source>
            <translation>无需训练的检测器</translation>
        </message>
        <message>
            <source>Departures of the facial regions from the face at rest, without training. Tells blinks, speech and head movements apart by name.</source>
            <translation>面部区域相对静息面孔的偏离，无需训练。能按名称区分眨眼、说话和头部运动。</translation>
        </message>
        <message>
            <source>This model came without a card.</source>
            <translation>此模型没有卡片。</translation>
        </message>
        <message>
            <source>On the films of this project that you reviewed</source>
            <translation>用此项目中您审阅过的视频</translation>
        </message>
        <message>
            <source>Open a project with films that you reviewed</source>
            <translation>请打开含有您审阅过的视频的项目</translation>
        </message>
        <message>
            <source>Folder of a model</source>
            <translation>模型的文件夹</translation>
        </message>
        <message>
            <source>Choose two different spotters to compare.</source>
            <translation>请选择两个不同的检测器来比较。</translation>
        </message>
        <message>
            <source>Comparing two spotters</source>
            <translation>正在比较两个检测器</translation>
        </message>
        <message>
            <source>The rules were not trained, so there is no card.</source>
            <translation>规则未经训练，因此没有卡片。</translation>
        </message>
</context>
<context>
        <name>mien::ui::ProposalSetBar</name>
        <message>
            <source>Proposals that are shown</source>
            <translation>所显示的建议</translation>
        </message>
        <message>
            <source>Spotter of the next analysis</source>
            <translation>下次分析的检测器</translation>
        </message>
        <message>
            <source>Shown</source>
            <translation>显示</translation>
        </message>
        <message>
            <source>Sets of proposals</source>
            <translation>建议集</translation>
        </message>
        <message>
            <source>Spotter</source>
            <translation>检测器</translation>
        </message>
        <message>
            <source>No set of proposals is shown</source>
            <translation>未显示任何建议集</translation>
        </message>
        <message>
            <source>Training-free: departures of the facial regions from the face at rest</source>
            <translation>无需训练：面部区域相对静息面孔的偏离</translation>
        </message>
        <message>
            <source>This model is not there, or cannot be used</source>
            <translation>此模型不存在或无法使用</translation>
        </message>
        <message>
            <source>Who proposes when this project&apos;s films are analysed (F5). What it proposes is a set of its own; sets of before stay.</source>
            <translation>分析此项目的视频时 (F5) 由谁给出建议。其建议自成一集；先前的建议集保留。</translation>
        </message>
        <message>
            <source>Models…</source>
            <translation>模型…</translation>
        </message>
</context>
<context>
        <name>mien::ui::RetrainView</name>
        <message>
            <source>Go on from what it knows</source>
            <translation>在其已知的基础上继续</translation>
        </message>
        <message>
            <source>Retrain</source>
            <translation>重新训练</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>停止</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>选择…</translation>
        </message>
        <message>
            <source>Retrain on my corrections</source>
            <translation>用我的更正重新训练</translation>
        </message>
        <message>
            <source>Name of the new model</source>
            <translation>新模型的名称</translation>
        </message>
        <message>
            <source>My corrections</source>
            <translation>我的更正</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>名称</translation>
        </message>
        <message>
            <source>Choose a table</source>
            <translation>选择表格</translation>
        </message>
        <message>
            <source>Learn beside</source>
            <translation>同时学习</translation>
        </message>
        <message>
            <source>Begins with the weights of the chosen model and changes them gently; otherwise from chance, which needs many films</source>
            <translation>从所选模型的权重开始并轻微调整；否则从随机权重开始，需要大量视频</translation>
        </message>
        <message>
            <source>Stop the training</source>
            <translation>停止训练</translation>
        </message>
        <message>
            <source>How far the training is</source>
            <translation>训练进度</translation>
        </message>
        <message>
            <source>Open a project: what you take, correct, reject and mark as watched in it becomes something to learn from.</source>
            <translation>请打开项目：您在其中采纳、更正、拒绝和标记为已观看的内容将用于训练。</translation>
        </message>
        <message>
            <source>Counting what was reviewed</source>
            <translation>正在统计已审阅的内容</translation>
        </message>
        <message>
            <source>No film was reviewed by you yet.</source>
            <translation>您尚未审阅任何视频。</translation>
        </message>
        <message>
            <source>%1 reviewed, %2, %3; %4 s in all were looked at.</source>
            <translation>已审阅 %1，%2，%3；共观看 %4 秒。</translation>
        </message>
        <message numerus="yes">
            <source>%n film(s)</source>
            <translation>
                <numerusform>%n 个视频</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n person(s)</source>
            <translation>
                <numerusform>%n 个人物</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n expression(s)</source>
            <translation>
                <numerusform>%n 个表情</numerusform>
            </translation>
        </message>
        <message>
            <source>Events teach what an expression is, rejected proposals and stretches marked as watched what is none. What nobody looked at teaches nothing.</source>
            <translation>事件说明什么是表情，被拒绝的建议和标记为已观看的区段说明什么不是。无人观看之处不用于训练。</translation>
        </message>
        <message>
            <source>Table of more films</source>
            <translation>更多视频的表格</translation>
        </message>
        <message>
            <source>Tables (*.csv *.xlsx *.xls *.tsv);;All files (*)</source>
            <translation>表格 (*.csv *.xlsx *.xls *.tsv);;所有文件 (*)</translation>
        </message>
        <message>
            <source>Trains in the background; the model in use stays until you choose the new one</source>
            <translation>在后台训练；在您选择新模型之前，仍使用当前模型</translation>
        </message>
        <message>
            <source>Nothing was reviewed yet</source>
            <translation>尚未审阅任何内容</translation>
        </message>
        <message>
            <source>Retraining on the corrections</source>
            <translation>正在用更正重新训练</translation>
        </message>
        <message>
            <source>The new model is in %1.</source>
            <translation>新模型位于 %1。</translation>
        </message>
        <message>
            <source>old</source>
            <translation>旧</translation>
        </message>
        <message>
            <source>new</source>
            <translation>新</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Pause the training</source>
            <translation>暂停训练</translation>
        </message>
        <message>
            <source>Gives this training up; the models are as they were</source>
            <translation>放弃此次训练；模型保持原样</translation>
        </message>
        <message>
            <source>Resume</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Goes on where it was paused, to the same model; after more review it begins anew</source>
            <translation>从暂停处继续，得到相同的模型；若其间又审阅过，则重新开始</translation>
        </message>
        <message>
            <source>Pausing …</source>
            <translation>正在暂停…</translation>
        </message>
        <message>
            <source>Stopping …</source>
            <translation>正在停止…</translation>
        </message>
        <message>
            <source>Paused. What is done is kept.</source>
            <translation>已暂停。已完成的部分会保留。</translation>
        </message>
        <message>
            <source>On %1 people whom neither had learnt from its F1 is %2, that of the old one %3: it is better beyond chance.</source>
            <translation>在两者都未学习过的 %1 人上，新模型的 F1 为 %2，旧模型为 %3：提升超出偶然。</translation>
        </message>
        <message>
            <source>The old model has learnt from %1 of the people who were reviewed, and fewer than two others are left to compare on.</source>
            <translation>旧模型已从被审阅者中的 %1 人学习过，可供比较的其他人不足两位。</translation>
        </message>
        <message>
            <source>Fewer than two people were reviewed, so nobody could be held out.</source>
            <translation>被审阅者不足两人，因此无法留出任何人。</translation>
        </message>
        <message>
            <source>More films to learn from</source>
            <translation>另外用来学习的视频</translation>
        </message>
        <message>
            <source>nothing: the corrections alone</source>
            <translation>无：只用更正</translation>
        </message>
        <message>
            <source>The dataset that the Train workspace has, or the table of one whose films stand beside it; what it says is learnt as well. Where you reviewed its films too, your review counts.</source>
            <translation>训练工作区中的数据集，或视频与其同处一个文件夹的数据集表格；其中的内容也会一并学习。若您也审阅过其中的视频，则以您的审阅为准。</translation>
        </message>
        <message>
            <source>Measured films and the epochs so far are kept; Resume on the page of models goes on to the same model</source>
            <translation>已测量的视频和已完成的轮次会保留；在模型页面点“继续”会得到同样的模型</translation>
        </message>
        <message>
            <source>%1, as in the Train workspace (%2)</source>
            <translation>%1，与训练工作区中相同（%2）</translation>
        </message>
</context>
<context>
        <name>mien::ui::UseRow</name>
        <message>
            <source>Use in this project</source>
            <translation>在此项目中使用</translation>
        </message>
        <message>
            <source>Make default</source>
            <translation>设为默认</translation>
        </message>
        <message>
            <source>Use it although nothing says that it is better</source>
            <translation>虽无证据表明更好，仍使用它</translation>
        </message>
        <message>
            <source>Films of the open project are analysed with it from now on; proposals of before stay</source>
            <translation>今后用它分析已打开项目的视频；先前的建议保留</translation>
        </message>
        <message>
            <source>For projects that choose no spotter of their own</source>
            <translation>用于未自行选择检测器的项目</translation>
        </message>
</context>
    <context>
        <name>mien::ui::DebiasEngine</name>
        <message>
            <source>What the network says of %1</source>
            <translation>网络对 %1 的判断</translation>
        </message>
        <message>
            <source>Counterfactuals of the run’s films</source>
            <translation>训练运行中视频的反事实</translation>
        </message>
        <message>
            <source>Looking for λ</source>
            <translation>正在寻找 λ</translation>
        </message>
        <message>
            <source>Stops looking; the λ that are set stay, and looking again begins anew</source>
            <translation>停止寻找；已设的 λ 保持不变，再次寻找会从头开始</translation>
        </message>
    </context>
    <context>
        <name>CoreSentences</name>
        <message>
            <source>measuring %1</source>
            <translation>正在测量 %1</translation>
        </message>
        <message>
            <source>training %1 of %2: %3</source>
            <translation>第 %1 次训练，共 %2 次：%3</translation>
        </message>
        <message>
            <source>epoch %1 of at most %2, loss %3, validation F1 %4</source>
            <translation>第 %1 轮，最多 %2 轮，损失 %3，验证 F1 %4</translation>
        </message>
        <message>
            <source>epoch %1 of %2, loss %3</source>
            <translation>第 %1 轮，共 %2 轮，损失 %3</translation>
        </message>
        <message>
            <source>done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>looking at films</source>
            <translation>正在查看视频</translation>
        </message>
        <message>
            <source>spotting in %1</source>
            <translation>正在 %1 中检测</translation>
        </message>
        <message>
            <source>Looking for λ: fold %1 of %2</source>
            <translation>正在寻找 λ：第 %1 折，共 %2 折</translation>
        </message>
        <message>
            <source>Measuring motion: frame %1 of %2</source>
            <translation>正在测量运动：第 %1 帧，共 %2 帧</translation>
        </message>
        <message>
            <source>Network: sample %1 of %2</source>
            <translation>网络：第 %1 个采样，共 %2 个</translation>
        </message>
        <message>
            <source>Reading the film&apos;s time stamps</source>
            <translation>正在读取视频的时间戳</translation>
        </message>
        <message>
            <source>Reading the film&apos;s content</source>
            <translation>正在读取视频内容</translation>
        </message>
        <message>
            <source>Row %1 (%2) is left out: %3.</source>
            <translation>第 %1 行（%2）未使用：%3。</translation>
        </message>
        <message>
            <source>its film was not found</source>
            <translation>未找到其视频</translation>
        </message>
        <message>
            <source>it names no subject</source>
            <translation>没有注明被试</translation>
        </message>
        <message>
            <source>it has no onset</source>
            <translation>没有起始帧</translation>
        </message>
        <message>
            <source>its onset, apex and offset do not follow one another</source>
            <translation>起始帧、顶点帧和终止帧的先后顺序不对</translation>
        </message>
        <message>
            <source>it says neither micro nor macro</source>
            <translation>既未注明微表情也未注明宏表情</translation>
        </message>
        <message>
            <source>other rows of its film name another subject</source>
            <translation>同一视频的其他行注明了另一名被试</translation>
        </message>
        <message>
            <source>%1 ends with frame %2; expressions that would end later are left out: %3.</source>
            <translation>%1 的最后一帧是 %2；结束于其后的表情未采用：%3 个。</translation>
        </message>
        <message>
            <source>λ is looked for with two subjects or more, and the training set %1 aside; train with a larger validation-share.</source>
            <translation>λ 须在两名或更多被试上寻找，而训练只留出了 %1 名；请用更大的 validation-share 训练。</translation>
        </message>
        <message>
            <source>%1 is left out: a face can be measured in %2 % of it.</source>
            <translation>%1 未使用：其中只有 %2 % 的帧能测量面部。</translation>
        </message>
        <message>
            <source>Training ended after %1 epochs: the last %2 were no better.</source>
            <translation>训练在 %1 轮后结束：最后 %2 轮没有改进。</translation>
        </message>
        <message>
            <source>Memory did not suffice; from epoch %1 on a step sees %2 windows.</source>
            <translation>内存不足；从第 %1 轮起每步使用 %2 个窗口。</translation>
        </message>
        <message>
            <source>The loss has not been a number for %1 steps of epoch %2; lower the learning rate and train again.</source>
            <translation>第 %2 轮中有 %1 步损失不是数值；请降低学习率后重新训练。</translation>
        </message>
        <message>
            <source>Nothing happens in any of the training films; there is nothing to learn.</source>
            <translation>训练视频中没有任何表情，无可学习。</translation>
        </message>
        <message>
            <source>This fold was trained on other films or with other options; choose another folder.</source>
            <translation>该折是用其他视频或其他选项训练的；请选择另一个文件夹。</translation>
        </message>
        <message>
            <source>This fold&apos;s file is damaged; delete its folder to train it again.</source>
            <translation>该折的文件已损坏；删除其文件夹即可重新训练。</translation>
        </message>
        <message>
            <source>This is no checkpoint of a training, or a damaged one; delete it to begin anew.</source>
            <translation>这不是训练检查点，或已损坏；删除它即可重新开始。</translation>
        </message>
        <message>
            <source>Nobody is set aside to choose the epoch by; raise --validation-share, or use --selection last.</source>
            <translation>没有留出被试来选择轮次；请增大 validation-share，或将 selection 设为 last。</translation>
        </message>
        <message>
            <source>A context of %1 samples is less than the network sees; use %2 or more.</source>
            <translation>%1 个采样的上下文少于网络所见；请使用 %2 或更多。</translation>
        </message>
        <message>
            <source>The training was stopped; the models are as they were.</source>
            <translation>训练已停止；模型保持不变。</translation>
        </message>
        <message>
            <source>The weights λ can only be looked for with films of two subjects or more.</source>
            <translation>只有两名或更多被试的视频才能寻找 λ。</translation>
        </message>
        <message>
            <source>Odds cannot be compared by “%1”: fewer than two groups have expressions.</source>
            <translation>无法按“%1”比较机会：有表情的组少于两个。</translation>
        </message>
        <message>
            <source>There is no such model; name the folder that holds its model.json.</source>
            <translation>没有这个模型；请指定含有 model.json 的文件夹。</translation>
        </message>
        <message>
            <source>This folder holds no model.json; of a training, name its folder “model”.</source>
            <translation>该文件夹中没有 model.json；若是训练的结果，请指定其中的“model”文件夹。</translation>
        </message>
        <message>
            <source>This is no JSON, or it is cut off; fetch the model again.</source>
            <translation>这不是 JSON，或不完整；请重新获取模型。</translation>
        </message>
        <message>
            <source>The model&apos;s weights are missing.</source>
            <translation>缺少模型的权重。</translation>
        </message>
        <message>
            <source>The library libmien_nn.so is not installed beside the program; networks run on the CPU without it.</source>
            <translation>程序旁未安装 libmien_nn.so；没有它网络也可在 CPU 上运行。</translation>
        </message>
        <message>
            <source>The analysis was stopped; nothing was changed.</source>
            <translation>分析已停止；没有任何更改。</translation>
        </message>
        <message>
            <source>Stopped before it was finished.</source>
            <translation>在完成之前已停止。</translation>
        </message>
        <message>
            <source>There is no such file.</source>
            <translation>没有这个文件。</translation>
        </message>
        <message>
            <source>There is no such file or folder.</source>
            <translation>没有这个文件或文件夹。</translation>
        </message>
        <message>
            <source>The file is empty.</source>
            <translation>文件为空。</translation>
        </message>
        <message>
            <source>The film may not be read; check its permissions and the disk.</source>
            <translation>无法读取视频；请检查其权限和磁盘。</translation>
        </message>
        <message>
            <source>The file holds no video stream.</source>
            <translation>文件中没有视频流。</translation>
        </message>
        <message>
            <source>The film holds no picture that can be shown.</source>
            <translation>视频中没有可显示的画面。</translation>
        </message>
        <message>
            <source>Frame %1 cannot be decoded: the film is damaged there.</source>
            <translation>第 %1 帧无法解码：视频在该处已损坏。</translation>
        </message>
        <message>
            <source>Row %1 begins at frame 0, so the table&apos;s frames count from 0.</source>
            <translation>第 %1 行从第 0 帧开始，因此表中的帧从 0 计数。</translation>
        </message>
        <message>
            <source>The images of %1 begin with number 0, so the table&apos;s frames count from 0.</source>
            <translation>%1 的图像从编号 0 开始，因此表中的帧从 0 计数。</translation>
        </message>
        <message>
            <source>The film &quot;%1&quot; is not among the films.</source>
            <translation>视频“%1”不在视频之中。</translation>
        </message>
        <message>
            <source>%1 films fit &quot;%2&quot;; %3 was taken.</source>
            <translation>有 %1 个视频符合“%2”；采用了 %3。</translation>
        </message>
        <message>
            <source>There is no film and no folder of images in the folder of films.</source>
            <translation>视频文件夹中没有视频，也没有图像文件夹。</translation>
        </message>
        <message>
            <source>The %1 (%2) lies before the %3 (%4), in frames from 0.</source>
            <translation>%1（%2）早于 %3（%4），帧从 0 计数。</translation>
        </message>
        <message>
            <source>Frame %1 (from 0) is not in %2, which shows %3 to %4%5.</source>
            <translation>第 %1 帧（从 0 计数）不在 %2 中，其范围为 %3 到 %4%5。</translation>
        </message>
        <message>
            <source>onset</source>
            <translation>起始帧</translation>
        </message>
        <message>
            <source>apex</source>
            <translation>顶点帧</translation>
        </message>
        <message>
            <source>offset</source>
            <translation>终止帧</translation>
        </message>
        <message>
            <source>The row has no action units.</source>
            <translation>该行没有动作单元。</translation>
        </message>
        <message>
            <source>The coder could not tell the action units.</source>
            <translation>编码者未能判定动作单元。</translation>
        </message>
        <message>
            <source>Commas join the action units in &quot;%1&quot;; FACS writes a plus.</source>
            <translation>“%1”中的动作单元以逗号连接；FACS 用加号。</translation>
        </message>
        <message>
            <source>FACS has no action unit %1.</source>
            <translation>FACS 中没有动作单元 %1。</translation>
        </message>
        <message>
            <source>The spreadsheet took the action unit for the number %1.</source>
            <translation>电子表格把动作单元当成了数字 %1。</translation>
        </message>
        <message>
            <source>The %1 &quot;%2&quot; is no number of a frame; it stays unknown.</source>
            <translation>%1“%2”不是帧号；保持未知。</translation>
        </message>
        <message>
            <source>The row has no apex.</source>
            <translation>该行没有顶点帧。</translation>
        </message>
        <message>
            <source>The apex &quot;%1&quot; stands for none.</source>
            <translation>顶点帧“%1”表示没有。</translation>
        </message>
        <message>
            <source>The row has no onset; it stays unknown.</source>
            <translation>该行没有起始帧；保持未知。</translation>
        </message>
        <message>
            <source>The row has no offset; it stays unknown.</source>
            <translation>该行没有终止帧；保持未知。</translation>
        </message>
        <message>
            <source>The offset is 0 after the onset %1: the expression was not over when the film was.</source>
            <translation>起始帧 %1 之后终止帧为 0：视频结束时表情尚未结束。</translation>
        </message>
        <message>
            <source>The duration is %1, but offset - onset + 1 is %2.</source>
            <translation>时长为 %1，但终止帧 − 起始帧 + 1 为 %2。</translation>
        </message>
        <message>
            <source>The %1 %2 is no whole frame.</source>
            <translation>%1 %2 不是整数帧。</translation>
        </message>
        <message>
            <source>The clip &quot;%1&quot; of subject &quot;%2&quot; is also that of row %3.</source>
            <translation>被试“%2”的片段“%1”也是第 %3 行的片段。</translation>
        </message>
        <message>
            <source>The row says the same as row %1.</source>
            <translation>该行与第 %1 行相同。</translation>
        </message>
        <message>
            <source>The expression overlaps that of row %1 in the film &quot;%2&quot;.</source>
            <translation>该表情与视频“%2”中第 %1 行的表情重叠。</translation>
        </message>
        <message>
            <source>The row has no emotion.</source>
            <translation>该行没有情绪。</translation>
        </message>
        <message>
            <source>The table also writes &quot;%1&quot; as &quot;%2&quot;.</source>
            <translation>表中也把“%1”写作“%2”。</translation>
        </message>
        <message>
            <source>Subject &quot;%1&quot; is &quot;%2&quot; in the dataset.</source>
            <translation>被试“%1”在数据集中是“%2”。</translation>
        </message>
        <message>
            <source>No sheet says which participant &quot;%1&quot; is; the number was kept.</source>
            <translation>没有工作表说明参与者“%1”是谁；保留其编号。</translation>
        </message>
        <message>
            <source>No sheet gives the code of the film &quot;%1&quot;; its name was kept.</source>
            <translation>没有工作表给出视频“%1”的代码；保留其名称。</translation>
        </message>
        <message>
            <source>The table fits the layouts %1; say which one it is.</source>
            <translation>该表格符合多种布局：%1；请指定是哪一种。</translation>
        </message>
        <message>
            <source>The table has a header but no rows.</source>
            <translation>表格只有表头，没有数据行。</translation>
        </message>
        <message>
            <source>fold %1 of %2, without %3: %4</source>
            <translation>第 %1 折，共 %2 折，不含 %3：%4</translation>
        </message>
        <message>
            <source>training %1 of %2, without %3: %4</source>
            <translation>第 %1 次训练，共 %2 次，不含 %3：%4</translation>
        </message>
        <message>
            <source>%1 and %2 more</source>
            <translation>%1 等，另有 %2 人</translation>
        </message>
        <message>
            <source>With these lengths at most %1 of %2 micro- and %3 of %4 macro-expressions of the training films can be found.</source>
            <translation>按这些长度，训练视频中最多能找到 %2 个微表情中的 %1 个、%4 个宏表情中的 %3 个。</translation>
        </message>
        <message>
            <source>This checkpoint belongs to a training on other films or with other options; choose another folder, or delete it to begin anew.</source>
            <translation>此检查点属于用其他视频或其他选项进行的训练；请另选文件夹，或删除它以重新开始。</translation>
        </message>
        <message>
            <source>No film of the project was reviewed: take or reject proposals, add events, or mark stretches as watched.</source>
            <translation>项目中还没有审阅过的视频：请采纳或拒绝建议、添加事件，或把片段标记为已看过。</translation>
        </message>
        <message>
            <source>The reviewed films show fewer than two people, so nobody could be held out and nothing says whether the new model is better; the old one stays.</source>
            <translation>审阅过的视频中不足两人，无法留出任何人，因此无从得知新模型是否更好；旧模型保留。</translation>
        </message>
        <message>
            <source>These are not the weights that the model was made with, or they were damaged; fetch the model again.</source>
            <translation>这不是制作该模型时的权重，或权重已损坏；请重新获取模型。</translation>
        </message>
        <message>
            <source>This is not a film, or its head or index is missing; if it was copied or recorded, do that again to its end.</source>
            <translation>这不是视频，或其文件头或索引缺失；如果是复制或录制得来的，请重新完整地做一次。</translation>
        </message>
        <message>
            <source>This is no table of a known layout; name one, or give it a header with the columns subject and film.</source>
            <translation>这不是已知布局的表格；请指定布局，或为表格加上含 subject 和 film 列的表头。</translation>
        </message>
    </context>
</TS>
