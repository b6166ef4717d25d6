"""A small made-up scheme with something of everything, from which examples are shown."""

from __future__ import annotations

from xuequ.compose import compose
from xuequ.model.building import build
from xuequ.resolution.plan import Plan
from xuequ.resolution.resolving import resolve
from xuequ.workspace.loading import Shelf, read_bytes

FILE = "sample.yaml"
_TEXT = """\
xuequ: 1
kind: scheme
name: 示例县义务教育学区制管理实施方案
locality: {name: 示例县, level: county}
issue:
  {source: opinion, issued_by: bureau, to: [school], number: 示教发〔2025〕1号, date: 2025-08-20,
   effective: 2025-09-01, expires: 2028-08-31}
calendar: {school_year: 2025}
sources:
  opinion: {name: 示例县义务教育学区制管理实施方案, date: 2025-08-20}
  superior: {name: 关于推进学区化管理的意见, issued_by: 示例市教育局, number: 示市教〔2025〕3号, as: basis}
principles: {together: {name: 资源共享, note: 师资、设施、课程共用}}
goals: {even: {name: 校际差距明显缩小, items: {teachers: {name: 师资均衡}}}}
constraints: {schools: {name: 不改变学校的法人地位}}
organs:
  bureau: {name: 县教育局}
  office: {name: 县督导室, unclear: 文中又称督学室}
clusters:
  district:
    name: 学区
    size: {schools: 3..8}
    members: {lead_school: {name: 龙头学校, leads: true}, member_school: {name: 成员学校, count: 1..}}
    posts: {head: {name: 学区长, held_by: lead_school/principal, term: 3 years}}
    forms: {close: {name: 紧密型}}
    units: {first: {name: 第一学区, form: close, lead_school: 第一小学, member_school: [第二小学, 第三小学]}}
groups: {backbone: {name: 骨干教师, of: teacher}}
measures:
  meeting:
    name: 学区议事制度
    clause: 二(一)
    each: district
    duties:
      call: {name: 召开学区联席会议, lead: head, support: member_school, when: 每学期末, output: 会议纪要}
      report: {name: 报送工作总结, lead: head, inform: bureau, when: 6月30日前, output: 工作总结}
    appraisals:
      review:
        name: 学区考核
        assess: office
        for: district
        when: 每学年
        criteria: {shared: {name: 资源共享, points: 60}, even: {name: 均衡程度, points: 40}}
  support: {name: 组织保障, duties: {money: {name: 落实专项经费, lead: bureau, when: 定期, ours: true}}}
phases: {start: {name: 启动, when: 9月, duties: {plan: {name: 制定学区计划, lead: head}}}}
schedules: {year: {name: 年度安排, rows: [{when: 9月, does: call}]}}
mandates: {schools: {name: 各校制定细则, each: school, requires: call}}
"""


def sample_plan() -> Plan:
    """The plan of the sample, at the level of roles."""
    read = read_bytes(FILE, _TEXT.encode())
    if read.document is None:
        raise ValueError(f"the sample cannot be read: {read.findings}")
    composed = compose(read.document, Shelf().beside(FILE))
    return resolve(build(composed).scheme, composed)
