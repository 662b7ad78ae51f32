import { createHash } from 'node:crypto';
import { markup, type Markup } from './markup.ts';

/** What every page carries with it, because it may load nothing. */
export interface PageAssets {
  script: string;
  style: string;
}

/** A whole page that loads nothing and runs nothing but its own script. */
export function htmlDocument(page: {
  title: string;
  assets: PageAssets;
  body: Markup;
  /** Whether the page needs the script. */
  withScript: boolean;
}): string {
  const { script, style } = page.assets;
  const policy = [
    "default-src 'none'",
    `script-src ${page.withScript ? sourceHash(script) : "'none'"}`,
    `style-src ${sourceHash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${page.title}</title>
<style>${{ markup: style }}</style>
</head>
<body>
${page.body}
${page.withScript ? { markup: `<script>${script}</script>` } : null}
</body>
</html>
`.markup;
}

/** As a Content-Security-Policy names a script or style by its content. */
function sourceHash(content: string): string {
  return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
}
