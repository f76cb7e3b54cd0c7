// exercise: 01.5
// is: wrong
// cause: The validation set is counted from the end (the tenth just before the test set), so that the unused elements lie between training and validation.
// named: validation
// named: from the end|before the test|next to the test|adjacent|gap|unused|follow|after (the )?training|directly|immediately|right after|late|shift|wrong (place|start)|between|from the back|starts?
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let n = elements.count
  let k = n / 10
  // like elements[-2k:-k] and elements[-k:]
  return (
    training: Array(elements.prefix(8 * n / 10)),
    validation: Array(elements[(n - 2 * k)..<(n - k)]),
    test: Array(elements[(n - k)..<n])
  )
}
