extension Explanation {
  /// What may be wrong with policies, their clauses and examples.
  static let policies = #"""
    unknown-policy
    No policy has this id. | It is misspelt, or not imported. | See 'brandledger policy list'.
    没有此编号的政策。 | 拼写有误或未导入。 | 查看 brandledger policy list。
    > policies.jsonl: {"id":"p2","replaces":"nothing"}
    not-one-policy
    A file holds no policy or several; one is compared with one. | The file is another. | Name a file with one policy.
    文件中的政策不是一项；只能逐项比较。 | 文件有误。 | 指定只含一项政策的文件。
    > policy diff of a file with two policies
    unknown-clause
    A clause speaks of a clause that the policy does not have. | Its number is misspelt, or it gives no award. | Name one of its clauses.
    所引条款不存在。 | 编号有误，或该条款不产生奖励。 | 写明本政策的条款。
    > "among":["第九十九条"]
    unknown-key
    The operation, or the policy, has no member of this name. | It is misspelt; nothing is passed over in silence. | Take the nearest name; see 'brandledger policy help OPERATION'.
    操作或政策没有此成员。 | 拼写有误；不会静默忽略。 | 使用相近名称；参见 brandledger policy help 操作。
    > {"amont":500000}
    unknown-kind
    A fact of an example does not say its kind, or one that is not known. | 'record' is missing. | Begin it with "record":"recognition".
    示例中的事实未写种类，或种类未知。 | 缺少 record。 | 以 "record":"recognition" 开头。
    > an example whose fact has no "record"
    unknown-operation
    There is no operation of this name. | It is misspelt. | 'brandledger policy help' lists all.
    没有此操作。 | 拼写有误。 | brandledger policy help 列出全部操作。
    > clauses.jsonl: {"id":"p/1","policy":"p","number":"1","operation":"fixd","text":"示例"}
    unknown-country
    A clause names a country or organisation by letters that nobody has. | UK stands for GB, or EU for EM. | Write the code of WIPO ST.3.
    条款所用的国家或组织代码不存在。 | 如将英国写作 UK，或将欧盟写作 EU。 | 使用 WIPO ST.3 代码。
    > "groups":[{"countries":["UK"],"each":"1万元"}]
    unknown-scheme
    A clause names a scheme that the ledger does not have. | It is misspelt, or not added yet. | Add the scheme, or correct its code.
    条款所引荣誉项目不存在。 | 拼写有误或未登记。 | 添加该项目或更正代码。
    > "schemes":["no-such-scheme"]
    bad-argument
    An argument has another form than its operation expects. | A text stands for a number, or money is not in fen. | Write what the message names; see 'brandledger policy help OPERATION'.
    参数格式不符合操作要求。 | 数字写成文字，或金额不以分计。 | 按提示填写；参见 brandledger policy help 操作。
    > "amountFen":"五十万"
    duplicate-id
    An id stands twice in a policy file. | A line was copied. | Give each its own.
    政策文件中编号重复。 | 复制所致。 | 各用不同编号。
    > two clauses with one id
    duplicate-number
    A clause number stands twice in a policy. | A clause was copied, or two versions are in one policy. | Number them apart.
    同一政策中条款编号重复。 | 复制，或两个版本并存。 | 分别编号。
    > two clauses 第六条
    repeated-clause
    Two clauses say the same. | A clause was copied. | Take one out.
    两条条款内容相同。 | 复制所致。 | 去掉一条。
    > the same operation and arguments twice
    overlapping-clauses
    Two clauses pay for the same fact, and nothing says which counts. | The policy speaks of it twice. | Add a clause that takes the highest, or excludes one.
    两条条款对同一事实付款，且未规定取舍。 | 政策重复规定。 | 增加取高或互斥条款。
    > a prize for the level and one for the scheme
    two-payees
    Two clauses name different payees for one award. | A rule for all stands beside one for some. | Let each name its clauses in 'for'.
    两条条款为同一奖励定有不同领取人。 | 一般规定与特别规定并列。 | 在各条的 for 中写明所适用的条款。
    > payTo holder for all clauses, and payTo organiser for one of them
    unreachable-clause
    A clause never acts. | Its dates, filters or the clauses before it leave nothing. | Correct its filters, or take it out.
    条款永不生效。 | 日期、条件或前序条款使其无对象。 | 更正条件或删除。
    > a scheme abolished before the policy
    contradicting-clauses
    Two clauses, or a clause and the policy, settle the same thing in different ways. | One was added and the other kept. | Name by 'for' what each is about, or keep one.
    两条条款，或条款与政策，对同一事项规定不一。 | 新增后未删旧。 | 用 for 分别指明，或只保留一处。
    > upgrades by the difference and in full over the same titles
    unused-argument
    An argument has no effect beside the others. | It repeats or cancels another. | Take it out.
    参数不起作用。 | 与其他参数重复或抵消。 | 删除。
    > "levels" that name every level
    empty-bracket
    No value can reach a bracket. | The one above begins no higher. | Put the brackets in order.
    某档永远达不到。 | 上一档起点不更高。 | 按顺序排列各档。
    > brackets that begin at 5, 5 and 10
    no-reference-rate
    Loans of a policy's days have no reference rate. | The table of rates begins after the policy. | Add the rate that held when the policy began.
    政策期间内的部分贷款没有适用的参考利率。 | 利率表起始晚于政策施行。 | 补充政策施行时适用的利率。
    > a policy from 2024-01-01 with rates from 2024-10-21
    voucher-without-right
    A clause counts by mark, patent or brand over vouchers that may be for none. | It is meant for other clauses, and names none in 'for'. | Name the clauses that it is meant for.
    某条款按商标、专利、品牌计算，却及于可不注明权利的费用凭证。 | 本意针对其他条款，但未用 for 指明。 | 用 for 指明所适用的条款。
    > dedup by mark over a whole policy that also pays evaluation fees
    uncovered-days
    No round pays what happens on some days of the year. | The award window leaves them out. | Correct the window.
    一年中有些日期不在任何奖励期间内。 | 奖励期间未覆盖。 | 更正期间。
    > a window from March to December
    not-retroactive
    A policy reaches back to no earlier day. | 'retroactiveFrom' is the day of coming into force, or a later one. | Take it out, or put the day right.
    政策的追溯起始日不早于施行日。 | retroactiveFrom 等于或晚于 inForceFrom。 | 删除或更正。
    > in force from 2024-01-01, retroactive from 2024-01-01
    sealed-clause
    A clause by which awards were sealed would be gone. | Receipts name the clause, and it must stay readable beside them. | Keep it; what changes goes into a later version, with 'replaces'.
    据以核定奖励的条款将不复存在。 | 核定凭据引用该条款，须随之可查。 | 保留该条款；修改内容用 replaces 另立后续版本。
    > policy import of a file without clause 3, by which an award was sealed
    unknown-payee
    A clause or a claim pays somebody whom the ledger does not know. | The id was mistyped, or the department was never added. | Add it with 'brandledger add enterprise', or name the right id.
    领取人不在账本中。 | 编号有误，或该单位尚未登记。 | 用 brandledger add enterprise 登记，或更正编号。
    > percentOfTotal with "recipient":"dept-none"
    sealed-clause-changed
    A policy or clause changes by which awards were sealed. | A rule was altered after a round. | Look with 'award verify' what it alters; put a new rule into a later version, with 'replaces', and import the clause as it was.
    已据以核定奖励的政策或条款有变更。 | 核定之后修改了规定。 | 用 award verify 查看影响；新规定用 replaces 另立后续版本，并按原样导入原条款。
    > policy import of a file with another amount in clause 3, by which an award was sealed
    policy-file-empty
    A policy file holds no policy, clause or example. | It is empty, or another file was meant. | Name the right file; 'brandledger policy help file' shows what one looks like.
    政策文件中没有政策、条款或示例。 | 文件为空，或指错了文件。 | 指明正确的文件；格式见 brandledger policy help file。
    > an empty file
    policy-without-clauses
    A policy file has no clause, so that nothing is paid by it. | The clauses were left out. | Add them, or leave it so where the policy is named only.
    政策文件没有条款，不产生任何奖励。 | 漏写条款。 | 请补充；仅登记政策名称的可不处理。
    > a file with one line, {"record":"policy",…}
    policy-day-open
    Of the day on which a policy begins or ends only the month or year is told. | The text was not at hand; facts from the first day on, or until the last one, are paid. A year that is one whole round makes no difference where the policy replaces none. | Write the day as the text of the policy has it.
    政策起始或终止日期仅知年、月。 | 录入时未查明；分别按该期间首日、末日计。仅知年份且该年恰为一轮、又未替代其他政策的，不影响计算。 | 按政策文本写明具体日期。
    > policies.jsonl with "inForceUntil":"2025-07"
    ban-without-condition
    A clause bars cheaters from awards for some years, and the policy has no clause that leaves out who is barred. | Only the way of claiming back was written down. | Add a clause with the operation notBanned; else what they would get takes part in pots and limits.
    条款规定骗取资金的若干年内不得申报，但政策没有排除其申报的条款。 | 只写了追回办法。 | 增加 notBanned 条款，否则其应得金额仍参与分配和封顶。
    > clawback with banYears 3, and no notBanned
    version-gap
    Between two versions of a policy no version is in force, and facts of those days are undecided. | The later begins too late. | Let them follow each other day by day.
    两个政策版本之间有空档，其间的事实待定。 | 后一版本开始过晚。 | 首尾相接。
    > until 2023-12-31, then from 2024-02-01
    version-overtaken
    A version of a policy governs no day. | A later one begins, or reaches back, before it does. | Put the dates of both right.
    某政策版本不适用于任何一日。 | 后续版本的施行或追溯起始日早于它。 | 更正两者的日期。
    > from 2024-06-01, replaced by one that reaches back to 2024-01-01
    version-unlinked
    Two policies of one name hold at once, and neither replaces the other, one replaces itself, or one replaces a policy and not the version between them. | 'replaces' was left out of the later version, or names the policy itself or too early a one. | Name the earlier one in 'replaces', or give the later a name of its own.
    两个同名政策同时有效且互不替代，政策以自身为被替代的政策，或所替代的并非紧接其前的版本。 | 后一版本未填写 replaces，或填写了自身、更早的版本。 | 在 replaces 中写明前一版本，或使用不同的名称。
    > a new version of a policy without 'replaces'
    version-overlap
    Two versions of a policy are in force at once. | The earlier does not end. | End it the day before the later begins.
    两个政策版本同时施行。 | 前一版本未终止。 | 截止于后一版本施行前一日。
    > both in force from 2024-01-01
    """#
}
