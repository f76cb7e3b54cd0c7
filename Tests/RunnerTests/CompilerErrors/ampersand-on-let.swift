// & on a let.
// line: 7
// help: 'random' is a parameter, and parameters cannot be changed; work on a copy of it, made with var.
import Recurrent

func draw(_ random: SeededRandom) -> Double {
  return twice(&random)
}

func twice(_ random: inout SeededRandom) -> Double { random.uniform() + random.uniform() }
