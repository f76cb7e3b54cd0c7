// A text plus a number.
// line: 7
// help: A text and a number do not add up; 'n' can stand inside the quotes, as \(…).
import Recurrent

func say(_ n: Int) -> String {
  return "n is " + n
}
