extension Stylesheet {
  /// A textbook's page: an old-style serif, a line of some seventy letters, one left edge.
  static let typography = """
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1.5rem; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 1.125rem/1.62 "Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Palatino,
        "Book Antiqua", "Source Serif 4", Georgia, "Liberation Serif", serif;
      font-variant-numeric: oldstyle-nums; text-rendering: optimizeLegibility; overflow-wrap: break-word;
    }
    code, pre, samp { font-family: ui-monospace, "SF Mono", "Cascadia Code", "JetBrains Mono", Menlo,
      Consolas, "DejaVu Sans Mono", monospace; font-variant-numeric: normal; }
    .kicker, .badge, .points, .score, .status .word, .contents, .standing, th, td, caption, summary,
    figcaption, .note, footer, svg text, .skip, .exercise h3 .id {
      font-family: Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Source Sans 3", "Segoe UI", system-ui,
        "Liberation Sans", sans-serif;
      font-variant-numeric: tabular-nums lining-nums;
    }
    h1, h2, h3, h4, h5, h6 { line-height: 1.22; font-weight: 600; }
    h1 { font-size: clamp(2rem, 1.4rem + 2.6vw, 2.9rem); font-weight: 500; letter-spacing: -0.012em;
      margin: 0.2em 0 0.35em; }
    h2 { font-size: 1.6rem; margin: 2.6em 0 0.7em; }
    h3 { font-size: 1.27rem; margin: 2em 0 0.6em; }
    h4, h5, h6 { font-size: 1.08rem; margin: 1.6em 0 0.5em; font-style: italic; }
    p, ul, ol, blockquote { margin: 0 0 1em; }
    main p { hyphens: auto; }
    li { margin: 0.25em 0; }
    ul, ol { padding-left: 1.5em; }
    a { color: var(--accent); }
    :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 3px; }
    blockquote { margin-left: 0; padding-left: 1.1em; border-left: 3px solid var(--hair);
      color: var(--soft); font-style: italic; }
    hr { border: 0; text-align: center; margin: 2.4em 0; }
    hr::before { content: "∗   ∗   ∗"; color: var(--soft); white-space: pre; }
    img { max-width: 100%; }
    :not(pre) > code { font-size: 0.84em; background: var(--panel); padding: 0.08em 0.3em;
      border-radius: 3px; overflow-wrap: anywhere; }
    math { font-family: "Latin Modern Math", "STIX Two Math", "Cambria Math", "TeX Gyre Pagella Math",
      "DejaVu Math TeX Gyre", math; font-variant-numeric: lining-nums; }
    mfrac { padding-left: 0.12em; padding-right: 0.12em; }
    .unbroken { white-space: nowrap; }
    @media (max-width: 34rem) { .unbroken { display: inline-block; max-width: 100%; overflow-x: auto; overflow-y: hidden; vertical-align: bottom; } }
    .formula { overflow-x: auto; overflow-y: hidden; margin: 1.3em 0; padding: 0.25em 0; }
    .tex { color: var(--failed); }

    """
}
