"""What the language reference says beside the tables that come from the schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from xuequ.language.fields import built_in_actors, kind_named
from xuequ.language.forms import Lang


class Heading(NamedTuple):
    """A section's title and its first words."""

    title: str
    words: str


def _built_in(lang: Lang) -> str:
    """The actors that need no declaration."""
    pairs = built_in_actors().items()
    return (
        "、".join(f"`{zh}`" for _, zh in pairs)
        if lang == "zh"
        else ", ".join(f"`{en}` {zh}" for en, zh in pairs)
    )


def _inherited(lang: Lang) -> str:
    """What a measure hands on to what it contains."""
    fields = [field for field in kind_named("measure").fields.values() if field.inherited]
    return ("、" if lang == "zh" else ", ").join(
        f"`{field.zh if lang == 'zh' else field.key}`" for field in fields
    )


def _joined(text: str, joint: str) -> str:
    """Text with indented lines put on the line before; Chinese takes a space there only beside code."""
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("  ") and lines:
            code = lines[-1].endswith("`") or line.lstrip().startswith("`")
            lines[-1] += (" " if code else joint) + line.strip()
        else:
            lines.append(line)
    return "\n".join(lines)


NAMES: Mapping[Lang, Mapping[str, str]] = {
    "en": {
        "key": "Key",
        "other": "中文键",
        "takes": "Takes",
        "meaning": "Meaning",
        "required": " (required)",
        "values": " One of ",
        "words": " Fixed words: ",
        "every": "Has the fields of every element.",
        "work": "Has the fields of every element, and of work those that are not parts.",
        "all": "Has the fields of every element and of work.",
    },
    "zh": {
        "key": "键",
        "other": "英文键",
        "takes": "写法",
        "meaning": "含义",
        "required": "（必写）",
        "values": "可取：",
        "words": "固定用词：",
        "every": "另有每个要素都有的键。",
        "work": "另有每个要素都有的键，以及工作的键（参与方除外）。",
        "all": "另有每个要素都有的键和工作的键。",
    },
}

