extension Explanation {
  /// What may be wrong with foreign tables and the rules that map them.
  static let tables = #"""
    invalid-encoding
    The bytes are not text in the encoding that was named or found. | The file is in another encoding, or damaged. | Save it as UTF-8, or name its encoding with --encoding.
    字节不是指定或识别出的编码。 | 编码有误或文件损坏。 | 另存为 UTF-8，或用 --encoding 指定。
    > a GB18030 file read as UTF-8
    unknown-encoding
    The encoding of the file cannot be told. | It is none of UTF-8, GB18030 and UTF-16, or no text. | Save it as UTF-8.
    无法识别文件编码。 | 不是 UTF-8、GB18030、UTF-16，或不是文本。 | 另存为 UTF-8。
    > a picture given as a table
    missing-converter
    This machine cannot convert the encoding. | The gconv modules of glibc are missing. | Save the table as UTF-8.
    本机无法转换该编码。 | 缺少 glibc 的 gconv 模块。 | 将表格另存为 UTF-8。
    > a GB18030 table in a bare container
    zero-character
    The text holds a zero character. | It is no text, or UTF-16 read as something else. | Save it as UTF-8.
    文本含零字符。 | 不是文本，或为 UTF-16。 | 另存为 UTF-8。
    > name,\0
    unclosed-quote
    A quoted cell never ends; everything behind it would be part of it. | A closing quote is missing. | Add it; a quote within a cell is written twice.
    引号未闭合。 | 缺少结束引号。 | 补上；单元格内的引号写两次。
    > name\n"甲公司
    stray-quote
    A cell that is not quoted holds a quote. | The quotes around the cell are missing. | Put the cell in quotes and double the one inside.
    未加引号的单元格中有引号。 | 缺少外层引号。 | 给单元格加引号，内部引号写两次。
    > 甲"公司
    text-after-quote
    A quoted cell goes on behind its closing quote. | A quote within the cell was not doubled. | Write it twice.
    结束引号之后还有内容。 | 单元格内引号未写两次。 | 写两次。
    > "甲"公司
    too-few-cells
    A row has fewer cells than the header. | A separator is missing, or the row was cut. | Add the empty cells; the row was left out.
    该行单元格少于表头。 | 缺少分隔符或被截断。 | 补上空单元格；该行未导入。
    > name,town\n甲公司
    too-many-cells
    A row has more cells than the header. | A comma within a cell is not quoted. | Put that cell in quotes; the row was left out.
    该行单元格多于表头。 | 单元格内逗号未加引号。 | 给该单元格加引号；该行未导入。
    > name,town\n甲,乙,丙
    missing-header
    The table has no header. | The file is empty, or --header-line points behind its end. | Name the line with the columns' names.
    表格没有表头。 | 文件为空，或 --header-line 超出范围。 | 指定列名所在行。
    > an empty file
    malformed-rule
    A mapping rule cannot be read. | Neither 'column = field' nor 'field := text' stands there. | See the examples of 'brandledger import --help'.
    映射规则无法识别。 | 不是“列 = 字段”或“字段 := 文本”。 | 参见 brandledger import --help 的示例。
    > --map '企业名称'
    repeated-rule
    Two mapping rules speak of the same thing. | A rule was copied. | Keep one.
    两条映射规则重复。 | 复制所致。 | 只保留一条。
    > two rules for one column
    unknown-column
    A mapping rule names a column that the file does not have. | The header is spelt otherwise. | Take the nearest name that is shown.
    规则所指的列不存在。 | 表头写法不同。 | 使用相近的列名。
    > --map '企业名=name', where the header says 企业名称
    unnamed-column
    A row has something in a column that the header does not name; it was left out. | The header lacks a cell or has two lines, or the row has one too many. | Name the column in the header, or say what it is with --map 'column 3=field'.
    该行在没有表头的列中有内容，未导入。 | 表头缺少名称或占两行，或该行多出一格。 | 在表头为该列命名，或用 --map '第3列=字段' 指明。
    > 名称,,备注 above 甲公司,吕四港镇,
    unit-misfit
    The header of a column names a unit in which its field is not kept. | The column is in another currency, or counts in thousands what is kept one by one. | Convert the numbers and name their unit, or leave the column out with --map column=-.
    表头所写的单位与字段不符。 | 该列为其他货币，或以万为单位计数。 | 换算数值并写明单位，或用 --map 列=- 忽略。
    > 出口额(万美元), where exports are kept in yuan
    unit-contradiction
    The header of a column names another unit than a line above the header names for the table; the column's holds. | The table is in ten thousands but for some columns, or one of both is wrong. | Where the line holds, take the unit out of the header of the column.
    列表头的单位与表头上方写明的全表单位不同，按列表头读入。 | 个别列另有单位，或其中一处有误。 | 如应以全表单位为准，去掉该列表头中的单位。
    > 单位：万元 above 销售收入（亿元）
    fen-or-yuan
    A number without a unit is given under a name such as amountFen. | Records keep whole fen under it, people type yuan; one of both is a hundred times the other. | Write the unit, 500元 or 50000分, or use the name amount, which is in yuan.
    以 amountFen 之类的名称给出的数值没有写明单位。 | 账本以分保存，人工填写以元为单位，两者相差一百倍。 | 写明单位，如 500元 或 50000分；或用 amount（金额），以元为单位。
    > amountFen=500
    row-twice
    A row with an amount is the same as one before it. | Two payments of one day are listed without their vouchers, or one is listed twice. | Give the vouchers or a note that tells them apart, or take the row out.
    含金额的一行与前面一行完全相同。 | 同日两笔支出未写凭证号，或同一笔列了两次。 | 补充凭证号或备注以示区分，或删去该行。
    > 甲公司,2025-03-03,filing,300 on two lines
    header-twice
    A row below the header names the columns again. | The table was printed or put together page by page. | Take the row out, or leave it aside with --skip-bad FILE.
    表中有一行与表头相同。 | 分页打印或拼接而成。 | 删去该行，或用 --skip-bad 文件 跳过。
    > 企业名称,行业 on the first and the thirtieth line
    closing-row
    A row stands where an enterprise is to be named with a total or a signature. | The last rows of a list, such as 合计：12家 or 审核人：李四, are none of its own. | Take them out of the table, or leave them aside with --skip-bad.
    应填企业名称处为合计或签名。 | 表尾的“合计：12家”“审核人：李四”等行不是企业。 | 从表中删去，或用 --skip-bad 跳过。
    > 合计：12家
    unused-column
    A column of the table fills no field, though its name is near to one; it was left out. | The header is misspelt, or means something else. | Name its field with --map column=field, or leave it out with --map column=-.
    表中一列不对应任何字段，但名称与某字段相近，未导入。 | 表头误写，或另有所指。 | 用 --map 列=字段 指定字段，或用 --map 列=- 忽略。
    > 城镇, where the field is called 乡镇
    no-known-column
    No column of the table fills a field of the kind. | The header stands on another line, or has other names, or the kind is another one. | Name the line with --header-line, or the fields with --map.
    表中没有一列对应该种类的字段。 | 表头在别的行、名称不同，或种类有误。 | 用 --header-line 指定表头行，或用 --map 指定字段。
    > a table of enterprises whose columns are a, b and c
    ambiguous-field
    A name fits several fields. | It is a label that two fields share. | Name the field itself.
    名称对应多个字段。 | 标签重名。 | 直接写字段名。
    > a column called 日期
    ambiguous-column
    Several columns have this name. | The header repeats it. | Name one by its place, as 'column 3', or give them different names.
    多列同名。 | 表头重复。 | 按位置写，如“第3列”，或改用不同列名。
    > 名称,名称
    field-matched-twice
    Two columns would fill one field. | Both fit by their names. | Leave one out with 'column = -', or join them.
    两列对应同一字段。 | 名称均匹配。 | 用“列 = -”去掉一个，或合并。
    > 企业名称,单位名称
    """#
}
