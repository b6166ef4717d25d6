"""Shares into numbers that add up."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import schemes
from xuequ.calendar import heads
from xuequ.calendar.bases import base_of, places_as_base
from xuequ.calendar.shares import Base, allot, fit, hand_down, largest_remainder, readings, rest_of
from xuequ.model.amount.amounts import Split
from xuequ.model.amount.quantity import Quantity, read_quantity
from xuequ.model.roster import read_roster
from xuequ.resolution.plan import Unit
from xuequ.source.tables import read_table


def quantity(text: object) -> Quantity:
    found = read_quantity(text)
    assert isinstance(found, Quantity)
    return found


def place(code: str, *sizes: int) -> Base:
    schools = tuple(Base(code=f"{code}{n}", level="school", size=size) for n, size in enumerate(sizes))
    return Base(code=code, level="cluster", parts=schools)


COUNTY = Base(code="county", level="county", parts=(place("A", 23, 17, 9), place("B", 41, 6)))


def numbers(text: str, hold: str = "") -> dict[str, int]:
    least = allot(quantity(text), COUNTY, hold).least
    assert least is not None
    return dict(least)


def test_fifteen_percent_of_the_county_under_each_reading() -> None:
    levels = ["county", "school"]
    assert dict(readings(quantity("15%"), COUNTY, levels)) == {"exact": 14, "county": 15, "school": 17}


def test_an_exact_share_is_rounded_to_the_nearest_and_a_minimum_up() -> None:
    assert numbers("15%")["county"] == 14
    assert numbers("不低于15%")["county"] == 15
    assert numbers("不低于15%", "school")["county"] == 17


def test_fifteen_are_handed_down_by_largest_remainder() -> None:
    assert hand_down(15, COUNTY) == {
        "county": 15, "A": 8, "A0": 4, "A1": 3, "A2": 1, "B": 7, "B0": 6, "B1": 1,
    }  # fmt: skip
    assert numbers("不低于15%") == hand_down(15, COUNTY)


def test_a_maximum_is_rounded_down() -> None:
    found = allot(quantity("不超过15%"), COUNTY)
    assert found.least is None
    assert found.most is not None
    assert found.most["county"] == 14


def test_a_range_has_a_least_and_a_most() -> None:
    found = allot(quantity("15%..20%"), COUNTY)
    assert found.least is not None
    assert found.most is not None
    assert (found.least["county"], found.most["county"]) == (15, 19)


def test_exactly_half_is_rounded_up() -> None:
    assert dict(allot(quantity("50%"), place("A", 3, 2)).least or {})["A"] == 3


def test_more_or_less_than_a_whole_number_excludes_it() -> None:
    assert numbers("超过半数")["county"] == 49
    most = allot(quantity("under 1/2"), COUNTY).most
    assert most is not None
    assert most["county"] == 47


def test_rounding_can_be_said() -> None:
    found = allot(quantity("15%"), COUNTY, rounding="down").least
    assert found is not None
    assert found["county"] == 14
    assert dict(allot(quantity("15%"), COUNTY, rounding="up").least or {})["county"] == 15


def test_ties_go_to_the_larger_base_then_to_the_code() -> None:
    assert largest_remainder(1, {"b": 2, "a": 2}) == {"b": 0, "a": 1}
    assert largest_remainder(2, {"a": 1, "b": 1, "c": 2}) == {"a": 1, "b": 0, "c": 1}
    assert largest_remainder(2, {"a": 1, "b": 3}) == {"a": 0, "b": 2}
    assert largest_remainder(3, {"c": 1, "a": 3, "b": 2}) == {"c": 0, "a": 2, "b": 1}


def test_a_count_is_handed_down_too_and_never_more_than_the_base() -> None:
    found = allot(quantity(100), COUNTY)
    assert found.least is not None
    assert found.least["county"] == 96
    assert found.capped == ("county",)


def test_nothing_of_nobody_is_nothing() -> None:
    assert dict(allot(quantity("15%"), place("A", 0, 0)).least or {}) == {"A": 0, "A0": 0, "A1": 0}


def test_a_split_fits_between_the_sums_of_its_parts() -> None:
    split = (
        Split(units=("甲", "乙"), count=quantity("2..4")),
        Split(how_many=quantity(3), count=quantity(1)),
    )
    assert (fit(quantity(9), split).least, fit(quantity(9), split).most) == (7, 11)
    assert fit(quantity(9), split).fits
    assert not fit(quantity(6), split).fits
    assert not fit(quantity(12), split).fits
    assert fit(quantity("5.."), split).fits
    assert fit(quantity("11.."), split).fits
    assert fit(quantity("..7"), split).fits
    assert not fit(quantity("..6"), split).fits


def test_a_split_without_an_upper_bound_only_has_a_least() -> None:
    assert fit(quantity(100), (Split(units=("甲",), count=quantity("2..")),)).fits


def test_a_split_of_which_one_part_is_open_has_no_most() -> None:
    split = (Split(units=("甲",), count=quantity("2..")), Split(units=("乙",), count=quantity(2)))
    assert (fit(quantity(10), split).most, fit(quantity(10), split).fits) == (None, True)
    some = (Split(how_many=quantity("2.."), count=quantity(1)), Split(units=("乙",), count=quantity(2)))
    assert (fit(quantity(10), some).most, fit(quantity(10), some).least) == (None, 4)


def test_a_part_of_nothing_comes_to_nothing() -> None:
    none = (Split(units=("甲",), count=quantity(0)), Split(how_many=quantity(0), count=quantity(3)))
    assert (fit(quantity(0), none).least, fit(quantity(0), none).most) == (0, 0)
    assert not fit(quantity(1), none).fits


def test_a_split_without_a_lower_bound_may_come_to_nothing() -> None:
    assert fit(quantity(9), (Split(units=("甲", "乙"), count=quantity("..4")),)).least == 0


def test_the_rest_of_a_total_is_what_is_left() -> None:
    assert rest_of(20, [5, 6]) == 9
    assert rest_of(5, [6]) == 0


def test_the_roster_is_the_base_by_the_units_of_a_plan() -> None:
    table = read_table(
        "code,name,stage,教师\nS1,甲,小学,23\nS2,乙,小学,17\nS3,丙,小学,0\n".encode(), "a.csv"
    ).table
    assert table is not None
    roster, _ = read_roster(table)
    assert roster is not None
    everyone = frozenset({"school:S1", "school:S2", "school:S3"})
    whole = Unit(id="county", type="county", name="县", schools=everyone, typical=False)
    first = Unit(id="d:一", type="d", name="一", schools=frozenset({"school:S1", "school:S2"}), typical=False)
    base = base_of(roster, "教师", whole, [whole, first], ["d"])
    assert base is not None
    assert base.total == 40
    assert [(part.code, part.total) for part in base.parts] == [("d:一", 40), ("school:S3", 0)]
    assert base_of(roster, "学生", whole, [whole, first], ["d"]) is None
    # A school of the roster that the whole has not does not count.
    fewer = whole._replace(schools=frozenset({"school:S1"}))
    base = base_of(roster, "教师", fewer, [fewer], [])
    assert base is not None
    assert [part.code for part in base.parts] == ["school:S1"]
    assert places_as_base("e", whole, [whole, first], ["d"]) is None


def test_a_cluster_within_a_smaller_kind_of_cluster_is_not_counted_beside_it() -> None:
    said = "clusters: {学区: {members: {成员校: }}, 联盟: {members: {盟校: }}}\n"
    said += "duties: {评优: {lead: locality, amount: {share: 50%, of: 名师, hold: 学区}}}"
    roster = "code,name,stage,名师,学区,联盟\n1,甲,小学,6,北,大\n2,乙,小学,4,中,大\n3,丙,小学,2,西,大\n"
    roster += "4,丁,小学,8,南,小\n5,戊,小学,4,南,\n"
    whole = schemes.plan(said, roster=roster)
    (amount,) = whole.scheme.duties[0].amount
    found = heads.numbers(whole, amount, "学区")
    assert found is not None
    assert found.least is not None
    assert [found.least[f"学区:{name}"] for name in ("北", "中", "西", "南")] == [3, 2, 1, 6]
    assert (found.least["联盟:小"], found.least["联盟:大"], found.least["county"]) == (4, 6, 12)


SIZES = st.lists(st.lists(st.integers(0, 60), min_size=1, max_size=5), min_size=1, max_size=5)
SHARES = st.integers(1, 100).map(lambda n: f"{n}%")


@given(
    SIZES,
    SHARES,
    st.sampled_from(["{}", "不低于{}", "不超过{}", "超过{}"]),
    st.sampled_from(["", "cluster", "school"]),
)
def test_shares_add_up_and_never_exceed_the_base(
    sizes: list[list[int]], share: str, form: str, hold: str
) -> None:
    county = Base(
        code="county",
        level="county",
        parts=tuple(place(f"c{n}-", *schools) for n, schools in enumerate(sizes)),
    )
    result = allot(quantity(form.format(share)), county, hold)
    for found in (result.least, result.most):
        if found is not None:
            check_sums(county, dict(found))


def check_sums(base: Base, found: dict[str, int]) -> None:
    assert base.total is not None
    assert 0 <= found[base.code] <= base.total
    if base.parts:
        assert found[base.code] == sum(found[part.code] for part in base.parts)
    for part in base.parts:
        check_sums(part, found)


@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=3), st.integers(0, 50), max_size=8),
    st.integers(0, 400),
)
def test_the_order_of_parts_changes_nothing(sizes: dict[str, int], total: int) -> None:
    total = min(total, sum(sizes.values()))
    turned = dict(reversed(sizes.items()))
    assert largest_remainder(total, sizes) == largest_remainder(total, turned)


def test_a_share_of_clusters_is_a_share_of_those_in_the_roster() -> None:
    text = (
        "clusters: {学区: {members: {成员校: {of: school}}}}\n"
        "duties: {试点: {amount: {share: 1/3.., of: 学区}}, 达标: {amount: 不低于学校总数的80%}}"
    )
    rows = "".join(f"{n},第{n}小学,小学,第{(n + 1) // 2}学区,成员校\n" for n in range(1, 9))
    plan = schemes.plan(text, roster=f"code,name,stage,学区,学区.role\n{rows}")
    pilot, standard = (duty.amount[0] for duty in plan.scheme.duties)
    assert (heads.places_of(plan, pilot), heads.places_of(plan, standard)) == ("学区", "school")
    found = [heads.numbers(plan, amount, "county") for amount in (pilot, standard)]
    assert [each and each.least and each.least["county"] for each in found] == [2, 7]


def test_a_share_for_people_whom_columns_narrow_is_of_their_schools_alone() -> None:
    head = (
        "organs: {局: }\nclusters: {学区: {members: {成员校: {of: school}}}}\n"
        "groups: {山区校: {of: school, where: {area: 农村}}, 山区教师: {of: teacher, where: {area: 农村}}, "
        "支教: {of: 山区校/teacher}, 青年: {of: teacher}}\n"
    )
    rows = "1,甲校,小学,东,成员校,农村,60\n2,乙校,小学,东,成员校,城市,40\n3,丙校,小学,西,成员校,农村,20\n"

    def of(work: str) -> list[str] | None:
        roster = f"code,name,stage,学区,学区.role,area,教师\n{rows}"
        plan = schemes.plan(f"{head}duties: {{研修: {{{work}}}}}", roster=roster)
        found = heads.of_whom(plan, plan.scheme.duties[0], "学区")
        return found if found is None else sorted(plan.units[each].name for each in found)

    assert of("each: 学区, lead: 学区, for: 山区教师") == ["丙校", "甲校"]
    assert of("each: 学区, lead: 学区, for: 支教") == ["丙校", "甲校"]
    assert of("each: school, lead: self, for: 山区教师") == ["丙校", "甲校"]
    assert of("each: 学区, lead: 学区, for: 青年") == ["丙校", "乙校", "甲校"]
    assert of("lead: 山区校, for: 支教") == ["丙校", "甲校"]
    # Of two groups that are not both narrowed nobody knows.
    assert of("each: 学区, lead: 学区, for: [山区教师, 局]") is None


def test_the_schools_that_a_body_has_do_the_work_are_those_whose_people_count() -> None:
    head = (
        "organs: {局: }\nclusters: {学区: {members: {总校: {leads: true}, 分校: {of: school}}}}\n"
        "groups: {村校: {of: school, where: {area: 农村}}}\n"
    )
    rows = "1,甲校,小学,东,总校,农村,60\n2,乙校,小学,东,分校,农村,40\n3,丙校,高中,,,城市,20\n"

    def of(work: str, hold: str = "county") -> list[str] | None:
        plan = schemes.plan(
            f"{head}duties: {{轮岗: {{{work}}}}}", roster=f"code,name,stage,学区,学区.role,area,教师\n{rows}"
        )
        found = heads.of_whom(plan, plan.scheme.duties[0], hold)
        return found if found is None else sorted(plan.units[each].name for each in found)

    assert of("lead: 局, responsible: 村校") == ["乙校", "甲校"]
    assert of("lead: 局, responsible: school, where: {area: 农村}") == ["乙校", "甲校"]
    assert of("lead: 局, responsible: 分校", "学区") == of("each: 学区, lead: 分校", "学区") == ["乙校"]
    # A leading school may act for the whole of what it leads.
    assert of("each: 学区, lead: 总校", "学区") == ["丙校", "乙校", "甲校"]
