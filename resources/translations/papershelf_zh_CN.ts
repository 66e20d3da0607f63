<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Papershelf</source>
        <translation>关于 Papershelf</translation>
    </message>
    <message>
        <source>Papershelf {version}</source>
        <translation>Papershelf {version}</translation>
    </message>
    <message>
        <source>A reading list for preprints that treats bilingual digests as data.

Free software under the GNU Affero General Public License, version 3 or later: you may use, study, change and pass it on. It comes without any warranty. Paper metadata from arXiv is CC0.</source>
        <translation>一份预印本阅读列表，把双语摘要集当作数据来管理。

本程序是自由软件，遵循 GNU Affero 通用公共许可证第 3 版或更高版本：你可以使用、研究、修改并再次分发它。本程序不附带任何担保。来自 arXiv 的论文元数据采用 CC0。</translation>
    </message>
</context>
<context>
    <name>AccessiblePages</name>
    <message>
        <source>Page {page} of {count}</source>
        <translation>第 {page} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;eeds</source>
        <translation>订阅源(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Papers</source>
        <translation>论文(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Status</source>
        <translation>状态(&amp;S)</translation>
    </message>
    <message>
        <source>P&amp;riority</source>
        <translation>优先级(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>待读队列(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Digest</source>
        <translation>摘要集(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Read</source>
        <translation>阅读(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Mark</source>
        <translation>标注(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>前往(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Import files…</source>
        <translation>导入文件…</translation>
    </message>
    <message>
        <source>Import a folder…</source>
        <translation>导入文件夹…</translation>
    </message>
    <message>
        <source>Export digest…</source>
        <translation>导出摘要集…</translation>
    </message>
    <message>
        <source>Export all digests…</source>
        <translation>导出所有摘要集…</translation>
    </message>
    <message>
        <source>Export bibliography…</source>
        <translation>导出参考文献…</translation>
    </message>
    <message>
        <source>New library…</source>
        <translation>新建文库…</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开其他文库…</translation>
    </message>
    <message>
        <source>Open the sample library</source>
        <translation>打开示例文库</translation>
    </message>
    <message>
        <source>Show library folder</source>
        <translation>显示文库文件夹</translation>
    </message>
    <message>
        <source>Find missing PDFs…</source>
        <translation>查找缺失的 PDF…</translation>
    </message>
    <message>
        <source>Check library</source>
        <translation>检查文库</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Empty Trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>Edit paper</source>
        <translation>编辑论文</translation>
    </message>
    <message>
        <source>Find on arXiv…</source>
        <translation>在 arXiv 上查找…</translation>
    </message>
    <message>
        <source>Copy titles</source>
        <translation>复制标题</translation>
    </message>
    <message>
        <source>Copy links</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Copy as BibTeX</source>
        <translation>复制为 BibTeX</translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation>复制参考文献</translation>
    </message>
    <message>
        <source>Make cite keys anew</source>
        <translation>重新生成引用键</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Move to Trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Restore from Trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>彻底删除</translation>
    </message>
    <message>
        <source>Remove digest</source>
        <translation>移除摘要集</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Read PDF</source>
        <translation>阅读 PDF</translation>
    </message>
    <message>
        <source>Open PDF in another program</source>
        <translation>用其他程序打开 PDF</translation>
    </message>
    <message>
        <source>Download PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Check for new versions</source>
        <translation>检查新版本</translation>
    </message>
    <message>
        <source>Check the whole list for new versions…</source>
        <translation>检查整个列表有无新版本…</translation>
    </message>
    <message>
        <source>Pause downloads</source>
        <translation>暂停下载</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载列表</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translation>侧栏</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>紧凑行</translation>
    </message>
    <message>
        <source>Choose columns…</source>
        <translation>选择列…</translation>
    </message>
    <message>
        <source>Titles in both languages</source>
        <translation>双语标题</translation>
    </message>
    <message>
        <source>Original titles</source>
        <translation>原标题</translation>
    </message>
    <message>
        <source>Translated titles</source>
        <translation>译文标题</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>工作列表</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Next paper</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Previous paper</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待读队列</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Open on arXiv</source>
        <translation>在 arXiv 上打开</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>添加论文…</translation>
    </message>
    <message>
        <source>Paste papers or a digest</source>
        <translation>粘贴论文或摘要集</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>全部论文</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Digests by date</source>
        <translation>按日期查看摘要集</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一个标签页</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一个标签页</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
    <message>
        <source>Reopen closed tab</source>
        <translation>重新打开关闭的标签页</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>List of keys</source>
        <translation>快捷键列表</translation>
    </message>
    <message>
        <source>Find a command…</source>
        <translation>查找命令…</translation>
    </message>
    <message>
        <source>About Papershelf</source>
        <translation>关于 Papershelf</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Sticky note</source>
        <translation>便笺</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation>文本框</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>删除线</translation>
    </message>
    <message>
        <source>Colour 1</source>
        <translation>颜色 1</translation>
    </message>
    <message>
        <source>Colour 2</source>
        <translation>颜色 2</translation>
    </message>
    <message>
        <source>Colour 3</source>
        <translation>颜色 3</translation>
    </message>
    <message>
        <source>Colour 4</source>
        <translation>颜色 4</translation>
    </message>
    <message>
        <source>Colour 5</source>
        <translation>颜色 5</translation>
    </message>
    <message>
        <source>Colour 6</source>
        <translation>颜色 6</translation>
    </message>
    <message>
        <source>Colour 7</source>
        <translation>颜色 7</translation>
    </message>
    <message>
        <source>Colour 8</source>
        <translation>颜色 8</translation>
    </message>
    <message>
        <source>Edit comment</source>
        <translation>编辑批注</translation>
    </message>
    <message>
        <source>Tags of the mark…</source>
        <translation>标注的标签…</translation>
    </message>
    <message>
        <source>Delete mark</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Next mark</source>
        <translation>下一个标注</translation>
    </message>
    <message>
        <source>Previous mark</source>
        <translation>上一个标注</translation>
    </message>
    <message>
        <source>Names of the colours…</source>
        <translation>颜色的名称…</translation>
    </message>
    <message>
        <source>Export annotated copy…</source>
        <translation>导出带标注的副本…</translation>
    </message>
    <message>
        <source>Export notes and marks…</source>
        <translation>导出笔记和标注…</translation>
    </message>
    <message>
        <source>Take over marks of the PDF…</source>
        <translation>导入 PDF 中的标注…</translation>
    </message>
    <message>
        <source>Carry marks over from another version</source>
        <translation>从其他版本迁移标注</translation>
    </message>
    <message>
        <source>Find in this paper</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处结果</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处结果</translation>
    </message>
    <message>
        <source>Go to page…</source>
        <translation>转到页面…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Size on paper</source>
        <translation>实际大小</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Fit page</source>
        <translation>适合页面</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>缩放到所选内容</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>向右旋转</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>向左旋转</translation>
    </message>
    <message>
        <source>Continuous pages</source>
        <translation>连续页面</translation>
    </message>
    <message>
        <source>Single pages</source>
        <translation>单页</translation>
    </message>
    <message>
        <source>Two pages side by side</source>
        <translation>双页并排</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>List of marks</source>
        <translation>标注列表</translation>
    </message>
    <message>
        <source>Texts and note</source>
        <translation>文本与笔记</translation>
    </message>
    <message>
        <source>Dark pages</source>
        <translation>深色页面</translation>
    </message>
    <message>
        <source>Presentation</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Copy with citation</source>
        <translation>连同引用一起复制</translation>
    </message>
    <message>
        <source>Select the text of the page</source>
        <translation>选择本页文本</translation>
    </message>
    <message>
        <source>Search for the selection</source>
        <translation>搜索所选内容</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Collections…</source>
        <translation>收藏夹…</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>新建收藏夹…</translation>
    </message>
    <message>
        <source>Remove from the collection</source>
        <translation>从收藏夹移除</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存此搜索…</translation>
    </message>
    <message>
        <source>Merge papers…</source>
        <translation>合并论文…</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>Move to the inbox</source>
        <translation>移到收件箱</translation>
    </message>
    <message>
        <source>Put into the queue</source>
        <translation>加入待读队列</translation>
    </message>
    <message>
        <source>Mark as reading</source>
        <translation>标为在读</translation>
    </message>
    <message>
        <source>Mark as read or unread</source>
        <translation>标为已读或未读</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>高优先级</translation>
    </message>
    <message>
        <source>Medium priority</source>
        <translation>中优先级</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>低优先级</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>无优先级</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Due date…</source>
        <translation>截止日期…</translation>
    </message>
    <message>
        <source>Read next in the queue</source>
        <translation>读队列中的下一篇</translation>
    </message>
    <message>
        <source>Up in the queue</source>
        <translation>在队列中上移</translation>
    </message>
    <message>
        <source>Down in the queue</source>
        <translation>在队列中下移</translation>
    </message>
    <message>
        <source>To the top of the queue</source>
        <translation>移到队首</translation>
    </message>
    <message>
        <source>To the end of the queue</source>
        <translation>移到队尾</translation>
    </message>
    <message>
        <source>Triage the inbox</source>
        <translation>分拣收件箱</translation>
    </message>
    <message>
        <source>New digest from…</source>
        <translation>新建摘要集，来自…</translation>
    </message>
    <message>
        <source>Add to digest…</source>
        <translation>加入摘要集…</translation>
    </message>
    <message>
        <source>Up in the digest</source>
        <translation>在摘要集中上移</translation>
    </message>
    <message>
        <source>Down in the digest</source>
        <translation>在摘要集中下移</translation>
    </message>
    <message>
        <source>To the top of the digest</source>
        <translation>移到摘要集开头</translation>
    </message>
    <message>
        <source>To the end of the digest</source>
        <translation>移到摘要集末尾</translation>
    </message>
    <message>
        <source>Take out of the digest</source>
        <translation>从摘要集中移出</translation>
    </message>
    <message>
        <source>Hand on the digest…</source>
        <translation>分发摘要集…</translation>
    </message>
    <message>
        <source>Delete the digest</source>
        <translation>删除摘要集</translation>
    </message>
    <message>
        <source>Follow…</source>
        <translation>订阅…</translation>
    </message>
    <message>
        <source>Ask all feeds now</source>
        <translation>立即刷新所有订阅源</translation>
    </message>
    <message>
        <source>Ask this feed now</source>
        <translation>立即刷新此订阅源</translation>
    </message>
    <message>
        <source>Edit feed…</source>
        <translation>编辑订阅源…</translation>
    </message>
    <message>
        <source>Unfollow</source>
        <translation>取消订阅</translation>
    </message>
    <message>
        <source>Import feeds (OPML)…</source>
        <translation>导入订阅源 (OPML)…</translation>
    </message>
    <message>
        <source>Export feeds (OPML)…</source>
        <translation>导出订阅源 (OPML)…</translation>
    </message>
    <message>
        <source>Send the digest by e-mail…</source>
        <translation>用邮件发送摘要集…</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>Write texts…</source>
        <translation>生成文本…</translation>
    </message>
    <message>
        <source>Take away texts by a model</source>
        <translation>清除模型生成的文本</translation>
    </message>
    <message>
        <source>Pause writing</source>
        <translation>暂停生成</translation>
    </message>
    <message>
        <source>Texts being written</source>
        <translation>生成进度</translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <source>Download the PDFs</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Show in the library</source>
        <translation>在文库中显示</translation>
    </message>
    <message>
        <source>Add papers</source>
        <translation>添加论文</translation>
    </message>
    <message>
        <source>Paste or type links, ids, BibTeX or whole pages. PDFs and other files can be dropped here.</source>
        <translation>粘贴或输入链接、编号、BibTeX 或整页内容，也可以把 PDF 等文件拖到这里。</translation>
    </message>
    <message>
        <source>Links, ids, BibTeX, pages</source>
        <translation>链接、编号、BibTeX、网页内容</translation>
    </message>
    <message>
        <source>Enter adds; Shift+Enter begins a new line.</source>
        <translation>Enter 添加，Shift+Enter 换行。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>选择文件</translation>
    </message>
    <message>
        <source>Looking through it…</source>
        <translation>正在查看…</translation>
    </message>
</context>
<context>
    <name>AddToDigestPopup</name>
    <message>
        <source>Type a digest</source>
        <translation>输入摘要集名称</translation>
    </message>
    <message>
        <source>No digests yet. Type a name, then Enter.</source>
        <translation>还没有摘要集。输入名称，按 Enter 新建。</translation>
    </message>
    <message>
        <source>{name}: {papers}</source>
        <translation>{name}：{papers}</translation>
    </message>
    <message>
        <source>New digest “{name}”</source>
        <translation>新建摘要集“{name}”</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>No arXiv paper is named there.</source>
        <translation>这里没有提到 arXiv 论文。</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>Cannot be added</source>
        <translation>无法添加</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>认出的内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>1 PDF</source>
        <translation>1 个 PDF</translation>
    </message>
    <message>
        <source>{count} PDFs</source>
        <translation>{count} 个 PDF</translation>
    </message>
    <message>
        <source>1 newer version</source>
        <translation>1 个新版本</translation>
    </message>
    <message>
        <source>{count} newer versions</source>
        <translation>{count} 个新版本</translation>
    </message>
    <message>
        <source>Announced {month}</source>
        <translation>公布于 {month}</translation>
    </message>
    <message>
        <source>PDF there</source>
        <translation>已有 PDF</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>In Trash, comes back</source>
        <translation>在回收站，将恢复</translation>
    </message>
    <message>
        <source>Newer: v{version}</source>
        <translation>新版本：v{version}</translation>
    </message>
    <message>
        <source>In the library</source>
        <translation>已在文库中</translation>
    </message>
    <message>
        <source>Attach to this paper?</source>
        <translation>附到这篇论文？</translation>
    </message>
    <message>
        <source>Attach to this paper</source>
        <translation>附到这篇论文</translation>
    </message>
    <message>
        <source>1 line was not understood</source>
        <translation>1 行无法识别</translation>
    </message>
    <message>
        <source>{lines} were not understood</source>
        <translation>{lines}无法识别</translation>
    </message>
    <message>
        <source>Is {file} this paper? The titles are {share} % alike.</source>
        <translation>{file} 是这篇论文吗？两者标题的相似度为 {share}%。</translation>
    </message>
    <message>
        <source>Nothing to add</source>
        <translation>没有可添加的内容</translation>
    </message>
    <message>
        <source>Add {papers}</source>
        <translation>添加 {papers}</translation>
    </message>
    <message>
        <source>Restore {papers}</source>
        <translation>恢复 {papers}</translation>
    </message>
    <message>
        <source>restore {papers}</source>
        <translation>恢复 {papers}</translation>
    </message>
    <message>
        <source>Fetch {versions}</source>
        <translation>获取 {versions}</translation>
    </message>
    <message>
        <source>fetch {versions}</source>
        <translation>获取 {versions}</translation>
    </message>
    <message>
        <source>Attach {pdfs}</source>
        <translation>附上 {pdfs}</translation>
    </message>
    <message>
        <source>attach {pdfs}</source>
        <translation>附上 {pdfs}</translation>
    </message>
    <message>
        <source>No paper was recognised.</source>
        <translation>没有认出论文。</translation>
    </message>
    <message>
        <source>In the library already.</source>
        <translation>已在文库中。</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>没有勾选任何内容。</translation>
    </message>
    <message>
        <source>{files} left out</source>
        <translation>{files}无法添加</translation>
    </message>
    <message>
        <source>Added {papers}.</source>
        <translation>已添加 {papers}。</translation>
    </message>
    <message>
        <source>Restored {papers}.</source>
        <translation>已恢复 {papers}。</translation>
    </message>
    <message>
        <source>Attached {pdfs}.</source>
        <translation>已附上 {pdfs}。</translation>
    </message>
    <message>
        <source>arXiv is asked for {versions}.</source>
        <translation>正在从 arXiv 获取 {versions}。</translation>
    </message>
    <message>
        <source>{file}: {reason}</source>
        <translation>{file}：{reason}</translation>
    </message>
    <message>
        <source>{files} more left out.</source>
        <translation>另有 {files}没有添加。</translation>
    </message>
    <message>
        <source>1 PDF is missing from the library’s folder.</source>
        <translation>文库文件夹里缺少 1 个 PDF。</translation>
    </message>
    <message>
        <source>{count} PDFs are missing from the library’s folder.</source>
        <translation>文库文件夹里缺少 {count} 个 PDF。</translation>
    </message>
    <message>
        <source>None of the missing PDFs is in that folder.</source>
        <translation>那个文件夹里没有缺失的 PDF。</translation>
    </message>
    <message>
        <source>Found what was missing: {pdfs}.</source>
        <translation>已找回全部缺失的 {pdfs}。</translation>
    </message>
    <message>
        <source>Found {found} of {pdfs}. The others are still missing.</source>
        <translation>缺失的 {pdfs} 找回了 {found} 个，其余仍然缺失。</translation>
    </message>
    <message>
        <source>It is no digest and names no paper of arXiv.</source>
        <translation>它不是摘要集，也没有提到 arXiv 上的论文。</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>{count} pages</source>
        <translation>{count} 页</translation>
    </message>
    <message>
        <source>the very same file</source>
        <translation>完全相同的文件</translation>
    </message>
    <message>
        <source>stamped {id}</source>
        <translation>印有 {id}</translation>
    </message>
    <message>
        <source>DOI {doi}</source>
        <translation>DOI {doi}</translation>
    </message>
    <message>
        <source>title {share} % alike</source>
        <translation>标题相似度 {share}%</translation>
    </message>
    <message>
        <source>not recognised, becomes a paper of its own</source>
        <translation>没有认出，将成为独立的论文</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
</context>
<context>
    <name>AppearancePage</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>{scale} %</source>
        <translation>{scale}%</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Changes show at once.</source>
        <translation>改动立即生效。</translation>
    </message>
</context>
<context>
    <name>ArxivFacts</name>
    <message>
        <source>v{version} of {day}</source>
        <translation>v{version}（{day}）</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤稿</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Published in</source>
        <translation>发表于</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交日期</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Fill in from arXiv</source>
        <translation>从 arXiv 补全</translation>
    </message>
    <message>
        <source>Authors, date, categories and comment, and whether there is a new version</source>
        <translation>补全作者、日期、分类和备注，并检查有无新版本</translation>
    </message>
</context>
<context>
    <name>ArxivPage</name>
    <message>
        <source>PDFs</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Disk space for PDFs</source>
        <translation>PDF 空间上限</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Address of the API</source>
        <translation>API 地址</translation>
    </message>
    <message>
        <source>Address of PDFs</source>
        <translation>PDF 地址</translation>
    </message>
    <message>
        <source>For a mirror. Left empty, arXiv itself is asked. All of it counts at once.</source>
        <translation>用于镜像；留空则直接访问 arXiv。本页改动立即生效。</translation>
    </message>
    <message>
        <source>Download those of papers I add</source>
        <translation>添加论文时自动下载</translation>
    </message>
    <message>
        <source>Download when I ask for them</source>
        <translation>由我手动下载</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Disk space for PDFs, in megabytes</source>
        <translation>PDF 空间上限，单位 MB</translation>
    </message>
    <message>
        <source>MB</source>
        <translation>MB</translation>
    </message>
    <message>
        <source>Once the limit is reached, only PDFs that you ask for are downloaded.</source>
        <translation>达到上限后不再自动下载，手动下载不受限制。</translation>
    </message>
    <message>
        <source>This library holds {size} of PDFs.</source>
        <translation>这个文库的 PDF 共占 {size}。</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>不使用</translation>
    </message>
    <message>
        <source>This one:</source>
        <translation>使用此代理：</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>The address of a proxy is written as http://proxy.example.org:3128. The old setting stands.</source>
        <translation>代理地址请写成 http://proxy.example.org:3128 这样。原来的设置没有变。</translation>
    </message>
    <message>
        <source>An address begins with https://, or with http:// on this computer. The old one stands.</source>
        <translation>地址要以 https:// 开头，本机地址可以用 http://。原来的地址没有变。</translation>
    </message>
</context>
<context>
    <name>AuthorsField</name>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names}，另有 {count} 位</translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message>
        <source>Daily</source>
        <translation>每日备份</translation>
    </message>
    <message>
        <source>Before an update</source>
        <translation>升级之前</translation>
    </message>
    <message>
        <source>Made by hand</source>
        <translation>手动备份</translation>
    </message>
    <message>
        <source>Before going back</source>
        <translation>还原之前</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>完好</translation>
    </message>
    <message>
        <source>Being checked…</source>
        <translation>正在检查…</translation>
    </message>
    <message>
        <source>What was done since then is not known.</source>
        <translation>不清楚此后有过哪些改动。</translation>
    </message>
    <message>
        <source>Nothing was done since then.</source>
        <translation>此后没有改动。</translation>
    </message>
    <message>
        <source>{papers} added</source>
        <translation>添加 {papers}</translation>
    </message>
    <message>
        <source>{papers} changed</source>
        <translation>更改 {papers}</translation>
    </message>
    <message>
        <source>{marks} made or changed</source>
        <translation>添加或更改 {marks}</translation>
    </message>
    <message>
        <source>changes of tags, collections, searches or digests</source>
        <translation>标签、收藏夹、搜索或摘要集的改动</translation>
    </message>
    <message>
        <source>Done since then, and not in it: {parts}.</source>
        <translation>此后的改动（备份中没有）：{parts}。</translation>
    </message>
    <message>
        <source>The library was copied with {pdfs}, each compared with the original.</source>
        <translation>文库已复制，含 {pdfs}，每个都与原文件比对过。</translation>
    </message>
    <message>
        <source>The library was copied with {pdfs}. Missing or altered, and not in the copy: {missing}.</source>
        <translation>文库已复制，含 {pdfs}。丢失或有变动、因而不在副本里的：{missing} 个。</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>缘由</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状况</translation>
    </message>
</context>
<context>
    <name>BackupsPage</name>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back up to…</source>
        <translation>备份到…</translation>
    </message>
    <message>
        <source>Copy with PDFs…</source>
        <translation>连同 PDF 复制…</translation>
    </message>
    <message>
        <source>Go back to this backup</source>
        <translation>还原到此备份</translation>
    </message>
    <message>
        <source>Check library</source>
        <translation>检查文库</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>There is no backup yet. One is made each day on which you work here.</source>
        <translation>还没有备份。凡是用过文库的日子，每天会自动备份一次。</translation>
    </message>
    <message>
        <source>A backup holds the library file: papers with their texts, notes, marks, tags and collections. PDFs are not in it; “Copy with PDFs…” makes a copy of all.</source>
        <translation>备份的是文库文件：论文及其文字、笔记、标注、标签和收藏夹，不含 PDF。要连 PDF 一起备份，请用“连同 PDF 复制…”。</translation>
    </message>
    <message>
        <source>One is made each day and read again to see that it is whole. Those of seven days and of four weeks are kept, and all that were made by hand or before an update.</source>
        <translation>每天备份一次，并重新读取，确认完好。最近七天和最近四周的备份会保留；手动备份和升级之前的备份始终保留。</translation>
    </message>
    <message>
        <source>This backup is damaged: {detail}. The others are not touched by that.</source>
        <translation>这份备份已损坏：{detail}。其他备份不受影响。</translation>
    </message>
    <message>
        <source>This is the library as it was before another backup took its place.</source>
        <translation>这是被另一份备份取代之前的文库。</translation>
    </message>
</context>
<context>
    <name>Bibliography</name>
    <message>
        <source>Cannot be imported</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>A bracket or a quotation mark is missing in it.</source>
        <translation>缺一个括号或引号。</translation>
    </message>
    <message>
        <source>It does not begin with a cite key and a comma.</source>
        <translation>开头不是引用键和逗号。</translation>
    </message>
    <message>
        <source>Something in it is not of the form name = value.</source>
        <translation>其中有些内容不是“名称 = 值”的形式。</translation>
    </message>
    <message>
        <source>No entry can be made out there.</source>
        <translation>认不出这里是什么条目。</translation>
    </message>
    <message>
        <source>It has no end. What stands before the next entry was read.</source>
        <translation>没有结尾。下一个条目之前的内容已读取。</translation>
    </message>
    <message>
        <source>It has neither a title nor an id.</source>
        <translation>既没有标题，也没有编号。</translation>
    </message>
    <message>
        <source>facts that it lacks</source>
        <translation>缺少的信息</translation>
    </message>
    <message>
        <source>texts that it lacks</source>
        <translation>缺少的文字</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>collections</source>
        <translation>收藏夹</translation>
    </message>
    <message>
        <source>a note below yours</source>
        <translation>附在你的笔记之后的笔记</translation>
    </message>
    <message>
        <source>PDFs</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>a cite key</source>
        <translation>引用键</translation>
    </message>
    <message>
        <source>what is cited: venue, pages and the like</source>
        <translation>引用信息：刊名或会议、页码等</translation>
    </message>
    <message>
        <source>1 entry</source>
        <translation>1 条</translation>
    </message>
    <message>
        <source>{count} entries</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>In Trash</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Adds to it</source>
        <translation>有补充</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 条</translation>
    </message>
    <message>
        <source>{count} that add to papers</source>
        <translation>补充已有论文 {count} 条</translation>
    </message>
    <message>
        <source>{count} known</source>
        <translation>已有 {count} 条</translation>
    </message>
    <message>
        <source>{count} broken</source>
        <translation>有误 {count} 条</translation>
    </message>
    <message>
        <source>Entry {number}</source>
        <translation>第 {number} 条</translation>
    </message>
    <message>
        <source>Line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Tags and collections: {names}</source>
        <translation>标签和收藏夹：{names}</translation>
    </message>
    <message>
        <source>An earlier entry of this import is the same paper.</source>
        <translation>这次导入中，前面已有一条是同一篇论文。</translation>
    </message>
    <message>
        <source>Not in the library yet.</source>
        <translation>文库中还没有。</translation>
    </message>
    <message>
        <source>In the library, with all that the entry tells.</source>
        <translation>文库中已有，内容齐全。</translation>
    </message>
    <message>
        <source>In the library as “{title}”. It gets {gains}; nothing there is replaced.</source>
        <translation>文库中已有，即《{title}》。将补上{gains}；原有内容不会被替换。</translation>
    </message>
    <message>
        <source>Recognised by its title and its authors.</source>
        <translation>凭标题和作者认出。</translation>
    </message>
    <message>
        <source>It lies in the Trash and comes back if it is ticked.</source>
        <translation>论文在回收站里，保持勾选就会恢复。</translation>
    </message>
    <message>
        <source>PDFs that are copied into the library: {files}.</source>
        <translation>将复制到文库的 PDF：{files}。</translation>
    </message>
    <message>
        <source>Linked files that are not there or are no PDFs: {count}.</source>
        <translation>链接的文件中，不存在或不是 PDF 的：{count} 个。</translation>
    </message>
    <message>
        <source>It is left out.</source>
        <translation>将略去这一条。</translation>
    </message>
    <message>
        <source>Add {papers}, complete {count}</source>
        <translation>添加 {papers}，补全 {count} 篇</translation>
    </message>
    <message>
        <source>Complete {papers}</source>
        <translation>补全 {papers}</translation>
    </message>
    <message>
        <source>Add {papers}</source>
        <translation>添加 {papers}</translation>
    </message>
    <message>
        <source>Nothing to add</source>
        <translation>没有可添加的内容</translation>
    </message>
    <message>
        <source>{papers} added.</source>
        <translation>已添加 {papers}。</translation>
    </message>
    <message>
        <source>{papers} completed.</source>
        <translation>已补全 {papers}。</translation>
    </message>
    <message>
        <source>{papers} back from the Trash.</source>
        <translation>已从回收站恢复 {papers}。</translation>
    </message>
    <message>
        <source>PDFs copied: {count}.</source>
        <translation>已复制 PDF：{count} 个。</translation>
    </message>
    <message>
        <source>PDFs left out: {count}.</source>
        <translation>略去的 PDF：{count} 个。</translation>
    </message>
    <message>
        <source>Broken entries left out: {count}.</source>
        <translation>略去的有误条目：{count} 条。</translation>
    </message>
    <message>
        <source>Nothing was to be added.</source>
        <translation>没有需要添加的内容。</translation>
    </message>
</context>
<context>
    <name>BibliographyActions</name>
    <message>
        <source>Copied: {text}</source>
        <translation>已复制：{text}</translation>
    </message>
    <message>
        <source>Copied: {papers}</source>
        <translation>已复制 {papers}</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>选中的论文</translation>
    </message>
    <message>
        <source>List</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Whole library</source>
        <translation>整个文库</translation>
    </message>
    <message>
        <source>There is no paper to export yet.</source>
        <translation>还没有可以导出的论文。</translation>
    </message>
    <message>
        <source>{papers} exported to {name}.</source>
        <translation>已将 {papers}导出到 {name}。</translation>
    </message>
    <message>
        <source>PDFs copied: {count}.</source>
        <translation>已复制 PDF：{count} 个。</translation>
    </message>
    <message>
        <source>PDFs left out: {count}.</source>
        <translation>略去的 PDF：{count} 个。</translation>
    </message>
</context>
<context>
    <name>BibliographyDialog</name>
    <message>
        <source>Import bibliography</source>
        <translation>导入参考文献</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>这次导入将做什么</translation>
    </message>
    <message>
        <source>The chosen entry in full</source>
        <translation>所选条目的全文</translation>
    </message>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>没有符合筛选条件的条目。</translation>
    </message>
    <message>
        <source>Search in this import</source>
        <translation>在这次导入中搜索</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Adds to papers</source>
        <translation>补充已有论文</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>有误</translation>
    </message>
</context>
<context>
    <name>BibliographyExportDialog</name>
    <message>
        <source>in {folder}…</source>
        <translation>存到 {folder}…</translation>
    </message>
    <message>
        <source>Export bibliography</source>
        <translation>导出参考文献</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Replace {name}</source>
        <translation>替换 {name}</translation>
    </message>
    <message>
        <source>Export to {name}</source>
        <translation>导出到 {name}</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Exporting {papers}</source>
        <translation>正在导出 {papers}</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
</context>
<context>
    <name>BibliographyFlow</name>
    <message>
        <source>Reading {files}</source>
        <translation>正在读取 {files}</translation>
    </message>
    <message>
        <source>Importing {entries}</source>
        <translation>正在导入 {entries}</translation>
    </message>
</context>
<context>
    <name>Bilingual</name>
    <message>
        <source>Both</source>
        <translation>双语</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
</context>
<context>
    <name>CarryBar</name>
    <message>
        <source>Carry them over</source>
        <translation>迁移标注</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不处理</translation>
    </message>
    <message>
        <source>{marks} on {version}</source>
        <translation>{version} 上有 {marks}</translation>
    </message>
</context>
<context>
    <name>CarryMarks</name>
    <message>
        <source>There are no marks on other versions of this paper.</source>
        <translation>这篇论文的其他版本上没有标注。</translation>
    </message>
    <message>
        <source>Carrying marks over</source>
        <translation>正在迁移标注</translation>
    </message>
    <message>
        <source>{marks} carried over.</source>
        <translation>已迁移 {marks}。</translation>
    </message>
    <message>
        <source>{marks} could not be placed.</source>
        <translation>有 {marks}找不到位置。</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>The database is whole.</source>
        <translation>数据库完好。</translation>
    </message>
    <message>
        <source>All that belongs together is there.</source>
        <translation>相互关联的数据都齐全。</translation>
    </message>
    <message>
        <source>The search index holds what the library does.</source>
        <translation>搜索索引与文库一致。</translation>
    </message>
    <message>
        <source>All PDFs are there, with the content that they had.</source>
        <translation>所有 PDF 都在，内容没有变化。</translation>
    </message>
    <message>
        <source>Every file in the papers folder belongs to a paper.</source>
        <translation>论文文件夹里的每个文件都属于某篇论文。</translation>
    </message>
    <message>
        <source>The database is damaged. Go back to a backup that is whole.</source>
        <translation>数据库已损坏。请还原到一份完好的备份。</translation>
    </message>
    <message>
        <source>Rows point at nothing. Go back to a backup that is whole.</source>
        <translation>有些数据指向不存在的内容。请还原到一份完好的备份。</translation>
    </message>
    <message>
        <source>The search index does not fit the library. Nothing is lost; it can be made anew.</source>
        <translation>搜索索引与文库不一致。数据没有丢失，重建索引即可。</translation>
    </message>
    <message>
        <source>PDFs that are gone or have another content: {count}. Marks and notes on them are kept.</source>
        <translation>丢失或内容有变的 PDF：{count} 个。它们的标注和笔记都还在。</translation>
    </message>
    <message>
        <source>Files in the papers folder that no paper has: {count}. They do no harm.</source>
        <translation>论文文件夹里不属于任何论文的文件：{count} 个。它们没有害处。</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>另有 {count} 个</translation>
    </message>
    <message>
        <source>There are faults in the library: {papers}, {digests}.</source>
        <translation>文库有问题：{papers}，{digests}。</translation>
    </message>
    <message>
        <source>The library is whole, but PDFs are missing or were changed: {papers}, {digests}.</source>
        <translation>文库完好，但有 PDF 丢失或有变动：{papers}，{digests}。</translation>
    </message>
    <message>
        <source>The library is whole: {papers}, {digests}.</source>
        <translation>文库完好：{papers}，{digests}。</translation>
    </message>
</context>
<context>
    <name>CheckPage</name>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Checking the library…</source>
        <translation>正在检查文库…</translation>
    </message>
    <message>
        <source>How far the check is</source>
        <translation>检查进度</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>备份…</translation>
    </message>
    <message>
        <source>Rebuild search index</source>
        <translation>重建搜索索引</translation>
    </message>
    <message>
        <source>Find missing PDFs…</source>
        <translation>查找缺失的 PDF…</translation>
    </message>
    <message>
        <source>Add to the library</source>
        <translation>添加到文库</translation>
    </message>
    <message>
        <source>Move to a folder…</source>
        <translation>移到文件夹…</translation>
    </message>
    <message>
        <source>The check was cancelled. Nothing was changed.</source>
        <translation>检查已取消。没有任何改动。</translation>
    </message>
</context>
<context>
    <name>CheckQuestion</name>
    <message>
        <source>Check for new versions</source>
        <translation>检查新版本</translation>
    </message>
    <message>
        <source>arXiv is asked about {papers}.</source>
        <translation>将向 arXiv 查询 {papers}的信息。</translation>
    </message>
    <message>
        <source>You can go on working meanwhile, and stop it in the list of downloads. Authors, dates and categories that are missing are filled in; what you typed stays.</source>
        <translation>查询期间可以照常使用，也可以在下载列表里停止查询。缺少的作者、日期和分类会一并补全，你亲手写的内容不会变。</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Download PDFs</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>arXiv is asked for the PDFs of {papers}.</source>
        <translation>将向 arXiv 请求 {papers}的 PDF。</translation>
    </message>
    <message>
        <source>You can go on working meanwhile, and pause it in the list of downloads. PDFs that are there already are left out; the limit of disk space does not hold for what you ask for yourself.</source>
        <translation>下载期间可以照常使用，也可以在下载列表里暂停。已有的 PDF 不再下载；你主动要求的下载不受空间上限约束。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>CitingPage</name>
    <message>
        <source>Cite keys</source>
        <translation>引用键</translation>
    </message>
    <message>
        <source>A template holds parts in brackets, such as [auth], letters, digits and :._/+-. The old one stands.</source>
        <translation>模板由 [auth] 这样的方括号部分、字母、数字和 :._/+- 组成。仍沿用原来的模板。</translation>
    </message>
    <message>
        <source>Copied references</source>
        <translation>复制的参考文献</translation>
    </message>
    <message>
        <source>Like APA</source>
        <translation>类似 APA</translation>
    </message>
    <message>
        <source>Like IEEE</source>
        <translation>类似 IEEE</translation>
    </message>
    <message>
        <source>Like GB/T 7714</source>
        <translation>类似 GB/T 7714</translation>
    </message>
    <message>
        <source>Link in Markdown</source>
        <translation>Markdown 链接</translation>
    </message>
    <message>
        <source>[auth] first author · [authors] up to three · [year] · [month] · [title] first word that says something · [title3] three of them · [venue] its capitals · [id] arXiv id. [auth:4] cuts; [auth:upper], [auth:keep] set the case. A key that is taken gets a letter. Keys that papers have stay.</source>
        <translation>[auth] 第一作者 · [authors] 至多三位作者 · [year] 年 · [month] 月 · [title] 标题中第一个有意义的词 · [title3] 前三个 · [venue] 刊名或会议的大写字母 · [id] arXiv 编号。[auth:4] 只取前几个字母；[auth:upper]、[auth:keep] 规定大小写。已被占用的引用键后面加一个字母。论文已有的引用键保持不变。</translation>
    </message>
    <message>
        <source>For example: {keys}</source>
        <translation>例如：{keys}</translation>
    </message>
</context>
<context>
    <name>CollectionPopup</name>
    <message>
        <source>Type a collection</source>
        <translation>输入收藏夹名称</translation>
    </message>
    <message>
        <source>No collections yet. Type a name, then Enter.</source>
        <translation>还没有收藏夹。输入名称，然后按 Enter。</translation>
    </message>
    <message>
        <source>New collection “{name}”</source>
        <translation>新建收藏夹“{name}”</translation>
    </message>
</context>
<context>
    <name>ColorButton</name>
    <message>
        <source>Colour of marks</source>
        <translation>标注的颜色</translation>
    </message>
</context>
<context>
    <name>ColorDots</name>
    <message>
        <source>{name} ({key})</source>
        <translation>{name}（{key}）</translation>
    </message>
</context>
<context>
    <name>ColorNamesDialog</name>
    <message>
        <source>Names of the colours</source>
        <translation>颜色的名称</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What does a colour mean to you? “Claim”, “method”, “to read” …</source>
        <translation>每种颜色对你意味着什么？比如“论点”“方法”“待读”…</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Find a command</source>
        <translation>查找命令</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>No action is called so.</source>
        <translation>没有叫这个名字的操作。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>CommentPopup</name>
    <message>
        <source>Comment: {kind}</source>
        <translation>批注：{kind}</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>写下批注</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
</context>
<context>
    <name>ComposingActions</name>
    <message>
        <source>Digest</source>
        <translation>摘要集</translation>
    </message>
    <message>
        <source>{papers} into a digest</source>
        <translation>将 {papers}加入摘要集</translation>
    </message>
    <message>
        <source>Add papers to the digest</source>
        <translation>向摘要集添加论文</translation>
    </message>
</context>
<context>
    <name>ConsentRow</name>
    <message>
        <source>Nobody so far. You are asked before anything is sent for the first time.</source>
        <translation>目前没有。第一次发送之前会先征求你的同意。</translation>
    </message>
    <message>
        <source>Allow no longer</source>
        <translation>不再允许</translation>
    </message>
    <message>
        <source>Allow no longer: {address}</source>
        <translation>不再允许：{address}</translation>
    </message>
</context>
<context>
    <name>Container</name>
    <message>
        <source>This is the library as its backup holds it. What it was before is kept as {file}.</source>
        <translation>现在是备份中的文库。还原之前的文库保存为 {file}。</translation>
    </message>
    <message>
        <source>Go back to what was</source>
        <translation>回到还原之前</translation>
    </message>
    <message>
        <source>This is the library as its backup holds it. The damaged file is kept as {file}.</source>
        <translation>文库已还原到备份时的样子。损坏的文件保留为 {file}。</translation>
    </message>
    <message>
        <source>Papershelf made a mistake. What was saved before is safe. A report for the developers: {file}</source>
        <translation>Papershelf 出错了。此前保存的内容完好无损。给开发者的报告：{file}</translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Filter the table of contents</source>
        <translation>筛选目录</translation>
    </message>
    <message>
        <source>Table of contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>This PDF has no table of contents.</source>
        <translation>这个 PDF 没有目录。</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>There is a file of this name already. It is replaced if you go on.</source>
        <translation>已有同名文件，继续将替换它。</translation>
    </message>
    <message>
        <source>Export annotated copy</source>
        <translation>导出带标注的副本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Other programs show your name at each mark. It may be left empty.</source>
        <translation>其他程序会在每条标注旁显示你的名字，也可以留空。</translation>
    </message>
    <message>
        <source>A copy of the PDF with {marks} that any PDF reader shows. The original stays as it is.</source>
        <translation>PDF 的一份副本，含 {marks}，任何 PDF 阅读器都能显示。原文件不变。</translation>
    </message>
    <message>
        <source>{marks} have no place in this version and are left out.</source>
        <translation>有 {marks}在这个版本里没有位置，不会写入。</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>替换文件</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>{count} papers selected</source>
        <translation>已选中 {count} 篇论文</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Select a paper to read about it here.</source>
        <translation>选中一篇论文，就在这里阅读。</translation>
    </message>
</context>
<context>
    <name>DigestHead</name>
    <message>
        <source>Add papers…</source>
        <translation>添加论文…</translation>
    </message>
    <message>
        <source>Preface</source>
        <translation>前言</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>分发</translation>
    </message>
    <message>
        <source>Name of the digest</source>
        <translation>摘要集名称</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Language of the translations</source>
        <translation>译文语言</translation>
    </message>
    <message>
        <source>Delete the digest</source>
        <translation>删除摘要集</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Fields: {count} left out</source>
        <translation>字段：略去 {count} 项</translation>
    </message>
    <message>
        <source>All fields</source>
        <translation>全部字段</translation>
    </message>
</context>
<context>
    <name>DigestPage</name>
    <message>
        <source>Digest</source>
        <translation>摘要集</translation>
    </message>
    <message>
        <source>Select a paper to edit its texts here.</source>
        <translation>选中一篇论文，就能在这里编辑它的文本。</translation>
    </message>
    <message>
        <source>Open in browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>{papers} selected</source>
        <translation>已选中 {papers}</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>第 {number} 篇，共 {count} 篇</translation>
    </message>
</context>
<context>
    <name>DigestPapersList</name>
    <message>
        <source>Papers of the digest</source>
        <translation>摘要集中的论文</translation>
    </message>
</context>
<context>
    <name>DigestPapersModel</name>
    <message>
        <source>A text is missing.</source>
        <translation>缺少文本。</translation>
    </message>
</context>
<context>
    <name>DigestPapersSide</name>
    <message>
        <source>No papers yet. Find some here, or drag them here from the list.</source>
        <translation>还没有论文。可以在这里查找，也可以从列表中拖到这里。</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>添加论文…</translation>
    </message>
</context>
<context>
    <name>DigestTextsPane</name>
    <message>
        <source>Texts of the paper</source>
        <translation>论文的文本</translation>
    </message>
</context>
<context>
    <name>DownloadsPage</name>
    <message>
        <source>Pause downloads</source>
        <translation>暂停下载</translation>
    </message>
    <message>
        <source>Ask no more</source>
        <translation>停止查询</translation>
    </message>
    <message>
        <source>Clear what is done</source>
        <translation>清除已完成的记录</translation>
    </message>
    <message>
        <source>Clear what failed</source>
        <translation>清除失败的项</translation>
    </message>
    <message>
        <source>Nothing of it is tried again; the papers stay</source>
        <translation>不再重试；论文会保留</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>移到最前</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Open PDF</source>
        <translation>打开 PDF</translation>
    </message>
    <message>
        <source>Show paper</source>
        <translation>显示论文</translation>
    </message>
    <message>
        <source>Downloads</source>
        <translation>下载列表</translation>
    </message>
    <message>
        <source>All downloads</source>
        <translation>全部下载</translation>
    </message>
    <message>
        <source>No PDF is to come. Select papers and press Ctrl+D to download theirs.</source>
        <translation>没有要下载的 PDF。选中论文后按 Ctrl+D，即可下载它们的 PDF。</translation>
    </message>
    <message>
        <source>Everything has come.</source>
        <translation>已全部完成。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>DropTarget</name>
    <message>
        <source>Drop here to add</source>
        <translation>拖到这里即可添加</translation>
    </message>
</context>
<context>
    <name>DuePopup</name>
    <message>
        <source>A day such as 2026-12-24 or 12-24, or +10 for in ten days</source>
        <translation>例如 2026-12-24、12-24，或 +10（十天后）</translation>
    </message>
    <message>
        <source>This is no day.</source>
        <translation>这不是日期。</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>无截止日期</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>明天</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>星期五</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>下周</translation>
    </message>
    <message>
        <source>In two weeks</source>
        <translation>两周后</translation>
    </message>
    <message>
        <source>In a month</source>
        <translation>一个月后</translation>
    </message>
</context>
<context>
    <name>DuplicateActions</name>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>{count} papers can be merged at once. Select fewer, or let duplicates be found.</source>
        <translation>一次最多合并 {count} 篇论文。请少选一些，或者用“查找重复”。</translation>
    </message>
    <message>
        <source>Find duplicates</source>
        <translation>查找重复</translation>
    </message>
</context>
<context>
    <name>Duplicates</name>
    <message>
        <source>Same arXiv id: {said}</source>
        <translation>arXiv 编号相同：{said}</translation>
    </message>
    <message>
        <source>Same DOI: {said}</source>
        <translation>DOI 相同：{said}</translation>
    </message>
    <message>
        <source>Same PDF</source>
        <translation>PDF 相同</translation>
    </message>
    <message>
        <source>Same title and authors</source>
        <translation>标题和作者相同</translation>
    </message>
    <message>
        <source>Same title</source>
        <translation>标题相同</translation>
    </message>
    <message>
        <source>The title of one is the other&apos;s translated title</source>
        <translation>一篇的标题是另一篇的译文标题</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>发表日期</translation>
    </message>
    <message>
        <source>arXiv id</source>
        <translation>arXiv 编号</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Cite key</source>
        <translation>引用键</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Translated title</source>
        <translation>译文标题</translation>
    </message>
    <message>
        <source>Summary in English</source>
        <translation>英文概述</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概述</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Translated abstract</source>
        <translation>译文摘要</translation>
    </message>
    <message>
        <source>but other authors</source>
        <translation>但作者不同</translation>
    </message>
    <message>
        <source>but another arXiv id</source>
        <translation>但 arXiv 编号不同</translation>
    </message>
    <message>
        <source>the authors of one are not known</source>
        <translation>其中一篇的作者未知</translation>
    </message>
    <message>
        <source>Chosen by you</source>
        <translation>由你选中</translation>
    </message>
    <message>
        <source>1 paper looks like one you have.</source>
        <translation>有 1 篇论文看起来与已有的论文重复。</translation>
    </message>
    <message>
        <source>{papers} look like ones you have.</source>
        <translation>有 {papers}看起来与已有的论文重复。</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>{field} of paper {number}</source>
        <translation>论文 {number} 的{field}</translation>
    </message>
    <message>
        <source>{title}. {why}</source>
        <translation>{title}。{why}</translation>
    </message>
    <message>
        <source>Notes, joined</source>
        <translation>合并笔记</translation>
    </message>
    <message>
        <source>PDFs, all kept</source>
        <translation>全部 PDF</translation>
    </message>
    <message>
        <source>Tags, all kept</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>Digests, all kept</source>
        <translation>全部摘要集</translation>
    </message>
    <message>
        <source>Status, the furthest</source>
        <translation>最高进度</translation>
    </message>
    <message>
        <source>Added, the first day</source>
        <translation>最早添加</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Looking for duplicates</source>
        <translation>正在查找重复</translation>
    </message>
    <message>
        <source>Papers are compared by arXiv id, DOI, title, authors and PDF.</source>
        <translation>按 arXiv 编号、DOI、标题、作者和 PDF 比对论文。</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>查找已停止。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>These are done.</source>
        <translation>这些都处理完了。</translation>
    </message>
    <message>
        <source>Look through all papers</source>
        <translation>在所有论文中查找</translation>
    </message>
    <message>
        <source>No two papers look like the same one. New papers are compared with yours when they are added.</source>
        <translation>没有看起来相同的论文。新添加的论文会自动与已有的比对。</translation>
    </message>
</context>
<context>
    <name>EmptyList</name>
    <message>
        <source>No paper fits this search.</source>
        <translation>没有符合搜索条件的论文。</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>The inbox is empty: all papers have been looked at.</source>
        <translation>收件箱是空的：所有论文都看过了。</translation>
    </message>
    <message>
        <source>Nothing is queued. Press Q on a paper to read it next.</source>
        <translation>待读队列是空的。在论文上按 Q，就排进队列。</translation>
    </message>
    <message>
        <source>Nothing is due this week. Press D on a paper to give it a day.</source>
        <translation>本周没有到期的论文。在论文上按 D 可以定一个日期。</translation>
    </message>
    <message>
        <source>No paper is being read. Opening one puts it here.</source>
        <translation>没有在读的论文。打开一篇，它就会出现在这里。</translation>
    </message>
    <message>
        <source>No paper was opened or marked as read in the last 30 days.</source>
        <translation>最近 30 天没有打开过论文，也没有标为已读的。</translation>
    </message>
    <message>
        <source>No paper has a star. Press S on one that matters.</source>
        <translation>还没有加星标的论文。遇到重要的，按 S。</translation>
    </message>
    <message>
        <source>Nothing was added in the last 7 days.</source>
        <translation>最近 7 天没有添加论文。</translation>
    </message>
    <message>
        <source>No paper has a new version that you have not looked at.</source>
        <translation>没有待查看的新版本。</translation>
    </message>
    <message>
        <source>This collection is empty. Drag papers onto it.</source>
        <translation>这个收藏夹是空的。把论文拖到它上面即可。</translation>
    </message>
    <message>
        <source>This search finds no paper at present.</source>
        <translation>这个搜索目前没有结果。</translation>
    </message>
    <message>
        <source>No paper has this tag. Drag papers onto it, or press T on them.</source>
        <translation>没有论文带这个标签。把论文拖到标签上，或选中论文后按 T。</translation>
    </message>
    <message>
        <source>This feed has not brought any papers yet. At weekends arXiv announces none.</source>
        <translation>这个订阅源还没有带来论文。周末 arXiv 不发公告。</translation>
    </message>
    <message>
        <source>This digest has no papers yet. Drag papers onto it.</source>
        <translation>这份摘要集还没有论文。把论文拖到它上面即可。</translation>
    </message>
    <message>
        <source>The papers of this digest are in the Trash.</source>
        <translation>这份摘要集的论文都在回收站里。</translation>
    </message>
    <message>
        <source>The Trash is empty. What you move here stays for {days} days.</source>
        <translation>回收站是空的。移到这里的论文会保留 {days} 天。</translation>
    </message>
    <message>
        <source>Drop a digest here, paste arXiv links, or follow what arXiv announces.</source>
        <translation>把摘要集拖到这里，粘贴 arXiv 链接，或订阅 arXiv 的公告。</translation>
    </message>
    <message>
        <source>Follow arXiv…</source>
        <translation>订阅 arXiv…</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>添加论文…</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>A line break in the title of {papers}: the format allows it, other programs may not expect it</source>
        <translation>{papers}的标题里有换行：格式允许，但别的程序可能读不了</translation>
    </message>
    <message>
        <source>Line breaks in texts of {papers} become spaces: the format has no place for them</source>
        <translation>{papers}的文字里有换行，写出时换成空格：格式容不下换行</translation>
    </message>
    <message>
        <source>No link for {papers}</source>
        <translation>{papers}没有链接</translation>
    </message>
    <message>
        <source>Title or abstract not translated for {papers}</source>
        <translation>{papers}的标题或摘要没有译文</translation>
    </message>
    <message>
        <source>No summary for {papers}</source>
        <translation>{papers}没有概述</translation>
    </message>
    <message>
        <source>Edits of {papers} are left out: the format of this digest has no place for them</source>
        <translation>{papers}有改动没有写出：这份摘要集的格式没有相应的位置</translation>
    </message>
    <message>
        <source>The preface is left out: this format has no place for it. Choose the template with notes, or the page</source>
        <translation>前言未写出：这种格式没有它的位置。请改用带笔记的模板，或导出为网页</translation>
    </message>
    <message>
        <source>Lines that were not understood are written as they came: {count}</source>
        <translation>有 {count} 行无法识别，原样写出</translation>
    </message>
    <message>
        <source>“{title}”</source>
        <translation>《{title}》</translation>
    </message>
    <message>
        <source>{remark}: {titles}</source>
        <translation>{remark}：{titles}</translation>
    </message>
    <message>
        <source>Exported {papers} to {name}.</source>
        <translation>已将 {papers}导出到 {name}。</translation>
    </message>
    <message>
        <source>Exported {digests}, {size}.</source>
        <translation>已导出 {digests}，共 {size}。</translation>
    </message>
</context>
<context>
    <name>ExportAllDialog</name>
    <message>
        <source>With your edits; otherwise the bytes that were imported</source>
        <translation>包含你的改动；不勾选则写出导入时的原始字节</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Folder: {folder}…</source>
        <translation>文件夹：{folder}…</translation>
    </message>
    <message>
        <source>Export all digests</source>
        <translation>导出所有摘要集</translation>
    </message>
    <message>
        <source>Files that were written</source>
        <translation>已写出的文件</translation>
    </message>
    <message>
        <source>{digests}, each under the file name it came with</source>
        <translation>{digests}，沿用各自原来的文件名</translation>
    </message>
    <message>
        <source>Export {digests}</source>
        <translation>导出 {digests}</translation>
    </message>
    <message>
        <source>Export {digests}, replace {count}</source>
        <translation>导出 {digests}，替换 {count} 份</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到</translation>
    </message>
    <message>
        <source>Exporting {digests}</source>
        <translation>正在导出 {digests}</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写出…</translation>
    </message>
    <message>
        <source>Stopped. The files that were written are whole and stay.</source>
        <translation>已停止。写好的文件是完整的，都会保留。</translation>
    </message>
    <message>
        <source>{digests} exported to {folder}</source>
        <translation>{digests}已导出到 {folder}</translation>
    </message>
    <message>
        <source>All files are whole on the disk, {size} together.</source>
        <translation>所有文件都已完整写入磁盘，共 {size}。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>{name}, with your edits</source>
        <translation>{name}（含你的改动）</translation>
    </message>
    <message>
        <source>{name}, as it was imported</source>
        <translation>{name}（导入时的原样）</translation>
    </message>
    <message>
        <source>Selection as a new digest: {papers}</source>
        <translation>选中的 {papers}，存为新摘要集</translation>
    </message>
    <message>
        <source>List as a new digest: {papers}</source>
        <translation>列表里的 {papers}，存为新摘要集</translation>
    </message>
    <message>
        <source>Export digest</source>
        <translation>导出摘要集</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Translations in</source>
        <translation>译文语言</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Replace {name}</source>
        <translation>替换 {name}</translation>
    </message>
    <message>
        <source>Export to {name}</source>
        <translation>导出为 {name}</translation>
    </message>
    <message>
        <source>in {folder}…</source>
        <translation>文件夹：{folder}…</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>Notes</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Tags and collections</source>
        <translation>标签和收藏夹</translation>
    </message>
    <message>
        <source>none</source>
        <translation>不包含</translation>
    </message>
    <message>
        <source>links to where they are</source>
        <translation>链接到原位置</translation>
    </message>
    <message>
        <source>copies in a folder beside the file</source>
        <translation>复制到文件旁的文件夹</translation>
    </message>
    <message>
        <source>original</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>translated</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>both</source>
        <translation>两者</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>不写</translation>
    </message>
    <message>
        <source>as a field of their own</source>
        <translation>单独的字段</translation>
    </message>
    <message>
        <source>in the note</source>
        <translation>写在笔记里</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>With</source>
        <translation>包含</translation>
    </message>
    <message>
        <source>Abstracts</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Translated titles</source>
        <translation>译文标题</translation>
    </message>
    <message>
        <source>Translations in</source>
        <translation>译文的位置</translation>
    </message>
    <message>
        <source>PDFs</source>
        <translation>PDF</translation>
    </message>
</context>
<context>
    <name>ExportPreview</name>
    <message>
        <source>As a reader sees it</source>
        <translation>排版效果</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>源文本</translation>
    </message>
    <message>
        <source>The first {count} of {papers} are shown here; the file holds all.</source>
        <translation>共 {papers}，这里显示前 {count} 篇；文件里是全部。</translation>
    </message>
    <message>
        <source>The first {shown} of {size} are shown here; the file holds all.</source>
        <translation>共 {size}，这里显示前 {shown}；文件里是全部。</translation>
    </message>
</context>
<context>
    <name>ExportResultsModel</name>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>提醒</translation>
    </message>
</context>
<context>
    <name>FactsLine</name>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Add a date</source>
        <translation>添加日期</translation>
    </message>
    <message>
        <source>arXiv id</source>
        <translation>arXiv 编号</translation>
    </message>
    <message>
        <source>Add an arXiv id</source>
        <translation>添加 arXiv 编号</translation>
    </message>
    <message>
        <source>Edit the arXiv id</source>
        <translation>编辑 arXiv 编号</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Add categories</source>
        <translation>添加分类</translation>
    </message>
    <message>
        <source>DOI</source>
        <translation>DOI</translation>
    </message>
    <message>
        <source>Add a DOI</source>
        <translation>添加 DOI</translation>
    </message>
    <message>
        <source>Edit the DOI</source>
        <translation>编辑 DOI</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>链接</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>添加链接</translation>
    </message>
    <message>
        <source>Edit the link</source>
        <translation>编辑链接</translation>
    </message>
    <message>
        <source>Cite key</source>
        <translation>引用键</translation>
    </message>
    <message>
        <source>Add a cite key</source>
        <translation>添加引用键</translation>
    </message>
    <message>
        <source>All facts</source>
        <translation>全部信息</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤稿</translation>
    </message>
    <message>
        <source>Its authors took it back, or arXiv did. The comment tells why.</source>
        <translation>作者或 arXiv 已将它撤回，原因见备注。</translation>
    </message>
</context>
<context>
    <name>FailedFile</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Download PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>The file itself is as it was. Another program may be able to show it.</source>
        <translation>文件本身没有变化。其他程序也许能显示。</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>重新下载</translation>
    </message>
    <message>
        <source>This PDF is no longer in the folder of the library.</source>
        <translation>这个 PDF 已不在文库文件夹里。</translation>
    </message>
    <message>
        <source>Find missing PDFs, in the menu File, looks for it elsewhere.</source>
        <translation>菜单“文件”里的“查找缺失的 PDF”可以到别处去找。</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>{about} could not be read.</source>
        <translation>无法读取 {about}。</translation>
    </message>
    <message>
        <source>{about} is not a text file.</source>
        <translation>{about} 不是文本文件。</translation>
    </message>
    <message>
        <source>{about} is not UTF-8 text.</source>
        <translation>{about} 不是 UTF-8 编码的文本。</translation>
    </message>
    <message>
        <source>{about} is too large to be a digest.</source>
        <translation>{about} 太大，不像是摘要集。</translation>
    </message>
    <message>
        <source>{about} holds no digest.</source>
        <translation>{about} 里没有摘要集。</translation>
    </message>
    <message>
        <source>{about} changed while it was being imported.</source>
        <translation>导入过程中，{about} 发生了变化。</translation>
    </message>
    <message>
        <source>This digest is no longer in the library.</source>
        <translation>这份摘要集已不在文库中。</translation>
    </message>
    <message>
        <source>This paper is no longer in the library.</source>
        <translation>这篇论文已不在文库中。</translation>
    </message>
    <message>
        <source>There is nothing to export.</source>
        <translation>没有可导出的内容。</translation>
    </message>
    <message>
        <source>{about} could not be written.</source>
        <translation>无法写入 {about}。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>Another program has this library open.</source>
        <translation>另一个程序正在使用这个文库。</translation>
    </message>
    <message>
        <source>This library was written by a newer Papershelf.</source>
        <translation>这个文库由更新版本的 Papershelf 创建。</translation>
    </message>
    <message>
        <source>This folder holds a database of another program.</source>
        <translation>这个文件夹里是别的程序的数据库。</translation>
    </message>
    <message>
        <source>The library file is damaged.</source>
        <translation>文库文件已损坏。</translation>
    </message>
    <message>
        <source>This value cannot be stored.</source>
        <translation>无法保存这个值。</translation>
    </message>
    <message>
        <source>{about} holds no entry of a bibliography.</source>
        <translation>{about} 里没有参考文献条目。</translation>
    </message>
    <message>
        <source>This paper has no PDF yet.</source>
        <translation>这篇论文还没有 PDF。</translation>
    </message>
    <message>
        <source>The marks could not be written into a copy of this PDF.</source>
        <translation>无法把标注写入这个 PDF 的副本。</translation>
    </message>
    <message>
        <source>This template cannot be used: {about}.</source>
        <translation>这个模板无法使用：{about}。</translation>
    </message>
    <message>
        <source>In {about} a line is missing that marks where notes end.</source>
        <translation>{about} 里缺少标明笔记结束的那一行。</translation>
    </message>
    <message>
        <source>Another paper has this arXiv id: {about}.</source>
        <translation>这个 arXiv 编号已属于另一篇论文：{about}。</translation>
    </message>
    <message>
        <source>A name has between 1 and 200 characters.</source>
        <translation>名称须为 1 到 200 个字符。</translation>
    </message>
    <message>
        <source>There is one of this name already: {about}.</source>
        <translation>已有同名的：{about}。</translation>
    </message>
    <message>
        <source>{about} cannot lie inside of itself.</source>
        <translation>{about} 不能放在它自己里面。</translation>
    </message>
    <message>
        <source>This is no longer in the library.</source>
        <translation>它已不在文库中。</translation>
    </message>
    <message>
        <source>Reading or writing failed: {about}.</source>
        <translation>读写失败：{about}。</translation>
    </message>
    <message>
        <source>arXiv cannot be reached.</source>
        <translation>连不上 arXiv。</translation>
    </message>
    <message>
        <source>arXiv did not answer in time.</source>
        <translation>arXiv 没有及时答复。</translation>
    </message>
    <message>
        <source>arXiv is busy and asks to wait.</source>
        <translation>arXiv 正忙，要求稍等。</translation>
    </message>
    <message>
        <source>arXiv answered with an error.</source>
        <translation>arXiv 返回了错误。</translation>
    </message>
    <message>
        <source>The answer of arXiv was cut off, or was about something else.</source>
        <translation>arXiv 的答复不完整，或答非所问。</translation>
    </message>
    <message>
        <source>arXiv sent a web page instead, perhaps to ask whether a person is there.</source>
        <translation>arXiv 返回的是网页，可能是在确认访问者是否为真人。</translation>
    </message>
    <message>
        <source>The address leads where Papershelf does not go: {about}.</source>
        <translation>这个地址指向 Papershelf 不会访问的地方：{about}。</translation>
    </message>
    <message>
        <source>arXiv does not know this id.</source>
        <translation>arXiv 上没有这个编号。</translation>
    </message>
    <message>
        <source>The server knows no such category, or does not understand the search: {about}.</source>
        <translation>服务器没有这个分类，或看不懂这个搜索：{about}。</translation>
    </message>
    <message>
        <source>The feed tells nothing of that day.</source>
        <translation>这个订阅源没有那一天的内容。</translation>
    </message>
    <message>
        <source>The file names no feed that can be followed here.</source>
        <translation>文件里没有可以在这里订阅的订阅源。</translation>
    </message>
    <message>
        <source>arXiv has no PDF of this version.</source>
        <translation>arXiv 上没有这个版本的 PDF。</translation>
    </message>
    <message>
        <source>The file is not a PDF.</source>
        <translation>文件不是 PDF。</translation>
    </message>
    <message>
        <source>The PDF is cut off.</source>
        <translation>PDF 不完整。</translation>
    </message>
    <message>
        <source>The PDF has no pages.</source>
        <translation>PDF 里没有页面。</translation>
    </message>
    <message>
        <source>The PDF needs a password.</source>
        <translation>PDF 需要密码。</translation>
    </message>
    <message>
        <source>The PDF is larger than 200 MB.</source>
        <translation>PDF 超过 200 MB。</translation>
    </message>
    <message>
        <source>The PDF cannot be read.</source>
        <translation>无法读取 PDF。</translation>
    </message>
    <message>
        <source>The part of Papershelf that reads PDFs did not start.</source>
        <translation>Papershelf 读取 PDF 的部分未能启动。</translation>
    </message>
    <message>
        <source>The PDF is of another paper, as its first page says.</source>
        <translation>PDF 的第一页表明，它属于另一篇论文。</translation>
    </message>
    <message>
        <source>This computer has no keyring that can be used.</source>
        <translation>这台电脑没有可用的密钥环。</translation>
    </message>
    <message>
        <source>The keyring is locked.</source>
        <translation>密钥环已锁定。</translation>
    </message>
    <message>
        <source>The keyring did not answer.</source>
        <translation>密钥环没有响应。</translation>
    </message>
    <message>
        <source>The keyring could not be used.</source>
        <translation>无法使用密钥环。</translation>
    </message>
    <message>
        <source>E-mail is not set up yet.</source>
        <translation>邮件还没有设置。</translation>
    </message>
    <message>
        <source>The mail server wants a password, and none is kept.</source>
        <translation>邮件服务器需要密码，而这里没有保存。</translation>
    </message>
    <message>
        <source>The mail server did not take user name and password.</source>
        <translation>邮件服务器不接受这个用户名和密码。</translation>
    </message>
    <message>
        <source>The way to the mail server is not safe.</source>
        <translation>与邮件服务器的连接不安全。</translation>
    </message>
    <message>
        <source>The mail server cannot be reached.</source>
        <translation>连不上邮件服务器。</translation>
    </message>
    <message>
        <source>The mail server asks to try again later.</source>
        <translation>邮件服务器要求稍后再试。</translation>
    </message>
    <message>
        <source>The mail server refused the mail.</source>
        <translation>邮件服务器拒收了邮件。</translation>
    </message>
    <message>
        <source>It waited when this library was copied, moved or gone back to: it may have been sent since.</source>
        <translation>文库被复制、移动或还原时，这封邮件还在等待：此后它可能已经发出。</translation>
    </message>
    <message>
        <source>No mail can be sent to this address: {about}.</source>
        <translation>无法向这个地址发送邮件：{about}。</translation>
    </message>
    <message>
        <source>Nobody agreed yet that texts are sent to this endpoint.</source>
        <translation>还没有允许向这个接口发送文本。</translation>
    </message>
    <message>
        <source>The language model’s endpoint refused the key.</source>
        <translation>语言模型的接口不接受这个密钥。</translation>
    </message>
    <message>
        <source>The endpoint does not know this language model.</source>
        <translation>接口上没有这个语言模型。</translation>
    </message>
    <message>
        <source>The credit for the language model is used up.</source>
        <translation>语言模型的额度已用完。</translation>
    </message>
    <message>
        <source>What the language model wrote could not be taken.</source>
        <translation>语言模型生成的内容无法采用。</translation>
    </message>
    <message>
        <source>Categories are written as in this example: cs.CL cs.LG.</source>
        <translation>分类请照这样写：cs.CL cs.LG。</translation>
    </message>
    <message>
        <source>A date is written as 2024, 2024-03 or 2024-03-05.</source>
        <translation>日期请写成 2024、2024-03 或 2024-03-05。</translation>
    </message>
    <message>
        <source>An arXiv id is written as 2403.02774.</source>
        <translation>arXiv 编号请写成 2403.02774 这样。</translation>
    </message>
    <message>
        <source>A DOI is written as 10.1000/182.</source>
        <translation>DOI 请写成 10.1000/182 这样。</translation>
    </message>
    <message>
        <source>A link begins with https:// or http://.</source>
        <translation>链接要以 https:// 或 http:// 开头。</translation>
    </message>
    <message>
        <source>A cite key holds no blanks, commas, braces, quotes or %#~\=.</source>
        <translation>引用键不能含空格、逗号、花括号、引号或 %#~\=。</translation>
    </message>
    <message>
        <source>Nothing was changed. Look whether the file is still there and may be read.</source>
        <translation>没有任何改动。请检查文件是否还在、是否允许读取。</translation>
    </message>
    <message>
        <source>It was left out; the other files were taken.</source>
        <translation>这个文件没有导入，其余的照常导入。</translation>
    </message>
    <message>
        <source>It was left out. Save it as UTF-8 in an editor and import it again.</source>
        <translation>这个文件没有导入。请用文本编辑器另存为 UTF-8，再导入一次。</translation>
    </message>
    <message>
        <source>It was left out. Papershelf reads digests in Markdown and the text of Daily Papers pages.</source>
        <translation>这个文件没有导入。Papershelf 能读 Markdown 格式的摘要集和“Daily Papers”页面的文本。</translation>
    </message>
    <message>
        <source>It was left out. Papershelf reads BibTeX, RIS and CSL JSON.</source>
        <translation>这一个已略去。Papershelf 能读 BibTeX、RIS 和 CSL JSON。</translation>
    </message>
    <message>
        <source>Nothing of it was imported. Import it again.</source>
        <translation>这个文件没有导入任何内容，请重新导入。</translation>
    </message>
    <message>
        <source>Nothing was changed. It may be in the Trash: try Undo.</source>
        <translation>没有任何改动。它可能在回收站里，可以试试“撤销”。</translation>
    </message>
    <message>
        <source>No file was written. Select papers or a digest first.</source>
        <translation>没有写出文件。请先选中论文或一份摘要集。</translation>
    </message>
    <message>
        <source>Download it from arXiv, or add the PDF that you have.</source>
        <translation>可以从 arXiv 下载，也可以添加你手上的 PDF。</translation>
    </message>
    <message>
        <source>No file was written; your marks and the PDF are as they were. Export the notes as text instead.</source>
        <translation>没有写出文件，标注和 PDF 都没有变化。可以改为把笔记导出成文本。</translation>
    </message>
    <message>
        <source>No file was written. Correct the template or choose another.</source>
        <translation>没有写出文件。请改正模板，或另选一个。</translation>
    </message>
    <message>
        <source>The file was not touched. Choose another name, or take the Papershelf marker lines out of the file.</source>
        <translation>文件没有改动。请换一个文件名，或把文件里 Papershelf 的标记行删掉。</translation>
    </message>
    <message>
        <source>The old value stands. Correct it, or press Escape to leave it.</source>
        <translation>原来的值没有变。请改正，或按 Esc 放弃。</translation>
    </message>
    <message>
        <source>The old value stands. Search for the id to find the other paper.</source>
        <translation>原来的值没有变。搜索这个编号就能找到那篇论文。</translation>
    </message>
    <message>
        <source>Nothing was changed. Choose another name.</source>
        <translation>没有任何改动。请另取一个名称。</translation>
    </message>
    <message>
        <source>The old name stands. Choose another one.</source>
        <translation>仍用原来的名称。请另取一个。</translation>
    </message>
    <message>
        <source>Nothing was moved. Choose another place.</source>
        <translation>没有移动。请选择别的位置。</translation>
    </message>
    <message>
        <source>Nothing was changed. If it was deleted, Undo brings it back.</source>
        <translation>没有任何改动。如果它已被删除，“撤销”可以找回。</translation>
    </message>
    <message>
        <source>What was there before is unchanged. Choose another folder, or look at its access rights.</source>
        <translation>原有的内容没有变。请换一个文件夹，或检查它的访问权限。</translation>
    </message>
    <message>
        <source>Nothing was written half: your data is as it was. Make room and try again.</source>
        <translation>没有留下写了一半的内容，你的数据保持原样。请腾出空间后再试。</translation>
    </message>
    <message>
        <source>It was not opened. Close the other program, or choose another.</source>
        <translation>文库没有打开。请关闭那个程序，或选择别的文库。</translation>
    </message>
    <message>
        <source>It was not touched. Install the newer version, or choose another library.</source>
        <translation>文库没有被改动。请升级 Papershelf，或选择别的文库。</translation>
    </message>
    <message>
        <source>It was not touched. Choose another folder.</source>
        <translation>没有任何改动。请换一个文件夹。</translation>
    </message>
    <message>
        <source>It was left as it is. Go back to a backup if there is one, or open another library meanwhile.</source>
        <translation>文件没有被改动。如果有备份，可以还原到备份；也可以先打开别的文库。</translation>
    </message>
    <message>
        <source>What was saved before is safe. Try again; if it stays, check the disk.</source>
        <translation>此前保存的内容完好无损。请再试一次；如果仍然失败，请检查磁盘。</translation>
    </message>
    <message>
        <source>Your library is as it was. Is there a network? Downloads that wait are tried again by themselves.</source>
        <translation>文库没有变化。请检查网络；等待中的下载会自动重试。</translation>
    </message>
    <message>
        <source>Your library is as it was. Downloads that wait are tried again by themselves.</source>
        <translation>文库没有变化。等待中的下载会自动重试。</translation>
    </message>
    <message>
        <source>Your library is as it was. Downloads go on by themselves when the wait is over.</source>
        <translation>文库没有变化。等待结束后，下载会自动继续。</translation>
    </message>
    <message>
        <source>Your library is as it was. Downloads are tried again by themselves; else try again later.</source>
        <translation>文库没有变化。下载会自动重试；其他操作请稍后再试。</translation>
    </message>
    <message>
        <source>Nothing of it was used. Downloads are tried again by themselves; else try again later.</source>
        <translation>这次答复没有采用。下载会自动重试；其他操作请稍后再试。</translation>
    </message>
    <message>
        <source>Nothing of it was used. Downloads are tried again by themselves, after growing pauses.</source>
        <translation>网页内容没有采用。下载会自动重试，间隔会逐渐加长。</translation>
    </message>
    <message>
        <source>Nothing was loaded from there. Look at the addresses in the settings, under arXiv.</source>
        <translation>没有从那里读取任何内容。请检查设置里“arXiv”页的地址。</translation>
    </message>
    <message>
        <source>The paper stays as it is. Look whether the id is spelt right.</source>
        <translation>论文保持原样。请检查编号有没有写错。</translation>
    </message>
    <message>
        <source>Edit the feed: look how category or search are spelt.</source>
        <translation>请编辑订阅源，检查分类或搜索的写法。</translation>
    </message>
    <message>
        <source>Nothing was changed. Try it when that day has come.</source>
        <translation>没有任何改动。到了那一天再试。</translation>
    </message>
    <message>
        <source>Nothing was changed. Papershelf reads OPML with arXiv&apos;s feeds, searches of its API and the Daily Papers.</source>
        <translation>没有任何改动。Papershelf 能读含有 arXiv 订阅源、arXiv API 搜索和 Daily Papers 的 OPML。</translation>
    </message>
    <message>
        <source>The paper stays as it is. It may be withdrawn; its page on arXiv tells more.</source>
        <translation>论文保持原样。它可能已撤稿，详情见 arXiv 上的页面。</translation>
    </message>
    <message>
        <source>It was not kept. Open it in a browser to see what it is.</source>
        <translation>没有保存。可以用浏览器打开，看看究竟是什么。</translation>
    </message>
    <message>
        <source>It was not kept. A download is tried again by itself.</source>
        <translation>没有保存。下载会自动重试。</translation>
    </message>
    <message>
        <source>It was not kept. Look whether another version is whole.</source>
        <translation>没有保存。可以看看其他版本是否完整。</translation>
    </message>
    <message>
        <source>It stays as it is. Give the password that opens it; it is kept until Papershelf is closed.</source>
        <translation>文件保持原样。请输入能打开它的密码，密码只保留到 Papershelf 关闭为止。</translation>
    </message>
    <message>
        <source>It was not kept. Open it in a browser instead.</source>
        <translation>没有保存。请改用浏览器打开。</translation>
    </message>
    <message>
        <source>It was not kept. Look whether another program opens it.</source>
        <translation>没有保存。可以试试其他程序能否打开。</translation>
    </message>
    <message>
        <source>The PDF itself may be whole. A download is tried again by itself; else try again later.</source>
        <translation>PDF 本身可能是完好的。下载会自动重试；否则请稍后再试。</translation>
    </message>
    <message>
        <source>It was not kept. Look whether the arXiv id is right.</source>
        <translation>没有保存。请检查 arXiv 编号是否正确。</translation>
    </message>
    <message>
        <source>Keys and passwords are kept until Papershelf is closed.</source>
        <translation>密钥和密码只保留到 Papershelf 关闭为止。</translation>
    </message>
    <message>
        <source>Unlock it and try again.</source>
        <translation>请解锁后再试。</translation>
    </message>
    <message>
        <source>Look whether it asks for its password, and try again.</source>
        <translation>请看看它是否在等待输入密码，然后再试。</translation>
    </message>
    <message>
        <source>Unlock it, or type the key or password again.</source>
        <translation>请解锁，或重新输入密钥或密码。</translation>
    </message>
    <message>
        <source>Name server and sender in the settings, under E-mail.</source>
        <translation>请在设置的“邮件”页填写服务器和发件人。</translation>
    </message>
    <message>
        <source>Nothing was sent. Type it in the settings, under E-mail.</source>
        <translation>没有发送任何内容。请在设置的“邮件”页输入密码。</translation>
    </message>
    <message>
        <source>Nothing was sent. Correct them in the settings, under E-mail, then send again from the outbox.</source>
        <translation>没有发送任何内容。请在设置的“邮件”页改正，再从发件箱重新发送。</translation>
    </message>
    <message>
        <source>Neither password nor mail went there. Look at the security in the settings, under E-mail.</source>
        <translation>密码和邮件都没有发出。请检查设置的“邮件”页中的安全方式。</translation>
    </message>
    <message>
        <source>The mail stays in the outbox and is tried again by itself.</source>
        <translation>邮件留在发件箱，会自动重试。</translation>
    </message>
    <message>
        <source>It stays in the outbox. The server&apos;s words tell more.</source>
        <translation>邮件留在发件箱。详情见服务器的答复。</translation>
    </message>
    <message>
        <source>Look whether it arrived; if not, send it again. Nothing is sent twice by itself.</source>
        <translation>请看看邮件是否送达；没有就再发一次。程序不会自动重复发送。</translation>
    </message>
    <message>
        <source>Correct it; addresses look like name@example.org.</source>
        <translation>请改正；地址应写成 name@example.org 这样。</translation>
    </message>
    <message>
        <source>Nothing was sent. Settings ask whether it may be.</source>
        <translation>没有发送任何内容。设置里会问是否允许。</translation>
    </message>
    <message>
        <source>What was written so far is stored. Look at the key in Settings.</source>
        <translation>已生成的内容都已保存。请在设置里检查密钥。</translation>
    </message>
    <message>
        <source>What was written so far is stored. Choose one in Settings.</source>
        <translation>已生成的内容都已保存。请在设置里选择一个模型。</translation>
    </message>
    <message>
        <source>What was written so far is stored. Top it up, or choose another model; then go on.</source>
        <translation>已生成的内容都已保存。请充值或换一个模型，然后继续。</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again, or write the text yourself.</source>
        <translation>没有任何改动。可以重试，也可以自己写。</translation>
    </message>
    <message>
        <source>This library lies in a folder of the network. It works there, a little slower. Open it on one computer at a time.</source>
        <translation>这个文库位于网络文件夹中，可以使用，只是稍慢。请勿在多台电脑上同时打开。</translation>
    </message>
    <message>
        <source>This library lies in a folder that a cloud service copies. Close Papershelf before another computer opens it; a folder of this computer alone is safer.</source>
        <translation>这个文库位于云盘同步的文件夹中。在另一台电脑上打开之前，请先关闭 Papershelf；放在仅属于本机的文件夹里更稳妥。</translation>
    </message>
    <message>
        <source>Papershelf made a mistake ({about}).</source>
        <translation>Papershelf 出错了（{about}）。</translation>
    </message>
    <message>
        <source>What was saved before is safe. The log has the details.</source>
        <translation>此前保存的内容完好无损。详情见日志。</translation>
    </message>
</context>
<context>
    <name>FailuresModel</name>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Why it could not be written</source>
        <translation>未能生成的原因</translation>
    </message>
</context>
<context>
    <name>FeedLists</name>
    <message>
        <source>Import feeds</source>
        <translation>导入订阅源</translation>
    </message>
    <message>
        <source>Export feeds</source>
        <translation>导出订阅源</translation>
    </message>
    <message>
        <source>{count} feeds are followed now.</source>
        <translation>已订阅 {count} 个订阅源。</translation>
    </message>
    <message>
        <source>1 feed is followed now.</source>
        <translation>已订阅 1 个订阅源。</translation>
    </message>
    <message>
        <source>{count} were followed already.</source>
        <translation>{count} 个早已订阅。</translation>
    </message>
    <message>
        <source>{count} cannot be followed here, such as {name}.</source>
        <translation>{count} 个无法在这里订阅，例如 {name}。</translation>
    </message>
    <message>
        <source>Exported the feeds to {name}.</source>
        <translation>已将订阅源导出到 {name}。</translation>
    </message>
</context>
<context>
    <name>FeedStrip</name>
    <message>
        <source>Ask now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>Edit feed…</source>
        <translation>编辑订阅源…</translation>
    </message>
    <message>
        <source>It is being asked…</source>
        <translation>正在刷新…</translation>
    </message>
    <message>
        <source>{feed}.</source>
        <translation>{feed}。</translation>
    </message>
</context>
<context>
    <name>Feeds</name>
    <message>
        <source>new</source>
        <translation>新论文</translation>
    </message>
    <message>
        <source>cross-listed</source>
        <translation>交叉列出</translation>
    </message>
    <message>
        <source>replaced</source>
        <translation>更新版本</translation>
    </message>
    <message>
        <source>replaced, cross-listed</source>
        <translation>更新版本，交叉列出</translation>
    </message>
    <message>
        <source>Feed {name}, {day}</source>
        <translation>订阅源 {name}，{day}</translation>
    </message>
    <message>
        <source>{found}, {announced}</source>
        <translation>{found}，{announced}</translation>
    </message>
    <message>
        <source>It could not be reached.</source>
        <translation>连接不上。</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translation>没有及时答复。</translation>
    </message>
    <message>
        <source>Its server is busy and asks to wait.</source>
        <translation>服务器正忙，要求稍等。</translation>
    </message>
    <message>
        <source>Its server answered with an error.</source>
        <translation>服务器返回了错误。</translation>
    </message>
    <message>
        <source>Its answer could not be understood.</source>
        <translation>看不懂它的答复。</translation>
    </message>
    <message>
        <source>A page for people came instead of it.</source>
        <translation>返回的是给人看的网页。</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>每小时</translation>
    </message>
    <message>
        <source>Every 3 hours</source>
        <translation>每 3 小时</translation>
    </message>
    <message>
        <source>Every 6 hours</source>
        <translation>每 6 小时</translation>
    </message>
    <message>
        <source>Every 12 hours</source>
        <translation>每 12 小时</translation>
    </message>
    <message>
        <source>Once a day</source>
        <translation>每天一次</translation>
    </message>
    <message>
        <source>Once a week</source>
        <translation>每周一次</translation>
    </message>
    <message>
        <source>Every {count} minutes</source>
        <translation>每 {count} 分钟</translation>
    </message>
    <message>
        <source>Asked {moment}.</source>
        <translation>{moment} 刷新过。</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>尚未刷新。</translation>
    </message>
    <message>
        <source>Paused: it is asked only when you say so.</source>
        <translation>已暂停：只在你要求时刷新。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>会自动重试。</translation>
    </message>
    <message>
        <source>Next time: {moment}.</source>
        <translation>下次：{moment}。</translation>
    </message>
    <message>
        <source>{day}: nothing was announced.</source>
        <translation>{day}：没有公告。</translation>
    </message>
    <message>
        <source>{day}: {papers}.</source>
        <translation>{day}：{papers}。</translation>
    </message>
    <message>
        <source>{day}: {papers}, {count} of them left out by the filter.</source>
        <translation>{day}：{papers}，其中 {count} 篇被筛选条件略去。</translation>
    </message>
    <message>
        <source>Search on arXiv: {query}</source>
        <translation>arXiv 搜索：{query}</translation>
    </message>
    <message>
        <source>Daily Papers of Hugging Face</source>
        <translation>Hugging Face 的 Daily Papers</translation>
    </message>
    <message>
        <source>arXiv {categories}</source>
        <translation>arXiv {categories}</translation>
    </message>
    <message>
        <source>{count} new papers: {feeds}.</source>
        <translation>{count} 篇新论文：{feeds}。</translation>
    </message>
    <message>
        <source>{count} new papers in {name}.</source>
        <translation>{name} 带来 {count} 篇新论文。</translation>
    </message>
    <message>
        <source>1 new paper in {name}.</source>
        <translation>{name} 带来 1 篇新论文。</translation>
    </message>
    <message>
        <source>{name} ({count})</source>
        <translation>{name}（{count}）</translation>
    </message>
    <message>
        <source>{names} and {count} more feeds</source>
        <translation>{names}和另外 {count} 个订阅源</translation>
    </message>
    <message>
        <source>{names} and 1 more feed</source>
        <translation>{names}和另外 1 个订阅源</translation>
    </message>
    <message>
        <source>{name} announced nothing today.</source>
        <translation>{name} 今天没有公告。</translation>
    </message>
    <message>
        <source>Nothing new in {name}.</source>
        <translation>{name} 没有新论文。</translation>
    </message>
    <message>
        <source>Nothing new in {feeds} feeds.</source>
        <translation>{feeds} 个订阅源都没有新论文。</translation>
    </message>
    <message>
        <source>{name} could not be read.</source>
        <translation>未能刷新 {name}。</translation>
    </message>
    <message>
        <source>{count} feeds could not be read.</source>
        <translation>{count} 个订阅源未能刷新。</translation>
    </message>
    <message>
        <source>Your library is as it was.</source>
        <translation>你的文库保持原样。</translation>
    </message>
    <message>
        <source>Your library is as it was, and this is tried again by itself.</source>
        <translation>你的文库保持原样，稍后会自动重试。</translation>
    </message>
    <message>
        <source>Asking feeds</source>
        <translation>正在刷新订阅源</translation>
    </message>
</context>
<context>
    <name>FetchActions</name>
    <message>
        <source>{pdfs} to come.</source>
        <translation>有 {pdfs} 待下载。</translation>
    </message>
    <message>
        <source>{pdfs} to come, once downloads go on: they are paused.</source>
        <translation>下载已暂停。继续之后，将下载 {pdfs}。</translation>
    </message>
    <message>
        <source>Show list</source>
        <translation>显示列表</translation>
    </message>
    <message>
        <source>Nothing to download: the paper has this PDF, or no arXiv id.</source>
        <translation>没有要下载的内容：论文已有这个 PDF，或没有 arXiv 编号。</translation>
    </message>
    <message>
        <source>Nothing to download: these papers have their PDFs, or no arXiv id.</source>
        <translation>没有要下载的内容：这些论文已有 PDF，或没有 arXiv 编号。</translation>
    </message>
    <message>
        <source>No arXiv id is known here, so there is nothing to ask. Add one in the details.</source>
        <translation>没有已知的 arXiv 编号，无从查询。请先在详情里添加。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>显示这些论文</translation>
    </message>
</context>
<context>
    <name>Fetching</name>
    <message>
        <source>It is tried again by itself in {time}.</source>
        <translation>将在 {time}后自动重试。</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Done · {size}</source>
        <translation>已完成 · {size}</translation>
    </message>
    <message>
        <source>arXiv is asked about this paper…</source>
        <translation>正在向 arXiv 查询这篇论文…</translation>
    </message>
    <message>
        <source>{pdf}: {words}</source>
        <translation>{pdf}：{words}</translation>
    </message>
    <message>
        <source>arXiv has no PDF: this paper was withdrawn.</source>
        <translation>arXiv 没有它的 PDF：这篇论文已撤稿。</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF v{version}</source>
        <translation>PDF v{version}</translation>
    </message>
    <message>
        <source>Waits until downloads go on</source>
        <translation>下载已暂停，等待继续</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Asking arXiv for it…</source>
        <translation>正在请求 arXiv…</translation>
    </message>
    <message>
        <source>{size} so far</source>
        <translation>已下载 {size}</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>arXiv: {papers} to ask about</source>
        <translation>arXiv：待查询 {papers}</translation>
    </message>
    <message>
        <source>Downloads are paused: {pdfs} to come</source>
        <translation>下载已暂停：待下载 {pdfs}</translation>
    </message>
    <message>
        <source>The limit of disk space is reached: {pdfs} to come</source>
        <translation>已达到空间上限：待下载 {pdfs}</translation>
    </message>
    <message>
        <source>PDFs: {done} of {all} · {share}</source>
        <translation>PDF：{done} / {all} · {share}</translation>
    </message>
    <message>
        <source>No network: {what} to come, tried again in {time}</source>
        <translation>没有网络，{time}后重试；待获取 {what}</translation>
    </message>
    <message>
        <source>arXiv does not answer well: {what} to come, tried again in {time}</source>
        <translation>arXiv 答复异常，{time}后重试；待获取 {what}</translation>
    </message>
    <message>
        <source>1 failed</source>
        <translation>1 项失败</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} 项失败</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share}%</translation>
    </message>
    <message>
        <source>This takes about {time}: one request in {pace}, as arXiv wishes.</source>
        <translation>查询大约需要 {time}：按照 arXiv 的要求，每 {pace}请求一次。</translation>
    </message>
    <message>
        <source>{ids} and {count} more</source>
        <translation>{ids}，以及另外 {count} 个</translation>
    </message>
    <message>
        <source>arXiv does not know {ids}.</source>
        <translation>arXiv 上找不到编号 {ids}。</translation>
    </message>
    <message>
        <source>arXiv does not know {count} of {all} ids: {ids}.</source>
        <translation>{all} 个编号中，有 {count} 个在 arXiv 上找不到：{ids}。</translation>
    </message>
    <message>
        <source>1 paper was withdrawn.</source>
        <translation>有 1 篇论文已撤稿。</translation>
    </message>
    <message>
        <source>{count} papers were withdrawn.</source>
        <translation>有 {count} 篇论文已撤稿。</translation>
    </message>
    <message>
        <source>No new version of {papers}.</source>
        <translation>查询了 {papers}，没有新版本。</translation>
    </message>
    <message>
        <source>1 paper has a new version on arXiv.</source>
        <translation>有 1 篇论文在 arXiv 上有新版本。</translation>
    </message>
    <message>
        <source>{count} papers have a new version on arXiv.</source>
        <translation>有 {count} 篇论文在 arXiv 上有新版本。</translation>
    </message>
    <message>
        <source>is coming</source>
        <translation>正在下载</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>is tried again by itself</source>
        <translation>将自动重试</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>下载失败</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>arXiv does not know this id</source>
        <translation>arXiv 上没有这个编号</translation>
    </message>
</context>
<context>
    <name>FileChoice</name>
    <message>
        <source>What holds papers (*.md *.markdown *.txt *.pdf *.bib *.ris *.json *.tex *.html *.htm *.csv)</source>
        <translation>含有论文信息的文件 (*.md *.markdown *.txt *.pdf *.bib *.ris *.json *.tex *.html *.htm *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FileNames</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>{version} (newest)</source>
        <translation>{version}（最新）</translation>
    </message>
</context>
<context>
    <name>FilesList</name>
    <message>
        <source>Download PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>PDF v{version}</source>
        <translation>PDF v{version}</translation>
    </message>
</context>
<context>
    <name>FilterFields</name>
    <message>
        <source>With one of these words</source>
        <translation>含有其中一个词</translation>
    </message>
    <message>
        <source>Without these words</source>
        <translation>不含这些词</translation>
    </message>
    <message>
        <source>By one of these authors</source>
        <translation>作者是其中之一</translation>
    </message>
    <message>
        <source>Not by these authors</source>
        <translation>作者不是这些人</translation>
    </message>
    <message>
        <source>In one of these categories</source>
        <translation>属于其中一个分类</translation>
    </message>
    <message>
        <source>Not in these categories</source>
        <translation>不属于这些分类</translation>
    </message>
    <message>
        <source>Announced as</source>
        <translation>公告类型</translation>
    </message>
    <message>
        <source>such as: diffusion, point cloud</source>
        <translation>例如：diffusion, point cloud</translation>
    </message>
    <message>
        <source>such as: cs.RO, eess</source>
        <translation>例如：cs.RO, eess</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Find in this paper</source>
        <translation>在本文中查找</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>Previous hit</source>
        <translation>上一处结果</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一处结果</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>区分大小写</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>全字匹配</translation>
    </message>
    <message>
        <source>List all hits</source>
        <translation>列出全部结果</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Page {page} of {pages}…</source>
        <translation>第 {page} / {pages} 页…</translation>
    </message>
    <message>
        <source>Not found, but not every page can be read</source>
        <translation>没有找到，但有的页面无法读取</translation>
    </message>
    <message>
        <source>No text in this PDF: its pages are pictures</source>
        <translation>这个 PDF 没有文字：页面都是图像</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>{hit} of {hits}</source>
        <translation>{hit} / {hits}</translation>
    </message>
</context>
<context>
    <name>FindPapersPopup</name>
    <message>
        <source>Words of a title, an author, an abstract</source>
        <translation>标题、作者或摘要里的词</translation>
    </message>
    <message>
        <source>No paper of the library fits.</source>
        <translation>文库里没有符合的论文。</translation>
    </message>
</context>
<context>
    <name>FollowDialog</name>
    <message>
        <source>Ask by itself, while Papershelf runs</source>
        <translation>Papershelf 运行时自动刷新</translation>
    </message>
    <message>
        <source>A language model writes the texts of what it brings</source>
        <translation>由语言模型为新论文生成文本</translation>
    </message>
    <message>
        <source>Only some of its papers</source>
        <translation>只要其中一部分论文</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>订阅</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>arXiv categories</source>
        <translation>arXiv 分类</translation>
    </message>
    <message>
        <source>A search on arXiv</source>
        <translation>arXiv 搜索</translation>
    </message>
    <message>
        <source>Daily Papers of Hugging Face</source>
        <translation>Hugging Face 的 Daily Papers</translation>
    </message>
    <message>
        <source>Fields are written as ti: (title), au: (author), abs: (abstract), cat: (category).</source>
        <translation>字段写成 ti:（标题）、au:（作者）、abs:（摘要）、cat:（分类）。</translation>
    </message>
    <message>
        <source>The papers that people put forward and vote for each day.</source>
        <translation>每天由大家推荐并投票选出的论文。</translation>
    </message>
    <message>
        <source>Type a code such as cs.CV, or a word of its name. Several are joined by a plus sign.</source>
        <translation>输入 cs.CV 这样的代码，或名称中的词。多个分类用加号连接。</translation>
    </message>
    <message>
        <source>Choose from the list: Down, then Enter.</source>
        <translation>请从列表中选择：按向下键，再按回车键。</translation>
    </message>
    <message>
        <source>This is no category of arXiv.</source>
        <translation>arXiv 没有这个分类。</translation>
    </message>
    <message>
        <source>{code} is no category that Papershelf knows. It is asked for all the same.</source>
        <translation>Papershelf 不认识分类 {code}，但仍会照样请求。</translation>
    </message>
    <message>
        <source>Edit feed</source>
        <translation>编辑订阅源</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>刷新频率</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FollowingActions</name>
    <message>
        <source>This feed is followed no longer.</source>
        <translation>这个订阅源已取消订阅。</translation>
    </message>
    <message>
        <source>Nothing is followed yet.</source>
        <translation>还没有订阅任何内容。</translation>
    </message>
    <message>
        <source>Follow…</source>
        <translation>订阅…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
</context>
<context>
    <name>GroupsList</name>
    <message>
        <source>Papers that may be one</source>
        <translation>可能相同的论文</translation>
    </message>
</context>
<context>
    <name>GroupsPane</name>
    <message>
        <source>Look through all papers</source>
        <translation>在所有论文中查找</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Looking for duplicates …</source>
        <translation>正在查找重复…</translation>
    </message>
    <message>
        <source>1 group of papers</source>
        <translation>1 组论文</translation>
    </message>
    <message>
        <source>{count} groups of papers</source>
        <translation>{count} 组论文</translation>
    </message>
</context>
<context>
    <name>GuessBar</name>
    <message>
        <source>It is: attach the PDF</source>
        <translation>是：附上这个 PDF</translation>
    </message>
    <message>
        <source>It is another paper: add it</source>
        <translation>不是：作为另一篇论文添加</translation>
    </message>
</context>
<context>
    <name>HandOnFlow</name>
    <message>
        <source>Hand on the digest</source>
        <translation>分发摘要集</translation>
    </message>
    <message>
        <source>Folder of folders by day</source>
        <translation>按日期存放的文件夹</translation>
    </message>
    <message>
        <source>Handing on {name}</source>
        <translation>正在分发 {name}</translation>
    </message>
    <message>
        <source>{papers} handed on: {name}.</source>
        <translation>已分发 {papers}：{name}。</translation>
    </message>
    <message>
        <source>{papers} handed on: {count} files written in {name}.</source>
        <translation>已分发 {papers}：在 {name} 中写出 {count} 个文件。</translation>
    </message>
    <message>
        <source>{name} holds this digest already; no file was changed.</source>
        <translation>{name} 里已有这份摘要集，没有改动文件。</translation>
    </message>
</context>
<context>
    <name>HandOnMenus</name>
    <message>
        <source>Again: {place}</source>
        <translation>再次写到：{place}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
</context>
<context>
    <name>HandingOn</name>
    <message>
        <source>This PDF has no marks yet.</source>
        <translation>这个 PDF 还没有标注。</translation>
    </message>
    <message>
        <source>Annotated copy: {name}</source>
        <translation>带标注的副本：{name}</translation>
    </message>
    <message>
        <source>{name} holds {marks}.</source>
        <translation>{name} 含 {marks}。</translation>
    </message>
    <message>
        <source>Its digital signature vouches for the original alone, not for the marks.</source>
        <translation>它的数字签名只对原文件有效，不包括标注。</translation>
    </message>
    <message>
        <source>It asks for the same password.</source>
        <translation>打开它需要同样的密码。</translation>
    </message>
    <message>
        <source>None of these papers has notes or marks.</source>
        <translation>这些论文都没有笔记或标注。</translation>
    </message>
    <message>
        <source>Notes: {name}</source>
        <translation>笔记：{name}</translation>
    </message>
    <message>
        <source>Notes of {papers} with {marks} were written.</source>
        <translation>已写出 {papers}的笔记，含 {marks}。</translation>
    </message>
    <message>
        <source>You had written within our notes: the file as it was is kept as {name}.</source>
        <translation>你在自动生成的部分里写过字：原来的文件另存为 {name}。</translation>
    </message>
    <message>
        <source>Marks of the PDF: {title}</source>
        <translation>PDF 中的标注：{title}</translation>
    </message>
    <message>
        <source>There are no marks in this PDF that could be taken over.</source>
        <translation>这个 PDF 里没有可以导入的标注。</translation>
    </message>
    <message>
        <source>All marks of this PDF are here already.</source>
        <translation>这个 PDF 里的标注都已导入。</translation>
    </message>
    <message>
        <source>{marks} were taken over.</source>
        <translation>已导入 {marks}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>HelpViewer</name>
    <message>
        <source>Papershelf help</source>
        <translation>Papershelf 帮助</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Help page</source>
        <translation>帮助页面</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Added to the library</source>
        <translation>加入文库</translation>
    </message>
    <message>
        <source>Imported with {detail}</source>
        <translation>随 {detail} 导入</translation>
    </message>
    <message>
        <source>arXiv told of {detail}</source>
        <translation>从 arXiv 得知 {detail}</translation>
    </message>
    <message>
        <source>PDF added</source>
        <translation>添加了 PDF</translation>
    </message>
    <message>
        <source>PDF added: {detail}</source>
        <translation>添加了 PDF：{detail}</translation>
    </message>
    <message>
        <source>First mark</source>
        <translation>第一条标注</translation>
    </message>
    <message>
        <source>Newest mark</source>
        <translation>最新的标注</translation>
    </message>
    <message>
        <source>Last open in the reader</source>
        <translation>最近一次阅读</translation>
    </message>
    <message>
        <source>Moved to the inbox</source>
        <translation>移到收件箱</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>加入待读队列</translation>
    </message>
    <message>
        <source>Reading began</source>
        <translation>开始阅读</translation>
    </message>
    <message>
        <source>Marked as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Status changed</source>
        <translation>状态有变化</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>加了星标</translation>
    </message>
    <message>
        <source>Star taken off</source>
        <translation>去掉星标</translation>
    </message>
    <message>
        <source>Priority taken off</source>
        <translation>去掉优先级</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>低优先级</translation>
    </message>
    <message>
        <source>Medium priority</source>
        <translation>中优先级</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>高优先级</translation>
    </message>
    <message>
        <source>Priority changed</source>
        <translation>优先级有变化</translation>
    </message>
    <message>
        <source>Due date taken off</source>
        <translation>去掉截止日期</translation>
    </message>
    <message>
        <source>Due on {detail}</source>
        <translation>{detail} 截止</translation>
    </message>
    <message>
        <source>Tagged “{detail}”</source>
        <translation>加了标签“{detail}”</translation>
    </message>
    <message>
        <source>Tag “{detail}” taken off</source>
        <translation>去掉标签“{detail}”</translation>
    </message>
    <message>
        <source>Put into “{detail}”</source>
        <translation>放入“{detail}”</translation>
    </message>
    <message>
        <source>Taken out of “{detail}”</source>
        <translation>从“{detail}”移出</translation>
    </message>
    <message>
        <source>Text edited</source>
        <translation>编辑了文字</translation>
    </message>
    <message>
        <source>Facts edited</source>
        <translation>编辑了信息</translation>
    </message>
    <message>
        <source>Went back to the text as it came</source>
        <translation>还原为原来的文字</translation>
    </message>
    <message>
        <source>Newest version shown</source>
        <translation>显示最新版本</translation>
    </message>
    <message>
        <source>arXiv id taken over</source>
        <translation>采用了 arXiv 编号</translation>
    </message>
    <message>
        <source>Split off from another paper</source>
        <translation>从另一篇论文拆分出来</translation>
    </message>
    <message>
        <source>Merged with another paper</source>
        <translation>与另一篇论文合并</translation>
    </message>
    <message>
        <source>Kept apart from a paper that looks alike</source>
        <translation>标明与相似的论文不是同一篇</translation>
    </message>
    <message>
        <source>Moved to the Trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Restored from the Trash</source>
        <translation>从回收站恢复</translation>
    </message>
    <message>
        <source>Went to the Trash with its digest</source>
        <translation>随所在的摘要集移到回收站</translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message>
        <source>Nothing is known of what happened to this paper.</source>
        <translation>还没有这篇论文的历史记录。</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
</context>
<context>
    <name>HitsModel</name>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>HitsPanel</name>
    <message>
        <source>Hits in this paper</source>
        <translation>本文中的结果</translation>
    </message>
    <message>
        <source>Nothing in this paper fits.</source>
        <translation>本文中没有符合的内容。</translation>
    </message>
    <message>
        <source>All hits of a search stand here.</source>
        <translation>查找的全部结果会列在这里。</translation>
    </message>
</context>
<context>
    <name>ImportFlow</name>
    <message>
        <source>Reading {files}</source>
        <translation>正在读取 {files}</translation>
    </message>
</context>
<context>
    <name>ImportOptionsBar</name>
    <message>
        <source>not told</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Year of dates without one</source>
        <translation>未写年份的日期属于</translation>
    </message>
    <message>
        <source>Translations in</source>
        <translation>译文语言</translation>
    </message>
</context>
<context>
    <name>ImportPlan</name>
    <message>
        <source>Line {number}</source>
        <translation>第 {number} 行</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>无法识别</translation>
    </message>
    <message>
        <source>Cannot be imported</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>arXiv id</source>
        <translation>arXiv 编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Translated title</source>
        <translation>译文标题</translation>
    </message>
    <message>
        <source>Summary in English</source>
        <translation>英文概述</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概述</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Translated abstract</source>
        <translation>译文摘要</translation>
    </message>
    <message>
        <source>Exported again, it will be the same file to the last byte.</source>
        <translation>再次导出时，得到的文件逐字节相同。</translation>
    </message>
    <message>
        <source>The library holds a digest of this name with these very bytes. Nothing to do.</source>
        <translation>文库里已有同名且逐字节相同的摘要集，无需导入。</translation>
    </message>
    <message>
        <source>It departs from the format of digests, so its bytes are kept as they are.</source>
        <translation>它不完全符合摘要集的格式，所以原始字节会照样保存。</translation>
    </message>
    <message>
        <source>{lines} could not be read as part of an entry; they are listed below the entries.</source>
        <translation>有 {lines}不属于任何条目，列在各条目之后。</translation>
    </message>
    <message>
        <source>Its papers are known by their titles: the page gives no links.</source>
        <translation>其中的论文只能按标题辨认：页面没有给出链接。</translation>
    </message>
    <message>
        <source>Line {number} of {file}</source>
        <translation>{file} 第 {number} 行</translation>
    </message>
    <message>
        <source>It is not part of any entry. It is kept, and exported again as it stands.</source>
        <translation>它不属于任何条目。会保留下来，导出时原样写出。</translation>
    </message>
    <message>
        <source>{text}, in the library</source>
        <translation>{text}（文库中）</translation>
    </message>
    <message>
        <source>{text}, in this file</source>
        <translation>{text}（此文件中）</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>{count} 个文件</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>In Trash</source>
        <translation>在回收站</translation>
    </message>
    <message>
        <source>Known by title</source>
        <translation>按标题认出</translation>
    </message>
    <message>
        <source>Not in the library yet.</source>
        <translation>文库里还没有这篇论文。</translation>
    </message>
    <message>
        <source>An earlier row of this import brings this paper.</source>
        <translation>这次导入中，前面已有一行带来这篇论文。</translation>
    </message>
    <message>
        <source>In the library with these very texts.</source>
        <translation>论文已在文库中，内容一字不差。</translation>
    </message>
    <message>
        <source>In the library with other texts. The newer ones are shown; what you typed stays.</source>
        <translation>论文已在文库中，但文字不同。导入后显示较新的文字，你亲手写的内容会保留。</translation>
    </message>
    <message>
        <source>Recognised by its title alone: a guess. You can split it off later in the details.</source>
        <translation>只是靠标题认出来的，属于推测。如果认错了，之后可以在详情里拆分出去。</translation>
    </message>
    <message>
        <source>It lies in the Trash and comes back if it is ticked.</source>
        <translation>论文在回收站里，保持勾选就会恢复。</translation>
    </message>
    <message>
        <source>Already in the library</source>
        <translation>已在文库中</translation>
    </message>
    <message>
        <source>In Trash, comes back</source>
        <translation>在回收站，将恢复</translation>
    </message>
    <message>
        <source>{lines} not understood</source>
        <translation>{lines}无法识别</translation>
    </message>
    <message>
        <source>Read, kept as it came</source>
        <translation>已读取，原样保存</translation>
    </message>
    <message>
        <source>Every byte understood</source>
        <translation>全部读懂</translation>
    </message>
    <message>
        <source>Daily Papers text</source>
        <translation>“Daily Papers”文本</translation>
    </message>
    <message>
        <source>{count} cannot be imported</source>
        <translation>无法导入 {count} 个</translation>
    </message>
    <message>
        <source>{count} new</source>
        <translation>新增 {count} 篇</translation>
    </message>
    <message>
        <source>{count} known</source>
        <translation>已有 {count} 篇</translation>
    </message>
    <message>
        <source>{count} changed</source>
        <translation>有变化 {count} 篇</translation>
    </message>
    <message>
        <source>Add {added}; restore {restored}</source>
        <translation>添加 {added}；恢复 {restored}</translation>
    </message>
    <message>
        <source>Add {added}</source>
        <translation>添加 {added}</translation>
    </message>
    <message>
        <source>Restore {restored}</source>
        <translation>恢复 {restored}</translation>
    </message>
    <message>
        <source>Nothing to add</source>
        <translation>没有可添加的内容</translation>
    </message>
    <message>
        <source>Added {added}.</source>
        <translation>已添加 {added}。</translation>
    </message>
    <message>
        <source>Updated {papers}.</source>
        <translation>已更新 {papers}。</translation>
    </message>
    <message>
        <source>Nothing was added: everything was there already.</source>
        <translation>没有添加任何内容：全部都已在文库中。</translation>
    </message>
    <message>
        <source>{files} left out.</source>
        <translation>有 {files}没有导入。</translation>
    </message>
    <message>
        <source>It is left out; the other files can be added.</source>
        <translation>这个文件不会导入，其余的照常添加。</translation>
    </message>
</context>
<context>
    <name>ImportPlanDialog</name>
    <message>
        <source>Nothing fits the filter.</source>
        <translation>没有符合条件的行。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Search in this import</source>
        <translation>在这次导入中搜索</translation>
    </message>
    <message>
        <source>The chosen row in full</source>
        <translation>所选行的全文</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ImportPlanView</name>
    <message>
        <source>What the import would do</source>
        <translation>导入计划</translation>
    </message>
</context>
<context>
    <name>IndexStrip</name>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Try all of them again</source>
        <translation>全部重试</translation>
    </message>
</context>
<context>
    <name>Indexing</name>
    <message>
        <source>Reading PDFs for the search: {done} of {files}</source>
        <translation>正在读取 PDF 以供搜索：{done} / {files}</translation>
    </message>
    <message>
        <source>{pdfs} not read yet: reading is paused.</source>
        <translation>还有 {pdfs} 未读取：读取已暂停。</translation>
    </message>
    <message>
        <source>{pdfs} not read yet: this waits until the computer no longer runs on battery.</source>
        <translation>还有 {pdfs} 未读取：等电脑不再使用电池时继续。</translation>
    </message>
    <message>
        <source>{pdfs} still to be read for the search.</source>
        <translation>还有 {pdfs} 等待读取以供搜索。</translation>
    </message>
    <message>
        <source>{pdfs} without text</source>
        <translation>{pdfs} 没有文字</translation>
    </message>
    <message>
        <source>{pdfs} could not be read</source>
        <translation>{pdfs} 无法读取</translation>
    </message>
</context>
<context>
    <name>Intake</name>
    <message>
        <source>pasted text</source>
        <translation>粘贴的文字</translation>
    </message>
    <message>
        <source>Import files</source>
        <translation>导入文件</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>导入文件夹</translation>
    </message>
    <message>
        <source>Looking into {files}</source>
        <translation>正在查看 {files}</translation>
    </message>
    <message>
        <source>Reading {files}</source>
        <translation>正在读取 {files}</translation>
    </message>
</context>
<context>
    <name>IntakeActions</name>
    <message>
        <source>The clipboard names no paper. Links, ids, BibTeX, pages, digests and files can be pasted.</source>
        <translation>剪贴板里没有提到论文。可以粘贴链接、编号、BibTeX、网页内容、摘要集和文件。</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>添加论文…</translation>
    </message>
    <message>
        <source>All these papers have an arXiv id.</source>
        <translation>这些论文都已有 arXiv 编号。</translation>
    </message>
    <message>
        <source>Look in another folder</source>
        <translation>到别的文件夹里找</translation>
    </message>
</context>
<context>
    <name>KeepingActions</name>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>The Trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
    <message>
        <source>Making a backup</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>备份到</translation>
    </message>
    <message>
        <source>Library files (*.sqlite)</source>
        <translation>文库文件 (*.sqlite)</translation>
    </message>
    <message>
        <source>The backup was made and is whole: {file}.</source>
        <translation>备份已完成，检查完好：{file}。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Folder for the copy</source>
        <translation>副本所在的文件夹</translation>
    </message>
    <message>
        <source>Copying the library</source>
        <translation>正在复制文库</translation>
    </message>
    <message>
        <source>Rebuilding the search index</source>
        <translation>正在重建搜索索引</translation>
    </message>
    <message>
        <source>The search index was made anew.</source>
        <translation>搜索索引已重建。</translation>
    </message>
    <message>
        <source>Adding stray files</source>
        <translation>正在添加游离的文件</translation>
    </message>
    <message>
        <source>{papers} added, {pdfs} attached to papers.</source>
        <translation>添加了 {papers}，为已有论文附上 PDF {pdfs}。</translation>
    </message>
    <message>
        <source>Folder for stray files</source>
        <translation>存放游离文件的文件夹</translation>
    </message>
    <message>
        <source>Moving stray files</source>
        <translation>正在移动游离的文件</translation>
    </message>
    <message>
        <source>Files that were moved: {count}.</source>
        <translation>已移动文件：{count} 个。</translation>
    </message>
</context>
<context>
    <name>KeyRow</name>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>删除密钥</translation>
    </message>
    <message>
        <source>Another key</source>
        <translation>更换密钥</translation>
    </message>
    <message>
        <source>First choose an address.</source>
        <translation>请先选择地址。</translation>
    </message>
    <message>
        <source>A key is kept in this computer’s keyring, for this address alone.</source>
        <translation>密钥保存在这台电脑的密钥环里，只用于这个地址。</translation>
    </message>
    <message>
        <source>A key is kept until Papershelf is closed: no keyring of this computer takes it.</source>
        <translation>密钥只保留到 Papershelf 关闭为止：这台电脑没有能保存它的密钥环。</translation>
    </message>
    <message>
        <source>The key comes from PAPERSHELF_MODEL_KEY and cannot be changed here.</source>
        <translation>密钥来自 PAPERSHELF_MODEL_KEY，不能在这里更改。</translation>
    </message>
    <message>
        <source>No key is kept yet. It goes into this computer’s keyring, if there is one, for this address alone.</source>
        <translation>还没有保存密钥。它会存入这台电脑的密钥环（如果有），只用于这个地址。</translation>
    </message>
    <message>
        <source>None is needed by most programs on this computer or in your own network.</source>
        <translation>本机或局域网里的程序大多不需要密钥。</translation>
    </message>
</context>
<context>
    <name>KeysList</name>
    <message>
        <source>List of keys</source>
        <translation>快捷键列表</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>Actions and keys</source>
        <translation>操作与快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>查找操作</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>Usual keys</source>
        <translation>恢复默认</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>{key} belongs to “{action}”. Take it away there first.</source>
        <translation>{key} 已用于“{action}”。请先在那里清除。</translation>
    </message>
    <message>
        <source>Another action has the usual key now. Take it away there first.</source>
        <translation>默认快捷键正被另一个操作占用。请先在那里清除。</translation>
    </message>
</context>
<context>
    <name>LabelActions</name>
    <message>
        <source>There is a tag “{name}” already.</source>
        <translation>已有标签“{name}”。</translation>
    </message>
    <message>
        <source>Merge both</source>
        <translation>合并两者</translation>
    </message>
</context>
<context>
    <name>LibraryDesk</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: {step}</source>
        <translation>撤销：{step}</translation>
    </message>
    <message>
        <source>Redo: {step}</source>
        <translation>重做：{step}</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>None is open.</source>
        <translation>没有打开的文库。</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>文库文件夹</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>显示文件夹</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开其他文库…</translation>
    </message>
    <message>
        <source>The whole folder can be copied or backed up while Papershelf is closed.</source>
        <translation>关闭 Papershelf 后，可以复制或备份整个文件夹。</translation>
    </message>
    <message>
        <source>Language of digests</source>
        <translation>摘要集的语言</translation>
    </message>
    <message>
        <source>Proposed for the next import. What was imported keeps its language.</source>
        <translation>用作下次导入的默认选择。已导入的内容不受影响。</translation>
    </message>
    <message>
        <source>Search in PDFs</source>
        <translation>搜索 PDF</translation>
    </message>
    <message>
        <source>Only PDFs that were read are found by their words. On battery, reading waits.</source>
        <translation>只有读取过的 PDF 才能按其中的文字找到。使用电池时暂不读取。</translation>
    </message>
    <message>
        <source>Read PDFs in the background</source>
        <translation>在后台读取 PDF</translation>
    </message>
    <message>
        <source>Read none for now</source>
        <translation>暂不读取</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>复制链接</translation>
    </message>
    <message>
        <source>Add to library</source>
        <translation>添加到文库</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Open {address} in the browser?</source>
        <translation>要在浏览器中打开 {address} 吗？</translation>
    </message>
    <message>
        <source>Write a mail to {address}?</source>
        <translation>要给 {address} 写邮件吗？</translation>
    </message>
    <message>
        <source>{address} is not opened from here.</source>
        <translation>不能从这里打开 {address}。</translation>
    </message>
</context>
<context>
    <name>LocalModels</name>
    <message>
        <source>Look on this computer</source>
        <translation>在本机查找</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>正在查找…</translation>
    </message>
    <message>
        <source>{model} ({program})</source>
        <translation>{model}（{program}）</translation>
    </message>
    <message>
        <source>None answers here. Asked for: {programs}. Start one of them, or choose a service.</source>
        <translation>本机没有响应的程序。查找过：{programs}。请启动其中一个，或选择一个服务。</translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message>
        <source>Attach the digest as a Markdown file</source>
        <translation>把摘要集作为 Markdown 文件附上</translation>
    </message>
    <message>
        <source>Tell the recipients of each other</source>
        <translation>让收件人看到彼此</translation>
    </message>
    <message>
        <source>Set up e-mail…</source>
        <translation>设置邮件…</translation>
    </message>
    <message>
        <source>Send by e-mail</source>
        <translation>用邮件发送</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Your words</source>
        <translation>附言</translation>
    </message>
    <message>
        <source>A few words that stand above the digest, if you like</source>
        <translation>写在摘要集前面的几句话，可以不写</translation>
    </message>
    <message>
        <source>From</source>
        <translation>发件人</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>尚未设置</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>更改…</translation>
    </message>
    <message>
        <source>Name your address and your mail server first: “Set up e-mail…”.</source>
        <translation>请先填写你的地址和邮件服务器：“设置邮件…”。</translation>
    </message>
    <message>
        <source>Several recipients do not learn of each other, unless you tell them.</source>
        <translation>有多位收件人时，除非你选择公开，他们看不到彼此。</translation>
    </message>
    <message>
        <source>Each of them sees the names and addresses of all.</source>
        <translation>每个人都会看到所有人的姓名和地址。</translation>
    </message>
    <message>
        <source>One mail for all of them, as a blind copy: nobody sees who else gets it.</source>
        <translation>用密送发一封邮件给所有人：谁也看不到还发给了谁。</translation>
    </message>
    <message>
        <source>This digest was sent already to {names}: {when}.</source>
        <translation>此摘要集已发送给{names}：{when}。</translation>
    </message>
    <message>
        <source>An earlier state of this digest was sent to {names}: {when}.</source>
        <translation>此摘要集的较早版本已发送给{names}：{when}。</translation>
    </message>
    <message>
        <source>Send to 1 recipient</source>
        <translation>发送给 1 位收件人</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send to {count} recipients</source>
        <translation>发送给 {count} 位收件人</translation>
    </message>
    <message>
        <source>This is no address: {text}</source>
        <translation>这不是邮件地址：{text}</translation>
    </message>
</context>
<context>
    <name>MailPage</name>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Your address</source>
        <translation>你的地址</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>邮件服务器</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>安全方式</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The test logs in and sends nothing. Digests are sent by this server alone.</source>
        <translation>测试只登录，不发送任何内容。摘要集只通过这台服务器发送。</translation>
    </message>
    <message>
        <source>TLS</source>
        <translation>TLS</translation>
    </message>
    <message>
        <source>STARTTLS</source>
        <translation>STARTTLS</translation>
    </message>
    <message>
        <source>None (on this computer)</source>
        <translation>无（仅限本机）</translation>
    </message>
    <message>
        <source>An address is written as ada@example.org or Ada &lt;ada@example.org&gt;. The old one stands.</source>
        <translation>地址请写成 ada@example.org 或 Ada &lt;ada@example.org&gt;。原来的地址没有变。</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>It works: {server} let us in.</source>
        <translation>可以使用：已登录 {server}。</translation>
    </message>
    <message>
        <source>It said: “{words}”.</source>
        <translation>它的答复：“{words}”。</translation>
    </message>
</context>
<context>
    <name>Mailer</name>
    <message>
        <source>Sending {subject}</source>
        <translation>正在发送 {subject}</translation>
    </message>
</context>
<context>
    <name>MailingActions</name>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>The mail is in the outbox and is sent in a moment.</source>
        <translation>邮件已放入发件箱，马上就会发送。</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>The mail is out of the outbox.</source>
        <translation>邮件已移出发件箱。</translation>
    </message>
    <message>
        <source>{count} mails are out of the outbox.</source>
        <translation>{count} 封邮件已移出发件箱。</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>放回</translation>
    </message>
    <message>
        <source>Sent: {subject}</source>
        <translation>已发送：{subject}</translation>
    </message>
</context>
<context>
    <name>Mails</name>
    <message>
        <source>Waiting</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Perhaps sent</source>
        <translation>可能已发送</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Sent to some</source>
        <translation>部分已发送</translation>
    </message>
    <message>
        <source>Handed to the mail server {when}.</source>
        <translation>{when} 已交给邮件服务器。</translation>
    </message>
    <message>
        <source>The line was cut before the mail server answered: it may have this mail or not. Look whether it arrived; if not, send it again. Nothing is sent twice by itself.</source>
        <translation>邮件服务器答复之前连接就断了：它可能收下了这封邮件，也可能没有。请看看邮件是否送达；没有就再发一次。程序不会自动重复发送。</translation>
    </message>
    <message>
        <source>It is not sent. “Send now” sends it all the same.</source>
        <translation>邮件不会发送。点“立即发送”仍可发出。</translation>
    </message>
    <message>
        <source>It is being handed to the mail server.</source>
        <translation>正在交给邮件服务器。</translation>
    </message>
    <message>
        <source>It is sent in a moment.</source>
        <translation>马上就会发送。</translation>
    </message>
    <message>
        <source>It said: “{words}”.</source>
        <translation>它的答复：“{words}”。</translation>
    </message>
    <message>
        <source>It is tried again {when}.</source>
        <translation>将于 {when} 重试。</translation>
    </message>
    <message>
        <source>Not taken for {address}: “{words}”.</source>
        <translation>{address} 未被接受：“{words}”。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>写于</translation>
    </message>
</context>
<context>
    <name>MarkColors</name>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>MarkDesk</name>
    <message>
        <source>Deleted {marks}.</source>
        <translation>已删除 {marks}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>MarkMenu</name>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Place at selected text</source>
        <translation>放到所选文字上</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Names of the colours…</source>
        <translation>颜色的名称…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
</context>
<context>
    <name>MarkRowDelegate</name>
    <message>
        <source>Comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>MarkWriter</name>
    <message>
        <source>The mark was not saved.</source>
        <translation>标注没有保存。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Highlight</source>
        <translation>高亮</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Strike-out</source>
        <translation>删除线</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>便笺</translation>
    </message>
    <message>
        <source>Text box</source>
        <translation>文本框</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Ink</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>marked text</source>
        <translation>标注的文字</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>removal of {marks}</source>
        <translation>删除 {marks}</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
</context>
<context>
    <name>MarksList</name>
    <message>
        <source>Show all: {marks}</source>
        <translation>显示全部：{marks}</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>without a place</source>
        <translation>没有位置</translation>
    </message>
</context>
<context>
    <name>MarksPanel</name>
    <message>
        <source>All tags</source>
        <translation>全部标签</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部种类</translation>
    </message>
    <message>
        <source>No mark fits the filter.</source>
        <translation>没有符合筛选条件的标注。</translation>
    </message>
    <message>
        <source>Select text and press Alt+1, or choose a colour in the small bar beside it.</source>
        <translation>选中文字后按 Alt+1，或在旁边的小工具条里选一种颜色。</translation>
    </message>
    <message>
        <source>Not found in this version. The page is that of the other version. Select the text here and choose “Place at selected text”, or delete the mark.</source>
        <translation>在这个版本里没有找到，页码是另一个版本的。请在这里选中文字，再选“放到所选文字上”，或删除这条标注。</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Filter marks</source>
        <translation>筛选标注</translation>
    </message>
    <message>
        <source>Kind of mark</source>
        <translation>标注的种类</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Carry over {marks}…</source>
        <translation>迁移 {marks}…</translation>
    </message>
</context>
<context>
    <name>MatchDialog</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再次查询</translation>
    </message>
    <message>
        <source>Find on arXiv</source>
        <translation>在 arXiv 上查找</translation>
    </message>
    <message>
        <source>Titles and what arXiv proposes</source>
        <translation>标题和 arXiv 给出的候选论文</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>arXiv has answered. Tick what is the same paper.</source>
        <translation>arXiv 已答复。请勾选确实是同一篇的论文。</translation>
    </message>
    <message>
        <source>{done} of {total} titles looked up; arXiv lets programs ask every three seconds.</source>
        <translation>已查询 {done} / {total} 个标题；arXiv 允许程序每三秒请求一次。</translation>
    </message>
    <message>
        <source>Take over 1 match</source>
        <translation>采用 1 项匹配</translation>
    </message>
    <message>
        <source>Take over {count} matches</source>
        <translation>采用 {count} 项匹配</translation>
    </message>
    <message>
        <source>Nothing is ticked</source>
        <translation>没有勾选任何匹配</translation>
    </message>
</context>
<context>
    <name>Matching</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Likeness</source>
        <translation>相似度</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>Nothing alike</source>
        <translation>没有相似的</translation>
    </message>
    <message>
        <source>Clear match</source>
        <translation>明确匹配</translation>
    </message>
    <message>
        <source>1 proposal</source>
        <translation>1 篇候选</translation>
    </message>
    <message>
        <source>{count} proposals</source>
        <translation>{count} 篇候选</translation>
    </message>
    <message>
        <source>{share} % alike</source>
        <translation>相似度 {share}%</translation>
    </message>
    <message>
        <source>Took over 1 match.</source>
        <translation>已采用 1 项匹配。</translation>
    </message>
    <message>
        <source>Took over {count} matches.</source>
        <translation>已采用 {count} 项匹配。</translation>
    </message>
    <message>
        <source>Left as it was, because another paper has its arXiv id: {papers}.</source>
        <translation>有 {papers}保持原样，因为 arXiv 编号已属于别的论文。</translation>
    </message>
    <message>
        <source>Nothing was taken over: the papers have changed meanwhile.</source>
        <translation>没有采用任何匹配：这些论文在此期间有了变化。</translation>
    </message>
    <message>
        <source>{authors} and others</source>
        <translation>{authors} 等</translation>
    </message>
</context>
<context>
    <name>MergeBar</name>
    <message>
        <source>These are different</source>
        <translation>不是同一篇</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>They are not shown as duplicates again. Key D</source>
        <translation>以后不再列为重复。按键 D</translation>
    </message>
    <message>
        <source>Decide later. Key J</source>
        <translation>以后再定。按键 J</translation>
    </message>
    <message>
        <source>M merge · D different · J and K next and previous · 1, 2 … the one to keep</source>
        <translation>M 合并 · D 不是同一篇 · J、K 下一组、上一组 · 1、2… 选择保留哪一篇</translation>
    </message>
    <message>
        <source>Merge into “{title}”</source>
        <translation>合并到《{title}》</translation>
    </message>
    <message>
        <source>{papers} become one. It can be undone, and later imports find the one that is kept. Key M</source>
        <translation>将 {papers}合为一篇。可以撤销；以后再导入时会认出保留的这一篇。按键 M</translation>
    </message>
</context>
<context>
    <name>MissingTexts</name>
    <message>
        <source>Show all</source>
        <translation>显示全部</translation>
    </message>
    <message>
        <source>To be written: {texts}</source>
        <translation>待生成：{texts}</translation>
    </message>
    <message>
        <source>Could not be written: {texts}. {why}</source>
        <translation>未能生成：{texts}。{why}</translation>
    </message>
    <message>
        <source>Have the summary written…</source>
        <translation>生成概述…</translation>
    </message>
    <message>
        <source>Have translation and summary written…</source>
        <translation>生成译文和概述…</translation>
    </message>
    <message>
        <source>Have the translation written…</source>
        <translation>生成译文…</translation>
    </message>
</context>
<context>
    <name>ModelFailures</name>
    <message>
        <source>{name} refused the key, or asks for one.</source>
        <translation>{name} 不接受这个密钥，或需要密钥。</translation>
    </message>
    <message>
        <source>{name} does not know the model, or the address is wrong.</source>
        <translation>{name} 上没有这个模型，或者地址有误。</translation>
    </message>
    <message>
        <source>The credit at {name} is used up.</source>
        <translation>{name} 的额度已用完。</translation>
    </message>
    <message>
        <source>{name} gets more requests than it allows, and asks to wait.</source>
        <translation>{name} 收到的请求超过限额，要求稍等。</translation>
    </message>
    <message>
        <source>{name} did not answer in time.</source>
        <translation>{name} 没有及时答复。</translation>
    </message>
    <message>
        <source>{name} cannot be reached.</source>
        <translation>连不上 {name}。</translation>
    </message>
    <message>
        <source>{name} answered with an error.</source>
        <translation>{name} 返回了错误。</translation>
    </message>
    <message>
        <source>{name} gave an answer that is none of a language model.</source>
        <translation>{name} 的答复不像是语言模型给出的。</translation>
    </message>
    <message>
        <source>The text is longer than the model can take in.</source>
        <translation>文本超出了模型能读入的长度。</translation>
    </message>
    <message>
        <source>Papershelf does not go to this address: {name}.</source>
        <translation>Papershelf 不会访问这个地址：{name}。</translation>
    </message>
    <message>
        <source>{name} sent a web page where a model’s answer was expected.</source>
        <translation>{name} 返回的是网页，而不是模型的答复。</translation>
    </message>
    <message>
        <source>Look at the key in the settings, or give a new one.</source>
        <translation>请在设置里检查密钥，或换一个新的。</translation>
    </message>
    <message>
        <source>Choose one in the settings: “List models” shows which there are.</source>
        <translation>请在设置里选择一个：“列出模型”会显示有哪些。</translation>
    </message>
    <message>
        <source>Top it up there, or choose another model; then go on.</source>
        <translation>请到那里充值，或换一个模型，然后继续。</translation>
    </message>
    <message>
        <source>It goes on by itself. Fewer requests at a time or a minute, in the settings, avoid this.</source>
        <translation>稍后会自动继续。在设置里减少同时或每分钟的请求数，可以避免这种情况。</translation>
    </message>
    <message>
        <source>It is tried again by itself. A slow model does better with fewer requests at a time.</source>
        <translation>会自动重试。模型较慢时，减少同时请求数会好一些。</translation>
    </message>
    <message>
        <source>Is there a network? It is tried again by itself.</source>
        <translation>网络是否正常？稍后会自动重试。</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>会自动重试。</translation>
    </message>
    <message>
        <source>Look at the address in the settings.</source>
        <translation>请在设置里检查地址。</translation>
    </message>
    <message>
        <source>Choose a model with more context, or shorten the prompt.</source>
        <translation>请选择上下文更长的模型，或缩短提示词。</translation>
    </message>
    <message>
        <source>Nothing was sent there. An address begins with https://, or with http:// in your own network.</source>
        <translation>没有向它发送任何内容。地址要以 https:// 开头，局域网地址可以用 http://。</translation>
    </message>
    <message>
        <source>Look at the address in the settings; most end in /v1. A network may also ask you to log in.</source>
        <translation>请在设置里检查地址，多数以 /v1 结尾。也可能是网络要求先登录。</translation>
    </message>
    <message>
        <source>Is {name} running? Start it; then go on.</source>
        <translation>{name} 在运行吗？请先启动它，然后继续。</translation>
    </message>
    <message>
        <source>What was written so far is stored.</source>
        <translation>已生成的内容都已保存。</translation>
    </message>
    <message>
        <source>The model would not write it.</source>
        <translation>模型拒绝生成。</translation>
    </message>
    <message>
        <source>The model wrote nothing.</source>
        <translation>模型什么也没有写。</translation>
    </message>
    <message>
        <source>The model wrote a placeholder instead of a text.</source>
        <translation>模型写的是占位文字，不是正文。</translation>
    </message>
    <message>
        <source>The model wrote in another language.</source>
        <translation>模型写成了另一种语言。</translation>
    </message>
    <message>
        <source>The text breaks off.</source>
        <translation>文本中途断了。</translation>
    </message>
    <message>
        <source>The text is too short to be whole.</source>
        <translation>文本太短，不完整。</translation>
    </message>
    <message>
        <source>The text is too long to be about this paper alone.</source>
        <translation>文本太长，不像只讲这一篇论文。</translation>
    </message>
    <message>
        <source>The model gave back the original.</source>
        <translation>模型把原文照抄了回来。</translation>
    </message>
    <message>
        <source>The model put HTML or links into the text.</source>
        <translation>模型在文本里加了 HTML 或链接。</translation>
    </message>
    <message>
        <source>The model answered with another text than was asked for.</source>
        <translation>模型答的不是所要求的文本。</translation>
    </message>
    <message>
        <source>The answer could not be read.</source>
        <translation>无法读取模型的答复。</translation>
    </message>
    <message>
        <source>The answer could not be read: {said}</source>
        <translation>无法读取模型的答复：{said}</translation>
    </message>
    <message>
        <source>{what} It says: {detail}</source>
        <translation>{what}它的答复：{detail}</translation>
    </message>
</context>
<context>
    <name>ModelPage</name>
    <message>
        <source>Language model</source>
        <translation>语言模型</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>An address begins with https://, or with http:// on this computer or in your own network. The old one stands.</source>
        <translation>地址要以 https:// 开头，本机和局域网地址可以用 http://。原来的地址没有变。</translation>
    </message>
    <message>
        <source>List models</source>
        <translation>列出模型</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>It translates titles and abstracts and writes summaries, when you ask for it.</source>
        <translation>应你的要求翻译标题和摘要、撰写概述。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>服务</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>密钥</translation>
    </message>
    <message>
        <source>Requests at a time</source>
        <translation>同时请求数</translation>
    </message>
    <message>
        <source>Requests a minute</source>
        <translation>每分钟请求数</translation>
    </message>
    <message>
        <source>A million tokens</source>
        <translation>每百万 token</translation>
    </message>
    <message>
        <source>As its price list says. Left empty, costs are not estimated.</source>
        <translation>按服务的价目表填写；留空则不估算费用。</translation>
    </message>
    <message>
        <source>May be sent texts</source>
        <translation>已允许接收文本</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Price of a million tokens sent</source>
        <translation>每百万 token 的发送价格</translation>
    </message>
    <message>
        <source>Price of a million tokens written</source>
        <translation>每百万 token 的生成价格</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>货币</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>written</source>
        <translation>生成</translation>
    </message>
</context>
<context>
    <name>ModelTrial</name>
    <message>
        <source>Asking…</source>
        <translation>正在询问…</translation>
    </message>
    <message>
        <source>{count} models. Choose one.</source>
        <translation>共 {count} 个模型，请选择一个。</translation>
    </message>
    <message>
        <source>It lists none. Type the name that its description gives.</source>
        <translation>它没有列出模型。请按说明输入模型名称。</translation>
    </message>
    <message>
        <source>It works: {model} answered in {seconds} s.</source>
        <translation>可以使用：{model} 在 {seconds} 秒内作答。</translation>
    </message>
</context>
<context>
    <name>MonthStrip</name>
    <message>
        <source>Months</source>
        <translation>月份</translation>
    </message>
</context>
<context>
    <name>NewDigestPopup</name>
    <message>
        <source>New digest from…</source>
        <translation>新建摘要集，来自…</translation>
    </message>
    <message>
        <source>Type a collection, a feed, or a name for an empty digest</source>
        <translation>输入收藏夹、订阅源，或一份空白摘要集的名称</translation>
    </message>
    <message>
        <source>An empty digest “{name}”</source>
        <translation>空白摘要集“{name}”</translation>
    </message>
    <message>
        <source>An empty digest</source>
        <translation>空白摘要集</translation>
    </message>
    <message>
        <source>The selection: {papers}</source>
        <translation>选中的论文：{papers}</translation>
    </message>
    <message>
        <source>{name}: {papers}</source>
        <translation>{name}：{papers}</translation>
    </message>
    <message>
        <source>{name}, {day}: {papers}</source>
        <translation>{name}，{day}：{papers}</translation>
    </message>
    <message>
        <source>What I read this week: {papers}</source>
        <translation>我本周读过的：{papers}</translation>
    </message>
    <message>
        <source>This list</source>
        <translation>当前列表</translation>
    </message>
    <message>
        <source>{source} (a digest holds {count} at most)</source>
        <translation>{source}（一份摘要集最多收 {count} 篇）</translation>
    </message>
</context>
<context>
    <name>NewVersion</name>
    <message>
        <source>Not now</source>
        <translation>暂不处理</translation>
    </message>
    <message>
        <source>The mark goes, until there is a version that is newer still</source>
        <translation>标记消失，直到出现更新的版本</translation>
    </message>
    <message>
        <source>v{new} of {day} withdraws this paper.</source>
        <translation>{day} 的 v{new} 撤回了这篇论文。</translation>
    </message>
    <message>
        <source>v{new} of {day} is on arXiv.</source>
        <translation>arXiv 上有新版本 v{new}（{day}）。</translation>
    </message>
    <message>
        <source>You have v{old}.</source>
        <translation>你手上的是 v{old}。</translation>
    </message>
    <message>
        <source>Yours is an older one.</source>
        <translation>你手上的版本较旧。</translation>
    </message>
    <message>
        <source>Changed: {texts}.</source>
        <translation>有变化：{texts}。</translation>
    </message>
    <message>
        <source>Its texts are the same.</source>
        <translation>文字没有变化。</translation>
    </message>
    <message>
        <source>Show v{version} here</source>
        <translation>在此显示 v{version}</translation>
    </message>
    <message>
        <source>Title and abstract become those of this version. Can be undone.</source>
        <translation>标题和摘要换成这个版本的。可以撤销。</translation>
    </message>
    <message>
        <source>Download PDF of v{version}</source>
        <translation>下载 v{version} 的 PDF</translation>
    </message>
    <message>
        <source>Hide the changes</source>
        <translation>隐藏变化</translation>
    </message>
    <message>
        <source>See the changes</source>
        <translation>查看变化</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>comment</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>NoteSection</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Your own note</source>
        <translation>你自己的笔记</translation>
    </message>
</context>
<context>
    <name>NotesDialog</name>
    <message>
        <source>Pictures of areas, in a folder beside</source>
        <translation>区域的图像，存放在旁边的文件夹里</translation>
    </message>
    <message>
        <source>This paper</source>
        <translation>这篇论文</translation>
    </message>
    <message>
        <source>Selection: {papers}</source>
        <translation>选中的 {papers}</translation>
    </message>
    <message>
        <source>List: {papers}, those with notes or marks</source>
        <translation>列表中的 {papers}，只限有笔记或标注的</translation>
    </message>
    <message>
        <source>One file</source>
        <translation>一个文件</translation>
    </message>
    <message>
        <source>A file for each paper, in one folder</source>
        <translation>每篇论文一个文件，放在同一文件夹</translation>
    </message>
    <message>
        <source>Export notes and marks</source>
        <translation>导出笔记和标注</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写成</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>Write into this file</source>
        <translation>写入这个文件</translation>
    </message>
    <message>
        <source>In a file that is there already only the notes of these papers change; what you wrote before or after them stays.</source>
        <translation>已有的文件里只更新这些论文的笔记，你写在前后的内容不变。</translation>
    </message>
</context>
<context>
    <name>NoticesBar</name>
    <message>
        <source>Write texts…</source>
        <translation>生成文本…</translation>
    </message>
    <message>
        <source>A translation or the summary is missing for {papers}</source>
        <translation>{papers}缺少译文或概述</translation>
    </message>
</context>
<context>
    <name>OpenFile</name>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening…</source>
        <translation>正在打开…</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>typed by you on {day}</source>
        <translation>你在 {day} 写下</translation>
    </message>
    <message>
        <source>from arXiv, {version}</source>
        <translation>来自 arXiv，{version}</translation>
    </message>
    <message>
        <source>by {name} on {day}</source>
        <translation>{name} 于 {day} 生成</translation>
    </message>
    <message>
        <source>, prompt {version}</source>
        <translation>，提示词 {version}</translation>
    </message>
    <message>
        <source>from {name}</source>
        <translation>来自 {name}</translation>
    </message>
</context>
<context>
    <name>OutboxPage</name>
    <message>
        <source>It arrived</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>Do not send</source>
        <translation>不发送</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>E-mail settings…</source>
        <translation>邮件设置…</translation>
    </message>
    <message>
        <source>Outbox</source>
        <translation>发件箱</translation>
    </message>
    <message>
        <source>No mail yet. Open one of your digests and hand it on by e-mail: it waits here until it is sent.</source>
        <translation>还没有邮件。打开一份自编摘要集，用邮件分发：它会在这里等到发送为止。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
    <message>
        <source>Send now</source>
        <translation>立即发送</translation>
    </message>
</context>
<context>
    <name>OwnDigest</name>
    <message>
        <source>Source format</source>
        <translation>源格式</translation>
    </message>
    <message>
        <source>With my notes and marks</source>
        <translation>附我的笔记和标注</translation>
    </message>
    <message>
        <source>English only</source>
        <translation>仅英文</translation>
    </message>
    <message>
        <source>Translated title</source>
        <translation>译文标题</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概述</translation>
    </message>
    <message>
        <source>English summary</source>
        <translation>英文概述</translation>
    </message>
    <message>
        <source>Translated abstract</source>
        <translation>译文摘要</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Markdown file</source>
        <translation>Markdown 文件</translation>
    </message>
    <message>
        <source>Web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>RSS file</source>
        <translation>RSS 文件</translation>
    </message>
    <message>
        <source>Folder by days</source>
        <translation>按日期的文件夹</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>{told}  ·  changed since</source>
        <translation>{told}  ·  此后有改动</translation>
    </message>
    <message>
        <source>Handed on {when}, changed since</source>
        <translation>{when} 分发，此后有改动</translation>
    </message>
    <message>
        <source>Handed on {when}</source>
        <translation>{when} 分发</translation>
    </message>
</context>
<context>
    <name>PageActions</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Digests by date</source>
        <translation>按日期查看摘要集</translation>
    </message>
</context>
<context>
    <name>PageFailures</name>
    <message>
        <source>The file is gone, or may not be read.</source>
        <translation>文件不见了，或不允许读取。</translation>
    </message>
    <message>
        <source>The part of Papershelf that reads PDFs did not start.</source>
        <translation>Papershelf 读取 PDF 的部分未能启动。</translation>
    </message>
    <message>
        <source>It is damaged, too large, or takes too long to draw.</source>
        <translation>它已损坏、太大，或绘制时间太长。</translation>
    </message>
</context>
<context>
    <name>PageNumber</name>
    <message>
        <source>Page</source>
        <translation>页码</translation>
    </message>
    <message>
        <source>Page: a number, or what the page calls itself</source>
        <translation>页码：第几页，或印在页面上的页码</translation>
    </message>
</context>
<context>
    <name>PageView</name>
    <message>
        <source>Page {page} is being drawn…</source>
        <translation>正在绘制第 {page} 页…</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>PaperCard</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Original title</source>
        <translation>原标题</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概述</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Translated abstract</source>
        <translation>译文摘要</translation>
    </message>
    <message>
        <source>{authors} and {count} more</source>
        <translation>{authors} 等，另有 {count} 位</translation>
    </message>
    <message>
        <source>PDF is here</source>
        <translation>已有 PDF</translation>
    </message>
    <message>
        <source>no PDF</source>
        <translation>没有 PDF</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>{digests} and {count} more</source>
        <translation>{digests}，另有 {count} 份</translation>
    </message>
    <message>
        <source>From {digests}</source>
        <translation>来自 {digests}</translation>
    </message>
</context>
<context>
    <name>PaperColumns</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加于</translation>
    </message>
    <message>
        <source>arXiv id</source>
        <translation>arXiv 编号</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>摘要集</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>优先级</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Last read</source>
        <translation>最近阅读</translation>
    </message>
    <message>
        <source>v{version} is on arXiv</source>
        <translation>arXiv 上有 v{version}</translation>
    </message>
</context>
<context>
    <name>PaperCommands</name>
    <message>
        <source>Changing the library</source>
        <translation>正在更改文库</translation>
    </message>
    <message>
        <source>Taken back: {step}.</source>
        <translation>已撤销：{step}。</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Done again: {step}.</source>
        <translation>已重做：{step}。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>No link is known. Add an arXiv id in the details, or a link under “…” there.</source>
        <translation>没有已知的链接。可以在详情里添加 arXiv 编号，或点“…”添加链接。</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>Copied {papers}.</source>
        <translation>已复制 {papers}。</translation>
    </message>
    <message>
        <source>Copied 1 link.</source>
        <translation>已复制 1 个链接。</translation>
    </message>
    <message>
        <source>Copied {count} links.</source>
        <translation>已复制 {count} 个链接。</translation>
    </message>
    <message>
        <source>No browser could be started. The link: {link}</source>
        <translation>无法启动浏览器。链接是：{link}</translation>
    </message>
</context>
<context>
    <name>PaperFacts</name>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Add authors</source>
        <translation>添加作者</translation>
    </message>
</context>
<context>
    <name>PaperHead</name>
    <message>
        <source>Key {number}</source>
        <translation>按键 {number}</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>不参与合并</translation>
    </message>
    <message>
        <source>Leave out paper {number}</source>
        <translation>论文 {number} 不参与合并</translation>
    </message>
    <message>
        <source>{number}. Kept</source>
        <translation>{number}. 保留</translation>
    </message>
    <message>
        <source>{number}. Keep this one</source>
        <translation>{number}. 保留这一篇</translation>
    </message>
</context>
<context>
    <name>PaperPage</name>
    <message>
        <source>Seen in</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>On arXiv</source>
        <translation>arXiv 信息</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
</context>
<context>
    <name>PaperTableModel</name>
    <message>
        <source>in {digests}</source>
        <translation>见于 {digests}</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>未加星标</translation>
    </message>
    <message>
        <source>a language model is still to write texts of it</source>
        <translation>还有文本等待语言模型生成</translation>
    </message>
    <message>
        <source>no PDF yet: {state}</source>
        <translation>还没有 PDF：{state}</translation>
    </message>
    <message>
        <source>has a PDF</source>
        <translation>有 PDF</translation>
    </message>
    <message>
        <source>no PDF</source>
        <translation>没有 PDF</translation>
    </message>
</context>
<context>
    <name>PaperTableView</name>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
</context>
<context>
    <name>PaperTexts</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Add a title</source>
        <translation>添加标题</translation>
    </message>
    <message>
        <source>Translated title</source>
        <translation>译文标题</translation>
    </message>
    <message>
        <source>Add a translated title</source>
        <translation>添加译文标题</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概述</translation>
    </message>
    <message>
        <source>Add a summary</source>
        <translation>添加概述</translation>
    </message>
    <message>
        <source>Translated summary</source>
        <translation>译文概述</translation>
    </message>
    <message>
        <source>Add a translated summary</source>
        <translation>添加译文概述</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Add the abstract</source>
        <translation>添加摘要</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>译文</translation>
    </message>
    <message>
        <source>Translated abstract</source>
        <translation>译文摘要</translation>
    </message>
    <message>
        <source>Add a translated abstract</source>
        <translation>添加译文摘要</translation>
    </message>
</context>
<context>
    <name>PassageFilters</name>
    <message>
        <source>Colour of marks</source>
        <translation>标注的颜色</translation>
    </message>
    <message>
        <source>Tag of marks</source>
        <translation>标注的标签</translation>
    </message>
    <message>
        <source>Any colour</source>
        <translation>任何颜色</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>任何标签</translation>
    </message>
</context>
<context>
    <name>Passages</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概述</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>PDFs</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Notes and texts</source>
        <translation>笔记和文字</translation>
    </message>
    <message>
        <source>without a place</source>
        <translation>没有位置</translation>
    </message>
    <message>
        <source>p. {page}</source>
        <translation>第 {page} 页</translation>
    </message>
    <message>
        <source>Show more papers ({count})</source>
        <translation>显示更多论文（{count}）</translation>
    </message>
    <message>
        <source>1 more place</source>
        <translation>还有 1 处</translation>
    </message>
    <message>
        <source>{count} more places</source>
        <translation>还有 {count} 处</translation>
    </message>
</context>
<context>
    <name>PassagesList</name>
    <message>
        <source>Places found</source>
        <translation>找到的各处</translation>
    </message>
</context>
<context>
    <name>PassagesPage</name>
    <message>
        <source>Search PDFs, marks, notes and texts …</source>
        <translation>搜索 PDF、标注、笔记和文字…</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>No mark yet. Select text in a PDF, and press Alt+1 to highlight it.</source>
        <translation>还没有标注。在 PDF 里选中文字，按 Alt+1 即可高亮。</translation>
    </message>
    <message>
        <source>Type what you look for: it is searched in PDFs, marks, notes and texts of all papers.</source>
        <translation>输入要找的内容，将在所有论文的 PDF、标注、笔记和文字里搜索。</translation>
    </message>
    <message>
        <source>Resume reading</source>
        <translation>继续读取</translation>
    </message>
</context>
<context>
    <name>PasswordPage</name>
    <message>
        <source>This PDF is locked with a password.</source>
        <translation>这个 PDF 有密码保护。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Asked once: it is forgotten when the program ends.</source>
        <translation>只问一次，退出程序就忘掉。</translation>
    </message>
    <message>
        <source>This is not the password. Capital letters count.</source>
        <translation>密码不对。请注意区分大小写。</translation>
    </message>
</context>
<context>
    <name>PasswordRow</name>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Forget the password</source>
        <translation>删除密码</translation>
    </message>
    <message>
        <source>Another password</source>
        <translation>更换密码</translation>
    </message>
    <message>
        <source>Kept in this computer’s keyring, for this server and user alone.</source>
        <translation>保存在这台电脑的密钥环里，只用于这台服务器和这个用户。</translation>
    </message>
    <message>
        <source>Kept until Papershelf is closed: this computer has no keyring that takes it, or it is locked.</source>
        <translation>只保留到 Papershelf 关闭为止：这台电脑没有能保存它的密钥环，或密钥环已锁定。</translation>
    </message>
    <message>
        <source>It comes from PAPERSHELF_MAIL_PASSWORD and cannot be changed here.</source>
        <translation>密码来自 PAPERSHELF_MAIL_PASSWORD，不能在这里更改。</translation>
    </message>
    <message>
        <source>None is needed without a user name.</source>
        <translation>没有用户名就不需要密码。</translation>
    </message>
    <message>
        <source>It goes into this computer’s keyring, if there is one. Many services want a password made for programs.</source>
        <translation>密码会存入这台电脑的密钥环（如果有）。许多服务要求使用程序专用密码。</translation>
    </message>
</context>
<context>
    <name>PdfActions</name>
    <message>
        <source>This paper has no PDF yet.</source>
        <translation>这篇论文还没有 PDF。</translation>
    </message>
    <message>
        <source>Download PDF</source>
        <translation>下载 PDF</translation>
    </message>
    <message>
        <source>This PDF is no longer in the folder of the library.</source>
        <translation>这个 PDF 已不在文库文件夹里。</translation>
    </message>
    <message>
        <source>Find missing PDFs, in the menu File, looks for it elsewhere.</source>
        <translation>菜单“文件”里的“查找缺失的 PDF”可以到别处去找。</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>重新下载</translation>
    </message>
</context>
<context>
    <name>PopupActions</name>
    <message>
        <source>Tags of {papers}</source>
        <translation>{papers}的标签</translation>
    </message>
    <message>
        <source>Collections of {papers}</source>
        <translation>{papers}的收藏夹</translation>
    </message>
    <message>
        <source>Due date of {papers}</source>
        <translation>{papers}的截止日期</translation>
    </message>
</context>
<context>
    <name>PrefaceField</name>
    <message>
        <source>A few words before the papers</source>
        <translation>写在论文前面的几句话</translation>
    </message>
    <message>
        <source>Preface</source>
        <translation>前言</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>arXiv</source>
        <translation>arXiv</translation>
    </message>
    <message>
        <source>Citing</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview of the page</source>
        <translation>网页预览</translation>
    </message>
    <message>
        <source>Preview of the Markdown</source>
        <translation>Markdown 预览</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>纯文本</translation>
    </message>
    <message>
        <source>Preview of the text</source>
        <translation>纯文本预览</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>This is what is handed on: {size}.</source>
        <translation>分发的就是这份内容：{size}。</translation>
    </message>
</context>
<context>
    <name>PromptsPage</name>
    <message>
        <source>Prompts</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>提示词</translation>
    </message>
    <message>
        <source>Text of the prompt</source>
        <translation>提示词内容</translation>
    </message>
    <message>
        <source>Back to the program’s own</source>
        <translation>恢复程序自带的</translation>
    </message>
    <message>
        <source>What is sent for a sample paper</source>
        <translation>查看为示例论文发送的内容</translation>
    </message>
    <message>
        <source>What the model is told to do. {language} stands for the language that is wanted.</source>
        <translation>告诉模型要做什么。{language} 代表所要的语言。</translation>
    </message>
    <message>
        <source>Your own text, version {version}</source>
        <translation>你自己的提示词，版本 {version}</translation>
    </message>
    <message>
        <source>The program’s own, version {version}</source>
        <translation>程序自带的提示词，版本 {version}</translation>
    </message>
    <message>
        <source>Translation</source>
        <translation>翻译</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概述</translation>
    </message>
    <message>
        <source>other languages</source>
        <translation>其他语言</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>Show all {count}</source>
        <translation>显示全部 {count} 处</translation>
    </message>
    <message>
        <source>Feed {name}</source>
        <translation>订阅源 {name}</translation>
    </message>
    <message>
        <source>row {row}, imported {day}</source>
        <translation>第 {row} 行，{day} 导入</translation>
    </message>
    <message>
        <source>recognised by its title alone</source>
        <translation>仅凭标题认出</translation>
    </message>
    <message>
        <source>Split off</source>
        <translation>拆分出去</translation>
    </message>
    <message>
        <source>This row is another paper: give it an entry of its own. Can be undone.</source>
        <translation>这一行其实是另一篇论文：让它成为独立的论文。可以撤销。</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>文件类型(&amp;T)：</translation>
    </message>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>请按新的快捷键</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
</context>
<context>
    <name>ReaderToolBar</name>
    <message>
        <source>Size of the pages</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>The PDFs of this paper</source>
        <translation>这篇论文的 PDF</translation>
    </message>
    <message>
        <source>How pages stand</source>
        <translation>页面的排列</translation>
    </message>
</context>
<context>
    <name>ReadingDesk</name>
    <message>
        <source>Library</source>
        <translation>文库</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close the others</source>
        <translation>关闭其他标签页</translation>
    </message>
    <message>
        <source>Open in another program</source>
        <translation>用其他程序打开</translation>
    </message>
    <message>
        <source>Show in the library</source>
        <translation>在文库中显示</translation>
    </message>
</context>
<context>
    <name>ReadingList</name>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>待读</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>No priority</source>
        <translation>无优先级</translation>
    </message>
    <message>
        <source>Low priority</source>
        <translation>低优先级</translation>
    </message>
    <message>
        <source>Medium priority</source>
        <translation>中优先级</translation>
    </message>
    <message>
        <source>High priority</source>
        <translation>高优先级</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>High</source>
        <translation>高</translation>
    </message>
    <message>
        <source>overdue {day}</source>
        <translation>{day} 已过期</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>{day} 截止</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>yyyy年M月d日</translation>
    </message>
</context>
<context>
    <name>ReadingListActions</name>
    <message>
        <source>The queue is empty. “Put into the queue” brings papers there.</source>
        <translation>待读队列是空的。用“加入待读队列”把论文排进来。</translation>
    </message>
    <message>
        <source>Closed on its last page.</source>
        <translation>在最后一页关闭了这篇论文。</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
</context>
<context>
    <name>ReadingStrip</name>
    <message>
        <source>Status: {value}</source>
        <translation>状态：{value}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Not starred</source>
        <translation>未加星标</translation>
    </message>
    <message>
        <source>No due date</source>
        <translation>无截止日期</translation>
    </message>
    <message>
        <source>Due date: {value}</source>
        <translation>截止日期：{value}</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>标签…</translation>
    </message>
    <message>
        <source>Collections…</source>
        <translation>收藏夹…</translation>
    </message>
    <message>
        <source>Show papers with the tag “{name}”</source>
        <translation>显示带标签“{name}”的论文</translation>
    </message>
    <message>
        <source>Take the tag “{name}” off</source>
        <translation>去掉标签“{name}”</translation>
    </message>
    <message>
        <source>Show the collection “{name}”</source>
        <translation>显示收藏夹“{name}”</translation>
    </message>
    <message>
        <source>Take out of the collection “{name}”</source>
        <translation>移出收藏夹“{name}”</translation>
    </message>
</context>
<context>
    <name>RecipientsField</name>
    <message>
        <source>To</source>
        <translation>收件人</translation>
    </message>
</context>
<context>
    <name>RecipientsRow</name>
    <message>
        <source>Send to these</source>
        <translation>发送给这些人</translation>
    </message>
    <message>
        <source>Still to</source>
        <translation>尚未送达</translation>
    </message>
    <message>
        <source>Also to</source>
        <translation>另外发给</translation>
    </message>
</context>
<context>
    <name>RecognisedPane</name>
    <message>
        <source>Look up by title on arXiv</source>
        <translation>按标题在 arXiv 上查找</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What was recognised</source>
        <translation>认出的内容</translation>
    </message>
    <message>
        <source>What is recognised appears here. Nothing is added before you say so.</source>
        <translation>认出的内容会显示在这里。在你确认之前，什么都不会添加。</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Reading {file}</source>
        <translation>正在读取 {file}</translation>
    </message>
</context>
<context>
    <name>Recovery</name>
    <message>
        <source>Go back to the backup of {day}</source>
        <translation>还原到 {day} 的备份</translation>
    </message>
</context>
<context>
    <name>RelatedSection</name>
    <message>
        <source>No other paper of the library has to do with it, as far as words, authors and digests tell.</source>
        <translation>从文字、作者和摘要集来看，文库里没有与它相关的论文。</translation>
    </message>
    <message>
        <source>also by {names}</source>
        <translation>同一作者：{names}</translation>
    </message>
    <message>
        <source>in {count} digests with it</source>
        <translation>同在 {count} 份摘要集中</translation>
    </message>
    <message>
        <source>in the same digest</source>
        <translation>同在一份摘要集中</translation>
    </message>
    <message>
        <source>similar text: {words}</source>
        <translation>内容相近：{words}</translation>
    </message>
    <message>
        <source>Related papers</source>
        <translation>相关论文</translation>
    </message>
</context>
<context>
    <name>RelinkDialog</name>
    <message>
        <source>Find missing PDFs</source>
        <translation>查找缺失的 PDF</translation>
    </message>
    <message>
        <source>{missing} Choose a folder to look in. PDFs are known by their contents, whatever they are called now; nothing in that folder is changed.</source>
        <translation>{missing}请选择要查找的文件夹。程序凭内容辨认 PDF，改了名也没关系；那个文件夹里的内容不会改动。</translation>
    </message>
    <message>
        <source>Missing PDFs</source>
        <translation>缺失的 PDF</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Download {pdfs} again</source>
        <translation>重新下载 {pdfs}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>RelinkFlow</name>
    <message>
        <source>No PDF is missing.</source>
        <translation>没有缺失的 PDF。</translation>
    </message>
    <message>
        <source>Look for PDFs in</source>
        <translation>在哪里查找 PDF</translation>
    </message>
    <message>
        <source>Looking for {pdfs}</source>
        <translation>正在查找 {pdfs}</translation>
    </message>
</context>
<context>
    <name>ReplacedBar</name>
    <message>
        <source>This PDF was replaced in the folder of the library by another file.</source>
        <translation>文库文件夹里的这个 PDF 已被另一个文件替换。</translation>
    </message>
    <message>
        <source>Its marks and your place are kept, but may not fit these pages; new marks cannot be made.</source>
        <translation>原有标注和阅读位置都已保留，但可能与这些页面对不上；无法添加新标注。</translation>
    </message>
    <message>
        <source>Put the original back or download it again; add the new file as a PDF of its own.</source>
        <translation>请放回原文件或重新下载；新文件请作为另一个 PDF 添加。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>ReplacedFile</name>
    <message>
        <source>No new marks can be made: this PDF was replaced by another file.</source>
        <translation>无法添加新标注：这个 PDF 已被另一个文件替换。</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search titles, abstracts, notes …</source>
        <translation>搜索标题、摘要、笔记…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Results appear in the table while you type. Down offers fields and earlier searches.</source>
        <translation>输入时，列表随之变化。按向下键可选择字段和以前的搜索。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
</context>
<context>
    <name>SearchDesk</name>
    <message>
        <source>Search everything</source>
        <translation>搜索全部内容</translation>
    </message>
</context>
<context>
    <name>SearchFields</name>
    <message>
        <source>words of the title, original or translated</source>
        <translation>标题，原文或译文</translation>
    </message>
    <message>
        <source>a name among the authors</source>
        <translation>作者的名字</translation>
    </message>
    <message>
        <source>words of the abstract</source>
        <translation>摘要里的词</translation>
    </message>
    <message>
        <source>words of the one-sentence summary</source>
        <translation>一句话概述里的词</translation>
    </message>
    <message>
        <source>words of your own note</source>
        <translation>你自己笔记里的词</translation>
    </message>
    <message>
        <source>the beginning of an arXiv id or DOI</source>
        <translation>编号或 DOI 的开头</translation>
    </message>
    <message>
        <source>a year, a month, or from–to</source>
        <translation>年、月或起止范围</translation>
    </message>
    <message>
        <source>a part of a digest’s name</source>
        <translation>摘要集名称的一部分</translation>
    </message>
    <message>
        <source>what a feed brought</source>
        <translation>订阅源带来的论文</translation>
    </message>
    <message>
        <source>a tag, with those below it</source>
        <translation>标签，包括其下级标签</translation>
    </message>
    <message>
        <source>a collection, with those below it</source>
        <translation>收藏夹，包括其下级收藏夹</translation>
    </message>
    <message>
        <source>what a saved search finds</source>
        <translation>某个已存搜索的结果</translation>
    </message>
    <message>
        <source>how far you are</source>
        <translation>阅读状态</translation>
    </message>
    <message>
        <source>starred, due or overdue</source>
        <translation>已加星标、本周截止或已过期</translation>
    </message>
    <message>
        <source>how urgent it is</source>
        <translation>优先程度</translation>
    </message>
    <message>
        <source>today, week, 14d or a date: when it is due</source>
        <translation>today、week、14d 或日期：截止日期</translation>
    </message>
    <message>
        <source>today, week, 7d or a date: when it came in</source>
        <translation>today、week、7d 或日期：加入文库的日期</translation>
    </message>
    <message>
        <source>today, week, 7d or a date: when you had read it</source>
        <translation>today、week、7d 或日期：读完的日期</translation>
    </message>
    <message>
        <source>what a paper has</source>
        <translation>论文具备的内容</translation>
    </message>
    <message>
        <source>a tag, whichever</source>
        <translation>任何标签</translation>
    </message>
    <message>
        <source>a place in a collection, whichever</source>
        <translation>在任何收藏夹中</translation>
    </message>
    <message>
        <source>a due date</source>
        <translation>有截止日期</translation>
    </message>
    <message>
        <source>not sorted yet</source>
        <translation>收件箱：尚未分拣</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>待读：在队列中</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>在读：已开始读</translation>
    </message>
    <message>
        <source>read to the end</source>
        <translation>已读：已读完</translation>
    </message>
    <message>
        <source>put aside without being read</source>
        <translation>已归档：不读，先放一边</translation>
    </message>
    <message>
        <source>inbox, queued or reading</source>
        <translation>未读：收件箱、待读或在读</translation>
    </message>
    <message>
        <source>with a star</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>due by the end of this week, or overdue</source>
        <translation>本周内截止，或已过期</translation>
    </message>
    <message>
        <source>was due before today</source>
        <translation>今天之前就已到期</translation>
    </message>
    <message>
        <source>most urgent</source>
        <translation>最紧急</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>较紧急</translation>
    </message>
    <message>
        <source>less urgent</source>
        <translation>不太紧急</translation>
    </message>
    <message>
        <source>without a priority</source>
        <translation>没有优先级</translation>
    </message>
    <message>
        <source>words that you marked, or wrote on a mark</source>
        <translation>你标出的文字，或写在标注上的文字</translation>
    </message>
    <message>
        <source>words of its PDFs</source>
        <translation>PDF 正文里的词</translation>
    </message>
    <message>
        <source>a PDF is in the library</source>
        <translation>文库里有 PDF</translation>
    </message>
    <message>
        <source>marks on its PDFs</source>
        <translation>PDF 上有标注</translation>
    </message>
    <message>
        <source>a one-sentence summary</source>
        <translation>有一句话概述</translation>
    </message>
    <message>
        <source>a note of your own</source>
        <translation>有你的笔记</translation>
    </message>
    <message>
        <source>a translated title or abstract</source>
        <translation>有译文标题或译文摘要</translation>
    </message>
    <message>
        <source>an abstract</source>
        <translation>有摘要</translation>
    </message>
    <message>
        <source>a newer version on arXiv</source>
        <translation>arXiv 上有新版本</translation>
    </message>
</context>
<context>
    <name>SearchNames</name>
    <message>
        <source>No feed “{name}” is followed.</source>
        <translation>没有订阅“{name}”这个订阅源。</translation>
    </message>
    <message>
        <source>There is no tag “{name}”.</source>
        <translation>没有标签“{name}”。</translation>
    </message>
    <message>
        <source>There is no collection “{name}”.</source>
        <translation>没有收藏夹“{name}”。</translation>
    </message>
    <message>
        <source>There is no saved search “{name}”.</source>
        <translation>没有已存搜索“{name}”。</translation>
    </message>
    <message>
        <source>The saved search “{name}” refers to itself, so it finds nothing. Edit it to break the circle.</source>
        <translation>已存搜索“{name}”引用了自己，因此没有结果。请改一改，去掉循环引用。</translation>
    </message>
</context>
<context>
    <name>SecretRow</name>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>SelectionBar</name>
    <message>
        <source>Mark the selected text</source>
        <translation>标注所选文字</translation>
    </message>
    <message>
        <source>Underline</source>
        <translation>下划线</translation>
    </message>
    <message>
        <source>Strike out</source>
        <translation>删除线</translation>
    </message>
    <message>
        <source>Highlight and comment</source>
        <translation>高亮并批注</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Search in the library</source>
        <translation>在文库中搜索</translation>
    </message>
</context>
<context>
    <name>SendingBox</name>
    <message>
        <source>Choose a language model…</source>
        <translation>选择语言模型…</translation>
    </message>
    <message>
        <source>See exactly what is sent</source>
        <translation>查看发送的确切内容</translation>
    </message>
    <message>
        <source>What is sent for the first paper</source>
        <translation>为第一篇论文发送的内容</translation>
    </message>
    <message>
        <source>No language model is chosen yet. Until then, texts are typed by hand.</source>
        <translation>还没有选择语言模型。在此之前，文本由你手工填写。</translation>
    </message>
    <message>
        <source>{address} ({name})</source>
        <translation>{address}（{name}）</translation>
    </message>
    <message>
        <source>Sent to {address}, model {model}:</source>
        <translation>发送到 {address}，模型 {model}：</translation>
    </message>
    <message>
        <source>Title and abstract of {papers}, and the prompts.</source>
        <translation>{papers}的标题和摘要，以及提示词。</translation>
    </message>
    <message>
        <source>Never sent: notes, marks, PDFs, tags, nor anything else of your library.</source>
        <translation>绝不发送：笔记、标注、PDF、标签，以及文库里的其他任何内容。</translation>
    </message>
    <message>
        <source>The address is on this computer; Papershelf sends nothing further.</source>
        <translation>这个地址就在本机；Papershelf 不会向别处发送。</translation>
    </message>
    <message>
        <source>I allow {address} to be sent this. (Asked once.)</source>
        <translation>我允许把这些内容发送到 {address}。（只问一次）</translation>
    </message>
    <message>
        <source>Hide it</source>
        <translation>收起</translation>
    </message>
</context>
<context>
    <name>ServedCommands</name>
    <message>
        <source>Command line</source>
        <translation>命令行</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close the panel</source>
        <translation>关闭面板</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>{name} – paused</source>
        <translation>{name} – 已暂停</translation>
    </message>
    <message>
        <source>{name} – could not be read last time</source>
        <translation>{name} – 上次未能刷新</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待读队列</translation>
    </message>
    <message>
        <source>Due this week</source>
        <translation>本周到期</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Recently read</source>
        <translation>最近读过</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>All papers</source>
        <translation>全部论文</translation>
    </message>
    <message>
        <source>Recently added</source>
        <translation>最近添加</translation>
    </message>
    <message>
        <source>New versions</source>
        <translation>新版本</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Collections</source>
        <translation>收藏夹</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存搜索</translation>
    </message>
    <message>
        <source>Feeds</source>
        <translation>订阅源</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>My digests</source>
        <translation>我的摘要集</translation>
    </message>
    <message>
        <source>Digests</source>
        <translation>摘要集</translation>
    </message>
    <message>
        <source>Ctrl+Shift+N makes one</source>
        <translation>按 Ctrl+Shift+N 新建</translation>
    </message>
    <message>
        <source>Ctrl+S keeps a search</source>
        <translation>按 Ctrl+S 保存搜索</translation>
    </message>
    <message>
        <source>Ctrl+Alt+F follows arXiv</source>
        <translation>按 Ctrl+Alt+F 订阅 arXiv</translation>
    </message>
    <message>
        <source>T tags selected papers</source>
        <translation>选中论文，按 T 加标签</translation>
    </message>
    <message>
        <source>Ctrl+Alt+N makes one</source>
        <translation>按 Ctrl+Alt+N 新建</translation>
    </message>
    <message>
        <source>Drop a digest here</source>
        <translation>把摘要集拖到这里</translation>
    </message>
    <message>
        <source>New collection…</source>
        <translation>新建收藏夹…</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>保存此搜索…</translation>
    </message>
    <message>
        <source>Show papers</source>
        <translation>显示论文</translation>
    </message>
    <message>
        <source>Export digest…</source>
        <translation>导出摘要集…</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New collection inside…</source>
        <translation>新建下级收藏夹…</translation>
    </message>
    <message>
        <source>Edit its search…</source>
        <translation>编辑搜索条件…</translation>
    </message>
    <message>
        <source>Open digest</source>
        <translation>打开摘要集</translation>
    </message>
    <message>
        <source>Remove digest</source>
        <translation>移除摘要集</translation>
    </message>
    <message>
        <source>Unfollow</source>
        <translation>取消订阅</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即刷新</translation>
    </message>
    <message>
        <source>Edit feed…</source>
        <translation>编辑订阅源…</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Merge into…</source>
        <translation>合并到…</translation>
    </message>
    <message>
        <source>Search of “{name}”:</source>
        <translation>“{name}”的搜索条件：</translation>
    </message>
    <message>
        <source>Merge “{name}” into:</source>
        <translation>将“{name}”合并到：</translation>
    </message>
</context>
<context>
    <name>SidebarDelegate</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>SidebarView</name>
    <message>
        <source>Places</source>
        <translation>去处</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>{bar}: {figures}</source>
        <translation>{bar}：{figures}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>1–6 days</source>
        <translation>1–6 天</translation>
    </message>
    <message>
        <source>1–2 weeks</source>
        <translation>1–2 周</translation>
    </message>
    <message>
        <source>2–4 weeks</source>
        <translation>2–4 周</translation>
    </message>
    <message>
        <source>1–3 months</source>
        <translation>1–3 个月</translation>
    </message>
    <message>
        <source>3–12 months</source>
        <translation>3–12 个月</translation>
    </message>
    <message>
        <source>over a year</source>
        <translation>一年以上</translation>
    </message>
    <message>
        <source>Inbox</source>
        <translation>收件箱</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>待读</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Week from</source>
        <translation>周（起始日）</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Read per week</source>
        <translation>每周读完</translation>
    </message>
    <message>
        <source>Read per month</source>
        <translation>每月读完</translation>
    </message>
    <message>
        <source>Triaged and added per week</source>
        <translation>每周分拣与新增</translation>
    </message>
    <message>
        <source>Triaged and added per month</source>
        <translation>每月分拣与新增</translation>
    </message>
    <message>
        <source>Triaged</source>
        <translation>分拣</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>{triaged} triaged, {added} added. What went to the Trash counts as triaged.</source>
        <translation>分拣 {triaged}，新增 {added}。移到回收站的也算已分拣。</translation>
    </message>
    <message>
        <source>Nothing was read yet. Press M in the list to mark a paper as read.</source>
        <translation>还没有读完的论文。在列表里按 M 可以把论文标为已读。</translation>
    </message>
    <message>
        <source>{papers} read in this time.</source>
        <translation>这段时间读完 {papers}。</translation>
    </message>
    <message>
        <source>Something was read on {days} days in a row; the longest row is {longest}.</source>
        <translation>已连续 {days} 天有读完的论文；最长连续 {longest} 天。</translation>
    </message>
    <message>
        <source>The longest row of days on which something was read is {longest}.</source>
        <translation>最长连续 {longest} 天有读完的论文。</translation>
    </message>
    <message>
        <source>Age of the inbox</source>
        <translation>收件箱积压</translation>
    </message>
    <message>
        <source>In the inbox for</source>
        <translation>在收件箱的时间</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>{papers} in the inbox, by the day on which they were added.</source>
        <translation>收件箱中有 {papers}，按添加日期计。</translation>
    </message>
    <message>
        <source>The inbox is empty.</source>
        <translation>收件箱是空的。</translation>
    </message>
    <message>
        <source>By status</source>
        <translation>按状态</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Of all papers; those in the Trash are not counted.</source>
        <translation>统计所有论文，回收站里的不计。</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>By the first category that arXiv or a digest tells.</source>
        <translation>按 arXiv 或摘要集给出的第一个分类统计。</translation>
    </message>
    <message>
        <source>Of none is known: {papers}.</source>
        <translation>分类未知：{papers}。</translation>
    </message>
    <message>
        <source>By category</source>
        <translation>按分类</translation>
    </message>
    <message>
        <source>Primary category</source>
        <translation>主分类</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Each with the tags below it.</source>
        <translation>每个标签都连同下级标签一起计数。</translation>
    </message>
    <message>
        <source>No tag yet. Press T in the list to tag papers.</source>
        <translation>还没有标签。在列表里按 T 给论文加标签。</translation>
    </message>
    <message>
        <source>Most used tags</source>
        <translation>最常用的标签</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
</context>
<context>
    <name>StatisticsExport</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片（PNG）…</translation>
    </message>
    <message>
        <source>Drawing (SVG)…</source>
        <translation>矢量图（SVG）…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格（CSV）…</translation>
    </message>
    <message>
        <source>Export statistics</source>
        <translation>导出统计</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>Plot</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>系列</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>Exported the statistics to {name}.</source>
        <translation>已将统计导出到 {name}。</translation>
    </message>
</context>
<context>
    <name>StatisticsPage</name>
    <message>
        <source>Last 3 months</source>
        <translation>最近 3 个月</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>最近一年</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>As tables</source>
        <translation>显示为表格</translation>
    </message>
    <message>
        <source>Counting …</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>Here your reading is told in figures, once there are papers in the library.</source>
        <translation>文库里有了论文之后，这里会用数字展示你的阅读情况。</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>添加论文…</translation>
    </message>
    <message>
        <source>{papers}: {read} read, {inbox} in the inbox</source>
        <translation>{papers}：已读 {read}，收件箱 {inbox}</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>{shown} of {papers}</source>
        <translation>共 {papers}，显示 {shown} 篇</translation>
    </message>
    <message>
        <source>, {count} selected</source>
        <translation>，已选中 {count} 篇</translation>
    </message>
    <message>
        <source>Papers shown</source>
        <translation>显示的论文</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation>，另有 {count} 项</translation>
    </message>
    <message>
        <source>1 piece of work failed</source>
        <translation>1 项工作失败</translation>
    </message>
    <message>
        <source>{count} pieces of work failed</source>
        <translation>{count} 项工作失败</translation>
    </message>
</context>
<context>
    <name>TabBar</name>
    <message>
        <source>Tabs</source>
        <translation>标签页</translation>
    </message>
    <message>
        <source>Close tab</source>
        <translation>关闭标签页</translation>
    </message>
</context>
<context>
    <name>TabTitles</name>
    <message>
        <source>Unknown paper</source>
        <translation>未知论文</translation>
    </message>
</context>
<context>
    <name>TagPopup</name>
    <message>
        <source>Type a tag; “/” puts one below another</source>
        <translation>输入标签；用“/”表示下级标签</translation>
    </message>
    <message>
        <source>No tags yet. Type a name, then Enter.</source>
        <translation>还没有标签。输入名称，然后按 Enter。</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>新建标签“{name}”</translation>
    </message>
</context>
<context>
    <name>TagsField</name>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tags, separated by commas</source>
        <translation>标签，用逗号隔开</translation>
    </message>
</context>
<context>
    <name>TakeOverDialog</name>
    <message>
        <source>Marks in the PDF</source>
        <translation>PDF 中的标注</translation>
    </message>
    <message>
        <source>Take over {marks}</source>
        <translation>导入 {marks}</translation>
    </message>
    <message>
        <source>Marks of the PDF</source>
        <translation>PDF 中的标注</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Other programs left these in the file. Taken over, they are found, edited and exported like yours.</source>
        <translation>这些是其他程序留在文件里的。导入之后，就能像你自己的标注一样搜索、编辑和导出。</translation>
    </message>
    <message>
        <source>{marks} are here already.</source>
        <translation>有 {marks}已在文库中。</translation>
    </message>
    <message>
        <source>What cannot be a mark stays in the file: {count}.</source>
        <translation>无法变成标注的内容留在文件里：{count} 处。</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>TargetRow</name>
    <message>
        <source>File name</source>
        <translation>文件名</translation>
    </message>
    <message>
        <source>The name of a file has none of / \ : * ? &quot; &lt; &gt; | in it. The button beside it sets the folder.</source>
        <translation>文件名不能包含 / \ : * ? &quot; &lt; &gt; |。文件夹请用旁边的按钮设置。</translation>
    </message>
    <message>
        <source>in {folder}…</source>
        <translation>文件夹：{folder}…</translation>
    </message>
    <message>
        <source>Export into</source>
        <translation>导出到</translation>
    </message>
</context>
<context>
    <name>TemplateBox</name>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Own file…</source>
        <translation>自己的文件…</translation>
    </message>
    <message>
        <source>Templates (*.md *.txt)</source>
        <translation>模板 (*.md *.txt)</translation>
    </message>
</context>
<context>
    <name>TextBoxEditor</name>
    <message>
        <source>Text box</source>
        <translation>文本框</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
</context>
<context>
    <name>TextChoice</name>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Summary in one sentence</source>
        <translation>一句话概述</translation>
    </message>
    <message>
        <source>Summary in English, too</source>
        <translation>也写英文概述</translation>
    </message>
    <message>
        <source>Write those anew that are there; what you typed stays</source>
        <translation>已有的也重新生成；你写的内容保留</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>译成</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>TextSection</name>
    <message>
        <source>Revert</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Go back to the text as it came</source>
        <translation>还原为最初的文字</translation>
    </message>
</context>
<context>
    <name>TextTools</name>
    <message>
        <source>Table of contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Hits of the search</source>
        <translation>查找结果</translation>
    </message>
</context>
<context>
    <name>TextsPage</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>不再生成</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>设置…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>不再列出</translation>
    </message>
    <message>
        <source>Show paper</source>
        <translation>显示论文</translation>
    </message>
    <message>
        <source>Texts that could not be written</source>
        <translation>未能生成的文本</translation>
    </message>
    <message>
        <source>All texts</source>
        <translation>全部文本</translation>
    </message>
    <message>
        <source>Could not be written</source>
        <translation>未能生成</translation>
    </message>
    <message>
        <source>No text waits to be written.</source>
        <translation>没有等待生成的文本。</translation>
    </message>
    <message>
        <source>No language model is chosen, or nobody has allowed to send it anything.</source>
        <translation>没有选择语言模型，或还没有允许向它发送内容。</translation>
    </message>
    <message>
        <source>Texts appear in the list of papers one by one. Those that cannot be written stand here.</source>
        <translation>文本会逐条出现在论文列表里。未能生成的列在这里。</translation>
    </message>
    <message>
        <source>Select papers and press Ctrl+Alt+T to have titles, abstracts and summaries written.</source>
        <translation>选中论文，按 Ctrl+Alt+T 即可生成标题、摘要的译文和概述。</translation>
    </message>
</context>
<context>
    <name>TextsPanel</name>
    <message>
        <source>Note</source>
        <translation>笔记</translation>
    </message>
    <message>
        <source>Texts and note</source>
        <translation>文本与笔记</translation>
    </message>
</context>
<context>
    <name>ThumbnailModel</name>
    <message>
        <source>Page {page}</source>
        <translation>第 {page} 页</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Thumbnails</source>
        <translation>缩略图</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy年M月</translation>
    </message>
    <message>
        <source>no papers</source>
        <translation>没有论文</translation>
    </message>
    <message>
        <source>all new</source>
        <translation>全部为新论文</translation>
    </message>
    <message>
        <source>all known before</source>
        <translation>全部为已有论文</translation>
    </message>
    <message>
        <source>{new} new, {known} known before</source>
        <translation>新论文 {new} 篇，已有 {known} 篇</translation>
    </message>
    <message>
        <source>{count} in the inbox</source>
        <translation>{count} 篇在收件箱</translation>
    </message>
    <message>
        <source>{count} read</source>
        <translation>{count} 篇已读</translation>
    </message>
    <message>
        <source>{count} starred</source>
        <translation>{count} 篇星标</translation>
    </message>
    <message>
        <source>by the day of its import</source>
        <translation>按导入日期</translation>
    </message>
    <message>
        <source>by its newest paper</source>
        <translation>按其中最新的论文</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>Digests by date</source>
        <translation>按日期查看摘要集</translation>
    </message>
</context>
<context>
    <name>TimelinePage</name>
    <message>
        <source>Filter by name, category or date …</source>
        <translation>按名称、分类或日期筛选…</translation>
    </message>
    <message>
        <source>Filter digests</source>
        <translation>筛选摘要集</translation>
    </message>
    <message>
        <source>No digest is called so.</source>
        <translation>没有这样名称的摘要集。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>No digest yet. Import digests, and they stand here by their dates.</source>
        <translation>还没有摘要集。导入之后，会按日期排在这里。</translation>
    </message>
    <message>
        <source>Add papers…</source>
        <translation>添加论文…</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Close message</source>
        <translation>关闭消息</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TrashStrip</name>
    <message>
        <source>Papers stay here for {days} days and are deleted then. Until they are, Undo brings them back.</source>
        <translation>论文在这里保留 {days} 天，之后删除。在删除之前，“撤销”都能找回。</translation>
    </message>
    <message>
        <source>Empty Trash</source>
        <translation>清空回收站</translation>
    </message>
</context>
<context>
    <name>Triage</name>
    <message>
        <source>{count} queued</source>
        <translation>待读 {count} 篇</translation>
    </message>
    <message>
        <source>{count} being read</source>
        <translation>在读 {count} 篇</translation>
    </message>
    <message>
        <source>{count} read</source>
        <translation>已读 {count} 篇</translation>
    </message>
    <message>
        <source>{count} archived</source>
        <translation>归档 {count} 篇</translation>
    </message>
    <message>
        <source>{count} in the Trash</source>
        <translation>回收站 {count} 篇</translation>
    </message>
    <message>
        <source>{count} left in the inbox</source>
        <translation>留在收件箱 {count} 篇</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>第 {place} 篇，共 {count} 篇</translation>
    </message>
    <message>
        <source>Nothing to triage: the inbox is empty. New papers come here first.</source>
        <translation>没有要分拣的论文：收件箱是空的。新论文会先到这里。</translation>
    </message>
    <message>
        <source>{count} triaged: {what}.</source>
        <translation>已分拣 {count} 篇：{what}。</translation>
    </message>
    <message>
        <source>Nothing decided.</source>
        <translation>没有作出任何决定。</translation>
    </message>
    <message>
        <source>Not decided: {papers}.</source>
        <translation>尚未决定：{papers}。</translation>
    </message>
</context>
<context>
    <name>TriageActions</name>
    <message>
        <source>Triage</source>
        <translation>分拣</translation>
    </message>
</context>
<context>
    <name>TriagePage</name>
    <message>
        <source>Triage</source>
        <translation>分拣</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>待读</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>在读</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>已读</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>Leave in the inbox</source>
        <translation>留在收件箱</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>截止</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>arXiv</source>
        <translation>arXiv</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一篇</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一篇</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>全部按键</translation>
    </message>
    <message>
        <source>Leave (Esc)</source>
        <translation>离开（Esc）</translation>
    </message>
    <message>
        <source>Go through the others</source>
        <translation>继续看其余的</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>查看待读队列</translation>
    </message>
</context>
<context>
    <name>UnstoredDialog</name>
    <message>
        <source>Marks that are not saved</source>
        <translation>尚未保存的标注</translation>
    </message>
    <message>
        <source>What is not saved</source>
        <translation>尚未保存的内容</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Discard and close</source>
        <translation>放弃并关闭</translation>
    </message>
    <message>
        <source>This is still being saved.</source>
        <translation>这些内容仍在保存。</translation>
    </message>
    <message>
        <source>What you wrote is kept here until it can be saved.</source>
        <translation>你写的内容保留在这里，直到可以保存。</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>Welcome to Papershelf</source>
        <translation>欢迎使用 Papershelf</translation>
    </message>
    <message>
        <source>Papershelf keeps the papers of your digests in one folder, in two languages. The folder is yours: you can copy it, move it and back it up.</source>
        <translation>Papershelf 把各份摘要集里的论文收进一个文件夹，双语并存。文件夹是你自己的，可以复制、移动、备份。</translation>
    </message>
    <message>
        <source>Library folder</source>
        <translation>文库文件夹</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>就放在这里</translation>
    </message>
    <message>
        <source>Choose another folder…</source>
        <translation>另选文件夹…</translation>
    </message>
    <message>
        <source>Look at the sample library first</source>
        <translation>先看看示例文库</translation>
    </message>
</context>
<context>
    <name>WindowContents</name>
    <message>
        <source>Going back to the backup…</source>
        <translation>正在还原备份…</translation>
    </message>
    <message>
        <source>Open another library…</source>
        <translation>打开其他文库…</translation>
    </message>
    <message>
        <source>Folder of the library</source>
        <translation>文库所在的文件夹</translation>
    </message>
</context>
<context>
    <name>WindowFetching</name>
    <message>
        <source>Downloads</source>
        <translation>下载列表</translation>
    </message>
</context>
<context>
    <name>WindowWriting</name>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>{sentence} {next}</source>
        <translation>{sentence}{next}</translation>
    </message>
    <message>
        <source>1 paper</source>
        <translation>1 篇论文</translation>
    </message>
    <message>
        <source>{count} papers</source>
        <translation>{count} 篇论文</translation>
    </message>
    <message>
        <source>1 digest</source>
        <translation>1 份摘要集</translation>
    </message>
    <message>
        <source>{count} digests</source>
        <translation>{count} 份摘要集</translation>
    </message>
    <message>
        <source>1 mark</source>
        <translation>1 条标注</translation>
    </message>
    <message>
        <source>{count} marks</source>
        <translation>{count} 条标注</translation>
    </message>
    <message>
        <source>1 PDF</source>
        <translation>1 个 PDF</translation>
    </message>
    <message>
        <source>{count} PDFs</source>
        <translation>{count} 个 PDF</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} 秒</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} 小时 {minutes} 分</translation>
    </message>
    <message>
        <source>edit of {papers}</source>
        <translation>编辑 {papers}</translation>
    </message>
    <message>
        <source>return to the digest’s text</source>
        <translation>还原为摘要集里的文字</translation>
    </message>
    <message>
        <source>split of a paper</source>
        <translation>拆分论文</translation>
    </message>
    <message>
        <source>move of {papers} to Trash</source>
        <translation>将 {papers}移到回收站</translation>
    </message>
    <message>
        <source>restoring of {papers}</source>
        <translation>恢复 {papers}</translation>
    </message>
    <message>
        <source>removal of a digest</source>
        <translation>移除摘要集</translation>
    </message>
    <message>
        <source>import of {papers}</source>
        <translation>导入 {papers}</translation>
    </message>
    <message>
        <source>adding of {papers}</source>
        <translation>添加 {papers}</translation>
    </message>
    <message>
        <source>PDF attached to {papers}</source>
        <translation>为 {papers}附上 PDF</translation>
    </message>
    <message>
        <source>arXiv id taken over for {papers}</source>
        <translation>为 {papers}采用 arXiv 编号</translation>
    </message>
    <message>
        <source>newest version of {papers}</source>
        <translation>显示 {papers}的最新版本</translation>
    </message>
    <message>
        <source>{papers} moved to the inbox</source>
        <translation>将 {papers}移到收件箱</translation>
    </message>
    <message>
        <source>{papers} queued</source>
        <translation>将 {papers}加入待读队列</translation>
    </message>
    <message>
        <source>{papers} marked as reading</source>
        <translation>将 {papers}标为在读</translation>
    </message>
    <message>
        <source>{papers} marked as read</source>
        <translation>将 {papers}标为已读</translation>
    </message>
    <message>
        <source>{papers} archived</source>
        <translation>归档 {papers}</translation>
    </message>
    <message>
        <source>status of {papers}</source>
        <translation>更改 {papers}的状态</translation>
    </message>
    <message>
        <source>star on {papers}</source>
        <translation>为 {papers}加星标</translation>
    </message>
    <message>
        <source>star taken off {papers}</source>
        <translation>去掉 {papers}的星标</translation>
    </message>
    <message>
        <source>no priority for {papers}</source>
        <translation>去掉 {papers}的优先级</translation>
    </message>
    <message>
        <source>low priority for {papers}</source>
        <translation>将 {papers}设为低优先级</translation>
    </message>
    <message>
        <source>medium priority for {papers}</source>
        <translation>将 {papers}设为中优先级</translation>
    </message>
    <message>
        <source>high priority for {papers}</source>
        <translation>将 {papers}设为高优先级</translation>
    </message>
    <message>
        <source>priority of {papers}</source>
        <translation>更改 {papers}的优先级</translation>
    </message>
    <message>
        <source>no due date for {papers}</source>
        <translation>去掉 {papers}的截止日期</translation>
    </message>
    <message>
        <source>due date {detail} for {papers}</source>
        <translation>将 {papers}的截止日期定为 {detail}</translation>
    </message>
    <message>
        <source>move of {papers} in the queue</source>
        <translation>在待读队列中移动 {papers}</translation>
    </message>
    <message>
        <source>tag “{detail}” on {papers}</source>
        <translation>为 {papers}加标签“{detail}”</translation>
    </message>
    <message>
        <source>tag “{detail}” off {papers}</source>
        <translation>去掉 {papers}的标签“{detail}”</translation>
    </message>
    <message>
        <source>edit of the tag “{detail}”</source>
        <translation>编辑标签“{detail}”</translation>
    </message>
    <message>
        <source>merge into the tag “{detail}”</source>
        <translation>合并到标签“{detail}”</translation>
    </message>
    <message>
        <source>deletion of the tag “{detail}”</source>
        <translation>删除标签“{detail}”</translation>
    </message>
    <message>
        <source>{papers} put into “{detail}”</source>
        <translation>将 {papers}放入“{detail}”</translation>
    </message>
    <message>
        <source>{papers} taken out of “{detail}”</source>
        <translation>将 {papers}移出“{detail}”</translation>
    </message>
    <message>
        <source>new collection “{detail}”</source>
        <translation>新建收藏夹“{detail}”</translation>
    </message>
    <message>
        <source>edit of the collection “{detail}”</source>
        <translation>编辑收藏夹“{detail}”</translation>
    </message>
    <message>
        <source>deletion of the collection “{detail}”</source>
        <translation>删除收藏夹“{detail}”</translation>
    </message>
    <message>
        <source>saved search “{detail}”</source>
        <translation>保存搜索“{detail}”</translation>
    </message>
    <message>
        <source>edit of the saved search “{detail}”</source>
        <translation>编辑已存搜索“{detail}”</translation>
    </message>
    <message>
        <source>deletion of the saved search “{detail}”</source>
        <translation>删除已存搜索“{detail}”</translation>
    </message>
    <message>
        <source>merge of {papers}</source>
        <translation>合并 {papers}</translation>
    </message>
    <message>
        <source>{papers} kept apart</source>
        <translation>将 {papers}标为不是同一篇</translation>
    </message>
    <message>
        <source>emptying of the Trash ({papers})</source>
        <translation>清空回收站（{papers}）</translation>
    </message>
    <message>
        <source>following of several feeds</source>
        <translation>订阅多个订阅源</translation>
    </message>
    <message>
        <source>following of “{detail}”</source>
        <translation>订阅“{detail}”</translation>
    </message>
    <message>
        <source>edit of the feed “{detail}”</source>
        <translation>编辑订阅源“{detail}”</translation>
    </message>
    <message>
        <source>end of following “{detail}”</source>
        <translation>取消订阅“{detail}”</translation>
    </message>
    <message>
        <source>new digest “{detail}”</source>
        <translation>新建摘要集“{detail}”</translation>
    </message>
    <message>
        <source>edit of the digest “{detail}”</source>
        <translation>编辑摘要集“{detail}”</translation>
    </message>
    <message>
        <source>{papers} added to “{detail}”</source>
        <translation>将 {papers}加入“{detail}”</translation>
    </message>
    <message>
        <source>{papers} moved in “{detail}”</source>
        <translation>在“{detail}”中移动 {papers}</translation>
    </message>
    <message>
        <source>deletion of the digest “{detail}”</source>
        <translation>删除摘要集“{detail}”</translation>
    </message>
    <message>
        <source>removal of a model’s texts from {papers}</source>
        <translation>清除模型为 {papers}生成的文本</translation>
    </message>
    <message>
        <source>Edited {papers}.</source>
        <translation>已编辑 {papers}。</translation>
    </message>
    <message>
        <source>The digest’s text is back.</source>
        <translation>已还原为摘要集里的文字。</translation>
    </message>
    <message>
        <source>The entry is a paper of its own now.</source>
        <translation>这一行已成为独立的论文。</translation>
    </message>
    <message>
        <source>Moved {papers} to the Trash.</source>
        <translation>已将 {papers}移到回收站。</translation>
    </message>
    <message>
        <source>Restored {papers}.</source>
        <translation>已恢复 {papers}。</translation>
    </message>
    <message>
        <source>Removed the digest.</source>
        <translation>已移除摘要集。</translation>
    </message>
    <message>
        <source>Imported {papers}.</source>
        <translation>已导入 {papers}。</translation>
    </message>
    <message>
        <source>Added {papers}.</source>
        <translation>已添加 {papers}。</translation>
    </message>
    <message>
        <source>PDF attached to {papers}.</source>
        <translation>已为 {papers}附上 PDF。</translation>
    </message>
    <message>
        <source>Took over the arXiv id of {papers}.</source>
        <translation>已为 {papers}采用 arXiv 编号。</translation>
    </message>
    <message>
        <source>The newest version of {papers} is shown.</source>
        <translation>已显示 {papers}的最新版本。</translation>
    </message>
    <message>
        <source>Moved {papers} to the inbox.</source>
        <translation>已将 {papers}移到收件箱。</translation>
    </message>
    <message>
        <source>Queued {papers}.</source>
        <translation>已将 {papers}加入待读队列。</translation>
    </message>
    <message>
        <source>Marked {papers} as reading.</source>
        <translation>已将 {papers}标为在读。</translation>
    </message>
    <message>
        <source>Marked {papers} as read.</source>
        <translation>已将 {papers}标为已读。</translation>
    </message>
    <message>
        <source>Archived {papers}.</source>
        <translation>已归档 {papers}。</translation>
    </message>
    <message>
        <source>Changed the status of {papers}.</source>
        <translation>已更改 {papers}的状态。</translation>
    </message>
    <message>
        <source>Starred {papers}.</source>
        <translation>已为 {papers}加星标。</translation>
    </message>
    <message>
        <source>Took the star off {papers}.</source>
        <translation>已去掉 {papers}的星标。</translation>
    </message>
    <message>
        <source>No priority any more: {papers}.</source>
        <translation>已去掉 {papers}的优先级。</translation>
    </message>
    <message>
        <source>Low priority: {papers}.</source>
        <translation>已设为低优先级：{papers}。</translation>
    </message>
    <message>
        <source>Medium priority: {papers}.</source>
        <translation>已设为中优先级：{papers}。</translation>
    </message>
    <message>
        <source>High priority: {papers}.</source>
        <translation>已设为高优先级：{papers}。</translation>
    </message>
    <message>
        <source>Changed the priority of {papers}.</source>
        <translation>已更改 {papers}的优先级。</translation>
    </message>
    <message>
        <source>No due date any more: {papers}.</source>
        <translation>已去掉 {papers}的截止日期。</translation>
    </message>
    <message>
        <source>Due on {detail}: {papers}.</source>
        <translation>截止日期定为 {detail}：{papers}。</translation>
    </message>
    <message>
        <source>Moved {papers} in the queue.</source>
        <translation>已在待读队列中移动 {papers}。</translation>
    </message>
    <message>
        <source>Tagged {papers} “{detail}”.</source>
        <translation>已为 {papers}加标签“{detail}”。</translation>
    </message>
    <message>
        <source>Took the tag “{detail}” off {papers}.</source>
        <translation>已去掉 {papers}的标签“{detail}”。</translation>
    </message>
    <message>
        <source>Changed the tag “{detail}”.</source>
        <translation>已更改标签“{detail}”。</translation>
    </message>
    <message>
        <source>Merged into the tag “{detail}”.</source>
        <translation>已合并到标签“{detail}”。</translation>
    </message>
    <message>
        <source>Deleted the tag “{detail}”.</source>
        <translation>已删除标签“{detail}”。</translation>
    </message>
    <message>
        <source>Put {papers} into “{detail}”.</source>
        <translation>已将 {papers}放入“{detail}”。</translation>
    </message>
    <message>
        <source>Took {papers} out of “{detail}”.</source>
        <translation>已将 {papers}移出“{detail}”。</translation>
    </message>
    <message>
        <source>Made the collection “{detail}”.</source>
        <translation>已新建收藏夹“{detail}”。</translation>
    </message>
    <message>
        <source>Changed the collection “{detail}”.</source>
        <translation>已更改收藏夹“{detail}”。</translation>
    </message>
    <message>
        <source>Deleted the collection “{detail}”. Its papers are still there.</source>
        <translation>已删除收藏夹“{detail}”，其中的论文都还在。</translation>
    </message>
    <message>
        <source>Saved the search “{detail}”.</source>
        <translation>已保存搜索“{detail}”。</translation>
    </message>
    <message>
        <source>Changed the saved search “{detail}”.</source>
        <translation>已更改已存搜索“{detail}”。</translation>
    </message>
    <message>
        <source>Deleted the saved search “{detail}”.</source>
        <translation>已删除已存搜索“{detail}”。</translation>
    </message>
    <message>
        <source>Merged {papers} into one.</source>
        <translation>已将 {papers}合并为一篇。</translation>
    </message>
    <message>
        <source>Kept apart from now on: {papers}.</source>
        <translation>今后不再视为重复：{papers}。</translation>
    </message>
    <message>
        <source>Emptied the Trash: {papers}.</source>
        <translation>已清空回收站：{papers}。</translation>
    </message>
    <message>
        <source>Following several feeds from now on.</source>
        <translation>已订阅多个订阅源。</translation>
    </message>
    <message>
        <source>Following “{detail}” from now on.</source>
        <translation>已订阅“{detail}”。</translation>
    </message>
    <message>
        <source>Changed the feed “{detail}”.</source>
        <translation>已修改订阅源“{detail}”。</translation>
    </message>
    <message>
        <source>“{detail}” is followed no more. Its papers are still there.</source>
        <translation>已取消订阅“{detail}”。它带来的论文都还在。</translation>
    </message>
    <message>
        <source>Made the digest “{detail}”.</source>
        <translation>已新建摘要集“{detail}”。</translation>
    </message>
    <message>
        <source>Changed the digest “{detail}”.</source>
        <translation>已修改摘要集“{detail}”。</translation>
    </message>
    <message>
        <source>Added {papers} to “{detail}”.</source>
        <translation>已将 {papers}加入“{detail}”。</translation>
    </message>
    <message>
        <source>Moved {papers} in “{detail}”.</source>
        <translation>已在“{detail}”中移动 {papers}。</translation>
    </message>
    <message>
        <source>Deleted the digest “{detail}”. Its papers are still there.</source>
        <translation>已删除摘要集“{detail}”。其中的论文都还在。</translation>
    </message>
    <message>
        <source>Took a model’s texts away from {papers}.</source>
        <translation>已清除模型为 {papers}生成的文本。</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Done.</source>
        <translation>完成。</translation>
    </message>
    <message>
        <source>Cancelled. Nothing was changed.</source>
        <translation>已取消。没有任何改动。</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} / {total}</translation>
    </message>
</context>
<context>
    <name>WorkList</name>
    <message>
        <source>Work list</source>
        <translation>工作列表</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>工作</translation>
    </message>
</context>
<context>
    <name>WorkPage</name>
    <message>
        <source>Nothing is running. Imports and exports appear here while they work.</source>
        <translation>当前没有工作。导入和导出进行时会显示在这里。</translation>
    </message>
    <message>
        <source>Work list</source>
        <translation>工作列表</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>清空列表</translation>
    </message>
</context>
<context>
    <name>WriteDialog</name>
    <message>
        <source>Papers</source>
        <translation>论文</translation>
    </message>
    <message>
        <source>{papers} selected</source>
        <translation>已选中 {papers}</translation>
    </message>
    <message>
        <source>The whole list: {papers}</source>
        <translation>整个列表：{papers}</translation>
    </message>
    <message>
        <source>Write texts</source>
        <translation>生成文本</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Counting: {papers} so far…</source>
        <translation>正在统计：已完成{papers}……</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在统计…</translation>
    </message>
    <message>
        <source>{texts} They are written along with these.</source>
        <translation>{texts}会与这次的一起生成。</translation>
    </message>
    <message>
        <source>Write {texts}</source>
        <translation>生成 {texts}</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>生成</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Writing texts: {done} of {total}</source>
        <translation>正在生成文本：{done} / {total}</translation>
    </message>
    <message>
        <source>{texts} still to be written</source>
        <translation>还有 {texts}待生成</translation>
    </message>
    <message>
        <source>Writing is paused: {texts} to come</source>
        <translation>生成已暂停：还有 {texts}</translation>
    </message>
    <message>
        <source>{texts} wait for a language model</source>
        <translation>{texts}在等待语言模型</translation>
    </message>
    <message>
        <source>Writing goes on in {wait}: {texts} to come</source>
        <translation>{wait}后继续生成：还有 {texts}</translation>
    </message>
    <message>
        <source>Writing stopped: {texts} to come</source>
        <translation>生成已停止：还有 {texts}</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>摘要</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>概述</translation>
    </message>
    <message>
        <source>{texts} ({language})</source>
        <translation>{texts}（{language}）</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 段文本</translation>
    </message>
    <message>
        <source>{count} texts</source>
        <translation>{count} 段文本</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 次请求</translation>
    </message>
    <message>
        <source>{count} requests</source>
        <translation>{count} 次请求</translation>
    </message>
    <message>
        <source>{texts} could not be written</source>
        <translation>{texts}未能生成</translation>
    </message>
    <message>
        <source>Writing texts: {done} of {total}, the model asks to wait {wait}</source>
        <translation>正在生成文本：{done} / {total}，模型要求等待 {wait}</translation>
    </message>
    <message>
        <source>{texts} of {papers} are still to be written.</source>
        <translation>还有 {papers}的 {texts}待生成。</translation>
    </message>
    <message>
        <source>{texts} of {papers} were written.</source>
        <translation>已为 {papers}生成 {texts}。</translation>
    </message>
    <message>
        <source>{texts} could not be written.</source>
        <translation>{texts}未能生成。</translation>
    </message>
    <message>
        <source>{texts} of {papers} are to be written, in {requests}.</source>
        <translation>要为 {papers}生成 {texts}，共 {requests}。</translation>
    </message>
    <message>
        <source>{texts} are there already and stay, {locked} of them typed by you.</source>
        <translation>{texts}已经有了，保持不变，其中 {locked} 段是你写的。</translation>
    </message>
    <message>
        <source>{texts} are there already and stay.</source>
        <translation>{texts}已经有了，保持不变。</translation>
    </message>
    <message>
        <source>{papers} are left out: they have neither a title nor an abstract to work from.</source>
        <translation>{papers}已略去：没有标题，也没有摘要可依据。</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>没有要生成的内容。</translation>
    </message>
    <message>
        <source>About {sent} tokens are sent and {written} are written.</source>
        <translation>大约发送 {sent} 个 token，生成 {written} 个。</translation>
    </message>
    <message>
        <source>At your prices that is about {cost} {currency}.</source>
        <translation>按你填的价格，约 {cost} {currency}。</translation>
    </message>
    <message>
        <source>What that costs is not known: no prices are set.</source>
        <translation>费用不详：没有填写价格。</translation>
    </message>
    <message>
        <source>This computer does the work.</source>
        <translation>由本机完成。</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
</context>
<context>
    <name>WritingActions</name>
    <message>
        <source>No language model wrote any text of what is selected.</source>
        <translation>选中的论文没有语言模型生成的文本。</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>_FetchLine</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Edit the id</source>
        <translation>编辑编号</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>_PageFailure</name>
    <message>
        <source>Page {page} cannot be shown.</source>
        <translation>第 {page} 页无法显示。</translation>
    </message>
    <message>
        <source>The other pages are not affected.</source>
        <translation>其他页面不受影响。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again to show page {page}</source>
        <translation>重试显示第 {page} 页</translation>
    </message>
</context>
<context>
    <name>_WorkLine</name>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
</context>
</TS>
