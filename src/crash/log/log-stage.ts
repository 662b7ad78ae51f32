/** Takes lines and hands them on changed, perhaps later than they came in. */
export interface LogStage {
  /** One line, without its newline. */
  push: (line: string) => void;
  /** To be called after the last line. */
  end: () => void;
}
