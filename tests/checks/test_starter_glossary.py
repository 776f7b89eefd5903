"""What the rules say of texts as official sites write them, with the glossary that ships, in both directions."""

import pytest

from govpub.checks import CheckContext, check_units
from govpub.errors import Position
from govpub.glossary import Scanner, parse_glossary
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, State, Unit
from govpub.po import parse_po
from govpub.resources import starter_glossary


@pytest.fixture(scope="module")
def scanners():
    path = starter_glossary()
    glossary = parse_glossary(parse_po(path.read_text(encoding="utf-8"), path), path)
    return {source: Scanner(glossary, source=source, target=target) for source, target in ((ZH_CN, EN), (EN, ZH_CN))}


def findings(scanner, text, target):
    unit = Unit(segment=Segment(id="s", text=text), target=target, state=State.TRANSLATED, at=Position(None, 7))
    context = CheckContext(source=scanner.source, target=scanner.target, scanner=scanner)
    return [each for each in check_units([unit], context) if each.rule.partition(".")[0] in ("terms", "names")]


def found(scanner, text, target):
    return [each.rule for each in findings(scanner, text, target)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("国务院总理李强主持会议。", "Premier Li Qiang chaired the meeting."),
        ("国务院总理李强主持会议。", "Chinese Premier Li Qiang chaired the meeting."),
        ("中国共产党第二十次全国代表大会召开。", "The 20th National Congress of the CPC opened."),
        ("中国共产党四川省第十二届委员会召开会议。", "The 12th CPC Sichuan Provincial Committee held a meeting."),
        *(
            ("四川省委书记出席会议。", f"The {post} attended the meeting.")
            for post in (
                "Party secretary of Sichuan Province",
                "Sichuan provincial Party secretary",
                "secretary of the CPC Sichuan Provincial Committee",
                "secretary of the Communist Party of China (CPC) Sichuan Provincial Committee",
                "Secretary of the Sichuan Provincial Committee of the Communist Party of China",
                "Secretary of the Sichuan Provincial Party Committee",
                "CPC Sichuan Provincial Committee secretary",
            )
        ),
        ("成都市委书记出席会议。", "The Party secretary of Chengdu attended the meeting."),
        ("成都市委书记出席会议。", "The CPC Chengdu Municipal Committee secretary attended the meeting."),
        ("蒲江县委书记出席会议。", "The Party secretary of Pujiang County attended the meeting."),
        ("全省县委书记出席会议。", "Secretaries of county Party committees of the province attended the meeting."),
        ("温州市委副书记出席会议。", "The deputy Party secretary of Wenzhou attended the meeting."),
    ],
)
def test_official_english_is_accepted(scanners, text, target):
    assert found(scanners[ZH_CN], text, target) == []


@pytest.mark.parametrize(
    ("text", "target", "rules"),
    [
        ("国务院总理李强主持会议。", "Prime Minister Li Qiang chaired the meeting.", {"terms.missing"}),
        ("国务院总理主持会议。", "The Premier chaired the meeting.", {"terms.first-use"}),
        ("国务院总理李强主持会议。", "Vice Premier Li Qiang chaired the meeting.", {"names.title"}),
        ("四川省委书记出席会议。", "The deputy Party secretary of Sichuan came.", {"names.title", "terms.missing"}),
        ("四川省委副书记出席会议。", "The Party secretary of Sichuan came.", {"names.title", "terms.missing"}),
        ("蒲江县委书记出席会议。", "The head of Pujiang County attended the meeting.", {"terms.missing"}),
    ],
)
def test_other_posts_are_not(scanners, text, target, rules):
    assert set(found(scanners[ZH_CN], text, target)) == rules


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Premier Li Qiang chaired the meeting.", "李强总理主持会议。"),
        ("The British Premier came.", "英国首相来访。"),
        ("The CPC members met.", "党员开会。"),
        ("The Party secretary of Chengdu spoke.", "成都市委书记讲话。"),
        ("The Party secretary of the village spoke.", "村党支部书记讲话。"),
        ("The deputy Party secretary of Wenzhou spoke.", "温州市委副书记讲话。"),
        ("The CPC Hunan Provincial Committee secretary-general spoke.", "湖南省委秘书长讲话。"),
    ],
)
def test_chinese_keeps_its_own_words(scanners, text, target):
    assert found(scanners[EN], text, target) == []


def test_of_many_approved_forms_the_first_are_named(scanners):
    [finding] = findings(scanners[ZH_CN], "四川省委书记出席会议。", "The leader of Sichuan attended the meeting.")
    named = finding.message.partition("approved: ")[2].partition("; authority")[0].split("”, ")
    assert named[0] == "“Secretary of the CPC … Provincial Committee"
    assert (len(named), named[-1]) == (6, "…")
