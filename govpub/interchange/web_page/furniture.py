"""What a portal puts around every article, recognised by general marks: labels, separators, position words.

The words are those of the page design rules for government sites (政府网站发展指引, 2017) and of common portals.
A label proves little inside an article (an event notice has its own 主办单位), so these tests only say what a line
looks like; `composition` decides by where it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govpub.interchange.web_page.dates import DateMatch, find_date
from govpub.interchange.web_page.row import ENDS_SENTENCE, display_width, is_symbols

if TYPE_CHECKING:
    from datetime import tzinfo

__all__ = [
    "Details",
    "is_annex",
    "is_breadcrumb",
    "is_end_mark",
    "is_footer",
    "is_footer_start",
    "is_greeting",
    "is_related",
    "is_widget",
    "read_details",
]

_LABELS = {
    "published": (
        "发布时间|发布日期|发表时间|印发日期|Published on|Published|Publish date|Date published|Posted on|Posted|"
        "Release date|Released|Issued on"
    ),
    "updated": "更新时间|更新日期|最后更新|Last updated|Updated on|Updated|Update time",
    "source": "信息来源|文章来源|稿件来源|来源|Source",
    "author": "作者|Author",
    "other": (
        "责任编辑|编辑|审核|校对|浏览次数|浏览量|访问量|阅读次数|阅读量|阅读|点击次数|点击量|点击数|点击率|字体大小|字体|字号|索引号|"
        "Editor|Edited by|Views|Hits|Clicks|Read|Font size|Text size"
    ),
    "near": "时间|日期|成文日期|Date|Time",
}
"""Labels by what stands after them; those of `near` are only trusted close to the headline."""

_BYLINE = re.compile(
    r"(?:By|Story by|文|记者)[\s/:：]\s*(?P<name>[^,，。!?；;:：()（）]{1,80})"
    r"(?:[(（](?P<medium>[^()（）]{1,60})[)）])?",
    re.IGNORECASE,
)
"""Who wrote an article, before when it was published: `By … Updated: …`."""
_LABEL = re.compile(
    "(?<![A-Za-z])(?:" + "|".join(f"(?P<{kind}>{words})" for kind, words in _LABELS.items()) + r")\s?[:：]",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:星期|周)[一二三四五六日天]|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?")
_SEPARATORS = " \t\u3000\xa0|｜/·•,，-—–[]【】()（）"
_DETAIL_WIDTH = 200
_VALUE_WIDTH = 80
_LOOSE_WIDTH = 48

_WIDGET = re.compile(
    r"分享到?|转发|收藏(?:本页)?|打印(?:本页|此页)?|关闭(?:窗口|本页)?|字体|字号|扫一扫(?:在手机打开当前页)?|在手机打开当前页|微信|微博|新浪|腾讯|QQ空间|"
    r"返回(?:顶部|首页|列表)?|跳[到转]主要内容|无障碍(?:浏览|阅读)?|长者模式|适老化|智能机器人|简体版?|繁[体體]版?|朗读|语音播报|我要纠错|点赞|"
    r"\b(?:Share(?: this(?: page)?)?|Print(?: this page)?|E-?mail(?: this page)?|Facebook|Twitter|LinkedIn|"
    r"WeChat|Weibo|WhatsApp|Font(?: size)?|Text size|Bookmark|Download PDF|"
    r"Back to top|Close(?: window)?|Skip to (?:main )?content|Accessibility|A[+-](?=\W|$))(?![A-Za-z])",
    re.IGNORECASE,
)
_WIDGET_PART = re.compile(
    r"[大中小](?![一-鿿])|\b(?:Large|Medium|Small|Big|Default|Save|Listen|Top|Search|Menu|Language|X|A|to|on)(?![A-Za-z])",
    re.IGNORECASE,
)
"""What only counts beside a control."""
_FOOTER = re.compile(
    r"ICP\s?(?:备|证|No)|公网安备|网安备|网络安全备案|Security Record No|网站标识码|Identification Code|"
    r"©|\(c\)\s?\d{4}|版权所有|All rights reserved|政府网站找错",
    re.IGNORECASE,
)
_FOOTER_WORD = re.compile(
    r"Copyright|网站地图|Site ?map|网站声明|版权声明|隐私声明|Privacy (?:Policy|Statement)|Terms of (?:Use|Service)",
    re.IGNORECASE,
)
"""What an article may write about, too."""
_FOOTER_LABEL = re.compile(
    r"(?:主办单位?|承办单位?|运行维护|运维|维护单位|技术支持|建设单位|管理单位|协办单位?|地址|邮编|邮政编码|联系我们|联系电话|关于我们|网站纠错|"
    r"Hosted by|Sponsored by|Host|Organi[sz]er|Operated by|Maintained by|Website Operation(?: and Maintenance)?|"
    r"Technical support|Powered by|Contact us|About us|Address|Tel|Phone|Postcode)(?:\s{0,2}[:：]|$|\s{2,}|[|｜])",
    re.IGNORECASE,
)
_RELATED = re.compile(
    r"(?:相关(?:链接|阅读|新闻|文章|报道|稿件|解读)|推荐(?:阅读|文章)|延伸阅读|热点(?:新闻|推荐)|上一[篇条]|下一[篇条]|您可能感兴趣|友情链接|"
    r"Related(?: (?:news|stories|articles|links|reading|content))?|More (?:news|stories)|Most (?:read|viewed|popular)|"
    r"Previous(?: article| story)?|Next(?: article| story)?|You may also like|Read more|Recommended)\s?(?:[:：]|$)",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"今天是|欢迎您?(?:访问|光临|来到)|Welcome to\b|.{0,80}\b(?:(?:use|uses|using|accept|our) (?:of )?cookies|"
    r"cookie (?:policy|settings|notice|consent)|enable JavaScript)\b|.{0,20}您的浏览器",
    re.IGNORECASE,
)
_END_MARK = re.compile(r"ends?|-\s?30\s?-|[（(]完[）)]|完", re.IGNORECASE)
_ANNEX = re.compile(r"附件|附表|Attachments?\b|Annex(?:es)?\b|Appendix\b", re.IGNORECASE)
_TRAIL = re.compile(r"\s?(?:>{1,2}|›|»|→|＞|＞＞)\s?|\s[-/|｜]\s|\s?[|｜]\s?")
_TRAIL_LABEL = re.compile(
    r"(?:您?(?:现在|当前)?的?(?:所在)?位置|当前位置|您的位置|所在位置|"
    r"You are here|Current (?:location|position)|Location)\s?(?:是|为)?\s?[:：]",
    re.IGNORECASE,
)
_TRAIL_PART = 36
_TRAIL_PARTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a line under a headline says about the article."""

    published: DateMatch | None = None
    updated: DateMatch | None = None
    loose: DateMatch | None = None
    """A date without a label, or with one that is only trusted near the headline."""
    source: str = ""
    author: str = ""


