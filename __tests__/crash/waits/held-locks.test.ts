import { describe, expect, it } from '@jest/globals';
import { goFunction } from '../../../src/crash/waits/go-actions.ts';
import { comingDeeds } from '../../../src/crash/waits/coming-deeds.ts';
import { placeOfCall, type GoPlace } from '../../../src/crash/waits/go-place.ts';
import { heldAt } from '../../../src/crash/waits/held-locks.ts';

/** The place of the call `here()` in a function's text. */
function placeIn(body: string, name = 'm.Do'): GoPlace {
  const lines = `func Do(s *Store, in <-chan int) error {\n${body}\n}`.split('\n');
  const line = lines.findIndex((text) => text.includes('here()')) + 1;
  return placeOfCall(goFunction(lines, 1), name, line, 'here')!;
}

const held = (place: GoPlace): string[] =>
  heldAt(place).map(({ action, mode }) => `${mode} ${action.operand.text}`);

// What a goroutine surely holds at here(), by the source in front of it.
const cases: Record<string, [body: string, held: string[], name?: string]> = {
  'a lock': ['mu.Lock()\nhere()\nmu.Unlock()', ['write mu']],
  'a lock that is given back at the end': ['mu.Lock()\ndefer mu.Unlock()\nhere()', ['write mu']],
  'a lock that was given back': ['mu.Lock()\nmu.Unlock()\nhere()', []],
  'one of two': ['a.Lock()\nb.RLock()\na.Unlock()\nhere()', ['read b']],
  'a read lock, not the write lock': ['s.mu.RLock()\ns.mu.RUnlock()\nhere()', []],
  'all on one line': ['mu.Lock(); defer mu.Unlock(); here(); other.Lock()', ['write mu']],
  'a lock of an element': ['forks[i].Lock()\nhere()', ['write forks[i]']],
  'a lock behind a call': ['s.shard(key).mu.Lock()\nhere()', ['write s.shard(key).mu']],
  'one given back where the function is left': [
    'mu.Lock()\nif bad {\n\tmu.Unlock()\n\treturn nil\n}\nhere()',
    ['write mu'],
  ],
  'one given back where the test fails': [
    'mu.Lock()\nif bad {\n\tmu.Unlock()\n\tt.Fatalf("bad: %v",\n\t\tbad)\n}\nhere()',
    ['write mu'],
  ],
  'one that may be given back': ['mu.Lock()\nif early {\n\tmu.Unlock()\n}\nhere()', []],
  'one that may have been taken': ['if safe {\n\tmu.Lock()\n}\nhere()', []],
  'one taken in the same branch': ['if safe {\n\tmu.Lock()\n\there()\n}', ['write mu']],
  'one taken in another case': ['switch kind {\ncase 1:\n\tmu.Lock()\ncase 2:\n\there()\n}', []],
  'one taken in this case': [
    'switch kind {\ncase 1:\n\tmu.Lock()\n\there()\ncase 2:\n}',
    ['write mu'],
  ],
  'one before a select': [
    'mu.Lock()\nselect {\ncase n := <-in:\n\there()\ndefault:\n}',
    ['write mu'],
  ],
  'one before a loop over elements of a type': [
    'mu.Lock()\nfor _, n := range []int{1, 2} {\n\there()\n}',
    ['write mu'],
  ],
  'one that another goroutine takes': ['go func() {\n\tmu.Lock()\n}()\nhere()', []],
  'one that another goroutine gives back': [
    'mu.Lock()\ngo func() {\n\tmu.Unlock()\n}()\nhere()',
    [],
  ],
  'one that a callback gives back': ['mu.Lock()\nlater(func() { mu.Unlock() })\nhere()', []],
  'one given back by a literal at the end': [
    'mu.Lock()\ndefer func() {\n\tmu.Unlock()\n}()\nhere()',
    ['write mu'],
  ],
  'one that a literal takes, which has ended': ['func() {\n\tmu.Lock()\n}()\nhere()', []],
  'one that a literal gives back, which has ended': [
    'mu.Lock()\nfunc() {\n\tdefer mu.Unlock()\n}()\nhere()',
    [],
  ],
  'what a literal holds': [
    'outer.Lock()\nrun(func() {\n\tinner.Lock()\n\there()\n})',
    ['write inner'],
    'm.Do.func1',
  ],
  'a lock that only stands in a comment or a text': [
    '// mu.Lock()\n/* mu.Lock()\nmu.Lock() */\nsay("mu.Lock()", `\nmu.Lock()`)\nhere()',
    [],
  ],
  'a lock that was tried': ['if mu.TryLock() {\n\there()\n}', []],
  'a lock that is taken later': ['here()\nmu.Lock()', []],
  'a lock of the turn before': ['for {\n\there()\n\tmu.Lock()\n\tmu.Unlock()\n}', []],
};

describe('held at a place', () => {
  it.each(Object.entries(cases))('%s', (_, [body, expected, name]) => {
    expect(held(placeIn(body, name))).toEqual(expected);
  });
});

// What a goroutine can still do when it goes on from here().
const coming: Record<string, [body: string, deeds: string[]]> = {
  'what stands behind': [
    'a <- 1\nhere()\nb <- 1\n<-c\nclose(d)',
    ['send b', 'receive c', 'close d'],
  ],
  'what the end does': ['defer close(out)\nhere()', ['close out']],
  'what a literal at the end does': ['defer func() {\n\twg.Done()\n}()\nhere()', ['done wg']],
  'what the next turn does': ['for {\n\ta <- 1\n\there()\n}', ['send a']],
  'what the next value needs': ['for n := range in {\n\there()\n}', ['receive in']],
  'what a case does': ['here()\nselect {\ncase a <- 1:\ncase <-b:\n}', ['send a', 'receive b']],
  'no types': ['here()\nvar a chan<- int\nvar b <-chan int\nc := make(chan int)', []],
  'what stands in the next line': ['f()\nhere()\ng()\n<-a', ['receive a']],
  'no context': ['here()\n<-ctx.Done()', ['receive ctx.Done()']],
};

describe('still to come', () => {
  it.each(Object.entries(coming))('%s', (_, [body, expected]) => {
    const deeds = comingDeeds(placeIn(body)).map(({ deed, operand }) => `${deed} ${operand.text}`);
    expect(deeds).toEqual(expected);
  });
});
