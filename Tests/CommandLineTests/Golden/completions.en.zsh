#compdef shelf
# zsh completion for shelf; generated, do not edit.

_shelf() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -s -S -C \
    '(-c --catalog)'{-c+,--catalog=}'[Keep the catalogue in this directory]:DIR:_files -/' \
    '--lang=[Speak this language; otherwise the one of the locale]:LANG:((zh\:Chinese en\:English))' \
    '(-q --quiet)'{-q,--quiet}'[Say nothing but errors]' \
    '(-h --help)'{-h,--help}'[Show this help]' \
    '--version[Show the version]' \
    '1: :->command' \
    '*:: :->rest'
  case $state in
    command)
      local -a commands=(
        'add:Add a book to the catalogue'
        'list:List the books'
        'show:Show one book'
        'loan:Lend books and take them back'
        'help:Show the help of a command'
      )
      _describe -t commands 'COMMAND' commands
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
    '(-y --year)'{-y+,--year=}'[The year it was printed]:YEAR: ' \
    '*'{-t+,--tag=}'[A word to find it by]:TAG: ' \
    '--kind=[What kind of book it is]:KIND:((小说\:Novels\ and\ short\ stories 史书\:History poetry\:Poems,\ songs\ and\ plays\ in\ verse))' \
    '--balance=[How many copies came, or went if negative]:COPIES: ' \
    '--cover-image=[A picture of the cover; it is copied into the catalogue, so the file may be removed later]:FILE:_files' \
    '(-c --catalog)'{-c+,--catalog=}'[Keep the catalogue in this directory]:DIR:_files -/' \
    '--lang=[Speak this language; otherwise the one of the locale]:LANG:((zh\:Chinese en\:English))' \
    '(-q --quiet)'{-q,--quiet}'[Say nothing but errors]' \
    '(-h --help)'{-h,--help}'[Show this help]' \
    '1:TITLE: ' \
    '*:AUTHOR: '
}

_shelf_list() {
  _arguments -s -S \
    '(-O --output)'{-O+,--output=}'[How the list is written]:FORMAT:((table\:Aligned\ for\ reading csv\:For\ spreadsheets))' \
    '(-l --long)'{-l,--long}'[Show every field]' \
    '(-b --brief)'{-b,--brief}'[Show titles only]' \
    '(-s --sort)'{-s+,--sort=}'[Put the list in order of this field]:FIELD: ' \
    '(-r --reverse)'{-r,--reverse}'[Turn the order round]' \
    '(-c --catalog)'{-c+,--catalog=}'[Keep the catalogue in this directory]:DIR:_files -/' \
    '--lang=[Speak this language; otherwise the one of the locale]:LANG:((zh\:Chinese en\:English))' \
    '(-q --quiet)'{-q,--quiet}'[Say nothing but errors]' \
    '(-h --help)'{-h,--help}'[Show this help]'
}

_shelf_show() {
  _arguments -s -S \
    '(-c --catalog)'{-c+,--catalog=}'[Keep the catalogue in this directory]:DIR:_files -/' \
    '--lang=[Speak this language; otherwise the one of the locale]:LANG:((zh\:Chinese en\:English))' \
    '(-q --quiet)'{-q,--quiet}'[Say nothing but errors]' \
    '(-h --help)'{-h,--help}'[Show this help]' \
    '1:BOOK:_files' \
    '2::FIELD:((title\:The\ title authors\:All\ authors))'
}

_shelf_loan() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -s -S -C \
    '(-c --catalog)'{-c+,--catalog=}'[Keep the catalogue in this directory]:DIR:_files -/' \
    '--lang=[Speak this language; otherwise the one of the locale]:LANG:((zh\:Chinese en\:English))' \
    '(-q --quiet)'{-q,--quiet}'[Say nothing but errors]' \
    '(-h --help)'{-h,--help}'[Show this help]' \
    '1: :->command' \
    '*:: :->rest'
  case $state in
    command)
      local -a commands=(
        'open:Lend books to a reader'
        'close:Take books back'
      )
      _describe -t commands 'COMMAND' commands
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
    '(-r --reader)'{-r+,--reader=}'[Who borrows]:READER: ' \
    '(-c --catalog)'{-c+,--catalog=}'[Keep the catalogue in this directory]:DIR:_files -/' \
    '--lang=[Speak this language; otherwise the one of the locale]:LANG:((zh\:Chinese en\:English))' \
    '(-q --quiet)'{-q,--quiet}'[Say nothing but errors]' \
    '(-h --help)'{-h,--help}'[Show this help]' \
    '*:BOOK: '
}

_shelf_loan_close() {
  _arguments -s -S \
    '--fine=[The fine that was paid]:AMOUNT: ' \
    '(-c --catalog)'{-c+,--catalog=}'[Keep the catalogue in this directory]:DIR:_files -/' \
    '--lang=[Speak this language; otherwise the one of the locale]:LANG:((zh\:Chinese en\:English))' \
    '(-q --quiet)'{-q,--quiet}'[Say nothing but errors]' \
    '(-h --help)'{-h,--help}'[Show this help]' \
    '*:BOOK: '
}

if [[ $funcstack[1] == _shelf ]]; then
  _shelf "$@"
else
  compdef _shelf shelf
fi
