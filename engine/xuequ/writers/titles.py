"""Titles over several lines: broken between words and where the sense allows, in a trapezoid or a diamond.

Words are known by a small table of what education offices write. What no word of it covers is taken for a name and
kept whole: a place, a school, a body are never torn. A number stays with what it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise

from xuequ.writers.widths import cells

#: What titles of this field are made of; a longer word goes before one that it begins with.
_TABLE = """
    义务教育 基础教育 学前教育 高中教育 职业教育 特殊教育 民办教育 教育督导 教育集团 教育教学 教育质量 教育评价
    教育局 教育厅 教育部 教育 教体局 教科局 教师 教研室 教研员 教研 教学 教职工 优质均衡 优质 均衡发展 均衡
    高质量发展 高质量 人民政府 政府 人力资源和社会保障局 人力资源 社会保障局 社会保障 财政局 编办 委员会 办公室
    领导小组 领导 小组 联席会议 集团化办学 集团化 集团 学区制管理 学区化管理 学区化治理 学区化 学区制 学区长 大学区
    学区 学校 校长 学生 学位 学年 学期 学科 学段 学籍 共同体 协作区 协作 责任区 责任督学 督学 督导评估 督导 联盟
    一体化管理 一体化 城乡一体 城乡 区域 县域 市域 省域 乡镇 农村 乡村 城区 中小学校 中小学 中学 小学 幼儿园 幼教
    高中 初中 办学 公办 民办 示范性 示范区 示范 试点 试行 试验 管理改革 管理办法 管理 改革 治理 建设 体系 体制 机制
    制度 法治 交流轮岗 轮岗交流 交流 轮岗 支教 走教 结对 帮扶 招生 入学 考试 课程 课后服务 课后 服务 作业 减负 双减
    思政 德育 劳动 体育 美育 艺术 心理健康 健康 安全 食品 卫生 校园 校舍 资源 共享 信息化 信息 数字化 智慧 队伍 干部
    人才 骨干 名师 名校 培养 培训 研修 任职 聘任 聘用 选拔 考核评价 考核 评价 评估 评选 指标体系 指标 标准化 标准
    规范化 规范 特色 品牌 文化 质量 水平 能力 内涵 创新 示范校 薄弱 学困 留守 随迁子女 儿童 青少年 家长 家庭 社会
    社区 党组织 党建 党委 负责制 责任制 责任 目标 任务分解表 任务分解 任务清单 责任清单 督导清单 责任矩阵 工作台账
    工作行事历 行事历 台账 清单 任务 分解 分工 考核细则 细则 实施方案 工作方案 行动方案 改革方案 方案 实施意见
    指导意见 意见 实施办法 暂行办法 办法 实施细则 行动计划 工作计划 计划 发展规划 规划 纲要 条例 规定 规程 章程
    工作要点 要点 工作安排 安排 通知 通告 公告 通报 决定 批复 印发 转发 关于 有关 相关 进一步 全面 深入 加快 切实
    大力 持续 有序 统筹 推进 推动 促进 加强 深化 优化 完善 健全 改进 提升 提高 扩大 支持 保障 落实 贯彻 开展 实施
    实行 推行 建立 组建 成立 构建 打造 创建 调整 做好 强化 引导 鼓励 发展 工作 行动 工程 项目 年度 周期 阶段 综合
    专项 重点 若干 措施 政策 问题 情况 事项 职责 岗位 附件 修订 暂行 草案 征求 公布 发布 全省 全市 全县 全区 全国
    我省 我市 我县 我区 本市 本县 各级 各类 部门 单位 经费 资金 待遇 职称 编制 绩效 工资 奖励 表彰 先进 布局 结构
    规模 设置 设施 设备 装备 配置 均等 公平 公益 普惠 融合 协同 联动 合作 贯通 衔接 升学 就近 划片 片区 分级 分类
    方式 模式 路径 样板 经验 成果 应用 监测 监管 监督 检查 巡查 挂牌 整治 整改 回访
