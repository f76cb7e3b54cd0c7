// inout without &.
// line: 7
// help: The function changes 'random', and the call has to show that: an & belongs before it.
import Recurrent

func draw(_ random: inout SeededRandom) -> Double {
  return twice(random)
}

func twice(_ random: inout SeededRandom) -> Double { random.uniform() + random.uniform() }
