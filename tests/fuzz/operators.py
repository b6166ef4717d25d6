"""What the fuzzer does to a scheme, a policy or a roster: changes that know what a scheme is made of.

Each operator changes a tree or rows in place, with nothing but the chance it is given; what it cannot do to this
one it leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from random import Random
from typing import Any, NamedTuple

from fuzz.corpus import Rows, Tree, chinese, fields, references, seeds, texts, values

#: Phrases by which the meaning of a text turns, and amounts and times at the edge of what can be read.
PHRASES = (
    "不得", "可以", "鼓励", "原则上", "力争", "除特殊情况外", "一般", "每", "各", "共", "不少于", "不超过", "以上", "左右",
    "每学期", "每学年末", "每周三", "每月15日前", "2024年2月30日", "2024年3月底前", "10月—次年2月", "X后15日内", "自印发之日起",
    "届满前30日", "到2025年", "三年内", "随机", "不定期", "每0年", "每99999999天", "每两学年一次", "第3周", "9999年12月31日",
    "10000年", "0001-01-01", "9999-12-31", "2025-02-29", "15%", "100%", "0%", "-5%", "1/3", "三分之二以上", "3-5所", "5—3名", "0", "零",
    "一万亿", "若干", "全部", "一定比例", "每5所学校至少一名", "≥Ⅲ级", "6.2%左右", "第一条", "一(一)3", "第十条之一", "一(一)—三(九)",
    "locality", "each", "self", "unspecified", "parties", "school", "cluster", "county", "lead", "true", "null", "~", "yes",
)  # fmt: skip
#: Signs that look like others, cannot be seen, or mean something to YAML, Markdown, Word, spreadsheets or Graphviz.
ODD = (
    "\u200b", "\u202e", "\ufeff", "\u00a0", "\u3000", "\u2028", "\ud7ff", "\U0001f600", "\U00020000", "e\u0301", "\x07", "\x00",
    "：", "，", "/", "//", ".", "..", "../x", "\\", "|", "||", "*", "**a*", "`", "<b>", "&amp;", "{{ x }}", "{% x", "{#", "$x", "$",
    "#", "# xuequ: allow RES201 -- x", "=1+1", "'", '"', "[x](y)", "![", "\n", "\n\n- a", "\t", " ", "", "~~", "_", ":", "?", "-", "%", "@",
    "CON", "NUL", "a" * 300, "学" * 300, "1e400", "０１", "①", "Ⅻ", "〇", "null", "*a", "&a", "!!str",
)  # fmt: skip
NUMBERS: tuple[Any, ...] = (
    0, -1, 1, 2, 12, 13, 99, 100, 101, 366, 2024, 10000, 10**9, 10**18, 10**40, -(10**30), 0.5, 1.5, -0.1, 1e-9, 1e300, True, False, None,
)  # fmt: skip
#: What an element is put beneath, waits for or is taken from: fields that can close a circle.
CIRCULAR = (
    "under", "needs", "into", "after", "before", "of", "members", "mirrors", "seat", "feeds", "answers", "assesses", "basis",
    "held_by", "head", "appointed_by", "except", "sets_up", "reports_to", "lead", "for", "by", "rest_of", "serves", "part_of", "replaces",
)  # fmt: skip
#: Levels of a tree; deeper ones cannot be written.
DEEPEST = 120
#: How often another change is tried in place of one that will not do.
MOST_TRIES = 8


class Spot(NamedTuple):
    """One value of a tree: what holds it, and under which key or number."""

    holder: Any
    at: Any

    @property
    def value(self) -> Any:
        """What stands there."""
        return self.holder[self.at]

    def put(self, value: Any) -> None:
        """Put something else there."""
        self.holder[self.at] = value


Operator = Callable[[Random, Tree], None]


def spots(value: Any) -> Iterator[Spot]:
    """Every value below one."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield Spot(value, key)
        yield from spots(value[key])


def _any(chance: Random, tree: Tree, kind: type | tuple[type, ...] = object) -> Spot:
    """A spot at random, of those that hold a kind of value; a new name where there is none."""
    found = [each for each in spots(tree) if isinstance(each.value, kind)]
    return chance.choice(found) if found else Spot(tree, tree.setdefault("name", "某") and "name")


