// exercise: 01.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  var split: (training: [Element], validation: [Element], test: [Element]) = ([], [], [])
  let n = elements.count
  let (a, b) = (4 * n / 5, n / 10)
  for (k, e) in elements.enumerated() {
    switch k {
    case ..<a: split.training.append(e)
    case a..<(a + b): split.validation.append(e)
    case (n - b)...: split.test.append(e)
    default: continue
    }
  }
  return split
}
