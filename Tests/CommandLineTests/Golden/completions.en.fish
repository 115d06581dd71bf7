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
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a add -d 'Add a book to the catalogue'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a list -d 'List the books'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a show -d 'Show one book'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a loan -d 'Lend books and take them back'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -a help -d 'Show the help of a command'
complete -c shelf -n "__shelf_at 'shelf/*'" -s h -l help -d 'Show this help'
complete -c shelf -n "__shelf_at 'shelf/ 0'" -l version -d 'Show the version'
complete -c shelf -n "__shelf_at 'shelf/*'" -s c -l catalog -x -a '(__fish_complete_directories)' -d 'Keep the catalogue in this directory'
complete -c shelf -n "__shelf_at 'shelf/*'" -l lang -x -a "zh\t'Chinese' en\t'English'" -d 'Speak this language; otherwise the one of the locale'
complete -c shelf -n "__shelf_at 'shelf/*'" -s q -l quiet -d 'Say nothing but errors'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -s y -l year -x -d 'The year it was printed'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -s t -l tag -x -d 'A word to find it by'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -l kind -x -a "小说\t'Novels and short stories' 史书\t'History' poetry\t'Poems, songs and plays in verse'" -d 'What kind of book it is'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -l balance -x -d 'How many copies came, or went if negative'
complete -c shelf -n "__shelf_at 'shelf/add/*'" -l cover-image -r -F -d 'A picture of the cover; it is copied into the catalogue, so the file may be removed later'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s O -l output -x -a "table\t'Aligned for reading' csv\t'For spreadsheets'" -d 'How the list is written'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s l -l long -d 'Show every field'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s b -l brief -d 'Show titles only'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s s -l sort -x -d 'Put the list in order of this field'
complete -c shelf -n "__shelf_at 'shelf/list/*'" -s r -l reverse -d 'Turn the order round'
complete -c shelf -n "__shelf_at 'shelf/show/ 0'" -F
complete -c shelf -n "__shelf_at 'shelf/show/ 1'" -a "title\t'The title' authors\t'All authors'"
complete -c shelf -n "__shelf_at 'shelf/loan/ 0'" -a open -d 'Lend books to a reader'
complete -c shelf -n "__shelf_at 'shelf/loan/ 0'" -a close -d 'Take books back'
complete -c shelf -n "__shelf_at 'shelf/loan/open/*'" -s r -l reader -x -d 'Who borrows'
complete -c shelf -n "__shelf_at 'shelf/loan/close/*'" -l fine -x -d 'The fine that was paid'
