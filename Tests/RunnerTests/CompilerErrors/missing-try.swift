// A call that may throw, without try.
// line: 14
// help: 'rnnStep' may throw an error, and Swift wants to see that where it is called: the word try belongs before it.
import Recurrent

func rnnStep(_ token: Int, hidden: Vector, parameters: RNNParameters) throws -> Vector {
  guard token >= 0 else { throw Negative() }
  return hidden
}
struct Negative: Error {}


func firstState(_ parameters: RNNParameters) throws -> Vector {
  let hidden = rnnStep(0, hidden: Vector(zeros: 3), parameters: parameters)
  return hidden
}
