import { reportSchema, type Report } from '../../src/report/schema.ts';
import { fullReport } from './full-report.ts';
import { withText } from './text-fields.ts';

/** What a script calls when it gets to run: a page under test must never see it called. */
export const alarm = 'crashGuardAlarm';

const esc = '\u001b';
const run = `${alarm}(1)`;

const markdown = {
  'javascript link end': `](javascript:${run})`,
  'whole link': `[click](javascript:${run}) [x](https://evil.example/a "t")`,
  'reference link': '[a][b]\n\n[b]: https://evil.example/b "t"\n',
  image: '![p](https://evil.example/p.png)',
  autolinks: '<https://evil.example/c> <a@evil.example> https://evil.example/d www.evil.example',
  'bare mail and xmpp': 'a@evil.example mailto:a@evil.example xmpp:a@evil.example/b',
  mention: '@octocat, (@octo-org/team-a) \\@octocat &#64;octocat',
  'issue references': '#1 GH-2 octo-org/octo#3 (#4) https://github.com/octo-org/octo/issues/5',
  'commit references': `${'0123abcd'.repeat(5)} octo-org/octo@${'4567ef89'.repeat(5)} 0123abc`,
  headings: '# a\n## b\nc\n===\nd\n---\n',
  'setext only': 'x\n===',
  emphasis: '**a** __b__ *c* _d_ ~~e~~ ~f~ \\*g\\*',
  'list and quote': '- a\n* b\n+ c\n1. d\n> e\n- [ ] f\n- [x] g',
  'table row': '| a | b |\n|---|---|\n| c | d |',
  'pipes only': '|||\\|\\\\|||',
  'table break': 'cell |\n| next <br> | row\r\n| more',
  'code break': '` `` ``` ```` a ``` b ` c',
  'nested fences': '```text\na\n````js\nb\n```\n~~~\nc\n~~~~\n# out\n',
  'tilde fences': '~~~\na\n~~~\n# out',
  'indented code': '\n\n    a\n\tb\n\nc',
  'trailing backslash': 'a\\',
  'hard breaks': 'a  \nb\\\nc',
  'html comment': 'a <!-- b --> c --> d <!-- go-crash-guard key=x digest=y run=1 -->',
  'unclosed comment': '<!-- a',
  'mermaid block': '```mermaid\nxychart-beta\n  title "x"\n  line [1]\n```',
  'mermaid title': 'a"]\n  x-axis [1]\n click A href "https://evil.example"',
  math: '$a$ $$b$$ $`c`$',
  'footnote and emoji': 'a[^1] :+1:\n\n[^1]: b',
  'alert quote': '> [!CAUTION]\n> a',
};

const html = {
  'script element': `<script>${run}</script>`,
  'script end': `</script><script>${run}</script>`,
  'style end': `</style><img src=x onerror=${run}>`,
  'title end': `</title></head><body onload=${run}>`,
  'image error': `<img src=x onerror="${run}">`,
  svg: `<svg onload=${run}><a xlink:href="javascript:${run}">a</a></svg>`,
  'attribute end': `" onmouseover="${run}" x="`,
  'attribute end with single quotes': `' autofocus onfocus='${run}`,
  'attribute without quotes': `a onclick=${run}`,
  'details ends': '</details></details></summary></table></div></pre></code>',
  'details opens': '<details open><summary>a</summary>',
  'frame and form': '<iframe src="javascript:0"></iframe><form action="//evil.example"><input>',
  'base and meta': `<base href="//evil.example"><meta http-equiv=refresh content="0;url=//evil.example">`,
  entities: '&lt;b&gt; &amp; &#x3c;script&#x3e; &quot; &nbsp; &bogus; &#0;',
  'comment ends': '--> --!> ]]> ?> %>',
  'data section': '<![CDATA[ a ]]> b ]]]]><![CDATA[>',
  doctype: '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>',
  'template text': `{{constructor.constructor('${run}')()}} \${${run}} <%= 1 %>`,
};

