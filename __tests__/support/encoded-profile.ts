import { profileOfStacks } from './profile-of-stacks.ts';

export interface StackSums {
  /** From the outermost caller in. */
  stack: string[];
  allocObjects: number;
  allocBytes: number;
  inuseObjects: number;
  inuseBytes: number;
}

/** A heap profile as Go writes it, with these stacks. */
export function encodedProfile(stacks: readonly StackSums[]): Uint8Array {
  return profileOfStacks(
    stacks.map(({ stack, allocObjects, allocBytes, inuseObjects, inuseBytes }) => ({
      names: [...stack].reverse(),
      values: [allocObjects, allocBytes, inuseObjects, inuseBytes],
    })),
  ).encode();
}