def read_details(text: str, zone: tzinfo) -> Details | None:
    """Read a line of labelled details, or one that is little more than a date; None for any other line."""
    labels = list(_LABEL.finditer(text))
    if display_width(text) > _DETAIL_WIDTH:
        return None
    if not labels:
        return _loose_date(text, zone)
    lead = _without_date(text[: labels[0].start()], zone)
    byline = _BYLINE.fullmatch(lead.strip()) if labels[0].lastgroup in ("published", "updated") else None
    if not is_symbols(lead) and byline is None:
        return None
    details = _labelled(text, labels, zone)
    if details is None or byline is None:
        return details
    medium = _value(byline["medium"] or "")
    return replace(details, author=details.author or _value(byline["name"]), source=details.source or medium)


def _labelled(text: str, labels: list[re.Match[str]], zone: tzinfo) -> Details | None:
    found: dict[str, DateMatch] = {}
    said: dict[str, str] = {}
    lead = find_date(text[: labels[0].start()], zone)
    if lead:
        found["near"] = lead
    ends = [label.start() for label in labels[1:]] + [len(text)]
    for label, end in zip(labels, ends, strict=True):
        kind = str(label.lastgroup)
        value = text[label.end() : end]
        date = find_date(value, zone)
        if kind in ("published", "updated", "near"):
            if date is None:
                return None
            found.setdefault(kind, date)
        elif date is not None:
            found.setdefault("near", date)
            value = value[: date.start]
        if kind in ("source", "author"):
            said.setdefault(kind, _value(value))
        if display_width(value) > _VALUE_WIDTH:
            return None
    return Details(
        published=found.get("published"),
        updated=found.get("updated"),
        loose=found.get("near"),
        source=said.get("source", ""),
        author=said.get("author", ""),
    )


