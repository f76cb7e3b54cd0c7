// The commands that stand for one sign. Greek and the like are identifiers; the rest is sorted by
// the space it wants around it.

/// `\alpha` → α: letters, set like variables.
let letterCommands: [String: String] = [
  "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ϵ", "varepsilon": "ε",
  "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
  "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "omicron": "ο", "pi": "π", "varpi": "ϖ",
  "rho": "ρ", "varrho": "ϱ", "sigma": "σ", "varsigma": "ς", "tau": "τ", "upsilon": "υ",
  "phi": "ϕ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "ell": "ℓ",
]

/// `\Gamma` → Γ: upright, as TeX sets them.
let uprightCommands: [String: String] = [
  "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
  "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "infty": "∞", "emptyset": "∅",
  "partial": "∂", "nabla": "∇", "hbar": "ℏ", "imath": "ı", "jmath": "ȷ", "Re": "ℜ", "Im": "ℑ",
  "aleph": "ℵ", "top": "⊤", "bot": "⊥", "angle": "∠", "degree": "°", "checkmark": "✓",
]

let symbolCommands: [String: MathSymbol] = {
  func table(_ role: MathSymbol.Role, _ pairs: KeyValuePairs<String, String>) -> [(
    String, MathSymbol
  )] {
    pairs.map { ($0, MathSymbol($1, role)) }
  }
  let all =
    table(
      .binary,
      [
        "cdot": "⋅", "times": "×", "odot": "⊙", "otimes": "⊗", "oplus": "⊕", "ominus": "⊖",
        "circ": "∘", "ast": "∗", "star": "⋆", "bullet": "∙", "pm": "±", "mp": "∓", "div": "÷",
        "cup": "∪", "cap": "∩", "setminus": "∖", "wedge": "∧", "land": "∧", "vee": "∨",
        "lor": "∨", "dagger": "†", "diamond": "⋄", "sqcup": "⊔", "sqcap": "⊓",
      ])
    + table(
      .relation,
      [
        "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈",
        "sim": "∼", "simeq": "≃", "cong": "≅", "equiv": "≡", "propto": "∝", "ll": "≪",
        "gg": "≫", "lt": "<", "gt": ">", "to": "→", "rightarrow": "→", "leftarrow": "←",
        "gets": "←", "leftrightarrow": "↔", "mapsto": "↦", "longrightarrow": "⟶",
        "longleftarrow": "⟵", "longmapsto": "⟼", "Rightarrow": "⇒", "Leftarrow": "⇐",
        "Leftrightarrow": "⇔", "implies": "⟹", "iff": "⟺", "uparrow": "↑", "downarrow": "↓",
        "hookrightarrow": "↪", "in": "∈", "notin": "∉", "ni": "∋", "subset": "⊂",
        "subseteq": "⊆", "supset": "⊃", "supseteq": "⊇", "mid": "∣", "parallel": "∥",
        "perp": "⟂", "vdash": "⊢", "models": "⊨", "prec": "≺", "succ": "≻", "triangleq": "≜",
        "coloneqq": "≔",
      ])
    + table(
      .opening,
      [
        "{": "{", "lbrace": "{", "lbrack": "[", "langle": "⟨", "lfloor": "⌊", "lceil": "⌈",
        "lVert": "‖", "lvert": "|",
      ])
    + table(
      .closing,
      [
        "}": "}", "rbrace": "}", "rbrack": "]", "rangle": "⟩", "rfloor": "⌋", "rceil": "⌉",
        "rVert": "‖", "rvert": "|",
      ])
    + table(.bar, ["|": "‖", "Vert": "‖", "vert": "|"])
    + table(.punctuation, ["colon": ":"])
    + table(
      .bigOperator,
      [
        "sum": "∑", "prod": "∏", "coprod": "∐", "bigcup": "⋃", "bigcap": "⋂", "bigoplus": "⨁",
        "bigotimes": "⨂", "bigodot": "⨀",
      ])
    + table(.integral, ["int": "∫", "iint": "∬", "oint": "∮"])
    + table(
      .ordinary,
      [
        "ldots": "…", "dots": "…", "cdots": "⋯", "vdots": "⋮", "ddots": "⋱", "forall": "∀",
        "exists": "∃", "nexists": "∄", "neg": "¬", "lnot": "¬", "prime": "′", "%": "%",
        "#": "#", "$": "$", "&": "&", "_": "_", "backslash": "\\", "therefore": "∴",
      ])
  return Dictionary(uniqueKeysWithValues: all)
}()

