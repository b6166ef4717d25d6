"""Calendar files."""

from datetime import date

from xuequ.writers.ics import Event, fold, write

EVENT = Event(
    "duty:meeting", date(2025, 9, 1), date(2025, 9, 5), "召开会议", "牵头：学区长；配合，成员校", "议事"
)


def lines(*events: Event) -> list[str]:
    return write(events, name="示例县", issued=date(2025, 8, 20)).decode().split("\r\n")


def test_an_entry_ends_on_the_day_after_its_last() -> None:
    assert {"DTSTART;VALUE=DATE:20250901", "DTEND;VALUE=DATE:20250906"} <= set(lines(EVENT))


def test_the_stamp_is_the_date_of_issue() -> None:
    assert "DTSTAMP:20250820T000000Z" in lines(EVENT)


def test_an_entry_keeps_its_identity_when_its_words_change() -> None:
    changed = EVENT._replace(summary="召开联席会议")
    one, other = ([line for line in lines(e) if line.startswith("UID:")] for e in (EVENT, changed))
    assert one == other


def test_two_days_of_one_duty_are_two_entries() -> None:
    later = EVENT._replace(first=date(2025, 10, 1), last=date(2025, 10, 1))
    assert len({line for line in lines(EVENT, later) if line.startswith("UID:")}) == 2


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut() -> None:
    folded = fold("SUMMARY:" + "召开成员学校校长会议" * 10)
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == "SUMMARY:" + "召开成员学校校长会议" * 10


def test_signs_that_mean_something_are_escaped() -> None:
    event = EVENT._replace(summary="甲,乙;丙\\丁\n戊")
    assert "SUMMARY:甲\\,乙\\;丙\\\\丁\\n戊" in lines(event)
