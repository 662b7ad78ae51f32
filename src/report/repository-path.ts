/** No system has longer ones (PATH_MAX of Linux). */
const maxPathChars = 4096;

/** Absolute paths and those that climb are of somebody else's files. */
export function isInRepository(path: string): boolean {
  if (path.length > maxPathChars) return false;
  return path !== '' && !/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path);
}

/** A path below the folder of the run as one below the root of the repository; others stay as they are. */
export function fromRoot(directory: string, file: string): string {
  return directory === '' || !isInRepository(file) ? file : `${directory}/${file}`;
}