OPENING: Mapping[Lang, str] = {
    "en": _joined(
        f"""<!-- Generated from schemas/: `python -m xuequ.generate`. Do not edit. -->

# Language reference

A file is a scheme, which says what one locality decides, or a policy, a part that schemes adopt.
  Both are YAML; keys may be English or Chinese, also mixed.

- **Keys and names.** Every element has a key, and `name` is what prints. The key is the name where
  none is given, so a scheme in Chinese needs no ids. An element written as text is its name;
  written as nothing, only its key; a list of names is a section of such elements. Order is kept. A
  key holds no `/` and does not start with `$`.
- **Unknown is a value.** What the source does not say is left out. `unspecified` stands for any
  value that somebody looked for and did not find. `unclear` says why a passage is doubtful,
  `ours: true` that it is the drafter's own.
- **References** are keys, names or aliases. A path goes from the outside in, `outer/inner`,
  without section names, and any tail of it that is unique will do. An actor is found from where it
  stands: first in the same place, then in what encloses it, then in what it encloses, then in what
  it shares schools with.
- **Built-in actors:** {_built_in("en")}.
- **Text** needs no quotes, except where it would be read as a number, or holds `: `, ` #`, or
  inside braces one of `, [ ] {{ }}`. Use full-width commas in Chinese prose.
- **Parameters.** In a policy `$key` stands for the value of a parameter.
- **Regulations.** Consent is `approve` with `gate: approve`, filing is `inform` with `gate: inform`.
  What is published informs the `public`. A post that rotates is `tenure: rotating`, its `term` the time of
  one turn. A sanction is a duty of who sanctions: `for` whom, `breach` of which clause, `if` when,
  `items` for its grades in order, `inform` for who it is referred to.
- **What must not or may be done** is a duty with `force: must_not` or `may`: `{{name: 收费, lead: 优质校, force:
  must_not}}` prints 优质校不得收费, with its `except` and `if`. It has no lead or deadline and stands in no list of
  tasks. A definition is a group or an organ and a scope a principle or a note; neither is a duty.
- **A collective name** (以下统称) is a group that lists its members, `被督导单位: {{of: [财政局, school]}}`, or
  tells schools by columns of the roster, `优质校: {{of: school, where: {{校类: 优质}}}}`, or all but some,
  with `except`. Each member has what the group has. `of: school` alone says from where it is drawn, not who is in it.
- **Conditions.** `where` names a `form` or columns of the roster, one's own among them. It is about the
  places that have the work (`each`), else about who does it, else about whom it is `for`.

For completion in an editor, begin a file with `# yaml-language-server: $schema=` and the path of
  the schema that `xuequ schema scheme` prints (`--keys zh` for Chinese keys).""",
        " ",
    ),
    "zh": _joined(
        f"""<!-- 由 schemas/ 生成：`python -m xuequ.generate`。请勿手改。 -->

# 语言手册

文件分两类：方案写一个地方的决定，政策模块供各地方案采用。两类都是 YAML，键用中文、英文都可以，也可
  以混用。

- **键和名称。** 每个要素有一个键，`名称` 是印出来的文字；不写名称时键就是名称，所以用中文写的方案不
  需要代号。要素写成一段文字，就是它的名称；什么都不写，就只有键；一串名称的列表，就是若干个这样的要
  素。顺序保持不变。键里不能有 `/`，不能以 `$` 开头。
- **不知道也是一种内容。** 来源没有说的不写。查过而没有定的写 `待定`，可以代替任何值。`待核` 写来源
  有疑问的缘由，`自定: 是`表示没有条款依据、由本方案补充。
- **引用** 可以用键、名称或别名。路径由外到内，`外层/内层`，不写“举措”“职责”这类栏目名；只要不会认错，
  写末尾一段即可。主体从它所在之处找起：先找本处，再找包含本处的各级，再找本处之内，最后找与本处有共
  同学校的。
- **不必声明的主体：** {_built_in("zh")}。
- **文字** 一般不加引号；会被读成数的，含有半角 `: `、` #` 的，以及写在花括号、方括号里而含有半角
  `, [ ] {{ }}` 的要加。中文里请用全角逗号。
- **参数。** 政策模块里用 `$键` 引用参数的值。
- **法规的写法。** 须经同意：`审定` 加 `须先: 审定`；须先备案：`报送` 加 `须先: 报送`。向社会公布：`报送: 社会`。
  轮换的岗位：`任职方式: 轮值`，`任期` 即一轮多久。处理、处罚写成处理机关的一项职责：`对象` 是谁、`违反` 哪一条、
  `情形` 是什么，`内容` 由轻到重列出各档，`报送` 写移送给谁。
- **不得和可以** 写成一项职责，`语气: 不得` 或 `语气: 可以`：`{{名称: 收费, 牵头: 优质校, 语气: 不得}}`
  印成“优质校不得收费”，可以带 `除外` 和 `情形`。它没有牵头和期限，不进要办的清单。定义写成群体或机构，适
  用范围写进原则或备注，都不是职责。
- **统称**（“以下统称”）是一个列出成员的群体：`被督导单位: {{取自: [财政局, 学校]}}`；或者按名册的列写明是
  哪些学校：`优质校: {{取自: 学校, 条件: {{校类: 优质}}}}`；或者写除外。群体有的职责、权利、禁止，每个成员
  都有。只写 `取自: 学校`，是从学校中产生，没有说是哪几所。
- **条件** 写 `所用模式` 或名册的列，自定的列也可以。先限承担的地方（`每`），其次限承担者，再次限
  `对象`。

要在编辑器里补全，在文件第一行写 `# yaml-language-server: $schema=` 和 schema 文件的路径；
  `xuequ schema scheme --keys zh`输出中文键的 schema。""",
        "",
    ),
}