"""
#: A number, and little words between others.
_NUMBER = r"第?(?:[0-9]+(?:[.．~～—–-][0-9]+)*|[〇零一二三四五六七八九十百千万两几]+)"
_LITTLE = "的与和及或等对在"
_MARKS = "《》〈〉“”‘’（）〔〕、，。；：！？ 　—·-"
_KNOWN = "|".join(sorted(map(re.escape, _TABLE.split()), key=len, reverse=True))
_WORDS = re.compile(
    rf"(?P<known>{_KNOWN})|(?P<number>{_NUMBER})|(?P<mark>[{_LITTLE}{_MARKS}])|(?P<latin>[0-9A-Za-z．.]+)|(?P<other>.)",
    re.S,
)
#: A number with the one character it counts, which seldom is a word by itself: 三区, 两类.
_COUNTED = re.compile(_NUMBER + "[^年]$")
#: A single character that opens what comes after it; another one belongs to what comes before.
_OPENS = frozenset("县市区省州乡镇各本全新老大小多非总")
_NEVER_FIRST = frozenset("、，。；：》〉”’）〕的与和及等—")
_NEVER_LAST = frozenset("《〈“‘（〔与和及—")
#: After these a reader pauses; the others may be broken at where nothing better is found.
_AFTER = ("关于", "印发", "转发", "》", "、", "，", " ", "的", "推进", "深入", "开展", "实施", "加强")
_AFTER_PLACE = tuple("省市县区州盟旗")
_KINDS = ("实施方案", "工作方案", "方案", "实施意见", "指导意见", "实施办法", "管理办法", "实施细则", "通知")
_TABLES = ("考核细则", "任务分解表", "工作行事历", "任务清单", "责任清单", "督导清单", "工作台账", "责任矩阵")
_BEFORE = ("《", *_KINDS, *_TABLES)


@lru_cache(maxsize=256)
def lines(title: str, width: int) -> tuple[str, ...]:
    """A title in as few lines of at most `width` Chinese characters as it takes, of a shape the eye likes."""
    if cells(title) <= 2 * width:
        return (title,)
    words = tuple(_words(title))
    if cells(title) > 6 * width:
        return _filled(words, width)
    places = [n for n in range(1, len(words)) if _may(words[n - 1], words[n])]
    fewest = -(-cells(title) // (2 * width))
    counts = (range(fewest, fewest + 2), range(fewest + 2, fewest + 4))
    for some in counts:
        found = [made for count in some for made in _broken(words, places, count, width)]
        if found:
            return tuple(line.strip() for line in min(found, key=_cost))
    return (title,)


def _words(title: str) -> Iterator[str]:
    """What stays whole: a word of the table, a number with what it counts, all that lies between words of the table."""
    word, opening = "", ""
    for kind, text in _parts(title):
        if kind == "mark":
            yield from filter(None, (word, opening, text))
            word = opening = ""
        elif kind == "number":
            opening += text
        elif kind == "single" and not opening and word and text not in _OPENS:
            word += text
        elif kind == "single" and not opening:
            opening = text
        else:
            yield from filter(None, (word,))
            word, opening = opening + text, ""
    yield from filter(None, (word, opening))


def _parts(title: str) -> Iterator[tuple[str, str]]:
    """The title in stretches of one kind; characters that no word of the table has are one stretch."""
    found = ((match.lastgroup or "", match[0]) for match in _WORDS.finditer(title))
    for other, many in groupby(found, key=lambda part: part[0] == "other"):
        if other:
            text = "".join(character for _, character in many)
            yield "single" if len(text) == 1 else "name", text
        else:
            yield from many


def _filled(words: Sequence[str], width: int) -> tuple[str, ...]:
    """Lines as full as their words let them be: beyond three there are more ways than anybody could weigh."""
    found = [""]
    for number, word in enumerate(words):
        after = words[number + 1] if number + 1 < len(words) else ""
        kept = cells(word) + (cells(after) if after and not _may(word, after) else 0)
        if found[-1] and cells(found[-1]) + kept > 2 * width and _may(found[-1], word):
            found.append("")
        found[-1] += word
    return tuple(line.strip() for line in found)


def _may(before: str, after: str) -> bool:
    return after[0] not in _NEVER_FIRST and before[-1] not in _NEVER_LAST


def _broken(words: Sequence[str], places: Sequence[int], count: int, width: int) -> Iterator[tuple[str, ...]]:
    reach = (0, *accumulate(cells(word) for word in words))
    for cuts in _cuts(reach, (*places, len(words)), count, 2 * width):
        yield tuple("".join(words[start:end]) for start, end in pairwise((0, *cuts)))


def _cuts(
    reach: Sequence[int], places: Sequence[int], count: int, room: int, start: int = 0
) -> Iterator[tuple[int, ...]]:
    """Where lines may end: each within its room, and what is left no more than the others hold."""
    for number, end in enumerate(places):
        if reach[end] - reach[start] > room:
            break
        if count == 1:
            if end == places[-1]:
                yield (end,)
        elif reach[-1] - reach[end] <= room * (count - 1):
            for more in _cuts(reach, places[number + 1 :], count - 1, room, end):
                yield (end, *more)


def _cost(found: tuple[str, ...]) -> tuple[float, tuple[str, ...]]:
    """What speaks against breaking it so: broken sense, a waist, lines of one length, a line left short."""
    lengths = [cells(line) for line in found]
    sense = sum(_sense("".join(found[:n]), "".join(found[n:])) for n in range(1, len(found))) + 1.5 * len(
        found
    )
    waist = sum(a > b < c for a, b, c in zip(lengths, lengths[1:], lengths[2:], strict=False))
    alike = sum(a == b for a, b in pairwise(lengths))
    # What kind of document it is may stand alone below the rest.
    short = sum(
        length < max(lengths) / 2
        for length, line in zip(lengths, found, strict=True)
        if line not in _BEFORE or line == "通知"
    )
    ragged = (max(lengths) - min(lengths)) / max(lengths)
    return sense + 6 * waist + alike + 3 * short + ragged, found


def _sense(before: str, after: str) -> int:
    """How much a break costs: nothing where a reader pauses, more within a title that is cited or an office's name."""
    if " " in before + after and "关于" not in before and not before.endswith(" "):
        return 8
    if before.endswith("关于") and after.startswith("印发"):
        return 3
    within = before.count("《") > before.count("》")
    if after.startswith(_BEFORE) or before.endswith(_AFTER):
        return int(within)
    torn = 2 if _COUNTED.search(before) else 0
    return (2 if before.endswith(_AFTER_PLACE) else 3) + within + torn
