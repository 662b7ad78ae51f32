import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  maxRecordBytes,
  readSmallFile
} from "./chunk-WKU5LGFA.js";
import {
  describeFailure
} from "./chunk-XDZPD3YM.js";

// src/baseline/clone.ts
import { resolve } from "node:path";

// src/baseline/git-access.ts
import { Buffer } from "node:buffer";

// src/baseline/git-surroundings.ts
var ofOuterGit = [
  ...["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"],
  ...["GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_QUARANTINE_PATH"],
  ...["GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE", "GIT_REPLACE_REF_BASE"],
  "GIT_IMPLICIT_WORK_TREE"
];
var quietly = [
  ...["core.hooksPath=/dev/null", "core.fsmonitor=false", "core.quotePath=false"],
  ...["gc.auto=0", "maintenance.auto=false", "advice.detachedHead=false"]
].flatMap((setting) => ["-c", setting]);

// src/baseline/git-access.ts
var timeoutMs = 12e4;
function gitAccess({ run, env, directory, token }) {
  const quiet = {
    ...env,
    LC_ALL: "C",
    LANGUAGE: void 0,
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    SSH_ASKPASS: "false",
    SSH_ASKPASS_REQUIRE: "force",
    GIT_NO_REPLACE_OBJECTS: "1",
    ...Object.fromEntries(ofOuterGit.map((name) => [name, void 0]))
  };
  const credentials = token === null ? [] : tokenSettings(token, env.GITHUB_SERVER_URL);
  const git = (args, options = {}) => run("git", [...quietly, ...args], {
    cwd: directory,
    env: withSettings(quiet, [...credentials, ...options.config ?? []]),
    encoding: "latin1",
    timeoutMs: options.timeoutMs ?? timeoutMs,
    ...options.input === void 0 ? {} : { input: options.input }
  });
  return Object.assign(git, { redact: redactor(token) });
}
function tokenSettings(token, serverUrl) {
  const server = (serverUrl ?? "https://github.com").replace(/\/$/, "");
  const name = `http.${server}/.extraheader`;
  return [
    [name, ""],
    [name, `AUTHORIZATION: basic ${basic(token)}`]
  ];
}
function withSettings(env, added) {
  const before = Number(env.GIT_CONFIG_COUNT ?? 0);
  const first = Number.isSafeInteger(before) && before > 0 ? before : 0;
  const entries = added.flatMap(([name, value], index) => [
    [`GIT_CONFIG_KEY_${String(first + index)}`, name],
    [`GIT_CONFIG_VALUE_${String(first + index)}`, value]
  ]);
  return {
    ...env,
    ...Object.fromEntries(entries),
    GIT_CONFIG_COUNT: String(first + added.length)
  };
}
function redactor(token) {
  const secrets = token === null || token === "" ? [] : [token, basic(token)];
  return (text) => {
    let clean = text;
    for (const secret of secrets) clean = clean.replaceAll(secret, "***");
    return clean.replace(
      /(?<scheme>[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]{1,500}@/gi,
      "$<scheme>***@"
    );
  };
}
function basic(token) {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}

// src/baseline/clone.ts
var timeoutMs2 = 6e4;
var fetchTimeoutMs = 18e4;
var sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function openClone(options) {
  const { directory } = options;
  const access = gitAccess({ ...options, env: { ...options.env, GIT_OPTIONAL_LOCKS: "0" } });
  const git = (args, limitMs = timeoutMs2) => access(args, { timeoutMs: limitMs });
  const lines = async (args) => {
    const result = await git(args);
    return result.kind === "exited" && result.code === 0 ? result.stdout.split("\n").filter((line) => line !== "") : [];
  };
  const commits = async (args) => (await lines(args)).filter((line) => sha.test(line));
  const shallowCommits = async () => {
    const [path] = await lines(["rev-parse", "--git-path", "shallow"]);
    const text = path === void 0 ? null : readSmallFile(resolve(directory, path));
    return new Set((text ?? "").split("\n").filter((line) => line !== ""));
  };
  return {
    git,
    redact: access.redact,
    resolve: async (name) => {
      if (name.startsWith("-") || new RegExp("\\p{Cc}", "u").test(name)) return null;
      const args = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`];
      return (await commits(args))[0] ?? null;
    },
    parents: async (commit) => {
      const result = await git(["cat-file", "commit", commit]);
      return result.kind === "exited" && result.code === 0 ? parentsOf(result.stdout) : null;
    },
    firstParents: (commit, count) => commits(["rev-list", "--first-parent", `--max-count=${String(count)}`, commit, "--"]),
    isAncestor: async (ancestor, commit) => {
      const result = await git(["merge-base", "--is-ancestor", ancestor, commit]);
      return result.kind === "exited" && result.code === 0;
    },
    mergeBases: (a, b) => commits(["merge-base", "--all", a, b]),
    isComplete: async (tips, ancestor) => {
      const cut = await shallowCommits();
      if (cut.size === 0) return true;
      const between = await commits(["rev-list", ...tips, "--not", ancestor, "--"]);
      return !between.some((commit) => cut.has(commit));
    },
    isShallow: async () => (await lines(["rev-parse", "--is-shallow-repository"]))[0] === "true",
    fetch: async (how, wanted) => {
      const options2 = ["--quiet", "--no-tags", "--no-write-fetch-head", "--no-recurse-submodules"];
      const depth = `--${how.kind}=${String(how.commits)}`;
      const result = await git(["fetch", ...options2, depth, "origin", ...wanted], fetchTimeoutMs);
      return result.kind === "exited" && result.code === 0;
    }
  };
}
function parentsOf(object) {
  const parents = [];
  for (const line of object.split("\n", 100)) {
    const parent = /^parent (?<commit>[0-9a-f]{40,64})$/.exec(line)?.groups?.["commit"];
    if (parent !== void 0) parents.push(parent);
    if (line.startsWith("author ")) break;
  }
  return parents;
}
var sayings = [
  {
    // fatal: not a git repository (or any of the parent directories): .git
    pattern: /not a git repository/,
    because: "the folder is not in a git repository, so no commit is known to compare with"
  },
  {
    // fatal: detected dubious ownership in repository at '/w'
    pattern: /dubious ownership/,
    because: 'git refuses to read the repository because it belongs to another user; run "git config --global --add safe.directory FOLDER" with its folder'
  },
  {
    // fatal: Needed a single revision
    pattern: /Needed a single revision|unknown revision/,
    because: "the repository has no commit yet"
  }
];
async function whyNoHead(clone) {
  const result = await clone.git(["rev-parse", "--verify", "HEAD"]);
  if (result.kind === "not-started")
    return "git was not found in PATH: without it no commit is known";
  const said = clone.redact(describeFailure(result));
  return sayings.find(({ pattern }) => pattern.test(said))?.because ?? `git does not tell the commit: ${said.slice(0, 500)}`;
}

// src/baseline/head.ts
async function readHead(run, env, directory) {
  const clone = openClone({ run, env, directory, token: null });
  const commit = await clone.resolve("HEAD");
  if (commit === null) return { commit: null, committedAt: null, clean: false };
  const [shown, status] = await Promise.all([
    clone.git(["show", "--no-patch", "--format=%cI", commit, "--"]),
    clone.git(["status", "--porcelain", "--untracked-files=normal", "--no-renames"])
  ]);
  const at = shown.kind === "exited" && shown.code === 0 ? shown.stdout.trim() : "";
  const milliseconds = Date.parse(at);
  return {
    commit,
    committedAt: Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString(),
    clean: status.kind === "exited" && status.code === 0 && status.stdout === ""
  };
}

// src/baseline/tracked.ts
var yes = (because) => ({ record: true, because });
var no = (because) => ({ record: false, because });
function isTracked(event, head, branches) {
  if (head.commit === null) return no("there is no commit to record the figures under");
  if (event === null) {
    return head.clean ? yes("the commit is clean") : no("the work tree has changes that are not committed");
  }
  switch (event.kind) {
    case "push": {
      const patterns = branches ?? [event.defaultBranch ?? "main", "main", "master"];
      if (!patterns.some((pattern) => matches(pattern, event.branch)))
        return no(`the branch ${event.branch} is not tracked (heap.branches)`);
      if (head.commit !== event.after)
        return no("the commit that is checked out is not the one that was pushed");
      return yes(`a push to the tracked branch ${event.branch}`);
    }
    case "pull-request":
      return no("a pull request is compared, never recorded");
    case "merge-group":
      return no("a merge group is compared, never recorded");
    case "tag":
      return no("only pushes to tracked branches are recorded, not tags");
    case "other":
      return no(`only pushes to tracked branches are recorded, not ${event.name}`);
  }
}
function matches(pattern, name) {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === void 0) return pattern === name;
  if (!name.startsWith(first) || !name.endsWith(last)) return false;
  let from = first.length;
  const end = name.length - last.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= end;
}

// src/baseline/file-store.ts
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import {
  link,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  unlink
} from "node:fs/promises";
import { dirname, join, sep } from "node:path";

// src/baseline/store-path.ts
function isStorePath(path) {
  return path.length <= 512 && /^v[1-9]\d{0,5}(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/.test(path);
}
function refusedFile({ path, bytes }) {
  if (!isStorePath(path))
    return `${JSON.stringify(path.slice(0, 200))} is no path of a baseline store.`;
  return bytes.length > maxRecordBytes ? `The record ${path} takes ${String(bytes.length >> 20)} MiB, more than ${String(maxRecordBytes >> 20)} MiB are not kept.` : null;
}
function eachPathOnce(files) {
  const first = /* @__PURE__ */ new Map();
  for (const file of files) if (!first.has(file.path)) first.set(file.path, file);
  return [...first.values()];
}

// src/baseline/file-store.ts
var unfinished = ".unfinished";
var staleMs = 24 * 3600 * 1e3;
var maxFiles = 5e5;
var maxReadBytes = 512 << 20;
function fileStore(path) {
  const guarded = async (what, task) => {
    try {
      return await task();
    } catch (error) {
      return { kind: "problem", problem: explain(path, what, error) };
    }
  };
  return {
    name: `file ${path}`,
    list: () => guarded("be read", async () => {
      const paths = [];
      await walk(path, "", paths);
      return { kind: "paths", paths: paths.sort() };
    }),
    read: (paths) => guarded("be read", async () => {
      const files = /* @__PURE__ */ new Map();
      let total = 0;
      for (const name of paths.filter(isStorePath)) {
        const bytes = await readWhole(path, name);
        if (bytes === null) continue;
        files.set(name, bytes);
        total += bytes.length;
        if (total > maxReadBytes) throw new Error(tooMuch);
      }
      return { kind: "files", files };
    }),
    add: async (files) => {
      const refused = files.flatMap((file) => refusedFile(file) ?? []);
      if (refused[0] !== void 0) return { kind: "problem", problem: refused[0] };
      return guarded("be written", () => addAll(path, eachPathOnce(files)));
    },
    remove: (paths) => guarded("be written", async () => {
      let removed = 0;
      for (const name of new Set(paths.filter(isStorePath))) {
        if (!await liesInside(path, name)) continue;
        const gone = await unlink(join(path, name)).then(() => true, missing(false));
        if (gone) removed += 1;
      }
      return { kind: "removed", removed };
    })
  };
}
var tooMuch = `more than ${String(maxReadBytes >> 20)} MiB are wanted at once; remove old records: go-crash-guard baseline prune`;
async function walk(root, folder, paths) {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(missing([]));
  for (const entry of entries) {
    const name = folder === "" ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory() && isStorePath(`${name}/x`)) await walk(root, name, paths);
    else if (entry.isFile() && isStorePath(name)) paths.push(name);
    if (paths.length > maxFiles)
      throw new Error(
        `more than ${String(maxFiles)} records; remove old ones: go-crash-guard baseline prune`
      );
  }
}
async function addAll(root, files) {
  const written = [];
  const scratch = join(root, unfinished);
  await makeFolder(scratch);
  await sweep(scratch);
  try {
    for (const file of files) if (await addOne(root, scratch, file)) written.push(file.path);
  } catch (error) {
    for (const name of written) await rm(join(root, name), { force: true });
    throw error;
  }
  return { kind: "added", written: written.length, kept: files.length - written.length };
}
async function addOne(root, scratch, file) {
  const target = join(root, file.path);
  if (await stat(target).catch(missing(null)) !== null) return false;
  await makeFolder(dirname(target));
  if (!await liesInside(root, file.path))
    throw new Error(`${file.path} leads out of the folder, by a symbolic link`);
  const temporary = join(scratch, randomBytes(12).toString("hex"));
  try {
    const handle = await open(temporary, "wx", 420);
    try {
      await handle.writeFile(file.bytes);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    return await publish(temporary, target);
  } finally {
    await rm(temporary, { force: true });
  }
}
async function publish(temporary, target) {
  try {
    await link(temporary, target);
    return true;
  } catch (error) {
    const { code } = error;
    if (code === "EEXIST") return false;
    if (!["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"].includes(code ?? "")) throw error;
  }
  if (await stat(target).catch(missing(null)) !== null) return false;
  await rename(temporary, target);
  return true;
}
async function readWhole(root, name) {
  const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;
  let handle;
  try {
    handle = await open(join(root, name), flags);
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "ELOOP", "ENXIO"].includes(error.code ?? ""))
      return null;
    throw error;
  }
  try {
    const status = await handle.stat();
    if (!status.isFile() || !await liesInside(root, name)) return null;
    return status.size > maxRecordBytes ? new Uint8Array() : await handle.readFile();
  } finally {
    await handle.close();
  }
}
async function liesInside(root, name) {
  const folder = await realpath(dirname(join(root, name))).catch(missing(null));
  return folder?.startsWith(await realpath(root) + sep) === true;
}
async function makeFolder(path) {
  const make = () => mkdir(path).catch(unless("EEXIST"));
  try {
    await make();
  } catch (error) {
    if (error.code !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await make();
  }
}
async function sweep(scratch) {
  for (const name of await readdir(scratch)) {
    const path = join(scratch, name);
    const status = await stat(path).catch(missing(null));
    if (status !== null && Date.now() - status.mtimeMs > staleMs) await rm(path, { force: true });
  }
}
function missing(value) {
  return (error) => {
    unless("ENOENT")(error);
    return value;
  };
}
function unless(code) {
  return (error) => {
    if (error.code !== code) throw error;
  };
}
var advice = {
  EACCES: "This user may not do that; check the owner and the permissions of the folder.",
  EPERM: "This user may not do that; check the owner and the permissions of the folder.",
  EROFS: "The disk is read-only; choose another folder (baseline: file:PATH).",
  ENOTDIR: "A part of the path is a file; choose a folder (baseline: file:PATH).",
  EEXIST: "A part of the path is a file; choose a folder (baseline: file:PATH).",
  ENOSPC: "The disk is full.",
  EDQUOT: "The disk quota is used up."
};
function explain(path, what, error) {
  const { message, code } = error;
  const hint = advice[code ?? ""];
  return `The baseline in ${path} cannot ${what}: ${message}${hint === void 0 ? "" : `. ${hint}`}`;
}

// src/baseline/git-store.ts
import { Buffer as Buffer5 } from "node:buffer";

// src/baseline/git-commit.ts
import { Buffer as Buffer3 } from "node:buffer";

// src/baseline/git-failure.ts
import { Buffer as Buffer2 } from "node:buffer";
var rows = [
  // remote: error: GH003: Sorry, force-pushing to crash-guard-baseline is not allowed.
  // remote: - Cannot force-push to this branch
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (non-fast-forward)
  {
    class: "no-rewrite",
    pattern: /force-push|non-fast-forward/i,
    advice: "The remote allows no force push to the branch of the baseline. Allow it there (branch protection, rulesets, receive.denyNonFastForwards); it holds no code."
  },
  // remote: error: GH006: Protected branch update failed for refs/heads/crash-guard-baseline.
  // remote: error: GH013: Repository rule violations found for refs/heads/crash-guard-baseline.
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (protected branch hook declined)
  {
    class: "lasting",
    pattern: /GH006|GH013|protected branch|rule violations|pre-receive hook declined|hook declined/i,
    advice: "A rule of the repository protects the branch of the baseline. Exempt this branch from branch protection and rulesets; it holds no code."
  },
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (branch is currently checked out)
  {
    class: "lasting",
    pattern: /currently checked out/i,
    advice: "Check out another branch there."
  },
  // remote: Write access to repository not granted. / fatal: unable to access 'https://…/': The requested URL returned error: 403
  // remote: Permission to o/r.git denied to github-actions[bot].
  {
    class: "lasting",
    pattern: /write access to repository not granted|permission to \S+ denied|returned error: 403|HTTP 403|remote: Permission/i,
    advice: 'Give the job the right to write: "permissions: contents: write" in the workflow.'
  },
  // fatal: 'crash-guard-store' does not appear to be a git repository
  {
    class: "lasting",
    pattern: /'crash-guard-store' does not appear/i,
    advice: "git does not read its settings from GIT_CONFIG_COUNT: it takes git 2.31 or later."
  },
  // fatal: could not read Username for 'https://github.com': terminal prompts disabled
  // fatal: Authentication failed for 'https://github.com/o/r/'
  // git@github.com: Permission denied (publickey).
  {
    class: "lasting",
    pattern: /could not read (?:Username|Password)|Authentication failed|returned error: 401|Permission denied \(|Host key verification failed|invalid credentials/i,
    advice: "git has no credentials for the remote. Leave persist-credentials of actions/checkout on, or set the input token."
  },
  // remote: Repository not found. / fatal: '/w/x.git' does not appear to be a git repository
  {
    class: "lasting",
    pattern: /Repository not found|does not appear to be a git repository|repository '[^']{0,500}' not found|returned error: 404/i,
    advice: 'The remote is not there, or the token may not see it. Check "git remote -v" and the permissions of the token.'
  },
  // fatal: detected dubious ownership in repository at '/w'
  {
    class: "lasting",
    pattern: /dubious ownership/i,
    advice: "The checkout belongs to another user: git config --global --add safe.directory DIRECTORY."
  },
  // fatal: not a git repository (or any of the parent directories): .git
  {
    class: "lasting",
    pattern: /not a git repository/i,
    advice: "The git store needs a git repository. Use baseline: file:PATH, or baseline: none."
  },
  // error: object file .git/objects/3f/2c… is empty / fatal: loose object 3f2c… is corrupt / fatal: bad object 3f2c…
  // error: inflate: data stream error (incorrect header check) / error: unable to unpack 3f2c… header
  {
    class: "lasting",
    pattern: /is corrupt|bad object|bad tree|object file \S+ is empty|inflate|unable to unpack|unable to read (?:tree|sha1|object)|not a valid object|missing (?:blob|tree|commit)|could not parse object|broken link|reference broken|invalid sha1 pointer/i,
    advice: 'Objects of the repository are damaged. "git fsck" names them; a fresh clone mends a damaged checkout. A damaged baseline branch may be deleted: the next runs fill it again.'
  },
  // error: cannot lock ref 'refs/heads/crash-guard-baseline': 'refs/heads/crash-guard-baseline/x' exists; cannot create …
  {
    class: "lasting",
    pattern: /exists; cannot create/i,
    advice: "Rename the branch that is in the way."
  },
  // fatal: write error: No space left on device
  {
    class: "lasting",
    pattern: /No space left on device|Disk quota exceeded/i,
    advice: "The disk is full."
  },
  // remote: fatal: Unable to create temporary file … Permission denied / error: unable to write file …: Read-only file system
  {
    class: "lasting",
    pattern: /insufficient permission|Permission denied|Read-only file system|Operation not permitted/i,
    advice: "The repository cannot be written to by this user."
  },
  // error: remote unpack failed: unable to create temporary object directory
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (unpacker error)
  {
    class: "passing",
    pattern: /unpack failed|unpacker error|unable to migrate/i,
    advice: "The remote took no objects: its disk may be full or read-only, or belong to another user."
  },
  // ! [rejected]  3f2c… -> crash-guard-baseline (stale info)
  // ! [rejected]  3f2c… -> crash-guard-baseline (fetch first)
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (cannot lock ref 'refs/heads/…': is at 3f2c… but expected 77aa…)
  // ! [remote rejected]  3f2c… -> crash-guard-baseline (incorrect old value provided)
  // error: Unable to create '/w/.git/refs/heads/crash-guard-baseline.lock': File exists.
  {
    class: "race",
    pattern: /stale info|fetch first|cannot lock ref|failed to lock|incorrect old value|failed to update ref|reference already exists|shallow file has changed|couldn't find remote ref|\.lock': File exists/i,
    advice: "Other jobs are writing to it. Run the job again; if no other job is at work, delete the lock file that git names."
  },
  // fatal: unable to access 'https://…': Could not resolve host: github.com
  // error: RPC failed; curl 56 … / fatal: the remote end hung up unexpectedly / returned error: 502
  {
    class: "passing",
    pattern: /Could not resolve|Connection (?:refused|reset|timed out)|Failed to connect|timed out|hung up unexpectedly|early EOF|RPC failed|returned error: (?:429|5\d\d)|HTTP (?:429|5\d\d)|Internal Server Error|TLS|SSL|gnutls/i,
    advice: "The connection to the remote failed. Run the job again."
  }
];
var maxMatched = 64 << 10;
function gitFailure(what, result, redact) {
  const said = printable(redact(utf8(describeFailure(result))));
  if (result.kind === "not-started")
    return failure(
      "lasting",
      what,
      said,
      "The git store needs git. Install it, or use baseline: file:PATH."
    );
  if (result.kind === "signaled")
    return failure("lasting", what, said, "It took too long, or the run was cancelled.");
  const all = result.stderr.slice(-maxMatched);
  const row = rows.find(({ pattern }) => pattern.test(all));
  return row === void 0 ? failure("lasting", what, said, "") : failure(row.class, what, said, row.advice);
}
function failure(kind, what, said, advice2) {
  const problem2 = [`${what}: ${said.slice(0, 2e3)}`, advice2].filter((part) => part !== "");
  return { kind: "failure", class: kind, problem: problem2.join("\n") };
}
function utf8(latin1) {
  return Buffer2.from(latin1, "latin1").toString("utf8");
}
function printable(text) {
  return text.replaceAll("	", " ").replace(/[^\P{C}\n]/gu, "").trim();
}

// src/baseline/git-commit.ts
var author = "go-crash-guard <go-crash-guard@baseline.invalid>";
async function makeCommit(git, commit) {
  const seconds = String(Math.floor(Date.now() / 1e3));
  const parts = [
    "commit refs/crash-guard/new\nmark :1\n",
    `committer ${author} ${seconds} +0000
`,
    ...data(Buffer3.from(commit.message)),
    ...commit.parent === null ? [] : [`from ${commit.parent}
`],
    ...commit.tree === null ? [] : [`M 040000 ${commit.tree} 
`],
    ...commit.add.flatMap(({ path, bytes }) => [`M 100644 inline ${path}
`, ...data(bytes)]),
    ...commit.remove.map((path) => `D ${path}
`),
    // With its branch reset, fast-import keeps the commit and creates no ref.
    "\nget-mark :1\nreset refs/crash-guard/new\n\ndone\n"
  ];
  const input = Buffer3.concat(parts.map((part) => Buffer3.from(part)));
  const result = await git(
    ["fast-import", "--quiet", "--done", "--date-format=raw", "--cat-blob-fd=1"],
    { input }
  );
  const made = result.kind === "exited" && result.code === 0 ? result.stdout.trim() : "";
  return /^[0-9a-f]{40,64}$/.test(made) ? { kind: "commit", commit: made } : gitFailure(
    "The baseline records cannot be added to the local repository",
    result,
    git.redact
  );
}
function data(bytes) {
  return [`data ${String(bytes.length)}
`, bytes, "\n"];
}

// src/baseline/git-local-ref.ts
function localRef(git, branch) {
  const ref = `refs/heads/${branch}`;
  const fetched = `refs/remotes/origin/${branch}`;
  return {
    name: `git branch ${branch}`,
    look: async () => {
      const format = "--format=%(objectname) %(objecttype) %(refname)";
      const result = await git(["for-each-ref", format, ref, fetched]);
      if (result.kind !== "exited" || result.code !== 0)
        return gitFailure("The baseline branch cannot be read", result, git.redact);
      const commits = new Map(
        result.stdout.split("\n").map((line) => {
          const [id = "", type = "", name = ""] = line.split(" ");
          return [type === "commit" ? name : "", id];
        })
      );
      const other = commits.get(fetched);
      const others = other === void 0 ? [] : [other];
      return { kind: "tips", tip: commits.get(ref) ?? null, others };
    },
    move: async (from, to) => {
      const what = "The baseline branch cannot be written";
      const worktrees = await git(["worktree", "list", "--porcelain"]);
      if (worktrees.kind === "exited" && worktrees.stdout.split("\n").includes(`branch ${ref}`)) {
        const problem2 = `${what}: ${branch} is checked out in a work tree of this repository. Check out another branch there.`;
        return { kind: "failure", class: "lasting", problem: problem2 };
      }
      const message = ["-m", "go-crash-guard: baseline"];
      const result = await git(["update-ref", ...message, ref, to, from ?? ""]);
      return result.kind === "exited" && result.code === 0 ? { kind: "moved" } : gitFailure(what, result, git.redact);
    }
  };
}

// src/baseline/git-remote-ref.ts
var fetchedRef = "refs/crash-guard/baseline";
var ownRemote = "crash-guard-store";
var timeoutMs3 = 3e5;
function remoteRef(git, remote, branch) {
  const ref = `refs/heads/${branch}`;
  let known = null;
  const call = async (args) => {
    known ??= ownRemoteSettings(git, remote);
    const config = await known;
    if (!Array.isArray(config)) return config;
    return git(args, { config, timeoutMs: timeoutMs3 });
  };
  const look = async () => {
    const listed = await call(["ls-remote", "--quiet", ownRemote, ref]);
    if (!succeeded(listed)) return failure2(git, "The baseline cannot be read", listed);
    const line = listed.stdout.split("\n").find((entry) => entry.endsWith(`	${ref}`));
    const tip = /^(?<id>[0-9a-f]{40,64})\t/.exec(line ?? "")?.groups?.id;
    if (tip === void 0) return { kind: "tips", tip: null, others: [] };
    if (await fetchedTip(git) === tip) return { kind: "tips", tip, others: [] };
    const fetched = await call([
      ...["fetch", "--quiet", "--no-tags", "--no-prune", "--no-write-fetch-head"],
      ...["--no-recurse-submodules", "--no-auto-maintenance", "--no-show-forced-updates"],
      ...[ownRemote, `+${ref}:${fetchedRef}`]
    ]);
    if (!succeeded(fetched)) return failure2(git, "The baseline cannot be fetched", fetched);
    return { kind: "tips", tip: await fetchedTip(git) ?? tip, others: [] };
  };
  return {
    name: `git ${branch} of ${git.redact(remote)}`,
    look,
    move: async (from, to) => {
      const pushed = await call([
        ...["push", "--porcelain", "--no-progress", "--no-verify", "--no-signed"],
        ...["--no-follow-tags", "--recurse-submodules=no"],
        ...[`--force-with-lease=${ref}:${from ?? ""}`, ownRemote, `${to}:${ref}`]
      ]);
      if (!succeeded(pushed))
        return failure2(git, "The baseline cannot be pushed", withRefusals(pushed));
      await git(["update-ref", fetchedRef, to]);
      return { kind: "moved" };
    }
  };
}
async function fetchedTip(git) {
  const result = await git(["rev-parse", "--verify", "--quiet", `${fetchedRef}^{commit}`]);
  return result.kind === "exited" && result.code === 0 ? result.stdout.trim() : null;
}
async function ownRemoteSettings(git, remote) {
  const lasting = (problem2) => ({ kind: "failure", class: "lasting", problem: problem2 });
  if (remote.startsWith("-") || !new RegExp("^\\P{Cc}{1,2000}$", "u").test(remote))
    return lasting(`The baseline cannot be read: "${printable2(remote)}" is no name of a remote.`);
  const first = async (name) => {
    const result = await git(["config", "--null", "--get-all", `remote.${remote}.${name}`]);
    if (result.kind === "exited" && result.code === 0) return result.stdout.split("\0")[0] ?? null;
    return result.kind === "exited" && result.code === 1 ? null : gitFailure("The settings of git cannot be read", result, git.redact);
  };
  const url = await first("url");
  if (url !== null && typeof url === "object") return url;
  if (url === null) {
    return /[/:]/.test(remote) ? [[`remote.${ownRemote}.url`, remote]] : lasting(
      `The baseline cannot be read: this repository has no remote "${remote}". Add it (git remote add ${remote} URL), or use baseline: file:PATH.`
    );
  }
  const pushUrl = await first("pushurl");
  if (pushUrl !== null && typeof pushUrl === "object") return pushUrl;
  return [
    [`remote.${ownRemote}.url`, url],
    ...pushUrl === null ? [] : [[`remote.${ownRemote}.pushurl`, pushUrl]]
  ];
}
function succeeded(result) {
  return result.kind === "exited" && result.code === 0;
}
function failure2(git, what, result) {
  return result.kind === "failure" ? result : gitFailure(what, result, git.redact);
}
function withRefusals(result) {
  if (result.kind !== "exited") return result;
  const refused = result.stdout.split("\n").filter((line) => line.startsWith("!	"));
  return { ...result, stderr: [result.stderr.trim(), ...refused].join("\n") };
}
function printable2(text) {
  return text.replace(new RegExp("\\p{C}", "gu"), "").slice(0, 200);
}

// src/baseline/git-tree.ts
import { Buffer as Buffer4 } from "node:buffer";
var readmePath = "README.md";
var maxFiles2 = 5e5;
var batchBytes = 64 << 20;
var maxReadBytes2 = 512 << 20;
async function readTree(git, commit) {
  const result = await git(["ls-tree", "-r", "-z", "--full-tree", commit]);
  if (result.kind !== "exited" || result.code !== 0) return unreadable(git, result);
  const files = /* @__PURE__ */ new Map();
  let others = 0;
  for (const entry of result.stdout.split("\0")) {
    const match = /^(?<mode>\d{6}) blob (?<id>[0-9a-f]+)\t(?<path>[^]+)$/.exec(entry);
    if (match?.groups?.path === void 0 || match.groups.id === void 0) continue;
    const path = Buffer4.from(match.groups.path, "latin1").toString("utf8");
    if (!/^v\d+\//.test(path)) others += path === readmePath ? 0 : 1;
    else if (match.groups.mode?.startsWith("100") === true) files.set(path, match.groups.id);
    if (files.size > maxFiles2) return tooMany(`more than ${String(maxFiles2)} records`);
  }
  return { kind: "tree", tree: { files, foreign: others > 0 && files.size === 0 } };
}
async function readBlobs(git, tree, paths) {
  const wanted = [...new Set(paths)].flatMap((path) => {
    const id = tree.files.get(path);
    return id === void 0 ? [] : [{ path, id }];
  });
  const files = /* @__PURE__ */ new Map();
  if (wanted.length === 0) return { kind: "files", files };
  const sizes = await git(["cat-file", "--batch-check=%(objecttype) %(objectsize)"], {
    input: names(wanted)
  });
  if (sizes.kind !== "exited" || sizes.code !== 0) return unreadable(git, sizes);
  const lines = sizes.stdout.split("\n");
  const batches = [[]];
  let [inBatch, total] = [0, 0];
  for (const [index, blob] of wanted.entries()) {
    const size = sizeOf(lines[index] ?? "");
    if (size === null)
      return unreadable(git, failed(sizes, `missing blob ${blob.id} of ${blob.path}`));
    if (size > maxRecordBytes) {
      files.set(blob.path, new Uint8Array());
      continue;
    }
    total += size;
    inBatch += size;
    if (inBatch > batchBytes) {
      batches.push([]);
      inBatch = size;
    }
    batches.at(-1)?.push(blob);
  }
  if (total > maxReadBytes2)
    return tooMany(
      `${String(total >> 20)} MiB in the ${String(wanted.length)} records that are wanted`
    );
  for (const batch of batches) {
    const failure3 = await readBatch(git, batch, files);
    if (failure3 !== null) return failure3;
  }
  return { kind: "files", files };
}
async function readBatch(git, blobs, files) {
  if (blobs.length === 0) return null;
  const result = await git(["cat-file", "--batch=%(objecttype) %(objectsize)"], {
    input: names(blobs)
  });
  if (result.kind !== "exited" || result.code !== 0) return unreadable(git, result);
  const output = Buffer4.from(result.stdout, "latin1");
  let at = 0;
  for (const { path, id } of blobs) {
    const end = output.indexOf("\n", at);
    const size = end === -1 ? null : sizeOf(output.toString("latin1", at, end));
    if (size === null || end + 1 + size >= output.length)
      return unreadable(git, failed(result, `missing blob ${id} of ${path}`));
    files.set(path, Uint8Array.from(output.subarray(end + 1, end + 1 + size)));
    at = end + 1 + size + 1;
  }
  return null;
}
function sizeOf(header) {
  const size = /^blob (?<size>\d{1,15})$/.exec(header)?.groups?.size;
  return size === void 0 ? null : Number(size);
}
function names(blobs) {
  return blobs.map(({ id }) => `${id}
`).join("");
}
function failed(result, because) {
  return { ...result, code: 1, stderr: `${result.stderr}
${because}` };
}
function unreadable(git, result) {
  return gitFailure("The baseline records cannot be read", result, git.redact);
}
function tooMany(what) {
  const problem2 = `The baseline is too large to be read: ${what}. Remove old records: go-crash-guard baseline prune.`;
  return { kind: "failure", class: "lasting", problem: problem2 };
}

// src/baseline/retry.ts
import { setTimeout as wait } from "node:timers/promises";
var patience = { racesMs: 12e4, passing: 4 };
var firstDelayMs = 50;
var maxDelayMs = 4e3;
async function retried(attempt, { racesMs, passing } = patience) {
  const start = performance.now();
  let failures = 0;
  for (let tries = 0; ; tries += 1) {
    const result = await attempt();
    if (!isFailure(result)) return result;
    if (result.class === "passing") failures += 1;
    const again = result.class === "race" ? performance.now() - start < racesMs : result.class === "passing" && failures < passing;
    if (!again) return result;
    await wait(Math.random() * Math.min(maxDelayMs, firstDelayMs * 2 ** tries));
  }
}
function isFailure(result) {
  return result.kind === "failure";
}

// src/baseline/git-store.ts
var maxCommits = 300;
var readme = {
  path: readmePath,
  bytes: Buffer5.from(`# Heap usage of earlier commits

go-crash-guard keeps here what tests allocated, one file for each package and commit, and compares new commits with it.
This branch shares no history with the code and is never merged. Files are only added; \`go-crash-guard baseline prune\` removes
old ones and begins the history of the branch anew. If the branch is deleted, the next runs fill it again.
`)
};
function gitStore(options) {
  const { remote, branch = "crash-guard-baseline", patience: patience2 = patience } = options;
  const git = gitAccess(options);
  const ref = remote === null ? localRef(git, branch) : remoteRef(git, remote, branch);
  let seen = null;
  const look = async () => {
    const found = await snapshot(git, ref);
    seen = found.kind === "snapshot" ? found : null;
    return found;
  };
  const current = async () => seen ?? retried(look, patience2);
  return {
    name: ref.name,
    list: async () => {
      const now = await current();
      if (now.kind === "failure") return problem(now);
      const paths = new Set(now.trees.flatMap(({ files }) => [...files.keys()]));
      return { kind: "paths", paths: [...paths].sort() };
    },
    read: async (paths) => {
      const now = await current();
      if (now.kind === "failure") return problem(now);
      const files = /* @__PURE__ */ new Map();
      for (const tree of now.trees) {
        const read = await readBlobs(
          git,
          tree,
          paths.filter((path) => !files.has(path))
        );
        if (read.kind === "failure") return problem(read);
        for (const [path, bytes] of read.files) files.set(path, bytes);
      }
      return { kind: "files", files };
    },
    add: async (files, message) => {
      const refused = files.flatMap((file) => refusedFile(file) ?? []);
      if (refused[0] !== void 0) return { kind: "problem", problem: refused[0] };
      const added = await retried(async () => {
        const now = await look();
        return now.kind === "failure" ? now : addFiles({ git, ref, now, message, files: eachPathOnce(files) });
      }, patience2);
      seen = null;
      return added.kind === "failure" ? problem(added) : added;
    },
    remove: async (paths) => {
      const removed = await retried(async () => {
        const now = await look();
        return now.kind === "failure" ? now : removeFiles({ git, ref, now, paths });
      }, patience2);
      seen = null;
      return removed.kind === "failure" ? problem(removed) : removed;
    }
  };
}
async function snapshot(git, ref) {
  const tips = await ref.look();
  if (tips.kind === "failure") return tips;
  const trees = [];
  for (const commit of [...tips.tip === null ? [] : [tips.tip], ...tips.others]) {
    const read = await readTree(git, commit);
    if (read.kind === "failure") return read;
    trees.push(read.tree);
  }
  const { tip } = tips;
  const tree = (tip === null ? void 0 : trees[0]) ?? { files: /* @__PURE__ */ new Map(), foreign: false };
  return { kind: "snapshot", tip, tree, trees };
}
async function addFiles({
  git,
  ref,
  now,
  files,
  message
}) {
  const { tip, tree } = now;
  const missing2 = files.filter(({ path }) => !now.trees.some((one) => one.files.has(path)));
  const added = {
    kind: "added",
    written: missing2.length,
    kept: files.length - missing2.length
  };
  if (missing2.length === 0) return added;
  if (tree.foreign) return foreign(ref);
  const long = tip !== null && await commitsUpTo(git, tip, maxCommits + 1) > maxCommits;
  for (const parent of long ? [null, tip] : [tip]) {
    const base = parent === null && tip !== null ? await treeId(git, tip) : null;
    if (base !== null && typeof base === "object") return base;
    const add = tip === null ? [readme, ...missing2] : missing2;
    const made = await makeCommit(git, { parent, tree: base, add, remove: [], message });
    if (made.kind === "failure") return made;
    const moved = await ref.move(tip, made.commit);
    if (moved.kind === "moved") return added;
    if (moved.class !== "no-rewrite" || parent === tip) return moved;
  }
  return added;
}
async function removeFiles({
  git,
  ref,
  now,
  paths
}) {
  const { tip, tree } = now;
  const there = [...new Set(paths)].filter((path) => isStorePath(path) && tree.files.has(path));
  if (tip === null || there.length === 0) return { kind: "removed", removed: 0 };
  const base = await treeId(git, tip);
  if (typeof base === "object") return base;
  const message = `Remove ${String(there.length)} old records`;
  const made = await makeCommit(git, { parent: null, tree: base, add: [], remove: there, message });
  if (made.kind === "failure") return made;
  const moved = await ref.move(tip, made.commit);
  return moved.kind === "failure" ? moved : { kind: "removed", removed: there.length };
}
async function commitsUpTo(git, commit, most) {
  const counted = await git(["rev-list", "--count", `--max-count=${String(most)}`, commit]);
  return counted.kind === "exited" && counted.code === 0 ? Number(counted.stdout.trim()) : 0;
}
async function treeId(git, commit) {
  const result = await git(["rev-parse", "--verify", "--quiet", `${commit}^{tree}`]);
  return result.kind === "exited" && result.code === 0 ? result.stdout.trim() : gitFailure("The baseline records cannot be read", result, git.redact);
}
function foreign(ref) {
  const problem2 = `${ref.name} holds files, and none of them is a record: it is somebody else's branch. Nothing was written. Rename or delete it if it is not needed.`;
  return { kind: "failure", class: "lasting", problem: problem2 };
}
function problem(failure3) {
  return { kind: "problem", problem: failure3.problem };
}

// src/baseline/open-store.ts
function openStore(choice, where) {
  switch (choice.kind) {
    case "git":
      return gitStore(where);
    case "file":
      return fileStore(choice.path);
    case "none":
      return null;
  }
}

export {
  ofOuterGit,
  quietly,
  openClone,
  whyNoHead,
  readHead,
  isTracked,
  openStore
};
