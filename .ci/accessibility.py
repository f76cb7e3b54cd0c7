"""Runs axe-core over pages in headless Chromium: light and dark, wide and phone. usage: accessibility.py FILE..."""
import os, shutil, sys
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

browser_path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
problems, looks = {}, 0
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
    for path in sys.argv[1:]:
        for scheme in ("light", "dark"):
            for width in (1400, 400):
                # axe is a script that the page's policy would not let run.
                context = browser.new_context(
                    color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
                page = context.new_page()
                page.goto("file://" + os.path.abspath(path))
                results = Axe().run(page)
                looks += 1
                for violation in results.response["violations"]:
                    for node in violation["nodes"]:
                        what = f"{path}: {violation['id']}: {' '.join(map(str, node['target']))}: {node['html'][:120]}"
                        problems.setdefault(what, []).append(f"{scheme} {width}")
                context.close()
    browser.close()
for what, where in problems.items():
    print(f"{what} ({', '.join(where)})")
print(f"axe looked {looks} times at {len(sys.argv) - 1} pages: {len(problems)} violations")
sys.exit(1 if problems else 0)
