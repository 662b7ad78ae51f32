import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import { groupsRefused } from '../support/control-group.ts';
import { goModule } from '../support/go-module.ts';
import { packageRun, readReport, run, scratch } from '../support/guarded.ts';

// What is left of a test that the kernel killed: twenty hogs one after the other, each some 200 MiB a second below a ceiling of 256 MiB.

const hogs = Array.from({ length: 20 }, (_, i) => `hog${String(i).padStart(2, '0')}`);

const hog = (name: string): string => `package ${name}

import (
	"testing"
	"time"
)

var kept [][]byte

func storeEverything(size int) {
	block := make([]byte, size)
	for i := 0; i < size; i += 4096 {
		block[i] = 1
	}
	kept = append(kept, block)
}

func TestImport(t *testing.T) {
	// Never faster: nothing is made up for when the processor was somebody else's for a while.
	for stored := 0; stored < 1<<30; stored += 1 << 20 {
		storeEverything(1 << 20)
		if stored > 180<<20 {
			time.Sleep(12 * time.Millisecond) // a snapshot may have to wait for the disk
		}
		time.Sleep(4 * time.Millisecond)
	}
	t.Fatal("a GiB was to be had")
}
`;

const refused = groupsRefused('memory');
if (refused !== null) console.warn(`black-box.test.ts is skipped: ${refused}`);

(refused === null ? describe : describe.skip)(
  'the black box of a test that the kernel killed',
  () => {
    const out = scratch();
    let report: Report;

    beforeAll(async () => {
      const module = goModule(
        Object.fromEntries(hogs.map((name) => [`${name}/${name}_test.go`, hog(name)])),
      );
      const args = ['run', '--dir', module, '--out', out.path, '--legs', 'memory', '--core-dumps'];
      // Compiled beforehand, so that what is left of the ceiling is the tests'.
      await run([...args, 'off', '--memory-limit', 'off', './...', '--', '-run=^$']);
      const finished = await run([
        ...[...args, 'off', '--memory-limit', '256MiB'],
        // What the first death leaves behind; the attempts after it have tests of their own.
        ...['--attempts', '1'],
        ...['./...', '--', '-p=1'],
      ]);
      expect(finished.code).toBe(1);
      report = readReport(out.path);
    }, 400_000);
    afterAll(out.remove);

    it.each(hogs)('%s: is known to have been killed for memory', (name) => {
      const { ending, cause } = packageRun(report, 'memory', name);
      expect({ ending, id: cause?.id, confidence: cause?.confidence }).toEqual({
        ending: 'killed',
        id: 'oom-cgroup',
        confidence: 'confirmed',
      });
    });

    it('is there for all of them, and names the function first', () => {
      const boxes = hogs.flatMap((name) => {
        const { cause, attempts } = packageRun(report, 'memory', name);
        const box = attempts.at(-1)?.blackBox;
        return box === undefined ? [] : [{ name, cause, first: box.functions[0] }];
      });
      expect(boxes.map(({ name }) => name)).toEqual(hogs);
      for (const { name, cause, first } of boxes) {
        expect(cause?.position).toMatchObject({ file: `${name}/${name}_test.go`, line: 11 });
        expect(first).toMatchObject({
          function: `example.com/m/${name}.storeEverything`,
          test: 'TestImport',
        });
        // Most of what it held when it died, and not a picture of its youth.
        expect(first?.bytes).toBeGreaterThan(128 * 1024 ** 2);
      }
    });
  },
);
