// exercise: 01.5
// is: wrong
// cause: The training size is 8 · ⌊n/10⌋: rounded down before the multiplication, not after it (and the validation follows there).
// named: round|integer division|n ?/ ?10|whole (tenths|number)|divi(ded|sion)|tenth
// named: training|before (the )?multipl|first|eight|8|too early
// swift-format-ignore-file

func partition<Element>(
  _ elements: [Element]
) throws -> (training: [Element], validation: [Element], test: [Element]) {
  let fold = elements.count / 10
  let nTrain = 8 * fold
  let train = elements.prefix(nTrain)
  let val = elements.dropFirst(nTrain).prefix(fold)
  let test = elements.suffix(fold)
  return (Array(train), Array(val), Array(test))
}
