extension Explanation {
  /// What may be wrong with a command line, and with the files that it names.
  static let commandLine = #"""
    unknown-command
    No command has this name. | It is misspelt, or belongs to another group. | Take the nearest name that is shown, or see 'brandledger --help'.
    没有这个命令。 | 拼写有误，或属于另一组命令。 | 使用提示的相近名称，或查看 brandledger --help。
    > $ brandledger lst
    unknown-option
    The command has no option of this name. | It is misspelt, or belongs to another command. | See the command's --help.
    该命令没有这个选项。 | 拼写有误，或属于其他命令。 | 查看该命令的 --help。
    > $ brandledger log --yaer 2025
    misplaced-option
    The option stands before the command that it belongs to. | Options of a command are typed behind its name. | Move it behind the command.
    选项写在所属命令之前。 | 命令的选项须写在命令名之后。 | 请移到命令之后。
    > $ brandledger --strict check
    unexpected-value
    A flag was given a value. | Flags are on when they are typed and take no value. | Leave the value out.
    开关选项带了值。 | 开关写上即生效，不带值。 | 去掉值。
    > $ brandledger check --strict=yes
    missing-value
    An option stands without its value. | The value was forgotten, or the next word begins with a dash. | Give the value; one that begins with a dash is written --option=-1.
    选项缺少值。 | 忘记写值，或下一个词以短横线开头。 | 请补上值；以短横线开头的值写作 --option=-1。
    > $ brandledger award compute --year
    invalid-value
    A value of an option or argument cannot be read. | It has another form than the one expected. | Type it in the form that the message names.
    选项或参数的值无法识别。 | 格式与要求不符。 | 按提示的格式填写。
    > $ brandledger award compute --year next
    invalid-choice
    The value is not one of those that the option knows. | It is misspelt, or not offered. | Take one of the values that are listed.
    值不在可选范围内。 | 拼写有误或不受支持。 | 从列出的值中选择。
    > $ brandledger log -O pdf
    repeated-option
    An option that holds one value was given twice. | A line was pasted together. | Keep one of the two.
    只能出现一次的选项出现了两次。 | 命令行拼接所致。 | 只保留一个。
    > $ brandledger progress --year 2024 --year 2025
    missing-argument
    Something that the command needs was not given; in a policy, an argument of an operation. | A word was left out. | Add it in the place that the usage line shows; 'brandledger policy help OPERATION' tells the arguments.
    缺少命令所需的参数；政策中为操作的参数。 | 漏写。 | 按用法行补上；brandledger policy help 操作 说明各参数。
    > $ brandledger show
    missing-option
    An option without which the command cannot work was not given. | It was left out. | Add it; the message says what it means.
    缺少必需的选项。 | 漏写。 | 请补上；提示中有说明。
    > $ brandledger remove brand x
    unexpected-argument
    There are more words than the command takes. | A value with blanks was typed without quotes. | Put quotes around it, or leave the word out.
    多出了参数。 | 含空格的值未加引号。 | 加引号，或去掉多余的词。
    > $ brandledger undo 3 4
    conflicting-options
    Two options were given that exclude each other. | Each asks for another answer. | Keep one.
    同时使用了互斥的选项。 | 两者要求不同的结果。 | 只保留一个。
    > $ brandledger check --list --strict
    needed-option
    An option was given without the one that it needs. | The two belong together. | Add the other, or leave this one out.
    缺少配套选项。 | 两者须同时使用。 | 补上另一个，或去掉这个。
    > brandledger COMMAND --one, where --one needs --other
    no-such-output
    The answer is not one table, so it cannot be CSV. | A report holds several parts. | Use -O table, json, md or html.
    结果不是单一表格，不能输出为 CSV。 | 报告含多个部分。 | 请用 -O table、json、md 或 html。
    > $ brandledger show 汇龙镇 -O csv
    unknown-unit
    No target of the year that brings points is answered for by this town or department. | It is misspelt, or its targets have no points. | Take one of the names that are shown, or give its targets points.
    该镇区或部门在该年没有计分的目标。 | 名称有误，或其目标没有分值。 | 采用列出的名称，或先设定分值。
    > $ brandledger progress --of 没有的镇
    cannot-read
    A file that was named cannot be read. | It is missing, a folder, or not readable for you. | Correct the path, or the file's permissions.
    指定的文件无法读取。 | 文件不存在、是目录或没有权限。 | 更正路径或文件权限。
    > $ brandledger check --json-lines nowhere.jsonl
    cannot-write
    The answer cannot be written; a file that stood there is untouched. | The folder is missing or closed, or the disk is full. | Name another place, or make room. Exit code 6.
    结果无法写入；原文件未改动。 | 目录不存在、无权限或磁盘已满。 | 换一个位置或清理磁盘。退出码 6。
    > $ brandledger kinds -o nowhere/kinds.md
    file-of-ledger
    An answer was to be written over a file of a ledger; nothing was. | A file with -o, or an export, was named within the ledger's directory. | Name another place; records are written with 'add', 'set' and 'import'. Exit code 6.
    结果将覆盖账本的文件，已拒绝。 | -o 或导出的文件位于账本目录内。 | 另选位置；记录请用 add、set、import 写入。退出码 6。
    > $ brandledger list town -o ledger/towns.jsonl
    file-named-twice
    A file to be written is one that the command reads, or is named by two options; nothing was done. | --skip-bad or -o names the table that is imported, perhaps by another path. | Name another file to write to.
    要写入的文件正是该命令读取的文件，或被两个选项同时指定；未作任何操作。 | --skip-bad 或 -o 指向了正在导入的表格（可能路径写法不同）。 | 另选要写入的文件。
    > brandledger import enterprise office.csv --skip-bad office.csv
    past-is-closed
    --as-of looks at the past, where nothing can be written. | A command that writes was given --as-of. | Leave --as-of out.
    --as-of 只用于查看过去，不能写入。 | 写入命令带了 --as-of。 | 去掉 --as-of。
    > $ brandledger add brand name=甲 --as-of 1
    unknown-name
    No error or check has this name. | It is misspelt. | 'brandledger explain' lists all.
    没有此名称的错误或检查项。 | 拼写有误。 | 用 brandledger explain 列出全部。
    > $ brandledger explain json-comma
    internal-error
    The program met something that it should have told otherwise. | A fault of the program. | Nothing was written; report it with the command line. Exit code 70.
    程序内部错误。 | 程序缺陷。 | 未写入任何内容；请连同命令行一并报告。退出码 70。
    > error[internal-error]: this should not happen
    """#
}
