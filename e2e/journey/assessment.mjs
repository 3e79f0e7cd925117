// Fills in a round of an instrument, theme by theme. What is not told is answered with
// the last choice of each question, which is never the one that asks for more.

/** The rater's answers, by question, for those that matter to the rest of the journey. */
export async function fillRound(person, rater, told, { save, themes: links }) {
  const themes = await person.page.locator(links).evaluateAll((links) => links.map((a) => a.getAttribute('href')));
  for (const theme of themes) {
    if (new URL(person.page.url()).pathname !== theme) await person.go(theme); // saving leads to the next one
    for (const name of await fieldsOf(person.page, rater)) {
      await answer(person.page, name, told[name.slice(rater.length + 1)]);
    }
    // Some questions show only when others have been answered: save, and look again.
    await person.send(save);
    await person.go(theme);
    const more = await unanswered(person.page, rater);
    for (const name of more) await answer(person.page, name, told[name.slice(rater.length + 1)]);
    if (more.length) await person.send(save);
  }
}

async function fieldsOf(page, rater) {
  return page.evaluate((prefix) => {
    const names = [...document.querySelectorAll('input, textarea, select')].map((f) => f.name);
    return [...new Set(names)].filter((n) => n.startsWith(`${prefix}-`) && !n.endsWith('later'));
  }, rater);
}

async function unanswered(page, rater) {
  const names = await fieldsOf(page, rater);
  return page.evaluate((all) => all.filter((name) => {
    const fields = [...document.getElementsByName(name)];
    return !fields.some((f) => (f.type === 'radio' || f.type === 'checkbox' ? f.checked : f.value));
  }), names);
}

async function answer(page, name, told) {
  const fields = page.locator(`[name="${name}"]`);
  const kind = await fields.first().getAttribute('type');
  if (kind === 'radio' || kind === 'checkbox') {
    const values = await fields.evaluateAll((all) => all.map((f) => f.value));
    const chosen = [told ?? values.at(-1)].flat();
    for (const value of chosen) await page.locator(`[name="${name}"][value="${value}"]`).check();
    return;
  }
  await fields.first().fill(`${told ?? (kind === 'number' ? '0' : 'Det pratar vi mer om.')}`);
}
