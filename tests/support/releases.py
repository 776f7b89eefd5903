"""Sample releases, built by hand: what the renderers' tests and golden files are made of.

Our own texts about a province that does not exist; no person is named. `SAMPLES` has them all: each is a function of
the edition and the layout.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import TYPE_CHECKING

from support.phrases import CHINESE, ENGLISH
from support.pictures import png

from govpub.locales import EN, ZH_CN
from govpub.model.article import Layout, Wording
from govpub.model.block import (
    Alignment,
    Block,
    Cell,
    CodeBlock,
    Figure,
    Footnote,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Pending,
    Strong,
    Text,
)
from govpub.model.portal import Column, FooterItem
from govpub.model.release import EDITIONS, Asset, Edition, NavigationItem, Release, Rendition, Site

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "BEIJING",
    "SAMPLES",
    "SITE_EN",
    "SITE_ZH",
    "addressed",
    "asset",
    "draft",
    "embargoed",
    "notice",
    "paragraph",
    "readout",
    "release",
    "statistics",
]

BEIJING = timezone(timedelta(hours=8))

SITE_ZH = Site(
    name="云泽省人民政府",
    url="https://www.yunze.example/",
    domain="www.yunze.example",
    navigation=(
        NavigationItem("政府", "https://www.yunze.example/government/"),
        NavigationItem("政务公开", "https://www.yunze.example/open/"),
        NavigationItem("服务", "https://www.yunze.example/services/"),
        NavigationItem("投资", "https://www.yunze.example/investment/"),
        NavigationItem("旅游", "https://www.yunze.example/tourism/"),
        NavigationItem("导航", "https://www.yunze.example/navigator/"),
    ),
    host="云泽省人民政府办公厅",
    operator="云泽省政务网络中心",
    identification_code="9900000001",
    icp="云泽ICP备00000001号",
    security_record="云泽公网安备00000000000001号",
)
SITE_EN = Site(
    name="The People’s Government of Yunze Province",
    url="https://www.yunze.example/en/",
    domain="www.yunze.example",
    navigation=(
        NavigationItem("Government", "https://www.yunze.example/en/government/"),
        NavigationItem("Open Governance", "https://www.yunze.example/en/open/"),
        NavigationItem("Services", "https://www.yunze.example/en/services/"),
        NavigationItem("Investment", "https://www.yunze.example/en/investment/"),
        NavigationItem("Tourism", "https://www.yunze.example/en/tourism/"),
        NavigationItem("Navigator", "https://www.yunze.example/en/navigator/"),
    ),
    host="General Office of the People’s Government of Yunze Province",
    operator="Yunze Government Network Center",
    identification_code="9900000001",
    icp="Yunze ICP No. 00000001",
    security_record="Yunze Computer Information Network and Internet Security Record No. 00000000000001",
)


def _inline(piece: str | Inline) -> Inline:
    return Text(piece) if isinstance(piece, str) else piece


def paragraph(*pieces: str | Inline) -> Paragraph:
    """Return a paragraph of these runs."""
    return Paragraph(content=tuple(_inline(piece) for piece in pieces))


def _heading(text: str, level: int = 2) -> Heading:
    return Heading(level=level, content=(Text(text),))


def _strong(text: str) -> Strong:
    return Strong((Text(text),))


def _link(text: str, href: str) -> Link:
    return Link((Text(text),), href)


def _item(*blocks: Block | str) -> ListItem:
    return ListItem(blocks=tuple(paragraph(block) if isinstance(block, str) else block for block in blocks))


def _table(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], alignments: tuple[Alignment, ...]) -> Table:
    def cells(row: tuple[str, ...]) -> tuple[Cell, ...]:
        return tuple(Cell(content=(Text(text),) if text else ()) for text in row)

    return Table(header=cells(header), rows=tuple(cells(row) for row in rows), alignments=alignments)


def asset(name: str = "ridge.png", width: int = 640, height: int = 360) -> Asset:
    """Return a picture made by code."""
    return Asset(name=name, media_type="image/png", width=width, height=height, content=_picture(width, height))


@cache
def _picture(width: int, height: int) -> bytes:
    return png(width, height)


def release(
    id: str,  # noqa: A002  the model's own name
    chinese: Wording,
    english: Wording,
    *,
    edition: Edition = "bilingual",
    layout: Layout = "columns",
    source_first: str = "zh-CN",
    published: datetime = datetime(2024, 12, 25, 9, 30, tzinfo=BEIJING),
    updated: datetime | None = None,
    release_number: str = "",
    assets: Mapping[str, Asset] | None = None,
) -> Release:
    """Return the edition of a release that has these two wordings."""
    renditions = (
        Rendition(wording=chinese, site=SITE_ZH, phrases=CHINESE),
        Rendition(wording=english, site=SITE_EN, phrases=ENGLISH),
    )
    if source_first == EN.tag:
        renditions = renditions[::-1]
    chosen = tuple(one for one in renditions if edition in ("bilingual", one.locale.tag))
    return Release(
        id=id,
        edition=edition,
        layout=layout,
        renditions=chosen,
        siblings=tuple(other for other in EDITIONS if other != edition),
        published=published,
        updated=updated or published,
        release_number=release_number,
        assets=assets or {},
    )


_ALIGNMENTS: tuple[Alignment, ...] = ("left", "right", "right", "center")

_STATISTICS_ZH = Wording(
    locale=ZH_CN,
    title="前三季度全省经济运行总体平稳、稳中有进",
    subtitle="地区生产总值同比增长5.4%",
    summary="前三季度全省地区生产总值4.26万亿元，同比增长5.4%；规模以上工业增加值增长6.8%。",
    keywords=("经济运行", "统计", "高质量发展"),
    source="云泽省统计局",
    author="综合处",
    column="数据发布",
    dateline="云泽",
    contact="云泽省统计局新闻处，电话：0990-555 0118",
    blocks=(
        paragraph(
            "据初步核算，前三季度全省地区生产总值",
            _strong("4.26万亿元"),
            "，按不变价格计算，同比增长5.4%。",
            FootnoteReference("gdp"),
            "分产业看，第一产业增加值3860亿元，增长3.5%；第二产业增加值1.58万亿元，增长5.9%；"
            "第三产业增加值2.29万亿元，增长5.6%。",
        ),
        _heading("一、工业生产较快增长"),
        paragraph(
            "规模以上工业增加值同比增长6.8%，增速比上半年加快0.4个百分点。新能源汽车产量32.6万辆，增长27.5%；"
            "光伏电池产量1200万千瓦，增长18.2%。“专精特新”企业达到2100多家。",
        ),
        _table(
            ("指标", "前三季度", "同比增长（%）", "说明"),
            (
                ("地区生产总值（亿元）", "42600", "5.4", "初步核算数"),
                ("规模以上工业增加值", "—", "6.8", "不变价"),
                ("固定资产投资", "—", "4.1", "不含农户"),
                ("社会消费品零售总额（亿元）", "19350", "5.2", ""),
                ("进出口总额（亿元）", "7280", "-1.3", "人民币计价"),
            ),
            _ALIGNMENTS,
        ),
        _heading("二、居民收入稳步提高"),
        paragraph(
            "全省居民人均可支配收入25640元，同比名义增长5.8%。其中，城镇居民35120元，增长5.1%；农村居民16480元，增长6.9%。"
            "城乡居民收入比为2.13，比上年同期缩小0.04。",
        ),
        paragraph("完整数据见", _link("云泽统计数据库", "https://stats.yunze.example/2024/q3"), "。"),
    ),
    footnotes=(Footnote(label="gdp", blocks=(paragraph("地区生产总值绝对额按现价计算，增长速度按不变价格计算。"),)),),
)
_STATISTICS_EN = Wording(
    locale=EN,
    title="Yunze’s Economy Holds Steady and Makes Progress in the First Three Quarters",
    subtitle="GDP up 5.4 percent year on year",
    summary="Yunze’s GDP reached 4.26 trillion yuan in the first three quarters, up 5.4 percent year on year; the value "
    "added of industrial enterprises above designated size grew by 6.8 percent.",
    keywords=("economic performance", "statistics", "high-quality development"),
    source="Yunze Provincial Bureau of Statistics",
    author="General Division",
    column="Data Release",
    dateline="Yunze",
    contact="Press Division, Yunze Provincial Bureau of Statistics, tel. 0990-555 0118",
    blocks=(
        paragraph(
            "According to preliminary accounting, Yunze’s GDP came to ",
            _strong("4.26 trillion yuan"),
            " in the first three quarters, up 5.4 percent year on year at constant prices.",
            FootnoteReference("gdp"),
            " By sector, the value added of primary industry was 386 billion yuan, up 3.5 percent; that of secondary "
            "industry, 1.58 trillion yuan, up 5.9 percent; and that of tertiary industry, 2.29 trillion yuan, up 5.6 percent.",
        ),
        _heading("I. Industrial output grew fairly fast"),
        paragraph(
            "The value added of industrial enterprises above designated size grew by 6.8 percent year on year, 0.4 "
            "percentage points faster than in the first half. Output of new energy vehicles reached 326,000, up 27.5 percent; "
            "output of photovoltaic cells, 12 million kilowatts, up 18.2 percent. More than 2,100 enterprises are now “specialized "
            "and sophisticated.”",
        ),
        _table(
            ("Indicator", "First three quarters", "Growth, year on year (%)", "Remarks"),
            (
                ("GDP (100 million yuan)", "42,600", "5.4", "preliminary"),
                ("Value added of industry above designated size", "—", "6.8", "constant prices"),
                ("Fixed-asset investment", "—", "4.1", "excluding rural households"),
                ("Retail sales of consumer goods (100 million yuan)", "19,350", "5.2", ""),
                ("Imports and exports (100 million yuan)", "7,280", "-1.3", "in yuan"),
            ),
            _ALIGNMENTS,
        ),
        _heading("II. Incomes rose steadily"),
        paragraph(
            "Per capita disposable income was 25,640 yuan, a nominal increase of 5.8 percent year on year: 35,120 yuan for urban "
            "residents, up 5.1 percent, and 16,480 yuan for rural residents, up 6.9 percent. The ratio of urban to rural incomes "
            "was 2.13, down by 0.04 from a year earlier.",
        ),
        paragraph("Full figures: ", _link("Yunze Statistical Database", "https://stats.yunze.example/2024/q3"), "."),
    ),
    footnotes=(
        Footnote(
            label="gdp",
            blocks=(paragraph("Amounts are at current prices; growth rates are at constant prices."),),
        ),
    ),
)


def statistics(edition: Edition = "bilingual", layout: Layout = "columns") -> Release:
    """Return a quarterly statistics release: a table, many figures, one footnote."""
    return release(
        "q3-economy", _STATISTICS_ZH, _STATISTICS_EN, edition=edition, layout=layout, release_number="2024-118"
    )


_PICTURE = "images/ridge.png"

_NOTICE_ZH = Wording(
    locale=ZH_CN,
    title="关于做好今冬明春森林草原防灭火工作的通知",
    summary="全省即日起进入森林草原防火期，严禁野外用火。",
    keywords=("森林草原防灭火", "通知"),
    source="云泽省应急管理厅",
    column="通知公告",
    dateline="云泽",
    contact="云泽省应急管理厅，press@yjt.yunze.example",
    image=Figure(path=_PICTURE, alt="雪线以下的林区山脊", caption="岭北林区，巡护员每天巡山两次。"),
    blocks=(
        paragraph("各市、县（区）人民政府，省政府各部门："),
        paragraph(
            _strong("《云泽省森林草原防火条例》"),
            "自2025年1月1日起施行。",
            FootnoteReference("act"),
            "为切实保护人民群众生命财产安全和生态安全，现就有关事项通知如下：",
        ),
        _heading("一、严格管理火源"),
        List(
            ordered=True,
            start=1,
            items=(
                _item("防火期内，林区、草原及其边缘500米以内禁止一切野外用火。"),
                _item(
                    "进入林区的车辆和人员应当接受检查：",
                    List(
                        items=(
                            _item("不得携带打火机、火柴等火种；"),
                            _item("不得吸烟、烧烤、燃放烟花爆竹；"),
                            _item("确需施工用火的，须经县级人民政府批准。"),
                        )
                    ),
                ),
                _item("祭祀活动提倡鲜花祭奠、植树缅怀等文明方式。"),
            ),
        ),
        _heading("二、加强值守和报告"),
        paragraph(
            "各地要落实24小时值班和领导带班制度，发现火情",
            Emphasis((Text("立即报告"),)),
            "，并拨打森林火警电话",
            _link("12119", "tel:12119"),
            "。",
            FootnoteReference("hotline"),
        ),
        paragraph("火情短信按以下格式发送：", CodeSpan((Text("地点#时间#风力"),))),
        CodeBlock(text="岭北林场3号哨#14:20#3级\n  现场2人，已开设隔离带", info="text"),
        Quote(
            blocks=(
                paragraph("预防为主、积极消灭、生命至上、安全第一。"),
                paragraph("——全省森林草原防灭火工作方针"),
            )
        ),
        Figure(path=_PICTURE, alt="隔离带示意图：林地之间留出的空地", caption="图1　隔离带的宽度不少于30米"),
        Rule(),
        List(
            ordered=True,
            start=4,
            tight=False,
            items=(
                _item("本通知自发布之日起施行。", "有效期至2025年5月31日。"),
                _item("此前规定与本通知不一致的，以本通知为准。"),
            ),
        ),
        paragraph("云泽省人民政府", LineBreak(), "2024年12月25日"),
    ),
    footnotes=(
        Footnote(
            label="act", blocks=(paragraph("条例全文见", _link("省政府网站", "https://www.yunze.example/act"), "。"),)
        ),
        Footnote(
            label="hotline",
            blocks=(paragraph("拨打免费。"), paragraph("少数民族地区提供双语接警服务。")),
        ),
    ),
)
_NOTICE_EN = Wording(
    locale=EN,
    title="Notice on Forest and Grassland Fire Prevention and Control This Winter and Next Spring",
    summary="The forest and grassland fire season begins today across the province; open fires are banned.",
    keywords=("forest and grassland fire prevention and control", "notice"),
    source="Department of Emergency Management of Yunze Province",
    column="Notices",
    dateline="Yunze",
    contact="Department of Emergency Management of Yunze Province, press@yjt.yunze.example",
    image=Figure(
        path=_PICTURE,
        alt="A forest ridge below the snow line",
        caption="The forests of Lingbei, where rangers walk the hills twice a day.",
    ),
    blocks=(
        paragraph(
            "To the people’s governments of cities, counties, and districts, and all departments of the province:"
        ),
        paragraph(
            "The ",
            _strong("Regulations of Yunze Province on Forest and Grassland Fire Prevention"),
            " take effect on January 1, 2025.",
            FootnoteReference("act"),
            " To protect lives and property and keep the environment safe, you are hereby notified as follows:",
        ),
        _heading("I. Strict control of fire sources"),
        List(
            ordered=True,
            start=1,
            items=(
                _item(
                    "During the fire season, all open fires are banned in forests and grasslands and within 500 meters of them."
                ),
                _item(
                    "Vehicles and persons entering a forest are to be checked:",
                    List(
                        items=(
                            _item("no lighters, matches, or other sources of fire;"),
                            _item("no smoking, barbecues, or fireworks;"),
                            _item("fire for construction work only with the approval of the county government."),
                        )
                    ),
                ),
                _item("Flowers and tree planting are encouraged as ways to honor the dead."),
            ),
        ),
        _heading("II. Duty and reporting"),
        paragraph(
            "All localities shall have officers on duty 24 hours a day. A fire is to be ",
            Emphasis((Text("reported at once"),)),
            " to the forest fire hotline ",
            _link("12119", "tel:12119"),
            ".",
            FootnoteReference("hotline"),
        ),
        paragraph("Reports by text message have this form: ", CodeSpan((Text("place#time#wind force"),))),
        CodeBlock(text="岭北林场3号哨#14:20#3级\n  现场2人，已开设隔离带", info="text"),
        Quote(
            blocks=(
                paragraph("Prevention first, active suppression, life above all, safety foremost."),
                paragraph("— Guideline of the province for forest and grassland fire prevention and control"),
            )
        ),
        Figure(
            path=_PICTURE,
            alt="Diagram of a firebreak: open land between two stands of trees",
            caption="Figure 1. A firebreak is at least 30 meters wide",
        ),
        Rule(),
        List(
            ordered=True,
            start=4,
            tight=False,
            items=(
                _item("This notice takes effect on the day of its release.", "It is valid until May 31, 2025."),
                _item("Where earlier rules differ from this notice, this notice prevails."),
            ),
        ),
        paragraph("The People’s Government of Yunze Province", LineBreak(), "December 25, 2024"),
    ),
    footnotes=(
        Footnote(
            label="act",
            blocks=(
                paragraph(
                    "Full text: ", _link("website of the provincial government", "https://www.yunze.example/act"), "."
                ),
            ),
        ),
        Footnote(
            label="hotline",
            blocks=(
                paragraph("Calls are free."),
                paragraph("In areas with large ethnic minority populations, calls are answered in two languages."),
            ),
        ),
    ),
)


def notice(edition: Edition = "bilingual", layout: Layout = "columns") -> Release:
    """Return a notice with nested lists, figures, footnotes, a quotation and code; it was updated after publication."""
    return release(
        "fire-season",
        _NOTICE_ZH,
        _NOTICE_EN,
        edition=edition,
        layout=layout,
        updated=datetime(2024, 12, 26, 8, 5, tzinfo=BEIJING),
        release_number="2024-119",
        assets={_PICTURE: asset()},
    )


_READOUT_ZH = Wording(
    locale=ZH_CN,
    title="省政府党组（扩大）会议研究明年经济工作",
    keywords=("党组（扩大）会议", "经济工作"),
    source="云泽省人民政府办公厅",
    column="工作动态",
    dateline="云泽",
    blocks=(
        paragraph(
            "12月17日，省政府召开党组（扩大）会议，传达学习中央经济工作会议精神，研究贯彻落实意见。"
            "会议强调，要深刻领悟“两个确立”的决定性意义，坚决做到“两个维护”，准确把握“五个统筹”的科学方法论，"
            "把思想和行动统一到党中央决策部署上来。",
        ),
        paragraph(
            "会议指出，要保持推动高质量发展的战略定力，全方位扩大内需，积极激发民间投资活力；因地制宜发展新质生产力，"
            "培育未来产业，改造提升传统产业，促进科技成果转化。要深化改革、扩大对外开放，稳外贸、稳外资，"
            "持续优化营商环境，加强法治政府、诚信政府、数字政府建设……努力实现质的有效提升和量的合理增长。",
        ),
        paragraph(
            "会议要求，要统筹城乡融合发展，壮大县域经济，落实39个欠发达县基础性帮扶措施，守住不发生规模性返贫底线，"
            "推进乡村全面振兴；要抓实安全生产、森林草原防灭火和地质灾害防治，筑牢长江、黄河上游生态屏障，"
            "加快绿色转型，不断增强人民群众获得感、幸福感、安全感。",
        ),
    ),
)
_READOUT_EN = Wording(
    locale=EN,
    title="Party Leading Group of the Provincial Government Holds (Enlarged) Meeting on Next Year’s Economic Work",
    keywords=("(enlarged) meeting of the Party Leading Group", "economic work"),
    source="General Office of the People’s Government of Yunze Province",
    column="News",
    dateline="Yunze",
    blocks=(
        paragraph(
            "On December 17, the provincial government held an (enlarged) meeting of its Party Leading Group to study the guiding "
            "principles from the Central Economic Work Conference and how to implement them. The meeting underscored the need to "
            "understand the decisive significance of the “two affirmations,” resolutely ensure the “two upholds,” grasp the scientific "
            "methodology of the “five coordinations,” and align thoughts and actions with the decisions of the Party Central Committee.",
        ),
        paragraph(
            "The meeting noted that efforts should be made to stay committed to high-quality development, boost domestic demand on "
            "all fronts, and stimulate private investment; to develop new quality productive forces in line with local conditions, "
            "nurture future-oriented industries, upgrade traditional sectors, and expedite the commercialization of scientific and "
            "technological innovations. It called for deeper reform and opening up, stable foreign trade and investment, a better "
            "business environment, and a government based on the rule of law, good faith, and digitalization.",
        ),
        paragraph(
            "The meeting called for integrated urban-rural development, a stronger county-level economy, basic assistance for the 39 "
            "underdeveloped counties, and all-around rural revitalization, so as to prevent any large-scale relapse into poverty; for "
            "workplace safety, forest and grassland fire prevention and control, and geological disaster management; and for a "
            "reinforced ecological shield along the upper reaches of the Yangtze and the Yellow Rivers and a faster green transition, "
            "to strengthen the people’s sense of fulfillment, happiness, and security.",
        ),
    ),
)


def readout(edition: Edition = "bilingual", layout: Layout = "columns") -> Release:
    """Return the readout of a planning meeting: long paragraphs, nothing else."""
    return release(
        "leading-group-meeting",
        _READOUT_ZH,
        _READOUT_EN,
        edition=edition,
        layout=layout,
        published=datetime(2024, 12, 25, 0, 0, tzinfo=BEIJING),
    )


def draft(edition: Edition = "bilingual", layout: Layout = "columns") -> Release:
    """Return a draft of the readout: one sentence not translated, one not confirmed, a plain string that is open."""
    first, second, third = _READOUT_EN.blocks
    begun, *rest = _READOUT_ZH.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert isinstance(begun, Paragraph)
    open_sentence = (Text("会议还研究了"), _strong("其他事项"), Text("。"))
    changed = replace(
        _READOUT_EN,
        keywords=("〖党组（扩大）会议〗", "economic work"),
        blocks=(
            replace(first, content=(*first.content, Text(" "), Pending(open_sentence))),
            replace(second, content=(Pending(second.content, fuzzy=True),)),
            third,
        ),
    )
    source = replace(_READOUT_ZH, blocks=(replace(begun, content=(*begun.content, *open_sentence)), *rest))
    made = release(
        "leading-group-meeting",
        source,
        changed,
        edition=edition,
        layout=layout,
        published=datetime(2024, 12, 25, tzinfo=BEIJING),
    )
    return replace(made, draft=True)


def embargoed(edition: Edition = "bilingual", layout: Layout = "columns") -> Release:
    """Return the statistics release as it goes out under embargo."""
    return replace(statistics(edition, layout), embargo=datetime(2024, 12, 25, 10, 0, tzinfo=BEIJING))


SAMPLES: Mapping[str, Callable[[Edition, Layout], Release]] = {
    "statistics": statistics,
    "notice": notice,
    "readout": readout,
    "draft": draft,
    "embargoed": embargoed,
}


def addressed(release: Release) -> Release:
    """Return the release of an office that has listed its columns, its footer and the addresses of its pages."""
    renditions = tuple(
        replace(one, site=replace(one.site, **_PORTAL[one.locale.tag], columns=_columns(one)))
        for one in release.renditions
    )
    editions = (release.edition, *release.siblings)
    addresses = {one: f"https://www.yunze.example/{one.lower()}/{release.id}.html" for one in editions}
    assets = {**release.assets, "/images/mark.png": asset("mark.png", 80, 60)}
    return replace(release, renditions=renditions, addresses=addresses, written_in=ZH_CN, assets=assets)


def _columns(rendition: Rendition) -> tuple[Column, ...]:
    description, keywords, type_ = _COLUMN[rendition.locale.tag]
    return (Column(name=rendition.wording.column, description=description, keywords=keywords, type=type_),)


_COLUMN = {
    "zh-CN": ("发布全省经济社会发展信息", "经济，社会，发展", "工作动态"),
    "en": ("News on the economy and society of the province", "economy, society, development", "News"),
}
_PORTAL = {
    "zh-CN": {
        "contact": "webmaster@yunze.example",
        "footer": (
            FooterItem("网站地图", "https://www.yunze.example/map/"),
            FooterItem("网站纠错", "https://www.yunze.example/report/", "images/mark.png"),
        ),
    },
    "en": {
        "contact": "webmaster@yunze.example",
        "footer": (
            FooterItem("Site Map", "https://www.yunze.example/en/map/"),
            FooterItem("Report an Error on This Site", "https://www.yunze.example/en/report/", "images/mark.png"),
        ),
    },
}
