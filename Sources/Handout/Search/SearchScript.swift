/// The one script of the site: a search in the pages, which say everything without it.
enum SearchScript {
  /// What stands in the page itself; it fetches the script that lies beside the page.
  static let loader =
    #"document.head.append(Object.assign(document.createElement("script"),{src:"search.js"}))"#

  /// The loader's SHA-256, which `sha256sum | xxd -r -p | base64` gives; a test computes it again.
  static let loaderHash = "sha256-XPeWxZrxjlXFj9MANitaGbCg1c4ZzpdF5MR58KYzaTQ="

  /// Nothing may be fetched, and of all scripts only the loader may run, and what it fetches in turn.
  ///
  /// Why not `script-src 'self'`: a page that is opened from a folder has no origin, so that browsers differ
  /// in what it may call itself; and a source such as `file:` would admit every file of the machine. A hash
  /// with `strict-dynamic` names the script by what it says, wherever the site lies: a script that somebody's
  /// text brought into the page does not run.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    + "script-src '\(loaderHash)' 'strict-dynamic'; base-uri 'none'"

  /// `search.js`.
  static let text = #"""
    // Searches the course. The pages work without it; it only adds.
    "use strict";
    (() => {
      let entries = null;
      let isLoading = false;
      let field, panel, list, count, status;

      // search-index.js calls this with rows of kind, title, address, place and text.
      window.courseIndex = rows => {
        entries = rows.map(([kind, title, address, place, text]) => ({
          kind, title, address, place, text, plainTitle: fold(title), plainText: fold(text),
        }));
        show();
      };

      const fold = text => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

      // The index is as large as the course; it is fetched when somebody begins to search.
      function load() {
        if (isLoading) return;
        isLoading = true;
        const script = document.createElement("script");
        script.src = "search-index.js";
        script.onerror = () => say("The index cannot be read; is search-index.js beside this page?");
        document.head.append(script);
      }

      // How well a word fits: whole titles first, then beginnings of words, then anything.
      function score(entry, word) {
        const title = entry.plainTitle;
        if (title === word) return 24;
        if (starts(title, word, true)) return 12;
        if (word.length < 2) return 0;
        if (starts(title, word, false)) return 8;
        if (title.includes(word)) return 5;
        if (starts(entry.plainText, word, false)) return 2;
        return entry.plainText.includes(word) ? 1 : 0;
      }

      function starts(text, word, isWhole) {
        const isLetter = character => /[\p{L}\p{N}_]/u.test(character ?? " ");
        for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
          if (isLetter(text[at - 1])) continue;
          if (!isWhole || !isLetter(text[at + word.length])) return true;
        }
        return false;
      }

      const weights = { symbol: 1.3, term: 1.3, lesson: 1.2, section: 1, exercise: 1 };

      function find(words) {
        const found = [];
        for (const entry of entries) {
          const scores = words.map(word => score(entry, word));
          if (!scores.includes(0)) {
            found.push({ entry, rank: weights[entry.kind] * scores.reduce((a, b) => a + b) });
          }
        }
        return found.sort((a, b) => b.rank - a.rank).map(({ entry }) => entry);
      }
    """# + resultsText

  private static let resultsText = #"""


      // Text with the words set off; never markup.
      function marked(text, words) {
        const piece = document.createDocumentFragment();
        const plain = fold(text);
        let at = 0;
        // A letter that folds to more than one would move the marks; then there are none.
        while (plain.length === text.length) {
          const next = words.map(word => ({ word, place: plain.indexOf(word, at) }))
            .filter(({ place }) => place >= 0).sort((a, b) => a.place - b.place)[0];
          if (!next) break;
          piece.append(text.slice(at, next.place));
          at = next.place + next.word.length;
          const mark = document.createElement("mark");
          mark.textContent = text.slice(next.place, at);
          piece.append(mark);
        }
        piece.append(text.slice(at));
        return piece;
      }

      // A line around the first word that is found.
      function context(entry, words) {
        const places = words.map(word => entry.plainText.indexOf(word)).filter(place => place >= 0);
        let from = Math.max(0, Math.min(...places, entry.text.length) - 60);
        if (!places.length) from = 0;
        if (from > 0) from = entry.text.indexOf(" ", from) + 1;
        let to = Math.min(entry.text.length, from + 170);
        if (to < entry.text.length) to = Math.max(entry.text.lastIndexOf(" ", to), from + 40);
        return (from > 0 ? "… " : "") + entry.text.slice(from, to) + (to < entry.text.length ? " …" : "");
      }

      function element(name, className, ...content) {
        const result = document.createElement(name);
        if (className) result.className = className;
        result.append(...content);
        return result;
      }

      function say(text) {
        status.textContent = text;
        count.textContent = text;
      }

      function show() {
        const words = fold(field.value).split(/\s+/).filter(word => word);
        panel.hidden = words.length === 0;
        list.replaceChildren();
        if (!words.length) return say("");
        if (!entries) return load();
        const found = find(words);
        const shown = found.slice(0, 24);
        for (const entry of shown) {
          const link = element("a", "", element("span", "title", marked(entry.title, words)), " ",
            element("span", "kind", `${entry.kind} · ${entry.place}`));
          link.href = entry.address;
          list.append(element("li", "", link, element("p", "context", marked(context(entry, words), words))));
        }
        say(found.length === 0 ? `Nothing was found for “${field.value}”.`
          : found.length > shown.length ? `${found.length} places, the best ${shown.length}:`
          : found.length === 1 ? "1 place:" : `${found.length} places:`);
      }

      function close() {
        panel.hidden = true;
        status.textContent = "";
      }

      // The arrows walk from the field through the results and back.
      function step(event) {
        const stops = [field, ...list.querySelectorAll("a")];
        const at = stops.indexOf(document.activeElement);
        if (event.key === "Escape" && !panel.hidden) {
          event.preventDefault();
          close();
          field.focus();
        } else if (at >= 0 && !panel.hidden && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
          event.preventDefault();
          stops[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
        }
      }

      function begin() {
        field = document.getElementById("search");
        count = element("p", "count");
        count.setAttribute("aria-hidden", "true");
        list = element("ol", "");
        status = element("p", "hidden");
        status.setAttribute("role", "status");
        panel = element("section", "results", count, list);
        panel.id = "results";
        panel.hidden = true;
        panel.setAttribute("aria-label", "What the search found");
        field.form.after(status, panel);
        field.addEventListener("input", show);
        field.addEventListener("focus", load);
        field.form.addEventListener("submit", event => {
          event.preventDefault();
          show();
          list.querySelector("a")?.focus();
        });
        for (const part of [field, panel]) part.addEventListener("keydown", step);
        document.addEventListener("click", event => {
          if (!panel.contains(event.target) && !field.form.contains(event.target)) close();
        });
        // A search that was sent from a page without script arrives as search.html?q=…
        const query = new URLSearchParams(location.search).get("q");
        if (query) {
          field.value = query;
          show();
        }
      }

      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
      else begin();
    })();

    """#
}
