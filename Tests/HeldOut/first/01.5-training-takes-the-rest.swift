// exercise: 01.5
// is: wrong
// cause: Training gets all that validation and test leave, n - 2(n/10), and not 8n/10.
// named: rest|left|remain|n *[−-] *2|unused
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  let nVal = n / 10
  let nTest = n / 10
  let nTrain = n - nVal - nTest
  return (
    Array(elements[0..<nTrain]), Array(elements[nTrain..<nTrain + nVal]),
    Array(elements[(n - nTest)...])
  )
}
