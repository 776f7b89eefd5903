"""Made-up pages of made-up offices, each with other furniture around its article, and what must come of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page and the article on it."""

    name: str
    content: str
    html: bool
    tag: str
    title: str
    published: str
    blocks: tuple[str, ...]
    """`kind: text` of each block."""
    updated: str = ""
    source: str = ""
    author: str = ""
    subtitle: str = ""
    left_out: tuple[str, ...] = ()
    """Texts that must be told as left out (some of them)."""


EN_LINES = Page(
    name="English lines with a navigation of single words",
    html=False,
    tag="en",
    title="Lakeside County Opens Three New Libraries for Rural Readers",
    published="2023-03-05T00:00:00+08:00",
    content="""?
Home
About the County
News
Services
?

Lakeside County Opens Three New Libraries for Rural Readers
Updated: 2023.03.05

Three libraries opened in Lakeside County on March 3, bringing the number of rural reading rooms to 41.

Each library lends books without a deposit. Opening hours are from 9 a.m. to 8 p.m.

Residents can register at the counter or by telephone.

?
Hosted by: General Office of Lakeside County
Website Identification Code: 9900000099
Example ICP No. 00000000
""",
    blocks=(
        "Paragraph: Three libraries opened in Lakeside County on March 3, bringing the number of rural reading rooms to 41.",
        "Paragraph: Each library lends books without a deposit. Opening hours are from 9 a.m. to 8 p.m.",
        "Paragraph: Residents can register at the counter or by telephone.",
    ),
    left_out=(
        "About the County",
        "?",
        "Website Identification Code: 9900000099",
        "Hosted by: General Office of Lakeside County",
    ),
)

EN_WRAPPED = Page(
    name="English text wrapped at 72 columns, byline and related stories",
    html=False,
    tag="en",
    title="Night Ferries Resume on the Upper River",
    published="2024-12-25T22:30:00+08:00",
    source="Riverside Gazette",
    content="""You are here: Home > News > Transport
Share | Print | Font size: A- A A+

Night Ferries Resume on the Upper River
Published: Dec. 25, 2024 10:30 p.m.   Source: Riverside Gazette   Views: 311

Night ferries between the two banks of the upper river will run again
from the first week of January after an interruption of four months
that was caused by repairs at the eastern landing.

What passengers should know

The last boat leaves at eleven in the evening, and tickets can be had on
board or at either of the two landings, where the price list is shown in
both languages.

Related stories
Ferry Prices Stay Unchanged
Eastern Landing Closes for Repairs
Copyright 2024 Riverside Transport Office. All rights reserved.
""",
    blocks=(
        (
            "Paragraph: Night ferries between the two banks of the upper river will run again from the first week of January "
            "after an interruption of four months that was caused by repairs at the eastern landing."
        ),
        "Heading 2: What passengers should know",
        (
            "Paragraph: The last boat leaves at eleven in the evening, and tickets can be had on board or at either of the two "
            "landings, where the price list is shown in both languages."
        ),
    ),
    left_out=(
        "You are here: Home > News > Transport",
        "Share | Print | Font size: A- A A+",
        "Ferry Prices Stay Unchanged",
    ),
)

ZH_LINES = Page(
    name="Chinese lines with details, widgets and an editor",
    html=False,
    tag="zh-CN",
    title="青石县举行春季义务植树活动",
    published="2024-03-12T10:30:00+08:00",
    source="青石县融媒体中心",
    content="""首页
要闻动态
政务公开
办事服务
互动交流
您当前的位置：首页 > 要闻动态 > 县区动态

青石县举行春季义务植树活动
发布时间：2024-03-12 10:30　来源：青石县融媒体中心　浏览次数：128　字体：【大 中 小】
分享到：微信 微博

　　3月12日，青石县举行春季义务植树活动，全县干部群众1200余人参加，栽植各类苗木8600株。
　　活动现场，大家挥锹培土、提水浇灌，现场一派热火朝天的景象。
　　今年以来，全县完成造林绿化2.3万亩，林木成活率达到96.5%。

（责任编辑：青小石）
【打印本页】 【关闭窗口】
上一篇：青石县召开春季防汛工作会议
主办单位：青石县人民政府办公室
地址：青石县示例路1号　邮编：000000
例ICP备00000000号
例公网安备00000000000000号
网站地图
""",
    blocks=(
        "Paragraph: 3月12日，青石县举行春季义务植树活动，全县干部群众1200余人参加，栽植各类苗木8600株。",
        "Paragraph: 活动现场，大家挥锹培土、提水浇灌，现场一派热火朝天的景象。",
        "Paragraph: 今年以来，全县完成造林绿化2.3万亩，林木成活率达到96.5%。",
    ),
    left_out=(
        "互动交流",
        "（责任编辑：青小石）",
        "【打印本页】 【关闭窗口】",
        "地址：青石县示例路1号　邮编：000000",
        "网站地图",
    ),
)

