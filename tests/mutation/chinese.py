"""What the page of faults says in Chinese: each fault, and each reason why another finding truly follows from it."""

from __future__ import annotations

from collections.abc import Mapping

_FAULTS = """
a key twice | 同一个键写了两次
a tab instead of spaces | 用制表符代替空格
an ASCII comma in prose inside braces | 花括号内的文字里用了半角逗号
a full-width space before a key | 键的前面有全角空格
a damaged byte | 有一个字节损坏
saved as GBK | 存成了 GBK
saved as UTF-16 | 存成了 UTF-16
an invisible character | 有看不见的字符
an empty file | 空文件
a second document | 有第二个文档
a key that is a list | 用列表作键
nested without end | 嵌套过深
aliases that multiply | 别名层层相乘
an alias without an anchor | 别名没有对应的锚点
a type tag | 写了类型标签
more problems than are read | 问题多得不再往下读
an alias to itself | 别名指向自身
a full-width colon after a key | 键后面用了全角冒号
no space after a colon | 冒号后面没有空格
a brace that is not closed | 花括号没有收尾
a quote that is not closed | 引号没有收尾
text after the end of an entry | 一项收尾之后还有文字
a line indented otherwise | 有一行缩进不同
a second colon | 有第二个冒号
a value that begins with a sign | 值以符号开头
an escape that means nothing | 没有意义的转义
text after a block sign | 块符号后面有文字
no comma between two entries | 两项之间没有逗号
no comma after a word | 词后面没有逗号
brackets in a text inside braces | 花括号内的文字里有方括号
full-width braces | 用了全角花括号
a brace closed in a comment | 花括号的收尾落在注释里
a line indented with full-width spaces | 有一行用全角空格缩进
a list item indented too far | 列表项缩进过深
a line without a colon | 有一行没有冒号
a brace too many | 多了一个花括号
a full-width comma between two entries | 两项之间用了全角逗号
a bracket where a key is due | 该写键的地方写了括号
a list on the line of its key | 列表写在键的同一行
a roster saved as GBK | 名册存成了 GBK
full-width commas in the heading | 表头用了全角逗号
an empty roster | 空名册
a row with a cell too many | 一行多了一格
a row cut short | 一行不全
a heading twice | 表头重复
a column without a heading | 有一列没有表头
a quote that is never closed | 双引号没有收尾
an invisible character within a cell | 一格中间有看不见的字符
the error of a formula in a cell | 一格是公式的错误值
a row of totals | 有一行合计
a remark under the table | 表下有一行说明
a code that became a day | 代码被改成了日期
a clause that ends in a zero | 条号末尾是 0
a breach of a clause that nothing rests on | 追究违反而无人写入的条款
a key nobody knows | 不认识的键
a force that is none | 没有这种语气
a kind of organ that is none | 没有这类机构
a list where one word is due | 该写一个词的地方写了列表
a locality without a level | 地方没有写级别
a slash in a key | 键里有斜杠
a name that reads as a number | 名称会读成别的
a count below nothing | 数量小于零
a field with nothing in it | 一项什么也没有写
one actor twice in a list | 列表里同一主体写了两次
a version that is not known | 不认识的版本
no kind of file | 没有写是哪类文件
one key in both languages | 同一个键中英文各写一次
a section that is not indented far enough | 一节的缩进少了一级
a merge key | 用了合并键
a number where a criterion is due | 该写指标的地方只写了数
a lead that is nobody | 牵头的谁也不是
an assessor that is nobody | 考核的谁也不是
an object that is nobody | 对象谁也不是
an issuer that is nobody | 报送的谁也不是
a goal that is not there | 没有这个目标
a precondition that is not there | 没有这个前提
a rubric that is not there | 没有这份考核办法
a role that is bound to nobody | 角色对应的谁也不是
a role bound to the wrong kind | 角色对应错了种类
a role the policy does not have | 模块没有这个角色
a county that leads | 由县区牵头
a policy that is not there | 没有这个政策模块
a scheme to extend that is not there | 没有要沿用的方案
a scheme that extends itself | 方案沿用自己
a group nobody speaks of | 没有人提到的群体
a convention without use | 没有用处的约定
a group called teacher | 群体起名为 teacher
a clause of a source that is not there | 条款所指的来源不存在
an alias that is somebody else | 别名是别人的名称
a name that means two | 一个名称指两个
a report to somebody across | 报送给横向的一方
a condition on a column that the roster lacks | 条件所写的列，名册没有
an addressee that is not declared | 收文单位没有声明
two of one path | 两处的路径相同
a key that a policy brings too | 与模块带来的键相同
an override of what is not there | 改动不存在的内容
a drop of what is not there | 删去不存在的内容
a parameter out of its range | 参数超出范围
a parameter the policy does not have | 模块没有这个参数
a selection of nothing | 只取的内容不存在
an override that may mean two | 改动可能指两处
a value of no parameter | 引用不存在的参数
an adoption in a measure with a clause of its own | 举措内的采用另写了条款
an override that changes nothing | 什么也没有改的改动
no column of codes | 没有代码列
no column of names | 没有名称列
no column of stages | 没有学段列
a school code twice | 学校代码重复
a school name twice | 学校名称重复
a head count that is no number | 人数不是数
names that differ by a space | 名称只差一个空格
a campus of no school | 校区的本部不存在
a school without a code | 学校没有代码
a school without a name | 学校没有名称
one column under two names | 同一列有两个名称
a campus of itself | 校区的本部是自己
a count of clusters that is wrong | 学区的数目不对
a school in two clusters of one type | 一所学校在同类的两个学区
a member school in no cluster | 成员学校不在任何学区
a cluster that nobody leads | 学区没有学校为首
a cluster that two lead | 学区有两所学校为首
more schools than the size allows | 学校多于规模
another stage among the same | 同学段里混进别的学段
a theme district without a theme | 主题学区没有主题
a primary school that feeds nobody | 小学没有对口初中
a primary school that feeds two | 小学对口两所初中
a school in two kinds kept apart | 一所学校在互斥的两类学区
fewer schools in a role than asked for | 一种角色的学校少于规定
a cluster that the roster does not have | 名册里没有的学区
a cluster that the scheme does not list | 方案没有列出的学区
a pilot without an end | 没有期限的试点
a listed cluster whose schools nobody names | 列出的学区没有写学校
a legal standing left open | 法人关系待定
a school of the wrong kind in a role | 不合条件的学校担任角色
two kinds of clusters that may overlap | 两类学区可能交叉
a role that the cluster does not have | 学区没有这个角色
a condition on what no school is | 条件所写的，没有一所学校符合
a school without a role where several are open to it | 有几种角色可任而学校没有写角色
a form that the cluster does not have | 学区没有这种模式
a column of roles with an underscore | 角色列的列名用了下划线
the lead of a duty taken away | 去掉职责的牵头单位
a duty without a lead | 职责没有牵头单位
two that lead, and none of them first | 两家牵头，没有以谁为首
two that are responsible, and nobody leads | 两家负责，没有人牵头
an organ with nothing to do | 机构无事可做
a post with nothing to do | 岗位无事可做
a lead that oversees itself | 牵头单位督导自己
a lead that approves its own work | 牵头单位审定自己的事
an assessor among the assessed | 考核者也在被考核之列
an appraisal without an assessor | 考核没有考核者
an appraisal without an object | 考核没有对象
an appraisal against nothing | 考核没有依据
a second assessor | 多了一个考核者
a report that ends in an office | 报告止于办公室
a post that nobody fills | 岗位没有人担任
a post both fixed and rotating | 岗位既固定又轮值
a post that rotates and has no term | 轮值的岗位没有任期
a committee without members | 委员会没有成员
a post assessed on nothing | 岗位没有职责而受考核
an appraisal without a use | 考核结果没有用处
a body under two masters | 一个机构隶属两家
one output owed by two | 一份成果由两家交
two outputs that look the same | 两份成果看来是一份
a report to nobody | 报告不知报给谁
a ban that is led as work | 禁止的事作为工作牵头
a trial without an end | 试行没有期限
a post that leads and is not assessed | 岗位牵头而不受考核
an issuer that hears of nothing | 印发机关听不到回音
one matter in two hands | 一件事两家管
an approver who holds the leading post | 审定的一方就是牵头岗位的担任者
a pilot in every school | 试点而每所学校都有
one duty under two names | 一项职责两个名称
a function of two bodies | 一项职能两家承担
a body that two manage | 一个机构两家管理
a comparison with nobody | 没有可比的对象
a post for one of many | 几个人里的一个担任的岗位
one meeting that every cluster convenes | 一个会每个学区都召集
a leading school that nobody assesses | 为首的学校没有人考核
a group that works only in company | 只与别组一同工作的组
an office that sets itself up | 自己设立自己的办公室
a county's activity in every school | 县级活动而每所学校都办
a number nobody explains | 没有说明的数字代号
an addressee with nothing to do | 主送而无事的机构
what is protected handed over | 受保护的归了学区
joint work of one | 只有一方的共同工作
a plan that is to be drawn up | 要求制定方案自己
forms that are only names | 只有名称的模式
a number for each cluster or in all | 各有还是合计不明的数额
evidence that nobody draws up | 没有人形成的佐证
rules for an appraisal that nobody holds | 没有考核用的考核办法
work that lasts longer than the scheme | 时长超过方案的工作
two posts and three appointments | 岗位两名，聘了三名
a convener that stays while the post rotates | 岗位轮值而召集学校不变
an award of which nothing says by what | 没有写凭什么的表彰
two lists that differ by one item | 两处列举差一项
a group of more than there are | 群体的人数比有的多
work of a body that is dissolved | 已撤销机构的工作
a number that nothing measures | 没有东西去量的数目
sixteen occasions a month of one post | 一个岗位一个月十六次
money from nobody knows where | 没有写来源的钱
work between stages in a cluster of one | 一个学段的学区里学段之间的事
an optional body that alone could govern | 唯一能管事的机构可设可不设
a kind of cluster that nobody assesses | 有一类学区没有人考核
one inspector for too many schools | 一名督学负责的学校过多
a condition on work of a body | 给机构的事加了条件
work of which everybody is excepted | 承担的都除外了
a scope among the duties | 把适用范围写成了职责
a number of items that is one too many | 数目比所列多一
an item left out of a counted list | 有数目的列举少了一项
a goal that nothing serves | 没有举措落实的目标
a measure that is only a name | 只有名称的举措
an open list short of its number | 未尽的列举少于数目
an open list of nothing | 未尽的列举一项也没有
a time nobody can read | 看不懂的时间
a time of a duty that nobody can read | 职责的时间看不懂
a day the calendar does not have | 日历上没有的日子
times that exclude each other | 互相排斥的时间
a calendar that cannot be read | 看不懂的校历
an end before the beginning | 失效早于施行
a date in another form | 日期换了写法
a source's date nobody can read | 来源的日期看不懂
an exception that is no body | 除外的不是主体
a range that runs backwards | 起止时间写反
a duty without a time | 职责没有时间
a duty done 定期 | 职责只写定期
an appraisal without a period | 考核没有周期
a date in a holiday | 日期在假期里
a date after the end | 日期在失效之后
a time counted from something undated | 时间从没有日期的事算起
due before its precondition | 期限早于前提
phases the wrong way round | 阶段先后颠倒
a phase without dates | 阶段没有起止
a schedule that breaks off | 行事历没有编完
a schedule with a month left out | 行事历漏了一个月
work that only the schedule has | 只有行事历里有的事
another lead in the row | 行事历换了牵头单位
a month with nine duties of one body | 一个单位一个月九项事
a district by school years, its schools by calendar years | 学区按学年、学校按自然年
a calendar year among semesters | 学期之间夹着自然年
in force before it is issued | 印发之前就施行
work that waits for what waits for it | 两项工作互为前提
a row in another month than its duty | 行事历与职责不在同一月
a schedule of another year than its title | 行事历的年度与标题不符
a time counted from a name with a slip | 时间所从算起的事写错了名称
a time counted from what is outside | 时间从方案以外的事算起
a term that is meant loosely | 任期带语气
an amount nobody can read | 看不懂的数额
a range that ends before it begins | 范围上下颠倒
a number per nobody knows how many | 每多少配一名没有写明
a condition without bounds | 条件中的数没有界限
a rise to less | 说是提高而数变小
a number and a share at once | 既写数量又写比例
a share that is held nowhere | 没有写在哪一级达到的比例
a share of nothing | 没有基数的比例
a share of a group nobody declares | 基数没有声明的比例
a share of more than all | 超过全部的比例
a share held at no level | 口径层级不存在的比例
parts that exceed the total | 分项超过总数
points that do not add up | 分值加不到总数
scoring over the full mark | 计分超过满分
a quota for one of two groups | 两类人只有一类有比例
a number nobody answers for | 没有人负责的数
an amount left open | 数额待定
the amount of a duty taken away | 去掉职责的数额
more than there are | 多于现有人数
posts of which there are 若干 | 若干名岗位
a lead that a constraint forbids | 约束不允许的牵头
a duty that touches what is protected | 职责涉及受保护的事
schools that merge and stay their own | 既合并又保留法人
an organ without a clause | 机构没有条款
an element whose clause was taken out | 去掉一项的条款
text that is unclear | 原文不清
a source at second hand | 转述的来源
a document number in square brackets | 文号用了方括号
a document number without a year | 文号没有年份
a source nobody has seen | 没有人看过的来源
a bureau of another place | 别处的教育局
a source without a date | 没有日期的来源
a report every month | 每月一报
an issue left open | 印发信息待定
"""

