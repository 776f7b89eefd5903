"""The fixed strings of the sample releases in Chinese; the English ones are their own msgids."""

from __future__ import annotations

from govpub.model.release import Phrases

__all__ = ["CHINESE", "ENGLISH"]

CHINESE = Phrases(
    entries={
        "Skip to the text": "跳到正文",
        "Site navigation": "网站导航",
        "Other editions": "其他版本",
        "Updated: {date}": "更新时间：{date}",
        "Source: {source}": "来源：{source}",
        "Author: {author}": "作者：{author}",
        "Keywords: {keywords}": "关键词：{keywords}",
        "Contact: {contact}": "联系方式：{contact}",
        "Hosted by: {host}": "主办单位：{host}",
        "Website Operation and Maintenance: {operator}": "运行维护：{operator}",
        "Website Identification Code: {code}": "网站标识码：{code}",
        "Notes": "注释",
        "Note {number}": "注{number}",
        "Back to the text: note {number}": "返回正文：注{number}",
        "Table {number}": "表{number}",
        "Image not available: {alt}": "图片暂缺：{alt}",
        "DRAFT – NOT FOR PUBLICATION": "草稿——不得发布",
        "Not translated yet": "尚未翻译",
        "Translation not confirmed": "译文尚未确认",
        "FOR IMMEDIATE RELEASE": "即时发布",
        "EMBARGOED UNTIL {time} ({zone}), {date}": "{zone}{date}{time}前不得发布",
        "{hour}:{minute}": "{hour24}时{minute}分",
        "{hour}:00": "{hour24}时",
        "UTC+8": "北京时间",
        "UTC{offset}": "UTC{offset}时间",
        "{month_name} {day}, {year}": "{year}年{month}月{day}日",
        "{month_abbreviation} {day}": "{month}月{day}日",
        "Release No. {year}-{serial}": "{year}年第{unpadded}号",
        "Release No. {number}": "编号：{number}",
        "{PLACE}, {date} –": "{place}{date}电",
        "[Photo: {alt} — {caption}]": "［图片：{alt}——{caption}］",
        "[NOT TRANSLATED: {text}]": "［待译：{text}］",
        "[NOT CONFIRMED: {text}]": "［译文未确认：{text}］",
        "{text} [{address}]": "{text}（{address}）",
        "{name}: {value}": "{name}：{value}",
        "Column: {column}": "栏目：{column}",
        "[Photo: {text}]": "［图片：{text}］",
        "Ends": "（完）",
        ", ": "，",
    }
)
ENGLISH = Phrases()
