import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);
import {
  getOctokit
} from "./chunk-RAVAGP5G.js";
import {
  apiCaller
} from "./chunk-D5CBUHZG.js";

// src/github/client.ts
function openGithub(options) {
  const { token, apiUrl, repository, retryDelayMs = 2e3, timeoutMs = 2e4 } = options;
  const [owner = "", repo = ""] = repository.split("/");
  const quiet = () => void 0;
  const { rest, graphql } = getOctokit(token, {
    baseUrl: apiUrl.replace(/\/$/, ""),
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet }
  });
  const { budgetMs = 12e4, fork = false } = options;
  const ask = apiCaller({ retryDelayMs, timeoutMs, budgetMs, fork });
  return { owner, repo, rest, graphql, ask, retryDelayMs };
}

export {
  openGithub
};