ZH_NOTICE = Page(
    name="Chinese official notice: headline in two lines, levels, numbered items, signature and its date",
    html=False,
    tag="zh-CN",
    title="临溪市人民政府办公室关于做好今冬明春供暖工作的通知",
    published="2022-11-08T00:00:00+08:00",
    content="""今天是2025年1月2日 星期四 欢迎访问临溪市人民政府网站！
当前位置：首页>政府信息公开>文件

临溪市人民政府办公室
关于做好今冬明春供暖工作的通知
临政办发〔2022〕18号

各区县人民政府，市政府各部门：
为保障人民群众温暖过冬，现就做好今冬明春供暖工作有关事项通知如下。
一、总体要求
坚持民生优先，确保按时供暖、足温供暖、安全供暖。
二、重点任务
1.完成供热管网检修。
2.备足供暖用煤用气。
3.公布24小时服务电话。
主办单位：临溪市城市管理局
请各单位于11月15日前将落实情况报送市政府办公室。

临溪市人民政府办公室
2022年11月8日
（此件公开发布）
【字体：大 中 小】【打印】
例ICP备00000001号
""",
    blocks=(
        "Paragraph: 临政办发〔2022〕18号",
        "Paragraph: 各区县人民政府，市政府各部门：",
        "Paragraph: 为保障人民群众温暖过冬，现就做好今冬明春供暖工作有关事项通知如下。",
        "Heading 2: 一、总体要求",
        "Paragraph: 坚持民生优先，确保按时供暖、足温供暖、安全供暖。",
        "Heading 2: 二、重点任务",
        "List 1: 完成供热管网检修。 | 备足供暖用煤用气。 | 公布24小时服务电话。",
        "Paragraph: 主办单位：临溪市城市管理局",
        "Paragraph: 请各单位于11月15日前将落实情况报送市政府办公室。",
        "Paragraph: 临溪市人民政府办公室",
        "Paragraph: 2022年11月8日",
        "Paragraph: （此件公开发布）",
    ),
    left_out=(
        "今天是2025年1月2日 星期四 欢迎访问临溪市人民政府网站！",
        "【字体：大 中 小】【打印】",
        "例ICP备00000001号",
    ),
)

EN_HTML = Page(
    name="English HTML: landmarks, page tags, a table, links and an image",
    html=True,
    tag="en",
    title="Harbor Trade Grows 4.2 Percent in the First Half of the Year",
    published="2024-07-18T09:15:00+08:00",
    updated="2024-07-19T08:00:00+08:00",
    source="Harbor Statistics Office",
    content="""<!DOCTYPE html><html lang="en"><head><meta charset="gbk">
<meta name="SiteName" content="Harbor City Government">
<meta name="ArticleTitle" content="Harbor Trade Grows 4.2 Percent in the First Half of the Year">
<meta name="PubDate" content="2024-07-18 09:15"><meta name="ContentSource" content="Harbor Statistics Office">
<meta property="article:modified_time" content="2024-07-19T00:00:00Z">
<link rel="canonical" href="https://www.harbor.example/en/news/1.html"><title>Harbor City</title>
<style>p { color: red }</style></head><body>
<a class="skip-link" href="#content">Skip to content</a>
<header><h1>Harbor City Government</h1><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
<main><div class="crumbs"><a href="/">Home</a> &gt; <a href="/news">News</a></div>
<article><header><h2>Harbor Trade Grows 4.2 Percent in the First Half of the Year</h2>
<p>Published: <time datetime="2024-07-18">July 18, 2024</time></p></header>
<p>Trade through the harbor reached <strong>81.3 billion yuan</strong> in the first half of the year, the
<a href="../stats/index.html">statistics office</a> said. See <a href="javascript:void(0)">this chart</a> for details.</p>
<figure><img src="cranes.jpg" alt="Cranes"><figcaption>Cranes at dawn</figcaption></figure>
<h3>Goods by kind</h3>
<table><tr><th>Kind</th><th>Billion yuan</th></tr><tr><td>Machines</td><td>40.1</td></tr><tr><td colspan="2">No other kinds</td></tr></table>
<h4>What helped</h4>
<ul><li>Longer opening hours</li><li>Two <em>new</em> berths
<ol start="4"><li>East</li><li>West</li></ol></li></ul>
<blockquote><p>The figures are preliminary.</p></blockquote>
<pre><code>total = 81.3
</code></pre>
</article></main>
<aside><h3>Most read</h3><p>A long and well written recommendation of another article, with a full stop.</p></aside>
<footer><p>Hosted by: Harbor City</p><p>&copy; 2024</p></footer><script>document.write("<p>No text.</p>")</script>
</body></html>""",
    blocks=(
        (
            "Paragraph: Trade through the harbor reached **81.3 billion yuan** in the first half of the year, the "
            "[statistics office](https://www.harbor.example/en/stats/index.html) said. See this chart for details."
        ),
        "Heading 2: Goods by kind",
        "Table: Kind | Billion yuan / Machines | 40.1 / No other kinds | ",
        "Heading 3: What helped",
        "List: Longer opening hours | Two *new* berths [4: East | West]",
        "Quote: The figures are preliminary.",
        "Code: total = 81.3",
    ),
    left_out=(
        "image, its file is not here: cranes.jpg",
        "caption of an image: Cranes at dawn",
        "Home > News",
        "Hosted by: Harbor City © 2024",
    ),
)

