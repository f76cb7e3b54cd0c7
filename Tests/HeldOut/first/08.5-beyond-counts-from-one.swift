// exercise: 08.5
// is: wrong
// cause: The share beyond the training is taken of all n from 1 to the longest instead of those beyond it.
// named: beyond
// named: from the beginning|all|from 1|longest|inside
// swift-format-ignore-file

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  var refused: Int? = nil
  var fooled: Int? = nil
  var inside = 0
  var all = 0
  for n in 1...longest {
    let ok = try accepts(countingString(n, letters: letters))
    var miss = false
    for s in try nearMisses(of: n, letters: letters) where try accepts(s) { miss = true }
    if !ok && refused == nil { refused = n }
    if miss && fooled == nil { fooled = n }
    if ok && !miss {
      all += 1
      if n <= trained { inside += 1 }
    }
  }
  return Reach(
    firstRefused: refused, firstNearMiss: fooled, inside: Double(inside) / Double(trained),
    beyond: Double(all) / Double(longest))
}
