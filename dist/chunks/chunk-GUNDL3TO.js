import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  readBounded
} from "./chunk-VAXDAKPX.js";
import {
  goTestFiles,
  layout,
  ownEntries
} from "./chunk-UNYLEEOB.js";
import {
  InputError
} from "./chunk-EQJSFSIF.js";
import {
  _positive,
  boolean,
  int,
  literal,
  nullable,
  object,
  string
} from "./chunk-TYNGSIJO.js";

// src/run/keeper-gone.ts
import { access } from "node:fs/promises";
var goStartSchema = object({ keeperPid: int().check(_positive()) });
var patienceMs = 5e3;
var pollMs = 20;
async function keeperGone(folder) {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline && await isCleaningUp(folder))
    await new Promise((resolve) => setTimeout(resolve, pollMs));
}
async function isCleaningUp(folder) {
  const text = await readBounded(goTestFiles.goStart(folder), 1 << 20);
  if (text === null || await exists(goTestFiles.goEnd(folder))) return false;
  try {
    process.kill(goStartSchema.parse(JSON.parse(text)).keeperPid, 0);
    return true;
  } catch {
    return false;
  }
}
async function exists(path) {
  return access(path).then(
    () => true,
    () => false
  );
}

// src/run/run-folder.ts
import { randomBytes } from "node:crypto";
import { mkdir, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
var markerSchema = object({
  schema: literal(1),
  tool: literal("go-crash-guard"),
  run: string(),
  pid: int(),
  /** Tells two processes with one number apart (field 22 of /proc/PID/stat); null where there is no /proc. */
  processStart: nullable(string()),
  startedAt: string(),
  finished: boolean()
});
var ignoreAll = "*\n";
var removal = { recursive: true, force: true, maxRetries: 5, retryDelay: 100 };
async function openRunFolder(out, startedAt) {
  try {
    await mkdir(out, { recursive: true });
    await refuseForeign(out);
    await keepersGone(out);
    for (const entry of ownEntries) await rm(join(out, entry), removal);
    await writeFile(join(out, ".gitignore"), ignoreAll);
    if (basename(dirname(out)) === ".crash-guard")
      await writeFile(join(dirname(out), ".gitignore"), ignoreAll);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([
      {
        where: "--out",
        what: `cannot write to ${out}: ${error.message}`,
        fix: "choose a folder that this user may write to"
      }
    ]);
  }
  const marker = {
    schema: 1,
    tool: "go-crash-guard",
    run: randomBytes(8).toString("hex"),
    pid: process.pid,
    processStart: await processStart(process.pid),
    startedAt: startedAt.toISOString(),
    finished: false
  };
  await writeAtomically(layout.marker(out), `${JSON.stringify(marker)}
`);
  return marker;
}
async function readMarker(out) {
  try {
    const parsed = markerSchema.safeParse(JSON.parse(await readFile(layout.marker(out), "utf8")));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
async function finishRunFolder(out, marker) {
  await writeAtomically(layout.marker(out), `${JSON.stringify({ ...marker, finished: true })}
`);
}
async function isActive(out) {
  const marker = await readMarker(out);
  return marker !== null && !marker.finished && await isRunning(marker);
}
async function keepersGone(out) {
  const legs = await readdir(dirname(layout.leg(out, "_"))).catch(() => []);
  await Promise.all(legs.map((leg) => keeperGone(layout.leg(out, leg))));
}
async function refuseForeign(out) {
  const entries = await readdir(out);
  if (entries.length === 0) return;
  const marker = await readMarker(out);
  if (marker === null) {
    if (entries.every((entry) => entry === ".gitignore") && await ignoresAll(out)) return;
    throw new InputError([
      {
        where: "--out",
        what: `${out} holds files that are not from go-crash-guard (${entries.slice(0, 3).join(", ")})`,
        fix: "name an empty folder or one that does not exist yet"
      }
    ]);
  }
  if (!marker.finished && await isRunning(marker)) {
    throw new InputError([
      {
        where: "--out",
        what: `another run (process ${String(marker.pid)}) is writing to ${out}`,
        fix: "wait for it to end, or give this run a folder of its own"
      }
    ]);
  }
}
async function ignoresAll(out) {
  return await readFile(join(out, ".gitignore"), "utf8") === ignoreAll;
}
async function isRunning(marker) {
  if (marker.pid === process.pid) return false;
  try {
    process.kill(marker.pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return marker.processStart === null || marker.processStart === await processStart(marker.pid);
}
async function processStart(pid) {
  try {
    const stat = await readFile(`/proc/${String(pid)}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
async function writeAtomically(path, content) {
  const temporary = `${path}.${randomBytes(4).toString("hex")}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, path);
}

export {
  keeperGone,
  openRunFolder,
  readMarker,
  finishRunFolder,
  isActive,
  writeAtomically
};
