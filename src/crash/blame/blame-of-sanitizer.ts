import { guiltOfStack, nobody, type Guilt, type Investigation } from './guilt.ts';
import { belonging } from './report-block.ts';

const maxStacks = 20;

/** Of a sanitizer's report, the user's line that touched the memory; who freed or allocated it belongs to it. */
export function blameOfSanitizer(investigation: Investigation): Guilt {
  const [access, ...others] = investigation.crash.stacks.slice(0, maxStacks);
  if (access === undefined) return nobody;
  const guilt = guiltOfStack(access.goroutine, investigation);
  const blocks = others.flatMap((stack) => belonging(stack, investigation));
  return { ...guilt, related: [...guilt.related, ...blocks] };
}