ZH_HTML = Page(
    name="Chinese HTML set in layout tables with line breaks, bold headings and page tags",
    html=True,
    tag="zh-CN",
    title="望江县启动秋粮收购",
    published="2021-10-09T16:20:00+08:00",
    source="望江县粮食局",
    subtitle="力争应收尽收",
    content="""<html><head><title>望江县启动秋粮收购_望江县人民政府</title></head><body>
<div id="nav"><a href="/">首页</a>|<a href="/zw">政务</a>|<a href="/fw">服务</a></div>
<table width="960"><tr><td class="left"><ul><li><a href="1">机构职能</a></li><li><a href="2">领导之窗</a></li></ul></td>
<td><div class="title">望江县启动秋粮收购</div><div>——力争应收尽收</div>
<div>日期：2021年10月09日 16:20　来源：望江县粮食局　【字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>】</div>
<div id="zoom">　　10月8日，望江县秋粮收购工作全面启动，
全县设立收购点<b>2</b><b>6</b>个。<br>　　<strong>一是保障资金。</strong>落实收购资金1.2亿元。<br/><br/>&nbsp;&nbsp;&nbsp;&nbsp;二是优化服务，
推行预约售粮
<br>（联系电话见附表）<br/>
<p><strong>价格安排</strong></p><p>中晚籼稻最低收购价每50公斤128元，<i>执行到年底。</i></p>
<p align="right">望江县粮食局</p></div>
<div class="page_share"><span>分享到：</span></div><p>上一篇：<a href="3">望江县召开座谈会</a></p></td></tr></table>
<table><tr><td>版权所有：望江县人民政府　例ICP备00000002号</td></tr></table></body></html>""",
    blocks=(
        "Paragraph: 10月8日，望江县秋粮收购工作全面启动，全县设立收购点**26**个。",
        "Paragraph: **一是保障资金。**落实收购资金1.2亿元。",
        "Paragraph: 二是优化服务，推行预约售粮⏎（联系电话见附表）",
        "Heading 2: 价格安排",
        "Paragraph: 中晚籼稻最低收购价每50公斤128元，*执行到年底。*",
        "Paragraph: 望江县粮食局",
    ),
    left_out=("首页 | 政务 | 服务", "版权所有：望江县人民政府\u3000例ICP备00000002号"),
)

OG_HTML = Page(
    name="English HTML without page tags: Open Graph title with the site's name, cookie banner, inline styles",
    html=True,
    tag="en",
    title="Mountain Road Reopens After Snow",
    published="2025-02-03T07:05:00+08:00",
    author="Press Desk",
    content="""<html><head><meta property="og:title" content="Mountain Road Reopens After Snow - Hillside Prefecture">
<meta property="article:published_time" content="2025-02-02T23:05:00+00:00"><meta name="author" content="Press Desk"></head>
<body><div class="cookie-note">We use cookies to make this site better. By going on you agree to our use of them.</div>
<p>Welcome to Hillside Prefecture, the official website of the prefecture government, where all news is published.</p>
<div class="wrap"><h1>Mountain Road Reopens After Snow</h1><h1>Mountain Road Reopens After Snow</h1>
<div class="content"><div><p>The road over the pass has been open to <span style="font-weight: bold">all vehicles</span> since six
o'clock in the morning.</p></div><div><p>Chains are still required above 1,800 meters,
<span>and drivers should expect delays.</span></p><p>&nbsp;</p>
<ul><li><a href="/a">Pass closed for three days</a></li><li><a href="/b">Snow in the north</a></li></ul></div></div></div>
<ul class="bottom"><li>Site map</li></ul></body></html>""",
    blocks=(
        "Paragraph: The road over the pass has been open to **all vehicles** since six o'clock in the morning.",
        "Paragraph: Chains are still required above 1,800 meters, and drivers should expect delays.",
    ),
    left_out=("Site map", "Pass closed for three days Snow in the north"),
)

DATE_FIRST = Page(
    name="English lines with the date above the headline and a bulleted list at the end",
    html=False,
    tag="en",
    title="Public Consultation on the Draft Parking Rules Begins",
    published="2024-08-14T00:00:00+08:00",
    content="""Portal of Orchard District
News | Notices | Contact | Sitemap
14 August 2024
Public Consultation on the Draft Parking Rules Begins
The district government invites comments on the draft parking rules until the end of September.
Comments may be sent:
• by mail to the district office
• by e-mail
- in person
1. Between 9 and 12
3. Not in sequence
Share: Facebook Twitter
""",
    blocks=(
        "Paragraph: The district government invites comments on the draft parking rules until the end of September.",
        "Paragraph: Comments may be sent:",
        "List: by mail to the district office | by e-mail | in person",
        "Paragraph: 1. Between 9 and 12",
        "Paragraph: 3. Not in sequence",
    ),
    left_out=("News | Notices | Contact | Sitemap", "Share: Facebook Twitter"),
)

PAGES = (EN_LINES, EN_WRAPPED, ZH_LINES, ZH_NOTICE, EN_HTML, ZH_HTML, OG_HTML, DATE_FIRST)
