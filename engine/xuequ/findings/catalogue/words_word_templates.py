"""Words for Word templates: the parts of a file, kinds of files that are none, what a tag cannot do.

Pairs of Chinese and English, to stand in `words.WORDS`.
"""

from __future__ import annotations

from types import MappingProxyType

WORD_TEMPLATES = MappingProxyType(
    {
        # parts of a Word file
        "part_text": ("正文", "the text"),
        "part_header": ("页眉", "the header"),
        "part_footer": ("页脚", "the footer"),
        "part_notes": ("脚注", "the footnotes"),
        "part_endnotes": ("尾注", "the endnotes"),
        "part_comments": ("批注", "the comments"),
        "part_properties": ("文档属性", "the properties"),
        "part_more_properties": ("文档的高级属性", "the advanced properties"),
        "part_chart": ("图表", "a chart"),
        "part_diagram": ("SmartArt 图形", "a SmartArt graphic"),
        "property_title": ("文档属性“标题”", "the property title"),
        "property_subject": ("文档属性“主题”", "the property subject"),
        "property_creator": ("文档属性“作者”", "the property author"),
        "property_keywords": ("文档属性“标记”", "the property tags"),
        "property_description": ("文档属性“备注”", "the property comments"),
        "property_category": ("文档属性“类别”", "the property categories"),
        # what of a paragraph a tag stands in
        "spot_text": ("", ""),
        "spot_picture": ("中图片的名称或替代文字", "the name or alternative text of a picture in "),
        "spot_field": ("中的域代码", "a field code in "),
        "spot_formula": ("中的公式", "a formula in "),
        "spot_attribute": ("中的书签、控件或表格属性", "a bookmark, control or table property in "),
        # what a statement stands for
        "holder_p": ("这一段", "its paragraph"),
        "holder_tr": ("这一行", "its row"),
        "holder_tc": ("这一格", "its cell"),
        "beside_picture": ("图片、文本框或注释号", "a picture, a text box or the number of a note"),
        # files that are no documents, and what to do
        "kind_template": ("模板文件（.dotx）", "a Word template file (.dotx)"),
        "kind_template_remedy": (
            "在 Word 中打开，另存为“Word 文档（*.docx）”",
            "open it in Word and save it as a Word document (*.docx)",
        ),
        "kind_macros": ("带宏的文件（.docm、.dotm）", "a Word file with macros (.docm, .dotm)"),
        "kind_macros_remedy": (
            "在 Word 中打开，另存为“Word 文档（*.docx）”，宏会去掉",
            "open it in Word and save it as a Word document (*.docx), which has no macros",
        ),
        "kind_strict": (
            "“严格 Open XML 文档”",
            "a strict Open XML document",
        ),
        "kind_strict_remedy": (
            "在 Word 中打开，另存为“Word 文档（*.docx）”，不选“严格 Open XML 文档”",
            "open it in Word and save it as a Word document (*.docx), not as a strict Open XML document",
        ),
        "kind_locked": ("加了密码的文件", "a file with a password"),
        "kind_locked_remedy": (
            "在 Word 中打开，去掉密码，再保存",
            "open it in Word, take the password away and save it",
        ),
        "kind_old": ("旧格式的文件（.doc）", "a Word file of the old format (.doc)"),
        "kind_old_remedy": (
            "在 Word 或 WPS 中打开，另存为“Word 文档（*.docx）”；只改扩展名不行",
            "open it in Word or WPS and save it as a Word document (*.docx); changing its name is not enough",
        ),
        "kind_huge": ("解压后超过 200 MB 的文件", "a file of more than 200 MB when unpacked"),
        "kind_huge_remedy": (
            "压缩其中的图片再保存",
            "compress its pictures and save it",
        ),
        # why a tag does not work
        "problem_empty": ("里面是空的", "it is empty"),
        "problem_test": ("`is` 后面不是已有的判断", "there is no such test behind `is`"),
        "problem_for": ("循环写成 `for 名称 in 列表`", "a loop is written `for one in names`"),
        "problem_equals": (
            "比较是否相等写两个等号 `==`",
            "whether two are equal is asked with two signs, `==`",
        ),
        "problem_if": ("`if` 后面要有一个能读懂的条件", "behind `if` stands a condition that can be read"),
        "problem_set": ("赋值写成 `set 名称 = 值`", "a value is set with `set name = value`"),
        "problem_syntax": (
            "读不懂，看看括号、引号是否成对，逗号和点是否齐全",
            "it cannot be read; look at brackets, quotes, commas and dots",
        ),
        "problem_zero": ("除数是零", "it divides by zero"),
        "problem_nothing": (
            "这里没有值，`if` 的另一种情形要写 `else`",
            "there is no value; an inline `if` wants an `else`",
        ),
        "problem_kinds": (
            "文字、数字和列表不能这样放在一起；拼接文字用 `~`",
            "texts, numbers and lists do not go together like that; texts are joined by `~`",
        ),
        # what is too much
        "much_work": ("循环的次数太多", "its loops go on for too long"),
        "much_text": ("得到的文字或列表太长", "the text or list it makes is too long"),
        "much_number": ("数字太大", "its number is too great"),
        "much_depth": ("一层套一层太深", "it is nested too deeply"),
    }
)
