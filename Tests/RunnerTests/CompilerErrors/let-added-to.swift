// A let that is added to.
// line: 9
// help: 'sum' was made with let on line 7, and what let makes never changes; what changes is made with var.
import Recurrent

func total(_ losses: [Double]) -> Double {
  let sum = 0.0
  for loss in losses {
    sum += loss
  }
  return sum
}
