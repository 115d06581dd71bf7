extension Explanation {
  /// What may be wrong with a line of JSON; the meaning is told by the error itself.
  static let json = #"""
    json-unexpected-end
    The line was cut: a crash, a full disk, or an editor's lost end. | Compare with a copy; a torn line behind the last commit is moved to recovered/ by the next command that writes.
    行被截断：崩溃、磁盘已满或编辑时丢失结尾。 | 与备份核对；最后一次提交之后的残行会由下一个写入命令移入 recovered/。
    > {"id":"a","name":"甲
    json-unexpected-byte
    A comma, colon, quote or bracket is missing or stands twice, or full-width punctuation was typed. | Correct the character above the caret.
    缺少或多出逗号、冒号、引号、括号，或使用了全角标点。 | 更正光标所指的字符。
    > {"a":1，"b":2}
    json-trailing-comma
    JSON for JavaScript allows it, RFC 8259 does not. | Remove the comma.
    JavaScript 允许，RFC 8259 不允许。 | 删除该逗号。
    > {"a":1,}
    json-trailing-text
    Two objects stand on one line, or a comment behind the value. | Keep one object a line, and no comments.
    一行有两个对象，或值后有注释。 | 每行一个对象，不写注释。
    > {"a":1} {"b":2}
    json-bad-literal
    A text lacks its quotes, or True, None, NaN were written by another language. | Put quotes around texts; write true, false, null.
    文字缺少引号，或写成了其他语言的 True、None、NaN。 | 文字加双引号；布尔值写 true、false，空值写 null。
    > {"a":True}
    json-bad-number
    A leading zero, plus sign, or point without digits; codes with leading zeros are texts. | Write the number plainly, or put the code in quotes.
    前导零、正号或孤立小数点；带前导零的代码应为文字。 | 按普通数字书写，或将代码加引号。
    > {"a":007}
    json-control-character
    A tab or line end was pasted into a text. | Write \t or \n, or take it out.
    文字中粘贴了制表符或换行。 | 写成 \t 或 \n，或删除。
    > {"a":"one	two"}
    json-bad-escape
    A path of another system was pasted, or an escape of another language. | Double the backslash; the escapes are \" \\ \/ \b \f \n \r \t \uXXXX.
    粘贴了其他系统的路径或其他语言的转义。 | 反斜杠写两次；可用转义为 \" \\ \/ \b \f \n \r \t \uXXXX。
    > {"a":"C:\data"}
    json-lone-surrogate
    An emoji was cut in half by a program that counts in UTF-16. | Write the whole character.
    表情符号被按 UTF-16 计数的程序截成两半。 | 写出完整字符。
    > {"a":"\ud83e"}
    json-invalid-utf8
    The file is in GB18030 or another encoding, or its bytes are damaged. | Save it as UTF-8; 'import' converts tables by itself.
    文件是 GB18030 等其他编码，或字节损坏。 | 另存为 UTF-8；import 命令会自动转换表格编码。
    > a line in GBK
    json-duplicate-key
    Readers differ on which of the two counts, so neither is guessed; keys are compared by bytes, escapes resolved. | Keep the right one.
    各程序取值不一，本程序不作猜测；键按字节比较，转义先还原。 | 保留正确的一个。
    > {"a":1,"\u0061":2}
    json-too-deep
    More than 256 brackets within each other are no record but an attack or a fault. | Correct the program that wrote the line.
    括号嵌套超过 256 层，不是正常记录。 | 检查生成该行的程序。
    > [[[[…]]]]
    json-byte-order-mark
    An editor on Windows wrote three bytes before the text. | Save as "UTF-8 without BOM".
    Windows 编辑器在文件开头写入了三个字节。 | 另存为“UTF-8 无 BOM”。
    > a file that begins with EF BB BF
    json-empty-line
    A line end was typed twice. | Remove the empty line.
    多输入了一个换行。 | 删除空行。
    > (an empty line)
    json-not-an-object
    A line of a data file is a list, a text or a number. | Write one object in braces a line.
    数据文件的一行是数组、文字或数字。 | 每行写一个花括号对象。
    > brands.jsonl: ["a","b"]
    json-not-an-integer
    A number has a fraction or more digits than 64 bits hold. | Write a whole number; money is in fen.
    数字带小数，或超出 64 位。 | 请写整数；金额以分为单位。
    > {"commit":1.5}
    record-missing-id
    A record has no id. | The line was written by hand, or the id is empty. | Give it an id, or add it with 'add' or 'import', which make one.
    记录没有编号。 | 手工写入，或编号为空。 | 补上 id，或用 add、import 添加并自动生成。
    > brands.jsonl: {"name":"甲牌"}
    record-bad-removal
    'removed' holds the reason for which a record ends, as a text. | It holds another value. | Write the reason, or use 'remove'.
    removed 须为写明终止理由的文字。 | 填了其他值。 | 写明理由，或使用 remove 命令。
    > brands.jsonl: {"id":"b1","removed":true}
    record-too-long
    The line is longer than a record may be, one gigabyte. | Something that is no record was appended. | Compare with a copy.
    该行超过记录的最大长度（1 GB）。 | 写入了非记录内容。 | 与备份核对。
    > brands.jsonl: a line of 2 GB
    """#
}
