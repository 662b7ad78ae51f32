/** The head and the tail of a text that may be endless; the middle is counted, not kept. */
export interface Excerpt {
  add: (text: string) => void;
  /** Head, a line that says how much was left out, tail. */
  text: () => string;
  isEmpty: () => boolean;
}

export function createExcerpt(headChars = 8 * 1024, tailChars = 24 * 1024): Excerpt {
  let head = '';
  let tail = '';
  let omitted = 0;
  return {
    add(text) {
      let rest = text;
      const room = headChars - head.length;
      if (room > 0 && tail === '' && omitted === 0) {
        head += rest.slice(0, room);
        rest = rest.slice(room);
      }
      if (rest === '') return;
      tail += rest;
      // Cut in big steps, so that many small additions cost linear time.
      if (tail.length > 2 * tailChars) {
        omitted += tail.length - tailChars;
        tail = tail.slice(-tailChars);
      }
    },
    text() {
      const cut = Math.max(0, tail.length - tailChars);
      const left = omitted + cut;
      if (left === 0) return head + tail;
      return `${head}\n... ${String(left)} characters left out, the log file has all ...\n${tail.slice(cut)}`;
    },
    isEmpty: () => head === '' && tail === '',
  };
}
