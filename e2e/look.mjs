// Looking at a page as someone does who cannot see it, or reads it on a phone.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import axe from 'axe-core/axe.min.js';
import { heights, languages, widths } from './browser.mjs';

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

/** One walk through the pages: it looks at each page it is shown, in every language. */
export class Look {
  #passed = new Set(); // by role and address
  #fine = new Set(); // pages, to the letter, on which nothing was found on any width

  /** How many different pages the walk has passed. */
  get count() {
    return this.#passed.size;
  }

  /**
   * Looks at the page as it stands, on every width, and then at the same address in
   * every other language. A page that answers a form has no address to be asked for
   * again: again is then false. Pages change with what happens, so each is looked at
   * when it is passed and not at the end of the way.
   */
  async visit(page, role, { again = true } = {}) {
    const address = page.url();
    const { pathname, search } = new URL(address);
    const known = this.#passed.has(`${role} ${pathname}${search}`);
    const wrong = await this.#widths(page, '');
    if (again) {
      const first = await page.getAttribute('html', 'lang');
      if (!known) {
        for (const language of languages.filter((l) => l !== first)) {
          await speak(page, language);
          const answer = await page.goto(address);
          if (!answer.ok()) wrong.push(`in ${language}: ${answer.status()}`);
          const spoken = await page.getAttribute('html', 'lang');
          if (spoken !== language) wrong.push(`the page says it is in ${spoken}, asked for in ${language}`);
          wrong.push(...(await this.#widths(page, `${language}, `)));
        }
        await speak(page, first);
        await page.goto(address);
      }
      this.#passed.add(`${role} ${pathname}${search}`);
    }
    assert.equal(wrong.length, 0, `${role} at ${pathname}\n    ${wrong.join('\n    ')}`);
  }

  async #widths(page, where) {
    const print = await printOf(page);
    if (this.#fine.has(print)) return [];
    const before = page.viewportSize();
    const wrong = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: heights[width] });
      for (const f of await findings(page)) wrong.push(`${where}${width} px: ${f}`);
    }
    await page.setViewportSize(before);
    if (wrong.length === 0) this.#fine.add(print);
    return wrong;
  }
}

/**
 * What the page is to whoever looks at it: its markup, what is filled in and chosen, and
 * where the focus is. Tokens that make a form new each time are nobody's to see.
 */
async function printOf(page) {
  const seen = await page.evaluate(() => {
    const markup = document.documentElement.outerHTML.replace(/<input type="hidden"[^>]*>/g, '');
    const fields = [...document.querySelectorAll('input:not([type="hidden"]), select, textarea')];
    return JSON.stringify([markup, fields.map((f) => [f.value, f.checked]), fields.indexOf(document.activeElement),
      document.activeElement?.outerHTML, ['dark', 'print'].map((m) => matchMedia(`(prefers-color-scheme: ${m}), ${m}`).matches),
      innerWidth, scrollX, scrollY]);
  });
  return createHash('sha256').update(seen).digest('base64');
}

function speak(page, language) {
  return page.context().addCookies([{ name: 'fotfaste_language', value: language, url: page.url() }]);
}
