"""Runs axe-core over pages in headless Chromium: light and dark, wide and phone. usage: accessibility.py FILE...

Colours do not depend on the width, and contrast is most of axe's work: it is measured once in each scheme."""
import multiprocessing, os, shutil, sys
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

LOOKS = [("light", 1400, True), ("light", 400, False), ("dark", 1400, False), ("dark", 400, True)]


def look(paths):
    """Violations on the pages: what, and in which looks."""
    browser_path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    problems = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        for path in paths:
            # axe is a script that the page's policy would not let run.
            context = browser.new_context(bypass_csp=True)
            page = context.new_page()
            page.goto("file://" + os.path.abspath(path))
            for scheme, width, contrast in LOOKS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 900})
                options = {"resultTypes": ["violations"], "rules": {"color-contrast": {"enabled": contrast}}}
                for violation in Axe().run(page, options=options).response["violations"]:
                    for node in violation["nodes"]:
                        where = " ".join(map(str, node["target"]))
                        what = f"{path}: {violation['id']}: {where}: {node['html'][:120]}"
                        problems.setdefault(what, []).append(f"{scheme} {width}")
            context.close()
        browser.close()
    return problems


if __name__ == "__main__":
    paths = sorted(sys.argv[1:], key=os.path.getsize, reverse=True)
    workers = min(os.cpu_count() or 1, len(paths))
    with multiprocessing.Pool(workers) as pool:
        found = pool.map(look, [paths[n::workers] for n in range(workers)])
    problems = {what: where for part in found for what, where in part.items()}
    for what, where in sorted(problems.items()):
        print(f"{what} ({', '.join(where)})")
    print(f"axe looked {len(LOOKS)} times at {len(paths)} pages: {len(problems)} violations")
    sys.exit(1 if problems else 0)
