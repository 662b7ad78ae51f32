export type CancelSignal = 'SIGINT' | 'SIGTERM';

/** How the entry tells a run to stop. A second request means: at once. */
export interface Cancellation {
  /** The first signal, or null while nobody asked. */
  requested: () => CancelSignal | null;
  /** Aborts with the first request: for helper commands, which need not end in good order. */
  stop: AbortSignal;
  onRequest: (listener: (signal: CancelSignal, urgent: boolean) => void) => () => void;
}

export interface CancellationSource extends Cancellation {
  request: (signal: CancelSignal) => void;
}

export function createCancellation(): CancellationSource {
  const controller = new AbortController();
  let first: CancelSignal | null = null;
  const listeners = new Set<(signal: CancelSignal, urgent: boolean) => void>();
  return {
    requested: () => first,
    stop: controller.signal,
    onRequest(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    request(signal) {
      const urgent = first !== null;
      first ??= signal;
      controller.abort();
      for (const listener of listeners) listener(signal, urgent);
    },
  };
}
