// Builds the page styles into internal/web/static/dist, from where the Go binary
// embeds them: one style sheet, one small script, the fonts and the mark.
//   npm ci && npm run styles
import { build } from "esbuild";
import { copyFile, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "internal", "web", "static", "dist");

await mkdir(out, { recursive: true });
for (const name of await readdir(out)) {
  if (name !== ".gitkeep") await rm(join(out, name), { recursive: true });
}

const result = await build({
  entryPoints: [join(here, "app.css"), join(here, "app.js")],
  outdir: out,
  bundle: true,
  minify: true,
  target: ["chrome111", "firefox113", "safari16.4"],
  loader: { ".woff2": "file" },
  assetNames: "[name]",
  logLevel: "warning",
  metafile: true,
});
await copyFile(join(here, "mark.svg"), join(out, "mark.svg"));

for (const [name, { bytes }] of Object.entries(result.metafile.outputs)) {
  console.log(`${String(Math.ceil(bytes / 1024)).padStart(5)} kB  ${name.split("/").pop()}`);
}
