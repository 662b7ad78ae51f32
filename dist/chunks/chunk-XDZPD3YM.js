import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/machine/command.ts
import { spawn } from "node:child_process";
import { Buffer } from "node:buffer";
var maxOutputBytes = 512 * 1024 * 1024;
var InterruptedError = class extends Error {
  constructor(what, signal) {
    super(`${what} was ended by ${signal}`);
    this.name = "InterruptedError";
  }
};
function uninterrupted(what, result) {
  if (result.kind === "signaled") throw new InterruptedError(what, result.signal);
  return result;
}
function commandRunner(stop) {
  return (command, args, options) => new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd: options.cwd,
      env: options.env,
      stdio: [options.input === void 0 ? "ignore" : "pipe", "pipe", "pipe"],
      windowsHide: true
    });
    const kill = () => void child.kill("SIGKILL");
    const abandon = () => {
      kill();
      child.unref();
      child.stdout?.destroy();
      child.stderr?.destroy();
      settle({ kind: "signaled", signal: "SIGKILL", stdout: stdout(), stderr: stderr() });
    };
    const { timeoutMs } = options;
    const timer = timeoutMs === void 0 ? void 0 : setTimeout(abandon, timeoutMs);
    const settle = (result) => {
      clearTimeout(timer);
      stop.removeEventListener("abort", kill);
      resolve(result);
    };
    if (stop.aborted) kill();
    stop.addEventListener("abort", kill, { once: true });
    const stdout = collect(child.stdout, options.encoding);
    const stderr = collect(child.stderr);
    child.once("error", (error) => {
      settle({ kind: "not-started", error: error.message });
    });
    child.once("close", (code, signal) => {
      const output = { stdout: stdout(), stderr: stderr() };
      if (signal !== null) settle({ kind: "signaled", signal, ...output });
      else settle({ kind: "exited", code: code ?? -1, ...output });
    });
    child.stdin?.on("error", () => void 0);
    child.stdin?.end(options.input);
  });
}
function collect(stream, encoding = "utf8") {
  const chunks = [];
  let size = 0;
  stream?.on("data", (chunk) => {
    size += chunk.length;
    if (size <= maxOutputBytes) chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString(encoding);
}
function describeFailure(result) {
  switch (result.kind) {
    case "not-started":
      return `could not be started: ${result.error}`;
    case "signaled":
      return `was ended by ${result.signal}. ${lastLines(result.stderr)}`.trim();
    case "exited":
      return lastLines(result.stderr) || `ended with exit code ${String(result.code)}`;
  }
}
function lastLines(text) {
  return text.trim().split("\n").slice(-12).join("\n");
}

export {
  InterruptedError,
  uninterrupted,
  commandRunner,
  describeFailure
};
