// A missing argument label.
// line: 14
// help: 'rnnStep' names its arguments: hidden: belongs before this one.
import Recurrent

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  guard token >= 0 else { throw Negative() }
  return hidden
}
struct Negative: Error {}


func firstState(_ parameters: RNNParameters) throws -> Vector {
  return try rnnStep(0, Vector(zeros: 3), parameters: parameters)
}