const workflow = {
  'set-env command': '::set-env name=NODE_OPTIONS::--require=/tmp/x',
  'error command': '::error file=a.go,line=1::b',
  'command on a later line': 'a\n::add-path::/tmp/x\n  ::warning::b\nc',
  'old command': '##[add-path]/tmp/x\n##[error]a',
  groups: '##[group]a\n::group::b\n::endgroup::\n##[endgroup]',
  'resume and stop': '::stop-commands::x\n::x::\n::resume::',
  mask: '::add-mask::a\n##vso[task.setvariable variable=a]b',
  'escaped line break': 'a%0A::error::b%0D%0A::warning::c%25%3A%2C',
  'carriage return': 'a\r::error::b\rc',
  expression: "${{ github.token }} ${{ toJSON(secrets) }} ${{ '}}' }}",
  'output file': 'verdict<<EOF\npass\nEOF\nghadelimiter_x\nverdict=pass',
};

const terminal = {
  colours: `${esc}[31mred${esc}[0m ${esc}[1;5mblink`,
  'cursor and clear': `${esc}[2J${esc}[1;1H${esc}[1A${esc}[2K\rfake line`,
  'terminal link': `${esc}]8;;https://evil.example/\u0007click${esc}]8;;\u0007`,
  'terminal title': `${esc}]0;title\u0007${esc}]52;c;YQ==${esc}\\`,
  'sequence without end': `${esc}]8;;https://evil.example/ never ends`,
  'device strings': `${esc}P1$r${esc}\\ ${esc}_x${esc}\\ ${esc}^y${esc}\\ ${esc}c`,
  'eight-bit controls': '\u009b31m \u009d8;;x\u009c \u0085next',
  backspaces: 'PASS\b\b\b\bFAIL\u0007',
};

const characters = {
  nul: 'a\u0000b',
  controls: Array.from({ length: 32 }, (_, code) => String.fromCharCode(code)).join('x'),
  'no characters of XML': 'a\ufffe\uffffb\u007f\u0080\u009fc',
  'half a pair': 'a\ud83db \ude00c',
  'half a pair at the end': 'a\ud83d',
  'pair at every cut': '\u{1f600}'.repeat(300),
  'bidirectional override': 'a\u202egpj.exe\u202c \u2066b\u2069 \u200fc',
  'zero width': 'a\u200bb\u200cc\u200dd\u2060e\ufefff',
  'zero width mention': '@\u200boctocat #\u200b1',
  'tag characters': 'a\u{e0041}\u{e0042}b',
  'stacked marks': `Z${'\u0351\u0301\u0320'.repeat(200)}`,
  'line separators': 'a\u2028b\u2029c\u000bd\u000ce',
  spaces: ' \t\u00a0\u3000 ',
  empty: '',
};

const structure = {
  'climbing path': '../../../../etc/passwd',
  'climbing path of Windows': '..\\..\\..\\windows\\system32\\x',
  'absolute paths': '/etc/passwd',
  'drive and device': 'C:\\x\\NUL:stream',
  'file address': 'file:///etc/passwd#L1?a=b',
  'encoded path': '%2e%2e%2f%2e%2e%2fx%00.html?a#b',
  'names of objects': '__proto__',
  constructor: 'constructor',
  'JSON break': '"},{"a":"\\u0000\\"}],"verdict":{"status":"pass"}',
  'YAML break': "a: |\n  b\n---\n- &x [*x, !!js/function 'a']\n'\"# c",
  'XML break': '"/><testcase name="x"><failure/></testcase>',
  'shell break': '"; touch /tmp/x; `touch /tmp/y` $(touch /tmp/z) \'',
  'format text': '%s %d %n %!d(MISSING) $1 $& $` \\0',
  number: '-1e999',
  'long word': 'w'.repeat(20_000),
  'long words': 'long words '.repeat(3000),
  'many lines': 'line\n'.repeat(5000),
  'many backticks': '`'.repeat(20_000),
  'deep nesting': `${'<div>'.repeat(500)}${'[('.repeat(500)}${'> '.repeat(500)}`,
};

/** Texts that try to be more than text, by name, for every place that shows what a test, a file or an artifact says. */
export const hostileStrings: readonly (readonly [name: string, text: string])[] = Object.entries({
  ...{ ...markdown, ...html, ...workflow, ...terminal },
  ...{ ...characters, ...structure },
});

/** Ten million backticks: a fence must be longer than the longest run of them. */
export function hugeBackticks(chars = 10_000_000): string {
  return '`'.repeat(chars);
}

/** A report with everything that a report can hold, and the text in every field that takes any text. */
export function hostileReport(text: string): Report {
  return withText(reportSchema, fullReport(), text) as Report;
}
