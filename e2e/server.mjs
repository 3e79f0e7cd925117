// A demo of its own for a test: a small municipality in a temporary folder, on a free
// port of loopback, always with the same people on the same day.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const today = '2026-08-03'; // a Monday

const program = fileURLToPath(new URL('../bin/fotfaste', import.meta.url));

async function freePort() {
  const probe = createServer();
  await new Promise((ready, fail) => probe.once('error', fail).listen(0, '127.0.0.1', ready));
  const { port } = probe.address();
  await new Promise((closed) => probe.close(closed));
  return port;
}

/** Starts bin/fotfaste demo and returns { url, stop, said } once it is ready to serve. */
export async function startDemo({ size = 'small', seed = 1, patience = 120_000, day = today } = {}) {
  const dir = await mkdtemp(join(tmpdir(), 'fotfaste-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(
    program,
    ['demo', '--addr', `127.0.0.1:${port}`, '--dir', dir, '--seed', `${seed}`, '--size', size, '--today', day],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  let over = null; // why the program is no more
  child.stdout.on('data', (d) => (said += d));
  child.stderr.on('data', (d) => (said += d));
  child.once('error', (e) => (over = e.message));
  const ended = new Promise((done) => child.once('close', (code, signal) => done((over ??= `it ended with ${code ?? signal}`))));
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);

  const stop = async () => {
    process.off('exit', kill);
    if (!over) child.kill('SIGTERM');
    const late = setTimeout(kill, 15_000);
    await ended;
    clearTimeout(late);
    await rm(dir, { recursive: true, force: true });
  };

  const until = Date.now() + patience;
  while (!over && Date.now() < until) {
    try {
      if ((await fetch(`${url}/readyz`)).ok) return { url, stop, said: () => said };
    } catch {
      // not listening yet
    }
    await Promise.race([ended, wait(100)]);
  }
  const why = over ?? `it was not ready within ${patience / 1000} s`;
  if (!child.pid) over = why; // it never was
  await (child.pid ? stop() : rm(dir, { recursive: true, force: true }));
  throw new Error(`bin/fotfaste demo: ${why}\n${said}`);
}
