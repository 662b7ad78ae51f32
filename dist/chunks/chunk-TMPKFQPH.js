import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/github/baseline-origin.ts
function baselineOrigin(token, { event, apiUrl, repository }) {
  const ask = async () => {
    const { acceptedLabel } = await import("./accepted-label-W7H776YL.js");
    return acceptedLabel({ token, event, apiUrl, repository });
  };
  return {
    event,
    remote: "origin",
    token: token === "" ? null : token,
    acceptedLabel: token === "" ? null : ask
  };
}

export {
  baselineOrigin
};
