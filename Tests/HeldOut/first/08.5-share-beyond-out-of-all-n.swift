// exercise: 08.5
// is: wrong
// cause: The share beyond the training is divided by longest instead of by longest - trained.
// named: beyond
// named: divid|longest|all n|out of|denominator|share of all|number of|too (many|small)|whole
// swift-format-ignore-file

func nearMisses(of n: Int, letters: Int) throws -> [[Int]] {
  let good = try countingString(n, letters: letters)
  var out: [[Int]] = []
  for k in 0..<letters {
    var fewer = good, more = good
    fewer.remove(at: k * n)
    more.insert(k, at: k * n)
    out += [fewer, more]
  }
  out.append(Array(good.dropLast()))
  return out
}

func reach(letters: Int, trained: Int, longest: Int, accepts: Recogniser) throws -> Reach {
  var yes: [Bool] = [], fooled: [Bool] = []
  for n in 1...longest {
    yes.append(try accepts(try countingString(n, letters: letters)))
    fooled.append(try nearMisses(of: n, letters: letters).contains { try accepts($0) })
  }
  let right = zip(yes, fooled).map { $0 && !$1 }
  let inside = right[..<trained].filter { $0 }.count
  let beyond = right[trained...].filter { $0 }.count
  return Reach(
    firstRefused: yes.firstIndex(of: false).map { $0 + 1 },
    firstNearMiss: fooled.firstIndex(of: true).map { $0 + 1 },
    inside: Double(inside) / Double(trained), beyond: Double(beyond) / Double(longest))
}
