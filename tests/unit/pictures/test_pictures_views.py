"""What each view shows: which boxes, which arrows, which frames."""

from __future__ import annotations

from dataclasses import replace

from schemes import plan
from xuequ.pictures.appraisal import appraisal
from xuequ.pictures.organisation import organisation
from xuequ.pictures.responsibility import responsibility
from xuequ.pictures.sketch import CardRow, Flow, Mark, Sketch
from xuequ.pictures.zones import zones
from xuequ.resolution.plan import Edge, EdgeKind, Node, NodeKind, Plan, Review


def _titles(sketch: Sketch) -> set[str]:
    return {box.title for box in sketch.boxes}


def _arrows(sketch: Sketch) -> set[tuple[EdgeKind, str, str]]:
    return {(arrow.kind, arrow.source, arrow.target) for arrow in sketch.arrows}


def test_an_organisation_shows_bodies_posts_roles_and_clusters_but_no_idle_people(ankang: Plan) -> None:
    """People come in only where the organisation names them: the principal who is head of the district."""
    assert _titles(organisation(ankang, "zh")) == {
        "市教育局",
        "县区教体局",
        "县区督导室",
        "大学区",
        "学区长学校",
        "成员学校",
        "学区长",
        "学区长学校校长",
        "督学责任区",
        "责任督学",
    }


def test_administrative_places_are_frames_and_clusters_stand_below_them(ankang: Plan) -> None:
    """A zone that mirrors a district stands where the district does."""
    frames = {frame.id: (frame.title, frame.after) for frame in organisation(ankang, "zh").frames}
    assert frames == {
        "city": ("安康市", ""),
        "county": ("县区", "city"),
        "large_district": ("", "county"),
        "inspection_zone": ("", "county"),
    }


def test_who_heads_a_cluster_is_not_drawn_as_its_member_too(ankang: Plan) -> None:
    """One arrow between a leading school and its district says it all."""
    between = [a.kind for a in organisation(ankang, "zh").arrows if a.source == "large_district/lead_school"]
    assert between == [EdgeKind.LEADS]


def test_a_member_from_a_higher_place_keeps_the_places_in_order(ankang: Plan) -> None:
    """An arrow between lanes runs downwards whatever its kind says about rank."""
    joined = Edge(EdgeKind.MEMBER_OF, "county_bureau", "large_district", ())
    sketch = organisation(replace(ankang, edges=(*ankang.edges, joined)), "zh")
    arrow = next(a for a in sketch.arrows if a.source == "county_bureau")
    assert arrow.flow is Flow.FORWARD


def test_zones_show_only_clusters_and_the_bodies_over_them(ankang: Plan) -> None:
    """The city's bureau has no zone of its own."""
    sketch = zones(ankang, "zh")
    assert "市教育局" not in _titles(sketch)
    assert "县区督导室" in _titles(sketch)
    assert sketch.abreast == ("large_district", "inspection_zone")
    assert (EdgeKind.MIRRORS, "inspection_zone", "large_district") in _arrows(sketch)


def test_one_arrow_stands_for_a_part_in_many_duties_of_a_measure(ankang: Plan) -> None:
    """The member schools support both duties of the measure."""
    arrows = [a for a in responsibility(ankang, "zh").arrows if a.kind is EdgeKind.SUPPORT]
    assert [(a.source, a.target) for a in arrows] == [
        ("large_district/member_school", "measure:deliberation")
    ]


def test_a_part_in_some_duties_only_is_printed_at_those(ankang: Plan) -> None:
    """What all share is printed under the title."""
    card = next(box for box in responsibility(ankang, "zh").boxes if box.id == "measure:deliberation")
    assert card.rows == (
        CardRow("召开校长会议", (Mark(EdgeKind.LEAD, "学区长学校"),)),
        CardRow("报告工作", (Mark(EdgeKind.LEAD, "大学区"), Mark(EdgeKind.INFORM, "县区教体局"))),
    )
    assert card.marks == (Mark(EdgeKind.SUPPORT, "成员学校"),)


def test_whoever_is_told_is_pointed_at(ankang: Plan) -> None:
    """A report leaves the measure."""
    assert (EdgeKind.INFORM, "measure:deliberation", "county_bureau") in _arrows(responsibility(ankang, "zh"))


