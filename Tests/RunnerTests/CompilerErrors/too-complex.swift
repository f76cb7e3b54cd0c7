// An expression that is too complex.
// line: 7
// help: This expression is too long for the compiler; cut it into two or three steps, each with a let and a type of its own.
import Recurrent

func table() -> [Int: Double] {
  let x = [0: "" + 1.0 / Double(0)] + [1: "" + 1.0 / Double(1)] + [2: "" + 1.0 / Double(2)] + [3: "" + 1.0 / Double(3)] + [4: "" + 1.0 / Double(4)] + [5: "" + 1.0 / Double(5)] + [6: "" + 1.0 / Double(6)] + [7: "" + 1.0 / Double(7)] + [8: "" + 1.0 / Double(8)] + [9: "" + 1.0 / Double(9)] + [10: "" + 1.0 / Double(10)] + [11: "" + 1.0 / Double(11)] + [12: "" + 1.0 / Double(12)] + [13: "" + 1.0 / Double(13)] + [14: "" + 1.0 / Double(14)] + [15: "" + 1.0 / Double(15)] + [16: "" + 1.0 / Double(16)] + [17: "" + 1.0 / Double(17)] + [18: "" + 1.0 / Double(18)] + [19: "" + 1.0 / Double(19)] + [20: "" + 1.0 / Double(20)] + [21: "" + 1.0 / Double(21)] + [22: "" + 1.0 / Double(22)] + [23: "" + 1.0 / Double(23)] + [24: "" + 1.0 / Double(24)] + [25: "" + 1.0 / Double(25)] + [26: "" + 1.0 / Double(26)] + [27: "" + 1.0 / Double(27)] + [28: "" + 1.0 / Double(28)] + [29: "" + 1.0 / Double(29)] + [30: "" + 1.0 / Double(30)] + [31: "" + 1.0 / Double(31)] + [32: "" + 1.0 / Double(32)] + [33: "" + 1.0 / Double(33)] + [34: "" + 1.0 / Double(34)] + [35: "" + 1.0 / Double(35)] + [36: "" + 1.0 / Double(36)] + [37: "" + 1.0 / Double(37)] + [38: "" + 1.0 / Double(38)] + [39: "" + 1.0 / Double(39)]
  return x
}
