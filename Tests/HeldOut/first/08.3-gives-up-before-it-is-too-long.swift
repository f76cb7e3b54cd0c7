// exercise: 08.3
// is: wrong
// cause: A string is thrown away as soon as it can no longer be closed within L brackets, before it has more than L, so the rest of the stream shifts.
// named: early|soon|before|no longer|can(not| not|\'t)|room|still open|open brackets|sooner|stream
// named: thrown|throw|reject|discard|away|too long|long|anew|abandon|drop|gives? up|restart
// swift-format-ignore-file

func sampleBrackets(
  kinds: Int, opening: Double, longest: Int, using random: inout SeededRandom
) throws -> [Int] {

  var string: [Int] = []
  var open: [Int] = []
  while true {
    let u = random.uniform()
    if u < opening {
      let kind = Int((u / opening * Double(kinds)).rounded(.down))
      open.append(kind)
      string.append(2 * kind)
    } else if let kind = open.popLast() {
      string.append(2 * kind + 1)
    } else {
      if !string.isEmpty { return string + [2 * kinds] }
    }
    // what is open still has to be closed: no need to go on in vain
    if string.count + open.count > longest {
      string.removeAll()
      open.removeAll()
    }
  }
}
