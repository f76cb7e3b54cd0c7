// A label where there is none.
// line: 14
// help: 'rnnStep' takes this argument without a name; token: is one word too many.
import Recurrent

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  guard token >= 0 else { throw Negative() }
  return hidden
}
struct Negative: Error {}


func firstState(_ parameters: RNNParameters) throws -> Vector {
  return try rnnStep(token: 0, hidden: Vector(zeros: 3), parameters: parameters)
}
