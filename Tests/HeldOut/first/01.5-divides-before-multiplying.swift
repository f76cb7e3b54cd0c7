// exercise: 01.5
// is: wrong
// cause: The training size is 8 · (n/10), rounded before the multiplication, instead of 8n/10.
// named: train|8n|eight|8 ?[·*×]
// named: round|divi|8n/10|n/10|before|whole tens|too (few|small|short)|truncat|integer|size|smaller
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let tenth = elements.count / 10
  let cut1 = 8 * tenth
  let cut2 = cut1 + tenth
  let training = Array(elements[0..<cut1])
  let validation = Array(elements[cut1..<cut2])
  let test = Array(elements[(elements.count - tenth)...])
  return (training, validation, test)
}
