extension Stylesheet {
  /// One column; on a wide screen the contents stand beside it.
  static let layout = """
    .head, main, footer, .contents { width: min(42rem, 100% - 2.5rem); margin-left: auto; margin-right: auto; }
    .skip { position: absolute; left: 1rem; top: -4rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 1; }
    .skip:focus { top: 0.75rem; }
    .head { padding-top: clamp(2.2rem, 6vw, 4.5rem); }
    .kicker { color: var(--soft); font-size: 0.92rem; letter-spacing: 0.02em; margin: 0; display: flex;
      flex-wrap: wrap; gap: 0.2rem 1rem; justify-content: space-between; }
    .kicker::first-line { font-weight: 600; }
    .goal { font-size: 1.24rem; line-height: 1.5; color: var(--soft); font-style: italic; }
    .contents { font-size: 0.95rem; line-height: 1.4; }
    .contents h2 { font-size: 0.92rem; margin: 2.4rem 0 0.6rem; font-family: inherit; color: var(--soft); }
    .contents ol { list-style: none; padding: 0; margin: 0; }
    .contents li { margin: 0; }
    .contents a { display: block; padding: 0.28rem 0; text-decoration: none; color: var(--ink); }
    .contents a:hover { color: var(--accent); text-decoration: underline; }
    footer { margin-top: 5rem; margin-bottom: 3rem; padding-top: 1rem; border-top: 1px solid var(--hair);
      font-size: 0.88rem; color: var(--soft); }
    @media screen and (min-width: 76rem) {
      body { display: grid; grid-template-columns: 1fr 14rem 3.5rem minmax(0, 42rem) 3.5rem 8rem 1fr;
        grid-template-rows: auto auto auto 1fr; }
      .head, main, footer { grid-column: 4; width: 100%; min-width: 0; margin-left: 0; margin-right: 0; }
      .contents { grid-column: 2; grid-row: 1 / span 3; width: auto; margin: 0; align-self: start;
        position: sticky; top: 0; max-height: 100vh; overflow-y: auto; padding: clamp(2.2rem, 6vw, 4.5rem) 0 2rem; }
      .contents h2 { margin-top: 0; }
      .cell > pre.code, main > pre.code { min-width: 100%; width: max-content; max-width: calc(100% + 9rem); }
      .head { grid-row: 1; } main { grid-row: 2; } footer { grid-row: 3; width: 100%; }
    }

    """

  /// Paper: light colours, no part torn in two, everything unfolded that can be.
  static let paper = """
    @media print {
      html { font-size: 9.4pt; } body { background: none; }
      .head, main, footer, .contents { width: auto; margin-left: 0; margin-right: 0; }
      .skip, details:not([open]) { display: none; }
      .exercise > header, .plot, .status, .verdict, .formula, table, pre, li, .diagnosis, .standing { break-inside: avoid; }
      h2, h3, h4, .exercise > header { break-after: avoid; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; }
      pre.long { break-inside: auto; }
      .scroll, .formula { overflow: visible; }
      .scroll > svg { min-width: 0 !important; }
      svg, .badge, .verdict, .status, pre { -webkit-print-color-adjust: exact; }
    }

    """
}