/// Names that are set upright with a thin space to what follows.
let functionCommands: Set<String> = [
  "tanh", "sinh", "cosh", "sin", "cos", "tan", "cot", "arcsin", "arccos", "arctan", "exp", "log",
  "ln", "lg", "min", "max", "sup", "inf", "lim", "arg", "argmin", "argmax", "det", "dim", "deg",
  "gcd", "ker", "Pr",
]

/// Functions whose scripts stand above and below in a display.
let limitFunctions: Set<String> = [
  "min", "max", "sup", "inf", "lim", "det", "gcd", "Pr", "argmin", "argmax", "arg min", "arg max",
]

/// Width in em.
let spaceCommands: [String: Double] = [
  ",": 3 / 18.0, ":": 4 / 18.0, ">": 4 / 18.0, ";": 5 / 18.0, "!": -3 / 18.0, " ": 0.25,
  "quad": 1, "qquad": 2, "enspace": 0.5, "thinspace": 3 / 18.0, "\n": 0.25,
]

/// The mark above the symbol, and whether it grows with it.
let accentCommands: [String: (mark: String, stretches: Bool)] = [
  "hat": ("ˆ", false), "bar": ("ˉ", false), "tilde": ("˜", false), "vec": ("→", false),
  "dot": ("˙", false), "ddot": ("¨", false), "check": ("ˇ", false), "breve": ("˘", false),
  "widehat": ("\u{302}", true), "widetilde": ("˜", true), "overrightarrow": ("→", true),
  "overleftarrow": ("←", true),
]

/// Delimiters that `\big` and its like take, by height in em.
let sizeCommands: [String: (height: Double, role: MathSymbol.Role)] = {
  var result: [String: (height: Double, role: MathSymbol.Role)] = [:]
  for (name, height) in [("big", 1.2), ("Big", 1.8), ("bigg", 2.4), ("Bigg", 3.0)] {
    result[name] = (height, .ordinary)
    result[name + "l"] = (height, .opening)
    result[name + "r"] = (height, .closing)
    result[name + "m"] = (height, .relation)
  }
  return result
}()

/// Signs that are typed as they are.
let characterSymbols: [Character: MathSymbol] = [
  "+": MathSymbol("+", .binary), "-": MathSymbol("−", .binary), "*": MathSymbol("∗", .binary),
  "=": MathSymbol("=", .relation), "<": MathSymbol("<", .relation),
  ">": MathSymbol(">", .relation), ":": MathSymbol(":", .relation),
  "(": MathSymbol("(", .opening), "[": MathSymbol("[", .opening),
  ")": MathSymbol(")", .closing), "]": MathSymbol("]", .closing),
  ",": MathSymbol(",", .punctuation), ";": MathSymbol(";", .punctuation),
  "|": MathSymbol("|", .bar), "/": MathSymbol("/", .ordinary), "!": MathSymbol("!", .closing),
  "?": MathSymbol("?", .ordinary), ".": MathSymbol(".", .ordinary),
  "…": MathSymbol("…", .ordinary), "⋅": MathSymbol("⋅", .binary), "·": MathSymbol("⋅", .binary),
  "×": MathSymbol("×", .binary), "⊙": MathSymbol("⊙", .binary), "±": MathSymbol("±", .binary),
  "−": MathSymbol("−", .binary), "≤": MathSymbol("≤", .relation), "≥": MathSymbol("≥", .relation),
  "≈": MathSymbol("≈", .relation), "≠": MathSymbol("≠", .relation),
  "→": MathSymbol("→", .relation), "∈": MathSymbol("∈", .relation), "@": MathSymbol("@", .ordinary),
  "∑": MathSymbol("∑", .bigOperator), "\"": MathSymbol("\"", .ordinary),
]
