// exercise: 01.5
// is: wrong
// cause: The sets are dealt out in turn (of each ten elements the ninth is validation and the tenth test) instead of being cut as contiguous blocks.
// named: interleav|every tenth|contiguous|deal|in turn|block|alternat|stride|modulo|round.robin|spread|scatter|consecutive|one piece|in a row
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  var train: [Element] = [], valid: [Element] = [], test: [Element] = []
  for (i, element) in elements.enumerated() {
    switch i % 10 {
    case 8: valid.append(element)
    case 9: test.append(element)
    default: train.append(element)
    }
  }
  return (training: train, validation: valid, test: test)
}