_REASONS = """
other principles go against it as well | 别的原则也与它相抵触
nothing says how many of the new kind there are | 新的一类有几个也没有写
what comes round every month is in none of its rows | 每月都要做的，它的各行都没有
no row of the schedule has it | 行事历哪一行都没有它
nothing serves it either | 也没有举措服务于它
to be convened is no work | 被召集不算工作
nothing is named of the new kind of cluster | 新的学区类型没有写名单
the two carry it jointly | 两组并列承担
what was the rubric is of no use now | 原来的考核办法没有用处了
the duty that sets them up has the right number | 设立它们的职责写的数是对的
that nobody assesses is told where rules for it are drawn up | 没有人考核，报在制定考核办法的那一项上
no end of the pilot is named either | 也没有写明试点到何时为止
others name the school by its code | 别的学校用这个代码写到它
each of them, up to the limit | 逐个报告，到上限为止
what follows the quote is one cell, so the row ends early | 引号后面都算一格，这一行就不全了
nobody else speaks of who was named here | 这里原来提到的，别处没有人再提
who was named here has nothing else to do | 这里原来提到的，没有别的事做
what else the appraisal lacks is now told at its next field | 考核还缺的，改在下一项处报告
a clause of a source that is not there is no clause | 来源不存在，条款也就等于没有
neither of the two is bound until one is meant | 没有说清指哪一个，两个都不算
a cluster is no bureau, so the report ends there | 学区不是教育行政部门，报告止于此
the count no longer fits, either | 数目也对不上了
the cluster the school left has no lead now | 学校离开的学区没有学校为首了
the roster has clusters that the list does not have | 名册里有名单没有的学区
the second cluster has one school more for its inspector | 另一学区的督学多了一所学校
the second cluster has one town more | 另一学区多了一个乡镇
the second cluster has a school of another stage | 另一学区混进了别的学段
the other clusters are as far from that size | 别的学区离这个规模一样远
the other clusters have as many | 别的学区也有这么多
the parameter that gave the size is asked for no more | 原来给出规模的参数没有人用了
other schools are in both already | 别的学校早已同在两类
the second kind takes schools of another stage | 第二类收别的学段的学校
the others in that role are no better | 担任这一角色的别的学校也不合
conditions ask for the stage | 有条件问到学段
no school is left that the condition is true of | 没有剩下一所符合条件的学校
no school is of that place | 没有一所学校在那里
told at the first of the two kinds | 在两类中的第一类处报告
and nobody assesses the new kind | 新的一类也没有人考核
who led it has nothing else to do | 原来牵头的没有别的事做
nobody else speaks of who led it | 原来牵头的，别处没有人再提
its number has lost its owner | 它的数没有人负责了
it was all the issuer did | 印发机关只有这一件事
the new post leads and is not assessed, as others are | 新岗位牵头而不像别的岗位那样受考核
another post leads and is not assessed, now that one is | 有岗位受考核了，另一个牵头的没有
another post leads and is not assessed either, now that one is | 有岗位受考核了，另一个牵头的也没有
what else is open is now told at the next field | 还待定的，改在下一项处报告
the timetable is protected there | 那里保护作息
the new kind of cluster is not assessed either | 新的一类学区也没有人考核
the cluster was assessed before | 学区原来已有人考核
its assessor is one of each place | 考核它的每处都有一个
what it is judged by is made by those below | 凭什么考核由下级自定
its assessor also runs it | 考核它的也管理它
another appraisal of it keeps another clock | 它的另一项考核周期不同
the other clusters have too many, too | 别的学区也过多
nobody appoints it either | 也没有人任命
what served the item names nothing now | 原来指向这一项的落空了
without the day of issue nobody can tell what was over by then | 没有印发日期，就不知道哪些是已经办完的事
with more work that has a time, the holes are told measure by measure | 有时间的职责多了，没有时间的就分举措报告
with more work that has a date, the loose ones are told one by one | 有日期的职责多了，写定期的就逐项报告
with one more without a period, they are told together | 又多一项没有周期的，就合起来报告
what was done in 2020 and 2023 lies before the period, too | 2020、2023 年办的事也在期限之前
its precondition is only 及时 | 它的前提只写了及时
beside a phase with dates each one without is told by itself | 有的阶段有日期，没有的就逐个报告
that year is long past when it is issued | 印发的时候那一年早已过去
what the rows have, no measure has | 行事历里的事，举措里没有
they were assessed before | 它们原来已有人考核
the assessor is over what it set up | 考核者管着自己设立的
the other appraisal of these keeps another clock, too | 它们的另一项考核周期也不同
now that one kind of cluster is assessed, the others stand out | 有一类学区受考核了，其余的就显出来
nobody leads it | 没有人牵头
without a quota beside it, this open amount is told by itself | 旁边没有了比例，这项待定的数额就单独报告
nobody else speaks of who the amount was of | 原来数额说的那些人，别处没有人再提
another constraint that protects autonomy covers it | 另一条保护自主权的约束也管着它
another leads this matter there | 那里这件事由别家牵头
the new constraint protects what duties there touch | 新约束保护的，正是那里的职责涉及的
"""

