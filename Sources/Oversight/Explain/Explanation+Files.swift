extension Explanation {
  /// What may be wrong with the files of a ledger.
  static let files = #"""
    no-ledger
    There is no ledger in the directory. | Another directory is meant, or none was started. | 'brandledger init DIR' starts one; --ledger DIR or BRANDLEDGER_DIR names one.
    目录中没有账本。 | 目录有误，或尚未新建。 | 用 brandledger init 目录 新建；用 --ledger 或 BRANDLEDGER_DIR 指定。
    > $ brandledger log --ledger nowhere
    ledger-exists
    A ledger is there already. | 'init' was run twice. | Use it, or name another directory.
    该处已有账本。 | 重复运行 init。 | 直接使用，或另选目录。
    > $ brandledger init ledger
    file-exists
    A data file is there, but no commits.jsonl. | 'init' was interrupted, or files were copied without it. | Bring commits.jsonl back, or start in an empty directory.
    存在数据文件但没有 commits.jsonl。 | init 中断，或复制时遗漏。 | 恢复 commits.jsonl，或在空目录新建。
    > brands.jsonl alone in a directory
    file-too-short
    A data file has fewer bytes than were committed. | It was cut, or an older copy was put in its place. | Bring it back from a copy or from git; nothing was changed. Exit code 4.
    数据文件比已提交的内容短。 | 被截断，或换成了旧文件。 | 从备份或 git 恢复；本程序未作改动。退出码 4。
    > a data file cut by one byte
    altered-bytes
    Bytes that were committed are no longer those that were. | A line was changed by hand; later lines replace earlier ones instead. | Bring the file back and write changes with 'set', or take the file as it is with 'adopt --rewrite'. Exit code 4 when writing, 1 from 'check', which names the first place of each edit.
    已提交的字节被改动。 | 手工修改了旧行；应以新行代替旧行。 | 恢复文件并用 set 修改，或用 adopt --rewrite 按现状接受。写入时退出码 4；check 为 1，并指出每处改动的起点。
    > a name changed in brands.jsonl with an editor
    clock-behind
    The clock is behind the last commit, so the new one bears that commit's moment. | The machine's clock is wrong, or SOURCE_DATE_EPOCH is set. | Set the clock. Nothing else is to be done: the log stays in the order of time.
    时钟早于最后一次提交，新提交沿用后者的时刻。 | 本机时钟有误，或设置了 SOURCE_DATE_EPOCH。 | 校准时钟即可；日志仍按时间先后。
    > a commit on a machine whose clock was set to 2015
    clock-ran-back
    A commit bears an earlier moment than the one before it. | It was written with a wrong clock, by another program. | Look back across it with the number of a commit: --as-of '#12'.
    提交的时刻早于前一提交。 | 由其他程序在时钟有误时写入。 | 用提交号查看其前后状态：--as-of '#12'。
    > a commit of 2015 behind one of 2025
    broken-chain
    A commit does not carry the hash of the line before it. | A line of commits.jsonl was changed, taken out or moved. | Bring commits.jsonl back from a copy.
    某次提交的前序哈希不符。 | commits.jsonl 被改动、删行或调序。 | 从备份恢复 commits.jsonl。
    > a line taken out of commits.jsonl
    broken-sizes
    A commit does not begin where the one before ended. | commits.jsonl was put together from two ledgers. | Bring it back from a copy.
    某次提交的起点与上一次的终点不一致。 | commits.jsonl 由两个账本拼接。 | 从备份恢复。
    > commits.jsonl merged by hand
    bad-commit
    A line of commits.jsonl is no commit. | It was written by hand, or damaged. | Bring commits.jsonl back from a copy; the data files were not touched.
    commits.jsonl 中有一行不是提交。 | 手工写入或损坏。 | 从备份恢复；数据文件未被改动。
    > commits.jsonl: {"commit":"two"}
    newer-format
    The ledger was written by a newer program. | Its format is not known here. | Use the newer program; nothing was read or changed.
    账本由更新版本的程序写入。 | 格式未知。 | 使用新版本；未读取也未改动。
    > commits.jsonl: {"format":99,…}
    commits-moved
    A commit line does not stand where it was written. | A line before it was put in or taken out, or two histories were merged. | After a merge run 'brandledger adopt'; else bring commits.jsonl back from a copy or from git.
    某次提交不在其写入时的位置。 | 之前被插入或删除了行，或合并了两段历史。 | 合并之后请运行 brandledger adopt；否则从备份或 git 恢复 commits.jsonl。
    > two branches of a ledger merged by git
    file-changed
    A file changed while it was being written. | Another program, an editor or git, wrote it at the same time. | Nothing was committed; close the other program and run the command again.
    文件在写入过程中被改动。 | 编辑器、git 等程序同时写入。 | 未提交任何内容；关闭其他程序后重试。
    > an editor's save during an import
    file-edited
    The committed part of a file does not end with a line. | The file was edited. | See 'brandledger recover --show'.
    已提交部分未以换行结尾。 | 文件被编辑。 | 用 brandledger recover --show 查看。
    > a character typed into the middle of brands.jsonl
    uncommitted-bytes
    Bytes stand behind the last commit and are not looked at. | A command was interrupted, or the file was edited. | The next command that writes moves them to recovered/.
    最后一次提交之后还有字节，未被读取。 | 命令中断，或手工编辑。 | 下一个写入命令会将其移入 recovered/。
    > half a line behind the last commit
    bytes-recovered
    Bytes that no commit holds were moved, byte for byte. | See uncommitted-bytes. | Look at the file under recovered/; import what is wanted.
    未提交的字节已原样移出。 | 见 uncommitted-bytes。 | 查看 recovered/ 下的文件，需要的内容可重新导入。
    > warning[bytes-recovered]
    ledger-busy
    Another process is writing. | Two commands write at once. | Try again when it has ended. Exit code 5.
    另一个进程正在写入。 | 两个命令同时写入。 | 待其结束后重试。退出码 5。
    > two imports at once
    before-first-commit
    The ledger did not exist yet at the moment asked for. | --as-of lies before 'init'. | Ask for a later moment.
    该时刻账本尚不存在。 | --as-of 早于 init。 | 选择更晚的时刻。
    > $ brandledger log --as-of 1999-01-01
    no-such-commit
    There is no commit of this number. | It is larger than the last. | See 'brandledger log'.
    没有该编号的提交。 | 编号大于最后一次提交。 | 查看 brandledger log。
    > $ brandledger list brand --as-of 999
    cannot-undo
    This commit cannot be undone. | The first commit is the reference records, and others do not exist. | Give the number of a later commit.
    该次提交不能撤销。 | 第一次提交是参考数据，或编号不存在。 | 给出之后的提交号。
    > $ brandledger undo 99
    undo-of-another
    The last commit is somebody else's. | Another clerk, or you under another name, wrote after you. | Name the commit that is to be taken back; 'brandledger log' tells whose each is.
    最后一次提交由他人作出。 | 在您之后有他人（或以其他姓名）写入。 | 请指定要撤销的提交号；brandledger log 列出各提交的操作人。
    > $ brandledger undo --user 他人
    changed-since
    A record of the commit was changed again later. | Undoing would take away the later change too. | Undo the later commit first, or use 'set'.
    该提交的记录此后又有修改。 | 撤销会连带取消后来的修改。 | 先撤销后来的提交，或使用 set。
    > undo of a commit whose record was set again
    disk-read
    A file of the ledger cannot be read. | It is missing, no plain file, or closed to you. | See whether it is there and readable. Exit code 6.
    账本文件无法读取。 | 文件缺失、不是普通文件或无权限。 | 确认文件存在且可读。退出码 6。
    > a folder called brands.jsonl
    disk-append
    Bytes could not be appended. | The disk is full, failed or read-only. | Nothing was committed; mend the disk and run the command again. Exit code 6.
    无法追加写入。 | 磁盘已满、故障或只读。 | 未提交任何内容；排除故障后重新运行。退出码 6。
    > add on a full disk
    disk-truncate
    A file could not be cut. | The disk failed. | Nothing was committed; mend the disk and run the command again. Exit code 6.
    文件无法截断。 | 磁盘故障。 | 未提交任何内容；排除故障后重新运行。退出码 6。
    > recovery on a failing disk
    disk-rename
    A file could not be given its name. | The disk failed, or the folder is closed. | Nothing was committed; mend the disk and run the command again. Exit code 6.
    文件无法更名。 | 磁盘故障或目录无权限。 | 未提交任何内容；排除故障后重新运行。退出码 6。
    > attach on a failing disk
    disk-synchronize
    The disk did not confirm the bytes. | The disk failed; it is never asked twice, since it may then lie. | Mend the disk, then look at 'log' before you run the command again. Exit code 6.
    磁盘未确认写入。 | 磁盘故障；不会重试，以免误报成功。 | 排除故障，先用 log 查看再决定是否重新运行。退出码 6。
    > fsync failed
    disk-create-folder
    A folder could not be made. | The place is missing, closed or read-only. | Name another place, or open it. Exit code 6.
    无法创建目录。 | 位置不存在、无权限或只读。 | 换一个位置或修改权限。退出码 6。
    > init in a read-only place
    disk-list
    A folder cannot be listed. | It is closed to you. | Open it for reading. Exit code 6.
    目录无法列出。 | 没有权限。 | 开放读取权限。退出码 6。
    > a closed recovered/ folder
    disk-lock
    The lock cannot be taken. | The directory is read-only, or on a disk without locks. | Write where locks work. Exit code 6.
    无法取得锁。 | 目录只读，或磁盘不支持锁。 | 换到支持锁的位置。退出码 6。
    > add in a read-only ledger
    """#
}
