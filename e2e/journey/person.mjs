// Somebody at work in the browser: signed in as one role, with every page they come to
// looked at.
import assert from 'node:assert/strict';
import { open } from '../browser.mjs';

export class Person {
  constructor(page, look, role, name) {
    Object.assign(this, { page, look, role, name });
  }

  /** Signs in at the demo's nth door of the role, or at the one with the name. */
  static async signIn(browser, url, look, role, { nth = 0, name } = {}) {
    const context = await open(browser, url);
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto('/signin');
    let doors = page.locator(`button[value="${role}"]`);
    if (name) doors = doors.filter({ hasText: name });
    const called = await doors.nth(nth).locator('span').first().innerText();
    await doors.nth(nth).click();
    await page.waitForURL((at) => !at.pathname.startsWith('/signin'));
    const person = new Person(page, look, role, called);
    await person.see();
    return person;
  }

  /** Goes to an address and looks at what is there. */
  async go(path) {
    const answer = await this.page.goto(path);
    assert.ok(answer.ok(), `${this.role} at ${path}: ${answer.status()}`);
    await this.see();
  }

  /** Looks at the page as it stands. */
  async see(options) {
    await this.look.visit(this.page, `${this.role} ${this.name}`, options);
  }

  /** Presses a button or follows a link, and looks at where it leads. */
  async press(words, { in: within } = {}) {
    const place = within ? this.page.locator(within) : this.page;
    const target = place.getByRole('button', { name: words, exact: true }).or(place.getByRole('link', { name: words, exact: true }));
    await target.first().click();
    await this.page.waitForLoadState();
    await this.see({ again: (await this.problems()).length === 0 });
  }

  /** The lines of the summary above a form that was refused. */
  async problems() {
    return this.page.locator('#problems li').allInnerTexts();
  }

  /** Presses the button that sends a form, and wants it taken in. */
  async send(words, options) {
    await this.press(words, options);
    assert.deepEqual(await this.problems(), [], `${this.role} sent «${words}»`);
  }

  /** Fills in a field by its name. */
  async write(name, text) {
    await this.page.locator(`[name="${name}"]`).first().fill(`${text}`);
  }

  /** Chooses a value of a group of radio buttons, a list or a box to tick. */
  async choose(name, value) {
    const list = this.page.locator(`select[name="${name}"]`);
    if (await list.count()) return list.selectOption(value);
    return this.page.locator(`input[name="${name}"][value="${value}"]`).first().check();
  }

  /** Fills in several fields whose names begin alike. */
  async fillIn(beginning, values) {
    for (const [name, value] of Object.entries(values)) {
      const list = this.page.locator(`select[name="${beginning}${name}"]`);
      if (await list.count()) await list.selectOption(value);
      else await this.write(beginning + name, value);
    }
  }

  /** Wants the page to say the words. */
  async reads(words) {
    const text = await this.page.locator('main').innerText();
    assert.ok(text.replace(/\s+/g, ' ').includes(words), `${this.role} at ${this.page.url()} does not read «${words}»:\n${text}`);
  }

  /** Moves the demo's clock a number of days on, for everybody. */
  async days(n) {
    await this.page.evaluate(async (days) => {
      await fetch('/demo/clock', { method: 'POST', body: new URLSearchParams({ days, next: '/' }) });
    }, `${n}`);
  }
}
