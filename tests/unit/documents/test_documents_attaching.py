"""What a notice has as attachments."""

from __future__ import annotations

import schemes
from xuequ.calendar.calendar import SchoolCalendar
from xuequ.calendar.span import school_year_span
from xuequ.views.context import context
from xuequ.views.jobs import Document, jobs

SCHEME = """\
organs: {bureau: 教育局}
issue: {issued_by: bureau, date: DATE}
duties: {d: {name: 做事, lead: bureau, when: WHEN}}
"""


def attached(date: str = "2025-08-20", when: str = "每月", year: int = 2025) -> list[Document]:
    plan = schemes.plan(SCHEME.replace("DATE", date).replace("WHEN", when))
    calendar = SchoolCalendar(period=school_year_span(year))
    (job,) = jobs(Document.NOTICE, context(plan), calendar)
    return [each.document for each in job.attached]


def test_a_notice_has_the_tables_of_what_it_encloses() -> None:
    assert attached() == [Document.TASKS, Document.CALENDAR]


def test_the_calendar_of_another_time_is_no_attachment_of_a_notice() -> None:
    assert attached(date="2014-05-30") == [Document.TASKS]
    assert attached(date="unspecified") == [Document.TASKS, Document.CALENDAR]


def test_a_calendar_in_which_nothing_stands_is_not_attached() -> None:
    assert attached(when="定期") == [Document.TASKS]
