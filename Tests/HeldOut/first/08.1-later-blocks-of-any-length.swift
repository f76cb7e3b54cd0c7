// exercise: 08.1
// is: wrong
// cause: Every block may go on or end at any time; the later blocks are not tied to the n of the first.
// named: block|later|letter|second
// named: any (length|number|time)|not (tied|bound|counted|compared|fixed)|free|\bn\b|both|as (often|many)|go on|number of|length|told
// swift-format-ignore-file

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  (0..<n * letters).map { $0 / n } + [letters]
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  // A small automaton: the state is the letter we are in.
  var state = 0
  for (position, token) in read.enumerated() {
    if state == letters { return [] }
    if position == 0 {
      guard token == 0 else { return [] }
    } else {
      guard token == state || token == state + 1 else { return [] }
      state = token
    }
  }
  if read.isEmpty { return [0] }
  return state == letters ? [] : [state, state + 1]
}
