"""What was done about a finding, in a few words; templates over its args and `to`, what stands there now."""

from __future__ import annotations

from collections.abc import Mapping

from xuequ.findings.catalogue.words import Said

FIXES: Mapping[str, Said] = {
    "YML102": Said("行首的制表符换成空格", "tabs turned into spaces"),
    "YML103": Said("`{key}` 里的半角逗号改为全角", "the ASCII commas in `{key}` turned into full-width ones"),
    "YML104": Said("键前面的全角空格去掉", "the full-width space before a key taken out"),
    "YML106": Said("由 GBK 改存为 UTF-8", "saved as UTF-8 instead of GBK"),
    "YML107": Said("由 UTF-16 改存为 UTF-8", "saved as UTF-8 instead of UTF-16"),
    "YML108": Said("看不见的字符 {character} 去掉", "the invisible character {character} taken out"),
    "YML119": Said("`{key}` 后面的全角冒号改为半角", "an ASCII colon after `{key}`"),
    "YML120": Said("`{key}` 的冒号后面补上空格", "a space put after the colon of `{key}`"),
    "YML136": Said("`{written}` 换成 `{right}`", "`{written}` turned into `{right}`"),
    "YML137": Said("全角括号换成半角", "full-width braces turned into ASCII ones"),
    "YML139": Said("行首的全角空格换成半角空格", "full-width spaces before lines turned into ordinary ones"),
    "SCH101": Said("键 `{name}` 改为 `{to}`", "the key `{name}` turned into `{to}`"),
    "SCH106": Said("`{value}` 加上引号", "`{value}` put in quotes"),
    "SCH117": Said("`{value}` 加上引号", "`{value}` put in quotes"),
    "SCH113": Said("`{name}` 写成 `{to}`", "`{name}` written as `{to}`"),
    "TIM006": Said("日期 `{text}` 写成 `{to}`", "the date `{text}` written as `{to}`"),
    "SRC104": Said("文号 `{number}` 改为 `{to}`", "the document number `{number}` turned into `{to}`"),
}
