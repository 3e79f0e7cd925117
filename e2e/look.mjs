// Looking at a page as someone does who cannot see it, or reads it on a phone.
import assert from 'node:assert/strict';
import axe from 'axe-core';
import { heights, languages, open, widths } from './browser.mjs';

/** What axe finds on the page as it stands, with no rule off, and what sticks out of it. */
export async function findings(page) {
  const found = [];
  if (page.frames().length > 1) found.push('the page has a frame, into which axe does not look from here');
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  for (const v of violations) {
    for (const node of v.nodes) {
      found.push(`${v.id} (${v.impact}): ${v.help}\n      ${node.target.join(' ')}\n      ${node.html.slice(0, 200)}`);
    }
  }
  const tooWide = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return null;
    const out = [...document.body.querySelectorAll('*')].find((e) => e.getBoundingClientRect().right > room + 1);
    return out ? `${out.tagName.toLowerCase()}.${out.className}` : 'something';
  });
  if (tooWide) found.push(`the page scrolls sideways: ${tooWide} is wider than the window (WCAG 1.4.10)`);
  if (!(await page.title()).trim()) found.push('the page has no title');
  return found;
}

/** One walk through the pages: it looks at each page it is shown and remembers the way. */
export class Look {
  #passed = new Map(); // by role and address
  #states = new Map(); // by role: the cookies of whoever last was seen in it

  /** How many different pages the walk has passed. */
  get count() {
    return this.#passed.size;
  }

  /**
   * Looks at the page as it stands, on every width, and remembers it for sweep. A page
   * that answers a form cannot be asked for again by its address: remember is then false.
   */
  async visit(page, role, { remember = true } = {}) {
    const address = new URL(page.url());
    const before = page.viewportSize();
    const wrong = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: heights[width] });
      for (const f of await findings(page)) wrong.push(`${width} px: ${f}`);
    }
    await page.setViewportSize(before);
    assert.equal(wrong.length, 0, `${role} at ${address.pathname}\n    ${wrong.join('\n    ')}`);
    if (remember) {
      const path = address.pathname + address.search;
      this.#passed.set(`${role} ${path}`, { role, path });
      this.#states.set(role, await page.context().storageState());
    }
  }

  /** Looks again at every page that was passed, in every language and on every width. */
  async sweep(browser, url) {
    const wrong = [];
    for (const language of languages) {
      for (const [role, state] of this.#states) {
        const context = await open(browser, url, { language, state });
        const page = await context.newPage();
        for (const { path } of [...this.#passed.values()].filter((p) => p.role === role)) {
          const answer = await page.goto(path);
          const at = `${role} at ${path} in ${language}`;
          if (!answer.ok()) {
            wrong.push(`${at}: ${answer.status()}`);
            continue;
          }
          const spoken = await page.getAttribute('html', 'lang');
          if (spoken !== language) wrong.push(`${at}: the page says it is in ${spoken}`);
          for (const width of widths) {
            await page.setViewportSize({ width, height: heights[width] });
            for (const f of await findings(page)) wrong.push(`${at}, ${width} px: ${f}`);
          }
        }
        await context.close();
      }
    }
    assert.equal(wrong.length, 0, `\n    ${wrong.join('\n    ')}`);
  }
}
