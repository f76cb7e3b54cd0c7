// exercise: 01.5
// is: right
// cause: right, written another way.
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  let (a, b) = ((8 * n - (8 * n) % 10) / 10, (n - n % 10) / 10)
  var result: (training: [Element], validation: [Element], test: [Element]) = ([], [], [])
  // Every element asks where it belongs.
  for (i, element) in elements.enumerated() {
    switch i {
    case ..<a: result.training.append(element)
    case a..<(a + b): result.validation.append(element)
    case (n - b)...: result.test.append(element)
    default: break
    }
  }
  return result
}
