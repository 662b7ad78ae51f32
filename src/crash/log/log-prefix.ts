/** What a CI system, a container runtime or a page puts in front of every line. The line's own text is all that follows. */
export interface LogPrefix {
  name: string;
  pattern: RegExp;
  sample: string;
  /** So much of the lines must have it; more than half, where nothing else is said. Less will do where nobody else begins a line so. */
  enough?: number;
}

const day = String.raw`\d{4}-\d\d-\d\d`;
const clock = String.raw`\d\d:\d\d:\d\d(?:[.,]\d{1,9})?`;
const iso = String.raw`${day}T${clock}(?:Z|[+-]\d\d:?\d\d)`;

/** Those that say more than others stand first. `part` says that the line goes on in the next one, or goes on from the last one. */
export const logPrefixes: readonly LogPrefix[] = [
  {
    name: 'gh run view --log',
    pattern: new RegExp(String.raw`^[^\t]{1,200}\t[^\t]{1,200}\t\ufeff?${iso}(?: |$)`),
    sample: 'test\tRun go test ./...\t2026-01-02T15:04:05.1234567Z ',
  },
  {
    name: 'CRI',
    pattern: new RegExp(`^${iso} (?:stdout|stderr) (?<part>[FP])(?: |$)`),
    sample: '2026-01-02T15:04:05.123456789+00:00 stderr F ',
  },
  {
    name: 'GitLab',
    pattern: new RegExp(String.raw`^${iso} \d\d[OE](?<part>[ +])`),
    sample: '2026-01-02T15:04:05.123456Z 01E ',
  },
  {
    name: 'GitHub, Azure, docker logs -t, kubectl logs --timestamps',
    pattern: new RegExp(`^${iso}(?: |$)`),
    sample: '2026-01-02T15:04:05.1234567Z ',
  },
  {
    name: 'Jenkins, Buildkite',
    pattern: new RegExp(String.raw`^\[${iso}\](?: |$)`),
    sample: '[2026-01-02T15:04:05.123Z] ',
  },
  {
    name: 'Grafana, ts with a date',
    pattern: new RegExp(`^${day} ${clock}(?: ?(?:Z|UTC|GMT|[+-]\\d\\d:?\\d\\d))?(?:[ \\t]|$)`),
    sample: '2026-01-02 15:04:05.123\t',
  },
  {
    name: "GitHub's page",
    pattern: /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT(?: |$)/,
    sample: 'Fri, 02 Jan 2026 15:04:05 GMT ',
  },
  {
    name: 'TeamCity',
    pattern: /^\[\d\d:\d\d:\d\d\][WEF]?:? ?\t? ?(?:\[[^\]]{1,80}\] )?/,
    sample: '[15:04:05]W:\t [Step 1/2] ',
  },
  {
    name: 'Jenkins with a clock',
    pattern: /^\d\d:\d\d:\d\d(?:\.\d{1,3})?(?: {1,2}|$)/,
    sample: '15:04:05  ',
  },
  {
    name: 'kubectl logs --prefix',
    pattern: /^\[pod\/[^\]\s]{1,300}\] /,
    sample: '[pod/shop-7d4b9/app] ',
  },
  {
    name: 'docker compose',
    pattern: /^[A-Za-z0-9][\w.-]{0,80} *\|(?: |$)/,
    sample: 'shop-1   | ',
  },
  {
    name: 'journalctl',
    pattern:
      /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,100} [\w./@-]{1,100}(?:\[\d{1,10}\])?: /,
    sample: 'Jan 02 15:04:05 runner go[4711]: ',
  },
  {
    name: 'journalctl and syslog behind their time, Heroku',
    pattern: /^(?:[\w.-]{1,100} )?[\w./@-]{1,100}\[[\w.-]{1,40}\]:(?: |$)/,
    sample: 'runner go[4711]: ',
  },
  {
    name: 'ts',
    pattern: /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?: |$)/,
    sample: 'Jan 02 15:04:05 ',
  },
  {
    // #14 [builder 5/6] RUN go test ./...
    name: 'docker build',
    pattern: /^#\d{1,5}(?: \d{1,6}\.\d{1,3})?(?: |$)/,
    sample: '#14 12.34 ',
    enough: 0.25,
  },
  {
    name: 'docker build, the summary of what failed',
    pattern: /^\d{1,6}\.\d{2,3}(?: |$)/,
    sample: '12.34 ',
    enough: 0.3,
  },
  {
    name: 'Google Cloud Build',
    pattern: /^Step #\d{1,4}(?: - "[^"]{1,100}")?:(?: |$)/,
    sample: 'Step #1 - "test": ',
    enough: 0.25,
  },
  {
    // [signal SIGSEGV: segmentation violation code=0x1 addr=0x0 pc=0x47b] is Go's own.
    name: 'branches of Jenkins, steps of Tekton and Drone, act, concurrently',
    pattern: /^\[(?!signal )\w[\w .:/#-]{0,100}\](?: {1,4}\|)?(?: |$)/,
    sample: '[CI/test]   | ',
  },
  {
    name: 'Earthly',
    pattern: /^ {0,80}[\w./-]{0,100}\+[\w.-]{1,80} \|(?: |$)/,
    sample: '           +test | ',
  },
  {
    name: 'stern',
    pattern: /^[a-z0-9][a-z0-9-]{0,200}-[a-z0-9]{5} [a-z0-9-]{1,63}(?: |$)/,
    sample: 'shop-7d4b9c6f5-x2x7k app ',
  },
];
