"""The glossary that ships: large enough for a provincial portal, with authorities, and with renderings that are settled."""

import pytest

from govpub.glossary import parse_glossary
from govpub.model.term import TermClass
from govpub.po import parse_po
from govpub.resources import starter_glossary

SETTLED = {
    "两个确立": "two affirmations",
    "两个维护": "two upholds",
    "五个统筹": "five coordinations",
    "中央经济工作会议": "Central Economic Work Conference",
    "党组（扩大）会议": "(enlarged) meeting of the Party Leading Group",
    "党组书记": "Secretary of the Party Leading Group",
    "省委常委会": "Standing Committee of the CPC … Provincial Committee",
    "省委副书记": "Deputy Secretary of the CPC … Provincial Committee",
    "省长": "Governor",
    "党中央": "Party Central Committee",
    "高质量发展": "high-quality development",
    "新质生产力": "new quality productive forces",
    "内需": "domestic demand",
    "民间投资": "private investment",
    "未来产业": "future-oriented industries",
    "传统产业": "traditional sectors",
    "科技成果转化": "commercialization of scientific and technological innovations",
    "营商环境": "business environment",
    "法治政府": "government based on the rule of law",
    "对外开放": "opening up",
    "城乡融合发展": "integrated urban-rural development",
    "县域经济": "county-level economy",
    "欠发达县": "underdeveloped counties",
    "规模性返贫": "large-scale relapse into poverty",
    "乡村全面振兴": "all-around rural revitalization",
    "国家战略腹地": "national strategic hinterland",
    "成渝地区双城经济圈": "Chengdu-Chongqing Economic Circle",
    "成都都市圈": "Chengdu Metropolitan Area",
    "生态屏障": "ecological shield",
    "绿色转型": "green transition",
    "获得感、幸福感、安全感": "sense of fulfillment, happiness, and security",
    "森林草原防灭火": "forest and grassland fire prevention and control",
    "地质灾害防治": "geological disaster management",
    "2025年成都世界运动会": "World Games 2025 Chengdu",
    "“一带一路”科技交流大会": "Belt and Road Conference on Science and Technology Exchange",
}


@pytest.fixture(scope="module")
def terms():
    path = starter_glossary()
    return parse_glossary(parse_po(path.read_text(encoding="utf-8"), path), path).terms


def test_it_is_as_large_as_the_readme_says(terms):
    assert len(terms) > 500


@pytest.mark.parametrize("source", SETTLED)
def test_settled_renderings_are_preferred(terms, source):
    assert SETTLED[source] in [term.rendering for term in terms if term.source == source]


def test_formulations_and_bodies_carry_their_authority(terms):
    official = (TermClass.FORMULATION, TermClass.ORGANISATION)
    assert [term.source for term in terms if term.term_class in official and not term.authority] == []


def test_every_class_of_a_portal_is_there(terms):
    assert {term.term_class for term in terms} >= set(TermClass) - {TermClass.PERSON}
