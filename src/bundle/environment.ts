import type { Environment } from '../machine/command.ts';

/**
 * The variables that may leave the machine: they change how a Go program runs or is built, and hold nothing that is secret.
 * docs/cores.md lists them. Names that begin with GO are not enough: GOPROXY and GOAUTH may hold passwords, and GOOGLE_API_KEY is one.
 */
export const shareableNames: readonly string[] = [
  ...['CGO_ENABLED', 'GO111MODULE', 'GOARCH', 'GODEBUG', 'GOEXPERIMENT', 'GOFIPS140', 'GOGC'],
  ...['GOMAXPROCS', 'GOMEMLIMIT', 'GOOS', 'GORACE', 'GOTOOLCHAIN', 'GOTRACEBACK'],
  ...[
    'GO386',
    'GOAMD64',
    'GOARM',
    'GOARM64',
    'GOMIPS',
    'GOMIPS64',
    'GOPPC64',
    'GORISCV64',
    'GOWASM',
  ],
  ...['LANG', 'LANGUAGE', 'LC_ALL', 'LC_COLLATE', 'LC_CTYPE', 'LC_MESSAGES', 'LC_NUMERIC'],
  ...['LC_TIME', 'TZ'],
];

const maxValueChars = 4096;

/** The part of an environment that may leave the machine. */
export function shareable(env: Environment): Record<string, string> {
  return Object.fromEntries(
    shareableNames.flatMap((name) => {
      const value = env[name];
      return value === undefined || value.length > maxValueChars ? [] : [[name, value]];
    }),
  );
}

// MY_TOKEN  AWS_SECRET_ACCESS_KEY  NPM_AUTH  DB_PASSWORD
const secretName = /token|secret|passw|passphrase|key|credential|auth|private/i;
const minSecretChars = 6;
const hidden = 'REDACTED';

/** Words with the values of variables whose names promise a secret blacked out. */
export function withoutSecrets(words: readonly string[], env: Environment): string[] {
  const secrets = Object.entries(env)
    .filter(([name, value]) => secretName.test(name) && (value?.length ?? 0) >= minSecretChars)
    .map(([, value]) => value ?? '')
    .sort((a, b) => b.length - a.length);
  return words.map((word) =>
    secrets.reduce((text, secret) => text.replaceAll(secret, hidden), word),
  );
}