HEADINGS: Mapping[Lang, Mapping[str, Heading]] = {
    "en": {
        "file": Heading("The file", "What a scheme may hold, in any order."),
        "policy": Heading(
            "",
            "A policy holds the same without `locality` and `answers`, and says what it asks of its adopter:",
        ),
        "every": Heading("Every element", "Whatever it is, an element may have these."),
        "work": Heading(
            "Work",
            "Measures, duties, phases and rows of a schedule are work; appraisals are work without parts."
            f" What a measure or phase contains inherits, key by key: {_inherited('en')}.",
        ),
        "elements": Heading("Elements", "Each with the fields it has beside the shared ones."),
        "roster": Heading("The roster", ""),
    },
    "zh": {
        "file": Heading("文件", "方案可以写的内容，先后不限。"),
        "policy": Heading("", "政策模块没有 `地方` 和 `回应`，其余相同；另外写明它对采用方的要求："),
        "every": Heading("每个要素都有的键", "不论哪一类要素，都可以写这些。"),
        "work": Heading(
            "工作",
            "举措、职责、阶段和行事历的各行都是工作；考核也是工作，但没有参与方。举措或阶段之内的各项逐键沿用它的："
            f"{_inherited('zh')}。",
        ),
        "elements": Heading("各类要素", "以下只列共有的键之外的键。"),
        "roster": Heading("名册", ""),
    },
}

