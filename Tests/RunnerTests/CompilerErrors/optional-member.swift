// A member of an optional.
// line: 7
// help: 'last' may be nil, and nil has no count; what should happen then? guard let, if let and ?? each give an answer.
import Recurrent

func lastSize(_ states: [Vector]) -> Int {
  return states.last.count
}
