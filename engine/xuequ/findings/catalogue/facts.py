"""What stands in a finding's text for a fact of its own, where the text is shown without one: `〔名称〕`, `‹name›`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from string import Formatter

from xuequ.findings.catalogue import Text
from xuequ.findings.catalogue.words import Said

_UNKNOWN = Said("…", "…")
_NUMBER, _NAME, _OTHER = Said("数", "number"), Said("名称", "name"), Said("另一个", "other")
_PLACE, _VALUE, _KEY = Said("位置", "place"), Said("值", "value"), Said("键", "key")
#: Fact → what it is, in both languages; a fact that is not here is one of its own, and stands as 〔…〕.
FACTS: Mapping[str, Said] = {
    "name": _NAME,
    "names": Said("各个名称", "names"),
    "text": Said("写的文字", "text"),
    "written": Said("写的文字", "text"),
    "said": Said("写的文字", "text"),
    "nearest": Said("相近的名称", "nearest name"),
    "paths": Said("完整的路径", "whole path"),
    "path": Said("路径", "path"),
    "longer": Said("完整的路径", "whole path"),
    "part": Said("参与方式", "part"),
    "field": Said("字段", "field"),
    "fields": Said("字段", "fields"),
    "key": _KEY,
    "value": _VALUE,
    "known": Said("可以写的", "known ones"),
    "wanted": Said("需要的种类", "kind that is needed"),
    "file": Said("文件", "file"),
    "files": Said("文件", "files"),
    "document": Said("文书", "document"),
    "template": Said("模板", "template"),
    "paragraph": Said("段", "paragraph"),
    "spot": _PLACE,
    "at": _PLACE,
    "tag": Said("标记", "tag"),
    "problem": Said("原因", "reason"),
    "why": Said("原因", "reason"),
    "error": Said("错误", "error"),
    "count": _NUMBER,
    "number": Said("编号", "number"),
    "zh": Said("列名", "heading"),
    "listed": Said("各个名称", "names"),
    "pieces": Said("后半段", "rest"),
    "indent": Said("空格数", "spaces"),
    "escape": Said("转义", "escape"),
    "renamed": Said("其中一个", "one of them"),
    "turn": Said("怎样不同", "how it differs"),
    "variable": Said("变量", "variable"),
    "limit": Said("上限", "limit"),
    "most": Said("上限", "limit"),
    "least": Said("下限", "least"),
    "times": Said("次数", "times"),
    "row": Said("行号", "row"),
    "column": Said("列", "column"),
    "columns": Said("各列", "columns"),
    "heading": Said("列名", "heading"),
    "cell": Said("单元格", "cell"),
    "sheet": Said("工作表", "sheet"),
    "lines": Said("行号", "lines"),
    "sign": Said("符号", "sign"),
    "quote": Said("引号", "quote"),
    "opening": Said("开括号", "opening"),
    "closing": Said("闭括号", "closing"),
    "character": Said("字符", "character"),
    "byte": Said("字节", "byte"),
    "encoding": Said("编码", "encoding"),
    "code": Said("代码", "code"),
    "codes": Said("代码", "codes"),
    "expected": Said("应有的", "expected"),
    "found": Said("实有的", "found"),
    "actual": Said("实有的", "found"),
    "first": Said("前一个", "first"),
    "second": Said("后一个", "second"),
    "other": _OTHER,
    "above": Said("上一项", "one above"),
    "policy": Said("模块", "policy"),
    "role": Said("角色", "role"),
    "kind": Said("种类", "kind"),
    "forms": Said("可用的写法", "forms"),
    "example": Said("例子", "example"),
    "upper": Said("上级的", "superior's"),
    "lower": Said("本方案的", "own"),
    "instead": Said("改成的", "replacement"),
    "right": Said("应写的", "right one"),
    "holder": Said("所在的对象", "holder"),
    "clause": Said("条款", "clause"),
    "article": Said("条", "article"),
    "source": Said("来源", "source"),
    "school": Said("学校", "school"),
    "expires": Said("失效日期", "last day"),
    "until": Said("期限", "last day"),
    "year": Said("年份", "year"),
    "level": Said("级别", "level"),
    "revision": Said("版本", "revision"),
    "version": Said("版本", "version"),
    "allowed": Said("可以写的", "known ones"),
    "command": Said("命令", "command"),
    "element": Said("要素", "element"),
    "says": Said("这个字段的含义", "what the field says"),
    "got": Said("写的种类", "kind"),
    "subject": Said("所问的", "subject"),
    "title": Said("标题", "title"),
    "length": Said("长度", "length"),
}


def general(text: Text, language: str) -> Text:
    """A text of the catalogue with words in place of its facts."""
    return Text(*(_without_facts(template, language) for template in text))


def _without_facts(template: str, language: str) -> str:
    said = ""
    for plain, fact, _, _ in Formatter().parse(template):
        said += plain
        if fact is not None:
            name = re.split(r"[.\[]", fact)[0]
            word = FACTS.get(name) or FACTS.get(re.sub("_(?:zh|en)$", "", name)) or _UNKNOWN
            said += f"〔{word.zh}〕" if language == "zh" else f"‹{word.en}›"
    return said
