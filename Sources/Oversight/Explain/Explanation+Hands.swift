extension Explanation {
  /// What editors and git do to the files of a ledger.
  static let hands = #"""
    file-shortened
    A file became shorter while it was read. | Another program wrote over it in place, as cp does, or the disk failed. | Run the command again; replace files by renaming ('mv'), which disturbs no reader.
    文件在读取过程中变短。 | 其他程序就地覆盖了它（如 cp），或磁盘出错。 | 重新运行；替换文件请用 mv 改名，不影响正在读取的程序。
    > cp old.jsonl brands.jsonl while 'brandledger list' runs
    altered-commit
    A commit line is not what was written: its own hash does not fit. | It was edited, or the disk altered a byte. | Bring commits.jsonl back from a copy or from git.
    提交行与写入时不同：自身哈希不符。 | 被编辑，或磁盘出错。 | 从备份或 git 恢复 commits.jsonl。
    > clerk-1 changed to clerk-2 in commits.jsonl
    line-ends
    A file was saved with other line ends than it was written with. | An editor wrote CR LF, a byte order mark, or no last line end. | 'brandledger recover' puts them right; no record differs.
    文件保存时换行被改动。 | 编辑器写入了 CR LF、BOM 或缺少最后的换行。 | brandledger recover 会复原；记录没有差异。
    > brands.jsonl saved on Windows
    file-put-right
    Line ends were put right. | See line-ends. | The file as it was is under recovered/.
    换行已复原。 | 见 line-ends。 | 原文件在 recovered/ 下。
    > brandledger recover
    merge-marker
    Git left this line where two branches changed the same place. | A merge was not finished. | Take the marker lines out, keep the records of both sides, then run 'brandledger adopt'.
    该行是 git 的冲突标记。 | 合并尚未完成。 | 删除标记行，保留双方记录，再运行 brandledger adopt。
    > <<<<<<< HEAD
    commit-joined
    What another branch committed becomes part of the new commit. | Two branches that both wrote were merged. | See who committed what; the lines as they were are under recovered/.
    另一分支提交的内容并入新的提交。 | 合并了两个都有写入的分支。 | 可查看是谁提交了什么；原提交行在 recovered/ 下。
    > brandledger adopt
    commit-incomplete
    A file does not hold what a merged commit appended to it. | The file was not added to git, or git joined lines that both sides wrote. | Bring the file of the other branch; 'adopt --rewrite' goes on without it.
    文件中没有被合并的提交所写入的内容。 | 文件未加入 git，或 git 合并了双方相同的行。 | 取回另一分支的文件；adopt --rewrite 可在没有它时继续。
    > a new brands.jsonl that was not added to git
    not-adopted
    Lines that hands added hold errors, so that nothing was committed. | A line was typed or pasted into a data file. | Correct or take out the lines that are named, and run 'brandledger adopt' again. What other branches committed is joined and told, not refused.
    手工添加的行有错，未提交任何内容。 | 直接在数据文件中键入或粘贴。 | 更正或删去所列各行，再运行 brandledger adopt。其他分支已提交的内容照常并入并提示，不会被拒绝。
    > a second award of a title, pasted into recognitions.jsonl
    changed-twice
    A record stands twice among the lines to adopt, or both branches changed it. | Two people changed the same record. | The later line counts; see both with 'history', mend with 'set'.
    待提交的行中同一记录出现两次，或双方都改动过。 | 两人改动了同一记录。 | 以较后的行为准；用 history 查看，用 set 更正。
    > the same enterprise set on two branches
    unknown-file
    Lines were added to a file that this program does not know. | A newer program wrote it. | Use the newer program.
    本程序不认识的文件中有新行。 | 由更新版本的程序写入。 | 使用新版本。
    > a line added to future-kind.jsonl
    """#
}