def test_a_duty_nobody_leads_says_whether_somebody_looked(ankang: Plan) -> None:
    """Unspecified is printed as open, absent as not stated."""
    card = next(box for box in responsibility(ankang, "zh").boxes if box.id == "measure:checks")
    assert card.rows[0] == CardRow("制定办法", (Mark(EdgeKind.LEAD, "〔待定〕", known=False),))


def test_measures_keep_the_order_of_the_scheme(ankang: Plan) -> None:
    """Whatever order the tasks come in."""
    turned = replace(ankang, tasks=ankang.tasks[::-1])
    cards = [box.id for box in responsibility(turned, "zh").boxes if box.kind is NodeKind.MEASURE]
    assert cards == ["measure:deliberation", "measure:checks"]


def test_an_appraisal_stands_between_who_assesses_and_who_is_assessed(ankang: Plan) -> None:
    """The assessor points to the card, the card to the object."""
    assert {
        (EdgeKind.ASSESS, "county_bureau", "appraisal:checks/review"),
        (EdgeKind.FOR, "appraisal:checks/review", "large_district"),
    } <= _arrows(appraisal(ankang, "zh"))


def test_a_report_runs_back_from_who_writes_it_to_who_gets_it(ankang: Plan) -> None:
    """Its card bears the name of what is handed in, and when."""
    sketch = appraisal(ankang, "zh")
    card = next(box for box in sketch.boxes if box.id == "report:deliberation/report")
    assert (card.title, card.note) == ("学区工作报告", "每学期末")
    flows = {(a.source, a.target, a.flow) for a in sketch.arrows if a.kind is EdgeKind.REPORTS_TO}
    assert flows == {
        ("large_district", "report:deliberation/report", Flow.BACK),
        ("report:deliberation/report", "county_bureau", Flow.BACK),
    }


def test_an_object_left_open_is_a_box_of_its_own(ankang: Plan) -> None:
    """It is not known, and drawn so."""
    sketch = appraisal(ankang, "zh")
    assert (EdgeKind.FOR, "appraisal:checks/own", "open") in _arrows(sketch)
    assert [box.title for box in sketch.boxes if not box.known] == ["〔待定〕"]


def test_whoever_assesses_what_he_heads_is_marked(ankang: Plan) -> None:
    """The leading school assesses the district that it leads."""
    review: Review = ankang.reviews[0]._replace(assessors=("large_district/lead_school",))
    sketch = appraisal(replace(ankang, reviews=(review,)), "zh")
    card = next(box for box in sketch.boxes if box.id == "appraisal:checks/review")
    assert card.note == "自评"


def test_equal_names_in_one_frame_are_told_apart_by_their_place(ankang: Plan) -> None:
    """Outside frames a district's committee looks like any other."""
    twins = {
        f"{unit}/committee": Node(f"{unit}/committee", NodeKind.ORGAN, "管委会", ("committee",), unit)
        for unit in ("large_district", "inspection_zone")
    }
    task = ankang.tasks[0]._replace(parts={next(iter(ankang.tasks[0].parts)): tuple(twins)})
    sketch = responsibility(replace(ankang, nodes={**ankang.nodes, **twins}, tasks=(task,)), "zh")
    notes = {box.note for box in sketch.boxes if box.title == "管委会"}
    assert notes == {"大学区", "督学责任区"}


def test_roles_of_one_name_in_two_types_are_told_apart_and_marked_once() -> None:
    members = "{members: {牵头校: {leads: true}, 成员校: }}"
    found = plan(
        f"clusters: {{片区: {members}, 联盟: {members}}}\n"
        "duties:\n"
        "  研训: {each: [片区, 联盟], lead: 牵头校}\n"
        "  收费: {each: [片区, 联盟], lead: 牵头校, except: 成员校, force: must_not}\n"
    )
    sketch = responsibility(found, "zh")
    assert {box.note for box in sketch.boxes if box.title == "牵头校"} == {"片区", "联盟"}
    (card,) = (box for box in sketch.boxes if box.rows)
    assert [(row.text, [(mark.kind, mark.text) for mark in row.marks]) for row in card.rows] == [
        ("研训", [(EdgeKind.LEAD, "牵头校")]),
        ("不得收费（成员校除外）", [(EdgeKind.MUST_NOT, "牵头校")]),
    ]