def _value(text: str) -> str:
    """Return a label's value without the widgets that share its line and the brackets around it."""
    return re.split(r"[\u3000\t|｜【\[]|\s{2,}", text.strip(_SEPARATORS))[0].strip(_SEPARATORS)


def _without_date(text: str, zone: tzinfo) -> str:
    date = find_date(text, zone)
    return text[: date.start] + text[date.end :] if date else text


def _loose_date(text: str, zone: tzinfo) -> Details | None:
    date = find_date(text, zone)
    if date is None or display_width(text) > 2 * _LOOSE_WIDTH:
        return None
    before, after = text[: date.start], text[date.end :]
    rest = _WIDGET_PART.sub("", _WIDGET.sub("", f"{before} {after}")).strip(_SEPARATORS + "。.:：")
    rest = _WEEKDAY.sub("", rest).strip(_SEPARATORS)
    if display_width(rest) > _LOOSE_WIDTH or re.search(r"[，。；！？,;!?]", rest):
        return None
    # "On December 25, 2024" opens a sentence; a byline has the date at one of its ends.
    if before.strip(_SEPARATORS) and after.strip(_SEPARATORS + "。.") and rest:
        return None
    return Details(loose=date, source="" if is_symbols(rest) else _value(rest))


def is_widget(text: str) -> bool:
    """Return whether a line is made of nothing but controls: share, print, font size, back to top."""
    if display_width(text) > _DETAIL_WIDTH or not _WIDGET.search(text):
        return False
    return is_symbols(_WIDGET_PART.sub("", _WIDGET.sub("", text)))


def is_breadcrumb(text: str) -> bool:
    """Return whether a line is a trail of places, or a row of navigation labels between separators."""
    label = _TRAIL_LABEL.match(text)
    if label:
        return True
    parts = [part.strip() for part in _TRAIL.split(text[: 10 * _DETAIL_WIDTH])]
    named = [part for part in parts if part]
    if len(parts) < _TRAIL_PARTS or len(named) < 1 or re.search(r"[。！？；.!?;]$", text):
        return False
    strong = re.search(r"[>›»→＞]", text) is not None
    enough = len(named) >= _TRAIL_PARTS if strong else len(named) > _TRAIL_PARTS
    # The last part of a trail may be the headline itself.
    return enough and all(display_width(part) <= _TRAIL_PART for part in named[:-1])


def is_footer(text: str) -> bool:
    """Return whether a line carries the records or rights that close every page."""
    if ENDS_SENTENCE.search(text) or display_width(text) > _DETAIL_WIDTH:
        # A sentence about records or rights is not yet a record; two of them in a line are.
        return len(_FOOTER.findall(text)) > 1 or (
            _FOOTER.match(text) is not None and display_width(text) <= _VALUE_WIDTH
        )
    return _FOOTER.search(text) is not None or _FOOTER_WORD.search(text) is not None


def is_footer_start(text: str) -> bool:
    """Return whether a line could open a footer: a host, an operator, an address. An article may have these too."""
    return _FOOTER_LABEL.match(text) is not None


def is_related(text: str) -> bool:
    """Return whether a line opens what the portal recommends after an article."""
    return _RELATED.match(text) is not None


def is_greeting(text: str) -> bool:
    """Return whether a line speaks to the visitor of the site: a welcome, today's date, a note on cookies."""
    return _GREETING.match(text) is not None


def is_end_mark(text: str) -> bool:
    """Return whether a line only says that the release ends here; exports set such a line themselves."""
    return _END_MARK.fullmatch(text) is not None


def is_annex(text: str) -> bool:
    """Return whether a line opens what is attached to the article."""
    return _ANNEX.match(text) is not None
