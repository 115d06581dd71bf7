#compdef shelf
# zsh completion for shelf; generated, do not edit.

_shelf() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -s -S -C \
    '(-c --catalog)'{-c+,--catalog=}'[目录数据所在的文件夹]:目录:_files -/' \
    '--lang=[使用的语言；不写时按系统区域设置]:语言:((zh\:中文 en\:英文))' \
    '(-q --quiet)'{-q,--quiet}'[只报告错误]' \
    '(-h --help)'{-h,--help}'[显示本说明]' \
    '--version[显示版本]' \
    '1: :->command' \
    '*:: :->rest'
  case $state in
    command)
      local -a commands=(
        'add:登记一本书'
        'list:列出图书'
        'show:显示一本书'
        'loan:借出与归还图书'
        'help:显示命令的说明'
      )
      _describe -t commands '命令' commands
      ;;
    rest)
      case $words[1] in
        add) _shelf_add ;;
        list|ls) _shelf_list ;;
        show) _shelf_show ;;
        loan) _shelf_loan ;;
        help) _shelf ;;
      esac
      ;;
  esac
}

_shelf_add() {
  _arguments -s -S \
    '(-y --year)'{-y+,--year=}'[出版年份]:年份: ' \
    '*'{-t+,--tag=}'[便于查找的标签]:标签: ' \
    '--kind=[图书的类别]:类别:((小说\:长篇与短篇小说 史书\:历史著作 poetry\:诗、词、曲))' \
    '--balance=[增加的册数，负数表示减少]:册数: ' \
    '--cover-image=[封面图片；图片会复制到目录数据中，因此登记之后，原来的图片文件可以移走或删除，不影响显示]:文件:_files' \
    '(-c --catalog)'{-c+,--catalog=}'[目录数据所在的文件夹]:目录:_files -/' \
    '--lang=[使用的语言；不写时按系统区域设置]:语言:((zh\:中文 en\:英文))' \
    '(-q --quiet)'{-q,--quiet}'[只报告错误]' \
    '(-h --help)'{-h,--help}'[显示本说明]' \
    '1:书名: ' \
    '*:作者: '
}

_shelf_list() {
  _arguments -s -S \
    '(-O --output)'{-O+,--output=}'[列表的输出格式]:格式:((table\:对齐的表格 csv\:供电子表格使用))' \
    '(-l --long)'{-l,--long}'[显示全部字段]' \
    '(-b --brief)'{-b,--brief}'[只显示书名]' \
    '(-s --sort)'{-s+,--sort=}'[按此字段排序]:字段: ' \
    '(-r --reverse)'{-r,--reverse}'[逆序]' \
    '(-c --catalog)'{-c+,--catalog=}'[目录数据所在的文件夹]:目录:_files -/' \
    '--lang=[使用的语言；不写时按系统区域设置]:语言:((zh\:中文 en\:英文))' \
    '(-q --quiet)'{-q,--quiet}'[只报告错误]' \
    '(-h --help)'{-h,--help}'[显示本说明]'
}

_shelf_show() {
  _arguments -s -S \
    '(-c --catalog)'{-c+,--catalog=}'[目录数据所在的文件夹]:目录:_files -/' \
    '--lang=[使用的语言；不写时按系统区域设置]:语言:((zh\:中文 en\:英文))' \
    '(-q --quiet)'{-q,--quiet}'[只报告错误]' \
    '(-h --help)'{-h,--help}'[显示本说明]' \
    '1:图书文件:_files' \
    '2::字段:((title\:书名 authors\:全部作者))'
}

_shelf_loan() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -s -S -C \
    '(-c --catalog)'{-c+,--catalog=}'[目录数据所在的文件夹]:目录:_files -/' \
    '--lang=[使用的语言；不写时按系统区域设置]:语言:((zh\:中文 en\:英文))' \
    '(-q --quiet)'{-q,--quiet}'[只报告错误]' \
    '(-h --help)'{-h,--help}'[显示本说明]' \
    '1: :->command' \
    '*:: :->rest'
  case $state in
    command)
      local -a commands=(
        'open:借出图书'
        'close:收回图书'
      )
      _describe -t commands '命令' commands
      ;;
    rest)
      case $words[1] in
        open|借出) _shelf_loan_open ;;
        close|归还) _shelf_loan_close ;;
      esac
      ;;
  esac
}

_shelf_loan_open() {
  _arguments -s -S \
    '(-r --reader)'{-r+,--reader=}'[借书的读者]:读者: ' \
    '(-c --catalog)'{-c+,--catalog=}'[目录数据所在的文件夹]:目录:_files -/' \
    '--lang=[使用的语言；不写时按系统区域设置]:语言:((zh\:中文 en\:英文))' \
    '(-q --quiet)'{-q,--quiet}'[只报告错误]' \
    '(-h --help)'{-h,--help}'[显示本说明]' \
    '*:图书: '
}

_shelf_loan_close() {
  _arguments -s -S \
    '--fine=[已付的罚款]:金额: ' \
    '(-c --catalog)'{-c+,--catalog=}'[目录数据所在的文件夹]:目录:_files -/' \
    '--lang=[使用的语言；不写时按系统区域设置]:语言:((zh\:中文 en\:英文))' \
    '(-q --quiet)'{-q,--quiet}'[只报告错误]' \
    '(-h --help)'{-h,--help}'[显示本说明]' \
    '*:图书: '
}

if [[ $funcstack[1] == _shelf ]]; then
  _shelf "$@"
else
  compdef _shelf shelf
fi
