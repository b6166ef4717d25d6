"""Calendar files."""

from datetime import date

from xuequ.writers.ics import Event, fold, write

EVENT = Event("duty:meeting", date(2025, 9, 5), "召开会议", "牵头：学区长；配合，成员校", "议事", turn="2025")


def written(*events: Event, before: bytes = b"", alarm: int | None = None) -> bytes:
    return write(events, name="示例县", issued=date(2025, 8, 20), before=before, alarm=alarm)


def lines(*events: Event, before: bytes = b"", alarm: int | None = None) -> list[str]:
    return written(*events, before=before, alarm=alarm).decode().split("\r\n")


def uids(*events: Event) -> list[str]:
    return [line for line in lines(*events) if line.startswith("UID:")]


def test_an_entry_is_all_of_its_day() -> None:
    assert {"DTSTART;VALUE=DATE:20250905", "DTEND;VALUE=DATE:20250906"} <= set(lines(EVENT))


def test_the_stamp_is_the_date_of_issue() -> None:
    assert {"DTSTAMP:20250820T000000Z", "SEQUENCE:0"} <= set(lines(EVENT))


def test_an_entry_keeps_its_identity_when_its_words_or_its_day_change() -> None:
    changed = EVENT._replace(summary="召开联席会议", day=date(2025, 10, 8))
    assert uids(EVENT) == uids(changed)


def test_two_times_of_one_duty_are_two_entries() -> None:
    assert len(set(uids(EVENT, EVENT._replace(turn="2025#2")))) == 2


def test_what_says_something_else_is_the_next_version_and_what_does_not_stays() -> None:
    other = EVENT._replace(key="duty:report")
    first = written(EVENT, other)
    second = written(EVENT._replace(day=date(2025, 10, 8)), other, before=first)
    said = second.decode()
    assert said.count("SEQUENCE:1") == said.count("SEQUENCE:0") == 1
    assert "LAST-MODIFIED:20250820T000100Z" in said
    assert written(EVENT._replace(day=date(2025, 10, 8)), other, before=second) == second


def test_what_is_gone_is_cancelled_once() -> None:
    first = written(EVENT, EVENT._replace(key="duty:report"), alarm=2)
    second = written(EVENT, before=first, alarm=2)
    assert second.decode().count("STATUS:CANCELLED") == 1
    assert "SEQUENCE:1" in second.decode()
    third = written(EVENT, before=second, alarm=2)
    assert b"CANCELLED" not in third
    assert third == written(EVENT, alarm=2)


def test_somebody_elses_calendar_is_no_version_before() -> None:
    other = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1@elsewhere\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    assert written(EVENT, before=other) == written(EVENT) == written(EVENT, before=b"\xff\x00")


def test_long_lines_are_the_same_when_they_are_read_again() -> None:
    long = EVENT._replace(description="召开成员学校校长会议，" * 20)
    assert written(long, before=written(long)) == written(long)


def test_an_alarm_rings_at_nine_so_many_days_ahead() -> None:
    assert "TRIGGER:-P2DT15H" in lines(EVENT, alarm=3)
    assert "TRIGGER:PT9H" in lines(EVENT, alarm=0)
    assert not any("ALARM" in line for line in lines(EVENT))


def test_no_line_is_longer_than_75_octets_and_no_character_is_cut() -> None:
    folded = fold("SUMMARY:" + "召开成员学校校长会议" * 10)
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))
    assert folded.replace("\r\n ", "") == "SUMMARY:" + "召开成员学校校长会议" * 10


def test_signs_that_mean_something_are_escaped() -> None:
    event = EVENT._replace(summary="甲,乙;丙\\丁\n戊")
    assert "SUMMARY:甲\\,乙\\;丙\\\\丁\\n戊" in lines(event)
