import Testing
import Torch

@Suite("Framework")
struct FrameworkTests {
  @Test("says whether it is there") func available() { _ = Framework.isAvailable }
}
