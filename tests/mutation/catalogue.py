"""Every kind of fault, by the family of the code that must report it."""

from __future__ import annotations

from collections.abc import Mapping

from mutation.duty_faults import RES
from mutation.faults import Kind
from mutation.matter_faults import AMT, CON, DOC, GOA, SRC, TIM
from mutation.naming_faults import COM, REF, SCH
from mutation.reading_faults import ROWS, YML
from mutation.roster_faults import ROS

FAMILIES: Mapping[str, tuple[Kind, ...]] = {
    "YML": YML + ROWS,
    "SCH": SCH,
    "REF": REF,
    "COM": COM,
    "ROS": ROS,
    "RES": RES,
    "GOA": GOA,
    "TIM": TIM,
    "AMT": AMT,
    "CON": CON,
    "SRC": SRC,
    "DOC": DOC,
}

#: Codes that no text of the examples can be made to have, and why; by the code or what it begins with.
ELSEWHERE: Mapping[str, str] = {
    "YML112": "takes megabytes; tests/unit/source has one",
    "YML129": "what none of the other syntax codes explains; tests/unit/source",
    "SCH115": "of profiles; tests/unit/documents",
    "YML202": "of workbooks; tests/unit/source",
    "YML208": "of workbooks; tests/unit/source",
    "YML210": "takes 30,000 rows; tests/unit/source",
    "YML212": "of workbooks; tests/unit/source",
    "YML214": "of lines above the headings, which move all others; tests/unit/source",
    "YML216": "of workbooks; tests/unit/source",
    "YML217": "of workbooks; tests/unit/source",
    "RES260": "takes clusters all of whose schools are excepted; tests/unit/resolution",
    "RES253": "takes a scheme without rules for appraisals; its page",
    "RES255": "takes bodies of which every place has one; its page",
    "RES229": "takes clusters with schools of both kinds; tests/unit/resolution",
    "ROS014": "of workbooks; tests/unit/source",
    "ROS015": "of workbooks; tests/unit/source",
    "REF12": "of questions that are asked about a scheme (`xuequ who`, `impact`), not of its text",
    "TIM008": "of a school year that is asked for (`--school-year`), not of the text; tests/unit/plan",
    "AMT003": "the schema reports such a key first (SCH101, SCH104)",
    "CON2": "of `xuequ conform`, which compares two schemes; tests/unit/query",
    "SRC2": "of `xuequ coverage` and `outline`, which read an outline beside the scheme",
    "DOC0": "of templates, pictures and the calendar that is built",
    "DOC2": "of documents that are built",
    "DOC3": "of a drafter's own Word template",
    "DOC4": "of PDF, and what this machine has for it",
}
