// exercise: 01.5
// is: right
// cause: Walks over the list and decides for each index which part it falls into, from the end for the test.
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  var parts: (training: [Element], validation: [Element], test: [Element]) = ([], [], [])
  let tenth = (n - n % 10) / 10
  let eight = (4 * n) / 5
  for (k, e) in elements.enumerated() {
    if k < eight {
      parts.training.append(e)
    } else if n - k <= tenth {
      parts.test.append(e)
    } else if k < eight + tenth {
      parts.validation.append(e)
    }
  }
  return parts
}
