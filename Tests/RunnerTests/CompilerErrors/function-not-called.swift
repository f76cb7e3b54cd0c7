// A function that is not called.
// line: 7
// help: 'row' is a function, and not called here; its arguments belong behind it in parentheses.
import Recurrent

func first(_ W: Matrix) -> Vector {
  let row: Vector = W.row
  return row
}
