// What the page uses of d3-selection and d3-flame-graph, which come without types.

declare module 'd3-selection' {
  export interface Selection {
    datum: (data: unknown) => Selection;
    call: (chart: unknown) => Selection;
  }
  export function select(element: Element): Selection;
}

declare module 'd3-flame-graph' {
  /** A frame as the chart places it: from 0 to 1 across. */
  export interface Placed<T> {
    id: number;
    data: T;
    depth: number;
    value: number;
    x0: number;
    x1: number;
    highlight?: boolean;
    parent: Placed<T> | null;
    children?: Placed<T>[];
  }
  export interface Chart<T> {
    width: (pixels: number) => Chart<T>;
    cellHeight: (pixels: number) => Chart<T>;
    minFrameSize: (pixels: number) => Chart<T>;
    transitionDuration: (ms: number) => Chart<T>;
    inverted: (rootOnTop: boolean) => Chart<T>;
    sort: (order: (a: Placed<T>, b: Placed<T>) => number) => Chart<T>;
    resetHeightOnZoom: (reset: boolean) => Chart<T>;
    getName: (name: (frame: Placed<T>) => string) => Chart<T>;
    getValue: (value: (frame: T | Placed<T>) => number) => Chart<T>;
    setColorMapper: (colour: (frame: Placed<T>) => string) => Chart<T>;
    setLabelHandler: (label: (frame: Placed<T>) => string) => Chart<T>;
    setDetailsHandler: (show: (label: string | null) => void) => Chart<T>;
    setSearchMatch: (match: (frame: Placed<T>, term: string) => boolean) => Chart<T>;
    setSearchHandler: (show: (found: Placed<T>[], sum: number, total: number) => void) => Chart<T>;
    onClick: (zoomed: (frame: Placed<T>) => void) => Chart<T>;
    search: (term: string) => void;
    clear: () => void;
    resetZoom: () => void;
    zoomTo: (frame: Placed<T>) => void;
    findById: (id: number) => Placed<T> | null;
    update: (data?: T) => Chart<T>;
  }
  // eslint-disable-next-line no-restricted-syntax -- this is how the package is
  export default function flamegraph<T>(): Chart<T>;
}
