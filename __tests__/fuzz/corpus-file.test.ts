import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addCall, parseCorpusFile, shownValues } from '../../src/fuzz/corpus-file.ts';
import { goModule } from '../support/go-module.ts';

const file = (...values: string[]): string => `go test fuzz v1\n${values.join('\n')}\n`;

describe('parseCorpusFile', () => {
  it.each([
    ['', 'nothing'],
    ['go test fuzz v1\n', 'no values'],
    ['go test fuzz v2\nstring("a")\n', 'another version'],
    ['string("a")\n', 'no header'],
    [file('os.Exit(1)'), 'no literal'],
    [file('string("a"'), 'a cut line'],
    [file('string("a"); panic(1)'), 'more than a literal'],
    [file('string("a") + f(")")'), 'an expression'],
    [file('string(x)'), 'a name'],
    [file(...Array.from({ length: 101 }, () => 'int(1)')), 'too many values'],
  ])('refuses %j: %s', (text) => {
    expect(parseCorpusFile(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 500 }), (text) => {
        parseCorpusFile(text);
        parseCorpusFile(file(text));
      }),
    );
  });

  it('takes linear time for hostile values', () => {
    const text = file(`string("${'\\"('.repeat(200_000)}`);
    const began = process.cpuUsage().user;
    expect(parseCorpusFile(text)).toBeNull();
    expect(process.cpuUsage().user - began).toBeLessThan(2_000_000);
  });
});

describe('shownValues', () => {
  it('cuts long values and says by how much', () => {
    const input = { values: [`string("${'a'.repeat(5000)}")`, 'int(3)'] };
    const [text = '', ...others] = shownValues(input);
    expect(text).toMatch(/^string\("a+\.\.\. \(\d+ more characters\)$/);
    expect(text.length).toBeLessThan(600);
    expect(others).toEqual(['int(3)']);
  });
});

const program = `package p

import (
	"fmt"
	"math"
	"os"
	"testing"
)

func FuzzAll(f *testing.F) {
	f.Fuzz(func(t *testing.T, b []byte, s string, r rune, c byte, i int8, u uint64, x float32, y float64, ok bool) {
		line := fmt.Sprintf("%x|%x|%d|%d|%d|%d|%08x|%016x|%t\\n", b, s, r, c, i, u, math.Float32bits(x), math.Float64bits(y), ok)
		out, err := os.OpenFile(os.Getenv("SEEN"), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err != nil {
			t.Fatal(err)
		}
		defer out.Close()
		if _, err := out.WriteString(line); err != nil {
			t.Fatal(err)
		}
	})
}
`;

// As package testing writes them.
const inputs = [
  [
    ...['[]byte("\\x00\\xff\\"(")', 'string("a\\nb\\u00e4\\x80")', "rune('ä')", "byte('\\'')"],
    ...['int8(-128)', 'uint64(18446744073709551615)', 'float32(0.1)', 'float64(-0)', 'bool(true)'],
  ],
  [
    ...['[]byte("")', 'string("")', 'int32(-1)', "byte('\\x00')", 'int8(0)', 'uint64(0)'],
    ...['float32(+Inf)', 'float64(NaN)', 'bool(false)'],
  ],
  [
    ...['[]byte("x")', 'string("`")', "rune('\\U0001f600')", "byte('z')", 'int8(1)', 'uint64(7)'],
    ...[
      'math.Float32frombits(0x7fc00001)',
      'math.Float64frombits(0x7ff8000000000002)',
      'bool(true)',
    ],
  ],
];

describe('addCall', () => {
  it('is the same input as the file, for the real package testing', () => {
    const calls = inputs.map((values) => addCall({ values }));
    const folder = goModule({
      'files/p_test.go': program,
      'calls/p_test.go': program.replace('\tf.Fuzz(', `\t${calls.join('\n\t')}\n\tf.Fuzz(`),
    });
    const corpus = join(folder, 'files/testdata/fuzz/FuzzAll');
    mkdirSync(corpus, { recursive: true });
    for (const [number, values] of inputs.entries()) {
      expect(parseCorpusFile(file(...values))).toEqual({ values });
      writeFileSync(join(corpus, `input${String(number)}`), file(...values));
    }
    const seen = (name: string): string => {
      const path = join(folder, `${name}.txt`);
      const env = { ...process.env, SEEN: path };
      execFileSync('go', ['test', '-count=1', `./${name}`], { cwd: folder, env });
      return readFileSync(path, 'utf8');
    };
    expect(readdirSync(corpus)).toHaveLength(inputs.length);
    expect(seen('calls')).toBe(seen('files'));
  }, 120_000);

  it('is left out where nobody would read it', () => {
    expect(addCall({ values: [`string("${'a'.repeat(2000)}")`] })).toBeNull();
  });
});
