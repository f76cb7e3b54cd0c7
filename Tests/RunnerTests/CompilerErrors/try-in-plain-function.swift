// try in a function that does not throw.
// line: 14
// help: This may throw, and the function around it does not say that it throws; does its signature still have the word throws, as in the contract?
import Recurrent

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  guard token >= 0 else { throw Negative() }
  return hidden
}
struct Negative: Error {}


func firstState(_ parameters: RNNParameters) -> Vector {
  return try rnnStep(0, hidden: Vector(zeros: 3), parameters: parameters)
}
