import type { Annotation } from '../render/annotations.ts';
import { Refused } from './api-call.ts';
import {
  annotationsPerRequest,
  checkAnnotation,
  maxAnnotations,
  type CheckAnnotation,
} from './check-output.ts';

export interface SentAnnotations {
  /** How many of the annotations are shown. */
  annotated: number;
  /** Why not all of them; null where all are. */
  warning: string | null;
}

/** @param shown how many were sent before */
type Send<T> = (batch: CheckAnnotation[], shown: number) => Promise<T>;

/**
 * Sends annotations in batches, the first with the conclusion: whatever ends us between two of them leaves no check run open. Throws
 * Refused where not even the conclusion alone is taken.
 */
export async function sendAnnotations<T>(
  annotations: readonly Annotation[],
  send: Send<T>,
): Promise<SentAnnotations & { concluded: T }> {
  const showable = annotations.flatMap((annotation) => checkAnnotation(annotation) ?? []);
  const [first, ...rest] = batchesOf(showable.slice(0, maxAnnotations));
  let because: string | null = null;
  let annotated = first?.length ?? 0;
  const concluded = await send(first ?? [], 0).catch(async (error: unknown) => {
    if (!(error instanceof Refused) || first === undefined || isForbidden(error)) throw error;
    because = error.message;
    annotated = 0;
    return await send([], 0);
  });
  for (const batch of rest) {
    try {
      await send(batch, annotated);
      annotated += batch.length;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      because = error.message;
      // What is wrong with one batch need not be wrong with the next.
      if (error.status !== 422) break;
    }
  }
  const missing = annotations.length - annotated;
  because ??=
    showable.length > maxAnnotations
      ? `only the first ${String(maxAnnotations)} can be sent`
      : 'they have no line or no text';
  const warning =
    missing === 0
      ? null
      : `${String(missing)} of ${String(annotations.length)} annotations are not in the check run: ${because}`;
  return { concluded, annotated, warning };
}

function isForbidden({ status }: Refused): boolean {
  return status === 401 || status === 403 || status === 404;
}

function batchesOf(annotations: CheckAnnotation[]): CheckAnnotation[][] {
  const batches: CheckAnnotation[][] = [];
  for (let from = 0; from < annotations.length; from += annotationsPerRequest)
    batches.push(annotations.slice(from, from + annotationsPerRequest));
  return batches;
}
