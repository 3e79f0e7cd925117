// The system's own Chromium, and contexts in it that read one language on one width.
import { chromium } from 'playwright-core';

export const languages = ['sv', 'en'];
export const widths = [1280, 390];
export const heights = { 1280: 900, 390: 844 };

export function launch() {
  return chromium.launch({
    executablePath: process.env.FOTFASTE_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A context of its own: nobody is signed in, unless state is that of one who is.
 * url is the server's, for the cookie that holds the reader's language.
 */
export async function open(browser, url, { language = 'sv', width = 1280, scheme = 'light', script = true, state } = {}) {
  const context = await browser.newContext({
    baseURL: url,
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    timezoneId: 'Europe/Stockholm',
    viewport: { width, height: heights[width] ?? 900 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    javaScriptEnabled: script,
    storageState: state,
  });
  await context.addCookies([{ name: 'fotfaste_language', value: language, url }]);
  return context;
}
