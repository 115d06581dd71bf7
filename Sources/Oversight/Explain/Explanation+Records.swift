extension Explanation {
  /// What may be wrong with records, and with what is typed about them.
  static let records = #"""
    unknown-record
    No record has this id or name; in examples of policies, no kind is called so. | It is misspelt, or not in the ledger. | Look with 'brandledger find WORD'.
    没有此编号或名称的记录；政策示例中为没有此种类。 | 拼写有误，或未登记。 | 用 brandledger find 词语 查找。
    > $ brandledger show 没有这家企业
    ambiguous-record
    Several records have this name. | Names are not unique. | Give the id of one of those that are shown, or the kind before the name.
    多条记录同名。 | 名称可以重复。 | 使用列出的编号，或在名称前写种类。
    > show 甲牌, where a brand and a trademark are called so
    unknown-reference
    A reference names nothing. | The name is misspelt, or the record is not there yet. | Add the record, or give its fields as in holder.name=…
    引用的对象不存在。 | 名称有误，或尚未登记。 | 先添加，或用 holder.name=… 同时新建。
    > $ brandledger add brand name=甲 owner=没有这家企业
    ambiguous-reference
    A reference, or a row, fits several records. | They share the name. | Give the id of one of those that are shown, or a value that only one of them has, such as its town.
    引用或导入的行对应多条记录。 | 名称相同。 | 使用列出的编号，或写明只有其中一条才有的取值，如镇区。
    > owner=示例公司, where two enterprises are called so
    other-name
    A code, number or id belongs to a record of another name than the one given with it. | One of the two is mistyped, or the enterprise was renamed. | Correct it; enter a new name with 'set', which keeps the old one.
    所填代码、号码或编号对应的记录，与同时填写的名称不符。 | 两者之一有误，或企业已更名。 | 请更正；已更名的先用 set 登记新名称，原名称会保留。
    > holder.name=乙公司 holder.creditCode=…, the code of 甲公司
    not-a-reference
    A path goes through a field that refers to no record. | Only references have fields of their own. | Leave the part behind the dot out.
    路径经过的字段不是引用。 | 只有引用字段才有下级字段。 | 去掉点号之后的部分。
    > $ brandledger add brand name.town=甲
    unknown-field
    The kind has no field of this name; in a mapping, no such field can be filled. | It is misspelt, or of another kind. | Take the nearest name shown; 'brandledger kinds KIND' lists the fields. What stands in a file is kept.
    该种类没有此字段；映射规则中为没有此目标字段。 | 拼写有误，或属于其他种类。 | 使用相近名称；brandledger kinds 种类 列出字段。文件中的内容会保留。
    > enterprises.jsonl: {"id":"e1","name":"甲公司","twon":"lvsi"}
    missing-field
    A record lacks a field that its kind requires. | It was left out, or its column was not mapped. | Give it.
    记录缺少必填字段。 | 漏填，或未映射该列。 | 请补上。
    > brands.jsonl: {"id":"b1"}
    bad-value
    A value does not fit its field. | It has another form than the one expected. | Type it as the help line says.
    值不符合字段要求。 | 格式不符。 | 按提示填写。
    > $ brandledger add enterprise name=甲 size=巨大
    negative-amount
    A sum of money is negative that cannot be. | A minus was typed, or the column holds differences. | Correct it; the value is kept with this warning, and whatever reads it takes it as it is.
    不应为负的金额为负数。 | 误输负号，或该列为差额。 | 请更正；该值保留并附此提示，计算按原值。
    > sales=-3 of an enterprise in a year
    bad-condition
    A condition of --where cannot be read. | The operator is missing, or the field; or < and > ask for an order that the field does not have. | Write field=value, !=, <, <=, >, >=, or ~ for a part of a text.
    --where 条件无法识别。 | 缺少运算符或字段；或字段没有高低之分而用了 <、>。 | 写作 字段=值、!=、<、<=、>、>=，或用 ~ 表示包含。
    > $ brandledger list brand --where name
    missing-id
    A record of this kind gets the id that you choose. | None was given. | Add id=…
    此类记录须自定编号。 | 未给出编号。 | 加上 id=…
    > $ brandledger add scheme name=示例奖 level=县级
    id-is-for-ever
    The id of a record cannot be changed. | Others refer to it, and its history hangs on it. | Remove the record with a reason and add it anew.
    记录编号不能修改。 | 其他记录和历史都引用它。 | 注明理由删除后重新添加。
    > $ brandledger set town 吕四港镇 id=x
    record-exists
    The record is in the ledger already, or a change would make it another one. | The same id or identity was added before. | Use 'set' to change it, or 'merge' where two are one.
    记录已存在，或修改后与另一条记录成为同一对象。 | 相同编号或身份已登记。 | 用 set 修改；确为同一对象时用 merge 合并。
    > add of an enterprise whose credit code is known
    given-twice
    The same new record is given twice with other values. | Two rows of an import, or two parts of one command, disagree; or a register gives each class of a mark a row of its own. | Keep one; join rows that differ in a list only into one, as in 7;9.
    同一新记录给出了两次且内容不同。 | 导入的两行或命令的两部分不一致，或登记表每个类别各占一行。 | 只保留一个；仅列表取值不同的，合并为一行，写作 7;9。
    > two rows with one credit code and two towns
    former-record
    A row tells of what a record was before: under a former name, or before it was merged into another one; values that differ were not taken. | An older list was imported again. | Give the row the present name or the id where its values are newer; give another thing an id of its own.
    该行所述为记录以前的情况（曾用名或合并前）；不同的取值未采用。 | 重新导入了较早的名单。 | 取值较新的，请填写现名或编号；如为另一对象，请填写其自己的编号。
    > an import of a list with an enterprise under its former name and with another town
    values-kept
    A record that is referred to has other values than those given with it, and keeps them; only what it lacked was filled in. | It changed, or one of the two is wrong. | Change it with 'set' where what was given is right.
    被引用的记录已有不同的取值，保持不变；只补填其空缺。 | 情况有变，或两者之一有误。 | 如以所填为准，请用 set 修改。
    > holder.name=甲公司 holder.town=吕四港镇, where 汇龙镇 is on record
    values-gone
    A list of a record lost values that the row does not name. | The row names a part of them, as in registers with a row for each class. | Name all values in one row, as in 7;9; 'undo' takes the import back.
    记录的列表取值中，该行未列出的已不再包含。 | 该行只列出部分取值，如登记表每个类别一行。 | 在一行中列出全部取值，写作 7;9；可用 undo 撤销导入。
    > an import of a mark in class 9 that was in class 7
    several-names
    A record was created whose name looks like several. | A cell holds several names with semicolons between them, and its field holds one. | Take the commit back with 'undo', and give a row to each, or one name.
    所创建记录的名称像是多个名称。 | 单元格中以分号列出多个名称，而该字段只能填一个。 | 用 undo 撤销，再分行填写或只写一个名称。
    > import brands.csv --create with 乙公司；丙公司 in one cell of 'owner'
    field-given-twice
    The same field has two values on one command line. | Which one is meant is not known. | Keep one; several values of a list have commas between them.
    同一字段在命令行中给出了两个值。 | 无法判断以哪一个为准。 | 只保留一个；列表的多个值用逗号隔开。
    > $ brandledger add brand name=甲 name=乙
    removal-not-imported
    A line of records to import ends a record. | The file is a copy of a ledger's own file. | Leave the line out, and end the record with 'brandledger remove'.
    导入的记录行终止一条记录。 | 该文件是账本数据文件的副本。 | 去掉该行，并用 brandledger remove 删除记录。
    > enterprises.jsonl, given to import: {"id":"n9","removed":"entered by mistake"}
    nobody-named
    Fields of a record to be referred to were left out, since the record itself is not named. | A row has a holder's town but no holder. | Give the name, or leave the fields empty.
    未写明被引用对象本身，其字段被略去。 | 例如只有持有人镇区而无持有人名称。 | 补上名称，或留空。
    > a row with a town and no enterprise
    still-referred-to
    Another record refers to the one that is to be removed. | Taking it away would leave a reference without its object. | Change or remove the other first.
    其他记录仍引用要删除的记录。 | 删除会造成悬空引用。 | 先修改或删除引用它的记录。
    > remove of a scheme that titles are of
    bad-year
    This is no year that can be reported on. | It lies outside the calendar of the product. | Give a year such as 2025.
    年份无效。 | 超出可用范围。 | 请给出年份，例如 2025。
    > progress of year 0
    credit-code-length
    A unified credit code has 18 characters (GB 32100-2015). | One is missing or too many; old registration numbers have 15. | Compare it with the licence; it is kept as typed.
    统一社会信用代码为 18 位（GB 32100-2015）。 | 缺位或多位；旧注册号为 15 位。 | 与营业执照核对；按原样保留。
    > enterprises.jsonl: {"id":"e1","name":"甲公司","creditCode":"9132068113888888"}
    credit-code-alphabet
    A unified credit code has digits and capitals without I, O, S, V, Z. | O was typed for 0, or I for 1. | Compare it with the licence; it is kept as typed.
    统一社会信用代码只含数字和大写字母（不含 I、O、S、V、Z）。 | 常见 O 与 0、I 与 1 混淆。 | 与营业执照核对；按原样保留。
    > enterprises.jsonl: {"id":"e1","name":"甲公司","creditCode":"91320681IO88888888"}
    credit-code-check
    The last character of a credit code is computed from the others (GB 32100-2015) and does not fit. | A character was mistyped. | Compare it with the licence; it is kept as typed.
    统一社会信用代码末位校验码不符（GB 32100-2015）。 | 有字符录错。 | 与营业执照核对；按原样保留。
    > enterprises.jsonl: {"id":"e1","name":"甲公司","creditCode":"913206811388888888"}
    owner-moves-counts
    A mark or patent has another owner, and the counts of years that are over go with it. | A newer list names the buyer, and the sale was not entered. | Nothing, where the owner was recorded wrongly; else give back the owner of before and enter the sale with 'mark event' or 'patent event'.
    商标或专利改填了权利人，已结束年度的统计随之变动。 | 较新的名单列出受让人，而转让未登记。 | 原登记有误的无须处理；否则恢复原权利人，并用 mark event 或 patent event 登记转让。
    > an import of a register that names the buyer of a mark
    owner-without-day
    A mark or patent of which events are on record has other owners, and no transfer tells since when. | The owners were typed anew or come from a newer list; annuities paid before are judged by those of today. | Nothing, where the owners were recorded wrongly; else give back those of before and enter the sale with 'mark event' or 'patent event'.
    已有事项的商标或专利改填了权利人，而没有转让事项说明自何时起。 | 重新填写权利人，或来自较新的名单；此前缴纳的年费将按现权利人判断。 | 原登记有误的无须处理；否则恢复原权利人，并用 mark event 或 patent event 登记转让。
    > set patent 201710601862.3 owners=e1,e2 after an annuity was paid
    seat-moves-counts
    An enterprise leaves the city, comes into it, or moves to another town, and the counts of years that are over change with it. | Of a seat the ledger knows the present one alone. | Nothing, where the seat was recorded wrongly; else ask for those years with --as-of.
    企业迁出、迁入本市或改换镇区，已结束年度的统计随之变化。 | 账本只记载企业当前所在地。 | 原登记有误的无须处理；否则以 --as-of 查询当时的统计。
    > set enterprise e1 area=310115 of a holder of marks
    date-too-early
    The date lies before 1500, and nothing on record is so old. | A cell was cut, so that 2025 became 202 or 0025, or a year of two digits was typed. | Give the year with its four digits.
    日期早于 1500 年，账本中没有如此久远的事项。 | 单元格被截断（2025 变为 202 或 0025），或年份只写了两位。 | 填写四位数年份。
    > trademarks.jsonl: {"id":"CN/1","office":"CN","number":"1","route":"domestic","owner":"e1","status":"registered","registeredOn":"0025-01-01","mark":"甲"}
    digits-lost
    A number such as 6.22848E+18 is what a spreadsheet leaves of a longer one. | The column was no text when the file was saved, so that the last digits are gone. | Format the column as text and enter the numbers in full; a record that holds one is told by 'check'.
    6.22848E+18 一类的数字是电子表格对长号码的缩写。 | 保存时该列不是文本格式，末尾数字已丢失。 | 将该列设为文本格式并填写完整号码；已入账的由 check 提示。
    > trademarks.jsonl: {"id":"CN/1.2345679E+07","office":"CN","number":"1.2345679E+07","route":"domestic","owner":"e1","status":"registered","registeredOn":"2024-01-01","mark":"甲"}
    patent-number-form
    The text is no Chinese application number. | The year, type or point is missing. | Write it like 201710601862.3.
    不是中国专利申请号。 | 缺少年份、类型位或小数点。 | 写作 201710601862.3。
    > patents.jsonl: {"id":"p1","number":"CN-1","type":"invention"}
    patent-number-check
    The digit behind the point is computed from the others (ZC 0006-2003) and does not fit. | A digit was mistyped. | Compare it with the notice; it is kept as typed.
    申请号校验位不符（ZC 0006-2003）。 | 有数字录错。 | 与通知书核对；按原样保留。
    > patents.jsonl: {"id":"p1","number":"201710601862.4","type":"invention"}
    cohort-dates
    A cohort of a scheme begins after it ends. | wonFrom and wonUntil were exchanged. | Exchange them.
    批次起始日晚于截止日。 | wonFrom 与 wonUntil 颠倒。 | 对调。
    > validity=[{"wonFrom":"2020-01-01","wonUntil":"2010-01-01","years":3}]
    cohort-length
    A cohort says neither 'years' nor 'validUntil'. | Titles of it would hold for ever, or not at all. | Give one of the two.
    批次未写 years 或 validUntil。 | 有效期无从计算。 | 填写其一。
    > validity=[{"wonFrom":"2020-01-01"}]
    cohorts-overlap
    Two cohorts hold for titles won on the same day. | Their dates overlap. | End the earlier one the day before.
    两个批次同时适用于同一天。 | 日期重叠。 | 将前一批次截止于前一日。
    > validity=[{"years":3},{"wonFrom":"2020-01-01","years":5}]
    date-provisional
    A deadline counts working days of a year whose days off are not published yet. | The State Council tells them in the autumn before. | Add the notice as a 'holiday' record; the day is then final.
    期限涉及尚未公布放假安排的年份。 | 国务院一般在上一年秋季公布。 | 将通知登记为 holiday 记录后即可确定。
    > warning[date-provisional]
    term-missing
    The ledger has no legal term of this name on that day. | Its version does not reach that far, or was removed. | Add the version with its source.
    该日没有此法定期限。 | 版本未覆盖该日，或已删除。 | 添加相应版本并注明来源。
    > a deadline before the first version of a term
    term-overlap
    Several versions of a legal term are in force on one day. | An older one was not ended. | Set inForceUntil of the older.
    同日有多个法定期限版本施行。 | 旧版本未终止。 | 填写旧版本的 inForceUntil。
    > two versions without an end
    term-unreadable
    The length of a legal term cannot be read. | It has another form. | Write 10y, 3m, 30d or 15wd.
    法定期限长度无法识别。 | 格式不符。 | 写作 10y、3m、30d 或 15wd。
    > terms.jsonl: {"id":"t","length":"soon"}
    """#
}
