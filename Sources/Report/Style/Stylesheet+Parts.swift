extension Stylesheet {
  /// Cells, cards and tables.
  static let parts = """
    pre { margin: 0; overflow-x: auto; font-size: 0.8rem; line-height: 1.58; tab-size: 2; }
    pre code, pre samp { font-size: inherit; }
    pre.code { background: var(--panel); padding: 0.85rem 1.1rem; border-radius: 6px; }
    main > pre { margin: 1.3em 0; }
    .k { color: var(--keyword); } .t { color: var(--type); } .s { color: var(--string); }
    .n { color: var(--numeral); } .c { color: var(--comment); font-style: italic; } .a { color: var(--keyword); }

    .cell { margin: 1.7em 0; }
    .output { padding: 0.2rem 0 0 1.1rem; border-left: 3px solid var(--hair); margin-top: 0.9rem; }
    .output:first-child { padding-left: 0; border-left: 0; }
    .output > * + * { margin-top: 1.1rem; }
    .printed { color: var(--ink); padding: 0.15rem 0; }
    .note { color: var(--soft); font-size: 0.88rem; margin: 0.5rem 0; }

    .status, .verdict { padding: 0.8rem 1.1rem; border-radius: 6px; }
    .status { margin-top: 0.9rem; }
    .status p:last-child, .verdict p:last-child, .diagnosis p:last-child { margin-bottom: 0; }
    .status .word { font-weight: 600; font-size: 0.9rem; margin: 0 0 0.25rem; }
    .status.passed, .verdict.passed, .status.promised { background: var(--passed-ground); }
    .status.failed, .verdict.failed { background: var(--failed-ground); }
    .status.waiting, .verdict.waiting { background: var(--waiting-ground); }
    .status.promised .word { color: var(--passed); }
    .status.failed .word { color: var(--failed); }
    .status.waiting .word { color: var(--waiting); }
    .status pre.code, .verdict pre.code, .verdict .printed, .status .printed { background: var(--paper);
      padding: 0.6rem 0.9rem; border-radius: 4px; margin: 0.5rem 0; }
    .status :not(pre) > code, .verdict :not(pre) > code { background: none; padding: 0; }

    .badge { display: inline-block; font-size: 0.88rem; font-weight: 600; line-height: 1.5; white-space: nowrap; }
    .badge.passed { color: var(--passed); } .badge.failed { color: var(--failed); } .badge.waiting { color: var(--waiting); }
    .mark { display: inline-block; min-width: 1em; text-align: center; }

    .exercise { margin: 2.4em 0; border: 1px solid var(--hair); border-radius: 8px; }
    .exercise > * { margin: 0; padding: 0.8rem 1.3rem; }
    .exercise > header { padding: 1rem 1.3rem 0.9rem; border-bottom: 1px solid var(--hair); display: flex; flex-wrap: wrap;
      gap: 0.1rem 1.2rem; align-items: baseline; justify-content: space-between; }
    .exercise h3 { margin: 0; flex: 1 1 16rem; }
    .exercise h3 .id { font-weight: 600; font-size: 0.95em; color: var(--soft); padding-right: 0.35em; }
    .exercise header .points { margin: 0; font-size: 0.9rem; color: var(--soft); }
    .exercise header .badge { margin-right: 0.5em; }
    .contract { padding-bottom: 0 !important; }
    .exercise > .needs { padding-top: 0; padding-bottom: 0.2rem; color: var(--soft); font-size: 1rem; }
    .exercise > .starter { padding-top: 0.2rem; }
    .starter pre { margin-top: 0.6rem; }
    .exercise > .verdict { border-radius: 0 0 7px 7px; padding: 1rem 1.3rem; }
    .exercise > .plot { border-top: 1px solid var(--hair); padding-top: 1.2rem; padding-bottom: 1.2rem; }
    .verdict .chain { margin: 0.9rem 0 0; padding-top: 0.7rem; border-top: 1px solid var(--hair); }
    .exercise > .notices { border-top: 1px solid var(--hair); padding-top: 1rem; padding-bottom: 1rem; }
    .remarks { list-style: none; padding: 0; margin: 0 0 0.8rem; }
    .remark { margin: 0 0 0.45rem; padding-left: 1.6em; text-indent: -1.6em; }
    .remark .mark { text-indent: 0; text-align: left; min-width: 1.2em; } .remark .kind { font-weight: 600; }
    .remark.fine { color: var(--soft); } .remark.fine .mark, .remark.fine .kind { color: var(--passed); }
    .remark.warning .mark, .remark.warning .kind { color: var(--waiting); }
    .remark.bug .mark, .remark.bug .kind { color: var(--failed); }
    .printed-output { margin-top: 1rem; }
    .where { color: var(--soft); }
    .claim { margin-bottom: 0.5em; }
    .finding { font-size: 1.08em; }
    .diagnosis { background: var(--paper); border-radius: 6px; padding: 0.85rem 1.1rem; margin-top: 1.1rem; }
    .diagnosis p { margin-bottom: 0.3em; }
    .question { font-style: italic; }
    .scope { color: var(--soft); font-size: 0.95rem; margin-top: 0.9em; }
    .ladder { margin-top: 1.2rem; } .rungs { list-style: none; padding: 0; margin: 0 0 0.6rem; } .rungs li { margin: 0 0 0.15rem; }
    .diagnostics { list-style: none; padding: 0; margin: 0; }
    .diagnostics li { margin: 0 0 0.8rem; } .diagnostics p { margin: 0; hyphens: none; }
    .diagnostics .error strong { color: var(--failed); }

    .standing { margin: 2rem 0 0; padding: 1.2rem 0 0.4rem; border-top: 1px solid var(--hair); border-bottom: 1px solid var(--hair); font-size: 0.98rem;
      display: grid; grid-template-columns: 1fr auto; align-items: baseline; }
    .standing h2 { margin: 0; font-size: 1rem; font-family: inherit; }
    .standing .score { margin: 0; color: var(--soft); } .standing .score strong { font-size: 1.35rem; color: var(--ink); }
    .standing ol { list-style: none; padding: 0; margin: 0.7rem 0 0; grid-column: 1 / -1; }
    .standing li { display: grid; grid-template-columns: 1fr 9.2rem 3.2rem; align-items: baseline; margin: 0; padding: 0.3rem 0; }
    .standing li a { color: var(--ink); text-decoration: none; display: grid; grid-template-columns: 3.4rem 1fr; align-items: baseline; }
    .standing li a:hover .title { text-decoration: underline; }
    .standing .id { color: var(--soft); }
    .standing li .points { text-align: right; color: var(--soft); }
    .standing .next { grid-column: 1 / -1; margin: 0.6rem 0 0.8rem; }
    @media (max-width: 34rem) {
      .standing li { grid-template-columns: 1fr auto; } .standing li .badge { grid-row: 2; grid-column: 1; padding-left: 3.4rem; }
      .exercise > *, .exercise > header { padding-left: 0.95rem; padding-right: 0.95rem; } .exercise > .verdict { padding-left: 0.95rem; padding-right: 0.95rem; }
      .output { padding-left: 0.8rem; }
    }

    summary { cursor: pointer; font-size: 0.9rem; color: var(--accent); width: fit-content; }
    details[open] > summary { margin-bottom: 0.4rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; min-width: min(100%, 24rem); font-size: 0.9rem; line-height: 1.4; margin: 0.3rem 0; }
    caption { text-align: left; padding: 0.2rem 0 0.5rem; color: var(--soft); }
    th, td { padding: 0.28rem 1.3rem 0.28rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--hair); }
    th { font-weight: 600; border-bottom: 1.5px solid var(--soft); }
    td { white-space: pre-wrap; }
    .divergence { min-width: 0; } .divergence th { font-weight: 400; color: var(--soft); border-bottom: 1px solid var(--hair); }
    .verdict th, .verdict td { border-color: var(--hair); }
    .number { text-align: right; white-space: nowrap; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; padding: 0; }

    """
}
