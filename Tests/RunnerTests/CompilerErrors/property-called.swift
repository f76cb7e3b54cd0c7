// A property called like a function.
// line: 7
// help: 'count' is a value and no function; the parentheses behind it are too many.
import Recurrent

func size(_ x: Vector) -> Int {
  return x.count()
}