def _other_key(chance: Random, key: object) -> object:
    if isinstance(key, str):
        written = chinese().get(key) or next((en for en, zh in chinese().items() if zh == key), key)
        misspelt = key[: len(key) // 2] + key[len(key) // 2 + 1 :] or "x"
        return chance.choice(
            (
                written,
                written,
                chance.choice(fields()),
                misspelt,
                key + chance.choice(ODD),
                chance.choice(PHRASES),
                key.upper(),
            )
        )
    return chance.choice(fields())


def _fresh(chance: Random, field: object) -> Any:
    """A value that stands under a field somewhere, or under another, or one at the edge."""
    pool = values().get(str(field), ())
    turn = chance.random()
    if pool and turn < 0.7:
        return deepcopy(chance.choice(pool))
    if turn < 0.8:
        return deepcopy(chance.choice(values()[chance.choice(sorted(values()))]))
    return chance.choice(
        (chance.choice(PHRASES), chance.choice(texts()), chance.choice(NUMBERS), chance.choice(ODD), [], {})
    )


def delete(chance: Random, tree: Tree) -> None:
    """Take a value away."""
    holder, at = _any(chance, tree)
    del holder[at]


def duplicate(chance: Random, tree: Tree) -> None:
    """Write an element or an item twice."""
    holder, at = _any(chance, tree)
    if isinstance(holder, list):
        holder.insert(at, deepcopy(holder[at]))
    else:
        holder[f"{at}{chance.choice(('2', '_', '二', ' ', '.'))}"] = deepcopy(holder[at])


def move(chance: Random, tree: Tree) -> None:
    """Take a value away and put it into another mapping or list."""
    spot = _any(chance, tree)
    value = spot.value
    del spot.holder[spot.at]
    to = _any(chance, tree, (dict, list)).value
    if isinstance(to, list):
        to.insert(chance.randint(0, len(to)), value)
    elif isinstance(to, dict):
        to[spot.at if isinstance(spot.at, str) else "x"] = value


def rename(chance: Random, tree: Tree) -> None:
    """Give a key another name: another field, the other language, misspelt, odd."""
    spot = chance.choice(
        [each for each in spots(tree) if isinstance(each.holder, dict)] or [Spot({"x": 1}, "x")]
    )
    key = _other_key(chance, spot.at)
    held = [(key if k == spot.at else k, v) for k, v in spot.holder.items()]
    spot.holder.clear()
    spot.holder.update(held)


def in_the_other_language(chance: Random, tree: Tree) -> None:
    """Write the keys of some part in Chinese."""
    for each in list(spots(_any(chance, tree, dict).value)):
        if isinstance(each.holder, dict) and each.at in chinese() and each.at in each.holder:
            each.holder[chinese()[each.at]] = each.holder.pop(each.at)


def swap_kind(chance: Random, tree: Tree) -> None:
    """A list for a scalar, a mapping for a name, a name for a mapping, nothing, a number."""
    spot = _any(chance, tree)
    value = spot.value
    spot.put(
        chance.choice(
            (
                [value],
                [value, deepcopy(value)],
                {"name": value},
                {value if isinstance(value, str) else "x": None},
                value[0] if isinstance(value, list) and value else str(value),
                next(iter(value), "") if isinstance(value, dict) else [],
                list(value) if isinstance(value, dict) else {},
                {str(each): None for each in value} if isinstance(value, list) else "",
                None,
                chance.choice(NUMBERS),
                [[value]],
            )
        )
    )


def swap(chance: Random, tree: Tree) -> None:
    """Let two values change places."""
    one, other = _any(chance, tree), _any(chance, tree)
    held = deepcopy(one.value), deepcopy(other.value)
    one.put(held[1])
    if other.at in other.holder if isinstance(other.holder, dict) else other.at < len(other.holder):
        other.put(held[0])


def other_value(chance: Random, tree: Tree) -> None:
    """Another value of the same field."""
    spot = _any(chance, tree)
    spot.put(_fresh(chance, spot.at))


def add_field(chance: Random, tree: Tree) -> None:
    """One more field in an element."""
    element = _any(chance, tree, dict).value
    if isinstance(element, dict):
        field = chance.choice(fields())
        element[field] = _fresh(chance, field)


def fill_name(chance: Random, tree: Tree) -> None:
    """Fields for an element that has none or only a name."""
    spot = _any(chance, tree, (type(None), str))
    chosen = [chance.choice(fields()) for _ in range(chance.randint(1, 4))]
    spot.put(
        {**({"name": spot.value} if spot.value else {}), **{each: _fresh(chance, each) for each in chosen}}
    )


def splice(chance: Random, tree: Tree) -> None:
    """A phrase into a text, or the first half of one and the second of another."""
    spot = _any(chance, tree, str)
    text = str(spot.value)
    at = chance.randint(0, len(text))
    other = chance.choice(texts())
    put = chance.choice(
        (chance.choice(PHRASES), chance.choice(PHRASES), chance.choice(ODD), other[: len(other) // 2])
    )
    spot.put(chance.choice((text[:at] + put + text[at:], put + text, text + put, text[:at] + put, put)))


def odd_number(chance: Random, tree: Tree) -> None:
    """A number at the edge, where there is one or instead of something else."""
    _any(chance, tree, (int, float)).put(chance.choice(NUMBERS))


def refer(chance: Random, tree: Tree) -> None:
    """Name another element, by key, name or path."""
    keys = [each.at for each in spots(tree) if isinstance(each.at, str) and isinstance(each.value, dict)] or [
        "x"
    ]
    names = [each.value for each in spots(tree) if each.at == "name" and isinstance(each.value, str)] or ["x"]
    whom = chance.choice((chance.choice(keys), chance.choice(names), "/".join(chance.choices(keys, k=2))))
    spot = _any(chance, tree)
    if isinstance(spot.value, dict) and chance.random() < 0.7:
        spot.value[chance.choice(references())] = chance.choice((whom, [whom, chance.choice(keys)]))
    else:
        spot.put(whom)


def circle(chance: Random, tree: Tree) -> None:
    """Elements of one section that lean on one another, or on themselves."""
    sections = [
        each.value
        for each in spots(tree)
        if isinstance(each.value, dict) and any(isinstance(v, dict | type(None)) for v in each.value.values())
    ]
    if not sections:
        return
    section = chance.choice(sections)
    keys = [key for key, value in section.items() if isinstance(value, dict | type(None))]
    field = chance.choice(CIRCULAR)
    chosen = chance.sample(keys, min(len(keys), chance.randint(1, 3)))
    for key, other in zip(chosen, [*chosen[1:], chosen[0]], strict=True):
        section[key] = {**(section[key] or {}), field: chance.choice((other, [other]))}


def forbid(chance: Random, tree: Tree) -> None:
    """A prohibition, with what may stand beside one."""
    element = _any(chance, tree, dict).value
    if isinstance(element, dict):
        element["force"] = chance.choice(
            ("must_not", "must_not", "may", "encouraged", "in_principle", "strive", "must")
        )
        for field in chance.sample(
            ("where", "when", "except", "unless", "amount", "lead", "who", "for", "whom", "each"), 2
        ):
            element[field] = _fresh(chance, field)


def graft(chance: Random, tree: Tree) -> None:
    """A section of another file."""
    other = chance.choice(seeds()).tree
    key = chance.choice(list(other))
    old, new = tree.get(key), deepcopy(other[key])
    tree[key] = (
        {**old, **new} if isinstance(old, dict) and isinstance(new, dict) and chance.random() < 0.7 else new
    )


def nest(chance: Random, tree: Tree) -> None:
    """A value inside itself, several times."""
    spot = _any(chance, tree, dict)
    value = spot.value
    for _ in range(chance.choice((1, 1, 2, 30))):
        value = {spot.at: value}
    spot.put(value)


def take_over(chance: Random, tree: Tree) -> None:
    """Stand on another scheme, with things changed and dropped; `base.yaml` is the file as it was."""
    tree["extends"] = chance.choice(("base.yaml", "base.yaml", "scheme.yaml", "../base.yaml", "none.yaml"))
    paths = [each.at for each in spots(tree) if isinstance(each.at, str)]
    path = "/".join(chance.choices(paths, k=chance.choice((1, 1, 2))))
    field = chance.choice(fields())
    chance.choice(
        (
            lambda: tree.update(override={path: {field: _fresh(chance, field)}}),
            lambda: tree.update(drop=[path]),
            lambda: [tree.pop(each, None) for each in ("measures", "organs", "clusters", "duties")],
            lambda: None,
        )
    )()


def adopt(chance: Random, tree: Tree) -> None:
    """Take a policy over, somewhere."""
    element = _any(chance, tree, dict).value if chance.random() < 0.3 else tree
    if isinstance(element, dict):
        policy = chance.choice(("policy", "policy", "five-in-one", "three-ones", "none"))
        change = {
            field: _fresh(chance, field)
            for field in chance.sample(("bind", "with", "only", "without", "override"), 1)
        }
        element["adopts"] = chance.choice(
            ([policy], {"x": {"policy": policy, **change}}, [{"policy": policy, **change}], policy)
        )


OPERATORS: tuple[Operator, ...] = (
    delete, duplicate, move, rename, in_the_other_language, swap_kind, swap, other_value, other_value, add_field, add_field,
    fill_name, splice, splice, odd_number, refer, refer, circle, forbid, graft, nest, take_over, adopt,
)  # fmt: skip

# Rosters ---------------------------------------------------------------------------------------------

RowOperator = Callable[[Random, Rows], None]
CELLS = (
    "", " ", "0", "-1", "001", "'001", '="001"', "#REF!", "#N/A", "1e9", "1.5", "12,345", "九", "是", "小学、初中", "小计", "合计", "同上",
    "\u200b", "\u202e", "\n", "学" * 200, "甲校", "2024-09-01", "45%", "=A1+1", "TRUE", "·", "—", "×", "None", "a,b", '"',
)  # fmt: skip


def drop_row(chance: Random, rows: Rows) -> None:
    """A school less, or no head."""
    del rows[chance.randrange(len(rows))]


def repeat_row(chance: Random, rows: Rows) -> None:
    """A school twice."""
    rows.insert(chance.randint(0, len(rows)), list(chance.choice(rows)))


def odd_row(chance: Random, rows: Rows) -> None:
    """A title, a total, a blank line."""
    width = max(map(len, rows), default=1)
    rows.insert(
        chance.randint(0, len(rows)),
        chance.choice(([], ["合计"], [""] * width, ["全县学校名册"], ["合计", *"9" * width])),
    )


def drop_column(chance: Random, rows: Rows) -> None:
    """A column less."""
    at = chance.randrange(max(map(len, rows), default=0) or 1)
    for row in rows:
        del row[at : at + 1]


def repeat_column(chance: Random, rows: Rows) -> None:
    """A column twice, under its name or another."""
    at = chance.randrange(max(map(len, rows), default=0) or 1)
    for row in rows:
        row[at:at] = row[at : at + 1]
    if rows and chance.random() < 0.6:
        rows[0][at : at + 1] = [
            chance.choice(
                (
                    "代码",
                    "name",
                    "角色",
                    "大学区",
                    "大学区.role",
                    "大学区.form",
                    "feeds",
                    "campus_of",
                    "",
                    "x.y.z",
                )
            )
        ]


def swap_columns(chance: Random, rows: Rows) -> None:
    """Two columns change places, in some rows or all."""
    width = max(map(len, rows), default=0) or 1
    one, other = chance.randrange(width), chance.randrange(width)
    for row in rows[chance.choice((0, 0, 1, len(rows) // 2)) :]:
        if max(one, other) < len(row):
            row[one], row[other] = row[other], row[one]


def odd_cell(chance: Random, rows: Rows) -> None:
    """Another cell."""
    row = chance.choice(rows)
    if row:
        at = chance.randrange(len(row))
        row[at] = chance.choice(
            (chance.choice(CELLS), row[at] + chance.choice(ODD), chance.choice(chance.choice(rows) or [""]))
        )


def ragged(chance: Random, rows: Rows) -> None:
    """A row that is shorter or longer than the others."""
    row = chance.choice(rows)
    row[:] = (
        row[: chance.randint(0, len(row))] if chance.random() < 0.5 else [*row, *chance.choices(CELLS, k=3)]
    )


ROW_OPERATORS: tuple[RowOperator, ...] = (
    drop_row, repeat_row, odd_row, drop_column, repeat_column, swap_columns, odd_cell, odd_cell, odd_cell, ragged,
)  # fmt: skip


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inner), default=0)


def changed(chance: Random, tree: Tree, will_do: Callable[[Tree], bool]) -> Tree:
    """A tree after a few changes, each tried again with another while the outcome will not do."""
    for _ in range(chance.choice((1, 1, 1, 2, 2, 3, 5))):
        for _ in range(MOST_TRIES):
            after = deepcopy(tree)
            chance.choice(OPERATORS)(chance, after)
            if after and _depth(after) <= DEEPEST and will_do(after):
                tree = after
                break
    return tree


def changed_rows(chance: Random, rows: Rows) -> Rows:
    """Rows after a few changes."""
    rows = [list(row) for row in rows]
    for _ in range(chance.choice((1, 1, 2, 3))):
        if rows:
            chance.choice(ROW_OPERATORS)(chance, rows)
    return rows
