// An optional returned as a plain value.
// line: 8
// help: 'place' may be nil, because what made it may find nothing; what should happen then? guard let, if let and ?? each give an answer.
import Recurrent

func id(of word: String, in words: [String]) -> Int {
  let place = words.firstIndex(of: word)
  return place
}
