import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PackageRun } from '../../src/report/schema.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, run, scratch } from '../support/guarded.ts';
import { readByTwo } from '../support/junit-readers.ts';

const names = Array.from({ length: 30 }, (_, at) => `TestFine${String(at)}`);
const source = `package cart

import (
	"fmt"
	"testing"
)

${names.map((name) => `func ${name}(*testing.T) {}`).join('\n')}

func TestAdd(*testing.T) {
	var totals map[string]int
	totals["a"] = 1
}

func TestSplit(t *testing.T) {
	t.Run("one", func(*testing.T) {})
	t.Run("a.b (x)|y", func(*testing.T) {
		var parts []int
		_ = parts[len(parts)+2]
	})
	t.Run("three", func(*testing.T) {})
}

func Example() {
	fmt.Println(3)
	// Output: 3
}

func FuzzParse(f *testing.F) {
	f.Add("x")
	f.Fuzz(func(*testing.T, string) {})
}
`;

describe('a package in which two tests crash, shuffled', () => {
  const out = scratch();
  let text: string;
  let cart: PackageRun;
  const kept = (file: string): string => readFileSync(join(out.path, file), 'utf8');

  beforeAll(async () => {
    const module = goModule({ 'cart/cart_test.go': source });
    const where = ['--dir', module, '--out', out.path, '--baseline', 'none', '--legs', 'memory'];
    const { stdout } = await run(['run', ...where, './...', '--', '-shuffle=on']);
    text = stdout;
    const [only] = readReport(out.path).packages;
    if (only === undefined) throw new Error(`no package in the report: ${stdout}`);
    cart = only;
  }, 300_000);
  afterAll(out.remove);

  it('has each test once, with the attempt in which it ended', () => {
    const { cases = [], unfinished, neverRan } = cart.tests;
    const ended = cases.map(([name]) => name);
    const all = [...ended, ...unfinished, ...neverRan];
    expect(new Set(all).size).toBe(all.length);
    expect(neverRan).toEqual([]);
    for (const name of [...names, 'Example', 'FuzzParse', 'TestSplit/one', 'TestSplit/three'])
      expect(ended).toContain(name);
    for (const name of ['TestAdd', 'TestSplit/a.b_(x)|y'])
      expect(cases.filter(([test, how]) => test === name && how === 'passed')).toEqual([]);
    expect(cart.ending).toBe('crashed');
  });

  it('says in the terminal how often it was tried, and in which order', () => {
    const seed = cart.attempts[0]?.shuffleSeed;
    expect(seed).toMatch(/^-?\d+$/);
    expect(new Set(cart.attempts.map(({ shuffleSeed }) => shuffleSeed)).size).toBe(1);
    expect(text).toMatch(/^ {4}attempts: {3}3 attempts \(crashed, crashed, passed\)/m);
    expect(text).toContain(`    order:      -shuffle=${String(seed)}\n`);
  });

  it('says so in the summary, on the page and in the JUnit file', async () => {
    const seed = String(cart.attempts[0]?.shuffleSeed);
    const summary = kept('summary.md');
    expect(summary).toContain('### Further attempts\n\n- `cart` (memory): 3 attempts (crashed');
    expect(summary).toMatch(/\| 3 \| tests that had not ended: \d+ tests? \| {2}\| passed \|/);
    expect(summary).toContain(`go test -shuffle=${seed} -run '^Test`);
    expect(kept('report.html')).toContain('id="attempts"');
    const xml = kept('junit.xml');
    expect(xml).toContain('<property name="attempts" value="3"/>');
    const { one, other } = await readByTwo(xml);
    expect(other).toEqual(one);
    const listed = one.cases.map(({ name }) => name);
    expect(new Set(listed).size).toBe(listed.length);
    expect(
      one.cases.filter(({ name, outcome }) => names.includes(name) && outcome === 'passed'),
    ).toHaveLength(names.length);
    expect(one.failed).toBeGreaterThan(0);
  });
});
