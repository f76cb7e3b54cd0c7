// exercise: 01.5
// is: wrong
// cause: The training size is 8 · (n/10), with the division rounded down before the multiplication, so that training is too short and validation begins too early.
// named: training
// named: round|8 ?(·|\*|×|times) ?\(?n ?/ ?10|eight tenths|eight times|divi(sion|ded)|whole number|integer|too (short|small|few)
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let tenth = elements.count / 10
  if tenth == 0 {
    // fewer than ten: 8n/10 of them, nothing else
    return (Array(elements.prefix(elements.count * 8 / 10)), [], [])
  }
  let training = elements.prefix(8 * tenth)
  let validation = elements.dropFirst(training.count).prefix(tenth)
  let test = elements.suffix(tenth)
  return (Array(training), Array(validation), Array(test))
}
