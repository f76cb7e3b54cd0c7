// Ternary in the words of another language.
// line: 7
// help: To choose between two values Swift writes: condition ? one : other.
import Recurrent

func sign(_ x: Double) -> Double {
  return 1 if x > 0 else -1
}