CLOSING: Mapping[Lang, str] = {
    "en": _joined(
        """## Short forms of `when`

| Form | Examples |
|---|---|
| a rhythm | 每天早上 · 每周五下午 · 每月20日前 · 每两周 · 按季度 · 每学期末 · 每学期开学后两周内 · 每三至五年 |
| so many times | 每学期五次以上 · 每月至少召开2次 · 一月一次 · 每5年360学时 |
| a part of the year | 9月 · 8月中旬前 · 6月上中旬 · 7月底8月初 · 年底 · 年内 · 春季开学 · 寒假 · 开学前15日 |
| a date | 2025-09-01 · 2025年9月1日 · 12月20日前 · 到2025年底 · 5月22日12:00 |
| a start, which is no deadline | 2025年9月起 · 自2021年1月1日起 · 不早于9月1日 |
| from an event on | 印发后10个工作日内 · 自X之日起三十日内 · 收到X后5日内 · X结束后及时 · 三年内 (from issue on) |
| for each kind of it | X后，专项五日内、综合十日内 |
| before an event | X前3日内 · X前3日 (at least) · 任期届满30日前 · 不早于X前10日 |
| a phase | 阶段:试点 |
| how firmly | 原则上每学期一次 · 力争2025年底前 · 9月左右: printed as written, binds nothing |
| no date | 定期 · 不定期 · 随机 · 按需 · 及时 · 立即 · 适时 · 事先 · 规定时限内 · 常态化 |

X is a duty or an output. After work that comes round a deadline is said for each time (每次X后10日内), and no day is
  invented. 每年 is a calendar year for bureaus, 每学年 a school year.

A form with no date is always reported, and a text that cannot be read is an error: no date is
  invented. 初, 末, 旬 and the like have fixed widths, which `calendar` can change.

## Quantities

`7` · `3..` · `..5` · `1..2` · `several` · `15%` · `2/3` · `3 years` · `over 3` · `under 3` ·
  `about 3`, and the short Chinese forms 不低于20%, 不得少于3名, 5次以上, 7—9, 三分之二以上, ≥Ⅲ级, 全部, 一定比例. An
  amount may be one text as well: 不少于教师总数的10%, 三名以上专职督学, 每五所学校至少一名, 生均1150元以上,
  覆盖率达到100%, 较上年提高2个百分点, 由85%提高到95%; several have commas between them. What cannot be read, or may be
  meant in two ways, is an error. 0 is a number, and 0.50 prints as written. A share of people says where it must be
  true with `hold`: in every school, every cluster or the whole locality; 100 %, a growth, and a share of schools need
  none. `per` takes a subject, grade, class, `time`, a declared actor, or a number of something (`5 schools`,
  3至5所学校).""",
        " ",
    ),
    "zh": _joined(
        """## 时间的短语

| 写法 | 例 |
|---|---|
| 周期 | 每天早上 · 每周五下午 · 每月20日前 · 每两周 · 按季度 · 每学期末 · 每学期开学后两周内 · 每三至五年 |
| 次数 | 每学期五次以上 · 每月至少召开2次 · 一月一次 · 每5年360学时 |
| 一年中的时段 | 9月 · 8月中旬前 · 6月上中旬 · 7月底8月初 · 年底 · 年内 · 春季开学 · 寒假 · 开学前15日 |
| 日期 | 2025-09-01 · 2025年9月1日 · 12月20日前 · 到2025年底 · 5月22日12:00 |
| 起始（不是期限） | 2025年9月起 · 自2021年1月1日起 · 不早于9月1日 |
| 从某事起算 | 印发后10个工作日内 · 自X之日起三十日内 · 收到X后5日内 · X结束后及时 · 三年内（自印发起算） |
| 分类别 | X后，专项五日内、综合十日内 |
| 某事之前 | X前3日内 · X前3日（至少提前） · 任期届满30日前 · 不早于X前10日 |
| 阶段 | 阶段:试点 |
| 语气 | 原则上每学期一次 · 力争2025年底前 · 9月左右：照写照印，不影响日期 |
| 没有日期 | 定期 · 不定期 · 随机 · 按需 · 及时 · 立即 · 适时 · 事先 · 规定时限内 · 常态化 |

X 是职责或成果。X 本身周期性开展、没有确定日子的，期限按次写（每次X后10日内），不推定日期。
  机关的“每年”按自然年，“每学年”按学年。

没有日期的写法一律提示；读不懂的短语是错误，不会代为推定日期。初、末、旬等各有固定的宽度，可以在
  `校历` 里改。

## 数量和数额的写法

| 写法 | 例 |
|---|---|
| 数和范围 | 7 · 三 · 20万 · 3.. · ..5 · 1..2 · 7—9 · 不少于3名 · 不得超过5 · 5次以上 · 5人以下（不含） · 约3 · 10余名 |
| 几成 | 15% · 三分之二以上 · 不低于20% · 半数以上 · 三成 · 全部（100%） · 一定比例 |
| 带单位的值 | 1150元以上 · ≥Ⅲ级 · 1∶15 · 2个百分点 |
| 谁的几成 | 不少于教师总数的10% · 骨干教师不低于流入教师的30% · 三分之二以上学校 · 15%的教师 |
| 多少个什么 | 三名以上专职督学 · 心理辅导室1间以上 |
| 每多少一份 | 每五所学校至少一名 · 每12个班1间以上 · 每百名学生拥有计算机不少于10台 · 生均1150元以上 · 15册/生 |
| 各与共 | 各不少于3名 · 共不少于3名 |
| 指标的值 | 覆盖率达到100% · 班额控制在45人以内 · 生师比不高于1∶15 |
| 提高和降低 | 增长6.2%左右 · 较上年提高2个百分点 · 由85%提高到95% · 85%→95% · 降至5%以下 |

几项数额写成列表，或用逗号隔开，每项都写全。说不出数目的（不低于平均水平）写在 `备注` 里，未定的写 `待定`；读不懂
  的是错误，不会当作别的意思。0 是数，小数照写（0.50）。人员的比例用 `口径层级` 写明在哪一级必须成立：每校、每学区还
  是全县；100%、增长、学校的几成不用写。`按` 写学科、年级、班级、次、已声明的主体，或带量词的数（`5所学校`、
  `3至5所学校`），别的是错误。""",
        "",
    ),
}