_ELSEWHERE = """
takes megabytes; tests/unit/source has one | 要几兆字节；见 tests/unit/source
what none of the other syntax codes explains; tests/unit/source | 别的语法问题都说不上的；见 tests/unit/source
takes a scheme without rules for appraisals; its page | 要一个没有考核办法的方案；见规则页
takes clusters all of whose schools are excepted; tests/unit/resolution | 要学校全被除外的学区；见该目录
takes bodies of which every place has one; its page | 要每处都有一个的机构；见规则页
takes clusters with schools of both kinds; tests/unit/resolution | 要有两类学校并存的学区；见 tests/unit/resolution
of profiles; tests/unit/documents | 版式的问题；见 tests/unit/documents
of lines above the headings, which move all others; tests/unit/source | 表头上面的行会使各行错开；见 tests/unit/source
of workbooks; tests/unit/source | 工作簿的问题；见 tests/unit/source
takes 30,000 rows; tests/unit/source | 要三万行；见 tests/unit/source
of questions that are asked about a scheme (`xuequ who`, `impact`), not of its text | 查询时的问题，不在文字里
the schema reports such a key first (SCH101, SCH104) | 这样的键先由 SCH101、SCH104 报告
of `xuequ conform`, which compares two schemes; tests/unit/query | 对照两个方案的问题；见 tests/unit/query
of `xuequ coverage` and `outline`, which read an outline beside the scheme | 读条目文件的问题
of a school year that is asked for (`--school-year`), not of the text; tests/unit/plan | 命令中给出的学年的问题
of templates, pictures and the calendar that is built | 模板、图和生成日历时的问题
of documents that are built | 生成文件时的问题
of a drafter's own Word template | 自备 Word 模板的问题
of PDF, and what this machine has for it | PDF 的问题，看本机装了什么
"""


def _read(text: str) -> Mapping[str, str]:
    pairs = (line.partition(" | ") for line in text.strip().splitlines())
    return {english: said for english, _, said in pairs}


#: English → Chinese; a test says what is missing.
FAULTS = _read(_FAULTS)
REASONS = _read(_REASONS)
ELSEWHERE = _read(_ELSEWHERE)


def said(text: str) -> str:
    """A fault or reason in Chinese; in English where nobody has said it yet."""
    return FAULTS.get(text) or REASONS.get(text) or ELSEWHERE.get(text, text)
