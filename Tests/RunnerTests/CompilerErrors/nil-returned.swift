// nil where a value is promised.
// line: 8
// help: The function promises an Int, and nil is none; what does the contract say for this case?
import Recurrent

func id(of word: String, in words: [String]) -> Int {
  for (k, other) in words.enumerated() where other == word { return k }
  return nil
}
