// A name with a slip of the hand.
// line: 8
// help: Nothing here is called 'hiden'; did you mean 'hidden'?
import Recurrent

func lastState(_ hidden: [Vector]) -> Vector {
  let steps = hidden.count
  return hiden[steps - 1]
}
