extension Explanation {
  /// What may be wrong with papers that are kept with records.
  static let attachments = #"""
    attachment-path
    The path of a paper goes up with '..'. | A path from elsewhere was passed on. | Give the file's own path, or go to its folder.
    材料路径含 ..。 | 使用了外来路径。 | 请给出文件自身路径，或进入其所在目录。
    > $ brandledger attach 汇龙镇 ../paper.pdf
    attachment-link
    A paper is no plain file. | It is a link, a folder, a pipe or a device. | Give the file itself.
    材料不是普通文件。 | 是链接、目录、管道或设备。 | 请给出文件本身。
    > attach case-1 link.pdf, where link.pdf points elsewhere
    attachment-type
    Files of this type are not taken, or the content is not what the ending says. | Programs and pages may harm who opens them. | Give a pdf, ofd, jpg, png, tif, txt, csv, xlsx or docx.
    不接受此类型，或内容与扩展名不符。 | 程序和网页可能危害打开者。 | 请提供 pdf、ofd、jpg、png、tif、txt、csv、xlsx 或 docx。
    > $ brandledger attach 汇龙镇 ledger/towns.jsonl
    attachment-size
    A paper is empty or has more than 50 MB. | A scan has too many dots. | Scan it with fewer, or in parts.
    材料为空或超过 50 MB。 | 扫描精度过高。 | 降低精度或拆分。
    > attach case-1 scan.pdf of 60 MB
    attachment-missing
    A paper is not in the ledger's directory. | The folder attachments/ was not copied with the ledger. | Bring it back from a copy.
    账本目录中没有该附件。 | 复制账本时遗漏 attachments/。 | 从备份恢复。
    > attachments/ taken away
    attachment-altered
    The bytes of a paper have another hash than when it was attached. | The file was changed. | Bring it back from a copy.
    附件内容与当初哈希不符。 | 文件被改动。 | 从备份恢复。
    > a byte changed under attachments/
    attachment-name
    The hash or the type of an attachment is not one, so no file is opened for it. | The record was written by hand. | Attach the paper again.
    附件记录的哈希或类型无效，不会打开任何文件。 | 手工写入。 | 重新附加。
    > attachments.jsonl: {"id":"att1","sha256":"../../etc/passwd"}
    attachment-stray
    A file in attachments/ is no paper that was attached. | A command was broken off before its commit, or a hand put it there. | It may be taken away.
    attachments/ 中的文件不是附加的材料。 | 命令在提交前中断，或手工放入。 | 可以移走。
    > attachments/notes.txt
    """#
}
