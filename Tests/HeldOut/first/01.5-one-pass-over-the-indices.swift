// exercise: 01.5
// is: right
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  var result: (training: [Element], validation: [Element], test: [Element]) = ([], [], [])
  for (k, element) in elements.enumerated() {
    if 10 * (k + 1) <= 8 * n {
      result.training.append(element)
    } else if k >= n - n / 10 {
      result.test.append(element)
    } else if k < 8 * n / 10 + n / 10 {
      result.validation.append(element)
    }
  }
  return result
}
