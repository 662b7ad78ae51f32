import { expect, it } from '@jest/globals';
import { coreTarget } from '../../src/machine/core-pattern.ts';

it.each([
  ['', { kind: 'none' }],
  ['core', { kind: 'file', pattern: 'core', absolute: false }],
  ['core.%p', { kind: 'file', pattern: 'core.%p', absolute: false }],
  ['/cores/%e.%p', { kind: 'file', pattern: '/cores/%e.%p', absolute: true }],
  ['|/usr/share/apport/apport -p%p -s%s -- %E', { kind: 'pipe', handler: 'apport' }],
  ['|/usr/share/apport/apport', { kind: 'pipe', handler: 'apport' }],
  ['|/lib/systemd/systemd-coredump %P %u', { kind: 'pipe', handler: 'systemd-coredump' }],
  ['|/wsl-capture-crash %t %E %p %s', { kind: 'pipe', handler: 'wsl' }],
  ['|/usr/libexec/abrt-hook-ccpp %s %c', { kind: 'pipe', handler: 'other' }],
  ['|/opt/apport-like %p', { kind: 'pipe', handler: 'other' }],
  ['@/run/coredump.socket', { kind: 'socket' }],
])('%j', (pattern, target) => {
  expect(coreTarget(pattern)).toMatchObject(target);
});
