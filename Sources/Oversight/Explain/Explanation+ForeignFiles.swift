extension Explanation {
  /// What may be wrong with spreadsheets, registers' XML and JSON lines of others, and with likeness and merging.
  static let foreignFiles = #"""
    damaged-archive
    A spreadsheet cannot be unpacked. | The file is cut off or damaged; its sizes or checksums do not fit. | Open it in an office program and save it again, or fetch it anew.
    电子表格无法解压。 | 文件不完整或已损坏，大小或校验和不符。 | 用办公软件打开并另存，或重新获取。
    > an .xlsx of which only a part was downloaded
    unsafe-archive
    A spreadsheet is made so that unpacking would do harm. | It would grow beyond all measure, names files outside of itself, or lets two files share bytes. | Do not trust it; have the table saved as CSV where it came from.
    电子表格的构造会造成危害。 | 解压后异常膨胀、文件名指向压缩包之外，或两个文件共用字节。 | 请勿信任；在来源处另存为 CSV。
    > a file of one kilobyte that unpacks to a gigabyte
    encrypted-file
    A file is encrypted. | It was saved with a password. | Save it without one.
    文件已加密。 | 保存时设置了密码。 | 取消密码后另存。
    > an .xlsx with a password
    unknown-form
    A file is of a form that is not read, or not for this kind. | It is an old .xls, an archive of something else, or XML of another standard. | Save the table as .xlsx or CSV; XML is read for trademarks in the forms ST.66, ST.96 and USPTO.
    文件格式不受支持，或不适用于该种类。 | 旧版 .xls、其他压缩包或其他标准的 XML。 | 另存为 .xlsx 或 CSV；XML 仅用于商标（ST.66、ST.96、USPTO）。
    > brandledger import enterprise 名单.xls
    malformed-xml
    XML is not well-formed. | The file is cut off, or was edited by hand. | Fetch it anew from the office.
    XML 格式有误。 | 文件不完整或经手工修改。 | 从来源重新获取。
    > <a><b></a>
    xml-entity
    XML declares or uses entities, or names an outside file. | Bombs and leaks are made so; no register needs it. | Do not trust the file; write characters themselves.
    XML 声明或使用实体，或引用外部文件。 | 炸弹和泄密由此产生，登记文件不需要。 | 请勿信任该文件；字符直接写出。
    > <!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>
    xml-too-deep
    XML nests deeper than 256 levels. | The file is broken, or made to exhaust the reader. | Fetch it anew from the office.
    XML 嵌套超过 256 层。 | 文件损坏，或意在耗尽资源。 | 从来源重新获取。
    > <a> ten thousand times
    unknown-sheet
    A spreadsheet has no sheet of this name or number. | It is misspelt. | Take one of those that are shown.
    电子表格没有此名称或序号的工作表。 | 写法有误。 | 使用列出的名称。
    > --sheet 2024, where the sheets are 2025 and 说明
    no-sheets
    --sheet was given for a file that has no sheets. | The file is CSV, XML or JSON lines. | Leave --sheet out.
    对没有工作表的文件使用了 --sheet。 | 文件是 CSV、XML 或 JSON 行。 | 去掉 --sheet。
    > brandledger import enterprise 名单.csv --sheet 1
    malformed-sheet
    A sheet breaks the rules of its format. | Rows or cells are out of order, or a text is missing. | Open it in an office program and save it again.
    工作表不符合格式。 | 行或单元格次序有误，或缺少文字。 | 用办公软件打开并另存。
    > a row 2 behind a row 5
    bad-cell
    A cell holds an error, a formula without its value, a day that never was, or a number that lost digits. | A formula failed, a program wrote it without its value, or an identifier of 18 digits was typed as a number. | Correct the cell, or open the file in an office program and save it again; format identifiers as text.
    单元格是错误值、没有计算结果的公式、不存在的日期，或丢失了位数的数字。 | 公式出错、程序写出公式时未存结果，或 18 位编号按数字录入。 | 更正单元格，或用办公软件打开并另存；编号列设为文本。
    > 9.1320681123456E+17 in a column of credit codes
    month-number
    A number of a spreadsheet stands where a date is wanted, and looks like a month. | 2025.10 was typed as a number, of which 2025.1 is left. | Format the column as text and enter the month again.
    日期列中的数字形似年月。 | 2025.10 按数字录入后只剩 2025.1。 | 将该列设为文本格式后重新填写月份。
    > the number 2025.1 in a column of dates
    merged-cell
    A sum stands in a cell that is merged with those of rows above. | One sum for several rows was entered once; in each of them it would count in full. | Part the cell, and give each row its own sum.
    金额写在跨行的合并单元格中。 | 多行共用一个金额，逐行计入会重复。 | 取消合并，逐行填写各自的金额。
    > 900 in one cell for three vouchers
    malformed-row
    A line of JSON lines is not one object, or has a key twice. | It was cut or edited by hand. | Correct the line.
    JSON 行不是一个对象，或键重复。 | 被截断或手工修改。 | 更正该行。
    > {"a":1,}
    odd-record
    A register's record was read otherwise than it stands. | A state or class is not known here, or there are several owners. | Compare with the register.
    登记记录的读法与原文不同。 | 状态或类别未知，或有多个权利人。 | 与登记簿核对。
    > class 200 of a mark of 1940
    similar-enterprise
    An enterprise that was just added is very like another one. | The same one may be in the ledger already. | Compare; if they are one, merge them.
    新添加的企业与已有企业非常相近。 | 可能已经登记。 | 核对；如为同一主体则合并。
    > brandledger add enterprise name=启东示例水产有限责任公司 type=company
    similar-mark
    A mark that was just added looks or sounds like another one. | It may be confused with it, or is entered twice. | Compare both and their goods.
    新添加的商标与已有商标形、音相近。 | 可能混淆或重复登记。 | 比对商标及其商品。
    > 田汾, where 天汾 is registered
    not-compared
    Records of this kind are not compared with each other. | Only names of enterprises, marks and brands are. | Name one of those kinds.
    该种类的记录不作近似比对。 | 只比对企业、商标和品牌。 | 指定其中一种。
    > $ brandledger similar case
    not-merged
    Records of this kind are steps of a process and are not merged. | Each has its own people and dates. | End the one that is too much by its own commands.
    该种类属于办理过程，不能合并。 | 各有经办人和日期。 | 用相应命令结束多余的一条。
    > $ brandledger merge case a b --reason 重复
    same-record
    Both names are of one record. | One is its former name, or its id before a merging. | Name two records.
    两个名称是同一条记录。 | 其一是曾用名或合并前的编号。 | 指定两条不同的记录。
    > brandledger merge enterprise 甲公司 甲公司 --reason 重复
    """#
}
