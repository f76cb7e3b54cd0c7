// An optional in arithmetic.
// line: 8
// help: 'largest' may be nil, because what made it may find nothing; what should happen then? guard let, if let and ?? each give an answer.
import Recurrent

func shifted(_ logits: Vector) -> Vector {
  let largest = logits.max()
  return logits.map { $0 - largest }
}
