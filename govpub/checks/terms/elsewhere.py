"""What the characters around a body's name say: another country's body, or a part of a longer name."""

from __future__ import annotations

from govpub.patterns import pattern

__all__ = ["begins_longer_name", "of_another_country"]

# Countries and regions with governments of their own, as news in Chinese names them; 国 alone ends most others.
_COUNTRIES = (
    *(
        "日本",
        "澳洲",
        "澳大利亚",
        "新西兰",
        "加拿大",
        "瑞士",
        "瑞典",
        "挪威",
        "芬兰",
        "丹麦",
        "荷兰",
        "比利时",
        "卢森堡",
        "奥地利",
    ),
    *(
        "意大利",
        "西班牙",
        "葡萄牙",
        "希腊",
        "爱尔兰",
        "波兰",
        "匈牙利",
        "捷克",
        "罗马尼亚",
        "塞尔维亚",
        "乌克兰",
        "俄罗斯",
    ),
    *(
        "白俄罗斯",
        "土耳其",
        "伊朗",
        "伊拉克",
        "以色列",
        "沙特",
        "沙特阿拉伯",
        "阿联酋",
        "卡塔尔",
        "科威特",
        "埃及",
        "南非",
        "尼日利亚",
    ),
    *(
        "肯尼亚",
        "埃塞俄比亚",
        "摩洛哥",
        "印度",
        "巴基斯坦",
        "孟加拉国",
        "斯里兰卡",
        "尼泊尔",
        "越南",
        "老挝",
        "柬埔寨",
        "缅甸",
        "马来西亚",
    ),
    *(
        "新加坡",
        "印度尼西亚",
        "印尼",
        "菲律宾",
        "文莱",
        "蒙古国",
        "朝鲜",
        "哈萨克斯坦",
        "乌兹别克斯坦",
        "吉尔吉斯斯坦",
        "塔吉克斯坦",
    ),
    *(
        "土库曼斯坦",
        "巴西",
        "阿根廷",
        "智利",
        "秘鲁",
        "墨西哥",
        "古巴",
        "委内瑞拉",
        "哥伦比亚",
        "香港",
        "香港特区",
        "澳门",
        "台湾",
    ),
    *("美国", "英国", "法国", "德国", "韩国", "泰国", "欧盟", "外国", "该国", "两国", "多国"),
)
_ABROAD = pattern(f"(?:{'|'.join(_COUNTRIES)})(?:联邦|政府|特区|共和国|王国|中央)?$")
_LONGEST_BEFORE = 12
_LONGER = pattern(
    r"[\u4e00-\u9fff]{1,16}?(?:委员会|办公室|办公厅|领导小组|中心|参事室|研究院|研究所|部|局|署|处|所|院|司|会)"
)


def of_another_country(text: str, start: int) -> bool:
    """Return whether the name that begins at `start` is of another country's body: 瑞士联邦 before 财政部."""
    return _ABROAD.search(text[max(0, start - _LONGEST_BEFORE) : start]) is not None


def begins_longer_name(text: str, end: int) -> bool:
    """Return whether the name that ends at `end` goes on as a longer one: 国务院 before 国有资产监督管理委员会."""
    return _LONGER.match(text, end) is not None
