# fish completion for shelf; generated, do not edit.

# Prints the command typed so far and the number of words after it.
function __shelf_place
  set -l node shelf/
  set -l operands 0
  set -l skip 0
  set -l words (commandline -opc)
  for word in $words[2..-1]
    if test $skip = 1
      set skip 0
      continue
    end
    switch "$node $word"
      case 'shelf/* -c' 'shelf/* --catalog' 'shelf/* --lang' 'shelf/add/* -y' 'shelf/add/* --year' 'shelf/add/* -t' 'shelf/add/* --tag' 'shelf/add/* --kind' 'shelf/add/* --balance' 'shelf/add/* --cover-image' 'shelf/list/* -O' 'shelf/list/* --output' 'shelf/list/* -s' 'shelf/list/* --sort' 'shelf/loan/open/* -r' 'shelf/loan/open/* --reader' 'shelf/loan/close/* --fine'
        set skip 1
      case '* -*' 'shelf/ help'
      case 'shelf/ add'
        set node shelf/add/
      case 'shelf/ list' 'shelf/ ls'
        set node shelf/list/
      case 'shelf/ show'
        set node shelf/show/
      case 'shelf/ loan'
        set node shelf/loan/
      case 'shelf/loan/ open' 'shelf/loan/ 借出'
        set node shelf/loan/open/
      case 'shelf/loan/ close' 'shelf/loan/ 归还'
        set node shelf/loan/close/
      case '*'
        set operands (math $operands + 1)
    end
  end
  echo "$node $operands"
end

# Whether the place typed so far fits the pattern.
function __shelf_at
  string match -q -- $argv[1] (__shelf_place)
end

complete -c shelf -f
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a add -d '登记一本书'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a list -d '列出图书'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a show -d '显示一本书'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a loan -d '借出与归还图书'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a help -d '显示命令的说明'
complete -c shelf -n "__shelf_at 'shelf/*'" -s h -l help -d '显示本说明'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -l version -d '显示版本'
complete -c shelf -n "__shelf_at 'shelf/*'" -s c -l catalog -x -a '(__fish_complete_directories)' -d '目录数据所在的文件夹'
complete -c shelf -n "__shelf_at 'shelf/*'" -l lang -x -a "zh\t'中文' en\t'英文'" -d '使用的语言；不写时按系统区域设置'
complete -c shelf -n "__shelf_at 'shelf/*'" -s q -l quiet -d '只报告错误'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -s y -l year -x -d '出版年份'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -s t -l tag -x -d '便于查找的标签'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -l kind -x -a "小说\t'长篇与短篇小说' 史书\t'历史著作' poetry\t'诗、词、曲'" -d '图书的类别'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -l balance -x -d '增加的册数，负数表示减少'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -l cover-image -r -F -d '封面图片；图片会复制到目录数据中，因此登记之后，原来的图片文件可以移走或删除，不影响显示'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s O -l output -x -a "table\t'对齐的表格' csv\t'供电子表格使用'" -d '列表的输出格式'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s l -l long -d '显示全部字段'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s b -l brief -d '只显示书名'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s s -l sort -x -d '按此字段排序'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s r -l reverse -d '逆序'
complete -c shelf -n "__shelf_at 'shelf/show/ 0'" -F
complete -c shelf -n "__shelf_at 'shelf/show/ 1'" -a "title\t'书名' authors\t'全部作者'"
complete -c shelf -n "__shelf_at 'shelf/loan/ 0'" -a open -d '借出图书'
complete -c shelf -n "__shelf_at 'shelf/loan/ 0'" -a close -d '收回图书'
complete -c shelf -n "__shelf_at 'shelf/loan/open/*'" -s r -l reader -x -d '借书的读者'
complete -c shelf -n "__shelf_at 'shelf/loan/close/*'" -l fine -x -d '已付的罚款'
