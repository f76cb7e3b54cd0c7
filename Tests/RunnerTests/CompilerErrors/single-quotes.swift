// Single quotes.
// line: 7
// help: Swift writes a text in double quotes.
import Recurrent

func unknown() -> String {
  return 'UNK'
}
