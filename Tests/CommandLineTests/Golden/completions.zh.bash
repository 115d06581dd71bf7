# bash completion for shelf; generated, do not edit.

# Offers words ($1), files or directories for the word being typed.
_shelf_offer() {
  case $1 in
    @file) mapfile -t COMPREPLY < <(compgen -f -- "$cur"); compopt -o filenames 2>/dev/null ;;
    @directory) mapfile -t COMPREPLY < <(compgen -d -- "$cur"); compopt -o filenames 2>/dev/null ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$1" -- "$cur") ;;
  esac
}

# Offers values of the option $1 ("command option").
_shelf_value() {
  case $1 in
    'shelf/'*' -c' | 'shelf/'*' --catalog') _shelf_offer @directory ;;
    'shelf/'*' --lang') _shelf_offer 'zh en' ;;
    'shelf/add/'*' --kind') _shelf_offer '小说 史书 poetry' ;;
    'shelf/add/'*' --cover-image') _shelf_offer @file ;;
    'shelf/list/'*' -O' | 'shelf/list/'*' --output') _shelf_offer 'table csv' ;;
    *) ;;
  esac
}

_shelf() {
  local cur=${COMP_WORDS[COMP_CWORD]} word i node='shelf/' option='' ended='' operands=0
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if [[ $option ]]; then
      # bash splits --name=value at the sign.
      [[ $word == '=' ]] || option=''
      continue
    fi
    if [[ ! $ended && $word == -- ]]; then
      ended=1
      continue
    fi
    if [[ ! $ended && $word == -?* ]]; then
      case "$node $word" in
        'shelf/'*' -c' | 'shelf/'*' --catalog' | \
        'shelf/'*' --lang' | \
        'shelf/add/'*' -y' | 'shelf/add/'*' --year' | \
        'shelf/add/'*' -t' | 'shelf/add/'*' --tag' | \
        'shelf/add/'*' --kind' | \
        'shelf/add/'*' --balance' | \
        'shelf/add/'*' --cover-image' | \
        'shelf/list/'*' -O' | 'shelf/list/'*' --output' | \
        'shelf/list/'*' -s' | 'shelf/list/'*' --sort' | \
        'shelf/loan/open/'*' -r' | 'shelf/loan/open/'*' --reader' | \
        'shelf/loan/close/'*' --fine') option="$node $word" ;;
      esac
      continue
    fi
    case "$node $word" in
      'shelf/ help') ;;
      'shelf/ add') node='shelf/add/' ;;
      'shelf/ list' | 'shelf/ ls') node='shelf/list/' ;;
      'shelf/ show') node='shelf/show/' ;;
      'shelf/ loan') node='shelf/loan/' ;;
      'shelf/loan/ open' | 'shelf/loan/ 借出') node='shelf/loan/open/' ;;
      'shelf/loan/ close' | 'shelf/loan/ 归还') node='shelf/loan/close/' ;;
      *) operands=$((operands + 1)) ;;
    esac
  done
  [[ $cur == '=' ]] && cur=''
  if [[ $option ]]; then
    _shelf_value "$option"
  elif [[ ! $ended && $cur == -* ]]; then
    case $node in
      'shelf/') _shelf_offer '-c --catalog --lang -q --quiet -h --help --version' ;;
      'shelf/add/') _shelf_offer '-y --year -t --tag --kind --balance --cover-image -c --catalog --lang -q --quiet -h --help' ;;
      'shelf/list/') _shelf_offer '-O --output -l --long -b --brief -s --sort -r --reverse -c --catalog --lang -q --quiet -h --help' ;;
      'shelf/show/') _shelf_offer '-c --catalog --lang -q --quiet -h --help' ;;
      'shelf/loan/') _shelf_offer '-c --catalog --lang -q --quiet -h --help' ;;
      'shelf/loan/open/') _shelf_offer '-r --reader -c --catalog --lang -q --quiet -h --help' ;;
      'shelf/loan/close/') _shelf_offer '--fine -c --catalog --lang -q --quiet -h --help' ;;
    esac
  else
    case "$node $operands" in
      'shelf/ 0') _shelf_offer 'add list show loan help' ;;
      'shelf/show/ 0') _shelf_offer @file ;;
      'shelf/show/ 1') _shelf_offer 'title authors' ;;
      'shelf/loan/ 0') _shelf_offer 'open close' ;;
      *) ;;
    esac
  fi
}

complete -F _shelf shelf
